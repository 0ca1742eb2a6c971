//! Which figures are new, and which were corrected.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use ankunft_disclosure::{Audience, Column};
use ankunft_platform::datasets::DatasetVersion;
use ankunft_platform::kept::Kept;
use ankunft_platform::releases::{self, OpenedColumn};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use crate::store::{Shelf, Stamp, last_day};
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
    /// What is new and what is other.
    pub compared: Compared,
}

/// The figures of a dataset version beside those of the state before.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Compared {
    /// The periods that were not there before, the oldest first.
    pub new_periods: Vec<String>,
    /// How many figures are others than before, and of which indicators.
    pub corrected: usize,
    pub indicators: Vec<String>,
}

type Key = (String, String, i64);

/// The releases of a dataset version and of the state before. They never change, and a Sperrung
/// takes them out.
type Origins = (i64, Vec<i64>, Vec<i64>);

/// What was compared, by city and reader. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(Kept<(Tenant, Audience), Arc<HashMap<Origins, Compared>>, Stamp>);

/// The newest dataset versions of which this reader sees something, the newest first.
///
/// Figures are opened only of what nobody has compared yet.
pub(super) async fn brought(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
) -> Result<Vec<Brought>, StoreError> {
    let Memory(all) = &asker.memory.brought;
    let mut place = all.place((asker.tenant, asker.audience)).await;
    let (known, is_current) = match place.get(&shelf.content) {
        Some(known) => (known, true),
        None => (place.last().unwrap_or_default(), false),
    };
    let (mut all, mut compared) = (Vec::new(), HashMap::new());
    for (version, before) in newest(shelf) {
        let releases = |it: &DatasetVersion| releases(shelf, it);
        let earlier = before.map(releases).unwrap_or_default();
        let origins = (version.id, releases(version), earlier);
        let found = match known.get(&origins) {
            Some(found) => found.clone(),
            None => compare(connection, asker, (version.id, before.map(|it| it.id))).await?,
        };
        compared.insert(origins, found.clone());
        all.push(Brought {
            version: version.clone(),
            geography: geography(shelf, version),
            before: before.map(|it| it.number),
            compared: found,
        });
    }
    if !is_current {
        place.put(shelf.content, Arc::new(compared));
    }
    Ok(all)
}

/// The newest dataset versions that this reader sees, each with the state before.
fn newest(shelf: &Shelf) -> Vec<(&DatasetVersion, Option<&DatasetVersion>)> {
    let seen: BTreeSet<i64> = shelf.visible.iter().map(|it| it.dataset_version).collect();
    let is_seen = |it: &&DatasetVersion| seen.contains(&it.id);
    let mut versions: Vec<&DatasetVersion> = shelf.datasets.values().filter(is_seen).collect();
    versions.sort_by_key(|it| std::cmp::Reverse(it.number));
    versions.truncate(NEWEST);
    versions.into_iter().map(|it| (it, before(shelf, it))).collect()
}

/// The releases of a dataset version that this reader sees.
fn releases(shelf: &Shelf, version: &DatasetVersion) -> Vec<i64> {
    let of_version = shelf.visible.iter().filter(|it| it.dataset_version == version.id);
    of_version.map(|it| it.release).collect()
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

/// Compares a dataset version with the one before.
async fn compare(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    (version, before): (i64, Option<i64>),
) -> Result<Compared, StoreError> {
    let columns = columns(connection, asker, version).await?;
    let earlier = match before {
        Some(before) => self::columns(connection, asker, before).await?,
        None => BTreeMap::new(),
    };
    let known: BTreeSet<&str> = earlier.keys().map(|it| it.1.as_str()).collect();
    let periods: BTreeSet<&str> = columns.keys().map(|it| it.1.as_str()).collect();
    let mut new_periods: Vec<String> =
        periods.difference(&known).map(|it| (*it).to_owned()).collect();
    new_periods.sort_by_key(|it| last_day(it));
    let (mut corrected, mut indicators) = (0, BTreeSet::new());
    for (key, column) in &columns {
        let Some(old) = earlier.get(key) else { continue };
        let shown = (column.column.show(asker.audience), old.column.show(asker.audience));
        let (Some(new), Some(old)) = shown else { continue };
        let count = differences(new, old);
        if count > 0 {
            corrected += count;
            indicators.insert(key.0.clone());
        }
    }
    Ok(Compared { new_periods, corrected, indicators: indicators.into_iter().collect() })
}

fn differences(new: &Column, old: &Column) -> usize {
    let cells = new.cells.iter().zip(&old.cells).filter(|(new, old)| new != old).count();
    cells + new.cells.len().abs_diff(old.cells.len())
}
