//! The SQL of candidates, scores and decisions. Every function takes the tenant.

pub mod ballots;
pub mod decisions;
pub mod published;
pub mod register;
pub mod rounds;
pub mod standing;

use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;

/// Writes what was done into the change log; what the thing says only as a hash.
async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, kind, thing): (&str, &str, &str),
    note: &str,
    after: &str,
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: kind,
        thing,
        note,
        before: None,
        after: Some(after.as_bytes()),
    };
    change.record(entry).await
}
