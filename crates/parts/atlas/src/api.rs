//! JSON and GeoJSON of the values that the pages show. The types are the schemas too.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{Audience, Cell, Figure, Nutzung};
use ankunft_platform::web::file::note;
use ankunft_platform::web::{App, City, Failure, Viewer};
use ankunft_report::classify;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use geo::MultiPolygon;
use schemars::JsonSchema;
use serde::Serialize;

use crate::geojson::{Feature, FeatureCollection, Geometry};
use crate::open;
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
/// `json`, `geojson`, `xlsx`, `gpkg`, `ogc`, `pdf` or `docx`. Public figures leave no trace.
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
    note(app, (viewer, city.tenant()), &internal_versions(sources), format).await
}

/// The dataset versions among sources whose figures are not public, each once.
#[must_use]
pub fn internal_versions(sources: &[Origin]) -> Vec<i64> {
    let internal = sources.iter().filter(|it| it.nutzung != Nutzung::Public);
    let versions: BTreeSet<i64> = internal.map(|it| it.dataset.id).collect();
    versions.into_iter().collect()
}

/// The state of a figure, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// There is a number.
    Value,
    /// The number is zero.
    Zero,
    /// There is a number, and it is not shown.
    Suppressed,
    /// There is no number.
    Missing,
}

impl From<Cell> for State {
    fn from(cell: Cell) -> Self {
        match cell.figure() {
            Figure::Value(_) => Self::Value,
            Figure::Zero => Self::Zero,
            Figure::Suppressed => Self::Suppressed,
            Figure::Missing => Self::Missing,
        }
    }
}

/// The overview.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Overview")]
pub struct OverviewDocument<'a> {
    /// The code of the geography.
    geography: &'a str,
    /// The version of its area units.
    area_version: &'a str,
    /// The code of the measure.
    measure: &'a str,
    /// The period.
    period: &'a str,
    /// The area units.
    areas: Vec<AreaDocument<'a>>,
    /// The whole city.
    total: FigureDocument<'a>,
    /// Where the stored columns come from.
    sources: Vec<SourceDocument<'a>>,
}

/// An area unit with its figure.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Area")]
struct AreaDocument<'a> {
    /// The key by which tables name it.
    code: &'a str,
    /// Its name.
    name: &'a str,
    #[serde(flatten)]
    figure: FigureDocument<'a>,
}

/// A figure with what it is computed from.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Figure")]
struct FigureDocument<'a> {
    /// The number, if it is shown.
    value: Option<f64>,
    /// Why it is there or not.
    state: State,
    /// Whether it rests on few cases.
    unreliable: bool,
    /// The stored columns that it is computed from, by code.
    counts: BTreeMap<&'a str, Option<f64>>,
    /// Their states, by the same code.
    count_states: BTreeMap<&'a str, State>,
    /// The least that the number likely is, where that is known.
    low: Option<f64>,
    /// The most.
    high: Option<f64>,
}

/// Where a stored column comes from.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source")]
struct SourceDocument<'a> {
    /// The code of the indicator.
    indicator: &'a str,
    /// The code of the dataset.
    dataset: &'a str,
    /// The Datenstand.
    number: i64,
    /// Who publishes it.
    publisher: &'a str,
    /// On which terms.
    licence: &'a str,
    /// The rule by which it is protected.
    protection: String,
}

/// The overview as CSV: one row an area unit, the city last.
#[must_use]
pub fn csv(figures: &Figures, reader: Audience) -> Option<String> {
    Some(open::overview(figures, reader)?.csv())
}

/// The overview as JSON, with where its figures come from.
#[must_use]
pub fn json<'a>(figures: &'a Figures, reader: Audience) -> Option<OverviewDocument<'a>> {
    let area = |row: Row<'a>| AreaDocument {
        code: &row.area.code,
        name: &row.area.name,
        figure: figure(figures, (row.value, &row.parts, row.band)),
    };
    let areas = figures.rows(reader)?.into_iter().map(area).collect();
    let (value, counts) = figures.whole(reader)?;
    Some(OverviewDocument {
        geography: &figures.geography.code,
        area_version: &figures.version.label,
        measure: &figures.measure.code,
        period: &figures.period,
        areas,
        total: figure(figures, (value, &counts, figures.whole_band(reader))),
        sources: figures.sources.iter().map(source).collect(),
    })
}

fn figure<'a>(
    figures: &'a Figures,
    (value, cells, band): (Cell, &[Cell], Option<Ends>),
) -> FigureDocument<'a> {
    let named = || figures.parts.iter().map(|(code, _)| code.as_str()).zip(cells);
    FigureDocument {
        value: value.number(),
        state: value.into(),
        unreliable: value.is_unreliable(),
        counts: named().map(|(code, cell)| (code, cell.number())).collect(),
        count_states: named().map(|(code, cell)| (code, (*cell).into())).collect(),
        low: band.and_then(|it| it.0.number()),
        high: band.and_then(|it| it.1.number()),
    }
}

