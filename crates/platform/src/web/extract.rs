//! Typed extractors: what does not fit its type is a 400 or 422 page, and no raw string goes on.

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Path, RawForm, Request};
use axum::http::request::Parts;
use bytes::BytesMut;
use serde::de::DeserializeOwned;

use super::route::MostBytes;
use super::{App, Failure};
use crate::page::Problem;
use crate::typed::Typed;

/// The values of a sent form. Unknown fields are ignored; a value that does not fit is a 422 page.
///
/// Fields that a person types are best taken as `String` and checked by the handler, which can
/// then show the form again with what was typed.
#[derive(Clone, Copy, Debug)]
pub struct Form<T>(pub T);

/// What a form with files sent.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// Its fields but for files, in their order.
    pub typed: Typed,
    /// Its files; an input without a file sends none.
    pub files: Vec<SentFile>,
}

/// One file of a form.
#[derive(Clone, Debug)]
pub struct SentFile {
    /// The name of the input.
    pub field: String,
    /// What the file is called, without folders, and short enough for a line.
    pub name: String,
    /// What stands in it.
    pub bytes: Bytes,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let broken = |error: MultipartError| Failure::new(Problem::of(error.status()), error);
        let most = request.extensions().get::<MostBytes>().map_or(usize::MAX, |it| it.0);
        let mut form =
            Multipart::from_request(request, state).await.map_err(Failure::bad_request)?;
        let mut sent = Self::default();
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(plain_name) {
                None => sent.typed.push((name, field.text().await.map_err(broken)?)),
                Some(file_name) => {
                    let bytes = kept(field, most).await.map_err(broken)?;
                    if !file_name.is_empty() {
                        sent.files.push(SentFile { field: name, name: file_name, bytes });
                    }
                }
            }
        }
        Ok(sent)
    }
}

/// The bytes of a file; of one that has more than these only the first, and one more of them.
async fn kept(mut field: Field<'_>, most: usize) -> Result<Bytes, MultipartError> {
    let mut bytes = BytesMut::new();
    while let Some(some) = field.chunk().await? {
        let left = most.saturating_add(1).saturating_sub(bytes.len());
        bytes.extend_from_slice(&some[..some.len().min(left)]);
    }
    Ok(bytes.freeze())
}

/// The name of a file without folders, and short enough for a line.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|it| !it.is_control()).take(120).collect()
}

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
