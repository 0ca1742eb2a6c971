//! `/l/{token}` of a report: what one partner is asked, on a phone, without account and script.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Column, Empty, Field, Kind as NoticeKind, Notice, Problems, Row, RowCell, Table,
};
use ankunft_platform::page::{Account, Link, Shell, html_with};
use ankunft_platform::private::{self, Trace};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, FormBlock, Sheet, Viewer};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::form::{SEEN, TOLD, fields, part_field, seen_field};
use super::link::{Case, TAKE_BACK, again_at, moment};
use super::meanwhile::{self, Other};
use super::model::{ObstacleState, State};
use crate::effects::model::{Actual, Kind, State as Value};
use crate::effects::view::Stand;
use crate::effects::words;

/// What is shown of a form: what was typed, what is wrong, and what may say who somebody is.
#[derive(Debug)]
pub struct Shown<'a> {
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
    /// What in the free text may say who somebody is.
    pub traces: BTreeSet<(Trace, String)>,
    /// What somebody else has kept since the form was opened.
    pub other: Option<Other>,
}

impl<'a> Shown<'a> {
    /// What was typed, with nothing wrong yet.
    pub fn of(typed: &'a Typed) -> Self {
        Self { typed, problems: Problems::default(), traces: BTreeSet::new(), other: None }
    }

    /// Which draft this reader has seen: what they are shown now, what they say, or what is there.
    fn seen(&self, case: &Case) -> String {
        let said = sent(self.typed, SEEN);
        match &self.other {
            Some(other) => other.at.to_string(),
            None if said.is_empty() => case.request.draft_at.unwrap_or(0).to_string(),
            None => said.to_owned(),
        }
    }
}

/// One indicator that is asked for.
struct Card {
    /// What the indicator is called.
    name: String,
    /// The field that says with which version of it the form was opened.
    seen: (String, i64),
    part: Field,
    whole: Option<Field>,
    /// The categories of the indicator, if it names some.
    parts: Vec<Field>,
    opens_parts: bool,
    nothing: String,
    is_nothing: bool,
    /// The button that takes over the last value, if there is one.
    again: Option<Button>,
}

/// The page of the form.
#[derive(Template)]
#[template(path = "report.html")]
pub struct ReportPage {
    shell: Shell,
    action: String,
    number: String,
    seen: String,
    problems: Problems,
    meanwhile: Option<(Notice, Table)>,
    /// Why it is written again.
    returned: Option<Notice>,
    /// Whether what waits for its Abnahme is changed with it.
    changes: bool,
    objection: Option<Notice>,
    cards: Vec<Card>,
    told: Field,
    hinders: Field,
    warning: Option<Notice>,
    has_last: bool,
    instead: [Field; 2],
    opens_instead: bool,
}

impl ReportPage {
    /// The answer with this page.
    pub fn answer(&self) -> Response {
        html_with(StatusCode::OK, self)
    }

    /// The answer to a refused form.
    pub fn refused(&self) -> Response {
        html_with(StatusCode::UNPROCESSABLE_ENTITY, self)
    }
}

fn frame(viewer: &Viewer, text: &str, title: String) -> Shell {
    // The address holds the secret of the link: it stays on its own page, with its language.
    let shell = viewer.page_with_form(title).account(Account::Unmentioned);
    shell.nav(Vec::new()).at(&format!("/l/{text}"))
}

fn frame_of(viewer: &Viewer, text: &str, case: &Case, title: String) -> Shell {
    frame(viewer, text, title).city(case.city.name.clone(), &format!("/{}", case.city.slug))
}

/// The form.
pub fn form(viewer: &Viewer, text: &str, case: &Case, shown: Shown<'_>) -> ReportPage {
    let t = &viewer.t;
    let args = [
        ("zeitraum", Arg::from(case.round.period.words(t))),
        ("massnahme", Arg::from(case.measure.plan.title.as_str())),
        ("tag", Arg::from(t.date_long(case.round.due))),
        ("name", Arg::from(case.request.contact.name.as_str())),
    ];
    let shell = frame_of(viewer, text, case, t.with("bericht-titel", &args));
    let cards: Vec<Card> = case.stands.iter().map(|it| card(t, case, it, &shown)).collect();
    let shown_of_told = (sent(shown.typed, TOLD).to_owned(), shown.problems.of(TOLD));
    let hinders = Field::new("hindernis", t.get("bericht-hindernis"))
        .hint(t.get("bericht-hindernis.hinweis"))
        .value(sent(shown.typed, "hindernis"))
        .error(shown.problems.of("hindernis"))
        .rows(3)
        .optional();
    let instead = [("statt-name", "text", "name"), ("statt-email", "email", "email")];
    let instead = instead.map(|(name, kind, complete)| {
        Field::new(name, t.get(&format!("bericht-{name}")))
            .kind(kind)
            .autocomplete(complete)
            .value(sent(shown.typed, name))
            .error(shown.problems.of(name))
    });
    let objection = case.request.objection().map(|it| {
        let args = [("name", Arg::from(it.instead.name.as_str()))];
        let text = t.with("bericht-anderer", &args);
        Notice { kind: NoticeKind::Info, title: t.get("bericht-anderer.titel"), text }
    });
    let other = shown.other.as_ref();
    ReportPage {
        shell: shell.lead(t.with("bericht-leit", &args)),
        action: format!("/l/{text}"),
        number: case.request.submissions.len().to_string(),
        seen: shown.seen(case),
        meanwhile: other.map(|it| meanwhile::kept(t, case, (&it.typed, shown.typed))),
        opens_instead: instead.iter().any(|it| it.error.is_some()),
        warning: warning(t, &shown.traces),
        has_last: cards.iter().any(|it| it.again.is_some()),
        problems: shown.problems,
        returned: first(t, case),
        changes: case.request.state() == State::HandedIn,
        objection,
        cards,
        told: told(t, case, &shown_of_told),
        hinders,
        instead,
    }
}

