//! Signed links: setting a password, asking for such a link, and the way to what parts have links for.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::{App, Block, Failure, Form, FormBlock, PathOf, Sheet, Viewer};
use crate::accounts::{self, Account};
use crate::languages::{Arg, Language, Texts};
use crate::links::{self, Claim, Purpose};
use crate::mail::Letter;
use crate::page::Problem;
use crate::page::components::{Button, Field, Problems};
use crate::parts::{Link, SignedLink};
use crate::password;
use crate::typed::Typed;

#[derive(Deserialize)]
pub(crate) struct Token {
    token: String,
}

#[derive(Deserialize)]
pub(crate) struct Forgotten {
    email: String,
}

/// `GET /passwort-vergessen`
pub(crate) async fn ask(viewer: Viewer) -> Response {
    let t = &viewer.t;
    let field = Field::new("email", t.get("konto-email")).kind("email").autocomplete("username");
    let form = FormBlock::new("/passwort-vergessen", Button::primary(t.get("passwort-anfordern")))
        .field(field);
    let shell =
        viewer.page_with_form(t.get("passwort-vergessen")).lead(t.get("passwort-vergessen-leit"));
    Sheet::new(shell, vec![Block::Form(form)]).answer()
}

/// `POST /passwort-vergessen`: the same answer, as fast, whether there is such an account or not.
pub(crate) async fn send(
    State(app): State<App>,
    viewer: Viewer,
    Form(sent): Form<Forgotten>,
) -> Response {
    let house = app.clone();
    app.later("a letter was not sent", async move { send_reset(&house, &sent.email).await });
    let text = if app.mail.is_on() { "passwort-gesendet" } else { "passwort-ohne-post" };
    let shell = viewer.page(viewer.t.get("passwort-vergessen"));
    Sheet::new(shell, vec![Block::Text(viewer.t.get(text))]).answer()
}

async fn send_reset(app: &App, email: &str) -> Result<(), Failure> {
    let account = accounts::by_email(&mut *app.store.read().await?, email).await?;
    let Some(account) = account.filter(|it| !it.is_disabled()) else { return Ok(()) };
    send_link(app, &account, Purpose::Reset).await.map(|_| ())
}

/// Makes a link for an account and sends it; gives it too, for when no mail is sent.
pub(crate) async fn send_link(
    app: &App,
    account: &Account,
    purpose: Purpose,
) -> Result<String, Failure> {
    let path = links::path(&app.keys.links, account, purpose, app.now());
    let href = format!("{}{path}", app.config.base_address);
    let language = Language::from_code(&account.language).unwrap_or(app.language());
    let t: Texts = app.languages.texts(language);
    let id = match purpose {
        Purpose::Reset => "brief-passwort",
        Purpose::Invite => "brief-einladung",
    };
    let args = [("name", Arg::from(&account.name)), ("link", Arg::from(&href))];
    let letter = Letter {
        to: account.email.clone(),
        subject: t.get(&format!("{id}.betreff")),
        text: t.with(id, &args),
        ..Letter::default()
    };
    app.mail.send(&letter).await.map_err(Failure::internal)?;
    Ok(href)
}

async fn account_of(app: &App, viewer: &Viewer, token: &str) -> Result<(Claim, Account), Failure> {
    let spent = || Failure::not_found().advice(viewer.t.get("link-verbraucht"));
    if links::Token::read(token).is_none() {
        return Err(Failure::not_found().advice(viewer.t.get("link-unvollstaendig")));
    }
    let claim = Claim::read(token).ok_or_else(spent)?;
    let account = accounts::by_id(&mut *app.store.read().await?, claim.account).await?;
    let account = account.filter(|it| claim.holds(&app.keys.links, it, app.now()));
    Ok((claim, account.ok_or_else(spent)?))
}

