//! What was otherwise a year before: the same look at the city, with the figures of then.

use ankunft_arrival::{
    Circumstances, Dimension, Features, Noise, Panel, Settings, identify, marks, standardise,
};
use serde::{Deserialize, Serialize};

use super::result::{Judged, Stands};
use crate::store::last_day;

/// The units a year before the reported period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    /// That period.
    pub period: String,
    /// What was said of each unit then, in the order of their codes.
    pub areas: Vec<Before>,
}

/// A unit a year before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// Its code.
    pub code: String,
    /// The code of its class; none if it was not compared.
    pub class: Option<String>,
    /// Each dimension with its rate then and the marks that its change deserves.
    pub rates: Vec<(String, f64, Vec<String>)>,
}

/// Looks at the city as it was a year before the last period of the panel; `None` if nothing is
/// known of then.
pub(super) fn earlier(
    (panel, features): (&Panel, &[Features]),
    settings: &Settings,
    now: &[Judged],
) -> Option<Earlier> {
    let days: Vec<_> = panel.periods.iter().map(|it| last_day(&it.to_string())).collect();
    let then = days.last()?.as_ref()?.saturating_sub(jiff::Span::new().years(1));
    let at = days.iter().position(|it| *it == Some(then))?;
    let until = |series: &[Vec<Option<f64>>]| series[..=at].to_vec();
    let mut before = panel.clone();
    before.periods.truncate(at + 1);
    before.population = before.population.as_deref().map(until);
    for measure in &mut before.measures {
        measure.series = until(&measure.series);
    }
    // The central figures alone are compared: their noise does not tell what changed.
    let central = Settings { noise: Noise::NONE, vary: Vec::new(), ..settings.clone() };
    let found = identify(&before, &central).ok()?;
    let mut areas: Vec<Before> = found
        .areas
        .iter()
        .map(|it| {
            let stands = it.standing.as_ref().ok().map(Stands::of);
            let rates = stands.as_ref().map_or(&[][..], |it| &it.dimensions);
            Before {
                code: it.id.clone(),
                class: stands.as_ref().map(|it| it.class().code().to_owned()),
                rates: rates.iter().map(|it| (it.0.clone(), it.1, Vec::new())).collect(),
            }
        })
        .collect();
    for dimension in Dimension::ALL {
        mark((panel, features), now, &mut areas, dimension);
    }
    Some(Earlier { period: panel.periods[at].to_string(), areas })
}

/// Marks the changes of a dimension that should not be taken at their word.
fn mark(
    (panel, features): (&Panel, &[Features]),
    now: &[Judged],
    before: &mut [Before],
    dimension: Dimension,
) {
    let rate = |judged: &Judged, code: &str| {
        let stands = judged.standing.as_ref().ok()?;
        stands.dimensions.iter().find(|it| it.0 == code).map(|it| it.1)
    };
    let change = |(judged, before): (&Judged, &Before)| {
        let then = before.rates.iter().find(|it| it.0 == dimension.code())?;
        Some(rate(judged, dimension.code())? - then.1)
    };
    let changes: Vec<Option<f64>> = now.iter().zip(before.iter()).map(change).collect();
    let Some(standard) = standardise(&changes) else { return };
    for (at, (judged, before)) in now.iter().zip(before).enumerate() {
        let place = panel.areas.iter().position(|it| *it == judged.code);
        let residents = panel.population.as_ref().and_then(|it| it.last()?[place?]);
        let net_migration = place.and_then(|it| features.get(it)?.net_migration);
        let is_flow = panel
            .measures
            .iter()
            .any(|it| it.dimension == Dimension::Turnover && it.counted.is_flow());
        let turnover = rate(judged, Dimension::Turnover.code()).filter(|_| is_flow);
        let around = Circumstances { residents, net_migration, turnover };
        let found = marks(&[standard.z[at]], &around);
        if let Some(rate) = before.rates.iter_mut().find(|it| it.0 == dimension.code()) {
            rate.2 = found.iter().map(|it| it.code().to_owned()).collect();
        }
    }
}
