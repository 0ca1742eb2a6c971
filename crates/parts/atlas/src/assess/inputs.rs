//! What an assessment is made from: the best measure of each dimension in the newest period, and
//! the same in the years before, over the area units of today.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_arrival::{Counted, Features, Measure, Panel, Period};
use ankunft_disclosure::{Audience, Released};
use ankunft_platform::indicators::Break;
use ankunft_platform::register::areas::{AreaVersion, Geography};
use ankunft_platform::releases::{self, OpenedColumn};
use ankunft_platform::store::StoreError;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::bridge::Bridges;
use super::kind::{self, Around};
use super::measures::{RESIDENTS, WAYS, Way, codes};
use super::noise;
use super::source::{Entered, EnteredColumn};
use crate::store::{Ground, Shelf, last_day};
use crate::view::overview::{Asker, Origin};

/// Everything that goes into an assessment.
#[derive(Debug)]
pub(super) struct Inputs {
    pub geography: Geography,
    pub version: AreaVersion,
    pub ground: Arc<Ground>,
    /// The period that is reported, and all, the oldest first.
    pub period: String,
    pub periods: Vec<String>,
    pub ways: Vec<Way>,
    pub panel: Released<Panel>,
    /// What tells of which kind each unit is.
    pub features: Released<Vec<Features>>,
    /// Units whose earlier figures were put together from others.
    pub bridged: BTreeSet<String>,
    /// The last period whose figures were carried from earlier units.
    pub bridged_until: Option<String>,
    pub error: noise::Error,
    /// The releases that the figures come from.
    pub releases: Vec<i64>,
    /// Where the figures of the reported day come from.
    pub sources: Vec<Origin>,
    /// Which columns entered, period by period.
    pub entered: Vec<Entered>,
    /// Where series are interrupted.
    pub breaks: Vec<Break>,
}

/// The opened columns of a geography by code, version and last day.
pub(super) struct Opened<'a> {
    by_place: BTreeMap<(&'a str, i64, Date), Vec<&'a OpenedColumn>>,
}

impl<'a> Opened<'a> {
    fn of(columns: &'a [OpenedColumn]) -> Self {
        let mut by_place: BTreeMap<_, Vec<&OpenedColumn>> = BTreeMap::new();
        for it in columns {
            let Some(day) = last_day(&it.head.period) else { continue };
            by_place
                .entry((it.indicator.as_str(), it.head.area_version, day))
                .or_default()
                .push(it);
        }
        Self { by_place }
    }

    /// The column of an indicator that ends on a day. Of two the one over the shorter time, which
    /// says more.
    pub(super) fn at(&self, code: &str, version: i64, day: Date) -> Option<&'a OpenedColumn> {
        let here = self.by_place.get(&(code, version, day))?;
        let readable = here.iter().filter(|it| Period::read(&it.head.period).is_some());
        readable.max_by_key(|it| it.head.period.len()).copied()
    }

    /// All columns that a way needs at a day; for counts the residents among them.
    fn of_way(&self, way: &Way, version: i64, day: Date) -> Option<Vec<&'a OpenedColumn>> {
        if way.counted.is_count() {
            self.residents(version, day)?;
        }
        let columns: Vec<&OpenedColumn> =
            way.codes.iter().map(|code| self.at(code, version, day)).collect::<Option<_>>()?;
        let length = |it: &&OpenedColumn| it.head.period.len();
        let alike = columns.windows(2).all(|pair| length(&pair[0]) == length(&pair[1]));
        (alike || !way.counted.is_flow()).then_some(columns)
    }

    fn residents(&self, version: i64, day: Date) -> Option<&'a OpenedColumn> {
        RESIDENTS.iter().find_map(|code| self.at(code, version, day))
    }

    /// The newest column of an indicator.
    pub(super) fn newest(&self, code: &str, version: i64) -> Option<&'a OpenedColumn> {
        let days = self.days(version);
        days.into_iter().rev().find_map(|day| self.at(code, version, day))
    }

    /// The days of a version, the oldest first.
    pub(super) fn days(&self, version: i64) -> BTreeSet<Date> {
        self.by_place.keys().filter(|it| it.1 == version).map(|it| it.2).collect()
    }

    /// The best way for each dimension at a day.
    fn best(&self, version: i64, day: Date) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        for way in &WAYS {
            let is_new = ways.iter().all(|it| it.dimension != way.dimension);
            if is_new && self.of_way(way, version, day).is_some() {
                ways.push(*way);
            }
        }
        ways
    }
}

