//! What files there are: as links on pages, and as the OpenAPI document tells of them.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::Link;
use ankunft_platform::web::{City, Data, Format, Parameter};
use schemars::{Schema, SchemaGenerator, json_schema};

use crate::api::{MapProperties, OverviewDocument, SeriesDocument};
use crate::assess::open::{ArrivalDocument, ArrivalFeatures};
use crate::geojson::FeatureCollection;
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

/// The formats of the overview.
pub const OVERVIEW_FORMATS: [Format; 6] = Format::ALL;
/// The formats of the coordination's list of arrival quarters.
pub const LIST_FORMATS: [Format; 4] = [Format::Csv, Format::Csvw, Format::Json, Format::Xlsx];
/// The formats of a quarter.
pub const QUARTER_FORMATS: [Format; 4] = LIST_FORMATS;

const DESCRIBES: &str = "The columns of that file in words, for programs (CSVW)";

/// What a file of the overview says of itself.
pub fn of_overview(format: Format) -> Data {
    let data = |summary| Data::file(media_type(format), summary);
    match format {
        Format::Csv => data("One measure over all area units; the city last").asking(OVERVIEW),
        Format::Csvw => data(DESCRIBES).asking(OVERVIEW),
        Format::Json => {
            data("One measure over all area units").shape(overview_shape).asking(OVERVIEW)
        }
        Format::GeoJson => {
            data("One measure over all area units, with outlines").shape(map_shape).asking(ON_MAP)
        }
        Format::Xlsx => {
            data("One measure over all area units, and where it comes from").asking(OVERVIEW)
        }
        Format::GeoPackage => {
            data("One measure over all area units, with outlines in metres").asking(IN_SYSTEM)
        }
    }
}

/// The media type alone: documents name no character set.
fn media_type(format: Format) -> &'static str {
    let whole = format.media_type();
    whole.split_once(';').map_or(whole, |it| it.0)
}

/// The overview, or the arrival quarters that stand for it.
fn overview_shape(generator: &mut SchemaGenerator) -> Schema {
    let measure = generator.subschema_for::<OverviewDocument<'_>>();
    let arrival = generator.subschema_for::<ArrivalDocument<'_>>();
    json_schema!({ "anyOf": [measure, arrival] })
}

/// The same with outlines.
fn map_shape(generator: &mut SchemaGenerator) -> Schema {
    let measure = generator.subschema_for::<FeatureCollection<MapProperties<'_>>>();
    let arrival = generator.subschema_for::<ArrivalFeatures>();
    json_schema!({ "anyOf": [measure, arrival] })
}

/// What a file of the coordination's list of arrival quarters says of itself.
pub fn of_arrival_list(format: Format) -> Data {
    const QUERY: &[Parameter] = &[LEVEL];
    const REFUSALS: &[(u16, &str)] = &[
        (303, "Not logged in: the way to the log-in page"),
        (403, "Not for the role of this session"),
        (404, "Nothing has been computed for this reader"),
    ];
    let summary =
        "For the coordination: arrival quarters with probability, phase and rank interval";
    let data = match format {
        Format::Csvw => Data::file(media_type(format), DESCRIBES),
        Format::Json => Data::json::<ArrivalDocument<'_>>(summary),
        _ => Data::file(media_type(format), summary),
    };
    data.asking(QUERY).refusing(REFUSALS)
}

/// What a file of a quarter says of itself.
pub fn of_quarter(format: Format) -> Data {
    const QUERY: &[Parameter] = &[
        LEVEL,
        Parameter::text("mittel", "Years of a moving mean, 2 to 10; as delivered if left out"),
    ];
    let data = match format {
        Format::Csvw => Data::file(media_type(format), DESCRIBES),
        Format::Json => Data::json::<SeriesDocument<'_>>("The series of an area unit"),
        Format::Xlsx => {
            Data::file(media_type(format), "The series of an area unit, and where they come from")
        }
        _ => Data::file(media_type(format), "The series of an area unit"),
    };
    data.asking(QUERY)
}

/// Files as links on a page: those for people first, then what describes the columns.
fn links(t: &Texts, formats: &[Format], at: impl Fn(&str) -> String) -> Vec<Link> {
    let label = |format: Format| match format {
        Format::Csv => "CSV".to_owned(),
        Format::Csvw => t.get("offen-spalten"),
        Format::Json => "JSON".to_owned(),
        Format::GeoJson => "GeoJSON".to_owned(),
        Format::Xlsx => "XLSX".to_owned(),
        Format::GeoPackage => "GeoPackage".to_owned(),
    };
    let order = [
        Format::Csv,
        Format::Xlsx,
        Format::Json,
        Format::GeoJson,
        Format::GeoPackage,
        Format::Csvw,
    ];
    let offered = order.into_iter().filter(|it| formats.contains(it));
    offered.map(|it| Link::new(label(it), at(it.ending()))).collect()
}

/// The files of the overview, as links on its page.
pub fn links_of_overview(t: &Texts, city: &City, figures: &Figures) -> Vec<Link> {
    let query = overview::query(figures);
    links(t, &OVERVIEW_FORMATS, |ending| city.at(&format!("/atlas.{ending}?{query}")))
}

/// The files of the arrival quarters, as links on their page; `query` begins with `?`.
pub fn links_of_arrival(t: &Texts, city: &City, query: &str) -> Vec<Link> {
    links(t, &OVERVIEW_FORMATS, |ending| city.at(&format!("/atlas.{ending}{query}")))
}

/// The files of the coordination's list of them, as links on its page.
pub fn links_of_list(t: &Texts, city: &City, query: &str) -> Vec<Link> {
    links(t, &LIST_FORMATS, |ending| city.at(&format!("/atlas/ankunft/{ending}{query}")))
}

/// The files of a quarter, as links on its page.
pub fn links_of_quarter(
    t: &Texts,
    city: &City,
    (profile, years): (&Profile, Option<u32>),
) -> Vec<Link> {
    let code = overview::encode(&profile.area.code);
    let query = format!("ebene={}", overview::encode(&profile.geography.code));
    let averaged = years.map_or_else(String::new, |it| format!("&mittel={it}"));
    let at = |ending: &str| {
        // A paper shows figures as they were delivered.
        let averaged = if ["pdf", "docx"].contains(&ending) { "" } else { &averaged };
        city.at(&format!("/atlas/quartiere/{code}/{ending}?{query}{averaged}"))
    };
    let papers = [("pdf", "PDF"), ("docx", "DOCX")];
    let mut links = links(t, &QUARTER_FORMATS, at);
    // Papers are for people: they stand before what describes the columns.
    let last = links.len() - 1;
    links.splice(last..last, papers.map(|(ending, label)| Link::new(label, at(ending))));
    let annex = format!("/atlas/quartiere/{code}/pdf?{query}&anhang=ja");
    links.push(Link::new(t.get("papier-mit-anhang"), city.at(&annex)));
    links
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
