//! What page, paper and workbook of the report are made from.

use ankunft_disclosure::ReleaseKey;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::{Tenant, TenantInfo};
use jiff::civil::Date;

use crate::core::model::Fit;
use crate::core::values::Values;
use crate::core::view::{Beside, Comparison, Line};
use crate::exchange::model::{Grant, State};
use crate::exchange::store::grants;
use crate::exchange::store::received::{self, Received};
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
    /// The figures of them that were given to this reader; none for who may not see what is exchanged.
    pub values: Option<Values>,
    /// Whose pages these are.
    pub reader: TenantInfo,
    /// What cities give to the programme today, by giver: the Weitergabe itself only for who may see
    /// what the giver or the programme exchanges.
    pub given: Vec<(Tenant, Option<Grant>)>,
    /// What came to the programme as files and may be used today: from cities without Ankunft and from
    /// other installations; nothing for who may not see it.
    pub received: Vec<Received>,
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
    /// - [`StoreError`] if the database refuses it, or a seal does not fit.
    pub async fn read(
        read: &mut Read,
        key: &ReleaseKey,
        (pages, sees): (&TenantInfo, bool),
        today: Date,
    ) -> Result<Option<Self>, StoreError> {
        let Some(together) = Together::read(read).await? else { return Ok(None) };
        let reader = pages.tenant;
        let comparison = match Comparison::read(read).await? {
            Some(it) if sees => Some(it.with_files(read, (reader, today)).await?),
            it => it,
        };
        let mut core = comparison.map_or_else(Vec::new, |it| it.lines);
        core.retain(|it| !it.newest().text.retired);
        let programme = together.programme.tenant;
        let sees_all = sees && reader == programme;
        let shown = |giver: Tenant| sees_all || (sees && reader == giver);
        let mut granted = grants::granted_to(read, programme).await?;
        granted.retain(|it| it.1.state(today) == State::Active);
        let values = match sees {
            true => {
                let given = given_to(read, (reader, programme), &granted, today).await?;
                Some(Values::read(read, (key, reader), &core, given).await?)
            }
            false => None,
        };
        let given = granted
            .into_iter()
            .map(|(giver, grant)| (giver, shown(giver).then_some(grant)))
            .collect();
        let (states, mut received) = match sees_all {
            true => {
                let states = frozen::all(read, programme).await?;
                (Some(states), received::all(read, programme).await?)
            }
            false => (None, Vec::new()),
        };
        received.retain(|it| it.deleted_at.is_none() && !it.waits_for_deletion(today));
        let mut library = Library::read(read, reader).await?;
        // What a city still writes stands in its own library alone.
        library.cards.retain(|it| it.1.text.published);
        let reader = pages.clone();
        Ok(Some(Self { core, values, reader, given, received, states, library, together, today }))
    }

    /// How many of the Kernindikatoren something is said about in a row of the comparison, and how
    /// many are the same.
    pub fn fits(&self, of: impl Fn(&Beside) -> bool) -> (usize, usize) {
        let told = || self.core.iter().flat_map(|it| &it.cities).filter(|it| of(it));
        let told = || told().map(Beside::told);
        (told().filter(|it| it.0.is_some()).count(), told().filter(|it| it.1 == Fit::Same).count())
    }

    /// The cities of which files alone came.
    pub fn strangers(&self) -> impl Iterator<Item = &str> {
        let cities = self.core.first().into_iter().flat_map(|it| &it.cities);
        cities.filter(|it| it.here.is_none()).map(|it| it.name.as_str())
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

/// The Weitergaben through which a reader sees figures: those that go to it, and for a city also what
/// it gives to the programme itself.
async fn given_to(
    read: &mut Read,
    (reader, programme): (Tenant, Tenant),
    to_programme: &[(Tenant, Grant)],
    today: Date,
) -> Result<Vec<(Tenant, Grant)>, StoreError> {
    if reader == programme {
        return Ok(to_programme.to_vec());
    }
    let mut given = grants::granted_to(read, reader).await?;
    given.retain(|it| it.1.state(today) == State::Active);
    given.extend(to_programme.iter().filter(|it| it.0 == reader).cloned());
    Ok(given)
}
