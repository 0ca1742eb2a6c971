//! `…/sitzungen/{sitzung}`: what is on the agenda, what was decided, who does what?
//!
//! One page before, during and after the meeting: who writes minutes has the fields where the item
//! stands, everybody else reads the same in words.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Kind;
use ankunft_platform::page::components::{
    Button, Choice, Field, Notice, Pair, Problems, Select, Upload,
};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Desk, FormBlock, Input, Viewer};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::{frame, words};
use crate::bodies::model::calendar::local;
use crate::bodies::model::{Item, Presence};
use crate::bodies::store::MEETING;
use crate::bodies::view::MeetingView;
use crate::bodies::view::open::{MOST, Proposal};
use crate::bodies::{address, address_of};
use crate::enquiries::pages::filing;
use crate::taking_back;

mod agenda;
mod attendance;

use agenda::Card;
use attendance::Attendance;

/// What was sent to the page and refused; nothing of it is lost.
#[derive(Debug, Default)]
pub struct Sent {
    /// What was typed.
    pub typed: Typed,
    /// What is wrong with it.
    pub problems: Problems,
    /// The item that was being written.
    pub open: Option<i64>,
    /// The item at which a task was being given.
    pub gives: Option<i64>,
    /// Whether it was the attendance.
    pub attends: bool,
    /// The item as it stood before somebody else wrote it.
    pub before: Option<Item>,
}

impl Sent {
    /// What was typed, and what is wrong with it.
    pub fn of(typed: &Typed, problems: Problems) -> Self {
        Self { typed: typed.clone(), problems, ..Self::default() }
    }

    fn is_refused(&self) -> bool {
        !self.problems.is_empty() || self.before.is_some()
    }
}

/// One open thing that can be put on the agenda by one press.
struct Open {
    title: String,
    why: String,
    form: FormBlock,
}

/// A paper.
struct Paper {
    link: Link,
    facts: String,
}

/// Everything that the page prints.
#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage {
    shell: Shell,
    lang: String,
    problems: Problems,
    notices: Vec<Notice>,
    pairs: Vec<Pair>,
    ways: Vec<Link>,
    cards: Vec<Card>,
    new_item: Option<FormBlock>,
    open: Vec<Open>,
    /// What is open elsewhere in the city, for a body that has a place.
    elsewhere: Vec<Open>,
    attendance: Attendance,
    papers: Vec<Paper>,
    gone: Vec<String>,
    file: Option<FormBlock>,
    take_back: Option<FormBlock>,
    takes_back: bool,
    close: Option<FormBlock>,
    /// Why there is nothing to close yet, for who will.
    not_yet: Option<String>,
    desk: Option<Desk>,
}

impl MeetingPage {
    /// Lays all forms onto one desk: who writes minutes presses much while a sentence is not saved yet.
    fn on(mut self, mut desk: Desk) -> Self {
        for card in &mut self.cards {
            card.lay(&mut desk);
        }
        self.new_item = self.new_item.take().map(|it| desk.lay(it));
        for open in self.open.iter_mut().chain(&mut self.elsewhere) {
            open.form = desk.lay(open.form.clone());
        }
        if let Some(form) = self.attendance.form.take().map(|it| desk.lay(it)) {
            self.attendance.is_open |= desk.is_unsaved(&form);
            self.attendance.form = Some(form);
        }
        self.file = self.file.take().map(|it| desk.lay(it));
        self.take_back = self.take_back.take().map(|it| desk.lay(it));
        self.takes_back = self.take_back.as_ref().is_some_and(|it| desk.is_unsaved(it));
        self.close = self.close.take().map(|it| desk.lay(it));
        self.notices.extend(desk.told());
        Self { desk: Some(desk), ..self }
    }
}

/// The page; 422 if it answers to something refused.
pub fn show(viewer: &Viewer, city: &City, view: &MeetingView, sent: &Sent) -> Response {
    let page = page(viewer, city, view, sent);
    let status = match sent.is_refused() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    ankunft_platform::page::html_with(status, &page)
}

/// The fields in which something stands that is not saved.
pub fn unsaved(viewer: &Viewer, city: &City, view: &MeetingView) -> Vec<Link> {
    let page = page(viewer, city, view, &Sent::default());
    page.desk.map_or_else(Vec::new, |it| it.unsaved().to_vec())
}

