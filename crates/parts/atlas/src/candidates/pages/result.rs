//! `/{kommune}/atlas/kandidaten/ergebnis`: what does the team make of the candidates?
//!
//! Points and how far they lie apart come first, weightings second, and who should talk third. The
//! candidates stand in alphabetical order everywhere.

use ankunft_arrival::{Disagreement, Spread};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{
    Column, Empty, Kind, Notice, Pair, Row, RowCell, Tab, Table,
};
use ankunft_platform::web::{City, Viewer};
use ankunft_report::{Dot, ScalePlot};
use askama::Template;

use super::{frame, list, tabs};
use crate::candidates::model::{DRAWS, Outcome, POINTS, SEED, Tally};

/// Everything that the page of the result prints.
#[derive(Template)]
#[template(path = "candidate_result.html")]
pub struct ResultPage {
    shell: Shell,
    tabs: Vec<Tab>,
    note: Option<Notice>,
    empty: Option<Empty>,
    result: Option<ResultPart>,
}

/// The result, on its own page and on that of a decision.
pub struct ResultPart {
    /// One picture a criterion: its name, drawn for a column and for a phone.
    pub pictures: Vec<(String, [String; 2])>,
    /// The same points as a table.
    pub points: Table,
    /// How often each is in front.
    pub front: Option<Table>,
    /// What else is to be said of that, in sentences.
    pub notes: Vec<String>,
    /// Who should talk about what.
    pub disagreements: Vec<String>,
    /// How it was computed.
    pub computation: Vec<Pair>,
}

/// Why a reader sees no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// There is none yet.
    Nothing,
    /// The reader hands in first.
    HandInFirst,
    /// The reader does not score, and sees it with the decision.
    WithDecision,
}

/// The page with a result.
pub fn result(
    viewer: &Viewer,
    city: &City,
    (tally, outcome): (&Tally, &Outcome),
    of_decision: Option<&str>,
) -> ResultPage {
    let t = &viewer.t;
    let note = of_decision.map(|day| Notice {
        kind: Kind::Info,
        title: t.get("ergebnis-von-damals"),
        text: t.with("ergebnis-von-damals-text", &[("tag", Arg::from(day))]),
    });
    ResultPage {
        shell: frame(viewer, city, t.get("ergebnis-titel"), lead(t, tally, outcome)),
        tabs: tabs(viewer, city, "/ergebnis"),
        note,
        empty: None,
        result: Some(part(t, tally, outcome)),
    }
}

/// The page of who sees none.
pub fn withheld(viewer: &Viewer, city: &City, why: Withheld) -> ResultPage {
    let t = &viewer.t;
    let (text, step) = match why {
        Withheld::Nothing => ("ergebnis-leer", None),
        Withheld::HandInFirst => {
            let at = super::at(city, "/bewertung");
            ("ergebnis-erst-selbst", Some((t.get("bewertung-abgeben"), at)))
        }
        Withheld::WithDecision => ("ergebnis-mit-entscheidung", None),
    };
    let step = step.map(|(label, href)| ankunft_platform::page::Link::new(label, href));
    ResultPage {
        shell: frame(viewer, city, t.get("ergebnis-titel"), t.get("ergebnis-leit-leer")),
        tabs: tabs(viewer, city, "/ergebnis"),
        note: None,
        empty: Some(Empty { text: t.get(text), step }),
        result: None,
    }
}

fn lead(t: &Texts, tally: &Tally, outcome: &Outcome) -> String {
    let args = [
        ("personen", Arg::from(tally.ballots.len())),
        ("kandidaten", Arg::from(tally.candidates.len())),
    ];
    let mut sentences = vec![t.with("ergebnis-leit", &args)];
    let apart = outcome.disagreements.len();
    sentences.push(t.with("ergebnis-leit-uneins", &[("anzahl", Arg::from(apart))]));
    sentences.join(" ")
}

