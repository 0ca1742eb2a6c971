//! Doors to what was decided in public. What was not reveals neither title nor existence: no number,
//! no count, no gap tells of it.

use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use crate::papers::pages::public as page;
use crate::papers::view::Papers;

/// `GET /{kommune}/beschluesse/oeffentlich`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let all = Papers::read(&mut app.store.read().await?, city.tenant()).await?;
    Ok(page::list(&viewer, &city, &all).answer())
}

/// A decision in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct Code {
    kennung: String,
}

/// `GET /{kommune}/beschluesse/oeffentlich/{kennung}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Code { kennung }): PathOf<Code>,
) -> Result<Response, Failure> {
    let all = Papers::read(&mut app.store.read().await?, city.tenant()).await?;
    let public = all.public();
    let found = public.iter().find(|it| it.0.code == kennung).ok_or_else(Failure::not_found)?;
    Ok(page::show(&viewer, &city, &all, found).answer())
}
