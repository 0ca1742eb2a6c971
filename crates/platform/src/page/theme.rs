use axum::extract::Form;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

const NAME: &str = "darstellung";

/// Light, dark or as the reader's device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// The choice that a request's cookie `darstellung` carries.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        headers
            .get(header::COOKIE)
            .and_then(|it| it.to_str().ok())
            .and_then(|cookies| {
                cookies.split(';').find_map(|pair| {
                    let (name, value) = pair.trim().split_once('=')?;
                    (name == NAME).then(|| Self::from_code(value)).flatten()
                })
            })
            .unwrap_or_default()
    }

    /// The value of the cookie and of `data-theme`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Device => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The id of its text.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Device => "darstellung-geraet",
            Self::Light => "darstellung-hell",
            Self::Dark => "darstellung-dunkel",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

#[derive(Deserialize)]
pub(crate) struct Choice {
    darstellung: String,
    zurueck: String,
}

/// `POST /darstellung`: keeps the theme in a cookie and returns to the page.
///
/// Needs no token: a forged request could change nothing but a colour.
pub(crate) async fn choose(Form(choice): Form<Choice>) -> Response {
    let theme = Theme::from_code(&choice.darstellung).unwrap_or_default();
    let cookie =
        format!("{NAME}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", theme.code());
    let back = if is_own_path(&choice.zurueck) { choice.zurueck.as_str() } else { "/" };
    ([(header::SET_COOKIE, cookie)], Redirect::to(back)).into_response()
}

/// Whether a target stays on this site: `//host` and `/\host` would not.
fn is_own_path(path: &str) -> bool {
    let mut letters = path.chars();
    letters.next() == Some('/')
        && !matches!(letters.next(), Some('/' | '\\'))
        && path.chars().all(|letter| letter.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere() {
        for bad in ["", "//evil", "/\\evil", "https://evil", "/a\nb", "javascript:x"] {
            assert!(!is_own_path(bad), "{bad:?}");
        }
        assert!(is_own_path("/musterstadt/atlas?a=b"));
        assert!(is_own_path("/"));
    }

    #[test]
    fn the_cookie_is_read() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "sprache=de; darstellung=dark".parse().unwrap());
        assert_eq!(Theme::of(&headers), Theme::Dark);
        headers.insert(header::COOKIE, "darstellung=bunt".parse().unwrap());
        assert_eq!(Theme::of(&headers), Theme::Device);
    }
}
