//! What is behind a partner's link: one report, and nothing else.

use ankunft_atlas::papers::Format;
use ankunft_platform::parts::{BoxFuture, Link as Arrived, SignedLink};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant, TenantInfo};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, Failure, File, Viewer};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;

use super::letters::{self, About, Why};
use super::link_pages::{self as pages, Shown};
use super::meanwhile::{self, Other};
use super::model::{Contact, Obstacle, Request, Round, State};
use super::store::Which;
use super::{LINK, form, handing_in, obstacles, paper, returning, store, view, write};
use crate::effects::period::Period;
use crate::effects::view::Stand;
use crate::measures::model::Measure;
use crate::measures::store as measures;
use crate::spending::view::View as Spending;
use crate::within::Within;

/// What the button sends that takes a correction back.
pub(super) const TAKE_BACK: &str = "korrektur-zuruecknehmen";
/// How the address of the form ends that changes what waits for its Abnahme.
pub(super) const CHANGE: &str = "aendern=ja";
/// So many links of a request are made within an hour.
const MOST_LINKS: usize = 3;
/// An hour in microseconds.
const HOUR: i64 = 3_600_000_000;

/// Links with which a report is written.
pub struct ReportLink;

/// A report behind a link that is good.
pub(super) struct Case {
    pub(super) tenant: Tenant,
    pub(super) city: TenantInfo,
    /// Its place is told as everybody may know of it.
    pub(super) measure: Measure,
    pub(super) round: Round,
    pub(super) request: Request,
    /// The indicators that this one was asked for when the round opened.
    pub(super) stands: Vec<Stand>,
    /// What hindered, as they said, with the answers.
    pub(super) obstacles: Vec<Obstacle>,
    /// What they told the last time that they told something.
    pub(super) told_last: Option<(Period, String)>,
}

/// What a link leads to.
enum Door {
    /// A report.
    Open(Box<Case>),
    /// Nothing any more; the report that it once led to, if it was ours.
    Closed(Option<Box<Case>>),
}

impl SignedLink for ReportLink {
    fn purpose(&self) -> u8 {
        LINK
    }

    fn show<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        link: &'a Arrived<'a>,
    ) -> BoxFuture<'a, Result<Response, Failure>> {
        Box::pin(show(app, viewer, link))
    }

    fn send<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        link: &'a Arrived<'a>,
        typed: &'a Typed,
    ) -> BoxFuture<'a, Result<Response, Failure>> {
        Box::pin(send(app, viewer, link, typed))
    }
}

impl Case {
    /// The report of a request.
    pub(super) async fn read(
        app: &App,
        tenant: Tenant,
        request: i64,
    ) -> Result<Option<Self>, StoreError> {
        let mut read = app.store.read().await?;
        let requests = store::requests(&mut read, tenant, Which::One(request)).await?;
        let Some(request) = requests.into_iter().next() else { return Ok(None) };
        let rounds = store::rounds(&mut read, tenant, Which::One(request.id)).await?;
        let round = rounds.into_iter().next();
        let city = tenant::info_of(&mut read, tenant).await?;
        let Some((round, city)) = round.zip(city) else { return Ok(None) };
        let versions = measures::versions(&mut read, tenant, round.measure).await?;
        let Some(mut measure) = versions.into_iter().next() else { return Ok(None) };
        let all = view::stands(&mut read, tenant, round.measure).await?;
        // What partners read goes on to their funders.
        let within = read.kept::<Within>(tenant).await?;
        measure.plan.place = measure.plan.place.map(|it| within.told_to_all(it));
        let theirs = store::indicators(&mut read, tenant, request.id).await?;
        let stands = all.into_iter().filter(|it| theirs.contains(&it.known.number)).collect();
        let obstacles = obstacles::obstacles(&mut read, tenant).await?;
        let obstacles = obstacles.into_iter().filter(|it| it.request == Some(request.id)).collect();
        let of = (&round, request.reporter);
        let told_last = store::told_last(&mut read, tenant, of).await?;
        Ok(Some(Self { tenant, city, measure, round, request, stands, obstacles, told_last }))
    }

