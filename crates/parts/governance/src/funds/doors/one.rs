//! Doors of one application, for who votes, leads or pays.

use ankunft_atlas::papers::{Format, letterhead, print};
use ankunft_platform::attachments;
use ankunft_platform::changes::Entry;
use ankunft_platform::citing;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, File, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{Number, closing, finish, here};
use crate::funds::actions::{self, Decision};
use crate::funds::model::Vote;
use crate::funds::pages::application as page;
use crate::funds::rights::Rights;
use crate::funds::store::applications::{self, Of as Which};
use crate::funds::store::{APPLICATION, PROOF};
use crate::funds::view::OneView;
use crate::funds::{address_of, paper};

/// An application for who sees it, or 404.
async fn open(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
) -> Result<(OneView, Rights), Failure> {
    let mut read = app.store.read().await?;
    let view = OneView::read(&mut read, city.tenant(), Which::Number(number)).await?;
    let view = view.ok_or_else(Failure::not_found)?;
    let rights = Rights::of(viewer, &view.fund);
    if rights.sees { Ok((view, rights)) } else { Err(Failure::not_found()) }
}

/// The same for who may do something with it.
pub(super) async fn open_for(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (number, may): (i64, fn(&Rights) -> bool),
) -> Result<(OneView, Rights), Failure> {
    let (view, rights) = open(app, city, viewer, number).await?;
    if may(&rights) {
        return Ok((view, rights));
    }
    Err(Failure::forbidden("another Stelle of the fund").advice(viewer.t.get("fonds-nicht-ihrer")))
}

/// `GET /{kommune}/fonds/antraege/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let (view, rights) = open(&app, &city, &viewer, number).await?;
    let mut remember = None;
    if view.it.is_funded() {
        let thing = citing::Thing { id: number.to_string(), name: view.it.request.title.clone() };
        let buttons = citing::buttons(&app, &viewer, &city, APPLICATION, vec![thing]).await?;
        remember = buttons.into_iter().flatten().next();
    }
    let form = (&Typed::new(), &Problems::default());
    Ok(page::show(&viewer, &city, (&view, remember), rights, form).answer())
}

/// After an action: the page again with what is wrong, or on to what it is now.
pub(super) async fn answer(
    app: &App,
    (city, viewer): (&City, &Viewer),
    number: i64,
    (typed, problems): (&Typed, Problems),
    flash: &str,
) -> Result<Response, Failure> {
    if problems.is_empty() {
        return Ok(viewer.done(&address_of(city, number), Some(flash)));
    }
    let (view, rights) = open(app, city, viewer, number).await?;
    Ok(page::show(viewer, city, (&view, None), rights, (typed, &problems)).refused())
}

/// What a form sends that corrects a vote.
const CORRECT: &str = "berichtigen";

/// A vote as it was typed; who stands back says why.
pub(super) fn vote(
    viewer: &Viewer,
    typed: &Typed,
    (name, reason): (&str, &str),
) -> Result<(Vote, String), Problems> {
    let mut form = Reading::new(&viewer.t, typed);
    let vote = Vote::from_code(form.sent(name));
    if vote.is_none() {
        form.problems.add_choices(name, viewer.t.get("antrag-stimme-fehlt"));
    }
    let text = match vote {
        Some(Vote::Conflict) => form.needed(reason, LONGEST_LINE, "antrag-befangen-grund-fehlt"),
        _ => form.text(reason, LONGEST_LINE),
    };
    form.result((vote.unwrap_or(Vote::Abstain), text))
}

/// `POST /{kommune}/fonds/antraege/{number}/stimme`: one's own vote.
pub async fn cast(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let may = |it: &Rights| it.votes.is_some();
    let (_, rights) = open_for(&app, &city, &viewer, (number, may)).await?;
    let post = rights.votes.unwrap_or_default();
    if sent(&typed, "was") == CORRECT {
        let whose = (number, Some(post));
        return closing::correct_vote(&app, (&city, &viewer), whose, &typed).await;
    }
    let read = vote(&viewer, &typed, ("stimme", "stimme-grund"));
    let problems = write_vote(&app, (&city, &viewer), (number, post), read, "stimme-1").await?;
    answer(&app, (&city, &viewer), number, (&typed, problems), "meldung-gestimmt").await
}

