//! `/{kommune}/befunde/{art}/{id}`: the picker for what cites and has no page of its own for it:
//! Vorlagen, goals, promises, items of an agenda, and what other parts let rest on findings. What is cited there stands below the search and
//! can be taken out again.

use ankunft_platform::citations;
use ankunft_platform::citing::{self, Cited};
use ankunft_platform::csrf;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::Button;
use ankunft_platform::parts::{Panel, Part};
use ankunft_platform::permission::Action;
use ankunft_platform::store::Change;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{
    App, Block, City, Failure, Form, FormBlock, PathOf, Query, Route, Sheet, Viewer,
};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use crate::bodies::view::MeetingView;
use crate::evidence::{self, Evidence, Says};
use crate::papers::view::PaperView;
use crate::permissions::{COMMIT, EDIT_GOALS, PLAN};
use crate::picker::{self, Found};
use crate::{bodies, commitments, goals, papers};

/// What the picker registers.
pub(crate) fn part() -> Part {
    Part {
        routes: vec![
            Route::get("/{kommune}/befunde/{art}/{id}", PLAN, show),
            Route::post("/{kommune}/befunde/{art}/{id}", PLAN, take),
            Route::post("/{kommune}/befunde/{art}/{id}/weg", PLAN, take_out),
        ],
        ..Part::default()
    }
}

/// The way to the picker of a thing.
#[must_use]
pub fn way(t: &Texts, city: &City, (kind, id): (&str, &str)) -> Link {
    Link::new(t.get("befund-suchen"), citing::search_for(city, (kind, id)))
}

/// A thing in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Thing {
    art: String,
    id: String,
}

impl Thing {
    fn page(&self, city: &City) -> String {
        citing::search_for(city, (&self.art, &self.id))
    }

    /// Body, meeting and number of an item.
    fn item(&self) -> Result<[i64; 3], Failure> {
        let numbers: Vec<i64> = self.id.split('-').filter_map(|it| it.parse().ok()).collect();
        numbers.try_into().map_err(|_| Failure::not_found())
    }
}

/// What is searched for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    suche: Option<String>,
}

