//! One measure in one period over all area units: the overview.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_disclosure::{Audience, Cell, Column, Nutzung, Policy, ReleaseKey, Released};
use ankunft_platform::datasets::DatasetVersion;
use ankunft_platform::register::areas::{Area, AreaVersion, Geography};
use ankunft_platform::releases::{self, OpenedColumn, Wanted};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use crate::composed::join::{Joining, WEIGHT};
use crate::model::catalogue::WHOLE;
use crate::model::measure::Measure;
use crate::store::{Ground, Memory, Shelf, last_day};

/// What a reader asks for. What is left out is chosen: the newest, the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The code of the geography.
    pub geography: Option<String>,
    /// The code of the measure.
    pub measure: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// Whether another period will do where the measure has none of that name: a person who
    /// changes the measure wants to see it, a program wants what it asked for.
    pub nearest: bool,
}

impl Question {
    /// How far a period ends from the one that was asked for, in days; the earlier of two first.
    fn distance(&self, period: &str) -> (i32, bool) {
        let asked = self.period.as_deref().and_then(last_day);
        let (Some(asked), Some(day)) = (asked, last_day(period)) else { return (i32::MAX, true) };
        let days = (day - asked).get_days();
        (days.abs(), days > 0)
    }
}

/// Who asks, and with which key releases are opened.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// The city.
    pub tenant: Tenant,
    /// The kind of reader.
    pub audience: Audience,
    /// The key of the installation's releases.
    pub key: &'a ReleaseKey,
    /// What is kept in memory.
    pub memory: &'a Memory,
}

/// The overview: choices, and figures where there are any.
#[derive(Debug)]
pub struct Overview {
    /// What the city has.
    pub shelf: Arc<Shelf>,
    /// The geographies that have figures.
    pub geographies: Vec<Geography>,
    /// The measures of the chosen geography.
    pub measures: Vec<Measure>,
    /// The periods of the chosen measure, the newest first.
    pub periods: Vec<String>,
    /// The figures; none if the city has released nothing for this reader.
    pub figures: Option<Figures>,
}

/// The figures of one measure in one period.
#[derive(Debug)]
pub struct Figures {
    /// The geography.
    pub geography: Geography,
    /// The version of its area units.
    pub version: AreaVersion,
    /// The units and their map.
    pub ground: Arc<Ground>,
    /// What is measured.
    pub measure: Measure,
    /// When.
    pub period: String,
    /// The values.
    pub values: Released<Column>,
    /// The stored columns from which the values are computed, by code.
    pub parts: Vec<(String, Released<Column>)>,
    /// The ends of the likely bands, where figures come with any.
    pub band: Option<Released<(Column, Column)>>,
    /// Where each stored column comes from.
    pub sources: Vec<Origin>,
    /// By what a ready share is weighted where units are joined, and where that comes from.
    pub(crate) weight: Option<(Released<Column>, Origin)>,
}

/// The ends of the band in which a figure likely lies: the least and the greatest value.
pub type Ends = (Cell, Cell);

/// Where a column comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The code of the indicator.
    pub indicator: String,
    /// The dataset version.
    pub dataset: DatasetVersion,
    /// The rule by which the released figures are protected.
    pub policy: Policy,
    /// The circle that they are released for, which may be wider than the dataset was meant for.
    pub nutzung: Nutzung,
    /// The release, so that a Sperrung finds what cites it.
    pub release: i64,
}

/// One area unit with what is shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The unit.
    pub area: &'a Area,
    /// The value.
    pub value: Cell,
    /// The cells from which it is computed, in the order of [`Figures::parts`].
    pub parts: Vec<Cell>,
    /// Where it likely lies.
    pub band: Option<Ends>,
}

impl Figures {
    /// The rows in the order of the area version, if the reader may see them.
    #[must_use]
    pub fn rows(&self, reader: Audience) -> Option<Vec<Row<'_>>> {
        let values = self.values.show(reader)?;
        let parts: Vec<&Column> =
            self.parts.iter().map(|(_, part)| part.show(reader)).collect::<Option<_>>()?;
        let band = self.band.as_ref().and_then(|it| it.show(reader));
        let rows = self.ground.areas.iter().enumerate().map(|(at, area)| Row {
            area,
            value: cell(values, at),
            parts: parts.iter().map(|part| cell(part, at)).collect(),
            band: band.map(|(low, high)| (cell(low, at), cell(high, at))),
        });
        Some(rows.collect())
    }

    /// Where the value of the whole city likely lies.
    #[must_use]
    pub fn whole_band(&self, reader: Audience) -> Option<Ends> {
        let (low, high) = self.band.as_ref()?.show(reader)?;
        Some((low.total, high.total))
    }

    /// The value of the whole city and what it is computed from.
    #[must_use]
    pub fn whole(&self, reader: Audience) -> Option<(Cell, Vec<Cell>)> {
        let parts = self.parts.iter().map(|(_, part)| Some(part.show(reader)?.total));
        Some((self.values.show(reader)?.total, parts.collect::<Option<_>>()?))
    }
}

