//! What is refused, as a problem document (RFC 9457).

use ankunft_platform::languages::Arg;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{Failure, Viewer};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Refusal {
    /// A parameter of this name is unknown.
    Unknown(String),
    /// The value of this parameter cannot be understood.
    Invalid(String),
    /// No such collection or feature for this reader.
    NotFound,
    /// A fault, which the platform tells.
    Failure(Failure),
}

/// A problem document.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "exception")]
pub(super) struct ProblemDocument {
    /// `about:blank`: the status says it all.
    r#type: &'static str,
    /// What the status means.
    title: String,
    /// The status.
    status: u16,
    /// What is wrong here, and what to do.
    detail: String,
    /// What was asked for.
    instance: String,
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.into())
    }
}

impl Refusal {
    /// The answer.
    pub(super) fn answer(self, viewer: &Viewer) -> Result<Response, Failure> {
        let t = &viewer.t;
        let named = |id: &str, name: &str| t.with(id, &[("name", Arg::from(name))]);
        let (status, detail) = match &self {
            Self::Unknown(name) => (StatusCode::BAD_REQUEST, named("ogc-unbekannt", name)),
            Self::Invalid(name) => (StatusCode::BAD_REQUEST, named("ogc-ungueltig", name)),
            Self::NotFound => (StatusCode::NOT_FOUND, t.get("ogc-nicht-da")),
            Self::Failure(failure) => return Err(failure.clone()),
        };
        let document = ProblemDocument {
            r#type: "about:blank",
            title: t.get(&format!("fehler-{}", status.as_u16())),
            status: status.as_u16(),
            detail,
            instance: viewer.address.clone(),
        };
        let text = serde_json::to_string(&document).map_err(Failure::internal)?;
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        Ok((status, kind, text).into_response())
    }
}
