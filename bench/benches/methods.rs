//! What the methods cost, each at the size of Berlin.

use std::hint::black_box;

use ankunft_bench::SEED;
use ankunft_disclosure::{
    Audience, Base, Cell, Column, Declaration, Head, Nutzung, Policy, Relation, ReleaseKey,
    Unprotected, admit, attack, protect_table, round, total,
};
use ankunft_numerics::{Stream, exact_sum};
use ankunft_segregation::{UnitCounts, dissimilarity, gini};
use criterion::{Criterion, criterion_group, criterion_main};

const AREAS: usize = 542;

fn numerics(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("numerics");
    let mut chance = Stream::named(SEED, "bench/numbers");
    let numbers: Vec<f64> = (0..10_000).map(|_| chance.normal(0.0, 1e6)).collect();
    group.bench_function("exact_sum of 10,000", |it| {
        it.iter(|| exact_sum(black_box(&numbers).iter().copied()));
    });
    group.bench_function("uniform, 10,000 draws", |it| {
        let mut chance = Stream::named(SEED, "bench/uniform");
        it.iter(|| (0..10_000).map(|_| chance.uniform()).sum::<f64>());
    });
    group.bench_function("normal, 10,000 draws", |it| {
        let mut chance = Stream::named(SEED, "bench/normal");
        it.iter(|| (0..10_000).map(|_| chance.normal(0.0, 1.0)).sum::<f64>());
    });
    group.bench_function("poisson(20), 1,000 draws", |it| {
        let mut chance = Stream::named(SEED, "bench/poisson");
        it.iter(|| (0..1_000).map(|_| chance.poisson(20.0)).sum::<u64>());
    });
    group.bench_function("a permutation of 542", |it| {
        let mut chance = Stream::named(SEED, "bench/shuffle");
        let mut order: Vec<usize> = (0..AREAS).collect();
        it.iter(|| chance.shuffle(black_box(&mut order)));
    });
    group.finish();
}

fn segregation(criterion: &mut Criterion) {
    let mut chance = Stream::named(SEED, "bench/segregation");
    let mut count = |most: u64| u32::try_from(chance.below(most)).unwrap_or(0);
    let units: Vec<UnitCounts> =
        (0..AREAS).map(|_| UnitCounts { group: count(3_000), reference: count(9_000) }).collect();
    let mut group = criterion.benchmark_group("segregation");
    group.bench_function("dissimilarity, 542 areas", |it| {
        it.iter(|| dissimilarity(black_box(&units)))
    });
    group.bench_function("gini, 542 areas", |it| it.iter(|| gini(black_box(&units))));
    group.finish();
}

fn counts(name: &str) -> Column {
    let mut chance = Stream::named(SEED, name);
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    let mut cell = || Cell::of(chance.below(9_000) as f64).unwrap_or(Cell::MISSING);
    let cells: Vec<Cell> = (0..AREAS).map(|_| cell()).collect();
    let total = total(&cells);
    Column { cells, total }
}

/// Two parts and their whole.
fn table() -> (Vec<Unprotected<Column>>, Vec<Relation>) {
    let parts = [counts("bench/germans"), counts("bench/foreigners")];
    let sum = |a: Cell, b: Cell| {
        let both = a.number().zip(b.number()).and_then(|(a, b)| Cell::of(a + b));
        both.unwrap_or(Cell::MISSING)
    };
    let whole = Column {
        cells: parts[0].cells.iter().zip(&parts[1].cells).map(|(a, b)| sum(*a, *b)).collect(),
        total: sum(parts[0].total, parts[1].total),
    };
    let [first, second] = parts;
    let columns: Vec<_> = [whole, first, second].into_iter().map(Unprotected::new).collect();
    let mut relations = Relation::columns_make_whole(0, &[1, 2], AREAS);
    relations.extend((0..3).map(|column| Relation::areas_make_total(column, AREAS)));
    (columns, relations)
}

fn disclosure(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("disclosure");
    let (columns, relations) = table();
    group.bench_function("round a column of 542", |it| {
        it.iter(|| round(black_box(&columns[0]), Base::Five, Nutzung::Public));
    });
    group.bench_function("protect and attack 3 columns of 542", |it| {
        it.iter(|| protect_table(black_box(&columns), &relations, Base::Five, Nutzung::Public));
    });
    let rounded: Vec<_> =
        columns.iter().filter_map(|it| round(it, Base::Five, Nutzung::Public).ok()).collect();
    let seen: Vec<_> = rounded.iter().collect();
    group.bench_function("attack 3 columns of 542", |it| {
        it.iter(|| attack(black_box(&seen), &relations).map(|it| it.len()));
    });
    let declared = Declaration {
        rule: "5er-Rundung".to_owned(),
        office: "Statistikstelle".to_owned(),
        date: "2025-01-20".to_owned(),
    };
    let Ok(column) = admit(counts("bench/sealed"), &declared, Nutzung::Public) else { return };
    let head = Head {
        tenant: 1,
        release: 2,
        area_version: 3,
        indicator_version: 4,
        period: "2020h2".to_owned(),
        policy: Policy::AlreadyProtected(declared),
        nutzung: Nutzung::Public,
    };
    let key = ReleaseKey::new([7; 32]);
    group.bench_function("seal a column of 542", |it| {
        it.iter(|| head.seal(black_box(&column), &key))
    });
    let Ok(sealed) = head.seal(&column, &key) else { return };
    group.bench_function("open a column of 542", |it| {
        it.iter(|| {
            head.open(black_box(&sealed), &key).map(|it| it.show(Audience::Public).is_some())
        });
    });
    group.finish();
}

criterion_group!(methods, numerics, segregation, disclosure);
criterion_main!(methods);
