//! The figures of Kernindikatoren that cities have given to who reads: one for each Kernindikator and
//! city, that of the whole city, the newest there is.
//!
//! A figure comes through a Weitergabe that stands and that goes to the reader, or in a file that the
//! reader took in and may use, and through nothing else; it stays [`Released`] until words are made of
//! it for the programme. What a city gives in this installation goes before what a file of it says.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_atlas::model::catalogue::measures;
use ankunft_atlas::model::measure::{Measure, Unit};
use ankunft_atlas::store::last_day;
use ankunft_disclosure::{Cell, Nutzung, ReleaseKey, Released};
use ankunft_formats::Nature;
use ankunft_platform::releases::{self, NamedColumn, OpenedColumn};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::{Tenant, TenantInfo};
use jiff::civil::Date;

use super::model::Fit;
use super::view::{Beside, Line, Told};
use crate::exchange::model::Grant;
use crate::exchange::store::received::Received;
use crate::package::READER;

/// What there is of a city for a Kernindikator.
#[derive(Clone, Debug)]
pub enum Standing {
    /// The city gives this reader nothing.
    Withheld,
    /// It has no such figure, or not among what it gives.
    Lacking,
    /// The figure.
    Given(Box<Given>),
}

/// A figure that a city gave.
#[derive(Clone, Debug)]
pub struct Given {
    /// What its number says.
    pub unit: Unit,
    /// Whether it speaks of a day or of a stretch of time.
    pub nature: Nature,
    /// The figure of the whole city.
    pub figure: Released<Cell>,
    /// Stichtag or Berichtszeitraum.
    pub period: String,
    /// What the area units are called that it was counted in, and their edition.
    pub geography: (String, String),
    /// How it came.
    pub by: By,
}

/// How a figure came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By this one of [`Values::grants`].
    Grant(usize),
    /// In the file of its city.
    File,
}

impl Standing {
    /// What stands of a city beside the others: with a figure what is said of that figure.
    #[must_use]
    pub fn told<'a>(&self, of: &'a Beside) -> Told<'a> {
        let by_file = match self {
            Self::Given(it) if it.by == By::File => of.told_by_file(),
            Self::Given(_) => return (of.own.as_ref().map(|it| &it.said), of.fit, None),
            Self::Withheld | Self::Lacking => None,
        };
        by_file.unwrap_or_else(|| of.told())
    }
}

/// The figures of all Kernindikatoren.
#[derive(Clone, Debug)]
pub struct Values {
    /// For each Kernindikator, in the order of its cities.
    pub lines: Vec<Vec<Standing>>,
    /// The Weitergaben that stand and go to the reader, each with its giver.
    pub grants: Vec<(Tenant, Grant)>,
}

/// A measure of a city in a period, and the columns that it is made of.
struct Chosen<'a> {
    measure: Measure,
    columns: Vec<&'a NamedColumn>,
}

/// Whose columns stand together: those that a city gives, or those of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    City(i64),
    File(i64),
}

/// What is chosen of what a city gives, and of its file.
type Choice<'a> = (Option<Chosen<'a>>, Option<Chosen<'a>>);

