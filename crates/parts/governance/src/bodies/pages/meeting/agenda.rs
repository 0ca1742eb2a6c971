//! The items of an agenda: what is read of them, and what is written.

use ankunft_platform::citations::Citation;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Choice, Field, Problems, Remember, Select};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Desk, FormBlock, Input, Viewer};

use super::{Sent, public, words};
use crate::asks;
use crate::bodies::model::{Item, Says, Seat, Task, Votes};
use crate::bodies::store::DECISION;
use crate::bodies::view::MeetingView;
use crate::bodies::{address_of, address_of_task};
use crate::papers::model::{Outcome, Paper};
use crate::{known, papers, picking, thread};

/// One item.
pub struct Card {
    /// Its anchor: `punkt-3`.
    pub id: String,
    /// `TOP 2`.
    pub place: String,
    /// Its title.
    pub title: String,
    /// Whether it is heard in public, where a part of the meeting is.
    pub public: Option<String>,
    /// What it is about.
    pub about: Option<(Link, String)>,
    /// What it rests on.
    pub rests: Vec<Link>,
    /// What was said.
    pub minutes: String,
    /// What was decided.
    pub decision: String,
    /// How it was voted.
    pub vote: String,
    /// What comes of it for the Vorlage that it is about.
    pub outcome: Option<String>,
    /// Why it was corrected.
    pub reason: Option<String>,
    /// The tasks that were given, each with who and until when.
    pub tasks: Vec<(Link, String)>,
    /// What somebody else has written meanwhile.
    pub meanwhile: Vec<Block>,
    /// The fields for who writes.
    pub write: Option<Write>,
    /// The form for a task.
    pub give: Option<Folded>,
    /// Up, down, off the agenda.
    pub order: Vec<FormBlock>,
    /// For one's own Mappe.
    pub remember: Option<Remember>,
    /// Where that is sent to from a desk.
    pub remember_at: String,
    /// The search for what it rests on.
    pub search: Option<Link>,
    /// Its thread.
    pub thread: Option<Link>,
}

impl Card {
    /// Lays its forms onto the desk of the page; what holds something unsaved stands open.
    pub fn lay(&mut self, desk: &mut Desk) {
        if let Some(write) = &mut self.write {
            write.form = desk.lay(write.form.clone());
            write.is_open |= desk.is_unsaved(&write.form);
            let mut counts = write.form.inputs.split_off(write.before);
            let rest = counts.split_off(3);
            write.fields = [std::mem::take(&mut write.form.inputs), counts, rest];
        }
        if let Some(give) = &mut self.give {
            give.form = desk.lay(give.form.clone());
            give.is_open |= desk.is_unsaved(&give.form);
        }
        for form in &mut self.order {
            *form = desk.lay(form.clone());
        }
        if let Some(it) = &self.remember {
            self.remember_at = desk.press(&it.action, &it.fields);
        }
    }
}

/// The fields of an item.
pub struct Write {
    /// What it is called, what was said and decided, what comes of it for the Vorlage that it is about, how it
    /// was voted, whether it is heard in public, and why it is corrected.
    pub form: FormBlock,
    /// Its fields before the counts of votes, the counts, which stand in one row, and those after them.
    pub fields: [Vec<Input>; 3],
    /// How many fields stand before the counts.
    pub before: usize,
    /// Tells this state of the item from every other.
    pub state: String,
    /// Whether it is kept as one writes.
    pub keeps: bool,
    /// Above the fields.
    pub summary: String,
    /// Whether they stand open.
    pub is_open: bool,
}

/// A form that opens.
pub struct Folded {
    /// What opens it.
    pub summary: String,
    /// The form.
    pub form: FormBlock,
    /// Whether it stands open.
    pub is_open: bool,
}

pub fn cards(viewer: &Viewer, city: &City, view: &MeetingView, sent: &Sent) -> Vec<Card> {
    let card = |(at, item): (usize, &Item)| card(viewer, city, view, (at, item), sent);
    view.items.iter().enumerate().map(card).collect()
}

