//! A published index on the figures of a city that has its indicators.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_arrival::{
    Circumstances, Composite, Mark, Recipe, RecipeGroup, RecipeIndicator, Thresholds, marks,
};
use ankunft_disclosure::{Column, Released};
use ankunft_platform::register::areas::Geography;
use ankunft_platform::store::StoreError;
use sqlx::AnyConnection;

use super::features::{Feature, Features};
use super::variants::{EQUAL, Value, Variant, changed};
use crate::pages::overview::query;
use crate::store::{Ground, Shelf, last_day};
use crate::view::overview::{Asker, Figures, Origin, Question, exactly};

/// The residents by which small areas are left out, the best source first.
const RESIDENTS: [&str; 2] = ["population", "population_mss"];
/// By what strong changes are doubted: arrivals minus departures, and both together.
const BALANCE: &str = "net_migration_rate";
const VOLUME: &str = "migration_volume";

/// The indicators that a city lacks for a recipe.
pub(super) type Lacking = Vec<&'static RecipeIndicator>;

/// The figures that a recipe asks for.
#[derive(Debug)]
pub(super) struct Found {
    pub recipe: &'static Recipe,
    pub period: String,
    pub ground: Arc<Ground>,
    pub table: Released<Table>,
    pub sources: Vec<Origin>,
    /// For each indicator what in an address names its figures.
    pub places: BTreeMap<String, String>,
}

/// One value an area for each indicator of a recipe, and what else is known of the areas.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    areas: Vec<String>,
    /// By the name of the indicator.
    values: BTreeMap<String, Vec<Option<f64>>>,
    around: Vec<Circumstances>,
}

/// The index of one group.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub name: String,
    /// The figures of the areas that are compared.
    pub features: Features,
    pub index: Composite,
    /// For each area that is compared why its changes are doubted, indicator by indicator.
    pub marks: Vec<Vec<Vec<Mark>>>,
    thresholds: Thresholds,
}

/// What a geography lacks for a recipe.
pub(super) fn lacking(shelf: &Shelf, geography: &Geography, recipe: &'static Recipe) -> Lacking {
    let has = |code: &String| {
        let holdings = shelf.holdings.get(&geography.id);
        holdings.is_some_and(|it| it.measures.iter().any(|it| it.code == *code))
    };
    let indicators = recipe.groups.iter().flat_map(|it| &it.indicators);
    indicators.filter(|it| !it.codes.iter().any(has)).collect()
}

/// The code by which a geography has an indicator, and the places of its figures.
struct Source {
    name: String,
    code: String,
    places: Vec<(String, i64)>,
}

fn source(shelf: &Shelf, geography: &Geography, name: &str, codes: &[&str]) -> Option<Source> {
    let measures = &shelf.holdings.get(&geography.id)?.measures;
    let measure = codes.iter().find_map(|code| measures.iter().find(|it| it.code == *code))?;
    let places = shelf.periods(geography, measure);
    Some(Source { name: name.to_owned(), code: measure.code.clone(), places })
}

impl Source {
    /// What it is called in a version of the area units on a day.
    fn at(&self, day: jiff::civil::Date, version: i64) -> Option<&str> {
        let fits = |it: &&(String, i64)| it.1 == version && last_day(&it.0) == Some(day);
        self.places.iter().find(fits).map(|it| it.0.as_str())
    }
}

