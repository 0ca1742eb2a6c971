//! What the workbook is written from and compared with: all measures of a city, what they are to bring
//! about and what was handed in. A constant number of statements.

use std::collections::BTreeMap;

use ankunft_platform::register::organisations;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::key::Of;
use super::store::{self, Written};
use crate::around::model::Around;
use crate::around::store as around;
use crate::around::words::Organisations;
use crate::effects::model::{Actual, Known as Indicator};
use crate::effects::period::Period;
use crate::effects::view::Stand;
use crate::effects::{actuals, store as indicators};
use crate::known::Known;
use crate::measures::model::Measure;
use crate::measures::store as measures;
use crate::spending::model::{Book, Line, Says};
use crate::spending::store as spending;

/// All of it.
#[derive(Debug)]
pub struct Desk {
    /// How much was written before it was read.
    pub written: Written,
    /// Places and Stellen.
    pub known: Known,
    /// Organisations outside.
    pub organisations: Organisations,
    /// All versions of measures by number, the oldest first; none without any.
    measures: BTreeMap<i64, Vec<Measure>>,
    /// All versions of indicators by measure and number, the oldest first.
    indicators: BTreeMap<(i64, i64), Vec<Indicator>>,
    /// All values by measure and indicator.
    actuals: BTreeMap<(i64, i64), Vec<Actual>>,
    /// What was spent, by measure.
    books: BTreeMap<i64, Book>,
    /// What stands around measures, if it was asked for.
    around: BTreeMap<i64, Around>,
}

impl Desk {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let written = store::written(connection, tenant).await?;
        let known = Known::read(connection, tenant).await?;
        let organisations = organisations::names(connection, tenant).await?;
        let mut desk = Self {
            written,
            known,
            organisations,
            measures: BTreeMap::new(),
            indicators: BTreeMap::new(),
            actuals: BTreeMap::new(),
            books: spending::books(connection, tenant).await?,
            around: BTreeMap::new(),
        };
        for it in measures::all_versions(connection, tenant).await? {
            desk.measures.entry(it.number).or_default().push(it);
        }
        for it in indicators::all_versions(connection, tenant).await? {
            desk.indicators.entry((it.measure, it.number)).or_default().push(it);
        }
        for it in actuals::all(connection, tenant).await? {
            desk.actuals.entry((it.measure, it.indicator)).or_default().push(it);
        }
        Ok(desk)
    }

    /// Everything as it stands now, and of values all versions: what is written into a workbook. Most of
    /// it stands in memory.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it.
    pub async fn newest(read: &mut Read, tenant: Tenant) -> Result<Self, StoreError> {
        let measures = read.kept::<measures::Measures>(tenant).await?;
        let all = read.kept::<indicators::Indicators>(tenant).await?;
        let values = read.kept::<actuals::Actuals>(tenant).await?;
        let books = read.kept::<spending::Books>(tenant).await?;
        let mut desk = Self {
            written: Written::default(),
            known: Known::read(read, tenant).await?,
            organisations: organisations::names(read, tenant).await?,
            measures: measures.iter().map(|it| (it.number, vec![it.clone()])).collect(),
            indicators: all.iter().map(|it| ((it.measure, it.number), vec![it.clone()])).collect(),
            actuals: BTreeMap::new(),
            books: BTreeMap::clone(&books),
            around: BTreeMap::new(),
        };
        for it in values.iter() {
            desk.actuals.entry((it.measure, it.indicator)).or_default().push(it.clone());
        }
        Ok(desk)
    }

    /// Reads it with the plans of money, which say who can have paid.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it.
    pub async fn with_plans(
        connection: &mut AnyConnection,
        tenant: Tenant,
    ) -> Result<Self, StoreError> {
        let desk = Self::read(connection, tenant).await?;
        Ok(Self { around: around::arounds(connection, tenant).await?, ..desk })
    }

    /// What counts as spent, by measure, and under what it is known.
    pub fn spending(&self) -> impl Iterator<Item = (&Line, Of)> {
        let of = |book: &Book, it: &Line| Of::Spent(it.measure, book.first(it.number));
        self.books.values().flat_map(move |book| book.counting().map(move |it| (it, of(book, it))))
    }

    /// Whether something was booked so on a measure, though it may have been corrected since; under what
    /// it is known.
    pub fn ever_booked<'a>(
        &'a self,
        measure: i64,
        says: &'a Says,
    ) -> impl Iterator<Item = Of> + 'a {
        let book = self.book(measure);
        let lines = move |book: &'a Book| {
            let own = book.lines().iter().filter(move |it| it.says == *says);
            own.map(move |it| Of::Spent(measure, book.first(it.number)))
        };
        book.into_iter().flat_map(lines)
    }

    /// What was spent on a measure; none if nothing was.
    #[must_use]
    pub fn book(&self, measure: i64) -> Option<&Book> {
        self.books.get(&measure)
    }

    /// What stands around a measure, if it was read.
    #[must_use]
    pub fn around(&self, measure: i64) -> Option<&Around> {
        self.around.get(&measure)
    }

    /// The measures as they stand, by number.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.measures.values().filter_map(|it| it.last())
    }

    /// A measure as it stands.
    #[must_use]
    pub fn measure(&self, number: i64) -> Option<&Measure> {
        self.measures.get(&number)?.last()
    }

    /// A measure as it was.
    #[must_use]
    pub fn measure_at(&self, number: i64, version: i64) -> Option<&Measure> {
        self.measures.get(&number)?.iter().find(|it| it.version == version)
    }

    /// The indicators as they stand, by measure and number.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.values().filter_map(|it| it.last())
    }

    /// An indicator as it stands.
    #[must_use]
    pub fn indicator(&self, of: (i64, i64)) -> Option<&Indicator> {
        self.indicators.get(&of)?.last()
    }

    /// An indicator as it was.
    #[must_use]
    pub fn indicator_at(&self, of: (i64, i64), version: i64) -> Option<&Indicator> {
        self.indicators.get(&of)?.iter().find(|it| it.version == version)
    }

    /// What was handed in for an indicator, the oldest version first.
    #[must_use]
    pub fn actuals(&self, of: (i64, i64)) -> &[Actual] {
        self.actuals.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The newest version that was handed in for a period.
    #[must_use]
    pub fn actual(&self, of: (i64, i64), period: Period) -> Option<&Actual> {
        self.actuals(of).iter().rfind(|it| it.period == period)
    }

    /// What was handed in for a period, as it was.
    #[must_use]
    pub fn actual_at(&self, of: (i64, i64), period: Period, version: i64) -> Option<&Actual> {
        self.actuals(of).iter().find(|it| it.period == period && it.version == version)
    }

    /// An indicator with its values; none if there is none.
    #[must_use]
    pub fn stand(&self, of: (i64, i64)) -> Option<Stand> {
        let known = self.indicator(of)?.clone();
        Some(Stand { known, actuals: self.actuals(of).to_vec(), course: Vec::new() })
    }
}
