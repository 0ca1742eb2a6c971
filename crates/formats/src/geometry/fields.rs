use std::collections::HashSet;

use serde_json::Value;

use super::raw::RawFile;
use super::{GeometryOptions, Refusal, refusal};
use crate::{Finding, Severity};

/// Names of fields with keys, the more telling ones first.
pub(crate) const CODE_NAMES: [&str; 26] = [
    "plrid",
    "plr",
    "lorid",
    "raumid",
    "schluessel",
    "schlussel",
    "municipalityid",
    "ortsbezirkid",
    "stadtteilid",
    "stadtteilnr",
    "stadtteilnummer",
    "bezirksnummer",
    "bezirksnr",
    "code",
    "areacode",
    "key",
    "ags",
    "ars",
    "gebietsnummer",
    "id",
    "nummer",
    "nr",
    "kennung",
    "kennziffer",
    "number",
    "gid",
];

/// Names of fields with names.
pub(crate) const NAME_NAMES: [&str; 20] = [
    "name",
    "plrname",
    "pgistxt",
    "bezeichnung",
    "stadtteil",
    "stadtteilname",
    "ortsbezirk",
    "ortsteil",
    "quartier",
    "stadtbezirk",
    "bezirk",
    "bezirksname",
    "gebietsname",
    "gen",
    "label",
    "titel",
    "title",
    "text",
    "spatialalias",
    "bez",
];

/// The fields that were chosen; `None` for the code means the feature's own id.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) code: Option<String>,
    pub(super) name: Option<String>,
    pub(super) parent: Option<String>,
}

/// A property as text; `None` for nothing. `14.0` is the key `14`.
pub(super) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(match number.as_f64() {
            Some(float) if number.is_f64() => number_text(float),
            _ => number.to_string(),
        }),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
    .filter(|text| !text.is_empty())
}

/// A number as a key: without a fraction if it has none.
pub(super) fn number_text(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        format!("{value:.0}")
    } else {
        value.to_string()
    }
}

/// A name as it is compared: small letters and digits, umlauts without dots.
pub(crate) fn plain(name: &str) -> String {
    name.chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .map(|letter| match letter {
            'ü' => 'u',
            'ö' => 'o',
            'ä' => 'a',
            other => other,
        })
        .collect()
}

/// Which fields hold key, name and parent.
///
/// # Errors
///
/// A finding if a field was asked for that is not there, or none holds keys.
pub(super) fn choose(
    raw: &RawFile,
    options: &GeometryOptions,
) -> Result<(Chosen, Vec<Finding>), Refusal> {
    let names = field_names(raw);
    let asked = |field: &Option<String>| match field {
        Some(name) if !names.contains(&name.as_str()) => {
            let finding = refusal(&raw.name, "field-not-found").arg("field", name);
            Err(Box::new(finding.arg("fields", names.join(", "))))
        }
        other => Ok(other.clone()),
    };
    let parent = asked(&options.parent_field)?;
    let code = match asked(&options.code_field)? {
        Some(field) => Some(field),
        None => guess_code(raw, &names)?,
    };
    let mut findings = Vec::new();
    let name = match asked(&options.name_field)? {
        Some(field) => Some(field),
        None => guess(&names, &NAME_NAMES).find(|field| share_filled(raw, field) > 0.5),
    };
    if name.is_none() {
        findings.push(
            Finding::new(Severity::Note, &raw.name, "no-name-field")
                .arg("fields", names.join(", ")),
        );
    }
    Ok((Chosen { code, name, parent }, findings))
}

fn field_names(raw: &RawFile) -> Vec<&str> {
    let mut seen = HashSet::new();
    let all = raw.features.iter().flat_map(|feature| &feature.fields);
    all.map(|(name, _)| name.as_str()).filter(|name| seen.insert(*name)).collect()
}

fn guess<'a>(names: &'a [&str], known: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    known.iter().flat_map(move |wanted| {
        names.iter().filter(move |name| plain(name) == *wanted).map(|name| (*name).to_owned())
    })
}

fn guess_code(raw: &RawFile, names: &[&str]) -> Result<Option<String>, Refusal> {
    let filled: Vec<String> =
        guess(names, &CODE_NAMES).filter(|field| share_filled(raw, field) > 0.5).collect();
    let telling = filled.iter().find(|field| share_distinct(raw, field) > 0.9);
    if let Some(field) = telling.or(filled.first()) {
        return Ok(Some(field.clone()));
    }
    if raw.features.iter().any(|feature| feature.id.is_some()) {
        return Ok(None);
    }
    Err(Box::new(refusal(&raw.name, "no-code-field").arg("fields", names.join(", "))))
}

fn share_filled(raw: &RawFile, field: &str) -> f64 {
    let filled = raw.features.iter().filter(|it| it.field(field).is_some_and(|it| !it.is_empty()));
    filled.count() as f64 / raw.features.len() as f64
}

fn share_distinct(raw: &RawFile, field: &str) -> f64 {
    let distinct: HashSet<&str> = raw.features.iter().filter_map(|it| it.field(field)).collect();
    distinct.len() as f64 / raw.features.len() as f64
}