/// `GET /l/{token}`: for a password, or for what a part has links for.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    PathOf(Token { token }): PathOf<Token>,
) -> Result<Response, Failure> {
    if let Some((part, signed)) = of_part(&app, &token) {
        return part.show(&app, &viewer, &Link { text: &token, token: &signed }).await;
    }
    let (claim, account) = account_of(&app, &viewer, &token).await?;
    Ok(page(&viewer, (&token, claim.purpose), &account, Problems::default()).answer())
}

/// The part that answers at a link, if it is none for a password.
fn of_part<'a>(app: &'a App, token: &str) -> Option<(&'a Arc<dyn SignedLink>, links::Token)> {
    let token = links::Token::read(token)?;
    Some((app.parts.link(token.purpose)?, token))
}

fn page(
    viewer: &Viewer,
    (token, purpose): (&str, Purpose),
    account: &Account,
    problems: Problems,
) -> Sheet {
    let t = &viewer.t;
    let title = match purpose {
        Purpose::Reset => "passwort-neu-titel",
        Purpose::Invite => "einladung-titel",
    };
    let form = new_password(t, &format!("/l/{token}"), &problems);
    let shell = viewer
        .page_with_form(t.get(title))
        .lead(t.with("passwort-neu-leit", &[("email", Arg::from(&account.email))]));
    // The address holds the secret of the link: no other page may learn it.
    let shell = shell.at("/anmelden");
    Sheet::new(shell, vec![Block::Problems(problems), Block::Form(form)])
}

/// A form that asks for a new password twice.
pub(crate) fn new_password(t: &Texts, action: &str, problems: &Problems) -> FormBlock {
    let field = |name: &str, label: &str| {
        Field::new(name, t.get(label)).kind("password").autocomplete("new-password")
    };
    FormBlock::new(action, Button::primary(t.get("passwort-setzen")))
        .field(
            field("passwort", "passwort-neu")
                .hint(t.with("passwort-hinweis", &[("zahl", Arg::from(password::SHORTEST))]))
                .error(problems.of("passwort")),
        )
        .field(field("wiederholung", "passwort-wiederholung").error(problems.of("wiederholung")))
}

/// What is wrong with a new password.
pub(crate) fn check(t: &Texts, password: &str, again: &str, email: &str) -> Problems {
    let mut problems = Problems::default();
    if let Err(weakness) = password::check(password, email) {
        let args = [("zahl", Arg::from(password::SHORTEST))];
        problems.add("passwort", t.with(weakness.text_id(), &args));
    } else if password != again {
        problems.add("wiederholung", t.get("passwort-ungleich"));
    }
    problems
}

/// `POST /l/{token}`
pub(crate) async fn set(
    State(app): State<App>,
    viewer: Viewer,
    PathOf(Token { token }): PathOf<Token>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    if let Some((part, signed)) = of_part(&app, &token) {
        return part.send(&app, &viewer, &Link { text: &token, token: &signed }, &typed).await;
    }
    if !viewer.take_permit() {
        return Err(Failure::new(Problem::TooMany, "limited by address"));
    }
    // A password may begin or end with a blank.
    let sent = |name: &str| typed.iter().find(|it| it.0 == name).map_or("", |it| &*it.1);
    let (password, again) = (sent("passwort"), sent("wiederholung"));
    let (claim, account) = account_of(&app, &viewer, &token).await?;
    let problems = check(&viewer.t, password, again, &account.email);
    if !problems.is_empty() {
        return Ok(page(&viewer, (&token, claim.purpose), &account, problems).refused());
    }
    let hash = app.hash_password(password.to_owned()).await?;
    let mut author = viewer.author();
    author.account = Some(account.id);
    let mut change = app.store.change(author).await?;
    if !accounts::set_password(&mut change, account.id, &account.password_hash, &hash).await? {
        return Err(Failure::not_found().advice(viewer.t.get("link-verbraucht")));
    }
    change.commit().await?;
    Ok(viewer.done("/anmelden", Some("meldung-passwort-gesetzt")))
}
