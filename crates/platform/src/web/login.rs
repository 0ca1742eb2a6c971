//! Logging in and out.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use serde::Deserialize;

use super::{App, Block, Failure, Form, FormBlock, Query, Sheet, Viewer, cookies, own_path};
use crate::accounts;
use crate::page::components::{Button, Field, Problems};
use crate::page::{Link, Problem};
use crate::sessions::{self, Begin, Which};
use crate::tenant;

#[derive(Deserialize)]
pub(crate) struct Onward {
    #[serde(default)]
    weiter: String,
}

#[derive(Deserialize)]
pub(crate) struct Credentials {
    email: String,
    passwort: String,
    #[serde(default)]
    weiter: String,
}

/// `GET /anmelden`
pub(crate) async fn show(viewer: Viewer, Query(onward): Query<Onward>) -> Response {
    page(&viewer, "", &onward.weiter, Problems::default()).answer()
}

fn page(viewer: &Viewer, email: &str, onward: &str, problems: Problems) -> Sheet {
    let t = &viewer.t;
    let form = FormBlock::new("/anmelden", Button::primary(t.get("anmelden")))
        .hidden("weiter", own_path(onward).unwrap_or_default())
        .field(
            Field::new("email", t.get("konto-email"))
                .kind("email")
                .autocomplete("username")
                .value(email)
                .error(problems.of("email")),
        )
        .field(
            Field::new("passwort", t.get("konto-passwort"))
                .kind("password")
                .autocomplete("current-password"),
        );
    let forgotten = Link::new(t.get("passwort-vergessen"), "/passwort-vergessen");
    Sheet::new(
        viewer.page_with_form(t.get("anmelden-titel")),
        vec![Block::Problems(problems), Block::Form(form), Block::Links(vec![forgotten])],
    )
}

/// `POST /anmelden`
pub(crate) async fn begin(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    Form(sent): Form<Credentials>,
) -> Result<Response, Failure> {
    let email = accounts::plain_email(&sent.email);
    let now = app.now();
    if !(app.rates.logins.take(viewer.from, now) && app.rates.accounts.take(email.clone(), now)) {
        return Err(Failure::new(Problem::TooMany, "failed log-ins"));
    }
    let account = accounts::by_email(&mut *app.store.read().await?, &email).await?;
    let hash = account.as_ref().filter(|it| !it.is_disabled()).map(|it| it.password_hash.clone());
    let fits = app.password_fits(sent.passwort, hash).await?;
    let Some(account) = account.filter(|_| fits) else {
        tracing::warn!(request = viewer.request, "a log-in was refused");
        let mut problems = Problems::default();
        problems.add("email", viewer.t.get("anmelden-falsch"));
        return Ok(page(&viewer, &sent.email, &sent.weiter, problems).refused());
    };
    app.rates.logins.give_back(&viewer.from);
    app.rates.accounts.give_back(&email);

    let target = match own_path(&sent.weiter) {
        Some(path) => path.to_owned(),
        None => home(&app, account.id).await?,
    };
    let cookie = start(&app, &viewer, account.id, &headers).await?;
    let mut response = viewer.done(&target, None);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Begins a session and gives its cookie; the one before ends.
pub(crate) async fn start(
    app: &App,
    viewer: &Viewer,
    account: i64,
    headers: &HeaderMap,
) -> Result<axum::http::HeaderValue, Failure> {
    let agent = headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let address = viewer.from.to_string();
    let mut author = viewer.author();
    author.account = Some(account);
    let mut change = app.store.change(author).await?;
    if let Some(old) = &viewer.session {
        sessions::end(&mut change, old.account, Which::One(&old.token_hash)).await?;
    }
    let begin = Begin { account, address: &address, agent };
    let token = sessions::begin(&mut change, begin, app.now(), &app.config.sessions).await?;
    change.commit().await?;
    let secure = app.config.is_https();
    Ok(cookies::write(&cookies::name(cookies::SESSION, secure), &token, secure, None))
}

/// Where somebody begins who asked for nothing: their only city, or the list.
pub(super) async fn home(app: &App, account: i64) -> Result<String, Failure> {
    let mut read = app.store.read().await?;
    let mut cities: Vec<_> =
        accounts::of_account(&mut read, account).await?.iter().map(|it| it.tenant).collect();
    cities.dedup();
    let [only] = cities[..] else { return Ok("/".to_owned()) };
    let all = tenant::all(&mut read).await?;
    let slug = all.into_iter().find(|it| it.tenant == only).map(|it| it.slug);
    Ok(slug.map_or_else(|| "/".to_owned(), |slug| format!("/{slug}")))
}

/// `POST /abmelden`
pub(crate) async fn end(State(app): State<App>, viewer: Viewer) -> Result<Response, Failure> {
    if let Some(session) = &viewer.session {
        let mut change = app.store.change(viewer.author()).await?;
        sessions::end(&mut change, session.account, Which::One(&session.token_hash)).await?;
        change.commit().await?;
    }
    let secure = app.config.is_https();
    let mut response = viewer.done("/", Some("meldung-abgemeldet"));
    let gone = cookies::write(&cookies::name(cookies::SESSION, secure), "x", secure, Some(0));
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}
