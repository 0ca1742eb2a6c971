//! How far a job is, as server-sent events for `web/src/jobs.ts`.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use serde_json::{Value, json};

use super::doors::{Numbered, find, path};
use super::{Progress, pages, watch};
use crate::languages::Texts;
use crate::page::Problem;
use crate::web::{App, City, Failure, PathOf, Viewer};

/// After this time a stream ends and the browser asks again, so that the gate looks again too.
const LONGEST: Duration = Duration::from_secs(300);

/// `GET /{kommune}/auftraege/{id}/ereignisse`
pub(super) async fn listen(
    State(app): State<App>,
    city: City,
    viewer: Viewer,
    PathOf(Numbered { id }): PathOf<Numbered>,
) -> Result<Response, Failure> {
    let job = find(&app, &city, &viewer, id).await?;
    let Ok(held) = Arc::clone(&app.streams).try_acquire_owned() else {
        return Err(Failure::new(Problem::TooMany, "all streams of progress are taken"));
    };
    let here = city.at(&path(job.id));
    let t = viewer.t.clone();
    let mut stopping = app.stopping();
    let over = Box::pin(async move {
        tokio::select! {
            _ = stopping.wait_for(|it| *it) => {}
            () = tokio::time::sleep(LONGEST) => {}
        }
    });
    let steps = watch(app.store.clone(), city.tenant(), job.id).take_until(over).map(move |it| {
        let _held = &held;
        Ok::<_, Infallible>(Event::default().data(step(&t, &it, &here).to_string()))
    });
    // A proxy that gathers answers would keep the steps to itself.
    let head = [("x-accel-buffering", "no")];
    Ok((head, Sse::new(steps).keep_alive(KeepAlive::default())).into_response())
}

/// What `jobs.ts` reads: parts of a hundred, words, and where to go when it has ended.
fn step(t: &Texts, progress: &Progress, here: &str) -> Value {
    let (done, total) = pages::hundredths(progress);
    let mut step = json!({ "done": done, "total": total, "label": pages::step(t, progress) });
    if pages::has_ended(&progress.state) {
        step["finished"] = json!(true);
        step["location"] = json!(here);
    }
    step
}