fn card(
    viewer: &Viewer,
    city: &City,
    view: &MeetingView,
    (at, item): (usize, &Item),
    it: &Sent,
) -> Card {
    let t = &viewer.t;
    let meeting = view.meeting();
    let here = address_of(city, (meeting.body, meeting.number));
    let path = format!("{here}/punkte/{}", item.number);
    let says = &item.says;
    let subject = item.subject.as_ref().and_then(|it| view.subjects.get(it));
    let id = format!("{}-{}", meeting.id(), item.number);
    let public = if says.is_public { "punkt-oeffentlich" } else { "punkt-nicht-oeffentlich" };
    let is_decided = meeting.is_closed() && item.has_decision();
    let writes = view.writes();
    Card {
        id: format!("punkt-{}", item.number),
        place: t.with("punkt-platz", &[("zahl", Arg::from(at + 1))]),
        title: says.title.clone(),
        public: meeting.slot.is_public.then(|| t.get(public)),
        about: view.paper_of(item).map(|it| paper(t, city, it)).or_else(|| {
            subject.map(|it| (Link::new(it.title.clone(), it.link.clone()), it.text.clone()))
        }),
        rests: rests(view, item.number),
        minutes: says.minutes.clone(),
        decision: says.decision.clone(),
        vote: words::vote(t, says.vote, says.outcome),
        outcome: says.outcome.map(|it| words::outcome(t, it)),
        reason: (!says.reason.is_empty()).then(|| corrected(t, view, item)),
        tasks: view.tasks_of(item.number).map(|it| task(t, city, view, it)).collect(),
        meanwhile: private(t, view, item).chain(meanwhile(t, view, item, it)).collect(),
        write: (view.may_hold && !meeting.slot.cancelled)
            .then(|| write(t, view, (item, &path), it)),
        give: writes.then(|| give(t, view, (item.number, &path), it)),
        order: if writes { order(t, (at, view.items.len()), &path, says) } else { Vec::new() },
        remember_at: String::new(),
        remember: view.remember.get(&item.number).cloned(),
        search: writes.then(|| picking::way(t, city, (DECISION, &id))),
        thread: is_decided
            .then(|| Link::new(t.get("faden-zeigen"), thread::address(city, (DECISION, &id)))),
    }
}

/// A warning beside an item that may say who somebody is, for who writes the minutes. What is heard in
/// public everybody reads.
fn private(t: &Texts, view: &MeetingView, item: &Item) -> impl Iterator<Item = Block> {
    let members = view.members.iter().filter_map(|it| match &it.seat {
        Seat::Person(name) => Some(name.as_str()),
        _ => None,
    });
    let numbers = view.put.values().map(|it| it.draft.file_number.as_str());
    let ours = Ours::of(&view.known.names).with_people(members).with_numbers(numbers);
    let is_public = view.meeting().slot.is_public && item.says.is_public;
    let place = if is_public { Place::Public } else { Place::Work };
    let says = &item.says;
    let texts = [says.title.as_str(), &says.minutes, &says.decision];
    let found = view.may_hold.then(|| warning(t, (place, &ours), texts)).flatten();
    found.map(Block::Notice).into_iter()
}

/// The Vorlage that an item is about, with what it proposes.
fn paper(t: &Texts, city: &City, it: &Paper) -> (Link, String) {
    let args =
        [("nummer", Arg::from(it.number)), ("betreff", Arg::from(it.draft.subject.as_str()))];
    let link = Link::new(t.with("punkt-vorlage", &args), papers::address(city, it.number));
    (link, it.draft.proposal.clone())
}

/// What was cited for an item, each by its Fundstelle.
fn rests(view: &MeetingView, item: i64) -> Vec<Link> {
    let link = |it: &Citation| {
        let seen = it.snapshot.as_ref()?;
        let value = seen.value.as_ref().map_or_else(String::new, |it| format!(": {it}"));
        Some(Link::new(format!("{}{value}", seen.title), format!("/f/{}", it.code)))
    };
    view.rests.iter().filter(|it| it.0 == item).filter_map(|it| link(&it.1)).collect()
}

