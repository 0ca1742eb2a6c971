//! Where a rate of an arrival quarter comes from: which figures of which datasets entered, how they
//! were put together, and by whom. A mean over years is stored nowhere, so its page takes apart the
//! very panel that was judged.

mod doors;
mod page;

use ankunft_platform::web::Route;

use super::Assessment;
use crate::pages::overview::encode;
use crate::permissions::SEE;
use crate::view::overview::Origin;

/// The columns that entered in one period.
#[derive(Clone, Debug)]
pub(crate) struct Entered {
    /// The version of the area units that their figures are over.
    pub area_version: i64,
    /// The residents, where there are any.
    pub residents: Option<EnteredColumn>,
    /// For each dimension what was added up.
    pub columns: Vec<Vec<EnteredColumn>>,
}

/// One column, without its figures.
#[derive(Clone, Debug)]
pub(crate) struct EnteredColumn {
    /// Its period, which may be another name of the same day.
    pub period: String,
    /// Its indicator, and where it comes from.
    pub origin: Origin,
}

/// The address of the page of a rate.
pub(crate) fn rate_link(base: &str, it: &Assessment, dimension: &str, area: &str) -> String {
    format!("{}{}", rate_base(base, it, dimension), encode(area))
}

/// The same up to the key of the area unit.
pub(crate) fn rate_base(base: &str, it: &Assessment, dimension: &str) -> String {
    let ebene = encode(&it.geography);
    format!("{base}/atlas/quelle/ankunft?ebene={ebene}&merkmal={}&gebiet=", encode(dimension))
}

/// The page of a rate.
pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/{kommune}/atlas/quelle/ankunft", SEE, doors::show_rate).tagged()]
}
