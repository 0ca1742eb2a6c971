//! Lines of what was spent, and how they stand beside the plan.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::around::money::{Budget, CostKind};
use crate::around::plan;

/// From whose money something was paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payer {
    /// That of a source.
    Source {
        /// Who.
        name: String,
        /// By which programme.
        programme: String,
    },
    /// The city's own.
    Own,
    /// Nobody has said yet.
    #[default]
    Open,
}

impl Payer {
    /// The same, however it is spelled.
    #[must_use]
    pub fn alike(&self) -> Self {
        match self {
            Self::Source { name, programme } => {
                Self::Source { name: alike(name), programme: alike(programme) }
            }
            it => it.clone(),
        }
    }
}

/// A name without what people spell differently: spaces and capitals.
#[must_use]
pub fn alike(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// The day of the booking.
    pub day: Date,
    /// How much, in cents; less than nothing came back.
    pub cents: i64,
    /// The kind of cost, where it is known.
    pub kind: Option<CostKind>,
    /// From whose money.
    pub payer: Payer,
    /// What for; may be empty.
    pub note: String,
}

/// A line, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The measure.
    pub measure: i64,
    /// Its number; the first is 1.
    pub number: i64,
    /// What it says.
    pub says: Says,
    /// The line that it stands for.
    pub corrects: Option<i64>,
    /// Why.
    pub reason: String,
    /// The form that it came by.
    pub form_key: String,
    /// The account that wrote it.
    pub account: Option<i64>,
    /// In which Stelle.
    pub post: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// All lines of a measure, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book(Vec<Line>);

impl Book {
    /// The book of these lines.
    #[must_use]
    pub fn of(mut lines: Vec<Line>) -> Self {
        lines.sort_by_key(|it| it.number);
        Self(lines)
    }

    /// All lines, also those that no longer count.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.0
    }

    /// Whether nothing was booked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A line.
    #[must_use]
    pub fn line(&self, number: i64) -> Option<&Line> {
        self.0.iter().find(|it| it.number == number)
    }

    /// The line that stands for another.
    #[must_use]
    pub fn correction(&self, number: i64) -> Option<&Line> {
        self.0.iter().find(|it| it.corrects == Some(number))
    }

    /// The line that stands for another now: the last of its corrections, or itself.
    #[must_use]
    pub fn newest(&self, number: i64) -> Option<&Line> {
        let mut newest = self.line(number)?;
        while let Some(later) = self.correction(newest.number) {
            newest = later;
        }
        Some(newest)
    }

    /// The line under which something was booked first.
    #[must_use]
    pub fn first(&self, number: i64) -> i64 {
        let mut first = number;
        while let Some(before) = self.line(first).and_then(|it| it.corrects) {
            first = before;
        }
        first
    }

    /// The lines that count: those for which no other stands.
    pub fn counting(&self) -> impl Iterator<Item = &Line> {
        let corrected: BTreeSet<i64> = self.0.iter().filter_map(|it| it.corrects).collect();
        self.0.iter().filter(move |it| !corrected.contains(&it.number))
    }

    /// What was spent, in cents; in a year, if one is asked for.
    #[must_use]
    pub fn spent(&self, year: Option<i16>) -> i64 {
        let is_in = |it: &&Line| year.is_none_or(|year| it.says.day.year() == year);
        self.counting().filter(is_in).map(|it| it.says.cents).sum()
    }

    /// What was spent by something that lines say, in cents.
    pub fn spent_by<K: Ord>(&self, of: impl Fn(&Says) -> K) -> BTreeMap<K, i64> {
        let mut all = BTreeMap::new();
        for it in self.counting() {
            *all.entry(of(&it.says)).or_default() += it.says.cents;
        }
        all
    }
}

/// What was planned and what was spent, of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against<K> {
    /// The thing.
    pub of: K,
    /// What was planned, in cents; none where no plan speaks of it.
    pub plan: Option<i64>,
    /// What was spent, in cents.
    pub spent: i64,
}

impl<K> Against<K> {
    /// By how many cents it is over its plan.
    #[must_use]
    pub fn over(&self) -> Option<i64> {
        self.plan.map(|it| self.spent - it).filter(|it| *it > 0)
    }
}