/// A period of the panel: its day, the version that its figures are over, and what it is called.
struct Row<'a> {
    period: Period,
    version: i64,
    residents: Option<&'a OpenedColumn>,
    columns: Vec<Vec<&'a OpenedColumn>>,
}

impl<'a> Row<'a> {
    /// Which columns it was made from, without their figures.
    fn entered(&self, shelf: &Shelf) -> Entered {
        let named = |it: &&OpenedColumn| {
            let origin = shelf.origin(it)?;
            Some(EnteredColumn { period: it.head.period.clone(), origin })
        };
        Entered {
            area_version: self.version,
            residents: self.residents.as_ref().and_then(named),
            columns: self.columns.iter().map(|it| it.iter().filter_map(named).collect()).collect(),
        }
    }

    /// All columns that it was made from.
    fn used(&self) -> impl Iterator<Item = &'a OpenedColumn> {
        self.columns.iter().flatten().chain(&self.residents).copied()
    }
}

/// The inputs for one geography; `None` if no dimension can be measured over it.
pub(super) async fn read(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
    geography: &Geography,
) -> Result<Option<Inputs>, StoreError> {
    let versions: Vec<&AreaVersion> =
        shelf.versions.iter().filter(|it| it.geography == geography.id).collect();
    let ids: Vec<i64> = versions.iter().map(|it| it.id).collect();
    if ids.is_empty() {
        return Ok(None);
    }
    let codes: Vec<&str> = codes().into_iter().chain(kind::CODES).collect();
    let wanted = (codes.as_slice(), ids.as_slice());
    let columns =
        releases::series(connection, asker.tenant, asker.key, wanted, asker.audience).await?;
    let opened = Opened::of(&columns);
    let Some((version, day, ways)) = newest(&opened, &versions) else { return Ok(None) };
    let bridges = Bridges::read(connection, asker.tenant, &shelf.versions, version).await?;
    let ground = asker.memory.ground(connection, asker.tenant, version.id).await?;
    let mut grounds = earlier_grounds(connection, asker, &bridges).await?;
    grounds.insert(version.id, Arc::clone(&ground));
    let rows = rows(&opened, &bridges, (version.id, day), &ways);
    let codes: Vec<String> = ground.areas.iter().map(|it| it.code.clone()).collect();
    let carrier = Carrier {
        bridges: &bridges,
        grounds: &grounds,
        to: version.id,
        codes: &codes,
        reader: asker.audience,
    };
    let around = Around::of(&opened, (version.id, day), asker.audience);
    let used: Vec<&OpenedColumn> = rows.iter().flat_map(Row::used).chain(around.used()).collect();
    let Some(figures) = together(&used) else { return Ok(None) };
    let newest = rows.last().into_iter().flat_map(Row::used);
    let sources = newest.filter_map(|it| shelf.origin(it)).collect();
    let releases: BTreeSet<i64> = used.iter().map(|it| it.head.release).collect();
    let entered = rows.iter().map(|it| it.entered(shelf)).collect();
    let error = noise::of(figures.policies());
    let panel = figures.map(|()| carrier.panel(&rows, &ways));
    let features = panel.as_ref().map(|it| kind::features(&around, it, &ground));
    let periods: Vec<String> = rows.iter().map(|it| it.period.to_string()).collect();
    let (bridged, bridged_until) = carrier.changed(&rows);
    Ok(Some(Inputs {
        geography: geography.clone(),
        version: version.clone(),
        period: periods.last().cloned().unwrap_or_default(),
        periods,
        ways,
        panel,
        features,
        bridged,
        bridged_until,
        error,
        releases: releases.into_iter().collect(),
        sources,
        entered,
        breaks: shelf.breaks.clone(),
        ground,
    }))
}

