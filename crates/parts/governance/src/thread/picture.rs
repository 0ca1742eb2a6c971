//! The thread as a picture: the things of the list as boxes, citations as lines.

use std::collections::BTreeMap;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::Stage;
use ankunft_platform::web::City;
use ankunft_report::{BoxRole, ThreadBox, ThreadPicture, ThreadPlace, ThreadStage};

use super::pages::{aims_at, day, lead, stages};
use super::view::{Aim, Effect, Node, ThreadView};
use super::{Id, address};
use crate::effects;

/// So many boxes are drawn at most; what is more stands together in one.
const MOST_BOXES: usize = 40;
/// The width of the drawing; narrower places scroll it.
const WIDTH: f64 = 1160.0;

/// A box before it is drawn.
struct Cell {
    ids: Vec<Id>,
    /// What joins it to the measures that it is an effect of.
    measures: Vec<Id>,
    title: String,
    note: String,
    href: String,
    role: BoxRole,
}

/// The drawing.
pub fn draw(t: &Texts, city: &City, view: &ThreadView) -> String {
    let shown: Vec<(Stage, &str)> = stages(view).collect();
    let most = MOST_BOXES / shown.len();
    let columns: Vec<Vec<Cell>> = shown
        .iter()
        .map(|(stage, name)| {
            let mut all = Vec::new();
            if *stage == Stage::Effect {
                all.extend(view.effects.iter().filter_map(|it| effect(t, it)));
                all.extend(view.aims.iter().map(|it| aim(t, city, it)));
            }
            all.extend(view.of(*stage).map(|it| cell(t, city, view, it)));
            folded(t, name, all, most)
        })
        .collect();
    let boxes: Vec<Vec<ThreadBox<'_>>> = columns
        .iter()
        .map(|all| {
            let each = all.iter().map(|it| ThreadBox {
                title: &it.title,
                note: &it.note,
                href: &it.href,
                role: it.role,
            });
            each.collect()
        })
        .collect();
    let words: Vec<(String, String)> =
        shown.iter().map(|(_, name)| (t.get(name), t.get(&format!("{name}.leer")))).collect();
    let stages: Vec<ThreadStage<'_>> = boxes
        .iter()
        .zip(&words)
        .map(|(boxes, (label, empty))| ThreadStage { label, empty, boxes })
        .collect();
    ThreadPicture {
        id: "fadenbild",
        title: &t.get("faden-bild"),
        description: &lead(t, view),
        language: &city.language,
        width: WIDTH,
        stages: &stages,
        lines: &lines(view, &columns),
    }
    .draw()
}

fn cell(t: &Texts, city: &City, view: &ThreadView, it: &Node) -> Cell {
    let is_start = it.id == view.start;
    let place = match is_start {
        true => t.get("faden-hier-bild"),
        false => day(t, &it.thing.date),
    };
    let note = [it.thing.value.clone(), Some(place)].into_iter().flatten();
    Cell {
        ids: vec![it.id.clone()],
        measures: Vec::new(),
        title: it.thing.title.clone(),
        note: note.collect::<Vec<_>>().join(" · "),
        href: match is_start {
            true => it.thing.link.clone(),
            false => address(city, (&it.id.0, &it.id.1)),
        },
        role: if is_start { BoxRole::Start } else { BoxRole::Thing },
    }
}

/// What a measure is measured against. What this reader may not see is left to the list.
fn effect(t: &Texts, it: &Effect) -> Option<Cell> {
    let then = it.citation.snapshot.as_ref()?;
    let now = it.now.as_ref();
    let shown = |value: Option<&String>| value.cloned().unwrap_or_default();
    let args = [
        ("damals", Arg::from(shown(then.value.as_ref()))),
        ("heute", Arg::from(shown(now.and_then(|it| it.value.as_ref())))),
    ];
    let note = if now.is_some() { "faden-bild-heute" } else { "faden-bild-damals" };
    Some(Cell {
        ids: Vec::new(),
        measures: it.of.clone(),
        title: then.title.clone(),
        note: t.with(note, &args),
        href: now.map_or_else(|| then.link.clone(), |it| it.link.clone()),
        role: BoxRole::Thing,
    })
}

/// What a measure is to bring about.
fn aim(t: &Texts, city: &City, it: &Aim) -> Cell {
    let known = &it.known;
    Cell {
        ids: Vec::new(),
        measures: vec![it.measure.clone()],
        title: known.says.name.clone(),
        note: aims_at(t, it),
        href: effects::address(city, known.measure, known.number),
        role: BoxRole::Thing,
    }
}

/// The first of them, and one box for those that have no room; the thing that was asked for is
/// never among these.
fn folded(t: &Texts, name: &str, mut all: Vec<Cell>, most: usize) -> Vec<Cell> {
    if all.len() <= most {
        return all;
    }
    all.sort_by_key(|it| it.role != BoxRole::Start);
    let rest = all.split_off(most - 1);
    let count = [("anzahl", Arg::from(rest.len()))];
    all.push(Cell {
        title: t.with("faden-bild-weitere", &count),
        note: String::new(),
        href: format!("#{name}"),
        role: BoxRole::More,
        ids: rest.iter().flat_map(|it| it.ids.clone()).collect(),
        measures: rest.into_iter().flat_map(|it| it.measures).collect(),
    });
    all
}

/// What rests on what, by the places of the boxes.
fn lines(view: &ThreadView, columns: &[Vec<Cell>]) -> Vec<(ThreadPlace, ThreadPlace)> {
    let mut place: BTreeMap<&Id, ThreadPlace> = BTreeMap::new();
    for (stage, all) in columns.iter().enumerate() {
        for (at, it) in all.iter().enumerate() {
            place.extend(it.ids.iter().map(|id| (id, (stage, at))));
        }
    }
    let rests =
        view.rests.iter().filter_map(|it| Some((*place.get(&it.cited)?, *place.get(&it.citing)?)));
    let mut all: Vec<_> = rests.collect();
    for (stage, cells) in columns.iter().enumerate() {
        for (at, it) in cells.iter().enumerate() {
            let measures = it.measures.iter().filter_map(|it| place.get(it));
            all.extend(measures.map(|measure| (*measure, (stage, at))));
        }
    }
    all.retain(|(a, b)| a != b);
    all.sort_unstable();
    all.dedup();
    all
}
