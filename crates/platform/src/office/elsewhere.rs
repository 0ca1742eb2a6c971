//! A Sperrung follows figures to whoever of this installation took them in.

use sqlx::AnyConnection;

use super::letters;
use crate::languages::Arg;
use crate::store::{Change, StoreError};
use crate::tenant::Tenant;
use crate::web::{App, City, Viewer};
use crate::withdrawals::{self, Affected, Thing};

/// What other tenants have made of these releases of a city.
pub(super) async fn made_of(
    app: &App,
    connection: &mut AnyConnection,
    tenant: Tenant,
    releases: &[i64],
) -> Result<Vec<(Tenant, Thing)>, StoreError> {
    let mut all = Vec::new();
    for it in app.parts.passed_on() {
        all.extend(it.made_of(app, connection, tenant, releases).await?);
    }
    Ok(all)
}

/// Whom to tell there.
pub(super) type Told = Vec<(Tenant, Vec<Affected>)>;

/// Why, as it stands there: the reason of who withdrew it is theirs.
fn reason(viewer: &Viewer, city: &City) -> String {
    viewer.t.with("sperrung-durch", &[("stadt", Arg::from(city.name.as_str()))])
}

/// Withdraws it there; in the change of the Sperrung, whose tenants are locked.
pub(super) async fn withdraw(
    change: &mut Change,
    (viewer, city): (&Viewer, &City),
    made: &[(Tenant, Thing)],
) -> Result<Told, StoreError> {
    let reason = reason(viewer, city);
    let mut told = Vec::new();
    for (theirs, thing) in made {
        told.push((*theirs, withdrawals::withdraw(change, *theirs, *thing, &reason).await?));
    }
    Ok(told)
}

/// Tells whose documents cite it there.
pub(super) async fn tell(
    app: &App,
    (viewer, city): (&Viewer, &City),
    told: Told,
) -> Result<(), StoreError> {
    let reason = reason(viewer, city);
    for (theirs, told) in told {
        if let Some(theirs) = app.city_of(theirs).await? {
            letters::tell(app, &theirs, told, &reason, &viewer.request);
        }
    }
    Ok(())
}
