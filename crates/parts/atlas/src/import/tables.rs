//! Tables: bytes to observations, and observations to a dataset version.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{Base, Column, Declaration, Nutzung, ReleaseKey};
use ankunft_formats::grid::{Basis, Method, Uncertainty};
use ankunft_formats::table::{self, ReadOptions, Reading};
use ankunft_formats::{Finding, Observations, Period, Profile, RawTable, Series, Severity, Target};
use ankunft_platform::datasets::{
    self, AcceptError, Accepted, NewColumn, NewVersion, Protection, Rounded,
};
use ankunft_platform::indicators::{self, Definition};
use ankunft_platform::store::Change;
use ankunft_platform::tenant::Tenant;

use super::meaning::{definition, own_name};
use super::{Known, KnownVersion, cells, is_acceptable, whole};

/// How many rows of a file a person is shown.
const PREVIEW: usize = 6;

/// What a person says about a file beside its bytes.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// How to read it, where that is not recognised.
    pub reading: ReadOptions,
    /// The profile by its id, or one made by mapping columns.
    pub profile: Option<Chosen>,
    /// The period, where the file does not say it.
    pub period: Option<Period>,
    /// The number of the area version in the database, where it is not recognised.
    pub area_version: Option<i64>,
    /// How grid cells are given to area units.
    pub method: Method,
    /// What is assumed about the noise of grid cells, in place of what the profile says.
    pub noise: Option<(f64, f64)>,
    /// Name and bytes of the file with the cells by which shares are weighed.
    pub weights: Option<(String, Vec<u8>)>,
}

/// A profile that somebody chose.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// One that is known, by its id.
    Known(String),
    /// One that was just made.
    Made(Box<Profile>),
}

/// A table as it would be accepted, with everything that was found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// By which profile it was read; none if the file is no table.
    pub profile: Option<Profile>,
    /// Whether the profile was recognised or chosen, or is only a proposal.
    pub is_known: bool,
    /// The area units it was joined with.
    pub version: Option<KnownVersion>,
    /// What it says.
    pub observations: Option<Observations>,
    /// How its bytes were read.
    pub reading: Option<Reading>,
    /// Its header and first rows.
    pub preview: Vec<Vec<String>>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// How the bands of figures from grid cells came about; none for other tables.
    pub basis: Option<Basis>,
    /// Whether the table speaks of the city as a whole only, and of none of its units.
    pub is_whole: bool,
}

impl Checked {
    pub(super) fn nothing() -> Self {
        Self {
            profile: None,
            is_known: false,
            version: None,
            observations: None,
            reading: None,
            preview: Vec::new(),
            findings: Vec::new(),
            basis: None,
            is_whole: false,
        }
    }

    pub(super) fn show(&mut self, table: &RawTable) {
        self.reading = Some(table.reading().clone());
        self.preview.push(table.header().to_vec());
        let first = table.rows().take(PREVIEW);
        self.preview.extend(first.map(|row| row.fields().map(str::to_owned).collect()));
    }

    /// Whether it may be accepted.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        let says_something =
            |it: &Observations| !it.series.is_empty() && (it.rows.joined > 0 || self.is_whole);
        is_acceptable(&self.findings) && self.observations.as_ref().is_some_and(says_something)
    }
}

/// Reads a table and joins it with the city's area units. Pure; seconds for large files.
#[must_use]
pub fn check(bytes: &[u8], file_name: &str, answers: &Answers, known: &Known) -> Checked {
    check_watched(bytes, file_name, answers, known, &|_| {})
}

