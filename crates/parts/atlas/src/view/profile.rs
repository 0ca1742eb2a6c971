//! One quarter: key figures, series, sub-zones, and where all of it comes from.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_disclosure::{Audience, Cell, Column, Released};
use ankunft_platform::indicators::Break;
use ankunft_platform::register::areas::{self, Area, AreaVersion, Geography};
use ankunft_platform::releases::{self, OpenedColumn, Wanted};
use ankunft_platform::store::StoreError;
use sqlx::AnyConnection;

use super::overview::{self, Asker, Ends, Origin};
use super::zones::{Zones, zones};
use crate::composed::Place;
use crate::composed::join::{self, Joining, WEIGHT};
use crate::model::measure::Measure;
use crate::store::{Ground, Shelf, last_day};

/// The measures that a profile opens with, in this order, where they are there.
const KEY_MEASURES: [&str; 6] = [
    "population",
    "share_foreigners",
    "arrivals_abroad_rate",
    "share_resident_under_5_years",
    "share_social_benefits",
    "share_migration_background",
];

/// How many series a profile draws.
const SERIES: usize = 4;

/// A quarter with everything that its page shows.
#[derive(Clone, Debug)]
pub struct Profile {
    /// What the city has.
    pub shelf: Arc<Shelf>,
    /// The kind of area unit.
    pub geography: Geography,
    /// The version in which it stands.
    pub version: AreaVersion,
    /// Its neighbours on the map.
    pub ground: Arc<Ground>,
    /// The quarter.
    pub area: Area,
    /// What it is: one area unit, or several that somebody joined.
    pub place: Place,
    /// Its measures over time, the key measures first.
    pub series: Vec<Series>,
    /// Its parts, if the city knows smaller units in it, with their newest values.
    pub zones: Option<Zones>,
    /// Where series stop being comparable.
    pub breaks: Vec<Break>,
    /// Where the columns come from, each dataset version once.
    pub sources: Vec<Origin>,
    /// Over how many years the series are averaged; none as they were delivered.
    pub window_years: Option<u32>,
}

/// One measure of a quarter over time.
#[derive(Clone, Debug)]
pub struct Series {
    /// What is measured.
    pub measure: Measure,
    /// Its values, the oldest first.
    pub points: Vec<Released<Moment>>,
}

/// A measure of a quarter and of the whole city in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The period.
    pub period: String,
    /// The version of the area units.
    pub area_version: i64,
    /// The quarter.
    pub value: Cell,
    /// The city.
    pub city: Cell,
    /// Number of the newest dataset version among its sources.
    pub number: i64,
    /// The dataset versions that it was computed from.
    pub datasets: Vec<i64>,
    /// The number of people (or things) that a share is a share of.
    pub base: Option<Cell>,
    /// The same of the city.
    pub city_base: Option<Cell>,
    /// Where the value of the quarter likely lies.
    pub band: Option<Ends>,
}

impl Default for Moment {
    /// A period of which nothing is known.
    fn default() -> Self {
        Self {
            period: String::new(),
            area_version: 0,
            value: Cell::MISSING,
            city: Cell::MISSING,
            number: 0,
            datasets: Vec::new(),
            base: None,
            city_base: None,
            band: None,
        }
    }
}

/// The columns of a profile, by indicator, area version and period.
pub(super) type Opened = BTreeMap<(String, i64, String), OpenedColumn>;

/// The profile of an area unit in the newest version that has it, or `None`.
///
/// A constant number of statements.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn profile(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: Option<&str>,
    code: &str,
) -> Result<Option<Profile>, StoreError> {
    let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
    if let Some((geography, version, ground, area)) =
        find(connection, asker, &shelf, geography, code).await?
    {
        let versions = same_unit(connection, asker, &shelf, &version, code).await?;
        let place = Place::unit(area, &versions);
        return Ok(Some(of(connection, asker, (shelf, geography, version, ground), place).await?));
    }
    match shelf.place(geography, code) {
        Some(place) => of_place(connection, asker, shelf, place).await,
        None => Ok(None),
    }
}

/// What an area unit or a place is called, or `None` where it has no profile for this reader.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn name(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: Option<&str>,
    code: &str,
) -> Result<Option<String>, StoreError> {
    let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
    if let Some((.., area)) = find(connection, asker, &shelf, geography, code).await? {
        return Ok(Some(area.name));
    }
    let Some(place) = shelf.place(geography, code) else { return Ok(None) };
    // Only its figures tell whether a joined place may be named at all.
    let profile = of_place(connection, asker, shelf, place).await?;
    Ok(profile.map(|it| it.area.name))
}

