//! What all of governance names: places, Stellen, and the words for them.

use std::collections::BTreeSet;

use ankunft_atlas::composed::today::offered;
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

/// Where something takes place. Two are the same if their keys are, whatever they were called when.
#[derive(Clone, Debug, Eq)]
pub struct Place {
    /// The code of the geography.
    pub geography: String,
    /// The key of the area unit.
    pub area: String,
    /// What it was called when it was written down.
    pub name: String,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        (&self.geography, &self.area) == (&other.geography, &other.area)
    }
}

impl Place {
    /// As a form names it: `quartier:0103`.
    #[must_use]
    pub fn value(&self) -> String {
        format!("{}:{}", self.geography, self.area)
    }

    /// The code of its geography, and the key of the area unit.
    #[must_use]
    pub fn key(&self) -> (String, String) {
        (self.geography.clone(), self.area.clone())
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

/// A place that can be named: an area unit, or a quarter that somebody composed of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The place.
    pub place: Place,
    /// What it is.
    pub level: Level,
}

/// What a place is, by which those of one name are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Level {
    /// An area unit of the geography of this name.
    Unit(String),
    /// No more, or not for who reads: what is there already stays where it is.
    Gone,
    /// Composed of area units.
    Composed {
        /// Whether everybody may know of it.
        is_public: bool,
    },
}

impl Level {
    /// The name of the geography of an area unit.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        match self {
            Self::Unit(name) => Some(name),
            Self::Composed { .. } | Self::Gone => None,
        }
    }
}

/// The names that a city's work is written with.
#[derive(Clone, Debug)]
pub struct Known {
    /// Names of accounts and Stellen.
    pub names: Names,
    /// The Stellen of today, by title.
    pub desks: Vec<Desk>,
    /// The area units of today, level by level, then the composed quarters.
    pub spots: Vec<Spot>,
    /// The Stellen whose holders cannot answer what is asked of them; read where somebody asks.
    pub out_of_reach: BTreeSet<i64>,
}

impl Known {
    /// Reads them; as many statements as there are levels, and seven more.
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
                level: Level::Unit(level.name.clone()),
            }));
        }
        spots.extend(offered(connection, tenant).await?.into_iter().map(|it| Spot {
            place: Place { geography: it.geography, area: it.code, name: it.name },
            level: Level::Composed { is_public: it.is_public },
        }));
        let names = Names::read(connection, tenant).await?;
        Ok(Self { names, desks, spots, out_of_reach: BTreeSet::new() })
    }

    /// The same where what is written is for everybody: without composed quarters that are not.
    #[must_use]
    pub fn for_everybody(mut self) -> Self {
        self.spots.retain(|it| it.level != Level::Composed { is_public: false });
        self
    }

    /// The same with a place that a thing has already, whether or not it can be chosen otherwise.
    #[must_use]
    pub fn keeping(mut self, place: Option<&Place>) -> Self {
        let gone = place.filter(|it| !self.spots.iter().any(|spot| spot.place == **it));
        self.spots.extend(gone.map(|it| Spot { place: it.clone(), level: Level::Gone }));
        self
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

/// Where it takes place; what the reader may not know has no name.
#[must_use]
pub fn place(t: &Texts, place: Option<&Place>) -> String {
    match place {
        None => t.get("ganze-stadt"),
        Some(it) if it.name.is_empty() => t.get("ort-nicht-oeffentlich"),
        Some(it) => it.name.clone(),
    }
}
