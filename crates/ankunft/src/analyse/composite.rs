//! `ankunft analyse composite`

use std::path::PathBuf;

use ankunft_arrival::{Circumstances, Composite, CompositeError, Indicator, Thresholds, composite};
use ankunft_formats::Severity;
use ankunft_platform::languages::Texts;
use clap::Args;

use super::indicators::{
    Loaded, kept, load, missing, too_small, warn_of_equal, warn_of_impossible,
};
use super::input::{Sheet, read};
use super::output::Report;
use super::{ReadingArgs, WritingArgs};
use crate::console::Problem;

mod plan;
mod shape;

use plan::{Plan, PlannedGroup};

/// `ankunft analyse composite`
#[derive(Debug, Args)]
pub struct CompositeArgs {
    /// The table: one row an area.
    #[arg(long)]
    table: PathBuf,
    /// The column with the key of the area.
    #[arg(long, default_value = "id")]
    id: String,
    /// The column with the residents.
    #[arg(long)]
    population: Option<String>,
    /// Areas with fewer residents are left out; 300 unless the recipe says otherwise.
    #[arg(long)]
    min_population: Option<f64>,
    /// The column with net migration per 100 residents and year, by which strong changes in new
    /// building areas are marked.
    #[arg(long)]
    net_migration: Option<String>,
    /// The column with arrivals and departures together per 100 residents and year, by which strong
    /// changes are marked where many come and go.
    #[arg(long)]
    turnover: Option<String>,
    /// An indicator: NAME[:-][=COLUMN]; `:-` turns its direction round.
    #[arg(long)]
    indicator: Vec<String>,
    /// A group of indicators: status=S1,S3,S4. Without it all indicators form the group `all`.
    #[arg(long)]
    group: Vec<String>,
    /// The weight of an indicator: S1=2.
    #[arg(long)]
    weight: Vec<String>,
    /// The boundaries of a group's classes: status=-1,1,1.5.
    #[arg(long)]
    thresholds: Vec<String>,
    /// A published index in place of groups: berlin-mss-2021, berlin-mss-2023,
    /// hamburg-sozialmonitoring.
    #[arg(long, conflicts_with = "group")]
    recipe: Option<String>,
    /// How the table is read.
    #[command(flatten)]
    reading: ReadingArgs,
    /// How the result is written.
    #[command(flatten)]
    writing: WritingArgs,
}

/// The index of one group, and why areas are left out of it.
struct Computed<'a> {
    group: &'a PlannedGroup,
    indicators: Vec<&'a Loaded>,
    index: Composite,
    excluded: Vec<Option<String>>,
}

/// Reads, asks the method, writes.
pub fn run(arguments: &CompositeArgs) -> Result<(), Problem> {
    let t = &arguments.writing.texts()?;
    let plan = Plan::of(t, arguments)?;
    let mut sheet = read(t, &arguments.table, &arguments.reading)?;
    let id = sheet.column(t, "--id", &arguments.id)?;
    let named = |flag: &str, name: &Option<String>| {
        name.as_deref().map(|it| sheet.column(t, flag, it)).transpose()
    };
    let residents = named("--population", &arguments.population)?;
    let net = named("--net-migration", &arguments.net_migration)?;
    let moves = named("--turnover", &arguments.turnover)?;
    let loaded = load(t, &mut sheet, "--indicator", &plan.indicators)?;
    let keys = sheet.unique_keys(id);
    let mut numbers = |column: Option<usize>| {
        column.map_or_else(|| vec![None; keys.len()], |it| sheet.numbers(it))
    };
    let (people, net, moves) = (numbers(residents), numbers(net), numbers(moves));
    let around = |row: usize| Circumstances {
        residents: people[row],
        net_migration: net[row],
        turnover: moves[row],
    };
    let around: Vec<Circumstances> = (0..keys.len()).map(around).collect();
    let mut small = vec![None; keys.len()];
    if let Some(column) = residents {
        small = too_small(&mut sheet, &keys, (column, &people), plan.min_population);
    }
    sheet.check(t)?;
    let mut computed = Vec::new();
    for group in &plan.groups {
        computed.push(one(t, &mut sheet, &keys, &small, group, &loaded)?);
    }
    let findings = std::mem::take(&mut sheet.findings);
    let report = Report {
        method: ("composite", 1),
        parameters: plan.parameters(arguments),
        seed: None,
        inputs: vec![sheet.file],
        findings: &findings,
    };
    let shape = shape::Shape::of(&keys, &computed, &around);
    report.write(t, &arguments.writing, &shape.whole(), &shape.groups(), || shape.rows())
}

fn one<'a>(
    t: &Texts,
    sheet: &mut Sheet,
    keys: &[String],
    small: &[Option<String>],
    group: &'a PlannedGroup,
    loaded: &'a [Loaded],
) -> Result<Computed<'a>, Problem> {
    let indicators: Vec<&Loaded> =
        loaded.iter().filter(|it| group.indicators.contains(&it.declared.name)).collect();
    let mut excluded = small.to_vec();
    missing(sheet, keys, &indicators, &mut excluded);
    let columns: Vec<_> = indicators.iter().map(|it| kept(&it.values, &excluded)).collect();
    for (it, kept) in indicators.iter().zip(&columns) {
        warn_of_equal(sheet, it, kept);
        if group.name != "dynamics" {
            warn_of_impossible(sheet, it);
        }
    }
    let parts: Vec<Indicator> = indicators
        .iter()
        .zip(&columns)
        .map(|(it, values)| Indicator {
            values,
            reversed: group.is_reversed(&it.declared.name),
            weight: group.weight(&it.declared.name),
        })
        .collect();
    match composite(&parts, &group.thresholds) {
        Ok(index) => Ok(Computed { group, indicators, index, excluded }),
        Err(CompositeError::NoArea) => {
            let finding = sheet.about(Severity::Error, "analyse-nothing-left");
            Err(sheet.fail(t, finding))
        }
        Err(other) => Err(Problem::internal(other)),
    }
}

/// The number and the words of a class, as the group is called.
fn class(group: &PlannedGroup, class: usize) -> (u32, Option<&'static str>) {
    let number = u32::try_from(class).unwrap_or(u32::MAX);
    let classes = group.thresholds.boundaries().len() + 1;
    match (group.name.as_str(), classes) {
        ("status", 4) => {
            (number + 1, ["hoch", "mittel", "niedrig", "sehr niedrig"].get(class).copied())
        }
        ("dynamics", 3) => (2 * number + 1, ["positiv", "stabil", "negativ"].get(class).copied()),
        _ => (number + 1, None),
    }
}

/// The boundaries that a group has unless others are given.
fn default_thresholds(group: &str) -> Thresholds {
    if group == "dynamics" { Thresholds::DYNAMICS } else { Thresholds::STATUS }
}
