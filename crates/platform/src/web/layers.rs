//! What surrounds every answer, whatever it is: request id, log line, headers, limits, error pages.

use std::any::Any;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::failure::Told;
use super::{App, Failure, origin};
use crate::ids;
use crate::languages::Wishes;
use crate::page::{ErrorPage, Problem, Shell, Theme};
use crate::secrets::hex;

/// What is known of a request before anything else.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Its id, in the log, on error pages and in the change log.
    pub(crate) id: String,
    /// Where it comes from.
    pub(crate) address: IpAddr,
}

impl Default for Asked {
    fn default() -> Self {
        Self { id: String::new(), address: IpAddr::from([127, 0, 0, 1]) }
    }
}

const POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Gives the request its id and address, limits, writes the log line, sets the headers.
pub(crate) async fn surround(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let trusted = &app.config.trusted_proxies;
    let asked = Asked {
        id: hex(&ids::secret::<8>()),
        address: origin::address(request.extensions(), request.headers(), trusted),
    };
    request.extensions_mut().insert(asked.clone());
    let method = request.method().clone();
    // The route, never the path: paths hold signed links, queries what people look for.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let wishes = Wishes::of(request.uri(), request.headers());
    let theme = Theme::of(request.headers());

    let is_free = app.rates.requests.take(asked.address, app.now());
    let response = if is_free {
        next.run(request).await
    } else {
        Failure::new(Problem::TooMany, "requests by address").into_response()
    };
    let mut response = dressed(
        response,
        || {
            let t = app.languages.texts(wishes.settle(app.language()));
            Shell::new(t, "").theme(theme)
        },
        &asked.id,
    );

    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.config.is_https() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    if let Ok(id) = HeaderValue::try_from(&asked.id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    tracing::info!(
        request = asked.id,
        %method,
        route = route.as_ref().map_or("-", MatchedPath::as_str),
        status = response.status().as_u16(),
        ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
    );
    response
}

/// Makes a page of an error that has none yet.
fn dressed(mut response: Response, shell: impl FnOnce() -> Shell, id: &str) -> Response {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let told = response.extensions_mut().remove::<Arc<Told>>();
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let is_bare = kind.is_none_or(|it| it.starts_with("text/plain"));
    if told.is_none() && !is_bare {
        return response;
    }
    let problem = told.as_ref().map_or(Problem::of(status), |it| it.problem);
    let cause = told.as_ref().map_or("answered by the router", |it| it.cause.as_str());
    let page = ErrorPage::inside(shell(), problem).request_id(id).because(cause);
    let mut dressed = page.into_response();
    for (name, value) in response.headers() {
        if *name == header::ALLOW || *name == header::SET_COOKIE || *name == header::VARY {
            dressed.headers_mut().append(name, value.clone());
        }
    }
    dressed.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    dressed
}

/// What a handler that panics answers; the cause goes to the log.
pub(crate) fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let words = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied());
    Failure::internal(format!("panic: {}", words.unwrap_or("no words"))).into_response()
}
