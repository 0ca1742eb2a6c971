//! Half-yearly reports: rounds, who is asked, what came, what was accepted.

use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use jiff::Span;
use jiff::civil::Date;

use super::measures::Measures;
use super::rows::{Cell, insert, last, row};
use super::{Ground, Made, Size, moment};

pub(super) async fn write(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let all = Measures { first: made.measure - size.measures + 1, last: made.measure, size };
    let halves = halves(ground.today, size.halves);
    let mut rows = Rows::default();
    let mut round = last(change, ground.tenant, ("report_round", "number")).await?;
    for (period, end) in &halves {
        for measure in all.numbers() {
            round += 1;
            let is_newest = *period == halves[halves.len() - 1].0;
            let of = Round { round, measure, period, end: *end };
            // The newest half-year has not come from everybody yet.
            let has_come = !is_newest || measure % 2 == all.last % 2;
            let requests = rows.round(ground, &of, (all.indicators(measure), has_come));
            if measure == all.last {
                (made.round, made.request) = (round, requests);
            }
        }
    }
    let obstacle = last(change, ground.tenant, ("obstacle", "number")).await?;
    for at in 0..size.measures / 2 {
        rows.obstacle(ground, (obstacle + at + 1, all.first + at));
    }
    rows.insert(change).await
}

/// The last half-years that are over, the oldest first, each with its last day.
fn halves(today: Date, count: i64) -> Vec<(String, Date)> {
    let first = if today.month() > 6 { 7 } else { 1 };
    let begin = Date::new(today.year(), first, 1).unwrap_or(today);
    let half = |back: i64| {
        let begin = begin.saturating_sub(Span::new().months(6 * back));
        let end = begin.saturating_add(Span::new().months(6));
        let number = if begin.month() > 6 { 2 } else { 1 };
        (format!("{}h{number}", begin.year()), end.yesterday().unwrap_or(end))
    };
    (1..=count).rev().map(half).collect()
}

struct Round<'a> {
    round: i64,
    measure: i64,
    period: &'a str,
    end: Date,
}

#[derive(Default)]
struct Rows {
    actuals: Vec<Vec<Cell>>,
    verdicts: Vec<Vec<Cell>>,
    rounds: Vec<Vec<Cell>>,
    requests: Vec<Vec<Cell>>,
    asked: Vec<Vec<Cell>>,
    contacts: Vec<Vec<Cell>>,
    links: Vec<Vec<Cell>>,
    drafts: Vec<Vec<Cell>>,
    submissions: Vec<Vec<Cell>>,
    values: Vec<Vec<Cell>>,
    decided: Vec<Vec<Cell>>,
    objections: Vec<Vec<Cell>>,
    obstacles: Vec<Vec<Cell>>,
}

impl Rows {
    /// A round with two who are asked: the Stelle that leads, and an organisation. Gives the number
    /// of the first request.
    fn round(&mut self, ground: &Ground, of: &Round<'_>, (count, has_come): (i64, bool)) -> i64 {
        let (tenant, post) = (ground.tenant.id(), ground.post(of.measure));
        let due = of.end.saturating_add(Span::new().days(30));
        let at = moment(of.end);
        self.rounds
            .push(row![tenant, of.round, of.measure, of.period, due, None::<i64>, post, at,]);
        let organisation = ground.organisation(of.measure);
        let two = [(Some(post), None, 1), (None, Some(organisation), 0)];
        let mut first = 0;
        for (post, organisation, rest) in two {
            let request = ids::next();
            first = if first == 0 { request } else { first };
            self.requests.push(row![request, tenant, of.round, post, organisation, None::<i64>]);
            for version in 1..=2_i64 {
                let email = "buero@traeger.example";
                self.contacts.push(row![tenant, request, version, "Büro", email, at + version]);
                let chance = request.to_be_bytes().to_vec();
                let ends = moment(due.saturating_add(Span::new().days(60)));
                let ended = (version == 1).then_some(at + 1);
                self.links.push(row![tenant, request, version, chance, at, ends, ended]);
            }
            let own = (1..=count).filter(|it| it % 2 == rest);
            self.report(ground, of, (request, at), (own.collect(), has_come));
        }
        first
    }

