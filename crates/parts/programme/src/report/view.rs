//! What page, paper and workbook of the report are made from.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantInfo};
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::core::model::Fit;
use crate::core::view::{Comparison, Line};
use crate::exchange::model::{Grant, State};
use crate::exchange::store::grants;
use crate::frozen::model::State as Frozen;
use crate::frozen::store as frozen;
use crate::library::view::Library;
use crate::together::view::Together;

/// The report.
#[derive(Debug)]
pub struct Report {
    /// Profiles, meetings and questions.
    pub together: Together,
    /// What is defined alike, and how the cities' own figures fit.
    pub core: Vec<Line>,
    /// What cities give to the programme today, by giver: the Weitergabe itself only for who may see
    /// what the giver or the programme exchanges.
    pub given: Vec<(Tenant, Option<Grant>)>,
    /// The frozen states, the newest first; none for who may not see them.
    pub states: Option<Vec<Frozen>>,
    /// The effect cards that this reader may read.
    pub library: Library,
    /// The day.
    pub today: Date,
}

impl Report {
    /// Reads it as a tenant, whose reader may or may not see what it exchanges: a constant number of
    /// statements. None in an installation without a programme.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        connection: &mut AnyConnection,
        (reader, sees): (Tenant, bool),
        today: Date,
    ) -> Result<Option<Self>, StoreError> {
        let Some(together) = Together::read(connection).await? else { return Ok(None) };
        let comparison = Comparison::read(connection).await?;
        let mut core = comparison.map_or_else(Vec::new, |it| it.lines);
        core.retain(|it| !it.newest().text.retired);
        let programme = together.programme.tenant;
        let sees_all = sees && reader == programme;
        let shown = |giver: Tenant| sees_all || (sees && reader == giver);
        let granted = grants::granted_to(connection, programme).await?;
        let given = granted
            .into_iter()
            .filter(|it| it.1.state(today) == State::Active)
            .map(|(giver, grant)| (giver, shown(giver).then_some(grant)))
            .collect();
        let states = match sees_all {
            true => Some(frozen::all(connection, programme).await?),
            false => None,
        };
        Ok(Some(Self {
            core,
            given,
            states,
            library: Library::read(connection, reader).await?,
            together,
            today,
        }))
    }

    /// How many of the Kernindikatoren a city has said something about, and how many are the same.
    #[must_use]
    pub fn fits(&self, city: &TenantInfo) -> (usize, usize) {
        let own = || self.core.iter().filter_map(|it| it.of(city.tenant.id()));
        (own().filter(|it| it.1.is_some()).count(), own().filter(|it| it.2 == Fit::Same).count())
    }

    /// What a city gives, as far as it is shown.
    pub fn of<'a>(&'a self, city: &'a TenantInfo) -> impl Iterator<Item = Option<&'a Grant>> {
        self.given.iter().filter(|it| it.0 == city.tenant).map(|it| it.1.as_ref())
    }

    /// How many cards a city has written.
    #[must_use]
    pub fn cards(&self, city: &TenantInfo) -> usize {
        self.library.cards.iter().filter(|it| it.0.tenant == city.tenant).count()
    }
}
