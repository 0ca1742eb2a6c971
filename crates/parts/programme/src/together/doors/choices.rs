//! The door to what each city has chosen.

use ankunft_atlas::candidates::store::published;
use ankunft_platform::web::{App, City, Failure, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::together;
use crate::together::pages::choices as page;

/// `GET /{kommune}/programm/auswahl`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let it = together(&mut read).await?;
    let chosen = published::for_programme(&mut read, it.programme.tenant).await?;
    Ok(page::show(&viewer, &city, &it, &chosen).answer())
}
