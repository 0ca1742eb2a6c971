use std::collections::BTreeSet;

use crate::table::{RawTable, Row};
use crate::{
    AreaIndex, AreaKey, ColumnRule, KeyKind, Kind, Mark, Meaning, Period, PeriodRule, Profile,
    Reason, Recognise, RowRule, indicator,
};

/// Rows that are looked at to guess what a column holds.
const SAMPLE: usize = 2_000;

/// A mapping for a file that no profile knows, for a person to look at and correct.
///
/// The key column is the one that knows most area units of the given versions. Columns of
/// numbers become counts, shares or measures by what stands in them.
#[must_use]
pub fn suggest(table: &RawTable, file_name: &str, versions: &[&AreaIndex]) -> Profile {
    let (key, by) = key_column(table, versions);
    let period = (0..table.header().len()).find(|at| *at != key && is_period(table, *at));
    let mut columns = Vec::new();
    let mut marks = BTreeSet::new();
    let centres = |name: &str| {
        by == KeyKind::GridCell && (name.starts_with("x_mp") || name.starts_with("y_mp"))
    };
    for (at, name) in table.header().iter().enumerate() {
        if at == key || Some(at) == period || name.is_empty() || centres(name) {
            continue;
        }
        if let Some(kind) = kind_of(table, at, &mut marks) {
            let indicator = code_of(name);
            columns.push(ColumnRule {
                column: name.clone(),
                indicator,
                kind,
                until: None,
                when: Vec::new(),
            });
        }
    }
    let name_of = |at: usize| table.header().get(at).cloned().unwrap_or_default();
    Profile {
        id: code_of(file_name.rsplit('/').next().unwrap_or(file_name)).replace('_', "-"),
        title: file_name.to_owned(),
        recognise: Recognise { columns: table.header().to_vec(), file_name: None },
        source: crate::Source::default(),
        layout: crate::Layout::Wide,
        area: AreaKey { column: name_of(key), by, pad: None, name: None, version: None },
        period: period.map_or(PeriodRule::Asked, |at| PeriodRule::Column(name_of(at))),
        columns,
        marks: marks.into_iter().map(mark).collect(),
        sums: Vec::new(),
        set_aside: sums_in(table, key),
        whole: Vec::new(),
        ignore: Vec::new(),
        shares: None,
        flag: None,
        sum_rows: None,
        never: Vec::new(),
        grid: None,
    }
}

fn key_column(table: &RawTable, versions: &[&AreaIndex]) -> (usize, KeyKind) {
    if let Some(cells) = crate::grid::key_column(table) {
        return (cells, KeyKind::GridCell);
    }
    let mut best = (0, 0, KeyKind::Code);
    for at in 0..table.header().len() {
        let fields: BTreeSet<&str> = table.rows().take(SAMPLE).map(|row| row.field(at)).collect();
        for version in versions {
            let codes = fields.iter().filter(|key| {
                version.position(key).or_else(|| version.position_padded(key, None)).is_some()
            });
            let names = fields.iter().filter(|key| version.is_name(key));
            for (known, by) in [(codes.count(), KeyKind::Code), (names.count(), KeyKind::Name)] {
                if known > best.0 {
                    best = (known, at, by);
                }
            }
        }
    }
    (best.1, best.2)
}

fn is_period(table: &RawTable, at: usize) -> bool {
    let name = table.header()[at].to_lowercase();
    let words = ["stichtag", "datum", "jahr", "zeit", "monat", "quartal", "period", "year", "date"];
    let named = words.iter().any(|word| name.contains(word));
    named && table.row(0).is_some_and(|row| Period::read(row.field(at)).is_some())
}

/// What a column holds; `None` if most of it is no number. Other texts go to the marks.
fn kind_of(table: &RawTable, at: usize, marks: &mut BTreeSet<String>) -> Option<Kind> {
    let style = table.reading().numbers;
    let (mut numbers, mut others) = (Vec::new(), BTreeSet::new());
    let mut texts = 0;
    for row in table.rows().take(SAMPLE) {
        let text = row.field(at);
        match style.parse(text) {
            Ok(number) => numbers.push(number),
            Err(_) if is_mark(text) => {
                others.insert(text.to_owned());
            }
            Err(_) => texts += 1,
        }
    }
    if numbers.is_empty() || texts * 4 > numbers.len() {
        return None;
    }
    marks.append(&mut others);
    let name = table.header()[at].to_lowercase();
    let words = ["%", "anteil", "quote", "prozent", "percent", "share"];
    let is_share = words.iter().any(|word| name.contains(word));
    let whole = numbers.iter().all(|it| it.fract() == 0.0 && *it >= 0.0);
    Some(if is_share && numbers.iter().all(|it| (0.0..=100.0).contains(it)) {
        Kind::Percent
    } else if whole {
        Kind::Count
    } else {
        Kind::Measure
    })
}

fn is_mark(text: &str) -> bool {
    ["", "-", "–", "—", "*", ".", "..", "...", "…", "/", "x", "X", "-9999", "n. v."].contains(&text)
}

/// What a mark most often means. A dash means zero here and "not shown" there, so the
/// careful guess is that nobody knows.
fn mark(text: String) -> Mark {
    let means = match text.as_str() {
        "*" | "." | "/" => Meaning::Suppressed,
        _ => Meaning::Missing,
    };
    Mark { text, means, interval: None }
}

fn sums_in(table: &RawTable, key: usize) -> Vec<RowRule> {
    let is_sum = |text: &&str| {
        ["gesamt", "insgesamt", "summe", "total", "stadt gesamt"]
            .contains(&text.to_lowercase().as_str())
    };
    let found: BTreeSet<&str> =
        table.rows().map(|row: Row<'_>| row.field(key)).filter(is_sum).collect();
    let rule = |text: &str| RowRule {
        column: table.header()[key].clone(),
        equals: text.to_owned(),
        keep: false,
        reason: Reason::Sum,
    };
    found.into_iter().map(rule).collect()
}

/// A code of the catalogue if the words are known, else a code made of the words.
fn code_of(name: &str) -> String {
    let folded = crate::observe::fold(name);
    let known = match folded.as_str() {
        "einwohner" | "einwohnerinsgesamt" | "bevoelkerung" | "ew" => "population",
        "auslaender" | "auslaenderinnen" | "auslaenderinnenundauslaender" => "foreigners",
        "deutsche" => "germans",
        "migrationshintergrund" | "mh" | "mitmigrationshintergrund" => "migration_background",
        "auslaenderanteil" | "anteilauslaender" => "share_foreigners",
        "arbeitslose" => "unemployed",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let lower = name.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
    let words: Vec<&str> =
        lower.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let code = words.join("_");
    let code = if code.is_empty() { "figure".to_owned() } else { code };
    if indicator(&code).is_some() || code.starts_with(|it: char| it.is_ascii_alphabetic()) {
        code
    } else {
        format!("n_{code}")
    }
}
