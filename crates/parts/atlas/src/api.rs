//! CSV, JSON and GeoJSON of the values that the pages show.

use std::collections::BTreeSet;

use ankunft_disclosure::{Audience, Cell, Nutzung};
use ankunft_platform::downloads;
use ankunft_platform::web::{App, City, Failure, Viewer};
use ankunft_report::{Classification, classify};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use geo::MultiPolygon;
use serde_json::{Value, json};

use crate::pages::overview::{self, Setting, quarter_link};
use crate::pages::words;
use crate::view::overview::{Ends, Figures, Origin, Row};
use crate::view::profile::{Moment, Profile};

/// An answer that a browser keeps as a file.
#[must_use]
pub fn file(kind: &'static str, name: &str, content: impl IntoResponse) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], content)
        .into_response()
}

/// Writes into the change log that figures which are not public left the house, as `csv`,
/// `json`, `geojson`, `pdf` or `docx`. Public figures leave no trace.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it; then nothing is handed out.
pub async fn note_download(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (sources, format): (&[Origin], &str),
) -> Result<(), Failure> {
    let versions = internal_versions(sources);
    if versions.is_empty() {
        return Ok(());
    }
    let mut change = app.store.change(viewer.author()).await?;
    downloads::record(&mut change, city.tenant(), &versions, format).await?;
    Ok(change.commit().await?)
}

/// The dataset versions among sources whose figures are not public, each once.
#[must_use]
pub fn internal_versions(sources: &[Origin]) -> Vec<i64> {
    let internal = sources.iter().filter(|it| it.nutzung != Nutzung::Public);
    let versions: BTreeSet<i64> = internal.map(|it| it.dataset.id).collect();
    versions.into_iter().collect()
}

/// The state of a cell as one word.
fn state(cell: Cell) -> &'static str {
    cell.figure().code()
}

fn number(cell: Cell) -> String {
    cell.number().map_or_else(String::new, |it| it.to_string())
}

/// The overview as CSV: one row an area unit, the city last.
///
/// Values are not rounded beyond what protects them; each stored count has a column of its own.
#[must_use]
pub fn csv(figures: &Figures, reader: Audience) -> Option<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut header = vec!["code", "name", "period", "measure", "value", "state", "unreliable"];
    // A stored indicator is its own part; it would stand there twice.
    let parts: Vec<usize> = (0..figures.parts.len())
        .filter(|at| figures.parts[*at].0 != figures.measure.code)
        .collect();
    header.extend(parts.iter().map(|at| figures.parts[*at].0.as_str()));
    if figures.band.is_some() {
        header.extend(["low", "high"]);
    }
    writer.write_record(&header).ok()?;
    let mut write = |code: &str, name: &str, value: Cell, cells: &[Cell], band: Option<Ends>| {
        let mut record = vec![
            code.to_owned(),
            name.to_owned(),
            figures.period.clone(),
            figures.measure.code.clone(),
            number(value),
            state(value).to_owned(),
            if value.is_unreliable() { "1" } else { "0" }.to_owned(),
        ];
        record.extend(parts.iter().map(|at| number(cells[*at])));
        record.extend(band.into_iter().flat_map(|(low, high)| [number(low), number(high)]));
        writer.write_record(&record).ok()
    };
    for row in figures.rows(reader)? {
        write(&row.area.code, &row.area.name, row.value, &row.parts, row.band)?;
    }
    let (value, cells) = figures.whole(reader)?;
    write("", "", value, &cells, figures.whole_band(reader))?;
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// The overview as JSON, with where its figures come from.
#[must_use]
pub fn json(figures: &Figures, reader: Audience) -> Option<String> {
    let cells = |cells: &[Cell]| -> Value {
        let named = figures.parts.iter().zip(cells);
        named.map(|((code, _), cell)| (code.clone(), json!(cell.number()))).collect()
    };
    let row = |row: &Row<'_>| {
        json!({
            "code": row.area.code,
            "name": row.area.name,
            "value": row.value.number(),
            "state": state(row.value),
            "unreliable": row.value.is_unreliable(),
            "counts": cells(&row.parts),
            "low": row.band.and_then(|it| it.0.number()),
            "high": row.band.and_then(|it| it.1.number()),
        })
    };
    let (value, counts) = figures.whole(reader)?;
    let band = figures.whole_band(reader);
    let document = json!({
        "geography": figures.geography.code,
        "area_version": figures.version.label,
        "measure": figures.measure.code,
        "period": figures.period,
        "areas": figures.rows(reader)?.iter().map(row).collect::<Vec<_>>(),
        "total": {
            "value": value.number(),
            "state": state(value),
            "unreliable": value.is_unreliable(),
            "counts": cells(&counts),
            "low": band.and_then(|it| it.0.number()),
            "high": band.and_then(|it| it.1.number()),
        },
        "sources": sources(figures),
    });
    Some(document.to_string())
}

