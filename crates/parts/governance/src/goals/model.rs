//! What a goal is, how goals stand below one another, and what changed between two editions.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

/// What a goal is in the tree, the widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Leitbild: what the city wants to be.
    Guiding,
    /// Handlungsfeld.
    Field,
    /// Strategisches Ziel.
    Goal,
    /// Handlungsempfehlung.
    Recommendation,
}

impl Kind {
    /// All kinds, the widest first.
    pub const ALL: [Self; 4] = [Self::Guiding, Self::Field, Self::Goal, Self::Recommendation];

    /// The word under which it is stored; its name is the text `ziel-art-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Guiding => "guiding",
            Self::Field => "field",
            Self::Goal => "goal",
            Self::Recommendation => "recommendation",
        }
    }

    /// The kind of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether a measure serves such a thing: a Leitbild and a field are served by what stands
    /// below them.
    #[must_use]
    pub const fn is_served(self) -> bool {
        matches!(self, Self::Goal | Self::Recommendation)
    }
}

/// What a version of a goal says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What it is.
    pub kind: Kind,
    /// The goal that it stands below.
    pub parent: Option<i64>,
    /// Its place among those of the same parent.
    pub rank: i64,
    /// What is to be reached, in one line.
    pub title: String,
    /// The same in full.
    pub body: String,
    /// By what one will notice that it is reached.
    pub sign: String,
    /// The Stelle that answers for it.
    pub owner: Option<i64>,
    /// The year until which it holds.
    pub horizon: Option<i64>,
}

/// A goal as it stands in an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its number in the city, the same in all editions.
    pub number: i64,
    /// The number of the version in its edition; the first is 1.
    pub version: i64,
    /// What it says.
    pub wording: Wording,
    /// The account that wrote the version.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
}

/// That a body adopted an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The day.
    pub on: Date,
    /// Who: `Stadtrat`.
    pub body: String,
    /// The address of the paper in the council's system; empty if there is none.
    pub paper: String,
}

/// An edition without its goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its number in the city; the first is 1.
    pub number: i64,
    /// What it is called: `Integrationskonzept 2027`.
    pub name: String,
    /// That it was adopted; a draft if it was not.
    pub adoption: Option<Adoption>,
}

/// The goals of an edition as a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    goals: BTreeMap<i64, Goal>,
    children: BTreeMap<Option<i64>, Vec<i64>>,
}

/// Why a goal cannot stand where it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// Its parent is no goal of this edition.
    NoParent,
    /// It would stand below itself.
    Circle,
    /// A wider kind below a narrower one: a field below a goal.
    Upside,
}

impl Tree {
    /// The tree of these goals. One whose parent is not among them stands at the top.
    #[must_use]
    pub fn of(goals: Vec<Goal>) -> Self {
        let goals: BTreeMap<i64, Goal> = goals.into_iter().map(|it| (it.number, it)).collect();
        let mut children: BTreeMap<Option<i64>, Vec<i64>> = BTreeMap::new();
        for it in goals.values() {
            let parent = it.wording.parent.filter(|parent| goals.contains_key(parent));
            children.entry(parent).or_default().push(it.number);
        }
        for all in children.values_mut() {
            all.sort_by_key(|it| (goals[it].wording.rank, *it));
        }
        Self { goals, children }
    }

    /// Whether there is no goal.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.goals.is_empty()
    }

    /// The goal of a number.
    #[must_use]
    pub fn get(&self, number: i64) -> Option<&Goal> {
        self.goals.get(&number)
    }

    /// The goals directly below one, or at the top.
    pub fn below(&self, parent: Option<i64>) -> impl Iterator<Item = &Goal> {
        self.children.get(&parent).into_iter().flatten().map(|it| &self.goals[it])
    }

    /// All goals with their depth, each before what stands below it.
    #[must_use]
    pub fn in_order(&self) -> Vec<(usize, &Goal)> {
        let mut all = Vec::new();
        let mut open: Vec<(usize, &Goal)> = self.below(None).map(|it| (0, it)).collect();
        open.reverse();
        while let Some((depth, goal)) = open.pop() {
            all.push((depth, goal));
            let from = open.len();
            open.extend(self.below(Some(goal.number)).map(|it| (depth + 1, it)));
            open[from..].reverse();
        }
        all
    }

    /// The goals above one, the nearest last.
    #[must_use]
    pub fn path(&self, number: i64) -> Vec<&Goal> {
        let mut path = Vec::new();
        let mut seen = BTreeSet::from([number]);
        let mut here = self.get(number);
        while let Some(parent) = here.and_then(|it| self.get(it.wording.parent?)) {
            if !seen.insert(parent.number) {
                break;
            }
            path.push(parent);
            here = Some(parent);
        }
        path.reverse();
        path
    }

    /// A goal and all that stand below it.
    #[must_use]
    pub fn whole(&self, number: i64) -> BTreeSet<i64> {
        let mut whole = BTreeSet::new();
        let mut open = vec![number];
        while let Some(here) = open.pop() {
            if self.goals.contains_key(&here) && whole.insert(here) {
                open.extend(self.children.get(&Some(here)).into_iter().flatten());
            }
        }
        whole
    }

    /// Whether a goal may stand below another: `number` is `None` for one that is not there yet.
    ///
    /// # Errors
    ///
    /// Why it may not.
    pub fn may_stand(
        &self,
        number: Option<i64>,
        kind: Kind,
        parent: Option<i64>,
    ) -> Result<(), Misplaced> {
        let widest = |it: i64| self.below(Some(it)).map(|it| it.wording.kind).min();
        if number.and_then(widest).is_some_and(|below| below < kind) {
            return Err(Misplaced::Upside);
        }
        let Some(parent) = parent else { return Ok(()) };
        let above = self.get(parent).ok_or(Misplaced::NoParent)?;
        if number.is_some_and(|it| self.whole(it).contains(&parent)) {
            return Err(Misplaced::Circle);
        }
        if above.wording.kind > kind { Err(Misplaced::Upside) } else { Ok(()) }
    }

    /// The rank of what is put last below a parent.
    #[must_use]
    pub fn next_rank(&self, parent: Option<i64>) -> i64 {
        self.below(parent).map(|it| it.wording.rank).max().map_or(1, |it| it + 1)
    }

    /// What this tree has that an older one had not, had otherwise, or has no more.
    #[must_use]
    pub fn since(&self, older: &Self) -> Vec<Change> {
        let now = self.in_order().into_iter().filter_map(|(_, it)| match older.get(it.number) {
            None => Some(Change::Added(it.number)),
            Some(was) if was.wording.says_else(&it.wording) => Some(Change::Reworded(it.number)),
            Some(_) => None,
        });
        let gone = older.in_order().into_iter().filter(|(_, it)| self.get(it.number).is_none());
        now.chain(gone.map(|(_, it)| Change::Dropped(it.number))).collect()
    }
}

