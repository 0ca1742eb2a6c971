//! `/{kommune}/atlas/kandidaten`: which quarters come into question? And one of them.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Column, Empty, Field, Pair, Problems, Row, RowCell, Select, Table,
};
use ankunft_platform::parts::Panel;
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::{at, day, frame, list, rounds, scores, tabs, who};
use crate::candidates::model::State;
use crate::candidates::permissions::{DECIDE, PROPOSE};
use crate::candidates::store::decisions::Decision;
use crate::candidates::store::register::{Candidate, Step};
use crate::candidates::view::{Register, Scoring};
use crate::pages::overview::{Setting, quarter_link};
use crate::pages::series::source_link;
use crate::pages::words;
use crate::view::profile::Profile;

/// The name of a state.
#[must_use]
pub fn state(t: &Texts, state: State) -> String {
    t.get(&format!("kandidat-stand-{}", state.code()))
}

/// What is known beside the register.
#[derive(Debug)]
pub struct About<'a> {
    /// What is scored.
    pub scoring: &'a Scoring,
    /// What was decided, the newest first.
    pub decisions: &'a [Decision],
    /// Their profiles side by side.
    pub profiles: Panel,
}

/// The candidates side by side.
pub fn register(
    viewer: &Viewer,
    city: &City,
    setting: &Setting<'_>,
    view: &Register,
    about: About<'_>,
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, t.get("kandidaten-titel"), lead(t, view));
    if view.rows.is_empty() {
        let step = Link::new(t.get("atlas-zum-atlas"), city.at("/atlas"));
        let empty = Empty { text: t.get("kandidaten-leer"), step: Some(step) };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let file = |kind: &str| Link::new(kind.to_uppercase(), format!("{}.{kind}", at(city, "")));
    let paper = |format: &str| {
        let text = t.get(&format!("papier-als-{format}"));
        Link::new(text, at(city, &format!("/papier/{format}")))
    };
    let shell = shell.data(vec![paper("pdf"), paper("docx"), file("csv"), file("json")]);
    let mut blocks = vec![
        Block::Tabs(t.get("kandidaten-ansichten"), tabs(viewer, city, "")),
        Block::Table(table(setting, city, view)),
        Block::Reading(t.get("kandidaten-lesen")),
        Block::Heading(t.get("kandidaten-naechstes")),
    ];
    blocks.extend(next_steps(viewer, city, view, &about));
    if !about.decisions.is_empty() {
        blocks.push(Block::Heading(t.get("entscheidungen-titel")));
        blocks.push(Block::Links(decisions(t, city, about.decisions)));
    }
    blocks.push(Block::Panel(about.profiles));
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, view: &Register) -> String {
    let open = view.rows.iter().filter(|(it, _)| it.state.is_open()).count();
    let chosen = view.rows.iter().filter(|(it, _)| it.state == State::Chosen);
    let chosen: Vec<&str> = chosen.map(|(it, _)| it.name.as_str()).collect();
    let mut sentences = vec![t.with("kandidaten-leit", &[("anzahl", Arg::from(open))])];
    if !chosen.is_empty() {
        let args = [("namen", Arg::from(t.list(&chosen))), ("anzahl", Arg::from(chosen.len()))];
        sentences.push(t.with("kandidaten-leit-gewaehlt", &args));
    }
    sentences.join(" ")
}

