//! What is late and why: a report that is missing, an obstacle that nobody answered, a Mitzeichnung that
//! is open. It waits for Stellen and organisations; nothing here says how diligent somebody is.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::parts::{BoxFuture, Late, Today, TodayItem};
use ankunft_platform::register::organisations;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::store::{self, OpenReport};
use crate::around::words::Organisations;
use crate::bodies::model::Body;
use crate::bodies::store::tasks;
use crate::effects::model::Reporter;
use crate::enquiries::permissions as of_enquiries;
use crate::known::{post, posts};
use crate::papers::model::{Paper, Step};
use crate::permissions::{CONVENE, SEE, SEE_PAPERS, SIT, STEER, STEER_PAPERS};
use crate::{bodies, enquiries, measures, papers, reporting};

/// So long a Mitzeichnung may take.
const PATIENCE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is late of one's own Stelle; of all of them for who steers.
pub(super) struct Waits;

impl TodayItem for Waits {
    /// The rooms ask; this one only says why.
    fn items<'a>(
        &'a self,
        _app: &'a App,
        _viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn late<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Late>, StoreError>> {
        Box::pin(late(app, viewer))
    }
}

/// Who reads, and the words.
struct Reader<'a> {
    viewer: &'a Viewer,
    city: City,
    names: Names,
    organisations: Organisations,
}

async fn late(app: &App, viewer: &Viewer) -> Result<Vec<Late>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(Vec::new()) };
    if ![SEE, SIT, SEE_PAPERS, of_enquiries::SEE].into_iter().any(|it| viewer.may(it)) {
        return Ok(Vec::new());
    }
    let (tenant, today) = (city.tenant(), app.today());
    let mut read = app.store.read().await?;
    let names = Names::read(&mut read, tenant).await?;
    let organisations = organisations::names(&mut read, tenant).await?;
    let reader = Reader { viewer, city, names, organisations };
    let mut all = Vec::new();
    if viewer.may(SEE) {
        let reports = store::reports(&mut read, tenant, today).await?;
        let hindered: BTreeMap<i64, i64> =
            store::obstacles(&mut read, tenant).await?.into_iter().collect();
        let late = store::measures(&mut read, tenant, today).await?;
        all.extend(reader.measures(app, late, (&reports, &hindered)));
        all.extend(reader.reports(app, &reports));
    }
    if viewer.may(SEE_PAPERS) {
        let before = Timestamp::now().saturating_sub(PATIENCE).unwrap_or_default();
        let unsigned = store::unsigned(&mut read, tenant, before.as_microsecond()).await?;
        all.extend(reader.papers(app, &unsigned));
        let known = read.kept::<papers::store::Papers>(tenant).await?;
        let steps = read.kept::<papers::store::Steps>(tenant).await?;
        let bodies = bodies::store::bodies::bodies(&mut read, tenant).await?;
        all.extend(reader.results((&known, &steps, &bodies), today));
    }
    if viewer.may(SIT) {
        let late = tasks::tasks(&mut read, tenant).await?;
        let late = late.into_iter().filter(|it| it.is_late(today));
        all.extend(late.filter_map(|it| reader.task(&it)));
    }
    if viewer.may(of_enquiries::SEE) {
        let late = store::enquiries(&mut read, tenant, today).await?;
        all.extend(late.iter().filter_map(|it| reader.enquiry(app, it)));
    }
    Ok(all)
}

