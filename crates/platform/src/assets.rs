//! Stylesheets, scripts, fonts and icons, built by npm into `web/dist` and kept in the program.
//!
//! Every file's name carries a hash of its content, so browsers may keep it forever and a new
//! version has a new address.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use crate::web::is_among;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Files;

/// Logical name → address, from `manifest.json`.
static ADDRESSES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let manifest = Files::get("manifest.json").map(|file| file.data).unwrap_or_default();
    let names: BTreeMap<String, String> = serde_json::from_slice(&manifest).unwrap_or_default();
    names.into_iter().map(|(name, file)| (name, format!("/assets/{file}"))).collect()
});

/// The address of a built file by its name without the hash: `main.css` gives
/// `/assets/main.3f9a01c2.css`.
///
/// An unknown name gives an address that answers 404, and is logged.
///
/// # Panics
///
/// In debug builds, if there is no such file.
#[must_use]
pub fn asset_url(name: &str) -> &'static str {
    ADDRESSES.get(name).map_or_else(
        || {
            debug_assert!(false, "web/dist has no {name}: run `make assets`");
            tracing::error!(name, "an asset is missing");
            "/assets/missing"
        },
        String::as_str,
    )
}

/// The fonts that papers are set with, that of the text first; none in a program built without
/// `web/dist`.
#[must_use]
pub fn fonts() -> Vec<Vec<u8>> {
    let names = PAPER_FONTS.into_iter().map(|it| asset_url(it).trim_start_matches("/assets/"));
    names.filter_map(|it| Some(Files::get(it)?.data.into_owned())).collect()
}

const PAPER_FONTS: [&str; 4] =
    ["paper-text-400.ttf", "paper-text-600.ttf", "paper-arabic-400.ttf", "paper-arabic-600.ttf"];

/// `GET /assets/{name}`.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(serve))
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let (Some(kind), true) = (content_type(&name), is_hashed(&name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let gzip = accepts_gzip(&headers).then(|| Files::get(&format!("{name}.gz"))).flatten();
    let (file, encoding) = match gzip {
        Some(file) => (Some(file), Some("gzip")),
        None => (Files::get(&name), None),
    };
    let Some(file) = file else { return StatusCode::NOT_FOUND.into_response() };

    // The hash in the name says everything; an encoding is a representation of its own.
    let Ok(tag) = HeaderValue::try_from(format!("\"{name}-{}\"", encoding.unwrap_or("plain")))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let known = is_among(&tag, &headers);
    let fixed = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::ETAG, tag),
    ];
    if known {
        return (StatusCode::NOT_MODIFIED, fixed).into_response();
    }
    let body = match file.data {
        Cow::Borrowed(bytes) => bytes::Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes::Bytes::from(bytes),
    };
    match encoding {
        Some(encoding) => (fixed, [(header::CONTENT_ENCODING, encoding)], body).into_response(),
        None => (fixed, body).into_response(),
    }
}

/// Only the files that the manifest names or that they load; not the manifest itself.
fn is_hashed(name: &str) -> bool {
    let mut parts = name.rsplit('.');
    let (_, hash) = (parts.next(), parts.next().unwrap_or_default());
    hash.len() == 8 && parts.next().is_some()
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok()).is_some_and(|it| {
        it.split(',')
            .any(|item| matches!(item.trim(), "gzip" | "*") || item.trim().starts_with("gzip;q=1"))
    })
}

fn content_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    async fn ask(address: &str, encoding: &str) -> Response {
        let request = Request::get(address)
            .header(header::ACCEPT_ENCODING, encoding)
            .body(Body::empty())
            .unwrap();
        routes::<()>().oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn files_are_served_forever_and_compressed() {
        let response = ask(asset_url("main.css"), "br, gzip").await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip");
        assert!(response.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        let plain = ask(asset_url("main.css"), "identity").await;
        assert!(!plain.headers().contains_key(header::CONTENT_ENCODING));
        let font = ask(asset_url("fira-sans-latin-400.woff2"), "gzip").await;
        assert_eq!(font.headers()[header::CONTENT_TYPE], "font/woff2");
    }

    #[tokio::test]
    async fn who_has_a_file_is_told_so() {
        let address = asset_url("main.css");
        let tag = ask(address, "gzip").await.headers()[header::ETAG].clone();
        assert_ne!(tag, ask(address, "identity").await.headers()[header::ETAG]);
        let request = Request::get(address)
            .header(header::ACCEPT_ENCODING, "gzip")
            .header(header::IF_NONE_MATCH, tag)
            .body(Body::empty())
            .unwrap();
        let response = routes::<()>().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
    }

    #[tokio::test]
    async fn nothing_else_is_served() {
        for address in ["/assets/manifest.json", "/assets/main.css", "/assets/..%2Fpackage.json"] {
            assert_eq!(ask(address, "gzip").await.status(), StatusCode::NOT_FOUND, "{address}");
        }
    }

    #[tokio::test]
    async fn fonts_of_papers_are_there_and_not_served() {
        assert_eq!(fonts().len(), PAPER_FONTS.len());
        for name in PAPER_FONTS {
            assert_eq!(ask(asset_url(name), "gzip").await.status(), StatusCode::NOT_FOUND);
        }
    }

    #[test]
    fn the_stylesheet_stays_small() {
        let size = |name: &str| {
            let file = asset_url(name).trim_start_matches("/assets/");
            Files::get(&format!("{file}.gz")).unwrap().data.len()
        };
        assert!(size("main.css") < 25_000, "main.css has {} bytes compressed", size("main.css"));
        assert!(size("public.css") < 12_000, "public.css has {} bytes", size("public.css"));
    }
}
