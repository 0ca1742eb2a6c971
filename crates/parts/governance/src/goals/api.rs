//! Goals as JSON and CSV. The CSV can be pasted back as a table.

use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::web::file;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::indicators::view::{Gauge, Gauges};
use super::model::{Goal, Kind};
use super::view::Goals;
use super::words::Part;
use crate::effects::model::Hundredths;
use crate::effects::words::as_f64;

/// The goals of a city.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Goals")]
pub struct GoalsDocument {
    /// The city.
    city: String,
    /// What the edition is called; nothing where no goals are written down yet.
    edition: Option<String>,
    /// The day on which it was adopted, as ISO text; nothing for a draft.
    adopted_on: Option<String>,
    /// Who adopted it.
    adopted_by: Option<String>,
    /// The goals, each before what stands below it.
    goals: Vec<GoalDocument>,
}

/// One goal.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Goal")]
struct GoalDocument {
    /// Its number in the city, the same in all editions.
    number: i64,
    /// `guiding` (Leitbild), `field`, `goal` or `recommendation`.
    kind: &'static str,
    /// The number of the goal that it stands below.
    below: Option<i64>,
    /// What is to be reached, in one line.
    title: String,
    /// The same in full.
    text: String,
    /// By what one will notice that it is reached.
    sign: String,
    /// The Stelle that answers for it.
    owner: Option<String>,
    /// The year until which it holds.
    horizon: Option<i64>,
    /// The numbers of the measures that serve it.
    measures: Vec<i64>,
    /// By what it is measured.
    indicators: Vec<GaugeDocument>,
}

/// By what a goal is measured. Numbers are in its unit, of a share in percent.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "GoalIndicator")]
struct GaugeDocument {
    /// Its number within the goal, the same in all editions.
    number: i64,
    /// What is counted.
    name: String,
    /// In which unit.
    unit: String,
    /// `count` or `share`.
    kind: &'static str,
    /// `kept` (written down), `figure` (read in the atlas at each release) or `sum` (of measures).
    origin: &'static str,
    /// Who or what knows it.
    source: String,
    /// The value before; nothing where nobody knows it.
    baseline: Option<MomentDocument>,
    /// Where it is to go by the end of each year.
    targets: Vec<TargetDocument>,
    /// What was counted, the earliest first.
    actuals: Vec<MomentDocument>,
    /// `empty`, `stale`, `open`, `on-the-way`, `behind` or `reached`.
    state: &'static str,
}

/// A value on a day.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "GoalValue")]
struct MomentDocument {
    /// The day, as ISO text.
    on: String,
    /// The value.
    value: f64,
}

/// What is to be reached by the end of a year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "GoalTarget")]
struct TargetDocument {
    /// The year.
    year: i64,
    /// The value.
    value: f64,
}

impl GaugeDocument {
    fn of(it: &Gauge, today: Date) -> Self {
        let says = &it.known.says;
        let moment = |(on, value): (Date, Hundredths)| MomentDocument {
            on: on.to_string(),
            value: as_f64(value),
        };
        let target = |(year, value): &(i64, Hundredths)| TargetDocument {
            year: *year,
            value: as_f64(*value),
        };
        Self {
            number: it.known.number,
            name: says.name.clone(),
            unit: says.unit.clone(),
            kind: says.kind.code(),
            origin: says.origin.code(),
            source: says.source.clone(),
            baseline: says.baseline.map(|(value, on)| moment((on, value))),
            targets: says.targets.iter().map(target).collect(),
            actuals: it.shown().into_iter().map(moment).collect(),
            state: it.state(today).code(),
        }
    }
}

impl GoalsDocument {
    /// An edition, or nothing but the city.
    pub(super) fn of(
        city: &str,
        goals: Option<(&Goals, &Gauges)>,
        (names, today): (&Names, Date),
    ) -> Self {
        let city = city.to_owned();
        let Some((goals, gauges)) = goals else {
            return Self {
                city,
                edition: None,
                adopted_on: None,
                adopted_by: None,
                goals: Vec::new(),
            };
        };
        let goal = |it: &Goal| GoalDocument {
            number: it.number,
            kind: it.wording.kind.code(),
            below: it.wording.parent,
            title: it.wording.title.clone(),
            text: it.wording.body.clone(),
            sign: it.wording.sign.clone(),
            owner: names.post(it.wording.owner),
            horizon: it.wording.horizon,
            indicators: gauges
                .of(it.number)
                .iter()
                .map(|it| GaugeDocument::of(it, today))
                .collect(),
            measures: goals.serving.get(&it.number).into_iter().flatten().copied().collect(),
        };
        let edition = &goals.concept.edition;
        Self {
            city,
            edition: Some(edition.name.clone()),
            adopted_on: edition.adoption.as_ref().map(|it| it.on.to_string()),
            adopted_by: edition.adoption.as_ref().map(|it| it.body.clone()),
            goals: goals.concept.tree.in_order().into_iter().map(|(_, it)| goal(it)).collect(),
        }
    }
}

/// One row a goal, with the columns of the table that can be pasted.
#[must_use]
pub fn csv(t: &Texts, goals: Option<&Goals>, names: &Names) -> String {
    let header = Part::ALL.map(|it| it.name(t));
    let Some(goals) = goals else { return file::csv([header]) };
    let tree = &goals.concept.tree;
    let row =
        |(_, it): (usize, &Goal)| Part::ALL.map(|part| part.value(t, (names, tree), &it.wording));
    file::csv(std::iter::once(header).chain(tree.in_order().into_iter().map(row)))
}

/// The kinds of an edition, each with how many there are, for the sentence that leads its page.
#[must_use]
pub fn counts(goals: &Goals) -> [usize; 4] {
    let all = goals.concept.tree.in_order();
    Kind::ALL.map(|kind| all.iter().filter(|(_, it)| it.wording.kind == kind).count())
}
