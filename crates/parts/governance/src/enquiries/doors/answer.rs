//! Doors through which an answer takes what it cites, is written and leaves the house.

use ankunft_platform::citations;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::Change;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Number, page};
use crate::enquiries::address;
use crate::enquiries::model::{Answer, Enquiry, Frame};
use crate::enquiries::pages::one::sentence;
use crate::enquiries::permissions::{ANSWER, STEER};
use crate::enquiries::store::{self, KIND};
use crate::enquiries::view::{OneView, is_too_narrow};
use crate::picker;

/// Says no to who does not answer an enquiry, and who does.
pub(super) fn refuse_others(viewer: &Viewer, frame: &Frame) -> Result<(), Failure> {
    let own = viewer.actor.post.is_some_and(|it| frame.is_of(it));
    if viewer.may(STEER) || (viewer.may(ANSWER) && own) {
        return Ok(());
    }
    Err(Failure::forbidden("an enquiry of another Stelle")
        .advice(viewer.t.get("anfrage-nicht-ihre")))
}

/// An enquiry that is still open, for who may answer it.
async fn open(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<OneView, Failure> {
    let view = OneView::read(app, city, viewer, number).await?;
    refuse_others(viewer, &view.it().frame)?;
    if view.sent().is_some() {
        return Err(answered(viewer));
    }
    Ok(view)
}

fn answered(viewer: &Viewer) -> Failure {
    Failure::refused("answered").advice(viewer.t.get("anfrage-ist-beantwortet"))
}

/// The enquiry as it stands, if it is still open for who may answer it. Who sends, writes, takes or
/// changes it meanwhile waits; who was before that is seen here.
pub(super) async fn still_open(
    change: &mut Change,
    (city, viewer): (&City, &Viewer),
    number: i64,
) -> Result<Enquiry, Failure> {
    tenant::lock(change, city.tenant()).await?;
    let versions = store::versions(change, city.tenant(), number).await?;
    let newest = versions.into_iter().next().ok_or_else(Failure::not_found)?;
    refuse_others(viewer, &newest.frame)?;
    if store::sent(change, city.tenant()).await?.contains_key(&number) {
        return Err(answered(viewer));
    }
    Ok(newest)
}

/// Whether question, answer and citations are what was looked at, and the asker may read all of it.
async fn is_as_seen(
    change: &mut Change,
    (city, viewer): (&City, &Viewer),
    view: &OneView,
) -> Result<bool, Failure> {
    let number = view.it().number;
    let now = still_open(change, (city, viewer), number).await?;
    let answers = store::answers(change, city.tenant(), number).await?;
    let place = (KIND, &*number.to_string());
    let cited = citations::list(change, city.tenant(), place, viewer.actor.audience()).await?;
    let version = |all: &[Answer]| all.first().map(|it| it.version);
    let seen = view.cited.iter().map(|it| it.citation().id);
    Ok(now.version == view.it().version
        && version(&answers) == version(&view.answers)
        && cited.iter().map(|it| it.id).eq(seen)
        && !cited.iter().any(|it| is_too_narrow(now.frame.circle, it)))
}

/// `POST /{kommune}/anfragen/{number}/befunde`: one thing that was found, with its sentence at the
/// end of the answer, where there is one; before that the answer is made of what is cited.
pub async fn take(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    open(&app, &city, &viewer, number).await?;
    let (kind, id) = (sent(&typed, "art"), sent(&typed, "ding"));
    let thing = picker::see(&app, &viewer, &city, (kind, id)).await?;
    let thing = thing.ok_or_else(Failure::not_found)?;
    let own = number.to_string();
    let mut change = app.store.change(viewer.author()).await?;
    still_open(&mut change, (&city, &viewer), number).await?;
    let citation = picker::take(&mut change, &city, (&thing, (kind, id)), (KIND, &own)).await?;
    let answers = store::answers(&mut change, city.tenant(), number).await?;
    let reference = format!("/f/{}", citation.code);
    if let Some(newest) = answers.first().filter(|it| !it.text.contains(&reference)) {
        let t = app.texts_of(&city);
        let said = sentence(&t, (&thing.title, Some(&thing.text)), &reference);
        let text = format!("{}\n\n{said}", newest.text.trim_end());
        store::write(&mut change, city.tenant(), (number, newest.version + 1), &text).await?;
    }
    change.commit().await?;
    let asked = sent(&typed, picker::ASKED);
    let back = match asked.bytes().all(|it| it.is_ascii_alphanumeric() || it == b' ') {
        true if !asked.is_empty() => {
            format!("{}?{}={}", address(&city, number), picker::ASKED, asked.replace(' ', "+"))
        }
        _ => address(&city, number),
    };
    Ok(viewer.done(&back, Some("meldung-befund-genommen")))
}

/// `POST /{kommune}/anfragen/{number}/befunde/weg`
pub async fn take_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, number).await?;
    let code = sent(&typed, "befund");
    let found = view.cited.iter().find(|it| it.citation().code == code);
    let id = found.map(|it| it.citation().id).ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    still_open(&mut change, (&city, &viewer), number).await?;
    citations::remove(&mut change, city.tenant(), id, (KIND, &number.to_string())).await?;
    change.commit().await?;
    // The answer is its writer's text: nothing is cut out of it behind their back.
    let stays = view.answers.first().is_some_and(|it| it.text.contains(&format!("/f/{code}")));
    let said = if stays { "meldung-befund-weg-satz" } else { "meldung-befund-weg" };
    Ok(viewer.done(&address(&city, number), Some(said)))
}

