//! Writes what was compared and accepted.

use std::collections::BTreeMap;

use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;

use super::model::{Ref, Spending, Writes};
use crate::effects::actuals::{self, HandedIn};
use crate::effects::store as indicators;
use crate::measures::store as measures;
use crate::spending::store::{self as spending, New};

/// Writes all of it: what is new first, because rows of the file belong to it.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it.
pub async fn take(change: &mut Change, tenant: Tenant, writes: &Writes) -> Result<(), StoreError> {
    let mut new_measures = Vec::new();
    for plan in &writes.measures {
        new_measures.push(measures::add(change, tenant, plan).await?);
    }
    for (was, plan) in &writes.plans {
        measures::change_plan(change, tenant, was, plan).await?;
    }
    let mut new_indicators = Vec::new();
    for (measure, says) in &writes.indicators {
        let measure = number(*measure, &new_measures)?;
        new_indicators.push(indicators::add(change, tenant, measure, says).await?);
    }
    for (was, says) in &writes.says {
        indicators::change_indicator(change, tenant, was, says).await?;
    }
    for it in &writes.values {
        let measure = number(it.measure, &new_measures)?;
        let indicator = number(it.indicator, &new_indicators)?;
        let key = (measure, indicator, it.period, it.version);
        let it =
            HandedIn { value: it.value, parts: &it.parts, note: &it.note, findings: &it.findings };
        actuals::hand_in(change, tenant, key, &it).await?;
    }
    book(change, tenant, &writes.spending, &new_measures).await
}

/// Books what was spent, each line after the last of its measure.
async fn book(
    change: &mut Change,
    tenant: Tenant,
    all: &[Spending],
    new_measures: &[i64],
) -> Result<(), StoreError> {
    let mut next = BTreeMap::new();
    for it in all {
        let measure = number(it.measure, new_measures)?;
        let last = match next.get(&measure) {
            Some(last) => *last,
            None => {
                let book = spending::book(change, tenant, measure).await?;
                book.lines().last().map_or(0, |it| it.number)
            }
        };
        next.insert(measure, last + 1);
        let corrects = it.corrects.as_ref().map(|(line, reason)| (*line, reason.as_str()));
        let new = New { says: &it.says, corrects, form_key: &ids::next().to_string() };
        spending::append(change, tenant, (measure, last + 1), new).await?;
    }
    Ok(())
}

fn number(of: Ref, new: &[i64]) -> Result<i64, StoreError> {
    match of {
        Ref::Known(number) => Ok(number),
        Ref::New(at) => new
            .get(at)
            .copied()
            .ok_or_else(|| StoreError::Unreadable { what: "a new row", text: at.to_string() }),
    }
}
