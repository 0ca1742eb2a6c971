//! Which language a reader gets.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

use super::Language;

/// The name of the query parameter and of the cookie.
const NAME: &str = "sprache";

/// What a reader asked for, from the most to the least deliberate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// `?sprache=en` of this request.
    pub query: Option<Language>,
    /// The cookie `sprache`: what the reader chose before.
    pub cookie: Option<Language>,
    /// The browser's languages with their weights, best first.
    pub browser: Vec<Language>,
}

impl Wishes {
    /// Reads the wishes of a request. What is not understood is no wish.
    #[must_use]
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|it: &HeaderValue| it.to_str().ok());
        Self {
            query: uri.query().and_then(|query| pair(query, '&')),
            cookie: text(header::COOKIE).and_then(|cookies| pair(cookies, ';')),
            browser: text(header::ACCEPT_LANGUAGE).map(accepted).unwrap_or_default(),
        }
    }

    /// The language to answer in: query, then cookie, then browser, then the tenant's default.
    #[must_use]
    pub fn settle(&self, default: Language) -> Language {
        self.query.or(self.cookie).or(self.browser.first().copied()).unwrap_or(default)
    }
}

/// Middleware: keeps the choice made by `?sprache=` in a cookie for a year.
///
/// Use it with `axum::middleware::from_fn`.
pub async fn remember_language(request: Request, next: Next) -> Response {
    let chosen = request.uri().query().and_then(|query| pair(query, '&'));
    let mut response = next.run(request).await;
    if let Some(language) = chosen {
        let cookie =
            format!("{NAME}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", language.code());
        if let Ok(value) = HeaderValue::try_from(cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

/// The language of `sprache=…` in a list of pairs.
fn pair(pairs: &str, separator: char) -> Option<Language> {
    pairs.split(separator).find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == NAME).then(|| Language::from_code(value)).flatten()
    })
}

/// The offered languages of an `Accept-Language` header by their weight.
fn accepted(header: &str) -> Vec<Language> {
    let mut wishes: Vec<(f32, Language)> = header
        .split(',')
        .filter_map(|item| {
            let (tag, weight) = item.split_once(";q=").unwrap_or((item, "1"));
            let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
            let language = Language::OFFERED.into_iter().find(|it| it.code() == primary)?;
            let weight = weight.trim().parse().ok().filter(|it| *it > 0.0)?;
            Some((weight, language))
        })
        .collect();
    wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
    wishes.into_iter().map(|(_, language)| language).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(uri: &str, cookie: &str, accept: &str) -> Wishes {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, accept.parse().unwrap());
        Wishes::of(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn the_most_deliberate_wish_wins() {
        let settle = |uri, cookie, accept| wishes(uri, cookie, accept).settle(Language::German);
        assert_eq!(settle("/a?sprache=en&x=1", "sprache=de", "de"), Language::English);
        assert_eq!(settle("/a?x=1", "a=b; sprache=en", "de"), Language::English);
        assert_eq!(settle("/a", "", "fr;q=0.9, en-GB;q=0.8, de;q=0.7"), Language::English);
        assert_eq!(settle("/a", "", "de;q=0.1,en;q=0.2"), Language::English);
        assert_eq!(settle("/a", "", "tr, *;q=0.5"), Language::German);
        assert_eq!(settle("/a?sprache=%3Cscript", "sprache=", ";;;q=,,"), Language::German);
    }

    #[test]
    fn a_language_that_is_refused_is_not_taken() {
        assert_eq!(wishes("/", "", "en;q=0, de").browser, [Language::German]);
    }
}
