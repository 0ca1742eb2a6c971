//! Who has several Stellen: as which one they work, and what waits at the others.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::Waiting;
use crate::languages::Arg;
use crate::page::components::Button;
use crate::parts::Today;
use crate::permission::Actor;
use crate::register::acting::{self, OwnPost};
use crate::store::StoreError;
use crate::web::{App, Block, City, Failure, Form, FormBlock, Item, Viewer};

/// Another Stelle of a viewer, with what waits there and not where they work now.
pub(super) struct Elsewhere {
    pub(super) own: OwnPost,
    pub(super) asked: Vec<Today>,
}

/// The other Stellen of a viewer: for each as many statements as the board itself needs.
pub(super) async fn elsewhere(
    app: &App,
    viewer: &Viewer,
    city: &City,
    here: &Waiting,
) -> Result<Vec<Elsewhere>, StoreError> {
    let mut all = Vec::new();
    for own in viewer.actor.posts.iter().skip(1) {
        let actor =
            Actor { post: Some(own.post), posts: vec![own.clone()], ..viewer.actor.clone() };
        let email = viewer.email.as_deref().unwrap_or_default();
        let there = Viewer::absent(app, Arc::clone(&city.0), (actor, email), viewer.t.clone());
        let waiting = Waiting::read(app, &there, city).await?;
        let is_new = |it: &&Today| here.asked().all(|known| known.href != it.href);
        let asked = waiting.asked().filter(is_new).cloned().collect();
        all.push(Elsewhere { own: own.clone(), asked });
    }
    Ok(all)
}

/// As which Stelle the viewer works, and a button for each other one; nothing for who has one alone.
pub(super) fn blocks(viewer: &Viewer, city: &City, others: &[Elsewhere]) -> Vec<Block> {
    let t = &viewer.t;
    let Some(now) = viewer.actor.posts.first().filter(|_| !others.is_empty()) else {
        return Vec::new();
    };
    let named = |it: &OwnPost| match it.standing_in {
        true => t.with("stellen-vertretung", &[("stelle", Arg::from(&it.title))]),
        false => it.title.clone(),
    };
    let here = Item { notes: vec![t.get("stellen-jetzt")], ..Item::new(named(now)) };
    let other = |it: &Elsewhere| {
        let label = t.with("stellen-waehlen", &[("stelle", Arg::from(&it.own.title))]);
        let form = FormBlock::new(city.at("/heute/stelle"), Button::secondary(label))
            .hidden("stelle", it.own.post.to_string());
        let waits = t.with("stellen-wartet", &[("zahl", Arg::from(it.asked.len()))]);
        Item { notes: vec![waits], forms: vec![form], ..Item::new(named(&it.own)) }
    };
    let items = std::iter::once(here).chain(others.iter().map(other)).collect();
    vec![Block::Heading(t.get("stellen-titel")), Block::Items(items)]
}

/// As which Stelle somebody wants to work.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Chosen {
    stelle: String,
}

/// `POST /{kommune}/heute/stelle`
pub(crate) async fn choose(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(it): Form<Chosen>,
) -> Result<Response, Failure> {
    let account = viewer.actor.account.ok_or_else(Failure::not_found)?;
    let mut own = viewer.actor.posts.iter();
    let own = own.find(|own| own.post.to_string() == it.stelle).ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    acting::choose(&mut change, city.tenant(), (account, own)).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at(""), Some("meldung-stelle-gewaehlt")))
}
