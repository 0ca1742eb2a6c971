//! Doors through which it is written by what a goal of the draft is measured.

use ankunft_atlas::course;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::Change;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::Numbers;
use crate::goals::discards;
use crate::goals::doors::discard::{OPENED, gone, opened_in};
use crate::goals::doors::edit::adopted;
use crate::goals::doors::{Number, reader};
use crate::goals::indicators::model::{Indicator, Known as Version};
use crate::goals::indicators::pages::edit as page;
use crate::goals::indicators::view::{self, Term};
use crate::goals::indicators::words::Names;
use crate::goals::indicators::{actuals, address, address_of_change, address_of_new, form, store};
use crate::goals::model::Edition;
use crate::goals::view::{Goals, draft};
use crate::goals::{address as goal_address, store as goals};
use crate::known::Known;

/// The measures of the atlas that a goal can follow: those of the first level of a city.
pub(super) async fn figures(
    app: &App,
    city: &City,
    viewer: &Viewer,
    known: &Known,
) -> Result<Vec<(String, String)>, Failure> {
    let Some(spot) = known.spots.first() else { return Ok(Vec::new()) };
    let geography = &spot.place.geography;
    let all = course::offered(app, city.tenant(), reader(viewer), geography).await?;
    Ok(all.into_iter().map(|(code, name)| (format!("{geography}:{code}"), name)).collect())
}

/// What the form of an indicator needs beside what was typed.
struct Desk {
    /// The number of the draft, or of the edition in force where there is none.
    edition: i64,
    draft: Option<Edition>,
    /// Why nothing is written here: the form was opened in an edition that is the draft no more.
    stale: Option<String>,
    goal: (i64, String),
    known: Known,
    figures: Vec<(String, String)>,
    terms: Vec<Term>,
    versions: Vec<Version>,
}

/// The desk for a goal of the draft; 404 if it is not there.
async fn desk(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<Desk, Failure> {
    let desk = desk_for(app, city, viewer, (number, None)).await?;
    if desk.draft.is_none() { Err(adopted(viewer)) } else { Ok(desk) }
}

/// The same for a form that says in which edition it was opened: it stands again with what was typed,
/// whatever became of that edition.
async fn desk_for(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (number, opened): (i64, Option<i64>),
) -> Result<Desk, Failure> {
    let mut read = app.store.read().await?;
    let editions = goals::editions(&mut read, city.tenant()).await?;
    let draft = draft(&editions).cloned();
    let stale = (opened, draft.as_ref());
    let stale = gone(&mut read, (city.tenant(), &viewer.t), stale).await?;
    let all = Goals::read(&mut read, city.tenant(), draft.as_ref().map(|it| it.number)).await?;
    let title = all.as_ref().and_then(|it| it.concept.tree.get(number));
    let title = match title.map(|it| it.wording.title.clone()) {
        Some(title) => title,
        None if stale.is_none() => return Err(Failure::not_found()),
        None => {
            let went = discards::with_goal(&mut read, city.tenant(), number).await?;
            went.ok_or_else(Failure::not_found)?.1
        }
    };
    let known = Known::read(&mut read, city.tenant()).await?;
    let versions = store::history(&mut read, city.tenant(), number).await?;
    drop(read);
    let known =
        versions.iter().fold(known, |known, it| known.keeping(it.says.origin.place().as_ref()));
    let terms = match &all {
        Some(all) => view::offered(app, city.tenant(), (all, number)).await?,
        None => Vec::new(),
    };
    Ok(Desk {
        edition: all.map_or(0, |it| it.concept.edition.number),
        draft,
        stale,
        goal: (number, title),
        figures: figures(app, city, viewer, &known).await?,
        terms,
        known,
        versions,
    })
}

/// In which edition a form was opened.
fn opened(typed: &Typed) -> Option<i64> {
    sent(typed, OPENED).parse().ok()
}

impl Desk {
    fn names(&self) -> Names<'_> {
        Names { known: &self.known, figures: &self.figures, terms: &self.terms }
    }

    fn asked<'a>(&'a self, typed: &'a Typed, problems: Problems) -> page::Asked<'a> {
        page::Asked { goal: (self.goal.0, &self.goal.1), names: self.names(), typed, problems }
    }

    /// The versions of an indicator in the draft, the newest first; 404 if it is not there.
    fn versions(&self, indicator: i64) -> Result<Vec<&Version>, Failure> {
        let is_own = |it: &&Version| it.number == indicator && it.edition == self.edition;
        let own: Vec<&Version> = self.versions.iter().filter(is_own).collect();
        match own.first().is_some_and(|it| !it.is_dropped) {
            true => Ok(own),
            false => Err(Failure::not_found()),
        }
    }

    /// What cannot be changed any more: values belong to the number of an indicator in all editions,
    /// so what they count is what the edition before says.
    async fn held(
        &self,
        change: &mut Change,
        (city, viewer): (&City, &Viewer),
        (now, says): (&Version, &Indicator),
    ) -> Result<Problems, Failure> {
        let mut problems = Problems::default();
        let all = actuals::actuals(change, city.tenant()).await?;
        if all.get(&(now.goal, now.number)).is_none_or(Vec::is_empty) {
            return Ok(problems);
        }
        let is_before = |it: &&Version| it.number == now.number && it.edition != self.edition;
        let before = self.versions.iter().find(is_before).unwrap_or(now);
        if says.kind != before.says.kind {
            problems.add("art", viewer.t.get("ziel-indikator-art-fest"));
        }
        if says.unit != before.says.unit {
            problems.add("einheit", viewer.t.get("ziel-indikator-einheit-fest"));
        }
        Ok(problems)
    }

    /// Begins a change of the draft; none where it is the draft no more.
    async fn change(
        &self,
        app: &App,
        city: &City,
        viewer: &Viewer,
    ) -> Result<Option<Change>, Failure> {
        let mut change = app.store.change(viewer.author()).await?;
        tenant::lock(&mut change, city.tenant()).await?;
        let editions = goals::editions(&mut change, city.tenant()).await?;
        Ok(draft(&editions).is_some_and(|it| it.number == self.edition).then_some(change))
    }

    /// The form again, with why it is not taken: that of the indicator where it still stands, else that of
    /// a new one.
    fn refuse(
        &self,
        (city, viewer): (&City, &Viewer),
        (typed, indicator): (&Typed, Option<i64>),
        text: &str,
    ) -> Response {
        let typed = opened_in(typed.clone(), self.draft.as_ref());
        let mut problems = Problems::default();
        problems.add("name", text);
        let asked = self.asked(&typed, problems);
        let now = indicator.and_then(|it| self.versions(it).ok()?.first().copied());
        match now {
            Some(now) => page::change(viewer, city, asked, now, None),
            None => page::new(viewer, city, asked),
        }
        .refused()
    }
}

