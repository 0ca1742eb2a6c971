//! A thread as one reader may follow it.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::citations::{self, Citation, Direction, Edge};
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Viewer};

use super::{Id, living, today};
use crate::around::store as sheets;
use crate::commitments::store as commitments;
use crate::effects;
use crate::effects::model::Known;
use crate::measures::store;

/// A thing on the thread.
#[derive(Clone, Debug)]
pub struct Node {
    /// Kind and id.
    pub id: Id,
    /// Where it stands.
    pub stage: Stage,
    /// What it says today.
    pub thing: CitedThing,
    /// The Fundstelle under which it was cited; none for the thing that was asked for.
    pub code: Option<String>,
    /// What it said when it was cited, if it says something else today.
    pub then: Option<String>,
}

/// That a thing rests on another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rests {
    /// What rests.
    pub citing: Id,
    /// On what.
    pub cited: Id,
    /// The Fundstelle.
    pub code: String,
}

/// What a measure is measured against, then and now.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The measures.
    pub of: Vec<Id>,
    /// What was seen when it was cited; none if this reader may not see it, or it was withdrawn.
    pub citation: Citation,
    /// What is said today; none if there is nothing newer.
    pub now: Option<CitedThing>,
}

/// What a measure on the thread is to change for people, while no value of it was accepted.
#[derive(Clone, Debug)]
pub struct Aim {
    /// The measure.
    pub measure: Id,
    /// The indicator.
    pub known: Known,
}

/// A thread in both directions from a thing.
#[derive(Clone, Debug)]
pub struct ThreadView {
    /// The thing that was asked for.
    pub start: Id,
    /// All things of the thread that this reader may see, the start among them: by stage, the
    /// newest first.
    pub nodes: Vec<Node>,
    /// What the start rests on, near and far.
    pub behind: BTreeSet<Id>,
    /// What rests on the start, near and far.
    pub ahead: BTreeSet<Id>,
    /// What of them rests on what.
    pub rests: Vec<Rests>,
    /// What the measures on it are measured against.
    pub effects: Vec<Effect>,
    /// What they are to bring about and no accepted value speaks of yet.
    pub aims: Vec<Aim>,
    /// What each of them costs, in cents, if somebody has said.
    pub money: BTreeMap<Id, i64>,
}

impl ThreadView {
    /// Follows the thread; none if there is no such thing for this reader.
    ///
    /// A constant number of statements, and those of each kind of thing, however long the thread is.
    pub async fn read(
        app: &App,
        viewer: &Viewer,
        tenant: Tenant,
        start: (&str, &str),
    ) -> Result<Option<Self>, StoreError> {
        let audience = viewer.actor.audience();
        let mut edges = {
            let mut read = app.store.read().await?;
            let mut edges = citations::edges(&mut read, tenant, start, Direction::Back).await?;
            edges.extend(citations::edges(&mut read, tenant, start, Direction::Forth).await?);
            edges
        };
        let shows = |it: &Edge| {
            app.parts.citable(&it.citing_kind).is_some_and(|it| it.shows_reasons(viewer))
        };
        edges.retain(shows);
        let start: Id = (start.0.to_owned(), start.1.to_owned());
        let all = edges.iter().flat_map(|it| [citing(it), cited(it)]).chain([start.clone()]);
        let all: BTreeSet<Id> = all.collect();
        let all = all.iter().map(|it| (it.0.as_str(), it.1.as_str()));
        let things = living(app, tenant, audience, all).await?;
        if !things.contains_key(&start) {
            return Ok(None);
        }
        // A thing that this reader may not see ends the thread for them: nothing behind it shows.
        let [behind, ahead] = reached(&start, &edges, &things);
        let reached: BTreeSet<Id> = behind.union(&ahead).chain([&start]).cloned().collect();
        let edges: Vec<&Edge> = edges.iter().filter(|it| joins(it, &reached)).collect();
        let ids: Vec<i64> = edges.iter().map(|it| it.citation).collect();
        let mut read = app.store.read().await?;
        let cited = citations::by_ids(&mut read, tenant, &ids, audience).await?;
        let baselines = read.kept::<store::Baselines>(tenant).await?;
        let (aims, money) = around(&mut read, tenant, &reached).await?;
        drop(read);
        let own: BTreeSet<i64> =
            edges.iter().filter(|it| citing(it) == start).map(|it| it.citation).collect();
        let nodes = nodes(app, (&things, &reached), (&cited, &own));
        let mut measured: BTreeMap<i64, BTreeSet<Id>> = BTreeMap::new();
        for it in edges.iter().filter(|it| it.citing_kind == store::KIND) {
            let all = it.citing.parse().ok().and_then(|it: i64| baselines.get(&it));
            if all.is_some_and(|all| all.contains(&it.citation)) {
                measured.entry(it.citation).or_default().insert(citing(it));
            }
        }
        let seen: Vec<Citation> =
            cited.into_iter().filter(|it| measured.contains_key(&it.id)).collect();
        let things: Vec<(&str, &str)> =
            seen.iter().map(|it| (it.cited_kind.as_str(), it.cited.as_str())).collect();
        let now = today(app, tenant, audience, &things).await?;
        let effect = |(citation, now): (Citation, Option<CitedThing>)| {
            let of = measured.remove(&citation.id).into_iter().flatten().collect();
            Effect { of, citation, now }
        };
        let effects = seen.into_iter().zip(now).map(effect).collect();
        let rests: BTreeSet<Rests> = edges.iter().map(|it| rests(it)).collect();
        let rests = rests.into_iter().collect();
        Ok(Some(Self { start, nodes, behind, ahead, rests, effects, aims, money }))
    }

