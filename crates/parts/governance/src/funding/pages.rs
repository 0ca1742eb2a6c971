//! `/{kommune}/steuerung/foerderung`: who pays for what we agreed?

use ankunft_atlas::pages::overview::encode;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Choice, Column, Empty, Row, RowCell, Select, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::PATH;
use super::model::{BySource, ByYear, InYear, Planned, Report, Wanted, share};
use super::view::{FundYear, View};
use crate::around::tables;
use crate::effects::words::as_f64;
use crate::funds;
use crate::measures::model::State;
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
        if let Some(table) = years(t, view) {
            blocks.push(Block::Heading(t.get("foerderung-jahre")));
            blocks.push(Block::Table(table));
        }
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
        ("ausgegeben", Arg::from(t.euros(spent(view)))),
    ];
    let id = match (report.rows.is_empty(), &view.wanted.source) {
        (true, _) => "foerderung-leit-leer",
        (false, Some(_)) => "foerderung-leit-geber",
        (false, None) => "foerderung-leit",
    };
    let mut sentences = vec![t.with(id, &args)];
    match view.wanted.year {
        Some(year) => {
            sentences.insert(0, of_year(t, view, year));
            sentences.extend(money_of_year(t, view, year));
        }
        None if spent(view) != 0 => sentences.push(t.with("foerderung-leit-aus", &args)),
        None => {}
    }
    let over = report.rows.iter().filter(|it| it.is_over());
    let over: Vec<&str> = over.map(|it| it.title.as_str()).collect();
    if !over.is_empty() && view.wanted == Wanted::default() {
        let args = [("titel", Arg::from(t.list(&over)))];
        sentences.push(t.with("foerderung-ueber-plan", &args));
    }
    if report.without > 0 && view.wanted.source.is_none() {
        sentences.push(t.with("foerderung-ohne", &[("anzahl", Arg::from(report.without))]));
    }
    sentences.join(" ")
}

/// How many measures run in a year, and how many are only planned.
fn of_year(t: &Texts, view: &View, year: i16) -> String {
    let rows = &view.report.rows;
    let planned = rows.iter().filter(|it| it.state == State::Planned);
    let args = [
        ("jahr", Arg::from(year.to_string())),
        ("laufen", Arg::from(rows.iter().filter(|it| it.runs_in(year)).count())),
        ("geplant", Arg::from(planned.count())),
    ];
    t.with("foerderung-leit-jahr", &args)
}

/// What is planned for a year, spent in it and left of it; the plans above are those of all years.
fn money_of_year(t: &Texts, view: &View, year: i16) -> Vec<String> {
    let report = &view.report;
    if report.rows.is_empty() {
        return Vec::new();
    }
    let source = view.wanted.source.as_deref();
    let mut sentences = vec![t.get("foerderung-leit-laufzeit")];
    if let Some(InYear { planned, left }) = report.all_in_year(source) {
        let id = if left < 0 { "foerderung-leit-plan-ueber" } else { "foerderung-leit-plan" };
        let args = [
            ("jahr", Arg::from(year.to_string())),
            ("geplant", Arg::from(t.euros(planned))),
            ("rest", Arg::from(t.euros(left.abs()))),
        ];
        sentences.push(t.with(id, &args));
    }
    if spent(view) != 0 {
        let args = [("ausgegeben", Arg::from(t.euros(spent(view))))];
        sentences.push(t.with("foerderung-leit-aus-jahr", &args));
    }
    let has_plan = |it: &&Planned| !it.budget.is_empty();
    let undated = report.rows.iter().filter(has_plan);
    let undated = undated.filter(|it| report.in_year(it, source).is_none()).count();
    if undated > 0 {
        sentences.push(t.with("foerderung-ungeteilt", &[("anzahl", Arg::from(undated))]));
    }
    sentences
}

/// What was spent; of the money of one source, where one is asked for.
fn spent(view: &View) -> i64 {
    match view.wanted.source {
        Some(_) => view.report.spent_by_named(),
        None => view.report.spent(),
    }
}

fn column_of(t: &Texts, id: &str, year: i16) -> Column {
    Column::numbers(t.with(id, &[("jahr", Arg::from(year.to_string()))]))
}

/// The heading of what was spent: in all years, or in one.
fn spent_column(t: &Texts, year: Option<i16>) -> Column {
    match year {
        Some(year) => column_of(t, "foerderung-aus-jahr", year),
        None => Column::numbers(t.get("foerderung-ausgegeben")),
    }
}

/// The heading of what is planned for all years; where a year is asked for, it says so.
fn plan_column(t: &Texts, id: &str, year: Option<i16>) -> Column {
    let label = t.get(id);
    Column::numbers(match year {
        Some(_) => t.with("foerderung-laufzeit-spalte", &[("was", Arg::from(label))]),
        None => label,
    })
}

/// What was spent; where a year is asked for, between what is planned for it and what is left.
fn spent_cells(t: &Texts, report: &Report, (spent, year): (i64, Option<InYear>)) -> Vec<RowCell> {
    let money = |it: i64| RowCell::new(t.euros(it));
    let known = |it: Option<i64>| it.map_or_else(|| RowCell::new(tables::year(t, None)), money);
    match report.year {
        Some(_) => {
            vec![known(year.map(|it| it.planned)), money(spent), known(year.map(|it| it.left))]
        }
        None => vec![money(spent)],
    }
}

