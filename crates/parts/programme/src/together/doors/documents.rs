//! Doors of what the twelve lay on the table for one another.

use ankunft_platform::attachments;
use ankunft_platform::page::components::Problems;
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed};
use ankunft_platform::uploads;
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sent, Viewer};
use axum::extract::State as Of;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::{Number, together};
use crate::together::documents::{self as store, KIND, New};
use crate::together::model::{DOCUMENTS, Document};
use crate::together::pages::documents as page;
use crate::together::{at, view::Together};

/// The largest file.
pub const LARGEST: usize = 20_000_000;
/// What is taken, by how its files end.
pub const TAKEN: [&str; 3] = ["pdf", "docx", "xlsx"];

/// `GET /{kommune}/programm/unterlagen`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let it = together(&mut read).await?;
    let all = store::all(&mut read, it.programme.tenant).await?;
    let form = (&Typed::new(), Problems::default());
    Ok(page::list(&viewer, &city, (&it, &all), form).answer())
}

/// `POST /{kommune}/programm/unterlagen`
pub async fn add(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    sent: Sent,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let it: Together = together(&mut read).await?;
    let file = sent.files.into_iter().find(|it| it.field == "datei");
    let (name, bytes) = file.map(|it| (it.name, it.bytes)).unwrap_or_default();
    let media_type = uploads::paper_type(&bytes).filter(|it| TAKEN.contains(&uploads::ending(it)));
    let typed: Typed = sent.typed;
    let mut form = Reading::new(&viewer.t, &typed);
    let title = form.needed("titel", LONGEST_LINE, "programm-unterlage-titel-fehlt");
    let kind = form.sent("art").to_owned();
    if !DOCUMENTS.contains(&kind.as_str()) {
        form.wrong("art", "programm-unterlage-art-fehlt");
    }
    let edition = form.text("ausgabe", LONGEST_LINE);
    match (bytes.len(), media_type) {
        (0, _) => form.wrong("datei", "bringen-keine-datei"),
        (it, _) if it > LARGEST => form.wrong("datei", "programm-unterlage-zu-gross"),
        (_, None) => form.wrong("datei", "programm-unterlage-falsche-art"),
        _ => {}
    }
    let read_form = form.result((title, media_type.unwrap_or_default()));
    let (title, media_type) = match read_form {
        Ok(read) => read,
        Err(problems) => {
            let all = store::all(&mut read, it.programme.tenant).await?;
            return Ok(page::list(&viewer, &city, (&it, &all), (&typed, problems)).refused());
        }
    };
    drop(read);
    let new = New {
        title: &title,
        kind: &kind,
        edition: &edition,
        file: (&name, media_type),
        bytes: &bytes,
    };
    let mut change = app.store.change(viewer.author()).await?;
    store::add(&mut change, (it.programme.tenant, city.tenant()), &new).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, "/unterlagen"), Some("meldung-programm-unterlage")))
}

/// `GET /{kommune}/programm/unterlagen/{number}`: kept as a file, so that nothing in it runs under our
/// address. Which city got it is noted, so that who withdraws it knows whom to tell.
pub async fn hand_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let programme = together(&mut read).await?.programme.tenant;
    let all = store::all(&mut read, programme).await?;
    let it = all.iter().find(|it| it.number == number).ok_or_else(Failure::not_found)?;
    if it.withdrawn.is_some() {
        let advice = viewer.t.get("programm-unterlage-gibt-es-nicht-mehr");
        return Err(Failure::not_found().advice(advice));
    }
    let files = attachments::of(&mut read, programme, (KIND, &number.to_string())).await?;
    let file = files.into_iter().next().ok_or_else(Failure::not_found)?;
    let bytes = attachments::read(&mut read, programme, &file).await?;
    let bytes = bytes.ok_or_else(Failure::not_found)?;
    drop(read);
    if it.city != city.tenant().id() && !it.given_to.contains(&city.tenant().id()) {
        let mut change = app.store.change(viewer.author()).await?;
        store::hand_out(&mut change, (programme, city.tenant()), number).await?;
        change.commit().await?;
    }
    let ending = uploads::ending(&file.media_type);
    let disposition = format!("attachment; filename=\"unterlage-{number}.{ending}\"");
    let kind = file.media_type;
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response())
}

/// `POST /{kommune}/programm/unterlagen/{number}`: the city that laid it there takes it back, or the
/// programme takes it from the table.
pub async fn withdraw(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let it = together(&mut app.store.read().await?).await?;
    let mut change = app.store.change(viewer.author()).await?;
    let all = store::all(&mut change, it.programme.tenant).await?;
    let may = |it: &&Document| it.number == number && page::may_withdraw(&city, it);
    let own = all.iter().find(may).ok_or_else(Failure::not_found)?;
    let mut form = Reading::new(&viewer.t, &typed);
    let field = page::reason_of(number);
    let reason = form.needed(&field, LONGEST_LINE, "programm-unterlage-grund-fehlt");
    let reason = match form.result(reason) {
        Ok(reason) => reason,
        // Who took it back a moment before has said why.
        Err(_) if own.withdrawn.is_some() => String::new(),
        Err(problems) => {
            return Ok(page::list(&viewer, &city, (&it, &all), (&typed, problems)).refused());
        }
    };
    let both = (it.programme.tenant, city.tenant());
    let flash =
        if own.withdrawn.is_none() && store::withdraw(&mut change, both, own, &reason).await? {
            change.commit().await?;
            "meldung-programm-unterlage-zurueck"
        } else {
            "meldung-programm-unterlage-schon-zurueck"
        };
    Ok(viewer.done(&at(&city, "/unterlagen"), Some(flash)))
}
