//! Sheets in words.

use std::collections::BTreeMap;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Row, RowCell, Table};

use super::model::{Content, Degree, Kind, Partner, Risk, Role};
use super::money::{Budget, CostKind, Position, Quota, Source};

/// Names of organisations by number.
pub type Organisations = BTreeMap<i64, String>;

/// The name of a sheet.
#[must_use]
pub fn sheet(t: &Texts, kind: Kind) -> String {
    t.get(&format!("blatt-{}", kind.code()))
}

/// A quota as it is shown: thirds as thirds, everything else in percent.
#[must_use]
pub fn quota(t: &Texts, quota: Quota) -> String {
    match quota.thirds() {
        1000 => t.get("quote-drittel"),
        2000 => t.get("quote-zwei-drittel"),
        it if it % 30 == 0 => t.percent(as_f64(it) / 30.0, 0),
        it => t.percent(as_f64(it) / 30.0, 1),
    }
}

/// A quota as a form takes it again.
#[must_use]
pub fn quota_typed(t: &Texts, quota: Quota) -> String {
    let thirds = quota.thirds();
    if thirds % 1000 == 0 && thirds < 3000 {
        return format!("{}/3", thirds / 1000);
    }
    let tenths = thirds / 3;
    let percent = ankunft_platform::typed::written(t.language(), tenths * 10);
    format!("{percent} %")
}

#[expect(clippy::cast_precision_loss, reason = "at most 3000")]
const fn as_f64(it: i64) -> f64 {
    it as f64
}

/// How much, in a word.
#[must_use]
pub fn degree(t: &Texts, degree: Degree) -> String {
    t.get(&format!("mass-{}", degree.code()))
}

/// The name of an organisation.
#[must_use]
pub fn organisation(t: &Texts, names: &Organisations, id: i64) -> String {
    names.get(&id).cloned().unwrap_or_else(|| t.get("organisation-weg"))
}

/// The partners of a role as names.
#[must_use]
pub fn partners(t: &Texts, names: &Organisations, all: &[Partner], role: Role) -> Vec<String> {
    all.iter()
        .filter(|it| it.role == role)
        .map(|it| organisation(t, names, it.organisation))
        .collect()
}

/// A sheet in one line, for what somebody else has changed meanwhile and for the history.
#[must_use]
pub fn line(t: &Texts, names: &Organisations, content: &Content) -> String {
    let all: Vec<String> = match content {
        Content::Money(it) if it.is_empty() => Vec::new(),
        Content::Money(it) => std::iter::once(t.euros(it.cents))
            .chain(it.sources.iter().map(|it| source(t, it)))
            .chain(it.costs.iter().map(|it| position(t, it)))
            .collect(),
        Content::Partners(all) => {
            all.iter().map(|it| organisation(t, names, it.organisation)).collect()
        }
        Content::Risks(all) => all.iter().map(|it| it.text.clone()).collect(),
    };
    all.join("; ")
}

/// A source in a few words, with its years.
fn source(t: &Texts, it: &Source) -> String {
    let years: Vec<String> =
        it.years.iter().map(|(year, cents)| format!("{year}: {}", t.euros(*cents))).collect();
    let years = if years.is_empty() { String::new() } else { format!(" ({})", years.join(", ")) };
    format!("{} {}{years}", it.name, t.euros(it.cents))
}

/// A position of the costs in a few words.
fn position(t: &Texts, it: &Position) -> String {
    let year = it.year.map_or_else(String::new, |it| format!(" {it}"));
    format!("{}{year} {}", cost_kind(t, it.kind), t.euros(it.cents))
}

/// The name of a kind of cost.
#[must_use]
pub fn cost_kind(t: &Texts, kind: CostKind) -> String {
    t.get(&format!("ausgabeart-{}", kind.code()))
}

/// Who pays what, the city's own part last.
#[must_use]
pub fn money(t: &Texts, budget: &Budget) -> Table {
    let row = |it: &Source| Row {
        head: RowCell::new(it.name.clone()),
        cells: vec![
            RowCell::new(it.programme.clone()),
            RowCell::new(it.quota.map_or_else(String::new, |it| quota(t, it))),
            RowCell::new(t.euros(it.cents)),
        ],
    };
    let own = Row {
        head: RowCell::new(t.get("geld-eigenanteil")),
        cells: vec![RowCell::new(""), RowCell::new(""), RowCell::new(t.euros(budget.own_cents()))],
    };
    let all = Row {
        head: RowCell::new(t.get("geld-zusammen")),
        cells: vec![RowCell::new(""), RowCell::new(""), RowCell::new(t.euros(budget.cents))],
    };
    Table {
        caption: t.with("geld-tabelle", &[("betrag", Arg::from(t.euros(budget.cents)))]),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("geld-wer")),
            Column::words(t.get("geld-programm")),
            Column::numbers(t.get("geld-quote")),
            Column::numbers(t.get("geld-betrag")),
        ],
        rows: budget.sources.iter().map(row).chain([own, all]).collect(),
    }
}

/// What can go wrong, and what is done about it.
#[must_use]
pub fn risks(t: &Texts, risks: &[Risk]) -> Table {
    let row = |it: &Risk| Row {
        head: RowCell::new(it.text.clone()),
        cells: vec![
            RowCell::new(degree(t, it.likelihood)),
            RowCell::new(degree(t, it.consequence)),
            RowCell::new(it.response.clone()),
        ],
    };
    let columns = ["risiko-was", "risiko-wahrscheinlich", "risiko-folge", "risiko-umgang"];
    Table {
        caption: t.get("blatt-risks"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: risks.iter().map(row).collect(),
    }
}
