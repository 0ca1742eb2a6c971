//! The SQL of the exchange. Every function takes the tenant.

pub mod grants;
pub mod partners;
pub mod received;
pub mod said;
pub mod transfers;

use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;

/// The kind of Weitergaben in the change log.
pub const GRANT: &str = "exchange-grant";
/// The kind of partners.
pub const PARTNER: &str = "exchange-partner";
/// The kind of packages that came.
pub const RECEIVED: &str = "exchange-received";

fn day(text: String) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable { what: "a day", text })
}

/// Who did what to which thing; the note holds codes and numbers.
async fn record(
    change: &mut Change,
    tenant: Tenant,
    action: &str,
    (thing_kind, thing): (&str, i64),
    (note, after): (&str, Option<&[u8]>),
) -> Result<(), StoreError> {
    let thing = &thing.to_string();
    let tenant = Some(tenant);
    change.record(Entry { tenant, action, thing_kind, thing, note, before: None, after }).await
}