    pub(super) fn stands(&self) -> Vec<&Stand> {
        self.stands.iter().collect()
    }

    pub(super) fn about<'a>(&'a self, link: &'a str) -> About<'a> {
        About {
            city: &self.city,
            measure: &self.measure.plan.title,
            round: &self.round,
            contact: &self.request.contact,
            link,
        }
    }
}

async fn find(app: &App, link: &Arrived<'_>) -> Result<Door, Failure> {
    let request = link.token.thing;
    let tenant = store::tenant_of(&mut *app.store.read().await?, request).await?;
    let Some(tenant) = tenant else { return Ok(Door::Closed(None)) };
    let Some(case) = Case::read(app, tenant, request).await? else { return Ok(Door::Closed(None)) };
    let key = &app.keys.links;
    let made = case.request.links.iter().find(|it| link.token.fits(key, &it.chance));
    let Some(made) = made else { return Ok(Door::Closed(None)) };
    let is_over = made.ended_at.is_some() || link.token.has_expired(app.now());
    let case = Box::new(case);
    if is_over || case.request.state() == State::Withdrawn {
        return Ok(Door::Closed(Some(case)));
    }
    Ok(Door::Open(case))
}

async fn show(app: &App, viewer: &Viewer, link: &Arrived<'_>) -> Result<Response, Failure> {
    let case = match find(app, link).await? {
        Door::Open(case) => case,
        Door::Closed(_) => return Ok(closed(pages::closed(viewer, link.text).answer())),
    };
    let query = viewer.address.split_once('?').map_or("", |it| it.1);
    let asks_for = |pair: &str| query.split('&').any(|it| it == pair);
    let state = case.request.state();
    if case.request.has_paper() && asks_for("datei=sachbericht") {
        // What others get and spend is nothing of who has a link.
        return sachbericht(app, &case, None);
    }
    let is_again = again_at(state).is_some_and(asks_for);
    if !state.is_with_reporter() && !is_again {
        return Ok(pages::handed_in(viewer, link.text, &case, Vec::new()).answer());
    }
    let draft = store::draft(&mut *app.store.read().await?, case.tenant, case.request.id).await?;
    let typed = draft.map_or_else(
        || form::as_handed_in(&viewer.t, &case.request, &case.stands(), case.round.period),
        |it| form::of_draft(&it),
    );
    Ok(pages::form(viewer, link.text, &case, Shown::of(&typed)).answer())
}

/// How the address of the form ends for who has handed in: a correction of what was accepted, or a change
/// of what nobody has accepted yet.
pub(super) const fn again_at(state: State) -> Option<&'static str> {
    match state {
        State::Accepted => Some("korrektur=ja"),
        State::HandedIn => Some(CHANGE),
        _ => None,
    }
}