/// Plan and spending side by side: what either speaks of, in the order of the plan.
fn beside<K: Ord + Clone>(
    planned: Vec<(K, Option<i64>)>,
    mut spent: BTreeMap<K, i64>,
) -> Vec<Against<K>> {
    let mut all: Vec<Against<K>> = Vec::new();
    for (of, plan) in planned {
        let spent = spent.remove(&of).unwrap_or_default();
        all.push(Against { of, plan, spent });
    }
    all.extend(spent.into_iter().map(|(of, spent)| Against { of, plan: None, spent }));
    all
}

/// By kind of cost; what has none stands last.
#[must_use]
pub fn by_kind(budget: &Budget, book: &Book) -> Vec<Against<Option<CostKind>>> {
    let grid = budget.cost_plan();
    let mut planned: Vec<(Option<CostKind>, Option<i64>)> = Vec::new();
    if !budget.costs.is_empty() {
        planned = grid.rows.iter().map(|it| (it.0, Some(it.1.iter().sum()))).collect();
    }
    let mut all = beside(planned, book.spent_by(|it| it.kind));
    all.sort_by_key(|it| (it.of.is_none(), it.of));
    all
}

/// By who pays: the sources of the plan, others, the city, and what nobody has said.
#[must_use]
pub fn by_payer(budget: &Budget, book: &Book) -> Vec<Against<Payer>> {
    let mut shown: BTreeMap<Payer, Payer> = BTreeMap::new();
    let mut plan: Vec<(Payer, Option<i64>)> = Vec::new();
    for it in &budget.sources {
        let payer = Payer::Source { name: it.name.clone(), programme: it.programme.clone() };
        let key = payer.alike();
        shown.entry(key.clone()).or_insert(payer);
        match plan.iter_mut().find(|it| it.0 == key) {
            Some((_, Some(cents))) => *cents += it.cents,
            _ => plan.push((key, Some(it.cents))),
        }
    }
    if !budget.is_empty() {
        plan.push((Payer::Own, Some(budget.own_cents())));
    }
    for it in book.counting() {
        shown.entry(it.says.payer.alike()).or_insert_with(|| it.says.payer.clone());
    }
    let mut all = beside(plan, book.spent_by(|it| it.payer.alike()));
    for it in &mut all {
        if let Some(as_written) = shown.get(&it.of) {
            it.of = as_written.clone();
        }
    }
    let rank = |it: &Payer| match it {
        Payer::Source { .. } => 0,
        Payer::Own => 1,
        Payer::Open => 2,
    };
    all.sort_by_key(|it| rank(&it.of));
    all
}

