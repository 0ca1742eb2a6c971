//! Figures in words: how a cell is written, what a measure is called.

use ankunft_disclosure::{Cell, Figure};
use ankunft_formats::Nature;
use ankunft_formats::grid::Basis;
use ankunft_platform::languages::{Arg, Language, Texts};
use ankunft_platform::page::components::{Choice, Select};
use ankunft_platform::register::areas::Geography;
pub use ankunft_platform::words::{nutzung, policy};

use crate::model::measure::{Measure, Recipe, Unit};
use crate::store::Shelf;
use crate::view::overview::{Ends, Origin};

/// A cell as text: the number with its unit, or why there is none.
#[must_use]
pub fn cell(t: &Texts, unit: Unit, cell: Cell) -> String {
    let text = match cell.figure() {
        Figure::Suppressed => return t.get("wert-geheim"),
        Figure::Missing => return t.get("wert-fehlt"),
        Figure::Zero => number(t, unit, 0.0),
        Figure::Value(value) => number(t, unit, value),
    };
    if cell.is_unreliable() { format!("({text})") } else { text }
}

/// Where a figure likely lies: `von 17.123 bis 17.240`.
#[must_use]
pub fn band(t: &Texts, unit: Unit, (low, high): Ends) -> Option<String> {
    let args = [
        ("von", Arg::from(number(t, unit, low.number()?))),
        ("bis", Arg::from(number(t, unit, high.number()?))),
    ];
    Some(t.with("spanne", &args))
}

/// How a band of a figure from grid cells came about, in words.
#[must_use]
pub fn basis(t: &Texts, basis: &Basis) -> String {
    let number = |it: f64| Arg::from(t.decimal(it, 0));
    let args = [
        ("breite", Arg::from(t.integer(i64::from(basis.width_m)))),
        ("verfahren", Arg::from(basis.method.code())),
        ("rauschen", number(basis.noise.greatest_noise)),
        ("verdeckt", number(basis.noise.unpublished_most)),
    ];
    t.with("spanne-grundlage", &args)
}

/// A number with its unit.
#[must_use]
pub fn number(t: &Texts, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Count => t.decimal(value, if value.fract() == 0.0 { 0 } else { 1 }),
        Unit::Percent => t.percent(value, 1),
        Unit::PerHundred => t.with("wert-je-hundert", &[("wert", Arg::from(t.decimal(value, 1)))]),
        Unit::PerThousand => t.with("wert-je-tausend", &[("wert", Arg::from(t.decimal(value, 1)))]),
        Unit::PercentagePoints => {
            t.with("wert-prozentpunkte", &[("wert", Arg::from(t.signed(value, 1)))])
        }
        Unit::PersonsEach | Unit::EuroPerSquareMetre => mean(t, unit, t.decimal(value, 2)),
        Unit::Years | Unit::SquareMetres => mean(t, unit, t.decimal(value, 1)),
        Unit::Class => t.decimal(value, 0),
        Unit::Number => t.decimal(value, 2),
    }
}

/// What falls to each of something, with what it is counted in.
fn mean(t: &Texts, unit: Unit, number: String) -> String {
    let id = match unit {
        Unit::PersonsEach => "wert-personen",
        Unit::Years => "wert-jahre",
        Unit::SquareMetres => "wert-quadratmeter",
        _ => "wert-euro-je-quadratmeter",
    };
    t.with(id, &[("wert", Arg::from(number))])
}

/// The Stichtag of a stock, or the Berichtszeitraum of a flow.
#[must_use]
pub fn period(t: &Texts, nature: Nature, period: &str) -> String {
    match nature {
        Nature::Stock => t.period(period),
        Nature::Flow => t.period_of_time(period),
    }
}

/// The same within a sentence: `am 31.12.2024`, `im 2. Halbjahr 2024`.
#[must_use]
pub fn when(t: &Texts, nature: Nature, period: &str) -> String {
    let id = match (nature, period.len()) {
        (Nature::Stock, _) => "wann-stichtag",
        (Nature::Flow, 4) => "wann-jahr",
        (Nature::Flow, ..=7) => "wann-zeitraum",
        (Nature::Flow, _) => "wann-zeitraum-bis",
    };
    t.with(id, &[("zeit", Arg::from(self::period(t, nature, period)))])
}

/// A number without its unit, for an axis.
#[must_use]
pub fn bare(t: &Texts, value: f64, decimals: usize) -> String {
    t.decimal(value, u8::try_from(decimals).unwrap_or(0))
}

/// What follows the topmost number of an axis. The title of a chart says the other units.
#[must_use]
pub const fn axis_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "\u{a0}%",
        _ => "",
    }
}

/// How a difference of two values is written: shares in percentage points, counts in percent.
#[must_use]
pub fn change(t: &Texts, unit: Unit, before: f64, after: f64) -> Option<String> {
    match unit {
        Unit::Percent => {
            let points = t.signed(after - before, 1);
            Some(t.with("wert-prozentpunkte", &[("wert", Arg::from(points))]))
        }
        Unit::Count if before > 0.0 => {
            let percent = t.signed(100.0 * (after - before) / before, 1);
            Some(t.with("wert-veraenderung", &[("wert", Arg::from(percent))]))
        }
        Unit::Count | Unit::Class => None,
        Unit::PersonsEach | Unit::EuroPerSquareMetre => Some(t.signed(after - before, 2)),
        Unit::PerHundred
        | Unit::PerThousand
        | Unit::PercentagePoints
        | Unit::Years
        | Unit::SquareMetres
        | Unit::Number => Some(t.signed(after - before, 1)),
    }
}

