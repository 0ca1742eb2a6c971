//! The account's own page: letter of the morning, password and log-ins.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use super::agent::Agent;
use super::{App, Block, Failure, Form, FormBlock, Input, Item, Sheet, Viewer, link, login};
use crate::accounts;
use crate::languages::{Arg, Texts};
use crate::morning::digest;
use crate::page::Problem;
use crate::page::components::{Button, Field, Pair, Problems};
use crate::sessions::{self, Listed, Session, Which};

#[derive(Deserialize)]
pub(crate) struct Change {
    alt: String,
    passwort: String,
    wiederholung: String,
}

#[derive(Deserialize)]
pub(crate) struct End {
    sitzung: String,
}

fn own(viewer: &Viewer) -> Result<&Session, Failure> {
    viewer.session.as_ref().ok_or_else(|| Failure::new(Problem::LoginNeeded, "no session"))
}

/// `GET /konto`
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Result<Response, Failure> {
    Ok(page(&app, &viewer, Problems::default()).await?.answer())
}

async fn page(app: &App, viewer: &Viewer, problems: Problems) -> Result<Sheet, Failure> {
    let (t, session) = (&viewer.t, own(viewer)?);
    let mut read = app.store.read().await?;
    let all = sessions::of_account(&mut read, session.account, app.now()).await?;
    let pairs = vec![
        Pair::new(t.get("konto-name"), session.name.clone()),
        Pair::new(t.get("konto-email"), session.email.clone()),
    ];
    let old = Field::new("alt", t.get("passwort-alt"))
        .kind("password")
        .autocomplete("current-password")
        .error(problems.of("alt"));
    let mut form = link::new_password(t, "/konto/passwort", &problems);
    form.inputs.insert(0, Input::Field(old));
    drop(read);
    let letter = digest::setting(app, viewer, (session.account, &session.email)).await?;
    let items = all.iter().map(|it| item(viewer, session, it)).collect();
    let others =
        FormBlock::new("/konto/sitzung", Button::secondary(t.get("sitzung-andere-beenden")))
            .hidden("sitzung", "andere");
    let mut blocks = vec![Block::Problems(problems), Block::Pairs(pairs)];
    blocks.extend(letter);
    blocks.extend([
        Block::Heading(t.get("sitzungen")),
        Block::Text(t.get("sitzungen-leit")),
        Block::Items(items),
        Block::Form(others),
        Block::Heading(t.get("passwort-aendern")),
        Block::Form(form),
    ]);
    Ok(Sheet::new(viewer.page(t.get("konto-titel")), blocks))
}

fn item(viewer: &Viewer, own: &Session, listed: &Listed) -> Item {
    let t = &viewer.t;
    let instant =
        |at| Timestamp::from_microsecond(at).map_or_else(|_| String::new(), |it| t.instant(it));
    let is_own = listed.token_hash == own.token_hash;
    let agent = device(t, &listed.agent);
    let title = if is_own { t.get("sitzung-diese") } else { agent.clone() };
    let since = t.with(
        "sitzung-seit",
        &[
            ("seit", Arg::from(instant(listed.created_at))),
            ("zuletzt", Arg::from(instant(listed.seen_at))),
        ],
    );
    let label = t.with("sitzung-beenden", &[("was", Arg::from(&title))]);
    let form = FormBlock::new("/konto/sitzung", Button::secondary(label))
        .hidden("sitzung", sessions::short_name(&listed.token_hash));
    let notes = if is_own { vec![agent, since] } else { vec![since] };
    Item { notes, forms: vec![form], ..Item::new(title) }
}

/// What somebody logged in with, as people call it.
fn device(t: &Texts, agent: &str) -> String {
    if agent.is_empty() {
        return t.get("sitzung-unbekannt");
    }
    let Agent { browser, system } = Agent::read(agent);
    let browser = browser.map_or_else(|| t.get("sitzung-browser"), str::to_owned);
    match system {
        Some(system) => {
            let args = [("browser", Arg::from(browser)), ("system", Arg::from(system))];
            t.with("sitzung-browser-auf", &args)
        }
        None => browser,
    }
}

/// `POST /konto/passwort`: ends all log-ins and begins this one anew.
pub(crate) async fn change_password(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    Form(sent): Form<Change>,
) -> Result<Response, Failure> {
    let session = own(&viewer)?;
    if !app.rates.accounts.take(session.email.clone(), app.now()) {
        return Err(Failure::new(Problem::TooMany, "failed passwords"));
    }
    let account = accounts::by_id(&mut *app.store.read().await?, session.account).await?;
    let account = account.ok_or_else(Failure::not_found)?;
    let fits = app.password_fits(sent.alt, Some(account.password_hash.clone())).await?;
    let mut problems = link::check(&viewer.t, &sent.passwort, &sent.wiederholung, &account.email);
    if !fits {
        problems.add("alt", viewer.t.get("passwort-alt-falsch"));
    }
    if !problems.is_empty() {
        return Ok(page(&app, &viewer, problems).await?.refused());
    }
    app.rates.accounts.give_back(&session.email);
    let hash = app.hash_password(sent.passwort).await?;
    let mut change = app.store.change(viewer.author()).await?;
    if !accounts::set_password(&mut change, account.id, &account.password_hash, &hash).await? {
        return Err(Failure::refused("the password was changed elsewhere"));
    }
    change.commit().await?;
    let cookie = login::start(&app, &viewer, account.id, &headers).await?;
    let mut response = viewer.done("/konto", Some("meldung-passwort-gesetzt"));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// `POST /konto/sitzung`: ends one log-in of this account, or all others.
pub(crate) async fn end_session(
    State(app): State<App>,
    viewer: Viewer,
    Form(sent): Form<End>,
) -> Result<Response, Failure> {
    let session = own(&viewer)?;
    let all =
        sessions::of_account(&mut *app.store.read().await?, session.account, app.now()).await?;
    let named = all.iter().find(|it| sessions::short_name(&it.token_hash) == sent.sitzung);
    let which = match named {
        Some(listed) => Which::One(&listed.token_hash),
        None if sent.sitzung == "andere" => Which::Others(&session.token_hash),
        None => return Err(Failure::not_found()),
    };
    let mut change = app.store.change(viewer.author()).await?;
    sessions::end(&mut change, session.account, which).await?;
    change.commit().await?;
    Ok(viewer.done("/konto", Some("meldung-sitzung-beendet")))
}
