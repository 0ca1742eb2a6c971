//! The workbook as a city filled it.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_atlas::store::last_day;
use ankunft_disclosure::{Cell, Column};
use ankunft_formats::table::book::{self, Value};
use ankunft_formats::table::{self, ReadOptions, Row};
use ankunft_formats::workbook::sheet_name;
use ankunft_formats::{Finding, Period, RawTable, Severity};
use ankunft_platform::languages::Texts;
use ankunft_platform::secrets::hex;
use ankunft_platform::typed::day;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::deviations::{Deviations, deviations, indicator, indicator_of, said};
use super::numbers::number;
use super::{ABOUT, STATES, Sheet, WHOLE};
use crate::core::model::Core;
use crate::package::content::{AreaNote, Codebook, Consent, DatasetNote, GeographyNote, Rule};
use crate::package::figures::{Series, has_room};
use crate::package::open::Table;

/// So many findings are told of a file; who mends them sees the others.
const MOST: usize = 200;
/// The column of values, the first is 1.
const VALUE: u32 = 4;

/// A filled workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The city.
    pub city: String,
    /// Its Amtlicher Gemeindeschlüssel, which tells it from others of its name.
    pub ags: String,
    /// SHA-256 of the file.
    pub hash: Vec<u8>,
    /// For what it gives its figures.
    pub purpose: String,
    /// The last day on which they may be used.
    pub until: Date,
    /// What it says.
    pub table: Table,
}

impl Filled {
    /// Its number as a package: the key of the city, and what tells the file from its others.
    #[must_use]
    pub fn package(&self) -> String {
        format!("{}-{}", self.ags, &hex(&self.hash)[..12])
    }

    /// Who gives it.
    #[must_use]
    pub fn issuer(&self) -> String {
        format!("{} (AGS {})", self.city, self.ags)
    }
}

pub(super) struct Reader<'a> {
    pub(super) t: &'a Texts,
    bytes: &'a [u8],
    file_name: &'a str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    pub(super) fn error(
        &mut self,
        sheet: Sheet,
        (line, column): (u64, u64),
        code: &str,
        text: &str,
    ) {
        let file = format!("{}!{}", self.file_name, self.t.get(sheet.text()));
        let finding = Finding::new(Severity::Error, &file, code).line(line).column(column);
        if self.findings.len() < MOST {
            self.findings.push(if text.is_empty() { finding } else { finding.excerpt(text) });
        }
    }

    fn sheet(&mut self, sheet: Sheet) -> Option<RawTable> {
        let name = sheet_name(&self.t.get(sheet.text()));
        let options = ReadOptions { sheet: Some(name), ..ReadOptions::default() };
        match table::read(self.bytes, self.file_name, &options) {
            Ok((table, findings)) => {
                let errors = findings.into_iter().filter(|it| it.severity == Severity::Error);
                self.findings.extend(errors);
                Some(table)
            }
            Err(findings) => {
                self.findings.extend(findings);
                None
            }
        }
    }

    /// The same of a sheet that a workbook need not have.
    pub(super) fn sheet_if_any(&mut self, sheet: Sheet) -> Option<RawTable> {
        let known = self.findings.len();
        let table = self.sheet(sheet);
        if table.is_none() && self.findings[known..].iter().all(|it| it.code == "sheet-missing") {
            self.findings.truncate(known);
        }
        table
    }

    /// What stands in the column of values, by row, as its cells hold it: whether a number is one or
    /// a text that looks like one.
    fn typed(&mut self) -> BTreeMap<u64, Value> {
        let name = sheet_name(&self.t.get(Sheet::Values.text()));
        match book::read(self.bytes, self.file_name, &ReadOptions::default()) {
            Ok(book) => {
                let pages = book.sheets.into_iter().filter(|it| it.name == name);
                let cells = pages.flat_map(|it| it.cells).filter(|it| it.column == VALUE);
                cells.map(|it| (u64::from(it.row), it.value)).collect()
            }
            Err(findings) => {
                self.findings.extend(findings);
                BTreeMap::new()
            }
        }
    }
}

