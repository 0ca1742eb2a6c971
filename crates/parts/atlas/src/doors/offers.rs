//! What files there are: as links on pages, and as the OpenAPI document tells of them.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::Link;
use ankunft_platform::web::{City, Data, Parameter};
use schemars::{Schema, SchemaGenerator, json_schema};

use super::files::{GEOJSON, GPKG, JSON, XLSX};
use crate::api::{MapProperties, OverviewDocument, SeriesDocument};
use crate::assess::open::ArrivalDocument;
use crate::geojson::FeatureCollection;
use crate::open::csvw;
use crate::pages::overview;
use crate::view::overview::Figures;
use crate::view::profile::Profile;

const LEVEL: Parameter = Parameter::text("ebene", "Code of the geography");
const OVERVIEW: &[Parameter] = &[
    Parameter::text("ebene", "Code of the geography; the first with figures if left out"),
    Parameter::text(
        "merkmal",
        "Code of the measure, e.g. share_foreigners; ankunft for arrival quarters",
    ),
    Parameter::text("stichtag", "Period, e.g. 2020h2; the newest if left out"),
];
const ON_MAP: &[Parameter] = &[
    OVERVIEW[0],
    OVERVIEW[1],
    OVERVIEW[2],
    Parameter::text("klassen", "How classes are formed: quantile, equal, natural or deviation"),
];
const IN_SYSTEM: &[Parameter] = &[
    OVERVIEW[0],
    OVERVIEW[1],
    OVERVIEW[2],
    Parameter::text("bezugssystem", "25832, 25833 or 4326; the UTM zone of the city if left out"),
];

/// What the files of the overview say of themselves, in the order CSV, its description, JSON,
/// GeoJSON, XLSX, `GeoPackage`.
pub fn of_overview() -> [Data; 6] {
    [
        Data::file("text/csv", "One measure over all area units; the city last").asking(OVERVIEW),
        Data::file(csvw::MEDIA_TYPE, "The columns of that file in words, for programs (CSVW)")
            .asking(OVERVIEW),
        Data::file(JSON, "One measure over all area units").shape(overview_shape).asking(OVERVIEW),
        Data::shaped::<FeatureCollection<MapProperties<'_>>>(
            GEOJSON,
            "One measure over all area units, with outlines",
        )
        .asking(ON_MAP),
        Data::file(XLSX, "One measure over all area units, and where it comes from")
            .asking(OVERVIEW),
        Data::file(GPKG, "One measure over all area units, with outlines in metres")
            .asking(IN_SYSTEM),
    ]
}

/// The overview, or the arrival quarters that stand for it.
fn overview_shape(generator: &mut SchemaGenerator) -> Schema {
    let measure = generator.subschema_for::<OverviewDocument<'_>>();
    let arrival = generator.subschema_for::<ArrivalDocument<'_>>();
    json_schema!({ "anyOf": [measure, arrival] })
}

/// What the coordination's list of arrival quarters says of itself, as JSON or CSV.
pub fn of_arrival_list(json: bool) -> Data {
    const QUERY: &[Parameter] = &[LEVEL];
    const REFUSALS: &[(u16, &str)] = &[
        (303, "Not logged in: the way to the log-in page"),
        (403, "Not for the role of this session"),
        (404, "Nothing has been computed for this reader"),
    ];
    let summary =
        "For the coordination: arrival quarters with probability, phase and rank interval";
    let data = match json {
        true => Data::json::<ArrivalDocument<'_>>(summary),
        false => Data::file("text/csv", summary),
    };
    data.asking(QUERY).refusing(REFUSALS)
}

/// What the files of a quarter say of themselves, in the order CSV, its description, JSON, XLSX.
pub fn of_quarter() -> [Data; 4] {
    const QUERY: &[Parameter] = &[LEVEL];
    [
        Data::file("text/csv", "The series of an area unit").asking(QUERY),
        Data::file(csvw::MEDIA_TYPE, "The columns of that file in words, for programs (CSVW)")
            .asking(QUERY),
        Data::json::<SeriesDocument<'_>>("The series of an area unit").asking(QUERY),
        Data::file(XLSX, "The series of an area unit, and where they come from").asking(QUERY),
    ]
}

/// The files of the overview, as links on its page.
pub fn links_of_overview(t: &Texts, city: &City, figures: &Figures) -> Vec<Link> {
    let query = overview::query(figures);
    let link = |(name, label): (&str, String)| {
        Link::new(label, city.at(&format!("/atlas.{name}?{query}")))
    };
    let files = [
        ("csv", "CSV"),
        ("xlsx", "XLSX"),
        ("json", "JSON"),
        ("geojson", "GeoJSON"),
        ("gpkg", "GeoPackage"),
    ];
    let files = files.map(|(name, label)| (name, label.to_owned()));
    let columns = ("csv-metadata.json", t.get("offen-spalten"));
    files.into_iter().chain([columns]).map(link).collect()
}

/// The files of the arrival quarters, as links on their page; `query` begins with `?`.
pub fn links_of_arrival(t: &Texts, city: &City, query: &str) -> Vec<Link> {
    let link =
        |(name, label): (&str, String)| Link::new(label, city.at(&format!("/atlas.{name}{query}")));
    let files = [("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON")];
    let files = files.map(|(name, label)| (name, label.to_owned()));
    let columns = ("csv-metadata.json", t.get("offen-spalten"));
    files.into_iter().chain([columns]).map(link).collect()
}

/// The files of a quarter, as links on its page.
pub fn links_of_quarter(t: &Texts, city: &City, profile: &Profile) -> Vec<Link> {
    let code = overview::encode(&profile.area.code);
    let query = format!("ebene={}", overview::encode(&profile.geography.code));
    let link = |(name, label): (&str, String)| {
        Link::new(label, city.at(&format!("/atlas/quartiere/{code}/{name}?{query}")))
    };
    let files =
        [("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"), ("pdf", "PDF"), ("docx", "DOCX")];
    let files = files.map(|(name, label)| (name, label.to_owned()));
    let columns = ("csv-metadata.json", t.get("offen-spalten"));
    files.into_iter().chain([columns]).map(link).collect()
}

/// The interfaces for programs, each with what it is for.
pub fn interfaces(t: &Texts, city: &City) -> Vec<(Link, String)> {
    vec![
        (
            Link::new("OGC API Features", city.at(&format!("{}?f=html", crate::ogc::PATH))),
            t.get("offen-ogc"),
        ),
        (Link::new("OpenAPI", "/openapi.json"), t.get("offen-openapi")),
    ]
}
