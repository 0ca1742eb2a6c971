use std::borrow::Cow;
use std::collections::HashMap;

use ankunft_disclosure::Cell;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::register::areas::Area;
use ankunft_platform::web::file::csv;
use geo::MultiPolygon;
use serde_json::{Map, Value as Json, json};

use crate::assess::{Used, words as arrival};
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
    /// The rates of a dimension of arrival quarters.
    Rate(Used),
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
    /// Nothing, where that is neither yes nor no.
    Nothing,
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
            Says::Rate(used) => arrival::rate_head(t, used),
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
        let header: Vec<String> = self.columns.iter().map(|it| it.name.clone()).collect();
        let rows = self.rows.iter().map(|row| row.iter().map(Value::text).collect());
        csv(std::iter::once(header).chain(rows))
    }

    /// Each row as an object, by the names of the columns.
    #[must_use]
    pub fn objects(&self) -> Vec<Map<String, Json>> {
        self.rows.iter().map(|row| self.object(row)).collect()
    }

    /// A row of it as an object.
    #[must_use]
    pub fn object(&self, row: &[Value]) -> Map<String, Json> {
        let pairs = self.columns.iter().zip(row);
        pairs.map(|(column, value)| (column.name.clone(), value.json())).collect()
    }

    /// The rows of area units, each with its outline; others, as that of the whole city, are left
    /// out. The first column names the unit.
    #[must_use]
    pub fn drawn<'a>(
        &'a self,
        areas: &[Area],
        outlines: &'a [MultiPolygon<f64>],
    ) -> Vec<(&'a MultiPolygon<f64>, &'a [Value])> {
        let named = areas.iter().map(|it| it.code.as_str()).zip(outlines);
        let outlines: HashMap<&str, &MultiPolygon<f64>> = named.collect();
        let drawn = self.rows.iter().filter_map(|row| match row.first() {
            Some(Value::Text(code)) => Some((*outlines.get(code.as_str())?, row.as_slice())),
            _ => None,
        });
        drawn.collect()
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
            Self::Nothing => String::new(),
        }
    }

    /// The same as JSON; `null` where nothing is.
    #[must_use]
    pub fn json(&self) -> Json {
        match self {
            Self::Text(text) if text.is_empty() => Json::Null,
            Self::Text(text) => json!(text),
            Self::Number(number) => json!(number),
            Self::Whole(number) => json!(number),
            Self::State(cell) => json!(cell.figure().code()),
            Self::Truth(it) => json!(it),
            Self::Nothing => Json::Null,
        }
    }
}
