//! Mappe and Fundstelle in words.

use ankunft_disclosure::Nutzung;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;

use super::PATH;
use super::view::{Became, Entry, FolderView};
use crate::citations::{Citation, Snapshot};
use crate::languages::{Arg, Texts};
use crate::page::components::{Button, Empty, Field, Kind, Problems, Tab};
use crate::page::{Link, Shell, html_with};
use crate::parts::CitedThing;
use crate::web::{City, Viewer};
use crate::words;

/// Everything that the page of a Mappe prints.
#[derive(Template)]
#[template(path = "folder.html")]
pub(super) struct FolderPage {
    shell: Shell,
    problems: Problems,
    tabs: Vec<Tab>,
    cards: Vec<Card>,
    /// What can be made of it.
    ways: Vec<Link>,
    empty: Option<Empty>,
    /// The address of this Mappe, if there is one.
    at: Option<String>,
    rename: Field,
    create: Field,
    create_at: String,
    buttons: Buttons,
    opened: bool,
}

/// The page's buttons.
struct Buttons {
    rename: Button,
    create: Button,
    delete: Button,
}

/// One cited thing.
struct Card {
    code: String,
    title: String,
    value: Option<String>,
    /// The ready-made words for a paper.
    quote: Option<String>,
    /// The language of what is frozen.
    lang: &'static str,
    /// Stichtag, when it was remembered, for whom it is.
    facts: Vec<String>,
    not_public: Option<String>,
    living: Option<Link>,
    note: Option<Note>,
    is_first: bool,
    is_last: bool,
}

/// What has become of a cited thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How it is meant.
    pub kind: Kind,
    /// Its first words.
    pub title: String,
    /// The rest.
    pub text: String,
    /// Whether today's state can be taken in its place.
    pub renews: bool,
}

/// What a refused form holds: what was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    pub title: Option<(String, String)>,
    pub new: Option<(String, String)>,
}

impl FolderPage {
    pub(super) fn answer(&self) -> Response {
        html_with(StatusCode::OK, self)
    }

    pub(super) fn refused(&self) -> Response {
        html_with(StatusCode::UNPROCESSABLE_ENTITY, self)
    }
}

/// A Mappe with what lies in it.
pub(super) fn folder(viewer: &Viewer, city: &City, view: &FolderView, typed: Typed) -> FolderPage {
    let t = &viewer.t;
    let at = city.at(&format!("{PATH}/{}", view.folder.id));
    let file = |kind: &str, label: &str| Link::new(label.to_owned(), format!("{at}/{kind}"));
    let mut shell = viewer.page(view.folder.title.clone()).lead(lead(t, view));
    let mut empty = None;
    if view.entries.is_empty() {
        empty = Some(nothing_yet(viewer));
    } else {
        shell = shell.data(vec![
            file("text", &t.get("mappe-als-text")),
            file("csv", "CSV"),
            file("json", "JSON"),
        ]);
    }
    let last = view.entries.len().saturating_sub(1);
    let cards = view.entries.iter().enumerate();
    let cards = cards.map(|(place, it)| card(viewer, city, it, (place == 0, place == last)));
    let mut page = frame(viewer, city, shell, typed);
    page.cards = cards.collect();
    page.tabs = tabs(city, view);
    if !view.entries.is_empty() {
        page.ways = viewer.follow_ups("folder", &view.folder.id.to_string());
    }
    if page.rename.error.is_none() {
        page.rename.value.clone_from(&view.folder.title);
    }
    page.at = Some(at);
    page.empty = empty;
    page
}

/// The page of who has no Mappe yet.
pub(super) fn none(viewer: &Viewer, city: &City, typed: Typed) -> FolderPage {
    let shell = viewer.page(viewer.t.get("nav-mappe")).lead(viewer.t.get("mappe-wozu"));
    let mut page = frame(viewer, city, shell, typed);
    page.empty = Some(nothing_yet(viewer));
    page
}

