use ankunft_disclosure::Cell;
use axum::extract::State as Of;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::version::Asked;
use super::view::{Dossier, Figures, Line};
use super::{OneVersion, proof};
use crate::downloads;
use crate::web::{App, City, Data, Failure, Parameter, PathOf, Query, Viewer};

/// What stands in the change log when unprotected figures are handed out.
const FORMAT: &str = "csv-source";

const HEADER: [&str; 9] = [
    "code",
    "name",
    "indicator",
    "period",
    "value",
    "state",
    "unreliable",
    "released",
    "released_state",
];

const QUERY: &[Parameter] = &[
    Parameter::text("merkmal", "Code of the indicator; the first if left out"),
    Parameter::text("stichtag", "Period, e.g. 2024-12-31; the newest if left out"),
];
const REFUSALS: &[(u16, &str)] = &[
    (303, "Not logged in: the way to the log-in page"),
    (403, "Not for the role of this session"),
    (404, "No such Datenstand, indicator or period"),
];

/// What the address says of itself.
pub(super) fn described() -> Data {
    let summary = "For the statistics office: unprotected and released figures side by side";
    Data::file("text/csv", summary).asking(QUERY).refusing(REFUSALS)
}

/// `GET /{kommune}/statistikstelle/{number}/csv`: the figures of the page, to the last digit.
///
/// Handing them out is an entry in the change log; without it nothing is handed out.
pub(super) async fn file(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    PathOf(one): PathOf<OneVersion>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let proof = proof(&viewer)?;
    let version = one.find(&app, &city).await?;
    let mut read = app.store.read().await?;
    let dossier = Dossier::read(&mut read, &city, version).await?;
    let place = dossier.choose(&asked.merkmal, &asked.stichtag).ok_or_else(Failure::not_found)?;
    let of = (&app, &city);
    let figures = Figures::read(&mut read, of, proof, &dossier.version, place).await?;
    drop(read);
    let open = figures.source.is_some();
    let shown = dossier.releases.iter().find(|it| Some(it.id) == place.release);
    if open || shown.is_some_and(|it| it.nutzung != ankunft_disclosure::Nutzung::Public) {
        let mut change = app.store.change(viewer.author()).await?;
        let format = if open { FORMAT } else { "csv" };
        downloads::record(&mut change, city.tenant(), &[dossier.version.id], format).await?;
        change.commit().await?;
    }
    let name = format!("attachment; filename=\"datenstand-{}.csv\"", dossier.version.number);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text(&dossier, &figures)).into_response())
}

/// Unprotected and released figures side by side; the row without code is the total.
fn text(dossier: &Dossier, figures: &Figures) -> String {
    let place = &figures.place;
    let known = dossier.indicators.get(&place.indicator_version);
    let indicator = known.map_or("", |it| it.definition.code.as_str());
    let mut writer = writer();
    // Writing into memory has no way to fail but for lack of it.
    let _ = writer.write_record(HEADER);
    for line in figures.lines() {
        let (code, name) = line.area.map_or(("", ""), |it| (&it.code, &it.name));
        let mut record = [code, name, indicator, &place.period].map(plain).to_vec();
        record.extend(cells(&line));
        let _ = writer.write_record(record);
    }
    writer.into_inner().ok().and_then(|it| String::from_utf8(it).ok()).unwrap_or_default()
}

fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

fn cells(line: &Line<'_>) -> [String; 5] {
    let number = |cell: Option<Cell>| {
        cell.and_then(Cell::number).map_or_else(String::new, |it| it.to_string())
    };
    let mark = line.source.is_some_and(Cell::is_unreliable);
    [
        number(line.source),
        state(line.source).to_owned(),
        if mark { "1" } else { "0" }.to_owned(),
        number(line.released),
        state(line.released).to_owned(),
    ]
}

fn state(cell: Option<Cell>) -> &'static str {
    cell.map_or("", |it| it.figure().code())
}

/// A text that no spreadsheet takes for something to compute.
fn plain(text: &str) -> String {
    let computes = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if computes { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{plain, writer};

    fn field(text: &str) -> String {
        let mut writer = writer();
        writer.write_record([plain(text)]).unwrap();
        let line = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        line.strip_suffix("\r\n").unwrap().to_owned()
    }

    #[test]
    fn a_field_stays_one_field_and_no_formula() {
        assert_eq!(field("Innenstadt-West/Pfaff"), "Innenstadt-West/Pfaff");
        assert_eq!(field("Nord, \"alt\""), "\"Nord, \"\"alt\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
    }
}