/// As [`check`]; `watch` is told, now and then, which share of the file has been read.
///
/// A table of grid cells is brought to the area units of the city ([`cells`]).
#[must_use]
pub fn check_watched(
    bytes: &[u8],
    file_name: &str,
    answers: &Answers,
    known: &Known,
    watch: &dyn Fn(f64),
) -> Checked {
    let sources = cells::sources(bytes, file_name, &answers.reading);
    if !sources.is_empty() {
        return cells::check((bytes, file_name), &sources, answers, known, watch);
    }
    let mut checked = Checked::nothing();
    let mut keep = |_: &RawTable, _: table::Row<'_>, done: f64| {
        watch(done);
        true
    };
    let table = match table::read_watched(bytes, file_name, &answers.reading, &mut keep) {
        Ok((table, findings)) => {
            checked.findings = findings;
            table
        }
        Err(findings) => {
            checked.findings = findings;
            return checked;
        }
    };
    checked.show(&table);
    join(&table, file_name, answers, known, &mut checked);
    checked
}

/// The profile that was chosen, or that is recognised.
pub(super) fn profile_of(
    table: &RawTable,
    file_name: &str,
    answers: &Answers,
    known: &Known,
) -> Option<Profile> {
    chosen(&answers.profile, known).or_else(|| {
        // What the city itself has said comes before what the program knows.
        [&known.profiles[..], ankunft_formats::built_in_profiles()]
            .into_iter()
            .find_map(|profiles| ankunft_formats::recognise(table, file_name, profiles).cloned())
    })
}

/// Joins a table with the area units that it is about.
fn join(
    table: &RawTable,
    file_name: &str,
    answers: &Answers,
    known: &Known,
    checked: &mut Checked,
) {
    let indices: Vec<_> = known.versions.iter().map(|it| &*it.index).collect();
    let profile = profile_of(table, file_name, answers, known);
    checked.is_known = profile.is_some();
    let profile = profile.unwrap_or_else(|| ankunft_formats::suggest(table, file_name, &indices));
    if known.versions.is_empty() {
        checked.findings.push(Finding::new(Severity::Error, file_name, "no-area-version"));
        checked.profile = Some(profile);
        return;
    }
    let at =
        version_for(answers, known, || ankunft_formats::best_version(table, &profile, &indices));
    let observed_over = |at: usize| {
        let others = indices.iter().enumerate().filter(|(it, _)| *it != at);
        let others: Vec<_> = others.map(|(_, it)| *it).collect();
        let mut target = Target::of(indices[at]);
        target.others = &others;
        target.period.clone_from(&answers.period);
        ankunft_formats::observe(table, &profile, &target)
    };
    let mut at = at;
    let (mut observations, mut findings) = observed_over(at);
    let named = answers.area_version.is_some();
    if let Some(other) = valid_instead(known, at, &observations).filter(|_| !named) {
        let (again, more) = observed_over(other);
        // A key that a reform has ended is a finding, no reason to stay with its borders.
        if 4 * again.rows.joined >= 3 * observations.rows.joined {
            (at, observations, findings) = (other, again, more);
        }
    }
    checked.findings.extend(findings);
    checked.version = Some(known.versions[at].clone());
    checked.profile = Some(profile);
    checked.observations = match whole::only(&observations) {
        Some(of_city) if is_acceptable(&checked.findings) => {
            checked.findings.push(Finding::new(Severity::Note, file_name, "table-of-whole-city"));
            checked.is_whole = true;
            checked.version = None;
            Some(of_city)
        }
        _ => Some(observations),
    };
}

/// The version of the same geography that is valid when the newest figures are of, if the one at
/// hand is not. Keys stay from version to version more often than borders do.
fn valid_instead(known: &Known, at: usize, observations: &Observations) -> Option<usize> {
    let day = observations.series.iter().map(|it| it.period.last_day()).max()?.to_string();
    let is_valid = |it: &KnownVersion| {
        it.version.valid_from <= day && it.version.valid_to.as_ref().is_none_or(|last| *last >= day)
    };
    let here = &known.versions[at];
    let fits = |it: &KnownVersion| it.geography.id == here.geography.id && is_valid(it);
    if is_valid(here) { None } else { known.versions.iter().position(fits) }
}

