//! Every sum of a report adds up, whatever was planned and booked.

use jiff::civil::date;
use proptest::prelude::*;

use super::model::{ByYear, InYear, Planned, Report, Wanted};
use crate::around::money::{Budget, CostKind, Part, Position, Quota, Source, parts};
use crate::measures::model::State;
use crate::spending::model::{Book, Line, Payer, Says, alike};

fn budget() -> impl Strategy<Value = Budget> {
    let names = ["Land", "Bund", "land ", "Stiftung", "EU"];
    let source = (0_usize..5, 0_usize..2, 1_i64..1_500, any::<bool>());
    let sources = proptest::collection::vec(source, 0..3);
    (1_i64..900_000_000, sources).prop_filter_map("fits", move |(cents, sources)| {
        let part = |it: &(usize, usize, i64, bool)| match it.3 {
            true => Quota::new(it.2).map(Part::Quota),
            false => Some(Part::Cents(it.2)),
        };
        let asked: Vec<Part> = sources.iter().filter_map(part).collect();
        let paid = parts(cents, &asked).ok()?;
        let source = |(it, cents): (&(usize, usize, i64, bool), i64)| Source {
            name: names[it.0].to_owned(),
            programme: ["", "Zusammenhalt"][it.1].to_owned(),
            quota: it.3.then(|| Quota::new(it.2)).flatten(),
            cents,
            years: if cents > 1 { vec![(2026, cents / 2)] } else { Vec::new() },
        };
        let staff = Position { kind: CostKind::Staff, year: Some(2027), cents: cents / 3 + 1 };
        let sources = sources.iter().zip(paid).map(source).collect();
        Some(Budget { cents, sources, costs: vec![staff] })
    })
}

fn line(number: i64, name: &str, (year, cents): (i16, i64)) -> Line {
    let payer = match name {
        "" => Payer::Open,
        "own" => Payer::Own,
        name => Payer::Source { name: name.to_owned(), programme: String::new() },
    };
    Line {
        measure: 1,
        number,
        says: Says { day: date(year, 6, 1), cents, kind: None, payer, note: String::new() },
        corrects: None,
        reason: String::new(),
        form_key: String::new(),
        account: None,
        post: None,
        at: 0,
    }
}

fn book() -> impl Strategy<Value = Book> {
    let one = (0_usize..5, 2024_i16..2029, 1_i64..90_000);
    proptest::collection::vec(one, 0..5).prop_map(|all| {
        let names = ["Land", "LAND", "Sparkasse", "own", ""];
        let line = |((name, year, cents), number): ((usize, i16, i64), i64)| {
            line(number, names[name], (year, cents))
        };
        Book::of(all.into_iter().zip(1_i64..).map(line).collect())
    })
}

fn planned() -> impl Strategy<Value = Planned> {
    let years = (proptest::option::of(2020_i16..2030), 2020_i16..2032);
    (years, proptest::option::of(budget()), book(), any::<bool>()).prop_map(
        |((from, to), budget, book, ended)| Planned {
            state: if ended { State::Ended } else { State::Running },
            from: from.map(|it| date(it, 1, 1)),
            to: date(to, 12, 31),
            book,
            ..it(1, budget.unwrap_or_default())
        },
    )
}

fn it(number: i64, budget: Budget) -> Planned {
    Planned {
        number,
        title: "Maßnahme".to_owned(),
        state: State::Running,
        from: None,
        to: date(2027, 12, 31),
        since: date(2026, 2, 1),
        budget,
        book: Book::default(),
    }
}

fn source(name: &str, cents: i64) -> Source {
    let (name, programme) = (name.to_owned(), String::new());
    Source { name, programme, quota: None, cents, years: Vec::new() }
}

proptest! {
    #[test]
    fn every_sum_adds_up(all in proptest::collection::vec(planned(), 0..12), year in proptest::option::of(2019_i16..2033)) {
        let report = Report::of(&all, &Wanted { year, source: None });
        prop_assert_eq!(report.given() + report.own(), report.cents());
        prop_assert_eq!(report.named(), report.given(), "by source and by measure alike");
        for row in &report.rows {
            prop_assert_eq!(row.given() + row.budget.own_cents(), row.budget.cents);
            prop_assert!(row.budget.own_cents() >= 0);
        }
        let there = all.iter().filter(|it| it.counts() || !it.book.is_empty());
        let there = there.filter(|it| year.is_none_or(|year| it.concerns(year))).count();
        prop_assert_eq!(report.rows.len() + report.without, there, "none is lost");
        let counted = |of: fn(&Payer) -> bool| -> i64 {
            let lines = report.rows.iter().flat_map(|it| it.book.counting());
            let lines = lines.filter(|it| year.is_none_or(|year| it.says.day.year() == year));
            lines.filter(|it| of(&it.says.payer)).map(|it| it.says.cents).sum()
        };
        let by_sources = counted(|it| matches!(it, Payer::Source { .. }));
        prop_assert_eq!(report.spent_by_named(), by_sources);
        prop_assert_eq!(report.spent(), counted(|_| true));
    }

    /// Years are together the whole, whatever is known of them.
    #[test]
    fn years_add_up(all in proptest::collection::vec(planned(), 0..8)) {
        fn sum(report: &Report, of: fn(&ByYear) -> i64) -> i64 {
            report.years.iter().map(|it| of(&it.1)).sum()
        }
        let report = Report::of(&all, &Wanted::default());
        prop_assert_eq!(sum(&report, |it| it.cents), report.cents());
        prop_assert_eq!(sum(&report, |it| it.given), report.given());
        prop_assert_eq!(sum(&report, |it| it.own), report.own());
        prop_assert_eq!(sum(&report, |it| it.spent), report.spent());
        let land = Report::of(&all, &Wanted { year: None, source: Some("Land".to_owned()) });
        prop_assert_eq!(sum(&land, |it| it.given), land.named());
        prop_assert_eq!(sum(&land, |it| it.spent), land.spent_by_named());
    }

    #[test]
    fn the_reports_of_sources_are_those_of_the_whole(all in proptest::collection::vec(planned(), 0..12)) {
        let whole = Report::of(&all, &Wanted::default());
        for name in ["Land", "Bund", "Stiftung", "EU"] {
            let wanted = Wanted { year: None, source: Some(name.to_owned()) };
            let own = Report::of(&all, &wanted);
            let expected: i64 = all.iter().filter(|it| it.counts()).map(|it| it.of(name)).sum();
            prop_assert_eq!(own.named(), expected);
            let in_whole = whole.sources.iter().filter(|it| alike(&it.name) == alike(name));
            prop_assert_eq!(in_whole.map(|it| it.cents).sum::<i64>(), expected);
            let spent: i64 = all.iter().map(|it| it.spent_of(name, None)).sum();
            prop_assert_eq!(own.spent_by_named(), spent);
        }
    }
}

