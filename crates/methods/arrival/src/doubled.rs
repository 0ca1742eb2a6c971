//! Which areas are called if one dimension weighs twice as much as each of the others.

use std::collections::BTreeMap;

use crate::calls::{Calls, needed};
use crate::frame::Frame;
use crate::identify::{Settings, choice};
use crate::{ArrivalError, Dimension, Panel};

/// Calls the areas of the last period with one dimension counted twice, or with equal weights.
///
/// Use it to show what the choice of equal weights changes. [`crate::Method::Conjunctive`] knows no
/// weights and says the same; the sum of _z_ and the points do not. Draws and variants of the
/// settings are not used. An area that is not compared is absent.
///
/// # Errors
///
/// - [`ArrivalError`] as [`crate::identify`].
///
/// # Complexity
///
/// O(_n_) time and memory for _n_ areas.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::*;
///
/// let row = |numbers: &[f64]| vec![numbers.iter().copied().map(Some).collect()];
/// let measure = |dimension, series| Measure { dimension, counted: Counted::StockPercent, series };
/// let mut panel = Panel {
///     areas: ["Nord", "Ost", "Süd", "West", "Mitte"].map(String::from).to_vec(),
///     periods: vec![Period::read("2024").expect("a year")],
///     population: None,
///     measures: vec![
///         measure(Dimension::Foreigners, row(&[10.0, 11.0, 12.0, 13.0, 30.0])),
///         measure(Dimension::Turnover, row(&[20.0, 21.0, 22.0, 60.0, 23.0])),
///     ],
/// };
/// let settings = Settings { methods: vec![Method::Zsum], ..Settings::default() };
/// assert!(called_with_double(&panel, &settings, None)?["Mitte"] == false);
/// assert!(called_with_double(&panel, &settings, Some(Dimension::Foreigners))?.len() == 5);
///
/// panel.areas.clear();
/// assert!(called_with_double(&panel, &settings, None).is_err());
/// # Ok::<(), ArrivalError>(())
/// ```
pub fn called_with_double(
    panel: &Panel,
    settings: &Settings,
    twice: Option<Dimension>,
) -> Result<BTreeMap<String, bool>, ArrivalError> {
    panel.check()?;
    if settings.methods.is_empty() {
        return Err(ArrivalError::NoMethod);
    }
    let panel = &panel.in_order();
    let last = panel.periods.len() - 1;
    let frame = Frame::of(panel, last, settings.window_years, settings.min_population);
    if frame.dimensions.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut choice = choice(settings, &frame);
    for (weight, dimension) in choice.weights.iter_mut().zip(&frame.dimensions) {
        if Some(*dimension) == twice {
            *weight = 2.0;
        }
    }
    let mut calls = Calls::default();
    calls.fill(frame.rates.iter().map(Vec::as_slice), &choice);
    let called = |place| calls.votes(&settings.methods, place) >= needed(&settings.methods);
    let areas = frame.areas.iter().enumerate();
    Ok(areas.map(|(place, area)| (panel.areas[*area].clone(), called(place))).collect())
}
