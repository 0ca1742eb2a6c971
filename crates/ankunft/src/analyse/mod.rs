//! `ankunft analyse`: the methods on plain files, without server or database.
//!
//! Each command reads a table, asks a method, and writes what it says: no command computes.

mod arrival;
mod composite;
mod indicators;
mod input;
pub mod output;
mod panel;
mod points;
mod segregation;

use std::path::PathBuf;

use ankunft_platform::languages::Texts;
use clap::{Args, Subcommand, ValueEnum};

use crate::console::{self, Problem};

/// What is computed.
#[derive(Debug, Subcommand)]
pub enum AnalyseCommand {
    /// An index of several indicators, as Berlin's and Hamburg's monitoring compute it.
    Composite(Box<composite::CompositeArgs>),
    /// Quantile points of several indicators and their sum.
    Points(Box<points::PointsArgs>),
    /// Which areas are arrival quarters, how sure that is, and since when.
    Arrival(Box<arrival::ArrivalArgs>),
    /// How unevenly groups live.
    Segregation(Box<segregation::SegregationArgs>),
}

/// How a table is read. What is not given is recognised.
#[derive(Debug, Args)]
pub struct ReadingArgs {
    /// The sign between fields.
    #[arg(long)]
    delimiter: Option<char>,
    /// The decimal sign.
    #[arg(long)]
    decimal: Option<char>,
    /// The encoding: utf-8, windows-1252, utf-16le, utf-16be.
    #[arg(long)]
    encoding: Option<String>,
    /// The sheet of a workbook.
    #[arg(long)]
    sheet: Option<String>,
}

/// How the result is written.
#[derive(Debug, Args)]
pub struct WritingArgs {
    /// The file of the result; standard output if it is left out.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The format; by the ending of the file if it is left out.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Names the time of day in the provenance. Without it two runs give the same bytes.
    #[arg(long)]
    timestamp: bool,
    /// The language of findings.
    #[arg(long, default_value = "de")]
    language: String,
}

/// The format of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One object, its provenance first.
    Json,
    /// A table, its provenance in `FILE.meta.json` beside it.
    Csv,
}

/// Does what the arguments ask for.
pub fn run(command: &AnalyseCommand) -> Result<(), Problem> {
    match command {
        AnalyseCommand::Composite(arguments) => composite::run(arguments),
        AnalyseCommand::Points(arguments) => points::run(arguments),
        AnalyseCommand::Arrival(arguments) => arrival::run(arguments),
        AnalyseCommand::Segregation(arguments) => segregation::run(arguments),
    }
}

impl WritingArgs {
    fn texts(&self) -> Result<Texts, Problem> {
        console::texts(&self.language)
    }
}
