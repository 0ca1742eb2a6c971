//! JSON and CSV of the values that the pages of candidates show.

use ankunft_disclosure::Audience;
use ankunft_platform::attachments::Attachment;
use ankunft_platform::citing::EntryDocument;
use ankunft_platform::secrets::hex;
use ankunft_platform::web::{App, file};
use schemars::JsonSchema;
use serde::Serialize;

use super::decision_view::DecisionView;
use super::frozen::{FrozenDocument, Kept};
use super::model::{DRAWS, Outcome, SEED, Tally};
use super::store::decisions::Decided;
use super::view::Register;
use crate::view::profile::Moment;

/// The newest key figures of a candidate that this reader sees, by measure.
fn moments(view: &Register, row: usize, reader: Audience) -> impl Iterator<Item = (&str, &Moment)> {
    let profile = view.rows[row].1.as_ref();
    view.measures.iter().filter_map(move |measure| {
        let series = Register::series(measure, profile?)?;
        Some((measure.code.as_str(), series.newest(reader)?))
    })
}

/// The register: one row a candidate and key figure.
#[must_use]
pub fn register_csv(view: &Register, reader: Audience) -> String {
    let header =
        ["number", "geography", "code", "name", "state", "since", "measure", "period", "value"];
    let mut records = vec![header.map(str::to_owned)];
    for (at, (it, _)) in view.rows.iter().enumerate() {
        let row = |measure: &str, period: &str, value: String| {
            let own = [it.geography.as_str(), &it.area, &it.name, it.state.code(), &it.since];
            let [geography, area, name, state, since] = own.map(str::to_owned);
            let (measure, period) = (measure.to_owned(), period.to_owned());
            [it.number.to_string(), geography, area, name, state, since, measure, period, value]
        };
        let before = records.len();
        for (measure, moment) in moments(view, at, reader) {
            let value = moment.value.number().map_or_else(String::new, |it| it.to_string());
            records.push(row(measure, &moment.period, value));
        }
        if records.len() == before {
            records.push(row("", "", String::new()));
        }
    }
    file::csv(records)
}

/// The register of candidates.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Candidates")]
pub struct RegisterDocument<'a> {
    /// They, in alphabetical order.
    candidates: Vec<CandidateDocument<'a>>,
}

/// A candidate.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Candidate")]
struct CandidateDocument<'a> {
    /// Its number in the city.
    number: i64,
    /// The code of the geography.
    geography: &'a str,
    /// The key of the area unit.
    code: &'a str,
    /// Its name.
    name: &'a str,
    /// Where it stands: `proposed`, `presented`, `agreed`, `chosen`, `not-chosen`, `set-aside`.
    state: &'static str,
    /// Since which day.
    since: &'a str,
    /// Its newest key figures.
    figures: Vec<FigureDocument<'a>>,
}

/// A key figure of a candidate.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CandidateFigure")]
struct FigureDocument<'a> {
    /// The measure.
    measure: &'a str,
    /// The period.
    period: &'a str,
    /// The value; none unless the state is one that has a value.
    value: Option<f64>,
    /// The state of the figure.
    state: &'static str,
}

impl<'a> RegisterDocument<'a> {
    /// The register with the key figures of each candidate.
    #[must_use]
    pub fn of(view: &'a Register, reader: Audience) -> Self {
        let figure = |(measure, moment): (&'a str, &'a Moment)| FigureDocument {
            measure,
            period: &moment.period,
            value: moment.value.number(),
            state: moment.value.figure().code(),
        };
        let candidate = |at: usize| {
            let it = &view.rows[at].0;
            CandidateDocument {
                number: it.number,
                geography: &it.geography,
                code: &it.area,
                name: &it.name,
                state: it.state.code(),
                since: &it.since,
                figures: moments(view, at, reader).map(figure).collect(),
            }
        };
        Self { candidates: (0..view.rows.len()).map(candidate).collect() }
    }
}

/// What the team makes of the candidates.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScoringResult")]
pub struct OutcomeDocument<'a> {
    /// How many people handed in.
    people: usize,
    /// How many of them tell candidates apart.
    people_who_compared: usize,
    /// How many see all candidates level.
    people_who_see_all_level: usize,
    /// How many weightings were drawn.
    draws: u32,
    /// The seed of the draws.
    seed: u64,
    /// By what was judged.
    criteria: Vec<CriterionDocument<'a>>,
    /// What was judged.
    candidates: Vec<ScoredDocument<'a>>,
    /// Where people see a candidate differently, the widest apart first.
    disagreements: Vec<DisagreementDocument<'a>>,
}