fn table(setting: &Setting<'_>, city: &City, view: &Register) -> Table {
    let t = setting.t;
    let mut columns =
        vec![Column::words(t.get("kandidat-quartier")), Column::words(t.get("kandidat-stand"))];
    let shelf = view.rows.iter().find_map(|(_, it)| Some(&it.as_ref()?.shelf));
    if let Some(shelf) = shelf {
        let name = |it| Column::numbers(words::measure(t, shelf, it));
        columns.extend(view.measures.iter().map(name));
    }
    let row = |(candidate, profile): &(Candidate, Option<Profile>)| {
        let mut stand = RowCell::new(state(t, candidate.state));
        let since = [("tag", Arg::from(day(t, &candidate.since)))];
        stand.note = Some(t.with("kandidat-seit", &since));
        let mut cells = vec![stand];
        for measure in &view.measures {
            let series = profile.as_ref().and_then(|it| Some((it, Register::series(measure, it)?)));
            let newest =
                series.and_then(|(it, series)| Some((it, series, series.newest(setting.reader)?)));
            cells.push(match newest {
                Some((profile, series, moment)) => RowCell {
                    href: Some(source_link(setting, profile, series, &moment.period)),
                    note: Some(words::period(t, measure.nature, &moment.period)),
                    ..RowCell::new(words::cell(t, measure.unit, moment.value))
                },
                None => RowCell::new(t.get("wert-fehlt")),
            });
        }
        let href = at(city, &format!("/{}", candidate.number));
        Row { head: RowCell::link(candidate.name.clone(), href), cells }
    };
    Table {
        caption: t.get("kandidaten-tabelle"),
        quiet_caption: true,
        columns,
        rows: view.rows.iter().map(row).collect(),
    }
}

/// What is to be done next, and by this reader.
fn next_steps(viewer: &Viewer, city: &City, view: &Register, about: &About<'_>) -> Vec<Block> {
    let t = &viewer.t;
    let in_state = |wanted: State| {
        let all = view.rows.iter().filter(move |(it, _)| it.state == wanted);
        all.map(|(it, _)| it.name.as_str()).collect::<Vec<_>>()
    };
    let mut sentences = Vec::new();
    for (state, text) in [
        (State::Proposed, "kandidaten-naechstes-vorstellen"),
        (State::Presented, "kandidaten-naechstes-abstimmen"),
        (State::Agreed, "kandidaten-naechstes-entscheiden"),
    ] {
        let names = in_state(state);
        if !names.is_empty() {
            sentences.push(t.with(text, &[("namen", Arg::from(list(t, names)))]));
        }
    }
    let scoring = about.scoring;
    if let Some(running) = &scoring.round {
        let name = rounds::name(t, &running.round);
        sentences.push(format!("{name}: {}", rounds::progress(t, scoring, running)));
    }
    let mut ways = Vec::new();
    if scores::closed(viewer, scoring).is_none() {
        let has_own = scoring.own(viewer.actor.account).is_some();
        let text = if has_own { "bewertung-aendern" } else { "bewertung-abgeben" };
        ways.push(Link::new(t.get(text), at(city, "/bewertung")));
    }
    if scoring.round.is_some() {
        ways.push(Link::new(t.get("runde-ansehen"), at(city, "/runde")));
    } else if viewer.may(PROPOSE) && scoring.candidates.len() > 1 {
        ways.push(Link::new(t.get("runde-neu"), at(city, "/runde")));
    }
    let agreed = !in_state(State::Agreed).is_empty();
    if viewer.may(DECIDE) && agreed && scoring.round.is_none() {
        ways.push(Link::new(t.get("entscheidung-festhalten"), at(city, "/entscheidung")));
    }
    if sentences.is_empty() {
        sentences.push(t.get("kandidaten-naechstes-nichts"));
    }
    let mut blocks = vec![Block::Text(sentences.join("\n"))];
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    blocks
}

/// Links to decisions, each by its day and body.
pub fn decisions(t: &Texts, city: &City, decisions: &[Decision]) -> Vec<Link> {
    let link = |it: &Decision| {
        let args = [
            ("nummer", Arg::from(it.number.to_string())),
            ("tag", Arg::from(day(t, &it.on_date))),
            ("wer", Arg::from(it.body.as_str())),
        ];
        let text =
            if it.successor.is_some() { "entscheidung-zeile-alt" } else { "entscheidung-zeile" };
        Link::new(t.with(text, &args), at(city, &format!("/entscheidungen/{}", it.number)))
    };
    decisions.iter().map(link).collect()
}

/// A step as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The code of the state.
    pub state: String,
    /// The day.
    pub day: String,
    /// The note.
    pub note: String,
}

