//! `/{kommune}/steuerung/lose-enden`: where does the thread stop, and who takes it up?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Choice, Empty, Field, Notice, Problems, Select};
use ankunft_platform::page::{self, Link};
use ankunft_platform::parts::Panel;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{Block, City, FormBlock, Input, Sheet, Viewer, piece_with, shown_at};
use askama::Template;

use super::PATH;
use super::model::{End, Kind, MOST_SHOWN, Step};
use super::view::{Loose, may_close, sees_all};
use crate::known;

/// So many Stellen stand on a page, each with its most urgent ends.
const STELLEN: usize = 5;

/// So many ends of one Stelle stand on a page, and so many that were closed.
const ENDS: usize = 25;

/// What somebody tried to close, and why it was refused.
#[derive(Debug, Default)]
pub struct Tried {
    /// The end.
    pub key: String,
    /// The reason that was typed.
    pub because: String,
    /// What is wrong.
    pub problems: Problems,
}

/// A loose end as the list prints it.
struct Line {
    id: String,
    kind: String,
    title: String,
    at: String,
    sentence: String,
    /// The sentences are in the language of the city where they quote.
    mend: Link,
    since: Option<String>,
    form: Option<FormBlock>,
    is_open: bool,
    summary: String,
}

/// What somebody closed.
struct Done {
    kind: String,
    title: String,
    at: String,
    who: String,
    because: String,
    form: Option<FormBlock>,
}

#[derive(Template)]
#[template(path = "loose.html")]
struct List<'a> {
    t: &'a Texts,
    lang: &'a str,
    csrf: String,
    lines: Vec<Line>,
    done: Vec<Done>,
    more: Option<Link>,
}

/// A Stelle as the address names it.
#[must_use]
pub fn group(owner: Option<i64>) -> String {
    owner.map_or_else(|| "koordination".to_owned(), |it| it.to_string())
}

/// What the end of a citation says, or what is missing.
#[must_use]
pub fn sentence(t: &Texts, end: &End) -> String {
    let id = format!("ende-{}.satz", end.kind.code());
    let Some(said) = &end.said else { return t.get(&id) };
    let text = |it: &Option<String>, none: &str| it.clone().unwrap_or_else(|| t.get(none));
    let args = [
        ("ding", Arg::from(said.title.as_str())),
        ("damals", Arg::from(text(&said.then, "ende-nicht-mehr"))),
        ("heute", Arg::from(text(&said.now, "ende-nicht-mehr"))),
    ];
    t.with(&id, &args)
}

/// What is loose, in a few words.
#[must_use]
pub fn kind(t: &Texts, kind: Kind) -> String {
    t.get(&format!("ende-{}", kind.code()))
}

/// The name of who sees to it.
#[must_use]
pub fn owner(t: &Texts, loose: &Loose, owner: Option<i64>) -> String {
    owner.map_or_else(|| t.get("ende-koordination"), |it| known::post(t, &loose.names, it))
}

fn who(viewer: &Viewer, loose: &Loose, step: &Step) -> String {
    let t = &viewer.t;
    let who = loose.names.post(step.post);
    let who = who.unwrap_or_else(|| loose.names.account(t, step.account));
    let day = jiff::Timestamp::from_microsecond(step.at).unwrap_or_default();
    let day = crate::bodies::model::calendar::local(day).date();
    format!("{who}, {}", t.date(day))
}

