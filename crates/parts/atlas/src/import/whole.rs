//! Figures of the city as a whole: tables that name none of its units.

use ankunft_disclosure::Cell;
use ankunft_formats::{Observations, Series};
use ankunft_platform::register::areas::{self, Area, NewAreaVersion};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;

use super::hash;
use crate::model::catalogue::WHOLE;

/// The observations of the one unit that is the whole city, if a table speaks of nothing else.
pub(super) fn only(observations: &Observations) -> Option<Observations> {
    if observations.rows.joined > 0 {
        return None;
    }
    let known = |it: &Series| it.total.filter(|it| it.number().is_some());
    observations.series.iter().any(|it| known(it).is_some()).then(|| Observations {
        areas: vec![WHOLE.to_owned()],
        series: observations.series.iter().map(of_whole).collect(),
        rows: observations.rows,
    })
}

fn of_whole(series: &Series) -> Series {
    let total = series.total.unwrap_or(Cell::MISSING);
    Series { cells: vec![total], total: Some(total), ..series.clone() }
}

/// The area version whose one unit is the whole city, made if it is not there.
pub(super) async fn version(change: &mut Change, tenant: Tenant) -> Result<i64, StoreError> {
    if let Some(geography) = areas::geography(change, tenant, WHOLE).await? {
        let versions = areas::versions(change, tenant).await?;
        if let Some(known) = versions.iter().rfind(|it| it.geography == geography.id) {
            return Ok(known.id);
        }
    }
    let unit = Area {
        position: 0,
        code: WHOLE.to_owned(),
        name: "Gesamtstadt".to_owned(),
        parent: None,
        area_m2: 0.0,
    };
    let new = NewAreaVersion {
        geography: (WHOLE, "Gesamtstadt", 0),
        label: "aktuell",
        valid_from: "1900-01-01",
        valid_to: None,
        source: "",
        licence: "",
        file_hash: &hash(WHOLE.as_bytes()),
        map: "",
        areas: &[(unit, Vec::new())],
    };
    areas::accept(change, tenant, new).await
}
