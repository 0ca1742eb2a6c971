//! That what others gave may be used no more: its figures go here, as by a Sperrung. That other copies
//! are deleted too, people confirm.

use ankunft_platform::changes::Author;
use ankunft_platform::parts::{BoxFuture, PassedOn};
use ankunft_platform::signing::PublicKey;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant, TenantInfo};
use ankunft_platform::web::App;
use ankunft_platform::withdrawals::{self, Thing};
use sqlx::AnyConnection;

use super::model::{Grant, State};
use super::parties::package_of;
use super::store::grants;
use super::store::received::{self, Received};
use crate::frozen;

/// Whose name stands in the change log.
const AUTHOR: &str = "exchange";

/// Takes the figures of a package out of the data of who took it in, and out of its frozen states.
///
/// After committing, call [`ankunft_platform::store::Store::forget`].
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    (key, package): (&PublicKey, &str),
) -> Result<(), StoreError> {
    match received::of(change, tenant, (key, package)).await? {
        Some(it) => take_received(change, app, tenant, &it).await,
        None => Ok(()),
    }
}

/// Takes the figures of what was received, if they are here.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take_received(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    it: &Received,
) -> Result<(), StoreError> {
    take_for(change, app, tenant, (it, "paket-geloescht-grund")).await
}

/// The same for a reason, by the name of its text.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take_for(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    (it, why): (&Received, &str),
) -> Result<(), StoreError> {
    if it.taken_at.is_some() {
        return Ok(());
    }
    let info = tenant::info_of(change, tenant).await?;
    let reason = info.map(|it| app.texts_of(&it).get(why));
    let thing = Thing::DatasetVersion(it.dataset_version);
    withdrawals::withdraw(change, tenant, thing, &reason.unwrap_or_default()).await?;
    Ok(())
}

/// The same for what a tenant of this installation gave another, whose end both know: nothing of it
/// is left there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take_granted(
    change: &mut Change,
    app: &App,
    both: (&TenantInfo, Tenant),
    grant: &Grant,
) -> Result<(), StoreError> {
    take_but(change, app, both, (grant, false)).await?;
    Ok(())
}

/// The same, but for what was made anew after a Sperrung, if that goes on; gives since when it is there.
async fn take_but(
    change: &mut Change,
    app: &App,
    (giver, theirs): (&TenantInfo, Tenant),
    (grant, goes_on): (&Grant, bool),
) -> Result<Option<i64>, StoreError> {
    frozen::store::take_bytes(change, (theirs, giver.tenant), grant.number).await?;
    let (key, package) = (app.keys.signing(giver.tenant).public(), package_of(giver, grant));
    let mut left = None;
    for it in received::all(change, theirs).await? {
        if it.key != Some(key) || it.package != package {
            continue;
        }
        if goes_on && it.is_usable(app.today()) && it.made_at >= grant.lost_at {
            left = Some(it.at);
            continue;
        }
        take_received(change, app, theirs, &it).await?;
        received::delete(change, theirs, it.number).await?;
    }
    Ok(left)
}

/// Notes that the copies of a Weitergabe are deleted and how that is known; what a tenant of this
/// installation took in of it goes with that.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn confirm(
    change: &mut Change,
    app: &App,
    (giver, theirs): (&TenantInfo, Option<Tenant>),
    (grant, by): (&Grant, &str),
) -> Result<(), StoreError> {
    let goes_on = grant.state(app.today()) == State::Active;
    let left = match theirs {
        Some(theirs) => take_but(change, app, (giver, theirs), (grant, goes_on)).await?,
        None => None,
    };
    match left {
        Some(since) => {
            grants::confirm_older(change, giver.tenant, (grant.number, since), by).await?
        }
        None => grants::confirm(change, giver.tenant, grant.number, by).await?,
    };
    Ok(())
}

/// Takes whatever may be used no more and is still there, in all tenants: above all that of which
/// the last day is over. Gives how many packages it was.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take_due(app: &App) -> Result<usize, StoreError> {
    let cities = tenant::all(&mut *app.store.read().await?).await?;
    let mut taken = 0;
    for city in cities {
        if due(&mut *app.store.read().await?, app, city.tenant).await?.is_empty() {
            continue;
        }
        let mut change = app.store.change(Author::program(AUTHOR)).await?;
        tenant::lock(&mut change, city.tenant).await?;
        // Whoever was faster has left nothing.
        let all = due(&mut change, app, city.tenant).await?;
        for it in &all {
            take_received(&mut change, app, city.tenant, it).await?;
        }
        if !all.is_empty() {
            change.commit().await?;
        }
        taken += all.len();
    }
    if taken > 0 {
        app.store.forget().await?;
    }
    Ok(taken)
}

/// The packages of a tenant that may be used no more and whose figures are here.
async fn due(
    connection: &mut AnyConnection,
    app: &App,
    tenant: Tenant,
) -> Result<Vec<Received>, StoreError> {
    let mut all = received::all(connection, tenant).await?;
    all.retain(|it| it.is_here() && it.waits_for_deletion(app.today()));
    Ok(all)
}

/// What tenants of this installation took in of a city.
pub(super) struct TakenIn;

impl PassedOn for TakenIn {
    fn made_of<'a>(
        &'a self,
        app: &'a App,
        connection: &'a mut AnyConnection,
        tenant: Tenant,
        releases: &'a [i64],
    ) -> BoxFuture<'a, Result<Vec<(Tenant, Thing)>, StoreError>> {
        Box::pin(made_of(app, connection, tenant, releases))
    }
}

async fn made_of(
    app: &App,
    connection: &mut AnyConnection,
    tenant: Tenant,
    releases: &[i64],
) -> Result<Vec<(Tenant, Thing)>, StoreError> {
    let Some(giver) = tenant::info_of(connection, tenant).await? else { return Ok(Vec::new()) };
    let key = app.keys.signing(tenant).public();
    let mut all = Vec::new();
    for grant in grants::given(connection, tenant).await? {
        let Some(theirs) = grant.here() else { continue };
        if !grant.releases.iter().any(|it| releases.contains(it)) {
            continue;
        }
        let package = package_of(&giver, &grant);
        let found = received::of(connection, theirs, (&key, &package)).await?;
        let found = found.filter(|it| it.taken_at.is_none());
        all.extend(found.map(|it| (theirs, Thing::DatasetVersion(it.dataset_version))));
    }
    Ok(all)
}
