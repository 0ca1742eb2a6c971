//! Indicators in words.

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;

use super::findings::Finding;
use super::model::{Hundredths, Indicator, Kind, Part, Reached, Reporter, Step, Value};
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
    match says.kind {
        Kind::Share => t.percent(as_f64(it), u8::from(it % 100 != 0)),
        Kind::Count if says.unit.is_empty() => number(t, it),
        Kind::Count => format!("{} {}", number(t, it), says.unit),
    }
}

/// What was counted.
#[must_use]
pub fn value(t: &Texts, says: &Indicator, value: Value) -> String {
    match value {
        Value::Nothing => t.get("wert-fehlanzeige"),
        Value::Count(it) => amount(t, says, it),
        Value::Share(part, whole) => {
            let args =
                [("teil", Arg::from(number(t, part))), ("ganzes", Arg::from(number(t, whole)))];
            let parts = t.with("wert-von", &args);
            match value.shown() {
                Some(shown) => format!("{} ({parts})", amount(t, says, shown)),
                None => parts,
            }
        }
    }
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
