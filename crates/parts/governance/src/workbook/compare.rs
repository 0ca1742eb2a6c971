//! A workbook that came back beside what stands now, cell by cell.
//!
//! Each row is compared three ways, with the version that it was written from and with the newest: what the file did
//! not touch stays as it is now, what only the file changed is a change, and what both changed is a
//! conflict that a person decides.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::Viewer;
use jiff::civil::Date;

use super::columns::{Column, KEY, Kind, Leaf};
use super::desk::Desk;
use super::key::{Key, Of, Unfit};
use super::model::{Changed, Comparison, Conflict, MOST, New};
use super::sheets::{At, Fault, Found, Row, Table};
use super::terms::{Terms, Wrong, clean, text};
use crate::rows::name;

/// What a file is compared with, and for whom.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Who brings it.
    pub viewer: &'a Viewer,
    /// The words of all languages.
    pub all: &'a [Texts],
    /// The address of the city, which stands in the keys.
    pub city: &'a str,
    /// What stands now.
    pub desk: &'a Desk,
    /// The day.
    pub today: Date,
    /// What was decided about conflicts.
    pub decided: &'a Typed,
}

/// A comparison under way.
pub(super) struct Run<'a> {
    pub(super) of: Setting<'a>,
    pub(super) terms: Terms<'a>,
    pub(super) result: Comparison,
    seen: BTreeMap<Of, u32>,
    /// What rows of the file speak of.
    pub(super) keyed: BTreeSet<Of>,
}

/// Compares what was found in a file.
#[must_use]
pub fn compare(of: Setting<'_>, found: Found) -> Comparison {
    let result = Comparison { faults: found.faults, notes: found.notes, ..Comparison::default() };
    // Each new row is compared with those before it, so their number is asked first.
    let rows = found.tables.iter().flat_map(|it| &it.rows);
    let unread = rows.filter(|it| it.text(KEY).is_empty()).count();
    if unread > MOST {
        return Comparison { unread, ..result };
    }
    let named = (&of.desk.known, &of.desk.organisations);
    let terms = Terms::new((&of.viewer.t, of.all), named, of.today);
    let keyed = keyed(of.city, &found.tables);
    let mut run = Run { of, terms, result, seen: BTreeMap::new(), keyed };
    for table in &found.tables {
        for row in &table.rows {
            match table.leaf {
                Leaf::Measures => run.measure(table, row),
                Leaf::Indicators => run.indicator(table, row),
                Leaf::Values => run.value(table, row),
                Leaf::Spending => run.spent(table, row),
            }
        }
        let there = run.there(table.leaf);
        let absent = there.into_iter().filter(|it| !run.seen.contains_key(it)).count();
        run.result.absent.push((table.leaf, absent));
    }
    run.result
}

/// What the rows with keys of these tables speak of.
fn keyed(city: &str, tables: &[Table]) -> BTreeSet<Of> {
    let rows = tables.iter().flat_map(|it| &it.rows);
    rows.filter_map(|it| Key::read(city, &it.text(KEY)).ok()).map(|it| it.of).collect()
}

/// A row beside what it was written from and what stands now, as fields of a form.
pub(super) struct Beside<'a> {
    pub(super) of: Of,
    pub(super) thing: &'a str,
    /// What its place was called when it was written.
    pub(super) place: Option<&'a str>,
    pub(super) base: &'a Typed,
    pub(super) now: &'a Typed,
}

/// What became of a row.
pub(super) struct Merged {
    /// The fields as they would be.
    pub(super) typed: Typed,
    /// The columns in which they are not as they stand.
    pub(super) columns: Vec<&'static str>,
}

