//! The plan of costs and financing as funders ask for it: kinds of cost by year, and who pays by year.
//! Both tables add up along rows and columns, to the cent.

use std::collections::BTreeSet;

use super::money::{Budget, CostKind};

/// Amounts by row and year.
///
/// Law: what rows sum up to is what columns sum up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid<K> {
    /// The years in their order; none is what no year is known of, and stands last.
    pub years: Vec<Option<i16>>,
    /// Each row with its cents, in the order of the years.
    pub rows: Vec<(K, Vec<i64>)>,
}

impl<K> Grid<K> {
    /// What a column sums up to, in cents.
    #[must_use]
    pub fn column(&self, at: usize) -> i64 {
        self.rows.iter().filter_map(|it| it.1.get(at)).sum()
    }

    /// All of it, in cents.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.rows.iter().flat_map(|it| &it.1).sum()
    }

    /// Whether any amount has a year.
    #[must_use]
    pub fn has_years(&self) -> bool {
        self.years.iter().any(Option::is_some)
    }

    /// Without the columns in which there is nothing; one column stays.
    fn tight(mut self) -> Self {
        for at in (0..self.years.len()).rev() {
            if self.years.len() > 1 && self.rows.iter().all(|it| it.1[at] == 0) {
                self.years.remove(at);
                self.rows.iter_mut().for_each(|it| {
                    it.1.remove(at);
                });
            }
        }
        self
    }
}

/// Who pays, in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payer {
    /// A source, by its place in the budget.
    Source(usize),
    /// The city itself.
    Own,
}

/// What in a plan does not fit together. It is said, and never in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The positions are together so many cents more than the costs; fewer, if it is negative.
    Costs(i64),
    /// The years of a source, by its place, are so many cents more than it pays; fewer likewise.
    Source(usize, i64),
}

impl Budget {
    /// What its positions are together, in cents.
    #[must_use]
    pub fn divided(&self) -> i64 {
        self.costs.iter().map(|it| it.cents).sum()
    }

    /// The costs by kind and year. What is not divided stands in a row without a kind, also where the
    /// positions are more than the costs: all of it is together what the measure costs.
    #[must_use]
    pub fn cost_plan(&self) -> Grid<Option<CostKind>> {
        let dated: BTreeSet<i16> = self.costs.iter().filter_map(|it| it.year).collect();
        let years: Vec<Option<i16>> = dated.into_iter().map(Some).chain([None]).collect();
        let of = |kind: CostKind, year: Option<i16>| -> i64 {
            let own = self.costs.iter().filter(|it| it.kind == kind && it.year == year);
            own.map(|it| it.cents).sum()
        };
        let row = |kind: CostKind| (Some(kind), years.iter().map(|it| of(kind, *it)).collect());
        let mut rows: Vec<(Option<CostKind>, Vec<i64>)> = CostKind::ALL
            .into_iter()
            .map(row)
            .filter(|it: &(_, Vec<i64>)| it.1.iter().any(|it| *it != 0))
            .collect();
        let rest = self.cents - self.divided();
        if rest != 0 || rows.is_empty() {
            let amount = |year: &Option<i16>| if year.is_none() { rest } else { 0 };
            rows.push((None, years.iter().map(amount).collect()));
        }
        Grid { years, rows }.tight()
    }

    /// Who pays in which year, the city last: in each year what the others leave of its costs. Where no
    /// cost has a year, none is known of the city's own part either.
    #[must_use]
    pub fn financing_plan(&self) -> Grid<Payer> {
        let costs = self.cost_plan();
        let paid = self.sources.iter().flat_map(|it| it.years.iter().map(|it| it.0));
        let dated: BTreeSet<i16> = paid.chain(costs.years.iter().copied().flatten()).collect();
        let years: Vec<Option<i16>> = dated.into_iter().map(Some).chain([None]).collect();
        let source = |(at, it): (usize, &super::money::Source)| {
            let in_year = |year: i16| -> i64 {
                it.years.iter().filter(|of| of.0 == year).map(|it| it.1).sum()
            };
            let rest = it.cents - it.years.iter().map(|it| it.1).sum::<i64>();
            let amount = |year: &Option<i16>| year.map_or(rest, in_year);
            (Payer::Source(at), years.iter().map(amount).collect::<Vec<i64>>())
        };
        let mut rows: Vec<(Payer, Vec<i64>)> =
            self.sources.iter().enumerate().map(source).collect();
        let cost = |year: i16| {
            let at = costs.years.iter().position(|it| *it == Some(year));
            at.map_or(0, |at| costs.column(at))
        };
        let given = |at: usize| -> i64 { rows.iter().map(|it| it.1[at]).sum() };
        let own = |(at, year): (usize, &Option<i16>)| match year {
            Some(year) if costs.has_years() => cost(*year) - given(at),
            _ => 0,
        };
        let mut own: Vec<i64> = years.iter().enumerate().map(own).collect();
        let known: i64 = own.iter().sum();
        if let Some(last) = own.last_mut() {
            *last = self.own_cents() - known;
        }
        rows.push((Payer::Own, own));
        Grid { years, rows }.tight()
    }

