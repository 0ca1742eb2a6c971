//! The worker's part: `atlas.assess` computes an assessment and keeps it.

use std::sync::Arc;

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::jobs::Job;
use ankunft_platform::languages::{Phrase, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::parts::{AboutJob, BoxFuture, JobFailure, JobHandle, JobKind};
use ankunft_platform::secrets::Keys;
use ankunft_platform::store::{Store, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::App;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::known::look;
use super::{Known, Prepared, READERS, Ready, geographies};
use crate::state::Atlas;
use crate::store::Memory;
use crate::view::overview::Asker;

/// The code of the kind.
pub(crate) const KIND: &str = "atlas.assess";

/// What the job works on.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Order {
    geography: String,
    reader: String,
}

/// The kind of job.
pub(crate) struct Assess;

impl JobKind for Assess {
    fn name(&self) -> &'static str {
        KIND
    }

    fn run<'a>(
        &'a self,
        app: &'a App,
        tenant: Option<Tenant>,
        input: Value,
        handle: &'a dyn JobHandle,
    ) -> BoxFuture<'a, Result<Value, JobFailure>> {
        Box::pin(run(app, tenant, input, handle))
    }

    fn wanted<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
    ) -> BoxFuture<'a, Result<Vec<(String, Value)>, StoreError>> {
        Box::pin(wanted(app, tenant))
    }

    fn about(&self, _job: &Job, t: &Texts) -> AboutJob {
        AboutJob {
            title: t.get("auftrag-einschaetzen"),
            outcome: None,
            next: Some(Link::new(t.get("auftrag-zu-den-quartieren"), "/atlas/ankunft")),
        }
    }
}

async fn wanted(app: &App, tenant: Tenant) -> Result<Vec<(String, Value)>, StoreError> {
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(Vec::new()) };
    let state = tenant::state(&mut *app.store.read().await?, tenant).await?;
    let (ready, missing) = found(&app.store, &app.keys, &atlas.memory, tenant).await?;
    // What other choices would change is ready before the first reader asks for it.
    tokio::task::spawn_blocking(move || ready.iter().for_each(|it| _ = it.variants()));
    let order = |it: &Arc<Prepared>| {
        let order =
            Order { geography: it.inputs.geography.code.clone(), reader: it.reader.code().into() };
        // With the state of the city: what is wanted again after a Sperrung is done again.
        (format!("{KIND} {}/{}/{state}", tenant.id(), it.key), json!(order))
    };
    Ok(missing.iter().map(order).collect())
}

/// What of a city's assessments is there, and what is not computed yet.
async fn found(
    store: &Store,
    keys: &Keys,
    memory: &Memory,
    tenant: Tenant,
) -> Result<(Vec<Arc<Ready>>, Vec<Arc<Prepared>>), StoreError> {
    let mut read = store.read().await?;
    let (mut ready, mut missing) = (Vec::new(), Vec::new());
    for audience in READERS {
        let asker = Asker { tenant, audience, key: &keys.release, memory };
        let shelf = memory.shelf(&mut read, tenant, audience).await?;
        for geography in geographies(&shelf) {
            let seen = look(&mut read, asker, geography).await?;
            match seen.known {
                Known::Ready(it) => ready.push(it),
                Known::Waiting => missing.extend(seen.prepared),
                Known::Nothing => {}
            }
        }
    }
    Ok((ready, missing))
}

async fn run(
    app: &App,
    tenant: Option<Tenant>,
    input: Value,
    handle: &dyn JobHandle,
) -> Result<Value, JobFailure> {
    let refused = || JobFailure::Refused(Phrase::new("auftrag-art-unbekannt"));
    let (Some(tenant), Some(atlas)) = (tenant, app.parts.state::<Atlas>()) else {
        return Err(refused());
    };
    let order: Order = serde_json::from_value(input).map_err(|_| refused())?;
    let audience = Nutzung::from_code(&order.reader).and_then(super::reader_of);
    let audience = audience.ok_or_else(refused)?;
    let asker = Asker { tenant, audience, key: &app.keys.release, memory: &atlas.memory };
    let seen = look(&mut *app.store.read().await?, asker, &order.geography).await?;
    // What it was asked for may be gone, or there already: then there is nothing to do.
    let is_missing = matches!(seen.known, Known::Waiting);
    let Some(prepared) = seen.prepared.filter(|_| is_missing) else { return Ok(Value::Null) };
    handle.progress(0.1, &Phrase::new("auftrag-schritt-einschaetzen")).await?;
    let computing = Arc::clone(&prepared);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let content = tokio::task::spawn_blocking(move || computing.compute(audience, threads))
        .await
        .map_err(|_| JobFailure::Refused(Phrase::new("auftrag-innerer-fehler")))?;
    if handle.cancelled() {
        return Err(JobFailure::Cancelled);
    }
    let mut change = app.store.change(handle.author().clone()).await?;
    prepared.keep(&mut change, asker, &content).await?;
    handle.done(&mut change, &Value::Null).await?;
    change.commit().await?;
    Ok(Value::Null)
}

/// Computes what is missing in a city at once, for who has no worker: the console, the demo.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn bring_up_to_date(
    store: &Store,
    keys: &Keys,
    memory: &Memory,
    tenant: Tenant,
) -> Result<(), StoreError> {
    let (_, missing) = found(store, keys, memory, tenant).await?;
    for prepared in missing {
        let audience: Audience = prepared.reader_audience();
        let asker = Asker { tenant, audience, key: &keys.release, memory };
        let content = prepared.compute(audience, 1);
        let author = ankunft_platform::changes::Author::program(KIND);
        let mut change = store.change(author).await?;
        prepared.keep(&mut change, asker, &content).await?;
        change.commit().await?;
    }
    Ok(())
}
