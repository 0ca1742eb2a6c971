//! Indicators in words.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;

use super::findings::Finding;
use super::held::fits;
use super::model::{
    Actual, Hundredths, Indicator, Kind, Part, Reached, Reporter, Rule, Step, Value,
};
use super::view::Stand;
use crate::around::words::{Organisations, organisation};
use crate::known;

/// The name of a step, with its number.
#[must_use]
pub fn step(t: &Texts, step: Step) -> String {
    format!("{}. {}", step.number(), t.get(&format!("stufe-{}", step.number())))
}

/// The name of a field.
#[must_use]
pub fn field(t: &Texts, part: Part) -> String {
    t.get(&format!("indikator-feld-{}", part.code()))
}

/// A number with as many decimals as it has.
#[must_use]
pub fn number(t: &Texts, it: Hundredths) -> String {
    match it % 100 {
        0 => t.integer(it / 100),
        rest if rest % 10 == 0 => t.decimal(as_f64(it), 1),
        _ => t.decimal(as_f64(it), 2),
    }
}

/// A number of hundredths as it is drawn.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "what a city counts is far below 2^53")]
pub fn as_f64(it: Hundredths) -> f64 {
    it as f64 / 100.0
}

/// A number in the unit of its indicator.
#[must_use]
pub fn amount(t: &Texts, says: &Indicator, it: Hundredths) -> String {
    in_unit(t, (says.kind, &says.unit), it)
}

/// A number of a kind in a unit.
#[must_use]
pub fn in_unit(t: &Texts, (kind, unit): (Kind, &str), it: Hundredths) -> String {
    match kind {
        Kind::Share => t.percent(as_f64(it), u8::from(it % 100 != 0)),
        Kind::Count if unit.is_empty() => number(t, it),
        Kind::Count => format!("{} {unit}", number(t, it)),
    }
}

/// What was counted. What is of another kind than its indicator is neither in percent nor in its unit.
#[must_use]
pub fn value(t: &Texts, says: &Indicator, value: Value) -> String {
    match value {
        Value::Count(it) if !fits(&value, says.kind) => number(t, it),
        Value::Share(..) if !fits(&value, says.kind) => counted(t, (Kind::Share, ""), value),
        _ => counted(t, (says.kind, &says.unit), value),
    }
}

/// What was counted, in a unit.
#[must_use]
pub fn counted(t: &Texts, of: (Kind, &str), value: Value) -> String {
    match value {
        Value::Nothing => t.get("wert-fehlanzeige"),
        Value::Count(it) => in_unit(t, of, it),
        Value::Share(part, whole) => {
            let args =
                [("teil", Arg::from(number(t, part))), ("ganzes", Arg::from(number(t, whole)))];
            let parts = t.with("wert-von", &args);
            match value.shown() {
                Some(shown) => format!("{} ({parts})", in_unit(t, of, shown)),
                None => parts,
            }
        }
    }
}

/// What a value was told apart by: `davon: Frauen 40, Männer 30`; nothing where nobody did.
#[must_use]
pub fn parts(t: &Texts, it: &Actual) -> String {
    told_apart(t, &it.parts)
}

/// The same of its parts alone.
#[must_use]
pub fn told_apart(t: &Texts, parts: &[(String, Hundredths)]) -> String {
    if parts.is_empty() {
        return String::new();
    }
    let one =
        |(category, value): &(String, Hundredths)| format!("{category} {}", number(t, *value));
    let all: Vec<String> = parts.iter().map(one).collect();
    t.with("wert-davon", &[("teile", Arg::from(all.join(", ")))])
}

/// What the check found; nothing found is said too.
#[must_use]
pub fn findings(t: &Texts, found: &BTreeSet<Finding>) -> String {
    let words: Vec<String> =
        found.iter().map(|it| t.get(&format!("pruefung-{}", it.code()))).collect();
    if words.is_empty() { t.get("pruefung-nichts") } else { words.join(" ") }
}

