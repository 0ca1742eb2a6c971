//! The adopted paper comes back: its Fundstellen are recognised, and the citations write themselves.
//!
//! A PDF is somebody's bytes: it is read on a thread of its own, for a limited time, and what makes
//! the reader stumble is a finding.

use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use ankunft_disclosure::Audience;
use ankunft_formats::printed;
use ankunft_platform::attachments;
use ankunft_platform::citations::{self, Citation};
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{App, City, Failure, PathOf, Sent, Viewer};
use axum::extract::State as Of;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::{OfPaper, file_of, own};
use crate::bodies::store::TASK;
use crate::papers::citable;
use crate::papers::model::recognise;
use crate::papers::pages::paper as page;
use crate::papers::store::{KIND, record};
use crate::papers::view::PaperView;
use crate::{evidence, measures};

/// The largest adopted paper.
pub const LARGEST: usize = 50_000_000;
/// So long is a PDF read.
const LONGEST: Duration = Duration::from_secs(20);
/// So many are read at once; who comes later waits. A thread that is left behind counts until it ends.
static READING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// The codes that a PDF prints, or the text of what is wrong with it.
async fn codes(bytes: Vec<u8>) -> Result<Vec<String>, &'static str> {
    if bytes.is_empty() {
        return Err("unterlage-keine-datei");
    }
    if bytes.len() > LARGEST {
        return Err("unterlage-zu-gross");
    }
    if !bytes.starts_with(b"%PDF-") {
        return Err("beschlossen-kein-pdf");
    }
    let place = READING.clone().acquire_owned();
    let Ok(Ok(place)) = tokio::time::timeout(LONGEST, place).await else {
        return Err("beschlossen-zu-lang");
    };
    let until = Instant::now() + LONGEST;
    let (send, receive) = tokio::sync::oneshot::channel();
    // A thread that can be left behind: one that never ends takes no worker with it.
    let reading = std::thread::Builder::new().stack_size(16 << 20).spawn(move || {
        let _place = place;
        let text = printed::text_while(bytes, &|| Instant::now() < until);
        let _ = send.send(text.map(|it| (it.trim().is_empty(), recognise::codes(&it))));
    });
    if reading.is_err() {
        return Err("beschlossen-unlesbar");
    }
    match tokio::time::timeout(LONGEST, receive).await {
        Ok(Ok(Some((false, codes)))) => Ok(codes),
        Ok(Ok(Some((true, _)))) => Err("beschlossen-ohne-text"),
        // A panic drops the sender.
        Ok(Ok(None) | Err(_)) => Err("beschlossen-unlesbar"),
        Err(_) => Err("beschlossen-zu-lang"),
    }
}

/// `POST …/beschlossen`
pub async fn bring(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    sent: Sent,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, nummer).await?;
    let refused = |text: &str| {
        let mut problems = Problems::default();
        problems.add("datei", viewer.t.get(text));
        Ok(page::show(&viewer, &city, &view, (&Typed::new(), &problems)))
    };
    if !view.all.is_decided(nummer) {
        return refused("beschlossen-noch-nicht");
    }
    let (name, bytes) = file_of(sent);
    let codes = match codes(bytes.to_vec()).await {
        Ok(codes) => codes,
        Err(text) => return refused(text),
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let file = (name, "application/pdf");
    let thing = (KIND, view.paper().code.as_str());
    attachments::attach(&mut change, city.tenant(), thing, (file.0.as_str(), file.1), &bytes)
        .await?;
    let found = cite(&mut change, &app, &city, (&view, &codes)).await?;
    let note = found.to_string();
    record(&mut change, city.tenant(), ("paper.return", nummer), (&note, &codes)).await?;
    change.commit().await?;
    let said = if found == 0 { "meldung-ohne-fundstellen" } else { "meldung-fundstellen" };
    Ok(viewer.done(&crate::papers::address(&city, nummer), Some(said)))
}

/// Writes the citations of what the paper prints; how many there are.
///
/// What was found is a reason of the decision. A measure or a task that the paper names follows from it.
async fn cite(
    change: &mut Change,
    app: &App,
    city: &City,
    (view, codes): (&PaperView, &[String]),
) -> Result<usize, StoreError> {
    let (paper, tenant) = (view.paper(), city.tenant());
    let here = (KIND, paper.code.as_str());
    let decision = citable::thing(&app.texts_of(city), city, &view.all, paper);
    let mut found = 0;
    for code in codes {
        let it = citations::by_code(change, tenant, code, Audience::Administration).await?;
        let Some(it) = it.filter(|it| it.snapshot.is_some()) else { continue };
        if (it.cited_kind.as_str(), it.cited.as_str()) == here {
            continue;
        }
        found += 1;
        match &decision {
            Some(decision) if follows(&it) => {
                let citing = (it.cited_kind.as_str(), it.cited.as_str());
                evidence::link(change, tenant, citing, (here, decision)).await?;
            }
            _ => citations::place(change, tenant, it.id, here).await?,
        }
    }
    Ok(found)
}

fn follows(it: &Citation) -> bool {
    [measures::store::KIND, TASK].contains(&it.cited_kind.as_str())
}

/// A file of a Vorlage in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OneFile {
    nummer: i64,
    datei: i64,
}

/// `GET …/beschlossen/{datei}`: the paper with all that it prints, for who may see all of it.
pub async fn hand_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(it): PathOf<OneFile>,
) -> Result<Response, Failure> {
    let view = PaperView::read(&app, &city, &viewer, it.nummer).await?;
    if view.adopted.cited.iter().any(|it| it.text.is_none()) {
        return Err(Failure::not_found());
    }
    let file = view.files.iter().find(|file| file.id == it.datei).ok_or_else(Failure::not_found)?;
    let cited = view.adopted.cited.iter();
    ankunft_platform::citing::note_handed_out(&app, &viewer, &city, cited, "pdf").await?;
    let bytes = attachments::read(&mut *app.store.read().await?, city.tenant(), file).await?;
    let bytes = bytes.ok_or_else(Failure::not_found)?;
    let disposition = format!("attachment; filename=\"beschluss-{}.pdf\"", it.nummer);
    let kind = "application/pdf".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response())
}

/// How many Fundstellen a page says were recognised.
#[must_use]
pub fn recognised(viewer: &Viewer, count: usize) -> String {
    viewer.t.with("beschlossen-erkannt", &[("zahl", Arg::from(count))])
}
