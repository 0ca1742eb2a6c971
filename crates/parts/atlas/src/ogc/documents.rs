//! The answers. The types are the schemas too: what is documented is what is written.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::geojson::Geometry;

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "link")]
pub(super) struct LinkDocument {
    /// Where it leads.
    pub href: String,
    /// What is there, for programs.
    pub rel: &'static str,
    /// The media type.
    pub r#type: &'static str,
    /// What is there, in words.
    pub title: String,
    /// The language.
    pub hreflang: &'static str,
}

/// The first page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "landingPage")]
pub(super) struct LandingDocument {
    /// What it is called.
    pub title: String,
    /// What can be had.
    pub description: String,
    /// Where.
    pub links: Vec<LinkDocument>,
}

/// The conformance classes.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "confClasses")]
#[serde(rename_all = "camelCase")]
pub(super) struct ConformanceDocument {
    /// Their addresses.
    pub conforms_to: Vec<&'static str>,
}

/// The collections.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "collections")]
pub(super) struct CollectionsDocument {
    /// Where else.
    pub links: Vec<LinkDocument>,
    /// The reference systems that every collection can be had in.
    pub crs: [&'static str; 4],
    /// One for each geography with outlines.
    pub collections: Vec<CollectionDocument>,
}

/// A collection.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "collection")]
#[serde(rename_all = "camelCase")]
pub(super) struct CollectionDocument {
    /// The code of the geography.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What its features are.
    pub description: String,
    /// `feature`.
    pub item_type: &'static str,
    /// Where and when.
    pub extent: ExtentDocument,
    /// The reference systems that it can be had in.
    pub crs: [&'static str; 4],
    /// The one it is stored in.
    pub storage_crs: &'static str,
    /// Where else.
    pub links: Vec<LinkDocument>,
}

/// Where and when.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "extent")]
pub(super) struct ExtentDocument {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial: Option<SpatialDocument>,
    pub temporal: TemporalDocument,
}

/// The box around all outlines.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "spatialExtent")]
pub(super) struct SpatialDocument {
    /// West, south, east, north.
    pub bbox: [[f64; 4]; 1],
    pub crs: &'static str,
}

/// The first and the last day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "temporalExtent")]
pub(super) struct TemporalDocument {
    pub interval: [[String; 2]; 1],
    pub trs: &'static str,
}

/// A page of features.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "featureCollectionGeoJSON")]
#[serde(rename_all = "camelCase")]
pub(super) struct FeaturesDocument {
    /// `FeatureCollection`.
    pub r#type: &'static str,
    /// How many features match on all pages.
    pub number_matched: usize,
    /// How many stand on this one.
    pub number_returned: usize,
    /// Where else.
    pub links: Vec<LinkDocument>,
    /// The features.
    pub features: Vec<FeatureDocument>,
}

/// An area unit.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "featureGeoJSON")]
pub(super) struct FeatureDocument {
    /// `Feature`.
    pub r#type: &'static str,
    /// The key by which tables name it.
    pub id: String,
    /// Its outline; none if nobody knows it.
    pub geometry: Option<Geometry>,
    /// Key, name and day, and for each measure its number (null if there is none to show) and
    /// beside it, as `<code>_status`, why: value, zero, suppressed or missing.
    pub properties: Map<String, Value>,
    /// Where else; only on the page of the feature itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkDocument>,
}