/// A criterion with how the weights of people lie.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScoringCriterion")]
struct CriterionDocument<'a> {
    /// Its name.
    name: &'a str,
    /// How the weights of people lie.
    weights: Option<SpreadDocument>,
}

/// How points or weights lie.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScoringSpread")]
struct SpreadDocument {
    /// How many people gave one.
    n: usize,
    /// The lowest.
    low: f64,
    /// The median.
    median: f64,
    /// The highest.
    high: f64,
    /// The mean.
    mean: f64,
}

/// A candidate that was judged.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScoredCandidate")]
struct ScoredDocument<'a> {
    /// Its number.
    number: i64,
    /// Its name.
    name: &'a str,
    /// How points lie, one entry a criterion.
    points: Vec<Option<SpreadDocument>>,
    /// The share of weightings in which it is in front.
    in_front: Option<f64>,
    /// For how many people it is in front by their own points and weights.
    in_front_by_own_weights: usize,
    /// How many of these see it level with another.
    of_these_level_with_another: usize,
}

/// Where people see a candidate differently. Who gave which points stands only here, as on the page.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ScoringDisagreement")]
struct DisagreementDocument<'a> {
    /// The candidate.
    candidate: &'a str,
    /// The criterion.
    criterion: &'a str,
    /// How many points lie between them.
    distance: f64,
    /// Who gave the fewest.
    low: Vec<&'a str>,
    /// Who gave the most.
    high: Vec<&'a str>,
}

fn spread(it: Option<ankunft_arrival::Spread>) -> Option<SpreadDocument> {
    it.map(|it| SpreadDocument {
        n: it.n,
        low: it.low,
        median: it.median,
        high: it.high,
        mean: it.mean,
    })
}

impl<'a> OutcomeDocument<'a> {
    /// The result.
    #[must_use]
    pub fn of(tally: &'a Tally, outcome: &Outcome) -> Self {
        let front = outcome.weighed.as_ref().ok().map(|it| &it.front);
        let candidate = |at: usize| {
            let judged = outcome.judged.iter().position(|it| *it == at);
            ScoredDocument {
                number: tally.candidates[at].id,
                name: &tally.candidates[at].name,
                points: outcome.spreads[at].iter().map(|it| spread(*it)).collect(),
                in_front: front.zip(judged).map(|(front, at)| front[at]),
                in_front_by_own_weights: outcome.own.front[at],
                of_these_level_with_another: outcome.own.shared[at],
            }
        };
        let criterion = |at: usize| CriterionDocument {
            name: &tally.criteria[at].name,
            weights: spread(outcome.weights[at]),
        };
        let who = |all: &[usize]| {
            all.iter().map(|at| tally.ballots[*at].who.as_str()).collect::<Vec<_>>()
        };
        let differ = |it: &ankunft_arrival::Disagreement| DisagreementDocument {
            candidate: &tally.candidates[it.candidate].name,
            criterion: &tally.criteria[it.criterion].name,
            distance: it.distance,
            low: who(&it.low),
            high: who(&it.high),
        };
        Self {
            people: tally.ballots.len(),
            people_who_compared: outcome.own.of,
            people_who_see_all_level: outcome.own.all_level,
            draws: DRAWS,
            seed: SEED,
            criteria: (0..tally.criteria.len()).map(criterion).collect(),
            candidates: (0..tally.candidates.len()).map(candidate).collect(),
            disagreements: outcome.disagreements.iter().map(differ).collect(),
        }
    }
}