fn cell(column: &Column, at: usize) -> Cell {
    column.cells.get(at).copied().unwrap_or(Cell::MISSING)
}

/// Answers a question about one measure in one period.
///
/// Three statements, whatever is asked and however many area units there are.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn overview(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    question: &Question,
) -> Result<Overview, StoreError> {
    let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
    let geographies: Vec<Geography> = shelf.geographies_with_figures().cloned().collect();
    let wanted = |it: &&Geography| question.geography.as_ref().is_none_or(|code| *code == it.code);
    // The city as a whole is no map; who asks for nothing is shown its units, where there are any.
    let is_first = |it: &&Geography| question.geography.is_some() || it.code != WHOLE;
    let first = geographies.iter().filter(wanted).find(is_first);
    let Some(geography) = first.or(geographies.first().filter(wanted)).cloned() else {
        let (measures, periods) = (Vec::new(), Vec::new());
        return Ok(Overview { shelf, geographies, measures, periods, figures: None });
    };
    let measures =
        shelf.holdings.get(&geography.id).map_or_else(Vec::new, |it| it.measures.clone());
    let wanted = |it: &&Measure| question.measure.as_ref().is_none_or(|code| *code == it.code);
    let measure = measures.iter().find(wanted).cloned();
    let periods = measure.as_ref().map_or_else(Vec::new, |it| shelf.periods(&geography, it));
    let wanted = |it: &&(String, i64)| question.period.as_ref().is_none_or(|text| *text == it.0);
    let nearest = || periods.iter().min_by_key(|it| question.distance(&it.0));
    let exact = periods.iter().find(wanted);
    let place = exact.or_else(|| nearest().filter(|_| question.nearest)).cloned();
    let figures = match (measure, place) {
        (Some(measure), Some(place)) => {
            figures(connection, asker, &shelf, geography, measure, place).await?
        }
        _ => None,
    };
    let periods = periods.into_iter().map(|(period, _)| period).collect();
    Ok(Overview { shelf, geographies, measures, periods, figures })
}

async fn figures(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
    geography: Geography,
    measure: Measure,
    (period, area_version): (String, i64),
) -> Result<Option<Figures>, StoreError> {
    let Some(sight) = Sight::new(shelf, geography, measure, (period, area_version)) else {
        return Ok(None);
    };
    let opened = open(connection, asker, std::slice::from_ref(&sight)).await?;
    let ground = asker.memory.ground(connection, asker.tenant, area_version).await?;
    Ok(sight.of(shelf, ground, &opened))
}

/// All columns that some sights need, in one statement; others may be among them.
async fn open(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    sights: &[Sight],
) -> Result<Vec<OpenedColumn>, StoreError> {
    let places = || sights.iter().flat_map(Sight::columns);
    let codes: BTreeSet<&str> = places().map(|(code, _)| code).collect();
    let periods: BTreeSet<&str> = places().map(|(_, period)| period).collect();
    let versions: BTreeSet<i64> = sights.iter().map(|it| it.area_version).collect();
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Wanted {
        indicators: &codes.into_iter().collect::<Vec<_>>(),
        periods: &periods.into_iter().collect::<Vec<_>>(),
        area_versions: &versions.into_iter().collect::<Vec<_>>(),
    };
    releases::latest(connection, asker.tenant, asker.key, wanted, asker.audience).await
}

/// One measure in one period over one version of area units.
#[derive(Clone, Debug)]
struct Sight {
    geography: Geography,
    measure: Measure,
    period: String,
    area_version: i64,
    /// The period of each column that is needed: a flow stands beside the stock at its end.
    places: BTreeMap<String, String>,
    /// The columns with the ends of its band, if there is one.
    ends: Option<[String; 2]>,
    ends_at: BTreeMap<String, String>,
    /// The period of the residents by which a ready share is weighted, where units are joined.
    weight_at: Option<String>,
}

impl Sight {
    fn new(
        shelf: &Shelf,
        geography: Geography,
        measure: Measure,
        (period, area_version): (String, i64),
    ) -> Option<Self> {
        let holdings = shelf.holdings.get(&geography.id)?;
        let beside = |code: &str| {
            let place = holdings.beside(code, &period, area_version)?;
            Some((code.to_owned(), place.to_owned()))
        };
        let places = measure.recipe.needs().into_iter().filter_map(beside).collect();
        let ends = shelf.ends(&geography, &measure, &period, area_version);
        let ends_at = ends.iter().flatten().map(|it| (it.clone(), period.clone())).collect();
        let is_joined = shelf.composed.iter().any(|it| it.geography == geography.id);
        let needs_weight = is_joined && shelf.joining(&measure) == Some(Joining::Mean);
        let weight_at = needs_weight.then(|| holdings.beside(WEIGHT, &period, area_version));
        let weight_at = weight_at.flatten().map(str::to_owned);
        let measure = measure.over(&period);
        Some(Self { geography, measure, period, area_version, places, ends, ends_at, weight_at })
    }

