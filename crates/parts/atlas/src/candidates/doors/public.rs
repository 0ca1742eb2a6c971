//! Doors through which everybody reads what was published.

use ankunft_disclosure::Audience;
use ankunft_platform::citing::{self, Thing};
use ankunft_platform::page::html;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, City, Failure, PathOf, Viewer, answer};
use axum::extract::State as Of;
use axum::response::Response;
use sqlx::AnyConnection;

use super::Number;
use crate::assess;
use crate::assess::open::Detail;
use crate::candidates::frozen;
use crate::candidates::pages::public::{self as page, PublicDecision};
use crate::candidates::store::decisions::{self, KIND};

/// What of these decisions is public, the newest first; all if none is named.
pub(in crate::candidates) async fn published(
    connection: &mut AnyConnection,
    tenant: Tenant,
    numbers: Option<&[i64]>,
) -> Result<Vec<PublicDecision>, StoreError> {
    let mut all = Vec::new();
    let decided = decisions::all_decided(connection, tenant).await?;
    for decision in decisions::decisions(connection, tenant).await? {
        let is_asked = numbers.is_none_or(|it| it.contains(&decision.number));
        if is_asked && decision.is_published() {
            let decided = decided.get(&decision.number).map_or(&[][..], Vec::as_slice);
            all.extend(PublicDecision::of(&decision, decided));
        }
    }
    Ok(all)
}

/// What the assessment for everybody said when it was decided, and how much of that is published.
async fn arrival(
    app: &App,
    city: &City,
    number: i64,
) -> Result<(page::Arrival, Detail), StoreError> {
    let (tenant, key) = (city.tenant(), &app.keys.release);
    let mut read = app.store.read().await?;
    let versions = decisions::versions(&mut read, tenant, number).await?;
    let mut arrival = Vec::new();
    for it in decisions::decided(&mut read, tenant, number).await? {
        if it.chosen == 1 {
            let of = (versions.as_slice(), it.candidate);
            let found = frozen::find(&mut read, (tenant, key), of, Audience::Public).await?;
            arrival.push((it.name, found));
        }
    }
    Ok((arrival, assess::detail(&mut read, tenant, false).await?))
}

async fn find(app: &App, city: &City, number: i64) -> Result<PublicDecision, Failure> {
    let mut read = app.store.read().await?;
    let found = published(&mut read, city.tenant(), Some(&[number])).await?;
    found.into_iter().next().ok_or_else(Failure::not_found)
}

/// The newest version of a published decision that was corrected, if that is published: an address
/// that stands in a paper goes on to lead somewhere.
async fn corrected_in(app: &App, city: &City, number: i64) -> Result<Option<i64>, Failure> {
    let mut read = app.store.read().await?;
    let mut at = decisions::decision(&mut read, city.tenant(), number).await?;
    let was_public = at.as_ref().is_some_and(|it| it.is_public == 1);
    while let Some(successor) = at.as_ref().filter(|_| was_public).and_then(|it| it.successor) {
        at = decisions::decision(&mut read, city.tenant(), successor).await?;
    }
    Ok(at.filter(|it| was_public && it.number != number && it.is_published()).map(|it| it.number))
}

/// `GET /{kommune}/atlas/entscheidungen`
pub async fn show_all(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let all = published(&mut *app.store.read().await?, city.tenant(), None).await?;
    Ok(page::all(&viewer, &city, &all).answer())
}

/// `GET /{kommune}/atlas/entscheidungen/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    if let Some(newest) = corrected_in(&app, &city, number).await? {
        let page = city.at(&format!("/atlas/entscheidungen/{newest}"));
        return Ok(viewer.done(&page, Some("meldung-entscheidung-berichtigt")));
    }
    let it = find(&app, &city, number).await?;
    let thing = Thing { id: number.to_string(), name: it.names(&viewer.t) };
    let buttons = citing::buttons(&app, &viewer, &city, KIND, vec![thing]).await?;
    let (arrival, detail) = arrival(&app, &city, number).await?;
    let remember = buttons.into_iter().next().flatten();
    Ok(html(&page::one(&viewer, &city, &it, (&arrival, detail), remember)))
}

/// `GET /{kommune}/atlas/entscheidungen/{number}/json`
pub async fn json(
    Of(app): Of<App>,
    city: City,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let it = find(&app, &city, number).await?;
    let (arrival, detail) = arrival(&app, &city, number).await?;
    answer("application/json", &it.document((&arrival, detail)))
}
