//! What a city has, as one reader may know it: the part's own questions to the database.
//!
//! Figures come from `platform::releases`. What is asked for on every page and changes only
//! when somebody changes something (which periods there are, the names and outlines of area
//! units) is kept in memory, for as long as the state of the city stands.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Debug;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_formats::{Period, Profile};
use ankunft_platform::changes::Entry;
use ankunft_platform::datasets::{self, DatasetVersion};
use ankunft_platform::ids;
use ankunft_platform::indicators::{self, Break, IndicatorVersion};
use ankunft_platform::register::areas::{self, Area, AreaVersion, Geography};
use ankunft_platform::register::base_map;
use ankunft_platform::releases::{self, ColumnName, Out, Visible};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_report::{Layer, MapBase};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::composed::{self, Composed};
use crate::model::catalogue;
use crate::model::measure::Measure;

/// A hash of everything that a value was read from.
pub(crate) type Stamp = [u8; 32];

/// What a city has, for one kind of reader.
#[derive(Debug)]
pub struct Shelf {
    /// The state of the city in which it was read.
    pub(crate) stamp: i64,
    /// A hash of which figures there are, where they come from and over which areas. It stays the
    /// same while people change other things.
    pub(crate) content: Stamp,
    /// The kinds of area units, the coarsest first.
    pub geographies: Vec<Geography>,
    /// Their versions, the oldest of each first.
    pub versions: Vec<AreaVersion>,
    /// What this reader could be shown, by geography.
    pub holdings: Arc<BTreeMap<i64, Holdings>>,
    /// What the stored indicators mean, by code.
    pub indicators: BTreeMap<String, IndicatorVersion>,
    /// Where figures come from, by the number of the dataset version in the database.
    pub datasets: BTreeMap<i64, DatasetVersion>,
    /// What this reader has of them, by the same number.
    pub out: BTreeMap<i64, Out>,
    /// The releases that this reader sees, the oldest first.
    pub(crate) visible: Vec<Visible>,
    /// Where series stop being comparable.
    pub breaks: Vec<Break>,
    /// The quarters that the coordination has joined, as far as this reader may know of them.
    pub composed: Vec<Composed>,
}

/// What has been released over one geography.
#[derive(Debug, Default)]
pub struct Holdings {
    /// For each stored indicator its periods, each with the version of the area units.
    pub stored: BTreeMap<String, BTreeMap<String, i64>>,
    /// What can be read from them, the most asked for first.
    pub measures: Vec<Measure>,
    /// The periods of each measure, once somebody has asked for them.
    periods: OnceLock<HashMap<String, Vec<Place>>>,
}

/// A period with the version of the area units.
type Place = (String, i64);

/// The area units of one version, with their map.
#[derive(Debug)]
pub struct Ground {
    /// The units in the order of their cells.
    pub areas: Vec<Area>,
    /// Their outlines, drawn once; none for units of which only a list is known.
    pub map: Option<MapBase>,
    /// Rivers, railways and streets on that map.
    pub layers: Vec<Layer>,
}

/// By area version: the edition of the base map on it, and the ground.
type Grounds = HashMap<i64, (i64, Arc<Ground>)>;
type Shelves = HashMap<(Tenant, Audience), Arc<Shelf>>;

/// The columns of releases, which never change.
#[derive(Debug, Default)]
struct Contents {
    of: HashMap<i64, Arc<[ColumnName]>>,
    /// Each list once: a correction has the columns of what it corrects.
    lists: HashSet<Arc<[ColumnName]>>,
}

impl Contents {
    /// Reads the columns of those releases that are not known yet.
    async fn learn(
        &mut self,
        connection: &mut AnyConnection,
        tenant: Tenant,
        visible: &[Visible],
    ) -> Result<(), StoreError> {
        let new: Vec<i64> =
            visible.iter().map(|it| it.release).filter(|it| !self.of.contains_key(it)).collect();
        let mut columns: HashMap<i64, Vec<ColumnName>> = HashMap::new();
        for (release, column) in releases::columns(connection, tenant, &new).await? {
            columns.entry(release).or_default().push(column);
        }
        for release in new {
            let list = columns.remove(&release).unwrap_or_default();
            let list = match self.lists.get(list.as_slice()) {
                Some(known) => Arc::clone(known),
                None => {
                    let list: Arc<[ColumnName]> = list.into();
                    self.lists.insert(Arc::clone(&list));
                    list
                }
            };
            self.of.insert(release, list);
        }
        Ok(())
    }
}

/// What is kept in memory. Cloning it gives the same memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    shelves: Arc<RwLock<Shelves>>,
    /// Held by who reads a shelf anew, so that those who wait for the same find it read.
    reading: Arc<tokio::sync::Mutex<Contents>>,
    grounds: Arc<RwLock<Grounds>>,
    /// The edition of each city's base map, as of its newest shelf.
    editions: Arc<RwLock<HashMap<Tenant, i64>>>,
    /// What is known of arrival quarters.
    pub(crate) assessments: crate::assess::Assessments,
    /// What new figures have brought.
    pub(crate) brought: crate::changed::Memory,
}

