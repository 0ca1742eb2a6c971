//! `/{kommune}/atlas/kandidaten/runde`: how far is the scoring? It says how many have handed in,
//! never who, and nothing of what.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Empty, Field, Kind, Notice, Pair, Problems, Row, RowCell,
    Table,
};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use ankunft_platform::words;
use jiff::civil::Date;

use super::{at, day, frame, list, tabs};
use crate::candidates::permissions::PROPOSE;
use crate::candidates::store::register::Candidate;
use crate::candidates::store::rounds::{Invited, Round};
use crate::candidates::view::{Closed, Running, Scoring, who};

/// Everything that is known of the rounds of a city.
#[derive(Debug)]
pub struct RoundsView {
    /// What is scored now.
    pub scoring: Scoring,
    /// The rounds before, the newest first.
    pub closed: Vec<Closed>,
    /// Who can be invited, with how they are called.
    pub people: Vec<(Invited, String)>,
    /// The names of accounts and Stellen.
    pub names: Names,
    /// Today.
    pub today: Date,
}

/// What was typed into the form that opens a round, widens or closes it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The last day to hand in.
    pub due: String,
    /// The accounts that are ticked.
    pub invited: Vec<i64>,
    /// Why it is closed before all have handed in.
    pub reason: String,
}

/// What is said above the page of somebody whose press of a button came too late.
pub type Said = Option<&'static str>;

/// How far the open round is: `2 von 5 haben bewertet, bis 12. Dezember 2026.`
#[must_use]
pub fn progress(t: &Texts, scoring: &Scoring, running: &Running) -> String {
    let due = running.round.due.as_deref();
    let args = [
        ("abgegeben", Arg::from(scoring.ballots.len())),
        ("eingeladen", Arg::from(running.invited.len())),
        ("frist", Arg::from(if due.is_some() { "ja" } else { "nein" })),
        ("bis", Arg::from(due.map_or_else(String::new, |it| day(t, it)))),
    ];
    t.with("runde-stand", &args)
}

/// `Runde 2`
#[must_use]
pub fn name(t: &Texts, round: &Round) -> String {
    t.with("runde-name", &[("nummer", Arg::from(round.number.to_string()))])
}

/// The page: the open round or the form that opens one, and the rounds before.
pub fn rounds(
    viewer: &Viewer,
    city: &City,
    view: &RoundsView,
    (typed, problems): (&Typed, Problems),
    said: Said,
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, t.get("runde-titel"), lead(t, view));
    let mut blocks = vec![
        Block::Problems(problems.clone()),
        Block::Tabs(t.get("kandidaten-ansichten"), tabs(viewer, city, "/runde")),
    ];
    blocks.extend(said.map(|id| warning(t, id)));
    match &view.scoring.round {
        Some(running) => blocks.extend(open(viewer, city, view, running, (typed, &problems))),
        None => blocks.extend(between(viewer, city, view, (typed, &problems))),
    }
    if !view.closed.is_empty() {
        blocks.push(Block::Heading(t.get("runden-frueher")));
        blocks.push(Block::Table(earlier(t, city, view)));
    }
    Sheet::new(shell, blocks)
}

/// A notice of two texts: `id` and `id.text`.
fn warning(t: &Texts, id: &str) -> Block {
    let (title, text) = (t.get(id), t.get(&format!("{id}.text")));
    Block::Notice(Notice { kind: Kind::Warning, title, text })
}

fn lead(t: &Texts, view: &RoundsView) -> String {
    let Some(running) = &view.scoring.round else { return t.get("runde-leit-keine") };
    let mut sentences =
        vec![format!("{}: {}", name(t, &running.round), progress(t, &view.scoring, running))];
    let today = view.today.to_string();
    if running.round.due.as_ref().is_some_and(|it| *it < today) && !view.scoring.is_complete() {
        sentences.push(t.get("runde-frist-vorbei"));
    }
    sentences.join(" ")
}

fn names_of<'a>(t: &Texts, all: impl IntoIterator<Item = &'a Candidate>) -> String {
    list(t, all.into_iter().map(|it| it.name.as_str()))
}

/// The open round, what this reader can do in it, and what the coordination can do with it.
fn open(
    viewer: &Viewer,
    city: &City,
    view: &RoundsView,
    running: &Running,
    (typed, problems): (&Typed, &Problems),
) -> Vec<Block> {
    let (t, scoring) = (&viewer.t, &view.scoring);
    let mut blocks = Vec::new();
    if scoring.candidates.is_empty() {
        blocks.push(warning(t, "runde-alle-zurueckgestellt"));
    }
    blocks.push(Block::Pairs(facts(t, view, running)));
    if running.asks(viewer.actor.account) && !scoring.candidates.is_empty() {
        let has_own = scoring.own(viewer.actor.account).is_some();
        let text = if has_own { "bewertung-aendern" } else { "bewertung-abgeben" };
        blocks.push(Block::Ways(vec![Link::new(t.get(text), at(city, "/bewertung"))]));
    }
    if viewer.may(PROPOSE) {
        let complete = if scoring.is_complete() { "alle" } else { "nicht-alle" };
        blocks.push(Block::Heading(t.get("runde-schliessen")));
        blocks.push(Block::Text(t.get(&format!("runde-schliessen-{complete}"))));
        blocks.push(Block::Form(closing(t, city, view, running, (typed, problems))));
        blocks.push(Block::Heading(t.get("runde-aendern")));
        blocks.push(Block::Text(t.get("runde-aendern-text")));
        let form = FormBlock::new(
            at(city, "/runde/aendern"),
            Button::secondary(t.get("runde-aendern-speichern")),
        )
        .hidden("runde", running.round.number.to_string());
        blocks.push(Block::Form(asking(form, t, view, (typed, problems))));
    }
    blocks
}

