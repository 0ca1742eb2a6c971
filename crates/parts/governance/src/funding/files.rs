//! The same for programs: one row a part of the money, with sums that add up.

use ankunft_atlas::papers::sheet as printed;
use ankunft_formats::workbook::{Entry, Sheet, WorkbookError, workbook};
use ankunft_platform::languages::Texts;
use ankunft_platform::web::file;
use jiff::Timestamp;

use super::model::{BySource, Planned};
use super::view::{FundYear, OneView, View};
use crate::around::money::{Budget, Source};
use crate::around::tables;
use crate::cells::{count, hundredths as money, sheet, text};
use crate::measures::words as measures;
use crate::spending::model::{Payer, alike, by_payer};
use crate::spending::tables as spent;

/// Cents as euros with a point, as programs read them.
fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// The financing of a city: by source, by measure, who gives what to which measure, and small funds.
///
/// # Errors
///
/// - [`WorkbookError`] if the format has no room for it.
pub fn city(t: &Texts, made: Timestamp, view: &View) -> Result<Vec<u8>, WorkbookError> {
    let report = &view.report;
    let source = |it: &BySource| {
        let about = [text(&*it.name), text(&*it.programme), count(it.measures)];
        about.into_iter().chain([money(it.cents), money(it.spent)]).collect()
    };
    let total = vec![
        text(t.get("geld-zusammen")),
        Entry::Empty,
        Entry::Empty,
        money(report.named()),
        money(report.spent_by_named()),
    ];
    let sources = report.sources.iter().map(source).chain([total]).collect();
    let total = [
        vec![text(t.get("geld-zusammen"))],
        vec![Entry::Empty; 4],
        [report.cents(), report.given(), report.own(), report.spent()].map(money).to_vec(),
    ];
    let row = |it: &Planned| [measure(t, it), vec![money(report.spent_on(it))]].concat();
    let rows = report.rows.iter().map(row).chain([total.concat()]).collect();
    let measures = [
        "massnahme",
        "arbeitsmappe-nummer",
        "massnahme-feld-stand",
        "massnahme-feld-ab",
        "massnahme-feld-bis",
        "foerderung-kosten",
        "foerderung-dritte",
        "geld-eigenanteil",
        "foerderung-ausgegeben",
    ];
    let by_source =
        ["geld-wer", "geld-programm", "massnahmen-alle", "geld-betrag", "foerderung-ausgegeben"];
    let each = ["massnahme", "geld-wer", "geld-programm", "geld-quote", "geld-betrag"];
    let mut sheets = vec![
        sheet(t, "foerderung-quellen", &by_source, sources),
        sheet(t, "massnahmen-alle", &measures, rows),
        sheet(
            t,
            "finanzplan-finanzierung",
            &each,
            report.rows.iter().flat_map(|it| parts(t, &it.title, &it.budget)).collect(),
        ),
    ];
    if let Some(years) = super::pages::years(t, view) {
        sheets.push(printed(t, &t.get("foerderung-jahre"), &years));
    }
    sheets.extend(funds(t, &view.funds));
    workbook(&t.get("foerderung-papier-titel"), made, &sheets)
}

/// The small funds, where there are any.
fn funds(t: &Texts, all: &[FundYear]) -> Option<Sheet> {
    let header = [
        "fonds-eins",
        "geld-programm",
        "foerderung-haushalt",
        "antrag-bewilligt",
        "foerderung-ausgegeben",
        "fonds-frei",
    ];
    let rows = || all.iter().map(fund).collect();
    (!all.is_empty()).then(|| sheet(t, "foerderung-fonds", &header, rows()))
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
pub(crate) fn parts(t: &Texts, title: &str, budget: &Budget) -> Vec<Vec<Entry>> {
    let part = |source: &crate::around::money::Source| {
        let quota = source.quota.map_or_else(String::new, |it| crate::around::words::quota(t, it));
        vec![
            text(title),
            text(&*source.name),
            text(&*source.programme),
            text(quota),
            money(source.cents),
        ]
    };
    let own = vec![
        text(title),
        text(t.get("geld-eigenanteil")),
        Entry::Empty,
        Entry::Empty,
        money(budget.own_cents()),
    ];
    budget.sources.iter().map(part).chain([own]).collect()
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
    let mut rows = parts(t, &it.title, &it.budget);
    rows.push(vec![
        text(&*it.title),
        text(t.get("finanzplan-gesamtfinanzierung")),
        Entry::Empty,
        Entry::Empty,
        money(it.budget.cents),
    ]);
    let made = Timestamp::from_microsecond(view.at).unwrap_or_default();
    let mut sheets = vec![
        sheet(t, "finanzplan-titel", &header, rows),
        printed(t, &t.get("plan-ausgaben"), &tables::costs(t, &it.budget)),
        printed(t, &t.get("plan-finanzierung"), &tables::financing(t, &it.budget)),
    ];
    if !it.book.is_empty() {
        let compared = spent::compared(t, &it.budget, &it.book);
        sheets.extend(compared.iter().map(|table| printed(t, &table.caption, table)));
        let lines = spent::lines(t, (&it.book, &view.names), None);
        sheets.push(printed(t, &t.get("ausgabe-buchungen"), &lines));
    }
    workbook(&t.get("finanzplan-titel"), made, &sheets)
}

const COLUMNS: [&str; 11] = [
    "measure",
    "title",
    "state",
    "starts_on",
    "due",
    "payer",
    "source",
    "programme",
    "quota_thirds_of_permille",
    "amount_eur",
    "spent_eur",
];

/// One row for each who pays or has paid for a measure: sources, the city, and what nobody has said.
#[must_use]
pub fn csv(view: &View) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    for it in &view.report.rows {
        for part in by_payer(&it.budget, &it.book_of(view.wanted.year)) {
            let (payer, source, programme) = match &part.of {
                Payer::Source { name, programme } => ("source", name.as_str(), programme.as_str()),
                Payer::Own => ("own", "", ""),
                Payer::Open => ("open", "", ""),
            };
            let is_of = |it: &&Source| {
                alike(&it.name) == alike(source) && alike(&it.programme) == alike(programme)
            };
            let mut agreed = it.budget.sources.iter().filter(is_of);
            // Where several stand under one name, none of their quotas is that of all.
            let quota = match (agreed.next(), agreed.next()) {
                (Some(one), None) => one.quota,
                _ => None,
            };
            rows.push([
                it.number.to_string(),
                it.title.clone(),
                it.state.code().to_owned(),
                it.from.map_or_else(String::new, |it| it.to_string()),
                it.to.to_string(),
                payer.to_owned(),
                source.to_owned(),
                programme.to_owned(),
                quota.map_or_else(String::new, |it| it.thirds().to_string()),
                euros(part.plan.unwrap_or_default()),
                euros(part.spent),
            ]);
        }
    }
    file::csv(rows)
}
