use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::Kind;

/// What a figure means: its unit, its kind, and how it is computed.
///
/// Its name, its short name (`.short`) and how to read it (`.reading`) are the text
/// `indicator-<code>` of the languages; the unit's is `unit-<unit>`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Indicator {
    /// The code by which everything names it: `share_foreigners`.
    pub code: String,
    /// The unit: `persons`, `percent`, `per-100`.
    pub unit: String,
    /// What it counts or measures.
    pub kind: Kind,
    /// At a day, or over a time.
    pub nature: Nature,
    /// The number of its definition; another definition is another version.
    pub version: u32,
    /// By what it is divided, and whose figure that is.
    pub denominator: Option<Denominator>,
    /// How it follows from others; without it, it comes from files.
    pub formula: Option<Formula>,
}

/// Stock or flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// At a Stichtag.
    Stock,
    /// Over a Berichtszeitraum.
    Flow,
}

/// By what a share is divided.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Denominator {
    /// The code of the indicator, or several with `+` between them.
    pub of: String,
    /// Whose figure: `same-dataset`, or `publisher` if the source divided.
    /// Its text is `denominator-<source>`.
    pub source: String,
}

/// How an indicator follows from others: times × (Σ of − Σ minus) ÷ Σ per.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Formula {
    /// The factor: 100 for percent.
    pub times: u32,
    /// Codes that are added.
    pub of: Vec<String>,
    /// Codes that are subtracted.
    #[serde(default)]
    pub minus: Vec<String>,
    /// Codes of the denominator, added; empty for no division.
    #[serde(default)]
    pub per: Vec<String>,
    /// Whether the numerator is the change against a year earlier, and the denominator the
    /// earlier value.
    #[serde(default)]
    pub change: bool,
}

impl Formula {
    /// The value from figures at one period; `None` if one is not known, the denominator is
    /// zero, or the formula is a change in time.
    ///
    /// # Examples
    ///
    /// ```
    /// let share = ankunft_formats::indicator("share_foreigners").unwrap();
    /// let formula = share.formula.as_ref().unwrap();
    /// let figure = |code: &str| match code {
    ///     "foreigners" => Some(50.0),
    ///     "population" => Some(200.0),
    ///     _ => None,
    /// };
    /// assert_eq!(formula.value(figure), Some(25.0));
    /// assert_eq!(formula.value(|_| Some(0.0)), None);
    /// ```
    pub fn value(&self, figure: impl Fn(&str) -> Option<f64>) -> Option<f64> {
        if self.change {
            return None;
        }
        let sum = |codes: &[String]| codes.iter().map(|code| figure(code)).sum::<Option<f64>>();
        self.divided(sum(&self.of)? - sum(&self.minus)?, sum(&self.per)?)
    }

    /// The value of a change from figures a year earlier and now.
    pub fn change(
        &self,
        now: impl Fn(&str) -> Option<f64>,
        earlier: impl Fn(&str) -> Option<f64>,
    ) -> Option<f64> {
        let mut change = 0.0;
        let mut before = 0.0;
        for code in &self.of {
            change += now(code)? - earlier(code)?;
        }
        for code in &self.per {
            before += earlier(code)?;
        }
        self.divided(change, before)
    }

    fn divided(&self, numerator: f64, denominator: f64) -> Option<f64> {
        let value = f64::from(self.times) * numerator;
        if self.per.is_empty() {
            return Some(value);
        }
        (denominator != 0.0).then(|| value / denominator)
    }
}

#[derive(Deserialize)]
struct Catalogue {
    indicators: Vec<Indicator>,
}

const TEXT: &str = include_str!("../indicators.toml");

/// All indicators that the program knows, in the order of the catalogue.
#[must_use]
pub fn indicators() -> &'static [Indicator] {
    static ALL: LazyLock<Vec<Indicator>> = LazyLock::new(|| {
        toml::from_str::<Catalogue>(TEXT).map(|it| it.indicators).unwrap_or_default()
    });
    &ALL
}

/// The indicator of a code.
#[must_use]
pub fn indicator(code: &str) -> Option<&'static Indicator> {
    static BY_CODE: LazyLock<BTreeMap<&'static str, &'static Indicator>> =
        LazyLock::new(|| indicators().iter().map(|it| (it.code.as_str(), it)).collect());
    BY_CODE.get(code).copied()
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, TEXT, indicators};

    #[test]
    fn the_catalogue_can_be_read_and_knows_what_its_formulas_use() {
        toml::from_str::<Catalogue>(TEXT).expect("the catalogue is TOML of the right shape");
        for indicator in indicators() {
            let Some(formula) = &indicator.formula else { continue };
            for code in formula.of.iter().chain(&formula.minus).chain(&formula.per) {
                assert!(super::indicator(code).is_some(), "{}: {code}", indicator.code);
            }
        }
    }
}