    /// The things of a stage.
    pub fn of(&self, stage: Stage) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(move |it| it.stage == stage)
    }

    /// The thing that was asked for.
    pub fn asked(&self) -> Option<&Node> {
        self.nodes.iter().find(|it| it.id == self.start)
    }
}

/// What the measures among these are to bring about, and what they cost.
async fn around(
    read: &mut Read,
    tenant: Tenant,
    reached: &BTreeSet<Id>,
) -> Result<(Vec<Aim>, BTreeMap<Id, i64>), StoreError> {
    let of = |it: &Id| (it.0 == store::KIND).then(|| it.1.parse::<i64>().ok()).flatten();
    let measures: BTreeSet<i64> = reached.iter().filter_map(of).collect();
    if measures.is_empty() {
        return Ok((Vec::new(), BTreeMap::new()));
    }
    let id = |number: i64| (store::KIND.to_owned(), number.to_string());
    let values = reached.iter().filter(|it| it.0 == effects::actuals::KIND);
    let spoken: BTreeSet<(&str, &str)> = values.filter_map(|it| indicator_of(&it.1)).collect();
    let speaks = |it: &Known| {
        spoken.contains(&(it.measure.to_string().as_str(), it.number.to_string().as_str()))
    };
    let all = read.kept::<effects::store::Indicators>(tenant).await?;
    let open = all.iter().filter(|it| !it.says.ended && !it.says.step.is_output());
    let aims = open.filter(|it| measures.contains(&it.measure) && !speaks(it));
    let aims = aims.map(|known| Aim { measure: id(known.measure), known: known.clone() });
    let around = read.kept::<sheets::Arounds>(tenant).await?;
    let cents = |it: i64| around.get(&it).map_or(0, |it| it.budget.cents);
    let money = measures.iter().map(|it| (id(*it), cents(*it))).filter(|it| it.1 > 0);
    Ok((aims.collect(), money.collect()))
}

/// Measure and indicator of the id of a value.
fn indicator_of(id: &str) -> Option<(&str, &str)> {
    let mut pieces = id.splitn(3, ':');
    Some((pieces.next()?, pieces.next()?))
}

fn citing(it: &Edge) -> Id {
    (it.citing_kind.clone(), it.citing.clone())
}

fn cited(it: &Edge) -> Id {
    (it.cited_kind.clone(), it.cited.clone())
}

fn rests(it: &Edge) -> Rests {
    Rests { citing: citing(it), cited: cited(it), code: it.code.clone() }
}

fn joins(it: &Edge, things: &BTreeSet<Id>) -> bool {
    things.contains(&citing(it)) && things.contains(&cited(it))
}

/// What is reached from the start over things that this reader may see, back and forth apart: what
/// else rests on a reason is not what followed from its measure.
fn reached(start: &Id, edges: &[Edge], things: &BTreeMap<Id, CitedThing>) -> [BTreeSet<Id>; 2] {
    [Direction::Back, Direction::Forth].map(|direction| {
        let ways = ways(edges.iter(), direction);
        let seen = |it: Thing<'_>| things.contains_key(&(it.0.to_owned(), it.1.to_owned()));
        let found = follow((&start.0, &start.1), &ways, seen);
        found.into_iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
    })
}

/// A thing by kind and id.
pub type Thing<'a> = (&'a str, &'a str);

