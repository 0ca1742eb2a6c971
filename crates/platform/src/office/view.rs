//! What the pages of one Datenstand show, read in one transaction.

use std::collections::BTreeMap;

use ankunft_disclosure::{Audience, Cell, Column};
use sqlx::AnyConnection;

use super::store::{self, Held, Release};
use crate::datasets::{self, DatasetVersion, Protection};
use crate::indicators::{self, IndicatorVersion, Kind, Reference};
use crate::languages::Texts;
use crate::names::Names;
use crate::permission::StatisticsOffice;
use crate::register::areas::{self, Area};
use crate::releases;
use crate::store::StoreError;
use crate::web::{App, City};
use crate::words;

/// How far a Datenstand has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Something of it is released.
    Released,
    /// Unprotected, meant for others, and nothing is released: somebody waits for it.
    Waiting,
    /// Unprotected, and meant for the office itself.
    Kept,
    /// Protected by an office before, and every release of it is withdrawn.
    Gone,
    /// Withdrawn.
    Withdrawn,
}

impl State {
    pub(super) const ALL: [Self; 4] = [Self::Waiting, Self::Released, Self::Kept, Self::Withdrawn];

    pub(super) fn of(version: &DatasetVersion, releases: &[&Release]) -> Self {
        let open = matches!(version.protection, Protection::Unprotected);
        let is_out = releases.iter().any(|it| it.withdrawn_at.is_none());
        match () {
            () if version.withdrawn_at.is_some() => Self::Withdrawn,
            () if is_out => Self::Released,
            () if !open => Self::Gone,
            () if version.nutzung > ankunft_disclosure::Nutzung::StatisticsOffice => Self::Waiting,
            () => Self::Kept,
        }
    }

    /// Its word in addresses and texts.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Released => "freigegeben",
            Self::Waiting => "wartet",
            Self::Kept => "intern",
            Self::Gone => "zurueckgenommen",
            Self::Withdrawn => "gesperrt",
        }
    }
}

/// One indicator in one period, as a Datenstand has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) indicator_version: i64,
    pub(super) period: String,
    pub(super) has_source: bool,
    /// The newest release that has it.
    pub(super) release: Option<i64>,
}

/// Everything about a Datenstand but its figures.
pub(super) struct Dossier {
    pub(super) version: DatasetVersion,
    pub(super) releases: Vec<Release>,
    /// By indicator, then period.
    pub(super) places: Vec<Place>,
    pub(super) indicators: BTreeMap<i64, IndicatorVersion>,
    pub(super) grounds: BTreeMap<i64, String>,
    pub(super) names: Names,
}

impl Dossier {
    pub(super) async fn read(
        connection: &mut AnyConnection,
        city: &City,
        version: DatasetVersion,
    ) -> Result<Self, StoreError> {
        let tenant = city.tenant();
        let indicators = indicators::all(connection, tenant).await?;
        Ok(Self {
            releases: store::releases(connection, tenant, Some(version.id)).await?,
            places: places(store::held(connection, tenant, version.id).await?),
            indicators: indicators.into_iter().map(|it| (it.id, it)).collect(),
            grounds: store::grounds(connection, tenant).await?,
            names: Names::read(connection, tenant).await?,
            version,
        })
    }

    pub(super) fn state(&self) -> State {
        State::of(&self.version, &self.releases.iter().collect::<Vec<_>>())
    }

    pub(super) fn is_unprotected(&self) -> bool {
        self.version.protection == Protection::Unprotected
    }

    /// The area units: `Quartiere seit 2019`.
    pub(super) fn ground(&self, area_version: i64) -> String {
        self.grounds.get(&area_version).cloned().unwrap_or_default()
    }

    pub(super) fn indicator(&self, t: &Texts, indicator_version: i64) -> String {
        match self.indicators.get(&indicator_version) {
            Some(it) => words::indicator(t, &it.definition.code, it.name.as_deref()),
            None => indicator_version.to_string(),
        }
    }

    /// A period as its indicator is written: a Stichtag, or a Berichtszeitraum.
    pub(super) fn period(&self, t: &Texts, indicator_version: i64, period: &str) -> String {
        let known = self.indicators.get(&indicator_version);
        match known.map(|it| it.definition.reference) {
            Some(Reference::Flow) => t.period_of_time(period),
            _ => t.period(period),
        }
    }