fn frame(viewer: &Viewer, city: &City, shell: Shell, typed: Typed) -> FolderPage {
    let t = &viewer.t;
    let mut problems = Problems::default();
    let mut field = |name: &str, label: &str, typed: Option<(String, String)>| {
        let field = Field::new(name, t.get(label)).hint(t.get("mappe-titel-hinweis"));
        match typed {
            Some((value, problem)) => {
                problems.add(name, problem.clone());
                field.value(value).error(Some(problem))
            }
            None => field,
        }
    };
    let rename = field("titel", "mappe-titel", typed.title);
    let create = field("neu", "mappe-neu-titel", typed.new);
    FolderPage {
        shell,
        opened: !problems.is_empty(),
        problems,
        tabs: Vec::new(),
        cards: Vec::new(),
        ways: Vec::new(),
        empty: None,
        at: None,
        rename,
        create,
        create_at: city.at(PATH),
        buttons: Buttons {
            rename: Button::secondary(t.get("mappe-umbenennen")),
            create: Button::secondary(t.get("mappe-anlegen")),
            delete: Button::secondary(t.get("mappe-loeschen")),
        },
    }
}

/// The first step leads to where figures are: the first entry of the navigation.
fn nothing_yet(viewer: &Viewer) -> Empty {
    let is_elsewhere = |href: &str| !href.ends_with(PATH);
    let first = viewer.ways.nav.iter().find(|it| is_elsewhere(&it.href));
    Empty {
        text: viewer.t.get("mappe-leer"),
        step: first.map(|it| Link::new(viewer.t.get("mappe-leer-schritt"), it.href.clone())),
    }
}

fn lead(t: &Texts, view: &FolderView) -> String {
    let count =
        |fits: fn(&Became) -> bool| view.entries.iter().filter(|it| fits(&it.became)).count();
    let mut sentences = vec![t.with("mappe-leit", &[("anzahl", Arg::from(view.entries.len()))])];
    for (id, number) in [
        ("mappe-leit-geaendert", count(|it| matches!(it, Became::Changed(_)))),
        ("mappe-leit-weg", count(|it| matches!(it, Became::Gone))),
        ("mappe-leit-gesperrt", count(|it| matches!(it, Became::Withdrawn { .. }))),
    ] {
        if number > 0 {
            sentences.push(t.with(id, &[("anzahl", Arg::from(number))]));
        }
    }
    sentences.join(" ")
}

fn tabs(city: &City, view: &FolderView) -> Vec<Tab> {
    if view.all.len() < 2 {
        return Vec::new();
    }
    let tab = |it: &crate::citations::Folder| Tab {
        label: it.title.clone(),
        href: city.at(&format!("{PATH}/{}", it.id)),
        current: it.id == view.folder.id,
    };
    view.all.iter().map(tab).collect()
}

/// Of when a citation speaks: the Berichtszeitraum of a flow, the Stichtag of anything else.
pub(super) fn time(t: &Texts, entry: &Entry) -> Option<String> {
    let snapshot = entry.citation.snapshot.as_ref()?;
    Some(match &entry.period {
        Some(period) => t.with("zitat-zeitraum", &[("zeit", Arg::from(t.period_of_time(period)))]),
        None => t.with("zitat-stichtag", &[("tag", Arg::from(day(t, &snapshot.date)))]),
    })
}

fn card(viewer: &Viewer, city: &City, entry: &Entry, (is_first, is_last): (bool, bool)) -> Card {
    let t = &viewer.t;
    let it = &entry.citation;
    let frozen = viewer.app.texts_of(city);
    let mut facts = Vec::new();
    facts.extend(time(t, entry));
    facts.push(t.with("zitat-gemerkt", &[("wann", Arg::from(words::instant(t, it.created_at)))]));
    Card {
        code: it.code.clone(),
        title: title(t, entry),
        value: it.snapshot.as_ref().and_then(|it| it.value.clone()),
        quote: it.snapshot.as_ref().map(|snapshot| quote(&frozen, snapshot, &reference(it))),
        lang: frozen.language().code(),
        facts,
        not_public: not_public(t, entry),
        living: living(t, entry),
        note: note(t, entry),
        is_first,
        is_last,
    }
}

