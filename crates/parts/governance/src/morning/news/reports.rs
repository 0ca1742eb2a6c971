//! Reports that came, were accepted or sent back, and what hinders: for the Federführung, for who
//! reports, and all that came for who steers.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{BoxFuture, News, NewsSource};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};

use super::{Told, number};
use crate::effects::model::Reporter;
use crate::known::post;
use crate::measures;
use crate::permissions::{SEE, STEER};
use crate::reporting::model::{Request, Round};
use crate::reporting::view::Reports;
use crate::reporting::{address, obstacles, write};

const ABOUT: &str = "neues-berichte";

/// What happened to reports.
pub(crate) struct Changed;

impl NewsSource for Changed {
    fn kinds(&self) -> &'static [&'static str] {
        &[write::KIND, obstacles::KIND]
    }

    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        changes: &'a [Recorded],
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>> {
        Box::pin(news(app, viewer, changes))
    }
}

async fn news(app: &App, viewer: &Viewer, changes: &[Recorded]) -> Result<Vec<News>, StoreError> {
    let Some(told) = Told::of(viewer).filter(|_| viewer.may(SEE)) else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let all = Reports::recent(&mut read, told.city.tenant(), app.today()).await?;
    let one = |change: &Recorded| {
        if change.thing_kind == obstacles::KIND {
            return hindered(&told, &all, change);
        }
        let thing = number(change)?;
        let found = match change.action.as_str() {
            "report.ask" => all.each().find(|(round, request)| {
                round.number == thing && request.reporter == Reporter::Post(told.post)
            }),
            _ => all.each().find(|(_, request)| request.id == thing),
        };
        of_report(&told, &all, (found?, change))
    };
    Ok(changes.iter().filter_map(one).collect())
}

fn of_report(
    told: &Told<'_>,
    all: &Reports,
    ((round, request), change): ((&Round, &Request), &Recorded),
) -> Option<News> {
    let t = &told.viewer.t;
    let measure = all.measure(round.measure)?;
    let plan = &measure.plan;
    let reports = request.reporter == Reporter::Post(told.post);
    let leads = plan.lead == told.post;
    let steers = told.viewer.may(STEER);
    let (text, concerns) = match change.action.as_str() {
        "report.ask" | "report.ask-again" => ("neues-bericht-gefragt", reports),
        "report.submit" => ("neues-bericht-da", plan.is_of(told.post) || steers),
        "report.accept" => ("neues-bericht-abgenommen", leads || reports),
        "report.return" => ("neues-bericht-zurueck", leads || reports),
        "report.object" => ("neues-bericht-anderer", leads || steers),
        _ => return None,
    };
    if !concerns {
        return None;
    }
    let who = match request.reporter {
        Reporter::Post(id) => post(t, &all.names, id),
        Reporter::Organisation(id) => all.organisations.get(&id).cloned().unwrap_or_default(),
    };
    let args = [
        ("titel", Arg::from(plan.title.as_str())),
        ("zeitraum", Arg::from(round.period.words(t))),
        ("wer", Arg::from(who)),
        ("tag", Arg::from(t.date(round.due))),
    ];
    Some(told.news(ABOUT, (text, &args), (address(&told.city, round.number), change)))
}

fn hindered(told: &Told<'_>, all: &Reports, change: &Recorded) -> Option<News> {
    let text = match change.action.as_str() {
        "obstacle.raise" => "neues-hindernis",
        "obstacle.answer" => "neues-hindernis-beantwortet",
        _ => return None,
    };
    let thing = number(change)?;
    let obstacle = all.obstacles.iter().find(|it| it.number == thing)?;
    let measure = all.measure(obstacle.measure)?;
    if !measure.plan.is_of(told.post) && !told.viewer.may(STEER) {
        return None;
    }
    let title = [("titel", Arg::from(measure.plan.title.as_str()))];
    let href = measures::address(&told.city, measure.number);
    Some(told.news(ABOUT, (text, &title), (href, change)))
}
