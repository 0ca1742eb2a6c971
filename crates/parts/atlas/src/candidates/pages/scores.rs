//! `/{kommune}/atlas/kandidaten/bewertung`: what do I make of the candidates?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Choice, Empty, Pair, Problems, Select, Tab};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};
use askama::Template;

use super::{at, criteria, frame, tabs};
use crate::candidates::model::{POINTS, USUAL_WEIGHT, WEIGHTS};
use crate::candidates::store::ballots::{Ballot, Criterion};
use crate::candidates::view::Scoring;

/// Everything that the form of scores prints.
#[derive(Template)]
#[template(path = "candidate_scores.html")]
pub struct ScoresPage {
    shell: Shell,
    tabs: Vec<Tab>,
    problems: Problems,
    empty: Option<Empty>,
    action: String,
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

/// The form, with what was typed, or what was handed in before.
pub fn scores(
    viewer: &Viewer,
    city: &City,
    scoring: &Scoring,
    (typed, problems): (Option<&[(String, String)]>, Problems),
) -> ScoresPage {
    let t = &viewer.t;
    let own = scoring.own(viewer.actor.account);
    let lead = if own.is_some() { "bewertung-leit-wieder" } else { "bewertung-leit" };
    let is_empty = scoring.candidates.is_empty() || scoring.criteria.is_empty();
    let way = || Link::new(t.get("nav-kandidaten"), at(city, ""));
    let form = Form { t, scoring, own, typed, problems: &problems };
    let groups = scoring.criteria.iter().map(|it| form.group(it)).collect();
    ScoresPage {
        shell: frame(viewer, city, t.get("bewertung-titel"), t.get(lead)),
        tabs: tabs(viewer, city, "/bewertung"),
        empty: is_empty.then(|| Empty { text: t.get("bewertung-leer"), step: Some(way()) }),
        action: at(city, "/bewertung"),
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
            let stored = self.own.and_then(|it| it.points.get(&(candidate.number, criterion.id)));
            let stored = stored.map_or_else(String::new, u8::to_string);
            let name = points_field(candidate.number, criterion.id);
            let current = self.value(&name, stored);
            let mut choices = vec![Choice::new("", t.get("punkte-keine"), &current)];
            choices.extend(POINTS.map(|it| {
                let label = format!("{it} – {}", t.get(&format!("punkte-{it}")));
                Choice::new(it.to_string(), label, &current)
            }));
            self.select(name, candidate.name.clone(), choices)
        });
        let stored = self.own.and_then(|it| it.weights.get(&criterion.id));
        let name = weight_field(criterion.id);
        let current = self.value(&name, stored.unwrap_or(&USUAL_WEIGHT).to_string());
        let choice = |it: u8| {
            let label = format!("{it} – {}", t.get(&format!("gewicht-{it}")));
            Choice::new(it.to_string(), label, &current)
        };
        let args = [("kriterium", Arg::from(criterion.name.as_str()))];
        let label = t.with("bewertung-gewicht", &args);
        Group {
            id: format!("kriterium-{}", criterion.id),
            title: criterion.name.clone(),
            question: criterion.description.clone(),
            points: points.collect(),
            weight: self.select(name, label, WEIGHTS.map(choice).to_vec()),
        }
    }

    fn value(&self, name: &str, stored: String) -> String {
        let Some(typed) = self.typed else { return stored };
        typed.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default()
    }

    fn select(&self, name: String, label: String, choices: Vec<Choice>) -> Select {
        let error = self.problems.of(&name);
        Select { error, ..Select::new(name, label, choices) }
    }
}