/// The figures for a recipe in the newest period that has all of them; `None` if none has.
///
/// A constant number of statements.
pub(super) async fn read(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    (shelf, geography): (&Shelf, &Geography),
    recipe: &'static Recipe,
) -> Result<Option<Found>, StoreError> {
    let find = |name: &str, codes: &[&str]| source(shelf, geography, name, codes);
    let indicators = recipe.groups.iter().flat_map(|it| &it.indicators);
    let needed = indicators.map(|it| {
        let codes: Vec<&str> = it.codes.iter().map(String::as_str).collect();
        find(&it.name, &codes)
    });
    let Some(needed) = needed.collect::<Option<Vec<_>>>() else { return Ok(None) };
    let Some((day, version)) = newest(&needed) else { return Ok(None) };
    let others =
        [find("residents", &RESIDENTS), find("balance", &[BALANCE]), find("volume", &[VOLUME])];
    let sources: Vec<Source> = needed.into_iter().chain(others.into_iter().flatten()).collect();
    let named = sources.iter().filter_map(|it| Some((it, it.at(day, version)?)));
    let named: Vec<(&Source, &str)> = named.collect();
    let question = |(source, period): &(&Source, &str)| Question {
        geography: Some(geography.code.clone()),
        measure: Some(source.code.clone()),
        period: Some((*period).to_owned()),
        nearest: false,
    };
    let questions: Vec<Question> = named.iter().map(question).collect();
    let (_, figures) = exactly(connection, asker, &questions).await?;
    let names = named.iter().map(|it| it.0.name.clone());
    let figures: Vec<(String, Figures)> =
        names.zip(figures).filter_map(|(name, it)| Some((name, it?))).collect();
    Ok(found(recipe, figures))
}

/// The newest day on which all are there over one version.
fn newest(needed: &[Source]) -> Option<(jiff::civil::Date, i64)> {
    let first = needed.first()?;
    let places = first.places.iter().filter_map(|it| Some((last_day(&it.0)?, it.1)));
    let complete = places.filter(|it| needed.iter().all(|source| source.at(it.0, it.1).is_some()));
    complete.max()
}

fn found(recipe: &'static Recipe, figures: Vec<(String, Figures)>) -> Option<Found> {
    let needed = recipe.groups.iter().flat_map(|it| &it.indicators);
    if needed.into_iter().any(|it| figures.iter().all(|(name, _)| *name != it.name)) {
        return None;
    }
    let (_, first) = figures.first()?;
    let (period, ground) = (first.period.clone(), Arc::clone(&first.ground));
    let mut sources: Vec<Origin> = figures.iter().flat_map(|it| it.1.sources.clone()).collect();
    sources.sort_by_key(|it| (std::cmp::Reverse(it.dataset.number), it.nutzung));
    sources.dedup_by_key(|it| it.dataset.id);
    let codes: Vec<String> = ground.areas.iter().map(|it| it.code.clone()).collect();
    let places = figures.iter().map(|(name, it)| (name.clone(), query(it))).collect();
    let mut columns = figures.into_iter().map(|(name, it)| it.values.map(|it| (name, it)));
    let first = columns.next()?.map(|it| vec![it]);
    let all = columns.fold(first, |all, next| {
        all.zip(next).map(|(mut all, next)| {
            all.push(next);
            all
        })
    });
    let table = all.map(|columns| Table::of(codes, columns));
    Some(Found { recipe, period, ground, table, sources, places })
}

impl Table {
    fn of(areas: Vec<String>, columns: Vec<(String, Column)>) -> Self {
        let numbers = |column: Column| -> Vec<Option<f64>> {
            column.cells.iter().map(|it| it.number()).collect()
        };
        let mut values: BTreeMap<String, Vec<Option<f64>>> =
            columns.into_iter().map(|(name, column)| (name, numbers(column))).collect();
        let mut others =
            |name: &str| values.remove(name).unwrap_or_else(|| vec![None; areas.len()]);
        let (people, balance, volume) = (others("residents"), others("balance"), others("volume"));
        let around = (0..areas.len()).map(|at| Circumstances {
            residents: people[at],
            net_migration: balance[at],
            turnover: volume[at],
        });
        let around = around.collect();
        Self { areas, values, around }
    }

    /// The figures of a group, over the areas that are large enough and have all of them.
    pub(super) fn features(&self, group: &RecipeGroup, least: f64) -> Features {
        let is_small = |at: usize| self.around[at].residents.is_some_and(|it| it < least);
        let feature = |it: &RecipeIndicator| Feature {
            code: it.name.clone(),
            reversed: it.reversed,
            values: match self.values.get(&it.name) {
                Some(values) => {
                    let kept = values.iter().enumerate();
                    kept.map(|(at, it)| it.filter(|_| !is_small(at))).collect()
                }
                None => vec![None; self.areas.len()],
            },
        };
        let features = group.indicators.iter().map(feature).collect();
        Features { areas: self.areas.clone(), features }.complete()
    }

