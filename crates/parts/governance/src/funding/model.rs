//! What measures cost and who pays, added up: by measure, by source, and for all.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::sums::{Spellings, add, by_year, is_paid_by};
use crate::around::money::Budget;
use crate::measures::model::State;
use crate::spending::model::{Book, alike};

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
    /// The day on which it was written down.
    pub since: Date,
    /// What it costs, and who pays.
    pub budget: Budget,
    /// What was spent.
    pub book: Book,
}

impl Planned {
    /// The years for which money is planned, the first one first.
    fn planned_years(&self) -> BTreeSet<i16> {
        let paid = self.budget.sources.iter().flat_map(|it| it.years.iter().map(|it| it.0));
        self.budget.costs.iter().filter_map(|it| it.year).chain(paid).collect()
    }

    /// The year in which it begins: that of its first day, else the first for which money is planned,
    /// in which something was booked, or in which it was written down.
    #[must_use]
    pub fn first_year(&self) -> i16 {
        let booked = || self.book.counting().map(|it| it.says.day.year()).min();
        let from = self.from.map(Date::year);
        let known = from.or_else(|| self.planned_years().first().copied()).or_else(booked);
        known.unwrap_or_else(|| self.since.year()).min(self.to.year())
    }

    /// Whether a year lies between its beginning and its end.
    #[must_use]
    pub fn is_in(&self, year: i16) -> bool {
        (self.first_year()..=self.to.year()).contains(&year)
    }

    /// Whether it runs in a year; what is only planned does not run yet.
    #[must_use]
    pub fn runs_in(&self, year: i16) -> bool {
        self.state != State::Planned && self.counts() && self.is_in(year)
    }

    /// Whether a report of a year speaks of it: the year lies in its time, or something is planned for
    /// it or was booked in it.
    #[must_use]
    pub fn concerns(&self, year: i16) -> bool {
        let is_booked = self.book.counting().any(|it| it.says.day.year() == year);
        self.is_in(year) || is_booked || self.planned_years().contains(&year)
    }

    /// What is planned for a year, in cents: of the costs, or of a source of this name. None if nobody
    /// has said in which year it is needed.
    #[must_use]
    pub fn planned_in(&self, year: i16, source: Option<&str>) -> Option<i64> {
        let Some(name) = source else {
            let plan = self.budget.cost_plan();
            let at = plan.years.iter().position(|it| *it == Some(year));
            return plan.has_years().then(|| at.map_or(0, |at| plan.column(at)));
        };
        let own = self.budget.sources.iter().filter(|it| alike(&it.name) == alike(name));
        let years: Vec<(i16, i64)> = own.flat_map(|it| it.years.iter().copied()).collect();
        let sum = || years.iter().filter(|it| it.0 == year).map(|it| it.1).sum();
        (!years.is_empty()).then(sum)
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

    /// Whether more was spent on it than it was to cost.
    #[must_use]
    pub fn is_over(&self) -> bool {
        !self.budget.is_empty() && self.book.spent(None) > self.budget.cents
    }

    /// What was spent of the money of a source of this name, in cents; in a year, if one is asked for.
    #[must_use]
    pub fn spent_of(&self, name: &str, year: Option<i16>) -> i64 {
        let says = self.book.counting().map(|it| &it.says);
        let own = says.filter(|it| is_paid_by(it, name));
        let own = own.filter(|it| year.is_none_or(|year| it.day.year() == year));
        own.map(|it| it.cents).sum()
    }

    /// What was spent, in a year or in all.
    #[must_use]
    pub fn book_of(&self, year: Option<i16>) -> Book {
        let is_in = |day: Date| year.is_none_or(|it| day.year() == it);
        Book::of(self.book.counting().filter(|it| is_in(it.says.day)).cloned().collect())
    }

    /// Whether a source of this name gives something to it or has paid.
    fn has(&self, name: &str) -> bool {
        let planned = self.budget.sources.iter().any(|it| alike(&it.name) == alike(name));
        planned || self.book.counting().any(|it| is_paid_by(&it.says, name))
    }

    /// The same without its plan where it was given up: what was spent stays spent.
    fn as_counted(&self) -> Self {
        let budget = if self.counts() { self.budget.clone() } else { Budget::default() };
        Self { budget, ..self.clone() }
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
    /// What was spent of it, in cents.
    pub spent: i64,
}

/// What was planned for a calendar year, and what was spent in it, in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByYear {
    /// What it costs.
    pub cents: i64,
    /// What others give; of one source, where one is asked for.
    pub given: i64,
    /// What the city pays itself.
    pub own: i64,
    /// What was spent; of one source, where one is asked for.
    pub spent: i64,
}

/// The money of a year, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InYear {
    /// What is planned for it.
    pub planned: i64,
    /// What is left of that.
    pub left: i64,
}

