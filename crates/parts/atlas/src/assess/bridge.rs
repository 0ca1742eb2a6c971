//! Figures of earlier area units carried to those of today, where somebody knows how one became
//! the other.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::register::areas::{self, AreaVersion, Link};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

/// At least this much of a unit must have gone to another for the two to count as the same.
const SAME: f64 = 0.999;
/// At least this share of the people of a unit must come from units that went into it for at
/// least this share. A smaller piece has the figures of the whole that it was cut from: a freight
/// yard would inherit the history of the old town beside it.
const MOSTLY: f64 = 0.75;

/// The ways from earlier versions of the area units to one version.
#[derive(Debug, Default)]
pub(super) struct Bridges {
    /// By earlier version the steps that lead to the version asked for, the first step first.
    steps: BTreeMap<i64, Vec<Step>>,
}

/// From one version to the next.
#[derive(Clone, Debug, Default)]
struct Step {
    /// By unit that is entered: what goes into it.
    into: BTreeMap<String, Vec<(String, f64)>>,
}

impl Step {
    fn of(links: &[Link]) -> Self {
        let mut step = Self::default();
        for link in links {
            let from = (link.from_code.clone(), link.weight);
            step.into.entry(link.to_code.clone()).or_default().push(from);
        }
        step
    }

    /// A unit that one other became as a whole.
    fn same(&self, code: &str) -> Option<&str> {
        match self.into.get(code)?.as_slice() {
            [(from, weight)] if *weight >= SAME => Some(from),
            _ => None,
        }
    }
}

impl Bridges {
    /// Reads the ways to a version from those before it. One without crosswalk leads nowhere.
    pub(super) async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        versions: &[AreaVersion],
        to: &AreaVersion,
    ) -> Result<Self, StoreError> {
        let mut older: Vec<&AreaVersion> = versions
            .iter()
            .filter(|it| it.geography == to.geography && it.valid_from < to.valid_from)
            .collect();
        older.sort_by(|a, b| b.valid_from.cmp(&a.valid_from));
        let (mut bridges, mut next, mut steps) = (Self::default(), to.id, Vec::new());
        for version in older {
            let links = areas::crosswalk(connection, tenant, (version.id, next)).await?;
            if links.is_empty() {
                break;
            }
            steps.insert(0, Step::of(&links));
            bridges.steps.insert(version.id, steps.clone());
            next = version.id;
        }
        Ok(bridges)
    }

    /// The earlier versions from which a way leads.
    pub(super) fn versions(&self) -> impl Iterator<Item = i64> {
        self.steps.keys().copied()
    }

    /// The units of today that are not just an earlier unit under the same bounds.
    pub(super) fn changed<'a>(
        &self,
        from: i64,
        codes: impl Iterator<Item = &'a str>,
    ) -> BTreeSet<&'a str> {
        codes.filter(|code| self.origin(from, code).is_none()).collect()
    }

    /// The unit of an earlier version that this unit of today was, bounds and all.
    pub(super) fn origin(&self, from: i64, code: &str) -> Option<String> {
        let steps = self.steps.get(&from)?;
        steps
            .iter()
            .rev()
            .try_fold(code.to_owned(), |code, step| Some(step.same(&code)?.to_owned()))
    }

    /// The units of today whose earlier figures are their own, seen from an earlier version with
    /// these residents: most of their people come from units of which most became them.
    pub(super) fn successors(
        &self,
        from: i64,
        residents: &BTreeMap<String, f64>,
    ) -> BTreeSet<String> {
        let Some(steps) = self.steps.get(&from) else { return BTreeSet::new() };
        let all = residents.iter().map(|(code, it)| (code.clone(), (*it, *it)));
        let carried = steps.iter().fold(all.collect(), |people, step| inherited(step, &people));
        let mostly =
            carried.into_iter().filter(|(_, (all, own))| *all > 0.0 && *own >= MOSTLY * all);
        mostly.map(|(code, _)| code).collect()
    }

    /// Carries the figures of an earlier version, by code. Counts are split by the weights of the
    /// crosswalk, and are missing where a part is; shares are carried only where a unit stayed
    /// the same.
    pub(super) fn carry(
        &self,
        from: i64,
        values: BTreeMap<String, f64>,
        (are_counts, codes): (bool, &[String]),
    ) -> BTreeMap<String, f64> {
        let Some(steps) = self.steps.get(&from) else { return BTreeMap::new() };
        if are_counts {
            return steps.iter().fold(values, |values, step| carried(step, &values));
        }
        let of = |code: &String| Some((code.clone(), *values.get(&self.origin(from, code)?)?));
        codes.iter().filter_map(of).collect()
    }
}

