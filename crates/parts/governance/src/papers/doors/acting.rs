//! Doors through which a Vorlage is countersigned, goes through bodies, and is decided.

use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_TEXT, Reading, Typed, all_sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{OfPaper, own};
use crate::bodies::model::Vote;
use crate::bodies::voting;
use crate::papers::address;
use crate::papers::model::{Outcome, Resolved, Sign, Step, StepKind, Verdict};
use crate::papers::pages::paper as page;
use crate::papers::store;
use crate::papers::view::PaperView;

/// `POST …/bitten`: asks Stellen to countersign.
pub async fn ask(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, nummer).await?;
    let posts: Vec<i64> = all_sent(&typed, "stellen")
        .filter_map(|it| it.parse().ok())
        .filter(|id| view.known.desks.iter().any(|it| it.id == *id))
        .collect();
    if posts.is_empty() {
        let mut problems = Problems::default();
        problems.add_choices("stellen", viewer.t.get("mitzeichnung-stellen-fehlen"));
        return Ok(page::show(&viewer, &city, &view, (&typed, &problems)));
    }
    let mut change = app.store.change(viewer.author()).await?;
    store::ask(&mut change, city.tenant(), nummer, &posts).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, nummer), Some("meldung-mitzeichnung-gebeten")))
}

/// `POST …/zeichnen`: the own Stelle countersigns the version that it has read; once.
pub async fn sign(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = PaperView::read(&app, &city, &viewer, nummer).await?;
    let post = viewer.actor.post.filter(|it| view.asked().any(|asked| asked == *it));
    let post = post.ok_or_else(|| {
        Failure::forbidden("not asked").advice(viewer.t.get("mitzeichnung-nicht-gebeten"))
    })?;
    let mut it = Reading::new(&viewer.t, &typed);
    let version = it.sent("version").parse().ok();
    if version != Some(view.paper().version) {
        it.wrong("urteil", "mitzeichnung-andere-fassung");
    }
    let verdict = Verdict::from_code(it.sent("urteil"));
    let reservation = match verdict {
        Some(Verdict::Agreed) => it.text("vorbehalt", LONGEST_TEXT),
        Some(_) => it.needed("vorbehalt", LONGEST_TEXT, "mitzeichnung-vorbehalt-fehlt"),
        None => {
            it.wrong("urteil", "mitzeichnung-urteil-fehlt");
            it.text("vorbehalt", LONGEST_TEXT)
        }
    };
    let verdict = verdict.unwrap_or(Verdict::Agreed);
    let sign = Sign { version: view.paper().version, post, verdict, reservation, at: 0 };
    let sign = match it.result(sign) {
        Ok(sign) => sign,
        Err(problems) => return Ok(page::show(&viewer, &city, &view, (&typed, &problems))),
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    match store::sign(&mut change, city.tenant(), nummer, &sign).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            let done = "meldung-schon-mitgezeichnet";
            return Ok(viewer.done(&address(&city, nummer), Some(done)));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, nummer), Some("meldung-mitgezeichnet")))
}

/// `POST …/schritte`: one more step of the Beratungsfolge.
pub async fn add_step(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, nummer).await?;
    let mut it = Reading::new(&viewer.t, &typed);
    let body = it.sent("gremium").parse().ok();
    let body = body.filter(|number| view.all.bodies.iter().any(|it| it.number == *number));
    if body.is_none() {
        it.wrong("gremium", "schritt-gremium-fehlt");
    }
    let kind = StepKind::from_code(it.sent("schritt"));
    if kind.is_none() {
        it.wrong("schritt", "schritt-art-fehlt");
    }
    let step = Step {
        number: 0,
        body: body.unwrap_or_default(),
        on: it.needed_day("tag", "schritt-tag-fehlt").unwrap_or_default(),
        kind: kind.unwrap_or(StepKind::Notice),
        is_public: it.sent("oeffentlich") == "ja",
        version: 0,
        moved: String::new(),
        result: None,
    };
    let step = match it.result(step) {
        Ok(step) => step,
        Err(problems) => return Ok(page::show(&viewer, &city, &view, (&typed, &problems))),
    };
    let mut change = app.store.change(viewer.author()).await?;
    store::add_step(&mut change, city.tenant(), nummer, &step).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, nummer), Some("meldung-schritt")))
}

/// A step in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfStep {
    pub(super) nummer: i64,
    pub(super) schritt: i64,
}

/// What was typed of a step's result; its fields end with the number of the step.
pub(super) fn resolved(it: Reading<'_>, step: i64, version: i64) -> Result<Resolved, Problems> {
    let mut it = it;
    let field = |name: &str| format!("{name}-{step}");
    if it.sent("version").parse() != Ok(version) {
        it.wrong(&field("ergebnis"), "ergebnis-andere-fassung");
    }
    let outcome = Outcome::from_code(it.sent(&field("ergebnis")));
    let decided = match outcome {
        Some(Outcome::Deviating) => {
            it.needed(&field("beschlossen"), LONGEST_TEXT, "ergebnis-wortlaut-fehlt")
        }
        Some(_) => it.text(&field("beschlossen"), LONGEST_TEXT),
        None => {
            it.wrong(&field("ergebnis"), "ergebnis-fehlt");
            String::new()
        }
    };
    let vote = voting::voted(&mut it, step, outcome);
    it.result(Resolved {
        version,
        outcome: outcome.unwrap_or(Outcome::Noted),
        decided,
        vote: vote.unwrap_or(Vote::None),
        at: 0,
        corrected: None,
    })
}

/// `POST …/schritte/{schritt}`: what it has brought; once.
pub async fn resolve(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfStep { nummer, schritt }): PathOf<OfStep>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, nummer).await?;
    let steps = view.steps();
    let step = steps.iter().find(|it| it.number == schritt).ok_or_else(Failure::not_found)?;
    let twice = || viewer.done(&address(&city, nummer), Some("meldung-ergebnis-schon-da"));
    if step.result.is_some() {
        return Ok(twice());
    }
    let mut reading = Reading::new(&viewer.t, &typed);
    if step.on > app.today() {
        // What everybody reads at once has happened.
        reading.wrong(&format!("ergebnis-{schritt}"), "ergebnis-zu-frueh");
    }
    let it = match resolved(reading, schritt, view.paper().version) {
        Ok(it) => it,
        Err(problems) => return Ok(page::show(&viewer, &city, &view, (&typed, &problems))),
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let newest = store::versions(&mut change, city.tenant(), nummer).await?;
    let is_decided = store::is_decided(&mut change, city.tenant(), nummer).await?;
    if !is_decided && newest.first().is_none_or(|now| now.version != it.version) {
        drop(change);
        let now = own(&app, &city, &viewer, nummer).await?;
        let mut problems = Problems::default();
        let field = format!("ergebnis-{schritt}");
        problems.add(&field, viewer.t.get("ergebnis-andere-fassung"));
        return Ok(page::show(&viewer, &city, &now, (&typed, &problems)));
    }
    match store::resolve(&mut change, city.tenant(), (nummer, schritt), &it).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            return Ok(twice());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, nummer), Some("meldung-ergebnis")))
}
