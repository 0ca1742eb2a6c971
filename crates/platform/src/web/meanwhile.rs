//! Two people who change the same thing: the second sees what the first has changed.

use super::Block;
use crate::languages::Texts;
use crate::page::components::{Column, Kind, Notice, Row, RowCell, Table};

/// One field of two versions and of what was typed, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The name of the field.
    pub field: String,
    /// What stood there when the form was opened.
    pub before: String,
    /// What stands there now.
    pub now: String,
    /// What was typed.
    pub typed: String,
}

/// What somebody else has changed while a form was open: said above the form, which keeps all that
/// was typed. `heading` says who has changed what.
#[must_use]
pub fn meanwhile(t: &Texts, heading: String, differences: Vec<Difference>) -> Vec<Block> {
    let text = t.get("inzwischen-geaendert");
    let notice = Notice { kind: Kind::Warning, title: heading, text };
    let row = |it: Difference| Row {
        head: RowCell::new(it.field),
        cells: [it.before, it.now, it.typed].map(RowCell::new).to_vec(),
    };
    let columns =
        ["inzwischen-feld", "inzwischen-vorher", "inzwischen-jetzt", "inzwischen-eingabe"];
    let table = Table {
        caption: t.get("inzwischen-unterschied"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: differences.into_iter().map(row).collect(),
    };
    vec![Block::Notice(notice), Block::Table(table)]
}
