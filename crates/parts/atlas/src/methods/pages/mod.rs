//! Methods in words: one page struct for all of them, filled by each.

mod arrival;
mod index;
mod points;

use std::collections::BTreeMap;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Pair, Row, RowCell, Select, Tab, Table};
use ankunft_platform::page::{Link, Shell};
use askama::Template;

pub(super) use arrival::arrival;
pub(super) use index::{Shown, index, recipes, record as recipe_record};
pub(super) use points::points;

use super::features::Way;
use super::variants::{Value, Variant};
use crate::pages::overview::encode;
use crate::store::Ground;

/// What something is called.
pub(super) type Say<'a, T> = &'a dyn Fn(&T) -> String;

/// The methods that have a page, as addresses name them.
pub(super) const METHODS: [&str; 3] = ["ankunft", "index", "punkte"];

/// The page that names all methods.
#[derive(Template)]
#[template(path = "methods.html")]
pub(super) struct MethodsPage {
    pub shell: Shell,
    /// Each method: its link, and its first sentence.
    pub methods: Vec<(Link, String)>,
}

/// The page of one method.
#[derive(Template)]
#[template(path = "method.html")]
pub(super) struct MethodPage {
    pub shell: Shell,
    pub tabs: Vec<Tab>,
    /// Where the form asks.
    pub action: String,
    /// What the reader can choose.
    pub selects: Vec<Select>,
    pub body: Body,
}

/// What a page says below its heading.
#[derive(Default)]
pub(super) struct Body {
    /// What is done, step by step.
    pub steps: Vec<String>,
    /// The same in signs.
    pub formulas: Vec<Pair>,
    /// One area's way.
    pub example: Option<Example>,
    /// What came out, one part after the other.
    pub results: Vec<Part>,
    /// What other choices change.
    pub variants: Option<Part>,
    /// The changes behind an index of dynamics, one by one.
    pub changes: Option<Part>,
    /// Published indices, and what the city lacks for them.
    pub recipes: Vec<Pair>,
    /// What one must know to compute it again.
    pub record: Vec<Pair>,
    /// Where the figures come from.
    pub sources: Vec<String>,
}

/// One area's way through a method.
pub(super) struct Example {
    pub heading: String,
    pub table: Table,
    /// What its steps add up to.
    pub sentences: Vec<String>,
}

/// A table with a heading and how to read it.
pub(super) struct Part {
    pub heading: String,
    pub table: Table,
    pub reading: Vec<String>,
}

/// What all pages need: texts, the areas, and whether names may stand beside counts.
pub(super) struct Around<'a> {
    pub t: &'a Texts,
    pub names: BTreeMap<&'a str, &'a str>,
    pub may_name: bool,
    /// For each figure that an area is compared by, the address of its source up to the key of the
    /// area.
    pub sources: BTreeMap<String, String>,
}

impl<'a> Around<'a> {
    pub(super) fn new(t: &'a Texts, ground: Option<&'a Ground>, may_name: bool) -> Self {
        let areas = ground.map_or(&[][..], |it| &it.areas);
        let names = areas.iter().map(|it| (it.code.as_str(), it.name.as_str()));
        Self { t, names: names.collect(), may_name, sources: BTreeMap::new() }
    }

    fn name<'b>(&'b self, code: &'b str) -> &'b str {
        self.names.get(code).copied().unwrap_or(code)
    }

    fn number(&self, value: f64) -> String {
        self.t.decimal(value, 2)
    }

    /// The first of these areas by name, which is on a public page no choice of anybody.
    pub(super) fn first<'b>(&self, codes: impl Iterator<Item = &'b String>) -> Option<&'b str> {
        codes.map(String::as_str).min_by_key(|code| self.names.get(code).copied().unwrap_or(code))
    }

    /// What the last column of a table of variants counts, and who sees the names.
    fn reading_of_changes(&self) -> String {
        let id = if self.may_name { "methode-varianten-namen" } else { "methode-varianten-anzahl" };
        self.t.get(id)
    }

    /// The names of areas, in alphabetical order.
    fn list<'b>(&self, codes: impl Iterator<Item = &'b String>) -> String {
        let mut names: Vec<String> = codes.map(|code| self.name(code).to_owned()).collect();
        names.sort_unstable();
        self.t.list(&names)
    }
}