impl Values {
    /// Reads them as a tenant: three statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it, or a seal does not fit.
    pub async fn read(
        read: &mut Read,
        (key, reader): (&ReleaseKey, Tenant),
        lines: &[Line],
        grants: Vec<(Tenant, Grant)>,
    ) -> Result<Self, StoreError> {
        let codes = needed(lines);
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let of = |(giver, grant): &(Tenant, Grant)| {
            let giver = *giver;
            grant.releases.clone().into_iter().map(move |it| (giver, it))
        };
        let files: BTreeSet<i64> = came(lines).map(|it| it.dataset_version).collect();
        let of_files = releases::visible(read, reader, READER).await?.into_iter();
        let of_files = of_files.filter(|it| files.contains(&it.dataset_version));
        let of_files = of_files.map(|it| (reader.id(), it.release));
        let covered: BTreeSet<(i64, i64)> =
            grants.iter().flat_map(of).map(|it| (it.0.id(), it.1)).chain(of_files).collect();
        let covered: Vec<(Tenant, i64)> =
            covered.into_iter().map(|it| (Tenant::from_id(it.0), it.1)).collect();
        let named = releases::named(read, &covered, &codes, READER).await?;
        let mut of_whom: BTreeMap<Whose, Vec<&NamedColumn>> = BTreeMap::new();
        for it in &named {
            let is_of_file = it.tenant == reader && files.contains(&it.dataset_version);
            let file = is_of_file.then_some(Whose::File(it.dataset_version));
            of_whom.entry(file.unwrap_or(Whose::City(it.tenant.id()))).or_default().push(it);
        }
        let sets: BTreeMap<Whose, Vec<Set<'_>>> =
            of_whom.into_iter().map(|(whose, columns)| (whose, sets(&columns))).collect();
        let choose = |it: &Beside| choice(&sets, it);
        let chosen: Vec<Vec<Choice<'_>>> =
            lines.iter().map(|it| it.cities.iter().map(choose).collect()).collect();
        let all = chosen.iter().flatten().flat_map(|it| it.0.iter().chain(&it.1));
        let all = all.flat_map(|it| &it.columns);
        let all: BTreeMap<(i64, i64, &str), &NamedColumn> =
            all.map(|it| ((it.release, it.indicator_version, it.period.as_str()), *it)).collect();
        let all: Vec<&NamedColumn> = all.into_values().collect();
        let opened = releases::opened(read, key, &all, READER).await?;
        let line = |(line, chosen): (&Line, &Vec<Choice<'_>>)| {
            let cities = line.cities.iter().zip(chosen);
            cities.map(|(city, it)| standing(city, it, (&grants, &opened))).collect()
        };
        let lines = lines.iter().zip(&chosen).map(line).collect();
        Ok(Self { lines, grants })
    }

    /// How many there are, how many are withheld, and how many are lacking.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let all = || self.lines.iter().flatten();
        let given = all().filter(|it| matches!(it, Standing::Given(_))).count();
        let withheld = all().filter(|it| matches!(it, Standing::Withheld)).count();
        (given, withheld, all().count() - given - withheld)
    }

    /// By which Weitergaben figures came that are not public, each once.
    #[must_use]
    pub fn not_public(&self) -> Vec<&(Tenant, Grant)> {
        let of = |it: &Standing| match narrow(it)?.by {
            By::Grant(grant) => Some(grant),
            By::File => None,
        };
        let used: BTreeSet<usize> = self.lines.iter().flatten().filter_map(of).collect();
        used.into_iter().filter_map(|it| self.grants.get(it)).collect()
    }

    /// In which files figures came that are not public, each once.
    #[must_use]
    pub fn not_public_files<'a>(&self, lines: &'a [Line]) -> Vec<&'a Received> {
        let rows = lines.iter().zip(&self.lines);
        let rows = rows.flat_map(|(line, all)| line.cities.iter().zip(all));
        let of = |(city, it): (&'a Beside, &Standing)| {
            narrow(it).filter(|it| it.by == By::File)?;
            city.file.as_ref().map(|it| (it.came.number, &*it.came))
        };
        rows.filter_map(of).collect::<BTreeMap<i64, &Received>>().into_values().collect()
    }
}

fn narrow(it: &Standing) -> Option<&Given> {
    match it {
        Standing::Given(it) if it.figure.nutzung() != Nutzung::Public => Some(it),
        _ => None,
    }
}

/// What came as files of which something stands in these lines.
fn came(lines: &[Line]) -> impl Iterator<Item = &Received> {
    lines.iter().flat_map(|it| &it.cities).filter_map(|it| it.file.as_ref()).map(|it| &*it.came)
}

/// The codes of all that the cities' own measures are or are computed from, and those in files.
fn needed(lines: &[Line]) -> BTreeSet<String> {
    let cities = lines.iter().flat_map(|it| &it.cities);
    let said = cities
        .flat_map(|it| [it.own.as_ref().map(|it| &it.said), it.file.as_ref().map(|it| &it.said)]);
    let named = said.flatten().filter_map(|it| it.measure.as_ref());
    let with_parts = |code: &String| {
        let formula = ankunft_formats::indicator(code).and_then(|it| it.formula.as_ref());
        let parts = formula.into_iter().flat_map(|it| it.of.iter().chain(&it.minus).chain(&it.per));
        parts.chain([code]).cloned().collect::<Vec<_>>()
    };
    named.flat_map(with_parts).collect()
}

