//! Doors through which the Beratungsfolge is corrected: a step is moved or taken out while it has brought
//! nothing, and what it has brought is corrected with a reason.

use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::acting::{OfStep, resolved};
use super::own;
use crate::papers::address;
use crate::papers::model::{Resolved, Step};
use crate::papers::pages::step as page;
use crate::papers::store;
use crate::papers::view::PaperView;

async fn one(
    app: &App,
    city: &City,
    viewer: &Viewer,
    it: OfStep,
) -> Result<(PaperView, Step), Failure> {
    let view = own(app, city, viewer, it.nummer).await?;
    let step = view.steps().into_iter().find(|step| step.number == it.schritt);
    let step = step.ok_or_else(Failure::not_found)?;
    Ok((view, step))
}

/// `GET …/schritte/{schritt}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OfStep>,
) -> Result<Response, Failure> {
    let (view, step) = one(&app, &city, &viewer, it).await?;
    let form = (&page::typed(&step), &Problems::default());
    Ok(page::show(&viewer, &city, (&view, &step), form))
}

/// What is to be done with a step.
enum Wanted {
    Move(Step),
    Remove(Step),
    Correct(Resolved, String),
}

/// What was sent, or what is wrong with it.
fn wanted(
    viewer: &Viewer,
    (view, step): (&PaperView, &Step),
    typed: &Typed,
) -> Result<Wanted, Problems> {
    let mut it = Reading::new(&viewer.t, typed);
    match (sent(typed, "absicht"), &step.result) {
        ("berichtigen", Some(was)) => {
            let reason = it.needed("grund", LONGEST_LINE, "berichtigung-grund-fehlt");
            let now = resolved(it, step.number, was.version)?;
            Ok(Wanted::Correct(Resolved { corrected: was.corrected.clone(), ..now }, reason))
        }
        ("herausnehmen", None) => Ok(Wanted::Remove(Step { moved: String::new(), ..step.clone() })),
        ("verlegen", None) => {
            let body = it.sent("gremium").parse().ok();
            let body = body.filter(|number| view.all.bodies.iter().any(|it| it.number == *number));
            if body.is_none() {
                it.wrong("gremium", "schritt-gremium-fehlt");
            }
            let on = it.needed_day("tag", "schritt-tag-fehlt").unwrap_or_default();
            let moved = it.needed("grund", LONGEST_LINE, "schritt-grund-fehlt");
            let is_public = it.sent("oeffentlich") == "ja";
            let body = body.unwrap_or_default();
            it.result(Wanted::Move(Step { body, on, is_public, moved, ..step.clone() }))
        }
        // Its result was written down meanwhile.
        _ => {
            it.wrong("grund", "schritt-inzwischen");
            Err(it.problems)
        }
    }
}

/// `POST …/schritte/{schritt}/aendern`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(at): PathOf<OfStep>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (view, step) = one(&app, &city, &viewer, at).await?;
    let seen: i64 = sent(&typed, "stand").parse().map_err(Failure::bad_request)?;
    let stands = step.result.as_ref().map_or(step.version, Resolved::corrections);
    let wanted = match wanted(&viewer, (&view, &step), &typed) {
        Ok(wanted) if seen == stands => wanted,
        Ok(_) => return other_was_faster(&app, &city, &viewer, (at, &typed)).await,
        Err(problems) => {
            return Ok(page::show(&viewer, &city, (&view, &step), (&typed, &problems)));
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    match write(&mut change, &city, at, &wanted).await {
        Ok(true) => change.commit().await?,
        Ok(false) => {
            drop(change);
            return other_was_faster(&app, &city, &viewer, (at, &typed)).await;
        }
        Err(error) if error.is_duplicate() => {
            drop(change);
            return other_was_faster(&app, &city, &viewer, (at, &typed)).await;
        }
        Err(error) => return Err(error.into()),
    }
    let said = match wanted {
        Wanted::Move(_) => "meldung-schritt-verlegt",
        Wanted::Remove(_) => "meldung-schritt-herausgenommen",
        Wanted::Correct(..) => "meldung-ergebnis-berichtigt",
    };
    Ok(viewer.done(&address(&city, at.nummer), Some(said)))
}

/// Writes it, unless the step is gone or has brought something meanwhile.
async fn write(
    change: &mut Change,
    city: &City,
    at: OfStep,
    wanted: &Wanted,
) -> Result<bool, StoreError> {
    let tenant = city.tenant();
    tenant::lock(change, tenant).await?;
    let all = store::steps(change, tenant).await?;
    let now = all.iter().find(|it| (it.0, it.1.number) == (at.nummer, at.schritt));
    let Some((_, now)) = now else { return Ok(false) };
    match (wanted, &now.result) {
        (Wanted::Move(it), None) => store::move_step(change, tenant, at.nummer, it).await?,
        (Wanted::Remove(it), None) => store::remove_step(change, tenant, at.nummer, it).await?,
        (Wanted::Correct(it, reason), Some(_)) => {
            let id = (at.nummer, at.schritt);
            store::correct(change, tenant, id, (it, reason)).await?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// What stands there now is shown above the form, which keeps what was typed.
async fn other_was_faster(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (at, typed): (OfStep, &Typed),
) -> Result<Response, Failure> {
    let (view, step) = one(app, city, viewer, at).await?;
    let mut problems = Problems::default();
    problems.add("grund", viewer.t.get("schritt-inzwischen"));
    Ok(page::show(viewer, city, (&view, &step), (typed, &problems)))
}
