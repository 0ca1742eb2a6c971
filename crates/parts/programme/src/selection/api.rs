//! The selection as files, of the values of the pages.

use std::collections::BTreeMap;

use ankunft_platform::web::file;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::Serialize;

use super::model::{Giving, Quarter};
use super::view::{Comparison, Line};

/// How the cities choose their quarters.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SelectionDocument {
    /// The programme.
    pub programme: String,
    /// All cities of it, by name.
    pub cities: Vec<CityEntry>,
}

/// What is known of a city.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CityEntry {
    /// The city.
    pub city: String,
    /// How it is organised, by the code of its profile.
    pub organisation: Option<String>,
    /// What it shows of its candidates; none if it shows nothing to who reads.
    pub shown: Option<ShownEntry>,
    /// What it has published of its decisions, the newest first.
    pub published: Vec<PublishedEntry>,
}

/// What a city shows of its candidates.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShownEntry {
    /// The day on which it showed this.
    pub on_date: String,
    /// For what.
    pub purpose: String,
    /// The last day on which it is read.
    pub until: Option<String>,
    /// How the city came to its choice beside any assessment.
    pub approach: String,
    /// How many candidates stand in each state that occurs.
    pub counts: BTreeMap<&'static str, usize>,
    /// The candidates, in alphabetical order.
    pub candidates: Vec<CandidateEntry>,
}

/// A candidate of a city.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CandidateEntry {
    /// Its name.
    pub name: String,
    /// What the city calls areas of that kind.
    pub kind: String,
    /// Where it stands: `proposed`, `presented`, `agreed`, `chosen`, `not-chosen`, `set-aside`.
    pub state: &'static str,
    /// Since when.
    pub since: String,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Why, in the city's own words.
    pub reason: String,
    /// The dimensions of the assessment of its geography, by their codes.
    pub dimensions: Vec<String>,
    /// The period that the assessment reports.
    pub period: Option<String>,
}

/// A published decision.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PublishedEntry {
    /// Its number in the city.
    pub number: i64,
    /// The chosen quarters.
    pub quarters: Vec<String>,
    /// The day.
    pub on_date: String,
    /// Who decided.
    pub decided_by: String,
    /// Why.
    pub reason: String,
}

impl SelectionDocument {
    /// The document of a comparison.
    #[must_use]
    pub fn of(it: &Comparison) -> Self {
        let cities = it.lines.iter().map(city).collect();
        Self { programme: it.programme.name.clone(), cities }
    }
}

/// The day of a moment.
fn day(at: i64) -> String {
    let moment = Timestamp::from_microsecond(at).unwrap_or_default();
    TimeZone::UTC.to_datetime(moment).date().to_string()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|it| !it.is_empty())
}

fn city(line: &Line) -> CityEntry {
    let published = line.published.iter().map(|it| PublishedEntry {
        number: it.number,
        quarters: it.quarters.clone(),
        on_date: it.on_date.clone(),
        decided_by: it.body.clone(),
        reason: it.reason.clone(),
    });
    CityEntry {
        city: line.city.name.clone(),
        organisation: line.organisation.clone(),
        shown: line.given.as_ref().map(shown),
        published: published.collect(),
    }
}

fn shown(giving: &Giving) -> ShownEntry {
    let it = &giving.shown;
    let candidate = |it: &Quarter| CandidateEntry {
        name: it.name.clone(),
        kind: it.kind.clone(),
        state: it.state.code(),
        since: it.since.clone(),
        decided_by: some(&it.body),
        reason: it.reason.clone(),
        dimensions: it.method.dimensions.clone(),
        period: some(&it.method.period),
    };
    ShownEntry {
        on_date: day(giving.at),
        purpose: it.purpose.clone(),
        until: it.until.map(|it| it.to_string()),
        approach: it.approach.clone(),
        counts: it.counts().into_iter().map(|(state, count)| (state.code(), count)).collect(),
        candidates: it.quarters.iter().map(candidate).collect(),
    }
}

/// One line a candidate; one for each city that shows none.
#[must_use]
pub fn csv(it: &Comparison) -> String {
    let header = [
        "city",
        "organisation",
        "shown_on",
        "until",
        "dimensions",
        "period",
        "approach",
        "candidate",
        "kind",
        "state",
        "since",
        "decided_by",
        "reason",
    ];
    let mut rows = vec![header.map(str::to_owned)];
    for city in SelectionDocument::of(it).cities {
        let organisation = city.organisation.unwrap_or_default();
        let Some(shown) = city.shown else {
            let mut row: [String; 13] = Default::default();
            (row[0], row[1]) = (city.city, organisation);
            rows.push(row);
            continue;
        };
        for it in shown.candidates {
            rows.push([
                city.city.clone(),
                organisation.clone(),
                shown.on_date.clone(),
                shown.until.clone().unwrap_or_default(),
                it.dimensions.join(" "),
                it.period.unwrap_or_default(),
                shown.approach.clone(),
                it.name,
                it.kind,
                it.state.to_owned(),
                it.since,
                it.decided_by.unwrap_or_default(),
                it.reason,
            ]);
        }
    }
    file::csv(rows)
}