impl Reader<'_> {
    fn t(&self) -> &Texts {
        &self.viewer.t
    }

    fn is_own(&self, id: i64) -> bool {
        self.viewer.actor.post == Some(id)
    }

    fn post(&self, id: i64) -> String {
        post(self.t(), &self.names, id)
    }

    fn reporter(&self, it: Reporter) -> String {
        match it {
            Reporter::Post(id) => self.post(id),
            Reporter::Organisation(id) => {
                self.organisations.get(&id).cloned().unwrap_or_else(|| self.t().get("stelle-weg"))
            }
        }
    }

    fn says(&self, text: &str, whom: String, day: Date) -> String {
        let args = [("wer", Arg::from(whom)), ("tag", Arg::from(self.t().date(day)))];
        self.t().with(text, &args)
    }

    /// Whom a report waits for.
    fn why(&self, app: &App, it: &OpenReport) -> String {
        match it.handed_in {
            Some(at) => self.says("spaet-abnahme", self.post(it.lead), day_of(app, at)),
            None => self.says("spaet-bericht-fehlt", self.reporter(it.reporter), it.due),
        }
    }

    fn measures(
        &self,
        app: &App,
        late: Vec<store::LateMeasure>,
        (reports, hindered): (&[OpenReport], &BTreeMap<i64, i64>),
    ) -> Vec<Late> {
        let concerns = |it: &store::LateMeasure| self.is_own(it.lead) || self.viewer.may(STEER);
        let one = |it: store::LateMeasure| {
            let open = reports.iter().filter(|report| report.measure == it.number);
            let mut why: Vec<String> = open.map(|report| self.why(app, report)).collect();
            why.extend(hindered.get(&it.number).map(|at| {
                let day = [("tag", Arg::from(self.t().date(day_of(app, *at))))];
                self.t().with("spaet-hindernis", &day)
            }));
            if why.is_empty() {
                why.push(self.says("spaet-sachstand", self.post(it.lead), it.due));
            }
            let title = [("titel", Arg::from(it.title))];
            Late {
                text: self.t().with("spaet-massnahme", &title),
                href: measures::address(&self.city, it.number),
                since: it.due,
                why,
            }
        };
        late.into_iter().filter(concerns).map(one).collect()
    }

    /// One for each round, with all that it waits for.
    fn reports(&self, app: &App, all: &[OpenReport]) -> Vec<Late> {
        let concerns = |it: &&OpenReport| {
            let asked = matches!(it.reporter, Reporter::Post(id) if self.is_own(id));
            self.is_own(it.lead) || asked || self.viewer.may(STEER)
        };
        let mut late: Vec<Late> = Vec::new();
        for it in all.iter().filter(concerns) {
            let href = reporting::address(&self.city, it.round);
            let why = self.why(app, it);
            if let Some(known) = late.iter_mut().find(|other| other.href == href) {
                known.why.push(why);
                continue;
            }
            let args = [
                ("titel", Arg::from(it.title.as_str())),
                ("zeitraum", Arg::from(it.period.words(self.t()))),
            ];
            let text = self.t().with("spaet-bericht", &args);
            late.push(Late { text, href, since: it.due, why: vec![why] });
        }
        late
    }

    fn papers(&self, app: &App, all: &[store::Unsigned]) -> Vec<Late> {
        let numbers: BTreeSet<i64> = all.iter().map(|it| it.paper).collect();
        let one = |number: i64| {
            let of: Vec<&store::Unsigned> = all.iter().filter(|it| it.paper == number).collect();
            let mut asked: BTreeMap<Date, Vec<i64>> = BTreeMap::new();
            for it in &of {
                asked.entry(day_of(app, it.since)).or_default().push(it.asked_post);
            }
            let first = of.first()?;
            let is_asked = of.iter().any(|it| self.is_own(it.asked_post));
            if !is_asked && !self.is_own(first.lead_post) && !self.viewer.may(STEER_PAPERS) {
                return None;
            }
            let since = *asked.keys().next()?;
            let open = |(day, whom): (&Date, &Vec<i64>)| {
                let whom = posts(self.t(), &self.names, whom);
                self.says("spaet-mitzeichnung-offen", whom, *day)
            };
            let subject = [("betreff", Arg::from(first.subject.as_str()))];
            Some(Late {
                text: self.t().with("spaet-mitzeichnung", &subject),
                href: papers::address(&self.city, number),
                since,
                why: asked.iter().map(open).collect(),
            })
        };
        numbers.into_iter().filter_map(one).collect()
    }

    /// What bodies have heard without anybody writing down what came of it: one for each Vorlage.
    fn results(
        &self,
        (known, steps, bodies): (&[Paper], &[(i64, Step)], &[Body]),
        today: Date,
    ) -> Vec<Late> {
        let one = |paper: &Paper| {
            if !self.is_own(paper.draft.lead) && !self.viewer.may(STEER_PAPERS) {
                return None;
            }
            let own = steps.iter().filter(|it| it.0 == paper.number).map(|it| &it.1);
            let heard: Vec<&Step> = own.filter(|it| it.result.is_none() && it.on < today).collect();
            let why = |it: &&Step| {
                let body = bodies.iter().find(|body| body.number == it.body);
                let body = body.map_or_else(String::new, |it| it.charter.name.clone());
                self.says("spaet-ergebnis-fehlt", body, it.on)
            };
            let subject = [("betreff", Arg::from(paper.draft.subject.as_str()))];
            Some(Late {
                text: self.t().with("spaet-ergebnis", &subject),
                href: papers::address(&self.city, paper.number),
                since: heard.first()?.on,
                why: heard.iter().map(why).collect(),
            })
        };
        known.iter().filter_map(one).collect()
    }

    fn task(&self, it: &bodies::model::Task) -> Option<Late> {
        let duty = &it.duty;
        if !self.is_own(duty.post) && !self.viewer.may(CONVENE) {
            return None;
        }
        Some(Late {
            text: self.t().with("spaet-aufgabe", &[("was", Arg::from(duty.what.as_str()))]),
            href: bodies::address_of_task(&self.city, it.number),
            since: duty.due,
            why: vec![self.says("spaet-wartet", self.post(duty.post), duty.due)],
        })
    }

    fn enquiry(&self, app: &App, it: &store::LateEnquiry) -> Option<Late> {
        if !self.is_own(it.lead) && !self.viewer.may(of_enquiries::STEER) {
            return None;
        }
        let (text, day) = match it.written {
            Some(at) => ("spaet-antwort-liegt", day_of(app, at)),
            None => ("spaet-antwort-fehlt", it.due),
        };
        let subject = [("betreff", Arg::from(it.subject.as_str()))];
        Some(Late {
            text: self.t().with("spaet-anfrage", &subject),
            href: enquiries::address(&self.city, it.number),
            since: it.due,
            why: vec![self.says(text, self.post(it.lead), day)],
        })
    }
}

/// The day of a moment in microseconds UTC.
fn day_of(app: &App, at: i64) -> Date {
    app.config.zone().to_datetime(Timestamp::from_microsecond(at).unwrap_or_default()).date()
}