/// Reads a filled workbook, in the words in which it was made.
///
/// # Errors
///
/// What is wrong, with sheet, row and column.
pub fn read(
    t: &Texts,
    (bytes, file_name): (&[u8], &str),
    core: &[&Core],
    today: Date,
) -> Result<Filled, Vec<Finding>> {
    let mut reader = Reader { t, bytes, file_name, findings: Vec::new() };
    let about = about(&mut reader, today);
    let areas = areas(&mut reader);
    let series = match &areas {
        Some(areas) => values(&mut reader, areas, (core, today)),
        None => None,
    };
    let valued = series.iter().flatten().map(|it| it.indicator.as_str());
    let is_valued = |it: &&&Core| valued.clone().any(|of| of == indicator_of(&it.code));
    let valued = core.iter().filter(is_valued).map(|it| it.code.clone()).collect();
    let deviations = deviations(&mut reader, core, &valued);
    match (about, areas, series) {
        (Some(about), Some(areas), Some(series)) if reader.findings.is_empty() => {
            Ok(filled(t, (&about, bytes), areas, series, (core, &deviations)))
        }
        _ => Err(reader.findings),
    }
}

/// What a city says of itself, by the codes of [`ABOUT`].
struct About(BTreeMap<&'static str, String>, Date);

impl About {
    fn of(&self, code: &str) -> String {
        self.0.get(code).cloned().unwrap_or_default()
    }
}

fn about(reader: &mut Reader<'_>, today: Date) -> Option<About> {
    let table = reader.sheet(Sheet::About)?;
    let mut all = BTreeMap::new();
    for code in ABOUT {
        let label = reader.t.get(&format!("vorlage-angabe-{code}"));
        let row = table.rows().find(|row| row.field(0).trim() == label);
        let Some(row) = row else {
            reader.error(Sheet::About, (1, 1), "template-row-missing", &label);
            continue;
        };
        let text = match code {
            "ags" => whole_key(row.field(1).trim()),
            _ => row.field(1).trim().to_owned(),
        };
        if let Some(wrong) = wrong_about((code, &text), today) {
            let excerpt = if text.is_empty() { &label } else { &text };
            reader.error(Sheet::About, (row.line(), 2), wrong, excerpt);
        }
        all.insert(code, text);
    }
    let until = day(all.get("bis")?)?;
    Some(About(all, until))
}

/// The finding that tells what is wrong with an entry, if something is.
fn wrong_about((code, text): (&str, &str), today: Date) -> Option<&'static str> {
    let day = day(text);
    match code {
        _ if text.is_empty() => Some("template-empty"),
        "ags" => {
            let is_key = text.len() == 8 && text.bytes().all(|it| it.is_ascii_digit());
            (!is_key).then_some("template-ags")
        }
        "seit" | "tag" | "bis" if day.is_none() => Some("template-day"),
        "seit" | "tag" => (day > Some(today)).then_some("template-future"),
        "bis" => (day < Some(today)).then_some("template-over"),
        _ => None,
    }
}

/// A program that takes the key for a number drops the zero before it.
fn whole_key(text: &str) -> String {
    let is_short = text.len() == 7 && text.bytes().all(|it| it.is_ascii_digit());
    if is_short { format!("0{text}") } else { text.to_owned() }
}

fn areas(reader: &mut Reader<'_>) -> Option<Vec<AreaNote>> {
    let table = reader.sheet(Sheet::Areas)?;
    let mut all: Vec<AreaNote> = Vec::new();
    let mut codes = BTreeSet::new();
    for row in table.rows() {
        let (code, name) = (row.field(0).trim(), row.field(1).trim());
        if code == WHOLE || (code.is_empty() && name.is_empty()) {
            continue;
        }
        if code.is_empty() || name.is_empty() {
            let column = if code.is_empty() { 1 } else { 2 };
            reader.error(Sheet::Areas, (row.line(), column), "template-empty", name);
        } else if !codes.insert(code.to_owned()) {
            reader.error(Sheet::Areas, (row.line(), 1), "template-twice", code);
        } else {
            all.push(AreaNote { code: code.to_owned(), name: name.to_owned(), parent: None });
        }
    }
    if all.is_empty() {
        reader.error(Sheet::Areas, (2, 1), "template-no-areas", "");
        return None;
    }
    Some(all)
}

