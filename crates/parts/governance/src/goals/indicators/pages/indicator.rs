//! `…/ziele/{number}/indikatoren/{indicator}`: how far is the goal, and how do we know?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names as Accounts;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Column, Field, Pair, Problems, Remember, Row, RowCell, Table,
};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use ankunft_platform::words::instant;
use jiff::civil::Date;

use super::frame;
use crate::asks;
use crate::effects::form::part_field;
use crate::effects::model::{Hundredths, Kind};
use crate::effects::pages::indicator::drawn;
use crate::effects::picture;
use crate::effects::words::told_apart;
use crate::goals::doors::discard::OPENED;
use crate::goals::indicators::address;
use crate::goals::indicators::model::{Actual, Known, Origin, counted, end_of, path};
use crate::goals::indicators::view::{Gauge, Term};
use crate::goals::indicators::words::{self, Names};
use crate::goals::model::Edition;
use crate::measures;

/// What the page of an indicator is made from.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The number of the goal, and what it is called.
    pub goal: (i64, &'a str),
    /// The indicator.
    pub gauge: &'a Gauge,
    /// All editions.
    pub editions: &'a [Edition],
    /// All that was written of it, the newest first.
    pub history: Vec<&'a Known>,
    /// Names of what it says.
    pub said: Names<'a>,
    /// Names of accounts.
    pub names: &'a Accounts,
    /// The button for one's own Mappe.
    pub remember: Option<Remember>,
    /// What was typed into the form.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
    /// The day.
    pub today: Date,
    /// Whether this reader may write values.
    pub may_count: bool,
    /// The draft and its version there, if this reader may change it there.
    pub drafted: Option<(i64, i64)>,
}

/// The page.
pub fn show(viewer: &Viewer, city: &City, asked: &Asked<'_>) -> Sheet {
    let (t, gauge) = (&viewer.t, asked.gauge);
    let says = &gauge.known.says;
    let state = words::state(t, gauge.state(asked.today));
    let lead = format!("{}. {state}", words::line(t, gauge, asked.today));
    let shell = frame(viewer, city, asked.goal, (says.name.clone(), lead));
    let mut blocks = vec![Block::Problems(asked.problems.clone()), Block::Pairs(pairs(t, asked))];
    let course = gauge.shown();
    if let Some(charts) = picture::draw(t, (&says.name, says.kind), (&path(says, &course), &course))
    {
        blocks.push(drawn(t, charts));
    }
    blocks.push(Block::Table(targets(t, asked, &course)));
    blocks.push(Block::Reading(t.get("ziel-stand-lesen")));
    blocks.extend(match says.origin {
        Origin::Kept => kept(t, asked),
        Origin::Figure(..) => followed(t, gauge),
        Origin::Sum(_) => added(t, city, gauge),
    });
    if says.origin == Origin::Kept && asked.may_count {
        blocks.push(Block::Heading(t.get("wert-eintragen")));
        blocks.push(Block::Form(value_form(t, city, asked)));
    }
    if let Some(remember) = asked.remember.clone() {
        blocks.push(Block::Panel(asks::remember(t, remember)));
    }
    blocks.push(Block::Table(history(t, asked)));
    let own = address(city, asked.goal.0, gauge.known.number);
    let mut ways = Vec::new();
    if asked.drafted.is_some() {
        ways.push(Link::new(t.get("massnahme-aendern"), format!("{own}/aendern")));
    }
    let goal = crate::goals::address(city, asked.goal.0);
    ways.push(Link::new(t.get("ziel-zum-ziel"), goal));
    blocks.push(Block::Ways(ways));
    if let Some((edition, version)) = asked.drafted {
        let button = Button::secondary(t.get("ziel-indikator-streichen"));
        let form = FormBlock::new(format!("{own}/streichen"), button);
        let form = form.hidden(OPENED, edition.to_string());
        blocks.push(Block::Form(form.hidden("version", version.to_string())));
    }
    Sheet::new(shell, blocks)
}

