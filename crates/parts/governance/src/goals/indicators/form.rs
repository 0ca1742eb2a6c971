//! From what was typed to an indicator of a goal or a value, or to what is wrong with it.

use std::collections::BTreeSet;

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent, written};
use jiff::civil::Date;

use super::actuals::Counted;
use super::model::{Indicator, Origin, end_of};
use super::words::Names;
use crate::effects::form::{amount_of, baseline, part_field, read_parts, read_value};
use crate::effects::model::{Hundredths, Kind, Value};
use crate::goals::form::year;
use crate::known::WHOLE_CITY;
use crate::rows::{filled, name};

/// The fields by which a point of the path counts as filled in.
pub const TARGET: [&str; 2] = ["jahr", "wert"];

/// How a form names an indicator of a measure.
#[must_use]
pub fn term((measure, indicator): (i64, i64)) -> String {
    format!("{measure}:{indicator}")
}

/// An indicator as the fields of its form.
#[must_use]
pub fn typed(t: &Texts, it: &Indicator) -> Typed {
    let number = |it: Hundredths| written(t.language(), it);
    let mut all: Vec<(&str, String)> = vec![
        ("name", it.name.clone()),
        ("einheit", it.unit.clone()),
        ("art", it.kind.code().to_owned()),
        ("woher", it.origin.code().to_owned()),
        ("quelle", it.source.clone()),
        ("gliederung", it.categories.join("\n")),
    ];
    if let Some((value, day)) = it.baseline {
        all.push(("ausgangswert", number(value)));
        all.push(("ausgangstag", day.to_string()));
    }
    match &it.origin {
        Origin::Kept => {}
        Origin::Figure(figure, area) => {
            let geography = figure.split(':').next().unwrap_or_default();
            let place = area.as_ref().map(|area| format!("{geography}:{area}"));
            all.push(("merkmal", figure.clone()));
            all.push(("ort", place.unwrap_or_else(|| WHOLE_CITY.to_owned())));
        }
        Origin::Sum(terms) => all.extend(terms.iter().map(|it| ("summe", term(*it)))),
    }
    let mut all: Typed = all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    for (at, (year, value)) in it.targets.iter().enumerate() {
        all.push((name("ziel", at, "jahr"), year.to_string()));
        all.push((name("ziel", at, "wert"), number(*value)));
    }
    all
}

/// The indicator that was typed, or what is wrong with it.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn checked(t: &Texts, typed: &Typed, names: Names<'_>) -> Result<Indicator, Problems> {
    let mut form = Reading::new(t, typed);
    let named = form.needed("name", LONGEST_LINE, "indikator-name-fehlt");
    let categories = form.text("gliederung", LONGEST_TEXT);
    let mut before = BTreeSet::new();
    let categories = categories.lines().map(str::trim);
    let categories = categories.filter(|it| !it.is_empty() && before.insert((*it).to_owned()));
    let kind = Kind::from_code(form.sent("art")).unwrap_or(Kind::Count);
    let says = Indicator {
        name: named,
        unit: form.text("einheit", LONGEST_LINE),
        kind,
        origin: origin(&mut form, typed, names),
        source: form.text("quelle", LONGEST_LINE),
        categories: categories.map(str::to_owned).collect(),
        baseline: baseline(&mut form, kind),
        targets: targets(&mut form, (typed, kind)),
    };
    if let (Some((_, before)), Some((first, _))) = (says.baseline, says.targets.first())
        && before >= end_of(*first)
    {
        form.wrong("ausgangstag", "indikator-ausgang-nach-ziel");
    }
    form.result(says)
}

fn origin(form: &mut Reading<'_>, typed: &Typed, names: Names<'_>) -> Origin {
    match form.sent("woher") {
        "figure" => {
            let figure = form.sent("merkmal").to_owned();
            if !names.figures.iter().any(|it| it.0 == figure) {
                form.wrong("merkmal", "ziel-merkmal-fehlt");
            }
            let place = form.sent("ort").to_owned();
            let geography = figure.split(':').next().unwrap_or_default();
            let is_it = |it: &&crate::known::Spot| it.place.value() == place;
            let spot = names.known.spots.iter().find(is_it);
            let fits = spot.is_none_or(|it| it.place.geography == geography);
            if !fits || (spot.is_none() && ![WHOLE_CITY, ""].contains(&place.as_str())) {
                form.wrong("ort", "ziel-ort-fremd");
            }
            Origin::Figure(figure, spot.map(|it| it.place.area.clone()))
        }
        "sum" => {
            let is_chosen = |of: (i64, i64)| all_sent(typed, "summe").any(|it| it == term(of));
            let all: Vec<(i64, i64)> =
                names.terms.iter().map(|it| it.of).filter(|it| is_chosen(*it)).collect();
            if all.is_empty() {
                form.wrong("summe", "ziel-summe-fehlt");
            }
            Origin::Sum(all)
        }
        _ => Origin::Kept,
    }
}

fn targets(form: &mut Reading<'_>, (typed, kind): (&Typed, Kind)) -> Vec<(i64, Hundredths)> {
    let mut targets: Vec<(i64, Hundredths)> = Vec::new();
    for at in filled(typed, "ziel", &TARGET) {
        let (field, value) = (name("ziel", at, "jahr"), name("ziel", at, "wert"));
        let read = year(form.sent(&field)).ok().flatten();
        if read.is_none() {
            form.wrong(&field, "ziel-zieljahr-unklar");
        }
        if form.sent(&value).is_empty() {
            form.wrong(&value, "indikator-zielwert-fehlt");
        }
        let wanted = amount_of(form, kind, &value);
        if read.is_some_and(|it| targets.iter().any(|known| known.0 == it)) {
            form.wrong(&field, "ziel-zieljahr-doppelt");
        }
        targets.extend(read.zip(wanted));
    }
    if targets.is_empty() && form.problems.is_empty() {
        form.wrong(&name("ziel", 0, "jahr"), "ziel-zieljahr-fehlt");
    }
    targets.sort_unstable();
    targets
}

/// The value that was typed with its day, or what is wrong with it.
///
/// # Errors
///
/// - [`Problems`], all of them.
pub fn value(
    t: &Texts,
    typed: &Typed,
    says: &Indicator,
    today: Date,
) -> Result<(Date, Counted), Problems> {
    let mut form = Reading::new(t, typed);
    let on = form.needed_day("tag", "ziel-wert-tag-fehlt");
    if on.is_some_and(|it| it > today) {
        form.wrong("tag", "ziel-wert-tag-kuenftig");
    }
    // There is no Fehlanzeige here: who knows no value writes none.
    let value = read_value(&mut form, says.kind, ("wert", "von", "fehlanzeige"));
    let value = value.filter(|it| *it != Value::Nothing);
    if value.is_none() && form.problems.of("wert").is_none() && form.problems.of("von").is_none() {
        form.wrong("wert", "ziel-wert-fehlt");
    }
    let parts = read_parts(&mut form, &says.categories, part_field);
    let source = form.text("quelle", LONGEST_LINE);
    let value = value.unwrap_or(Value::Nothing);
    form.result((on.unwrap_or(today), Counted { value, parts, source }))
}