fn sources(figures: &Figures) -> Vec<Value> {
    let one = |it: &Origin| {
        json!({
            "indicator": it.indicator,
            "dataset": it.dataset.dataset,
            "number": it.dataset.number,
            "publisher": it.dataset.publisher,
            "licence": it.dataset.licence,
            "protection": it.policy.code(),
        })
    };
    figures.sources.iter().map(one).collect()
}

/// The overview as GeoJSON: outlines with value, words and page.
#[must_use]
pub fn geojson(
    setting: &Setting<'_>,
    figures: &Figures,
    outlines: &[MultiPolygon<f64>],
) -> Option<String> {
    let feature = |(row, outline): (Row<'_>, &MultiPolygon<f64>),
                   classes: &Option<Classification>| {
        json!({
            "type": "Feature",
            "id": row.area.position,
            "properties": {
                "code": row.area.code,
                "name": row.area.name,
                "value": row.value.number(),
                "klasse": match (classes, row.value.number()) {
                    (Some(classes), Some(number)) => classes.class_of(number).to_string(),
                    _ => "x".to_owned(),
                },
                "text": words::cell(setting.t, figures.measure.unit, row.value),
                "href": quarter_link(setting.base, &figures.geography.code, &row.area.code),
            },
            "geometry": geometry(outline),
        })
    };
    let rows = figures.rows(setting.reader)?;
    let values: Vec<Option<f64>> = rows.iter().map(|row| row.value.number()).collect();
    let classes = classify(&values, overview::method(setting.classes), overview::CLASSES).ok();
    let features: Vec<Value> =
        rows.into_iter().zip(outlines).map(|it| feature(it, &classes)).collect();
    Some(json!({ "type": "FeatureCollection", "features": features }).to_string())
}

/// `null` for a unit of which no outline is known.
fn geometry(outline: &MultiPolygon<f64>) -> Value {
    if outline.0.is_empty() {
        return Value::Null;
    }
    json!({ "type": "MultiPolygon", "coordinates": coordinates(outline) })
}

/// Degrees with six decimals are a tenth of a metre.
fn coordinates(outline: &MultiPolygon<f64>) -> Value {
    let round = |it: f64| (it * 1e6).round() / 1e6;
    let ring = |it: &geo::LineString<f64>| -> Value {
        it.coords().map(|at| json!([round(at.x), round(at.y)])).collect()
    };
    outline
        .iter()
        .map(|polygon| -> Value {
            std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect()
        })
        .collect()
}

/// The series of a quarter as CSV.
#[must_use]
pub fn series_csv(profile: &Profile, reader: Audience) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header =
        ["code", "name", "measure", "period", "value", "state", "city", "number", "low", "high"];
    let mut records = vec![header.map(str::to_owned)];
    for (measure, moment) in moments(profile, reader) {
        records.push([
            profile.area.code.clone(),
            profile.area.name.clone(),
            measure.to_owned(),
            moment.period.clone(),
            number(moment.value),
            state(moment.value).to_owned(),
            number(moment.city),
            moment.number.to_string(),
            moment.band.map_or_else(String::new, |it| number(it.0)),
            moment.band.map_or_else(String::new, |it| number(it.1)),
        ]);
    }
    for record in records {
        // Writing into memory has no way to fail but for lack of it.
        let _ = writer.write_record(record);
    }
    writer.into_inner().ok().and_then(|it| String::from_utf8(it).ok()).unwrap_or_default()
}

/// The series of a quarter as JSON.
#[must_use]
pub fn series_json(profile: &Profile, reader: Audience) -> String {
    let series: Vec<Value> = moments(profile, reader)
        .map(|(measure, moment)| {
            json!({
                "measure": measure,
                "period": moment.period,
                "value": moment.value.number(),
                "state": state(moment.value),
                "city": moment.city.number(),
                "number": moment.number,
                "low": moment.band.and_then(|it| it.0.number()),
                "high": moment.band.and_then(|it| it.1.number()),
            })
        })
        .collect();
    json!({
        "code": profile.area.code,
        "name": profile.area.name,
        "geography": profile.geography.code,
        "area_version": profile.version.label,
        "series": series,
    })
    .to_string()
}

fn moments(profile: &Profile, reader: Audience) -> impl Iterator<Item = (&str, &Moment)> {
    profile.series.iter().flat_map(move |series| {
        let shown = series.points.iter().filter_map(move |it| it.show(reader));
        shown.map(|moment| (series.measure.code.as_str(), moment))
    })
}
