//! Doors through which an answer takes what it cites, is written and leaves the house.

use ankunft_platform::citations;
use ankunft_platform::page::components::Problems;
use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::Change;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Number, page, typed as beside};
use crate::enquiries::address;
use crate::enquiries::model::{Enquiry, Frame};
use crate::enquiries::money::Money;
use crate::enquiries::pages::one::{prefilled, sentence};
use crate::enquiries::permissions::{ANSWER, STEER};
use crate::enquiries::store::{self, KIND};
use crate::enquiries::view::{OneView, is_too_narrow};
use crate::permissions::SEE as SEE_MEASURES;
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
    let versions = store::versions(change, city.tenant(), &[number]).await?;
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
    let answers = store::answers(change, city.tenant(), &[number]).await?;
    let place = (KIND, &*number.to_string());
    let cited = citations::list(change, city.tenant(), place, viewer.actor.audience()).await?;
    let seen = view.cited.iter().map(|it| it.citation().id);
    Ok(now.version == view.it().version
        && answers.first().map(|it| it.1.version) == view.answers.first().map(|it| it.version)
        && cited.iter().map(|it| it.id).eq(seen)
        && !cited.iter().any(|it| is_too_narrow(now.frame.circle, it)))
}

/// What a pressed button of the page does beside the answer.
enum Press<'a> {
    /// Cites a thing, with its sentence at the end of the answer, where there is one; before that the
    /// answer is made of what is cited.
    Take((&'a str, &'a str), &'a CitedThing),
    /// Puts a sentence at the end.
    Say(String),
    /// Takes a citation out. The answer is its writer's text: nothing is cut out of it behind their
    /// back.
    Out(i64),
}

/// Does it with what was typed into the answer: both are saved, or nothing is and the page says why.
async fn press(
    app: &App,
    (city, viewer): (&City, &Viewer),
    (view, typed): (&OneView, &Typed),
    press: Press<'_>,
) -> Result<Option<Response>, Failure> {
    let written = beside::written((city, viewer), (view, &viewer.t), typed);
    let problems = beside::wrong(viewer, written.as_ref());
    if !problems.is_empty() {
        let form = (typed, written, problems);
        return beside::not_yet(app, (city, viewer), view, form).await.map(Some);
    }
    let number = view.it().number;
    let own = number.to_string();
    let mut change = app.store.change(viewer.author()).await?;
    still_open(&mut change, (city, viewer), number).await?;
    let Some(mut going) = beside::go_on(&mut change, city, (number, written.as_ref())).await?
    else {
        drop(change);
        let view = open(app, city, viewer, number).await?;
        let form = (typed, written, Problems::default());
        return beside::not_yet(app, (city, viewer), &view, form).await.map(Some);
    };
    let t = app.texts_of(city);
    let after = |text: &str, said: &str| format!("{}\n\n{said}", text.trim_end());
    // A sentence that stands there already changes nothing.
    let only_says = matches!(press, Press::Say(_));
    match press {
        Press::Take(cited, thing) => {
            let citation = picker::take(&mut change, city, (thing, cited), (KIND, &own)).await?;
            let reference = format!("/f/{}", citation.code);
            let said = sentence(&t, (&thing.title, Some(&thing.text)), &reference);
            going.text = going.text.map(|it| match it.contains(&reference) {
                true => it,
                false => after(&it, &said),
            });
        }
        Press::Say(said) => {
            let before = going.text.unwrap_or_else(|| prefilled(&t, view));
            let is_said = before.contains(&said);
            going.text = Some(if is_said { before } else { after(&before, &said) });
        }
        Press::Out(id) => citations::remove(&mut change, city.tenant(), id, (KIND, &own)).await?,
    }
    if going.save(&mut change, city).await? || !only_says {
        change.commit().await?;
    }
    Ok(None)
}

/// The page of an enquiry with what was searched for there.
fn back(city: &City, number: i64, typed: &Typed) -> String {
    let asked = sent(typed, picker::ASKED);
    match asked.chars().all(|it| it.is_alphanumeric() || it == ' ') && !asked.is_empty() {
        true => format!("{}?{}", address(city, number), picker::query(asked)),
        false => address(city, number),
    }
}

