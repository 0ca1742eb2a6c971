//! Measures as JSON and CSV. The types are the schemas too: what is documented is what is written.

use ankunft_platform::web::file;
use schemars::JsonSchema;
use serde::Serialize;

use super::view::{Board, Line};

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
    /// All measures of a board.
    pub(super) fn of(city: &'a str, board: &'a Board) -> Self {
        let measures = board.lines.iter().map(|it| MeasureDocument::of(it, board)).collect();
        Self { city, measures }
    }
}

impl<'a> MeasureDocument<'a> {
    fn of(line: &'a Line, board: &Board) -> Self {
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
        }
    }
}

const COLUMNS: [&str; 16] = [
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
];

/// One row a measure.
#[must_use]
pub fn csv(board: &Board) -> String {
    let row = |line: &Line| {
        let it = MeasureDocument::of(line, board);
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
        ]
    };
    let header = COLUMNS.map(str::to_owned);
    file::csv(std::iter::once(header).chain(board.lines.iter().map(row)))
}
