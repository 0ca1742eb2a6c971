//! `/{kommune}/atlas/daten/neu`: bring a file, see what was found, accept it.

use ankunft_formats::grid::Method;
use ankunft_formats::{Finding, Severity};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Choice, Field, Select, Upload};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::file::csv as csv_of;
use askama::Template;
use jiff::civil::Date;

use crate::import::{Known, outlines, tables};

/// How many findings a page lists; the CSV has them all.
const LISTED: usize = 200;

/// The page on which a file is brought.
#[derive(Template)]
#[template(path = "bring.html")]
pub struct BringPage {
    /// The frame.
    pub shell: Shell,
    /// Where the form is sent.
    pub action: String,
    /// What is asked for, with what was wrong with the last try.
    pub upload: Upload,
    /// Files that were brought and not accepted yet: name and page.
    pub waiting: Vec<(String, String)>,
    /// To what is being accepted and was accepted.
    pub jobs: Link,
}

/// The page on which a brought file is checked and accepted.
#[derive(Template)]
#[template(path = "check.html")]
pub struct CheckPage {
    /// The frame.
    pub shell: Shell,
    /// Numbers with their words: rows read, units joined, errors, warnings, notes.
    pub balance: Vec<(String, String)>,
    /// What was found.
    pub findings: Vec<FindingItem>,
    /// That there are more findings than listed.
    pub more: Option<String>,
    /// Where all findings can be had.
    pub findings_csv: String,
    /// The first rows of a table, the header first.
    pub preview: Vec<Vec<String>>,
    /// What the preview is called.
    pub preview_caption: String,
    /// The mapping of columns: column and its choice of indicators.
    pub mapping: Vec<Select>,
    /// Settings to check again with.
    pub settings: Vec<Select>,
    /// Texts to check again with.
    pub asked: Vec<Field>,
    /// What is said with the acceptance.
    pub fields: Vec<Field>,
    /// How it is accepted.
    pub terms: Vec<Select>,
    /// Where the forms are sent.
    pub action: String,
    /// Whether it may be accepted.
    pub acceptable: bool,
    /// How the file was read, in words.
    pub reading: String,
}

/// One finding in words.
pub struct FindingItem {
    /// The class of its severity.
    pub class: &'static str,
    /// Its severity.
    pub severity: String,
    /// What is the matter.
    pub message: String,
    /// The raw text of its place.
    pub excerpt: Option<String>,
    /// File, line, column, and what to do.
    pub place: String,
}

/// The words of a finding: what is the matter, and what to do.
#[must_use]
pub fn words(t: &Texts, finding: &Finding) -> (String, String) {
    let id = format!("finding-{}", finding.code);
    if !t.has(&id) {
        return (finding.code.clone(), String::new());
    }
    let args: Vec<(&str, Arg)> = finding
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), argument(t, name, value)))
        .collect();
    let advice = format!("{id}.suggestion");
    let advice = if t.has(&advice) { t.with(&advice, &args) } else { String::new() };
    (t.with(&id, &args), advice)
}

/// How many there are decides about singular and plural, and a day is one of the reader's language;
/// everything else is text, because keys like `06010102` are no numbers.
fn argument(t: &Texts, name: &str, value: &str) -> Arg {
    const NUMBERS: [&str; 9] =
        ["count", "rows", "estimate", "low", "high", "least", "most", "outside", "unpublished"];
    if let Some(day) = value.parse::<Date>().ok().filter(|_| name == "day") {
        return Arg::from(t.date(day));
    }
    let number = value.parse::<i64>().ok().filter(|_| NUMBERS.contains(&name));
    number.map_or_else(|| Arg::from(value), Arg::from)
}

/// The word of a severity.
#[must_use]
pub fn severity(t: &Texts, severity: Severity) -> String {
    t.get(match severity {
        Severity::Error => "hinweis-fehler",
        Severity::Warning => "hinweis-warnung",
        Severity::Note => "hinweis-anmerkung",
    })
}

/// The place of a finding: file, line and column.
#[must_use]
pub fn place(t: &Texts, finding: &Finding) -> String {
    let number = |it: u64| Arg::from(it.to_string());
    let args = |line: u64, column: u64| {
        [
            ("datei", Arg::from(finding.file.as_str())),
            ("zeile", number(line)),
            ("spalte", number(column)),
        ]
    };
    match (finding.line, finding.column) {
        (Some(line), Some(column)) => t.with("hinweis-ort-spalte", &args(line, column)),
        (Some(line), None) => t.with("hinweis-ort-zeile", &args(line, 0)),
        _ => finding.file.clone(),
    }
}

/// Findings in words, errors first.
#[must_use]
pub fn items(t: &Texts, findings: &[Finding]) -> Vec<FindingItem> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|it| std::cmp::Reverse(it.severity));
    let item = |finding: &&Finding| {
        let (message, advice) = words(t, finding);
        FindingItem {
            class: match finding.severity {
                Severity::Error => "f",
                Severity::Warning => "w",
                Severity::Note => "h",
            },
            severity: severity(t, finding.severity),
            message,
            excerpt: finding.excerpt.clone(),
            place: format!("{} · {advice}", place(t, finding)),
        }
    };
    sorted.iter().take(LISTED).map(item).collect()
}

/// All findings as CSV, in the reader's language.
#[must_use]
pub fn csv(t: &Texts, findings: &[Finding]) -> String {
    let number = |it: Option<u64>| it.map_or_else(String::new, |it| it.to_string());
    let header = ["severity", "file", "line", "column", "code", "message", "suggestion"];
    let mut records = vec![header.map(str::to_owned)];
    records.extend(findings.iter().map(|it| {
        let (message, advice) = words(t, it);
        [
            severity(t, it.severity),
            it.file.clone(),
            number(it.line),
            number(it.column),
            it.code.clone(),
            message,
            advice,
        ]
    }));
    csv_of(records)
}

