//! Where the rows of a pasted table stand: which goals of the edition they are, and below what.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::languages::{Arg, Texts};

use super::model::{Goal, Kind, Tree};
use super::paste::{Finding, Raw};
use super::words::Part;

/// What a goal of a table stands below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// Nothing.
    Top,
    /// A goal that is there.
    Known(i64),
    /// A row of the table, by its place.
    Row(usize),
}

/// The rows of a table and the goals of an edition, both by what they are called.
pub(super) struct Called<'a> {
    raw: &'a [Raw],
    tree: &'a Tree,
    rows: BTreeMap<String, Vec<usize>>,
    goals: BTreeMap<String, Vec<&'a Goal>>,
}

/// Where each row stands.
pub(super) struct Placed<'a> {
    below: Vec<Below>,
    /// The goal of the edition that each row is.
    pub(super) was: Vec<Option<&'a Goal>>,
}

impl<'a> Called<'a> {
    pub(super) fn of(raw: &'a [Raw], tree: &'a Tree) -> Self {
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, it) in raw.iter().enumerate() {
            rows.entry(it.wording.title.to_lowercase()).or_default().push(at);
        }
        let mut goals: BTreeMap<String, Vec<&Goal>> = BTreeMap::new();
        for (_, it) in tree.in_order() {
            goals.entry(it.wording.title.to_lowercase()).or_default().push(it);
        }
        Self { raw, tree, rows, goals }
    }

    /// The goals of the edition that are called like a row.
    pub(super) fn goals_like(&self, at: usize) -> &[&'a Goal] {
        self.goals.get(&self.raw[at].wording.title.to_lowercase()).map_or(&[][..], Vec::as_slice)
    }

    /// The rows that have title and kind of a row, that one among them.
    fn rows_like(&self, at: usize) -> usize {
        let it = &self.raw[at].wording;
        let all = self.rows.get(&it.title.to_lowercase()).into_iter().flatten();
        all.filter(|row| self.raw[**row].wording.kind == it.kind).count()
    }

    /// What a row names that it stands below, with its kind. Of several of that name the nearest
    /// row before counts, one of a wider kind first; what cannot stand above it is the last choice.
    fn named(&self, at: usize) -> Option<(Below, Kind)> {
        let name = self.raw[at].below.to_lowercase();
        let kind = self.raw[at].wording.kind;
        let of = |row: usize| self.raw[row].wording.kind;
        let rows = self.rows.get(&name).map_or(&[][..], Vec::as_slice);
        let goals = self.goals.get(&name).map_or(&[][..], Vec::as_slice);
        let before = || rows.iter().copied().filter(move |row| *row < at);
        let others = || rows.iter().copied().filter(move |row| *row != at);
        let row = |row: usize| (Below::Row(row), of(row));
        let goal = |it: &&Goal| (Below::Known(it.number), it.wording.kind);
        before()
            .rfind(|it| of(*it) < kind)
            .or_else(|| before().rfind(|it| of(*it) == kind))
            .or_else(|| others().find(|it| of(*it) <= kind))
            .map(row)
            .or_else(|| goals.iter().find(|it| it.wording.kind < kind).map(goal))
            .or_else(|| goals.iter().find(|it| it.wording.kind == kind).map(goal))
            .or_else(|| before().next_back().or_else(|| rows.first().copied()).map(row))
            .or_else(|| goals.first().map(goal))
    }

    /// What a row stands below; a finding where it names something that is not there or too narrow.
    fn below(&self, t: &Texts, at: usize, findings: &mut Vec<Finding>) -> Below {
        let it = &self.raw[at];
        let kind = it.wording.kind;
        if it.below.is_empty() {
            let wider = self.raw[..at].iter().rposition(|above| above.wording.kind < kind);
            return wider.map_or(Below::Top, Below::Row);
        }
        let (found, text) = match self.named(at) {
            Some((found, above)) if above <= kind => return found,
            Some((found, _)) => (found, t.get("ziel-unter-enger")),
            None => {
                let args = [("titel", Arg::from(it.below.as_str()))];
                (Below::Top, t.with("ziele-tabelle-unter-fehlt", &args))
            }
        };
        findings.push(Finding { line: it.line, part: Some(Part::Parent), text });
        found
    }

    /// The name of what a row stands below.
    fn title_above(&self, below: Below) -> String {
        match below {
            Below::Top => String::new(),
            Below::Row(row) => self.raw[row].wording.title.to_lowercase(),
            Below::Known(number) => self.title_of(Some(number)),
        }
    }

    fn title_of(&self, number: Option<i64>) -> String {
        let goal = number.and_then(|it| self.tree.get(it));
        goal.map_or_else(String::new, |it| it.wording.title.to_lowercase())
    }

    /// Which goal of the edition each row is: one with its title and kind below something of the same
    /// name, or the only one with title and kind where only one row has them. None is taken twice.
    fn known(&self, below: &[Below]) -> Vec<Option<&'a Goal>> {
        let mut taken: BTreeSet<i64> = BTreeSet::new();
        let mut known = Vec::new();
        for (at, below) in below.iter().enumerate() {
            let kind = self.raw[at].wording.kind;
            let all = self.goals_like(at).iter().copied().filter(|it| it.wording.kind == kind);
            let above = self.title_above(*below);
            let same = all
                .clone()
                .filter(|it| !taken.contains(&it.number))
                .find(|it| self.title_of(it.wording.parent) == above);
            let is_only = all.clone().count() == 1 && self.rows_like(at) == 1;
            let found = same.or_else(|| all.clone().next().filter(|_| is_only));
            taken.extend(found.map(|it| it.number));
            known.push(found);
        }
        known
    }

    /// Rows that would stand below themselves, each once.
    fn circles(&self, t: &Texts, places: &Placed<'_>, findings: &mut Vec<Finding>) {
        let rows: BTreeMap<i64, usize> = places
            .was
            .iter()
            .enumerate()
            .filter_map(|(row, was)| Some(((*was)?.number, row)))
            .collect();
        // A goal that is in the table stands where the table puts it.
        let met = |it: Below| match it {
            Below::Known(number) => rows.get(&number).map_or(it, |row| Below::Row(*row)),
            _ => it,
        };
        let above = |it: Below| match it {
            Below::Top => Below::Top,
            Below::Row(row) => places.below[row],
            Below::Known(number) => self
                .tree
                .get(number)
                .and_then(|it| it.wording.parent)
                .map_or(Below::Top, Below::Known),
        };
        let most = self.raw.len() + self.goals.values().map(Vec::len).sum::<usize>();
        for (at, it) in self.raw.iter().enumerate() {
            let mut here = met(places.below[at]);
            for _ in 0..most {
                if here == Below::Row(at) {
                    let text = t.get("ziel-unter-sich");
                    findings.push(Finding { line: it.line, part: Some(Part::Parent), text });
                    break;
                }
                if here == Below::Top {
                    break;
                }
                here = met(above(here));
            }
        }
    }

    /// Where each row stands; findings where that cannot be. A goal that is there already stays where
    /// it is unless its row names something else.
    pub(super) fn placed(&self, t: &Texts, findings: &mut Vec<Finding>) -> Placed<'a> {
        let mut below: Vec<Below> =
            (0..self.raw.len()).map(|at| self.below(t, at, findings)).collect();
        let was = self.known(&below);
        for (at, was) in was.iter().enumerate() {
            if let Some(was) = was.filter(|_| self.raw[at].below.is_empty()) {
                below[at] = was.wording.parent.map_or(Below::Top, Below::Known);
            }
        }
        let places = Placed { below, was };
        self.circles(t, &places, findings);
        places
    }
}

impl Placed<'_> {
    /// The rows in their order, but each after the one that it stands below, with the place of that
    /// one in this order.
    pub(super) fn in_order(&self) -> Vec<(usize, Below)> {
        let mut place: Vec<Option<usize>> = vec![None; self.below.len()];
        let mut order = Vec::new();
        for at in 0..self.below.len() {
            let mut chain = vec![at];
            while let Some(Below::Row(above)) = chain.last().map(|it| self.below[*it]) {
                chain.push(above);
            }
            for at in chain.into_iter().rev() {
                if place[at].is_none() {
                    place[at] = Some(order.len());
                    order.push(at);
                }
            }
        }
        let below = |at: usize| match self.below[at] {
            Below::Row(above) => place[above].map_or(Below::Top, Below::Row),
            other => other,
        };
        order.into_iter().map(|at| (at, below(at))).collect()
    }
}
