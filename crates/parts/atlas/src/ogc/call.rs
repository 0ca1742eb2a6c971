//! A question with everything that an answer needs, and what answers have in common.

use std::sync::Arc;

use ankunft_platform::languages::Arg;
use ankunft_platform::web::{App, City, Failure, Query, Viewer};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;
use jiff::civil::Date;

use super::ask::{Form, Pairs, Selection, Wanted};
use super::crs::{ADDRESSES, Crs};
use super::documents::{
    CollectionDocument, ExtentDocument, LinkDocument, SpatialDocument, TemporalDocument,
};
use super::layer::{self, Collection, Layer};
use super::links::{GEOJSON, HTML, JSON, Links};
use super::problem::Refusal;
use crate::api;
use crate::pages::overview::encode;
use crate::state::Atlas;
use crate::store::Shelf;
use crate::view::overview::Asker;

/// Everything that a door gets.
pub(super) struct Call {
    pub app: App,
    pub atlas: Atlas,
    pub city: City,
    pub viewer: Viewer,
    pub pairs: Vec<(String, String)>,
    pub accept: String,
}

impl FromRequestParts<App> for Call {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Query(pairs) = Query::from_request_parts(parts, app).await?;
        let accept = parts.headers.get_all(header::ACCEPT).iter().filter_map(|it| it.to_str().ok());
        Ok(Self {
            app: app.clone(),
            accept: accept.collect::<Vec<_>>().join(","),
            atlas: Atlas::from_request_parts(parts, app).await?,
            city: City::from_request_parts(parts, app).await?,
            viewer: Viewer::from_request_parts(parts, app).await?,
            pairs,
        })
    }
}

impl Call {
    /// What stands behind an address that takes nothing but the form.
    pub(super) fn plain(&self) -> Result<(Pairs, Form), Refusal> {
        let is_known = |it: &str| super::PLAIN.iter().any(|known| known.name == it);
        let pairs = Pairs::read(self.pairs.clone(), is_known)?;
        let form = pairs.form(&self.accept)?;
        Ok((pairs, form))
    }

    /// What the interface is called.
    pub(super) fn title(&self) -> String {
        let name = Arg::from(self.city.name.as_str());
        self.viewer.t.with("ogc-titel", &[("stadt", name)])
    }

    pub(super) fn links(&self) -> Links<'_> {
        Links::new(&self.app, &self.city, &self.viewer)
    }

    fn asker(&self) -> Asker<'_> {
        Asker {
            tenant: self.city.tenant(),
            audience: self.viewer.actor.audience(),
            key: &self.app.keys.release,
            memory: &self.atlas.memory,
        }
    }

    pub(super) async fn collections(&self) -> Result<(Arc<Shelf>, Vec<Collection>), Refusal> {
        let mut read = self.app.store.read().await?;
        Ok(layer::collections(&mut read, &self.atlas, self.asker()).await?)
    }

    pub(super) async fn layer(
        &self,
        one: &Collection,
        shelf: &Shelf,
        day: Option<Date>,
        needed: &Selection,
    ) -> Result<Option<Arc<Layer>>, Refusal> {
        let Some(day) = day else { return Ok(None) };
        let mut read = self.app.store.read().await?;
        Ok(one.layer(&mut read, &self.atlas, self.asker(), (shelf, day), needed).await?)
    }

    /// A collection, with links to its features and to itself.
    pub(super) fn collection(&self, it: &Collection) -> CollectionDocument {
        let (t, links) = (&self.viewer.t, self.links());
        let days = [it.days.keys().next(), it.days.keys().next_back()];
        let moment = |day: Option<&Date>, clock: &str| {
            day.map_or_else(|| "..".to_owned(), |it| format!("{it}T{clock}Z"))
        };
        let name = it.geography.name.as_str();
        let path = format!("/collections/{}", encode(&it.geography.code));
        let items = |form: &str| format!("{path}/items?f={form}");
        CollectionDocument {
            id: it.geography.code.clone(),
            title: name.to_owned(),
            description: t.get("ogc-sammlung-beschreibung"),
            item_type: "feature",
            extent: ExtentDocument {
                spatial: it.frame.map(|it| SpatialDocument {
                    bbox: [[it.min().x, it.min().y, it.max().x, it.max().y]],
                    crs: Crs::Crs84.address(),
                }),
                temporal: TemporalDocument {
                    interval: [[moment(days[0], "00:00:00"), moment(days[1], "23:59:59")]],
                    trs: "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
                },
            },
            crs: ADDRESSES,
            storage_crs: Crs::Crs84.address(),
            links: vec![
                links.to(&items("json"), "items", GEOJSON, name),
                links.to(&items("html"), "items", HTML, name),
                links.to(&path, "collection", JSON, name),
            ],
        }
    }

    pub(super) fn to_collection(&self, it: &Collection) -> LinkDocument {
        let path = format!("/collections/{}", encode(&it.geography.code));
        self.links().to(&path, "collection", JSON, it.geography.name.as_str())
    }

    /// This page of features, the same in the other form, the page before and the page after.
    pub(super) fn around(
        &self,
        pairs: &Pairs,
        form: Form,
        wanted: &Wanted,
        (matched, one): (usize, &Collection),
    ) -> Vec<LinkDocument> {
        let links = self.links();
        let media_type = if form == Form::Json { GEOJSON } else { HTML };
        let mut all = links.self_and_other(pairs, form, GEOJSON);
        let at = |offset: usize| pairs.with("offset", &offset.to_string());
        let next = wanted.offset.saturating_add(wanted.limit);
        if next < matched {
            all.push(links.again(&at(next), "next", media_type, "ogc-weiter"));
        }
        if wanted.offset > 0 {
            let before = wanted.offset.min(matched).saturating_sub(wanted.limit);
            all.push(links.again(&at(before), "prev", media_type, "ogc-zurueck"));
        }
        all.push(self.to_collection(one));
        all
    }

    /// Writes down that figures which are not public left the house.
    pub(super) async fn note(&self, layer: Option<&Layer>) -> Result<(), Failure> {
        let sources = layer.map_or_else(Vec::new, Layer::sources);
        api::note_download(&self.app, &self.city, &self.viewer, (&sources, "ogc")).await
    }

    /// Closes an answer: a refusal becomes a problem document; what is public may be read by the
    /// pages of other houses, which send no session with it.
    pub(super) fn close(&self, given: Result<Response, Refusal>) -> Result<Response, Failure> {
        let mut response = match given {
            Ok(response) => response,
            Err(refusal) => refusal.answer(&self.viewer)?,
        };
        let headers: &mut HeaderMap = response.headers_mut();
        headers.append(header::VARY, HeaderValue::from_static("accept"));
        if self.viewer.session.is_none() {
            for (name, value) in [
                ("access-control-allow-origin", "*"),
                ("access-control-expose-headers", "content-crs, link"),
                ("cross-origin-resource-policy", "cross-origin"),
            ] {
                headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
        }
        Ok(response)
    }
}