/// The form again after the draft went while it was saved.
async fn overtaken(
    (app, city, viewer): (&App, &City, &Viewer),
    desk: &Desk,
    (typed, indicator): (&Typed, Option<i64>),
) -> Result<Response, Failure> {
    let now = desk_for(app, city, viewer, (desk.goal.0, Some(desk.edition))).await?;
    let text = now.stale.clone().unwrap_or_default();
    Ok(now.refuse((city, viewer), (typed, indicator), &text))
}

/// The form again with what was typed and could not be saved.
async fn again(
    (app, city, viewer): (&App, &City, &Viewer),
    (number, indicator): (i64, Option<i64>),
    typed: &Typed,
) -> Result<Response, Failure> {
    let desk = desk_for(app, city, viewer, (number, opened(typed))).await?;
    if let Some(text) = &desk.stale {
        return Ok(desk.refuse((city, viewer), (typed, indicator), text));
    }
    let asked = desk.asked(typed, Problems::default());
    let Some(indicator) = indicator else {
        return Ok(page::new(viewer, city, asked).answer());
    };
    let versions = desk.versions(indicator)?;
    let now = versions[0];
    let seen = sent(typed, "version").parse().unwrap_or(now.version);
    let before = versions.iter().find(|it| it.version == seen && seen != now.version);
    Ok(page::change(viewer, city, asked, now, before.copied()).answer())
}

/// `GET /{kommune}/steuerung/ziele/{number}/indikatoren/neu`; where its values come from can stand in
/// the address. Then all that the measures count alike is chosen already.
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Query(mut typed): Query<Typed>,
) -> Result<Response, Failure> {
    if let Some(typed) = viewer.came_back(&address_of_new(&city, number)) {
        return again((&app, &city, &viewer), (number, None), &typed).await;
    }
    let desk = desk(&app, &city, &viewer, number).await?;
    typed.retain(|it| it.0 == "woher");
    let mut typed = opened_in(typed, desk.draft.as_ref());
    if sent(&typed, "woher") == "sum"
        && let Some(first) = desk.terms.first()
    {
        let alike =
            |it: &&Term| (it.kind, it.rule, &it.unit) == (first.kind, first.rule, &first.unit);
        let chosen = desk.terms.iter().filter(alike);
        typed.extend(chosen.map(|it| ("summe".to_owned(), form::term(it.of))));
        typed.push(("art".to_owned(), first.kind.code().to_owned()));
        typed.push(("einheit".to_owned(), first.unit.clone()));
    }
    Ok(page::new(&viewer, &city, desk.asked(&typed, Problems::default())).answer())
}

