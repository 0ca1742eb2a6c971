//! What all of governance names: places, Stellen, and the words for them.

use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::register::{areas, posts as register};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

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
        Ok(Self { names: Names::read(connection, tenant).await?, desks, spots })
    }
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
