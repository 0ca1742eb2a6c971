//! `…/indikatoren/{indicator}`: how far are we, and how do we know?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Field, Pair, Problems, Remember, Row, RowCell, Select, Table,
};
use ankunft_platform::parts::Panel;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer};
use askama::Template;
use jiff::civil::Date;

use crate::asks;
use crate::effects::doors::way_back;
use crate::effects::held::SEEN;
use crate::effects::model::{Actual, Kind, Part, State, accepted, reached};
use crate::effects::period::Period;
use crate::effects::view::{Staircase, Stand};
use crate::effects::{address, form, picture, words};
use crate::measures::model::Measure;
use crate::measures::pages::frame_of;

/// What the page of an indicator is made from.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// Its staircase.
    pub staircase: &'a Staircase,
    /// The indicator.
    pub stand: &'a Stand,
    /// The button for one's own Mappe.
    pub remember: Option<Remember>,
    /// What was typed into a form.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: Problems,
    /// The day.
    pub today: Date,
    /// Whether this reader may hand in values.
    pub may_change: bool,
    /// Whether this reader may accept them.
    pub may_accept: bool,
}

#[derive(Template)]
#[template(path = "path.html")]
struct PathTemplate {
    charts: [String; 2],
}

/// A drawn path as a piece of a page.
pub(crate) fn drawn(t: &Texts, charts: [String; 2]) -> Block {
    let html = PathTemplate { charts }.render().unwrap_or_default();
    Block::Panel(Panel { title: t.get("indikator-verlauf"), html })
}

/// The page.
pub fn show(viewer: &Viewer, city: &City, asked: Asked<'_>) -> Sheet {
    let t = &viewer.t;
    let (measure, stand) = (asked.measure, asked.stand);
    let says = &stand.known.says;
    let head = (says.name.clone(), words::stands(t, stand, asked.today));
    let shell = frame_of(viewer, city, (measure.number, &measure.plan.title), head);
    let mut blocks = vec![Block::Problems(asked.problems.clone()), Block::Pairs(pairs(t, &asked))];
    if let Some(charts) = picture::path(t, stand) {
        blocks.push(drawn(t, charts));
    }
    if !says.targets.is_empty() {
        blocks.push(Block::Table(targets(t, stand, asked.today)));
    }
    if says.figure.is_some() {
        blocks.extend(course(t, stand));
    } else {
        blocks.extend(values(t, stand));
        blocks.extend(waiting(viewer, city, &asked));
        if asked.may_change && !says.ended {
            blocks.push(Block::Heading(t.get("wert-eintragen")));
            blocks.push(Block::Form(value_form(t, city, &asked)));
        }
    }
    if let Some(remember) = asked.remember.clone() {
        blocks.push(Block::Panel(asks::remember(t, remember)));
    }
    let mut ways = Vec::new();
    let own = address(city, measure.number, stand.known.number);
    if asked.may_change {
        ways.push(Link::new(t.get("massnahme-aendern"), format!("{own}/aendern")));
    }
    ways.push(Link::new(t.get("zur-massnahme"), way_back(city, measure.number)));
    blocks.push(Block::Ways(ways));
    Sheet::new(shell, blocks)
}

fn pairs(t: &Texts, asked: &Asked<'_>) -> Vec<Pair> {
    let says = &asked.stand.known.says;
    let known = (&asked.staircase.names, &asked.staircase.organisations);
    let pair = |part: Part| {
        let text = match part {
            Part::Baseline if says.baseline.is_none() => t.get("indikator-ohne-ausgangswert"),
            _ => words::says(t, known, says, part),
        };
        (!text.is_empty()).then(|| Pair::new(words::field(t, part), text))
    };
    let typed = [
        Part::Step,
        Part::Kind,
        Part::Rule,
        Part::Baseline,
        Part::Reporter,
        Part::Source,
        Part::Categories,
        Part::Ended,
    ];
    let read = [Part::Step, Part::Baseline, Part::Ended];
    let parts = if says.figure.is_some() { &read[..] } else { &typed[..] };
    parts.iter().copied().filter_map(pair).collect()
}

fn targets(t: &Texts, stand: &Stand, today: Date) -> Table {
    let says = &stand.known.says;
    let row = |(day, value, how)| Row {
        head: RowCell::new(t.date(day)),
        cells: vec![
            RowCell::new(words::amount(t, says, value)),
            RowCell::new(words::reached(t, says, how)),
        ],
    };
    Table {
        caption: t.get("indikator-feld-zielpfad"),
        quiet_caption: false,
        columns: vec![
            Column::words(t.get("ziel-tag")),
            Column::numbers(t.get("ziel-wert")),
            Column::words(t.get("ziel-stand")),
        ],
        rows: reached(says, &stand.values(), today).into_iter().map(row).collect(),
    }
}

/// The released figures that are its values, each with its source.
fn course(t: &Texts, stand: &Stand) -> Vec<Block> {
    if stand.course.is_empty() {
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
        rows: stand.course.iter().rev().map(row).collect(),
    };
    vec![Block::Table(table), Block::Reading(t.get("indikator-merkmal-lesen"))]
}

