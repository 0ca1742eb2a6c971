//! Typed extractors: what does not fit its type is a 400 or 422 page, and no raw string goes on.

use axum::extract::{FromRequest, FromRequestParts, Path, RawForm, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::{App, Failure};
use crate::page::Problem;

/// The values of a sent form. Unknown fields are ignored; a value that does not fit is a 422 page.
///
/// Fields that a person types are best taken as `String` and checked by the handler, which can
/// then show the form again with what was typed.
#[derive(Clone, Copy, Debug)]
pub struct Form<T>(pub T);

/// The values behind `?` in the address. One that does not fit is a 400 page.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

/// The variable pieces of the path, as a struct with fields of their names. One that does not fit
/// is a 404 page.
#[derive(Clone, Copy, Debug)]
pub struct PathOf<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Failure;
    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let RawForm(bytes) = RawForm::from_request(request, app)
            .await
            .map_err(|error| Failure::new(Problem::of(error.status()), error))?;
        serde_urlencoded::from_bytes(&bytes).map(Self).map_err(Failure::refused)
    }
}

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        let query = parts.uri.query().unwrap_or_default();
        serde_urlencoded::from_str(query).map(Self).map_err(Failure::bad_request)
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<App> for PathOf<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let path = Path::<T>::from_request_parts(parts, app).await;
        let Path(value) = path.map_err(|error| Failure::new(Problem::NotFound, error))?;
        Ok(Self(value))
    }
}

/// The pairs of a form; none if it is not one.
pub(crate) fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    serde_urlencoded::from_bytes(bytes).unwrap_or_default()
}

/// A text as one value of a query.
pub(crate) fn encode(text: &str) -> String {
    let pair = serde_urlencoded::to_string([("", text)]).unwrap_or_default();
    pair.trim_start_matches('=').to_owned()
}
