//! The doors of the library: extract, ask, change, render.

use std::collections::BTreeSet;

use ankunft_disclosure::Audience;
use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::citing;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::parts::{CitedThing, FollowUp, Story};
use ankunft_platform::private::Ours;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, TenantKind};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::model::{Card, Text};
use super::store::{self, KIND};
use super::view::{Library, Wanted};
use super::{at, form, pages, quarters};

/// A card in the address: its city, and its number there.
#[derive(Clone, Debug, Deserialize)]
pub struct OfCity {
    von: String,
    number: i64,
}

/// One of one's own.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    number: i64,
}

/// `GET /{kommune}/bibliothek`
pub async fn list(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(typed): Query<Typed>,
) -> Result<Response, Failure> {
    let library = Library::read(&mut *app.store.read().await?, city.tenant()).await?;
    let all = quarters::all(&app, city.tenant()).await?;
    let quarter = sent(&typed, "quartier");
    let quarter = all.iter().find(|it| it.0 == quarter).map_or("", |it| &it.0);
    let known = match quarter.split_once(':') {
        Some(place) => {
            let circle = viewer.actor.audience();
            quarters::marks_of(&app, city.tenant(), place, circle).await?
        }
        None => BTreeSet::new(),
    };
    let wanted = Wanted {
        words: sent(&typed, "suche").to_owned(),
        ticked: form::marks(&typed),
        quarter: quarter.to_owned(),
        known,
    };
    Ok(pages::list(&viewer, &city, (&library, &all), &wanted).answer())
}

/// `GET /{kommune}/bibliothek/{von}/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfCity { von, number }): PathOf<OfCity>,
) -> Result<Response, Failure> {
    let library = Library::read(&mut *app.store.read().await?, city.tenant()).await?;
    let found = library.cards.iter().find(|(of, it)| of.slug == von && it.number == number);
    let (of, card) = found.ok_or_else(Failure::not_found)?;
    if of.tenant != city.tenant() {
        // On what a card rests is the city's own.
        let (nothing, ours) = ((None, &[][..]), Ours::default());
        return Ok(pages::show(&viewer, &city, (of, card), nothing, &ours).answer());
    }
    let measure = measure(&app, &city, &card.measure, viewer.actor.audience()).await?;
    let mut cited = citing::cited_in(&app, &viewer, &city, (KIND, &number.to_string())).await?;
    // The measure stands above.
    cited.retain(|it| it.citation().cited_kind != "measure" || it.citation().cited != card.measure);
    let names = Names::read(&mut *app.store.read().await?, city.tenant()).await?;
    let rests = (measure.as_ref(), &cited[..]);
    Ok(pages::show(&viewer, &city, (of, card), rests, &Ours::of(&names)).answer())
}

/// A measure of the city, as its part lets this audience see it.
async fn measure(
    app: &App,
    city: &City,
    id: &str,
    audience: Audience,
) -> Result<Option<CitedThing>, StoreError> {
    let Some(measures) = app.parts.citable("measure") else { return Ok(None) };
    Ok(measures.look_up(app, city.tenant(), &[id], audience).await?.into_iter().flatten().next())
}

/// What the part of the measure tells of it, with the figures that the whole programme may read.
async fn story(
    app: &App,
    viewer: &Viewer,
    city: &City,
    id: &str,
) -> Result<Option<Story>, StoreError> {
    let Some(tale) = app.parts.tale("measure") else { return Ok(None) };
    tale.tell(app, viewer, (city.tenant(), id), Audience::Programme).await
}

/// A card as it begins: what is known stands there, the rest is for who writes it.
fn begun(of: &CitedThing, story: Option<Story>) -> Text {
    let Some(it) = story else {
        return Text { title: of.title.clone(), done: of.text.clone(), ..Text::default() };
    };
    Text {
        title: it.title,
        problem: it.problem,
        done: if it.done.is_empty() { of.text.clone() } else { it.done },
        place: it.place,
        cost: it.cost,
        effect: it.effect,
        failed: it.hindered,
        ..Text::default()
    }
}

fn only_cities(city: &City) -> Result<(), Failure> {
    if city.kind == TenantKind::Kommune { Ok(()) } else { Err(Failure::not_found()) }
}

