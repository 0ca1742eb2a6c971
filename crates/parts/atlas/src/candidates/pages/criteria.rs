//! `/{kommune}/atlas/kandidaten/kriterien`: by what do we judge?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Field, Kind, Notice, Pair, Problems,
};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{at, frame, tabs};
use crate::candidates::model::POINTS;
use crate::candidates::permissions::PROPOSE;
use crate::candidates::view::Scoring;

/// Names and questions as they were typed, by the name of their field; what was not typed stands
/// as it is stored.
#[derive(Clone, Debug, Default)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    fn value(&self, field: &str, stored: &str) -> String {
        let found = self.0.iter().find(|(name, _)| name == field);
        found.map_or_else(|| stored.to_owned(), |(_, value)| value.clone())
    }
}

/// The criteria with what they ask, and the form that changes them while no round is open.
pub fn criteria(
    viewer: &Viewer,
    city: &City,
    scoring: &Scoring,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let lead = t.with("kriterien-leit", &[("anzahl", Arg::from(scoring.criteria.len()))]);
    let shell = frame(viewer, city, t.get("kriterien-titel"), lead);
    let mut blocks = vec![
        Block::Problems(problems.clone()),
        Block::Tabs(t.get("kandidaten-ansichten"), tabs(viewer, city, "/kriterien")),
    ];
    let is_open = scoring.round.is_none();
    if is_open && viewer.may(PROPOSE) {
        blocks.push(Block::Form(form(viewer, city, scoring, typed, &problems)));
    } else {
        let pair = |it: &crate::candidates::store::ballots::Criterion| {
            Pair::new(it.name.clone(), it.description.clone())
        };
        blocks.push(Block::Pairs(scoring.criteria.iter().map(pair).collect()));
    }
    if !is_open {
        blocks.push(Block::Notice(Notice {
            kind: Kind::Info,
            title: t.get("kriterien-fest"),
            text: t.get("kriterien-fest.text"),
        }));
        let way = Link::new(t.get("runde-ansehen"), at(city, "/runde"));
        blocks.push(Block::Ways(vec![way]));
    }
    blocks.push(Block::Heading(t.get("punkte-titel")));
    blocks.push(Block::Pairs(scale(t)));
    Sheet::new(shell, blocks)
}

/// What each number of points means.
#[must_use]
pub fn scale(t: &Texts) -> Vec<Pair> {
    POINTS.map(|it| Pair::new(it.to_string(), t.get(&format!("punkte-{it}")))).to_vec()
}

fn form(
    viewer: &Viewer,
    city: &City,
    scoring: &Scoring,
    typed: &Typed,
    problems: &Problems,
) -> FormBlock {
    let t = &viewer.t;
    let mut form =
        FormBlock::new(at(city, "/kriterien"), Button::primary(t.get("kriterien-speichern")));
    for (number, it) in (1..).zip(&scoring.criteria) {
        let args = [("nummer", Arg::from(number))];
        let (name, question) = (format!("name-{}", it.id), format!("frage-{}", it.id));
        form = form
            .field(
                Field::new(&name, t.with("kriterium-name", &args))
                    .value(typed.value(&name, &it.name))
                    .error(problems.of(&name)),
            )
            .field(
                Field::new(&question, t.with("kriterium-frage", &args))
                    .rows(2)
                    .optional()
                    .value(typed.value(&question, &it.description))
                    .error(problems.of(&question)),
            );
    }
    let gone: Vec<&str> =
        typed.0.iter().filter(|it| it.0 == "streichen").map(|it| it.1.as_str()).collect();
    let choice = |it: &crate::candidates::store::ballots::Criterion| {
        let id = it.id.to_string();
        let current = if gone.contains(&id.as_str()) { id.clone() } else { String::new() };
        Choice::new(id, it.name.clone(), &current)
    };
    let choices = scoring.criteria.iter().map(choice).collect();
    let mut retire = Choices::several("streichen", t.get("kriterien-streichen"), choices);
    retire.error = problems.of("streichen");
    form.field(
        Field::new("name-neu", t.get("kriterium-neu"))
            .optional()
            .value(typed.value("name-neu", ""))
            .error(problems.of("name-neu")),
    )
    .field(
        Field::new("frage-neu", t.get("kriterium-neu-frage"))
            .rows(2)
            .optional()
            .value(typed.value("frage-neu", ""))
            .error(problems.of("frage-neu")),
    )
    .choices(retire)
}
