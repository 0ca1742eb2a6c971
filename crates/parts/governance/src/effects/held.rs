//! What an indicator counts stays once it has values: 40 are not 40 percent, and persons no evenings.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::typed::{Typed, sent};

use super::model::{Actual, Indicator, Kind, Known, Part, Value};
use super::store;

/// Whether a value is of a kind: 40 is not 40 percent.
#[must_use]
pub const fn is_alike(value: &Value, kind: Kind) -> bool {
    match kind {
        Kind::Count => matches!(value, Value::Count(_)),
        Kind::Share => matches!(value, Value::Share(..)),
    }
}

/// Whether a value says something of a kind; that there is nothing to report is said of both.
#[must_use]
pub const fn fits(value: &Value, kind: Kind) -> bool {
    matches!(value, Value::Nothing) || is_alike(value, kind)
}

/// Whether two indicators count alike, in one unit.
fn count_alike(one: &Indicator, other: &Indicator) -> bool {
    (one.kind, &one.unit) == (other.kind, &other.unit)
}

/// What cannot be changed any more of an indicator with these values, by field. What became of another
/// kind than its values can become theirs again.
#[must_use]
pub fn held<'a>(
    t: &Texts,
    (now, says): (&Indicator, &Indicator),
    values: impl IntoIterator<Item = &'a Actual>,
) -> Problems {
    let mut problems = Problems::default();
    let values: Vec<Value> = values.into_iter().map(|it| it.value).collect();
    if says.kind != now.kind && values.iter().any(|it| !fits(it, says.kind)) {
        problems.add(Part::Kind.code(), t.get("indikator-art-fest"));
    }
    if says.unit != now.unit && values.iter().any(|it| *it != Value::Nothing) {
        problems.add(Part::Unit.code(), t.get("indikator-einheit-fest"));
    }
    problems
}

/// The field that says which version of an indicator a form was opened with.
pub const SEEN: &str = "angabe";

/// Indicators of a measure that would take a value otherwise than its writer saw and a door read: what
/// was read, each with the field that says what was seen, if there is one.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn counting_otherwise(
    change: &mut Change,
    (tenant, measure): (Tenant, i64),
    read: &[(&Known, String)],
    typed: &Typed,
) -> Result<Vec<i64>, StoreError> {
    let versions = store::versions(change, tenant, measure).await?;
    let is_other = |(known, field): &&(&Known, String)| {
        let own: Vec<&Known> = versions.iter().filter(|it| it.number == known.number).collect();
        let Some(now) = own.first() else { return true };
        let seen: Option<i64> = sent(typed, field).parse().ok();
        let then = own.iter().find(|it| Some(it.version) == seen).copied();
        [Some(*known), then].into_iter().flatten().any(|it| !count_alike(&it.says, &now.says))
    };
    Ok(read.iter().filter(is_other).map(|it| it.0.number).collect())
}