/// The page; `asked` is the Stelle of which all are shown.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if a list cannot be written.
pub fn show(
    viewer: &Viewer,
    city: &City,
    loose: &Loose,
    (asked, tried): (&str, &Tried),
) -> Result<Sheet, StoreError> {
    let t = &viewer.t;
    let shell = viewer.page_with_form(t.get("lose-enden-titel")).lead(lead(viewer, loose));
    let shell = shell.mark(t.get("massnahme-nur-intern"));
    let file = |kind: &str| Link::new(kind.to_uppercase(), city.at(&format!("{PATH}.{kind}")));
    let shell = shell.data(vec![file("csv"), file("json")]);
    let mut blocks = vec![Block::Problems(tried.problems.clone())];
    if let Some((_, step)) = loose.find_closed(&tried.key) {
        let args = [
            ("wer", Arg::from(who(viewer, loose, step))),
            ("weil", Arg::from(step.because.as_str())),
            ("ihr", Arg::from(tried.because.as_str())),
        ];
        let (title, text) = ("ende-inzwischen", "ende-inzwischen.text");
        let (title, text) = (t.with(title, &args), t.with(text, &args));
        blocks.push(Block::Notice(Notice { kind: page::Kind::Warning, title, text }));
    }
    if loose.open.is_empty() {
        let text = match viewer.actor.post.is_some() || sees_all(viewer) {
            true => "lose-enden-keine",
            false => "lose-enden-ohne-stelle",
        };
        let step = Link::new(t.get("nav-steuerung"), city.at(crate::measures::PATH));
        blocks.push(Block::Empty(Empty { text: t.get(text), step: Some(step) }));
    }
    blocks.extend(open(viewer, city, loose, (asked, tried))?);
    blocks.extend(closed(viewer, city, loose, tried)?);
    blocks.push(Block::Reading(t.get("lose-enden-lesen")));
    Ok(Sheet::new(shell, blocks))
}

fn lead(viewer: &Viewer, loose: &Loose) -> String {
    let text = match (loose.count(), sees_all(viewer)) {
        (0, _) => "lose-enden-leit-keine",
        (_, true) => "lose-enden-leit-alle",
        (_, false) => "lose-enden-leit",
    };
    let args = [("anzahl", Arg::from(loose.count())), ("stellen", Arg::from(loose.open.len()))];
    viewer.t.with(text, &args)
}

type Group<'a> = &'a (Option<i64>, Vec<End>);

/// The open ends: all of the Stelle that is asked for, or the first ten of each, some Stellen at a time.
fn open(
    viewer: &Viewer,
    city: &City,
    loose: &Loose,
    (asked, tried): (&str, &Tried),
) -> Result<Vec<Block>, StoreError> {
    let t = &viewer.t;
    let page = city.at(PATH);
    let mut blocks = Vec::new();
    if loose.open.len() > STELLEN {
        blocks.push(Block::Filters(page.clone(), vec![choice(t, loose, asked)]));
    }
    let is_tried = |it: &&End| it.key() == tried.key;
    if let Some((of, ends)) = loose.open.iter().find(|it| group(it.0) == asked) {
        let all = (ENDS, ends.iter().collect());
        let (here, pages) = piece_with(viewer, (&page, "seite"), all, is_tried);
        blocks.push(Block::Panel(panel(viewer, city, loose, ((*of, &here, 0), tried))?));
        blocks.extend(pages);
        let all = Link::new(t.get("lose-enden-alle-stellen"), page);
        blocks.push(Block::Links(vec![all]));
        return Ok(blocks);
    }
    let all = (STELLEN, loose.open.iter().collect());
    let holds = |it: &Group<'_>| it.1.iter().any(|it| is_tried(&it));
    let (here, pages) = piece_with(viewer, (&page, "seite"), all, holds);
    for (of, ends) in here {
        // What somebody has just tried to close is never behind the others.
        let shown = |(at, it): &(usize, &End)| *at < MOST_SHOWN || is_tried(it);
        let shown: Vec<&End> = ends.iter().enumerate().filter(shown).map(|it| it.1).collect();
        let rest = ends.len() - shown.len();
        blocks.push(Block::Panel(panel(viewer, city, loose, ((*of, &shown, rest), tried))?));
    }
    blocks.extend(pages);
    Ok(blocks)
}

/// The Stellen that have loose ends, of which one can be chosen.
fn choice(t: &Texts, loose: &Loose, asked: &str) -> Select {
    let choice = |(of, ends): Group<'_>| {
        let args = [
            ("stelle", Arg::from(owner(t, loose, *of))),
            ("anzahl", Arg::from(t.count(ends.len()))),
        ];
        Choice::new(group(*of), t.with("lose-enden-stelle", &args), asked)
    };
    let first = Choice::new("", t.get("lose-enden-stellen"), asked);
    let choices = std::iter::once(first).chain(loose.open.iter().map(choice)).collect();
    Select::new("stelle", t.get("lose-enden-spalte-stelle"), choices)
}

