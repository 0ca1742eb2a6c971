//! Where somebody chooses the letter: on the page of the own account.

use axum::extract::State;
use axum::response::Response;

use super::model::Rhythm;
use super::store;
use crate::languages::Arg;
use crate::page::Problem;
use crate::page::components::{Button, Choice, Choices, Kind, Notice};
use crate::store::StoreError;
use crate::typed::{Typed, sent};
use crate::web::{App, Block, Failure, Form, FormBlock, Viewer};

/// How the form says that no letter is wanted.
const NEVER: &str = "never";

/// The pieces of the account's page with which the letter is chosen.
pub(crate) async fn setting(
    app: &App,
    viewer: &Viewer,
    (account, email): (i64, &str),
) -> Result<Vec<Block>, StoreError> {
    let t = &viewer.t;
    let choice = store::choice(&mut *app.store.read().await?, account).await?;
    let current = choice.map_or(NEVER, |it| it.rhythm.code());
    let codes = [NEVER].into_iter().chain(Rhythm::ALL.map(Rhythm::code));
    let choices =
        codes.map(|it| Choice::new(it, t.get(&format!("tagesbrief-{it}")), current)).collect();
    let form = FormBlock::new("/konto/tagesbrief", Button::secondary(t.get("tagesbrief-merken")))
        .choices(Choices::one("tagesbrief", t.get("tagesbrief-wie-oft"), choices));
    let now = match current {
        NEVER => t.get("tagesbrief-keiner"),
        it => t.with(&format!("tagesbrief-bekommt-{it}"), &[("email", Arg::from(email))]),
    };
    let mut blocks = vec![
        Block::Heading(t.get("tagesbrief")),
        Block::Text(t.get("tagesbrief-leit")),
        Block::Text(now),
    ];
    if !app.mail.is_on() {
        blocks.push(Block::Notice(Notice {
            kind: Kind::Info,
            title: t.get("tagesbrief-ohne-post"),
            text: t.get("tagesbrief-ohne-post.text"),
        }));
    }
    blocks.push(Block::Form(form));
    Ok(blocks)
}

/// `POST /konto/tagesbrief`
pub(crate) async fn choose(
    State(app): State<App>,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let session = viewer.session.as_ref();
    let session = session.ok_or_else(|| Failure::new(Problem::LoginNeeded, "no session"))?;
    let chosen = sent(&typed, "tagesbrief");
    let rhythm = Rhythm::from_code(chosen);
    if rhythm.is_none() && chosen != NEVER {
        return Err(Failure::bad_request("no such rhythm"));
    }
    let mut change = app.store.change(viewer.author()).await?;
    store::choose(&mut change, session.account, rhythm).await?;
    change.commit().await?;
    Ok(viewer.done("/konto", Some("meldung-gespeichert")))
}
