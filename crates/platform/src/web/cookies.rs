//! Cookies: read by name, written with everything that keeps them here.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of a cookie, if it has the letters that ours have.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|it| it.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name && is_plain(value)).then_some(value)
        })
}

/// A cookie for this site alone that scripts do not see; without seconds it goes with the browser.
pub(crate) fn write(name: &str, value: &str, secure: bool, seconds: Option<u32>) -> HeaderValue {
    let mut text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax");
    if secure {
        text.push_str("; Secure");
    }
    if let Some(seconds) = seconds {
        text.push_str(&format!("; Max-Age={seconds}"));
    }
    debug_assert!(is_plain(value), "{value} in a cookie");
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}

/// The full name of a cookie: over TLS with the prefix that binds it to this host.
pub(crate) fn name(short: &str, secure: bool) -> String {
    if secure { format!("__Host-{short}") } else { short.to_owned() }
}

fn is_plain(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= 200
        && value.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'))
}

/// The session.
pub(crate) const SESSION: &str = "ankunft";
/// Chance, to which the forms of who is not logged in are bound.
pub(crate) const FORM: &str = "ankunft_formular";
/// The id of a text to be said once.
pub(crate) const FLASH: &str = "ankunft_meldung";
/// The number of the Mappe that lies open: what is remembered next goes into it.
pub(crate) const FOLDER: &str = "ankunft_mappe";