impl Memory {
    /// What a city has, for a reader.
    ///
    /// One statement if nothing has changed since it was asked for last.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn shelf(
        &self,
        connection: &mut AnyConnection,
        tenant: Tenant,
        audience: Audience,
    ) -> Result<Arc<Shelf>, StoreError> {
        let stamp = tenant::state(connection, tenant).await?;
        let key = (tenant, audience);
        if let Some(shelf) = self.known_shelf(key, stamp) {
            return Ok(shelf);
        }
        let mut contents = self.reading.lock().await;
        if let Some(shelf) = self.known_shelf(key, stamp) {
            return Ok(shelf);
        }
        let edition = base_map::edition(connection, tenant).await?;
        let mut shelf = read_shelf(connection, key, (stamp, edition), &mut contents).await?;
        let before = self.last_shelf(key).filter(|it| it.content == shelf.content);
        shelf.holdings = match before {
            Some(before) => Arc::clone(&before.holdings),
            None => Arc::new(holdings(&shelf.visible, &contents)),
        };
        let shelf = Arc::new(shelf);
        self.editions.write().unwrap_or_else(PoisonError::into_inner).insert(tenant, edition);
        self.shelves
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, Arc::clone(&shelf));
        Ok(shelf)
    }

    fn known_shelf(&self, key: (Tenant, Audience), stamp: i64) -> Option<Arc<Shelf>> {
        self.last_shelf(key).filter(|it| it.stamp == stamp)
    }

    fn last_shelf(&self, key: (Tenant, Audience)) -> Option<Arc<Shelf>> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned()
    }

    /// The area units of a version, which never change, with the base map, which may.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Unreadable`] if the stored map or a line on it is none.
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn ground(
        &self,
        connection: &mut AnyConnection,
        tenant: Tenant,
        version: i64,
    ) -> Result<Arc<Ground>, StoreError> {
        let edition = self.edition(tenant);
        let known =
            self.grounds.read().unwrap_or_else(PoisonError::into_inner).get(&version).cloned();
        if let Some((_, ground)) = known.filter(|(of, _)| *of == edition) {
            return Ok(ground);
        }
        let areas = areas::areas(connection, tenant, version).await?;
        let text = areas::map(connection, tenant, version).await?.unwrap_or_default();
        let unreadable = |error: ankunft_report::MapError| StoreError::Unreadable {
            what: "a map",
            text: error.to_string(),
        };
        let map = (!text.is_empty()).then(|| MapBase::from_json(&text)).transpose();
        let map = map.map_err(unreadable)?;
        let layers = match &map {
            Some(map) => {
                let lines = base_map::all(connection, tenant).await?;
                crate::import::lines::layers(map, &lines)?
            }
            None => Vec::new(),
        };
        let ground = Arc::new(Ground { areas, map, layers });
        self.grounds
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(version, (edition, Arc::clone(&ground)));
        Ok(ground)
    }

    fn edition(&self, tenant: Tenant) -> i64 {
        let editions = self.editions.read().unwrap_or_else(PoisonError::into_inner);
        editions.get(&tenant).copied().unwrap_or_default()
    }
}

async fn read_shelf(
    connection: &mut AnyConnection,
    (tenant, audience): (Tenant, Audience),
    (stamp, base_map): (i64, i64),
    contents: &mut Contents,
) -> Result<Shelf, StoreError> {
    let indicators = indicators::all(connection, tenant).await?;
    let datasets = datasets::versions(connection, tenant).await?;
    let visible = releases::visible(connection, tenant, audience).await?;
    contents.learn(connection, tenant, &visible).await?;
    // The newest stands first, and so last in what is collected from behind.
    let out = releases::out(connection, tenant, audience).await?.into_iter().rev();
    let versions = areas::versions(connection, tenant).await?;
    let mut composed = composed::store::all(connection, tenant, &versions).await?;
    if !Nutzung::Administration.includes(audience) {
        composed = composed.into_iter().filter_map(Composed::for_everybody).collect();
    }
    let geographies = areas::geographies(connection, tenant).await?;
    let known_areas = areas::edition(connection, tenant).await?;
    let places = (base_map, known_areas, &geographies, &versions);
    let breaks = indicators::breaks(connection, tenant).await?;
    Ok(Shelf {
        stamp,
        content: content((places, &breaks), &datasets, &visible),
        geographies,
        versions,
        holdings: Arc::default(),
        indicators: indicators.into_iter().map(|it| (it.definition.code.clone(), it)).collect(),
        datasets: datasets.into_iter().map(|it| (it.id, it)).collect(),
        out: out.map(|it| (it.dataset_version, it)).collect(),
        breaks,
        visible,
        composed,
    })
}

