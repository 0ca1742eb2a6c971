//! From what was typed to a budget: all of it at once, or one figure alone.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::languages::Texts;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, written};

use super::money::{self, Budget, CostKind, Part, Position, Quota, Source, Unfit};
use super::words;
use crate::rows::{filled, name};

/// The fields by which a source counts as filled in, beside those of its years.
pub const SOURCE: [&str; 4] = ["name", "programm", "quote", "betrag"];
/// What stands for "no year" in the name of a field.
const UNDATED: &str = "ohne";

/// The field of a kind of cost in a year.
#[must_use]
pub fn cost_field(kind: CostKind, year: Option<i16>) -> String {
    let year = year.map_or_else(|| UNDATED.to_owned(), |it| it.to_string());
    format!("ausgabe-{}-{year}", kind.code())
}

/// The field of what a source pays in a year.
#[must_use]
pub fn year_field(at: usize, year: i16) -> String {
    name("quelle", at, &format!("jahr-{year}"))
}

/// A year that a plan can speak of.
fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|it| (1990..=2100).contains(it))
}

fn cost_of(field: &str) -> Option<(CostKind, Option<i16>)> {
    let (kind, text) = field.strip_prefix("ausgabe-")?.split_once('-')?;
    let kind = CostKind::from_code(kind)?;
    if text == UNDATED { Some((kind, None)) } else { year(text).map(|it| (kind, Some(it))) }
}

fn year_of(field: &str) -> Option<(usize, i16)> {
    let (at, rest) = field.strip_prefix("quelle-")?.split_once('-')?;
    Some((at.parse().ok()?, year(rest.strip_prefix("jahr-")?)?))
}

/// The years that the fields of a form speak of.
#[must_use]
pub fn years(typed: &Typed) -> BTreeSet<i16> {
    let of = |it: &(String, String)| {
        let cost = cost_of(&it.0).and_then(|it| it.1);
        cost.or_else(|| year_of(&it.0).map(|it| it.1))
    };
    typed.iter().filter_map(of).collect()
}

/// The sources in which something was typed, by their place in the form.
#[must_use]
pub fn sources(typed: &Typed) -> BTreeSet<usize> {
    let dated = typed.iter().filter(|it| !it.1.trim().is_empty());
    let dated = dated.filter_map(|it| year_of(&it.0)).map(|it| it.0);
    filled(typed, "quelle", &SOURCE).chain(dated.filter(|it| *it < 40)).collect()
}

/// A budget as the fields of its form.
#[must_use]
pub fn typed(t: &Texts, budget: &Budget) -> Typed {
    let mut all = Typed::new();
    let amount = |cents: i64| written(t.language(), cents);
    for (at, it) in budget.sources.iter().enumerate() {
        all.push((name("quelle", at, "name"), it.name.clone()));
        all.push((name("quelle", at, "programm"), it.programme.clone()));
        all.push(match it.quota {
            Some(quota) => (name("quelle", at, "quote"), words::quota_typed(t, quota)),
            None => (name("quelle", at, "betrag"), amount(it.cents)),
        });
        all.extend(it.years.iter().map(|(year, cents)| (year_field(at, *year), amount(*cents))));
    }
    let mut costs: BTreeMap<String, i64> = BTreeMap::new();
    for it in &budget.costs {
        *costs.entry(cost_field(it.kind, it.year)).or_default() += it.cents;
    }
    all.extend(costs.into_iter().map(|(field, cents)| (field, amount(cents))));
    if !budget.is_empty() {
        all.push(("budget".to_owned(), amount(budget.cents)));
    }
    all
}

/// The budget that was typed; what is wrong with it stays in the reading.
pub fn budget(form: &mut Reading<'_>) -> Budget {
    let costs = costs(form);
    let mut sources: Vec<(usize, Source, Part)> = Vec::new();
    for at in self::sources(form.typed) {
        sources.extend(source(form, at).map(|(source, part)| (at, source, part)));
    }
    let divided = costs.iter().map(|it| it.cents).sum();
    let cents = match form.sent("budget").is_empty() {
        false => form.cents("budget").unwrap_or_default(),
        // Who has divided the costs has said what they are together.
        true if divided > 0 => divided,
        true => {
            if !sources.is_empty() {
                form.wrong("budget", "budget-fehlt");
            }
            0
        }
    };
    let parts: Vec<Part> = sources.iter().map(|it| it.2).collect();
    let last = sources.last().map_or(0, |it| it.0);
    match money::parts(cents, &parts) {
        Ok(all) => {
            let paid = |((_, source, _), cents): (_, i64)| Source { cents, ..source };
            let sources = sources.into_iter().zip(all).map(paid).collect();
            Budget { cents, sources, costs }
        }
        Err(unfit) => {
            // Without a budget that could be read nothing can be said of its parts.
            if form.problems.is_empty() {
                let (field, text) = match unfit {
                    Unfit::Quotas => ("quote", "quoten-ueber-ganzem"),
                    Unfit::Amounts => ("betrag", "betraege-ueber-budget"),
                };
                form.wrong(&name("quelle", last, field), text);
            }
            Budget::default()
        }
    }
}

