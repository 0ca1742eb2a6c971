//! Which figures are new, and which were corrected.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{Audience, Column};
use ankunft_platform::datasets::DatasetVersion;
use ankunft_platform::releases::{self, OpenedColumn};
use ankunft_platform::store::StoreError;
use sqlx::AnyConnection;

use crate::store::{Shelf, last_day};
use crate::view::overview::Asker;

/// How many of the newest dataset versions are looked at.
const NEWEST: usize = 8;

/// What one dataset version brought.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Brought {
    pub version: DatasetVersion,
    /// The kind of area units.
    pub geography: String,
    /// The Datenstand that it continues or corrects.
    pub before: Option<i64>,
    /// The periods that were not there before, the oldest first.
    pub new_periods: Vec<String>,
    /// How many figures are others than before, and of which indicators.
    pub corrected: usize,
    pub indicators: Vec<String>,
}

type Key = (String, String, i64);

/// The newest dataset versions of which this reader sees something, the newest first.
pub(super) async fn brought(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
) -> Result<Vec<Brought>, StoreError> {
    let mut versions: Vec<&DatasetVersion> =
        shelf.datasets.values().filter(|it| shelf.out.contains_key(&it.id)).collect();
    versions.sort_by_key(|it| std::cmp::Reverse(it.number));
    versions.truncate(NEWEST);
    let mut all = Vec::new();
    for version in versions {
        let columns = columns(connection, asker, version.id).await?;
        if columns.is_empty() {
            continue;
        }
        let before = before(shelf, version);
        let earlier = match before {
            Some(before) => self::columns(connection, asker, before.id).await?,
            None => BTreeMap::new(),
        };
        let before = before.map(|it| it.number);
        let about = (version.clone(), geography(shelf, version), before);
        all.push(compare(about, &columns, &earlier, asker.audience));
    }
    Ok(all)
}

/// The state before of the same dataset over the same kind of area units.
fn before<'a>(shelf: &'a Shelf, version: &DatasetVersion) -> Option<&'a DatasetVersion> {
    let kind = |it: &DatasetVersion| geography(shelf, it);
    let same = |it: &&DatasetVersion| {
        it.dataset == version.dataset && it.number < version.number && kind(it) == kind(version)
    };
    shelf.datasets.values().filter(same).max_by_key(|it| it.number)
}

fn geography(shelf: &Shelf, version: &DatasetVersion) -> String {
    let of = shelf.versions.iter().find(|it| it.id == version.area_version);
    let geography = of.and_then(|of| shelf.geographies.iter().find(|it| it.id == of.geography));
    geography.map_or_else(String::new, |it| it.name.clone())
}

async fn columns(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    version: i64,
) -> Result<BTreeMap<Key, OpenedColumn>, StoreError> {
    let opened =
        releases::of_version(connection, asker.tenant, asker.key, version, asker.audience).await?;
    let key =
        |it: &OpenedColumn| (it.indicator.clone(), it.head.period.clone(), it.head.area_version);
    Ok(opened.into_iter().map(|it| (key(&it), it)).collect())
}

fn compare(
    (version, geography, before): (DatasetVersion, String, Option<i64>),
    columns: &BTreeMap<Key, OpenedColumn>,
    earlier: &BTreeMap<Key, OpenedColumn>,
    reader: Audience,
) -> Brought {
    let known: BTreeSet<&str> = earlier.keys().map(|it| it.1.as_str()).collect();
    let periods: BTreeSet<&str> = columns.keys().map(|it| it.1.as_str()).collect();
    let mut new_periods: Vec<String> =
        periods.difference(&known).map(|it| (*it).to_owned()).collect();
    new_periods.sort_by_key(|it| last_day(it));
    let (mut corrected, mut indicators) = (0, BTreeSet::new());
    for (key, column) in columns {
        let Some(old) = earlier.get(key) else { continue };
        let (Some(new), Some(old)) = (column.column.show(reader), old.column.show(reader)) else {
            continue;
        };
        let count = differences(new, old);
        if count > 0 {
            corrected += count;
            indicators.insert(key.0.clone());
        }
    }
    Brought {
        version,
        geography,
        before,
        new_periods,
        corrected,
        indicators: indicators.into_iter().collect(),
    }
}

fn differences(new: &Column, old: &Column) -> usize {
    let cells = new.cells.iter().zip(&old.cells).filter(|(new, old)| new != old).count();
    cells + new.cells.len().abs_diff(old.cells.len())
}
