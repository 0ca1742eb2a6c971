//! What a workbook that came back says differently, and what would be written.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::columns::Leaf;
use super::sheets::{At, Fault};
use crate::effects::findings::Finding;
use crate::effects::model::{Indicator, Known as KnownIndicator, Value as Counted};
use crate::effects::period::Period;
use crate::measures::model::{Measure, Plan};
use crate::spending::model::Says;

/// So many differences are shown and taken over at once: what is more nobody looks at.
pub const MOST: usize = 1_000;

/// A cell that the file says differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Where.
    pub at: At,
    /// The thing.
    pub thing: String,
    /// The field.
    pub field: String,
    /// What stands now.
    pub was: String,
    /// What the file says.
    pub says: String,
    /// What stands out about it.
    pub note: String,
}

/// A cell that the file and somebody else changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The field of the form that decides it.
    pub name: String,
    /// What it was when the file was written.
    pub before: String,
    /// The cell.
    pub cell: Changed,
    /// Whether the file holds; nothing before somebody has decided.
    pub file_holds: Option<bool>,
}

/// A row for which there is nothing yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// Where.
    pub at: At,
    /// What it is.
    pub thing: String,
    /// What it says.
    pub says: String,
}

/// A thing that there is, or one that the file brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ref {
    /// Its number.
    Known(i64),
    /// Its position among the new ones.
    New(usize),
}

/// A value that is handed in.
#[derive(Clone, Debug)]
pub struct Counting {
    /// The measure.
    pub measure: Ref,
    /// The indicator.
    pub indicator: Ref,
    /// The period.
    pub period: Period,
    /// The version.
    pub version: i64,
    /// The value.
    pub value: Counted,
    /// Of that, by categories.
    pub parts: Vec<(String, i64)>,
    /// What there is to say.
    pub note: String,
    /// What the check found.
    pub findings: BTreeSet<Finding>,
}

/// What was spent and is booked.
#[derive(Clone, Debug)]
pub struct Spending {
    /// The measure.
    pub measure: Ref,
    /// The line that it stands for, and why.
    pub corrects: Option<(i64, String)>,
    /// What it says.
    pub says: Says,
}

/// What is written if somebody accepts it.
#[derive(Clone, Debug, Default)]
pub struct Writes {
    /// New measures.
    pub measures: Vec<Plan>,
    /// New versions of measures, with what they follow.
    pub plans: Vec<(Measure, Plan)>,
    /// New indicators.
    pub indicators: Vec<(Ref, Indicator)>,
    /// New versions of indicators, with what they follow.
    pub says: Vec<(KnownIndicator, Indicator)>,
    /// Values.
    pub values: Vec<Counting>,
    /// What was spent.
    pub spending: Vec<Spending>,
}

/// What a file says differently.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// What cannot be read; with anything here nothing is taken over.
    pub faults: Vec<Fault>,
    /// What is left out, in words.
    pub notes: Vec<String>,
    /// What only the file changed.
    pub changes: Vec<Changed>,
    /// What the file and somebody else changed.
    pub conflicts: Vec<Conflict>,
    /// What is new.
    pub new: Vec<New>,
    /// How many rows say what stands now.
    pub same: usize,
    /// Of each sheet of the file, how many things have no row in it.
    pub absent: Vec<(Leaf, usize)>,
    /// How many rows without a key there are, if they are too many to be compared at all.
    pub unread: usize,
    /// What would be written.
    pub writes: Writes,
}

impl Comparison {
    /// How much differs: cells that are changed, and rows that are new.
    #[must_use]
    pub fn differences(&self) -> usize {
        self.changes.len() + self.conflicts.len() + self.new.len() + self.unread
    }

    /// Whether more differs than anybody looks at.
    #[must_use]
    pub fn is_too_much(&self) -> bool {
        self.differences() > MOST
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.differences() == 0 && self.faults.is_empty()
    }

    /// Whether it can be taken over once conflicts are decided.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.is_same() && self.faults.is_empty() && !self.is_too_much()
    }

    /// A mark of what was shown: another one if anything differs otherwise by now.
    #[must_use]
    pub fn mark(&self) -> String {
        let conflicts: Vec<_> = self.conflicts.iter().map(|it| (&it.before, &it.cell)).collect();
        let shown = format!("{:?}{conflicts:?}{:?}", self.changes, self.new);
        let hash = Sha256::digest(shown.as_bytes());
        hash.iter().take(12).map(|it| format!("{it:02x}")).collect()
    }
}
