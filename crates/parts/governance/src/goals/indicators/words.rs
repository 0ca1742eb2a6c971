//! Indicators of goals in words.

use ankunft_platform::languages::{Arg, Texts};
use jiff::civil::Date;

use super::model::{Indicator, Origin, State};
use super::view::{Gauge, Term};
use crate::effects::model::{Hundredths, Kind, Value};
use crate::effects::words::{counted, in_unit, number};
use crate::known::{Known, place};

/// A number in the unit of its indicator.
#[must_use]
pub fn amount(t: &Texts, says: &Indicator, it: Hundredths) -> String {
    in_unit(t, (says.kind, &says.unit), it)
}

/// What was counted.
#[must_use]
pub fn value(t: &Texts, says: &Indicator, it: Value) -> String {
    counted(t, (says.kind, &says.unit), it)
}

/// From where, where it stands, and where it is to go: one quiet line.
#[must_use]
pub fn line(t: &Texts, it: &Gauge, today: Date) -> String {
    let says = &it.known.says;
    let with = |text: &str, shown: String, when: String| {
        t.with(text, &[("wert", Arg::from(shown)), ("wann", Arg::from(when))])
    };
    // The unit stands once, beside what is there now.
    let bare = |it: Hundredths| match says.kind {
        Kind::Share => amount(t, says, it),
        Kind::Count => number(t, it),
    };
    let was = says.baseline.map_or_else(
        || t.get("ziel-zeile-ohne-ausgang"),
        |(value, on)| with("ziel-zeile-ausgang", bare(value), t.date(on)),
    );
    let now = it.shown().last().map_or_else(
        || t.get("ziel-zeile-ohne-ist"),
        |(on, value)| {
            // A released figure is shown as the atlas shows it.
            let shown = it.course.last().map(|it| it.shown.clone());
            let shown = shown.unwrap_or_else(|| amount(t, says, *value));
            with("ziel-zeile-ist", shown, t.date(*on))
        },
    );
    let year = i64::from(today.year());
    let next = says.targets.iter().find(|it| it.0 >= year).or(says.targets.last());
    let next = next.map(|(year, value)| with("ziel-zeile-ziel", bare(*value), year.to_string()));
    [Some(was), Some(now), next].into_iter().flatten().collect::<Vec<_>>().join(" → ")
}

/// How far it is.
#[must_use]
pub fn state(t: &Texts, it: State) -> String {
    let text = format!("ziel-stand-{}", it.code());
    match it {
        State::Stale(on) => t.with(&text, &[("tag", Arg::from(t.date(on)))]),
        _ => t.get(&text),
    }
}

/// An indicator of a measure with its measure and what it counts in.
#[must_use]
pub fn term(t: &Texts, it: &Term) -> String {
    let unit = match it.kind {
        Kind::Share => t.get("ziel-summe-anteil"),
        Kind::Count => it.unit.clone(),
    };
    let args = [
        ("name", Arg::from(it.name.as_str())),
        ("einheit", Arg::from(unit.as_str())),
        ("massnahme", Arg::from(it.measure.as_str())),
    ];
    t.with(if unit.is_empty() { "ziel-summe-teil-ohne" } else { "ziel-summe-teil" }, &args)
}

/// What the words for a field need to know.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Names of places.
    pub known: &'a Known,
    /// The measures of the atlas: `geography:code` and name.
    pub figures: &'a [(String, String)],
    /// What could be added.
    pub terms: &'a [Term],
}

/// All that an indicator says, field by field: the name of the field in forms and what stands in it;
/// nothing where it says nothing.
#[must_use]
pub fn fields(t: &Texts, names: Names<'_>, it: &Indicator) -> Vec<(&'static str, String)> {
    let when = |value: Hundredths, text: &str, when: String| {
        t.with(text, &[("wert", Arg::from(amount(t, it, value))), ("tag", Arg::from(when))])
    };
    let baseline = it.baseline.map(|(value, on)| when(value, "wert-am", t.date(on)));
    let targets: Vec<String> =
        it.targets.iter().map(|(year, value)| when(*value, "ziel-bis", year.to_string())).collect();
    vec![
        ("name", it.name.clone()),
        ("einheit", it.unit.clone()),
        ("art", t.get(&format!("indikator-art-{}", it.kind.code()))),
        ("woher", origin(t, names, &it.origin)),
        ("ausgangswert", baseline.unwrap_or_default()),
        ("zielpfad", targets.join(", ")),
        ("quelle", it.source.clone()),
        ("gliederung", t.list(&it.categories)),
    ]
}

/// The name of a field.
#[must_use]
pub fn field(t: &Texts, name: &str) -> String {
    match name {
        "woher" => t.get("ziel-woher"),
        _ => t.get(&format!("indikator-feld-{name}")),
    }
}

/// Where the values come from.
#[must_use]
pub fn origin(t: &Texts, names: Names<'_>, it: &Origin) -> String {
    match it {
        Origin::Kept => t.get("ziel-woher-kept"),
        Origin::Figure(figure, _) => {
            let name = names.figures.iter().find(|it| it.0 == *figure);
            // A quarter that is no more has figures still.
            let own = it.place();
            let spot =
                names.known.spots.iter().map(|it| &it.place).find(|it| Some(*it) == own.as_ref());
            let args = [
                ("merkmal", Arg::from(name.map_or(figure.as_str(), |it| &it.1))),
                ("ort", Arg::from(place(t, spot.or(own.as_ref())))),
            ];
            t.with("ziel-woher-merkmal", &args)
        }
        Origin::Sum(all) => {
            let name = |of: &(i64, i64)| {
                let known = names.terms.iter().find(|it| it.of == *of);
                known.map(|it| self::term(t, it))
            };
            let named: Vec<String> = all.iter().filter_map(name).collect();
            match named.is_empty() {
                true => t.get("ziel-woher-sum"),
                false => t.with("ziel-woher-summe", &[("was", Arg::from(t.list(&named)))]),
            }
        }
    }
}
