//! Links between the resources, with whole addresses.

use ankunft_platform::web::{App, City, Viewer};

use super::PATH;
use super::ask::{Form, Pairs};
use super::documents::LinkDocument;
use crate::pages::overview::encode;

/// The media types.
pub(super) const JSON: &str = "application/json";
pub(super) const GEOJSON: &str = super::GEOJSON;
pub(super) const HTML: &str = "text/html";

/// Where links begin, and in which language their titles are.
pub(super) struct Links<'a> {
    base: String,
    here: String,
    viewer: &'a Viewer,
}

impl<'a> Links<'a> {
    pub(super) fn new(app: &App, city: &City, viewer: &'a Viewer) -> Self {
        let path = viewer.address.split('?').next().unwrap_or_default();
        Self {
            base: format!("{}{}", app.config.base_address, city.at(PATH)),
            here: format!("{}{path}", app.config.base_address),
            viewer,
        }
    }

    /// A link to a resource below the landing page.
    pub(super) fn to(
        &self,
        path: &str,
        rel: &'static str,
        media_type: &'static str,
        title: impl Into<String>,
    ) -> LinkDocument {
        self.whole(format!("{}{path}", self.base), rel, media_type, title)
    }

    /// A link to an address that is whole already.
    pub(super) fn whole(
        &self,
        href: String,
        rel: &'static str,
        media_type: &'static str,
        title: impl Into<String>,
    ) -> LinkDocument {
        let hreflang = self.viewer.t.language().code();
        LinkDocument { href, rel, r#type: media_type, title: title.into(), hreflang }
    }

    /// The same resource with other pairs behind the `?`.
    pub(super) fn again(
        &self,
        pairs: &[(String, String)],
        rel: &'static str,
        media_type: &'static str,
        title: &str,
    ) -> LinkDocument {
        let pair = |(name, value): &(String, String)| format!("{}={}", encode(name), encode(value));
        let query: Vec<String> = pairs.iter().map(pair).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let title = self.viewer.t.get(title);
        self.whole(format!("{}{mark}{}", self.here, query.join("&")), rel, media_type, title)
    }

    /// This answer, and the same in the other form.
    pub(super) fn self_and_other(
        &self,
        pairs: &Pairs,
        form: Form,
        media_type: &'static str,
    ) -> Vec<LinkDocument> {
        let json = self.again(
            &pairs.with("f", "json"),
            if form == Form::Json { "self" } else { "alternate" },
            media_type,
            "ogc-als-dokument",
        );
        let html = self.again(
            &pairs.with("f", "html"),
            if form == Form::Html { "self" } else { "alternate" },
            HTML,
            "ogc-als-seite",
        );
        vec![json, html]
    }
}
