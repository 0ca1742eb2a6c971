//! The doors: what is asked, what is there, and the answer in one of two forms.

use ankunft_platform::web::{Failure, PathOf, answer};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use serde::Deserialize;

use super::ask::{Form, Pairs, Selection};
use super::call::Call;
use super::crs::{ADDRESSES, Crs};
use super::documents::{
    CollectionsDocument, ConformanceDocument, FeatureDocument, FeaturesDocument, LandingDocument,
};
use super::layer::{ABOUT, Collection, Layer};
use super::links::{GEOJSON, HTML, JSON};
use super::problem::Refusal;
use super::{definition, masterportal, page};
use crate::geojson::Geometry;

/// The conformance classes. Of Core both editions: they ask for the same here.
const CLASSES: [&str; 9] = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.1/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.1/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.1/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.1/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
];

/// The path of a collection.
#[derive(Deserialize)]
pub(super) struct OfCollection {
    ebene: String,
}

/// The path of a feature.
#[derive(Deserialize)]
pub(super) struct OfFeature {
    ebene: String,
    code: String,
}

/// `GET /{kommune}/ogc`
pub(super) async fn landing(call: Call) -> Result<Response, Failure> {
    let given = async {
        let (pairs, form) = call.plain()?;
        let (t, links) = (&call.viewer.t, call.links());
        let mut all = links.self_and_other(&pairs, form, JSON);
        let definition = definition::MEDIA_TYPE;
        all.extend([
            links.to("/api", "service-desc", definition, t.get("ogc-api-titel")),
            links.to("/api?f=html", "service-doc", HTML, t.get("ogc-api-titel")),
            links.to("/conformance", "conformance", JSON, t.get("ogc-konformitaet-titel")),
            links.to("/collections", "data", JSON, t.get("ogc-sammlungen-titel")),
        ]);
        let document = LandingDocument {
            title: call.title(),
            description: t.get("ogc-beschreibung"),
            links: all,
        };
        match form {
            Form::Json => Ok(answer(JSON, &document)?),
            Form::Html => Ok(page::landing(&call, &document)),
        }
    };
    let given = given.await;
    call.close(given)
}

/// `GET /{kommune}/ogc/conformance`
pub(super) async fn conformance(call: Call) -> Result<Response, Failure> {
    let given = async {
        let (_, form) = call.plain()?;
        let document = ConformanceDocument { conforms_to: CLASSES.to_vec() };
        match form {
            Form::Json => Ok(answer(JSON, &document)?),
            Form::Html => Ok(page::conformance(&call, &document)),
        }
    };
    let given = given.await;
    call.close(given)
}

/// `GET /{kommune}/ogc/api`
pub(super) async fn api(call: Call) -> Result<Response, Failure> {
    let given = async {
        let (_, form) = call.plain()?;
        let (shelf, all) = call.collections().await?;
        let document = definition::document(&call, &shelf, &all);
        match form {
            Form::Json => Ok(answer(definition::MEDIA_TYPE, &document)?),
            Form::Html => Ok(page::definition(&call, &document)),
        }
    };
    let given = given.await;
    call.close(given)
}

/// `GET /{kommune}/ogc/services.json`
pub(super) async fn services(call: Call) -> Result<Response, Failure> {
    let given = async {
        Pairs::read(call.pairs.clone(), |it| it == "sprache")?;
        let (_, all) = call.collections().await?;
        Ok(answer(JSON, &masterportal::services(&call, &all))?)
    };
    let given = given.await;
    call.close(given)
}

/// `GET /{kommune}/ogc/collections`
pub(super) async fn collections(call: Call) -> Result<Response, Failure> {
    let given = async {
        let (pairs, form) = call.plain()?;
        let (_, all) = call.collections().await?;
        let document = CollectionsDocument {
            links: call.links().self_and_other(&pairs, form, JSON),
            crs: ADDRESSES,
            collections: all.iter().map(|it| call.collection(it)).collect(),
        };
        match form {
            Form::Json => Ok(answer(JSON, &document)?),
            Form::Html => Ok(page::collections(&call, &document)),
        }
    };
    let given = given.await;
    call.close(given)
}

/// `GET /{kommune}/ogc/collections/{ebene}`
pub(super) async fn collection(
    PathOf(path): PathOf<OfCollection>,
    call: Call,
) -> Result<Response, Failure> {
    let given = async {
        let (pairs, form) = call.plain()?;
        let (_, all) = call.collections().await?;
        let one = named(&all, &path.ebene)?;
        let mut document = call.collection(one);
        document.links.extend(call.links().self_and_other(&pairs, form, JSON));
        match form {
            Form::Json => Ok(answer(JSON, &document)?),
            Form::Html => Ok(page::collection(&call, &document)),
        }
    };
    let given = given.await;
    call.close(given)
}

