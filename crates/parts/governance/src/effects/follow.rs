//! How an accepted value comes to stand at the end of the red thread: by its Abnahme it cites its
//! measure, so that nobody has to.

use ankunft_disclosure::Audience;
use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::parts::CitedThing;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

use super::actuals::KIND;
use super::citable::id;
use super::period::Period;
use crate::measures::store as measures;

/// What is said of a measure when one of its values is accepted.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn measure_as_seen(
    app: &App,
    tenant: Tenant,
    number: i64,
) -> Result<Option<CitedThing>, StoreError> {
    let Some(kind) = app.parts.citable(measures::KIND) else { return Ok(None) };
    let id = number.to_string();
    let seen = kind.look_up(app, tenant, &[&id], Audience::Administration).await?;
    Ok(seen.into_iter().flatten().next())
}

/// Lets an accepted value (measure, indicator, period) stand at the end of the thread of its measure:
/// it cites it, once.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn follow(
    change: &mut Change,
    tenant: Tenant,
    effect: (i64, i64, Period),
    measure: Option<&CitedThing>,
) -> Result<(), StoreError> {
    let place = (KIND, &*id(effect));
    let there = citations::list(change, tenant, place, Audience::Administration).await?;
    let Some(measure) = measure.filter(|_| there.is_empty()) else { return Ok(()) };
    let new = NewCitation {
        cited: (measures::KIND, &effect.0.to_string()),
        snapshot: &measure.snapshot(),
        nutzung: measure.nutzung,
        releases: &measure.releases,
    };
    let citation = citations::cite(change, tenant, new).await?;
    citations::place(change, tenant, citation.id, place).await
}
