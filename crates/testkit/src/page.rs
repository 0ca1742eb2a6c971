//! A browser without a screen. Every HTML page that it is given is also checked for what must hold
//! on all pages.

use std::collections::BTreeMap;

use ankunft_platform::accounts;
use ankunft_platform::changes::Author;
use ankunft_platform::sessions::{self, Begin};
use ankunft_platform::web::App;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt;

use crate::check;
use crate::press::{Press, Typing};

/// A browser with its cookies, asking an application through its router.
#[derive(Clone)]
pub struct Browser {
    app: App,
    router: Router,
    language: &'static str,
    cookies: BTreeMap<String, String>,
}

/// An answer. A page has been checked.
#[derive(Debug)]
pub struct Page {
    /// What was asked for.
    pub address: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole answer.
    pub body: Vec<u8>,
}

impl Browser {
    /// A browser of somebody who is not logged in and prefers a language, `de` or `en`.
    #[must_use]
    pub fn new(app: &App, language: &'static str) -> Self {
        let router = app.router();
        Self { app: app.clone(), router, language, cookies: BTreeMap::new() }
    }

    /// A browser in which the account of this address is logged in.
    ///
    /// # Panics
    ///
    /// If there is no such account.
    pub async fn log_in(app: &App, email: &str, language: &'static str) -> Self {
        let mut change = app.store.change(Author::program("test")).await.expect("a change");
        let account = accounts::by_email(&mut change, email).await.expect("a database");
        let account = account.unwrap_or_else(|| panic!("{email} has no account")).id;
        let begin = Begin { account, address: "127.0.0.1", agent: "test" };
        let token = sessions::begin(&mut change, begin, app.now(), &app.config.sessions).await;
        let token = token.expect("a session");
        change.commit().await.expect("a commit");
        let mut browser = Self::new(app, language);
        browser.cookies.insert(session_cookie(app), token);
        // An account has a language of its own; the browser's wish is said as a reader says it.
        browser.cookies.insert("sprache".to_owned(), language.to_owned());
        browser
    }

    /// Asks for an address.
    ///
    /// # Panics
    ///
    /// If the answer is a page that breaks what holds on all pages.
    pub async fn get(&mut self, address: &str) -> Page {
        self.ask(Request::get(address), Body::empty(), address).await
    }

    /// Asks for an address and follows up to five redirections.
    ///
    /// # Panics
    ///
    /// As [`Browser::get`].
    pub async fn follow(&mut self, address: &str) -> Page {
        let mut page = self.get(address).await;
        for _ in 0..5 {
            let Some(next) = page.location() else { break };
            page = self.get(&next).await;
        }
        page
    }

    /// Sends a form with these fields and, as a page would print it, its token: the one of the
    /// page at `from`.
    ///
    /// # Panics
    ///
    /// As [`Browser::get`], or if the page at `from` has no form with a token.
    pub async fn post(&mut self, from: &str, to: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token(from).await;
        let fields = fields.iter().copied().chain([("csrf", token.as_str())]);
        let pair = |(name, value): (&str, &str)| format!("{}={}", encode(name), encode(value));
        let body = fields.map(pair).collect::<Vec<_>>().join("&");
        let request = Request::post(to)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, &self.app.config.base_address);
        self.ask(request, Body::from(body), to).await
    }

    /// Sends a file in the field `datei` of the form on the page at `from`.
    ///
    /// # Panics
    ///
    /// As [`Browser::post`].
    pub async fn upload(&mut self, from: &str, to: &str, name: &str, bytes: &[u8]) -> Page {
        self.upload_with(from, to, &[], (name, bytes)).await
    }

    /// Sends a file beside other fields.
    ///
    /// # Panics
    ///
    /// As [`Browser::post`].
    pub async fn upload_with(
        &mut self,
        from: &str,
        to: &str,
        fields: &[(&str, &str)],
        (name, bytes): (&str, &[u8]),
    ) -> Page {
        let token = self.token(from).await;
        let fields = [&[("csrf", token.as_str())], fields].concat();
        let (kind, body) = parts(&fields, name, bytes);
        let request = Request::post(to)
            .header(header::CONTENT_TYPE, kind)
            .header(header::ORIGIN, &self.app.config.base_address);
        self.ask(request, Body::from(body), to).await
    }

    /// Presses a button of a page with what was typed there, as a browser without script does; a button
    /// that sends files sends this one.
    ///
    /// # Panics
    ///
    /// As [`Browser::get`].
    pub async fn press(
        &mut self,
        typing: &Typing,
        button: &Press,
        (name, bytes): (&str, &[u8]),
    ) -> Page {
        let fields: Vec<(&str, &str)> =
            typing.fields.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
        let pair = |(name, value): &(&str, &str)| format!("{}={}", encode(name), encode(value));
        let (kind, body) = match button.files {
            true => parts(&fields, name, bytes),
            false => (
                "application/x-www-form-urlencoded",
                fields.iter().map(pair).collect::<Vec<_>>().join("&").into_bytes(),
            ),
        };
        let request = Request::post(&button.address)
            .header(header::CONTENT_TYPE, kind)
            .header(header::ORIGIN, &self.app.config.base_address);
        self.ask(request, Body::from(body), &button.address).await
    }

    async fn token(&mut self, from: &str) -> String {
        let token = self.get(from).await.attribute("input[name=csrf]", "value");
        token.unwrap_or_else(|| panic!("{from} has no form token"))
    }

    async fn ask(
        &mut self,
        request: axum::http::request::Builder,
        body: Body,
        address: &str,
    ) -> Page {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let host = self.app.config.base_address.split("://").nth(1).unwrap_or_default();
        let request = request
            .header(header::HOST, host)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT_LANGUAGE, self.language)
            .body(body)
            .expect("a valid address");
        let response = self.router.clone().oneshot(request).await.expect("infallible");
        let (head, body) = response.into_parts();
        self.keep_cookies(&head.headers);
        let body = body.collect().await.expect("a whole body").to_bytes().to_vec();
        let page =
            Page { address: address.to_owned(), status: head.status, headers: head.headers, body };
        if let Some(html) = page.html() {
            check::page(&html, address, &self.app.config.base_address);
        }
        page
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("a plain cookie");
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').expect("a name and a value");
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name.trim());
            } else {
                self.cookies.insert(name.trim().to_owned(), value.to_owned());
            }
        }
    }
}

