//! The doors of indicators.

pub mod values;

use ankunft_atlas::course;
use ankunft_platform::citing::{self, Thing};
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::form::{self, Offered};
use super::model::{Known as Version, Reporter};
use super::pages::{edit, indicator as page};
use super::view::{Staircase, Stand};
use super::{actuals, address, citable, held, store};
use crate::known::Known;
use crate::measures::doors::{Number, may_change, refuse_others};
use crate::measures::model::Measure;
use crate::measures::{address as measure_address, store as measures};
use crate::permissions::{PLAN, STEER};
use crate::reporting::asking;

/// The numbers of a measure and its indicator in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Numbers {
    number: i64,
    indicator: i64,
}

/// What an indicator is made for, in the address of its form; who has made it is led back there.
pub(crate) const FOR: &str = "fuer";
/// It is made to be reported on.
pub(crate) const REPORT: &str = "bericht";

/// The measure of a number, or 404.
pub(crate) async fn measure(app: &App, city: &City, number: i64) -> Result<Measure, Failure> {
    let mut read = app.store.read().await?;
    let versions = measures::versions(&mut read, city.tenant(), number).await?;
    versions.into_iter().next().ok_or_else(Failure::not_found)
}

/// Whether a viewer may accept values: the Federführung and the coordination.
pub(crate) fn may_accept(viewer: &Viewer, measure: &Measure) -> bool {
    let leads = viewer.actor.post == Some(measure.plan.lead);
    viewer.may(STEER) || (viewer.may(PLAN) && leads)
}

/// What the form of an indicator needs beside what was typed.
struct Desk {
    measure: Measure,
    known: Known,
    staircase: Staircase,
    figures: Vec<(String, String)>,
    reporters: Vec<Reporter>,
}

