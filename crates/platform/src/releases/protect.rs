use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{
    Audience, Base, Cell, Column, Figure, Nutzung, Place, Position, Relation, Released, TableError,
    Unprotected, attack, identities, protect_table, round,
};

/// That columns add up to another in every area unit, as the source says. A reader knows it
/// too, and uses it to find out what rounding hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The version of the indicator that is the sum.
    pub whole: i64,
    /// The versions of its parts.
    pub parts: Vec<i64>,
}

/// Indicator version, period, figures.
pub(crate) type Source = (i64, String, Unprotected<Column>);

/// How counts are to be protected.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<'a> {
    /// The multiple that they are rounded to.
    pub(crate) base: Base,
    /// The circle that they are for.
    pub(crate) nutzung: Nutzung,
    /// What is known to add up, beside what is found to.
    pub(crate) sums: &'a [Sum],
    /// By what the same figures were rounded for earlier releases, withdrawn ones too: who has
    /// both lays them side by side.
    pub(crate) earlier: &'a [Base],
}

/// What would leave the house by rounding, attacked, and not yet stored.
#[derive(Debug)]
pub struct Rounding {
    /// Indicator version, period and protected figures of each column that withstands.
    pub columns: Vec<(i64, String, Released<Column>)>,
    /// The columns that do not leave.
    pub withheld: Vec<Withheld>,
    /// What an attack on rounding alone would find. For the statistics office.
    pub found: Unprotected<Vec<Found>>,
    /// How many cells of the columns are hidden because of that.
    pub hidden: usize,
    /// What was taken to add up.
    pub sums: Vec<Sum>,
    /// The versions of the indicators with too few figures to see whether they add up.
    pub unseen: Vec<i64>,
}

/// A column that does not leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The version of the indicator.
    pub indicator_version: i64,
    /// The period.
    pub period: String,
    /// Why it stays.
    pub why: Why,
}

/// Why a column does not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It holds shares, means or classes, which rounding does not protect.
    NoCounts,
    /// A cell of it is no count, though the indicator is one.
    NotACount,
    /// Figures could be found out although all around them is hidden.
    Found,
    /// Together with an earlier release figures could be found out.
    FoundWithEarlier,
    /// Its parts do not add up, so that nobody can say what could be found out.
    Contradiction,
}

/// A cell about which a reader could find out too much.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The version of the indicator.
    pub indicator_version: i64,
    /// The period.
    pub period: String,
    /// The area unit, or the total.
    pub at: Position,
    /// The figure that would be shown; none if it would be hidden.
    pub shown: Option<f64>,
    /// The least its count could be.
    pub low: u128,
    /// The most its count could be.
    pub high: u128,
}

/// Protects counts by rounding, attacks what comes out, and leaves out what does not withstand.
///
/// Columns of a period that add up are attacked together, all others each with its total.
pub(crate) fn protect(columns: &[Source], plan: Plan<'_>) -> Rounding {
    let mut sums = plan.sums.to_vec();
    let (within, unseen) = sums_within(columns);
    sums.extend(within);
    let (mut released, mut withheld) = (Vec::new(), Vec::new());
    let (mut found, mut hidden) = (Vec::new(), 0);
    for table in tables(columns, &sums) {
        let figures: Vec<_> = table.iter().map(|it| columns[*it].2.clone()).collect();
        let relations = relations(&figures, &table, columns, &sums);
        let known = table.iter().map(|it| (columns[*it].0, columns[*it].1.clone()));
        match withstanding(&figures, &relations, plan) {
            Ok(protected) => {
                found.extend(found_by_rounding(&figures, &relations, plan, known.clone()));
                hidden +=
                    figures.iter().zip(&protected).map(|(a, b)| newly_hidden(a, b)).sum::<usize>();
                released
                    .extend(known.zip(protected).map(|((it, period), done)| (it, period, done)));
            }
            Err(why) => withheld.extend(known.map(|(indicator_version, period)| Withheld {
                indicator_version,
                period,
                why,
            })),
        }
    }
    Rounding { columns: released, withheld, found: Unprotected::new(found), hidden, sums, unseen }
}

