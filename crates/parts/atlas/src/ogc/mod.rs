//! OGC API Features: the area units with their released figures, for programs that draw maps.
//!
//! A collection is a geography whose outlines are known. Its features are the area units on a
//! day, the newest unless `datetime` asks otherwise, with every measure that is released for that
//! day as a pair of properties: the number, and its state.
//!
//! `ask` reads what stands behind the `?`; `layer` finds days and figures; `documents` are the
//! answers, and so their schemas; `doors` put them together; `page` says the same to people.
//!
//! Source: OGC 17-069r4 (Part 1: Core, 1.0.1) and 18-058r1 (Part 2: Coordinate Reference Systems
//! by Reference), and the drafts of Core 1.1, which changes nothing that is used here.

mod ask;
mod call;
mod crs;
mod definition;
mod documents;
mod doors;
mod layer;
mod links;
mod masterportal;
mod page;
mod problem;

pub(crate) use layer::Layers;

use ankunft_platform::web::{Data, Parameter, ParameterKind, Route};

use crate::permissions::SEE;
use documents::{
    CollectionDocument, CollectionsDocument, ConformanceDocument, FeatureDocument,
    FeaturesDocument, LandingDocument,
};
use problem::ProblemDocument;

/// Where it lies in a city.
pub(crate) const PATH: &str = "/ogc";

/// What may stand behind every address.
const FORM: Parameter = Parameter {
    name: "f",
    description: "json for programs, html for people; without it as the Accept header asks",
    kind: ParameterKind::Word(&["json", "html"]),
};
const LANGUAGE: Parameter = Parameter {
    name: "sprache",
    description: "The language of titles and pages",
    kind: ParameterKind::Word(&["de", "en"]),
};
const CRS: Parameter = Parameter {
    name: "crs",
    description: "The reference system of the answer",
    kind: ParameterKind::Word(&crs::ADDRESSES),
};
const DATETIME: Parameter = Parameter::text(
    "datetime",
    "A day, a moment or an interval (RFC 3339; .. or nothing for an open end); of the days in it \
     the newest is given",
);
const PROPERTIES: Parameter = Parameter::text(
    "properties",
    "Only these properties, with commas between them; a figure comes with its state",
);
const PLAIN: &[Parameter] = &[FORM, LANGUAGE];
const ITEM: &[Parameter] = &[CRS, DATETIME, PROPERTIES, FORM, LANGUAGE];
const ITEMS: &[Parameter] = &[
    Parameter {
        name: "limit",
        description: "At most so many features at once",
        kind: ParameterKind::Whole { least: 1, most: ask::MOST, default: ask::USUAL },
    },
    Parameter {
        name: "offset",
        description: "So many features are passed over",
        kind: ParameterKind::Whole { least: 0, most: 1_000_000, default: 0 },
    },
    Parameter {
        name: "bbox",
        description: "Only features that meet this box",
        kind: ParameterKind::Box,
    },
    Parameter {
        name: "bbox-crs",
        description: "The reference system of the box",
        kind: ParameterKind::Word(&crs::ADDRESSES),
    },
    CRS,
    DATETIME,
    PROPERTIES,
    FORM,
    LANGUAGE,
];

const BAD: (u16, &str) = (400, "A parameter that is unknown, or a value that cannot be understood");
const NONE: (u16, &str) = (404, "Nothing of that name is there for this reader");
const FAULT: (u16, &str) = (500, "A fault of the program");
const LIMITED: (u16, &str) = (429, "Too many requests from one address");
const SAME: (u16, &str) = (304, "What the sender of this If-None-Match has is what there is");
const REFUSALS: &[(u16, &str)] = &[SAME, BAD, NONE, LIMITED, FAULT];

const GEOJSON: &str = "application/geo+json";

/// The addresses.
pub(crate) fn routes() -> Vec<Route> {
    let refusing =
        |data: Data, query| data.asking(query).refusing(REFUSALS).problem::<ProblemDocument>();
    let given = |data: Data, query| refusing(data, query).also(&["text/html"]);
    let landing = given(Data::json::<LandingDocument>("What can be had here, and where"), PLAIN);
    let conformance = given(Data::json::<ConformanceDocument>("Which standards hold here"), PLAIN);
    let collections =
        given(Data::json::<CollectionsDocument>("The geographies with outlines"), PLAIN);
    let collection = given(Data::json::<CollectionDocument>("One geography"), PLAIN);
    let features = Data::shaped::<FeaturesDocument>(
        GEOJSON,
        "Area units with outlines and released figures; any property filters by equality",
    );
    let feature =
        Data::shaped::<FeatureDocument>(GEOJSON, "One area unit with its released figures");
    let api = Data::file(definition::MEDIA_TYPE, "This interface in OpenAPI 3.0");
    let portal =
        Data::file("application/json", "The collections as layers of a Masterportal services.json");
    vec![
        Route::get("/{kommune}/ogc", SEE, doors::landing).data(landing),
        Route::get("/{kommune}/ogc/conformance", SEE, doors::conformance).data(conformance),
        Route::get("/{kommune}/ogc/api", SEE, doors::api).data(given(api, PLAIN)),
        Route::get("/{kommune}/ogc/services.json", SEE, doors::services)
            .data(refusing(portal, &[LANGUAGE])),
        Route::get("/{kommune}/ogc/collections", SEE, doors::collections).data(collections),
        Route::get("/{kommune}/ogc/collections/{ebene}", SEE, doors::collection).data(collection),
        Route::get("/{kommune}/ogc/collections/{ebene}/items", SEE, doors::items)
            .data(given(features, ITEMS)),
        Route::get("/{kommune}/ogc/collections/{ebene}/items/{code}", SEE, doors::item)
            .data(given(feature, ITEM)),
    ]
    .into_iter()
    .map(Route::tagged)
    .collect()
}
