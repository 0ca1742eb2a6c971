use serde::{Deserialize, Serialize};

/// What is known about a kind of file: how to recognise it and what its columns mean.
///
/// Built-in profiles are TOML files in `profiles/`; those that a person makes by mapping
/// columns on a page are stored in the same shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// Its name in addresses and on the command line: `berlin-ewr-t1`.
    pub id: String,
    /// What a person calls it.
    pub title: String,
    /// Which files are of this kind.
    pub recognise: Recognise,
    /// Where the figures come from.
    pub source: Source,
    /// Whether one row is one area unit (wide) or one figure (long).
    #[serde(default)]
    pub layout: Layout,
    /// The column with the key of the area unit.
    pub area: AreaKey,
    /// The period of all rows, or the column that has it.
    pub period: PeriodRule,
    /// The columns with figures.
    pub columns: Vec<ColumnRule>,
    /// How cells without a number are written, and what each means.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// Sums that must hold in every row.
    #[serde(default)]
    pub sums: Vec<SumRule>,
    /// Rows that are no area unit: sums, means, other cities.
    #[serde(default)]
    pub set_aside: Vec<RowRule>,
}

/// By what a file of this kind is recognised. Everything that is given must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Recognise {
    /// Column names that must be there.
    pub columns: Vec<String>,
    /// A part of the file's name, `*` for anything.
    pub file_name: Option<String>,
}

/// Where figures come from, and on which terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Source {
    /// The office or publisher.
    pub publisher: String,
    /// The licence, as its short name: `CC BY 3.0 DE`.
    pub licence: String,
    /// Which people are counted: `Hauptwohnung`, `wohnberechtigt`.
    pub population_concept: String,
    /// How the office protected them; without it the figures count as unprotected.
    pub protection: Option<Protection>,
    /// The official address, where there is one.
    pub address: Option<String>,
}

/// A rule that the office applied before the file came here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Protection {
    /// The rule in the office's words.
    pub rule: String,
    /// The office.
    pub office: String,
}

/// One row an area unit, or one row a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// One row an area unit.
    #[default]
    Wide,
    /// One row a figure: the named columns say which.
    Long,
}

/// The column with the key of the area unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AreaKey {
    /// The column's name.
    pub column: String,
    /// Whether it holds keys or names.
    #[serde(default)]
    pub by: KeyKind,
    /// Keys are filled with zeros on the left up to this length.
    pub pad: Option<usize>,
}

/// What the key column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyKind {
    /// Keys.
    #[default]
    Code,
    /// Names, compared without case, spaces, hyphens and what stands behind a slash.
    Name,
    /// Keys of grid cells of the Zensus.
    GridCell,
}

/// Where the period of a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum PeriodRule {
    /// All rows are of this period.
    Fixed(String),
    /// In a column, written `2015h1`, `20151231`, `31.12.2015`, `2015-12-31` or `2015`.
    Column(String),
    /// In the name of the file: `{year}` and `{half}` stand for its parts.
    FileName(String),
    /// The person says it when bringing the file.
    Asked,
}

/// What one column holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ColumnRule {
    /// The column's name in the file.
    pub column: String,
    /// The code of the indicator.
    pub indicator: String,
    /// A count of persons or things, or something else.
    #[serde(default)]
    pub kind: Kind,
    /// Up to this period the column holds another indicator than its name says.
    pub until: Option<WrongName>,
}

/// A column whose name is wrong up to a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WrongName {
    /// The last period with the wrong name.
    pub period: String,
    /// The indicator that it really holds until then.
    pub indicator: String,
}

/// What a figure counts or measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Whole persons or things.
    #[default]
    Count,
    /// A share in percent.
    Percent,
    /// A mean or another measure.
    Measure,
    /// A class or a code.
    Class,
}

/// How a cell without a number is written, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Mark {
    /// The text of the cell; empty for an empty cell.
    pub text: String,
    /// What it means.
    pub means: Meaning,
    /// For a suppressed count: from and to, both included, as the office states.
    pub interval: Option<(u64, u64)>,
}

/// What a mark means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// Exactly nobody, or nothing.
    Zero,
    /// Known to the office, and not shown.
    Suppressed,
    /// Not collected or unknown.
    Missing,
}

/// A sum that must hold in every row that has all its cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SumRule {
    /// The column with the sum.
    pub whole: String,
    /// Its parts.
    pub parts: Vec<String>,
    /// By how much it may be off.
    #[serde(default)]
    pub tolerance: u64,
}

/// Rows that are no area unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RowRule {
    /// The column to look at.
    pub column: String,
    /// What it holds in such rows; `*` for anything.
    pub equals: String,
    /// Whether such rows are the ones to keep instead, and all others are set aside.
    #[serde(default)]
    pub keep: bool,
}
