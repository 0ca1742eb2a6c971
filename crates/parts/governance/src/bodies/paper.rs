//! A meeting on paper: the invitation with its agenda before, the minutes after it.

use ankunft_atlas::papers::Letterhead;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::paper::{Block, Column, Level, Paper, Row, Table, Text};
use jiff::civil::Date;

use super::model::calendar::local;
use super::model::{Attended, Item, Member, Presence};
use super::pages::words;
use super::view::MeetingView;
use crate::known;
use crate::printed::paragraphs;

/// For whom a paper is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// For those inside: all of it.
    Whole,
    /// For everybody: what is heard in public, and nothing that tells of anything else.
    Public,
}

/// What kind of paper a meeting has on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Invitation,
    Draft,
    Minutes,
}

fn kind(view: &MeetingView, edition: Edition, today: Date) -> Kind {
    let day = local(view.meeting().slot.starts).date();
    match (view.meeting().is_closed(), edition) {
        (true, _) => Kind::Minutes,
        // What is being written is for those who write it.
        (false, Edition::Whole) if day <= today => Kind::Draft,
        (false, _) => Kind::Invitation,
    }
}

/// The paper of a meeting, and what its file is called.
#[must_use]
pub fn meeting(
    head: &Letterhead<'_>,
    view: &MeetingView,
    (edition, today): (Edition, Date),
) -> (Paper, &'static str) {
    let (t, meeting) = (head.t, view.meeting());
    let kind = kind(view, edition, today);
    let (subtitle, name) = match kind {
        Kind::Invitation => ("sitzung-papier-einladung", "einladung"),
        Kind::Draft => ("sitzung-papier-entwurf", "protokoll-entwurf"),
        Kind::Minutes => ("sitzung-papier-protokoll", "protokoll"),
    };
    let mut blocks = vec![Block::Table(slot(t, view))];
    if kind != Kind::Invitation && edition == Edition::Whole {
        blocks.extend(attendance(t, view));
    }
    blocks.push(Block::heading(Level::One, t.get("tagesordnung")));
    // A gap in numbers would tell of what is not for this reader.
    let is_heard = |it: &Item| meeting.slot.is_public && it.says.is_public;
    let items = view.items.iter().filter(|it| edition == Edition::Whole || is_heard(it));
    let items: Vec<(usize, &Item)> = items.enumerate().collect();
    match (items.is_empty(), kind) {
        (true, _) => blocks.push(Block::paragraph(t.get("tagesordnung-leer"))),
        (false, Kind::Invitation) => {
            let items = items.iter().map(|(_, it)| Text::from(titled(t, view, edition, it)));
            blocks.push(Block::List { numbered: true, items: items.collect() });
        }
        (false, _) => {
            for it in items {
                blocks.extend(spoken(t, view, (edition, it)));
            }
        }
    }
    if edition == Edition::Whole && !view.papers.is_empty() {
        let there = view.papers.iter().filter(|it| it.withdrawn_at.is_none());
        let names: Vec<Text> = there.map(|it| Text::from(it.file_name.clone())).collect();
        if !names.is_empty() {
            blocks.push(Block::heading(Level::One, t.get("unterlagen")));
            blocks.push(Block::List { numbered: false, items: names });
        }
    }
    // What a meeting that is not public is called can tell of what is spoken there.
    let is_named = edition == Edition::Whole || meeting.slot.is_public;
    let title = match meeting.slot.title.as_str() {
        "" => view.body.charter.name.clone(),
        _ if !is_named => view.body.charter.name.clone(),
        title => format!("{}: {title}", view.body.charter.name),
    };
    let mark = (edition == Edition::Whole).then(|| t.get("gremium-nur-intern"));
    (Paper { mark, ..head.paper((title, t.get(subtitle)), &[], blocks) }, name)
}

/// When and where, and by whom the minutes were closed.
fn slot(t: &Texts, view: &MeetingView) -> Table {
    let meeting = view.meeting();
    let mut rows = vec![(t.get("sitzung-wann-feld"), words::when(t, &meeting.slot))];
    if !meeting.slot.place.is_empty() {
        rows.push((t.get("sitzung-ort"), meeting.slot.place.clone()));
    }
    if meeting.slot.cancelled {
        rows.push((t.get("sitzung-papier-hinweis"), t.get("sitzung-leit-faellt-aus")));
    }
    if let Some(at) = meeting.closed_at {
        let when = ankunft_platform::words::instant(t, at);
        rows.push((t.get("sitzung-papier-geschlossen"), when));
    }
    pairs(t, t.get("sitzung-papier-tabelle"), rows)
}

