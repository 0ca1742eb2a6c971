//! How complete reports are, as JSON and CSV: by Stelle or organisation and period, and by round. Never
//! by person.

use ankunft_platform::languages::Texts;
use ankunft_platform::web::file;
use schemars::JsonSchema;
use serde::Serialize;

use super::model::{Count, Request, Round, complete};
use super::view::Reports;
use crate::effects::model::Reporter;
use crate::effects::period::Period;
use crate::effects::words;

/// How complete the reports of a city are.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Reports")]
pub struct ReportsDocument<'a> {
    /// The city.
    city: &'a str,
    /// By who is asked and period.
    completeness: Vec<CountDocument>,
    /// The rounds, the newest first.
    rounds: Vec<RoundDocument<'a>>,
}

/// How many reports of somebody for a period are there.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReportCount")]
struct CountDocument {
    /// The Stelle or organisation that is asked.
    reporter: String,
    /// `stelle` or `organisation`.
    kind: &'static str,
    /// The Berichtszeitraum: `2026`, `2026h2`, `2026q3`, `2026-09`.
    period: String,
    /// How many reports were asked for.
    expected: usize,
    /// How many have come.
    received: usize,
}

/// A round of reports on a measure.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReportRound")]
struct RoundDocument<'a> {
    /// Its number in the city.
    number: i64,
    /// The number of the measure.
    measure: i64,
    /// The title of the measure.
    title: &'a str,
    /// The Berichtszeitraum.
    period: String,
    /// The last day, as ISO text.
    due: String,
    /// How many reports were asked for.
    expected: usize,
    /// Whose reports have not come.
    missing: Vec<String>,
}

const fn kind(it: Reporter) -> &'static str {
    match it {
        Reporter::Post(_) => "stelle",
        Reporter::Organisation(_) => "organisation",
    }
}

impl<'a> ReportsDocument<'a> {
    /// That of a city.
    pub fn of(t: &Texts, city: &'a str, reports: &'a Reports) -> Self {
        let who =
            |it: Reporter| words::reporter(t, (&reports.names, &reports.organisations), Some(it));
        let counts = complete(reports.each());
        let count = |((reporter, period), it): (&(Reporter, Period), &Count)| CountDocument {
            reporter: who(*reporter),
            kind: kind(*reporter),
            period: period.to_string(),
            expected: it.expected,
            received: it.received,
        };
        let mut completeness: Vec<CountDocument> = counts.iter().map(count).collect();
        completeness.sort_by(|a, b| (&a.reporter, &a.period).cmp(&(&b.reporter, &b.period)));
        let round = |it: &'a Round| {
            let missing = |it: &&Request| it.state().is_with_reporter();
            RoundDocument {
                number: it.number,
                measure: it.measure,
                title: reports.measure(it.measure).map_or("", |it| &it.plan.title),
                period: it.period.to_string(),
                due: it.due.to_string(),
                expected: reports.of(it.number).count(),
                missing: reports.of(it.number).filter(missing).map(|it| who(it.reporter)).collect(),
            }
        };
        Self { city, completeness, rounds: reports.asked.rounds.iter().map(round).collect() }
    }

    /// One row who is asked and period.
    #[must_use]
    pub fn csv(&self) -> String {
        let header = ["reporter", "kind", "period", "expected", "received"].map(str::to_owned);
        let row = |it: &CountDocument| {
            [
                it.reporter.clone(),
                it.kind.to_owned(),
                it.period.clone(),
                it.expected.to_string(),
                it.received.to_string(),
            ]
        };
        file::csv(std::iter::once(header).chain(self.completeness.iter().map(row)))
    }
}
