use crate::frame::ratio;
use crate::{Dimension, Panel};

/// A rate of an area and the numbers that it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct RateParts {
    /// The rate per 100 residents, and year if it counts events.
    pub rate: f64,
    /// What the quotient of the sums is multiplied by: 100, and 200 for events of half-years.
    pub scale: f64,
    /// Whether the quotient is taken off 100, because it speaks of those who do not count.
    pub others: bool,
    /// Whether the sums are of people, so that each period weighs as many as live there. Without
    /// residents the rates of the periods weigh alike.
    pub weighted: bool,
    /// The periods that entered, the oldest first.
    pub parts: Vec<RatePart>,
}

/// What one period gave to a rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatePart {
    /// Its position in the panel.
    pub period: usize,
    /// The number above the line.
    pub above: f64,
    /// The number below it.
    pub below: f64,
}

/// Returns the rate by which an area is compared in a dimension, with the numbers behind it.
///
/// It is the very number that [`identify`](crate::identify) compares, taken apart. Choose it to say
/// how a rate came about; the rates of all areas stand in
/// [`Standing::dimensions`](crate::Standing::dimensions).
///
/// # Units
///
/// - `place`: the positions of period and area in the panel.
/// - `window_years`: years; events are summed over the window that ends at the period.
/// - returns: a rate per 100 residents (and year), persons, events.
///
/// # Errors
///
/// `None`: no such place, no measure of the dimension, or no number of the area in that period.
///
/// # Accuracy
///
/// As [`identify`](crate::identify): bit by bit the same rate.
///
/// # Complexity
///
/// O(_w_) for _w_ periods of the window.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Counted, Dimension, Measure, Panel, Period, rate_parts};
///
/// let rows = |numbers: [f64; 2]| numbers.map(|it| vec![Some(it)]).to_vec();
/// let panel = Panel {
///     areas: vec!["Nord".into()],
///     periods: ["2024h1", "2024h2"].map(|it| Period::read(it).expect("half a year")).to_vec(),
///     population: Some(rows([1000.0, 3000.0])),
///     measures: vec![Measure {
///         dimension: Dimension::Turnover,
///         counted: Counted::Flow,
///         series: rows([100.0, 200.0]),
///     }],
/// };
/// let found = rate_parts(&panel, Dimension::Turnover, (1, 0), 3).expect("a rate");
/// // 300 moves of 4,000 people in half a year are 15 of 100 in a year.
/// assert_eq!((found.rate, found.scale, found.parts.len()), (15.0, 200.0, 2));
///
/// // Nobody has counted foreigners.
/// assert_eq!(rate_parts(&panel, Dimension::Foreigners, (1, 0), 3), None);
/// ```
#[must_use]
pub fn rate_parts(
    panel: &Panel,
    dimension: Dimension,
    (at, area): (usize, usize),
    window_years: u32,
) -> Option<RateParts> {
    panel.check().ok()?;
    if at >= panel.periods.len() || area >= panel.areas.len() {
        return None;
    }
    let measure = panel.measures.iter().find(|it| it.dimension == dimension)?;
    Some(ratio(panel, measure, at, area, window_years)?.into_parts())
}