impl Page {
    /// Asserts the status and gives the page back for further questions.
    ///
    /// # Panics
    ///
    /// If it is another.
    #[track_caller]
    #[must_use]
    pub fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.address, self.body_text());
        self
    }

    /// The answer as text; what is not UTF-8 is replaced.
    #[must_use]
    pub fn body_text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The media type without parameters.
    #[must_use]
    pub fn media_type(&self) -> &str {
        let text = self.headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
        text.and_then(|it| it.split(';').next()).unwrap_or_default()
    }

    /// Where a redirection leads.
    #[must_use]
    pub fn location(&self) -> Option<String> {
        let to = self.headers.get(header::LOCATION).filter(|_| self.status.is_redirection())?;
        to.to_str().ok().map(str::to_owned)
    }

    /// The page as a tree; nothing if it is no whole page.
    #[must_use]
    pub fn html(&self) -> Option<Html> {
        let text = self.body_text();
        (self.media_type() == "text/html" && text.contains("<html"))
            .then(|| Html::parse_document(&text))
    }

    /// The texts of all matches, with single spaces.
    ///
    /// # Panics
    ///
    /// If the selector is none.
    #[must_use]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        self.html().map_or_else(Vec::new, |it| it.select(&selector).map(words).collect())
    }

    /// The text of the first match.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[track_caller]
    #[must_use]
    pub fn text(&self, selector: &str) -> String {
        let first = self.texts(selector).into_iter().next();
        first.unwrap_or_else(|| panic!("{}: no {selector}", self.address))
    }

    /// An attribute of all matches that have it.
    ///
    /// # Panics
    ///
    /// If the selector is none.
    #[must_use]
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let html = self.html();
        let all = html.iter().flat_map(|it| it.select(&selector));
        all.filter_map(|it| it.attr(name).map(str::to_owned)).collect()
    }

    /// An attribute of the first match that has it.
    ///
    /// # Panics
    ///
    /// If the selector is none.
    #[must_use]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let selector = Selector::parse(selector).expect("a selector");
        self.html()?.select(&selector).find_map(|it| it.attr(name).map(str::to_owned))
    }
}

/// The text of an element with single spaces.
pub(crate) fn words(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// A form with its token and one file, as a browser sends it: its media type and its bytes.
#[must_use]
pub fn multipart(token: &str, name: &str, bytes: &[u8]) -> (&'static str, Vec<u8>) {
    parts(&[("csrf", token)], name, bytes)
}

fn parts(fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> (&'static str, Vec<u8>) {
    let field = |(name, text): &(&str, &str)| {
        format!("--ankunft\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let fields: String = fields.iter().map(field).collect();
    let head = format!(
        "{fields}--ankunft\r\ncontent-disposition: form-data; name=\"datei\"; \
         filename=\"{name}\"\r\ncontent-type: application/octet-stream\r\n\r\n",
    );
    let body = [head.as_bytes(), bytes, b"\r\n--ankunft--\r\n"].concat();
    ("multipart/form-data; boundary=ankunft", body)
}

fn session_cookie(app: &App) -> String {
    if app.config.is_https() { "__Host-ankunft".to_owned() } else { "ankunft".to_owned() }
}

fn encode(text: &str) -> String {
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"-_.~".contains(&it);
    let one = |it: u8| {
        if plain(it) { char::from(it).to_string() } else { format!("%{it:02X}") }
    };
    text.bytes().map(one).collect()
}