/// Columns of one city over the same area units in the same period, by the code of their indicator.
type Set<'a> = BTreeMap<&'a str, &'a NamedColumn>;

/// Adds a column; of two releases of it the later one stands.
fn add<'a>(set: &mut Set<'a>, it: &'a NamedColumn) {
    let known = set.get(it.indicator.as_str()).map_or(0, |it| it.release);
    if known < it.release {
        set.insert(&it.indicator, it);
    }
}

/// The columns of a city in sets, the newest period first. Beside what is counted over a time stands
/// what is counted on its last day: the events of a half-year beside the residents at its end.
fn sets<'a>(columns: &[&'a NamedColumn]) -> Vec<Set<'a>> {
    let mut sets: BTreeMap<(i64, &str), Set<'a>> = BTreeMap::new();
    let mut stocks: BTreeMap<(i64, Option<Date>), Set<'a>> = BTreeMap::new();
    for it in columns {
        add(sets.entry((it.area_version, it.period.as_str())).or_default(), it);
        let nature = ankunft_formats::indicator(&it.indicator).map(|it| it.nature);
        if nature == Some(Nature::Stock) {
            add(stocks.entry((it.area_version, last_day(&it.period))).or_default(), it);
        }
    }
    for ((areas, period), set) in &mut sets {
        for (code, it) in stocks.get(&(*areas, last_day(period))).into_iter().flatten() {
            set.entry(code).or_insert(it);
        }
    }
    let mut sets: Vec<((i64, &str), Set<'a>)> = sets.into_iter().collect();
    sets.sort_by_key(|((areas, period), _)| std::cmp::Reverse((last_day(period), *areas)));
    sets.into_iter().map(|it| it.1).collect()
}

/// A measure in the newest period in which all is there that it needs.
fn chosen<'a>(sets: &[Set<'a>], code: &str) -> Option<Chosen<'a>> {
    sets.iter().find_map(|set| {
        let stored = set.keys().map(|it| ((*it).to_owned(), BTreeMap::new())).collect();
        let measure = measures(&stored).into_iter().find(|it| it.code == code)?;
        let columns = measure.recipe.needs().into_iter().map(|it| set.get(it).copied());
        let columns = columns.collect::<Option<Vec<_>>>()?;
        Some(Chosen { columns, measure })
    })
}

/// What is there of what a city gives and of its file, as far as either says which measure is meant.
fn choice<'a>(sets: &BTreeMap<Whose, Vec<Set<'a>>>, of: &Beside) -> Choice<'a> {
    let own = || {
        let measure = of.own.as_ref()?.said.measure.as_deref()?;
        chosen(sets.get(&Whose::City(of.here.as_ref()?.tenant.id()))?, measure)
    };
    let file = || {
        let file = of.file.as_ref()?;
        let its = sets.get(&Whose::File(file.came.dataset_version))?;
        chosen(its, file.said.measure.as_deref()?)
    };
    (own(), file())
}

/// The figure that a city gives, else that of its file, else why there is none.
fn standing(
    city: &Beside,
    (own, file): &Choice<'_>,
    (grants, opened): (&[(Tenant, Grant)], &[OpenedColumn]),
) -> Standing {
    let gives = |it: &TenantInfo| grants.iter().any(|of| of.0 == it.tenant);
    let has = city.fit != Fit::Lacks;
    let is_given = city.here.as_ref().is_some_and(gives);
    let unit = |it: Option<&super::store::Said>| it.and_then(|it| it.unit.clone());
    let by_grant = own.as_ref().filter(|_| has && is_given).and_then(|it| {
        let by = By::Grant(covering(it, grants)?);
        given(it, opened, (by, unit(city.own.as_ref().map(|it| &it.said)).as_deref()))
    });
    let by_file = || {
        let unit = unit(city.file.as_ref().map(|it| &it.said));
        given(file.as_ref()?, opened, (By::File, unit.as_deref()))
    };
    match by_grant.or_else(by_file) {
        Some(it) => Standing::Given(Box::new(it)),
        // Of a city that is not here a file is all there is.
        None if !has || is_given || city.here.is_none() || city.file.is_some() => Standing::Lacking,
        None => Standing::Withheld,
    }
}