/// The ends of a Stelle that are shown, and how many more there are.
fn panel(
    viewer: &Viewer,
    city: &City,
    loose: &Loose,
    ((of, ends, rest), tried): ((Option<i64>, &[&End], usize), &Tried),
) -> Result<Panel, StoreError> {
    let t = &viewer.t;
    let lines = ends.iter().map(|it| line(viewer, city, loose, (it, tried))).collect();
    let more = (rest > 0).then(|| {
        let args = [("anzahl", Arg::from(rest)), ("alle", Arg::from(rest + ends.len()))];
        let at = city.at(&format!("{PATH}?stelle={}", group(of)));
        Link::new(t.with("lose-enden-weitere", &args), at)
    });
    let list = List { t, lang: &city.language, csrf: viewer.csrf(), lines, done: Vec::new(), more };
    written(owner(t, loose, of), &list)
}

fn line(viewer: &Viewer, city: &City, loose: &Loose, (end, tried): (&End, &Tried)) -> Line {
    let t = &viewer.t;
    let is_tried = end.key() == tried.key;
    let form = may_close(viewer, end).then(|| {
        let field = Field::new("weil", t.get("ende-weil"))
            .value(if is_tried { tried.because.as_str() } else { "" })
            .error(tried.problems.of("weil").filter(|_| is_tried));
        // Several forms of a page ask the same: each field has an id of its own.
        FormBlock::new(here(viewer, city, PATH), Button::secondary(t.get("ende-schliessen")))
            .hidden("ende", end.key())
            .hidden("stand", end.state.clone())
            .hidden("schritt", loose.step(end).to_string())
            .field(field)
    });
    Line {
        id: slug(&end.key()),
        kind: kind(t, end.kind),
        title: end.title.clone(),
        at: city.at(&end.at),
        sentence: sentence(t, end),
        mend: Link::new(t.get(&format!("ende-{}.weg", end.kind.code())), city.at(&end.mend)),
        since: end.since.map(|it| t.date(it)),
        form,
        is_open: is_tried,
        summary: t.get("ende-erledigt-weil"),
    }
}

/// A name as it can stand in an id.
fn slug(key: &str) -> String {
    key.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '-' }).collect()
}

fn written(title: String, list: &List<'_>) -> Result<Panel, StoreError> {
    let html = list.render();
    let html =
        html.map_err(|error| StoreError::Unreadable { what: "a page", text: error.to_string() })?;
    Ok(Panel { title, html })
}

/// What was closed; nothing where nothing was.
fn closed(
    viewer: &Viewer,
    city: &City,
    loose: &Loose,
    tried: &Tried,
) -> Result<Vec<Block>, StoreError> {
    if loose.closed.is_empty() {
        return Ok(Vec::new());
    }
    let t = &viewer.t;
    let all = (ENDS, loose.closed.iter().collect());
    let is_tried = |it: &&(End, Step)| it.0.key() == tried.key;
    let (shown, pages) = piece_with(viewer, (&city.at(PATH), "zu"), all, is_tried);
    let done = |(end, step): &&(End, Step)| Done {
        kind: kind(t, end.kind),
        title: end.title.clone(),
        at: city.at(&end.at),
        who: who(viewer, loose, step),
        because: step.because.clone(),
        form: may_close(viewer, end).then(|| {
            let action = here(viewer, city, &format!("{PATH}/oeffnen"));
            FormBlock::new(action, Button::secondary(t.get("ende-oeffnen")))
                .hidden("ende", end.key())
                .hidden("schritt", step.number.to_string())
        }),
    };
    let list = List {
        t,
        lang: &city.language,
        csrf: viewer.csrf(),
        lines: Vec::new(),
        done: shown.iter().map(done).collect(),
        more: None,
    };
    let panel = Block::Panel(written(t.get("lose-enden-geschlossen"), &list)?);
    Ok(std::iter::once(panel).chain(pages).collect())
}

/// An address for what is done to an end, which leads back to the piece of the list that it stands in.
#[must_use]
pub fn here(viewer: &Viewer, city: &City, path: &str) -> String {
    shown_at(&city.at(path), &viewer.address)
}
