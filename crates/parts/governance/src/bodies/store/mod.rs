//! The SQL of bodies, meetings, agenda, tasks and observations. Every function takes the tenant.

pub mod addresses;
pub mod agenda;
pub mod bodies;
pub mod meetings;
pub mod observations;
pub mod tasks;

use crate::stored::day;
use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;

/// The kind of bodies in the change log.
pub const BODY: &str = "body";
/// The kind under which papers are attached to meetings: `3-12`.
pub const MEETING: &str = "meeting";
/// The kind under which decisions of meetings are cited: body, meeting and item, `3-12-4`.
pub const DECISION: &str = "meeting-decision";
/// The kind under which tasks are cited.
pub const TASK: &str = "task";
/// The kind under which observations are cited.
pub const OBSERVATION: &str = "observation";

fn moment(at: i64) -> Result<Timestamp, StoreError> {
    let unreadable = |_| StoreError::Unreadable { what: "a moment", text: at.to_string() };
    Timestamp::from_microsecond(at).map_err(unreadable)
}

fn now() -> i64 {
    Timestamp::now().as_microsecond()
}

/// Writes into the change log what was done to what; contents stand in it as hash alone.
async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, thing_kind, thing): (&str, &str, &str),
    note: &str,
    after: &impl std::fmt::Debug,
) -> Result<(), StoreError> {
    let after = format!("{after:?}").into_bytes();
    let (tenant, after) = (Some(tenant), Some(after.as_slice()));
    let entry = Entry { tenant, action, thing_kind, thing, note, before: None, after };
    change.record(entry).await
}