fn page(viewer: &Viewer, city: &City, view: &MeetingView, sent: &Sent) -> MeetingPage {
    let t = &viewer.t;
    let meeting = view.meeting();
    let here = address_of(city, (meeting.body, meeting.number));
    let above = vec![Link::new(view.body.charter.name.clone(), address(city, meeting.body))];
    let title = match meeting.slot.title.as_str() {
        "" => view.body.charter.name.clone(),
        title => title.to_owned(),
    };
    let day = t.date(local(meeting.slot.starts).date());
    let shell = frame(viewer, city, above, (format!("{title}, {day}"), lead(t, view)));
    let mut ways = Vec::new();
    if view.may_hold && !meeting.is_closed() {
        ways.push(Link::new(t.get("sitzung-aendern"), format!("{here}/aendern")));
    }
    ways.extend(on_paper(t, view, &here));
    let own = (MEETING, &*meeting.id());
    ways.extend(filing::ways(viewer, city, (own, &view.file_number), view.may_hold));
    let writes = view.writes();
    let [near, elsewhere] = if writes { open(t, view, &here) } else { Default::default() };
    let has_forms = view.may_hold && !meeting.slot.cancelled;
    let not_yet = view.not_to_be_closed().filter(|_| writes);
    let page = MeetingPage {
        shell,
        lang: city.language.clone(),
        problems: sent.problems.clone(),
        notices: notices(t, view),
        pairs: pairs(t, view),
        ways,
        cards: agenda::cards(viewer, city, view, sent),
        new_item: writes.then(|| new_item(t, view, &here, sent)),
        open: near,
        elsewhere,
        attendance: attendance::attendance(t, view, &here, sent),
        papers: papers(t, view, &here),
        gone: taking_back::told(t, &view.known.names, &view.gone),
        take_back: has_forms.then(|| take_back(t, view, &here, sent)).flatten(),
        takes_back: false,
        file: writes.then(|| file(t, &here, &sent.problems)),
        close: (writes && not_yet.is_none()).then(|| {
            FormBlock::new(
                format!("{here}/abschliessen"),
                Button::secondary(t.get("protokoll-schliessen")),
            )
        }),
        not_yet: not_yet.map(|it| t.get(it)),
        desk: None,
    };
    if has_forms { page.on(viewer.desk(&here)) } else { page }
}

/// The ways to the meeting on paper; what is heard in public has a paper of its own.
fn on_paper(t: &Texts, view: &MeetingView, here: &str) -> Vec<Link> {
    let mut ways = vec![
        Link::new(t.get("sitzung-als-pdf"), format!("{here}/papier/pdf")),
        Link::new(t.get("sitzung-als-docx"), format!("{here}/papier/docx")),
    ];
    if view.meeting().slot.is_public {
        let public = format!("{here}/papier/pdf?teil=oeffentlich");
        ways.push(Link::new(t.get("sitzung-als-pdf-oeffentlich"), public));
    }
    ways
}

fn lead(t: &Texts, view: &MeetingView) -> String {
    let args = [
        ("punkte", Arg::from(view.items.len())),
        ("beschluesse", Arg::from(view.items.iter().filter(|it| it.has_decision()).count())),
        ("aufgaben", Arg::from(view.tasks.len())),
    ];
    match (view.meeting().is_closed(), view.meeting().slot.cancelled) {
        (true, _) => t.with("sitzung-leit-geschlossen", &args),
        (_, true) => t.get("sitzung-leit-faellt-aus"),
        _ => t.with("sitzung-leit", &args),
    }
}

fn notices(t: &Texts, view: &MeetingView) -> Vec<Notice> {
    let meeting = view.meeting();
    let Some(at) = meeting.closed_at else { return Vec::new() };
    let who = view.known.names.account(t, meeting.closed_account);
    let args = [("wer", Arg::from(who)), ("wann", ankunft_platform::words::instant(t, at).into())];
    let title = t.with("protokoll-geschlossen", &args);
    vec![Notice { kind: Kind::Info, title, text: t.get("protokoll-geschlossen.text") }]
}

fn pairs(t: &Texts, view: &MeetingView) -> Vec<Pair> {
    let meeting = view.meeting();
    let public = if meeting.slot.is_public {
        "sitzung-teils-oeffentlich"
    } else {
        "sitzung-nicht-oeffentlich"
    };
    let mut pairs = vec![Pair::new(t.get("sitzung-wann-feld"), words::when(t, &meeting.slot))];
    if !meeting.slot.place.is_empty() {
        pairs.push(Pair::new(t.get("sitzung-ort"), meeting.slot.place.clone()));
    }
    pairs.push(Pair::new(t.get("sitzung-oeffentlich"), t.get(public)));
    if let Some((_, day)) = meeting.series {
        let moved = local(meeting.slot.starts).date() != day;
        let text = if moved { "sitzung-aus-reihe-verlegt" } else { "sitzung-aus-reihe" };
        let args = [("tag", Arg::from(t.date(day)))];
        pairs.push(Pair::new(t.get("sitzung-reihe"), t.with(text, &args)));
    }
    pairs
}

