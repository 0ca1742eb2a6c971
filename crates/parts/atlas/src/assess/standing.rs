//! How a quarter stands out in what arrival quarters have in common, for parts that look for others
//! like it: no ranks, no probabilities, only by how much each dimension lies above its city.

use ankunft_disclosure::Audience;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use sqlx::AnyConnection;

use super::{Known, read};
use crate::state::Atlas;
use crate::view::overview::Asker;

/// Each dimension by its code (`arrivals-abroad`, `foreigners`, `turnover`), with how many standard
/// deviations (_z_) the quarter lies above the mean of its city, as this circle may read it. Empty
/// where nothing is known, or the quarter is not compared.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn standing(
    app: &App,
    tenant: Tenant,
    (geography, area): (&str, &str),
    circle: Audience,
) -> Result<Vec<(String, f64)>, StoreError> {
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(Vec::new()) };
    let mut connection = app.store.read().await?;
    let asker = Asker { tenant, audience: circle, key: &app.keys.release, memory: &atlas.memory };
    let Known::Ready(ready) = read(&mut connection, asker, geography).await? else {
        return Ok(Vec::new());
    };
    let stands = ready.assessment.show(circle).and_then(|it| it.area(area));
    let Some(Ok(stands)) = stands.map(|it| it.standing.as_ref()) else { return Ok(Vec::new()) };
    Ok(stands.dimensions.iter().map(|(code, _, z)| (code.clone(), *z)).collect())
}

/// By what an assessment was made, without anything that it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The dimensions, by their codes; their names are the texts `ankunft-dimension-<code>`.
    pub dimensions: Vec<String>,
    /// The period that it reports.
    pub period: String,
}

/// By what the newest assessment of a geography for this circle was made; none if there is none.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn measured(
    app: &App,
    connection: &mut AnyConnection,
    tenant: Tenant,
    (geography, circle): (&str, Audience),
) -> Result<Option<Measured>, StoreError> {
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(None) };
    let asker = Asker { tenant, audience: circle, key: &app.keys.release, memory: &atlas.memory };
    let Known::Ready(ready) = read(connection, asker, geography).await? else { return Ok(None) };
    Ok(ready.assessment.show(circle).map(|it| Measured {
        dimensions: it.dimensions.iter().map(|it| it.dimension.clone()).collect(),
        period: it.period.clone(),
    }))
}