#[test]
fn what_was_given_up_is_in_no_sum_but_what_was_spent_on_it() {
    let budget = Budget { cents: 100, sources: vec![source("Land", 60)], costs: Vec::new() };
    let of = |number: i64, state: State| Planned { state, ..it(number, budget.clone()) };
    let mut all = [of(1, State::Running), of(2, State::Ended), of(3, State::Done)];
    let wanted = Wanted { year: Some(2026), source: None };
    let report = Report::of(&all, &wanted);
    assert_eq!(report.rows.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 3]);
    assert_eq!((report.cents(), report.given(), report.named()), (200, 120, 120));
    all[1].book = Book::of(vec![line(1, "Land", (2026, 7)), line(2, "Land", (2025, 9))]);
    let report = Report::of(&all, &wanted);
    assert_eq!((report.cents(), report.spent(), report.spent_by_named()), (200, 7, 7));
}

#[test]
fn a_source_is_called_as_most_people_call_it() {
    let named = |names: &[&str]| {
        let budget =
            |name: &str| Budget { cents: 10, sources: vec![source(name, 5)], costs: Vec::new() };
        let all: Vec<Planned> = names.iter().map(|name| it(1, budget(name))).collect();
        let report = Report::of(&all, &Wanted::default());
        report.sources.into_iter().map(|it| (it.name, it.cents)).collect::<Vec<_>>()
    };
    assert_eq!(named(&["land", "Land", "Land "]), [("Land".to_owned(), 15)]);
    assert_eq!(named(&["LAND", "land", "land"]), [("land".to_owned(), 15)]);
    assert_eq!(named(&["land", "Land"]), [("Land".to_owned(), 10)], "a capital at a draw");
}

#[test]
fn a_measure_runs_from_its_first_to_its_last_year() {
    let of =
        Planned { from: Some(date(2026, 7, 1)), to: date(2027, 1, 1), ..it(1, Budget::default()) };
    assert!(!of.is_in(2025) && of.is_in(2026) && of.is_in(2027) && !of.is_in(2028));
    // Without a first day it begins when its money does, or when it was written down.
    let open = Planned { from: None, ..of };
    assert!(!open.is_in(2025) && open.is_in(2026) && open.runs_in(2027));
    assert!(!Planned { state: State::Planned, ..open.clone() }.runs_in(2027), "it is planned");
    let booked = Planned { book: Book::of(vec![line(1, "Land", (2024, 5))]), ..open.clone() };
    assert!(!booked.is_in(2023) && booked.is_in(2024));
    let staff = |year, cents| Position { kind: CostKind::Staff, year: Some(year), cents };
    let costs = vec![staff(2026, 60), staff(2027, 40)];
    let budget = Budget { cents: 100, sources: Vec::new(), costs };
    let planned = Planned { budget, ..booked };
    assert!(!planned.is_in(2025) && planned.concerns(2024) && !planned.concerns(2025));
}

#[test]
fn a_year_has_its_own_plan_and_what_is_left_of_it() {
    let staff = |year, cents| Position { kind: CostKind::Staff, year: Some(year), cents };
    let costs = vec![staff(2026, 60), staff(2027, 40)];
    let sources = vec![Source { years: vec![(2026, 30)], ..source("Land", 50) }];
    let budget = Budget { cents: 100, sources, costs };
    let book = Book::of(vec![line(1, "Land", (2026, 25)), line(2, "own", (2026, 45))]);
    let undated = it(2, Budget { cents: 500, ..Budget::default() });
    let all = [Planned { book, ..it(1, budget) }, undated];
    let of = |year: i16| Report::of(&all, &Wanted { year: Some(year), source: None });
    let (first, second) = (of(2026), of(2027));
    let (dated, undated) = (&first.rows[0], &first.rows[1]);
    assert_eq!(first.in_year(dated, None), Some(InYear { planned: 60, left: -10 }));
    assert_eq!(first.in_year(undated, None), None, "nobody has said when");
    assert_eq!(first.all_in_year(None), first.in_year(dated, None));
    assert_eq!(first.all_in_year(Some("land")), Some(InYear { planned: 30, left: 5 }));
    assert_eq!(second.all_in_year(None), Some(InYear { planned: 40, left: 40 }));
    assert_eq!(Report::of(&all, &Wanted::default()).all_in_year(None), None);
}