/// Of which measures a report speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those that a year concerns.
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
    /// The same by year; what no year is known of stands at the end.
    pub years: Vec<(Option<i16>, ByYear)>,
    /// The year whose spending is counted; all, if there is none.
    pub year: Option<i16>,
}

impl Report {
    /// The report of these measures but for those given up; some may have no plan.
    #[must_use]
    pub fn of(all: &[Planned], wanted: &Wanted) -> Self {
        let is_in = |it: &&Planned| wanted.year.is_none_or(|year| it.concerns(year));
        let counts = |it: &&Planned| it.counts() || !it.book.is_empty();
        let there: Vec<Planned> =
            all.iter().filter(counts).filter(is_in).map(Planned::as_counted).collect();
        let is_said = |it: &&Planned| !it.budget.is_empty() || !it.book.is_empty();
        let gives = |it: &&Planned| match &wanted.source {
            Some(name) => it.has(name),
            None => is_said(it),
        };
        let rows: Vec<Planned> = there.iter().filter(gives).cloned().collect();
        let without = there.iter().filter(|it| !is_said(it)).count();
        let spellings = Spellings::of(all);
        let mut sources: Vec<BySource> = Vec::new();
        for row in &rows {
            add(&mut sources, row, (&spellings, wanted.year));
        }
        if let Some(name) = &wanted.source {
            sources.retain(|it| alike(&it.name) == alike(name));
        }
        sources.sort_by(|a, b| (&a.name, &a.programme).cmp(&(&b.name, &b.programme)));
        let years = by_year(&rows, wanted.source.as_deref());
        Self { rows, without, sources, years, year: wanted.year }
    }

    /// What was spent on a measure of it, in cents; in the year that was asked for.
    #[must_use]
    pub fn spent_on(&self, it: &Planned) -> i64 {
        it.book.spent(self.year)
    }

    /// What was spent on all of them, in cents; in the year that was asked for.
    #[must_use]
    pub fn spent(&self) -> i64 {
        self.rows.iter().map(|it| self.spent_on(it)).sum()
    }

    /// What was spent of the money of the named sources, in cents.
    #[must_use]
    pub fn spent_by_named(&self) -> i64 {
        self.sources.iter().map(|it| it.spent).sum()
    }

    /// What of a measure of it is planned for, and left in, the year that was asked for, in cents; of
    /// one source, where one is asked for. None without a year, or if its plan knows no years.
    #[must_use]
    pub fn in_year(&self, it: &Planned, source: Option<&str>) -> Option<InYear> {
        let planned = it.planned_in(self.year?, source)?;
        let spent = match source {
            Some(name) => it.spent_of(name, self.year),
            None => self.spent_on(it),
        };
        Some(InYear { planned, left: planned - spent })
    }

    /// The same of all measures whose plans know years; none if there is no such measure.
    #[must_use]
    pub fn all_in_year(&self, source: Option<&str>) -> Option<InYear> {
        let each = self.rows.iter().filter_map(|it| self.in_year(it, source));
        each.reduce(|a, b| InYear { planned: a.planned + b.planned, left: a.left + b.left })
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
