//! What marks a quarter as the atlas knows it: what lies clearly above its city there becomes a rough
//! mark of a card, in words and without figures.

use std::collections::BTreeSet;

use ankunft_atlas::assess;
use ankunft_disclosure::Audience;
use ankunft_platform::register::areas;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

/// From so many standard deviations above the mean of its city on something marks a quarter.
const CLEARLY: f64 = 0.75;

/// The mark of a dimension of the atlas.
fn mark(dimension: &str) -> Option<&'static str> {
    match dimension {
        "arrivals-abroad" => Some("zuzug-ausland"),
        "foreigners" => Some("auslaender"),
        "turnover" => Some("fluktuation"),
        _ => None,
    }
}

/// The marks of how a quarter stands out: dimension and _z_.
///
/// ```
/// use ankunft_programme::library::quarters::marks;
///
/// let stands = [("foreigners".to_owned(), 1.4), ("turnover".to_owned(), 0.1)];
/// assert!(marks(&stands).contains("auslaender") && marks(&stands).len() == 1);
/// ```
#[must_use]
pub fn marks(stands: &[(String, f64)]) -> BTreeSet<String> {
    let clearly = stands.iter().filter(|it| it.1 >= CLEARLY);
    clearly.filter_map(|it| mark(&it.0)).map(str::to_owned).collect()
}

/// The marks of a quarter of a city, as far as this circle may know it.
pub(super) async fn marks_of(
    app: &App,
    tenant: Tenant,
    (geography, area): (&str, &str),
    circle: Audience,
) -> Result<BTreeSet<String>, StoreError> {
    Ok(marks(&assess::standing(app, tenant, (geography, area), circle).await?))
}

/// A quarter that can be chosen: how a form names it, and its name.
pub(super) type Quarter = (String, String);

/// The area units of today of a city, level by level.
pub(super) async fn all(app: &App, tenant: Tenant) -> Result<Vec<Quarter>, StoreError> {
    let mut read = app.store.read().await?;
    let versions = areas::versions(&mut read, tenant).await?;
    let mut all = Vec::new();
    for level in areas::geographies(&mut read, tenant).await? {
        let Some(newest) = versions.iter().rfind(|it| it.geography == level.id) else { continue };
        let mut units = areas::areas(&mut read, tenant, newest.id).await?;
        units.sort_by(|a, b| a.name.cmp(&b.name));
        let named = units.into_iter().map(|it| {
            let value = format!("{}:{}", level.code, it.code);
            (value, format!("{} ({})", it.name, level.name))
        });
        all.extend(named);
    }
    Ok(all)
}
