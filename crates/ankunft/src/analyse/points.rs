//! `ankunft analyse points`

use std::path::PathBuf;

use ankunft_arrival::{RecipeIndicator, RecipeMethod, quantile_points};
use ankunft_formats::Severity;
use ankunft_platform::languages::Texts;
use clap::Args;
use serde::Serialize;

use super::indicators::{
    Declared, MIN_POPULATION, kept, load, missing, recipe, too_small, warn_of_equal,
    warn_of_impossible,
};
use super::input::{Sheet, read, wrong};
use super::output::{Ordered, Report, Rows, field};
use super::{ReadingArgs, WritingArgs};
use crate::console::Problem;

/// `ankunft analyse points`
#[derive(Debug, Args)]
pub struct PointsArgs {
    /// The table: one row an area.
    #[arg(long)]
    table: PathBuf,
    /// The column with the key of the area.
    #[arg(long, default_value = "id")]
    id: String,
    /// The column with the residents.
    #[arg(long)]
    population: Option<String>,
    /// Areas with fewer residents are left out.
    #[arg(long, default_value_t = MIN_POPULATION)]
    min_population: f64,
    /// An indicator: NAME[:-][=COLUMN]; with `:-` a small value has many points.
    #[arg(long)]
    indicator: Vec<String>,
    /// How many bins.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1000))]
    bins: u32,
    /// A published index in place of indicators: kurtenbach-2012.
    #[arg(long, conflicts_with = "indicator")]
    recipe: Option<String>,
    /// How the table is read.
    #[command(flatten)]
    reading: ReadingArgs,
    /// How the result is written.
    #[command(flatten)]
    writing: WritingArgs,
}

#[derive(Serialize)]
struct Parameters<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_population: Option<f64>,
    indicators: Ordered<String, Column>,
    bins: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipe: Option<&'a str>,
}

#[derive(Serialize)]
struct Column {
    column: String,
    reversed: bool,
}

#[derive(Serialize)]
struct Aside {
    n: usize,
}

#[derive(Serialize)]
struct Outcome<'a> {
    n: usize,
    areas: Vec<Area<'a>>,
}

#[derive(Serialize)]
struct Area<'a> {
    id: &'a str,
    points: Ordered<&'a str, Option<u32>>,
    sum: Option<u32>,
    excluded: Option<String>,
}

/// Reads, asks the method, writes.
pub fn run(arguments: &PointsArgs) -> Result<(), Problem> {
    let t = &arguments.writing.texts()?;
    let mut plan = Plan {
        declared: arguments.indicator.iter().map(|it| Declared::read(it)).collect(),
        bins: arguments.bins,
        recipe: None,
    };
    if let Some(id) = &arguments.recipe {
        plan = Plan::by_recipe(t, id, arguments.bins)?;
    }
    if plan.declared.is_empty() {
        return Err(wrong(t, "analyse-no-indicator", &[]));
    }
    let mut sheet = read(t, &arguments.table, &arguments.reading)?;
    let id = sheet.column(t, "--id", &arguments.id)?;
    let residents = arguments.population.as_deref();
    let residents = residents.map(|it| sheet.column(t, "--population", it)).transpose()?;
    let loaded = load(t, &mut sheet, "--indicator", &plan.declared)?;
    let keys = sheet.unique_keys(id);
    let mut excluded = vec![None; keys.len()];
    if let Some(column) = residents {
        let people = sheet.numbers(column);
        excluded = too_small(&mut sheet, &keys, (column, &people), arguments.min_population);
    }
    sheet.check(t)?;
    missing(&mut sheet, &keys, &loaded.iter().collect::<Vec<_>>(), &mut excluded);
    let n = excluded.iter().filter(|it| it.is_none()).count();
    if n == 0 {
        let finding = sheet.about(Severity::Error, "analyse-nothing-left");
        return Err(sheet.fail(t, finding));
    }
    let mut points = Vec::new();
    for it in &loaded {
        let kept = kept(&it.values, &excluded);
        warn_of_equal(&mut sheet, it, &kept);
        warn_of_impossible(&mut sheet, it);
        points.push(quantile_points(&kept, plan.bins, it.declared.reversed));
    }
    let mut areas: Vec<Area> = keys
        .iter()
        .zip(excluded)
        .enumerate()
        .map(|(row, (id, excluded))| {
            let of = |it: &Vec<Option<u32>>| it[row];
            let names = plan.declared.iter().map(|it| it.name.as_str());
            let sum = points.iter().map(of).sum();
            Area { id, points: Ordered(names.zip(points.iter().map(of)).collect()), sum, excluded }
        })
        .collect();
    areas.sort_by_key(|it| it.id);
    write(t, arguments, &plan, sheet, &Outcome { n, areas })
}

/// What is computed.
struct Plan {
    declared: Vec<Declared>,
    bins: u32,
    recipe: Option<String>,
}

impl Plan {
    fn by_recipe(t: &Texts, id: &str, bins: u32) -> Result<Self, Problem> {
        let recipe = recipe(t, id)?;
        if recipe.method != RecipeMethod::Points {
            return Err(wrong(t, "analyse-recipe-other", &[("id", id), ("command", "composite")]));
        }
        let of =
            |it: &RecipeIndicator| Declared { reversed: it.reversed, ..Declared::read(&it.name) };
        Ok(Self {
            declared: recipe.groups.iter().flat_map(|it| &it.indicators).map(of).collect(),
            bins: recipe.bins.unwrap_or(bins),
            recipe: Some(format!("{} {}", recipe.id, recipe.version)),
        })
    }
}

fn write(
    t: &Texts,
    arguments: &PointsArgs,
    plan: &Plan,
    sheet: Sheet,
    outcome: &Outcome<'_>,
) -> Result<(), Problem> {
    let column = |it: &'_ Declared| {
        (it.name.clone(), Column { column: it.column.clone(), reversed: it.reversed })
    };
    let parameters = Parameters {
        id: &arguments.id,
        population: arguments.population.as_deref(),
        min_population: arguments.population.as_ref().map(|_| arguments.min_population),
        indicators: Ordered(plan.declared.iter().map(column).collect()),
        bins: plan.bins,
        recipe: plan.recipe.as_deref(),
    };
    let report = Report {
        method: ("points", 1),
        parameters,
        seed: None,
        inputs: vec![sheet.file],
        findings: &sheet.findings,
    };
    report.write(t, &arguments.writing, outcome, &Aside { n: outcome.n }, || {
        let names = plan.declared.iter().map(|it| it.name.as_str());
        let header = std::iter::once("id").chain(names).chain(["sum", "excluded"]);
        let row = |it: &Area<'_>| {
            let points = it.points.0.iter().map(|it| field(it.1));
            let last = [field(it.sum), field(it.excluded.as_ref())];
            std::iter::once(it.id.to_owned()).chain(points).chain(last).collect()
        };
        Rows {
            header: header.map(str::to_owned).collect(),
            rows: outcome.areas.iter().map(row).collect(),
        }
    })
}