fn chosen(chosen: &Option<Chosen>, known: &Known) -> Option<Profile> {
    match chosen.as_ref()? {
        Chosen::Made(profile) => Some((**profile).clone()),
        Chosen::Known(id) => {
            let mut all = known.profiles.iter().chain(ankunft_formats::built_in_profiles());
            all.find(|it| it.id == *id).cloned()
        }
    }
}

impl Answers {
    /// What is assumed about the noise of cells, with what the profile says about the rest.
    pub(super) fn uncertainty(&self, profile: &Profile) -> Option<Uncertainty> {
        let (greatest_noise, noise_variance) = self.noise?;
        let stated = profile.grid.as_ref().map_or(Uncertainty::NONE, |it| it.noise);
        Some(Uncertainty { greatest_noise, noise_variance, ..stated })
    }
}

/// The area version that was named, else the one that knows most keys, else the newest.
fn version_for(answers: &Answers, known: &Known, best: impl FnOnce() -> Option<usize>) -> usize {
    let named = answers
        .area_version
        .and_then(|id| known.versions.iter().position(|it| it.version.id == id));
    named.or_else(best).unwrap_or_else(|| {
        let newest = known.versions.iter().enumerate().max_by_key(|(_, it)| &it.version.valid_from);
        newest.map_or(0, |(at, _)| at)
    })
}

/// How a checked table is accepted: what the profile says, or the person has set.
#[derive(Clone, Debug)]
pub struct Terms {
    /// What a person calls the dataset.
    pub title: String,
    /// How it is protected.
    pub protection: Protection,
    /// The circle its figures are for.
    pub nutzung: Nutzung,
    /// For unprotected figures: release the counts at once, rounded to this.
    pub round: Option<Base>,
}

impl Terms {
    /// The terms that follow from a profile: what an office has protected and published under a
    /// licence is for everybody, everything else for the statistics office alone.
    #[must_use]
    pub fn of(profile: &Profile, today: jiff::civil::Date) -> Self {
        let source = &profile.source;
        let protection = source.protection.as_ref().map_or(Protection::Unprotected, |it| {
            Protection::Already(Declaration {
                rule: it.rule.clone(),
                office: it.office.clone(),
                date: today.to_string(),
            })
        });
        let is_open = source.protection.is_some() && !source.licence.is_empty();
        Self {
            title: profile.title.clone(),
            protection,
            nutzung: if is_open { Nutzung::Public } else { Nutzung::StatisticsOffice },
            round: None,
        }
    }
}

/// Rounds and attacks what of an unprotected table is released at once; none if nothing is. Pure;
/// it takes long for large tables, so it is done before a change that [`accept_rounded`] makes.
///
/// # Errors
///
/// - [`AcceptError`] if a count is none.
pub fn round_ahead(checked: &Checked, terms: &Terms) -> Result<Option<Rounded>, AcceptError> {
    let (Some(base), Protection::Unprotected) = (terms.round, &terms.protection) else {
        return Ok(None);
    };
    let (Some(profile), Some(observations)) = (&checked.profile, &checked.observations) else {
        return Ok(None);
    };
    let numbers = numbers(observations);
    let counts = observations.series.iter().filter_map(|it| {
        let definition = definition(profile, &it.indicator, checked.basis);
        let number = numbers.get(it.indicator.as_str()).copied()?;
        (definition.kind == indicators::Kind::Count)
            .then(|| (number, it.period.as_str().to_owned(), column(it, &definition)))
    });
    Ok(Some(datasets::round_ahead(counts.collect(), &[], base, terms.nutzung)?))
}

