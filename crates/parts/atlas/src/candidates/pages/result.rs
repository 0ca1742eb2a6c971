//! `/{kommune}/atlas/kandidaten/ergebnis`: what does the team make of the candidates?
//!
//! Points and how far they lie apart come first, weightings second, and who should talk third. The
//! candidates stand in alphabetical order everywhere.

use ankunft_arrival::{Disagreement, Spread};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{
    Column, Empty, Kind, Notice, Pair, Row, RowCell, Tab, Table,
};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};
use ankunft_platform::words;
use ankunft_report::{Dot, ScalePlot};
use askama::Template;

use super::{at, day, frame, list, rounds, tabs, who};
use crate::candidates::model::{DRAWS, Outcome, POINTS, SEED, Tally};
use crate::candidates::store::rounds::Round;
use crate::candidates::view::{Closed, Scoring};

/// Everything that the page of the result prints.
#[derive(Template)]
#[template(path = "candidate_result.html")]
pub struct ResultPage {
    shell: Shell,
    tabs: Vec<Tab>,
    note: Option<Notice>,
    empty: Option<Empty>,
    links: Vec<Link>,
    result: Option<ResultPart>,
}

/// The result, on its own page and on that of a decision.
pub struct ResultPart {
    /// One picture a criterion: its name, drawn for a column and for a phone.
    pub pictures: Vec<(String, [String; 2])>,
    /// The same points as a table.
    pub points: Table,
    /// How to read the points.
    pub reading: String,
    /// How often each is in front.
    pub front: Option<Table>,
    /// What else is to be said of that, in sentences.
    pub notes: Vec<String>,
    /// Who should talk about what.
    pub disagreements: Vec<String>,
    /// What is said if there is nobody who should.
    pub agreed: String,
    /// How it was computed.
    pub computation: Vec<Pair>,
}

/// What a result rests on.
#[derive(Debug)]
pub enum Basis {
    /// A closed round of scoring.
    Round(Box<Closed>),
    /// A decision with its number and day, from before there were rounds.
    Decision(i64, String),
}

/// Why there is no result to see.
#[derive(Debug)]
pub enum Withheld {
    /// Nobody has scored yet.
    Nothing,
    /// A round is open; those before it can be read.
    Open(Box<Scoring>, Vec<Round>),
}

/// The page with a result.
pub fn result(
    viewer: &Viewer,
    city: &City,
    (tally, outcome): (&Tally, &Outcome),
    (basis, names): (&Basis, &Names),
) -> ResultPage {
    let t = &viewer.t;
    let (note, json) = match basis {
        Basis::Round(it) => (round(t, names, it), format!("/ergebnis/{}/json", it.round.number)),
        Basis::Decision(_, on_date) => {
            let tag = [("tag", Arg::from(day(t, on_date)))];
            let (title, text) = ("ergebnis-von-damals", t.with("ergebnis-von-damals-text", &tag));
            let note = Notice { kind: Kind::Info, title: t.get(title), text };
            (note, "/ergebnis/json".to_owned())
        }
    };
    let shell = frame(viewer, city, t.get("ergebnis-titel"), lead(t, tally, outcome));
    ResultPage {
        shell: shell.data(vec![Link::new("JSON", at(city, &json))]),
        tabs: tabs(viewer, city, "/ergebnis"),
        note: Some(note),
        empty: None,
        links: Vec::new(),
        result: Some(part(t, tally, outcome)),
    }
}

/// Which round it was, how many took part, and why it was closed before all had.
fn round(t: &Texts, names: &Names, it: &Closed) -> Notice {
    let counts =
        [("abgegeben", Arg::from(it.tally.ballots.len())), ("eingeladen", Arg::from(it.invited))];
    let mut sentences = vec![format!("{}.", t.with("runde-wie-viele", &counts))];
    if let Some(at) = it.round.closed_at {
        let closed = [
            ("wann", Arg::from(words::instant(t, at))),
            ("wer", Arg::from(who(t, names, it.round.closed_account, it.round.closed_post))),
        ];
        sentences.push(t.with("ergebnis-geschlossen", &closed));
    }
    if !it.round.closed_reason.is_empty() {
        let why = [("grund", Arg::from(it.round.closed_reason.as_str()))];
        sentences.push(t.with("runde-vorzeitig", &why));
    }
    if let Some(number) = it.round.decision {
        let decision = [("nummer", Arg::from(number.to_string()))];
        sentences.push(t.with("ergebnis-entschieden", &decision));
    }
    let title = format!("{}:", rounds::name(t, &it.round));
    Notice { kind: Kind::Info, title, text: sentences.join(" ") }
}

