//! Doors of the register.

use ankunft_platform::web::file::{File, Format};
use ankunft_platform::web::{App, City, Failure, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use crate::exchange::pages::register as page;
use crate::exchange::store::transfers;
use crate::exchange::view::Register;
use crate::selection::ended;

/// The register without what its time is over for.
async fn read(app: &App, city: &City, viewer: &Viewer) -> Result<Register, Failure> {
    let mut read = app.store.read().await?;
    if transfers::has_old(&mut read, city.tenant(), app.today()).await? {
        drop(read);
        let mut change = app.store.change(viewer.author()).await?;
        transfers::clear(&mut change, city.tenant(), app.today()).await?;
        change.commit().await?;
        read = app.store.read().await?;
    }
    let mut register = Register::read(&mut read, city.tenant()).await?;
    register.add(ended::lines(app, &mut read, city).await?);
    Ok(register)
}

/// `GET /{kommune}/austausch/register`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let register = read(&app, &city, &viewer).await?;
    Ok(page::page(&viewer, &city, &register).answer())
}

/// `GET /{kommune}/austausch/register.csv`
pub async fn csv(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let register = read(&app, &city, &viewer).await?;
    Ok(File::new(Format::Csv, "register", page::csv(&viewer.t, &register)).answer())
}
