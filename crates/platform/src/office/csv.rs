use ankunft_disclosure::{Cell, Nutzung};
use axum::extract::State as Of;
use axum::response::Response;

use super::version::Asked;
use super::view::{Dossier, Figures, Line};
use super::{OneVersion, proof};
use crate::web::file::csv;
use crate::web::{App, City, Data, Failure, File, Format, Parameter, PathOf, Query, Viewer};

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
    let inside = open || shown.is_some_and(|it| it.nutzung != Nutzung::Public);
    let name = format!("datenstand-{}", dossier.version.number);
    let file = File::new(Format::Csv, &name, text(&dossier, &figures));
    let file = if open { file.noted_as(FORMAT) } else { file };
    let versions = inside.then_some(dossier.version.id);
    file.hand_out(&app, (&viewer, city.tenant()), versions.as_slice()).await
}

/// Unprotected and released figures side by side; the row without code is the total.
fn text(dossier: &Dossier, figures: &Figures) -> String {
    let place = &figures.place;
    let known = dossier.indicators.get(&place.indicator_version);
    let indicator = known.map_or("", |it| it.definition.code.as_str());
    let records = figures.lines().map(|line| {
        let (code, name) = line.area.map_or(("", ""), |it| (&it.code, &it.name));
        let mut record = [code, name, indicator, &place.period].map(str::to_owned).to_vec();
        record.extend(cells(&line));
        record
    });
    csv(std::iter::once(HEADER.map(str::to_owned).to_vec()).chain(records))
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