/// An area's steps as a table: value, mean, deviation, _z_, and points if they matter.
fn way_table(
    around: &Around<'_>,
    way: &Way,
    name: impl Fn(&str) -> String,
    shows_points: bool,
) -> Table {
    let t = around.t;
    let column = |id: &str| Column::numbers(t.get(id));
    let mut columns =
        vec![Column::words(t.get("methode-spalte-merkmal")), column("methode-spalte-wert")];
    if shows_points {
        columns.extend(["methode-spalte-davor", "methode-spalte-punkte"].map(column));
    } else {
        columns.extend(
            ["methode-spalte-mittel", "methode-spalte-streuung", "methode-spalte-z"].map(column),
        );
    }
    let row = |step: &super::features::Step| {
        let value = RowCell::new(around.number(step.value));
        let source = around.sources.get(&step.code);
        let href = source.map(|it| format!("{it}{}", encode(&way.area)));
        let mut cells = vec![RowCell { href, ..value }];
        if shows_points {
            cells.push(RowCell::new(t.count(step.before)));
            cells.push(RowCell::new(step.points.to_string()));
        } else {
            cells.extend([step.mean, step.sd].map(|it| RowCell::new(around.number(it))));
            let z = step.z.map_or_else(|| t.get("methode-alle-gleich"), |it| signed(t, it));
            cells.push(RowCell::new(z));
        }
        let mut head = RowCell::new(name(&step.code));
        if step.reversed {
            head = head.note(t.get("methode-umgekehrt"));
        }
        Row { head, cells }
    };
    let caption = [("gebiet", Arg::from(around.name(&way.area))), ("n", Arg::from(way.n))];
    Table {
        caption: t.with("methode-beispiel-tabelle", &caption),
        quiet_caption: false,
        columns,
        rows: way.steps.iter().map(row).collect(),
    }
}

/// How the sum of an area came about, and its index.
fn way_sentences(around: &Around<'_>, way: &Way) -> Vec<String> {
    let t = around.t;
    let args = [
        ("rechnung", Arg::from(added(t, way.steps.iter().filter_map(|it| it.z)))),
        ("summe", Arg::from(around.number(way.sum))),
        ("streuung", Arg::from(around.number(way.sd_of_sum))),
        ("index", Arg::from(way.index.map_or_else(String::new, |it| around.number(it)))),
    ];
    let mut sentences = vec![t.with("methode-summe", &args)];
    if way.index.is_some() {
        sentences.push(t.with("methode-index-rechnung", &args));
    }
    sentences
}

/// Numbers with the signs between them: `−0,39 + 0,48`.
fn added(t: &Texts, numbers: impl Iterator<Item = f64>) -> String {
    let mut text = String::new();
    for number in numbers {
        let (sign, number) = match (text.is_empty(), number < 0.0) {
            (true, _) => ("", number),
            (false, true) => (" − ", -number),
            (false, false) => (" + ", number),
        };
        text += &format!("{sign}{}", t.decimal(number, 2));
    }
    text
}

fn signed(t: &Texts, value: f64) -> String {
    t.signed(value, 2)
}

/// What other choices change: a row each, ours marked, with names for who may see them.
fn variants_table(
    around: &Around<'_>,
    variants: &[Variant],
    (counts, value): (&[&str], Say<'_, Variant>),
) -> Table {
    let t = around.t;
    let mut columns = vec![
        Column::words(t.get("methode-spalte-festlegung")),
        Column::numbers(t.get("methode-spalte-verglichen")),
    ];
    columns.extend(counts.iter().map(|id| Column::numbers(t.get(id))));
    columns.push(Column::numbers(t.get("methode-spalte-anders")));
    let row = |it: &Variant| {
        let mut head = RowCell::new(value(it));
        if it.is_ours {
            head = head.note(t.get("methode-so-gerechnet"));
        }
        let counts = it.counts.iter().map(|it| RowCell::new(t.count(*it)));
        let mut changed = RowCell::new(t.count(it.changed.len()));
        if around.may_name && !it.changed.is_empty() {
            changed = changed.note(around.list(it.changed.iter()));
        }
        let compared = RowCell::new(t.count(it.compared));
        let cells = std::iter::once(compared).chain(counts).chain([changed]);
        Row { head, cells: cells.collect() }
    };
    Table {
        caption: t.get("methode-varianten-tabelle"),
        quiet_caption: true,
        columns,
        rows: variants.iter().map(row).collect(),
    }
}

/// A parameter with its value: `Schwelle: 0,4`.
fn choice(t: &Texts, it: &Variant, named: impl Fn(&str) -> String) -> String {
    let (text, number) = match &it.value {
        Value::Number(it) => (t.decimal(*it, if it.fract() == 0.0 { 0 } else { 1 }), *it),
        Value::Named(code) => (named(code), 0.0),
    };
    let args = [("wert", Arg::from(text)), ("anzahl", Arg::from(number))];
    t.with(&format!("methode-wahl-{}", it.parameter), &args)
}

fn pair(t: &Texts, term: &str, text: &str) -> Pair {
    Pair::new(t.get(term), t.get(text))
}