fn new_item(t: &Texts, view: &MeetingView, here: &str, it: &Sent) -> FormBlock {
    let field = Field::new("punkt", t.get("punkt-neu"))
        .value(sent(&it.typed, "punkt"))
        .error(it.problems.of("punkt"));
    let field = if view.measures.is_empty() { field } else { field.optional() };
    let button = Button::secondary(t.get("punkt-aufnehmen"));
    let mut form = FormBlock::new(format!("{here}/punkte"), button).field(field);
    if !view.measures.is_empty() {
        let first = Choice::new("", t.get("punkt-ohne-massnahme"), "");
        let open = view.measures.iter().map(|it| Choice::new(it.0.to_string(), it.1.clone(), ""));
        let choices = std::iter::once(first).chain(open).collect();
        form = form.select(Select::new("massnahme", t.get("punkt-massnahme"), choices));
    }
    if !view.meeting().slot.is_public {
        return form;
    }
    form.select(public(t, "punkt-oeffentlich", sent(&it.typed, "punkt-oeffentlich") == "ja"))
}

/// Whether an item is heard in public.
fn public(t: &Texts, name: &str, is_public: bool) -> Select {
    let current = if is_public { "ja" } else { "nein" };
    let choices = vec![
        Choice::new("nein", t.get("punkt-nicht-oeffentlich"), current),
        Choice::new("ja", t.get("punkt-oeffentlich"), current),
    ];
    Select::new(name, t.get("punkt-oeffentlich-frage"), choices)
}

/// What is open for the body, and what is open elsewhere in the city.
fn open(t: &Texts, view: &MeetingView, here: &str) -> [Vec<Open>; 2] {
    let open = |it: &Proposal| {
        let day = it.day.map_or_else(String::new, |it| t.date(it));
        let button = Button::secondary(t.get("punkt-auf-tagesordnung"));
        let form = FormBlock::new(format!("{here}/punkte"), button)
            .hidden("art", it.subject.kind.clone())
            .hidden("ding", it.subject.id.clone());
        Open {
            title: it.title.clone(),
            why: t.with(&format!("vorschlag-{}", it.why.code()), &[("tag", Arg::from(day))]),
            form,
        }
    };
    let (near, elsewhere): (Vec<&Proposal>, Vec<&Proposal>) =
        view.proposals.iter().partition(|it| it.is_near);
    [near, elsewhere].map(|it| it.into_iter().take(MOST).map(open).collect())
}

fn papers(t: &Texts, view: &MeetingView, here: &str) -> Vec<Paper> {
    let paper = |it: &ankunft_platform::attachments::Attachment| Paper {
        link: Link::new(it.file_name.clone(), format!("{here}/unterlagen/{}", it.id)),
        facts: format!(
            "{} · {}",
            t.bytes(u64::try_from(it.size).unwrap_or_default()),
            ankunft_platform::words::instant(t, it.created_at),
        ),
    };
    view.papers.iter().filter(|it| it.withdrawn_at.is_none()).map(paper).collect()
}

fn file(t: &Texts, here: &str, problems: &Problems) -> FormBlock {
    let upload = Upload::new("datei", t.get("unterlage-datei"))
        .hint(t.get("unterlage-datei.hinweis"))
        .error(problems.of("datei"))
        .accept(".pdf,.docx,.xlsx,.pptx,.odt,.jpg,.jpeg,.png");
    let button = Button::secondary(t.get("unterlage-anhaengen"));
    FormBlock::new(format!("{here}/unterlagen"), button).file(upload)
}

fn take_back(t: &Texts, view: &MeetingView, here: &str, it: &Sent) -> Option<FormBlock> {
    let to = format!("{here}/unterlagen/zurueck");
    taking_back::form(t, to, &view.papers, (&it.typed, &it.problems))
}

/// The choices of a presence, for who was asked about each member.
fn presences(t: &Texts, current: &str) -> Vec<Choice> {
    let first = Choice::new("", t.get("anwesend-unbekannt"), current);
    let all = Presence::ALL
        .map(|it| Choice::new(it.code(), t.get(&format!("anwesend-{}", it.code())), current));
    std::iter::once(first).chain(all).collect()
}
