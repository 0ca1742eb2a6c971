use std::borrow::Cow;

use ankunft_disclosure::Cell;
use ankunft_platform::languages::{Arg, Texts};

use crate::assess::words as arrival;
use crate::pages::words;
use crate::store::Shelf;

/// Rows and columns with what the columns mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has a value for every column.
    pub rows: Vec<Vec<Value>>,
    /// The names of the columns that tell one row from every other.
    pub key: &'static [&'static str],
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in files: small letters, digits and `_`.
    pub name: String,
    /// What stands in it.
    pub kind: Kind,
    /// What it says.
    pub says: Says,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A period: `2024-12-31`, `2024h2`, `2024`.
    Period,
    /// A number, or nothing.
    Number,
    /// A whole number.
    Whole,
    /// Why a number is there or not: `value`, `zero`, `suppressed`, `missing`.
    State,
    /// Yes or no.
    Truth,
}

/// What a column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// What the text `spalte-<name>` tells.
    Word(Cow<'static, str>),
    /// The figures of an indicator.
    Figure(String),
    /// The states of the figures of an indicator.
    StateOf(String),
    /// A dimension of arrival quarters.
    Rate(String),
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number, or nothing.
    Number(Option<f64>),
    /// A whole number.
    Whole(i64),
    /// The state of a figure.
    State(Cell),
    /// Yes or no.
    Truth(bool),
}

impl Column {
    /// A column of the program's own.
    #[must_use]
    pub fn own(name: &'static str, kind: Kind) -> Self {
        Self { name: name.to_owned(), kind, says: Says::Word(name.into()) }
    }

    /// What it is called in words.
    #[must_use]
    pub fn title(&self, t: &Texts, shelf: &Shelf) -> String {
        match &self.says {
            Says::Word(name) => t.get(&text_id(name)),
            Says::Figure(code) => words::indicator(t, shelf, code),
            Says::Rate(code) => arrival::dimension(t, code),
            Says::StateOf(code) => {
                let name = words::indicator(t, shelf, code);
                t.with("spalte-zustand-von", &[("merkmal", Arg::from(name))])
            }
        }
    }

    /// What it means, in a sentence.
    #[must_use]
    pub fn meaning(&self, t: &Texts) -> String {
        match &self.says {
            Says::Word(name) => t.get(&format!("{}.sinn", text_id(name))),
            Says::Figure(_) => t.get("spalte-eingang"),
            Says::Rate(_) => t.get("spalte-dimension"),
            Says::StateOf(_) => t.get("spalte-state.sinn"),
        }
    }
}

/// The id of the text of a column.
fn text_id(name: &str) -> String {
    format!("spalte-{}", name.replace('_', "-"))
}

impl Table {
    /// As CSV (RFC 4180): comma, UTF-8, a header, decimal points, empty for no number.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing into memory has no way to fail but for lack of it.
        let _ = writer.write_record(self.columns.iter().map(|it| &it.name));
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(Value::text));
        }
        writer.into_inner().ok().and_then(|it| String::from_utf8(it).ok()).unwrap_or_default()
    }
}

impl Value {
    /// As it stands in files for programs.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.map_or_else(String::new, |it| it.to_string()),
            Self::Whole(number) => number.to_string(),
            Self::State(cell) => cell.figure().code().to_owned(),
            Self::Truth(it) => if *it { "1" } else { "0" }.to_owned(),
        }
    }
}
