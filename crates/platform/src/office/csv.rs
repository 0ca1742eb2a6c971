use ankunft_disclosure::{Cell, Figure};
use axum::extract::State as Of;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::version::Asked;
use super::view::{Dossier, Figures, Line};
use super::{OneVersion, proof};
use crate::downloads;
use crate::web::{App, City, Failure, PathOf, Query, Viewer};

/// What stands in the change log when unprotected figures are handed out.
const FORMAT: &str = "csv-source";

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
    let mut text = String::from(
        "code,name,indicator,period,value,state,unreliable,released,released_state\r\n",
    );
    for line in figures.lines() {
        let (code, name) = line.area.map_or(("", ""), |it| (&it.code, &it.name));
        let mut record = vec![field(code), field(name), field(indicator), field(&place.period)];
        record.extend(cells(&line));
        text.push_str(&record.join(","));
        text.push_str("\r\n");
    }
    text
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
    match cell.map(Cell::figure) {
        Some(Figure::Value(_)) => "value",
        Some(Figure::Zero) => "zero",
        Some(Figure::Suppressed) => "suppressed",
        Some(Figure::Missing) => "missing",
        None => "",
    }
}

/// A text as a field: quoted where it must be, and never one that a spreadsheet computes.
fn field(text: &str) -> String {
    let computes = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if computes { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_stays_one_field_and_no_formula() {
        assert_eq!(field("Innenstadt-West/Pfaff"), "Innenstadt-West/Pfaff");
        assert_eq!(field("Nord, \"alt\""), "\"Nord, \"\"alt\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
    }
}