/// By calendar year; what the plan has no year for stands last.
#[must_use]
pub fn by_year(budget: &Budget, book: &Book) -> Vec<Against<Option<i16>>> {
    let grid: plan::Grid<Option<CostKind>> = budget.cost_plan();
    let mut planned: Vec<(Option<i16>, Option<i64>)> = Vec::new();
    if grid.has_years() {
        let column = |(at, year): (usize, &Option<i16>)| (*year, Some(grid.column(at)));
        planned = grid.years.iter().enumerate().map(column).collect();
    }
    let mut all = beside(planned, book.spent_by(|it| Some(it.day.year())));
    all.sort_by_key(|it| (it.of.is_none(), it.of));
    all
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::around::money::{Position, Source};

    fn line(number: i64, says: Says, corrects: Option<i64>) -> Line {
        let (reason, form_key) = (String::new(), number.to_string());
        Line {
            measure: 1,
            number,
            says,
            corrects,
            reason,
            form_key,
            account: None,
            post: None,
            at: 0,
        }
    }

    fn says(cents: i64) -> Says {
        let day = date(2026, 3, 1);
        Says { day, cents, kind: None, payer: Payer::Open, note: String::new() }
    }

    fn land(name: &str) -> Payer {
        Payer::Source { name: name.to_owned(), programme: String::new() }
    }

    #[test]
    fn what_was_corrected_stays_and_no_longer_counts() {
        let book = Book::of(vec![
            line(1, says(100), None),
            line(2, says(50), None),
            line(3, says(10), Some(1)),
            line(4, says(0), Some(3)),
        ]);
        assert_eq!((book.lines().len(), book.spent(None)), (4, 50));
        assert_eq!(book.newest(1).map(|it| it.number), Some(4));
        assert_eq!((book.first(4), book.first(2)), (1, 2));
        assert_eq!(book.newest(5), None);
    }

    #[test]
    fn a_source_is_one_however_it_is_spelled() {
        let source = Source {
            name: "Land".into(),
            programme: String::new(),
            quota: None,
            cents: 80,
            years: Vec::new(),
        };
        let budget = Budget { cents: 100, sources: vec![source], costs: Vec::new() };
        let book = Book::of(vec![
            line(1, Says { payer: land(" land"), ..says(90) }, None),
            line(2, Says { payer: land("Stiftung"), ..says(5) }, None),
        ]);
        let all = by_payer(&budget, &book);
        let shown: Vec<(&Payer, Option<i64>, i64)> =
            all.iter().map(|it| (&it.of, it.plan, it.spent)).collect();
        let (land, other) = (land("Land"), land("Stiftung"));
        assert_eq!(shown, [(&land, Some(80), 90), (&other, None, 5), (&Payer::Own, Some(20), 0)]);
        assert_eq!((all[0].over(), all[1].over(), all[2].over()), (Some(10), None, None));
    }

    fn book() -> impl Strategy<Value = Book> {
        let one = (
            2025_i16..2028,
            -900_i64..90_000,
            prop::option::of(0_usize..5),
            0_usize..5,
            any::<bool>(),
        );
        prop::collection::vec(one, 0..20).prop_map(|all| {
            let payers = [land("Land"), land("LAND "), land("Bund"), Payer::Own, Payer::Open];
            let mut open: Vec<i64> = Vec::new();
            let mut lines = Vec::new();
            for ((year, cents, kind, payer, corrects), number) in all.into_iter().zip(1_i64..) {
                let says = Says {
                    day: date(year, 5, 1),
                    kind: kind.map(|it| CostKind::ALL[it]),
                    payer: payers[payer].clone(),
                    ..says(cents)
                };
                let of = if corrects { open.pop() } else { None };
                lines.push(line(number, says, of));
                open.push(number);
            }
            Book::of(lines)
        })
    }

    fn budget() -> impl Strategy<Value = Budget> {
        let costs = prop::collection::vec(
            (0_usize..5, prop::option::of(2025_i16..2028), 1_i64..9_000),
            0..6,
        );
        (costs, 0_i64..5_000, 0_i64..90_000).prop_map(|(costs, land, own)| {
            let source = |name: &str| Source {
                name: name.to_owned(),
                programme: String::new(),
                quota: None,
                cents: land,
                years: Vec::new(),
            };
            let position =
                |(kind, year, cents)| Position { kind: CostKind::ALL[kind], year, cents };
            Budget {
                cents: 2 * land + own,
                sources: vec![source("Land"), source("land")],
                costs: costs.into_iter().map(position).collect(),
            }
        })
    }

    proptest! {
        /// However it is looked at, it is what was spent; and what was planned is what it costs.
        #[test]
        fn every_side_adds_up(budget in budget(), book in book()) {
            fn sums<K>(all: &[Against<K>]) -> (i64, i64) {
                let plan = all.iter().filter_map(|it| it.plan).sum();
                (plan, all.iter().map(|it| it.spent).sum())
            }
            let spent = book.spent(None);
            let (kinds, payers, years) =
                (by_kind(&budget, &book), by_payer(&budget, &book), by_year(&budget, &book));
            prop_assert_eq!(sums(&kinds).1, spent);
            prop_assert_eq!(sums(&payers).1, spent);
            prop_assert_eq!(sums(&years).1, spent);
            prop_assert_eq!(sums(&payers).0, budget.cents);
            if !budget.costs.is_empty() {
                prop_assert_eq!(sums(&kinds).0, budget.cents);
            }
            let by_year: i64 = (2025..2028).map(|it| book.spent(Some(it))).sum();
            prop_assert_eq!(by_year, spent);
        }
    }
}