/// What is said before the form of who writes a report again: why it came back, or what stands meanwhile.
fn first(t: &Texts, case: &Case) -> Option<Notice> {
    if case.request.state() == State::HandedIn {
        let (title, text) = (t.get("bericht-aendern"), t.get("bericht-aendern.text"));
        return Some(Notice { kind: NoticeKind::Info, title, text });
    }
    case.request.returned_because().map(|reason| Notice {
        kind: NoticeKind::Warning,
        title: t.get("bericht-zurueckgegeben"),
        text: reason.to_owned(),
    })
}

/// What happened, in a few sentences: nobody has to, and what was told last stands beside it.
fn told(t: &Texts, case: &Case, (typed, error): &(String, Option<String>)) -> Field {
    let mut hint = t.get("bericht-geschehen.hinweis");
    if let Some((period, told)) = &case.told_last {
        let args = [("zeitraum", Arg::from(period.words(t))), ("text", Arg::from(told.as_str()))];
        hint = format!("{hint} {}", t.with("bericht-geschehen-zuletzt", &args));
    }
    let field = Field::new(TOLD, t.get("bericht-geschehen")).hint(hint).value(typed.as_str());
    field.error(error.clone()).rows(3).optional()
}

fn card(t: &Texts, case: &Case, stand: &Stand, shown: &Shown<'_>) -> Card {
    let says = &stand.known.says;
    let number = stand.known.number;
    let [part, whole, nothing] = fields(number);
    let last = stand.before(case.round.period).map(|it| {
        let value = Arg::from(words::value(t, says, it.value));
        t.with("bericht-zuletzt", &[("wert", value), ("zeitraum", Arg::from(it.period.words(t)))])
    });
    let end = case.round.period.last();
    let target = says.targets.iter().find(|it| it.0 >= end);
    let target = target.map(|it| words::target(t, says, *it));
    let beside: Vec<String> = [last.clone(), target].into_iter().flatten().collect();
    let field = |name: &str, label: String| {
        let field = Field::new(name, label).value(sent(shown.typed, name)).inputmode("decimal");
        field.error(shown.problems.of(name)).optional()
    };
    let is_share = says.kind == Kind::Share;
    let named = |text: &str| t.with(text, &[("name", Arg::from(says.name.as_str()))]);
    let label = if is_share { named("bericht-anteil-teil") } else { says.name.clone() };
    let mut first = field(&part, label);
    if !beside.is_empty() {
        first = first.hint(beside.join(" · "));
    }
    let again = Button::secondary(t.get("bericht-wie-zuletzt"));
    let of_category = |(category, at): (&String, usize)| {
        let label = t.with("wert-teil", &[("teil", Arg::from(category.as_str()))]);
        field(&part_field(number, at), label)
    };
    let parts: Vec<Field> = says.categories.iter().zip(1..).map(of_category).collect();
    Card {
        opens_parts: parts.iter().any(|it| it.error.is_some() || !it.value.is_empty()),
        parts,
        part: first,
        whole: is_share.then(|| field(&whole, named("bericht-anteil-ganzes"))),
        name: says.name.clone(),
        seen: (seen_field(number), stand.known.version),
        is_nothing: sent(shown.typed, &nothing) == "ja",
        nothing,
        again: last.map(|_| again.sends("absicht", format!("wie-zuletzt-{number}"))),
    }
}

fn warning(t: &Texts, traces: &BTreeSet<(Trace, String)>) -> Option<Notice> {
    if traces.is_empty() {
        return None;
    }
    let said = private::said(t, traces);
    let text = format!("{} {}", said.join(" "), t.get("bericht-personen.text"));
    Some(Notice { kind: NoticeKind::Warning, title: t.get("bericht-personen"), text })
}