    /// Finds what a question names in full; nothing is chosen for it.
    fn find(shelf: &Shelf, question: &Question) -> Option<Self> {
        let (code, period) = (question.geography.as_ref()?, question.period.as_ref()?);
        let geography = shelf.geographies.iter().find(|it| it.code == *code)?;
        let holdings = shelf.holdings.get(&geography.id)?;
        let mut measures = holdings.measures.iter();
        let measure = measures.find(|it| Some(&it.code) == question.measure.as_ref())?;
        let place = holdings.periods(measure).iter().find(|(it, _)| it == period).cloned()?;
        Self::new(shelf, geography.clone(), measure.clone(), place)
    }

    /// The columns that it needs, each by code and period.
    fn columns(&self) -> impl Iterator<Item = (&str, &str)> {
        let named = self.places.iter().chain(&self.ends_at);
        let named = named.map(|(code, period)| (code.as_str(), period.as_str()));
        named.chain(self.weight_at.as_deref().map(|it| (WEIGHT, it)))
    }

    /// The figures, if all columns that they need are among the opened ones.
    fn of(self, shelf: &Shelf, ground: Arc<Ground>, opened: &[OpenedColumn]) -> Option<Figures> {
        let codes = self.measure.recipe.needs();
        let among = |places: &BTreeMap<String, String>| -> BTreeMap<&str, &OpenedColumn> {
            let here = opened.iter().filter(|it| it.head.area_version == self.area_version);
            let named = here.filter(|it| places.get(&it.indicator) == Some(&it.head.period));
            named.map(|it| (it.indicator.as_str(), it)).collect()
        };
        let by_code = among(&self.places);
        let mut with_ends = among(&self.ends_at);
        with_ends.extend(&by_code);
        let band = band(&self.measure, self.ends.as_ref(), |code| with_ends.get(code).copied());
        let stored = |code: &str| by_code.get(code).map(|it| it.column.as_ref());
        let values = self.measure.recipe.compute(stored)?;
        let version = shelf.versions.iter().find(|it| it.id == self.area_version).cloned()?;
        let part = |code: &&str| Some(((*code).to_owned(), by_code.get(*code)?.column.clone()));
        let parts = codes.iter().filter_map(part).collect();
        let sources = by_code.values().filter_map(|it| shelf.origin(it)).collect();
        let is_weight = |it: &&OpenedColumn| {
            it.head.area_version == self.area_version
                && it.indicator == WEIGHT
                && Some(&it.head.period) == self.weight_at.as_ref()
        };
        let weight = opened.iter().find(is_weight);
        let weight = weight.and_then(|it| Some((it.column.clone(), shelf.origin(it)?)));
        let Self { geography, measure, period, .. } = self;
        Some(Figures {
            geography,
            version,
            ground,
            measure,
            period,
            values,
            parts,
            band,
            sources,
            weight,
        })
    }
}

/// Answers several questions that each name geography, measure and period; one answer for each.
///
/// Two statements, however many questions, once the area units are in memory.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn exactly(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    questions: &[Question],
) -> Result<(Arc<Shelf>, Vec<Option<Figures>>), StoreError> {
    let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
    let sights: Vec<Option<Sight>> = questions.iter().map(|it| Sight::find(&shelf, it)).collect();
    let found: Vec<Sight> = sights.iter().flatten().cloned().collect();
    let opened = open(connection, asker, &found).await?;
    let mut figures = Vec::new();
    for sight in sights {
        figures.push(match sight {
            Some(sight) => {
                let ground =
                    asker.memory.ground(connection, asker.tenant, sight.area_version).await?;
                sight.of(&shelf, ground, &opened)
            }
            None => None,
        });
    }
    Ok((shelf, figures))
}

/// The ends of the bands of a measure, if they came with its very figures.
pub(super) fn band<'a>(
    measure: &Measure,
    ends: Option<&[String; 2]>,
    opened: impl Fn(&str) -> Option<&'a OpenedColumn>,
) -> Option<Released<(Column, Column)>> {
    let [low, high] = ends?;
    let (of, low, high) = (opened(&measure.code)?, opened(low)?, opened(high)?);
    let same = [low, high].iter().all(|it| it.dataset_version == of.dataset_version);
    same.then(|| low.column.clone().zip(high.column.clone()))
}

impl Shelf {
    /// The codes of the ends of a measure's bands, if they are there for this period.
    #[must_use]
    pub fn ends(
        &self,
        geography: &Geography,
        measure: &Measure,
        period: &str,
        area_version: i64,
    ) -> Option<[String; 2]> {
        let stored = &self.holdings.get(&geography.id)?.stored;
        let ends = measure.ends()?;
        let is_there = |code: &String| stored.get(code)?.get(period).copied();
        ends.iter().all(|it| is_there(it) == Some(area_version)).then_some(ends)
    }

    /// Where an opened column comes from.
    #[must_use]
    pub fn origin(&self, column: &OpenedColumn) -> Option<Origin> {
        Some(Origin {
            indicator: column.indicator.clone(),
            dataset: self.datasets.get(&column.dataset_version)?.clone(),
            policy: column.head.policy.clone(),
            nutzung: column.head.nutzung,
            release: column.head.release,
        })
    }
}
