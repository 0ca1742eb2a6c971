//! Typed extractors: what does not fit its type is a 400 or 422 page, and no raw string goes on.

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Path, RawForm, Request};
use axum::http::request::Parts;
use bytes::BytesMut;
use serde::de::DeserializeOwned;

use super::route::MostBytes;
use super::{App, Failure, Viewer, desk};
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
        let unlimited = MostBytes { file: usize::MAX, is_told: true, typed: usize::MAX };
        let most = request.extensions().get::<MostBytes>().copied().unwrap_or(unlimited);
        let viewer = request.extensions().get::<Viewer>().cloned();
        let uri = request.uri().clone();
        let mut form =
            Multipart::from_request(request, state).await.map_err(Failure::bad_request)?;
        let (mut sent, mut typed, mut files) = (Self::default(), 0, 0);
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(plain_name) {
                None => {
                    let left = most.typed - typed;
                    let text = kept(field, left).await.map_err(broken)?;
                    if text.len() > left {
                        return Err(Failure::new(Problem::TooLarge, "more was typed than is kept"));
                    }
                    typed += text.len();
                    sent.typed.push((name, String::from_utf8_lossy(&text).into_owned()));
                }
                Some(_) if files > most.file => {
                    return Err(Failure::new(Problem::TooLarge, "more files than are kept"));
                }
                Some(file_name) => {
                    let bytes = kept(field, most.file).await.map_err(broken)?;
                    if bytes.len() > most.file && !most.is_told {
                        return Err(Failure::new(Problem::TooLarge, "a file was longer"));
                    }
                    files += bytes.len();
                    if !file_name.is_empty() {
                        sent.files.push(SentFile { field: name, name: file_name, bytes });
                    }
                }
            }
        }
        if let Some((viewer, (typed, held))) =
            viewer.zip(desk::split_pairs(&uri, sent.typed.clone()))
        {
            viewer.hold(held);
            sent.typed = typed;
        }
        Ok(sent)
    }
}

/// The bytes of a part; of one that has more than these only the first, and one more of them.
pub(super) async fn kept(mut field: Field<'_>, most: usize) -> Result<Bytes, MultipartError> {
    let mut bytes = BytesMut::new();
    while let Some(some) = field.chunk().await? {
        let left = most.saturating_add(1).saturating_sub(bytes.len());
        bytes.extend_from_slice(&some[..some.len().min(left)]);
    }
    Ok(bytes.freeze())
}

/// The name of a file without folders, and short enough for a line.
pub(super) fn plain_name(name: &str) -> String {
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
        let viewer = request.extensions().get::<Viewer>().cloned();
        let uri = request.uri().clone();
        let RawForm(bytes) = RawForm::from_request(request, app)
            .await
            .map_err(|error| Failure::new(Problem::of(error.status()), error))?;
        if let Some((viewer, (typed, held))) = viewer.zip(desk::split(&uri, &bytes)) {
            viewer.hold(held);
            let bytes = serde_urlencoded::to_string(typed).map_err(Failure::refused)?;
            return serde_urlencoded::from_str(&bytes).map(Self).map_err(Failure::refused);
        }
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
#[must_use]
pub fn encode(text: &str) -> String {
    let pair = serde_urlencoded::to_string([("", text)]).unwrap_or_default();
    pair.trim_start_matches('=').to_owned()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::http::header::CONTENT_TYPE;
    use axum::response::IntoResponse;

    use super::*;

    async fn sent(most: MostBytes) -> Result<Sent, Failure> {
        let head = "--x\r\ncontent-disposition: form-data; name=\"datei\"; filename=\"a.pdf\"";
        let mut request = Request::builder()
            .header(CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from(format!("{head}\r\n\r\n0123456789\r\n--x--\r\n")))
            .expect("a request");
        request.extensions_mut().insert(most);
        Sent::from_request(request, &()).await
    }

    #[tokio::test]
    async fn a_cut_file_is_for_doors_alone_that_tell_it() {
        let cut = StatusCode::PAYLOAD_TOO_LARGE;
        for (file, is_told, gives) in
            [(10, false, Ok(10)), (9, true, Ok(10)), (5, true, Ok(6)), (9, false, Err(cut))]
        {
            let sent = sent(MostBytes { file, is_told, typed: 0 }).await;
            let sent = sent.map(|it| it.files[0].bytes.len());
            assert_eq!(sent.map_err(|it| it.into_response().status()), gives, "{file} {is_told}");
        }
    }
}