/// A decision with its citations, as this reader may know them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "QuarterDecision")]
pub struct DecisionDocument<'a> {
    /// Its number in the city.
    number: i64,
    /// The decision that it corrects.
    predecessor: Option<i64>,
    /// The decision whose choice it brings back.
    restores: Option<i64>,
    /// The decision that corrects it.
    successor: Option<i64>,
    /// What was corrected and why.
    correction: &'a str,
    /// The day.
    date: &'a str,
    /// Who decided.
    decided_by: &'a str,
    /// Why.
    reason: &'a str,
    /// What others thought.
    minority_opinion: &'a str,
    /// The Aktenzeichen.
    file_number: &'a str,
    /// Whether everybody may read it.
    public: bool,
    /// The quarters that were decided on.
    quarters: Vec<QuarterDocument<'a>>,
    /// What it rests on.
    citations: Vec<EntryDocument<'a>>,
    /// What the team made of the candidates.
    result: OutcomeDocument<'a>,
    /// Its files.
    files: Vec<FileDocument<'a>>,
}

/// A quarter in a decision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DecidedQuarter")]
struct QuarterDocument<'a> {
    /// The number of the candidate.
    candidate: i64,
    /// The code of the geography.
    geography: &'a str,
    /// The key of the area unit.
    code: &'a str,
    /// Its name.
    name: &'a str,
    /// Whether it was chosen.
    chosen: bool,
    /// Its Nullmessung; none for one that was not chosen.
    baseline: Option<Vec<EntryDocument<'a>>>,
    /// How many indicators had no value that could be cited.
    without_value: i64,
    /// The Vergleichsquartiere.
    comparison: Vec<NearDocument<'a>>,
    /// What the assessment said of it; none after a Sperrung, or where there was none.
    arrival: Option<FrozenDocument<'a>>,
    /// Whether what the assessment said was withdrawn.
    arrival_withdrawn: bool,
}

/// A Vergleichsquartier.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ComparisonQuarter")]
struct NearDocument<'a> {
    /// The key of the area unit.
    code: &'a str,
    /// Its name.
    name: &'a str,
    /// How far it is; none after a Sperrung.
    distance: Option<f64>,
}

/// A file of a decision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DecisionFile")]
struct FileDocument<'a> {
    /// What it is called.
    name: &'a str,
    /// Its media type.
    media_type: &'a str,
    /// Its length.
    bytes: i64,
    /// Its hash.
    sha256: String,
    /// Whether it was withdrawn.
    withdrawn: bool,
}

impl<'a> DecisionDocument<'a> {
    /// The document of a decision, with the result of its tally.
    #[must_use]
    pub fn of(app: &App, view: &'a DecisionView, outcome: &Outcome) -> Self {
        let it = &view.decision;
        Self {
            number: it.number,
            predecessor: it.predecessor,
            restores: view.restores,
            successor: it.successor,
            correction: &it.correction,
            date: &it.on_date,
            decided_by: &it.body,
            reason: &it.reason,
            minority_opinion: &it.minority,
            file_number: &it.file_number,
            public: it.is_published(),
            quarters: view.decided.iter().map(|it| quarter(app, view, it)).collect(),
            citations: view.reasons.iter().map(|it| it.document(app)).collect(),
            result: OutcomeDocument::of(&view.tally, outcome),
            files: view.files.iter().map(file_document).collect(),
        }
    }
}

fn quarter<'a>(app: &App, view: &'a DecisionView, it: &'a Decided) -> QuarterDocument<'a> {
    let own = view.baseline.iter().find(|(candidate, _)| *candidate == it.candidate);
    let near = view.near(it.candidate);
    let near = near.map(|(it, distance)| NearDocument {
        code: &it.area,
        name: &it.name,
        distance: *distance,
    });
    let frozen = view.frozen(it.candidate);
    let arrival = frozen.and_then(|it| it.show(view.reader));
    QuarterDocument {
        candidate: it.candidate,
        geography: &it.geography,
        code: &it.area,
        name: &it.name,
        chosen: it.chosen == 1,
        baseline: own.map(|it| it.1.iter().map(|it| it.document(app)).collect()),
        without_value: it.withheld,
        comparison: near.collect(),
        arrival: arrival.map(|it| FrozenDocument::of(it, view.detail)),
        arrival_withdrawn: frozen.is_some_and(|it| matches!(it, Kept::Withdrawn)),
    }
}

fn file_document(it: &Attachment) -> FileDocument<'_> {
    FileDocument {
        name: &it.file_name,
        media_type: &it.media_type,
        bytes: it.size,
        sha256: hex(&it.hash),
        withdrawn: it.withdrawn_at.is_some(),
    }
}
