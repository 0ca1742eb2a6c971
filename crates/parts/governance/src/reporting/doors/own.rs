//! A Stelle that is asked finds its report from within the house too, without waiting for a letter.

use ankunft_platform::tenant;
use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::RoundNumber;
use crate::effects::model::Reporter;
use crate::reporting::letters;
use crate::reporting::link::CHANGE;
use crate::reporting::model::State;
use crate::reporting::store::{self, Which};

/// `POST /{kommune}/steuerung/berichte/{round}/schreiben`: leads to the form of one's own Stelle. The link
/// that it already has is used again, so that pressing twice makes no second one.
pub async fn write_own(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(RoundNumber { round }): PathOf<RoundNumber>,
) -> Result<Response, Failure> {
    let tenant = city.tenant();
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, tenant).await?;
    let rounds = store::rounds(&mut change, tenant, Which::Of(round)).await?;
    let round = rounds.into_iter().next().ok_or_else(Failure::not_found)?;
    let own = viewer.actor.post.map(Reporter::Post);
    let requests = store::requests(&mut change, tenant, Which::Of(round.number)).await?;
    let request = requests.into_iter().find(|it| Some(it.reporter) == own);
    let request = request.ok_or_else(|| {
        let advice = viewer.t.get("bericht-anderer-stelle");
        Failure::forbidden("the report of another Stelle").advice(advice)
    })?;
    let waits = request.state() == State::HandedIn;
    if !request.is_asked() && !waits {
        let advice = viewer.t.get("bericht-nicht-mehr-offen");
        return Err(Failure::refused("nothing to write now").advice(advice));
    }
    let path = letters::way_in(&app, change, tenant, (&round, &request)).await?;
    // What waits for its Abnahme is changed; everything else is written or read.
    let path = if waits { format!("{path}?{CHANGE}") } else { path };
    Ok(viewer.done(&path, None))
}