async fn desk(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<Desk, Failure> {
    let measure = measure(app, city, number).await?;
    refuse_others(viewer, &measure.plan)?;
    let staircase = Staircase::read(app, viewer, city, &measure).await?;
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    let first = known.spots.first().map(|it| it.place.geography.clone());
    let geography = measure.plan.place.as_ref().map(|it| it.geography.clone()).or(first);
    let geography = geography.unwrap_or_default();
    let reader = (viewer.actor.audience(), &viewer.t);
    let figures = course::offered(app, city.tenant(), reader, &geography).await?;
    let figures: Vec<(String, String)> =
        figures.into_iter().map(|(code, name)| (format!("{geography}:{code}"), name)).collect();
    let posts = known.desks.iter().map(|it| Reporter::Post(it.id));
    let organisations = staircase.organisations.keys().map(|it| Reporter::Organisation(*it));
    let reporters = posts.chain(organisations).collect();
    Ok(Desk { measure, known, staircase, figures, reporters })
}

impl Desk {
    fn offered(&self) -> Offered<'_> {
        Offered { figures: &self.figures, reporters: &self.reporters }
    }

    fn asked<'a>(&'a self, typed: &'a Typed, problems: Problems) -> edit::Asked<'a> {
        edit::Asked {
            measure: &self.measure,
            known: &self.known,
            organisations: &self.staircase.organisations,
            figures: &self.figures,
            typed,
            problems,
        }
    }

    /// The versions of an indicator, the newest first.
    fn versions(&self, indicator: i64) -> Result<Vec<&Version>, Failure> {
        let own: Vec<&Version> =
            self.staircase.versions.iter().filter(|it| it.number == indicator).collect();
        if own.is_empty() { Err(Failure::not_found()) } else { Ok(own) }
    }
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/indikatoren/neu`
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Query(mut typed): Query<Typed>,
) -> Result<Response, Failure> {
    let desk = desk(&app, &city, &viewer, number).await?;
    match viewer.came_back(&edit::address_of_new(&city, number)) {
        Some(back) => typed = back,
        None => typed.retain(|it| it.0 == FOR),
    }
    Ok(edit::new(&viewer, &city, desk.asked(&typed, Problems::default())).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/indikatoren/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let desk = desk(&app, &city, &viewer, number).await?;
    let says = match form::checked(&viewer.t, &typed, desk.offered()) {
        Ok(says) => says,
        Err(problems) => {
            return Ok(edit::new(&viewer, &city, desk.asked(&typed, problems)).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let indicator = store::add(&mut change, city.tenant(), number, &says).await?;
    change.commit().await?;
    let page = match sent(&typed, FOR) {
        REPORT => asking(&city, number),
        _ => address(&city, number, indicator),
    };
    Ok(viewer.done(&page, Some("meldung-indikator-angelegt")))
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbers { number, indicator }): PathOf<Numbers>,
) -> Result<Response, Failure> {
    let desk = desk(&app, &city, &viewer, number).await?;
    let versions = desk.versions(indicator)?;
    let now = versions[0];
    let back = viewer.came_back(&edit::address_of_change(&city, now));
    let typed = back.unwrap_or_else(|| form::typed(&viewer.t, &now.says));
    let seen = sent(&typed, "version").parse().unwrap_or(now.version);
    let before = versions.iter().find(|it| it.version == seen && seen != now.version);
    let asked = desk.asked(&typed, Problems::default());
    Ok(edit::change(&viewer, &city, asked, now, before.copied()).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}/aendern`: the next version,
/// unless somebody else has written one since the form was opened.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbers { number, indicator }): PathOf<Numbers>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let at_desk = desk(&app, &city, &viewer, number).await?;
    let versions = at_desk.versions(indicator)?;
    let now = versions[0];
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = versions.iter().find(|it| it.version == seen).ok_or_else(Failure::not_found)?;
    let meanwhile = (seen != now.version).then_some(*before);
    let (says, problems) = match form::checked(&viewer.t, &typed, at_desk.offered()) {
        Ok(says) => (Some(says), Problems::default()),
        Err(problems) => (None, problems),
    };
    let Some(says) = says.filter(|_| meanwhile.is_none()) else {
        let asked = at_desk.asked(&typed, problems);
        return Ok(edit::change(&viewer, &city, asked, now, meanwhile).refused());
    };
    if says == now.says {
        return Ok(viewer.done(&address(&city, number, indicator), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let values = actuals::of_measure(&mut change, city.tenant(), number).await?;
    let values = values.iter().filter(|it| it.indicator == indicator);
    let problems = held::held(&viewer.t, (&now.says, &says), values);
    if !problems.is_empty() {
        drop(change);
        let asked = at_desk.asked(&typed, problems);
        return Ok(edit::change(&viewer, &city, asked, now, None).refused());
    }
    match store::change_indicator(&mut change, city.tenant(), now, &says).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            let at_desk = desk(&app, &city, &viewer, number).await?;
            let now = at_desk.versions(indicator)?[0];
            let asked = at_desk.asked(&typed, Problems::default());
            return Ok(edit::change(&viewer, &city, asked, now, Some(*before)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number, indicator), Some("meldung-gespeichert")))
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/indikatoren/{indicator}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(numbers): PathOf<Numbers>,
) -> Result<Response, Failure> {
    let typed = Typed::new();
    Ok(shown(&app, &city, &viewer, numbers, (&typed, Problems::default())).await?.answer())
}

/// The page of an indicator, with what was typed into its forms.
async fn shown(
    app: &App,
    city: &City,
    viewer: &Viewer,
    Numbers { number, indicator }: Numbers,
    (typed, problems): (&Typed, Problems),
) -> Result<ankunft_platform::web::Sheet, Failure> {
    let measure = measure(app, city, number).await?;
    let staircase = Staircase::read(app, viewer, city, &measure).await?;
    let stand = staircase.find(indicator).ok_or_else(Failure::not_found)?;
    let remember = remember(app, city, viewer, stand).await?;
    let asked = page::Asked {
        measure: &measure,
        staircase: &staircase,
        stand,
        remember,
        typed,
        problems,
        today: app.today(),
        may_change: may_change(viewer, &measure.plan),
        may_accept: may_accept(viewer, &measure),
    };
    Ok(page::show(viewer, city, asked))
}

/// The button that puts the newest accepted value into one's own Mappe.
async fn remember(
    app: &App,
    city: &City,
    viewer: &Viewer,
    stand: &Stand,
) -> Result<Option<ankunft_platform::page::components::Remember>, Failure> {
    let Some(id) = citable::newest_id(stand) else { return Ok(None) };
    let thing = Thing { id, name: stand.known.says.name.clone() };
    let all = citing::buttons(app, viewer, city, actuals::KIND, vec![thing]).await?;
    Ok(all.into_iter().flatten().next())
}

/// The way back to the page of the measure.
pub(super) fn way_back(city: &City, number: i64) -> String {
    measure_address(city, number)
}