fn source(form: &mut Reading<'_>, at: usize) -> Option<(Source, Part)> {
    let field = |it: &str| name("quelle", at, it);
    let named = form.needed(&field("name"), LONGEST_LINE, "geber-name-fehlt");
    let programme = form.text(&field("programm"), LONGEST_LINE);
    let years = years_of(form, at);
    let quota = form.sent(&field("quote"));
    let has_amount = !form.sent(&field("betrag")).is_empty();
    let dated = years.iter().map(|it| it.1).sum::<i64>();
    let part = match (quota.is_empty(), has_amount) {
        (false, true) => {
            form.wrong(&field("betrag"), "geber-beides");
            None
        }
        (true, false) if dated > 0 => Some(Part::Cents(dated)),
        (true, false) => {
            form.wrong(&field("quote"), "geber-nichts");
            None
        }
        (true, true) => form.cents(&field("betrag")).map(Part::Cents),
        (false, false) => {
            let quota = Quota::read(form.t.language(), quota);
            if quota.is_none() {
                form.wrong(&field("quote"), "geber-quote-unklar");
            }
            quota.map(Part::Quota)
        }
    }?;
    let quota = match part {
        Part::Quota(it) => Some(it),
        Part::Cents(_) => None,
    };
    Some((Source { name: named, programme, quota, cents: 0, years }, part))
}

/// What a source pays in which year.
fn years_of(form: &mut Reading<'_>, at: usize) -> Vec<(i16, i64)> {
    let fields: BTreeSet<i16> = form
        .typed
        .iter()
        .filter_map(|it| year_of(&it.0))
        .filter(|it| it.0 == at)
        .map(|it| it.1)
        .collect();
    let amount = |year: i16| Some((year, form.cents(&year_field(at, year))?));
    fields.into_iter().filter_map(amount).filter(|it| it.1 > 0).collect()
}

/// The costs by kind and year, in the order of plans.
fn costs(form: &mut Reading<'_>) -> Vec<Position> {
    let fields: BTreeSet<(CostKind, Option<i16>)> =
        form.typed.iter().filter_map(|it| cost_of(&it.0)).collect();
    let position = |(kind, year): (CostKind, Option<i16>)| {
        let cents = form.cents(&cost_field(kind, year))?;
        Some(Position { kind, year, cents })
    };
    fields.into_iter().filter_map(position).filter(|it| it.cents > 0).collect()
}

#[cfg(test)]
mod tests {
    use ankunft_platform::languages::{Language, Languages};

    use super::*;

    fn read(fields: &[(&str, &str)]) -> (Budget, bool) {
        let t = Languages::load().expect("texts").texts(Language::German);
        let typed: Typed = fields.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
        let mut form = Reading::new(&t, &typed);
        let budget = budget(&mut form);
        let again = super::typed(&t, &budget);
        if form.problems.is_empty() {
            let mut form = Reading::new(&t, &again);
            assert_eq!(self::budget(&mut form), budget, "the form takes again what it shows");
        }
        (budget, form.problems.is_empty())
    }

    #[test]
    fn costs_by_kind_are_what_the_measure_costs() {
        let (budget, fits) = read(&[
            ("ausgabe-staff-2026", "10.000"),
            ("ausgabe-staff-2027", "5.000,50"),
            ("ausgabe-other-ohne", "1"),
            ("quelle-0-name", "Land"),
            ("quelle-0-jahr-2026", "2.000"),
        ]);
        assert!(fits);
        assert_eq!((budget.cents, budget.divided()), (1_500_150, 1_500_150));
        assert_eq!((budget.sources[0].cents, budget.own_cents()), (200_000, 1_300_150));
    }

    #[test]
    fn a_difference_is_no_fault_and_a_slip_of_the_sign_is() {
        let (budget, fits) = read(&[("budget", "100"), ("ausgabe-staff-2026", "90")]);
        assert!(fits && budget.gaps() == [super::super::plan::Gap::Costs(-1_000)]);
        assert!(!read(&[("budget", "100"), ("ausgabe-staff-2026", "90.50")]).1);
        assert!(!read(&[("budget", "100"), ("quelle-1-jahr-2026", "9")]).1, "who pays it?");
        assert!(
            read(&[("budget", "100"), ("ausgabe-magic-2026", "x"), ("ausgabe-staff-1", "x")]).1
        );
    }
}
