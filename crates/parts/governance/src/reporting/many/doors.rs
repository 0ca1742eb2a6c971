//! The doors with which many measures are asked at once.

use std::collections::BTreeSet;
use std::sync::Arc;

use ankunft_platform::ids;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::register::organisations;
use ankunft_platform::store::StoreError;
use ankunft_platform::typed::{Reading, Typed, all_sent};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use jiff::civil::Date;

use super::model::{Offer, Offers, ToContact, by_contact, offers};
use super::pages::{self, View};
use super::store::{self, Opened};
use crate::around::words::Organisations;
use crate::effects::doors::may_accept;
use crate::effects::period::Period;
use crate::effects::store::Indicators;
use crate::measures::model::Measure;
use crate::measures::store::Measures;
use crate::reporting::letters::{self, About};
use crate::reporting::model::{Link, Round};
use crate::reporting::view::Addresses;

/// What is read before somebody asks: as many statements, however many measures.
struct Desk {
    measures: Arc<Measures>,
    indicators: Arc<Indicators>,
    addresses: Addresses,
    names: Names,
    organisations: Organisations,
    /// The measures that ask for the usual period.
    open: BTreeSet<i64>,
    usual: Period,
}

impl Desk {
    async fn read(app: &App, city: &City) -> Result<Self, StoreError> {
        let (tenant, today) = (city.tenant(), app.today());
        let usual = Period::of(today, 3).before();
        let mut read = app.store.read().await?;
        Ok(Self {
            measures: read.kept(tenant).await?,
            indicators: read.kept(tenant).await?,
            addresses: Addresses::all(&mut read, tenant, today).await?,
            names: Names::read(&mut read, tenant).await?,
            organisations: organisations::names(&mut read, tenant).await?,
            open: store::asking(&mut read, tenant, usual).await?,
            usual,
        })
    }

    /// What this reader may ask for.
    fn offers(&self, viewer: &Viewer) -> Offers<'_> {
        let theirs = self.measures.iter().filter(|it| may_accept(viewer, it));
        offers(theirs, &self.indicators, |measure, it| self.addresses.of(measure, it))
    }

    fn view<'a>(&'a self, offers: &'a Offers<'a>, today: Date) -> View<'a> {
        let Self { names, organisations, open, usual, .. } = self;
        View { offers, names, organisations, open, usual: *usual, today }
    }
}

/// `GET /{kommune}/steuerung/berichte/anfragen`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let desk = Desk::read(&app, &city).await?;
    let offers = desk.offers(&viewer);
    let shown = (None, Problems::default());
    Ok(pages::ask(&viewer, &city, &desk.view(&offers, app.today()), shown).answer())
}

/// What a form asks for: the period, the last day, the measures.
type Wanted<'a> = (Period, Date, Vec<Offer<'a>>);

fn wanted<'a>(
    viewer: &Viewer,
    typed: &Typed,
    (ready, today): (Vec<Offer<'a>>, Date),
) -> Result<Option<Wanted<'a>>, Problems> {
    let mut form = Reading::new(&viewer.t, typed);
    let period = Period::parse(form.sent("zeitraum")).filter(|it| it.first() <= today);
    if period.is_none() {
        form.wrong("zeitraum", "wert-zeitraum-fehlt");
    }
    let due = form.needed_day("bis", "massnahme-bis-fehlt");
    if due.is_some_and(|it| it < today) {
        form.wrong("bis", "bericht-bis-vorbei");
    }
    let chosen: BTreeSet<&str> = all_sent(typed, "massnahme").collect();
    let is_chosen = |it: &Offer<'_>| chosen.contains(&*it.measure.number.to_string());
    let ready: Vec<Offer<'a>> = ready.into_iter().filter(is_chosen).collect();
    if ready.is_empty() {
        let text = viewer.t.get("berichte-anfragen-keine-gewaehlt");
        form.problems.add_choices("massnahme", text);
    }
    form.result(period.zip(due).map(|(period, due)| (period, due, ready)))
}

/// `POST /{kommune}/steuerung/berichte/anfragen`: all rounds that are not open yet, in one change; one
/// letter for each contact.
pub async fn ask(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let desk = Desk::read(&app, &city).await?;
    let today = app.today();
    let refused = |problems: Problems| {
        let offers = desk.offers(&viewer);
        let shown = (Some(&typed), problems);
        Ok(pages::ask(&viewer, &city, &desk.view(&offers, today), shown).refused())
    };
    let (period, due, ready) = match wanted(&viewer, &typed, (desk.offers(&viewer).ready, today)) {
        Ok(Some(wanted)) => wanted,
        Ok(None) => return Err(Failure::refused("no period")),
        Err(problems) => return refused(problems),
    };
    let now = app.now().as_microsecond();
    let link = |round: &Round| Link {
        number: 1,
        chance: ids::secret::<16>().to_vec(),
        made_at: now,
        expires_at: letters::good_until(&app, round).as_microsecond(),
        ended_at: None,
    };
    let round = |number, measure| Round { number, measure, period, due };
    let mut change = app.store.change(viewer.author()).await?;
    let opened = store::open_all(&mut change, city.tenant(), &ready, (round, link)).await?;
    if opened.is_empty() {
        drop(change);
        let mut problems = Problems::default();
        problems.add("zeitraum", viewer.t.get("berichte-anfragen-schon-alle"));
        return refused(problems);
    }
    change.commit().await?;
    tell(&app, &city, &viewer, (&desk.measures, &opened))
}

/// Writes the letters; without mail, who asks sees the links and hands them on.
fn tell(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (measures, opened): (&[Measure], &[Opened<'_>]),
) -> Result<Response, Failure> {
    let titles = |of: i64| measures.iter().find(|it| it.number == of).map(|it| &*it.plan.title);
    let linked = opened.iter().filter_map(|it| {
        let link = letters::address(app, it.request, it.link.as_ref()?);
        Some((&it.asking.1, (titles(it.round.measure).unwrap_or_default(), &it.round, link)))
    });
    let all: Vec<ToContact<'_>> = by_contact(linked);
    if !app.mail.is_on() && !all.is_empty() {
        return Ok(pages::links(viewer, city, &all).answer());
    }
    for (contact, reports) in &all {
        let about: Vec<About<'_>> = reports
            .iter()
            .map(|(measure, round, link)| About { city, measure, round, contact, link })
            .collect();
        letters::send_all(app, &about);
    }
    Ok(viewer.done(&city.at(crate::reporting::PATH), Some("meldung-berichte-gefragt")))
}
