//! Doors through which figures go out.

use ankunft_platform::downloads;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::{self, TenantInfo};
use ankunft_platform::typed::{LONGEST_LINE, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{Number, archive};
use crate::exchange::model::{Grant, Recipient, State, Step};
use crate::exchange::pages::{form as form_page, grant as page};
use crate::exchange::parties::{Parties, package_of};
use crate::exchange::store::grants::NewGrant;
use crate::exchange::store::{grants, transfers};
use crate::exchange::view::{Overview, tables};
use crate::exchange::{at, make, taken};

/// `GET /{kommune}/austausch/weitergaben/neu`
pub async fn show_new(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(typed): Query<Typed>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let tables = tables(&mut read, city.tenant()).await?;
    let parties = Parties::read(&mut read, city.tenant()).await?;
    drop(read);
    let form = (&typed, Problems::default());
    Ok(form_page::page(&app, &viewer, &city, (&tables, &parties), form).answer())
}

/// `POST /{kommune}/austausch/weitergaben/neu`
pub async fn propose(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    let tables = tables(&mut change, city.tenant()).await?;
    let parties = Parties::read(&mut change, city.tenant()).await?;
    let known = (tables.as_slice(), &parties);
    let asked = match form_page::checked(&app, &viewer.t, &city, known, &typed) {
        Ok(asked) => asked,
        Err(problems) => {
            let form = (&typed, problems);
            return Ok(form_page::page(&app, &viewer, &city, (&tables, &parties), form).refused());
        }
    };
    let sharable = make::sharable(&mut change, &app, (&city, asked.dataset_version)).await?;
    let sharable = sharable.ok_or_else(Failure::not_found)?;
    let new = NewGrant {
        dataset_version: asked.dataset_version,
        recipient: asked.recipient,
        purpose: &asked.purpose,
        until: asked.until,
        with_outlines: asked.with_outlines,
        needs_office: !sharable.is_public,
        releases: &sharable.releases,
    };
    let number = grants::propose(&mut change, city.tenant(), &new).await?;
    change.commit().await?;
    let text = if new.needs_office { "meldung-weitergabe-wartet" } else { "meldung-weitergabe" };
    Ok(viewer.done(&at(&city, &format!("/weitergaben/{number}")), Some(text)))
}

/// `GET /{kommune}/austausch/weitergaben/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    show_with(&app, &city, &viewer, number, Problems::default()).await
}

async fn show_with(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
    problems: Problems,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let view = Overview::read(&mut read, city.tenant()).await?;
    let grant = view.given.iter().find(|it| it.number == number).ok_or_else(Failure::not_found)?;
    let what = make::granted(&mut read, app, (city, grant)).await?;
    drop(read);
    let is_refused = !problems.is_empty();
    let sheet = page::page(app, viewer, city, (&view, grant, what.as_ref()), problems);
    Ok(if is_refused { sheet.refused() } else { sheet.answer() })
}

/// Takes a step if the Weitergabe is in one of these states, or says that somebody was faster.
async fn step(
    (app, city, viewer): (&App, &City, &Viewer),
    number: i64,
    (step, note): (Step, &str),
    from: &[State],
) -> Result<Response, Failure> {
    let address = at(city, &format!("/weitergaben/{number}"));
    let mut change = app.store.change(viewer.author()).await?;
    if step == Step::Revoke {
        lock_both(&mut change, city, number).await?;
    } else {
        tenant::lock(&mut change, city.tenant()).await?;
    }
    let grant = grants::one(&mut change, city.tenant(), number).await?;
    let grant = grant.ok_or_else(Failure::not_found)?;
    if !from.contains(&grant.state(app.today())) || grant.step(step).is_some() {
        return Ok(viewer.done(&address, Some("meldung-schon-geschehen")));
    }
    match grants::take(&mut change, city.tenant(), number, (step, note)).await {
        Ok(()) => {}
        Err(error) if error.is_duplicate() => {
            return Ok(viewer.done(&address, Some("meldung-schon-geschehen")));
        }
        Err(error) => return Err(error.into()),
    }
    if step == Step::Revoke {
        note_revoked(app, &mut change, city, &grant).await?;
    }
    change.commit().await?;
    if step == Step::Revoke {
        app.store.forget().await?;
    }
    Ok(viewer.done(&address, Some(&format!("meldung-weitergabe-{}", step.code()))))
}

/// Who takes back waits for a recipient who is just accepting the file, and the other way round.
async fn lock_both(change: &mut Change, city: &City, number: i64) -> Result<(), Failure> {
    let grant = grants::one(change, city.tenant(), number).await?.ok_or_else(Failure::not_found)?;
    Ok(tenant::lock_all(change, grant.here().into_iter().chain([city.tenant()])).await?)
}

async fn note_revoked(
    app: &App,
    change: &mut Change,
    city: &City,
    grant: &Grant,
) -> Result<(), Failure> {
    let parties = Parties::read(change, city.tenant()).await?;
    let (package, to) = (package_of(city, grant), parties.name(grant.recipient));
    let line = |counterpart| transfers::NewTransfer {
        kind: transfers::Kind::Revoked,
        package: &package,
        title: &grant.dataset.1,
        counterpart,
        purpose: &grant.purpose,
        hash: None,
    };
    transfers::note(change, city.tenant(), app.today(), &line(&to)).await?;
    if let Some(theirs) = grant.here() {
        transfers::note(change, theirs, app.today(), &line(&city.name)).await?;
        taken::take_granted(change, app, (city, theirs), grant).await?;
    }
    Ok(())
}

/// `POST /{kommune}/austausch/weitergaben/{number}/zustimmen`
pub async fn consent(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    step((&app, &city, &viewer), number, (Step::Office, ""), &[State::Waiting]).await
}