/// The profile of a place that is joined from area units, whether or not it is kept anywhere;
/// `None` if nothing of it was released for this reader.
///
/// A constant number of statements.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn of_place(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: Arc<Shelf>,
    place: Place,
) -> Result<Option<Profile>, StoreError> {
    let versions = place.versions();
    let newest = shelf.versions.iter().rev().find(|it| versions.contains(&it.id)).cloned();
    let Some(version) = newest else { return Ok(None) };
    let is_meant = |it: &&Geography| it.id == version.geography;
    let Some(geography) = shelf.geographies.iter().find(is_meant).cloned() else {
        return Ok(None);
    };
    let ground = asker.memory.ground(connection, asker.tenant, version.id).await?;
    let made = of(connection, asker, (shelf, geography, version, ground), place).await?;
    // A name with nothing behind it would tell that somebody has joined something here.
    Ok((!made.series.is_empty() || asker.audience != Audience::Public).then_some(made))
}

/// The profile of a place in the newest version of the area units that it is made of.
async fn of(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    (shelf, geography, version, ground): (Arc<Shelf>, Geography, AreaVersion, Arc<Ground>),
    place: Place,
) -> Result<Profile, StoreError> {
    let (area, versions) = (place.area.clone(), place.versions());
    let measures = key_measures(&shelf, &geography);
    let opened = open(connection, asker, &measures, &versions, place.joined.is_some()).await?;
    let mut series = Vec::new();
    for measure in measures {
        let points = points(asker, connection, &shelf, &opened, (&measure, &place)).await?;
        series.push(Series { measure, points });
    }
    series.retain(|it| !it.points.is_empty());
    let zones = zones(connection, asker, &shelf, (&geography, &version, &place)).await?;
    let breaks = breaks(&shelf, &versions);
    let sources = once_each(opened.values().filter_map(|it| shelf.origin(it)).collect());
    Ok(Profile {
        shelf,
        geography,
        version,
        ground,
        area,
        place,
        series,
        zones,
        breaks,
        sources,
        window_years: None,
    })
}

/// Each dataset version once, the newest first.
pub(crate) fn once_each(mut sources: Vec<Origin>) -> Vec<Origin> {
    // Of several circles the narrowest stays, so that what is not public is never said to be.
    sources.sort_by_key(|it| (std::cmp::Reverse(it.dataset.number), it.nutzung));
    sources.dedup_by_key(|it| it.dataset.id);
    sources
}

type Found = (Geography, AreaVersion, Arc<Ground>, Area);

/// The newest version of a geography that has the unit.
async fn find(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
    geography: Option<&str>,
    code: &str,
) -> Result<Option<Found>, StoreError> {
    for candidate in &shelf.geographies {
        if geography.is_some_and(|wanted| wanted != candidate.code) {
            continue;
        }
        for version in shelf.versions.iter().rev().filter(|it| it.geography == candidate.id) {
            let ground = asker.memory.ground(connection, asker.tenant, version.id).await?;
            if let Some(area) = ground.areas.iter().find(|it| it.code == code).cloned() {
                return Ok(Some((candidate.clone(), version.clone(), ground, area)));
            }
        }
    }
    Ok(None)
}

/// The versions in which the unit is the same: this one, and those that a crosswalk links with
/// the whole of it.
async fn same_unit(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
    version: &AreaVersion,
    code: &str,
) -> Result<Vec<i64>, StoreError> {
    let mut same = vec![version.id];
    for earlier in shelf.versions.iter().filter(|it| it.geography == version.geography) {
        if earlier.id == version.id {
            continue;
        }
        let pair = (earlier.id, version.id);
        let links = areas::crosswalk(connection, asker.tenant, pair).await?;
        let into: Vec<_> = links.iter().filter(|link| link.to_code == code).collect();
        if let [link] = into.as_slice()
            && link.from_code == code
            && link.weight > 1.0 - 1e-9
        {
            same.push(earlier.id);
        }
    }
    Ok(same)
}

pub(crate) fn key_measures(shelf: &Shelf, geography: &Geography) -> Vec<Measure> {
    let Some(holdings) = shelf.holdings.get(&geography.id) else { return Vec::new() };
    let find = |code: &&str| holdings.measures.iter().find(|it| it.code == **code).cloned();
    let mut measures: Vec<Measure> = KEY_MEASURES.iter().filter_map(find).collect();
    for measure in &holdings.measures {
        if measures.len() >= SERIES {
            break;
        }
        if !measures.iter().any(|it| it.code == measure.code) {
            measures.push(measure.clone());
        }
    }
    measures
}

pub(super) async fn open(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    measures: &[Measure],
    versions: &[i64],
    are_joined: bool,
) -> Result<Opened, StoreError> {
    let ends: Vec<String> = measures.iter().filter_map(Measure::ends).flatten().collect();
    let mut codes: Vec<&str> = measures.iter().flat_map(|it| it.recipe.needs()).collect();
    codes.extend(ends.iter().map(String::as_str));
    codes.extend(are_joined.then_some(WEIGHT));
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() {
        return Ok(Opened::new());
    }
    let wanted = Wanted { indicators: &codes, periods: &[], area_versions: versions };
    let opened =
        releases::latest(connection, asker.tenant, asker.key, wanted, asker.audience).await?;
    let key =
        |it: &OpenedColumn| (it.indicator.clone(), it.head.area_version, it.head.period.clone());
    Ok(opened.into_iter().map(|it| (key(&it), it)).collect())
}