/// `POST /{kommune}/steuerung/ziele/{number}/indikatoren/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let desk = desk_for(&app, &city, &viewer, (number, opened(&typed))).await?;
    if let Some(text) = &desk.stale {
        return Ok(desk.refuse((&city, &viewer), (&typed, None), text));
    }
    let says = match form::checked(&viewer.t, &typed, desk.names()) {
        Ok(says) => says,
        Err(problems) => {
            return Ok(page::new(&viewer, &city, desk.asked(&typed, problems)).refused());
        }
    };
    let Some(mut change) = desk.change(&app, &city, &viewer).await? else {
        return overtaken((&app, &city, &viewer), &desk, (&typed, None)).await;
    };
    let of = (desk.edition, number);
    let indicator = store::add(&mut change, city.tenant(), of, &says).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number, indicator), Some("meldung-indikator-angelegt")))
}

/// `GET /{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbers { number, indicator }): PathOf<Numbers>,
) -> Result<Response, Failure> {
    if let Some(typed) = viewer.came_back(&address_of_change(&city, (number, indicator))) {
        return again((&app, &city, &viewer), (number, Some(indicator)), &typed).await;
    }
    let desk = desk(&app, &city, &viewer, number).await?;
    let now = desk.versions(indicator)?[0];
    let typed = opened_in(form::typed(&viewer.t, &now.says), desk.draft.as_ref());
    let asked = desk.asked(&typed, Problems::default());
    Ok(page::change(&viewer, &city, asked, now, None).answer())
}

/// `POST /{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}/aendern`: the next version, unless
/// somebody else has written one since the form was opened.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbers { number, indicator }): PathOf<Numbers>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let at_desk = desk_for(&app, &city, &viewer, (number, opened(&typed))).await?;
    if let Some(text) = &at_desk.stale {
        return Ok(at_desk.refuse((&city, &viewer), (&typed, Some(indicator)), text));
    }
    let versions = at_desk.versions(indicator)?;
    let now = versions[0];
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = versions.iter().find(|it| it.version == seen).ok_or_else(Failure::not_found)?;
    let meanwhile = (seen != now.version).then_some(*before);
    let (says, problems) = match form::checked(&viewer.t, &typed, at_desk.names()) {
        Ok(says) => (Some(says), Problems::default()),
        Err(problems) => (None, problems),
    };
    let Some(says) = says.filter(|_| meanwhile.is_none()) else {
        let asked = at_desk.asked(&typed, problems);
        return Ok(page::change(&viewer, &city, asked, now, meanwhile).refused());
    };
    if says == now.says {
        return Ok(viewer.done(&address(&city, number, indicator), None));
    }
    let Some(mut change) = at_desk.change(&app, &city, &viewer).await? else {
        return overtaken((&app, &city, &viewer), &at_desk, (&typed, Some(indicator))).await;
    };
    let problems = at_desk.held(&mut change, (&city, &viewer), (now, &says)).await?;
    if !problems.is_empty() {
        drop(change);
        let asked = at_desk.asked(&typed, problems);
        return Ok(page::change(&viewer, &city, asked, now, None).refused());
    }
    match store::save(&mut change, city.tenant(), now, (&says, false)).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            let at_desk = desk(&app, &city, &viewer, number).await?;
            let now = at_desk.versions(indicator)?[0];
            let asked = at_desk.asked(&typed, Problems::default());
            return Ok(page::change(&viewer, &city, asked, now, Some(*before)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number, indicator), Some("meldung-gespeichert")))
}

/// `POST /{kommune}/steuerung/ziele/{number}/indikatoren/{indicator}/streichen`: takes it out of the
/// draft; what was counted stays with the editions that have it.
pub async fn take_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbers { number, indicator }): PathOf<Numbers>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let desk = desk_for(&app, &city, &viewer, (number, opened(&typed))).await?;
    if let Some(text) = &desk.stale {
        return Err(Failure::refused("the indicator is in no draft").advice(text));
    }
    let now = desk.versions(indicator)?[0];
    let stale =
        || Failure::refused("the indicator stays").advice(viewer.t.get("ziel-indikator-veraltet"));
    if sent(&typed, "version") != now.version.to_string() {
        return Err(stale());
    }
    let Some(mut change) = desk.change(&app, &city, &viewer).await? else {
        return Err(stale());
    };
    match store::save(&mut change, city.tenant(), now, (&now.says, true)).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => return Err(stale()),
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&goal_address(&city, number), Some("meldung-ziel-indikator-weg")))
}