impl Run<'_> {
    pub(super) fn t(&self) -> &Texts {
        self.terms.t
    }

    pub(super) fn fault(&mut self, at: At, found: String, id: &str) {
        let args = [("wert", found.as_str().into())];
        let text = self.t().with(id, &args);
        self.result.faults.push(Fault { at, found, text });
    }

    /// What there is of a sheet.
    fn there(&self, leaf: Leaf) -> Vec<Of> {
        let desk = self.of.desk;
        match leaf {
            Leaf::Measures => desk.measures().map(|it| Of::Measure(it.number)).collect(),
            Leaf::Indicators => {
                desk.indicators().map(|it| Of::Indicator(it.measure, it.number)).collect()
            }
            Leaf::Values => Vec::new(),
            Leaf::Spending => desk.spending().map(|(_, of)| of).collect(),
        }
    }

    /// The key of a row, if it has one that says something here and no other row has it.
    pub(super) fn key(&mut self, table: &Table, row: &Row) -> Option<Key> {
        let written = row.text(KEY);
        let at = table.at(row, KEY);
        let key = match Key::read(self.of.city, &written) {
            Ok(key) => key,
            Err(unfit) => {
                let id = match unfit {
                    Unfit::Foreign => "abgleich-schluessel-andere-stadt",
                    Unfit::Unreadable => "abgleich-schluessel-unlesbar",
                };
                self.fault(at, written, id);
                return None;
            }
        };
        let leaf = match key.of {
            Of::Measure(_) => Leaf::Measures,
            Of::Indicator(..) => Leaf::Indicators,
            Of::Actual(..) => Leaf::Values,
            Of::Spent(..) => Leaf::Spending,
        };
        if leaf != table.leaf {
            self.fault(at, written, "abgleich-schluessel-anderes-blatt");
            return None;
        }
        if self.seen.insert(key.of, row.line).is_some() {
            self.fault(at, written, "abgleich-schluessel-doppelt");
            return None;
        }
        Some(key)
    }

    /// Merges a row; nothing if it says what stands now, or something in it cannot be read.
    pub(super) fn merge(&mut self, table: &Table, row: &Row, it: &Beside<'_>) -> Option<Merged> {
        let mut merged = Merged { typed: it.now.clone(), columns: Vec::new() };
        let faults = self.result.faults.len();
        let differences = self.result.changes.len() + self.result.conflicts.len();
        for column in table.said().filter(|it| it.kind.is_said()) {
            self.merge_cell(table, row, (column, it), &mut merged);
        }
        if self.result.faults.len() > faults {
            return None;
        }
        if self.result.changes.len() + self.result.conflicts.len() == differences {
            self.result.same += 1;
        }
        (!merged.columns.is_empty()).then_some(merged)
    }

    fn merge_cell(
        &mut self,
        table: &Table,
        row: &Row,
        (column, it): (&'static Column, &Beside<'_>),
        merged: &mut Merged,
    ) {
        let (base, now) = (plain(column, it.base), plain(column, it.now));
        let value = row.value(column);
        let at = table.at(row, column.code);
        // A composed quarter can have been given up, or be called otherwise, since the file was written.
        let is_its_place =
            column.kind == Kind::Place && it.place.is_some_and(|it| clean(it) == text(value));
        let says = if is_its_place || self.terms.is_as_written(column.kind, value, &base) {
            base.clone()
        } else {
            match self.terms.read(column.kind, value, table.language) {
                Ok(says) => says,
                Err(wrong) => return self.fault(at, text(value), wrong),
            }
        };
        let same = |it: &str| self.terms.is_same(column.kind, &says, it);
        if same(&base) || same(&now) {
            return;
        }
        let tell = |plain: &str| self.terms.tell(self.terms.t, column.kind, plain);
        let cell = Changed {
            at,
            thing: it.thing.to_owned(),
            field: self.t().get(column.text),
            was: tell(&now),
            says: tell(&says),
            note: String::new(),
        };
        if self.terms.is_same(column.kind, &base, &now) {
            self.result.changes.push(cell);
        } else {
            let name = format!("konflikt-{}-{}", it.of, column.code);
            let file_holds = match sent(self.of.decided, &name) {
                "datei" => Some(true),
                "jetzt" => Some(false),
                _ => None,
            };
            let before = tell(&base);
            self.result.conflicts.push(Conflict { name, before, cell, file_holds });
            if file_holds != Some(true) {
                return;
            }
        }
        replace(&mut merged.typed, column, &says);
        merged.columns.push(column.code);
    }

    /// The fields of a row that is new; nothing if something in it cannot be read.
    pub(super) fn typed(&mut self, table: &Table, row: &Row) -> Option<Typed> {
        let mut typed = Typed::new();
        let faults = self.result.faults.len();
        for column in table.said().filter(|it| it.kind.is_said()) {
            match self.terms.read(column.kind, row.value(column), table.language) {
                Ok(says) => replace(&mut typed, column, &says),
                Err(wrong) => {
                    self.fault(table.at(row, column.code), text(row.value(column)), wrong);
                }
            }
        }
        (self.result.faults.len() == faults).then_some(typed)
    }

    /// Notes what a form would say of a row, beside its cells.
    pub(super) fn refuse(&mut self, table: &Table, row: &Row, problems: &Problems) {
        let mut is_said = false;
        for column in table.leaf.columns() {
            let Some(problem) = problem(column, problems) else { continue };
            is_said = true;
            let fault = Fault {
                at: table.at(row, column.code),
                found: row.text(column.code),
                text: problem,
            };
            self.result.faults.push(fault);
        }
        if !is_said && let Some(first) = problems.items.first() {
            let at = At { column: 0, ..table.at(row, KEY) };
            let (found, text) = (String::new(), first.label.clone());
            self.result.faults.push(Fault { at, found, text });
        }
    }

    /// Notes a row for which there is nothing yet.
    pub(super) fn note_new(&mut self, table: &Table, row: &Row, thing: String) {
        let said = table.said().filter(|it| it.kind.is_said() || it.kind == Kind::Period);
        let say = |column: &'static Column| {
            let plain = self.terms.read(column.kind, row.value(column), table.language).ok()?;
            let told = self.terms.tell(self.terms.t, column.kind, &plain);
            (!told.is_empty()).then(|| format!("{}: {told}", self.terms.t.get(column.text)))
        };
        let says = said.filter_map(say).collect::<Vec<_>>().join("; ");
        let at = At { column: 0, ..table.at(row, KEY) };
        self.result.new.push(New { at, thing, says });
    }

    /// Reads one cell of a row.
    pub(super) fn cell(&self, table: &Table, row: &Row, code: &str) -> Result<String, Wrong> {
        let Some(column) = table.leaf.column(code) else { return Ok(String::new()) };
        self.terms.read(column.kind, row.value(column), table.language)
    }
}

