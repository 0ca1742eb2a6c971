//! What figures of one tenant become with another.

use sqlx::AnyConnection;

use super::BoxFuture;
use crate::store::StoreError;
use crate::tenant::Tenant;
use crate::web::App;
use crate::withdrawals::Thing;

/// Knows what other tenants of the installation took in of a city, so that a Sperrung follows it.
pub trait PassedOn: Send + Sync {
    /// What others have made of these releases of a city, and have still.
    fn made_of<'a>(
        &'a self,
        app: &'a App,
        connection: &'a mut AnyConnection,
        tenant: Tenant,
        releases: &'a [i64],
    ) -> BoxFuture<'a, Result<Vec<(Tenant, Thing)>, StoreError>>;
}