    /// What does not fit together.
    #[must_use]
    pub fn gaps(&self) -> Vec<Gap> {
        let costs = self.divided() - self.cents;
        let costs = (!self.costs.is_empty() && costs != 0).then_some(Gap::Costs(costs));
        let source = |(at, it): (usize, &super::money::Source)| {
            let dated: i64 = it.years.iter().map(|it| it.1).sum();
            let is_off = !it.years.is_empty() && dated != it.cents;
            is_off.then_some(Gap::Source(at, dated - it.cents))
        };
        costs.into_iter().chain(self.sources.iter().enumerate().filter_map(source)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::around::money::{Position, Source};

    fn position(kind: CostKind, year: Option<i16>, cents: i64) -> Position {
        Position { kind, year, cents }
    }

    fn source(cents: i64, years: Vec<(i16, i64)>) -> Source {
        Source { name: "Land".into(), programme: String::new(), quota: None, cents, years }
    }

    #[test]
    fn one_figure_is_a_plan() {
        let budget = Budget { cents: 100, ..Budget::default() };
        let costs = budget.cost_plan();
        assert_eq!((costs.years, costs.rows), (vec![None], vec![(None, vec![100])]));
        assert_eq!(budget.financing_plan().rows, [(Payer::Own, vec![100])]);
        assert_eq!(budget.gaps(), []);
    }

    #[test]
    fn what_is_left_of_a_year_is_the_citys() {
        let costs = vec![
            position(CostKind::Staff, Some(2026), 60),
            position(CostKind::Staff, Some(2027), 20),
            position(CostKind::Material, Some(2027), 20),
        ];
        let budget = Budget { cents: 100, sources: vec![source(50, vec![(2026, 50)])], costs };
        let plan = budget.financing_plan();
        assert_eq!(plan.years, [Some(2026), Some(2027)], "nothing is without a year");
        assert_eq!(plan.rows, [(Payer::Source(0), vec![50, 0]), (Payer::Own, vec![10, 40])]);
        assert_eq!(budget.gaps(), []);
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let costs = vec![position(CostKind::Other, None, 120)];
        let budget = Budget { cents: 100, sources: vec![source(50, vec![(2026, 40)])], costs };
        assert_eq!(budget.gaps(), [Gap::Costs(20), Gap::Source(0, -10)]);
        assert_eq!(budget.cost_plan().rows.last(), Some(&(None, vec![-20])));
    }

    fn budget() -> impl Strategy<Value = Budget> {
        let year = || prop::option::of(2024_i16..2029);
        let costs = prop::collection::vec((0_usize..5, year(), 1_i64..900_000), 0..9);
        let years = || prop::collection::btree_map(2024_i16..2029, 1_i64..90_000, 0..4);
        let sources = prop::collection::vec((0_i64..300_000, years()), 0..4);
        (1_i64..9_000_000, costs, sources).prop_map(|(more, costs, sources)| {
            let given: i64 = sources.iter().map(|it| it.0).sum();
            let costs = costs.into_iter();
            Budget {
                cents: given + more,
                sources: sources
                    .into_iter()
                    .map(|(cents, years)| source(cents, years.into_iter().collect()))
                    .collect(),
                costs: costs
                    .map(|(kind, year, cents)| position(CostKind::ALL[kind], year, cents))
                    .collect(),
            }
        })
    }

    proptest! {
        /// Both tables are together the costs, and the city pays what it pays.
        #[test]
        fn both_tables_add_up(budget in budget()) {
            let (costs, financing) = (budget.cost_plan(), budget.financing_plan());
            prop_assert_eq!(costs.total(), budget.cents);
            prop_assert_eq!(financing.total(), budget.cents);
            for (payer, row) in &financing.rows {
                let expected = match payer {
                    Payer::Source(at) => budget.sources[*at].cents,
                    Payer::Own => budget.own_cents(),
                };
                prop_assert_eq!(row.iter().sum::<i64>(), expected);
            }
            for kind in CostKind::ALL {
                let row = costs.rows.iter().find(|it| it.0 == Some(kind));
                let expected: i64 =
                    budget.costs.iter().filter(|it| it.kind == kind).map(|it| it.cents).sum();
                prop_assert_eq!(row.map_or(0, |it| it.1.iter().sum()), expected);
            }
        }

        /// Where costs have years, each year is financed by exactly what it costs.
        #[test]
        fn each_year_is_financed(budget in budget()) {
            let (costs, financing) = (budget.cost_plan(), budget.financing_plan());
            prop_assume!(costs.has_years());
            for (at, year) in financing.years.iter().enumerate() {
                let cost = costs.years.iter().position(|it| it == year);
                prop_assert_eq!(financing.column(at), cost.map_or(0, |it| costs.column(it)));
            }
        }
    }
}
