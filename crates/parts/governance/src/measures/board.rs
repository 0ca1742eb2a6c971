//! `/{kommune}/steuerung`: what did we agree, who does it, is it on time?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Choice, Column, Empty, Row, RowCell, Select, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::model::{Pressing, State};
use super::view::{Board, Line, Wanted};
use super::{PATH, address, at, words};
use crate::known;
use crate::permissions::PLAN;
use crate::workbook;

/// So many are told at once; who mends some sees the next.
const MOST_PRESSING: usize = 10;

/// The board.
pub fn board(viewer: &Viewer, city: &City, board: &Board, wanted: &Wanted) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("steuerung-titel")).lead(lead(t, board));
    let shell = shell.mark(t.get("massnahme-nur-intern"));
    let mut ways = Vec::new();
    if viewer.may(PLAN) {
        ways.push(Link::new(t.get("massnahme-anlegen"), at(city, "/massnahmen/neu")));
        ways.push(Link::new(t.get("massnahmen-einfuegen"), at(city, "/massnahmen/tabelle")));
        ways.push(Link::new(t.get("abgleich-weg"), city.at(workbook::PATH)));
    }
    if board.lines.is_empty() {
        let mut blocks = vec![Block::Empty(Empty { text: t.get("massnahmen-leer"), step: None })];
        if !ways.is_empty() {
            blocks.push(Block::Ways(ways));
        }
        return Sheet::new(shell, blocks);
    }
    let asked = wanted.query();
    let file = |kind: &str| {
        Link::new(kind.to_uppercase(), at(city, &format!("/massnahmen.{kind}{asked}")))
    };
    let shell = shell.data(vec![file("xlsx"), file("csv"), file("json")]);
    let mut blocks = Vec::new();
    let presses = presses(viewer, city, board);
    if !presses.is_empty() {
        blocks.push(Block::Heading(t.get("massnahmen-draengt")));
        blocks.push(Block::Links(presses));
    }
    blocks.push(Block::Heading(t.get("massnahmen-alle")));
    blocks.push(Block::Filters(at(city, ""), filters(t, board, wanted)));
    let lines: Vec<&Line> = board.wanted(wanted).collect();
    if lines.is_empty() {
        let step = Link::new(t.get("massnahmen-alle-zeigen"), city.at(PATH));
        blocks.push(Block::Empty(Empty { text: t.get("massnahmen-keine"), step: Some(step) }));
    } else {
        blocks.push(Block::Table(table(t, city, board, &lines)));
    }
    if let Some(text) = wanted.place.as_ref().and_then(|_| words::of_whole_city(t, board)) {
        blocks.push(Block::Text(text));
    }
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, board: &Board) -> String {
    if board.lines.is_empty() {
        return t.get("steuerung-leit-leer");
    }
    let count =
        |state: State| board.lines.iter().filter(|it| it.measure.plan.state == state).count();
    let late = board.lines.iter().filter(|it| it.pressing == Some(Pressing::Late)).count();
    let args = [
        ("laufend", Arg::from(count(State::Running))),
        ("geplant", Arg::from(count(State::Planned))),
    ];
    let mut sentences = vec![t.with("steuerung-leit", &args)];
    if late > 0 {
        sentences.push(t.with("steuerung-leit-spaet", &[("anzahl", Arg::from(late))]));
    }
    sentences.join(" ")
}

/// What presses, of one's own Stelle for who has one and does not steer all.
fn presses(viewer: &Viewer, city: &City, board: &Board) -> Vec<Link> {
    let t = &viewer.t;
    let own = viewer.actor.post.filter(|_| !viewer.may(crate::permissions::STEER));
    let is_own = |it: &&Line| own.is_none_or(|post| it.measure.plan.is_of(post));
    let mut pressing: Vec<(Pressing, &Line)> =
        board.lines.iter().filter(is_own).filter_map(|it| Some((it.pressing?, it))).collect();
    pressing.sort_by_key(|it| it.0);
    let link = |(end, it): (Pressing, &Line)| {
        let plan = &it.measure.plan;
        let args = [
            ("titel", Arg::from(plan.title.as_str())),
            ("tag", Arg::from(t.date(plan.due))),
            ("stelle", Arg::from(known::post(t, &board.names, plan.lead))),
        ];
        Link::new(t.with(&format!("lose-{}", end.code()), &args), address(city, it.measure.number))
    };
    pressing.into_iter().take(MOST_PRESSING).map(link).collect()
}

fn filters(t: &Texts, board: &Board, wanted: &Wanted) -> Vec<Select> {
    let all = |text: &str, current: &str| Choice::new("", t.get(text), current);
    let current = wanted.state.map_or("", State::code);
    let states = State::ALL.map(|it| Choice::new(it.code(), words::state(t, it), current));
    let states = std::iter::once(all("massnahmen-jeder-stand", current)).chain(states).collect();
    let current =
        wanted.place.as_ref().map_or_else(String::new, |(level, area)| format!("{level}:{area}"));
    let places = board.places();
    let places = places.iter().map(|it| Choice::new(it.value(), it.name.clone(), &current));
    let places =
        std::iter::once(all("massnahmen-jedes-quartier", &current)).chain(places).collect();
    let current = wanted.post.map_or_else(String::new, |it| it.to_string());
    let mut posts: Vec<Choice> = board
        .posts()
        .iter()
        .map(|it| Choice::new(it.to_string(), known::post(t, &board.names, *it), &current))
        .collect();
    posts.sort_by(|a, b| a.label.cmp(&b.label));
    posts.insert(0, all("massnahmen-jede-stelle", &current));
    vec![
        Select::new("stand", t.get("massnahme-feld-stand"), states),
        Select::new("quartier", t.get("massnahme-feld-quartier"), places),
        Select::new("stelle", t.get("massnahme-stelle"), posts),
    ]
}

/// The measures of a board, or of a quarter.
pub fn table(t: &Texts, city: &City, board: &Board, lines: &[&Line]) -> Table {
    let columns = [
        Column::words(t.get("massnahme")),
        Column::words(t.get("massnahme-feld-quartier")),
        Column::words(t.get("massnahme-feld-federfuehrung")),
        Column::words(t.get("massnahme-feld-bis")),
        Column::words(t.get("massnahme-feld-stand")),
        Column::numbers(t.get("massnahme-befunde")),
    ];
    let row = |it: &&Line| {
        let plan = &it.measure.plan;
        let mut due = RowCell::new(t.date(plan.due));
        if it.pressing == Some(Pressing::Late) {
            due = due.note(t.get("massnahme-spaet"));
        }
        Row {
            head: RowCell::link(plan.title.clone(), address(city, it.measure.number)),
            cells: vec![
                RowCell::new(known::place(t, plan.place.as_ref())),
                RowCell::new(known::post(t, &board.names, plan.lead)),
                due,
                RowCell::new(words::state(t, plan.state)),
                RowCell::new(t.count(it.citations)),
            ],
        }
    };
    Table {
        caption: t.get("massnahmen-tabelle"),
        quiet_caption: true,
        columns: columns.to_vec(),
        rows: lines.iter().map(row).collect(),
    }
}
