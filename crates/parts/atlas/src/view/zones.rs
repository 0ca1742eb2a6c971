//! The parts of a quarter: their values, and how different they are.

use ankunft_arrival::{Part, PartDifferences, PartsRule, part_differences};
use ankunft_disclosure::{Cell, Column, Released};
use ankunft_platform::register::areas::{Area, AreaVersion, Geography};
use ankunft_platform::store::StoreError;
use sqlx::AnyConnection;

use super::overview::Asker;
use super::profile::{cell, column_at, key_measures, open};
use crate::composed::Place;
use crate::model::measure::{Measure, Unit};
use crate::store::Shelf;

/// By whom a part is weighed where its measure is no share of anybody.
const POPULATION: &str = "population";

/// The parts of a quarter in the newest period.
#[derive(Clone, Debug)]
pub struct Zones {
    /// The smaller kind of area unit.
    pub geography: Geography,
    /// The period.
    pub period: String,
    /// The measures shown.
    pub measures: Vec<Measure>,
    /// The period of each, which may be another name of the same day.
    pub periods: Vec<String>,
    /// Each part with its values, in the order of measures.
    pub rows: Released<Vec<(Area, Vec<Cell>)>>,
    /// How different the parts are, in the order of measures; none for counts, and where fewer
    /// than two parts have a value.
    pub differences: Vec<Released<Option<PartDifferences>>>,
}

/// The units that a quarter is joined from; of an area unit those of the next finer geography
/// whose parent it is.
pub(super) async fn zones(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
    (geography, version, of): (&Geography, &AreaVersion, &Place),
) -> Result<Option<Zones>, StoreError> {
    let is_joined = of.joined.is_some();
    let fits = |it: &&Geography| match is_joined {
        true => it.id == geography.id,
        false => it.rank > geography.rank,
    };
    for geography in shelf.geographies.iter().filter(fits) {
        let measures = key_measures(shelf, geography);
        let Some(leading) = measures.first() else { continue };
        let periods = shelf.periods(geography, leading);
        let holds = |id: i64| match is_joined {
            true => of.versions().contains(&id),
            false => {
                shelf.versions.iter().any(|it| it.id == id && it.valid_from >= version.valid_from)
            }
        };
        let Some((period, area_version)) = periods.into_iter().find(|(_, it)| holds(*it)) else {
            continue;
        };
        let ground = asker.memory.ground(connection, asker.tenant, area_version).await?;
        let joined = of.positions(&ground, area_version).unwrap_or_default();
        let is_part = |it: &&Area| match is_joined {
            true => joined.contains(&place(it)),
            false => it.parent.as_deref() == Some(of.area.code.as_str()),
        };
        let parts: Vec<Area> = ground.areas.iter().filter(is_part).cloned().collect();
        if parts.is_empty() {
            continue;
        }
        let opened = open(connection, asker, &measures, &[area_version], false).await?;
        let column = |code: &str| column_at(&opened, code, area_version, &period);
        let stored = |code: &str| column(code).map(|it| it.column.as_ref());
        // A flow that ends on the day is one of its own time.
        let own = |it: &Measure| {
            let first = it.recipe.needs().first().and_then(|code| column(code));
            first.map_or_else(|| period.clone(), |it| it.head.period.clone())
        };
        let measures = measures.iter().map(|it| it.over(&own(it))).collect();
        let (measures, rows) = zone_rows(measures, stored, &parts);
        let compare = |it: &Measure| differences(it, stored, &parts);
        let differences = measures.iter().filter_map(compare).collect();
        let periods = measures.iter().map(own).collect();
        let geography = geography.clone();
        let zones = |rows| Zones { geography, period, measures, periods, rows, differences };
        return Ok(rows.map(zones));
    }
    Ok(None)
}

/// Each part of a quarter with its values.
type ZoneRows = Released<Vec<(Area, Vec<Cell>)>>;

/// The measures that can be computed, and their values for each part.
fn zone_rows<'a>(
    measures: Vec<Measure>,
    stored: impl Fn(&str) -> Option<Released<&'a Column>>,
    parts: &[Area],
) -> (Vec<Measure>, Option<ZoneRows>) {
    let mut rows: Option<ZoneRows> = None;
    let mut shown = Vec::new();
    for measure in measures {
        let Some(values) = measure.recipe.compute(&stored) else { continue };
        shown.push(measure);
        rows = Some(match rows {
            None => values.map(|values| {
                let row = |area: &Area| (area.clone(), vec![cell(&values, place(area))]);
                parts.iter().map(row).collect()
            }),
            Some(rows) => rows.zip(values).map(|(mut rows, values)| {
                for (area, cells) in &mut rows {
                    cells.push(cell(&values, place(area)));
                }
                rows
            }),
        });
    }
    (shown, rows)
}

/// The place of an area unit in a column.
fn place(area: &Area) -> usize {
    usize::try_from(area.position).unwrap_or(usize::MAX)
}

/// How different the parts are in a measure, each weighing as many people as its share is a share
/// of, or its residents. `None` if the measure cannot be computed.
fn differences<'a>(
    measure: &Measure,
    stored: impl Fn(&str) -> Option<Released<&'a Column>>,
    parts: &[Area],
) -> Option<Released<Option<PartDifferences>>> {
    let values = measure.recipe.compute(&stored)?;
    if measure.unit == Unit::Count {
        return Some(values.map(|_| None));
    }
    let compare = |values: &Column, people: Option<&Column>| {
        let part = |at: usize| Part {
            value: cell(values, at).number(),
            residents: people.and_then(|it| cell(it, at).number()),
        };
        let all: Vec<Part> = (0..values.cells.len()).map(part).collect();
        let here: Vec<Part> = parts.iter().map(|it| part(place(it))).collect();
        part_differences(&here, &all, values.total.number(), &PartsRule::default())
    };
    Some(match stored(measure.recipe.base().unwrap_or(POPULATION)) {
        Some(people) => values.zip(people).map(|(values, people)| compare(&values, Some(people))),
        None => values.map(|values| compare(&values, None)),
    })
}
