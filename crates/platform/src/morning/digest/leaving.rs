//! The way out of the letter: behind its link one press ends it, without logging in. Opening the link
//! changes nothing, because programs that look through mail open links too.
//!
//! A mail program that knows RFC 8058 sends to an address beside it instead ([`one_click`]).

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::store::{self, Choice};
use super::{LINK, model::Rhythm};
use crate::changes::Author;
use crate::languages::Arg;
use crate::links::Token;
use crate::mail::ONE_CLICK;
use crate::page::components::Button;
use crate::parts::{BoxFuture, Link, SignedLink};
use crate::store::StoreError;
use crate::typed::Typed;
use crate::web::{App, Block, Failure, FormBlock, PathOf, Sheet, Viewer};

/// Links that end the letter.
pub(super) struct Leaving;

impl SignedLink for Leaving {
    fn purpose(&self) -> u8 {
        LINK
    }

    fn show<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        link: &'a Link<'a>,
    ) -> BoxFuture<'a, Result<Response, Failure>> {
        Box::pin(async move {
            let choice = fits(app, link.token).await?;
            let blocks = match choice {
                Some(choice) => ending(viewer, link.text, choice.rhythm),
                None => vec![Block::Text(leads_nowhere(viewer))],
            };
            Ok(page(viewer, blocks).answer())
        })
    }

    fn send<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        link: &'a Link<'a>,
        _typed: &'a Typed,
    ) -> BoxFuture<'a, Result<Response, Failure>> {
        Box::pin(async move {
            let text = match end(app, viewer, link.token).await? {
                true => viewer.t.get("tagesbrief-keiner"),
                false => leads_nowhere(viewer),
            };
            Ok(page(viewer, vec![Block::Text(text)]).answer())
        })
    }
}

/// What the account of a link has chosen, if the link is of a letter of that choice.
async fn fits(app: &App, token: &Token) -> Result<Option<Choice>, StoreError> {
    if token.purpose != LINK || token.has_expired(app.now()) {
        return Ok(None);
    }
    let choice = store::choice(&mut *app.store.read().await?, token.thing).await?;
    Ok(choice.filter(|it| token.fits(&app.keys.links, &it.chance)))
}

/// Ends the letter of a link, once, however often it is asked; whether it was this time.
async fn end(app: &App, viewer: &Viewer, token: &Token) -> Result<bool, StoreError> {
    let Some(choice) = fits(app, token).await? else { return Ok(false) };
    let author = Author { account: Some(token.thing), ..viewer.author() };
    let mut change = app.store.change(author).await?;
    let ended = store::end(&mut change, token.thing, &choice).await?;
    if ended {
        change.commit().await?;
    }
    Ok(ended)
}

/// The address of a link.
#[derive(Deserialize)]
pub(crate) struct Address {
    token: String,
}

/// `POST /l/{token}/abbestellen`: what a mail program sends when its reader presses its own button,
/// without cookies and without a form of ours. It says the same of every link that ends nothing.
pub(crate) async fn one_click(
    State(app): State<App>,
    viewer: Viewer,
    PathOf(Address { token }): PathOf<Address>,
    sent: String,
) -> Result<Response, Failure> {
    let (name, value) = ONE_CLICK.split_once('=').unwrap_or_default();
    // As a form or as its parts: the standard allows both.
    if !(sent.contains(name) && sent.contains(value)) {
        return Err(Failure::bad_request("no one-click unsubscription"));
    }
    let ended = match Token::read(&token) {
        Some(token) => end(&app, &viewer, &token).await?,
        None => false,
    };
    let text = match ended {
        true => viewer.t.get("tagesbrief-beendet"),
        false => leads_nowhere(&viewer),
    };
    Ok(text.into_response())
}

/// `GET /l/{token}/abbestellen`: who opens the address of a mail program finds the page of the link.
pub(crate) async fn by_hand(PathOf(Address { token }): PathOf<Address>) -> Redirect {
    Redirect::to(&format!("/l/{token}"))
}

/// What is said of a link that ends nothing, whatever its account has chosen.
fn leads_nowhere(viewer: &Viewer) -> String {
    let account = format!("{}/konto", viewer.base_address().trim_end_matches('/'));
    viewer.t.with("tagesbrief-adresse-gilt-nicht", &[("konto", Arg::from(account))])
}

/// What ends the letter.
fn ending(viewer: &Viewer, link: &str, rhythm: Rhythm) -> Vec<Block> {
    let t = &viewer.t;
    let form = FormBlock::new(format!("/l/{link}"), Button::primary(t.get("tagesbrief-beenden")));
    let now = t.get(&format!("tagesbrief-bekommt-{}", rhythm.code()));
    vec![Block::Text(now), Block::Form(form)]
}

fn page(viewer: &Viewer, blocks: Vec<Block>) -> Sheet {
    // The address holds the secret of the link: no other page may learn it.
    Sheet::new(viewer.page_with_form(viewer.t.get("tagesbrief")).at("/konto"), blocks)
}