fn facts(t: &Texts, view: &RoundsView, running: &Running) -> Vec<Pair> {
    let round = &running.round;
    let mut pairs =
        vec![Pair::new(t.get("runde-quartiere"), names_of(t, &view.scoring.candidates))];
    if view.scoring.candidates.is_empty() {
        pairs.clear();
    }
    let gone: Vec<&Candidate> = running.asked.iter().filter(|it| !it.state.is_open()).collect();
    if !gone.is_empty() {
        pairs.push(Pair::new(t.get("runde-zurueckgestellt"), names_of(t, gone)));
    }
    if !running.late.is_empty() {
        pairs.push(Pair::new(t.get("runde-spaeter"), names_of(t, &running.late)));
    }
    let mut people: Vec<String> =
        running.invited.iter().map(|it| who(t, &view.names, Some(it.account), it.post)).collect();
    people.sort();
    pairs.push(Pair::new(t.get("runde-eingeladen"), t.list(&people)));
    let due = round.due.as_deref();
    let due = due.map_or_else(|| t.get("runde-ohne-frist"), |it| day(t, it));
    pairs.push(Pair::new(t.get("runde-bis"), due));
    if let Some(at) = round.opened_at {
        let args = [
            ("wann", Arg::from(words::instant(t, at))),
            ("wer", Arg::from(who(t, &view.names, round.account, round.post))),
        ];
        pairs.push(Pair::new(t.get("runde-eroeffnet"), t.with("runde-von", &args)));
    }
    pairs
}

fn closing(
    t: &Texts,
    city: &City,
    view: &RoundsView,
    running: &Running,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let form =
        FormBlock::new(at(city, "/runde/schliessen"), Button::primary(t.get("runde-schliessen")))
            .hidden("runde", running.round.number.to_string());
    if view.scoring.is_complete() {
        return form;
    }
    form.field(
        Field::new("grund", t.get("runde-grund"))
            .hint(t.get("runde-grund.hinweis"))
            .rows(3)
            .value(typed.reason.clone())
            .error(problems.of("grund")),
    )
}

/// What every form of a round asks: until when, and whom.
fn asking(
    form: FormBlock,
    t: &Texts,
    view: &RoundsView,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let is_asked = |account: i64| {
        let running = view.scoring.round.as_ref();
        running.is_some_and(|it| it.asks(Some(account)))
    };
    let choice = |(it, name): &(Invited, String)| Choice {
        value: it.account.to_string(),
        label: name.clone(),
        hint: None,
        chosen: typed.invited.contains(&it.account),
    };
    let more = view.people.iter().filter(|(it, _)| !is_asked(it.account));
    let choices: Vec<Choice> = more.map(choice).collect();
    let form = form.field(
        Field::new("bis", t.get("runde-bis"))
            .kind("date")
            .value(typed.due.clone())
            .error(problems.of("bis")),
    );
    if choices.is_empty() {
        return form;
    }
    let text = if view.scoring.round.is_some() { "runde-weitere" } else { "runde-wen" };
    let mut group = Choices::several("eingeladen", t.get(text), choices);
    group.hint = Some(t.get(&format!("{text}.hinweis")));
    group.error = problems.of("eingeladen");
    form.choices(group)
}

/// No round is open: the form that opens one, for who may.
fn between(
    viewer: &Viewer,
    city: &City,
    view: &RoundsView,
    (typed, problems): (&Typed, &Problems),
) -> Vec<Block> {
    let (t, scoring) = (&viewer.t, &view.scoring);
    if !viewer.may(PROPOSE) {
        return vec![Block::Text(t.get("runde-keine"))];
    }
    if scoring.candidates.len() < 2 || scoring.criteria.is_empty() {
        let step = Some(Link::new(t.get("nav-kandidaten"), at(city, "")));
        return vec![Block::Empty(Empty { text: t.get("runde-zu-wenig"), step })];
    }
    let names = [("namen", Arg::from(names_of(t, &scoring.candidates)))];
    let button = Button::primary(t.get("runde-eroeffnen"));
    let form = FormBlock::new(at(city, "/runde"), button);
    vec![
        Block::Heading(t.get("runde-neu")),
        Block::Text(t.with("runde-neu-text", &names)),
        Block::Form(asking(form, t, view, (typed, problems))),
    ]
}

fn earlier(t: &Texts, city: &City, view: &RoundsView) -> Table {
    let row = |it: &Closed| {
        let scored = it.tally.ballots.len();
        let counts = [("abgegeben", Arg::from(scored)), ("eingeladen", Arg::from(it.invited))];
        let mut closed = RowCell::new(it.round.closed_at.map_or_else(String::new, |at| {
            let who = who(t, &view.names, it.round.closed_account, it.round.closed_post);
            let args = [("wann", Arg::from(words::instant(t, at))), ("wer", Arg::from(who))];
            t.with("runde-von", &args)
        }));
        if !it.round.closed_reason.is_empty() {
            let why = [("grund", Arg::from(it.round.closed_reason.as_str()))];
            closed = closed.note(t.with("runde-vorzeitig", &why));
        }
        let head = name(t, &it.round);
        let result = at(city, &format!("/ergebnis/{}", it.round.number));
        Row {
            head: if scored > 0 { RowCell::link(head, result) } else { RowCell::new(head) },
            cells: vec![RowCell::new(t.with("runde-wie-viele", &counts)), closed],
        }
    };
    Table {
        caption: t.get("runden-frueher"),
        quiet_caption: true,
        columns: ["runde-spalte", "runde-bewertet", "runde-geschlossen"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: view.closed.iter().map(row).collect(),
    }
}
