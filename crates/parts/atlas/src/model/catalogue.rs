//! Which measures can be read from what a city has.

use std::collections::BTreeMap;

use ankunft_formats::{Indicator, Kind, Nature, indicators};

use super::measure::{Measure, Recipe, Unit};

/// The code of the geography, and of its only unit, that is the whole city.
pub const WHOLE: &str = "gesamt";

/// The shares that are asked for most; they stand before all others.
const FIRST: [&str; 4] = [
    "share_foreigners",
    "share_migration_background",
    "arrivals_abroad_rate",
    "share_resident_under_5_years",
];

/// What can be read from stored indicators, given by code with their periods: what is computed
/// from them first, then the indicators as they are.
///
/// A share is computed only from counts of the same area version and period, so that part and
/// whole fit. What a file brings itself is not computed anew.
#[must_use]
pub fn measures(stored: &BTreeMap<String, BTreeMap<String, i64>>) -> Vec<Measure> {
    let is_there = |code: &String| stored.contains_key(code);
    let computed: Vec<Measure> = indicators()
        .iter()
        .filter(|it| !is_there(&it.code))
        .filter_map(|it| Some((it, recipe(it)?)))
        .filter(|(_, recipe)| recipe.needs().iter().all(|code| stored.contains_key(*code)))
        .map(|(it, recipe)| Measure {
            code: it.code.clone(),
            unit: unit_of(it),
            nature: it.nature,
            recipe,
        })
        .collect();
    // The ends of a band stand beside their figure, not by themselves.
    let is_end = |code: &str| {
        ankunft_formats::grid::band_of(code).is_some_and(|(base, _)| stored.contains_key(base))
    };
    let as_stored = stored.keys().filter(|code| !is_end(code)).map(|code| Measure {
        code: code.clone(),
        unit: ankunft_formats::indicator(code).map_or(Unit::Count, unit_of),
        nature: ankunft_formats::indicator(code).map_or(Nature::Stock, |it| it.nature),
        recipe: Recipe::Stored(code.clone()),
    });
    let mut measures: Vec<Measure> = computed.into_iter().chain(as_stored).collect();
    measures
        .sort_by_key(|it| FIRST.iter().position(|code| *code == it.code).unwrap_or(FIRST.len()));
    measures
}

/// The recipe of an indicator that follows from others in the same period.
fn recipe(indicator: &Indicator) -> Option<Recipe> {
    let formula = indicator.formula.as_ref().filter(|it| !it.change)?;
    Some(Recipe::Share {
        part: formula.of.clone(),
        minus: formula.minus.clone(),
        whole: formula.per.clone(),
        scale: formula.times,
        per_year: 1,
    })
}

/// What the number of an indicator says.
pub(crate) fn unit_of(indicator: &Indicator) -> Unit {
    // A balance of counts is a count; what stands alone in persons is a mean.
    let adds_up = indicator.formula.as_ref().is_some_and(|it| it.per.is_empty());
    match (indicator.kind, indicator.unit.as_str()) {
        (Kind::Count, _) => Unit::Count,
        (Kind::Percent, _) => Unit::Percent,
        (_, "per-100") => Unit::PerHundred,
        (_, "per-1000") => Unit::PerThousand,
        (Kind::Measure, "percent") => Unit::Percent,
        (Kind::Measure, "percentage-points") => Unit::PercentagePoints,
        (Kind::Measure, "persons") if adds_up => Unit::Count,
        (Kind::Measure, "persons") => Unit::PersonsEach,
        (Kind::Measure, "years") => Unit::Years,
        (Kind::Measure, "square-metres") => Unit::SquareMetres,
        (Kind::Measure, "euro-per-m2") => Unit::EuroPerSquareMetre,
        (Kind::Class, _) => Unit::Class,
        (Kind::Measure, _) => Unit::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_needs_part_and_whole() {
        let codes = |codes: &[&str]| -> Vec<String> {
            let stored = codes.iter().map(|code| ((*code).to_owned(), BTreeMap::new())).collect();
            measures(&stored).into_iter().map(|it| it.code).collect()
        };
        assert_eq!(codes(&["foreigners"]), ["foreigners"]);
        assert_eq!(
            codes(&["foreigners", "population"]),
            ["share_foreigners", "foreigners", "population"],
        );
    }

    #[test]
    fn a_mean_is_no_count() {
        let unit = |code: &str| ankunft_formats::indicator(code).map(unit_of);
        assert_eq!(unit("mean_household_size"), Some(Unit::PersonsEach));
        assert_eq!(unit("net_migration"), Some(Unit::Count));
        assert_eq!(unit("net_rent_per_m2"), Some(Unit::EuroPerSquareMetre));
        assert_eq!(unit("floor_space_per_person"), Some(Unit::SquareMetres));
        assert_eq!(unit("mss_status_class"), Some(Unit::Class));
        assert_eq!(unit("gesix"), Some(Unit::Number));
    }
}
