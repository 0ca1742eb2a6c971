//! A thread as one reader may follow it.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::citations::{self, Citation, Direction, Edge};
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Viewer};

use sqlx::AnyConnection;

use super::{Id, living, today};
use crate::around::model::{Around, Sheet};
use crate::around::store as sheets;
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
        let reached = reached(&start, &edges, &things);
        let edges: Vec<&Edge> = edges.iter().filter(|it| joins(it, &reached)).collect();
        let ids: Vec<i64> = edges.iter().map(|it| it.citation).collect();
        let mut read = app.store.read().await?;
        let cited = citations::by_ids(&mut read, tenant, &ids, audience).await?;
        let baselines = store::baselines(&mut read, tenant).await?;
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
        Ok(Some(Self { start, nodes, rests, effects, aims, money }))
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
    connection: &mut AnyConnection,
    tenant: Tenant,
    reached: &BTreeSet<Id>,
) -> Result<(Vec<Aim>, BTreeMap<Id, i64>), StoreError> {
    let of = |it: &Id| (it.0 == store::KIND).then(|| it.1.parse::<i64>().ok()).flatten();
    let measures: Vec<i64> = reached.iter().filter_map(of).collect();
    if measures.is_empty() {
        return Ok((Vec::new(), BTreeMap::new()));
    }
    let id = |number: i64| (store::KIND.to_owned(), number.to_string());
    let speaks = |it: &Known| {
        let begins = format!("{}:{}:", it.measure, it.number);
        reached.iter().any(|id| id.0 == effects::actuals::KIND && id.1.starts_with(&begins))
    };
    let all = effects::store::indicators_of(connection, tenant, &measures).await?;
    let open = all.into_iter().filter(|it| !it.says.ended && !it.says.step.is_output());
    let aims = open.filter(|it| !speaks(it));
    let aims = aims.map(|known| Aim { measure: id(known.measure), known }).collect();
    let mut sheets: BTreeMap<i64, Vec<Sheet>> = BTreeMap::new();
    let one = (measures.len() == 1).then_some(measures[0]);
    for it in sheets::sheets(connection, tenant, one).await? {
        sheets.entry(it.measure).or_default().push(it);
    }
    sheets.retain(|it, _| measures.contains(it));
    let budget = |(it, all): (i64, Vec<Sheet>)| {
        let cents = Around::of(&all).budget.cents;
        (cents > 0).then(|| (id(it), cents))
    };
    Ok((aims, sheets.into_iter().filter_map(budget).collect()))
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
fn reached(start: &Id, edges: &[Edge], things: &BTreeMap<Id, CitedThing>) -> BTreeSet<Id> {
    let mut all = BTreeSet::from([start.clone()]);
    for direction in [Direction::Back, Direction::Forth] {
        let mut open = vec![start.clone()];
        let mut seen = BTreeSet::from([start.clone()]);
        while let Some(here) = open.pop() {
            for edge in edges {
                let (from, to) = match direction {
                    Direction::Back => (citing(edge), cited(edge)),
                    Direction::Forth => (cited(edge), citing(edge)),
                };
                if from == here && things.contains_key(&to) && seen.insert(to.clone()) {
                    open.push(to);
                }
            }
        }
        all.append(&mut seen);
    }
    all
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