fn pairs(t: &Texts, asked: &Asked<'_>) -> Vec<Pair> {
    let all = words::fields(t, asked.said, &asked.gauge.known.says);
    let shown = ["art", "woher", "ausgangswert", "quelle", "gliederung"];
    let pair = |(name, text): (&str, String)| {
        let text = match (name, text.is_empty()) {
            ("ausgangswert", true) => t.get("indikator-ohne-ausgangswert"),
            _ => text,
        };
        (shown.contains(&name) && !text.is_empty()).then(|| Pair::new(words::field(t, name), text))
    };
    all.into_iter().filter_map(pair).collect()
}

/// The path by years, each with what was there by its end.
fn targets(t: &Texts, asked: &Asked<'_>, course: &[(Date, Hundredths)]) -> Table {
    let says = &asked.gauge.known.says;
    let row = |(year, wanted): &(i64, Hundredths)| {
        let end = end_of(*year);
        let there = course.iter().rfind(|it| it.0 <= end).map(|it| it.1);
        let said = match there {
            _ if end > asked.today => t.get("ziel-spaeter"),
            Some(it) => words::amount(t, says, it),
            None => t.get("ziel-zeile-ohne-ist"),
        };
        Row {
            head: RowCell::new(year.to_string()),
            cells: vec![RowCell::new(words::amount(t, says, *wanted)), RowCell::new(said)],
        }
    };
    let columns = [("ziel-zieljahr", true), ("ziel-wert", false), ("ziel-war-da", false)];
    Table {
        caption: t.get("indikator-feld-zielpfad"),
        quiet_caption: false,
        columns: columns
            .map(|(id, is_head)| match is_head {
                true => Column::words(t.get(id)),
                false => Column::numbers(t.get(id)),
            })
            .to_vec(),
        rows: says.targets.iter().map(row).collect(),
    }
}

/// Everything that was written down, the newest first.
fn kept(t: &Texts, asked: &Asked<'_>) -> Vec<Block> {
    let gauge = asked.gauge;
    if gauge.actuals.is_empty() {
        return vec![Block::Text(t.get("indikator-werte-leer"))];
    }
    let counts = counted(&gauge.actuals);
    let row = |it: &Actual| {
        let mut day = RowCell::new(t.date(it.on));
        if it.version > 1 {
            day = day.note(t.with("wert-fassung", &[("nummer", Arg::from(it.version))]));
        }
        let mut value = RowCell::new(words::value(t, &gauge.known.says, it.value));
        let parts = told_apart(t, &it.parts);
        if let Some(now) = counts.iter().find(|now| now.on == it.on && now.version > it.version) {
            let by = words::value(t, &gauge.known.says, now.value);
            let by = t.with("wert-korrigiert", &[("wert", Arg::from(by))]);
            let all = [by, parts].into_iter().filter(|it| !it.is_empty());
            value = value.struck(all.collect::<Vec<_>>().join(" · "));
        } else if !parts.is_empty() {
            value = value.note(parts);
        }
        let who = RowCell::new(asked.names.account(t, it.account)).note(instant(t, it.at));
        Row { head: day, cells: vec![value, RowCell::new(it.source.clone()), who] }
    };
    let table = Table {
        caption: t.get("indikator-werte"),
        quiet_caption: false,
        columns: vec![
            Column::words(t.get("ziel-wert-tag")),
            Column::numbers(t.get("wert")),
            Column::words(t.get("indikator-feld-quelle")),
            Column::words(t.get("massnahme-wer")),
        ],
        rows: gauge.actuals.iter().rev().map(row).collect(),
    };
    vec![Block::Table(table)]
}

/// The released figures that are its values, each with its source.
fn followed(t: &Texts, gauge: &Gauge) -> Vec<Block> {
    if gauge.course.is_empty() {
        return vec![Block::Text(t.get("indikator-merkmal-leer"))];
    }
    let row = |it: &ankunft_atlas::course::Moment| Row {
        head: RowCell::new(t.period(&it.period)),
        cells: vec![RowCell::link(it.shown.clone(), it.link.clone())],
    };
    let table = Table {
        caption: t.get("indikator-werte"),
        quiet_caption: false,
        columns: vec![Column::words(t.get("wert-stichtag")), Column::numbers(t.get("wert"))],
        rows: gauge.course.iter().rev().map(row).collect(),
    };
    vec![Block::Table(table), Block::Reading(t.get("ziel-merkmal-lesen"))]
}

