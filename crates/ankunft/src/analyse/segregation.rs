//! `ankunft analyse segregation`

use std::path::PathBuf;

use ankunft_formats::Severity;
use ankunft_platform::languages::Texts;
use ankunft_segregation::{
    ExposureCounts, Groups, SegregationError, UnitCounts, dissimilarity, eta_squared, exposure,
    gini,
};
use clap::Args;
use serde::Serialize;

use super::input::{Sheet, read, wrong};
use super::output::{Report, Rows, field};
use super::{ReadingArgs, WritingArgs};
use crate::console::Problem;

/// `ankunft analyse segregation`
#[derive(Debug, Args)]
pub struct SegregationArgs {
    /// The table: one row an area, counts of groups.
    #[arg(long)]
    table: PathBuf,
    /// The column with the key of the area.
    #[arg(long, default_value = "id")]
    id: String,
    /// The columns with the counts of groups that share no person.
    #[arg(long, value_delimiter = ',', required = true)]
    groups: Vec<String>,
    /// The column with all residents; the sum of the groups if it is left out.
    #[arg(long)]
    total: Option<String>,
    /// The group that the others are compared with; all others if it is left out.
    #[arg(long)]
    reference: Option<String>,
    /// Adds the location quotient of each area and group.
    #[arg(long)]
    local: bool,
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
    groups: &'a [String],
    total: Option<&'a str>,
    reference: Option<&'a str>,
}

#[derive(Serialize)]
struct Outcome<'a> {
    n: usize,
    indices: Vec<Index<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<Vec<Local<'a>>>,
}

#[derive(Serialize)]
struct Aside<'a> {
    n: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<&'a [Local<'a>]>,
}

#[derive(Serialize)]
struct Index<'a> {
    index: &'static str,
    definition: &'static str,
    group: Option<&'a str>,
    reference: Option<&'a str>,
    value: Option<f64>,
    expected: Option<f64>,
    p: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct Local<'a> {
    id: &'a str,
    index: &'static str,
    group: &'a str,
    value: Option<f64>,
}

const DISSIMILARITY: &str = "1/2 sum |g_i/G - r_i/R|";
const GINI: &str = "sum over pairs |g_i r_j - g_j r_i| / (G R)";
const ENTROPY: &str = "sum t_i (E - E_i) / (T E), group and reference alone";
const ISOLATION: &str = "sum (g_i/G) (g_i/t_i)";
const INTERACTION: &str = "sum (g_i/G) (r_i/t_i)";
const ETA: &str = "(isolation - P) / (1 - P), P = G/T";

/// Counts of people, by group and area.
struct City {
    keys: Vec<String>,
    groups: Vec<Vec<u32>>,
    totals: Vec<u32>,
}

/// Reads, asks the method, writes.
pub fn run(arguments: &SegregationArgs) -> Result<(), Problem> {
    let t = &arguments.writing.texts()?;
    if let Some(name) = arguments.reference.as_ref().filter(|it| !arguments.groups.contains(it)) {
        return Err(wrong(t, "analyse-reference-unknown", &[("name", name)]));
    }
    let mut sheet = read(t, &arguments.table, &arguments.reading)?;
    let city = load(t, &mut sheet, arguments)?;
    sheet.check(t)?;
    let mut indices = Vec::new();
    for (at, group) in arguments.groups.iter().enumerate() {
        if arguments.reference.as_ref() != Some(group) {
            let ours = of_group(&city, arguments, at);
            if ours.iter().any(|it| it.value.is_none()) {
                let finding = sheet.about(Severity::Warning, "analyse-index-undefined");
                sheet.findings.push(finding.arg("group", group));
            }
            indices.extend(ours);
        }
    }
    if city.groups.len() > 1 {
        indices.extend(of_all(&city));
    }
    let local = arguments.local.then(|| local(&city, arguments));
    let outcome = Outcome { n: city.keys.len(), indices, local };
    write(t, arguments, sheet, &outcome)
}