/// The units of the versions from which figures are carried.
async fn earlier_grounds(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    bridges: &Bridges,
) -> Result<BTreeMap<i64, Arc<Ground>>, StoreError> {
    let mut grounds = BTreeMap::new();
    for earlier in bridges.versions() {
        grounds.insert(earlier, asker.memory.ground(connection, asker.tenant, earlier).await?);
    }
    Ok(grounds)
}

/// Of the last year in which anything can be measured, the newest day on which most dimensions
/// can: a stock is often delivered before the flows of its year, and what ended years ago does not
/// stand for today.
fn newest<'a>(
    opened: &Opened<'_>,
    versions: &[&'a AreaVersion],
) -> Option<(&'a AreaVersion, Date, Vec<Way>)> {
    let places =
        versions.iter().flat_map(|it| opened.days(it.id).into_iter().map(|day| (*it, day)));
    let measured = places.map(|(version, day)| (version, day, opened.best(version.id, day)));
    let measured: Vec<_> = measured.filter(|it| !it.2.is_empty()).collect();
    let last = measured.iter().map(|it| it.1).max()?;
    let year_before = last.saturating_sub(jiff::Span::new().years(1));
    let measured = measured.into_iter().filter(|it| it.1 > year_before);
    measured.max_by_key(|(version, day, ways)| {
        (ways.len(), *day, version.valid_from.clone(), version.id)
    })
}

/// The periods in which all of these ways can be gone, over the version itself or one before it.
fn rows<'a>(
    opened: &Opened<'a>,
    bridges: &Bridges,
    (version, last): (i64, Date),
    ways: &[Way],
) -> Vec<Row<'a>> {
    let mut rows: BTreeMap<Date, Row<'a>> = BTreeMap::new();
    let earlier: Vec<i64> = bridges.versions().collect();
    for version in earlier.into_iter().chain([version]) {
        for day in opened.days(version).into_iter().filter(|it| *it <= last) {
            let columns = ways.iter().map(|way| opened.of_way(way, version, day));
            let Some(columns) = columns.collect::<Option<Vec<_>>>() else { continue };
            let residents = opened.residents(version, day);
            let Some(period) = period(&columns, ways) else { continue };
            rows.insert(day, Row { period, version, residents, columns });
        }
    }
    let mut rows: Vec<Row<'a>> = rows.into_values().collect();
    // What is counted over another time than today is not compared: half-years beside years would
    // count double. A row without residents would leave the least population unasked.
    if let Some(newest) = rows.last() {
        let length = newest.period.to_string().len();
        let has_residents = newest.residents.is_some();
        rows.retain(|it| it.period.to_string().len() == length);
        rows.retain(|it| it.residents.is_some() || !has_residents);
    }
    // Two days of the same half-year are one period; the later one stands.
    rows.reverse();
    rows.dedup_by(|older, newer| older.period >= newer.period);
    rows.reverse();
    rows
}

/// What a row is called: by its flow, which says over which time it was counted.
fn period(columns: &[Vec<&OpenedColumn>], ways: &[Way]) -> Option<Period> {
    let text = |it: &&OpenedColumn| it.head.period.clone();
    let all = || columns.iter().zip(ways);
    let flows = all().filter(|it| it.1.counted.is_flow()).flat_map(|it| it.0);
    let flow = flows.map(text).max_by_key(|it| it.len());
    Period::read(&flow.or_else(|| all().flat_map(|it| it.0).map(text).next())?)
}

/// For whom something is that is computed from all of these columns, and how it is protected.
fn together(columns: &[&OpenedColumn]) -> Option<Released<()>> {
    let mut all = columns.iter().map(|it| it.column.as_ref().map(|_| ()));
    let first = all.next()?;
    Some(all.fold(first, |all, next| all.zip(next).map(|_| ())))
}