/// The page while there is nothing to see.
pub fn withheld(viewer: &Viewer, city: &City, why: &Withheld) -> ResultPage {
    let t = &viewer.t;
    let way = Link::new(t.get("runde-ansehen"), at(city, "/runde"));
    let (empty, links) = match why {
        Withheld::Nothing => (Empty { text: t.get("ergebnis-leer"), step: Some(way) }, Vec::new()),
        Withheld::Open(scoring, earlier) => {
            let running = scoring.round.as_ref();
            let said = running.map(|it| rounds::progress(t, scoring, it)).unwrap_or_default();
            let text = format!("{said} {}", t.get("ergebnis-runde-offen"));
            let waits = scoring.waits_for(viewer.actor.account);
            let own = Link::new(t.get("bewertung-abgeben"), at(city, "/bewertung"));
            let link = |it: &Round| {
                let name = [("runde", Arg::from(rounds::name(t, it)))];
                let result = at(city, &format!("/ergebnis/{}", it.number));
                Link::new(t.with("ergebnis-frueher", &name), result)
            };
            let step = Some(if waits { own } else { way });
            (Empty { text, step }, earlier.iter().map(link).collect())
        }
    };
    ResultPage {
        shell: frame(viewer, city, t.get("ergebnis-titel"), t.get("ergebnis-leit-leer")),
        tabs: tabs(viewer, city, "/ergebnis"),
        note: None,
        empty: Some(empty),
        links,
        result: None,
    }
}

fn lead(t: &Texts, tally: &Tally, outcome: &Outcome) -> String {
    let args = [
        ("personen", Arg::from(tally.ballots.len())),
        ("kandidaten", Arg::from(outcome.judged.len())),
    ];
    let apart = [("anzahl", Arg::from(outcome.disagreements.len()))];
    let next = match tally.ballots.len() {
        0 | 1 => t.get("ergebnis-allein"),
        _ if !outcome.is_shared() => t.get("ergebnis-nichts-gemeinsam"),
        _ => t.with("ergebnis-leit-uneins", &apart),
    };
    format!("{} {next}", t.with("ergebnis-leit", &args))
}

/// What is said where nobody is far from anybody.
fn agreed(t: &Texts, tally: &Tally, outcome: &Outcome) -> String {
    t.get(match tally.ballots.len() {
        0 | 1 => "ergebnis-allein",
        _ if outcome.is_shared() => "ergebnis-einig",
        _ => "ergebnis-nichts-gemeinsam",
    })
}

/// The result in words and pictures.
#[must_use]
pub fn part(t: &Texts, tally: &Tally, outcome: &Outcome) -> ResultPart {
    ResultPart {
        pictures: pictures(t, tally, outcome),
        points: points(t, tally, outcome),
        reading: t.with("ergebnis-lesen", &people(tally)),
        front: front(t, tally, outcome),
        notes: notes(t, tally, outcome),
        disagreements: outcome.disagreements.iter().map(|it| differ(t, tally, it)).collect(),
        agreed: agreed(t, tally, outcome),
        computation: computation(t, tally, outcome),
    }
}

/// How many scored, for sentences that differ with one, two and more.
fn people(tally: &Tally) -> [(&'static str, Arg); 1] {
    [("personen", Arg::from(tally.ballots.len()))]
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
                description: &t.with("ergebnis-bild", &people(tally)),
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
        caption: t.with("ergebnis-tabelle", &people(tally)),
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
        let own = [
            ("anzahl", Arg::from(outcome.own.front[*at])),
            ("von", Arg::from(outcome.own.of)),
            ("gleichauf", Arg::from(outcome.own.shared[*at])),
        ];
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

/// What was left out of the weighing, why there is none, and what nothing tells apart.
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
    for group in &outcome.level {
        let names = list(t, group.iter().map(|at| tally.candidates[*at].name.as_str()));
        notes.push(t.with("ergebnis-gleichauf", &[("namen", Arg::from(names))]));
    }
    if outcome.own.all_level > 0 && outcome.weighed.is_ok() {
        let people = [("anzahl", Arg::from(outcome.own.all_level))];
        notes.push(t.with("ergebnis-alle-gleichauf", &people));
    }
    notes
}

/// `Jugend und Stadtentwicklung liegen bei „Chance“ in Fischerrück drei Punkte auseinander: 5 und 2.`
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
        ("hohe", Arg::from(it.high.len())),
        ("tiefe", Arg::from(it.low.len())),
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
