//! Reports that somebody with a log-in is asked for. Who was asked by a letter to the address of the
//! account need not look for the letter: the morning says it, and one press opens the same report.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link as Way;
use ankunft_platform::page::components::{Button, Empty};
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, Block, City, Failure, Form, FormBlock, Item, Sheet, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::link::CHANGE;
use super::model::{Request, Round, State};
use super::store::{self, Which};
use super::view::Reports;
use super::{OWN, letters};
use crate::effects::model::Reporter;
use crate::permissions::SEE;

/// The reports that are asked of the account, by their letters' address; of a Stelle only while the
/// account's person holds it, so that whoever left it is asked for nothing any more. Who sees the round
/// opens it there.
pub(super) fn of<'a>(
    viewer: &'a Viewer,
    reports: &'a Reports,
) -> impl Iterator<Item = (&'a Round, &'a Request)> {
    all(viewer, reports).filter(|(_, it)| it.state().is_with_reporter())
}

/// Those, and what waits for its Abnahme: until then it can be changed.
fn open_ones<'a>(
    viewer: &'a Viewer,
    reports: &'a Reports,
) -> impl Iterator<Item = (&'a Round, &'a Request)> {
    let is_open = |it: State| it.is_with_reporter() || it == State::HandedIn;
    all(viewer, reports).filter(move |(_, it)| is_open(it.state()))
}

fn all<'a>(
    viewer: &'a Viewer,
    reports: &'a Reports,
) -> impl Iterator<Item = (&'a Round, &'a Request)> {
    let email = viewer.email.as_ref().map(|it| it.to_lowercase());
    let is_own = move |it: &Request| email.as_deref() == Some(&*it.contact.email.to_lowercase());
    let holds = move |it: &Request| match it.reporter {
        Reporter::Post(post) => viewer.actor.post == Some(post) && !viewer.may(SEE),
        Reporter::Organisation(_) => true,
    };
    reports.each().filter(move |(_, it)| is_own(it) && holds(it))
}

/// `GET /{kommune}/steuerung/berichte/eigene`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let reports = Reports::recent(&mut read, city.tenant(), app.today()).await?;
    drop(read);
    Ok(page(&viewer, &city, &reports).answer())
}

fn page(viewer: &Viewer, city: &City, reports: &Reports) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page_with_form(t.get("eigene-berichte-titel"));
    let item = |(round, request): (&Round, &Request)| {
        let title = reports.measure(round.measure).map_or("", |it| it.plan.title.as_str());
        let period = round.period.words(t);
        let args = [("zeitraum", Arg::from(period)), ("bis", Arg::from(t.date(round.due)))];
        let waits = request.state() == State::HandedIn;
        let button = match waits {
            true => Button::secondary(t.get("bericht-noch-einmal")),
            false => Button::primary(t.get("eigene-berichte-oeffnen")),
        };
        let form = FormBlock::new(city.at(OWN), button).hidden("bericht", request.id.to_string());
        let mut notes = vec![t.with("eigene-berichte-bis", &args)];
        notes.extend(waits.then(|| t.get("bericht-stand-eingereicht")));
        Item { notes, forms: vec![form], ..Item::new(title) }
    };
    let items: Vec<Item> = open_ones(viewer, reports).map(item).collect();
    if items.is_empty() {
        let step = Some(Way::new(t.get("eigene-berichte-zurueck"), city.at("")));
        let empty = Empty { text: t.get("eigene-berichte-keine"), step };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let shell = shell.lead(t.get("eigene-berichte-leit"));
    Sheet::new(shell, vec![Block::Items(items)])
}

/// `POST /{kommune}/steuerung/berichte/eigene`: opens one of them behind its newest link, or behind a new
/// one where none is good any more.
pub async fn open(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let tenant = city.tenant();
    let wanted: i64 = sent(&typed, "bericht").parse().map_err(Failure::bad_request)?;
    let mut read = app.store.read().await?;
    let reports = Reports::recent(&mut read, tenant, app.today()).await?;
    drop(read);
    let found = open_ones(&viewer, &reports).find(|it| it.1.id == wanted);
    let (round, _) = found.ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    // Two presses at once make one link.
    tenant::lock(&mut change, tenant).await?;
    let all = store::requests(&mut change, tenant, Which::One(wanted)).await?;
    let request = all.first().ok_or_else(Failure::not_found)?;
    let state = request.state();
    let path = letters::way_in(&app, change, tenant, (round, request)).await?;
    // What waits for its Abnahme is changed.
    let path = if state == State::HandedIn { format!("{path}?{CHANGE}") } else { path };
    Ok(viewer.done(&path, None))
}
