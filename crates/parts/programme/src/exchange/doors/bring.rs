//! Doors through which packages come as files: brought, checked, accepted or discarded.

use ankunft_formats::Finding;
use ankunft_platform::datasets::AcceptError;
use ankunft_platform::files::{self, FileError, Upload};
use ankunft_platform::page::{Problem, html, html_with};
use ankunft_platform::store::StoreError;
use ankunft_platform::uploads;
use ankunft_platform::web::{App, City, Failure, File, Format, PathOf, Sent, SentFile, Viewer};
use axum::extract::State as Of;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::core::view::{Comparison, Line};
use crate::exchange::accept::{self, Taken};
use crate::exchange::at;
use crate::exchange::check::{self, Checked};
use crate::exchange::pages::bring as page;
use crate::members::not_for_cities;
use crate::template;

/// The kind of such drafts.
const KIND: &str = "exchange";

/// The number of a brought file in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Brought {
    id: i64,
}

/// `GET /{kommune}/austausch/pakete/neu`
pub async fn show_bring(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    Ok(page::bring(&app, &viewer, &city, None).answer())
}

/// `GET /{kommune}/austausch/vorlage.xlsx`: the workbook for a city without Ankunft.
pub async fn template(Of(app): Of<App>, city: City) -> Result<Response, Failure> {
    not_for_cities(&city)?;
    let comparison = Comparison::read(&mut *app.store.read().await?).await?;
    let comparison = comparison.ok_or_else(Failure::not_found)?;
    let live = comparison.lines.iter().map(Line::newest).filter(|it| !it.text.retired);
    let core: Vec<_> = live.collect();
    let book = template::blank(&app.texts_of(&city), &core).map_err(Failure::internal)?;
    Ok(File::new(Format::Xlsx, "austauschpaket-vorlage", book).answer())
}

/// `POST /{kommune}/austausch/pakete/neu`: keeps a file as a draft.
pub async fn bring(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    sent: Sent,
) -> Result<Response, Failure> {
    let file = sent.files.into_iter().find(|it| it.field == "datei" && !it.bytes.is_empty());
    let Some(SentFile { name, bytes, .. }) = file else {
        let problem = Some(viewer.t.get("bringen-keine-datei"));
        return Ok(page::bring(&app, &viewer, &city, problem).refused());
    };
    if let Some(problem) = uploads::too_large(&app, &viewer, &bytes) {
        return Ok(page::bring(&app, &viewer, &city, Some(problem)).refused());
    }
    let limit = app.config.limits.upload_mb * 1_000_000;
    let mut change = app.store.change(viewer.author()).await?;
    let draft = (name.as_str(), KIND, "{}");
    let kept = files::keep(&mut change, city.tenant(), draft, &bytes, limit).await;
    let id = kept.map_err(failure)?;
    change.commit().await?;
    Ok(Redirect::to(&at(&city, &format!("/pakete/neu/{id}"))).into_response())
}

fn failure(error: FileError) -> Failure {
    match error {
        FileError::TooLong { .. } => Failure::new(Problem::TooLarge, error),
        error => Failure::internal(error),
    }
}

/// A draft of this kind that this viewer may look at, with its bytes.
async fn draft(
    connection: &mut sqlx::AnyConnection,
    city: &City,
    viewer: &Viewer,
    id: i64,
) -> Result<(Upload, Vec<u8>), Failure> {
    let upload = files::one(connection, city.tenant(), id).await?;
    let upload = upload.filter(|it| it.kind == KIND && it.is_for(&viewer.actor));
    let upload = upload.ok_or_else(Failure::not_found)?;
    let bytes = files::read(connection, city.tenant(), id).await.map_err(failure)?;
    Ok((upload, bytes.ok_or_else(Failure::not_found)?))
}

/// `GET /{kommune}/austausch/pakete/neu/{id}`
pub async fn show_check(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let (upload, bytes) = draft(&mut read, &city, &viewer, id).await?;
    drop(read);
    let checked = check::check(&app, &city, (&bytes, &upload.file_name)).await?;
    Ok(html(&page::check(&viewer, &city, &upload, &checked)))
}

/// `POST /{kommune}/austausch/pakete/neu/{id}/annehmen`
pub async fn accept(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let (upload, bytes) = draft(&mut *app.store.read().await?, &city, &viewer, id).await?;
    let checked = check::check(&app, &city, (&bytes, &upload.file_name)).await?;
    let refused = |checked: &Result<Checked, Vec<Finding>>| {
        let page = page::check(&viewer, &city, &upload, checked);
        html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let Ok(it) = &checked else { return Ok(refused(&checked)) };
    let mut change = app.store.change(viewer.author()).await?;
    check::lock(&mut change, &app, city.tenant(), it).await?;
    // Whoever was faster has left no draft.
    let same = files::one(&mut change, city.tenant(), id).await?;
    same.filter(|it| it.hash == upload.hash).ok_or_else(Failure::not_found)?;
    let file_name = upload.file_name.as_str();
    let stands = check::stands(&mut change, &app, city.tenant(), (it, file_name)).await?;
    if let Err(findings) = stands {
        drop(change);
        return Ok(refused(&Err(findings)));
    }
    let what = (it, bytes.as_slice(), file_name);
    let taken = match accept::accept(&mut change, &app, city.tenant(), what).await {
        Ok(taken) => taken,
        Err(error) => {
            drop(change);
            let code = refusal(it, &error).ok_or_else(|| Failure::internal(&error))?;
            return Ok(refused(&Err(vec![check::finding(it, file_name, code)])));
        }
    };
    files::delete(&mut change, city.tenant(), id).await?;
    change.commit().await?;
    if matches!(it, Checked::Revocation(_)) || matches!(taken, Taken::Replaced(_)) {
        app.store.forget().await?;
    }
    Ok(match taken {
        Taken::Package(number) => {
            viewer.done(&at(&city, &format!("/pakete/{number}")), Some("meldung-paket-angenommen"))
        }
        Taken::Replaced(number) => {
            viewer.done(&at(&city, &format!("/pakete/{number}")), Some("meldung-paket-ersetzt"))
        }
        Taken::Noted => viewer.done(&at(&city, ""), Some("meldung-paket-vermerkt")),
    })
}

/// Why a file is not accepted after all; none if the fault is ours.
fn refusal(checked: &Checked, error: &AcceptError) -> Option<&'static str> {
    let known = match checked {
        Checked::Template(_) => "template-known-already",
        _ => "package-known-already",
    };
    match error {
        AcceptError::Duplicate { .. } => Some(known),
        AcceptError::Store(error) if error.is_duplicate() => Some(known),
        AcceptError::Store(error) if !matches!(error, StoreError::Unreadable { .. }) => None,
        _ => Some("package-does-not-fit"),
    }
}

/// `POST /{kommune}/austausch/pakete/neu/{id}/verwerfen`
pub async fn discard(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    draft(&mut change, &city, &viewer, id).await?;
    files::delete(&mut change, city.tenant(), id).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, ""), Some("meldung-verworfen")))
}
