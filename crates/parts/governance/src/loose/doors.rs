//! The doors of loose ends.

use ankunft_platform::citations;
use ankunft_platform::page::components::Problems;
use ankunft_platform::releases;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::file::{File, Format};
use ankunft_platform::web::{App, City, Failure, Form, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::model::End;
use super::pages::{self, Tried};
use super::store::{self, Says};
use super::view::{Loose, may_close};
use super::{PATH, api};

/// Of which Stelle all are asked for: its number, or `koordination`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    stelle: String,
}

/// `GET /{kommune}/steuerung/lose-enden`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let loose = Loose::read(&app, &viewer, &city).await?;
    Ok(pages::show(&viewer, &city, &loose, (&asked.stelle, &Tried::default()))?.answer())
}

/// `GET /{kommune}/steuerung/lose-enden.csv`: all of them, not the first ten.
pub async fn csv(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let loose = Loose::read(&app, &viewer, &city).await?;
    let file = File::new(Format::Csv, "lose-enden", api::csv(&viewer, &city, &loose));
    hand_out(&app, &viewer, &city, (&loose, file)).await
}

/// `GET /{kommune}/steuerung/lose-enden.json`
pub async fn json(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let loose = Loose::read(&app, &viewer, &city).await?;
    let file = File::json(&api::LooseDocument::of(&viewer, &city, &loose))?;
    hand_out(&app, &viewer, &city, (&loose, file)).await
}

/// What a citation said and says can be a figure that is not public: that it leaves is noted.
async fn hand_out(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (loose, file): (&Loose, File),
) -> Result<Response, Failure> {
    let tenant = city.tenant();
    let (cited, today) = loose.inside();
    let mut read = app.store.read().await?;
    let mut versions = citations::dataset_versions(&mut read, tenant, &cited).await?;
    versions.extend(releases::dataset_versions(&mut read, tenant, &today).await?);
    drop(read);
    versions.sort_unstable();
    versions.dedup();
    file.hand_out(app, (viewer, tenant), &versions).await
}

/// `POST /{kommune}/steuerung/lose-enden`: "erledigt, weil …", once.
pub async fn close(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(Asked { stelle }): Query<Asked>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let loose = Loose::read(&app, &viewer, &city).await?;
    let page = pages::here(&viewer, &city, PATH);
    let key = sent(&typed, "ende");
    let because = sent(&typed, "weil").to_owned();
    let tried = |problems| Tried { key: key.to_owned(), because: because.clone(), problems };
    if loose.find_closed(key).is_some() {
        return refused((&viewer, &city), &loose, (&stelle, &tried(Problems::default())));
    }
    let Some(end) = loose.find(key) else {
        // It was mended meanwhile, or is not for this reader: the answer is the same.
        return Ok(viewer.done(&page, Some("meldung-ende-fort")));
    };
    refuse_others(&viewer, end)?;
    let mut reading = Reading::new(&viewer.t, &typed);
    let _ = reading.needed("weil", LONGEST_LINE, "ende-weil-fehlt");
    if end.state != sent(&typed, "stand") {
        reading.wrong("weil", "ende-anders");
    }
    if let Err(problems) = reading.result(()) {
        return refused((&viewer, &city), &loose, (&stelle, &tried(problems)));
    }
    let seen = sent(&typed, "schritt").parse().unwrap_or_else(|_| loose.step(end));
    if write(&app, &viewer, &city, (end, seen), Says::Closed(&because)).await? {
        return Ok(viewer.done(&page, Some("meldung-ende-geschlossen")));
    }
    let loose = Loose::read(&app, &viewer, &city).await?;
    let mut problems = Problems::default();
    if loose.find_closed(key).is_none() {
        problems.add("weil", viewer.t.get("ende-anders"));
    }
    refused((&viewer, &city), &loose, (&stelle, &tried(problems)))
}

/// `POST /{kommune}/steuerung/lose-enden/oeffnen`: not done after all, once.
pub async fn open_again(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let loose = Loose::read(&app, &viewer, &city).await?;
    let page = pages::here(&viewer, &city, PATH);
    let Some((end, step)) = loose.find_closed(sent(&typed, "ende")) else {
        return Ok(viewer.done(&page, Some("meldung-ende-fort")));
    };
    refuse_others(&viewer, end)?;
    let seen = sent(&typed, "schritt").parse().unwrap_or(step.number);
    let is_first = write(&app, &viewer, &city, (end, seen), Says::Open).await?;
    let said = if is_first { "meldung-ende-offen" } else { "meldung-ende-fort" };
    Ok(viewer.done(&page, Some(said)))
}

fn refuse_others(viewer: &Viewer, end: &End) -> Result<(), Failure> {
    if may_close(viewer, end) {
        return Ok(());
    }
    Err(Failure::forbidden("a loose end of another Stelle")
        .advice(viewer.t.get("ende-nicht-ihres")))
}

/// The page again with what was typed; who was second sees who closed it and why.
fn refused(
    (viewer, city): (&Viewer, &City),
    loose: &Loose,
    (asked, tried): (&str, &Tried),
) -> Result<Response, Failure> {
    Ok(pages::show(viewer, city, loose, (asked, tried))?.refused())
}

/// Writes the next step; false if the newest is not the one that was seen.
async fn write(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (end, seen): (&End, i64),
    says: Says<'_>,
) -> Result<bool, StoreError> {
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let newest = store::newest_of(&mut change, city.tenant(), end).await?;
    if newest != seen {
        return Ok(false);
    }
    store::write(&mut change, city.tenant(), (end, newest + 1), says).await?;
    change.commit().await?;
    Ok(true)
}