/// The number of a measure that somebody typed or pasted with its address.
fn number_of(text: &str) -> &str {
    text.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// `GET /{kommune}/bibliothek/neu`: asks for the measure first, and fills in what it says.
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let from = sent(&asked, FollowUp::FIELD).strip_prefix("measure:");
    let typed = from.unwrap_or_else(|| sent(&asked, "massnahme"));
    if typed.is_empty() {
        return Ok(pages::ask(&viewer, &city, "", None).answer());
    }
    let id = number_of(typed);
    let Some(it) = measure(&app, &city, id, viewer.actor.audience()).await? else {
        let problem = viewer.t.get("wirkungskarte-massnahme-unbekannt");
        return Ok(pages::ask(&viewer, &city, typed, Some(problem)).refused());
    };
    let story = story(&app, &viewer, &city, id).await?;
    let place = story.as_ref().and_then(|it| it.area.clone());
    let mut begun = begun(&it, story);
    if let Some((geography, area)) = place {
        // What stands on a card is read beyond the city: only what everybody may know marks it.
        let of = (geography.as_str(), area.as_str());
        begun.marks = quarters::marks_of(&app, city.tenant(), of, Audience::Public).await?;
    }
    let typed = form::typed(&begun);
    let form = (&typed, Problems::default());
    Ok(pages::form(&viewer, &city, (None, id, &it), form, None).answer())
}

/// `POST /{kommune}/bibliothek/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let id = number_of(sent(&typed, "massnahme")).to_owned();
    let of = measure(&app, &city, &id, viewer.actor.audience()).await?;
    let of = of.ok_or_else(Failure::not_found)?;
    let text = match form::checked(&viewer.t, &typed) {
        Ok(text) => text,
        Err(problems) => {
            let form = (&typed, problems);
            return Ok(pages::form(&viewer, &city, (None, &id, &of), form, None).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::write(&mut change, city.tenant(), (None, 1, &id), &text).await?;
    cite(&mut change, (&city, &viewer), number, (&id, &of)).await?;
    change.commit().await?;
    Ok(written(&viewer, &city, number, &text))
}

/// The card cites its measure, so that the red thread leads from one to the other, and what the measure
/// rests on as far as who writes may read it: what is taken from there into a text is found by a
/// Sperrung.
async fn cite(
    change: &mut Change,
    (city, viewer): (&City, &Viewer),
    number: i64,
    (id, of): (&str, &CitedThing),
) -> Result<(), StoreError> {
    let (tenant, card) = (city.tenant(), (KIND, &*number.to_string()));
    let audience = viewer.actor.audience();
    let found = citations::list(change, tenant, ("measure", id), audience).await?;
    let new = NewCitation {
        cited: ("measure", id),
        snapshot: &of.snapshot(),
        nutzung: of.nutzung,
        releases: &of.releases,
    };
    let own = citations::cite(change, tenant, new).await?.id;
    let found = found.iter().filter(|it| it.snapshot.is_some()).map(|it| it.id);
    for citation in std::iter::once(own).chain(found) {
        citations::place(change, tenant, citation, card).await?;
    }
    Ok(())
}

fn written(viewer: &Viewer, city: &City, number: i64, text: &Text) -> Response {
    let address = at(city, &format!("/{}/{number}", city.slug));
    let said = if text.published { "meldung-karte-veroeffentlicht" } else { "meldung-karte" };
    viewer.done(&address, Some(said))
}

/// `GET /{kommune}/bibliothek/{number}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let versions = store::versions(&mut *app.store.read().await?, city.tenant(), number).await?;
    let now = versions.first().ok_or_else(Failure::not_found)?;
    let of = measure(&app, &city, &now.measure, viewer.actor.audience()).await?;
    let of = of.ok_or_else(Failure::not_found)?;
    let typed = form::typed(&now.text);
    let form = (&typed, Problems::default());
    Ok(pages::form(&viewer, &city, (Some(now), &now.measure, &of), form, None).answer())
}

/// `POST /{kommune}/bibliothek/{number}/aendern`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let versions = store::versions(&mut *app.store.read().await?, city.tenant(), number).await?;
    let measured = versions.first().map(|it| it.measure.clone()).ok_or_else(Failure::not_found)?;
    let of = measure(&app, &city, &measured, viewer.actor.audience()).await?;
    let of = of.ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let versions = store::versions(&mut change, city.tenant(), number).await?;
    let now: &Card = versions.first().ok_or_else(Failure::not_found)?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = versions.iter().find(|it| it.version == seen).ok_or_else(Failure::not_found)?;
    let names = Names::read(&mut change, city.tenant()).await?;
    let text = match form::checked(&viewer.t, &typed) {
        Ok(text) if seen == now.version => text,
        other => {
            drop(change);
            let form = (&typed, other.err().unwrap_or_default());
            let overtaken = (seen != now.version).then_some((before, &names));
            let what = (Some(now), measured.as_str(), &of);
            return Ok(pages::form(&viewer, &city, what, form, overtaken).refused());
        }
    };
    let version = (Some(number), now.version + 1, measured.as_str());
    store::write(&mut change, city.tenant(), version, &text).await?;
    change.commit().await?;
    Ok(written(&viewer, &city, number, &text))
}
