//! What measures cost and who pays, added up: by measure, by source, and for all.

use jiff::civil::Date;

use crate::around::money::{Budget, Source};
use crate::measures::model::State;

/// A measure with its plan of costs and financing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// How far it is.
    pub state: State,
    /// The first day, if it is known.
    pub from: Option<Date>,
    /// The last day.
    pub to: Date,
    /// What it costs, and who pays.
    pub budget: Budget,
}

impl Planned {
    /// Whether it runs in a year; one without a first day has always run.
    #[must_use]
    pub fn is_in(&self, year: i16) -> bool {
        self.from.is_none_or(|it| it.year() <= year) && self.to.year() >= year
    }

    /// Whether its money is planned still: what was given up costs no more.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.state != State::Ended
    }

    /// What a source of this name gives to it, by whatever programme.
    #[must_use]
    pub fn of(&self, name: &str) -> i64 {
        let own = self.budget.sources.iter().filter(|it| alike(&it.name) == alike(name));
        own.map(|it| it.cents).sum()
    }

    /// What others give to it, all together.
    #[must_use]
    pub fn given(&self) -> i64 {
        self.budget.cents - self.budget.own_cents()
    }
}

/// What one source gives by one programme, over all measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BySource {
    /// Who.
    pub name: String,
    /// By which programme.
    pub programme: String,
    /// To how many measures.
    pub measures: usize,
    /// How much, in cents.
    pub cents: i64,
}

/// Of which measures a report speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those that run in a year.
    pub year: Option<i16>,
    /// Those to which a source of this name gives something.
    pub source: Option<String>,
}

/// The report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its measures with a plan, by last day.
    pub rows: Vec<Planned>,
    /// How many measures have none.
    pub without: usize,
    /// The same by source, in the order of names.
    pub sources: Vec<BySource>,
}

impl Report {
    /// The report of these measures but for those given up; some may have no plan.
    #[must_use]
    pub fn of(all: &[Planned], wanted: &Wanted) -> Self {
        let is_in = |it: &&Planned| wanted.year.is_none_or(|year| it.is_in(year));
        let there: Vec<&Planned> = all.iter().filter(|it| it.counts()).filter(is_in).collect();
        let gives = |it: &&&Planned| match &wanted.source {
            Some(name) => it.budget.sources.iter().any(|it| alike(&it.name) == alike(name)),
            None => !it.budget.is_empty(),
        };
        let rows: Vec<Planned> = there.iter().filter(gives).map(|it| (*it).clone()).collect();
        let without = there.iter().filter(|it| it.budget.is_empty()).count();
        let mut sources: Vec<BySource> = Vec::new();
        for row in &rows {
            let mut counted: Vec<usize> = Vec::new();
            for it in &row.budget.sources {
                let at = place(&mut sources, it);
                sources[at].cents += it.cents;
                if !counted.contains(&at) {
                    counted.push(at);
                    sources[at].measures += 1;
                }
            }
        }
        if let Some(name) = &wanted.source {
            sources.retain(|it| alike(&it.name) == alike(name));
        }
        sources.sort_by(|a, b| (&a.name, &a.programme).cmp(&(&b.name, &b.programme)));
        Self { rows, without, sources }
    }

    /// What all of it costs, in cents.
    #[must_use]
    pub fn cents(&self) -> i64 {
        self.rows.iter().map(|it| it.budget.cents).sum()
    }

    /// What others give to it, in cents.
    #[must_use]
    pub fn given(&self) -> i64 {
        self.rows.iter().map(Planned::given).sum()
    }

    /// What the city pays of it itself, in cents.
    #[must_use]
    pub fn own(&self) -> i64 {
        self.rows.iter().map(|it| it.budget.own_cents()).sum()
    }

    /// What the named sources give, in cents.
    #[must_use]
    pub fn named(&self) -> i64 {
        self.sources.iter().map(|it| it.cents).sum()
    }
}

/// Where a source stands in the list, which it joins if it is not there.
fn place(sources: &mut Vec<BySource>, it: &Source) -> usize {
    let same = |that: &BySource| {
        alike(&that.name) == alike(&it.name) && alike(&that.programme) == alike(&it.programme)
    };
    sources.iter().position(same).unwrap_or_else(|| {
        let (name, programme) = (it.name.clone(), it.programme.clone());
        sources.push(BySource { name, programme, measures: 0, cents: 0 });
        sources.len() - 1
    })
}

fn alike(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A part of a whole in hundredths of a percent, rounded half up; none of nothing.
///
/// ```
/// use ankunft_governance::funding::model::share;
///
/// assert_eq!(share(1, 3), Some(3_333));
/// assert_eq!((share(2, 3), share(0, 5), share(5, 0)), (Some(6_667), Some(0), None));
/// ```
#[must_use]
pub fn share(part: i64, whole: i64) -> Option<i64> {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let scaled = (whole > 0).then(|| (part * 20_000 + whole) / (whole * 2))?;
    i64::try_from(scaled).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::around::money::{Part, Quota, parts};

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
            };
            Some(Budget { cents, sources: sources.iter().zip(paid).map(source).collect() })
        })
    }

    fn planned() -> impl Strategy<Value = Planned> {
        (proptest::option::of(2020_i16..2030), 2020_i16..2032, proptest::option::of(budget()))
            .prop_map(|(from, to, budget)| Planned {
                number: 1,
                title: "Maßnahme".to_owned(),
                state: State::Running,
                from: from.map(|it| date(it, 1, 1)),
                to: date(to, 12, 31),
                budget: budget.unwrap_or_default(),
            })
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
            let there = all.iter().filter(|it| year.is_none_or(|year| it.is_in(year))).count();
            prop_assert_eq!(report.rows.len() + report.without, there, "none is lost");
        }

        #[test]
        fn the_reports_of_sources_are_those_of_the_whole(all in proptest::collection::vec(planned(), 0..12)) {
            let whole = Report::of(&all, &Wanted::default());
            for name in ["Land", "Bund", "Stiftung", "EU"] {
                let wanted = Wanted { year: None, source: Some(name.to_owned()) };
                let own = Report::of(&all, &wanted);
                let expected: i64 = all.iter().map(|it| it.of(name)).sum();
                prop_assert_eq!(own.named(), expected);
                let in_whole = whole.sources.iter().filter(|it| alike(&it.name) == alike(name));
                prop_assert_eq!(in_whole.map(|it| it.cents).sum::<i64>(), expected);
            }
        }
    }

    #[test]
    fn what_was_given_up_is_in_no_sum() {
        let given =
            Source { name: "Land".into(), programme: String::new(), quota: None, cents: 60 };
        let budget = Budget { cents: 100, sources: vec![given] };
        let it = |number: i64, state: State| Planned {
            number,
            title: String::new(),
            state,
            from: None,
            to: date(2027, 12, 31),
            budget: budget.clone(),
        };
        let all = [it(1, State::Running), it(2, State::Ended), it(3, State::Done)];
        let report = Report::of(&all, &Wanted { year: Some(2026), source: None });
        assert_eq!(report.rows.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 3]);
        assert_eq!((report.cents(), report.given(), report.named()), (200, 120, 120));
    }

    #[test]
    fn a_measure_runs_from_its_first_to_its_last_year() {
        let it = Planned {
            number: 1,
            title: String::new(),
            state: State::Planned,
            from: Some(date(2026, 7, 1)),
            to: date(2027, 1, 1),
            budget: Budget::default(),
        };
        assert!(!it.is_in(2025) && it.is_in(2026) && it.is_in(2027) && !it.is_in(2028));
        assert!(Planned { from: None, ..it }.is_in(1999));
    }
}
