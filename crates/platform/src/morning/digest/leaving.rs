//! The way out of the letter: behind its link one press ends it, without logging in. Opening the link
//! changes nothing, because programs that look through mail open links too.

use axum::response::Response;

use super::store::{self, Choice};
use super::{LINK, model::Rhythm};
use crate::changes::Author;
use crate::page::components::Button;
use crate::parts::{BoxFuture, Link, SignedLink};
use crate::store::StoreError;
use crate::typed::Typed;
use crate::web::{App, Block, Failure, FormBlock, Sheet, Viewer};

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
            let choice = fits(app, link).await?;
            Ok(page(viewer, link.text, choice.map(|it| it.rhythm)).answer())
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
            if fits(app, link).await?.is_some() {
                let account = Some(link.token.thing);
                let author = Author { account, ..viewer.author() };
                let mut change = app.store.change(author).await?;
                store::choose(&mut change, link.token.thing, None).await?;
                change.commit().await?;
            }
            Ok(page(viewer, link.text, None).answer())
        })
    }
}

/// What the account of the link has chosen, if the link is of a letter of that choice.
async fn fits(app: &App, link: &Link<'_>) -> Result<Option<Choice>, StoreError> {
    if link.token.has_expired(app.now()) {
        return Ok(None);
    }
    let choice = store::choice(&mut *app.store.read().await?, link.token.thing).await?;
    Ok(choice.filter(|it| link.token.fits(&app.keys.links, &it.chance)))
}

fn page(viewer: &Viewer, link: &str, rhythm: Option<Rhythm>) -> Sheet {
    let t = &viewer.t;
    // The address holds the secret of the link: no other page may learn it.
    let shell = viewer.page_with_form(t.get("tagesbrief")).at("/konto");
    let Some(rhythm) = rhythm else {
        return Sheet::new(shell, vec![Block::Text(t.get("tagesbrief-keiner"))]);
    };
    let form = FormBlock::new(format!("/l/{link}"), Button::primary(t.get("tagesbrief-beenden")));
    let now = t.get(&format!("tagesbrief-bekommt-{}", rhythm.code()));
    Sheet::new(shell, vec![Block::Text(now), Block::Form(form)])
}