/// What differs between two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A goal that was not there.
    Added(i64),
    /// A goal that says something else, or stands elsewhere.
    Reworded(i64),
    /// A goal that is there no more.
    Dropped(i64),
}

impl Wording {
    /// Whether another wording is another goal to a reader; the place in a list is not.
    fn says_else(&self, other: &Self) -> bool {
        Self { rank: other.rank, ..self.clone() } != *other
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn goal(number: i64, kind: Kind, parent: Option<i64>) -> Goal {
        let wording = Wording {
            kind,
            parent,
            rank: number,
            title: format!("Ziel {number}"),
            body: String::new(),
            sign: String::new(),
            owner: None,
            horizon: None,
        };
        Goal { number, version: 1, wording, account: None, at: 0 }
    }

    fn concept() -> Tree {
        Tree::of(vec![
            goal(1, Kind::Guiding, None),
            goal(2, Kind::Field, Some(1)),
            goal(3, Kind::Goal, Some(2)),
            goal(4, Kind::Recommendation, Some(3)),
            goal(5, Kind::Field, Some(1)),
        ])
    }

    #[test]
    fn a_tree_is_read_from_the_top() {
        let order: Vec<(usize, i64)> =
            concept().in_order().into_iter().map(|(depth, it)| (depth, it.number)).collect();
        assert_eq!(order, [(0, 1), (1, 2), (2, 3), (3, 4), (1, 5)]);
        let path: Vec<i64> = concept().path(4).into_iter().map(|it| it.number).collect();
        assert_eq!(path, [1, 2, 3]);
    }

    #[test]
    fn no_goal_stands_below_itself_or_above_what_is_wider() {
        let tree = concept();
        assert_eq!(tree.may_stand(Some(2), Kind::Field, Some(4)), Err(Misplaced::Circle));
        assert_eq!(tree.may_stand(Some(2), Kind::Field, Some(2)), Err(Misplaced::Circle));
        assert_eq!(tree.may_stand(None, Kind::Field, Some(3)), Err(Misplaced::Upside));
        assert_eq!(tree.may_stand(Some(2), Kind::Recommendation, None), Err(Misplaced::Upside));
        assert_eq!(tree.may_stand(None, Kind::Goal, Some(99)), Err(Misplaced::NoParent));
        assert_eq!(tree.may_stand(Some(3), Kind::Goal, Some(5)), Ok(()));
    }

    #[test]
    fn editions_are_compared_by_what_they_say() {
        let older = concept();
        let mut goals: Vec<Goal> = older.goals.values().cloned().collect();
        goals.retain(|it| it.number != 4);
        goals[1].wording.title = "Anders".to_owned();
        goals[2].wording.rank = 77;
        goals.push(goal(6, Kind::Goal, Some(5)));
        let changes = Tree::of(goals).since(&older);
        assert_eq!(changes, [Change::Reworded(2), Change::Added(6), Change::Dropped(4)]);
    }

    proptest! {
        /// Whatever is moved where, as long as it may stand there, every goal is reached from the
        /// top exactly once.
        #[test]
        fn moves_that_may_be_keep_a_tree(moves in prop::collection::vec((1..30_i64, 0..30_i64), 0..80)) {
            let mut goals: Vec<Goal> = (1..30).map(|it| goal(it, Kind::Goal, None)).collect();
            for (number, parent) in moves {
                let parent = (parent > 0).then_some(parent);
                let tree = Tree::of(goals.clone());
                if tree.may_stand(Some(number), Kind::Goal, parent).is_ok() {
                    let at = usize::try_from(number - 1).expect("a place");
                    goals[at].wording.parent = parent;
                }
            }
            let tree = Tree::of(goals);
            let mut reached: Vec<i64> = tree.in_order().into_iter().map(|(_, it)| it.number).collect();
            reached.sort_unstable();
            prop_assert_eq!(reached, (1..30).collect::<Vec<i64>>());
        }
    }
}