fn source(it: &Origin) -> SourceDocument<'_> {
    SourceDocument {
        indicator: &it.indicator,
        dataset: &it.dataset.dataset,
        number: it.dataset.number,
        publisher: &it.dataset.publisher,
        licence: &it.dataset.licence,
        protection: it.policy.code(),
    }
}

/// What the map says of an area unit.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MapProperties")]
pub struct MapProperties<'a> {
    /// The key by which tables name it.
    code: &'a str,
    /// Its name.
    name: &'a str,
    /// The number, if it is shown.
    value: Option<f64>,
    /// Why it is there or not.
    state: State,
    /// The class that the map draws it in, the first is 0; `x` for none.
    klasse: String,
    /// The number in words.
    text: String,
    /// Its page.
    href: String,
}

/// The overview as GeoJSON: outlines with value, words and page. Degrees with six decimals are a
/// tenth of a metre.
#[must_use]
pub fn geojson<'a>(
    setting: &Setting<'_>,
    figures: &'a Figures,
    outlines: &[MultiPolygon<f64>],
) -> Option<FeatureCollection<MapProperties<'a>>> {
    let rows = figures.rows(setting.reader)?;
    let values: Vec<Option<f64>> = rows.iter().map(|row| row.value.number()).collect();
    let classes = classify(&values, overview::method(setting.classes), overview::CLASSES).ok();
    let feature = |(row, outline): (Row<'a>, &MultiPolygon<f64>)| {
        let properties = MapProperties {
            code: &row.area.code,
            name: &row.area.name,
            value: row.value.number(),
            state: row.value.into(),
            klasse: match (&classes, row.value.number()) {
                (Some(classes), Some(number)) => classes.class_of(number).to_string(),
                _ => "x".to_owned(),
            },
            text: words::cell(setting.t, figures.measure.unit, row.value),
            href: quarter_link(setting.base, &figures.geography.code, &row.area.code),
        };
        let id = u32::try_from(row.area.position).unwrap_or_default();
        Feature::new(id, properties, Geometry::of(outline, 6, false))
    };
    Some(FeatureCollection::of(rows.into_iter().zip(outlines).map(feature).collect()))
}

/// The series of a quarter.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quarter")]
pub struct SeriesDocument<'a> {
    /// The key by which tables name it.
    code: &'a str,
    /// Its name.
    name: &'a str,
    /// The code of the geography.
    geography: &'a str,
    /// The version in which it stands.
    area_version: &'a str,
    /// Over how many years its figures are averaged; none as they were delivered.
    window_years: Option<u32>,
    /// Its figures, one for each measure and period.
    series: Vec<MomentDocument<'a>>,
}

/// A measure of a quarter in a period.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Moment")]
struct MomentDocument<'a> {
    /// The code of the measure.
    measure: &'a str,
    /// The period.
    period: &'a str,
    /// The number, if it is shown.
    value: Option<f64>,
    /// Why it is there or not.
    state: State,
    /// The number of the whole city.
    city: Option<f64>,
    /// Why that is there or not.
    city_state: State,
    /// The Datenstand of the newest of its sources.
    number: i64,
    /// The least that the number likely is, where that is known.
    low: Option<f64>,
    /// The most.
    high: Option<f64>,
}

/// The series of a quarter as JSON.
#[must_use]
pub fn series_json<'a>(profile: &'a Profile, reader: Audience) -> SeriesDocument<'a> {
    let moment = |(measure, it): (_, &'a Moment)| MomentDocument {
        measure,
        period: &it.period,
        value: it.value.number(),
        state: it.value.into(),
        city: it.city.number(),
        city_state: it.city.into(),
        number: it.number,
        low: it.band.and_then(|it| it.0.number()),
        high: it.band.and_then(|it| it.1.number()),
    };
    SeriesDocument {
        code: &profile.area.code,
        name: &profile.area.name,
        geography: &profile.geography.code,
        area_version: &profile.version.label,
        window_years: profile.window_years,
        series: moments(profile, reader).map(moment).collect(),
    }
}

/// The figures of a quarter, one measure after the other.
pub(crate) fn moments(
    profile: &Profile,
    reader: Audience,
) -> impl Iterator<Item = (&str, &Moment)> {
    profile.series.iter().flat_map(move |series| {
        let shown = series.points.iter().filter_map(move |it| it.show(reader));
        shown.map(|moment| (series.measure.code.as_str(), moment))
    })
}