/// By which Weitergabe a measure came.
fn covering(it: &Chosen<'_>, grants: &[(Tenant, Grant)]) -> Option<usize> {
    let first = it.columns.first()?;
    grants.iter().position(|of| of.0 == first.tenant && of.1.releases.contains(&first.release))
}

/// What the number of a measure says: as the program knows it, else as its definition says.
fn unit_of(measure: &Measure, own: Option<&str>) -> Unit {
    if ankunft_formats::indicator(&measure.code).is_some() {
        return measure.unit;
    }
    match own {
        Some("percent") => Unit::Percent,
        Some("per-1000") => Unit::PerThousand,
        Some("euro-per-m2") => Unit::EuroPerSquareMetre,
        Some("index") => Unit::Number,
        _ => measure.unit,
    }
}

fn given(
    it: &Chosen<'_>,
    opened: &[OpenedColumn],
    (by, unit): (By, Option<&str>),
) -> Option<Given> {
    let first = it.columns.first()?;
    let column = |code: &str| {
        let named = it.columns.iter().find(|it| it.indicator == code)?;
        let fits = |it: &&OpenedColumn| {
            let head = &it.head;
            (head.release, head.indicator_version, head.period.as_str())
                == (named.release, named.indicator_version, named.period.as_str())
        };
        opened.iter().find(fits).map(|it| it.column.as_ref())
    };
    let measure = it.measure.over(&first.period);
    let figure = measure.recipe.compute(column)?.map(|it| it.total);
    figure.show(READER).and_then(|it| (*it != Cell::MISSING).then_some(()))?;
    Some(Given {
        unit: unit_of(&measure, unit),
        nature: measure.nature,
        figure,
        period: first.period.clone(),
        geography: first.geography.clone(),
        by,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(release: i64, indicator: &str, period: &str) -> NamedColumn {
        NamedColumn {
            tenant: Tenant::from_id(1),
            release,
            dataset_version: 1,
            area_version: 1,
            geography: ("Quartiere".into(), "2024".into()),
            indicator_version: 1,
            indicator: indicator.into(),
            period: period.into(),
        }
    }

    /// A share stands only where part and whole are of one period, and of two releases the later counts.
    #[test]
    fn the_newest_period_in_which_all_is_there() {
        let all = [
            column(1, "population", "2023"),
            column(1, "foreigners", "2023"),
            column(2, "foreigners", "2023"),
            column(3, "population", "2024h1"),
        ];
        let sets = sets(&all.iter().collect::<Vec<_>>());
        let share = chosen(&sets, "share_foreigners").expect("a share");
        let used: Vec<(i64, &str)> =
            share.columns.iter().map(|it| (it.release, it.period.as_str())).collect();
        assert_eq!(used, [(2, "2023"), (1, "2023")]);
        let count = chosen(&sets, "population").expect("a count");
        assert_eq!(count.columns[0].period, "2024h1");
        assert!(chosen(&sets, "arrivals_abroad_rate").is_none());
    }

    /// The rate of a half-year is one of those who lived there at its end, and is called by its time.
    #[test]
    fn events_stand_beside_the_residents_of_their_last_day() {
        let all = [
            column(1, "population", "2024-12-31"),
            column(1, "population", "2023-12-31"),
            column(2, "arrivals_abroad", "2024h2"),
            column(2, "arrivals_abroad", "2025h1"),
        ];
        let sets = sets(&all.iter().collect::<Vec<_>>());
        let rate = chosen(&sets, "arrivals_abroad_rate").expect("a rate");
        let periods: Vec<&str> = rate.columns.iter().map(|it| it.period.as_str()).collect();
        assert_eq!(periods, ["2024h2", "2024-12-31"]);
    }
}