/// `POST /{kommune}/fonds/antraege/{number}/stimmen`: a vote as it was given in a meeting.
pub async fn cast_for(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (view, _) = open_for(&app, &city, &viewer, (number, |it| it.leads)).await?;
    if sent(&typed, "was") == CORRECT {
        let whose = (number, sent(&typed, "mitglied-neu").parse().ok());
        return closing::correct_vote(&app, (&city, &viewer), whose, &typed).await;
    }
    let post = sent(&typed, "mitglied").parse().ok();
    let post = post.filter(|it| view.fund.terms.members.contains(it));
    let mut read = vote(&viewer, &typed, ("stimme-mitglied", "grund-mitglied"));
    if post.is_none() {
        let mut problems = read.err().unwrap_or_default();
        problems.add("mitglied", viewer.t.get("antrag-mitglied-fehlt"));
        read = Err(problems);
    }
    let whose = (number, post.unwrap_or_default());
    let problems = write_vote(&app, (&city, &viewer), whose, read, "mitglied").await?;
    answer(&app, (&city, &viewer), number, (&typed, problems), "meldung-gestimmt").await
}

async fn write_vote(
    app: &App,
    (city, viewer): (&City, &Viewer),
    whose: (i64, i64),
    read: Result<(Vote, String), Problems>,
    field: &str,
) -> Result<Problems, Failure> {
    let (vote, reason) = match read {
        Ok(read) => read,
        Err(problems) => return Ok(problems),
    };
    let t = app.texts_of(city);
    let mut change = app.store.change(viewer.author()).await?;
    let done = actions::vote(&mut change, here(city, &t, app), whose, (vote, &reason)).await;
    finish(viewer, (change, done), field).await
}

/// `POST /{kommune}/fonds/antraege/{number}/entscheidung`
pub async fn decide(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    open_for(&app, &city, &viewer, (number, |it| it.leads)).await?;
    let mut form = Reading::new(&viewer.t, &typed);
    let grants = form.sent("was") == "bewilligen";
    let decision = if grants {
        let cents = form.cents("betrag");
        if form.sent("betrag").is_empty() {
            form.wrong("betrag", "antrag-betrag-fehlt");
        }
        Decision::Grant(cents.unwrap_or_default(), form.text("begruendung", LONGEST_TEXT))
    } else {
        let missing = "antrag-grund-fehlt";
        Decision::Decline(form.needed("begruendung", LONGEST_TEXT, missing))
    };
    let field = if grants { "betrag" } else { "begruendung" };
    let problems = match form.result(decision) {
        Err(problems) => problems,
        Ok(decision) => {
            let t = app.texts_of(&city);
            let mut change = app.store.change(viewer.author()).await?;
            let here = here(&city, &t, &app);
            let done = actions::decide(&mut change, here, number, &decision).await;
            finish(&viewer, (change, done), field).await?
        }
    };
    if problems.is_empty() {
        super::secret::tell(&app, &city, number).await?;
    }
    answer(&app, (&city, &viewer), number, (&typed, problems), "meldung-antrag-entschieden").await
}

/// `POST /{kommune}/fonds/antraege/{number}/auszahlung`
pub async fn pay(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    open_for(&app, &city, &viewer, (number, |it| it.pays)).await?;
    let t = app.texts_of(&city);
    let mut change = app.store.change(viewer.author()).await?;
    let seen = sent(&typed, "konto");
    let done = actions::pay(&mut change, here(&city, &t, &app), (number, seen)).await;
    let problems = finish(&viewer, (change, done), "auszahlung").await?;
    if problems.is_empty() {
        super::secret::tell(&app, &city, number).await?;
    }
    let typed = Typed::new();
    answer(&app, (&city, &viewer), number, (&typed, problems), "meldung-ausgezahlt").await
}

/// A paper in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePaper {
    number: i64,
    format: String,
}

/// `GET /{kommune}/fonds/antraege/{number}/auszahlung/{format}`: the Auszahlungsanordnung, for who
/// pays; the change log says who took the account number out of the house.
pub async fn order(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePaper { number, format }): PathOf<OnePaper>,
) -> Result<Response, Failure> {
    let format = Format::from_code(&format).ok_or_else(Failure::not_found)?;
    let (view, _) = open_for(&app, &city, &viewer, (number, |it| it.pays)).await?;
    let contact = view.contact.as_ref().filter(|it| !it.iban.is_empty());
    let contact = contact.filter(|_| !view.is_overturned).ok_or_else(Failure::not_found)?;
    let paper = paper::order(&letterhead(&app, &city, &viewer), &view, contact);
    let bytes = print(paper, format).await?;
    let mut change = app.store.change(viewer.author()).await?;
    let entry = Entry {
        tenant: Some(city.tenant()),
        action: "fund.order",
        thing_kind: APPLICATION,
        thing: &number.to_string(),
        note: format.code(),
        before: None,
        after: None,
    };
    change.record(entry).await?;
    change.commit().await?;
    let name = format!("auszahlungsanordnung-{number}.{}", format.code());
    Ok(File::attached(format.media_type(), format.code(), name, bytes).answer())
}

