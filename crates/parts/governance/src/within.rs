//! Which area unit lies in which: what is done in a Teilgebiet is done in its quarter, and in each that
//! somebody composed of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_atlas::composed::Joint;
use ankunft_atlas::composed::model::Named;
use ankunft_atlas::composed::today::{Quarter, quarters};
use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::keep;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use crate::known::Place;

/// The code of a geography, and the key of an area unit.
type Key = (String, String);

/// The unit that each lies in, of the next coarser level that has it; as the newest version says.
async fn above(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<Key, Place>, StoreError> {
    let rows: Vec<(String, String, String, String, String)> = sqlx::query_as(
        "select g.code, a.code, u.code, p.code, p.name from area a \
         join area_version v on v.id = a.area_version join geography g on g.id = v.geography \
         join area p on p.tenant = a.tenant and p.code = a.parent \
         join area_version w on w.id = p.area_version join geography u on u.id = w.geography \
         where a.tenant = $1 and u.rank < g.rank \
         order by v.valid_from, v.id, u.rank, w.valid_from, w.id",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let place =
        |(level, key, geography, area, name)| ((level, key), Place { geography, area, name });
    Ok(rows.into_iter().map(place).collect())
}

/// The next coarser unit.
#[derive(Debug)]
struct Above {
    key: Key,
    place: Place,
}

/// One version of a composed quarter.
#[derive(Debug)]
struct Version {
    number: i64,
    /// The area units that it is, as they are cut today.
    ground: Vec<Key>,
    /// These and what they were cut from: a thing is where it was when somebody wrote it down.
    units: BTreeSet<String>,
}

/// A composed quarter.
#[derive(Debug)]
struct Joined {
    /// What its newest version is called.
    place: Place,
    is_offered: bool,
    is_public: bool,
    /// The newest last; never empty.
    versions: Vec<Version>,
}

impl Joined {
    fn of(it: &Quarter) -> Option<Self> {
        let newest = it.composed.versions.last()?;
        let (geography, area) = (it.geography.clone(), it.composed.code.clone());
        let version = |joint: &Joint| Version {
            number: joint.number,
            ground: it.ground(joint).iter().map(|unit| (geography.clone(), unit.clone())).collect(),
            units: it.codes(joint),
        };
        Some(Self {
            versions: it.composed.versions.iter().map(version).collect(),
            is_offered: it.composed.retired_at.is_none(),
            is_public: newest.is_public,
            place: Place { geography, area, name: newest.name.clone() },
        })
    }
}

/// Which area unit lies in which, and of which ones quarters are composed.
#[derive(Debug, Default)]
pub struct Nesting {
    above: BTreeMap<Key, Above>,
    joined: BTreeMap<Key, Joined>,
}

async fn nesting(
    connection: &mut AnyConnection,
    tenant: Tenant,
    is_for_everybody: bool,
) -> Result<Arc<Nesting>, StoreError> {
    let above = above(connection, tenant).await?.into_iter();
    let above = above.map(|(key, place)| (key, Above { key: place.key(), place })).collect();
    let mut joined = BTreeMap::new();
    for mut quarter in quarters(connection, tenant).await? {
        if is_for_everybody {
            let Some(open) = quarter.composed.for_everybody() else { continue };
            quarter.composed = open;
        }
        joined.extend(Joined::of(&quarter).map(|it| (it.place.key(), it)));
    }
    Ok(Arc::new(Nesting { above, joined }))
}

keep! {
    /// What lies in what.
    Within(Arc<Nesting>) = |connection, tenant| nesting(connection, tenant, false);
    /// What lies in what, as far as everybody may know.
    OpenWithin(Arc<Nesting>) = |connection, tenant| nesting(connection, tenant, true);
}

/// What lies in what, as far as an audience may know.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn seen_by(
    read: &mut Read,
    tenant: Tenant,
    audience: Audience,
) -> Result<Arc<Nesting>, StoreError> {
    match Nutzung::Administration.includes(audience) {
        true => Ok(Arc::clone(&read.kept::<Within>(tenant).await?.0)),
        false => Ok(Arc::clone(&read.kept::<OpenWithin>(tenant).await?.0)),
    }
}

/// Whether a place is named: all versions of a composed quarter are one.
#[must_use]
pub fn is_same(place: &Place, there: &Key) -> bool {
    place.geography == there.0 && Named::read(&place.area).code == Named::read(&there.1).code
}

impl Nesting {
    /// An area unit and those that it lies in, the nearest first.
    fn chain<'a>(&'a self, unit: &'a Key) -> impl Iterator<Item = &'a Key> {
        std::iter::successors(Some(unit), |it| self.above.get(*it).map(|it| &it.key))
    }

    fn quarter(&self, (geography, area): &Key) -> Option<&Joined> {
        self.joined.get(&(geography.clone(), Named::read(area).code.to_owned()))
    }

    /// The version of a composed quarter that an address names.
    fn version(&self, key: &Key) -> Option<&Version> {
        let versions = &self.quarter(key)?.versions;
        match Named::read(&key.1).number {
            Some(number) => versions.iter().find(|it| it.number == number),
            None => versions.last(),
        }
    }

    /// The area units that a place is.
    fn ground(&self, place: &Place) -> Vec<Key> {
        let key = place.key();
        self.version(&key).map_or_else(|| vec![key], |it| it.ground.clone())
    }

    /// The places that a place lies in, without itself: area units, the nearest first, then composed quarters.
    pub fn around(&self, place: &Place) -> Vec<&Place> {
        let first = self.ground(place).into_iter().next().unwrap_or_else(|| place.key());
        let units: Vec<&Key> = self.chain(&first).collect();
        let units = units.into_iter().filter_map(|it| self.above.get(it).map(|it| &it.place));
        let joined = self.joined.values().filter(|it| it.is_offered).map(|it| &it.place);
        let is_around = |it: &&Place| **it != *place && self.lies_in(place, &it.key());
        units.chain(joined).filter(is_around).collect()
    }

    /// Whether a place is another, or all of it lies in there.
    #[must_use]
    pub fn lies_in(&self, place: &Place, there: &Key) -> bool {
        if is_same(place, there) {
            return true;
        }
        let parts = self.version(there).map(|it| &it.units);
        let is_there = |it: &Key| {
            it == there || parts.is_some_and(|all| it.0 == there.0 && all.contains(&it.1))
        };
        let ground = self.ground(place);
        !ground.is_empty() && ground.iter().all(|unit| self.chain(unit).any(is_there))
    }

    /// Whether two places share ground.
    #[must_use]
    pub fn meet(&self, one: &Place, other: &Place) -> bool {
        if self.lies_in(one, &other.key()) || self.lies_in(other, &one.key()) {
            return true;
        }
        let (mine, theirs) = (self.ground(one), self.ground(other));
        let lies = |unit: &Key, all: &[Key]| self.chain(unit).any(|it| all.contains(it));
        mine.iter().any(|it| lies(it, &theirs)) || theirs.iter().any(|it| lies(it, &mine))
    }

    /// A place as it is told to everybody: what only the administration may know has no name, what was
    /// not for everybody before is called as it is now.
    #[must_use]
    pub fn told_to_all(&self, place: Place) -> Place {
        let name = match self.quarter(&place.key()) {
            None => return place,
            Some(it) if it.is_public => it.place.name.clone(),
            Some(_) => String::new(),
        };
        Place { name, ..place }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    fn key(level: &str, area: &str) -> Key {
        (level.to_owned(), area.to_owned())
    }

    pub(crate) fn place(level: &str, area: &str) -> Place {
        Place { geography: level.to_owned(), area: area.to_owned(), name: area.to_owned() }
    }

    /// Two quarters of a Bezirk and one of another; one zone; what is composed of the first two, of the
    /// last two, and of the second one alone.
    pub(crate) fn nesting() -> Nesting {
        let above = [
            ("teilgebiet", "121", place("quartier", "12")),
            ("quartier", "11", place("bezirk", "1")),
            ("quartier", "12", place("bezirk", "1")),
            ("quartier", "21", place("bezirk", "2")),
        ];
        let above =
            above.map(|(level, area, place)| (key(level, area), Above { key: place.key(), place }));
        let joined = [
            ("q-eins", vec![&["11", "12"][..]]),
            ("q-zwei", vec![&["12", "21"]]),
            // It was another one first; and what is 12 today was cut from 10.
            ("q-drei", vec![&["21"], &["12", "10"]]),
        ];
        let joined = joined.map(|(area, versions)| {
            let place = place("quartier", area);
            let version = |(number, units): (i64, &[&str])| {
                let today = units.iter().filter(|it| **it != "10");
                Version {
                    number,
                    ground: today.map(|it| key("quartier", it)).collect(),
                    units: units.iter().map(|it| (*it).to_owned()).collect(),
                }
            };
            let versions = (1..).zip(versions).map(version).collect();
            let is_public = area == "q-eins";
            (key("quartier", area), Joined { place, is_offered: true, is_public, versions })
        });
        Nesting { above: above.into(), joined: joined.into() }
    }

    #[test]
    fn a_place_lies_in_what_its_quarter_lies_in() {
        let within = nesting();
        let zone = place("teilgebiet", "121");
        for around in [key("teilgebiet", "121"), key("quartier", "12"), key("bezirk", "1")] {
            assert!(within.lies_in(&zone, &around), "{around:?}");
        }
        for beside in [key("teilgebiet", "122"), key("quartier", "121"), key("bezirk", "12")] {
            assert!(!within.lies_in(&zone, &beside), "{beside:?}");
        }
        assert!(!within.lies_in(&place("quartier", "12"), &key("teilgebiet", "121")));
    }

    #[test]
    fn what_is_composed_of_a_place_holds_it() {
        let within = nesting();
        for zone in [place("teilgebiet", "121"), place("quartier", "12")] {
            for around in ["q-eins", "q-zwei", "q-drei"] {
                assert!(within.lies_in(&zone, &key("quartier", around)), "{zone:?} {around}");
            }
        }
        assert!(!within.lies_in(&place("quartier", "21"), &key("quartier", "q-eins")));
        assert!(!within.lies_in(&place("bezirk", "1"), &key("quartier", "q-eins")));
    }

    #[test]
    fn a_composed_place_lies_where_all_of_it_lies() {
        let within = nesting();
        let (one, two, three) = ("q-eins", "q-zwei", "q-drei");
        let lies = |area: &str, level: &str, there: &str| {
            within.lies_in(&place("quartier", area), &key(level, there))
        };
        assert!(
            lies(one, "bezirk", "1")
                && lies(three, "quartier", one)
                && lies(three, "quartier", two)
        );
        assert!(lies(one, "quartier", one) && lies(three, "quartier", "12"));
        assert!(
            !lies(two, "bezirk", "1")
                && !lies(one, "quartier", two)
                && !lies(one, "quartier", "12")
        );
        let names = |area: &str| -> Vec<&str> {
            within.around(&place("quartier", area)).into_iter().map(|it| it.name.as_str()).collect()
        };
        assert_eq!(names(three), ["1", "q-eins", "q-zwei"]);
        assert_eq!(names("11"), ["1", "q-eins"]);
        assert_eq!(names(two), [""; 0]);
    }

    #[test]
    fn versions_of_a_quarter_are_one_quarter() {
        let within = nesting();
        let (first, second) = (key("quartier", "q-drei@1"), key("quartier", "q-drei@2"));
        let whole = place("quartier", "q-drei");
        assert!(within.lies_in(&whole, &first) && within.lies_in(&whole, &second));
        assert!(within.lies_in(&place("quartier", "21"), &first));
        assert!(!within.lies_in(&place("quartier", "21"), &second), "it belonged to the first");
        assert!(within.lies_in(&place("quartier", "10"), &second), "where it was written down");
        assert!(!within.lies_in(&place("quartier", "12"), &key("quartier", "q-drei@3")));
    }

    #[test]
    fn places_meet_where_they_share_ground() {
        let within = nesting();
        let meet = |one: &str, other: &str| {
            let (one, other) = (place("quartier", one), place("quartier", other));
            assert_eq!(within.meet(&one, &other), within.meet(&other, &one));
            within.meet(&one, &other)
        };
        assert!(meet("12", "q-eins") && meet("11", "11") && meet("q-eins", "q-zwei"));
        assert!(!meet("11", "12") && !meet("11", "q-zwei"));
        assert!(within.meet(&place("teilgebiet", "121"), &place("quartier", "q-zwei")));
        assert!(within.meet(&place("bezirk", "2"), &place("quartier", "q-zwei")));
    }

    #[test]
    fn everybody_is_told_only_what_is_for_everybody() {
        let within = nesting();
        let told = |area: &str| {
            let old = Place { name: "alter Name".to_owned(), ..place("quartier", area) };
            within.told_to_all(old).name
        };
        assert_eq!(told("q-zwei"), "");
        assert_eq!(told("q-zwei@1"), "");
        assert_eq!(told("q-eins"), "q-eins", "as it is called now");
        assert_eq!(told("12"), "alter Name", "an area unit is everybody's");
    }
}