    fn report(
        &mut self,
        ground: &Ground,
        of: &Round<'_>,
        (request, at): (i64, i64),
        (indicators, has_come): (Vec<i64>, bool),
    ) {
        let (tenant, post) = (ground.tenant.id(), ground.post(of.measure));
        for indicator in &indicators {
            self.asked.push(row![tenant, request, of.measure, *indicator]);
        }
        if !has_come {
            self.drafts.push(row![request, tenant, "{}", at]);
            return;
        }
        let note = "Drei Nachmittage fielen aus, weil der Raum nicht zu heizen war.";
        self.submissions.push(row![tenant, request, 1, "Büro", note, at + 10]);
        let verdict = row![tenant, request, 1, "accepted", "", None::<i64>, post, at + 20];
        self.decided.push(verdict);
        self.objections.push(row![
            tenant,
            request,
            1,
            "Nachbarin",
            "nachbarin@traeger.example",
            at
        ]);
        for indicator in indicators {
            let value = 4000 + (of.round * 37 + indicator * 11) % 900;
            let of_all = (indicator % 3 == 0).then_some(value * 2);
            let key = row![tenant, of.measure, indicator, of.period, 1];
            let said = row![value, of_all, "", "", None::<i64>, post, at + 10];
            self.actuals.push([key.clone(), said].concat());
            self.verdicts.push([key, row!["accepted", "", None::<i64>, post, at + 20]].concat());
            let value = row![tenant, request, 1, of.measure, indicator, of.period, 1];
            self.values.push(value);
        }
    }

    fn obstacle(&mut self, ground: &Ground, (number, measure): (i64, i64)) {
        let at = moment(ground.day(-number % 300));
        let text = format!("Für den Raum {number} fehlt der Schlüssel");
        let tenant = ground.tenant.id();
        let state = "open";
        let row = row![tenant, number, measure, None::<i64>, text, state, "", at, None::<i64>];
        self.obstacles.push(row);
    }

    async fn insert(self, change: &mut Change) -> Result<(), StoreError> {
        let tables = [
            (
                "measure_actual",
                "tenant, measure, indicator, period, version, numerator, denominator, note, \
                 findings, account, post, at",
                self.actuals,
            ),
            (
                "measure_actual_verdict",
                "tenant, measure, indicator, period, version, verdict, reason, account, post, at",
                self.verdicts,
            ),
            (
                "report_round",
                "tenant, number, measure, period, due, account, post, at",
                self.rounds,
            ),
            (
                "report_request",
                "id, tenant, round, reporter_post, reporter_organisation, withdrawn_at",
                self.requests,
            ),
            ("report_asked", "tenant, request, measure, indicator", self.asked),
            ("report_contact", "tenant, request, version, name, email, at", self.contacts),
            (
                "report_link",
                "tenant, request, number, chance, made_at, expires_at, ended_at",
                self.links,
            ),
            ("report_draft", "request, tenant, content, at", self.drafts),
            ("report_submission", "tenant, request, number, contact, note, at", self.submissions),
            (
                "report_value",
                "tenant, request, number, measure, indicator, period, version",
                self.values,
            ),
            (
                "report_verdict",
                "tenant, request, number, verdict, reason, account, post, at",
                self.decided,
            ),
            ("report_objection", "tenant, request, number, name, email, at", self.objections),
            (
                "obstacle",
                "tenant, number, measure, request, text, state, answer, raised_at, answered_at",
                self.obstacles,
            ),
        ];
        for (table, columns, rows) in tables {
            insert(change, (table, columns), rows).await?;
        }
        Ok(())
    }
}
