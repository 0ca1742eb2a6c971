//! What the sheet of money asks: the whole, who pays, and for who wants to say more: kinds and years.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Field;
use ankunft_platform::typed::{Reading, cents, sent};
use ankunft_platform::web::Input;
use jiff::civil::Date;

use super::money::CostKind;
use super::money_form::{self, cost_field, year_field};
use super::pages::Ask;
use super::{tables, words};
use crate::measures::model::Plan;
use crate::rows::{Folded, name};

/// So many years of a long measure have fields of their own.
const YEARS: usize = 12;
/// So many empty sources stand below those that are filled in.
const MORE: usize = 2;

/// What it costs altogether; beside it what does not fit together.
pub fn whole(ask: &Ask<'_>) -> Input {
    let mut form = Reading::new(ask.t, ask.typed);
    let budget = money_form::budget(&mut form);
    let field = ask.field("budget", "geld-budget").inputmode("decimal");
    let gaps = tables::gaps(ask.t, &budget);
    if !form.problems.is_empty() || gaps.is_empty() {
        return Input::Field(field);
    }
    let hint = field.hint.clone().into_iter().chain(gaps).collect::<Vec<_>>().join(" ");
    Input::Field(field.hint(hint))
}

fn shown(ask: &Ask<'_>) -> usize {
    money_form::sources(ask.typed).last().map_or(0, |it| it + 1) + MORE
}

fn legend(t: &Texts, at: usize) -> String {
    t.with("gruppe-quelle", &[("nummer", Arg::from(at + 1))])
}

/// Who pays.
pub fn sources(ask: &Ask<'_>) -> Vec<(String, Vec<Input>)> {
    let one = |at: usize| {
        let field = |it: &str| name("quelle", at, it);
        let inputs = vec![
            ask.line(&field("name"), "geber-name"),
            ask.line(&field("programm"), "geber-programm"),
            ask.line(&field("quote"), "geber-quote"),
            ask.amount(&field("betrag"), "geber-betrag"),
        ];
        (legend(ask.t, at), inputs)
    };
    (0..shown(ask)).map(one).collect()
}

/// The years of the measure, and those of which something is said already.
fn years(ask: &Ask<'_>, plan: &Plan, today: Date) -> Vec<i16> {
    let last = plan.due.year();
    let first = plan.starts_on.map_or(last.min(today.year()), Date::year);
    let mut years: BTreeSet<i16> = (first..=last).take(YEARS).collect();
    years.extend(money_form::years(ask.typed));
    years.into_iter().collect()
}

/// A table of amounts: what its rows are, and the name of the field of each row and column.
fn grid(
    ask: &Ask<'_>,
    (id, corner): (&str, &str),
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
) -> Folded {
    let t = ask.t;
    let amount = |name: &str| cents(t.language(), sent(ask.typed, name)).unwrap_or(0);
    let euros = |it: i64| if it == 0 { "–".to_owned() } else { t.euros(it) };
    let mut sums = vec![0_i64; columns.len() + 1];
    let mut is_open = false;
    let mut lines = Vec::new();
    for (head, names) in rows {
        let mut sum = 0_i64;
        let mut fields = Vec::new();
        for ((name, column), total) in names.iter().zip(&columns).zip(&mut sums) {
            let cents = amount(name);
            sum = sum.saturating_add(cents);
            *total = total.saturating_add(cents);
            let field = Field::new(&**name, column.clone()).value(sent(ask.typed, name));
            is_open |= !field.value.trim().is_empty();
            fields.push(field.error(ask.problems.of(name)));
        }
        lines.push((head, fields, euros(sum)));
        if let Some(all) = sums.last_mut() {
            *all = all.saturating_add(sum);
        }
    }
    Folded {
        title: t.get(id),
        hint: t.get(&format!("{id}.hinweis")),
        is_open,
        corner: t.get(corner),
        columns,
        rows: lines,
        sums: (t.get("geld-zusammen"), sums.into_iter().map(euros).collect()),
    }
}

/// Kinds of cost by year, and when sources pay.
pub fn folded(ask: &Ask<'_>, plan: &Plan, today: Date) -> Vec<Folded> {
    let t = ask.t;
    let years = years(ask, plan, today);
    let dated: Vec<Option<i16>> = years.iter().copied().map(Some).chain([None]).collect();
    let kind = |kind: &CostKind| {
        let names = dated.iter().map(|year| cost_field(*kind, *year)).collect();
        (words::cost_kind(t, *kind), names)
    };
    let columns = dated.iter().map(|it| tables::year(t, *it)).collect();
    let kinds = CostKind::ALL.iter().map(kind).collect();
    let kinds = grid(ask, ("plan-nach-arten", "plan-ausgabeart"), columns, kinds);
    // Who is not named yet has no years: they are asked for once it stands there.
    let source = |at: usize| {
        let named = sent(ask.typed, &name("quelle", at, "name"));
        let head = if named.is_empty() { legend(t, at) } else { named.to_owned() };
        (head, years.iter().map(|year| year_field(at, *year)).collect())
    };
    let sources: Vec<(String, Vec<String>)> =
        money_form::sources(ask.typed).into_iter().map(source).collect();
    let columns = years.iter().map(i16::to_string).collect();
    let when = (!sources.is_empty())
        .then(|| grid(ask, ("plan-nach-jahren", "geld-wer"), columns, sources));
    std::iter::once(kinds).chain(when).collect()
}