/// The form that notes a quarter once more, because its day was none.
pub fn proposing(
    viewer: &Viewer,
    city: &City,
    (geography, area, name): (&str, &str, &str),
    (typed, problems): (&str, Problems),
) -> Sheet {
    let t = &viewer.t;
    let title = t.with("kandidat-titel", &[("name", Arg::from(name))]);
    let shell = frame(viewer, city, title, t.get("kandidat-tafel-keiner"));
    let field = proposed_day(t, typed).error(problems.of("tag"));
    let form = FormBlock::new(at(city, ""), Button::primary(t.get("kandidat-vormerken")))
        .hidden("ebene", geography)
        .hidden("gebiet", area)
        .field(field);
    Sheet::new(shell, vec![Block::Problems(problems), Block::Form(form)])
}

/// The field for the day on which a quarter was proposed: the register is often written afterwards.
#[must_use]
pub fn proposed_day(t: &Texts, typed: &str) -> Field {
    Field::new("tag", t.get("kandidat-vorgeschlagen-am")).kind("date").value(typed)
}

/// One candidate: its way so far, and the next step.
pub fn candidate(
    viewer: &Viewer,
    city: &City,
    it: &Candidate,
    (steps, names): (&[Step], &Names),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let args = [
        ("name", Arg::from(it.name.as_str())),
        ("stand", Arg::from(state(t, it.state))),
        ("tag", Arg::from(day(t, &it.since))),
    ];
    let title = t.with("kandidat-titel", &args[..1]);
    let shell = frame(viewer, city, title, t.with("kandidat-leit", &args));
    let profile = quarter_link(&city.at(""), &it.geography, &it.area);
    let mut blocks = vec![
        Block::Problems(problems.clone()),
        Block::Pairs(vec![Pair {
            href: Some(profile),
            ..Pair::new(t.get("kandidat-profil"), it.name.as_str())
        }]),
        Block::Table(way(t, steps, names)),
    ];
    if viewer.may(PROPOSE) && !it.state.steps().is_empty() {
        blocks.push(Block::Heading(t.get("kandidat-schritt")));
        blocks.push(Block::Form(step_form(viewer, city, it, typed, &problems)));
    } else if it.state == State::Chosen {
        blocks.push(Block::Text(t.get("kandidat-nur-berichtigung")));
    }
    Sheet::new(shell, blocks)
}

fn way(t: &Texts, steps: &[Step], names: &Names) -> Table {
    let columns = ["kandidat-stand", "kandidat-tag", "kandidat-notiz"];
    let row = |it: &Step| Row {
        head: RowCell::new(state(t, it.state)),
        cells: vec![
            RowCell::new(day(t, &it.on_date)).note(who(t, names, it.account, it.post)),
            RowCell::new(it.note.clone()),
        ],
    };
    Table {
        caption: t.get("kandidat-weg"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: steps.iter().map(row).collect(),
    }
}

fn step_form(
    viewer: &Viewer,
    city: &City,
    it: &Candidate,
    typed: &Typed,
    problems: &Problems,
) -> FormBlock {
    let t = &viewer.t;
    let choice = |to: &State| {
        let text = if it.state.needs_reason(*to) { "kandidat-zurueck" } else { "kandidat-weiter" };
        let label = t.with(text, &[("stand", Arg::from(state(t, *to)))]);
        Choice::new(to.code(), label, &typed.state)
    };
    let steps = it.state.steps();
    let mut choices: Vec<Choice> = steps.iter().map(choice).collect();
    if steps.first().is_some_and(|to| it.state.needs_reason(*to)) {
        // A step back is never what stands there already.
        choices.insert(0, Choice::new("", t.get("kandidat-waehlen"), &typed.state));
    }
    let mut select = Select::new("stand", t.get("kandidat-neuer-stand"), choices);
    select.error = problems.of("stand");
    let action = at(city, &format!("/{}/schritt", it.number));
    FormBlock::new(action, Button::primary(t.get("kandidat-schritt-speichern")))
        .select(select)
        .field(
            Field::new("tag", t.get("kandidat-tag"))
                .kind("date")
                .value(typed.day.clone())
                .error(problems.of("tag")),
        )
        .field(
            Field::new("notiz", t.get("kandidat-notiz"))
                .hint(t.get("kandidat-notiz.hinweis"))
                .rows(3)
                .optional()
                .value(typed.note.clone())
                .error(problems.of("notiz")),
        )
}
