//! The report of a year as CSV and as a workbook, from the values of its page.

use ankunft_formats::workbook::{Entry, Sheet, sheet_name, workbook};
use ankunft_platform::languages::Texts;
use ankunft_platform::web::{Failure, file};
use jiff::Timestamp;

use super::view::{FundView, Year, YearRow};
use super::words;

const COLUMNS: [&str; 11] = [
    "number",
    "title",
    "applicant",
    "place",
    "starts_on",
    "ends_on",
    "state",
    "asked_eur",
    "granted_eur",
    "paid_eur",
    "returned_eur",
];

/// Cents as euros with a point, as programs read it.
fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// One row a granted application.
#[must_use]
pub fn csv(year: &Year) -> String {
    let row = |it: &YearRow| {
        let request = &it.it.request;
        [
            it.it.number.to_string(),
            request.title.clone(),
            request.applicant.clone(),
            request.place.clone(),
            request.starts_on.to_string(),
            request.ends_on.to_string(),
            if it.it.is_given_up() { "given-up" } else { it.it.state().code() }.to_owned(),
            euros(request.asked()),
            euros(it.granted),
            euros(it.money.paid),
            euros(it.money.returned),
        ]
    };
    let header = COLUMNS.map(str::to_owned);
    file::csv(std::iter::once(header).chain(year.rows.iter().map(row)))
}

/// What was granted, the sums, and the book: three sheets.
///
/// # Errors
///
/// - [`Failure`] if the workbook cannot be written.
pub fn workbook_of(
    t: &Texts,
    (name, made): (&str, Timestamp),
    view: &FundView,
    year: &Year,
) -> Result<Vec<u8>, Failure> {
    let header = [
        "fonds-nummer",
        "fonds-vorhaben",
        "antrag-gruppe",
        "antrag-ort",
        "antrag-ab",
        "antrag-bis",
        "antrag-stand",
        "antrag-beantragt",
        "antrag-bewilligt",
        "fonds-ausgezahlt",
        "fonds-zurueck",
    ];
    let sums = year.balance;
    let sum = |id: &str, cents: i64| vec![text(&t.get(id)), money(cents)];
    let sums = vec![
        sum("fonds-haushalt", sums.budget),
        sum("fonds-reserviert", sums.reserved),
        sum("fonds-ausgezahlt", sums.paid),
        sum("fonds-zurueck", sums.returned),
        sum("fonds-frei", sums.left()),
    ];
    let title = |number: Option<i64>| {
        let found = view.applications.iter().find(|it| Some(it.number) == number);
        found.map(|it| it.request.title.clone())
    };
    let line = |it: &super::store::book::Line| {
        let about = title(it.booking.application).unwrap_or_else(|| it.note.clone());
        let kind = t.get(&format!("fonds-buchung-{}", it.booking.kind.code()));
        vec![text(&it.on_day.to_string()), text(&kind), text(&about), money(it.booking.cents)]
    };
    let sheets = [
        sheet(t, "fonds-gefoerdert", &header, year.rows.iter().map(|it| granted(t, it)).collect()),
        sheet(t, "fonds-summen", &["fonds-haushalt-was", "antrag-betrag"], sums),
        sheet(
            t,
            "fonds-buch",
            &["fonds-tag", "fonds-buchung", "fonds-wozu", "antrag-betrag"],
            year.lines.iter().map(line).collect(),
        ),
    ];
    workbook(name, made, &sheets).map_err(Failure::internal)
}

fn granted(t: &Texts, it: &YearRow) -> Vec<Entry> {
    let request = &it.it.request;
    vec![
        number(it.it.number),
        text(&request.title),
        text(&request.applicant),
        text(&request.place),
        text(&request.starts_on.to_string()),
        text(&request.ends_on.to_string()),
        text(&words::how_far(t, &it.it)),
        money(request.asked()),
        money(it.granted),
        money(it.money.paid),
        money(it.money.returned),
    ]
}

fn sheet(t: &Texts, name: &str, header: &[&str], rows: Vec<Vec<Entry>>) -> Sheet {
    Sheet {
        name: sheet_name(&t.get(name)),
        header: header.iter().map(|it| t.get(it)).collect(),
        rows,
        frozen_columns: 1,
    }
}

fn text(text: &str) -> Entry {
    Entry::Text(text.to_owned())
}

#[expect(clippy::cast_precision_loss, reason = "exact far beyond any fund")]
fn number(number: i64) -> Entry {
    Entry::Number(number as f64)
}

#[expect(clippy::cast_precision_loss, reason = "exact to the cent far beyond any fund")]
fn money(cents: i64) -> Entry {
    Entry::Number(cents as f64 / 100.0)
}

#[cfg(test)]
mod tests {
    use super::euros;

    #[test]
    fn cents_are_written_exactly() {
        for (cents, text) in [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56")] {
            assert_eq!(euros(cents), text);
        }
    }
}