    /// The index of each group of a recipe, with equal weights.
    pub(super) fn groups(&self, recipe: &Recipe) -> Vec<Group> {
        self.with(recipe, recipe.min_population.unwrap_or(0.0), None)
    }

    /// The same with another least population, and one indicator of each group counted twice.
    fn with(&self, recipe: &Recipe, least: f64, twice: Option<usize>) -> Vec<Group> {
        recipe.groups.iter().filter_map(|group| self.group(group, least, twice)).collect()
    }

    fn group(&self, group: &RecipeGroup, least: f64, twice: Option<usize>) -> Option<Group> {
        let features = self.features(group, least);
        let thresholds = Thresholds::new(group.thresholds.clone())?;
        let index = features.index_of(&thresholds, twice)?;
        let marks = self.marks(&features, &index, &group.name);
        Some(Group { name: group.name.clone(), features, index, marks, thresholds })
    }

    fn marks(&self, features: &Features, index: &Composite, group: &str) -> Vec<Vec<Vec<Mark>>> {
        let places: BTreeMap<&str, usize> =
            self.areas.iter().map(String::as_str).zip(0..).collect();
        let of = |(row, code): (usize, &String)| {
            let around = places.get(code.as_str()).map(|at| self.around[*at]).unwrap_or_default();
            let each = index.indicators.iter().map(|it| marks(&[it.z[row]], &around));
            if group == "dynamics" { each.collect() } else { Vec::new() }
        };
        features.areas.iter().enumerate().map(of).collect()
    }

    /// What other choices change: for each group how many areas have another class.
    pub(super) fn variants(&self, recipe: &Recipe) -> Vec<Variant> {
        let ours = self.groups(recipe);
        let least = recipe.min_population.unwrap_or(0.0);
        let variant = |parameter, value, (other, twice): (f64, Option<usize>)| {
            let found = self.with(recipe, other, twice);
            let pairs = ours.iter().zip(&found);
            let changes: Vec<_> =
                pairs.map(|(ours, found)| changed(&ours.classes(), &found.classes())).collect();
            Variant {
                parameter,
                value,
                is_ours: other.total_cmp(&least).is_eq() && twice.is_none(),
                compared: found.first().map_or(0, |it| it.index.n),
                counts: changes.iter().map(std::collections::BTreeSet::len).collect(),
                changed: changes.into_iter().flatten().collect(),
            }
        };
        let sizes =
            [200.0, 300.0, 500.0].map(|it| variant("mindestens", Value::Number(it), (it, None)));
        let equal = variant("gewichte", Value::Named(EQUAL.into()), (least, None));
        let first = recipe.groups.first().map_or(&[][..], |it| &it.indicators);
        let twice = first.iter().enumerate();
        let twice = twice
            .map(|(at, it)| variant("gewichte", Value::Named(it.name.clone()), (least, Some(at))));
        sizes.into_iter().chain([equal]).chain(twice).collect()
    }
}

impl Group {
    /// The class of each area that is compared.
    pub(super) fn classes(&self) -> BTreeMap<String, usize> {
        let areas = self.features.areas.iter().cloned().zip(&self.index.class);
        areas.filter_map(|(code, class)| Some((code, (*class)?))).collect()
    }

    /// How many classes there are.
    pub(super) fn class_count(&self) -> usize {
        self.thresholds.boundaries().len() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipes_name_indicators_that_there_are() {
        for recipe in Recipe::all() {
            for code in recipe.groups.iter().flat_map(|it| &it.indicators).flat_map(|it| &it.codes)
            {
                assert!(ankunft_formats::indicator(code).is_some(), "{code}");
            }
        }
    }

    #[test]
    fn indicators_that_no_catalogue_knows_have_words() {
        let languages = ankunft_platform::languages::Languages::load().expect("texts");
        let t = languages.texts(ankunft_platform::languages::Language::German);
        let all = Recipe::all().iter().flat_map(|it| &it.groups).flat_map(|it| &it.indicators);
        for it in all.filter(|it| it.codes.is_empty()) {
            assert!(t.has(&format!("methode-merkmal-{}", it.name)), "{}", it.name);
        }
    }
}
