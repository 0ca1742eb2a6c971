//! What the workbook is written from and compared with: all measures of a city, what they are to bring
//! about and what was handed in. A constant number of statements.

use std::collections::BTreeMap;

use ankunft_platform::register::organisations;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::store::{self, Written};
use crate::around::words::Organisations;
use crate::effects::model::{Actual, Known as Indicator};
use crate::effects::period::Period;
use crate::effects::view::Stand;
use crate::effects::{actuals, store as indicators};
use crate::known::Known;
use crate::measures::model::Measure;
use crate::measures::store as measures;

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
