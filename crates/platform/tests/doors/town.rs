//! A town with people, asked through the router as a browser would.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::parts::Part;
use ankunft_platform::password;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts;
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantKind};
use ankunft_platform::web::{App, Clock};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::Timestamp;
use tower::ServiceExt;

pub const PASSWORD: &str = "vier Birnen im Korb";

pub struct Town {
    pub app: App,
    pub folder: tempfile::TempDir,
    pub tenant: Tenant,
    pub other: Tenant,
    seconds: Arc<AtomicI64>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// The token of the first form, or of the page.
    pub fn token(&self) -> String {
        let (_, rest) = self.text.split_once("name=\"csrf\" value=\"").expect("a form token");
        rest.split('"').next().unwrap().to_owned()
    }

    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }
}

/// A browser that keeps its cookies.
#[derive(Default)]
pub struct Browser {
    pub cookies: Vec<(String, String)>,
    pub extra: Vec<(&'static str, String)>,
}

impl Town {
    pub async fn found() -> Self {
        Self::found_with(Vec::new(), |_| {}).await
    }

    pub async fn found_with(parts: Vec<Part>, change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::local(folder.path(), 8080);
        config.mail.folder = folder.path().join("mail");
        change(&mut config);
        let seconds = Arc::new(AtomicI64::new(Timestamp::now().as_second()));
        let clock = Arc::clone(&seconds);
        let clock =
            Clock::new(move || Timestamp::from_second(clock.load(Ordering::Relaxed)).unwrap());
        let app = App::open_at(config, parts, clock).await.unwrap();
        let mut change = app.store.change(Author::program("test")).await.unwrap();
        let found = |slug, name, ags| NewTenant {
            kind: TenantKind::Kommune,
            slug,
            name,
            ags: Some(ags),
            language: "de",
        };
        let tenant =
            tenant::found(&mut change, found("musterstadt", "Musterstadt", "1")).await.unwrap();
        let other = tenant::found(&mut change, found("neuburg", "Neuburg", "2")).await.unwrap();
        change.commit().await.unwrap();
        Self { app, folder, tenant, other, seconds }
    }

    pub fn wait(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Somebody with a role here, who holds a Stelle.
    pub async fn person(&self, email: &str, role: Role) -> i64 {
        self.person_in(self.tenant, email, role).await
    }

    pub async fn person_in(&self, tenant: Tenant, email: &str, role: Role) -> i64 {
        let hash = password::hash(PASSWORD).unwrap();
        let mut change = self.app.store.change(Author::program("test")).await.unwrap();
        let new =
            NewAccount { email, name: "Ida Muster", password_hash: Some(&hash), language: "de" };
        let account = accounts::create(&mut change, new).await.unwrap();
        let person =
            posts::add_person(&mut change, tenant, "Ida Muster", Some(email)).await.unwrap();
        let post = posts::add_post(&mut change, tenant, "Sachbearbeitung", None).await.unwrap();
        let day = self.app.today().yesterday().unwrap();
        posts::hand_over(&mut change, tenant, (post, person), day).await.unwrap();
        let membership = Membership { tenant, account, role, person: Some(person) };
        accounts::grant(&mut change, &membership).await.unwrap();
        change.commit().await.unwrap();
        account
    }

    /// The letters in the folder.
    pub fn letters(&self) -> Vec<String> {
        let folder = self.folder.path().join("mail");
        let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
        entries.map(|it| std::fs::read_to_string(it.unwrap().path()).unwrap()).collect()
    }
}

impl Browser {
    pub async fn get(&mut self, town: &Town, address: &str) -> Answer {
        self.send(town, Request::get(address), Body::empty()).await
    }

    /// Sends a form as it is.
    pub async fn post_bare(&mut self, town: &Town, address: &str, form: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(form).unwrap();
        let kind = "application/x-www-form-urlencoded";
        let request = Request::post(address).header(header::CONTENT_TYPE, kind);
        self.send(town, request, Body::from(body)).await
    }

    /// Opens a page and sends a form with its token.
    pub async fn post(
        &mut self,
        town: &Town,
        (page, address): (&str, &str),
        form: &[(&str, &str)],
    ) -> Answer {
        let token = self.get(town, page).await.token();
        let mut form = form.to_vec();
        form.push(("csrf", &token));
        self.post_bare(town, address, &form).await
    }

    pub async fn log_in(&mut self, town: &Town, email: &str, password: &str) -> Answer {
        let form = [("email", email), ("passwort", password)];
        self.post(town, ("/anmelden", "/anmelden"), &form).await
    }

    pub async fn send(
        &mut self,
        town: &Town,
        mut request: axum::http::request::Builder,
        body: Body,
    ) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in &self.extra {
            request = request.header(*name, value);
        }
        let request = request.body(body).unwrap();
        let response = town.app.router().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        for line in head.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, rest) = line.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !line.contains("Max-Age=0") {
                let value = rest.split(';').next().unwrap();
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        check_every_answer(&head.headers);
        let bytes = to_bytes(body, 10_000_000).await.unwrap();
        Answer {
            status: head.status,
            headers: head.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

/// What holds for every answer, whatever it is.
fn check_every_answer(headers: &HeaderMap) {
    let text = |name: &str| headers.get(name).map(|it| it.to_str().unwrap()).unwrap_or_default();
    assert!(text("content-security-policy").starts_with("default-src 'none'; script-src 'self';"));
    assert!(!text("content-security-policy").contains("unsafe"));
    assert_eq!(text("x-content-type-options"), "nosniff");
    assert_eq!(text("referrer-policy"), "same-origin");
    assert_eq!(text("x-request-id").len(), 16);
    for cookie in headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    }
}
