//! `/{kommune}/fonds/{number}/jahr`: what did the fund do in a year?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Tab, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::{frame_of, fund};
use crate::funds::store::book::Line;
use crate::funds::view::{FundView, Year, YearRow};
use crate::funds::{address, address_of, words};

/// The page.
pub fn show(viewer: &Viewer, city: &City, view: &FundView, year: &Year, years: &[i64]) -> Sheet {
    let t = &viewer.t;
    let name = [("jahr", Arg::from(year.year.to_string()))];
    let words = (t.with("fonds-jahr-titel", &name), lead(t, year));
    let base = format!("{}/jahr", address(city, view.fund().number));
    let file =
        |kind: &str| Link::new(kind.to_uppercase(), format!("{base}.{kind}?jahr={}", year.year));
    let paper = |kind: &str| {
        Link::new(kind.to_uppercase(), format!("{base}/papier/{kind}?jahr={}", year.year))
    };
    let shell = frame_of(viewer, city, view.fund(), words)
        .mark(t.get("fonds-nur-intern"))
        .data(vec![paper("pdf"), paper("docx"), file("xlsx"), file("csv")]);
    let tab = |it: &i64| Tab {
        label: it.to_string(),
        href: format!("{base}?jahr={it}"),
        current: *it == year.year,
    };
    let mut blocks = Vec::new();
    if years.len() > 1 {
        blocks.push(Block::Tabs(t.get("fonds-jahr"), years.iter().map(tab).collect()));
    }
    blocks.push(Block::Table(fund::money(t, year.year, year.balance)));
    blocks.push(Block::Heading(t.get("fonds-gefoerdert")));
    blocks.push(match year.rows.is_empty() {
        true => Block::Empty(Empty { text: t.get("fonds-jahr-nichts"), step: None }),
        false => Block::Table(table(t, Some(city), year)),
    });
    if !year.lines.is_empty() {
        blocks.push(Block::Heading(t.get("fonds-buch")));
        blocks.push(Block::Table(book(t, view, year)));
    }
    Sheet::new(shell, blocks)
}

/// What a year was, in a sentence or two.
pub fn lead(t: &Texts, year: &Year) -> String {
    let args = [
        ("jahr", Arg::from(year.year.to_string())),
        ("eingegangen", Arg::from(year.received)),
        ("bewilligt", Arg::from(year.rows.len())),
        ("abgelehnt", Arg::from(year.declined)),
        ("gegeben", Arg::from(t.euros(year.balance.given()))),
    ];
    format!("{} {}", t.with("fonds-jahr-leit", &args), words::left(t, year.year, year.balance))
}

/// What was granted; with links where there is a city to lead to.
pub fn table(t: &Texts, city: Option<&City>, year: &Year) -> Table {
    let row = |it: &YearRow| {
        let title = it.it.request.title.clone();
        let head = match city {
            Some(city) => RowCell::link(title, address_of(city, it.it.number)),
            None => RowCell::new(title),
        };
        let mut state = RowCell::new(words::how_far(t, &it.it));
        if let Some(note) = words::to_reclaim(t, &it.it, it.money) {
            state = state.note(note);
        }
        Row {
            head: head.note(it.it.request.applicant.clone()),
            cells: vec![
                state,
                RowCell::new(t.euros(it.it.request.asked())),
                RowCell::new(t.euros(it.granted)),
                RowCell::new(t.euros(it.money.paid)),
                RowCell::new(t.euros(it.money.returned)),
            ],
        }
    };
    Table {
        caption: t.get("fonds-gefoerdert"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("fonds-vorhaben")),
            Column::words(t.get("antrag-stand")),
            Column::numbers(t.get("antrag-beantragt")),
            Column::numbers(t.get("antrag-bewilligt")),
            Column::numbers(t.get("fonds-ausgezahlt")),
            Column::numbers(t.get("fonds-zurueck")),
        ],
        rows: year.rows.iter().map(row).collect(),
    }
}

/// Every booking of the year, the oldest first.
pub fn book(t: &Texts, view: &FundView, year: &Year) -> Table {
    let title = |number: i64| {
        let found = view.applications.iter().find(|it| it.number == number);
        found.map_or_else(String::new, |it| it.request.title.clone())
    };
    let row = |it: &Line| {
        let about = it.booking.application.map_or_else(|| it.note.clone(), title);
        Row {
            head: RowCell::new(t.date(it.on_day)),
            cells: vec![
                RowCell::new(t.get(&format!("fonds-buchung-{}", it.booking.kind.code()))),
                RowCell::new(about),
                RowCell::new(t.euros(it.booking.cents)),
            ],
        }
    };
    Table {
        caption: t.get("fonds-buch"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("fonds-tag")),
            Column::words(t.get("fonds-buchung")),
            Column::words(t.get("fonds-wozu")),
            Column::numbers(t.get("antrag-betrag")),
        ],
        rows: year.lines.iter().map(row).collect(),
    }
}