fn carried(step: &Step, values: &BTreeMap<String, f64>) -> BTreeMap<String, f64> {
    let into = step.into.iter().filter_map(|(code, parts)| {
        let part = |(from, weight): &(String, f64)| Some(values.get(from)? * weight);
        Some((code.clone(), parts.iter().map(part).sum::<Option<f64>>()?))
    });
    into.collect()
}

/// People of a unit: all, and those who come from a unit that mostly became it.
type People = BTreeMap<String, (f64, f64)>;

fn inherited(step: &Step, people: &People) -> People {
    let into = step.into.iter().filter_map(|(code, parts)| {
        let part = |(from, weight): &(String, f64)| {
            let (all, own) = people.get(from)?;
            Some((all * weight, if *weight >= MOSTLY { own * weight } else { 0.0 }))
        };
        let parts: Vec<(f64, f64)> = parts.iter().map(part).collect::<Option<_>>()?;
        let sum = |of: fn(&(f64, f64)) -> f64| parts.iter().map(of).sum();
        Some((code.clone(), (sum(|it| it.0), sum(|it| it.1))))
    });
    into.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: &str, to: &str, weight: f64) -> Link {
        Link { from_code: from.into(), to_code: to.into(), weight }
    }

    fn bridges() -> Bridges {
        let first = Step::of(&[link("a", "A", 1.0), link("b", "B", 0.25), link("b", "C", 0.75)]);
        let second = Step::of(&[link("A", "1", 1.0), link("B", "2", 1.0), link("C", "2", 1.0)]);
        let steps = [(1, vec![first, second.clone()]), (2, vec![second])];
        Bridges { steps: steps.into_iter().collect() }
    }

    fn values(values: &[(&str, f64)]) -> BTreeMap<String, f64> {
        values.iter().map(|(code, value)| ((*code).to_owned(), *value)).collect()
    }

    #[test]
    fn counts_are_split_and_added_and_none_is_lost() {
        let codes = ["1".to_owned(), "2".to_owned()];
        let old = values(&[("a", 10.0), ("b", 8.0)]);
        let carried = bridges().carry(1, old.clone(), (true, &codes));
        assert_eq!(carried, values(&[("1", 10.0), ("2", 8.0)]));
        // A unit of which a part is not known is not known.
        let carried = bridges().carry(2, values(&[("A", 10.0), ("B", 2.0)]), (true, &codes));
        assert_eq!(carried, values(&[("1", 10.0)]));
        // Shares are not added up.
        let carried = bridges().carry(1, old, (false, &codes));
        assert_eq!(carried, values(&[("1", 10.0)]));
    }

    #[test]
    fn a_piece_does_not_inherit_the_history_of_the_whole() {
        // A town of which a tenth became a new unit, and two villages that became one.
        let links = [
            link("town", "town", 0.9),
            link("town", "yard", 0.1),
            link("a", "villages", 1.0),
            link("b", "villages", 1.0),
        ];
        let steps = [(1, vec![Step::of(&links)])].into_iter().collect();
        let people = values(&[("town", 5000.0), ("a", 800.0), ("b", 300.0)]);
        let successors = Bridges { steps }.successors(1, &people);
        assert_eq!(successors.into_iter().collect::<Vec<_>>(), ["town", "villages"]);
    }

    #[test]
    fn what_was_put_together_is_changed() {
        let changed = bridges().changed(2, ["1", "2"].into_iter());
        assert_eq!(changed.into_iter().collect::<Vec<_>>(), ["2"]);
        // Without a crosswalk nothing is known to be the same.
        assert_eq!(bridges().changed(7, ["1"].into_iter()).len(), 1);
    }
}
