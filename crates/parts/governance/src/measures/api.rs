//! Measures as JSON and CSV. The types are the schemas too: what is documented is what is written.

use ankunft_platform::web::file;
use schemars::JsonSchema;
use serde::Serialize;

use super::view::{Board, Depth, Line, Wanted};
use crate::around::model::Role;
use crate::around::money::Source;
use crate::effects::model::{Hundredths, Known, Reporter};
use crate::effects::view::Stand;
use crate::effects::words::as_f64;

/// The measures of a city.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Measures")]
pub struct MeasuresDocument<'a> {
    /// The city.
    city: &'a str,
    /// The measures, the nearest last day first.
    measures: Vec<MeasureDocument<'a>>,
}

/// One measure.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Measure")]
struct MeasureDocument<'a> {
    /// Its number in the city.
    number: i64,
    /// The number of its version.
    version: i64,
    /// What is done.
    title: &'a str,
    /// Where; nothing is the whole city.
    place: Option<PlaceDocument<'a>>,
    /// The Stelle with the Federführung.
    lead: Option<String>,
    /// Stellen that take part (Mitwirkung).
    contributing: Vec<String>,
    /// Stellen that are told (Kenntnisnahme).
    informed: Vec<String>,
    /// The first day, as ISO text.
    starts_on: Option<String>,
    /// The last day, as ISO text.
    due: String,
    /// By what one will notice that it worked.
    sign: &'a str,
    /// `planned`, `running`, `done` or `ended`.
    state: &'static str,
    /// When it is looked at again, as ISO text.
    review_on: Option<String>,
    /// How many things it cites.
    citations: usize,
    /// How many of them its effect is measured against.
    baselines: usize,
    /// Organisations outside that take part (Mitwirkung).
    partners: Vec<&'a str>,
    /// Organisations outside that are told (Kenntnisnahme).
    informed_partners: Vec<&'a str>,
    /// What it costs, in cents; nothing if nobody has said.
    budget_cents: Option<i64>,
    /// What the city pays of it itself, in cents.
    own_cents: Option<i64>,
    /// What was spent so far, in cents.
    spent_cents: i64,
    /// Who pays what.
    funding: Vec<FundingDocument>,
    /// What it costs by kind and year, as far as somebody has said.
    costs: Vec<CostDocument>,
    /// What it is to bring about: the indicators for which somebody is asked, by step.
    indicators: Vec<IndicatorDocument<'a>>,
    /// What can go wrong.
    risks: Vec<RiskDocument>,
}

/// Who pays a part of a measure.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Funding")]
struct FundingDocument {
    /// Who.
    source: String,
    /// By which programme.
    programme: String,
    /// Which share of the budget, in percent, if it is one; a third is 33.333….
    quota_percent: Option<f64>,
    /// How much, in cents.
    cents: i64,
}

/// A part of the costs of a measure.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Cost")]
struct CostDocument {
    /// `staff`, `material`, `contracts`, `investment` or `other`.
    kind: &'static str,
    /// The calendar year, if it is known.
    year: Option<i16>,
    /// How much, in cents.
    cents: i64,
}

/// An indicator of a measure.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MeasureIndicator")]
struct IndicatorDocument<'a> {
    /// Its number within the measure.
    number: i64,
    /// The step of the Wirkungstreppe, 1 to 7.
    step: u8,
    /// What is counted.
    name: &'a str,
    /// In which unit; shares are in percent.
    unit: &'a str,
    /// `count` or `share`.
    kind: &'static str,
    /// `sum` or `last`: how values of several periods become one.
    rule: &'static str,
    /// A measure of the atlas that is read instead: geography and code.
    figure: Option<&'a str>,
    /// Who reports it, if not the Federführung.
    reporter: Option<String>,
    /// The value before.
    baseline: Option<PointDocument>,
    /// Where it is to go.
    targets: Vec<PointDocument>,
    /// What was accepted so far, together.
    reached: Option<PointDocument>,
}

/// A value on a day.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ValueOnDay")]
struct PointDocument {
    /// The day, as ISO text.
    day: String,
    /// The value.
    value: f64,
}

/// What can go wrong with a measure.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Risk")]
struct RiskDocument {
    /// What.
    risk: String,
    /// `low`, `middle` or `high`.
    likelihood: &'static str,
    /// `low`, `middle` or `high`.
    consequence: &'static str,
    /// What is done about it.
    response: String,
}

/// Where a measure takes place.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct PlaceDocument<'a> {
    /// The code of the geography.
    geography: &'a str,
    /// The key of the area unit.
    code: &'a str,
    /// Its name.
    name: &'a str,
}

impl<'a> MeasuresDocument<'a> {
    /// The measures of a board that are asked for.
    pub(super) fn of(
        city: &'a str,
        (board, wanted): (&'a Board, &'a Wanted),
        depth: &'a Depth,
    ) -> Self {
        let measures = board.wanted(wanted).map(|it| MeasureDocument::of(it, board, depth));
        Self { city, measures: measures.collect() }
    }
}

