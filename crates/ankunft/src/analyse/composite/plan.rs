//! Which groups of which indicators are asked for.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_arrival::{RecipeMethod, Thresholds};
use ankunft_platform::languages::Texts;
use serde::Serialize;

use super::super::indicators::{Declared, MIN_POPULATION, pair, recipe};
use super::super::input::wrong;
use super::super::output::Ordered;
use super::{CompositeArgs, default_thresholds};
use crate::console::Problem;

/// Everything that is asked for.
pub struct Plan {
    pub indicators: Vec<Declared>,
    pub groups: Vec<PlannedGroup>,
    pub min_population: f64,
    recipe: Option<String>,
}

/// One group of indicators.
pub struct PlannedGroup {
    pub name: String,
    /// The names of its indicators.
    pub indicators: Vec<String>,
    pub thresholds: Thresholds,
    /// Those of them that are turned round here.
    reversed: BTreeSet<String>,
    weights: BTreeMap<String, f64>,
}

#[derive(Serialize)]
pub struct Parameters<'a> {
    id: &'a str,
    population: Option<&'a str>,
    min_population: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    net_migration: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    turnover: Option<&'a str>,
    indicators: Ordered<&'a str, Column<'a>>,
    groups: Ordered<&'a str, Group<'a>>,
    deviation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipe: Option<&'a str>,
}

#[derive(Serialize)]
struct Column<'a> {
    column: &'a str,
}

#[derive(Serialize)]
struct Group<'a> {
    weights: Ordered<&'a str, f64>,
    reversed: &'a BTreeSet<String>,
    thresholds: &'a [f64],
}

impl PlannedGroup {
    pub fn weight(&self, indicator: &str) -> f64 {
        self.weights.get(indicator).copied().unwrap_or(1.0)
    }

    pub fn is_reversed(&self, indicator: &str) -> bool {
        self.reversed.contains(indicator)
    }
}

impl Plan {
    pub fn of(t: &Texts, arguments: &CompositeArgs) -> Result<Self, Problem> {
        let mut plan = Self {
            indicators: arguments.indicator.iter().map(|it| Declared::read(it)).collect(),
            groups: Vec::new(),
            min_population: MIN_POPULATION,
            recipe: None,
        };
        for group in &arguments.group {
            let (name, list) = pair(t, "--group", group)?;
            let declared = list.split(',').map(|it| Declared::read(it.trim())).collect();
            plan.push(name, declared, default_thresholds(name));
        }
        if let Some(id) = &arguments.recipe {
            plan.follow(t, id)?;
        }
        plan.min_population = arguments.min_population.unwrap_or(plan.min_population);
        if plan.groups.is_empty() {
            plan.push("all", plan.indicators.clone(), default_thresholds("all"));
        }
        plan.refine(t, arguments)?;
        plan.check(t)?;
        Ok(plan)
    }

    /// Adds a group, and its indicators unless they are there. What `--indicator` turns round is
    /// turned round in all groups, what a group turns round in that group alone.
    fn push(&mut self, name: &str, declared: Vec<Declared>, thresholds: Thresholds) {
        let (mut indicators, mut reversed) = (Vec::new(), BTreeSet::new());
        for it in declared {
            let known = self.indicators.iter().find(|known| known.name == it.name);
            if it.reversed || known.is_some_and(|known| known.reversed) {
                reversed.insert(it.name.clone());
            }
            indicators.push(it.name.clone());
            if known.is_none() {
                self.indicators.push(Declared { reversed: false, ..it });
            }
        }
        let (name, weights) = (name.to_owned(), BTreeMap::new());
        self.groups.push(PlannedGroup { name, indicators, thresholds, reversed, weights });
    }

