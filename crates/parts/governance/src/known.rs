//! What all of governance names: places, Stellen, and the words for them.

use std::collections::BTreeSet;

use ankunft_platform::accounts;
use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::register::{areas, posts as register};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::permissions::ASKED;

/// How a form says "the whole city".
pub const WHOLE_CITY: &str = "stadt";

/// Where something takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The code of the geography.
    pub geography: String,
    /// The key of the area unit.
    pub area: String,
    /// What it was called when it was written down.
    pub name: String,
}

impl Place {
    /// As a form names it: `quartier:0103`.
    #[must_use]
    pub fn value(&self) -> String {
        format!("{}:{}", self.geography, self.area)
    }
}

/// A Stelle that can be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Its number.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// The unit it stands in.
    pub unit: Option<String>,
}

/// An area unit that can be named, with the level it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The place.
    pub place: Place,
    /// The name of the geography.
    pub level: String,
}

/// The names that a city's work is written with.
#[derive(Clone, Debug)]
pub struct Known {
    /// Names of accounts and Stellen.
    pub names: Names,
    /// The Stellen of today, by title.
    pub desks: Vec<Desk>,
    /// The area units of today, level by level.
    pub spots: Vec<Spot>,
    /// The Stellen whose holders cannot answer what is asked of them; read where somebody asks.
    pub out_of_reach: BTreeSet<i64>,
}

impl Known {
    /// Reads them; as many statements as there are levels, and six more.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let units = register::units(connection, tenant).await?;
        let unit = |id: Option<i64>| units.iter().find(|it| Some(it.id) == id);
        let desks = register::posts(connection, tenant).await?.into_iter();
        let desks = desks.filter(|it| it.closed_on.is_none()).map(|it| Desk {
            id: it.id,
            title: it.title,
            unit: unit(it.unit).map(|it| it.name.clone()),
        });
        let desks = desks.collect();
        let versions = areas::versions(connection, tenant).await?;
        let mut spots = Vec::new();
        for level in areas::geographies(connection, tenant).await? {
            let Some(newest) = versions.iter().rfind(|it| it.geography == level.id) else {
                continue;
            };
            let mut units = areas::areas(connection, tenant, newest.id).await?;
            units.sort_by(|a, b| a.name.cmp(&b.name));
            spots.extend(units.into_iter().map(|it| Spot {
                place: Place { geography: level.code.clone(), area: it.code, name: it.name },
                level: level.name.clone(),
            }));
        }
        let names = Names::read(connection, tenant).await?;
        Ok(Self { names, desks, spots, out_of_reach: BTreeSet::new() })
    }

    /// The same where something is asked of Stellen on a day: two statements more.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn asking(
        connection: &mut AnyConnection,
        tenant: Tenant,
        day: Date,
    ) -> Result<Self, StoreError> {
        let known = Self::read(connection, tenant).await?;
        let out_of_reach = out_of_reach(connection, tenant, day).await?;
        Ok(Self { out_of_reach, ..known })
    }
}

/// The Stellen that somebody holds of whom nobody may answer. One that nobody holds waits for who comes.
async fn out_of_reach(
    connection: &mut AnyConnection,
    tenant: Tenant,
    day: Date,
) -> Result<BTreeSet<i64>, StoreError> {
    let day = day.to_string();
    let members = accounts::of_city(connection, tenant).await?;
    let may_answer =
        |person| members.iter().any(|it| it.person == Some(person) && ASKED.contains(&it.role));
    let mut held = register::tenures(connection, tenant).await?;
    held.retain(|it| it.from_date <= day && it.to_date.as_ref().is_none_or(|last| *last >= day));
    let reached: BTreeSet<i64> =
        held.iter().filter(|it| may_answer(it.person)).map(|it| it.post).collect();
    Ok(held.iter().map(|it| it.post).filter(|it| !reached.contains(it)).collect())
}

/// The title of a Stelle, also of one that is no more.
#[must_use]
pub fn post(t: &Texts, names: &Names, id: i64) -> String {
    names.post(Some(id)).unwrap_or_else(|| t.get("stelle-weg"))
}

/// Stellen as one list; nothing if there are none.
#[must_use]
pub fn posts(t: &Texts, names: &Names, ids: &[i64]) -> String {
    t.list(&ids.iter().map(|it| post(t, names, *it)).collect::<Vec<_>>())
}

/// Where it takes place.
#[must_use]
pub fn place(t: &Texts, place: Option<&Place>) -> String {
    place.map_or_else(|| t.get("ganze-stadt"), |it| it.name.clone())
}
