//! `ankunft analyse arrival`

use std::path::PathBuf;

use ankunft_arrival::{Dimension, Identification, Method, Noise, Settings, Vary, identify};
use ankunft_formats::Severity;
use ankunft_platform::languages::Texts;
use clap::Args;

use super::input::{Sheet, read, wrong};
use super::output::Report;
use super::panel::{Columns, Loaded};
use super::{ReadingArgs, WritingArgs};
use crate::console::Problem;

mod shape;

/// `ankunft analyse arrival`
#[derive(Debug, Args)]
pub struct ArrivalArgs {
    /// The panel: one row an area and period.
    #[arg(long)]
    panel: PathBuf,
    /// Which columns are what.
    #[command(flatten)]
    columns: Columns,
    /// Areas with fewer residents are left out, period by period.
    #[arg(long, default_value_t = 300.0)]
    min_population: f64,
    /// The methods that are asked: conjunctive, zsum, points.
    #[arg(long, value_delimiter = ',', default_value = "conjunctive,zsum,points")]
    methods: Vec<String>,
    /// Over how many years flows are averaged.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    window: u32,
    /// The least z of each dimension for the method conjunctive.
    #[arg(long, default_value_t = 0.5, allow_negative_numbers = true)]
    threshold_sd: f64,
    /// The error that is already in the data: none, cell-key:D,V, round:5, round:10.
    #[arg(long, default_value = "none")]
    noise: String,
    /// How often the data are drawn anew within their noise.
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    draws: u32,
    /// The seed of the draws.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Which of our choices are varied: thresholds, weights, window.
    #[arg(long, value_delimiter = ',', default_value = "thresholds,weights,window")]
    vary: Vec<String>,
    /// Reports every period, not the last alone.
    #[arg(long)]
    all_periods: bool,
    /// How many threads draw; their number changes nothing in the result.
    #[arg(long)]
    threads: Option<usize>,
    /// How the panel is read.
    #[command(flatten)]
    reading: ReadingArgs,
    /// How the result is written.
    #[command(flatten)]
    writing: WritingArgs,
}

/// Reads, asks the method, writes.
pub fn run(arguments: &ArrivalArgs) -> Result<(), Problem> {
    let t = &arguments.writing.texts()?;
    let settings = settings(t, arguments)?;
    let wanted = arguments.columns.measures(t)?;
    let mut sheet = read(t, &arguments.panel, &arguments.reading)?;
    let loaded = arguments.columns.load(t, &mut sheet, &wanted, settings.noise)?;
    sheet.check(t)?;
    let found = identify(&loaded.panel, &settings).map_err(Problem::internal)?;
    if found.areas.iter().all(|it| it.standing.is_err()) && loaded.panel.areas.len() > 1 {
        let any =
            loaded.panel.measures.iter().flat_map(|it| &it.series).flatten().any(Option::is_some);
        if !any {
            let finding = sheet.about(Severity::Error, "analyse-nothing-left");
            return Err(sheet.fail(t, finding));
        }
    }
    tell(&mut sheet, &loaded, &found, arguments);
    let findings = std::mem::take(&mut sheet.findings);
    let report = Report {
        method: ("arrival", 1),
        parameters: shape::parameters(arguments, &settings, &wanted),
        seed: Some(settings.seed),
        inputs: vec![sheet.file],
        findings: &findings,
    };
    let whole = shape::Whole::of(&found);
    report.write(t, &arguments.writing, &whole, &whole.aside(), || shape::rows(&found, &settings))
}

fn settings(t: &Texts, arguments: &ArrivalArgs) -> Result<Settings, Problem> {
    let available = || std::thread::available_parallelism().map_or(1, usize::from);
    Ok(Settings {
        methods: some_of(t, "--methods", &arguments.methods, &Method::ALL, Method::code)?,
        min_population: arguments.min_population,
        window_years: arguments.window,
        threshold_sd: arguments.threshold_sd,
        noise: noise(t, &arguments.noise)?,
        draws: arguments.draws,
        seed: arguments.seed,
        vary: some_of(t, "--vary", &arguments.vary, &Vary::ALL, Vary::code)?,
        all_periods: arguments.all_periods,
        threads: arguments.threads.unwrap_or_else(available),
    })
}

/// Those of all that are named, in the order of all.
fn some_of<T: Copy>(
    t: &Texts,
    flag: &str,
    named: &[String],
    all: &[T],
    code: fn(T) -> &'static str,
) -> Result<Vec<T>, Problem> {
    let known = |name: &String| all.iter().any(|it| code(*it) == name);
    if let Some(text) = named.iter().find(|it| !known(it)) {
        let codes: Vec<&str> = all.iter().map(|it| code(*it)).collect();
        let args = [("flag", flag), ("text", text), ("known", &codes.join(", "))];
        return Err(wrong(t, "analyse-one-of", &args));
    }
    Ok(all.iter().copied().filter(|it| named.iter().any(|name| name == code(*it))).collect())
}

fn noise(t: &Texts, text: &str) -> Result<Noise, Problem> {
    let rule = match text.split_once(':') {
        None if text == "none" => Some(Noise::NONE),
        Some(("round", base)) => base.parse().ok().and_then(Noise::rounded),
        Some(("cell-key", rest)) => rest.split_once(',').and_then(|(reach, variance)| {
            Noise::cell_key(reach.parse().ok()?, variance.parse().ok()?)
        }),
        _ => None,
    };
    rule.ok_or_else(|| wrong(t, "analyse-noise-unknown", &[("text", text)]))
}

/// Says what the method left out and why.
fn tell(sheet: &mut Sheet, loaded: &Loaded, found: &Identification, arguments: &ArrivalArgs) {
    for [before, after] in &found.gaps {
        let finding = sheet.about(Severity::Warning, "analyse-period-gap");
        sheet.findings.push(finding.arg("before", before).arg("after", after));
    }
    for (period, dimension) in &found.equal {
        let finding = sheet.about(Severity::Warning, "analyse-dimension-equal");
        let finding = finding.arg("dimension", dimension.code()).arg("period", period);
        sheet.findings.push(finding);
    }
    for dimension in Dimension::ALL {
        let Some(it) = loaded.panel.measures.iter().find(|it| it.dimension == dimension) else {
            continue;
        };
        if it.series.iter().flatten().all(Option::is_none) {
            let finding = sheet.about(Severity::Warning, "analyse-dimension-empty");
            sheet.findings.push(finding.arg("dimension", dimension.code()));
        }
    }
    if loaded.panel.areas.len() == 1 {
        sheet.findings.push(sheet.about(Severity::Warning, "analyse-one-area"));
    }
    for area in &found.areas {
        let Err(reason) = &area.standing else { continue };
        let line = loaded.line(&area.id, &area.period);
        let mut finding = sheet.about(Severity::Note, "analyse-area-left-out");
        finding.line = line;
        let finding = finding.arg("key", &area.id).arg("period", &area.period);
        let finding = finding.arg("reason", reason.code().split(':').next().unwrap_or(""));
        let finding = finding.arg("detail", reason.code().split_once(':').map_or("", |it| it.1));
        sheet.findings.push(finding.arg("minimum", arguments.min_population));
    }
}
