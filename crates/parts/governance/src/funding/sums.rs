//! How measures are added up: by source, whatever people call it, and by year.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::model::{BySource, ByYear, Planned};
use crate::around::money::Source;
use crate::around::plan::Payer as Planner;
use crate::spending::model::{Payer, Says, alike};

/// Whether a line was paid by a source of this name.
pub(super) fn is_paid_by(says: &Says, name: &str) -> bool {
    match &says.payer {
        Payer::Source { name: of, .. } => alike(of) == alike(name),
        Payer::Own | Payer::Open => false,
    }
}

/// The names of sources and programmes as most people spell them.
#[derive(Debug, Default)]
pub struct Spellings(BTreeMap<String, String>);

impl Spellings {
    /// Of these measures. Of two that are used as often it is the first in the order of signs: capitals
    /// stand before small letters.
    #[must_use]
    pub fn of(all: &[Planned]) -> Self {
        let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let named = all.iter().flat_map(|it| &it.budget.sources);
        for text in named.flat_map(|it| [&it.name, &it.programme]) {
            let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
            *counts.entry(alike(text)).or_default().entry(tidy).or_default() += 1;
        }
        let most = |(key, spellings): (String, BTreeMap<String, usize>)| {
            let most = spellings.into_iter().rev().max_by_key(|it| it.1)?;
            Some((key, most.0))
        };
        Self(counts.into_iter().filter_map(most).collect())
    }

    /// The usual spelling of a name.
    #[must_use]
    pub fn usual(&self, name: &str) -> String {
        self.0.get(&alike(name)).cloned().unwrap_or_else(|| name.to_owned())
    }
}

/// Adds what sources give to a measure, and what was spent of it in a year or in all.
pub(super) fn add(
    sources: &mut Vec<BySource>,
    row: &Planned,
    (spellings, year): (&Spellings, Option<i16>),
) {
    let mut counted: Vec<usize> = Vec::new();
    let mut count = |sources: &mut Vec<BySource>, at: usize| {
        if !counted.contains(&at) {
            counted.push(at);
            sources[at].measures += 1;
        }
    };
    for it in &row.budget.sources {
        let at = place(sources, (&it.name, &it.programme), spellings);
        sources[at].cents += it.cents;
        count(sources, at);
    }
    let is_in = |day: Date| year.is_none_or(|it| day.year() == it);
    for line in row.book.counting().filter(|it| is_in(it.says.day)) {
        let Payer::Source { name, programme } = &line.says.payer else { continue };
        let at = place(sources, (name, programme), spellings);
        sources[at].spent += line.says.cents;
        count(sources, at);
    }
}

/// Where a source stands in the list, which it joins if it is not there.
fn place(
    sources: &mut Vec<BySource>,
    (name, programme): (&str, &str),
    spellings: &Spellings,
) -> usize {
    let same = |that: &BySource| {
        alike(&that.name) == alike(name) && alike(&that.programme) == alike(programme)
    };
    sources.iter().position(same).unwrap_or_else(|| {
        let (name, programme) = (spellings.usual(name), spellings.usual(programme));
        sources.push(BySource { name, programme, measures: 0, cents: 0, spent: 0 });
        sources.len() - 1
    })
}

/// What is planned and spent by year; of one source, where one is asked for.
pub(super) fn by_year(rows: &[Planned], source: Option<&str>) -> Vec<(Option<i16>, ByYear)> {
    let mut all: BTreeMap<(bool, Option<i16>), ByYear> = BTreeMap::new();
    let is_asked = |of: &Source| source.is_none_or(|name| alike(&of.name) == alike(name));
    for row in rows {
        let costs = row.budget.cost_plan();
        for (at, year) in costs.years.iter().enumerate() {
            all.entry((year.is_none(), *year)).or_default().cents += costs.column(at);
        }
        let financing = row.budget.financing_plan();
        for (payer, amounts) in &financing.rows {
            for (year, cents) in financing.years.iter().zip(amounts) {
                let sums = all.entry((year.is_none(), *year)).or_default();
                match payer {
                    Planner::Source(at) if is_asked(&row.budget.sources[*at]) => {
                        sums.given += cents;
                    }
                    Planner::Source(_) => {}
                    Planner::Own => sums.own += cents,
                }
            }
        }
        let paid = row.book.counting().map(|it| &it.says);
        for says in paid.filter(|it| source.is_none_or(|name| is_paid_by(it, name))) {
            all.entry((false, Some(says.day.year()))).or_default().spent += says.cents;
        }
    }
    let all = all.into_iter().map(|it| (it.0.1, it.1));
    all.filter(|it| it.1 != ByYear::default()).collect()
}