fn withstanding(
    figures: &[Unprotected<Column>],
    relations: &[Relation],
    plan: Plan<'_>,
) -> Result<Vec<Released<Column>>, Why> {
    let by = |base| protect_table(figures, relations, base, plan.nutzung);
    let protected = by(plan.base).map_err(|error| match error {
        TableError::NotACount(_) => Why::NotACount,
        TableError::Broken(_) => Why::Found,
        _ => Why::Contradiction,
    })?;
    for base in plan.earlier.iter().filter(|it| **it != plan.base) {
        // What did not withstand then did not leave either.
        let Ok(before) = by(*base) else { continue };
        let both: Vec<&Released<Column>> = protected.iter().chain(&before).collect();
        match attack(&both, &side_by_side(figures, relations)) {
            Ok(findings) if findings.is_empty() => {}
            Ok(_) => return Err(Why::FoundWithEarlier),
            Err(_) => return Err(Why::Contradiction),
        }
    }
    Ok(protected)
}

/// What a reader knows of two releases of the same columns: what adds up in each, and that each
/// cell is the same in both.
fn side_by_side(figures: &[Unprotected<Column>], relations: &[Relation]) -> Vec<Relation> {
    let later = |place: &Place| Place { column: place.column + figures.len(), at: place.at };
    let mut all = relations.to_vec();
    all.extend(relations.iter().map(|it| Relation {
        whole: later(&it.whole),
        parts: it.parts.iter().map(later).collect(),
    }));
    for (column, figures) in figures.iter().enumerate() {
        let areas = (0..figures.expose().cells.len()).map(Position::Area);
        all.extend(areas.chain([Position::Total]).map(|at| {
            let whole = Place { column, at };
            Relation { whole, parts: vec![later(&whole)] }
        }));
    }
    all
}

fn found_by_rounding(
    figures: &[Unprotected<Column>],
    relations: &[Relation],
    plan: Plan<'_>,
    known: impl Iterator<Item = (i64, String)>,
) -> Vec<Found> {
    let plain = figures.iter().map(|it| round(it, plan.base, plan.nutzung));
    let Ok(plain) = plain.collect::<Result<Vec<_>, _>>() else { return Vec::new() };
    let Ok(findings) = attack(&plain.iter().collect::<Vec<_>>(), relations) else {
        return Vec::new();
    };
    let known: Vec<(i64, String)> = known.collect();
    let one = |it: ankunft_disclosure::Finding| {
        let (indicator_version, period) = known.get(it.place.column)?.clone();
        let column = plain.get(it.place.column)?.show(Audience::StatisticsOffice)?;
        let shown = column.cell(it.place.at).and_then(Cell::number);
        let (at, low, high) = (it.place.at, it.low, it.high);
        Some(Found { indicator_version, period, at, shown, low, high })
    };
    findings.into_iter().filter_map(one).collect()
}

fn newly_hidden(before: &Unprotected<Column>, after: &Released<Column>) -> usize {
    let Some(after) = after.show(Audience::StatisticsOffice) else { return 0 };
    let hidden = |column: &Column| {
        let cells = column.cells.iter().chain([&column.total]);
        cells.filter(|it| it.figure() == Figure::Suppressed).count()
    };
    hidden(after).saturating_sub(hidden(before.expose()))
}

