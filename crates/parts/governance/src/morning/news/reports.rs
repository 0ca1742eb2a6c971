//! Reports that came, were accepted or sent back, and what hinders: for the Federführung, for who
//! reports, and all that came for who steers.

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::on_duty;
use crate::effects::model::Reporter;
use crate::known::post;
use crate::measures;
use crate::permissions::{SEE, STEER};
use crate::reporting::model::{Request, Round};
use crate::reporting::view::Reports;
use crate::reporting::{address, obstacles, write};

/// What happened to reports.
pub(super) struct Reported;

impl Chronicle for Reported {
    const KINDS: &'static [&'static str] = &[write::KIND, obstacles::KIND];
    const ABOUT: &'static str = "neues-berichte";
    type Seen = Reports;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SEE)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Reports, StoreError> {
        let mut read = app.store.read().await?;
        Reports::recent(&mut read, whom.city.tenant(), app.today()).await
    }

    fn say(whom: &Whom<'_>, seen: &Reports, change: &Recorded) -> Option<Said> {
        if change.thing_kind == obstacles::KIND {
            return hindered(whom, seen, change);
        }
        let thing = number(change)?;
        let is_asked = |request: &Request| match request.reporter {
            Reporter::Post(it) => whom.is(it),
            Reporter::Organisation(_) => false,
        };
        let found = match change.action.as_str() {
            "report.ask" => seen.each().find(|(round, it)| round.number == thing && is_asked(it)),
            _ => seen.each().find(|(_, it)| it.id == thing),
        };
        let (round, request) = found?;
        let text = of_report(whom, (seen, round), (is_asked(request), change))?;
        Some(in_words(whom, (text, seen), (round, request)))
    }
}

/// What is said of a change of a report, if it concerns them.
fn of_report(
    whom: &Whom<'_>,
    (all, round): (&Reports, &Round),
    (reports, change): (bool, &Recorded),
) -> Option<&'static str> {
    let plan = &all.measure(round.measure)?.plan;
    let leads = whom.is(plan.lead);
    let steers = whom.viewer.may(STEER);
    let (text, concerns) = match change.action.as_str() {
        "report.ask" | "report.ask-again" => ("neues-bericht-gefragt", reports),
        "report.submit" => ("neues-bericht-da", steers || whom.works_in(|post| plan.is_of(post))),
        "report.accept" => ("neues-bericht-abgenommen", leads || reports),
        "report.return" => ("neues-bericht-zurueck", leads || reports),
        "report.object" => ("neues-bericht-anderer", leads || steers),
        _ => return None,
    };
    concerns.then_some(text)
}

fn in_words(
    whom: &Whom<'_>,
    (text, all): (&'static str, &Reports),
    (round, request): (&Round, &Request),
) -> Said {
    let t = &whom.viewer.t;
    let who = match request.reporter {
        Reporter::Post(id) => post(t, &all.names, id),
        Reporter::Organisation(id) => all.organisations.get(&id).cloned().unwrap_or_default(),
    };
    let title = all.measure(round.measure).map_or("", |it| &it.plan.title);
    let args = vec![
        ("titel", Arg::from(title)),
        ("zeitraum", Arg::from(round.period.words(t))),
        ("wer", Arg::from(who)),
        ("tag", Arg::from(t.date(round.due))),
    ];
    Said { text, args, href: address(&whom.city, round.number) }
}

fn hindered(whom: &Whom<'_>, all: &Reports, change: &Recorded) -> Option<Said> {
    let text = match change.action.as_str() {
        "obstacle.raise" => "neues-hindernis",
        "obstacle.answer" => "neues-hindernis-beantwortet",
        _ => return None,
    };
    let thing = number(change)?;
    let obstacle = all.obstacles.iter().find(|it| it.number == thing)?;
    let measure = all.measure(obstacle.measure)?;
    let plan = &measure.plan;
    if !whom.works_in(|post| plan.is_of(post)) && !whom.viewer.may(STEER) {
        return None;
    }
    let href = measures::address(&whom.city, measure.number);
    Some(Said::of(text, ("titel", &plan.title), href))
}