fn corrected(t: &Texts, view: &MeetingView, item: &Item) -> String {
    let args = [
        ("wer", Arg::from(view.known.names.account(t, item.account))),
        ("wann", Arg::from(ankunft_platform::words::instant(t, item.at))),
        ("grund", Arg::from(item.says.reason.as_str())),
    ];
    t.with("berichtigt", &args)
}

fn task(t: &Texts, city: &City, view: &MeetingView, it: &Task) -> (Link, String) {
    let args = [
        ("stelle", Arg::from(known::post(t, &view.known.names, it.duty.post))),
        ("tag", Arg::from(t.date(it.duty.due))),
    ];
    let text = if it.is_open() { "aufgabe-zeile" } else { "aufgabe-zeile-erledigt" };
    (Link::new(it.duty.what.clone(), address_of_task(city, it.number)), t.with(text, &args))
}

/// What an item says as the fields of its form.
fn typed(item: &Item) -> Typed {
    let says = &item.says;
    let votes = says.vote.votes();
    let is_counted = votes != Votes::default();
    let count = |it: i64| if is_counted { it.to_string() } else { String::new() };
    let all = [
        ("titel", says.title.clone()),
        ("protokoll", says.minutes.clone()),
        ("beschluss", says.decision.clone()),
        ("ergebnis", says.outcome.map_or("", Outcome::code).to_owned()),
        ("abstimmung", says.vote.code().to_owned()),
        ("ja", count(votes.yes)),
        ("nein", count(votes.no)),
        ("enthaltung", count(votes.abstain)),
        ("oeffentlich", if says.is_public { "ja" } else { "nein" }.to_owned()),
    ];
    let name = |(name, value): (&str, String)| (format!("{name}-{}", item.number), value);
    all.map(name).to_vec()
}

fn write(t: &Texts, view: &MeetingView, (item, path): (&Item, &str), it: &Sent) -> Write {
    let is_open = it.open == Some(item.number);
    let stands = typed(item);
    let typed = if is_open { &it.typed } else { &stands };
    let field = |name: &str, text: &str| {
        let name = format!("{name}-{}", item.number);
        let error = it.problems.of(&name);
        Field::new(name.clone(), t.get(text)).value(sent(typed, &name)).error(error)
    };
    let is_closed = view.meeting().is_closed();
    let (name, current) = (
        format!("abstimmung-{}", item.number),
        sent(typed, &format!("abstimmung-{}", item.number)),
    );
    let votes = ["none", "unanimous", "counted"]
        .map(|it| Choice::new(it, t.get(&format!("abstimmung-{it}")), current));
    let mut vote = Select::new(name.clone(), t.get("abstimmung"), votes.to_vec());
    vote.error = it.problems.of(&name);
    let outcome = view.paper_of(item).map(|_| outcome(t, item, (typed, &it.problems)));
    let count = |name: &str, text: &str| field(name, text).inputmode("numeric").optional();
    let is_public = format!("oeffentlich-{}", item.number);
    let summary = if is_closed { "berichtigen" } else { "protokoll-schreiben" };
    let button = match is_closed {
        true => "protokoll-berichtigung-speichern",
        false => "punkt-speichern",
    };
    let mut form = FormBlock::new(path, Button::secondary(t.get(button)))
        .hidden("version", item.version.to_string())
        .field(field("titel", "punkt-titel"))
        .field(field("protokoll", "protokoll").rows(4).optional())
        .field(field("beschluss", "beschluss").rows(2).optional());
    let has_outcome = outcome.is_some();
    if let Some(select) = outcome {
        form = form.select(select);
    }
    form = form
        .select(vote)
        .field(count("ja", "stimmen-ja"))
        .field(count("nein", "stimmen-nein"))
        .field(count("enthaltung", "stimmen-enthaltung"));
    if view.meeting().slot.is_public {
        let chosen = sent(typed, &is_public) == "ja";
        form = form.select(public(t, &is_public, chosen));
    }
    if is_closed {
        form = form.field(field("grund", "berichtigung-grund"));
    }
    Write {
        before: 4 + usize::from(has_outcome),
        form,
        fields: [const { Vec::new() }; 3],
        state: format!("punkt-{}-{}", item.number, item.version),
        keeps: !is_closed,
        summary: t.get(summary),
        is_open: is_open || (!is_closed && item.version > 1),
    }
}