/// Everything that was handed in, the newest first.
fn values(t: &Texts, stand: &Stand) -> Vec<Block> {
    if stand.actuals.is_empty() {
        return vec![Block::Text(t.get("indikator-werte-leer"))];
    }
    let counts = accepted(&stand.actuals);
    let row = |it: &Actual| {
        let state = t.get(&format!("wert-stand-{}", it.state.code()));
        let mut state = RowCell::new(state);
        let beside = match it.state {
            State::Returned => it.reason.clone(),
            State::Checked => words::findings(t, &it.findings),
            State::Accepted => String::new(),
        };
        if !beside.is_empty() {
            state = state.note(beside);
        }
        let mut period = RowCell::new(it.period.words(t));
        if it.version > 1 {
            period = period.note(t.with("wert-fassung", &[("nummer", Arg::from(it.version))]));
        }
        let mut value = RowCell::new(words::value(t, &stand.known.says, it.value));
        let parts = words::parts(t, it);
        if let Some(now) = counts.iter().find(|now| now.period == it.period)
            && it.state == State::Accepted
            && now.version > it.version
        {
            let by = words::value(t, &stand.known.says, now.value);
            let by = t.with("wert-korrigiert", &[("wert", Arg::from(by))]);
            let all = [by, parts].into_iter().filter(|it| !it.is_empty());
            value = value.struck(all.collect::<Vec<_>>().join(" · "));
        } else if !parts.is_empty() {
            value = value.note(parts);
        }
        Row { head: period, cells: vec![value, state, RowCell::new(it.note.clone())] }
    };
    let table = Table {
        caption: t.get("indikator-werte"),
        quiet_caption: false,
        columns: vec![
            Column::words(t.get("wert-zeitraum")),
            Column::numbers(t.get("wert")),
            Column::words(t.get("wert-stand")),
            Column::words(t.get("wert-notiz")),
        ],
        rows: stand.actuals.iter().rev().map(row).collect(),
    };
    vec![Block::Table(table)]
}

/// What waits for its Abnahme, with the buttons for it.
fn waiting(viewer: &Viewer, city: &City, asked: &Asked<'_>) -> Vec<Block> {
    let (t, stand) = (&viewer.t, asked.stand);
    let waiting = stand.waiting();
    if waiting.is_empty() || !asked.may_accept {
        return Vec::new();
    }
    let item = |it: &&Actual| {
        let period = it.period.words(t);
        let of = [("zeitraum", Arg::from(period.as_str()))];
        let action = format!("{}/abnahme", address(city, it.measure, it.indicator));
        let form = |button: Button| {
            FormBlock::new(action.clone(), button)
                .hidden("zeitraum", it.period.to_string())
                .hidden("version", it.version.to_string())
        };
        let accept = Button::primary(t.with("abnahme-nehmen", &of)).sends("absicht", "abnehmen");
        let give_back = Button::secondary(t.with("abnahme-zurueck", &of));
        let reason = Field::new("grund", t.get("abnahme-grund"))
            .value(sent(asked.typed, "grund"))
            .error(asked.problems.of("grund"));
        let mut forms = vec![form(accept)];
        // One field of a name on a page: the reason belongs to the first that waits.
        if std::ptr::eq(*it, waiting[0]) {
            forms.push(form(give_back.sends("absicht", "zurueckgeben")).field(reason));
        }
        let value = words::value(t, &stand.known.says, it.value);
        Item {
            lang: None,
            title: format!("{period}: {value}"),
            href: None,
            notes: [words::parts(t, it), words::findings(t, &it.findings)]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect(),
            forms,
        }
    };
    let items = waiting.iter().map(item).collect();
    vec![Block::Heading(t.get("abnahme")), Block::Items(items)]
}

fn value_form(t: &Texts, city: &City, asked: &Asked<'_>) -> FormBlock {
    let stand = asked.stand;
    let says = &stand.known.says;
    let action = format!("{}/werte", address(city, stand.known.measure, stand.known.number));
    let typed = |name: &str| sent(asked.typed, name);
    let current = Some(typed("zeitraum")).filter(|it| !it.is_empty()).map(str::to_owned);
    // Who reports after the end of a quarter reports on that quarter.
    let current = current.unwrap_or_else(|| Period::of(asked.today, 3).before().to_string());
    let periods = Period::usual(asked.today);
    let choice = |it: &Period| Choice::new(it.to_string(), it.words(t), &current);
    let mut period =
        Select::new("zeitraum", t.get("wert-zeitraum"), periods.iter().map(choice).collect());
    period.error = asked.problems.of("zeitraum");
    let field = |name: &str, text: &str| {
        let field = Field::new(name, t.get(text)).value(typed(name)).optional();
        field.error(asked.problems.of(name)).inputmode("decimal")
    };
    let label = if says.kind == Kind::Share { "wert-zaehler" } else { "wert" };
    let mut block = FormBlock::new(action, Button::primary(t.get("wert-einreichen")))
        .hidden("gesehen", stand.actuals.len().to_string())
        .hidden(SEEN, stand.known.version.to_string())
        .select(period)
        .field(field("wert", label));
    if says.kind == Kind::Share {
        block = block.field(field("von", "wert-nenner"));
    }
    for (category, at) in says.categories.iter().zip(1..) {
        let name = form::part_field(at);
        let label = t.with("wert-teil", &[("teil", Arg::from(category.as_str()))]);
        let field = Field::new(&name, label).value(typed(&name)).error(asked.problems.of(&name));
        block = block.field(field.inputmode("decimal").optional());
    }
    let chosen = typed("fehlanzeige") == "ja";
    let (value, label) = ("ja".to_owned(), t.get("wert-fehlanzeige-wahl"));
    let nothing = Choice { value, label, hint: None, chosen };
    let note = Field::new("notiz", t.get("wert-notiz")).value(typed("notiz")).rows(2).optional();
    block
        .choices(Choices::several("fehlanzeige", t.get("wert-fehlanzeige"), vec![nothing]))
        .field(note)
}
