//! Which area unit lies in which: what is done in a Teilgebiet is done in its quarter.

use std::collections::BTreeMap;

use ankunft_platform::keep;
use ankunft_platform::store::StoreError;
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

keep! {
    /// The unit of the next coarser level that each lies in.
    Within(BTreeMap<Key, Place>) = |connection, tenant| above(connection, tenant);
}

impl Within {
    /// The units that a place lies in, the nearest first; without itself.
    pub fn above<'a>(&'a self, place: &Place) -> impl Iterator<Item = &'a Place> + use<'a> {
        let next = |it: &Place| self.0.get(&(it.geography.clone(), it.area.clone()));
        std::iter::successors(next(place), move |it| next(it))
    }

    /// Whether a place is an area unit, or lies in it.
    pub fn lies_in(&self, place: &Place, (geography, area): &Key) -> bool {
        let is_it = |it: &Place| it.geography == *geography && it.area == *area;
        is_it(place) || self.above(place).any(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_in_what_its_quarter_lies_in() {
        let key = |level: &str, area: &str| (level.to_owned(), area.to_owned());
        let place = |level: &str, area: &str| Place {
            geography: level.to_owned(),
            area: area.to_owned(),
            name: area.to_owned(),
        };
        let within = Within(BTreeMap::from([
            (key("teilgebiet", "121"), place("quartier", "12")),
            (key("quartier", "12"), place("bezirk", "1")),
        ]));
        let zone = place("teilgebiet", "121");
        for around in [key("teilgebiet", "121"), key("quartier", "12"), key("bezirk", "1")] {
            assert!(within.lies_in(&zone, &around), "{around:?}");
        }
        for beside in [key("teilgebiet", "122"), key("quartier", "121"), key("bezirk", "12")] {
            assert!(!within.lies_in(&zone, &beside), "{beside:?}");
        }
        assert!(!within.lies_in(&place("quartier", "12"), &key("teilgebiet", "121")));
    }
}