/// `GET /{kommune}/ogc/collections/{ebene}/items`
pub(super) async fn items(
    PathOf(path): PathOf<OfCollection>,
    call: Call,
) -> Result<Response, Failure> {
    let given = async {
        let (shelf, all) = call.collections().await?;
        let one = named(&all, &path.ebene)?;
        let properties = one.properties(&shelf);
        let is_known =
            |it: &str| super::ITEMS.iter().any(|known| known.name == it) || properties.contains(it);
        let pairs = Pairs::read(call.pairs.clone(), is_known)?;
        let form = pairs.form(&call.accept)?;
        let wanted = pairs.wanted(|it| properties.contains(it))?;
        let needed = wanted.needed(form);
        let layer = call.layer(one, &shelf, one.newest(wanted.span), &needed).await?;
        let matching = layer.as_ref().map_or_else(Vec::new, |it| it.matching(&wanted));
        let shown = matching.iter().skip(wanted.offset).take(wanted.limit);
        // A page names the features and tells no figures.
        let said = match form {
            Form::Json => wanted.properties.clone(),
            Form::Html => Selection::of(ABOUT.map(str::to_owned)),
        };
        let features: Vec<FeatureDocument> = layer
            .iter()
            .flat_map(|layer| shown.clone().map(|at| feature(layer, *at, wanted.crs, &said)))
            .collect::<Option<_>>()
            .ok_or_else(|| Refusal::Invalid("crs".to_owned()))?;
        let document = FeaturesDocument {
            r#type: "FeatureCollection",
            number_matched: matching.len(),
            number_returned: features.len(),
            links: call.around(&pairs, form, &wanted, (matching.len(), one)),
            features,
        };
        match form {
            Form::Json => {
                call.note(layer.as_deref()).await?;
                Ok(in_system(answer(GEOJSON, &document)?, wanted.crs))
            }
            Form::Html => Ok(page::items(&call, one, &document)),
        }
    };
    let given = given.await;
    call.close(given)
}

/// `GET /{kommune}/ogc/collections/{ebene}/items/{code}`
pub(super) async fn item(PathOf(path): PathOf<OfFeature>, call: Call) -> Result<Response, Failure> {
    let given = async {
        let is_known = |it: &str| super::ITEM.iter().any(|known| known.name == it);
        let pairs = Pairs::read(call.pairs.clone(), is_known)?;
        let (form, crs, span) = (pairs.form(&call.accept)?, pairs.crs("crs")?, pairs.span()?);
        let (shelf, all) = call.collections().await?;
        let one = named(&all, &path.ebene)?;
        let known = one.properties(&shelf);
        let properties = pairs.properties(|it| known.contains(it))?;
        let layer = call.layer(one, &shelf, one.newest(span), &properties).await?;
        let layer = layer.ok_or(Refusal::NotFound)?;
        let at = layer.find(&path.code).ok_or(Refusal::NotFound)?;
        let said = match form {
            Form::Json => properties,
            Form::Html => properties.and(ABOUT.map(str::to_owned)),
        };
        let document = feature(&layer, at, crs, &said);
        let mut document = document.ok_or_else(|| Refusal::Invalid("crs".to_owned()))?;
        document.links = call.links().self_and_other(&pairs, form, GEOJSON);
        document.links.push(call.to_collection(one));
        match form {
            Form::Json => {
                call.note(Some(&layer)).await?;
                Ok(in_system(answer(GEOJSON, &document)?, crs))
            }
            Form::Html => Ok(page::item(&call, one, &document)),
        }
    };
    let given = given.await;
    call.close(given)
}

fn named<'a>(all: &'a [Collection], code: &str) -> Result<&'a Collection, Refusal> {
    all.iter().find(|it| it.geography.code == code).ok_or(Refusal::NotFound)
}

/// `None` if the outline lies outside of what the system can say.
fn feature(layer: &Layer, at: usize, crs: Crs, properties: &Selection) -> Option<FeatureDocument> {
    let geometry = match layer.outline(at) {
        Some(outline) => Geometry::of(&crs.place(outline)?, crs.decimals(), crs.is_turned()),
        None => None,
    };
    Some(FeatureDocument {
        r#type: "Feature",
        id: layer.area(at).code.clone(),
        geometry,
        properties: layer.properties(at, properties),
        links: Vec::new(),
    })
}

/// Says in which system the coordinates are (Part 2, requirement 16).
fn in_system(mut response: Response, crs: Crs) -> Response {
    if let Ok(value) = HeaderValue::try_from(format!("<{}>", crs.address())) {
        response.headers_mut().insert(HeaderName::from_static("content-crs"), value);
    }
    response
}