async fn points(
    asker: Asker<'_>,
    connection: &mut AnyConnection,
    shelf: &Shelf,
    opened: &Opened,
    (measure, place): (&Measure, &Place),
) -> Result<Vec<Released<Moment>>, StoreError> {
    let needs = measure.recipe.needs();
    let Some(first) = needs.first() else { return Ok(Vec::new()) };
    let mut points = Vec::new();
    for (indicator, version, period) in opened.keys() {
        if indicator != first {
            continue;
        }
        let ground = asker.memory.ground(connection, asker.tenant, *version).await?;
        let Some(at) = place.positions(&ground, *version) else { continue };
        let column = |code: &str| column_at(opened, code, *version, period);
        points.extend(moment(shelf, (measure, period, *version), &at, column));
    }
    let day = |it: &Released<Moment>| it.show(asker.audience).and_then(|it| last_day(&it.period));
    points.sort_by_key(day);
    Ok(points)
}

/// A measure of some area units together, in one period.
fn moment<'a>(
    shelf: &Shelf,
    (measure, period, version): (&Measure, &str, i64),
    at: &[usize],
    column: impl Fn(&str) -> Option<&'a OpenedColumn>,
) -> Option<Released<Moment>> {
    let joining = shelf.joining(measure);
    let stored = |code: &str| column(code).map(|it| it.column.as_ref());
    let values = join::join((&measure.over(period), joining), at, stored)?;
    let needs = measure.recipe.needs();
    let used: Vec<&OpenedColumn> = needs.iter().filter_map(|code| column(code)).collect();
    let number = used.iter().map(|it| it.number).max().unwrap_or(0);
    let datasets = used.iter().map(|it| it.dataset_version).collect();
    let moment = values.map(|values| Moment {
        period: period.to_owned(),
        area_version: version,
        value: cell(&values, 0),
        city: values.total,
        number,
        datasets,
        base: None,
        city_base: None,
        band: None,
    });
    let narrow = |it: &Column| cell(&join::narrowed(it, at), 0);
    // The ends of a band are added up with the counts that they belong to: too wide rather than
    // too narrow, whatever the errors of the parts have in common. A mean has none.
    let adds_up = at.len() == 1 || joining == Some(Joining::Counts);
    let band = overview::band(measure, measure.ends().as_ref(), &column).filter(|_| adds_up);
    let moment = match band.map(|it| it.map(|(low, high)| (narrow(&low), narrow(&high)))) {
        Some(band) => moment.zip(band).map(|(it, band)| Moment { band: Some(band), ..it }),
        None => moment,
    };
    let base = measure.recipe.base().and_then(stored);
    Some(match base.map(|it| it.map(|it| (narrow(it), it.total))) {
        Some(base) => moment.zip(base).map(|(it, (base, city_base))| Moment {
            base: Some(base),
            city_base: Some(city_base),
            ..it
        }),
        None => moment,
    })
}

/// The column of a period, or of one that ends on the same day: a flow meets the stock at its end.
pub(super) fn column_at<'a>(
    opened: &'a Opened,
    code: &str,
    version: i64,
    period: &str,
) -> Option<&'a OpenedColumn> {
    let exact = opened.get(&(code.to_owned(), version, period.to_owned()));
    let end = last_day(period);
    exact.or_else(|| {
        let first = (code.to_owned(), version, String::new());
        let same =
            opened.range(first..).take_while(|((it, at, _), _)| it == code && *at == version);
        same.map(|(key, column)| (&key.2, column)).find(|it| last_day(it.0) == end).map(|it| it.1)
    })
}

pub(super) fn cell(column: &Column, at: usize) -> Cell {
    column.cells.get(at).copied().unwrap_or(Cell::MISSING)
}

/// The breaks that somebody described, and one where the area units changed.
fn breaks(shelf: &Shelf, versions: &[i64]) -> Vec<Break> {
    let mut breaks = shelf.breaks.clone();
    let mut starts: Vec<&AreaVersion> =
        shelf.versions.iter().filter(|it| versions.contains(&it.id)).collect();
    starts.sort_by(|a, b| a.valid_from.cmp(&b.valid_from));
    for version in starts.into_iter().skip(1) {
        let year = version.valid_from.get(..4).unwrap_or_default();
        let is_described = |it: &Break| it.indicator.is_none() && it.at_period.starts_with(year);
        if breaks.iter().any(is_described) {
            continue;
        }
        breaks.push(Break {
            indicator: None,
            at_period: version.valid_from.clone(),
            note_de: format!("neue Grenzen {year}"),
            note_en: format!("new boundaries {year}"),
        });
    }
    breaks
}

impl Series {
    /// The newest moment that has a value, if the reader may see it.
    #[must_use]
    pub fn newest(&self, reader: Audience) -> Option<&Moment> {
        let shown = self.points.iter().rev().filter_map(|it| it.show(reader));
        let mut shown = shown.peekable();
        let newest = shown.peek().copied();
        shown.find(|it| it.value.number().is_some()).or(newest)
    }
}