/// What cites.
struct Citing {
    /// The kind and id under which its citations stand.
    place: (&'static str, String),
    title: String,
    back: String,
}

/// The thing, for who may change what it rests on.
async fn own(app: &App, city: &City, viewer: &Viewer, it: &Thing) -> Result<Citing, Failure> {
    match it.art.as_str() {
        papers::store::DRAFT => {
            let number = it.id.parse().map_err(|_| Failure::not_found())?;
            let view = PaperView::read(app, city, viewer, number).await?;
            allowed(viewer, view.may_write, "vorlage-nicht-ihre")?;
            if view.all.is_decided(number) {
                return Err(decided(viewer));
            }
            let paper = view.paper();
            Ok(Citing {
                place: (papers::store::DRAFT, paper.code.clone()),
                title: paper.draft.subject.clone(),
                back: papers::address(city, number),
            })
        }
        bodies::store::DECISION => item(app, city, viewer, it).await,
        goals::store::KIND => {
            // What stands in a draft alone is not cited, and rests on findings all the same.
            let number = it.id.parse().map_err(|_| Failure::not_found())?;
            let title = goals::title(app, city, viewer, number).await?;
            allowed(viewer, viewer.may(EDIT_GOALS), "befund-nicht-ihre")?;
            let back = goals::address(city, number);
            Ok(Citing { place: (goals::store::KIND, it.id.clone()), title, back })
        }
        commitments::store::PROMISE => {
            living(app, city, viewer, (commitments::store::PROMISE, it, COMMIT)).await
        }
        other => {
            let kind = app.parts.citable(other).ok_or_else(Failure::not_found)?;
            let needs = kind.rests().ok_or_else(Failure::not_found)?;
            living(app, city, viewer, (kind.kind(), it, needs)).await
        }
    }
}

fn allowed(viewer: &Viewer, may: bool, advice: &str) -> Result<(), Failure> {
    match may {
        true => Ok(()),
        false => Err(Failure::forbidden("what another Stelle writes").advice(viewer.t.get(advice))),
    }
}

/// Something that says itself what it is called and where it stands.
async fn living(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (kind, it, needs): (&'static str, &Thing, Action),
) -> Result<Citing, Failure> {
    let seen = picker::see(app, viewer, city, (kind, &it.id)).await?;
    let seen = seen.ok_or_else(Failure::not_found)?;
    allowed(viewer, viewer.may(needs), "befund-nicht-ihre")?;
    Ok(Citing { place: (kind, it.id.clone()), title: seen.title, back: seen.link })
}

/// An item while its minutes are written. What it cites is the reason of what is decided there.
async fn item(app: &App, city: &City, viewer: &Viewer, it: &Thing) -> Result<Citing, Failure> {
    let [body, meeting, item] = it.item()?;
    let view = MeetingView::read(app, city, viewer, (body, meeting)).await?;
    let found = view.items.iter().find(|it| it.number == item).ok_or_else(Failure::not_found)?;
    allowed(viewer, view.may_hold, "gremium-nicht-ihres")?;
    if !view.writes() {
        return Err(closed(viewer));
    }
    Ok(Citing {
        place: (bodies::store::DECISION, it.id.clone()),
        title: found.says.title.clone(),
        back: format!("{}#punkt-{item}", bodies::address_of(city, (body, meeting))),
    })
}

fn closed(viewer: &Viewer) -> Failure {
    Failure::refused("a meeting that is closed or cancelled")
        .advice(viewer.t.get("sitzung-schon-geschlossen"))
}

fn decided(viewer: &Viewer) -> Failure {
    Failure::refused("a Vorlage that is decided").advice(viewer.t.get("vorlage-schon-beschlossen"))
}

/// Holds the city, and refuses what was closed or decided since [`own`] has read it: on what it rests
/// is part of what was decided.
async fn hold(
    change: &mut Change,
    city: &City,
    viewer: &Viewer,
    it: &Thing,
) -> Result<(), Failure> {
    let tenant = city.tenant();
    tenant::lock(change, tenant).await?;
    match it.art.as_str() {
        papers::store::DRAFT => {
            let number = it.id.parse().map_err(|_| Failure::not_found())?;
            if papers::store::is_decided(change, tenant, number).await? {
                return Err(decided(viewer));
            }
        }
        bodies::store::DECISION => {
            let [body, meeting, _] = it.item()?;
            let all = bodies::store::meetings::versions(change, tenant, (body, meeting)).await?;
            if all.first().is_none_or(|it| it.is_closed() || it.slot.cancelled) {
                return Err(closed(viewer));
            }
        }
        _ => {}
    }
    Ok(())
}

/// The search; while nobody has said what for, the words of the title.
async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<Thing>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let own = own(&app, &city, &viewer, &it).await?;
    let asked = asked.suche.unwrap_or_else(|| own.title.clone());
    let found = picker::find_fitting(&app, &viewer, &city, &asked).await?;
    let evidence = Evidence::read(&app, &viewer, &city, (own.place.0, &own.place.1), false).await?;
    Ok(sheet(&viewer, &city, (&it, &own), (&asked, found), &evidence).answer())
}

fn sheet(
    viewer: &Viewer,
    city: &City,
    (it, own): (&Thing, &Citing),
    (asked, mut found): (&str, Vec<Found>),
    evidence: &Evidence,
) -> Sheet {
    let t = &viewer.t;
    found.retain(|found| (found.kind, found.id.as_str()) != (own.place.0, own.place.1.as_str()));
    let is_cited = |found: &Found| {
        evidence.cited.iter().any(|cited| {
            let cites = cited.citation();
            cites.cited_kind == found.kind && cites.cited == found.id
        })
    };
    let title = [("titel", Arg::from(own.title.as_str()))];
    let shell = viewer
        .page(t.get("befund-suchen"))
        .lead(t.with("befund-suchen-fuer", &title))
        .crumbs(vec![Link::new(own.title.clone(), own.back.clone())])
        .mark(t.get("massnahme-nur-intern"));
    let page = it.page(city);
    let mut blocks = picker::blocks(viewer, (&page, &page), (asked, &found), is_cited);
    blocks.push(Block::Panel(panel(viewer, city, (&page, None), evidence)));
    blocks.push(Block::Links(vec![Link::new(t.get("befund-zurueck"), own.back.clone())]));
    Sheet::new(shell, blocks)
}

/// What a thing cites, on its own page, for who may take it out there: afterwards they are back.
#[must_use]
pub fn cited(
    viewer: &Viewer,
    city: &City,
    ((kind, id), back): ((&str, &str), &str),
    evidence: &Evidence,
) -> Panel {
    let page = citing::search_for(city, (kind, id));
    panel(viewer, city, (&page, Some(back)), evidence)
}

fn panel(
    viewer: &Viewer,
    city: &City,
    (page, back): (&str, Option<&str>),
    evidence: &Evidence,
) -> Panel {
    let t = &viewer.t;
    let line = |it: &Cited| {
        let button = Button::secondary(t.get("befund-weg"));
        let form = FormBlock::new(format!("{page}/weg"), button)
            .hidden(csrf::FIELD, viewer.csrf())
            .hidden("befund", it.citation().code.clone());
        let form = match back {
            Some(back) => form.hidden("zurueck", back),
            None => form,
        };
        (None, vec![form])
    };
    let (title, empty) = (t.get("befund-zitiert"), t.get("befund-nichts-zitiert"));
    evidence::panel(t, city, evidence, Says { title, empty, line: &line })
}

/// One thing that was found, cited.
async fn take(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<Thing>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let own = own(&app, &city, &viewer, &it).await?;
    let cited = (sent(&typed, "art"), sent(&typed, "ding"));
    let place = (own.place.0, own.place.1.as_str());
    if cited == place {
        return Err(Failure::refused("nothing is evidence for itself"));
    }
    let thing = picker::see(&app, &viewer, &city, cited).await?;
    let thing = thing.ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    hold(&mut change, &city, &viewer, &it).await?;
    picker::take(&mut change, &city, (&thing, cited), place).await?;
    change.commit().await?;
    Ok(viewer.done(&it.page(&city), Some("meldung-befund-genommen")))
}

/// One citation of the thing.
#[derive(Clone, Debug, Deserialize)]
struct One {
    befund: String,
    /// The page on which it was pressed, if that is not the search.
    #[serde(default)]
    zurueck: String,
}

/// Takes a citation out; its Fundstelle stays.
async fn take_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<Thing>,
    Form(one): Form<One>,
) -> Result<Response, Failure> {
    let own = own(&app, &city, &viewer, &it).await?;
    let place = (own.place.0, own.place.1.as_str());
    let cited = citing::cited_in(&app, &viewer, &city, place).await?;
    let found = cited.iter().find(|it| it.citation().code == one.befund);
    let id = found.ok_or_else(Failure::not_found)?.citation().id;
    let mut change = app.store.change(viewer.author()).await?;
    hold(&mut change, &city, &viewer, &it).await?;
    citations::remove(&mut change, city.tenant(), id, place).await?;
    change.commit().await?;
    let page = if one.zurueck.is_empty() { it.page(&city) } else { one.zurueck };
    Ok(viewer.done(&page, Some("meldung-befund-weg")))
}