    fn follow(&mut self, t: &Texts, id: &str) -> Result<(), Problem> {
        let recipe = recipe(t, id)?;
        if recipe.method != RecipeMethod::Composite {
            return Err(wrong(t, "analyse-recipe-other", &[("id", id), ("command", "points")]));
        }
        for group in &recipe.groups {
            let of = |it: &ankunft_arrival::RecipeIndicator| Declared {
                reversed: it.reversed,
                ..Declared::read(&it.name)
            };
            let declared = group.indicators.iter().map(of).collect();
            let thresholds = Thresholds::new(group.thresholds.clone());
            let thresholds = thresholds.unwrap_or_else(|| default_thresholds(&group.name));
            self.push(&group.name, declared, thresholds);
        }
        self.min_population = recipe.min_population.unwrap_or(self.min_population);
        self.recipe = Some(format!("{} {}", recipe.id, recipe.version));
        Ok(())
    }

    fn refine(&mut self, t: &Texts, arguments: &CompositeArgs) -> Result<(), Problem> {
        for text in &arguments.thresholds {
            let (name, list) = pair(t, "--thresholds", text)?;
            let numbers: Option<Vec<f64>> =
                list.split(',').map(|it| it.trim().parse().ok()).collect();
            let thresholds = numbers.and_then(Thresholds::new);
            let thresholds = thresholds
                .ok_or_else(|| wrong(t, "analyse-thresholds-wrong", &[("text", text)]))?;
            let group = self.groups.iter_mut().find(|it| it.name == name);
            let unknown = || wrong(t, "analyse-group-unknown", &[("name", name)]);
            group.ok_or_else(unknown)?.thresholds = thresholds;
        }
        for text in &arguments.weight {
            let (name, weight) = pair(t, "--weight", text)?;
            let weight: Option<f64> = weight.parse().ok();
            let weight = weight
                .filter(|it| *it > 0.0 && it.is_finite())
                .ok_or_else(|| wrong(t, "analyse-weight-wrong", &[("text", text)]))?;
            let groups = self.groups.iter_mut();
            let having = groups.filter(|it| it.indicators.iter().any(|it| it == name));
            if having.map(|it| it.weights.insert(name.to_owned(), weight)).count() == 0 {
                return Err(wrong(t, "analyse-indicator-unknown", &[("name", name)]));
            }
        }
        Ok(())
    }

    fn check(&self, t: &Texts) -> Result<(), Problem> {
        if self.indicators.is_empty() {
            return Err(wrong(t, "analyse-no-indicator", &[]));
        }
        let mut groups = self.groups.iter().enumerate();
        if let Some((_, twice)) =
            groups.find(|(at, it)| self.groups[..*at].iter().any(|before| before.name == it.name))
        {
            return Err(wrong(t, "analyse-group-twice", &[("name", &twice.name)]));
        }
        let named = |it: &Declared| self.indicators.iter().filter(|o| o.name == it.name).count();
        if let Some(twice) = self.indicators.iter().find(|it| named(it) > 1) {
            return Err(wrong(t, "analyse-indicator-twice", &[("name", &twice.name)]));
        }
        let used =
            |it: &&Declared| self.groups.iter().any(|group| group.indicators.contains(&it.name));
        match self.indicators.iter().find(|it| !used(it)) {
            Some(idle) => Err(wrong(t, "analyse-indicator-idle", &[("name", &idle.name)])),
            None => Ok(()),
        }
    }

    pub fn parameters<'a>(&'a self, arguments: &'a CompositeArgs) -> Parameters<'a> {
        let column = |it: &'a Declared| (it.name.as_str(), Column { column: &it.column });
        let group = |it: &'a PlannedGroup| {
            let weights = it.indicators.iter().map(|name| (name.as_str(), it.weight(name)));
            let weights = Ordered(weights.collect());
            (
                it.name.as_str(),
                Group { weights, reversed: &it.reversed, thresholds: it.thresholds.boundaries() },
            )
        };
        let population = arguments.population.as_deref();
        Parameters {
            id: &arguments.id,
            population,
            min_population: population.map(|_| self.min_population),
            net_migration: arguments.net_migration.as_deref(),
            turnover: arguments.turnover.as_deref(),
            indicators: Ordered(self.indicators.iter().map(column).collect()),
            groups: Ordered(self.groups.iter().map(group).collect()),
            deviation: "population, unweighted",
            recipe: self.recipe.as_deref(),
        }
    }
}
