//! Two with the same link, or one on two devices: who comes second is told, and what they typed stands
//! beside what is there already.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Column, Kind as NoticeKind, Notice, Problems, Row, RowCell, Table,
};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, Sheet, Viewer};

use super::form::{self, TOLD, fields, part_field};
use super::link::Case;
use super::link_pages::{self as pages, Shown};
use super::model::State;
use crate::effects::held;
use crate::effects::model::Kind;
use crate::effects::view::Stand;

/// What somebody else has kept since a form was opened.
#[derive(Debug)]
pub struct Other {
    /// What they typed.
    pub typed: Typed,
    /// When it was kept, in microseconds UTC.
    pub at: i64,
}

/// What is said with what it is told apart by; both as they were typed.
type Said = (String, String);

/// One thing that is asked, where two forms do not say the same.
struct Difference {
    what: String,
    there: Said,
    mine: Said,
}

fn differences(t: &Texts, case: &Case, (there, mine): (&Typed, &Typed)) -> Vec<Difference> {
    let value = |stand: &Stand| {
        let read = |typed| form::values(t, typed, &[stand]).ok();
        let (there_said, mine_said) = (said(t, stand, there), said(t, stand, mine));
        let is_same = match (read(there), read(mine)) {
            (Some(there), Some(mine)) => there == mine,
            _ => there_said == mine_said,
        };
        let what = stand.known.says.name.clone();
        (!is_same).then_some(Difference { what, there: there_said, mine: mine_said })
    };
    let text = |(name, label): (&str, &str)| {
        let said = |typed| (sent(typed, name).to_owned(), String::new());
        let (there, mine) = (said(there), said(mine));
        (there != mine).then(|| Difference { what: t.get(label), there, mine })
    };
    let texts = [(TOLD, "bericht-geschehen"), ("hindernis", "bericht-hindernis")];
    case.stands.iter().filter_map(value).chain(texts.into_iter().filter_map(text)).collect()
}

/// A value as it was typed.
fn said(t: &Texts, stand: &Stand, typed: &Typed) -> Said {
    let number = stand.known.number;
    let [part, whole, nothing] = fields(number);
    let (part, whole) = (sent(typed, &part), sent(typed, &whole));
    let is_empty = part.is_empty() && whole.is_empty();
    let value = match stand.known.says.kind {
        _ if is_empty && sent(typed, &nothing) == "ja" => t.get("wert-fehlanzeige"),
        Kind::Share if !is_empty => {
            t.with("wert-von", &[("teil", Arg::from(part)), ("ganzes", Arg::from(whole))])
        }
        _ => part.to_owned(),
    };
    let of_category = |(category, at): (&String, usize)| {
        let value = part_field(number, at);
        let value = sent(typed, &value);
        (!value.is_empty()).then(|| format!("{category} {value}"))
    };
    let categories = stand.known.says.categories.iter().zip(1..);
    let parts: Vec<String> = categories.filter_map(of_category).collect();
    let parts = match parts.is_empty() {
        true => String::new(),
        false => t.with("wert-davon", &[("teile", Arg::from(parts.join(", ")))]),
    };
    (value, parts)
}

const fn is_something(said: &Said) -> bool {
    !said.0.is_empty() || !said.1.is_empty()
}

fn table(t: &Texts, caption: &str, there: &str, all: Vec<Difference>) -> Table {
    let cell = |(value, parts): Said| match parts.is_empty() {
        true => RowCell::new(value),
        false => RowCell::new(value).note(parts),
    };
    let row = |it: Difference| Row {
        head: RowCell::new(it.what),
        cells: vec![cell(it.there), cell(it.mine)],
    };
    let columns = ["bericht-was", there, "bericht-ihre-eingabe"];
    Table {
        caption: t.get(caption),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.into_iter().map(row).collect(),
    }
}

fn notice(t: &Texts, id: &str) -> Notice {
    let (title, text) = (t.get(id), t.get(&format!("{id}.text")));
    Notice { kind: NoticeKind::Warning, title, text }
}

/// Whether something that was kept would be lost if this were kept in its place.
pub fn would_be_lost(t: &Texts, case: &Case, (there, mine): (&Typed, &Typed)) -> bool {
    differences(t, case, (there, mine)).iter().any(|it| is_something(&it.there))
}

/// What is said where somebody else has kept something, with both.
pub fn kept(t: &Texts, case: &Case, (there, mine): (&Typed, &Typed)) -> (Notice, Table) {
    let all = differences(t, case, (there, mine));
    (
        notice(t, "bericht-anders-gespeichert"),
        table(t, "bericht-beides", "bericht-gespeichert", all),
    )
}

/// The page for who sends what somebody else has handed in already: what they typed stands beside it, so
/// that it can be taken over in a correction.
pub fn second(viewer: &Viewer, text: &str, case: &Case, typed: &Typed) -> Sheet {
    let t = &viewer.t;
    let mut there = form::as_handed_in(t, &case.request, &case.stands(), case.round.period);
    let hinders: Vec<&str> = case.obstacles.iter().map(|it| it.text.trim()).collect();
    let said = sent(typed, "hindernis");
    let same = hinders.iter().find(|it| **it == said);
    there.extend(same.or(hinders.first()).map(|it| ("hindernis".to_owned(), (*it).to_owned())));
    let all = differences(t, case, (&there, typed));
    let mut before = Vec::new();
    if all.iter().any(|it| is_something(&it.mine)) {
        before.push(Block::Notice(notice(t, "bericht-schon-da")));
        before.push(Block::Table(table(t, "bericht-beides", "bericht-abgeschickt", all)));
    }
    if case.request.state().is_with_reporter() {
        let form = Link::new(t.get("bericht-zum-formular"), format!("/l/{text}"));
        before.push(Block::Ways(vec![form]));
    }
    pages::handed_in(viewer, text, case, before)
}

/// The form for who changes what was decided on meanwhile: what they typed stands there, with what was
/// said about it, and nothing of it is handed in yet.
#[must_use]
pub fn decided(viewer: &Viewer, text: &str, now: &Case, typed: &Typed) -> pages::ReportPage {
    let accepted = now.request.state() == State::Accepted;
    let id = if accepted { "bericht-inzwischen-abgenommen" } else { "bericht-inzwischen-zurueck" };
    let mut problems = Problems::default();
    problems.add(TOLD, viewer.t.get(id));
    let shown = Shown { problems, ..Shown::of(typed) };
    pages::form(viewer, text, now, shown)
}

/// The indicators of a report that count otherwise than its writer saw.
pub async fn counting_otherwise(
    change: &mut Change,
    case: &Case,
    typed: &Typed,
) -> Result<Vec<i64>, StoreError> {
    let seen = |it: &Stand| form::seen_field(it.known.number);
    let read: Vec<_> = case.stands.iter().map(|it| (&it.known, seen(it))).collect();
    held::counting_otherwise(change, (case.tenant, case.measure.number), &read, typed).await
}

/// The form again with what was typed, as these indicators count now.
#[must_use]
pub fn otherwise(
    viewer: &Viewer,
    (text, now): (&str, &Case),
    typed: &Typed,
    indicators: &[i64],
) -> pages::ReportPage {
    let mut problems = Problems::default();
    for it in indicators {
        let [part, ..] = form::fields(*it);
        problems.add(&part, viewer.t.get("bericht-zaehlt-anders"));
    }
    let shown = Shown { problems, ..Shown::of(typed) };
    pages::form(viewer, text, now, shown)
}
