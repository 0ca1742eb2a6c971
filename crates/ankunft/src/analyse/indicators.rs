//! Indicators as flags declare them: `NAME[:-][=COLUMN]`.

use ankunft_arrival::Recipe;
use ankunft_formats::Severity;
use ankunft_platform::languages::Texts;

use super::input::{Sheet, wrong};
use crate::console::Problem;

/// Berlin's and Hamburg's least residents of an area.
pub const MIN_POPULATION: f64 = 300.0;

/// An indicator: its name, its column and its direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Declared {
    /// Its name.
    pub name: String,
    /// Its column, by the same name unless another is given.
    pub column: String,
    /// Whether a small value counts as a high one.
    pub reversed: bool,
}

impl Declared {
    /// The indicator of `NAME[:-][=COLUMN]`.
    pub fn read(text: &str) -> Self {
        let (name, column) = text.split_once('=').unwrap_or((text, ""));
        let (name, reversed) = match name.strip_suffix(":-") {
            Some(name) => (name, true),
            None => (name, false),
        };
        let column = if column.is_empty() { name } else { column };
        Self { name: name.to_owned(), column: column.to_owned(), reversed }
    }
}

/// The recipe of a flag.
pub fn recipe(t: &Texts, id: &str) -> Result<&'static Recipe, Problem> {
    Recipe::of(id).ok_or_else(|| {
        let known: Vec<&str> = Recipe::all().iter().map(|it| it.id.as_str()).collect();
        wrong(t, "analyse-recipe-unknown", &[("id", id), ("known", &known.join(", "))])
    })
}

/// Splits `NAME=REST` of a flag.
pub fn pair<'a>(t: &Texts, flag: &str, text: &'a str) -> Result<(&'a str, &'a str), Problem> {
    text.split_once('=')
        .filter(|(name, rest)| !name.is_empty() && !rest.is_empty())
        .ok_or_else(|| wrong(t, "analyse-pair-expected", &[("flag", flag), ("text", text)]))
}

/// An indicator with its numbers.
pub struct Loaded {
    /// How it was declared.
    pub declared: Declared,
    /// The position of its column.
    pub at: usize,
    /// One number a row.
    pub values: Vec<Option<f64>>,
}

/// Reads the columns of indicators.
pub fn load(
    t: &Texts,
    sheet: &mut Sheet,
    flag: &str,
    declared: &[Declared],
) -> Result<Vec<Loaded>, Problem> {
    // All columns first: a wrong name is wrong usage, whatever stands in the rows.
    let columns: Vec<usize> =
        declared.iter().map(|it| sheet.column(t, flag, &it.column)).collect::<Result<_, _>>()?;
    let load = |(declared, at): (&Declared, usize)| {
        let values = sheet.numbers(at);
        Loaded { declared: declared.clone(), at, values }
    };
    Ok(declared.iter().zip(columns).map(load).collect())
}

/// Why areas are left out whatever is computed: nobody knows of residents, or there are too few.
pub fn too_small(
    sheet: &mut Sheet,
    keys: &[String],
    (column, residents): (usize, &[Option<f64>]),
    minimum: f64,
) -> Vec<Option<String>> {
    let mut reasons = Vec::with_capacity(keys.len());
    for (row, residents) in residents.iter().copied().enumerate() {
        let (severity, code, reason) = match residents {
            Some(it) if it < 0.0 => (Severity::Error, "analyse-population-negative", None),
            Some(it) if it >= minimum => {
                reasons.push(None);
                continue;
            }
            Some(_) => {
                (Severity::Note, "analyse-population-small", Some("population-below-minimum"))
            }
            None => (Severity::Note, "analyse-population-missing", Some("no-population")),
        };
        let finding = sheet.at(severity, code, sheet.line(row), column);
        let finding = finding.arg("key", &keys[row]).arg("minimum", minimum);
        sheet.findings.push(finding.arg("people", residents.unwrap_or(0.0)));
        reasons.push(reason.map(str::to_owned));
    }
    reasons
}

/// Why each area is left out of these indicators: the first that has no number there.
pub fn missing(
    sheet: &mut Sheet,
    keys: &[String],
    indicators: &[&Loaded],
    excluded: &mut [Option<String>],
) {
    for (row, reason) in excluded.iter_mut().enumerate().filter(|it| it.1.is_none()) {
        let Some(it) = indicators.iter().find(|it| it.values[row].is_none()) else { continue };
        *reason = Some(format!("missing:{}", it.declared.name));
        let finding = sheet.at(Severity::Note, "analyse-value-missing", sheet.line(row), it.at);
        let finding = finding.arg("key", &keys[row]).arg("name", &it.declared.name);
        sheet.findings.push(finding);
    }
}

/// The numbers of the areas that are not left out.
pub fn kept(values: &[Option<f64>], excluded: &[Option<String>]) -> Vec<Option<f64>> {
    values.iter().zip(excluded).map(|(it, reason)| it.filter(|_| reason.is_none())).collect()
}

/// Warns where an indicator is equal in all areas that are compared.
pub fn warn_of_equal(sheet: &mut Sheet, it: &Loaded, kept: &[Option<f64>]) {
    let mut known = kept.iter().flatten();
    let first = known.next();
    if first.is_some() && known.all(|it| Some(it) == first) {
        let finding = sheet.about(Severity::Warning, "analyse-all-equal");
        let finding = finding.column(it.at as u64 + 1).arg("name", &it.declared.name);
        sheet.findings.push(finding);
    }
}

/// Warns of shares that cannot be, if the column looks like shares: below zero, or above a hundred.
pub fn warn_of_impossible(sheet: &mut Sheet, it: &Loaded) {
    let known = it.values.iter().flatten();
    let fine = known.clone().filter(|it| (0.0..=100.0).contains(*it)).count();
    if fine * 2 <= known.count() {
        return;
    }
    for (row, value) in it.values.iter().enumerate() {
        let Some(value) = value.filter(|it| !(0.0..=100.0).contains(it)) else { continue };
        let code = if value < 0.0 { "analyse-share-negative" } else { "analyse-share-above-100" };
        let finding = sheet.at(Severity::Warning, code, sheet.line(row), it.at);
        let finding = finding.arg("value", value).arg("name", &it.declared.name);
        sheet.findings.push(finding);
    }
}
