//! Doors of the selection as files. Who takes one along stands in the register of each city whose
//! candidates are in it, so that it knows whom to ask after it takes them back.

use ankunft_platform::downloads;
use ankunft_platform::tenant::{self, Tenant, TenantInfo};
use ankunft_platform::web::file::{File, Format};
use ankunft_platform::web::{App, City, Failure, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::comparison;
use crate::exchange::store::transfers;
use crate::selection::model::Giving;
use crate::selection::view::Comparison;
use crate::selection::{api, pages, store};

/// `GET /{kommune}/auswahl.csv`
pub async fn csv(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = handed(&app, (&city, &viewer), "csv").await?;
    Ok(File::new(Format::Csv, "auswahl", api::csv(&it)).answer())
}

/// `GET /{kommune}/auswahl.json`
pub async fn json(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let it = handed(&app, (&city, &viewer), "json").await?;
    Ok(File::json(&api::SelectionDocument::of(&it))?.answer())
}

/// What goes into a file, noted in one change with its being read: nobody takes anything back between
/// the two.
async fn handed(
    app: &App,
    (city, viewer): (&City, &Viewer),
    format: &str,
) -> Result<Comparison, Failure> {
    let before = comparison(app, &mut *app.store.read().await?, (city, viewer)).await?;
    if before.shown() == 0 {
        return Ok(before);
    }
    let givers: Vec<Tenant> = theirs(city, &before).map(|it| it.0.tenant).collect();
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock_all(&mut change, givers.into_iter().chain([city.tenant()])).await?;
    let it = comparison(app, &mut change, (city, viewer)).await?;
    for (giver, giving) in theirs(city, &it) {
        if store::copied(&mut change, (giver.tenant, giving.number), city.tenant()).await? {
            let line = pages::line(&app.texts_of(giver), giving);
            let line = line.to(transfers::Kind::Fetched, &city.name);
            transfers::note(&mut change, giver.tenant, app.today(), &line).await?;
        }
    }
    downloads::record_thing(&mut change, city.tenant(), ("selection", ""), format).await?;
    change.commit().await?;
    Ok(it)
}

/// What others show to this tenant.
fn theirs<'a>(
    city: &City,
    it: &'a Comparison,
) -> impl Iterator<Item = (&'a TenantInfo, &'a Giving)> {
    let own = city.tenant();
    let others = it.lines.iter().filter(move |it| it.city.tenant != own);
    others.filter_map(|it| it.given.as_ref().map(|given| (&it.city, given)))
}