fn load(t: &Texts, sheet: &mut Sheet, arguments: &SegregationArgs) -> Result<City, Problem> {
    let id = sheet.column(t, "--id", &arguments.id)?;
    let columns: Vec<usize> = arguments
        .groups
        .iter()
        .map(|it| sheet.column(t, "--groups", it))
        .collect::<Result<_, _>>()?;
    let total = arguments.total.as_deref();
    let total = total.map(|it| sheet.column(t, "--total", it)).transpose()?;
    let keys = sheet.unique_keys(id);
    let groups: Vec<Vec<u32>> = columns.iter().map(|it| counts(sheet, *it)).collect();
    let sums: Vec<u64> =
        (0..keys.len()).map(|row| groups.iter().map(|it| u64::from(it[row])).sum()).collect();
    let totals: Vec<u32> = match total {
        Some(column) => counts(sheet, column),
        None => sums.iter().map(|it| u32::try_from(*it).unwrap_or(u32::MAX)).collect(),
    };
    for (row, sum) in sums.iter().enumerate() {
        if *sum > u64::from(totals[row]) {
            let column = total.unwrap_or(columns[0]);
            let finding =
                sheet.at(Severity::Error, "analyse-groups-above-total", sheet.line(row), column);
            let finding = finding.arg("key", &keys[row]).arg("sum", sum);
            sheet.findings.push(finding.arg("total", totals[row]));
        }
    }
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    let sorted = |it: &[u32]| order.iter().map(|at| it[*at]).collect::<Vec<_>>();
    Ok(City {
        keys: order.iter().map(|at| keys[*at].clone()).collect(),
        groups: groups.iter().map(|it| sorted(it)).collect(),
        totals: sorted(&totals),
    })
}

/// The whole numbers of a column. An empty cell is nobody's count, and an error.
fn counts(sheet: &mut Sheet, column: usize) -> Vec<u32> {
    let numbers = sheet.numbers(column);
    let mut counts = Vec::with_capacity(numbers.len());
    for (row, number) in numbers.into_iter().enumerate() {
        let text = sheet.table.row(row).map_or("", |it| it.field(column)).to_owned();
        let fine =
            number.filter(|it| it.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(it));
        if fine.is_none() && (number.is_some() || text.is_empty()) {
            let finding =
                sheet.at(Severity::Error, "analyse-count-expected", sheet.line(row), column);
            sheet.findings.push(finding.arg("text", text));
        }
        counts.push(fine.unwrap_or(0.0) as u32);
    }
    counts
}

/// The indices of one group against the reference, or all others.
fn of_group<'a>(city: &City, arguments: &'a SegregationArgs, at: usize) -> Vec<Index<'a>> {
    let named = arguments.reference.as_deref();
    let against = named.and_then(|name| arguments.groups.iter().position(|it| it == name));
    let group = &city.groups[at];
    let reference: Vec<u32> = match against {
        Some(against) => city.groups[against].clone(),
        None => city.totals.iter().zip(group).map(|(all, it)| all - it).collect(),
    };
    let sides = group.iter().zip(&reference);
    let units: Vec<_> = sides.map(|(&group, &reference)| UnitCounts { group, reference }).collect();
    let meets = |others: &[u32]| -> Vec<_> {
        let each = group.iter().zip(others).zip(&city.totals);
        each.map(|((&group, &other), &total)| ExposureCounts { group, other, total }).collect()
    };
    let entropy = Groups::new(&[group, &reference]).map(|it| it.entropy_h());
    let label = Some(named.unwrap_or("rest"));
    let index = |index, definition, reference, value: Result<f64, SegregationError>| Index {
        group: Some(arguments.groups[at].as_str()),
        reference,
        ..Index::of(index, definition, value.ok())
    };
    vec![
        index("dissimilarity", DISSIMILARITY, label, dissimilarity(&units)),
        index("gini", GINI, label, gini(&units)),
        index("entropy_h", ENTROPY, label, entropy),
        index("isolation", ISOLATION, None, exposure(&meets(group))),
        index("interaction", INTERACTION, label, exposure(&meets(&reference))),
        index("eta_squared", ETA, None, eta_squared(&meets(group))),
    ]
}

