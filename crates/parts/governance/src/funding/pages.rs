//! `/{kommune}/steuerung/foerderung`: who pays for what we agreed?

use ankunft_atlas::pages::overview::encode;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Choice, Column, Empty, Row, RowCell, Select, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::PATH;
use super::model::{BySource, Planned, Report, share};
use super::view::{FundYear, View};
use crate::effects::words::as_f64;
use crate::funds;
use crate::measures::{address, words as measures};

/// The page.
pub fn show(viewer: &Viewer, city: &City, view: &View) -> Sheet {
    let t = &viewer.t;
    let crumbs = vec![Link::new(t.get("nav-steuerung"), city.at(crate::measures::PATH))];
    let query = query(view);
    let at = |path: &str| city.at(&format!("{PATH}{path}{query}"));
    let file = |kind: &str| Link::new(kind.to_uppercase(), at(&format!(".{kind}")));
    let shell = viewer
        .page(t.get("foerderung-titel"))
        .lead(lead(t, view))
        .crumbs(crumbs)
        .mark(t.get("massnahme-nur-intern"))
        .data(vec![file("xlsx"), file("csv")]);
    let paper = |kind: &str| {
        Link::new(t.get(&format!("foerderung-{kind}")), at(&format!("/papier/{kind}")))
    };
    let mut blocks = vec![
        Block::Filters(city.at(PATH), filters(t, view)),
        Block::Links(vec![paper("pdf"), paper("docx")]),
    ];
    if view.report.rows.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("foerderung-leer"), step: None }));
    } else {
        blocks.push(Block::Heading(t.get("foerderung-quellen")));
        blocks.push(Block::Table(sources(t, &view.report)));
        blocks.push(Block::Heading(t.get("massnahmen-alle")));
        blocks.push(Block::Table(rows(t, Some(city), view)));
    }
    if !view.funds.is_empty() {
        blocks.push(Block::Heading(t.get("foerderung-fonds")));
        blocks.push(Block::Table(funds(t, Some(city), &view.funds)));
    }
    blocks.push(Block::Reading(t.get("foerderung-lesen")));
    Sheet::new(shell, blocks)
}

/// What is asked for, as it stands in addresses.
fn query(view: &View) -> String {
    let year = view.wanted.year.map(|it| format!("jahr={it}"));
    let encoded = |it: &String| format!("geber={}", encode(it));
    let source = view.wanted.source.as_ref().map(encoded);
    let all: Vec<String> = [year, source].into_iter().flatten().collect();
    if all.is_empty() { String::new() } else { format!("?{}", all.join("&")) }
}

fn filters(t: &Texts, view: &View) -> Vec<Select> {
    let current = view.wanted.year.map_or_else(String::new, |it| it.to_string());
    let years = std::iter::once(Choice::new("", t.get("foerderung-jedes-jahr"), &current));
    let years = years.chain(view.years.iter().map(|it| {
        let it = it.to_string();
        Choice::new(it.clone(), it, &current)
    }));
    let current = view.wanted.source.clone().unwrap_or_default();
    let names = view.names.iter().map(|it| Choice::new(it.clone(), it.clone(), &current));
    let names =
        std::iter::once(Choice::new("", t.get("foerderung-jeder-geber"), &current)).chain(names);
    vec![
        Select::new("jahr", t.get("foerderung-jahr"), years.collect()),
        Select::new("geber", t.get("geld-wer"), names.collect()),
    ]
}

/// What all of it costs and who pays, in one or two sentences.
#[must_use]
pub fn lead(t: &Texts, view: &View) -> String {
    let report = &view.report;
    let args = [
        ("anzahl", Arg::from(report.rows.len())),
        ("kosten", Arg::from(t.euros(report.cents()))),
        ("dritte", Arg::from(t.euros(report.given()))),
        ("eigen", Arg::from(t.euros(report.own()))),
        ("geber", Arg::from(view.wanted.source.clone().unwrap_or_default())),
        ("von", Arg::from(t.euros(report.named()))),
    ];
    let id = match (report.rows.is_empty(), &view.wanted.source) {
        (true, _) => "foerderung-leit-leer",
        (false, Some(_)) => "foerderung-leit-geber",
        (false, None) => "foerderung-leit",
    };
    let mut sentences = vec![t.with(id, &args)];
    if let Some(year) = view.wanted.year {
        let args = [("jahr", Arg::from(year.to_string()))];
        sentences.insert(0, t.with("foerderung-leit-jahr", &args));
    }
    if report.without > 0 && view.wanted.source.is_none() {
        sentences.push(t.with("foerderung-ohne", &[("anzahl", Arg::from(report.without))]));
    }
    sentences.join(" ")
}

fn percent(t: &Texts, part: i64, whole: i64) -> String {
    share(part, whole).map_or_else(String::new, |it| t.percent(as_f64(it), 1))
}