/// The result in words and pictures.
#[must_use]
pub fn part(t: &Texts, tally: &Tally, outcome: &Outcome) -> ResultPart {
    ResultPart {
        pictures: pictures(t, tally, outcome),
        points: points(t, tally, outcome),
        front: front(t, tally, outcome),
        notes: notes(t, tally, outcome),
        disagreements: outcome.disagreements.iter().map(|it| differ(t, tally, it)).collect(),
        computation: computation(t, tally, outcome),
    }
}

/// Median and range: `Median 4 (2 bis 5)`.
fn spread(t: &Texts, it: Option<&Spread>) -> String {
    let number = |it: f64| t.decimal(it, u8::from(it.fract() != 0.0));
    match it {
        None => t.get("ergebnis-niemand"),
        Some(it) if it.low == it.high => number(it.median),
        Some(it) => t.with(
            "ergebnis-spanne",
            &[
                ("median", Arg::from(number(it.median))),
                ("von", Arg::from(number(it.low))),
                ("bis", Arg::from(number(it.high))),
            ],
        ),
    }
}

fn pictures(t: &Texts, tally: &Tally, outcome: &Outcome) -> Vec<(String, [String; 2])> {
    let picture = |criterion: usize| {
        let here: Vec<Option<&Spread>> =
            outcome.spreads.iter().map(|it| it[criterion].as_ref()).collect();
        let texts: Vec<String> = here.iter().map(|it| spread(t, *it)).collect();
        let dot = |((name, it), text)| {
            let it: Option<&Spread> = it;
            Dot {
                label: name,
                text,
                value: it.map(|it| it.median),
                range: it.map(|it| (it.low, it.high)),
                selected: false,
            }
        };
        let names = tally.candidates.iter().map(|it| it.name.as_str());
        let dots: Vec<Dot<'_>> =
            names.zip(here).zip(texts.iter().map(String::as_str)).map(dot).collect();
        let name = &tally.criteria[criterion].name;
        let draw = |id: &str, width: f64| {
            ScalePlot {
                id: &format!("{id}-{criterion}"),
                title: name,
                description: &t.get("ergebnis-bild"),
                width,
                dots: &dots,
                scale: (POINTS[0], POINTS[POINTS.len() - 1]),
            }
            .draw()
        };
        (name.clone(), [draw("punkte", 620.0), draw("punkte-schmal", 330.0)])
    };
    (0..tally.criteria.len()).map(picture).collect()
}

fn points(t: &Texts, tally: &Tally, outcome: &Outcome) -> Table {
    let mut columns = vec![Column::words(t.get("kandidat-quartier"))];
    columns.extend(tally.criteria.iter().map(|it| Column::words(it.name.clone())));
    let cell = |it: &Option<Spread>| {
        let n = it.map(|it| t.with("ergebnis-n", &[("anzahl", Arg::from(it.n))]));
        RowCell { note: n, ..RowCell::new(spread(t, it.as_ref())) }
    };
    let row = |(name, spreads): (&str, &Vec<Option<Spread>>)| Row {
        head: RowCell::new(name),
        cells: spreads.iter().map(cell).collect(),
    };
    let names = tally.candidates.iter().map(|it| it.name.as_str());
    Table {
        caption: t.get("ergebnis-tabelle"),
        quiet_caption: false,
        columns,
        rows: names.zip(&outcome.spreads).map(row).collect(),
    }
}

/// A share as a whole number of hundred; what is not certain is not said to be.
fn of_hundred(share: f64) -> f64 {
    crate::assess::hundredths(share)
}