/// What was handed in, how far it is, and what became of what hindered; before it what is to be said first.
pub fn handed_in(viewer: &Viewer, text: &str, case: &Case, before: Vec<Block>) -> Sheet {
    let t = &viewer.t;
    let state = case.request.state();
    let current = case.request.current();
    let at = current.map_or_else(String::new, |it| t.instant(moment(it.at)));
    let args = [
        ("zeitraum", Arg::from(case.round.period.words(t))),
        ("massnahme", Arg::from(case.measure.plan.title.as_str())),
        ("wann", Arg::from(at)),
    ];
    let shell = frame_of(viewer, text, case, t.with("bericht-danke", &args));
    let lead = format!("bericht-leit-{}", state.code());
    let lead = if t.has(&lead) { lead } else { "bericht-leit-eingereicht".to_owned() };
    let lead = t.with(&lead, &args);
    let mut blocks = before;
    blocks.extend(correction(t, case).map(Block::Notice));
    blocks.push(Block::Table(values(t, case)));
    if let Some(told) = current.map(|it| &it.note).filter(|it| !it.is_empty()) {
        blocks.push(Block::Heading(t.get("sachbericht-geschehen")));
        blocks.push(Block::Text(told.clone()));
    }
    if !case.obstacles.is_empty() {
        blocks.push(Block::Heading(t.get("bericht-hindernis")));
        for it in &case.obstacles {
            let answer = match it.state {
                ObstacleState::Answered => it.answer.clone(),
                other => t.get(&format!("hindernis-stand-{}", other.code())),
            };
            blocks.push(Block::Text(format!("„{}“\n{answer}", it.text)));
        }
    }
    let mut ways = Vec::new();
    if case.request.has_paper() {
        let file = format!("/l/{text}?datei=sachbericht");
        ways.push(Link::new(t.get("bericht-sachbericht"), file));
    }
    if let Some(again) = again_at(state) {
        let label =
            if state == State::Accepted { "bericht-korrigieren" } else { "bericht-noch-einmal" };
        ways.push(Link::new(t.get(label), format!("/l/{text}?{again}")));
    }
    if !ways.is_empty() {
        blocks.push(Block::Ways(ways));
    }
    if case.request.corrects() {
        let button = Button::secondary(t.get("bericht-korrektur-zuruecknehmen"));
        let form = FormBlock::new(format!("/l/{text}"), button.sends("absicht", TAKE_BACK));
        let number = case.request.submissions.len().to_string();
        blocks.push(Block::Form(form.hidden("nummer", number)));
    }
    Sheet::new(shell.lead(lead), blocks)
}

/// What became of a correction of what was accepted, while that stands.
fn correction(t: &Texts, case: &Case) -> Option<Notice> {
    let request = &case.request;
    if request.corrects() {
        let title = t.get("bericht-korrektur");
        let text = t.get("bericht-korrektur-wartet");
        return Some(Notice { kind: NoticeKind::Info, title, text });
    }
    let reason = request.returned_because().filter(|_| request.state() == State::Accepted)?;
    let text = t.with("bericht-korrektur-zurueck", &[("grund", Arg::from(reason))]);
    Some(Notice { kind: NoticeKind::Warning, title: t.get("bericht-zurueckgegeben"), text })
}

/// The values of the submission that the page speaks of.
fn values(t: &Texts, case: &Case) -> Table {
    let current = case.request.current();
    let is_apart = case.request.state() != State::Returned;
    let value = |stand: &Stand| {
        let version = current.and_then(|it| it.values.get(&stand.known.number).copied());
        let is_it = |it: &&Actual| it.period == case.round.period && Some(it.version) == version;
        let found = stand.actuals.iter().find(is_it);
        found.map_or_else(
            || RowCell::new(""),
            |it| {
                let cell = RowCell::new(words::value(t, &stand.known.says, it.value));
                let parts = (!it.parts.is_empty()).then(|| words::parts(t, it));
                let reason = [("grund", Arg::from(it.reason.as_str()))];
                let returned = (is_apart && it.state == Value::Returned)
                    .then(|| t.with("bericht-wert-zurueck", &reason));
                let notes: Vec<String> = parts.into_iter().chain(returned).collect();
                if notes.is_empty() { cell } else { cell.note(notes.join(" ")) }
            },
        )
    };
    let row = |stand: &Stand| Row {
        head: RowCell::new(stand.known.says.name.clone()),
        cells: vec![value(stand)],
    };
    Table {
        caption: case.round.period.words(t),
        quiet_caption: false,
        columns: vec![Column::words(t.get("bericht-was")), Column::numbers(t.get("wert"))],
        rows: case.stands.iter().map(row).collect(),
    }
}

/// A link that leads nowhere any more, whatever the reason: one press sends a new one to whoever is
/// registered.
pub fn closed(viewer: &Viewer, text: &str) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, text, t.get("link-gilt-nicht")).lead(t.get("link-gilt-nicht.leit"));
    let button = Button::primary(t.get("link-neu")).sends("absicht", "neuer-link");
    let form = FormBlock::new(format!("/l/{text}"), button);
    Sheet::new(shell, vec![Block::Form(form), Block::Reading(t.get("link-gilt-nicht.lesen"))])
}

/// What is said to whoever asked for a new link.
pub fn sent_again(viewer: &Viewer) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("link-unterwegs")).account(Account::Unmentioned).at("/");
    let text = t.get("link-unterwegs.text");
    Sheet::new(shell, vec![Block::Empty(Empty { text, step: None })])
}