/// Cells and total of a Kernindikator on a day.
type Cells = (Vec<Option<Cell>>, Option<Cell>);
/// Kernindikator and day.
type Key = (String, String);
/// By Kernindikator and day.
type Filling = BTreeMap<Key, Cells>;

/// What a row of values is held against.
struct Ground<'a> {
    positions: BTreeMap<&'a str, usize>,
    core: &'a [&'a Core],
    typed: BTreeMap<u64, Value>,
    today: Date,
}

fn values(
    reader: &mut Reader<'_>,
    areas: &[AreaNote],
    (core, today): (&[&Core], Date),
) -> Option<Vec<Series>> {
    let table = reader.sheet(Sheet::Values)?;
    let positions = areas.iter().enumerate().map(|(at, it)| (it.code.as_str(), at)).collect();
    let ground = Ground { positions, core, typed: reader.typed(), today };
    let mut filling = Filling::new();
    for row in table.rows() {
        if (0..6).all(|at| row.field(at).trim().is_empty()) {
            continue;
        }
        let (key, area, cell) = match figure(reader.t, row, &ground) {
            Ok(it) => it,
            Err((column, code)) => {
                let text = row.field(usize::try_from(column).unwrap_or(1) - 1).trim().to_owned();
                reader.error(Sheet::Values, (row.line(), column), code, &text);
                continue;
            }
        };
        if !filling.contains_key(&key) && !has_room(filling.len(), areas.len()) {
            reader.error(Sheet::Values, (row.line(), 1), "template-too-many", "");
            return None;
        }
        if place(&mut filling, areas.len(), (key, area)).replace(cell).is_some() {
            let text = row.field(0).trim().to_owned();
            reader.error(Sheet::Values, (row.line(), 1), "template-twice", &text);
        }
    }
    if filling.is_empty() && reader.findings.is_empty() {
        reader.error(Sheet::Values, (2, 1), "template-no-values", "");
    }
    Some(filling.into_iter().map(series).collect())
}

/// The figure of a row and where it belongs, of a unit or of the whole city; or the column that is
/// wrong and how.
fn figure(
    t: &Texts,
    row: Row<'_>,
    ground: &Ground<'_>,
) -> Result<(Key, Option<usize>, Cell), (u64, &'static str)> {
    let field = |at: usize| row.field(at).trim();
    let area = match field(0) {
        WHOLE => None,
        code => Some(*ground.positions.get(code).ok_or((1, "template-unknown-area"))?),
    };
    let core = ground.core.iter().find(|it| it.code == field(1));
    let core = core.ok_or((2, "template-unknown-core"))?;
    let period = period(field(2)).ok_or((3, "template-period"))?;
    if last_day(&period).is_some_and(|it| it > ground.today) {
        return Err((3, "template-future"));
    }
    let typed = ground.typed.get(&row.line()).filter(|_| !field(3).is_empty());
    let number = typed.map(|it| number(t.language(), &core.text.unit, it)).transpose();
    let number = number.map_err(|code| (u64::from(VALUE), code))?;
    Ok(((core.code.clone(), period), area, cell(t, number, (field(4), field(5)))?))
}

/// Where a figure of a unit belongs, or that of the whole city.
fn place(
    filling: &mut Filling,
    units: usize,
    (key, area): (Key, Option<usize>),
) -> &mut Option<Cell> {
    let column = filling.entry(key).or_insert_with(|| (vec![None; units], None));
    match area {
        Some(at) => &mut column.0[at],
        None => &mut column.1,
    }
}

