//! Doors through which the workbook goes out and comes back.

use std::sync::Arc;

use ankunft_formats::Finding;
use ankunft_formats::table::book::{self, Book};
use ankunft_formats::table::{Limits, ReadOptions};
use ankunft_platform::files::{self, FileError, Upload};
use ankunft_platform::languages::{Language, Texts};
use ankunft_platform::page::Problem;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::uploads;
use ankunft_platform::web::{
    App, City, Failure, File, Form, Format, PathOf, Query, Sent, SentFile, Viewer,
};
use axum::extract::State as Of;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use sqlx::AnyConnection;

use super::compare::{Setting, compare};
use super::desk::Desk;
use super::model::Comparison;
use super::store::{self, Written};
use super::terms::Terms;
use super::{PATH, export, pages, sheets, take};
use crate::measures::doors::Asked;
use crate::within::Within;

/// The kind of such drafts.
const KIND: &str = "measures";
/// So many cells a workbook has at most: far more than a city with four hundred measures needs.
const MOST_CELLS: u64 = 1_500_000;
/// So often a workbook is compared anew if somebody else writes in between.
const TRIES: u32 = 5;

/// The number of a brought file in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Brought {
    id: i64,
}

fn languages(app: &App) -> Vec<Texts> {
    Language::OFFERED.map(|it| app.languages.texts(it)).to_vec()
}

/// `GET /{kommune}/steuerung/massnahmen.xlsx`; what is chosen on the board can stand in the address.
pub async fn file(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let desk = Desk::newest(&mut read, city.tenant()).await?;
    let within = read.kept::<Within>(city.tenant()).await?;
    drop(read);
    let (all, today, wanted) = (languages(&app), app.today(), asked.wanted());
    let (slug, t) = (city.slug.clone(), viewer.t.clone());
    let made = tokio::task::spawn_blocking(move || {
        let terms = Terms::new((&t, &all), (&desk.known, &desk.organisations), today);
        let title = t.get("massnahmen-alle");
        export::workbook(&terms, (&slug, &title), &desk, &|it| wanted.fits(it, &within))
    });
    let bytes = made.await.map_err(Failure::internal)?.map_err(Failure::internal)?;
    Ok(File::new(Format::Xlsx, "massnahmen", bytes).answer())
}

/// `GET /{kommune}/steuerung/massnahmen/abgleich`
pub async fn show_bring(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let waiting = waiting(&app, &city, &viewer).await?;
    Ok(pages::bring(&app, &viewer, &city, (&waiting, None)).answer())
}

async fn waiting(app: &App, city: &City, viewer: &Viewer) -> Result<Vec<Upload>, Failure> {
    let mut all = files::all(&mut *app.store.read().await?, city.tenant()).await?;
    all.retain(|it| it.kind == KIND && it.is_for(&viewer.actor));
    Ok(all)
}

/// `POST /{kommune}/steuerung/massnahmen/abgleich`: keeps a file as a draft; nothing else happens.
pub async fn bring(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    sent: Sent,
) -> Result<Response, Failure> {
    let file = sent.files.into_iter().find(|it| it.field == "datei" && !it.bytes.is_empty());
    let Some(SentFile { name, bytes, .. }) = file else {
        let waiting = waiting(&app, &city, &viewer).await?;
        let problem = Some(viewer.t.get("bringen-keine-datei"));
        return Ok(pages::bring(&app, &viewer, &city, (&waiting, problem)).refused());
    };
    if let Some(problem) = uploads::too_large(&app, &viewer, &bytes) {
        let waiting = waiting(&app, &city, &viewer).await?;
        return Ok(pages::bring(&app, &viewer, &city, (&waiting, Some(problem))).refused());
    }
    let limit = app.config.limits.upload_mb * 1_000_000;
    let mut change = app.store.change(viewer.author()).await?;
    let draft = (name.as_str(), KIND, "{}");
    let kept = files::keep(&mut change, city.tenant(), draft, &bytes, limit).await;
    let id = kept.map_err(failure)?;
    change.commit().await?;
    Ok(Redirect::to(&city.at(&format!("{PATH}/{id}"))).into_response())
}

fn failure(error: FileError) -> Failure {
    match error {
        FileError::TooLong { .. } => Failure::new(Problem::TooLarge, error),
        error => Failure::internal(error),
    }
}

