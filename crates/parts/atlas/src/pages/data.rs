//! `GET /{kommune}/atlas/daten`: which data do we have, from whom, until when?

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::datasets::{DatasetVersion, Protection};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::{Link, Shell};
use askama::Template;

use super::words;
use crate::store::{Shelf, last_day};

/// Everything that the data page prints.
#[derive(Template)]
#[template(path = "data.html")]
pub struct DataPage {
    /// The frame.
    pub shell: Shell,
    /// To bring a file, for who may.
    pub bring: Option<Link>,
    /// The datasets, the newest first.
    pub datasets: Vec<DatasetRow>,
    /// The area versions: geography, version, valid, units.
    pub areas: Vec<[String; 4]>,
}

/// One dataset version.
pub struct DatasetRow {
    /// The Datenstand.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// When it was accepted.
    pub accepted: String,
    /// How it is protected.
    pub protection: String,
    /// For whom.
    pub nutzung: String,
    /// On which terms.
    pub licence: String,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

/// The dataset versions that a reader may know of.
///
/// The statistics office knows all. To others a version exists if its circle includes them.
#[must_use]
pub fn visible(shelf: &Shelf, reader: Audience) -> Vec<&DatasetVersion> {
    let may_know = |it: &&DatasetVersion| {
        reader == Audience::StatisticsOffice
            || (it.nutzung.includes(reader) && matches!(it.protection, Protection::Already(_)))
            || (it.nutzung.includes(reader) && it.nutzung != Nutzung::StatisticsOffice)
    };
    let mut versions: Vec<&DatasetVersion> = shelf.datasets.values().filter(may_know).collect();
    versions.sort_by_key(|it| std::cmp::Reverse(it.number));
    versions
}

/// The newest period of each area version's holdings, to say how fresh they are.
#[must_use]
pub fn newest_period(t: &Texts, shelf: &Shelf) -> Option<String> {
    let stored = shelf.holdings.values().flat_map(|it| it.stored.values());
    let periods = stored.flat_map(|it| it.keys());
    periods.max_by_key(|it| last_day(it)).map(|it| t.period(it))
}

/// A dataset version in words.
#[must_use]
pub fn row(t: &Texts, it: &DatasetVersion) -> DatasetRow {
    let at = jiff::Timestamp::from_microsecond(it.accepted_at).unwrap_or_default();
    DatasetRow {
        number: it.number.to_string(),
        title: it.title.clone(),
        publisher: it.publisher.clone(),
        accepted: t.instant(at),
        protection: protection(t, &it.protection),
        nutzung: words::nutzung(t, it.nutzung),
        licence: it.licence.clone(),
        withdrawn: it.withdrawn_at.is_some(),
    }
}

/// How a dataset is protected, in words.
#[must_use]
pub fn protection(t: &Texts, protection: &Protection) -> String {
    match protection {
        Protection::Unprotected => t.get("schutz-ungeschuetzt"),
        Protection::Already(declared) => t.with(
            "schutz-bereits",
            &[
                ("regel", Arg::from(declared.rule.as_str())),
                ("stelle", Arg::from(declared.office.as_str())),
            ],
        ),
    }
}

/// The area versions in words.
#[must_use]
pub fn area_versions(t: &Texts, shelf: &Shelf) -> Vec<[String; 4]> {
    let day = |text: &str| text.parse().map_or_else(|_| text.to_owned(), |day| t.date(day));
    shelf
        .versions
        .iter()
        .filter_map(|version| {
            let geography = shelf.geographies.iter().find(|it| it.id == version.geography)?;
            let valid = match &version.valid_to {
                Some(to) => t.with(
                    "daten-gueltig-von-bis",
                    &[("von", Arg::from(day(&version.valid_from))), ("bis", Arg::from(day(to)))],
                ),
                None => {
                    t.with("daten-gueltig-seit", &[("von", Arg::from(day(&version.valid_from)))])
                }
            };
            Some([geography.name.clone(), version.label.clone(), valid, version.source.clone()])
        })
        .collect()
}