/// What nobody wrote down nobody has.
fn series(((code, period), (cells, total)): (Key, Cells)) -> Series {
    let cells = cells.into_iter().map(|it| it.unwrap_or(Cell::MISSING)).collect();
    let column = Column { cells, total: total.unwrap_or(Cell::MISSING) };
    Series { indicator: indicator_of(&code), period, column }
}

/// A day as people write it, or a period as it is stored.
fn period(text: &str) -> Option<String> {
    match day(text) {
        Some(day) => Some(day.to_string()),
        None => Period::read(text).map(|_| text.to_owned()),
    }
}

/// The cell of a number, its state and whether it is unreliable; or the column that is wrong and how.
fn cell(
    t: &Texts,
    number: Option<f64>,
    (state, flag): (&str, &str),
) -> Result<Cell, (u64, &'static str)> {
    let word = |code: &str| t.get(&format!("vorlage-zustand-{code}")).to_lowercase();
    let said = state.to_lowercase();
    let state = STATES.into_iter().find(|it| word(it) == said);
    if state.is_none() && !said.is_empty() {
        return Err((5, "template-state-unknown"));
    }
    let number = match number {
        Some(it) => Some(Cell::of(it).ok_or((u64::from(VALUE), "template-number"))?),
        None => None,
    };
    let is_zero = |it: &Cell| it.number() == Some(0.0);
    let cell = match (number, state) {
        (Some(cell), None | Some("value")) if !is_zero(&cell) => cell,
        // A zero is said to be one: an empty field in another program is written as 0 too.
        (Some(cell), Some("zero")) if is_zero(&cell) => cell,
        (None, Some("zero")) => Cell::ZERO,
        (None, Some("suppressed")) => Cell::SUPPRESSED,
        (None, Some("missing")) => Cell::MISSING,
        _ => return Err((5, "template-state")),
    };
    match flag.to_lowercase() {
        it if it.is_empty() || it == t.get("offen-nein").to_lowercase() => Ok(cell),
        it if it == t.get("offen-ja").to_lowercase() => Ok(cell.unreliable()),
        _ => Err((6, "template-flag")),
    }
}

fn filled(
    t: &Texts,
    (about, bytes): (&About, &[u8]),
    areas: Vec<AreaNote>,
    series: Vec<Series>,
    (core, deviations): (&[&Core], &Deviations),
) -> Filled {
    let rule = Rule {
        rule: about.of("regel"),
        office: about.of("stelle"),
        date: day(&about.of("tag")).unwrap_or_default().to_string(),
    };
    let used = |it: &&&Core| series.iter().any(|of| of.indicator == indicator_of(&it.code));
    let deviation = |it: &Core| deviations.get(&it.code).cloned().unwrap_or_default();
    let noted = |it: &&Core| indicator(it, deviation(it));
    let indicators = core.iter().filter(used).map(noted).collect();
    let population = about.of("bevoelkerung");
    let told = |it: &&Core| said(it, &series, (&population, deviation(it)));
    let told = core.iter().filter(used).map(told).collect();
    let since = day(&about.of("seit")).unwrap_or_default().to_string();
    let codebook = Codebook {
        dataset: DatasetNote {
            code: "kernindikatoren".to_owned(),
            title: t.get("nav-kernindikatoren"),
            number: 1,
            publisher: about.of("stelle"),
            licence: about.of("zweck"),
            population_concept: about.of("bevoelkerung"),
        },
        geography: GeographyNote {
            code: "gebiete".to_owned(),
            name: about.of("ebene"),
            label: since.clone(),
            valid_from: since,
            valid_to: None,
        },
        protection: vec![rule],
        indicators,
        breaks: Vec::new(),
    };
    let (city, purpose, until) = (about.of("kommune"), about.of("zweck"), about.1);
    let consent = Consent {
        purpose: purpose.clone(),
        recipient: String::new(),
        until: until.to_string(),
        consents: Vec::new(),
    };
    let table = Table { codebook, consent, areas, series, core: told, outlines: None };
    let (ags, hash) = (about.of("ags"), Sha256::digest(bytes).to_vec());
    Filled { city, ags, hash, purpose, until, table }
}
