//! The doors of reports inside the administration.

pub mod act;
pub mod own;
pub mod partner;

use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::register::organisations::{self, Organisation};
use ankunft_platform::typed::{LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, File, Form, Format, PathOf, Sheet, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::civil::Date;
use serde::Deserialize;

use super::api::ReportsDocument;
use super::letters::{self, Why};
use super::link::{Case, sachbericht as paper};
use super::model::{Asking, Obstacle, Round, asked};
use super::view::{Addresses, Reports, stands};
use super::{PATH, address, obstacles, opening, pages};
use crate::around::words::Organisations;
use crate::bodies::ahead::Agenda;
use crate::effects::doors::{may_accept, measure};
use crate::effects::model::{Known, Reporter};
use crate::effects::period::Period;
use crate::measures::doors::Number;
use crate::measures::model::Measure;
use crate::spending::view as spending;

/// The number of a round in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct RoundNumber {
    round: i64,
}

/// The numbers of a round and a request in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Numbers {
    round: i64,
    request: i64,
}

/// `GET /{kommune}/steuerung/berichte`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let reports = Reports::recent(&mut read, city.tenant(), app.today()).await?;
    drop(read);
    let agendas = Agenda::ahead(&app, &viewer, &city).await?;
    let shown = (&Typed::new(), Problems::default());
    Ok(pages::overview(&viewer, &city, &reports, (app.today(), &agendas), shown).answer())
}

/// `GET /{kommune}/steuerung/berichte.csv` and `….json`
pub async fn file(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    format: Format,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let reports = Reports::recent(&mut read, city.tenant(), app.today()).await?;
    drop(read);
    let document = ReportsDocument::of(&viewer.t, &city.name, &reports);
    Ok(match format {
        Format::Json => File::json(&document)?.answer(),
        _ => File::new(Format::Csv, "berichte", document.csv()).answer(),
    })
}

/// Says no to who may not ask for reports, and who may.
fn refuse_others(viewer: &Viewer, measure: &Measure) -> Result<(), Failure> {
    if may_accept(viewer, measure) {
        return Ok(());
    }
    Err(Failure::forbidden("reports of another Stelle").advice(viewer.t.get("bericht-nicht-ihre")))
}

/// What a round is asked for with.
struct Desk {
    measure: Measure,
    asked: Vec<pages::ToAsk>,
    /// The indicators that somebody is asked for.
    open: Vec<Known>,
    /// All organisations of the city.
    register: Vec<Organisation>,
    organisations: Organisations,
    names: Names,
}