/// The indices over all groups.
fn of_all<'a>(city: &City) -> Vec<Index<'a>> {
    let counts: Vec<&[u32]> = city.groups.iter().map(Vec::as_slice).collect();
    let groups = Groups::new(&counts).ok();
    let of = |value: fn(&Groups) -> f64| groups.as_ref().map(value);
    vec![
        Index::of(
            "multi_dissimilarity",
            "sum t_i |p_ig - P_g| / (2 T I), I = sum P_g (1 - P_g)",
            of(Groups::dissimilarity),
        ),
        Index::of("multi_gini", "sum t_i t_j |p_ig - p_jg| / (2 T^2 I)", of(Groups::gini)),
        Index::of("multi_entropy_h", "sum t_i (E - E_i) / (T E)", of(Groups::entropy_h)),
        Index::of(
            "multi_normalized_exposure",
            "sum t_i (p_ig - P_g)^2 / (T (1 - P_g))",
            of(Groups::normalized_exposure),
        ),
        Index::of(
            "multi_relative_diversity",
            "sum t_i (p_ig - P_g)^2 / (T I)",
            of(Groups::relative_diversity),
        ),
        Index::of(
            "multi_squared_variation",
            "sum t_i (p_ig - P_g)^2 / (T (K - 1) P_g)",
            of(Groups::squared_variation),
        ),
    ]
}

impl Index<'_> {
    fn of(index: &'static str, definition: &'static str, value: Option<f64>) -> Self {
        Self {
            index,
            definition,
            group: None,
            reference: None,
            value,
            expected: None,
            p: None,
            low: None,
            high: None,
        }
    }
}

/// The location quotients: the group's share of an area over its share of the city.
fn local<'a>(city: &'a City, arguments: &'a SegregationArgs) -> Vec<Local<'a>> {
    let sum = |it: &[u32]| it.iter().map(|it| f64::from(*it)).sum::<f64>();
    let all = sum(&city.totals);
    let mut found = Vec::new();
    for (row, id) in city.keys.iter().enumerate() {
        for (group, counts) in arguments.groups.iter().zip(&city.groups) {
            let (here, residents) = (f64::from(counts[row]), f64::from(city.totals[row]));
            let value = here / residents / (sum(counts) / all);
            let value = Some(value).filter(|it| it.is_finite());
            found.push(Local { id, index: "location_quotient", group, value });
        }
    }
    found
}

fn write(
    t: &Texts,
    arguments: &SegregationArgs,
    sheet: Sheet,
    outcome: &Outcome<'_>,
) -> Result<(), Problem> {
    let report = Report {
        method: ("segregation", 1),
        parameters: Parameters {
            id: &arguments.id,
            groups: &arguments.groups,
            total: arguments.total.as_deref(),
            reference: arguments.reference.as_deref(),
        },
        seed: None,
        inputs: vec![sheet.file],
        findings: &sheet.findings,
    };
    let aside = Aside { n: outcome.n, local: outcome.local.as_deref() };
    report.write(t, &arguments.writing, outcome, &aside, || {
        let header =
            ["index", "definition", "group", "reference", "value", "expected", "p", "low", "high"];
        let row = |it: &Index<'_>| {
            let mut row = vec![it.index.to_owned(), it.definition.to_owned()];
            row.extend([field(it.group), field(it.reference), field(it.value)]);
            row.extend([field(it.expected), field(it.p), field(it.low), field(it.high)]);
            row
        };
        Rows {
            header: header.map(str::to_owned).to_vec(),
            rows: outcome.indices.iter().map(row).collect(),
        }
    })
}