/// `POST /{kommune}/anfragen/{number}/antwort`: the next version, unless somebody else has written one
/// since the form was opened; then both see the difference and nothing is lost.
pub async fn write(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, number).await?;
    let newest = view.answers.first().map_or(0, |it| it.version);
    let seen: i64 = sent(&typed, "stand").parse().map_err(Failure::bad_request)?;
    let mut form = Reading::new(&viewer.t, &typed);
    let text = form.needed("antwort", LONGEST_TEXT, "anfrage-antwort-fehlt");
    let (text, problems) = match form.result(text) {
        Ok(text) => (text, Problems::default()),
        Err(problems) => (String::new(), problems),
    };
    if !problems.is_empty() || seen != newest {
        let form = (&typed, problems);
        return Ok(page(&app, (&city, &viewer), &view, (None, form)).await?.refused());
    }
    if view.answers.first().is_some_and(|it| it.text == text) {
        return Ok(viewer.done(&address(&city, number), None));
    }
    let mut change = app.store.change(viewer.author()).await?;
    still_open(&mut change, (&city, &viewer), number).await?;
    match store::write(&mut change, city.tenant(), (number, newest + 1), &text).await {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            drop(change);
            // Between reading and writing: the next look shows the difference.
            let view = open(&app, &city, &viewer, number).await?;
            let form = (&typed, Problems::default());
            return Ok(page(&app, (&city, &viewer), &view, (None, form)).await?.refused());
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number), Some("meldung-gespeichert")))
}

/// `POST /{kommune}/anfragen/{number}/absenden`: notes, once, that the answer has left the house; not
/// while it holds what its reader may not read.
pub async fn send(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, number).await?;
    let newest = view.answers.first().map_or(0, |it| it.version);
    let seen: i64 = sent(&typed, "stand").parse().map_err(Failure::bad_request)?;
    let mut form = Reading::new(&viewer.t, &typed);
    let signed_by = form.needed("unterschrift", LONGEST_LINE, "anfrage-unterschrift-fehlt");
    let unknown = view.unknown_references();
    if view.too_narrow().next().is_some() {
        form.wrong("unterschrift", "anfrage-zu-eng");
    } else if let Some(code) = unknown.first() {
        use ankunft_platform::languages::Arg;
        let args = [("fundstelle", Arg::from(format!("/f/{code}")))];
        form.problems.add("antwort", viewer.t.with("anfrage-fremde-fundstelle", &args));
    }
    let problems = form.result(()).err().unwrap_or_default();
    if !problems.is_empty() || seen != newest || newest == 0 {
        let form = (&typed, problems);
        return Ok(page(&app, (&city, &viewer), &view, (None, form)).await?.refused());
    }
    let mut change = app.store.change(viewer.author()).await?;
    let is_same = is_as_seen(&mut change, (&city, &viewer), &view).await?;
    let who = (signed_by.as_str(), app.today());
    let done = match is_same {
        true => store::send(&mut change, city.tenant(), (number, newest), who).await,
        false => {
            let form = (&typed, Problems::default());
            drop(change);
            let view = open(&app, &city, &viewer, number).await?;
            return Ok(page(&app, (&city, &viewer), &view, (None, form)).await?.refused());
        }
    };
    match done {
        Ok(()) => change.commit().await?,
        Err(error) if error.is_duplicate() => {
            return Err(answered(&viewer));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(viewer.done(&address(&city, number), Some("meldung-antwort-gesendet")))
}
