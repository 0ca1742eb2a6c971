//! Forms of Kernindikatoren as they are sent and read.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};

use super::model::{Own, OwnMeasure, Part, Text, UNITS};

/// What stands in the form of a definition before anybody typed.
#[must_use]
pub fn typed(text: &Text) -> Typed {
    Part::ALL.map(|it| (it.code().to_owned(), it.of(text).to_owned())).to_vec()
}

/// The definition that was typed.
///
/// # Errors
///
/// All that is wrong.
pub fn checked(t: &Texts, typed: &Typed) -> Result<Text, Problems> {
    let mut form = Reading::new(t, typed);
    let needed = |form: &mut Reading<'_>, part: Part, longest| {
        form.needed(part.code(), longest, &format!("kern-{}-fehlt", part.code()))
    };
    let name = needed(&mut form, Part::Name, LONGEST_LINE);
    let definition = needed(&mut form, Part::Definition, LONGEST_TEXT);
    let population_concept = needed(&mut form, Part::Population, LONGEST_LINE);
    let reference_day = needed(&mut form, Part::Day, LONGEST_LINE);
    let unit = form.sent(Part::Unit.code()).to_owned();
    if !UNITS.contains(&unit.as_str()) {
        form.wrong(Part::Unit.code(), "kern-einheit-fehlt");
    }
    let deviations = form.text(Part::Deviations.code(), LONGEST_TEXT);
    let retired = form.sent(Part::Retired.code()) == "ja";
    form.result(Text {
        name,
        definition,
        population_concept,
        reference_day,
        unit,
        deviations,
        retired,
    })
}

/// What stands in the form of a city's own measure before anybody typed: what it has said, or what the
/// programme says, which most cities do.
#[must_use]
pub fn typed_own(own: Option<&Own>, text: &Text) -> Typed {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    match own {
        Some(own) => vec![
            pair("merkmal", own.measure.as_deref().unwrap_or("keins")),
            pair("bevoelkerung", &own.population_concept),
            pair("stichtag", &own.reference_day),
            pair("abweichung", &own.deviation),
        ],
        None => vec![
            pair("bevoelkerung", &text.population_concept),
            pair("stichtag", &text.reference_day),
        ],
    }
}

/// What a city says of its measure.
///
/// # Errors
///
/// All that is wrong.
pub fn checked_own(t: &Texts, typed: &Typed, known: &[OwnMeasure]) -> Result<Own, Problems> {
    let mut form = Reading::new(t, typed);
    let measure = sent(typed, "merkmal");
    let has = measure != "keins";
    match known.iter().find(|it| it.code == measure) {
        Some(it) if !it.fits => form.wrong("merkmal", "kern-merkmal-andere-einheit"),
        None if has => form.wrong("merkmal", "kern-merkmal-fehlt"),
        _ => {}
    }
    let mut line = |name: &str, missing: &str| match has {
        true => form.needed(name, LONGEST_LINE, missing),
        false => form.text(name, LONGEST_LINE),
    };
    let population_concept = line("bevoelkerung", "kern-bevoelkerung-fehlt");
    let reference_day = line("stichtag", "kern-stichtag-fehlt");
    let deviation = form.text("abweichung", LONGEST_TEXT);
    let measure = has.then(|| measure.to_owned());
    form.result(Own { measure, population_concept, reference_day, deviation })
}