/// `POST /{kommune}/anfragen/{number}/befunde`: one thing that was found.
pub async fn take(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, number).await?;
    let cited = (sent(&typed, "art"), sent(&typed, "ding"));
    let thing = picker::see(&app, &viewer, &city, cited).await?;
    let thing = thing.ok_or_else(Failure::not_found)?;
    let press = press(&app, (&city, &viewer), (&view, &typed), Press::Take(cited, &thing));
    let done = || viewer.done(&back(&city, number, &typed), Some("meldung-befund-genommen"));
    Ok(press.await?.unwrap_or_else(done))
}

/// `POST /{kommune}/anfragen/{number}/geld`: what is known of the money of a measure, as a sentence at the
/// end of the answer.
pub async fn take_money(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = open(&app, &city, &viewer, number).await?;
    if !viewer.may(SEE_MEASURES) {
        return Err(Failure::not_found());
    }
    let measure = sent(&typed, "massnahme").parse().map_err(Failure::bad_request)?;
    let of = std::iter::once(measure).collect();
    let known = Money::read(&mut app.store.read().await?, city.tenant(), &of).await?;
    let said = known.first().ok_or_else(Failure::not_found)?;
    let said = said.sentence(&app.texts_of(&city), app.today());
    let press = press(&app, (&city, &viewer), (&view, &typed), Press::Say(said));
    let done = || viewer.done(&address(&city, number), Some("meldung-geld-genommen"));
    Ok(press.await?.unwrap_or_else(done))
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
    let text = beside::written((&city, &viewer), (&view, &viewer.t), &typed).map(|it| it.text);
    let text = text.or_else(|| view.answers.first().map(|it| it.text.clone()));
    let stays = text.is_some_and(|it| it.contains(&format!("/f/{code}")));
    let said = if stays { "meldung-befund-weg-satz" } else { "meldung-befund-weg" };
    let press = press(&app, (&city, &viewer), (&view, &typed), Press::Out(id));
    Ok(press.await?.unwrap_or_else(|| viewer.done(&address(&city, number), Some(said))))
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
    let seen: i64 = sent(&typed, beside::SEEN).parse().map_err(Failure::bad_request)?;
    let mut form = Reading::new(&viewer.t, &typed);
    let text = form.needed(beside::ANSWER, LONGEST_TEXT, "anfrage-antwort-fehlt");
    let text = text.replace("\r\n", "\n");
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

/// What was typed and not saved has not left the house: it is saved, and its writer looks once more
/// before it is noted as sent.
async fn first_save(
    app: &App,
    (city, viewer): (&City, &Viewer),
    (view, typed): (&OneView, &Typed),
) -> Result<Option<Response>, Failure> {
    let written = beside::written((city, viewer), (view, &viewer.t), typed);
    let Some(written) = written.filter(|it| it.is_new && !it.text.is_empty()) else {
        return Ok(None);
    };
    let mut problems = beside::wrong(viewer, Some(&written));
    let number = view.it().number;
    if !problems.is_empty() {
        let form = (typed, Some(written), problems);
        return beside::not_yet(app, (city, viewer), view, form).await.map(Some);
    }
    let mut change = app.store.change(viewer.author()).await?;
    still_open(&mut change, (city, viewer), number).await?;
    let going = beside::go_on(&mut change, city, (number, Some(&written))).await?;
    let is_saved = going.is_some();
    if let Some(going) = going {
        if going.save(&mut change, city).await? {
            change.commit().await?;
        }
        problems.add(beside::ANSWER, viewer.t.get("anfrage-antwort-erst-ansehen"));
    } else {
        drop(change);
    }
    let view = open(app, city, viewer, number).await?;
    let written = (!is_saved).then_some(written);
    let mut typed = typed.clone();
    typed.retain(|it| is_saved.then_some(it.0.as_str()) != Some(beside::ANSWER));
    typed.retain(|it| it.0 != beside::SEEN);
    beside::not_yet(app, (city, viewer), &view, (&typed, written, problems)).await.map(Some)
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
    let seen: i64 = sent(&typed, beside::SEEN).parse().map_err(Failure::bad_request)?;
    if let Some(first) = first_save(&app, (&city, &viewer), (&view, &typed)).await? {
        return Ok(first);
    }
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