/// A link that leads nowhere any more is no page of ours, whatever it says.
fn closed(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// The finished report, for the partner's own funder; inside with the money of the measure.
pub(super) fn sachbericht(
    app: &App,
    case: &Case,
    money: Option<&Spending>,
) -> Result<Response, Failure> {
    let t = app.texts_of(&case.city);
    let paper = paper::paper(&t, (case, money), app.today());
    let bytes = Format::Docx.file(&paper).map_err(Failure::internal)?;
    let name = format!("sachbericht-{}-{}.docx", case.measure.number, case.round.period);
    let mut response = File::shown(Format::Docx.media_type(), "docx", bytes).answer();
    let disposition = format!("attachment; filename=\"{name}\"");
    if let Ok(value) = disposition.parse() {
        response.headers_mut().insert(axum::http::header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

async fn send(
    app: &App,
    viewer: &Viewer,
    link: &Arrived<'_>,
    typed: &Typed,
) -> Result<Response, Failure> {
    let door = find(app, link).await?;
    let intent = sent(typed, "absicht");
    if intent == "neuer-link" {
        return again(app, viewer, door);
    }
    let case = match door {
        Door::Open(case) => case,
        Door::Closed(_) => return Ok(closed(pages::closed(viewer, link.text).answer())),
    };
    let may_write = intent != TAKE_BACK || case.request.corrects();
    if sent(typed, "nummer") != case.request.submissions.len().to_string() || !may_write {
        return Ok(meanwhile::second(viewer, link.text, &case, typed).refused());
    }
    if is_decided(&case, typed) {
        return Ok(meanwhile::decided(viewer, link.text, &case, typed).refused());
    }
    match intent {
        "nicht-ich" => object(app, viewer, (link.text, &case), typed).await,
        "abschicken" => handing_in::hand_in(app, viewer, (link.text, &case), typed).await,
        TAKE_BACK => take_back(app, viewer, (link.text, &case), typed).await,
        _ => keep(app, viewer, (link.text, &case), typed).await,
    }
}

/// Whether a form was to change what waits for its Abnahme, and it waits no more: who wrote it has not
/// read yet what was decided.
fn is_decided(case: &Case, typed: &Typed) -> bool {
    sent(typed, form::CHANGES) == "ja" && case.request.state() != State::HandedIn
}

/// Keeps what is typed; what somebody else has kept since the form was opened is shown first.
async fn keep(
    app: &App,
    viewer: &Viewer,
    (text, case): (&str, &Case),
    typed: &Typed,
) -> Result<Response, Failure> {
    let mut typed = typed.clone();
    let intent = sent(&typed, "absicht").to_owned();
    let one = intent.strip_prefix("wie-zuletzt-").and_then(|it| it.parse().ok());
    if one.is_some() || intent == "alles-unveraendert" {
        let of = (one, case.round.period);
        form::fill_in(&viewer.t, &mut typed, &case.stands(), of);
    }
    let mut change = app.store.change(viewer.author()).await?;
    let Some(now) = as_seen(&mut change, case).await? else {
        drop(change);
        return comes_second(app, viewer, (text, case), &typed).await;
    };
    if let Some(other) = kept_meanwhile(&mut change, viewer, (case, &now), &typed).await? {
        drop(change);
        let shown = Shown { other: Some(other), ..Shown::of(&typed) };
        return Ok(pages::form(viewer, text, case, shown).refused());
    }
    let content = form::draft(&typed);
    write::keep_draft(&mut change, case.tenant, case.request.id, &content).await?;
    change.commit().await?;
    let said = match &*intent {
        "speichern" => Some("meldung-zwischengespeichert"),
        "alles-unveraendert" => Some("meldung-eingetragen"),
        _ => None,
    };
    let query = again_at(case.request.state()).map_or_else(String::new, |it| format!("?{it}"));
    Ok(viewer.done(&format!("/l/{text}{query}"), said))
}

/// A new link for whoever is registered; the answer is the same, and as fast, whoever asks.
fn again(app: &App, viewer: &Viewer, door: Door) -> Result<Response, Failure> {
    if !viewer.take_permit() {
        return Err(Failure::new(ankunft_platform::page::Problem::TooMany, "limited by address"));
    }
    let now = app.now().as_microsecond();
    let case = match door {
        Door::Open(case) | Door::Closed(Some(case)) => Some(case),
        Door::Closed(None) => None,
    };
    let is_due = |it: &Case| {
        let recent = it.request.links.iter().filter(|it| now - it.made_at < HOUR).count();
        it.request.withdrawn_at.is_none() && recent < MOST_LINKS
    };
    if let Some(case) = case.filter(|it| is_due(it)) {
        let (app, author) = (app.clone(), viewer.author());
        app.clone().later("a new link was not sent", async move {
            let mut change = app.store.change(author).await?;
            let of = (&case.round, case.request.id);
            let link = letters::link(&app, &mut change, case.tenant, of).await?;
            change.commit().await?;
            let address = letters::address(&app, case.request.id, &link);
            letters::send(&app, &case.about(&address), &Why::Again);
            Ok(())
        });
    }
    Ok(pages::sent_again(viewer).answer())
}

async fn object(
    app: &App,
    viewer: &Viewer,
    (text, case): (&str, &Case),
    typed: &Typed,
) -> Result<Response, Failure> {
    let instead: Contact = match form::instead(&viewer.t, typed, ("statt-name", "statt-email")) {
        Ok(instead) => instead,
        Err(problems) => {
            let shown = Shown { problems, ..Shown::of(typed) };
            return Ok(pages::form(viewer, text, case, shown).refused());
        }
    };
    let mut change = app.store.change(viewer.author()).await?;
    write::object(&mut change, case.tenant, case.request.id, &instead).await?;
    change.commit().await?;
    Ok(viewer.done(&format!("/l/{text}"), Some("meldung-nicht-ich")))
}

/// Takes a correction back that waits for its Abnahme.
async fn take_back(
    app: &App,
    viewer: &Viewer,
    (text, case): (&str, &Case),
    typed: &Typed,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    let now = as_seen(&mut change, case).await?;
    let Some(last) = now.as_ref().and_then(|it| it.submissions.last()) else {
        drop(change);
        return comes_second(app, viewer, (text, case), typed).await;
    };
    returning::take_back(&mut change, case.tenant, (case.request.id, last.number)).await?;
    change.commit().await?;
    Ok(viewer.done(&format!("/l/{text}"), Some("meldung-korrektur-zurueckgenommen")))
}

/// The request as it is now, if nobody has handed in, decided or withdrawn since a report was read; nobody
/// does from now on.
pub(super) async fn as_seen(
    change: &mut Change,
    case: &Case,
) -> Result<Option<Request>, StoreError> {
    tenant::lock(change, case.tenant).await?;
    let now = store::requests(change, case.tenant, Which::One(case.request.id)).await?;
    let seen = |it: &Request| (it.submissions.clone(), it.withdrawn_at);
    Ok(now.into_iter().next().filter(|it| seen(it) == seen(&case.request)))
}

/// What somebody else has kept since a form was opened, if something of it would be lost with this.
pub(super) async fn kept_meanwhile(
    change: &mut Change,
    viewer: &Viewer,
    (case, now): (&Case, &Request),
    typed: &Typed,
) -> Result<Option<Other>, StoreError> {
    let seen = typed.iter().find(|it| it.0 == form::SEEN).map(|it| it.1.as_str());
    let is_other = |at: &i64| seen.is_some_and(|seen| seen != at.to_string());
    let Some(at) = now.draft_at.filter(is_other) else { return Ok(None) };
    let there = store::draft(change, case.tenant, case.request.id).await?;
    let there = there.map(|it| form::of_draft(&it));
    let there = there.filter(|it| meanwhile::would_be_lost(&viewer.t, case, (it, typed)));
    Ok(there.map(|typed| Other { typed, at }))
}

/// The page for who comes second.
pub(super) async fn comes_second(
    app: &App,
    viewer: &Viewer,
    (text, case): (&str, &Case),
    typed: &Typed,
) -> Result<Response, Failure> {
    let now = Case::read(app, case.tenant, case.request.id).await?;
    Ok(match now.filter(|it| it.request.state() != State::Withdrawn) {
        Some(now)
            if now.request.submissions.len() == case.request.submissions.len()
                && is_decided(&now, typed) =>
        {
            meanwhile::decided(viewer, text, &now, typed).refused()
        }
        Some(now) => meanwhile::second(viewer, text, &now, typed).refused(),
        None => closed(pages::closed(viewer, text).answer()),
    })
}

/// A moment as a day, for pages.
pub(super) fn moment(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or_default()
}