/// Where citations lead from each thing.
pub fn ways<'a>(
    edges: impl Iterator<Item = &'a Edge>,
    direction: Direction,
) -> BTreeMap<Thing<'a>, Vec<Thing<'a>>> {
    let mut ways: BTreeMap<Thing<'_>, Vec<Thing<'_>>> = BTreeMap::new();
    for it in edges {
        let (citing, cited) =
            ((it.citing_kind.as_str(), it.citing.as_str()), (&*it.cited_kind, &*it.cited));
        let (from, to) = match direction {
            Direction::Back => (citing, cited),
            Direction::Forth => (cited, citing),
        };
        ways.entry(from).or_default().push(to);
    }
    ways
}

/// What is reached from a thing, near and far; what is not seen is passed by nobody.
pub fn follow<'a>(
    start: Thing<'a>,
    ways: &BTreeMap<Thing<'a>, Vec<Thing<'a>>>,
    is_seen: impl Fn(Thing<'_>) -> bool,
) -> BTreeSet<Thing<'a>> {
    let mut open = vec![start];
    let mut found = BTreeSet::new();
    while let Some(here) = open.pop() {
        for to in ways.get(&here).into_iter().flatten() {
            if *to != start && is_seen(*to) && found.insert(*to) {
                open.push(*to);
            }
        }
    }
    found
}

/// Whether a thing says what somebody decided. Promises and what they stand in have the same place on
/// the thread, and are told apart from it wherever they are counted.
#[must_use]
pub fn is_decision(stage: Stage, kind: &str) -> bool {
    stage == Stage::Decision && ![commitments::KIND, commitments::PROMISE].contains(&kind)
}

fn nodes(
    app: &App,
    (things, reached): (&BTreeMap<Id, CitedThing>, &BTreeSet<Id>),
    (cited, own): (&[Citation], &BTreeSet<i64>),
) -> Vec<Node> {
    let node = |id: &Id| {
        let thing = things.get(id)?.clone();
        // What the thing itself saw goes before what others saw of the same.
        let mut all = cited.iter().filter(|it| it.cited_kind == id.0 && it.cited == id.1);
        let citation = all.clone().find(|it| own.contains(&it.id)).or_else(|| all.next());
        let then = citation.and_then(|it| it.snapshot.as_ref()?.value.clone());
        let then = then.filter(|then| Some(then) != thing.value.as_ref());
        Some(Node {
            stage: app.parts.citable(&id.0)?.stage(),
            id: id.clone(),
            code: citation.map(|it| it.code.clone()),
            then,
            thing,
        })
    };
    let mut nodes: Vec<Node> = reached.iter().filter_map(node).collect();
    nodes.sort_by(|a, b| (a.stage, &b.thing.date, &a.id).cmp(&(b.stage, &a.thing.date, &b.id)));
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(citing: &str, cited: &str) -> Edge {
        let (kind, text) = ("thing".to_owned(), str::to_owned);
        let (citing_kind, cited_kind) = (kind.clone(), kind);
        let (citing, cited) = (text(citing), text(cited));
        Edge { citing_kind, citing, cited_kind, cited, citation: 1, code: String::new() }
    }

    fn reaches(edges: &[Edge], start: &str, direction: Direction, unseen: &str) -> Vec<String> {
        let ways = ways(edges.iter(), direction);
        let found = follow(("thing", start), &ways, |it| it.1 != unseen);
        found.into_iter().map(|it| it.1.to_owned()).collect()
    }

    /// A measure rests on a task, the task on a decision, the decision on an observation; another
    /// decision speaks about the measure, which does not rest on it.
    #[test]
    fn what_is_far_counts_and_what_is_ahead_is_no_reason() {
        let all = [
            edge("measure", "task"),
            edge("task", "decision"),
            edge("decision", "observation"),
            edge("later", "measure"),
        ];
        let back = reaches(&all, "measure", Direction::Back, "");
        assert_eq!(back, ["decision", "observation", "task"]);
        assert_eq!(reaches(&all, "measure", Direction::Forth, ""), ["later"]);
        assert_eq!(reaches(&all, "measure", Direction::Back, "decision"), ["task"]);
    }

    #[test]
    fn a_circle_ends_and_never_holds_its_start() {
        let all = [edge("a", "b"), edge("b", "a"), edge("b", "b")];
        assert_eq!(reaches(&all, "a", Direction::Back, ""), ["b"]);
    }

    #[test]
    fn promises_are_told_apart_from_decisions() {
        assert!(is_decision(Stage::Decision, "decision"));
        assert!(!is_decision(Stage::Decision, commitments::PROMISE));
        assert!(!is_decision(Stage::Decision, commitments::KIND));
        assert!(!is_decision(Stage::Measure, "decision"));
    }
}
