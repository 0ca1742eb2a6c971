//! A value that is sent back on the page of its indicator takes the report along in which it came: who
//! reported is asked again, and nobody accepts a report that is no longer whole. A correction is taken back
//! by who sent it, with its values, until somebody has decided on it.

use ankunft_platform::changes::Author;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure};

use super::doors::act;
use super::letters::Why;
use super::{store, write};
use crate::effects::actuals::{self, Key};

/// Sends back the report in which a value came, with all of it that nobody has decided on; its request, if
/// it waited for its Abnahme. Whoever asks holds the lock of the city.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub(crate) async fn with_value(
    change: &mut Change,
    tenant: Tenant,
    value: Key,
    because: &str,
) -> Result<Option<i64>, StoreError> {
    let Some((request, number)) = store::waiting_with(change, tenant, value).await? else {
        return Ok(None);
    };
    write::decide(change, tenant, (request, number), Some(because)).await?;
    return_values(change, tenant, (request, number), because).await?;
    Ok(Some(request))
}

/// Takes back what was handed in with this number; what was accepted before stands.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has decided already.
pub(super) async fn take_back(
    change: &mut Change,
    tenant: Tenant,
    submission: (i64, i64),
) -> Result<(), StoreError> {
    write::take_back(change, tenant, submission).await?;
    return_values(change, tenant, submission, "").await
}

/// Takes back what waits for its Abnahme because the one who handed it in hands it in anew: nobody accepts
/// what is no longer meant, and it stays in the history.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody has decided already.
pub(super) async fn replace(
    change: &mut Change,
    tenant: Tenant,
    submission: (i64, i64),
) -> Result<(), StoreError> {
    write::replace(change, tenant, submission).await?;
    return_values(change, tenant, submission, "").await
}

async fn return_values(
    change: &mut Change,
    tenant: Tenant,
    submission: (i64, i64),
    because: &str,
) -> Result<(), StoreError> {
    for key in store::undecided(change, tenant, submission).await? {
        actuals::decide(change, tenant, key, Some(because)).await?;
    }
    Ok(())
}

/// Writes to whoever reported why it comes back.
pub(crate) async fn tell(
    app: &App,
    city: &City,
    (author, request): (Author, i64),
    because: &str,
) -> Result<(), Failure> {
    act::tell(app, city, (author, request), &Why::Returned(because.to_owned())).await
}
