//! Moving means: the series of a quarter smoothed over some years, and where such a mean comes
//! from. A mean is there only where all periods of its window are, and no break lies in it.

mod doors;
mod page;
pub(crate) mod window;

use ankunft_platform::web::{Failure, Route};

pub(crate) use page::mean_link;

use crate::permissions::SEE;

/// Over how many years a mean can go.
const YEARS: std::ops::RangeInclusive<u32> = 2..=10;

/// The years that are offered.
pub(crate) const OFFERED: [u32; 2] = [3, 5];

/// What the address says: over how many years series are averaged; none as they were delivered.
///
/// # Errors
///
/// - [`Failure::bad_request`] for anything but a number of years that can be averaged.
pub(crate) fn asked(text: Option<&str>) -> Result<Option<u32>, Failure> {
    let Some(text) = text.filter(|it| !it.is_empty()) else { return Ok(None) };
    let years = text.parse().ok().filter(|it| YEARS.contains(it));
    years.map(Some).ok_or_else(|| Failure::bad_request("a mean over no such number of years"))
}

/// The page that says where a mean comes from.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/{kommune}/atlas/quelle/mittel", SEE, doors::show_mean).tagged()]
}