    /// A cell as its indicator is written.
    pub(super) fn cell(&self, t: &Texts, indicator_version: i64, cell: Cell) -> String {
        let Some(number) = cell.number() else {
            let hidden = cell.figure() == ankunft_disclosure::Figure::Suppressed;
            return t.get(if hidden { "wert-geheim" } else { "wert-fehlt" });
        };
        let kind = self.indicators.get(&indicator_version).map(|it| it.definition.kind);
        let text = match kind {
            Some(Kind::Percent) => t.percent(number, 1),
            Some(Kind::Measure) => t.decimal(number, 2),
            _ => t.decimal(number, u8::from(number.fract() != 0.0)),
        };
        if cell.is_unreliable() { format!("({text})") } else { text }
    }

    /// The place that is asked for; of what is left out, the first indicator and the newest
    /// period. None if something is asked for that is not there.
    pub(super) fn choose(&self, indicator: &str, period: &str) -> Option<&Place> {
        let has_code = |it: &&Place| {
            let known = self.indicators.get(&it.indicator_version);
            known.is_some_and(|it| it.definition.code == indicator)
        };
        let first = self.places.first()?.indicator_version;
        let of_indicator: Vec<&Place> = if indicator.is_empty() {
            self.places.iter().filter(|it| it.indicator_version == first).collect()
        } else {
            self.places.iter().filter(has_code).collect()
        };
        let is_known = period.is_empty() || self.places.iter().any(|it| it.period == period);
        let exact = of_indicator.iter().find(|it| it.period == period).copied();
        // Another indicator may lack the period that was chosen for the one before.
        exact.or_else(|| of_indicator.last().copied().filter(|_| is_known))
    }
}

fn places(held: Vec<Held>) -> Vec<Place> {
    let mut places: BTreeMap<(i64, String), Place> = BTreeMap::new();
    for it in held {
        let key = (it.indicator_version, it.period.clone());
        let place = places.entry(key).or_insert_with(|| Place {
            indicator_version: it.indicator_version,
            period: it.period,
            has_source: false,
            release: None,
        });
        place.has_source |= it.release.is_none();
        place.release = place.release.max(it.release);
    }
    places.into_values().collect()
}

/// The figures of one place: what the office knows beside what others read.
pub(super) struct Figures {
    pub(super) place: Place,
    pub(super) areas: Vec<Area>,
    pub(super) source: Option<Column>,
    pub(super) released: Option<Column>,
}

/// One area unit, or all of them together (the last).
pub(super) struct Line<'a> {
    pub(super) area: Option<&'a Area>,
    pub(super) source: Option<Cell>,
    pub(super) released: Option<Cell>,
}

impl Line<'_> {
    /// By how much the released figure is off.
    pub(super) fn gap(&self) -> Option<f64> {
        Some(self.released?.number()? - self.source?.number()?)
    }
}

impl Figures {
    /// Reads them, for the statistics office.
    pub(super) async fn read(
        connection: &mut AnyConnection,
        (app, city): (&App, &City),
        proof: StatisticsOffice,
        version: &DatasetVersion,
        place: &Place,
    ) -> Result<Self, StoreError> {
        let tenant = city.tenant();
        let column = (version.id, place.indicator_version, place.period.as_str());
        let source = datasets::source(connection, tenant, proof, column).await?;
        let released = match place.release {
            Some(release) => {
                let column = (release, place.indicator_version, place.period.as_str());
                let (key, reader) = (&app.keys.release, Audience::StatisticsOffice);
                releases::column(connection, tenant, key, column, reader).await?
            }
            None => None,
        };
        Ok(Self {
            place: place.clone(),
            areas: areas::areas(connection, tenant, version.area_version).await?,
            source: source.map(|it| it.column.expose().clone()),
            released: released.and_then(|it| it.column.show(Audience::StatisticsOffice).cloned()),
        })
    }

    /// The area units in their order, all together last.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let at = |column: &Option<Column>, index: usize| {
            column.as_ref().and_then(|it| it.cells.get(index).copied())
        };
        let areas = self.areas.iter().enumerate().map(move |(index, area)| Line {
            area: Some(area),
            source: at(&self.source, index),
            released: at(&self.released, index),
        });
        let total = |column: &Option<Column>| column.as_ref().map(|it| it.total);
        areas.chain(std::iter::once(Line {
            area: None,
            source: total(&self.source),
            released: total(&self.released),
        }))
    }
}
