//! `/{kommune}/steuerung/quartiere/{level}/{area}`: what is done in this quarter, and what came of it?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::civil::Date;

use super::address;
use super::view::{Cited, View};
use crate::effects::words as effects;
use crate::known;
use crate::measures::model::State;
use crate::measures::view::Line;
use crate::measures::{self, address as measure_address, words};

/// The page of a quarter of this name.
pub fn show(viewer: &Viewer, city: &City, name: &str, view: &View, today: Date) -> Sheet {
    let t = &viewer.t;
    let own = address(city, (&view.place.0, &view.place.1));
    let profile = format!("/atlas/quartiere/{}?ebene={}", view.place.1, view.place.0);
    let crumbs = vec![
        Link::new(t.get("nav-steuerung"), city.at(measures::PATH)),
        Link::new(name.to_owned(), city.at(&profile)),
    ];
    let title = t.with("quartiersbericht-titel", &[("quartier", Arg::from(name))]);
    let shell = viewer
        .page(title)
        .lead(lead(t, view))
        .crumbs(crumbs)
        .mark(t.get("massnahme-nur-intern"))
        .data(vec![Link::new("XLSX", format!("{own}/xlsx"))]);
    let paper = |kind: &str| {
        let label = t.get(&format!("quartiersbericht-{kind}"));
        Link::new(label, format!("{own}/papier/{kind}"))
    };
    let mut blocks = vec![Block::Links(vec![paper("pdf"), paper("docx")])];
    for (title, table, none) in sections(t, Some(city), view, today) {
        blocks.push(Block::Heading(title));
        blocks.push(match table.rows.is_empty() {
            true => Block::Text(none),
            false => Block::Table(table),
        });
    }
    Sheet::new(shell, blocks)
}

/// How much is done here, in a sentence.
#[must_use]
pub fn lead(t: &Texts, view: &View) -> String {
    let wanted = view.wanted();
    let count = |is: &dyn Fn(State) -> bool| {
        view.board.wanted(&wanted).filter(|it| is(it.measure.plan.state)).count()
    };
    let args = [
        ("offen", Arg::from(count(&State::is_open))),
        ("fertig", Arg::from(count(&|it| it == State::Done))),
        ("entscheidungen", Arg::from(view.decisions().count())),
        ("zusagen", Arg::from(view.promises().count())),
    ];
    t.with("quartiersbericht-leit", &args)
}

/// The sections: heading, table, and what is said where it is empty. Page, paper and workbook show the
/// same; without a city nothing leads anywhere.
#[must_use]
pub fn sections(
    t: &Texts,
    city: Option<&City>,
    view: &View,
    today: Date,
) -> [(String, Table, String); 4] {
    let section = |id: &str, table: Table| {
        (
            t.get(&format!("quartiersbericht-{id}")),
            table,
            t.get(&format!("quartiersbericht-{id}.leer")),
        )
    };
    [
        section("massnahmen", plans(t, city, view)),
        section("wirkungen", effects_of(t, view, today)),
        section(
            "entscheidungen",
            cited(t, "quartiersbericht-entscheidungen", view, &mut view.decisions()),
        ),
        section("zusagen", cited(t, "quartiersbericht-zusagen", view, &mut view.promises())),
    ]
}

fn table(t: &Texts, caption: &str, columns: &[&str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|it| Column::words(t.get(it))).collect();
    Table { caption: t.get(caption), quiet_caption: true, columns, rows }
}

fn plans(t: &Texts, city: Option<&City>, view: &View) -> Table {
    let row = |it: &Line| {
        let plan = &it.measure.plan;
        let head = match city {
            Some(city) => {
                RowCell::link(plan.title.clone(), measure_address(city, it.measure.number))
            }
            None => RowCell::new(plan.title.clone()),
        };
        let cells = [
            known::post(t, &view.board.names, plan.lead),
            words::state(t, plan.state),
            t.date(plan.due),
            plan.sign.clone(),
        ];
        Row { head, cells: cells.map(RowCell::new).to_vec() }
    };
    let wanted = view.wanted();
    let rows = view.board.wanted(&wanted).map(row).collect();
    let columns = [
        "massnahme",
        "massnahme-feld-federfuehrung",
        "massnahme-feld-stand",
        "massnahme-feld-bis",
        "massnahme-feld-woran",
    ];
    table(t, "quartiersbericht-massnahmen", &columns, rows)
}

/// What was counted and accepted; figures of the quarter stand in its profile.
fn effects_of(t: &Texts, view: &View, today: Date) -> Table {
    let wanted = view.wanted();
    let mut rows = Vec::new();
    for line in view.board.wanted(&wanted) {
        let stands = view.depth.indicators(line.measure.number);
        for stand in stands.filter(|it| it.known.says.figure.is_none()) {
            let says = &stand.known.says;
            let cells = [
                line.measure.plan.title.clone(),
                effects::step(t, says.step),
                effects::stands(t, stand, today),
            ];
            let head = RowCell::new(says.name.clone());
            rows.push(Row { head, cells: cells.map(RowCell::new).to_vec() });
        }
    }
    let columns =
        ["arbeitsmappe-indikator", "massnahme", "indikator-feld-stufe", "quartiersbericht-stand"];
    table(t, "quartiersbericht-wirkungen", &columns, rows)
}

fn cited(t: &Texts, caption: &str, view: &View, all: &mut dyn Iterator<Item = &Cited>) -> Table {
    let row = |it: &Cited| {
        let thing = &it.thing;
        let day = thing.date.parse().map_or_else(|_| thing.date.clone(), |it| t.date(it));
        let titles: Vec<&str> = it.measures.iter().map(|it| view.title(*it)).collect();
        let cells = [day, thing.text.clone(), t.list(&titles)];
        Row { head: RowCell::new(thing.title.clone()), cells: cells.map(RowCell::new).to_vec() }
    };
    let columns = [
        "quartiersbericht-was",
        "quartiersbericht-tag",
        "quartiersbericht-inhalt",
        "quartiersbericht-massnahmen",
    ];
    table(t, caption, &columns, all.map(row).collect())
}