fn front(t: &Texts, tally: &Tally, outcome: &Outcome) -> Option<Table> {
    let weighed = outcome.weighed.as_ref().ok()?;
    let row = |(at, share): (&usize, &f64)| {
        let of = [("anzahl", Arg::from(t.decimal(of_hundred(*share), 0)))];
        let own = [("anzahl", Arg::from(outcome.own[*at])), ("von", Arg::from(outcome.own_of))];
        let weights = RowCell { bar: Some(*share), ..RowCell::new(t.with("ergebnis-vorn", &of)) };
        Row {
            head: RowCell::new(tally.candidates[*at].name.clone()),
            cells: vec![weights, RowCell::new(t.with("ergebnis-eigene", &own))],
        }
    };
    Some(Table {
        caption: t.get("ergebnis-vorn-tabelle"),
        quiet_caption: true,
        columns: ["kandidat-quartier", "ergebnis-vorn-spalte", "ergebnis-eigene-spalte"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: outcome.judged.iter().zip(&weighed.front).map(row).collect(),
    })
}

/// What was left out of the weighing, and why there is none.
fn notes(t: &Texts, tally: &Tally, outcome: &Outcome) -> Vec<String> {
    let mut notes = Vec::new();
    let unjudged = (0..tally.candidates.len()).filter(|it| !outcome.judged.contains(it));
    let unjudged: Vec<&str> = unjudged.map(|it| tally.candidates[it].name.as_str()).collect();
    if !unjudged.is_empty() {
        let args = [("namen", Arg::from(t.list(&unjudged))), ("anzahl", Arg::from(unjudged.len()))];
        notes.push(t.with("ergebnis-ohne-punkte", &args));
    }
    match &outcome.weighed {
        Ok(it) if !it.left_out.is_empty() => {
            let names = it.left_out.iter().map(|at| tally.criteria[*at].name.as_str());
            notes.push(t.with("ergebnis-ausgelassen", &[("namen", Arg::from(list(t, names)))]));
        }
        Ok(_) => {}
        Err(_) => notes.push(t.get("ergebnis-nichts-zu-wiegen")),
    }
    notes
}

/// `Jugend und Stadtentwicklung liegen bei „Chance“ in Fischerrück drei Punkte auseinander.`
fn differ(t: &Texts, tally: &Tally, it: &Disagreement) -> String {
    let who = |all: &[usize]| {
        let names = all.iter().map(|at| tally.ballots[*at].who.as_str());
        list(t, names)
    };
    let [low, high] = [&it.low, &it.high].map(|all| {
        all.first()
            .map_or(0, |at| tally.ballots[*at].points[it.candidate][it.criterion].unwrap_or(0))
    });
    let args = [
        ("hoch", Arg::from(who(&it.high))),
        ("tief", Arg::from(who(&it.low))),
        ("kriterium", Arg::from(tally.criteria[it.criterion].name.as_str())),
        ("quartier", Arg::from(tally.candidates[it.candidate].name.as_str())),
        ("punkte", Arg::from(it.distance)),
        ("von", Arg::from(low)),
        ("bis", Arg::from(high)),
    ];
    let pair = it.low.len() == 1 && it.high.len() == 1;
    t.with(if pair { "ergebnis-uneins-zwei" } else { "ergebnis-uneins-gruppen" }, &args)
}

fn computation(t: &Texts, tally: &Tally, outcome: &Outcome) -> Vec<Pair> {
    let mut pairs = vec![
        Pair::new(t.get("ergebnis-verfahren"), t.get("ergebnis-verfahren.text")),
        Pair::new(t.get("ergebnis-personen"), t.count(tally.ballots.len())),
        Pair::new(t.get("ergebnis-ziehungen"), t.integer(i64::from(DRAWS))),
        Pair::new(t.get("ergebnis-startwert"), SEED.to_string()),
        Pair::new(t.get("quelle-programm"), env!("CARGO_PKG_VERSION")),
    ];
    for (criterion, it) in tally.criteria.iter().zip(&outcome.weights) {
        let term = [("kriterium", Arg::from(criterion.name.as_str()))];
        pairs.push(Pair::new(t.with("ergebnis-gewicht", &term), spread(t, it.as_ref())));
    }
    pairs
}
