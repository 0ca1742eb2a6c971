use std::sync::OnceLock;

use serde::Deserialize;

/// A published way to compute an index, as a versioned file.
///
/// It holds what its source states. What the source leaves open, or what could not be read, stands
/// in [`Recipe::open`]: whoever shows a result by it shows that too.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::Recipe;
///
/// let berlin = Recipe::of("berlin-mss-2021").expect("it is there");
/// assert_eq!(berlin.groups.len(), 2);
/// assert_eq!(berlin.min_population, Some(300.0));
///
/// assert!(Recipe::of("berlin-mss-1999").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Its name on the command line.
    pub id: String,
    /// Rises when the file changes what comes out.
    pub version: u32,
    /// Which method it is for.
    pub method: RecipeMethod,
    /// What it is called.
    pub title: String,
    /// The least residents of an area, if the source states it.
    pub min_population: Option<f64>,
    /// How many bins, for points.
    pub bins: Option<u32>,
    /// Who states it, and how it was checked.
    pub source: String,
    /// What is not stated, and how it was filled.
    pub open: Vec<String>,
    /// The parts of the index.
    #[serde(rename = "group")]
    pub groups: Vec<RecipeGroup>,
}

/// The method of a recipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecipeMethod {
    /// A sum of _z_.
    Composite,
    /// Quantile points.
    Points,
}

/// One part of an index: status, dynamics.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipeGroup {
    /// Its name.
    pub name: String,
    /// The boundaries of its classes.
    #[serde(default)]
    pub thresholds: Vec<f64>,
    /// Its indicators, all with the same weight.
    pub indicators: Vec<RecipeIndicator>,
}

/// One indicator of a recipe.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipeIndicator {
    /// Its name, and that of its column unless another is given.
    pub name: String,
    /// Whether a small value counts as a high one.
    #[serde(default)]
    pub reversed: bool,
    /// The codes under which a catalogue of indicators may know it, the best first; none where no
    /// known indicator is what the source means.
    #[serde(default)]
    pub codes: Vec<String>,
    /// What it measures.
    pub meaning: String,
}

const FILES: [&str; 4] = [
    include_str!("../recipes/berlin-mss-2021.toml"),
    include_str!("../recipes/berlin-mss-2023.toml"),
    include_str!("../recipes/hamburg-sozialmonitoring.toml"),
    include_str!("../recipes/kurtenbach-2012.toml"),
];

impl Recipe {
    /// All recipes, by name.
    ///
    /// # Panics
    ///
    /// Never: the files are part of the program, and a test reads each.
    pub fn all() -> &'static [Self] {
        static ALL: OnceLock<Vec<Recipe>> = OnceLock::new();
        ALL.get_or_init(|| FILES.map(|it| toml::from_str(it).expect("a recipe")).to_vec())
    }

    /// The recipe of this name.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        Self::all().iter().find(|it| it.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Thresholds;

    #[test]
    fn every_file_is_whole() {
        for recipe in Recipe::all() {
            assert!(!recipe.groups.is_empty() && recipe.version > 0, "{}", recipe.id);
            for group in &recipe.groups {
                assert!(!group.indicators.is_empty());
                let bounded = Thresholds::new(group.thresholds.clone()).is_some();
                assert_eq!(bounded, recipe.method == RecipeMethod::Composite, "{}", recipe.id);
            }
        }
        let names = Recipe::all().iter().map(|it| it.groups[0].indicators.len());
        assert_eq!(names.collect::<Vec<_>>(), [3, 4, 7, 4]);
    }
}
