//! The same for programs: one row a part of the money, with sums that add up.

use ankunft_formats::workbook::{Entry, Sheet, WorkbookError, sheet_name, workbook};
use ankunft_platform::languages::Texts;
use ankunft_platform::web::file;
use jiff::Timestamp;

use super::model::{BySource, Planned};
use super::view::{FundYear, OneView, View};
use crate::measures::words as measures;

fn text(text: impl Into<String>) -> Entry {
    let text = text.into();
    if text.is_empty() { Entry::Empty } else { Entry::Text(text) }
}

#[expect(clippy::cast_precision_loss, reason = "exact to the cent far beyond any city")]
fn money(cents: i64) -> Entry {
    Entry::Number(cents as f64 / 100.0)
}

#[expect(clippy::cast_precision_loss, reason = "a small count")]
fn count(count: usize) -> Entry {
    Entry::Number(count as f64)
}

/// Cents as euros with a point, as programs read them.
fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

fn sheet(t: &Texts, name: &str, header: &[&str], rows: Vec<Vec<Entry>>) -> Sheet {
    Sheet {
        name: sheet_name(&t.get(name)),
        header: header.iter().map(|it| t.get(it)).collect(),
        rows,
        frozen_columns: 1,
    }
}

/// The financing of a city: by source, by measure, who gives what to which measure, and small funds.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn city(t: &Texts, made: Timestamp, view: &View) -> Result<Vec<u8>, WorkbookError> {
    let report = &view.report;
    let source = |it: &BySource| {
        vec![text(&*it.name), text(&*it.programme), count(it.measures), money(it.cents)]
    };
    let total =
        vec![text(t.get("geld-zusammen")), Entry::Empty, Entry::Empty, money(report.named())];
    let sources = report.sources.iter().map(source).chain([total]).collect();
    let total = [
        vec![text(t.get("geld-zusammen"))],
        vec![Entry::Empty; 4],
        vec![money(report.cents()), money(report.given()), money(report.own())],
    ];
    let rows = report.rows.iter().map(|it| measure(t, it)).chain([total.concat()]).collect();
    let measures = [
        "massnahme",
        "arbeitsmappe-nummer",
        "massnahme-feld-stand",
        "massnahme-feld-ab",
        "massnahme-feld-bis",
        "foerderung-kosten",
        "foerderung-dritte",
        "geld-eigenanteil",
    ];
    let by_source = ["geld-wer", "geld-programm", "massnahmen-alle", "geld-betrag"];
    let each = ["massnahme", "geld-wer", "geld-programm", "geld-quote", "geld-betrag"];
    let mut sheets = vec![
        sheet(t, "foerderung-quellen", &by_source, sources),
        sheet(t, "massnahmen-alle", &measures, rows),
        sheet(
            t,
            "finanzplan-finanzierung",
            &each,
            report.rows.iter().flat_map(|it| parts(t, it)).collect(),
        ),
    ];
    if !view.funds.is_empty() {
        let header = [
            "fonds-eins",
            "geld-programm",
            "foerderung-haushalt",
            "antrag-bewilligt",
            "foerderung-ausgegeben",
            "fonds-frei",
        ];
        let rows = view.funds.iter().map(fund).collect();
        sheets.push(sheet(t, "foerderung-fonds", &header, rows));
    }
    workbook(&t.get("foerderung-papier-titel"), made, &sheets)
}

fn measure(t: &Texts, it: &Planned) -> Vec<Entry> {
    vec![
        text(&*it.title),
        Entry::Number(it.number as f64),
        text(measures::state(t, it.state)),
        it.from.map_or(Entry::Empty, Entry::Day),
        Entry::Day(it.to),
        money(it.budget.cents),
        money(it.given()),
        money(it.budget.own_cents()),
    ]
}

/// Who gives what to a measure, the city itself last.
fn parts(t: &Texts, it: &Planned) -> Vec<Vec<Entry>> {
    let part = |source: &crate::around::money::Source| {
        let quota = source.quota.map_or_else(String::new, |it| crate::around::words::quota(t, it));
        vec![
            text(&*it.title),
            text(&*source.name),
            text(&*source.programme),
            text(quota),
            money(source.cents),
        ]
    };
    let own = vec![
        text(&*it.title),
        text(t.get("geld-eigenanteil")),
        Entry::Empty,
        Entry::Empty,
        money(it.budget.own_cents()),
    ];
    it.budget.sources.iter().map(part).chain([own]).collect()
}

fn fund(it: &FundYear) -> Vec<Entry> {
    let balance = it.balance;
    vec![
        text(&*it.name),
        text(&*it.programme),
        money(balance.budget),
        money(balance.given()),
        money(balance.paid - balance.returned),
        money(balance.left()),
    ]
}

/// The plan of a measure.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn plan(t: &Texts, view: &OneView) -> Result<Vec<u8>, WorkbookError> {
    let it = &view.it;
    let header = ["massnahme", "geld-wer", "geld-programm", "geld-quote", "geld-betrag"];
    let mut rows = parts(t, it);
    rows.push(vec![
        text(&*it.title),
        text(t.get("finanzplan-gesamtfinanzierung")),
        Entry::Empty,
        Entry::Empty,
        money(it.budget.cents),
    ]);
    let made = Timestamp::from_microsecond(view.at).unwrap_or_default();
    workbook(&t.get("finanzplan-titel"), made, &[sheet(t, "finanzplan-titel", &header, rows)])
}

const COLUMNS: [&str; 9] = [
    "measure",
    "title",
    "state",
    "starts_on",
    "due",
    "source",
    "programme",
    "quota_thirds_of_permille",
    "amount_eur",
];

/// One row a source of a measure; the city's own part has no source.
#[must_use]
pub fn csv(view: &View) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    for it in &view.report.rows {
        let row = |source: &str, programme: &str, quota: String, cents: i64| {
            [
                it.number.to_string(),
                it.title.clone(),
                it.state.code().to_owned(),
                it.from.map_or_else(String::new, |it| it.to_string()),
                it.to.to_string(),
                source.to_owned(),
                programme.to_owned(),
                quota,
                euros(cents),
            ]
        };
        for source in &it.budget.sources {
            let quota = source.quota.map_or_else(String::new, |it| it.thirds().to_string());
            rows.push(row(&source.name, &source.programme, quota, source.cents));
        }
        rows.push(row("", "", String::new(), it.budget.own_cents()));
    }
    file::csv(rows)
}
