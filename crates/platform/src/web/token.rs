//! Where a request carries its form token: header, form field, or first field of an upload.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use futures_util::{StreamExt, stream};

use super::Failure;
use crate::csrf::FIELD;
use crate::page::Problem;

/// The token of an upload stands within its first bytes, so that no file is read in vain.
const PEEK_BYTES: usize = 8192;

/// Takes the token out of a request and gives the request back whole.
pub(crate) async fn take(
    request: Request,
    body_bytes: usize,
) -> Result<(Request, Option<String>), Failure> {
    let headers = request.headers();
    if let Some(token) = headers.get("x-csrf-token").and_then(|it| it.to_str().ok()) {
        let token = token.to_owned();
        return Ok((request, Some(token)));
    }
    let kind = content_type(headers);
    let (parts, body) = request.into_parts();
    if kind.starts_with("application/x-www-form-urlencoded") {
        let bytes = to_bytes(body, body_bytes)
            .await
            .map_err(|error| Failure::new(Problem::TooLarge, error))?;
        let token = field(&bytes);
        return Ok((Request::from_parts(parts, Body::from(bytes)), token));
    }
    if kind.starts_with("multipart/form-data") {
        let (body, start) = peek(body).await;
        let token = first_part(&start);
        return Ok((Request::from_parts(parts, body), token));
    }
    Ok((Request::from_parts(parts, body), None))
}

fn content_type(headers: &HeaderMap) -> String {
    let text = headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    text.unwrap_or_default().to_ascii_lowercase()
}

fn field(bytes: &[u8]) -> Option<String> {
    let pairs: Vec<(String, String)> = super::extract::pairs(bytes);
    pairs.into_iter().find(|(name, _)| name == FIELD).map(|(_, value)| value)
}

/// Reads the beginning of a body and puts it back before the rest.
async fn peek(body: Body) -> (Body, Vec<u8>) {
    let mut rest = body.into_data_stream();
    let mut read: Vec<Result<Bytes, axum::Error>> = Vec::new();
    let mut start = Vec::new();
    while start.len() < PEEK_BYTES {
        match rest.next().await {
            Some(Ok(bytes)) => {
                start.extend_from_slice(&bytes[..bytes.len().min(PEEK_BYTES)]);
                read.push(Ok(bytes));
            }
            Some(Err(error)) => {
                read.push(Err(error));
                break;
            }
            None => break,
        }
    }
    (Body::from_stream(stream::iter(read).chain(rest)), start)
}

/// The value of the first part of an upload, if it is the token.
fn first_part(start: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(start);
    let (head, rest) = text.split_once("\r\n\r\n")?;
    let is_ours = head.lines().any(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("content-disposition:") && line.contains(&format!("name=\"{FIELD}\""))
    });
    let (value, _) = rest.split_once("\r\n")?;
    (is_ours && value.len() < 200).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn token_of(kind: &str, body: &'static str) -> (Option<String>, String) {
        let request =
            Request::post("/").header("content-type", kind).body(Body::from(body)).unwrap();
        let (request, token) = take(request, 10_000).await.unwrap();
        let whole = to_bytes(request.into_body(), 10_000).await.unwrap();
        (token, String::from_utf8(whole.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn the_token_is_found_and_nothing_lost() {
        let form = "a=b&csrf=t-1&c=%C3%A4";
        let found = token_of("application/x-www-form-urlencoded", form).await;
        assert_eq!(found, (Some("t-1".into()), form.into()));

        let upload = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nt-2\r\n--x\r\n\
                      Content-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nabc\r\n--x--";
        let found = token_of("multipart/form-data; boundary=x", upload).await;
        assert_eq!(found, (Some("t-2".into()), upload.into()));

        let other = "--x\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\ncsrf\r\n--x--";
        assert_eq!(token_of("multipart/form-data; boundary=x", other).await.0, None);
        assert_eq!(token_of("text/plain", "csrf=t").await.0, None);
    }
}
