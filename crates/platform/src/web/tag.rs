//! Conditional answers: a browser that has the newest state already gets two lines, not the page.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::{Failure, Viewer};
use crate::languages::Wishes;
use crate::secrets::hex;
use crate::tenant;

/// What names an answer to the public, as it stands in `ETag`.
///
/// It is made of everything that the answer depends on: this run of the program, the state of the
/// city, the day, language, theme, address and encoding. So it is known before anything is
/// computed, and a Sperrung, like any change, makes all tags of the city old.
#[derive(Clone, Debug)]
pub(crate) struct Tag(HeaderValue);

impl Tag {
    /// The tag of what a viewer would get; none if the answer holds what is only theirs: a name, a
    /// form token, a message that is said once, a choice of language that is being made.
    pub(crate) async fn of(viewer: &Viewer, headers: &HeaderMap) -> Result<Option<Self>, Failure> {
        let Some(city) = &viewer.city else { return Ok(None) };
        let chooses = viewer
            .address
            .parse()
            .ok()
            .is_none_or(|uri| Wishes::of(&uri, &HeaderMap::new()).query.is_some());
        if viewer.session.is_some() || viewer.flash.is_some() || chooses {
            return Ok(None);
        }
        let app = &viewer.app;
        let state = tenant::state(&mut *app.store.read().await?, city.tenant).await?;
        // Some addresses give a page or a document, as the asker likes.
        let accept = headers.get(header::ACCEPT).map_or(&[][..], HeaderValue::as_bytes);
        let encoding = headers.get(header::ACCEPT_ENCODING).map_or(&[][..], HeaderValue::as_bytes);
        let mut hash = Sha256::new().chain_update(app.run).chain_update(state.to_le_bytes());
        for text in [
            app.today().to_string().as_bytes(),
            viewer.t.language().code().as_bytes(),
            viewer.theme.code().as_bytes(),
            encoding,
            accept,
            viewer.address.as_bytes(),
        ] {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
        let text = format!("\"{}\"", hex(&hash.finalize()[..16]));
        Ok(HeaderValue::try_from(text).ok().map(Self))
    }

    /// Whether the asker has it already.
    pub(crate) fn is_known(&self, headers: &HeaderMap) -> bool {
        is_among(&self.0, headers)
    }

    /// 304: what you have is what there is.
    pub(crate) fn unchanged() -> Response {
        StatusCode::NOT_MODIFIED.into_response()
    }

    /// Writes the tag onto the answer that it names.
    pub(crate) fn write(self, response: &mut Response) {
        let fits = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED);
        let headers = response.headers_mut();
        if fits && !headers.contains_key(header::SET_COOKIE) {
            headers.insert(header::ETAG, self.0);
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
            headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
    }
}

/// Whether `If-None-Match` names this tag. Weak and strong count alike here (RFC 9110, 13.1.2).
pub(crate) fn is_among(tag: &HeaderValue, headers: &HeaderMap) -> bool {
    let named = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|it| it.to_str().ok());
    let mut named = named.flat_map(|it| it.split(','));
    named.any(|it| it.trim().trim_start_matches("W/").as_bytes() == tag.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tags_of_a_request_are_told_apart() {
        let tag = HeaderValue::from_static("\"abc\"");
        let asked = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static(text));
            is_among(&tag, &headers)
        };
        assert!(asked("\"abc\""));
        assert!(asked("\"x\", W/\"abc\""));
        assert!(!asked("\"abcd\"") && !asked("abc") && !asked("*"));
        assert!(!is_among(&tag, &HeaderMap::new()));
    }
}