impl<'a> MeasureDocument<'a> {
    fn of(line: &'a Line, board: &Board, depth: &'a Depth) -> Self {
        let around = depth.around(line.measure.number);
        let partners = |role: Role| {
            let own = around.partners.iter().filter(move |it| it.role == role);
            own.filter_map(|it| depth.organisation(it.organisation)).collect()
        };
        let has_budget = !around.budget.is_empty();
        let indicators = depth.indicators(line.measure.number);
        let (it, plan) = (&line.measure, &line.measure.plan);
        let posts = |ids: &[i64]| ids.iter().filter_map(|id| board.names.post(Some(*id))).collect();
        Self {
            number: it.number,
            version: it.version,
            title: &plan.title,
            place: plan.place.as_ref().map(|it| PlaceDocument {
                geography: &it.geography,
                code: &it.area,
                name: &it.name,
            }),
            lead: board.names.post(Some(plan.lead)),
            contributing: posts(&plan.contributing),
            informed: posts(&plan.informed),
            starts_on: plan.starts_on.map(|it| it.to_string()),
            due: plan.due.to_string(),
            sign: &plan.sign,
            state: plan.state.code(),
            review_on: plan.review_on.map(|it| it.to_string()),
            citations: line.citations,
            baselines: line.baselines,
            partners: partners(Role::Contributes),
            informed_partners: partners(Role::Informed),
            budget_cents: has_budget.then_some(around.budget.cents),
            own_cents: has_budget.then(|| around.budget.own_cents()),
            spent_cents: depth.spent(it.number),
            funding: around.budget.sources.iter().map(FundingDocument::of).collect(),
            costs: around
                .budget
                .costs
                .iter()
                .map(|it| CostDocument { kind: it.kind.code(), year: it.year, cents: it.cents })
                .collect(),
            indicators: indicators.map(|it| IndicatorDocument::of(it, board, depth)).collect(),
            risks: around
                .risks
                .into_iter()
                .map(|it| RiskDocument {
                    risk: it.text,
                    likelihood: it.likelihood.code(),
                    consequence: it.consequence.code(),
                    response: it.response,
                })
                .collect(),
        }
    }
}

impl FundingDocument {
    fn of(it: &Source) -> Self {
        // Quotas are thirds of a thousandth.
        let percent = |thirds: i64| as_f64(thirds) / 0.3;
        Self {
            source: it.name.clone(),
            programme: it.programme.clone(),
            quota_percent: it.quota.map(|it| percent(it.thirds())),
            cents: it.cents,
        }
    }
}

impl<'a> IndicatorDocument<'a> {
    fn of(it: &'a Stand, board: &Board, depth: &Depth) -> Self {
        let Known { number, says, .. } = &it.known;
        let point = |day: jiff::civil::Date, value: Hundredths| PointDocument {
            day: day.to_string(),
            value: as_f64(value),
        };
        let reporter = |it: Reporter| match it {
            Reporter::Post(id) => board.names.post(Some(id)),
            Reporter::Organisation(id) => depth.organisation(id).map(str::to_owned),
        };
        Self {
            number: *number,
            step: says.step.number(),
            name: &says.name,
            unit: &says.unit,
            kind: says.kind.code(),
            rule: says.rule.code(),
            figure: says.figure.as_deref(),
            reporter: says.reporter.and_then(reporter),
            baseline: says.baseline.map(|(value, day)| point(day, value)),
            targets: says.targets.iter().map(|it| point(it.0, it.1)).collect(),
            reached: it.now().map(|(value, day)| point(day, value)),
        }
    }
}

const COLUMNS: [&str; 24] = [
    "number",
    "version",
    "title",
    "place",
    "geography",
    "code",
    "lead",
    "contributing",
    "informed",
    "starts_on",
    "due",
    "sign",
    "state",
    "review_on",
    "citations",
    "baselines",
    "partners",
    "informed_partners",
    "budget_cents",
    "own_cents",
    "spent_cents",
    "funding",
    "indicators",
    "risks",
];

/// One row for each measure that is asked for.
#[must_use]
pub fn csv((board, wanted): (&Board, &Wanted), depth: &Depth) -> String {
    let row = |line: &Line| {
        let it = MeasureDocument::of(line, board, depth);
        let cents = |it: Option<i64>| it.map_or_else(String::new, |it| it.to_string());
        let funding = it.funding.iter().map(|it| format!("{}: {}", it.source, it.cents));
        let indicators = it.indicators.iter().map(|it| format!("{}: {}", it.step, it.name));
        let joined = |all: &mut dyn Iterator<Item = String>| all.collect::<Vec<_>>().join("; ");
        let place =
            |of: fn(&PlaceDocument<'_>) -> String| it.place.as_ref().map_or_else(String::new, of);
        [
            it.number.to_string(),
            it.version.to_string(),
            it.title.to_owned(),
            place(|it| it.name.to_owned()),
            place(|it| it.geography.to_owned()),
            place(|it| it.code.to_owned()),
            it.lead.clone().unwrap_or_default(),
            it.contributing.join("; "),
            it.informed.join("; "),
            it.starts_on.clone().unwrap_or_default(),
            it.due.clone(),
            it.sign.to_owned(),
            it.state.to_owned(),
            it.review_on.clone().unwrap_or_default(),
            it.citations.to_string(),
            it.baselines.to_string(),
            it.partners.join("; "),
            it.informed_partners.join("; "),
            cents(it.budget_cents),
            cents(it.own_cents),
            it.spent_cents.to_string(),
            joined(&mut funding.into_iter()),
            joined(&mut indicators.into_iter()),
            joined(&mut it.risks.iter().map(|it| it.risk.clone())),
        ]
    };
    let header = COLUMNS.map(str::to_owned);
    file::csv(std::iter::once(header).chain(board.wanted(wanted).map(row)))
}