/// What a cited thing is called; its Fundstelle if that is not for this reader.
pub(super) fn title(t: &Texts, entry: &Entry) -> String {
    match (&entry.citation.snapshot, &entry.became) {
        (Some(snapshot), _) => snapshot.title.clone(),
        (None, Became::Withdrawn { title: Some(title), .. }) => title.clone(),
        (None, _) => {
            t.with("zitat-ohne-titel", &[("fund", Arg::from(entry.citation.code.as_str()))])
        }
    }
}

/// The short reference that papers print.
pub(super) fn reference(citation: &Citation) -> String {
    format!("/f/{}", citation.code)
}

/// The words for a paper: sentence, source, Fundstelle.
pub(super) fn quote(frozen: &Texts, snapshot: &Snapshot, reference: &str) -> String {
    let args = [
        ("satz", Arg::from(snapshot.text.as_str())),
        ("quelle", Arg::from(snapshot.source.as_str())),
        ("fund", Arg::from(reference)),
    ];
    frozen.with("zitat-fertig", &args)
}

/// That a citation is not for everybody, and for whom.
pub(super) fn not_public(t: &Texts, entry: &Entry) -> Option<String> {
    let circle = entry.circle();
    let words = || t.get(&format!("nutzung-{}", circle.code()));
    (circle != Nutzung::Public)
        .then(|| t.with("zitat-nicht-oeffentlich", &[("kreis", Arg::from(words()))]))
}

/// The way to the living thing.
pub(super) fn living(t: &Texts, entry: &Entry) -> Option<Link> {
    let link = match (&entry.became, &entry.citation.snapshot) {
        (Became::Changed(now), _) => &now.link,
        (Became::Same, Some(then)) => &then.link,
        _ => return None,
    };
    Some(Link::new(t.get("zitat-heute-ansehen"), link.clone()))
}

/// What has become of a cited thing, if somebody who cites it must know.
pub(super) fn note(t: &Texts, entry: &Entry) -> Option<Note> {
    let said = |id: &str, text: String, renews: bool| Note {
        kind: Kind::Warning,
        title: t.get(id),
        text,
        renews,
    };
    match &entry.became {
        Became::Same => None,
        Became::Changed(now) => Some(said("zitat-geaendert", changed(t, entry, now), true)),
        Became::Gone => Some(said("zitat-weg", t.get("zitat-weg.text"), false)),
        Became::Withdrawn { at, reason, .. } => {
            Some(said("zitat-gesperrt", withdrawn(t, *at, reason.as_deref()), false))
        }
        Became::Hidden => Some(Note {
            kind: Kind::Info,
            title: t.get("zitat-verborgen"),
            text: t.get("zitat-verborgen.text"),
            renews: false,
        }),
    }
}

fn changed(t: &Texts, entry: &Entry, now: &CitedThing) -> String {
    let then = entry.citation.snapshot.as_ref().and_then(|it| it.value.as_deref());
    match (then, &now.value) {
        (Some(then), Some(value)) => t.with(
            "zitat-damals-heute",
            &[
                ("damals", Arg::from(then)),
                ("heute", Arg::from(value.as_str())),
                ("quelle", Arg::from(now.source.as_str())),
            ],
        ),
        _ => t.with("zitat-heute", &[("heute", Arg::from(now.text.as_str()))]),
    }
}

fn withdrawn(t: &Texts, at: i64, reason: Option<&str>) -> String {
    let when = ("wann", Arg::from(words::instant(t, at)));
    match reason.filter(|it| !it.is_empty()) {
        Some(reason) => t.with("zitat-gesperrt-weil", &[when, ("grund", Arg::from(reason))]),
        None => t.with("zitat-gesperrt-am", &[when]),
    }
}

/// A stored day as this language writes it.
pub(super) fn day(t: &Texts, iso: &str) -> String {
    iso.parse::<Date>().map_or_else(|_| iso.to_owned(), |it| t.date(it))
}
