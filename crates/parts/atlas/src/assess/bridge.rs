//! Figures of earlier area units carried to those of today, where somebody knows how one became
//! the other.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::register::areas::{self, AreaVersion, Link};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

/// Less than this of a unit may have gone elsewhere for it to count as the same.
const SAME: f64 = 0.999;

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
    fn origin(&self, from: i64, code: &str) -> Option<String> {
        let steps = self.steps.get(&from)?;
        steps
            .iter()
            .rev()
            .try_fold(code.to_owned(), |code, step| Some(step.same(&code)?.to_owned()))
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
    fn what_was_put_together_is_changed() {
        let changed = bridges().changed(2, ["1", "2"].into_iter());
        assert_eq!(changed.into_iter().collect::<Vec<_>>(), ["2"]);
        // Without a crosswalk nothing is known to be the same.
        assert_eq!(bridges().changed(7, ["1"].into_iter()).len(), 1);
    }
}