/// The plain text of a field, from the fields of its form.
pub(super) fn plain(column: &Column, typed: &Typed) -> String {
    if column.kind == Kind::Targets {
        let target = |at: usize| {
            let (day, value) = (name("ziel", at, "tag"), name("ziel", at, "wert"));
            let (day, value) = (sent(typed, &day), sent(typed, &value));
            (!day.is_empty()).then(|| format!("{day}={value}"))
        };
        return (0..40).map_while(target).collect::<Vec<_>>().join("\n");
    }
    clean(&all_sent(typed, column.code).collect::<Vec<_>>().join("\n"))
}

/// Puts a plain text into the fields of its form.
fn replace(typed: &mut Typed, column: &Column, plain: &str) {
    let one = |value: &str| (column.code.to_owned(), value.to_owned());
    match column.kind {
        Kind::Targets => {
            typed.retain(|it| !it.0.starts_with("ziel-"));
            for (at, line) in plain.lines().enumerate() {
                let (day, value) = line.split_once('=').unwrap_or((line, ""));
                typed.push((name("ziel", at, "tag"), day.to_owned()));
                typed.push((name("ziel", at, "wert"), value.to_owned()));
            }
        }
        Kind::Posts => {
            typed.retain(|it| it.0 != column.code);
            typed.extend(plain.lines().map(one));
        }
        _ => {
            typed.retain(|it| it.0 != column.code);
            typed.push(one(plain));
        }
    }
}

fn problem(column: &Column, problems: &Problems) -> Option<String> {
    if column.kind == Kind::Targets {
        let of = |at: usize| {
            let of = |field: &str| problems.of(&name("ziel", at, field));
            of("tag").or_else(|| of("wert"))
        };
        return (0..40).find_map(of);
    }
    problems.of(column.code)
}
