//! `/{kommune}/atlas/kandidaten/bewertung`: what do I make of the candidates?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Choice, Empty, Kind, Notice, Pair, Problems, Select, Tab,
};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};
use askama::Template;

use super::rounds::Said;
use super::{at, criteria, day, frame, tabs};
use crate::candidates::model::{POINTS, WEIGHTS};
use crate::candidates::store::ballots::{Ballot, Criterion};
use crate::candidates::view::Scoring;

/// Everything that the form of scores prints.
#[derive(Template)]
#[template(path = "candidate_scores.html")]
pub struct ScoresPage {
    shell: Shell,
    tabs: Vec<Tab>,
    problems: Problems,
    note: Option<Notice>,
    empty: Option<Empty>,
    action: String,
    round: String,
    scale: Vec<Pair>,
    groups: Vec<Group>,
    button: Button,
}

/// One criterion.
struct Group {
    id: String,
    title: String,
    question: String,
    points: Vec<Select>,
    weight: Select,
}

/// What is sent by who cannot judge.
pub const CANNOT_JUDGE: &str = "x";

/// The name of the field for points.
#[must_use]
pub fn points_field(candidate: i64, criterion: i64) -> String {
    format!("punkte-{candidate}-{criterion}")
}

/// The name of the field for a weight.
#[must_use]
pub fn weight_field(criterion: i64) -> String {
    format!("gewicht-{criterion}")
}

/// Why this reader has nothing to score: the id of a text.
#[must_use]
pub fn closed(viewer: &Viewer, scoring: &Scoring) -> Option<&'static str> {
    let Some(running) = &scoring.round else { return Some("bewertung-keine-runde") };
    if scoring.candidates.is_empty() {
        return Some("bewertung-alle-zurueckgestellt");
    }
    (!running.asks(viewer.actor.account)).then_some("bewertung-nicht-eingeladen")
}

/// The form, with what was typed, or what was handed in before. Nothing is chosen beforehand.
pub fn scores(
    viewer: &Viewer,
    city: &City,
    scoring: &Scoring,
    (typed, problems): (Option<&[(String, String)]>, Problems),
    said: Said,
) -> ScoresPage {
    let t = &viewer.t;
    let own = scoring.own(viewer.actor.account);
    let why = closed(viewer, scoring);
    let lead = match (&scoring.round, why) {
        (Some(running), None) => {
            let text = if own.is_some() { "bewertung-leit-wieder" } else { "bewertung-leit" };
            let due = running.round.due.as_deref();
            let until = due.map(|it| t.with("bewertung-bis", &[("tag", Arg::from(day(t, it)))]));
            [Some(t.get(text)), until].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        _ => t.get("bewertung-leit-keine"),
    };
    let way = || Link::new(t.get("runde-ansehen"), at(city, "/runde"));
    let form = Form { t, scoring, own, typed, problems: &problems };
    let groups = scoring.criteria.iter().map(|it| form.group(it)).collect();
    let round = scoring.round.as_ref().map(|it| it.round.number.to_string());
    ScoresPage {
        shell: frame(viewer, city, t.get("bewertung-titel"), lead),
        tabs: tabs(viewer, city, "/bewertung"),
        note: said.map(|id| Notice {
            kind: Kind::Warning,
            title: t.get(id),
            text: t.get(&format!("{id}.text")),
        }),
        empty: why.map(|why| Empty { text: t.get(why), step: Some(way()) }),
        action: at(city, "/bewertung"),
        round: round.unwrap_or_default(),
        scale: criteria::scale(t),
        groups,
        button: Button::primary(t.get("bewertung-speichern")),
        problems,
    }
}

struct Form<'a> {
    t: &'a Texts,
    scoring: &'a Scoring,
    own: Option<&'a Ballot>,
    typed: Option<&'a [(String, String)]>,
    problems: &'a Problems,
}

impl Form<'_> {
    fn group(&self, criterion: &Criterion) -> Group {
        let t = self.t;
        let points = self.scoring.candidates.iter().map(|candidate| {
            let stored = self.own.map_or_else(String::new, |own| {
                let points = own.points.get(&(candidate.number, criterion.id));
                points.map_or_else(|| CANNOT_JUDGE.to_owned(), u8::to_string)
            });
            let name = points_field(candidate.number, criterion.id);
            let current = self.value(&name, stored);
            let mut choices = vec![Choice::new("", t.get("kandidat-waehlen"), &current)];
            choices.extend(POINTS.map(|it| {
                let label = format!("{it} – {}", t.get(&format!("punkte-{it}")));
                Choice::new(it.to_string(), label, &current)
            }));
            choices.push(Choice::new(CANNOT_JUDGE, t.get("punkte-keine"), &current));
            self.select(name, candidate.name.clone(), choices)
        });
        let stored = self.own.and_then(|it| it.weights.get(&criterion.id));
        let name = weight_field(criterion.id);
        let current = self.value(&name, stored.map_or_else(String::new, u8::to_string));
        let mut weights = vec![Choice::new("", t.get("kandidat-waehlen"), &current)];
        weights.extend(WEIGHTS.map(|it| {
            let label = format!("{it} – {}", t.get(&format!("gewicht-{it}")));
            Choice::new(it.to_string(), label, &current)
        }));
        let args = [("kriterium", Arg::from(criterion.name.as_str()))];
        let label = t.with("bewertung-gewicht", &args);
        Group {
            id: format!("kriterium-{}", criterion.id),
            title: criterion.name.clone(),
            question: criterion.description.clone(),
            points: points.collect(),
            weight: self.select(name, label, weights),
        }
    }

    fn value(&self, name: &str, stored: String) -> String {
        let Some(typed) = self.typed else { return stored };
        typed.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default()
    }

    fn select(&self, name: String, label: String, choices: Vec<Choice>) -> Select {
        // The summary has one line a criterion; each open question says so itself.
        let is_open = self.typed.is_some() && choices.first().is_some_and(|it| it.chosen);
        let open = is_open.then(|| self.t.get("bewertung-fehlt"));
        let error = open.or_else(|| self.problems.of(&name));
        Select { error, ..Select::new(name, label, choices) }
    }
}
