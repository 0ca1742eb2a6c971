//! JSON and CSV of the values that the pages of candidates show.

use ankunft_disclosure::Audience;
use ankunft_platform::web::{App, file};
use serde_json::{Value, json};

use super::decision_view::DecisionView;
use super::frozen::{self, Kept};
use super::model::{DRAWS, Outcome, SEED, Tally};
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

/// The register with the key figures of each candidate.
#[must_use]
pub fn register_json(view: &Register, reader: Audience) -> Value {
    let figure = |(measure, moment): (&str, &Moment)| {
        json!({
            "measure": measure,
            "period": moment.period,
            "value": moment.value.number(),
            "state": moment.value.figure().code(),
        })
    };
    let candidate = |at: usize| {
        let it = &view.rows[at].0;
        json!({
            "number": it.number,
            "geography": it.geography,
            "code": it.area,
            "name": it.name,
            "state": it.state.code(),
            "since": it.since,
            "figures": moments(view, at, reader).map(figure).collect::<Vec<_>>(),
        })
    };
    json!({ "candidates": (0..view.rows.len()).map(candidate).collect::<Vec<_>>() })
}

/// The result. Who gave which points stands only where people differ, as on the page.
#[must_use]
pub fn outcome_json(tally: &Tally, outcome: &Outcome) -> Value {
    let spread = |it: &Option<ankunft_arrival::Spread>| {
        it.map(|it| json!({ "n": it.n, "low": it.low, "median": it.median, "high": it.high, "mean": it.mean }))
    };
    let front = outcome.weighed.as_ref().ok().map(|it| &it.front);
    let candidate = |at: usize| {
        let judged = outcome.judged.iter().position(|it| *it == at);
        let share = front.zip(judged).map(|(front, at)| front[at]);
        json!({
            "number": tally.candidates[at].id,
            "name": tally.candidates[at].name,
            "points": outcome.spreads[at].iter().map(spread).collect::<Vec<_>>(),
            "in_front": share,
            "in_front_by_own_weights": outcome.own.front[at],
            "of_these_level_with_another": outcome.own.shared[at],
        })
    };
    let criterion = |at: usize| json!({ "name": tally.criteria[at].name, "weights": spread(&outcome.weights[at]) });
    let differ = |it: &ankunft_arrival::Disagreement| {
        let who =
            |all: &[usize]| all.iter().map(|at| tally.ballots[*at].who.clone()).collect::<Vec<_>>();
        json!({
            "candidate": tally.candidates[it.candidate].name,
            "criterion": tally.criteria[it.criterion].name,
            "distance": it.distance,
            "low": who(&it.low),
            "high": who(&it.high),
        })
    };
    json!({
        "people": tally.ballots.len(),
        "people_who_compared": outcome.own.of,
        "people_who_see_all_level": outcome.own.all_level,
        "draws": DRAWS,
        "seed": SEED,
        "criteria": (0..tally.criteria.len()).map(criterion).collect::<Vec<_>>(),
        "candidates": (0..tally.candidates.len()).map(candidate).collect::<Vec<_>>(),
        "disagreements": outcome.disagreements.iter().map(differ).collect::<Vec<_>>(),
    })
}

/// A decision with its citations, as this reader may know them.
#[must_use]
pub fn decision_json(app: &App, view: &DecisionView) -> Value {
    let it = &view.decision;
    let quarter = |it: &super::store::decisions::Decided| {
        let own = view.baseline.iter().find(|(candidate, _)| *candidate == it.candidate);
        let near = view.near(it.candidate);
        let near = near.map(
            |(it, distance)| json!({ "code": it.area, "name": it.name, "distance": distance }),
        );
        let frozen = view.frozen(it.candidate);
        let arrival = frozen.and_then(|it| it.show(view.reader));
        json!({
            "candidate": it.candidate,
            "geography": it.geography,
            "code": it.area,
            "name": it.name,
            "chosen": it.chosen == 1,
            "baseline": own.map(|it| it.1.iter().map(|it| it.json(app)).collect::<Vec<_>>()),
            "without_value": it.withheld,
            "comparison": near.collect::<Vec<_>>(),
            "arrival": arrival.map(|it| frozen::json(it, view.detail)),
            "arrival_withdrawn": frozen.is_some_and(|it| matches!(it, Kept::Withdrawn)),
        })
    };
    let file = |it: &ankunft_platform::attachments::Attachment| {
        json!({
            "name": it.file_name,
            "media_type": it.media_type,
            "bytes": it.size,
            "sha256": ankunft_platform::secrets::hex(&it.hash),
            "withdrawn": it.withdrawn_at.is_some(),
        })
    };
    json!({
        "number": it.number,
        "predecessor": it.predecessor,
        "restores": view.restores,
        "successor": it.successor,
        "correction": it.correction,
        "date": it.on_date,
        "decided_by": it.body,
        "reason": it.reason,
        "minority_opinion": it.minority,
        "file_number": it.file_number,
        "public": it.is_published(),
        "quarters": view.decided.iter().map(quarter).collect::<Vec<_>>(),
        "citations": view.reasons.iter().map(|it| it.json(app)).collect::<Vec<_>>(),
        "result": outcome_json(&view.tally, &Outcome::of(&view.tally)),
        "files": view.files.iter().map(file).collect::<Vec<_>>(),
    })
}
