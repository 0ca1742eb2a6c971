//! `/{kommune}/anfragen/vorgang?az=…`: what belongs to this Aktenzeichen?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Column, Empty, Field, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::enquiries::case::Thing;
use crate::enquiries::{CASE, PATH, case_address};

/// The page.
pub fn show(viewer: &Viewer, city: &City, file_number: &str, things: &[Thing]) -> Sheet {
    let t = &viewer.t;
    let args = [("az", Arg::from(file_number)), ("anzahl", Arg::from(things.len()))];
    let (title, lead) = match file_number {
        "" => (t.get("vorgang-suchen"), t.get("vorgang-suchen-leit")),
        _ => (t.with("vorgang-titel", &args), t.with("vorgang-leit", &args)),
    };
    let shell = frame(viewer, city, (title, lead));
    let field = Field::new("az", t.get("anfrage-feld-aktenzeichen")).value(file_number);
    let form = FormBlock::new(
        city.at(&format!("{PATH}{CASE}")),
        Button::secondary(t.get("vorgang-zeigen")),
    );
    let mut blocks = vec![Block::Search(form.field(field))];
    if file_number.is_empty() {
        return Sheet::new(shell, blocks);
    }
    if things.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("vorgang-leer"), step: None }));
        return Sheet::new(shell, blocks);
    }
    blocks.push(Block::Table(table(t, Some(city), things)));
    let pdf = case_address(city, file_number).replacen(CASE, &format!("{CASE}.pdf"), 1);
    blocks.push(Block::Ways(vec![Link::new(t.get("vorgang-ausgeben"), pdf)]));
    Sheet::new(shell, blocks)
}

/// What belongs to it; with links where there is a city to lead to.
pub fn table(t: &Texts, city: Option<&City>, things: &[Thing]) -> Table {
    let row = |it: &Thing| {
        let head = match city {
            Some(city) => RowCell::link(it.title.clone(), city.at(&it.path)),
            None => RowCell::new(it.title.clone()),
        };
        let day = it.day.parse().map_or_else(|_| it.day.clone(), |it| t.date(it));
        Row {
            head,
            cells: vec![
                RowCell::new(t.get(&format!("ding-{}", it.kind))),
                RowCell::new(day),
                RowCell::new(t.count(it.files.len())),
            ],
        }
    };
    Table {
        caption: t.get("vorgang-tabelle"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("vorgang-was")),
            Column::words(t.get("vorgang-art")),
            Column::words(t.get("fonds-tag")),
            Column::numbers(t.get("vorgang-dateien")),
        ],
        rows: things.iter().map(row).collect(),
    }
}