/// A hash of everything that figures depend on: releases never change, so their numbers stand for
/// them.
fn content(places: impl Debug, datasets: &[DatasetVersion], visible: &[Visible]) -> Stamp {
    Sha256::digest(format!("{places:?} {datasets:?} {visible:?}")).into()
}

/// Sorts what can be seen by geography and indicator. Where a period was delivered for two
/// versions of the area units, the newer version stands.
fn holdings(visible: &[Visible], contents: &Contents) -> BTreeMap<i64, Holdings> {
    let mut sorted: BTreeMap<i64, Holdings> = BTreeMap::new();
    let mut seen = HashSet::new();
    for it in visible {
        let Some(columns) = contents.of.get(&it.release) else { continue };
        let stored = &mut sorted.entry(it.geography).or_default().stored;
        if !seen.insert((it.area_version, Arc::as_ptr(columns).cast::<ColumnName>())) {
            continue;
        }
        for (code, period) in columns.iter() {
            if !stored.contains_key(code) {
                stored.insert(code.clone(), BTreeMap::new());
            }
            let Some(periods) = stored.get_mut(code) else { continue };
            match periods.get_mut(period) {
                Some(version) => *version = it.area_version.max(*version),
                None => _ = periods.insert(period.clone(), it.area_version),
            }
        }
    }
    for holdings in sorted.values_mut() {
        holdings.measures = catalogue::measures(&holdings.stored);
    }
    sorted
}

impl Shelf {
    /// The geographies over which something has been released, the coarsest first.
    pub fn geographies_with_figures(&self) -> impl Iterator<Item = &Geography> {
        self.geographies.iter().filter(|it| self.holdings.contains_key(&it.id))
    }

    /// The periods of a measure, the newest first, each with the version of the area units. Only
    /// periods for which everything is there that the measure is computed from: a flow is related
    /// to the stock at its end.
    #[must_use]
    pub fn periods(&self, geography: &Geography, measure: &Measure) -> Vec<(String, i64)> {
        let holdings = self.holdings.get(&geography.id);
        holdings.map_or_else(Vec::new, |it| it.periods(measure).into_owned())
    }
}

impl Holdings {
    /// The periods of a measure; see [`Shelf::periods`].
    pub(crate) fn periods(&self, measure: &Measure) -> Cow<'_, [(String, i64)]> {
        let all = self.periods.get_or_init(|| {
            self.measures.iter().map(|it| (it.code.clone(), self.find_periods(it))).collect()
        });
        match all.get(&measure.code) {
            Some(periods) => Cow::Borrowed(periods),
            None => Cow::Owned(self.find_periods(measure)),
        }
    }

    fn find_periods(&self, measure: &Measure) -> Vec<Place> {
        let needs = measure.recipe.needs();
        let Some(first) = needs.first().and_then(|code| self.stored.get(*code)) else {
            return Vec::new();
        };
        let is_there =
            |period: &str, version: i64, code: &str| self.beside(code, period, version).is_some();
        let mut periods: Vec<Place> = first
            .iter()
            .filter(|(period, version)| needs.iter().all(|code| is_there(period, **version, code)))
            .map(|(period, version)| (period.clone(), *version))
            .collect();
        periods.sort_by_cached_key(|(period, _)| std::cmp::Reverse(last_day(period)));
        periods
    }

    /// The period of a stored indicator that goes with another's: the same, or one that ends on
    /// the same day, so that a flow of `2024h2` meets the stock of `2024-12-31`.
    #[must_use]
    pub fn beside(&self, code: &str, period: &str, version: i64) -> Option<&str> {
        let periods = self.stored.get(code)?;
        let same = periods.get_key_value(period);
        let other = || {
            let end = last_day(period);
            periods.iter().find(|(it, at)| **at == version && last_day(it) == end)
        };
        let (found, _) = same.filter(|(_, at)| **at == version).or_else(other)?;
        Some(found)
    }
}

/// The last day of a stored period, to put periods in order.
#[must_use]
pub fn last_day(period: &str) -> Option<jiff::civil::Date> {
    Period::parse(period).map(|it| it.last_day())
}

/// Keeps how the columns of a kind of file map to indicators, in place of what was said before.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn keep_mapping(
    change: &mut Change,
    tenant: Tenant,
    profile: &Profile,
) -> Result<(), StoreError> {
    let text = serde_json::json!(profile).to_string();
    sqlx::query(
        "insert into mapping (id, tenant, code, profile, created_at) values ($1, $2, $3, $4, $5) \
         on conflict (tenant, code) do update set profile = excluded.profile, \
         created_at = excluded.created_at",
    )
    .bind(ids::next())
    .bind(tenant.id())
    .bind(profile.id.clone())
    .bind(text.clone())
    .bind(jiff::Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let entry = Entry {
        tenant: Some(tenant),
        action: "mapping.keep",
        thing_kind: "mapping",
        thing: &profile.id,
        note: "",
        before: None,
        after: Some(text.as_bytes()),
    };
    change.record(entry).await
}