/// `POST /{kommune}/austausch/weitergaben/{number}/ablehnen`
pub async fn refuse(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    match reason(&viewer, &typed, ("ablehnung", "weitergabe-grund-fehlt")) {
        Ok(note) => {
            step((&app, &city, &viewer), number, (Step::Refuse, note), &[State::Waiting]).await
        }
        Err(problems) => show_with(&app, &city, &viewer, number, problems).await,
    }
}

/// `POST /{kommune}/austausch/weitergaben/{number}/widerruf`
pub async fn revoke(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let from = [State::Waiting, State::Active, State::Expired, State::Withdrawn];
    match reason(&viewer, &typed, ("grund", "weitergabe-grund-fehlt")) {
        Ok(note) => step((&app, &city, &viewer), number, (Step::Revoke, note), &from).await,
        Err(problems) => show_with(&app, &city, &viewer, number, problems).await,
    }
}

/// What a form names in a field; it must be there and fit a line.
fn reason<'a>(
    viewer: &Viewer,
    typed: &'a Typed,
    (name, missing): (&str, &str),
) -> Result<&'a str, Problems> {
    let reason = sent(typed, name);
    let mut problems = Problems::default();
    if reason.is_empty() {
        problems.add(name, viewer.t.get(missing));
    } else if reason.chars().count() > LONGEST_LINE {
        problems.add(name, viewer.t.get("eingabe-zu-lang"));
    }
    if problems.is_empty() { Ok(reason) } else { Err(problems) }
}

/// `POST /{kommune}/austausch/weitergaben/{number}/geloescht`: somebody says that a recipient has
/// deleted all copies; what lies here goes with that.
pub async fn confirm(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let by = match reason(&viewer, &typed, ("wer", "weitergabe-wer-fehlt")) {
        Ok(by) => by,
        Err(problems) => return show_with(&app, &city, &viewer, number, problems).await,
    };
    let mut change = app.store.change(viewer.author()).await?;
    lock_both(&mut change, &city, number).await?;
    let grant = grants::one(&mut change, city.tenant(), number).await?;
    let grant = grant.ok_or_else(Failure::not_found)?;
    let address = at(&city, &format!("/weitergaben/{number}"));
    if !grant.waits_for_deletion(app.today()) {
        return Ok(viewer.done(&address, Some("meldung-schon-geschehen")));
    }
    taken::confirm(&mut change, &app, (&city, grant.here()), (&grant, by)).await?;
    let parties = Parties::read(&mut change, city.tenant()).await?;
    let line = transfers::NewTransfer {
        kind: transfers::Kind::Deleted,
        package: &package_of(&city, &grant),
        title: &grant.dataset.1,
        counterpart: &parties.name(grant.recipient),
        purpose: &grant.purpose,
        hash: None,
    };
    transfers::note(&mut change, city.tenant(), app.today(), &line).await?;
    change.commit().await?;
    app.store.forget().await?;
    Ok(viewer.done(&address, Some("meldung-geloescht-vermerkt")))
}

/// `GET /{kommune}/austausch/weitergaben/{number}/paket.zip`: the file for a recipient of another
/// installation, which stands in the register; or a look at what one of this installation gets.
pub async fn package(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    // Nobody takes it back between the question and the answer.
    tenant::lock(&mut change, city.tenant()).await?;
    let grant = grants::one(&mut change, city.tenant(), number).await?;
    let grant = grant.filter(|it| it.state(app.today()) == State::Active);
    let grant = grant.ok_or_else(Failure::not_found)?;
    let parties = Parties::read(&mut change, city.tenant()).await?;
    if parties.is_former(grant.recipient) {
        let advice = viewer.t.get("weitergabe-partner-beendet");
        return Err(Failure::refused("a partner of the past").advice(advice));
    }
    let recipient = parties.recipient(&app, grant.recipient).ok_or_else(Failure::not_found)?;
    let own: &TenantInfo = &city;
    let made = make::package(&mut change, &app, (own, &recipient), &grant).await?;
    let made = made.ok_or_else(Failure::not_found)?;
    let number = package_of(&city, &grant);
    match grant.recipient {
        Recipient::Here(_) => {
            downloads::record(&mut change, city.tenant(), &[grant.dataset_version], "zip").await?;
        }
        Recipient::Elsewhere(_) => {
            let to = ("zip", recipient.name.as_str());
            let copy = (made.hash.as_slice(), to);
            grants::deliver(&mut change, city.tenant(), grant.number, copy).await?;
            let line = transfers::NewTransfer {
                kind: transfers::Kind::Exported,
                package: &number,
                title: &grant.dataset.1,
                counterpart: &recipient.name,
                purpose: &grant.purpose,
                hash: Some(&made.hash),
            };
            transfers::note(&mut change, city.tenant(), app.today(), &line).await?;
        }
    }
    change.commit().await?;
    Ok(archive(format!("austauschpaket-{number}.zip"), made.bytes))
}

/// `GET /{kommune}/austausch/weitergaben/{number}/widerruf.zip`: for who has the package in another
/// installation.
pub async fn notice(
    Of(app): Of<App>,
    city: City,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let grant = grants::one(&mut read, city.tenant(), number).await?;
    let grant =
        grant.filter(|it| it.step(Step::Revoke).is_some()).ok_or_else(Failure::not_found)?;
    let parties = Parties::read(&mut read, city.tenant()).await?;
    drop(read);
    let recipient = parties.recipient(&app, grant.recipient).ok_or_else(Failure::not_found)?;
    let own: &TenantInfo = &city;
    let made = make::revocation(&app, (own, &recipient), &grant)?;
    Ok(archive(format!("widerruf-{}.zip", package_of(&city, &grant)), made.bytes))
}
