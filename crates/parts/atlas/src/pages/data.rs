//! `GET /{kommune}/atlas/daten`: which data do we have, from whom, until when?

use std::collections::BTreeMap;

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::datasets::DatasetVersion;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::{Link, Shell};
pub use ankunft_platform::words::protection;
use askama::Template;
use jiff::civil::Date;

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
    /// The datasets by name.
    pub datasets: Vec<DatasetRow>,
    /// The language of the names of datasets, if another than the page's.
    pub own_words: Option<&'static str>,
    /// The area versions: geography, version, valid, units.
    pub areas: Vec<[String; 4]>,
    /// The interfaces for programs, each with what it is for.
    pub open: Vec<(Link, String)>,
}

/// A dataset over one kind of area units, with all its versions.
pub struct DatasetRow {
    /// What it is called.
    pub title: String,
    /// The kind of area units.
    pub geography: String,
    /// From when to when its released figures speak; empty if nothing of it is released.
    pub time: String,
    /// How old the newest of them is.
    pub age: String,
    /// Its versions: Datenstand and day of acceptance, the newest first.
    pub versions: Vec<String>,
    /// Who publishes it.
    pub publisher: String,
    /// How it is protected.
    pub protection: String,
    /// For whom.
    pub nutzung: String,
    /// On which terms.
    pub licence: String,
    /// Whether all of it was withdrawn.
    pub withdrawn: bool,
}

/// The dataset versions that a reader may know of.
///
/// The statistics office knows all. To others a version exists if it is meant for them, or
/// something of it has been released for them.
#[must_use]
pub fn visible(shelf: &Shelf, reader: Audience) -> Vec<&DatasetVersion> {
    let may_know = |it: &&DatasetVersion| {
        reader == Audience::StatisticsOffice
            || it.nutzung.includes(reader)
            || shelf.out.contains_key(&it.id)
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

/// What is known about the datasets beside their versions.
pub struct About<'a> {
    /// What the city has.
    pub shelf: &'a Shelf,
    /// The periods of the releases, by dataset version.
    pub coverage: &'a [(i64, String)],
    /// The day on which the page is read.
    pub today: Date,
}

/// The datasets in words, by name: versions over the same kind of area units, on the same terms,
/// are one row.
#[must_use]
pub fn rows(t: &Texts, about: &About<'_>, versions: &[&DatasetVersion]) -> Vec<DatasetRow> {
    let geography = |it: &DatasetVersion| -> String {
        let version = about.shelf.versions.iter().find(|version| version.id == it.area_version);
        let of = |id: i64| about.shelf.geographies.iter().find(|it| it.id == id);
        version.and_then(|it| of(it.geography)).map_or_else(String::new, |it| words::level(t, it))
    };
    let mut groups: BTreeMap<(&str, String, Nutzung, String), Vec<&DatasetVersion>> =
        BTreeMap::new();
    for it in versions {
        let (circle, shield) = terms(t, about.shelf, it);
        let key = (it.title.as_str(), geography(it), circle, shield);
        groups.entry(key).or_default().push(it);
    }
    groups.into_iter().map(|((_, geography, ..), it)| row(t, about, &geography, &it)).collect()
}

fn row(t: &Texts, about: &About<'_>, geography: &str, versions: &[&DatasetVersion]) -> DatasetRow {
    let newest = versions[0];
    let (circle, protection) = terms(t, about.shelf, newest);
    let of_these = |id: i64| versions.iter().any(|it| it.id == id);
    let covered = about.coverage.iter().filter(|(id, _)| of_these(*id));
    let mut days: Vec<Date> = covered.filter_map(|(_, period)| last_day(period)).collect();
    days.sort_unstable();
    let time = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first < last => t.with(
            "daten-gueltig-von-bis",
            &[("von", Arg::from(t.date(*first))), ("bis", Arg::from(t.date(*last)))],
        ),
        (Some(only), _) => t.date(*only),
        _ => String::new(),
    };
    let accepted = |it: &&DatasetVersion| {
        let at = jiff::Timestamp::from_microsecond(it.accepted_at).unwrap_or_default();
        let args = [("nummer", Arg::from(it.number.to_string())), ("tag", t.date(day(at)).into())];
        let id = match it.withdrawn_at {
            Some(_) => "daten-stand-gesperrt",
            None => "daten-stand",
        };
        t.with(id, &args)
    };
    DatasetRow {
        title: newest.title.clone(),
        geography: geography.to_owned(),
        time,
        age: days.last().map_or_else(String::new, |day| age(t, *day, about.today)),
        versions: versions.iter().map(accepted).collect(),
        publisher: newest.publisher.clone(),
        protection,
        nutzung: words::nutzung(t, circle),
        licence: words::licence(t, &newest.licence),
        withdrawn: versions.iter().all(|it| it.withdrawn_at.is_some()),
    }
}

/// For whom and how protected: as it was released for this reader, or else as it was brought.
fn terms(t: &Texts, shelf: &Shelf, it: &DatasetVersion) -> (Nutzung, String) {
    match shelf.out.get(&it.id) {
        Some(out) => (out.nutzung, words::policy(t, &out.policy)),
        None => (it.nutzung, protection(t, &it.protection)),
    }
}

fn day(at: jiff::Timestamp) -> Date {
    jiff::tz::Offset::UTC.to_datetime(at).date()
}

/// How long ago a day was, as far as it matters for figures: in months, then in years.
fn age(t: &Texts, day: Date, today: Date) -> String {
    let months = 12 * i64::from(today.year() - day.year()) + i64::from(today.month() - day.month())
        - i64::from(today.day() < day.day());
    match months {
        ..=0 => t.get("daten-alter-neu"),
        1..24 => t.with("daten-alter-monate", &[("anzahl", Arg::from(months))]),
        _ => t.with("daten-alter-jahre", &[("anzahl", Arg::from(months / 12))]),
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
            Some([words::level(t, geography), version.label.clone(), valid, version.source.clone()])
        })
        .collect()
}