/// What comes of it for the Vorlage; nothing is chosen where wording and vote say it.
fn outcome(t: &Texts, item: &Item, (typed, problems): (&Typed, &Problems)) -> Select {
    let name = format!("ergebnis-{}", item.number);
    let current = sent(typed, &name);
    let first = Choice::new("", t.get("punkt-ergebnis-von-selbst"), current);
    let all = Outcome::ALL
        .iter()
        .map(|it| Choice::new(it.code(), t.get(&format!("ergebnis-{}", it.code())), current));
    let choices = std::iter::once(first).chain(all).collect();
    let mut select = Select::new(name.clone(), t.get("punkt-ergebnis"), choices);
    select.error = problems.of(&name);
    select
}

fn give(t: &Texts, view: &MeetingView, (item, path): (i64, &str), it: &Sent) -> Folded {
    let is_open = it.gives == Some(item);
    let nothing = Typed::new();
    let typed = if is_open { &it.typed } else { &nothing };
    let field = |name: &str, text: &str| {
        let name = format!("{name}-{item}");
        let error = it.problems.of(&name);
        Field::new(name.clone(), t.get(text)).value(sent(typed, &name)).error(error)
    };
    let post = format!("stelle-{item}");
    let posts = asks::leads(t, &view.known, sent(typed, &post));
    let mut post = Select::new(post, t.get("aufgabe-stelle"), posts);
    post.error = it.problems.of(&post.name);
    let form =
        FormBlock::new(format!("{path}/aufgaben"), Button::secondary(t.get("aufgabe-geben")))
            .field(field("aufgabe", "aufgabe-was"))
            .select(post)
            .field(field("bis", "aufgabe-bis").kind("date"))
            .field(field("wiedervorlage", "aufgabe-wiedervorlage").kind("date").optional());
    Folded { summary: t.get("aufgabe-neu"), form, is_open }
}

fn order(t: &Texts, (at, of): (usize, usize), path: &str, says: &Says) -> Vec<FormBlock> {
    let is_written = !says.minutes.is_empty() || !says.decision.is_empty();
    let ways = [
        ("hoch", "punkt-hoch", at > 0),
        ("tief", "punkt-tief", at + 1 < of),
        ("weg", "punkt-weg", !is_written),
    ];
    let form = |(way, text, _): (&str, &str, bool)| {
        FormBlock::new(format!("{path}/ordnen"), Button::secondary(t.get(text)))
            .hidden("wohin", way)
    };
    ways.into_iter().filter(|it| it.2).map(form).collect()
}

/// What the other has written, beside what stood there and what was typed.
fn meanwhile(t: &Texts, view: &MeetingView, item: &Item, it: &Sent) -> Vec<Block> {
    let Some(before) = it.before.as_ref().filter(|it| it.number == item.number) else {
        return Vec::new();
    };
    let (was, now) = (typed(before), typed(item));
    let names = [
        ("titel", "punkt-titel"),
        ("protokoll", "protokoll"),
        ("beschluss", "beschluss"),
        ("ergebnis", "punkt-ergebnis"),
        ("abstimmung", "abstimmung"),
        ("ja", "stimmen-ja"),
        ("nein", "stimmen-nein"),
        ("enthaltung", "stimmen-enthaltung"),
    ];
    let say = |name: &str, typed: &Typed| {
        let value = sent(typed, &format!("{name}-{}", item.number));
        let word = format!("{name}-{value}");
        let is_word = ["abstimmung", "ergebnis"].contains(&name) && t.has(&word);
        if is_word { t.get(&word) } else { value.to_owned() }
    };
    let changed = names.into_iter().filter(|(name, _)| say(name, &was) != say(name, &now));
    let all = changed.map(|(name, label)| asks::Difference {
        field: t.get(label),
        before: say(name, &was),
        now: say(name, &now),
        typed: say(name, &it.typed),
    });
    let who = view.known.names.account(t, item.account);
    let heading = t.with("punkt-inzwischen", &[("wer", Arg::from(who))]);
    asks::meanwhile(t, heading, all.collect())
}
