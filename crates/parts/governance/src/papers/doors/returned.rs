//! The adopted paper comes back: its Fundstellen are recognised, and the citations write themselves.
//!
//! A PDF is somebody's bytes: it is read on a thread of its own, for a limited time, and what makes
//! the reader stumble is a finding.

use std::collections::BTreeSet;
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
use ankunft_platform::typed::{Reading, Typed};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Sent, Viewer};
use axum::extract::State as Of;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::{OfPaper, file_of, own};
use crate::bodies::store::TASK;
use crate::papers::citable;
use crate::papers::model::recognise::{self, Place};
use crate::papers::model::settle::{missing, settle};
use crate::papers::model::tails::tails;
use crate::papers::pages::paper as page;
use crate::papers::store::{KIND, placed, record, unread};
use crate::papers::view::PaperView;
use crate::{evidence, measures, taking_back};

/// The largest adopted paper.
pub const LARGEST: usize = 50_000_000;
/// Who brings more places that could not be read has no paper of a city.
const MOST_UNREAD: usize = 2000;
/// So long is a PDF read.
const LONGEST: Duration = Duration::from_secs(20);
/// So many are read at once; who comes later waits. A thread that is left behind counts until it ends.
static READING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// Where Fundstellen stand, or what looks like one; and the codes with which words end.
type Printed = (Vec<Place>, Vec<String>);

/// Where a PDF prints Fundstellen or what looks like one, or the text of what is wrong with it.
async fn places(bytes: &[u8]) -> Result<Printed, &'static str> {
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
    let (until, bytes) = (Instant::now() + LONGEST, bytes.to_vec());
    let (send, receive) = tokio::sync::oneshot::channel();
    // A thread that can be left behind: one that never ends takes no worker with it.
    let reading = std::thread::Builder::new().stack_size(16 << 20).spawn(move || {
        let _place = place;
        let is_awaited = || Instant::now() < until;
        let read = printed::text_while(bytes, &is_awaited).and_then(|it| {
            let places = recognise::places_while(&it, &is_awaited)?;
            Some((it.trim().is_empty(), (places, tails(&it))))
        });
        let _ = send.send(read);
    });
    if reading.is_err() {
        return Err("beschlossen-unlesbar");
    }
    match tokio::time::timeout(LONGEST, receive).await {
        Ok(Ok(Some((false, printed)))) => Ok(printed),
        Err(_) => Err("beschlossen-zu-lang"),
        Ok(_) if Instant::now() >= until => Err("beschlossen-zu-lang"),
        Ok(Ok(Some((true, _)))) => Err("beschlossen-ohne-text"),
        // A panic drops the sender.
        Ok(Ok(None) | Err(_)) => Err("beschlossen-unlesbar"),
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
    let (places, tails) = match places(&bytes).await {
        Ok(printed) => printed,
        Err(text) => return refused(text),
    };
    let known = known(&app, &city, &places).await?;
    let seen = view.reasons.cited.iter().filter(|it| it.citation().snapshot.is_some());
    let own: BTreeSet<&str> = seen.map(|it| it.citation().code.as_str()).collect();
    let read = settle((&places, &tails), &known.iter().map(String::as_str).collect(), &own);
    if read.unread.len() > MOST_UNREAD {
        return refused("beschlossen-zu-viel-unlesbares");
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let thing = (KIND, view.paper().code.as_str());
    let file = (name.as_str(), "application/pdf");
    let file = attachments::attach(&mut change, city.tenant(), thing, file, &bytes).await?;
    let codes: Vec<&str> = read.codes.iter().map(String::as_str).collect();
    let audience = Audience::Administration;
    let now = citations::by_codes(&mut change, city.tenant(), &codes, audience).await?;
    let cited: Vec<&Citation> = codes.iter().filter_map(|it| now.get(*it)).collect();
    let found = cite(&mut change, &app, &city, (&view, file, &cited)).await?;
    let mut not_read: Vec<(i64, &str)> =
        read.unread.iter().map(|it| (it.page, it.printed.as_str())).collect();
    let there = view.adopted.cited.iter().map(|it| it.citation().code.as_str()).chain(codes);
    let missing = missing(&own, &there.collect());
    not_read.extend(missing.into_iter().map(|code| (unread::MISSING, code)));
    unread::add(&mut change, city.tenant(), file, &not_read).await?;
    let note = format!("{found}, {}", not_read.len());
    record(&mut change, city.tenant(), ("paper.return", nummer), (&note, &read.codes)).await?;
    change.commit().await?;
    let said = match (not_read.len(), found) {
        (1.., _) => "meldung-fundstellen-unklar",
        (0, 0) => "meldung-ohne-fundstellen",
        (0, _) => "meldung-fundstellen",
    };
    Ok(viewer.done(&crate::papers::address(&city, nummer), Some(said)))
}

/// The codes of this city among all that may stand at these places: thousands are looked up, so before
/// anybody has to wait for the change.
async fn known(app: &App, city: &City, places: &[Place]) -> Result<BTreeSet<String>, StoreError> {
    let codes: BTreeSet<&str> = places.iter().flat_map(Place::readings).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let mut read = app.store.read().await?;
    let audience = Audience::Administration;
    let known = citations::by_codes(&mut read, city.tenant(), &codes, audience).await?;
    Ok(known.into_keys().collect())
}

/// Writes the citations of what the paper prints; how many there are.
///
/// What was found is a reason of the decision. A measure or a task that the paper names follows from it.
pub(super) async fn cite(
    change: &mut Change,
    app: &App,
    city: &City,
    (view, file, cited): (&PaperView, i64, &[&Citation]),
) -> Result<usize, StoreError> {
    let (paper, tenant) = (view.paper(), city.tenant());
    let here = (KIND, paper.code.as_str());
    let decision = citable::thing(&app.texts_of(city), city, &view.all, paper);
    let mut found = 0;
    for it in cited {
        if it.snapshot.is_none() || (it.cited_kind.as_str(), it.cited.as_str()) == here {
            continue;
        }
        found += 1;
        match &decision {
            Some(decision) if follows(it) => {
                let citing = (it.cited_kind.as_str(), it.cited.as_str());
                let decision = evidence::frozen(change, tenant, (here, decision)).await?;
                placed::place(change, tenant, file, (decision, citing)).await?;
            }
            _ => placed::place(change, tenant, file, (it.id, here)).await?,
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
    if !view.shows_adopted() {
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

/// `POST …/beschlossen/zurueck`: takes an adopted paper back, with all that it has placed.
pub async fn take_back(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OfPaper { nummer }): PathOf<OfPaper>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, nummer).await?;
    let here = crate::papers::address(&city, nummer);
    let (file, reason) = match taking_back::asked(Reading::new(&viewer.t, &typed), &view.files) {
        Ok(asked) => asked,
        Err(problems) => return Ok(page::show(&viewer, &city, &view, (&typed, &problems))),
    };
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    if !attachments::take_back(&mut change, city.tenant(), file, &reason).await? {
        drop(change);
        return Ok(viewer.done(&here, Some("meldung-datei-schon-zurueck")));
    }
    placed::take_out(&mut change, city.tenant(), file).await?;
    change.commit().await?;
    Ok(viewer.done(&here, Some("meldung-datei-zurueck")))
}

/// How many Fundstellen a page says were recognised.
#[must_use]
pub fn recognised(viewer: &Viewer, count: usize) -> String {
    viewer.t.with("beschlossen-erkannt", &[("zahl", Arg::from(count))])
}