/// By source, with what all of them give as the last row.
#[must_use]
pub fn sources(t: &Texts, report: &Report) -> Table {
    let all = report.cents();
    let row = |it: &BySource| Row {
        head: RowCell::new(it.name.clone()),
        cells: vec![
            RowCell::new(it.programme.clone()),
            RowCell::new(t.count(it.measures)),
            RowCell::new(t.euros(it.cents)),
            RowCell::new(percent(t, it.cents, all)),
        ],
    };
    let named = report.named();
    let sum = Row {
        head: RowCell::new(t.get("geld-zusammen")),
        cells: vec![
            RowCell::new(""),
            RowCell::new(""),
            RowCell::new(t.euros(named)),
            RowCell::new(percent(t, named, all)),
        ],
    };
    Table {
        caption: t.get("foerderung-quellen"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("geld-wer")),
            Column::words(t.get("geld-programm")),
            Column::numbers(t.get("massnahmen-alle")),
            Column::numbers(t.get("geld-betrag")),
            Column::numbers(t.get("foerderung-anteil")),
        ],
        rows: report.sources.iter().map(row).chain([sum]).collect(),
    }
}

/// By measure, with the sums as the last row; with what one source gives where one is asked for.
#[must_use]
pub fn rows(t: &Texts, city: Option<&City>, view: &View) -> Table {
    let source = view.wanted.source.as_deref();
    let cells = |all: i64, of: Option<i64>, given: i64| {
        let money = |it: i64| RowCell::new(t.euros(it));
        let of = of.map(money);
        let rest = [money(given), money(all - given), RowCell::new(percent(t, given, all))];
        std::iter::once(money(all)).chain(of).chain(rest).collect::<Vec<_>>()
    };
    let row = |it: &Planned| {
        let head = match city {
            Some(city) => RowCell::link(it.title.clone(), address(city, it.number)),
            None => RowCell::new(it.title.clone()),
        };
        let of = source.map(|name| it.of(name));
        let head_cells = [RowCell::new(period(t, it)), RowCell::new(measures::state(t, it.state))];
        let cells = head_cells.into_iter().chain(cells(it.budget.cents, of, it.given()));
        Row { head, cells: cells.collect() }
    };
    let report = &view.report;
    let sum = cells(report.cents(), source.map(|_| report.named()), report.given());
    let blank = [RowCell::new(""), RowCell::new("")];
    let sum = Row {
        head: RowCell::new(t.get("geld-zusammen")),
        cells: blank.into_iter().chain(sum).collect(),
    };
    let of = source.map(|it| Column::numbers(it.to_owned()));
    let first = [
        Column::words(t.get("massnahme")),
        Column::words(t.get("foerderung-laufzeit")),
        Column::words(t.get("massnahme-feld-stand")),
        Column::numbers(t.get("foerderung-kosten")),
    ];
    let last = ["foerderung-dritte", "geld-eigenanteil", "foerderung-quote"];
    let last = last.map(|it| Column::numbers(t.get(it)));
    Table {
        caption: t.get("massnahmen-alle"),
        quiet_caption: true,
        columns: first.into_iter().chain(of).chain(last).collect(),
        rows: report.rows.iter().map(row).chain([sum]).collect(),
    }
}

/// From when until when.
#[must_use]
pub fn period(t: &Texts, it: &Planned) -> String {
    let args = [
        ("ab", Arg::from(it.from.map_or_else(String::new, |it| t.date(it)))),
        ("bis", Arg::from(t.date(it.to))),
    ];
    t.with(if it.from.is_some() { "foerderung-von-bis" } else { "foerderung-bis" }, &args)
}

/// The small funds: planned, granted, spent.
#[must_use]
pub fn funds(t: &Texts, city: Option<&City>, all: &[FundYear]) -> Table {
    let row = |it: &FundYear| {
        let balance = it.balance;
        let head = match city {
            Some(city) => RowCell::link(it.name.clone(), funds::address(city, it.number)),
            None => RowCell::new(it.name.clone()),
        };
        let money =
            [balance.budget, balance.given(), balance.paid - balance.returned, balance.left()];
        let money = money.map(|it| RowCell::new(t.euros(it)));
        let programme = RowCell::new(it.programme.clone());
        Row { head, cells: std::iter::once(programme).chain(money).collect() }
    };
    let sum = |of: &dyn Fn(&FundYear) -> i64| RowCell::new(t.euros(all.iter().map(of).sum()));
    let total = Row {
        head: RowCell::new(t.get("geld-zusammen")),
        cells: vec![
            RowCell::new(""),
            sum(&|it| it.balance.budget),
            sum(&|it| it.balance.given()),
            sum(&|it| it.balance.paid - it.balance.returned),
            sum(&|it| it.balance.left()),
        ],
    };
    let columns =
        ["foerderung-haushalt", "antrag-bewilligt", "foerderung-ausgegeben", "fonds-frei"];
    let first = [Column::words(t.get("fonds-eins")), Column::words(t.get("geld-programm"))];
    Table {
        caption: t.get("foerderung-fonds"),
        quiet_caption: true,
        columns: first.into_iter().chain(columns.map(|it| Column::numbers(t.get(it)))).collect(),
        rows: all.iter().map(row).chain([total]).collect(),
    }
}
