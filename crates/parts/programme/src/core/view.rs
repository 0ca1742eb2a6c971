//! What pages and files of Kernindikatoren are made from.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::TenantInfo;
use sqlx::AnyConnection;

use super::model::{Core, Fit, fit};
use super::store::{self, Mapping};
use crate::members::Members;

/// A Kernindikator with what every city says of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// All versions, the newest first; there is one at least.
    pub versions: Vec<Core>,
    /// Each city by name, with what it says and how that fits.
    pub cities: Vec<(TenantInfo, Option<Mapping>, Fit)>,
}

impl Line {
    /// The newest version.
    ///
    /// # Panics
    ///
    /// Never: a line is made of versions.
    #[must_use]
    pub fn newest(&self) -> &Core {
        self.versions.first().expect("a line has a version")
    }

    /// How many cities fit so.
    #[must_use]
    pub fn count(&self, wanted: Fit) -> usize {
        self.cities.iter().filter(|it| it.2 == wanted).count()
    }

    /// What a city says.
    #[must_use]
    pub fn of(&self, city: i64) -> Option<&(TenantInfo, Option<Mapping>, Fit)> {
        self.cities.iter().find(|it| it.0.tenant.id() == city)
    }
}

/// All Kernindikatoren of the programme, side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The programme.
    pub programme: TenantInfo,
    /// By code, those that rest last.
    pub lines: Vec<Line>,
}

impl Comparison {
    /// Reads it: three statements. None in an installation without a programme.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection) -> Result<Option<Self>, StoreError> {
        let members = Members::read(connection).await?;
        let Some(programme) = members.programme else { return Ok(None) };
        let versions = store::versions(connection, programme.tenant).await?;
        let mappings = store::mappings_for(connection, programme.tenant).await?;
        let mut lines: Vec<Line> = Vec::new();
        for version in versions {
            match lines.last_mut().filter(|it| it.newest().code == version.code) {
                Some(line) => line.versions.push(version),
                None => lines.push(line(version, &members.cities, &mappings)),
            }
        }
        lines.sort_by_key(|it| it.newest().text.retired);
        Ok(Some(Self { programme, lines }))
    }

    /// The Kernindikator of a code.
    #[must_use]
    pub fn line(&self, code: &str) -> Option<&Line> {
        self.lines.iter().find(|it| it.newest().code == code)
    }
}

fn line(newest: Core, cities: &[TenantInfo], mappings: &[Mapping]) -> Line {
    let said = |city: &TenantInfo| {
        let id = city.tenant.id();
        let mapping = mappings.iter().find(|it| it.city == id && it.code == newest.code).cloned();
        let own = mapping.as_ref().map(|it| (it.own(), it.core_version));
        let own = own.as_ref().map(|(own, of)| (own, *of));
        let unit = mapping.as_ref().and_then(|it| it.unit.as_deref());
        let fits = fit((&newest.text, newest.version), own, unit);
        (city.clone(), mapping, fits)
    };
    let cities = cities.iter().map(said).collect();
    Line { versions: vec![newest], cities }
}
