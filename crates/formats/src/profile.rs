use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::grid::Uncertainty;

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
    /// Rows that hold the whole: their cells become [`Series::total`](crate::Series::total).
    #[serde(default)]
    pub whole: Vec<RowRule>,
    /// Columns that are known and not imported; `*` for anything.
    #[serde(default)]
    pub ignore: Vec<String>,
    /// Columns with shares that the file repeats beside its counts.
    pub shares: Option<ShareRule>,
    /// The column that marks figures of limited reliability.
    pub flag: Option<FlagRule>,
    /// Rows whose key is a sum over a group of keys.
    pub sum_rows: Option<SumRows>,
    /// Counts that the office never shows.
    #[serde(default)]
    pub never: Vec<u64>,
    /// For tables of grid cells: how sure cells are, and what is weighed by what.
    pub grid: Option<GridRule>,
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

/// What is to be known to bring grid cells to area units.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GridRule {
    /// What is assumed about how far cells are from the truth. Offices keep the numbers of
    /// their noise secret, so this is an assumption, and is told as one.
    pub noise: Uncertainty,
    /// Shares and means, each with the count by whose cells it is weighed.
    #[serde(default)]
    pub weighed_by: BTreeMap<String, String>,
    /// The file that has this count, if it is another one.
    pub weights_file: Option<String>,
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
    /// Keys are filled with zeros on the left up to this length; without it, up to the
    /// length of the keys of the area version, if all have the same.
    pub pad: Option<usize>,
    /// The column with the name beside the key, to guess what a wrong key means.
    pub name: Option<String>,
    /// The column that says which area version a row belongs to, where a file has several.
    /// Rows of another version than the one it is joined with are set aside.
    pub version: Option<String>,
}

/// What the key column holds.
///
/// Names are compared without case, umlauts, hyphens and spaces, and by the part before a
/// slash where the whole does not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyKind {
    /// Keys.
    #[default]
    Code,
    /// Names.
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
    /// In a column, written `2015h1`, `20151231`, `31.12.2015`, `2015-12-31`, `201512`,
    /// `12.2015` or `2015`.
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
    /// In a long table: which rows belong to the indicator. Rows of one area unit and
    /// period that all fit are summed up.
    #[serde(default)]
    pub when: Vec<When>,
}

/// A condition on a row of a long table. Everything that is given must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct When {
    /// The column to look at.
    pub column: String,
    /// The texts that fit, compared without case.
    #[serde(default)]
    pub equals: Vec<String>,
    /// Ages from and to, both included: age groups within fit, however they are worded.
    pub ages: Option<(u32, u32)>,
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
    /// Whether the parts are only some of all parts: they may be less than the whole.
    #[serde(default)]
    pub at_most: bool,
}

/// Shares in percent that a file repeats beside its counts. They are not imported, and
/// checked: a share that does not fit shows that one of the two was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ShareRule {
    /// What the name of the column with the share has behind the name of the count.
    pub suffix: String,
    /// The column with the whole.
    pub whole: String,
}

/// The column that says which figures of a row are of limited reliability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FlagRule {
    /// The column's name.
    pub column: String,
    /// What it holds for such rows: `KLAMMERN`.
    pub text: String,
}

/// Rows whose key ends in a marker are sums: of `123SUMSUM` all keys that begin with `123`.
///
/// They are no area units. They are checked against their parts, suppressed parts counted
/// with the interval that their mark states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SumRows {
    /// The marker at the end of the key: `SUM`.
    pub marker: String,
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
    /// Why they are no area unit.
    #[serde(default)]
    pub reason: Reason,
}

/// Why a row is no area unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It is a sum over area units.
    #[default]
    Sum,
    /// It is a mean over area units.
    Mean,
    /// It belongs to another city.
    OtherPlace,
    /// Its cases could not be given to an area unit.
    NotLocated,
    /// It is a remark.
    Remark,
    /// It belongs to another area version.
    OtherVersion,
}

impl Reason {
    /// The word that texts select by: `other-place`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::OtherPlace => "other-place",
            Self::NotLocated => "not-located",
            Self::Remark => "remark",
            Self::OtherVersion => "other-version",
        }
    }
}
