//! What governance says of a quarter, in a sentence and in tables.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::parts::Section;
use ankunft_platform::web::City;
use jiff::civil::Date;

use super::view::{Cited, View};
use crate::around::money::Budget;
use crate::effects::words as effects;
use crate::known;
use crate::measures::model::State;
use crate::measures::view::Line;
use crate::measures::{address, words};

/// How much is done here, in a sentence.
#[must_use]
pub fn lead(t: &Texts, view: &View) -> String {
    let wanted = view.wanted();
    let count = |is: &dyn Fn(State) -> bool| {
        view.board.wanted(&wanted).filter(|it| is(it.measure.plan.state)).count()
    };
    let args = [
        ("offen", Arg::from(count(&State::is_open))),
        ("fertig", Arg::from(count(&|it| it == State::Done))),
        ("entscheidungen", Arg::from(view.decisions().count())),
        ("zusagen", Arg::from(view.promises().count())),
    ];
    let here = t.with("quartiersbericht-leit", &args);
    let all = std::iter::once(here).chain(words::of_whole_city(t, &view.board));
    all.collect::<Vec<_>>().join(" ")
}

/// The sections. Page, paper and workbook show the same.
#[must_use]
pub fn sections(t: &Texts, city: &City, view: &View, today: Date) -> Vec<Section> {
    let section = |id: &str, table: Table| Section {
        table,
        none: t.get(&format!("quartiersbericht-{id}.leer")),
    };
    vec![
        section("massnahmen", plans(t, city, view)),
        section("geld", money(t, view)),
        section("wirkungen", effects_of(t, view, today)),
        section(
            "entscheidungen",
            cited(t, "quartiersbericht-entscheidungen", view, &mut view.decisions()),
        ),
        section("zusagen", cited(t, "quartiersbericht-zusagen", view, &mut view.promises())),
    ]
}

fn table(t: &Texts, caption: &str, columns: &[&str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|it| Column::words(t.get(it))).collect();
    Table { caption: t.get(caption), quiet_caption: false, columns, rows }
}

fn plans(t: &Texts, city: &City, view: &View) -> Table {
    let wanted = view.wanted();
    let row = |it: &Line| {
        let plan = &it.measure.plan;
        let head = RowCell::link(plan.title.clone(), address(city, it.measure.number));
        let head = match wanted.part(&it.measure) {
            Some(part) => head.note(words::part(t, part)),
            None => head,
        };
        let cells = [
            known::post(t, &view.board.names, plan.lead),
            words::state(t, plan.state),
            t.date(plan.due),
            plan.sign.clone(),
        ];
        Row { head, cells: cells.map(RowCell::new).to_vec() }
    };
    let rows = view.board.wanted(&wanted).map(row).collect();
    let columns = [
        "massnahme",
        "massnahme-feld-federfuehrung",
        "massnahme-feld-stand",
        "massnahme-feld-bis",
        "massnahme-feld-woran",
    ];
    table(t, "quartiersbericht-massnahmen", &columns, rows)
}

/// What the measures cost, who pays, and what was spent; with the sums as the last row.
fn money(t: &Texts, view: &View) -> Table {
    let wanted = view.wanted();
    let mut sums = [0_i64; 4];
    let mut rows = Vec::new();
    let row = |head: String, amounts: [i64; 4]| Row {
        head: RowCell::new(head),
        cells: amounts.map(|it| RowCell::new(t.euros(it))).to_vec(),
    };
    for line in view.board.wanted(&wanted) {
        let number = line.measure.number;
        // What was given up costs no more; what was spent on it is spent.
        let budget = match line.measure.plan.state {
            State::Ended => Budget::default(),
            _ => view.depth.around(number).budget,
        };
        let spent = view.depth.spent(number);
        if budget.is_empty() && spent == 0 {
            continue;
        }
        let own = budget.own_cents();
        let amounts = [budget.cents, budget.cents - own, own, spent];
        sums.iter_mut().zip(amounts).for_each(|(sum, it)| *sum += it);
        rows.push(row(line.measure.plan.title.clone(), amounts));
    }
    if rows.len() > 1 {
        rows.push(row(t.get("geld-zusammen"), sums));
    }
    let columns =
        ["foerderung-kosten", "foerderung-dritte", "geld-eigenanteil", "foerderung-ausgegeben"];
    let columns = columns.map(|it| Column::numbers(t.get(it)));
    Table {
        caption: t.get("quartiersbericht-geld"),
        quiet_caption: false,
        columns: std::iter::once(Column::words(t.get("massnahme"))).chain(columns).collect(),
        rows,
    }
}

/// What was counted and accepted; figures of the quarter stand in its profile.
fn effects_of(t: &Texts, view: &View, today: Date) -> Table {
    let wanted = view.wanted();
    let mut rows = Vec::new();
    for line in view.board.wanted(&wanted) {
        let stands = view.depth.indicators(line.measure.number);
        for stand in stands.filter(|it| it.known.says.figure.is_none()) {
            let says = &stand.known.says;
            let cells = [
                line.measure.plan.title.clone(),
                effects::step(t, says.step),
                effects::stands(t, stand, today),
            ];
            let head = RowCell::new(says.name.clone());
            rows.push(Row { head, cells: cells.map(RowCell::new).to_vec() });
        }
    }
    let columns =
        ["arbeitsmappe-indikator", "massnahme", "indikator-feld-stufe", "quartiersbericht-stand"];
    table(t, "quartiersbericht-wirkungen", &columns, rows)
}

fn cited(t: &Texts, caption: &str, view: &View, all: &mut dyn Iterator<Item = &Cited>) -> Table {
    let row = |it: &Cited| {
        let thing = &it.thing;
        let day = thing.date.parse().map_or_else(|_| thing.date.clone(), |it| t.date(it));
        let titles: Vec<&str> = it.measures.iter().map(|it| view.title(*it)).collect();
        let cells = [day, thing.text.clone(), t.list(&titles)];
        Row { head: RowCell::new(thing.title.clone()), cells: cells.map(RowCell::new).to_vec() }
    };
    let columns = [
        "quartiersbericht-was",
        "quartiersbericht-tag",
        "quartiersbericht-inhalt",
        "quartiersbericht-massnahmen",
    ];
    table(t, caption, &columns, all.map(row).collect())
}