/// Why counts of a table cannot be rounded: which columns hold fractions or numbers below zero.
#[must_use]
pub fn no_counts(checked: &Checked, file_name: &str) -> Finding {
    let mut names = BTreeSet::new();
    if let (Some(profile), Some(observations)) = (&checked.profile, &checked.observations) {
        for series in &observations.series {
            let definition = definition(profile, &series.indicator, checked.basis);
            let column = column(series, &definition);
            let mut numbers = column.cells.iter().chain([&column.total]);
            let is_none = |it: f64| it < 0.0 || it.fract() != 0.0;
            if definition.kind == indicators::Kind::Count
                && numbers.any(|it| it.number().is_some_and(is_none))
            {
                let rule = profile.columns.iter().find(|it| it.indicator == series.indicator);
                names.insert(rule.map_or(&*series.indicator, |it| &it.column));
            }
        }
    }
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    Finding::new(Severity::Error, file_name, "counts-with-fractions").arg("names", names)
}

/// A number for each indicator of a table.
fn numbers(observations: &Observations) -> BTreeMap<&str, i64> {
    let codes: BTreeSet<&str> = observations.series.iter().map(|it| &*it.indicator).collect();
    codes.into_iter().zip(0..).collect()
}

/// The cells of a series, with the total that the source states or that follows from them.
fn column(series: &Series, definition: &Definition) -> Column {
    let total = match series.total {
        Some(total) => total,
        None if definition.kind == indicators::Kind::Count => {
            ankunft_disclosure::total(&series.cells)
        }
        None => ankunft_disclosure::Cell::MISSING,
    };
    Column { cells: series.cells.clone(), total }
}

/// Accepts a checked table as a dataset version, within a change.
///
/// # Errors
///
/// - [`AcceptError`] if the file is there already or the database refuses it; then the change
///   must be dropped.
pub async fn accept(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    file: (&str, &[u8]),
    checked: &Checked,
    terms: &Terms,
) -> Result<Accepted, AcceptError> {
    let rounded = round_ahead(checked, terms)?;
    accept_rounded(change, tenant, key, file, checked, (terms, rounded)).await
}

/// As [`accept`], with what [`round_ahead`] gave for the same table and terms.
///
/// # Errors
///
/// As for [`accept`].
pub async fn accept_rounded(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (file_name, file_hash): (&str, &[u8]),
    checked: &Checked,
    (terms, rounded): (&Terms, Option<Rounded>),
) -> Result<Accepted, AcceptError> {
    let nothing = AcceptError::Shape { cells: 0, areas: 0 };
    let (Some(profile), Some(observations)) = (&checked.profile, &checked.observations) else {
        return Err(nothing);
    };
    let area_version = match &checked.version {
        Some(known) => known.version.id,
        None if checked.is_whole => whole::version(change, tenant).await?,
        None => return Err(nothing),
    };
    let mut columns = Vec::with_capacity(observations.series.len());
    let mut versions: BTreeMap<&str, i64> = BTreeMap::new();
    for series in &observations.series {
        let definition = definition(profile, &series.indicator, checked.basis);
        let indicator_version = match versions.get(series.indicator.as_str()) {
            Some(version) => *version,
            None => {
                let name = own_name(profile, &series.indicator);
                indicators::ensure(change, tenant, &definition, name).await?
            }
        };
        versions.insert(&series.indicator, indicator_version);
        columns.push(NewColumn {
            indicator_version,
            period: series.period.as_str().to_owned(),
            column: column(series, &definition),
        });
    }
    let new = NewVersion {
        dataset: (&profile.id, &terms.title),
        area_version,
        file_name,
        file_hash,
        profile: &profile.id,
        publisher: &profile.source.publisher,
        licence: &profile.source.licence,
        population_concept: &profile.source.population_concept,
        protection: &terms.protection,
        nutzung: terms.nutzung,
        round: terms.round,
    };
    let Some(rounded) = rounded else {
        return datasets::accept(change, tenant, key, new, columns).await;
    };
    let numbered: BTreeMap<i64, i64> = numbers(observations)
        .into_iter()
        .filter_map(|(code, number)| Some((number, *versions.get(code)?)))
        .collect();
    let rounded = rounded.of_versions(|number| numbered.get(&number).copied());
    datasets::accept_rounded(change, tenant, key, (new, rounded), columns).await
}