fn pairs(t: &Texts, caption: String, rows: Vec<(String, String)>) -> Table {
    let row = |(term, text): (String, String)| Row {
        cells: vec![term.into(), text.into()],
        total: false,
    };
    Table {
        caption,
        columns: vec![Column::words(t.get("papier-was")), Column::words(t.get("papier-inhalt"))],
        row_headings: true,
        rows: rows.into_iter().map(row).collect(),
        notes: Vec::new(),
    }
}

fn attendance(t: &Texts, view: &MeetingView) -> Vec<Block> {
    let of = |member: &Member| view.attendance.1.iter().find(|it| it.member == member.number);
    let names = &view.known.names;
    let row = |member: &Member| Some((words::member(t, names, member), present(t, of(member)?)));
    let rows: Vec<(String, String)> = view.members.iter().filter_map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let heading = Block::heading(Level::One, t.get("anwesenheit"));
    vec![heading, Block::Table(pairs(t, t.get("anwesenheit"), rows))]
}

/// Whether a member was there, in words.
pub(crate) fn present(t: &Texts, it: &Attended) -> String {
    match (it.presence, it.by.as_str()) {
        (Presence::Substitute, by) if !by.is_empty() => {
            t.with("anwesend-vertreten-durch", &[("wer", Arg::from(by))])
        }
        (presence, _) => t.get(&format!("anwesend-{}", presence.code())),
    }
}

/// An item with whether it is heard in public; who reads what is public needs no word of it.
fn titled(t: &Texts, view: &MeetingView, edition: Edition, item: &Item) -> String {
    let says = &item.says;
    if edition == Edition::Public || !view.meeting().slot.is_public {
        return says.title.clone();
    }
    let public = if says.is_public { "punkt-oeffentlich" } else { "punkt-nicht-oeffentlich" };
    format!("{} ({})", says.title, t.get(public))
}

/// What was decided at an item, how it was voted, and what came of it for a Vorlage.
fn decided(t: &Texts, item: &Item) -> Vec<Block> {
    let (says, mut blocks) = (&item.says, Vec::new());
    if item.has_decision() {
        let label = format!("{}: ", t.get("beschluss"));
        let mut lines = says.decision.lines().filter(|it| !it.trim().is_empty());
        let first = lines.next().unwrap_or_default();
        blocks.push(Block::paragraph(Text::default().strong(label).and(first)));
        blocks.extend(lines.map(Block::paragraph));
        let vote = words::vote(t, says.vote, says.outcome);
        if !vote.is_empty() {
            blocks.push(Block::paragraph(vote));
        }
    }
    if let Some(outcome) = says.outcome {
        let label = format!("{}: ", t.get("ergebnis"));
        let text = Text::default().strong(label).and(words::outcome(t, outcome));
        blocks.push(Block::paragraph(text));
    }
    blocks
}

/// What was said and decided at an item, and what was given out.
fn spoken(
    t: &Texts,
    view: &MeetingView,
    (edition, (at, item)): (Edition, (usize, &Item)),
) -> Vec<Block> {
    let says = &item.says;
    let place = t.with("punkt-platz", &[("zahl", Arg::from(at + 1))]);
    let title = format!("{place} {}", titled(t, view, edition, item));
    let mut blocks = vec![Block::heading(Level::Two, title)];
    if let Some(paper) = view.paper_of(item).filter(|_| edition == Edition::Whole) {
        let args = [
            ("nummer", Arg::from(paper.number)),
            ("betreff", Arg::from(paper.draft.subject.as_str())),
        ];
        blocks.push(Block::paragraph(t.with("punkt-vorlage", &args)));
    }
    blocks.extend(paragraphs(&says.minutes));
    blocks.extend(decided(t, item));
    if !says.reason.is_empty() {
        let when = ankunft_platform::words::instant(t, item.at);
        let args = [("wann", Arg::from(when)), ("grund", Arg::from(says.reason.as_str()))];
        // Why it was corrected can tell of what is not public.
        blocks.extend(match edition {
            Edition::Whole => {
                Some(Block::paragraph(t.with("sitzung-papier-berichtigt-grund", &args)))
            }
            Edition::Public => Some(Block::paragraph(t.with("sitzung-papier-berichtigt", &args))),
        });
    }
    if edition == Edition::Whole {
        let task = |it: &super::model::Task| {
            let args = [
                ("stelle", Arg::from(known::post(t, &view.known.names, it.duty.post))),
                ("tag", Arg::from(t.date(it.duty.due))),
            ];
            let text = if it.is_open() { "aufgabe-zeile" } else { "aufgabe-zeile-erledigt" };
            Text::from(format!("{} ({})", it.duty.what, t.with(text, &args)))
        };
        let items: Vec<Text> = view.tasks_of(item.number).map(task).collect();
        if !items.is_empty() {
            let label = format!("{}:", t.get("sitzung-papier-auftraege"));
            blocks.push(Block::paragraph(Text::default().strong(label)));
            blocks.push(Block::List { numbered: false, items });
        }
    }
    blocks
}