/// What it adds up, and what it does not, with the reason.
fn added(t: &Texts, city: &City, gauge: &Gauge) -> Vec<Block> {
    let row = |it: &Term| {
        let name = words::term(t, it);
        let link = format!("{}/indikatoren/{}", measures::address(city, it.of.0), it.of.1);
        let now = crate::effects::model::together(it.rule, &it.values);
        let said = match (it.cannot, now) {
            (Some(why), _) => t.get(&format!("ziel-summe-nicht-{}", why.code())),
            (None, Some(value)) => crate::effects::words::counted(t, (it.kind, &it.unit), value),
            (None, None) => t.get("ziel-zeile-ohne-ist"),
        };
        Row { head: RowCell::link(name, link), cells: vec![RowCell::new(said)] }
    };
    let table = Table {
        caption: t.get("ziel-summe-was"),
        quiet_caption: false,
        columns: vec![Column::words(t.get("ziel-summe-von")), Column::words(t.get("wert"))],
        rows: gauge.terms.iter().map(row).collect(),
    };
    let mut blocks = vec![Block::Table(table)];
    if gauge.counts_twice {
        blocks.push(Block::Text(t.get("ziel-summe-doppelt")));
    }
    blocks
}

fn value_form(t: &Texts, city: &City, asked: &Asked<'_>) -> FormBlock {
    let says = &asked.gauge.known.says;
    let field = |name: &str, label: String| {
        let field = Field::new(name, label).value(sent(asked.typed, name));
        field.error(asked.problems.of(name))
    };
    let action = format!("{}/werte", address(city, asked.goal.0, asked.gauge.known.number));
    let label = if says.kind == Kind::Share { "wert-zaehler" } else { "wert" };
    let mut form = FormBlock::new(action, Button::primary(t.get("ziel-wert-festhalten")))
        .hidden("gesehen", asked.gauge.actuals.len().to_string())
        .hidden(OPENED, asked.gauge.known.edition.to_string())
        .hidden("angabe", asked.gauge.known.version.to_string())
        .field(field("tag", t.get("ziel-wert-tag")).kind("date"))
        .field(field("wert", t.get(label)).inputmode("decimal"));
    if says.kind == Kind::Share {
        form = form.field(field("von", t.get("wert-nenner")).inputmode("decimal"));
    }
    for (category, at) in says.categories.iter().zip(1..) {
        let label = t.with("wert-teil", &[("teil", Arg::from(category.as_str()))]);
        form = form.field(field(&part_field(at), label).inputmode("decimal").optional());
    }
    let mut source = field("quelle", t.get("indikator-feld-quelle")).optional();
    if asked.typed.is_empty() {
        source = source.value(says.source.as_str());
    }
    form.field(source)
}

/// What was written of it in which edition, the newest first, with what it said then.
fn history(t: &Texts, asked: &Asked<'_>) -> Table {
    let name = |number: i64| {
        let found = asked.editions.iter().find(|it| it.number == number);
        found.map_or_else(String::new, |it| it.name.clone())
    };
    let row = |it: &&Known| {
        let said = words::fields(t, asked.said, &it.says);
        let said: Vec<String> =
            said.into_iter().map(|it| it.1).filter(|it| !it.is_empty()).collect();
        let said = if it.is_dropped { t.get("ziel-gestrichen") } else { said.join(" · ") };
        Row {
            head: RowCell::new(name(it.edition)),
            cells: vec![
                RowCell::new(instant(t, it.at)),
                RowCell::new(asked.names.account(t, it.account)),
                RowCell::new(said),
            ],
        }
    };
    let columns = ["ziele-fassung", "massnahme-wann", "massnahme-wer", "ziel-indikator-sagt"];
    Table {
        caption: t.get("massnahme-verlauf"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: asked.history.iter().map(row).collect(),
    }
}