/// Whether a point of the path was reached.
#[must_use]
pub fn reached(t: &Texts, says: &Indicator, it: Reached) -> String {
    let with = |id: &str, now| t.with(id, &[("wert", Arg::from(amount(t, says, now)))]);
    match it {
        Reached::Yes(now) => with("ziel-erreicht", now),
        Reached::No(now) => with("ziel-nicht-erreicht", now),
        Reached::Later => t.get("ziel-spaeter"),
        Reached::Unknown => t.get("ziel-unbekannt"),
    }
}

/// Who reports it.
#[must_use]
pub fn reporter(
    t: &Texts,
    (names, organisations): (&Names, &Organisations),
    it: Option<Reporter>,
) -> String {
    match it {
        None => t.get("berichtet-federfuehrung"),
        Some(Reporter::Post(id)) => known::post(t, names, id),
        Some(Reporter::Organisation(id)) => organisation(t, organisations, id),
    }
}

/// What an indicator says in a field; nothing where it says nothing.
#[must_use]
pub fn says(t: &Texts, known: (&Names, &Organisations), it: &Indicator, part: Part) -> String {
    match part {
        Part::Step => step(t, it.step),
        Part::Name => it.name.clone(),
        Part::Unit => it.unit.clone(),
        Part::Kind => t.get(&format!("indikator-art-{}", it.kind.code())),
        Part::Rule => t.get(&format!("indikator-regel-{}", it.rule.code())),
        Part::Baseline => it.baseline.map_or_else(String::new, |(value, day)| {
            let args = [("wert", Arg::from(amount(t, it, value))), ("tag", Arg::from(t.date(day)))];
            t.with("wert-am", &args)
        }),
        Part::Targets => {
            let target = |(day, value): &(jiff::civil::Date, Hundredths)| {
                let args =
                    [("wert", Arg::from(amount(t, it, *value))), ("tag", Arg::from(t.date(*day)))];
                t.with("ziel-bis", &args)
            };
            it.targets.iter().map(target).collect::<Vec<_>>().join(", ")
        }
        Part::Source => it.source.clone(),
        Part::Categories => t.list(&it.categories),
        Part::Figure => it.figure.clone().unwrap_or_default(),
        Part::Reporter => reporter(t, known, it.reporter),
        Part::Ended => {
            if it.ended {
                t.get("indikator-beendet")
            } else {
                String::new()
            }
        }
    }
}

/// What an indicator is to reach, beside the value of one period: where values add, the target is for
/// all periods together, and nobody shall measure a quarter by it.
#[must_use]
pub fn target(
    t: &Texts,
    says: &Indicator,
    (day, value): (jiff::civil::Date, Hundredths),
) -> String {
    let args = [("wert", Arg::from(amount(t, says, value))), ("tag", Arg::from(t.date(day)))];
    let text = match says.rule {
        Rule::Sum => "indikator-ziel-zusammen",
        Rule::Last => "indikator-ziel",
    };
    t.with(text, &args)
}

/// Where an indicator stands, in one sentence: what it is now, and what it is to be next.
#[must_use]
pub fn stands(t: &Texts, stand: &Stand, today: jiff::civil::Date) -> String {
    let says = &stand.known.says;
    let now = stand.now().map(|(value, day)| {
        // A released figure is shown as the atlas shows it.
        let shown = stand.course.last().map(|it| it.shown.clone());
        let shown = shown.unwrap_or_else(|| amount(t, says, value));
        let args = [("wert", Arg::from(shown)), ("tag", Arg::from(t.date(day)))];
        t.with("indikator-jetzt", &args)
    });
    let next = says.targets.iter().find(|it| it.0 >= today).or(says.targets.last());
    let next = next.map(|(day, value)| {
        let args = [("wert", Arg::from(amount(t, says, *value))), ("tag", Arg::from(t.date(*day)))];
        t.with("indikator-ziel", &args)
    });
    let now = now.unwrap_or_else(|| t.get("indikator-noch-kein-wert"));
    [Some(now), next].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