/// Brings columns over any version to the units of today.
struct Carrier<'a> {
    bridges: &'a Bridges,
    grounds: &'a BTreeMap<i64, Arc<Ground>>,
    to: i64,
    codes: &'a [String],
    reader: Audience,
}

impl Carrier<'_> {
    /// The units whose earlier figures were put together from others, and the last period of
    /// those that were carried. A unit without figures of its own before has none of others.
    fn changed(&self, rows: &[Row<'_>]) -> (BTreeSet<String>, Option<String>) {
        let earlier = || rows.iter().filter(|it| it.version != self.to);
        let mut changed = BTreeSet::new();
        for row in earlier() {
            let residents = self.values(row.version, row.residents.as_slice());
            let own = self.bridges.successors(row.version, &residents);
            let codes = self.codes.iter().map(String::as_str);
            let others = self.bridges.changed(row.version, codes);
            changed.extend(others.into_iter().filter(|it| own.contains(*it)).map(str::to_owned));
        }
        let until = earlier().next_back().map(|it| it.period.to_string());
        (changed, until)
    }

    fn panel(&self, rows: &[Row<'_>], ways: &[Way]) -> Panel {
        let has_residents = rows.iter().all(|it| it.residents.is_some());
        let residents = has_residents.then(|| {
            let of = |it: &Row<'_>| self.row(it, it.residents.as_slice(), true);
            rows.iter().map(of).collect()
        });
        let measures = ways.iter().enumerate().map(|(at, way)| Measure {
            dimension: way.dimension,
            counted: way.counted,
            series: rows.iter().map(|row| self.measured(row, (at, way))).collect(),
        });
        Panel {
            areas: self.codes.to_vec(),
            periods: rows.iter().map(|it| it.period.clone()).collect(),
            population: residents,
            measures: measures.collect(),
        }
    }

    fn measured(&self, row: &Row<'_>, (at, way): (usize, &Way)) -> Vec<Option<f64>> {
        let columns = &row.columns[at];
        let factor = way.factor * share_of_time(row, columns, way.counted);
        let values = self.row(row, columns, way.counted.is_count());
        values.into_iter().map(|it| it.map(|it| it * factor)).collect()
    }

    /// The sum of some columns for each unit of today; none where an earlier version is not its own
    /// history.
    fn row(&self, row: &Row<'_>, columns: &[&OpenedColumn], are_counts: bool) -> Vec<Option<f64>> {
        let values = self.values(row.version, columns);
        let values = if row.version == self.to {
            values
        } else {
            let mut carried = self.bridges.carry(row.version, values, (are_counts, self.codes));
            if are_counts {
                let residents = self.values(row.version, row.residents.as_slice());
                let successors = self.bridges.successors(row.version, &residents);
                carried.retain(|code, _| successors.contains(code));
            }
            carried
        };
        self.codes.iter().map(|code| values.get(code).copied()).collect()
    }

    /// The sum of some columns by the units of their own version.
    fn values(&self, version: i64, columns: &[&OpenedColumn]) -> BTreeMap<String, f64> {
        let number =
            |it: &&OpenedColumn, at: usize| it.column.show(self.reader)?.cells.get(at)?.number();
        let areas = self.grounds.get(&version).map_or(&[][..], |it| &it.areas);
        let sum = |at: usize| columns.iter().map(|it| number(it, at)).sum::<Option<f64>>();
        let of = areas.iter().enumerate().map(|(at, it)| Some((it.code.clone(), sum(at)?)));
        of.flatten().collect()
    }
}

/// A flow over a year beside one over half a year counts half of it.
fn share_of_time(row: &Row<'_>, columns: &[&OpenedColumn], counted: Counted) -> f64 {
    let is_half = |text: &str| text.len() == 6;
    let in_halves = is_half(&row.period.to_string());
    let over_a_year = columns.iter().all(|it| !is_half(&it.head.period));
    if counted == Counted::Flow && in_halves && over_a_year { 0.5 } else { 1.0 }
}