/// `POST /{kommune}/fonds/antraege/{number}/nachweis`: accepts the proof of use, or asks something.
pub async fn check(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    open_for(&app, &city, &viewer, (number, |it| it.leads)).await?;
    let asks = sent(&typed, "was") == "nachfragen";
    let mut form = Reading::new(&viewer.t, &typed);
    let (back, text) = match asks {
        true => (0, form.needed("frage", LONGEST_TEXT, "antrag-frage-fehlt")),
        false => {
            let back = form.cents("zurueck");
            if form.sent("zurueck").is_empty() {
                form.wrong("zurueck", "antrag-zurueck-fehlt");
            }
            (back.unwrap_or_default(), form.text("vermerk", LONGEST_LINE))
        }
    };
    let problems = match form.result(()) {
        Err(problems) => problems,
        Ok(()) => {
            let t = app.texts_of(&city);
            let here = here(&city, &t, &app);
            let mut change = app.store.change(viewer.author()).await?;
            let done = match asks {
                true => actions::ask(&mut change, here, number, &text).await,
                false => actions::accept(&mut change, here, number, (back, &text)).await,
            };
            finish(&viewer, (change, done), if asks { "frage" } else { "zurueck" }).await?
        }
    };
    if problems.is_empty() {
        super::secret::tell(&app, &city, number).await?;
    }
    let flash = if asks { "meldung-nachgefragt" } else { "meldung-nachweis-angenommen" };
    answer(&app, (&city, &viewer), number, (&typed, problems), flash).await
}

/// `POST /{kommune}/fonds/antraege/{number}/veroeffentlichung`
pub async fn publish(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (view, _) = open_for(&app, &city, &viewer, (number, |it| it.leads)).await?;
    if !view.it.is_funded() {
        return Err(Failure::refused("nothing that was granted"));
    }
    let mut form = Reading::new(&viewer.t, &typed);
    let title = match form.sent("oeffentlich") {
        "ja" => Some(form.needed("titel", LONGEST_LINE, "antrag-titel-fehlt")),
        "nein" => None,
        _ => return Err(Failure::refused("neither yes nor no")),
    };
    let flash =
        if title.is_some() { "meldung-antrag-oeffentlich" } else { "meldung-antrag-intern" };
    let problems = match form.result(()) {
        Err(problems) => problems,
        Ok(()) => {
            let mut change = app.store.change(viewer.author()).await?;
            ankunft_platform::tenant::lock(&mut change, city.tenant()).await?;
            applications::publish(&mut change, city.tenant(), number, title.as_deref()).await?;
            change.commit().await?;
            Problems::default()
        }
    };
    answer(&app, (&city, &viewer), number, (&typed, problems), flash).await
}

/// A receipt in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OneFile {
    number: i64,
    id: i64,
}

/// `GET /{kommune}/fonds/antraege/{number}/belege/{id}`, for who leads the fund or pays: receipts
/// can name persons.
pub async fn receipt(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OneFile { number, id }): PathOf<OneFile>,
) -> Result<Response, Failure> {
    let may = |it: &Rights| it.leads || it.pays;
    let (view, _) = open_for(&app, &city, &viewer, (number, may)).await?;
    let file = view.receipts.into_iter().find(|it| it.id == id).ok_or_else(Failure::not_found)?;
    let mut read = app.store.read().await?;
    let bytes = attachments::read(&mut read, city.tenant(), &file).await?;
    let ending = attachments::SCANS.iter().find(|it| it.0 == file.media_type);
    let (media_type, ending) = ending.ok_or_else(Failure::not_found)?;
    let name = format!("{PROOF}-{number}-{id}.{ending}");
    let bytes = bytes.ok_or_else(Failure::not_found)?;
    Ok(File::attached(media_type, ending, name, bytes).answer())
}