/// That there are more findings than the page lists.
#[must_use]
pub fn more(t: &Texts, findings: &[Finding]) -> Option<String> {
    let rest = findings.len().saturating_sub(LISTED);
    (rest > 0).then(|| t.with("hinweis-weitere", &[("anzahl", Arg::from(rest))]))
}

/// The numbers above the findings.
#[must_use]
pub fn balance(t: &Texts, rows: &[(&str, u64)], findings: &[Finding]) -> Vec<(String, String)> {
    let count =
        |severity: Severity| findings.iter().filter(|it| it.severity == severity).count() as u64;
    let found = [
        ("bilanz-fehler", count(Severity::Error)),
        ("bilanz-warnungen", count(Severity::Warning)),
        ("bilanz-anmerkungen", count(Severity::Note)),
    ];
    rows.iter()
        .chain(&found)
        .map(|(id, number)| {
            let number = i64::try_from(*number).unwrap_or(i64::MAX);
            (t.integer(number), t.with(id, &[("anzahl", Arg::from(number))]))
        })
        .collect()
}

/// Heading and first sentence of the check.
#[must_use]
pub fn verdict(t: &Texts, acceptable: bool, findings: &[Finding]) -> (String, String) {
    let errors = findings.iter().filter(|it| it.severity == Severity::Error).count();
    if acceptable {
        (t.get("pruefung-gut"), t.get("pruefung-gut-leit"))
    } else if errors == 0 {
        (t.get("pruefung-leer"), t.get("pruefung-leer-leit"))
    } else {
        let lead = t.with("pruefung-schlecht-leit", &[("anzahl", Arg::from(errors))]);
        (t.get("pruefung-schlecht"), lead)
    }
}

/// The columns of a table with the indicators they can hold.
#[must_use]
pub fn mapping(t: &Texts, checked: &tables::Checked) -> Vec<Select> {
    let Some(profile) = &checked.profile else { return Vec::new() };
    let header = checked.preview.first().map_or(&[][..], Vec::as_slice);
    let mut codes: Vec<(String, String)> = ankunft_formats::indicators()
        .iter()
        .filter(|it| it.formula.is_none())
        .map(|it| (it.code.clone(), t.get(&format!("indicator-{}", it.code))))
        .collect();
    codes.sort_by(|a, b| a.1.cmp(&b.1));
    header
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let current = if *column == profile.area.column {
                KEY.to_owned()
            } else {
                let rule = profile.columns.iter().find(|it| it.column == *column);
                rule.map_or_else(String::new, |it| it.indicator.clone())
            };
            let mut choices = vec![
                Choice::new("", t.get("zuordnung-nichts"), &current),
                Choice::new(KEY, t.get("zuordnung-schluessel"), &current),
            ];
            if !current.is_empty()
                && current != KEY
                && !codes.iter().any(|(code, _)| *code == current)
            {
                choices.push(Choice::new(&current, column, &current));
            }
            choices.extend(codes.iter().map(|(code, name)| Choice::new(code, name, &current)));
            Select::new(format!("spalte-{at}"), column.clone(), choices)
        })
        .collect()
}

/// The word for the key column in the mapping.
pub const KEY: &str = "*";

/// Area version and profile, to check again with others.
#[must_use]
pub fn settings(t: &Texts, checked: &tables::Checked, known: &Known) -> Vec<Select> {
    let version = checked.version.as_ref().map_or_else(String::new, |it| it.version.id.to_string());
    let profile = checked.profile.as_ref().filter(|_| checked.is_known);
    let profile = profile.map_or_else(String::new, |it| it.id.clone());
    let profiles = known.profiles.iter().chain(ankunft_formats::built_in_profiles());
    let mut choices = vec![Choice::new("", t.get("pruefung-kein-profil"), &profile)];
    choices.extend(profiles.map(|it| Choice::new(&it.id, &it.title, &profile)));
    vec![
        Select::new("profil", t.get("quelle-profil"), choices),
        Select::new(
            "gebietsstand",
            t.get("quelle-grenzen"),
            known
                .versions
                .iter()
                .map(|it| Choice::new(it.version.id.to_string(), it.index.label(), &version))
                .collect(),
        ),
    ]
}

/// How grid cells are given to area units, if the table holds cells.
#[must_use]
pub fn grid_method(t: &Texts, checked: &tables::Checked) -> Option<Select> {
    let current = checked.basis?.method;
    let choice = |it: Method| {
        Choice::new(it.code(), t.get(&format!("gitter-{}", it.code())), current.code())
    };
    let choices = Method::ALL.map(choice).to_vec();
    Some(Select::new("gitter", t.get("gitter-verfahren"), choices))
}

/// What a person says of a file of outlines.
#[must_use]
pub fn outline_fields(
    t: &Texts,
    checked: &outlines::Checked,
    answers: &outlines::Answers,
) -> Vec<Field> {
    let field = |name: &str, id: &str, value: &str| Field::new(name, t.get(id)).value(value);
    vec![
        field("ebene", "gebiete-code", &checked.geography.0),
        field("ebenenname", "gebiete-name", &checked.geography.1),
        field("fassung", "daten-fassung", &checked.label),
        field("gueltig-ab", "gebiete-ab", &checked.valid_from).kind("date"),
        field("gueltig-bis", "gebiete-bis", checked.valid_to.as_deref().unwrap_or_default())
            .kind("date")
            .optional(),
        field("herausgeber", "quelle-herausgeber", &answers.source).optional(),
        field("lizenz", "quelle-lizenz", &answers.licence).optional(),
    ]
}