/// A draft that this viewer may look at, with what can be read of it.
async fn draft(
    connection: &mut AnyConnection,
    city: &City,
    viewer: &Viewer,
    id: i64,
) -> Result<Option<(Upload, Result<Book, Vec<Finding>>)>, Failure> {
    let upload = files::one(connection, city.tenant(), id).await?;
    let Some(upload) = upload.filter(|it| it.kind == KIND && it.is_for(&viewer.actor)) else {
        return Ok(None);
    };
    let bytes = files::read(connection, city.tenant(), id).await.map_err(failure)?;
    let Some(bytes) = bytes else { return Ok(None) };
    let name = upload.file_name.clone();
    let read = tokio::task::spawn_blocking(move || {
        let limits = Limits { sheet_cells: MOST_CELLS, ..Limits::default() };
        book::read(&bytes, &name, &ReadOptions { limits, ..ReadOptions::default() })
    });
    Ok(Some((upload, read.await.map_err(Failure::internal)?)))
}

/// What a workbook says differently, as this viewer may change it, and how much was written when that
/// was read.
async fn differs(
    (app, city, viewer): (&App, &City, &Viewer),
    book: &Arc<Book>,
    decided: &Typed,
) -> Result<(Comparison, Written), Failure> {
    let desk = Desk::with_plans(&mut *app.store.read().await?, city.tenant()).await?;
    let (written, today, all) = (desk.written, app.today(), languages(app));
    let (viewer, slug, book) = (viewer.clone(), city.slug.clone(), Arc::clone(book));
    let decided = decided.clone();
    let compared = tokio::task::spawn_blocking(move || {
        let setting = Setting {
            viewer: &viewer,
            all: &all,
            city: &slug,
            desk: &desk,
            today,
            decided: &decided,
        };
        compare(setting, sheets::find(&viewer.t, &all, &book))
    });
    Ok((compared.await.map_err(Failure::internal)?, written))
}

/// `GET /{kommune}/steuerung/massnahmen/abgleich/{id}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let found = draft(&mut *app.store.read().await?, &city, &viewer, id).await?;
    let (upload, book) = found.ok_or_else(Failure::not_found)?;
    let result = match book {
        Ok(book) => Ok(differs((&app, &city, &viewer), &Arc::new(book), &Typed::new()).await?.0),
        Err(findings) => Err(findings),
    };
    let result = result.as_ref().map_err(Vec::as_slice);
    Ok(pages::check(&viewer, &city, &upload, (result, false)).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/abgleich/{id}/uebernehmen`: all of it or nothing, once, and
/// nothing but what was shown.
pub async fn accept(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let already = || viewer.done(&city.at(crate::measures::PATH), Some("meldung-abgleich-schon"));
    let found = draft(&mut *app.store.read().await?, &city, &viewer, id).await?;
    let Some((upload, book)) = found else { return Ok(already()) };
    let Ok(book) = book.map(Arc::new) else { return Err(Failure::refused("no workbook")) };
    let mut tries = 1..=TRIES;
    loop {
        let (result, written) = differs((&app, &city, &viewer), &book, &typed).await?;
        // Who was faster with the same file has taken it along with what it said.
        if !is_there(&mut *app.store.read().await?, &city, &upload).await? {
            return Ok(already());
        }
        let is_decided = result.conflicts.iter().all(|it| it.file_holds.is_some());
        let as_shown = sent(&typed, "gesehen") == result.mark();
        if !result.is_ready() || !is_decided || !as_shown || tries.next().is_none() {
            return Ok(pages::check(&viewer, &city, &upload, (Ok(&result), true)).refused());
        }
        // All comparing was done before: under the lock every city waits.
        let mut change = app.store.change(viewer.author()).await?;
        tenant::lock(&mut change, city.tenant()).await?;
        if !is_there(&mut change, &city, &upload).await? {
            return Ok(already());
        }
        if store::written(&mut change, city.tenant()).await? != written {
            continue;
        }
        take::take(&mut change, city.tenant(), &result.writes).await?;
        files::delete(&mut change, city.tenant(), id).await?;
        change.commit().await?;
        return Ok(viewer.done(&city.at(crate::measures::PATH), Some("meldung-abgleich")));
    }
}

/// Whether a draft still lies there as it was read.
async fn is_there(
    connection: &mut AnyConnection,
    city: &City,
    upload: &Upload,
) -> Result<bool, Failure> {
    let same = files::one(connection, city.tenant(), upload.id).await?;
    Ok(same.is_some_and(|it| it.hash == upload.hash))
}

/// `POST /{kommune}/steuerung/massnahmen/abgleich/{id}/verwerfen`
pub async fn discard(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    let upload = files::one(&mut change, city.tenant(), id).await?;
    let upload = upload.filter(|it| it.kind == KIND && it.is_for(&viewer.actor));
    upload.ok_or_else(Failure::not_found)?;
    files::delete(&mut change, city.tenant(), id).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at(PATH), Some("meldung-verworfen")))
}