/// What a level is called: in the reader's language where it is one that is known everywhere, else
/// as the city named it.
#[must_use]
pub fn level(t: &Texts, geography: &Geography) -> String {
    let id = format!("ebene-{}", geography.code);
    // Another city may mean something else by the same code.
    let is_known = t.has(&id) && t.get(&format!("{id}.name")) == geography.name;
    if is_known { t.get(&id) } else { geography.name.clone() }
}

/// The language of what a city has named itself, where the page is in another.
#[must_use]
pub fn own_words(t: &Texts) -> Option<&'static str> {
    (t.language() != Language::German).then_some("de")
}

/// The choice of a level. A name that only the city has stays in its own language, and says so.
#[must_use]
pub fn levels<'a>(t: &Texts, all: impl Iterator<Item = &'a Geography>, chosen: &str) -> Select {
    let named: Vec<(&Geography, String)> = all.map(|it| (it, level(t, it))).collect();
    let foreign = own_words(t).into_iter().flat_map(|lang| {
        let own = named.iter().filter(|(it, name)| it.name == *name);
        own.map(move |it| (it.0.code.clone(), lang))
    });
    let foreign = foreign.collect();
    let choices = named.iter().map(|(it, name)| Choice::new(&it.code, name, chosen)).collect();
    Select { foreign, ..Select::new("ebene", t.get("atlas-ebene"), choices) }
}

/// What a measure is called.
#[must_use]
pub fn measure(t: &Texts, shelf: &Shelf, measure: &Measure) -> String {
    indicator(t, shelf, &measure.code)
}

/// What an indicator is called: by its code, as the city named it, or the code itself.
#[must_use]
pub fn indicator(t: &Texts, shelf: &Shelf, code: &str) -> String {
    let named = shelf.indicators.get(code).and_then(|it| it.name.as_deref());
    ankunft_platform::words::indicator(t, code, named)
}

/// How a measure is computed, in words.
#[must_use]
pub fn recipe(t: &Texts, shelf: &Shelf, measure: &Measure) -> String {
    let names = |codes: &[String]| {
        let names: Vec<String> = codes.iter().map(|code| indicator(t, shelf, code)).collect();
        names.join(" + ")
    };
    match &measure.recipe {
        Recipe::Stored(_) => t.get("formel-wie-geliefert"),
        Recipe::Share { part, minus, whole, scale, per_year } => {
            let mut numerator = names(part);
            if !minus.is_empty() {
                numerator = format!("{numerator} − {}", names(minus));
            }
            if whole.is_empty() {
                return numerator;
            }
            let args = [
                ("faktor", Arg::from(t.integer(i64::from(*scale)))),
                ("teil", Arg::from(numerator)),
                ("ganzes", Arg::from(names(whole))),
                ("mal", Arg::from(i64::from(*per_year))),
            ];
            t.with(if measure.is_yearly() { "formel-rate" } else { "formel-anteil" }, &args)
        }
    }
}

/// The lines below figures: publisher, Datenstände, protection, circle, licence. What differs in
/// nothing but the Datenstand is one line.
#[must_use]
pub fn source_line(t: &Texts, sources: &[Origin]) -> Vec<String> {
    let mut groups: Vec<(&Origin, Vec<i64>)> = Vec::new();
    for it in sources {
        let same = |other: &Origin| {
            let (a, b) = (&other.dataset, &it.dataset);
            (&a.publisher, &a.licence, other.nutzung, accepted(other), &other.policy)
                == (&b.publisher, &b.licence, it.nutzung, accepted(it), &it.policy)
        };
        match groups.iter_mut().find(|(other, _)| same(other)) {
            Some((_, numbers)) => numbers.push(it.dataset.number),
            None => groups.push((it, vec![it.dataset.number])),
        }
    }
    groups.into_iter().map(|(it, numbers)| origin(t, it, numbers)).collect()
}

/// Who published figures, or that nobody said so.
#[must_use]
pub fn publisher(t: &Texts, publisher: &str) -> String {
    if publisher.is_empty() { t.get("quelle-herausgeber-fehlt") } else { publisher.to_owned() }
}

/// On which terms figures may be used, or that nobody said so.
#[must_use]
pub fn licence(t: &Texts, licence: &str) -> String {
    if licence.is_empty() { t.get("quelle-lizenz-fehlt") } else { licence.to_owned() }
}

fn accepted(origin: &Origin) -> jiff::civil::Date {
    let at = jiff::Timestamp::from_microsecond(origin.dataset.accepted_at);
    jiff::tz::Offset::UTC.to_datetime(at.unwrap_or_default()).date()
}

fn origin(t: &Texts, origin: &Origin, mut numbers: Vec<i64>) -> String {
    numbers.sort_unstable();
    numbers.dedup();
    let named: Vec<String> = numbers.iter().map(i64::to_string).collect();
    t.with(
        "quelle-zeile",
        &[
            ("herausgeber", Arg::from(publisher(t, &origin.dataset.publisher))),
            ("anzahl", Arg::from(named.len())),
            ("datenstand", Arg::from(t.list(&named))),
            ("tag", Arg::from(t.date(accepted(origin)))),
            ("schutz", Arg::from(policy(t, &origin.policy))),
            ("nutzung", Arg::from(nutzung(t, origin.nutzung))),
            ("lizenz", Arg::from(licence(t, &origin.dataset.licence))),
        ],
    )
}
