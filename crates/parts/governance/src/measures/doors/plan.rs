//! Doors through which a measure is planned and changed.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Number, may_change, refuse_others};
use crate::commitments::store::PROMISE;
use crate::known::Known;
use crate::made_from;
use crate::measures::form::{self, checked};
use crate::measures::model::{Measure, Part, Plan};
use crate::measures::pages::form::{self as page, Meanwhile};
use crate::measures::store;
use crate::measures::{NEW, address};
use crate::permissions::STEER;

/// `GET /{kommune}/steuerung/massnahmen/neu`; quarter, title and what the measure is made of can
/// stand in the address.
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    let usual = |part: Part, value: String| (part.code().to_owned(), value);
    let mut typed = asked;
    if let Some(post) = viewer.actor.post {
        typed.push(usual(Part::Lead, post.to_string()));
    }
    let (sources, problems) = made_from::named(&app, &city, &viewer, (&typed, NEW)).await?;
    // A promise is what is to be done.
    let promise = sources.iter().find(|it| it.id_of(PROMISE).is_some());
    typed.extend(promise.map(|it| usual(Part::Title, it.says().to_owned())));
    let form = (&typed, problems);
    Ok(page::new(&viewer, &city, (&known, &sources), form).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/neu`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    let (sources, gone) = made_from::named(&app, &city, &viewer, (&typed, NEW)).await?;
    let plan = checked(&viewer.t, &typed, &known, None)
        .and_then(|plan| permitted(&viewer, &viewer.t, plan))
        .and_then(|plan| if gone.is_empty() { Ok(plan) } else { Err(gone) });
    let plan = match plan {
        Ok(plan) => plan,
        Err(problems) => {
            let form = (&typed, problems);
            return Ok(page::new(&viewer, &city, (&known, &sources), form).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    let number = store::add(&mut change, city.tenant(), &plan).await?;
    let citing = (store::KIND, &*number.to_string());
    made_from::cite(&mut change, city.tenant(), (citing, &sources)).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-massnahme-angelegt")))
}

/// Who does not steer everything plans only what their own Stelle leads or takes part in.
pub(crate) fn permitted(viewer: &Viewer, t: &Texts, plan: Plan) -> Result<Plan, Problems> {
    if may_change(viewer, &plan) {
        return Ok(plan);
    }
    let mut problems = Problems::default();
    let text = if viewer.actor.post.is_some() {
        "massnahme-eigene-stelle"
    } else {
        "massnahme-ohne-stelle"
    };
    problems.add(Part::Lead.code(), t.get(text));
    Err(problems)
}

async fn find(app: &App, city: &City, number: i64) -> Result<(Vec<Measure>, Known), Failure> {
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, city.tenant(), number).await?;
    if versions.is_empty() {
        return Err(Failure::not_found());
    }
    let known = Known::read(&mut read, city.tenant()).await?;
    let known = versions.iter().fold(known, |known, it| known.keeping(it.plan.place.as_ref()));
    Ok((versions, known))
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/aendern`
pub async fn show_edit(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let (versions, known) = find(&app, &city, number).await?;
    let was = &versions[0];
    refuse_others(&viewer, &was.plan)?;
    let typed = form::typed(&was.plan);
    let form = (&typed, Problems::default());
    Ok(page::change(&viewer, &city, (was, &known), form, None).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/aendern`: the next version, unless somebody else
/// has written one since the form was opened; then both see the difference and nothing is lost.
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (versions, known) = find(&app, &city, number).await?;
    let now = &versions[0];
    refuse_others(&viewer, &now.plan)?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let before = versions.iter().find(|it| it.version == seen).ok_or_else(Failure::not_found)?;
    let plan = checked(&viewer.t, &typed, &known, Some(&now.plan)).and_then(|plan| {
        if viewer.may(STEER) { Ok(plan) } else { permitted(&viewer, &viewer.t, plan) }
    });
    let meanwhile = Meanwhile { before: &before.plan, now };
    let meanwhile = (seen != now.version).then_some(&meanwhile);
    let (plan, problems) = match plan {
        Ok(plan) => (Some(plan), Problems::default()),
        Err(problems) => (None, problems),
    };
    let page = |meanwhile: Option<&Meanwhile<'_>>, problems| {
        page::change(&viewer, &city, (now, &known), (&typed, problems), meanwhile).refused()
    };
    let Some(plan) = plan.filter(|_| meanwhile.is_none()) else {
        return Ok(page(meanwhile, problems));
    };
    if plan == now.plan {
        return Ok(viewer.done(&address(&city, number), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    match store::change_plan(&mut change, city.tenant(), now, &plan).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            // Between reading and writing: the next look shows the difference.
            let (versions, known) = find(&app, &city, number).await?;
            let meanwhile = Meanwhile { before: &before.plan, now: &versions[0] };
            let form = (&typed, Problems::default());
            let was = (&versions[0], &known);
            return Ok(page::change(&viewer, &city, was, form, Some(&meanwhile)).refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number), Some("meldung-gespeichert")))
}