async fn desk(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<Desk, Failure> {
    let measure = measure(app, city, number).await?;
    refuse_others(viewer, &measure)?;
    let mut read = app.store.read().await?;
    let known: Vec<Known> =
        stands(&mut read, city.tenant(), number).await?.into_iter().map(|it| it.known).collect();
    let addresses = Addresses::read(&mut read, city.tenant(), number, app.today()).await?;
    let asked = asked(measure.plan.lead, &known)
        .into_iter()
        .map(|(reporter, all)| {
            let numbers = all.iter().map(|it| it.number).collect();
            let names = all.into_iter().map(|it| it.says.name.clone()).collect();
            ((reporter, addresses.of(number, reporter), numbers), names)
        })
        .collect();
    let register = organisations::all(&mut read, city.tenant()).await?;
    let organisations = register.iter().map(|it| (it.id, it.name.clone())).collect();
    let names = Names::read(&mut read, city.tenant()).await?;
    let is_open = |it: &Known| !it.says.ended && it.says.figure.is_none();
    let open = known.into_iter().filter(is_open).collect();
    Ok(Desk { measure, asked, open, register, organisations, names })
}

impl Desk {
    /// For which Berichtszeitraum and until when a form asks.
    fn wanted(
        &self,
        viewer: &Viewer,
        typed: &Typed,
        today: Date,
    ) -> Result<Option<(Period, Date)>, Problems> {
        let mut form = Reading::new(&viewer.t, typed);
        let period = Period::parse(form.sent("zeitraum")).filter(|it| it.first() <= today);
        if period.is_none() {
            form.wrong("zeitraum", "wert-zeitraum-fehlt");
        }
        let due = form.needed_day("bis", "massnahme-bis-fehlt");
        if due.is_some_and(|it| it < today) {
            form.wrong("bis", "bericht-bis-vorbei");
        }
        if self.asked.is_empty() {
            form.wrong("zeitraum", "bericht-niemand");
        }
        form.result(period.zip(due))
    }

    fn page(
        &self,
        viewer: &Viewer,
        city: &City,
        (typed, problems): (&Typed, Problems),
        today: Date,
    ) -> Sheet {
        let of = (&self.measure, &*self.asked, (&self.names, &self.organisations));
        let beside = pages::Beside { open: &self.open, register: &self.register };
        pages::ask(viewer, city, (of, beside), (typed, problems, today))
    }
}

/// `GET /{kommune}/steuerung/massnahmen/{number}/bericht`
pub async fn show_ask(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let desk = desk(&app, &city, &viewer, number).await?;
    let shown = (&Typed::new(), Problems::default());
    Ok(desk.page(&viewer, &city, shown, app.today()).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/bericht`: everybody who reports is asked at once.
pub async fn ask(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let desk = desk(&app, &city, &viewer, number).await?;
    let today = app.today();
    let (period, due) = match desk.wanted(&viewer, &typed, today) {
        Ok(Some(read)) => read,
        Ok(None) => return Err(Failure::refused("no period")),
        Err(problems) => return Ok(desk.page(&viewer, &city, (&typed, problems), today).refused()),
    };
    let asked: Vec<Asking> = desk.asked.iter().map(|it| it.0.clone()).collect();
    let mut change = app.store.change(viewer.author()).await?;
    let opened = opening::ask(&mut change, city.tenant(), (number, period, due), &asked).await?;
    let Some((round, requests)) = opened else {
        drop(change);
        let mut problems = Problems::default();
        problems.add("zeitraum", viewer.t.get("bericht-schon-gefragt"));
        return Ok(desk.page(&viewer, &city, (&typed, problems), today).refused());
    };
    let of = Round { number: round, measure: number, period, due };
    let is_more = requests.is_empty();
    let mut links = Vec::new();
    for (request, (_, contact, _)) in requests {
        if !contact.email.is_empty() {
            let link = letters::link(&app, &mut change, city.tenant(), (&of, request)).await?;
            links.push((contact, letters::address(&app, request, &link)));
        }
    }
    change.commit().await?;
    if !app.mail.is_on() && !links.is_empty() {
        // Nobody is written to: who asks hands the links on, and sees them at once.
        let links = links.into_iter().map(|(it, link)| (it.name.clone(), link)).collect();
        let shown = pages::Shown { typed: &Typed::new(), problems: Problems::default(), links };
        return Ok(round_page(&app, &city, &viewer, round, shown).await?.answer());
    }
    for (contact, link) in &links {
        let measure = &desk.measure.plan.title;
        let about = letters::About { city: &city, measure, round: &of, contact, link };
        letters::send(&app, &about, &Why::Ask);
    }
    let told = if is_more { "meldung-bericht-ergaenzt" } else { "meldung-bericht-gefragt" };
    Ok(viewer.done(&address(&city, round), Some(told)))
}

/// `GET /{kommune}/steuerung/berichte/{round}`
pub async fn show_round(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(RoundNumber { round }): PathOf<RoundNumber>,
) -> Result<Response, Failure> {
    let typed = Typed::new();
    let shown = pages::Shown { typed: &typed, problems: Problems::default(), links: Vec::new() };
    Ok(round_page(&app, &city, &viewer, round, shown).await?.answer())
}

async fn round_page(
    app: &App,
    city: &City,
    viewer: &Viewer,
    number: i64,
    shown: pages::Shown<'_>,
) -> Result<Sheet, Failure> {
    let mut read = app.store.read().await?;
    let reports = Reports::of_round(&mut read, city.tenant(), number).await?;
    let round = reports.asked.rounds.iter().find(|it| it.number == number);
    let round = round.ok_or_else(Failure::not_found)?;
    let measure = reports.measure(round.measure).ok_or_else(Failure::not_found)?;
    let stands = stands(&mut read, city.tenant(), round.measure).await?;
    let view = pages::RoundView {
        reports: &reports,
        round,
        measure,
        stands: &stands,
        may_act: may_accept(viewer, measure),
        has_mail: app.mail.is_on(),
        own: viewer.actor.post.map(Reporter::Post),
    };
    Ok(pages::round(viewer, city, &view, shown))
}

/// `GET /{kommune}/steuerung/berichte/{round}/{request}/docx`: the Sachbericht of what was accepted, also
/// while a correction of it waits.
pub async fn sachbericht(
    Of(app): Of<App>,
    city: City,
    PathOf(Numbers { round, request }): PathOf<Numbers>,
) -> Result<Response, Failure> {
    let case = Case::read(&app, city.tenant(), request).await?;
    let is_it = |it: &Case| it.round.number == round && it.request.has_paper();
    let case = case.filter(is_it).ok_or_else(Failure::not_found)?;
    let mut read = app.store.read().await?;
    let money = spending::View::read(&mut read, case.tenant, case.measure.number).await?;
    drop(read);
    paper(&app, &case, money.as_ref())
}

/// `POST /{kommune}/steuerung/berichte/hindernis`: the answer to what hinders, once.
pub async fn answer(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let reports = Reports::recent(&mut read, city.tenant(), app.today()).await?;
    drop(read);
    let number: i64 = sent(&typed, "nummer").parse().map_err(Failure::bad_request)?;
    let obstacle: &Obstacle =
        reports.obstacles.iter().find(|it| it.number == number).ok_or_else(Failure::not_found)?;
    let measure = reports.measure(obstacle.measure).ok_or_else(Failure::not_found)?;
    refuse_others(&viewer, measure)?;
    let field = format!("antwort-{number}");
    let text = sent(&typed, &field);
    let agendas = Agenda::ahead(&app, &viewer, &city).await?;
    let page = |text: &str| {
        let mut problems = Problems::default();
        problems.add(&field, viewer.t.get(text));
        let beside = (app.today(), agendas.as_slice());
        pages::overview(&viewer, &city, &reports, beside, (&typed, problems)).refused()
    };
    if text.is_empty() || text.chars().count() > LONGEST_TEXT {
        return Ok(page("hindernis-antwort-fehlt"));
    }
    let mut change = app.store.change(viewer.author()).await?;
    if !obstacles::answer(&mut change, city.tenant(), number, text).await? {
        return Ok(page("hindernis-schon"));
    }
    change.commit().await?;
    if let Some(request) = obstacle.request {
        act::tell(&app, &city, (viewer.author(), request), &Why::Answered).await?;
    }
    Ok(viewer.done(&city.at(PATH), Some("meldung-hindernis-beantwortet")))
}