/// The headings of that.
fn spent_columns(t: &Texts, year: Option<i16>) -> Vec<Column> {
    let around = |id: &str| year.map(|it| column_of(t, id, it));
    let (planned, left) = (around("foerderung-plan-jahr"), around("foerderung-rest-jahr"));
    planned.into_iter().chain([spent_column(t, year)]).chain(left).collect()
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
            RowCell::new(t.euros(it.spent)),
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
            RowCell::new(t.euros(report.spent_by_named())),
        ],
    };
    Table {
        caption: t.get("foerderung-quellen"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("geld-wer")),
            Column::words(t.get("geld-programm")),
            Column::numbers(t.get("massnahmen-alle")),
            plan_column(t, "geld-betrag", report.year),
            Column::numbers(t.get("foerderung-anteil")),
            spent_column(t, report.year),
        ],
        rows: report.sources.iter().map(row).chain([sum]).collect(),
    }
}

/// By measure, with the sums as the last row; with what one source gives where one is asked for.
#[must_use]
pub fn rows(t: &Texts, city: Option<&City>, view: &View) -> Table {
    let source = view.wanted.source.as_deref();
    let report = &view.report;
    let cells = |(all, given): (i64, i64), of: Option<i64>, spent: (i64, Option<InYear>)| {
        let money = |it: i64| RowCell::new(t.euros(it));
        let rest = [money(given), money(all - given), RowCell::new(percent(t, given, all))];
        let cells = std::iter::once(money(all)).chain(of.map(money)).chain(rest);
        cells.chain(spent_cells(t, report, spent)).collect::<Vec<_>>()
    };
    let row = |it: &Planned| {
        let head = match city {
            Some(city) => RowCell::link(it.title.clone(), address(city, it.number)),
            None => RowCell::new(it.title.clone()),
        };
        let of = source.map(|name| it.of(name));
        let spent = match source {
            Some(name) => it.spent_of(name, report.year),
            None => report.spent_on(it),
        };
        let time = RowCell::new(period(t, it)).note(measures::state(t, it.state));
        let spent = (spent, report.in_year(it, source));
        let money = cells((it.budget.cents, it.given()), of, spent);
        Row { head, cells: std::iter::once(time).chain(money).collect() }
    };
    let spent = (spent(view), report.all_in_year(source));
    let sum = cells((report.cents(), report.given()), source.map(|_| report.named()), spent);
    let sum = Row {
        head: RowCell::new(t.get("geld-zusammen")),
        cells: std::iter::once(RowCell::new("")).chain(sum).collect(),
    };
    let of = source.map(|it| Column::numbers(it.to_owned()));
    let first = [
        Column::words(t.get("massnahme")),
        Column::words(t.get("foerderung-laufzeit")),
        plan_column(t, "foerderung-kosten", report.year),
    ];
    let last = ["foerderung-dritte", "geld-eigenanteil", "foerderung-quote"];
    let last = last.map(|it| Column::numbers(t.get(it))).into_iter();
    let last = last.chain(spent_columns(t, report.year));
    Table {
        caption: t.get("massnahmen-alle"),
        quiet_caption: true,
        columns: first.into_iter().chain(of).chain(last).collect(),
        rows: report.rows.iter().map(row).chain([sum]).collect(),
    }
}

/// By year, where anybody has said something of years, or the one that is asked for; of one source,
/// where one is asked for.
#[must_use]
pub fn years(t: &Texts, view: &View) -> Option<Table> {
    let is_asked = |year: Option<i16>| view.wanted.year.is_none() || year == view.wanted.year;
    let all = view.report.years.iter().filter(|it| is_asked(it.0));
    let all: Vec<&(Option<i16>, ByYear)> = all.collect();
    if !all.iter().any(|it| it.0.is_some()) {
        return None;
    }
    let of_source = view.wanted.source.is_some();
    let cells = |it: &ByYear| {
        let amounts = match of_source {
            true => vec![it.given, it.spent],
            false => vec![it.cents, it.given, it.own, it.spent],
        };
        amounts.into_iter().map(|it| RowCell::new(t.euros(it))).collect::<Vec<_>>()
    };
    let row = |(year, sums): &&(Option<i16>, ByYear)| Row {
        head: RowCell::new(tables::year(t, *year)),
        cells: cells(sums),
    };
    let mut total = ByYear::default();
    for (_, it) in &all {
        total.cents += it.cents;
        total.given += it.given;
        total.own += it.own;
        total.spent += it.spent;
    }
    let total = Row { head: RowCell::new(t.get("geld-zusammen")), cells: cells(&total) };
    // One year is its own sum.
    let total = view.wanted.year.is_none().then_some(total);
    let columns: &[&str] = match of_source {
        true => &["foerderung-geplant", "foerderung-ausgegeben"],
        false => {
            &["foerderung-kosten", "foerderung-dritte", "geld-eigenanteil", "foerderung-ausgegeben"]
        }
    };
    let columns = columns.iter().map(|it| Column::numbers(t.get(it)));
    Some(Table {
        caption: t.get("foerderung-jahre"),
        quiet_caption: true,
        columns: std::iter::once(Column::words(t.get("ausgabe-jahr"))).chain(columns).collect(),
        rows: all.iter().map(row).chain(total).collect(),
    })
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
