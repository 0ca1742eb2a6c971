//! Plan and spending side by side, in words and tables: pages, papers and files show the same.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{Column, Row, RowCell, Table};

use super::model::{self, Against, Book, Line, Payer};
use crate::around::money::{Budget, CostKind};
use crate::around::tables as plan;
use crate::effects::words::as_f64;
use crate::funding::model::share;

/// Who paid.
#[must_use]
pub fn payer(t: &Texts, it: &Payer) -> String {
    match it {
        Payer::Source { name, programme } if programme.is_empty() => name.clone(),
        Payer::Source { name, programme } => format!("{name} ({programme})"),
        Payer::Own => t.get("geld-eigenanteil"),
        Payer::Open => t.get("ausgabe-nicht-zugeordnet"),
    }
}

fn kind(t: &Texts, it: Option<CostKind>) -> String {
    it.map_or_else(|| t.get("ausgabe-nicht-zugeordnet"), |it| plan::kind(t, Some(it)))
}

/// One side of the comparison: what it is called, how its rows are, and the rows.
struct Side {
    id: &'static str,
    head: &'static str,
    rows: Vec<Against<String>>,
}

fn side<K>(
    (id, head): (&'static str, &'static str),
    all: Vec<Against<K>>,
    name: impl Fn(K) -> String,
) -> Side {
    let rows =
        all.into_iter().map(|it| Against { of: name(it.of), plan: it.plan, spent: it.spent });
    Side { id, head, rows: rows.collect() }
}

fn sides(t: &Texts, budget: &Budget, book: &Book) -> [Side; 3] {
    [
        side(("ausgabe-nach-art", "plan-ausgabeart"), model::by_kind(budget, book), |it| {
            kind(t, it)
        }),
        side(("ausgabe-nach-geber", "geld-wer"), model::by_payer(budget, book), |it| payer(t, &it)),
        side(("ausgabe-nach-jahr", "ausgabe-jahr"), model::by_year(budget, book), |it| {
            plan::year(t, it)
        }),
    ]
}

/// By kind, by source and by year: what was planned, what was spent, what is left. The last row of each
/// is the whole; nothing where neither plan nor book says anything.
#[must_use]
pub fn compared(t: &Texts, budget: &Budget, book: &Book) -> Vec<Table> {
    if book.is_empty() {
        return Vec::new();
    }
    let whole = (!budget.is_empty()).then_some(budget.cents);
    let whole = || Against { of: t.get("geld-zusammen"), plan: whole, spent: book.spent(None) };
    let table = |side: Side| {
        let row = |it: Against<String>| {
            let amount = |it: Option<i64>| it.map_or_else(String::new, |it| t.euros(it));
            let left = it.plan.map(|plan| plan - it.spent);
            let cells = [amount(it.plan), t.euros(it.spent), amount(left)];
            Row { head: RowCell::new(it.of), cells: cells.map(RowCell::new).to_vec() }
        };
        Table {
            caption: t.get(side.id),
            quiet_caption: false,
            columns: vec![
                Column::words(t.get(side.head)),
                Column::numbers(t.get("ausgabe-geplant")),
                Column::numbers(t.get("ausgabe-ausgegeben")),
                Column::numbers(t.get("ausgabe-bleibt")),
            ],
            rows: side.rows.into_iter().chain([whole()]).map(row).collect(),
        }
    };
    sides(t, budget, book).map(table).into_iter().collect()
}

/// How much was spent of how much, and what is left or too much: sentences.
#[must_use]
pub fn lead(t: &Texts, budget: &Budget, book: &Book) -> String {
    let spent = book.spent(None);
    let percent = share(spent, budget.cents).map(|it| t.percent(as_f64(it), 0));
    let args = [
        ("ausgegeben", Arg::from(t.euros(spent))),
        ("kosten", Arg::from(t.euros(budget.cents))),
        ("anteil", Arg::from(percent.unwrap_or_default())),
        ("rest", Arg::from(t.euros((budget.cents - spent).abs()))),
    ];
    let id = match (book.is_empty(), budget.is_empty()) {
        (true, true) => "ausgabe-leit-nichts",
        (true, false) => "ausgabe-leit-noch-nichts",
        (false, true) => "ausgabe-leit-ohne-plan",
        (false, false) if spent > budget.cents => "ausgabe-leit-darueber",
        (false, false) => "ausgabe-leit",
    };
    t.with(id, &args)
}

/// What is over its plan, a sentence each.
#[must_use]
pub fn over(t: &Texts, budget: &Budget, book: &Book) -> Vec<String> {
    let say = |it: &Against<String>| {
        let args = [("was", Arg::from(it.of.as_str())), ("betrag", Arg::from(t.euros(it.over()?)))];
        Some(t.with("ausgabe-ueber-plan", &args))
    };
    let sides = sides(t, budget, book);
    sides.iter().flat_map(|it| &it.rows).filter_map(say).collect()
}

/// The lines, the newest day first; what no longer counts says so. `link` leads to the form that
/// corrects a line, for who may.
#[must_use]
pub fn lines(
    t: &Texts,
    (book, names): (&Book, &Names),
    link: Option<&dyn Fn(i64) -> String>,
) -> Table {
    let row = |it: &Line| {
        let says = &it.says;
        let corrected = book.correction(it.number);
        let mut amount = RowCell::new(t.euros(says.cents));
        if let Some(by) = corrected {
            let args = [("nummer", Arg::from(by.number.to_string()))];
            amount = amount.note(t.with("ausgabe-berichtigt-durch", &args));
        }
        let mut what = RowCell::new(says.note.clone());
        if let Some(of) = it.corrects {
            let args =
                [("nummer", Arg::from(of.to_string())), ("grund", Arg::from(it.reason.as_str()))];
            what = what.note(t.with("ausgabe-berichtigt", &args));
        }
        let number = it.number.to_string();
        let head = match link.filter(|_| corrected.is_none()) {
            Some(link) => {
                let args = [("nummer", Arg::from(number))];
                RowCell::link(t.with("ausgabe-berichtigen-zeile", &args), link(it.number))
            }
            None => RowCell::new(number),
        };
        let who = names.post(it.post).unwrap_or_else(|| names.account(t, it.account));
        let cells = vec![
            RowCell::new(t.date(says.day)),
            amount,
            RowCell::new(kind(t, says.kind)),
            RowCell::new(payer(t, &says.payer)),
            what,
            RowCell::new(who),
        ];
        Row { head, cells }
    };
    let mut all: Vec<&Line> = book.lines().iter().collect();
    all.sort_by_key(|it| std::cmp::Reverse((it.says.day, it.number)));
    Table {
        caption: t.get("ausgabe-buchungen"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("ausgabe-nummer")),
            Column::words(t.get("ausgabe-tag")),
            Column::numbers(t.get("geld-betrag")),
            Column::words(t.get("plan-ausgabeart")),
            Column::words(t.get("ausgabe-mittel")),
            Column::words(t.get("ausgabe-notiz")),
            Column::words(t.get("ausgabe-wer")),
        ],
        rows: all.into_iter().map(row).collect(),
    }
}

/// A line in one line, for what somebody else has written meanwhile.
#[must_use]
pub fn line(t: &Texts, it: &model::Says) -> String {
    let all =
        [t.date(it.day), t.euros(it.cents), kind(t, it.kind), payer(t, &it.payer), it.note.clone()];
    let all: Vec<String> = all.into_iter().filter(|it| !it.is_empty()).collect();
    all.join(", ")
}