/// What adds up in the columns themselves: periods with the same indicators are looked at as one
/// long table, so that nothing adds up by chance. And the indicators of which it cannot be seen.
fn sums_within(columns: &[Source]) -> (Vec<Sum>, Vec<i64>) {
    let mut periods: BTreeMap<&str, BTreeMap<i64, usize>> = BTreeMap::new();
    for (index, (indicator_version, period, _)) in columns.iter().enumerate() {
        periods.entry(period).or_default().insert(*indicator_version, index);
    }
    let mut alike: BTreeMap<Vec<i64>, Vec<Vec<usize>>> = BTreeMap::new();
    for known in periods.into_values() {
        alike
            .entry(known.keys().copied().collect())
            .or_default()
            .push(known.into_values().collect());
    }
    let (mut sums, mut unseen) = (BTreeSet::new(), BTreeSet::new());
    for (indicators, periods) in alike {
        let long = |at: usize| {
            let each = periods.iter().map(|period| columns[period[at]].2.expose());
            let cells = each.flat_map(|it| it.cells.iter().copied()).collect();
            Unprotected::new(Column { cells, total: Cell::MISSING })
        };
        let long: Vec<_> = (0..indicators.len()).map(long).collect();
        let identities = identities(&long);
        let versions = |parts: Vec<usize>| parts.into_iter().map(|it| indicators[it]).collect();
        sums.extend(
            identities.found.into_iter().map(|it| (indicators[it.whole], versions(it.parts))),
        );
        unseen.extend(identities.unseen.into_iter().map(|it| indicators[it]));
    }
    let sums = sums.into_iter().map(|(whole, parts)| Sum { whole, parts }).collect();
    (sums, unseen.into_iter().collect())
}

/// The columns in groups that hang together by sums within a period, as indices.
fn tables(columns: &[Source], sums: &[Sum]) -> Vec<Vec<usize>> {
    let mut group: Vec<usize> = (0..columns.len()).collect();
    for members in applied(columns, sums).map(|(whole, parts)| [vec![whole], parts].concat()) {
        let joined: Vec<usize> = members.iter().map(|it| group[*it]).collect();
        let first = joined.iter().copied().min().unwrap_or(0);
        for it in &mut group {
            if joined.contains(it) {
                *it = first;
            }
        }
    }
    let mut tables: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, group) in group.into_iter().enumerate() {
        tables.entry(group).or_default().push(index);
    }
    tables.into_values().collect()
}

/// Each sum in each period in which all its columns are there.
fn applied<'a>(
    columns: &'a [Source],
    sums: &'a [Sum],
) -> impl Iterator<Item = (usize, Vec<usize>)> + 'a {
    let mut periods: BTreeMap<&str, BTreeMap<i64, usize>> = BTreeMap::new();
    for (index, (indicator_version, period, _)) in columns.iter().enumerate() {
        periods.entry(period).or_default().insert(*indicator_version, index);
    }
    periods.into_values().flat_map(move |known| {
        let sum = move |sum: &Sum| {
            let parts = sum.parts.iter().map(|part| known.get(part).copied());
            Some((known.get(&sum.whole).copied()?, parts.collect::<Option<Vec<_>>>()?))
        };
        sums.iter().filter_map(sum)
    })
}

/// What a reader knows to add up in a table: areas to totals, columns to sums. Where the
/// source itself does not add up, there is nothing to know.
fn relations(
    figures: &[Unprotected<Column>],
    table: &[usize],
    columns: &[Source],
    sums: &[Sum],
) -> Vec<Relation> {
    let areas = figures.first().map_or(0, |it| it.expose().cells.len());
    let place = |index: usize| table.iter().position(|it| *it == index);
    let totals = (0..figures.len()).map(|column| Relation::areas_make_total(column, areas));
    let across = applied(columns, sums).filter_map(|(whole, parts)| {
        let parts = parts.into_iter().map(place).collect::<Option<Vec<_>>>()?;
        Some(Relation::columns_make_whole(place(whole)?, &parts, areas))
    });
    let mut all: Vec<Relation> = totals.chain(across.flatten()).collect();
    all.retain(|it| holds(figures, it));
    all
}

fn holds(figures: &[Unprotected<Column>], relation: &Relation) -> bool {
    let cell = |place: &Place| -> Option<Cell> {
        let column = figures.get(place.column)?.expose();
        match place.at {
            Position::Area(index) => column.cells.get(index).copied(),
            _ => Some(column.total),
        }
    };
    let number = |place: &Place| cell(place).and_then(Cell::number);
    let parts: Vec<Option<f64>> = relation.parts.iter().map(number).collect();
    let shown: f64 = parts.iter().flatten().sum();
    let is_whole = parts.iter().all(Option::is_some);
    match number(&relation.whole) {
        Some(whole) if is_whole => (whole - shown).abs() < 0.5,
        Some(whole) => shown <= whole,
        None => true,
    }
}
