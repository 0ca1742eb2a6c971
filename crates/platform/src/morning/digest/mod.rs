//! The board of the morning as a letter, for who wants it: on weekdays or once a week, never before
//! somebody chose it.
//!
//! It holds counts, titles and addresses of what its reader sees when they log in, and nothing of
//! persons. [`ask_for_due`] asks for the letters of a morning; a worker writes and sends each of them
//! once ([`job`]). One press behind its link, or in the reader's mail program, ends it ([`leaving`]).

mod choosing;
mod job;
mod leaving;
mod letter;
pub mod model;
mod store;

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use crate::changes::Author;
use crate::jobs;
use crate::parts::Part;
use crate::store::StoreError;
use crate::web::App;

pub(crate) use choosing::{choose, setting};
pub(crate) use leaving::{by_hand, one_click};

/// The kind of job that writes and sends a letter.
const JOB: &str = "morning.digest";
/// The purpose in the links with which it is ended.
const LINK: u8 = 7;
/// What stands behind a link for mail programs.
const ONE_CLICK_PATH: &str = "/abbestellen";
/// Who asks for the letters, in the change log.
const AUTHOR: &str = "ankunft digest";

pub(super) fn part() -> Part {
    Part {
        name: "morning",
        links: vec![Arc::new(leaving::Leaving)],
        jobs: vec![Arc::new(job::Send)],
        ..Part::default()
    }
}

/// Asks for the letters that are due now; how many. Asked twice, each is written once.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn ask_for_due(app: &App) -> Result<usize, StoreError> {
    if !app.mail.is_on() {
        return Ok(0);
    }
    let now = app.config.zone().to_datetime(app.now());
    let day = now.date();
    let waiting =
        store::without_letter(&mut *app.store.read().await?, day, Timestamp::now()).await?;
    let due = |it: &&(i64, model::Rhythm)| model::due(it.1, now) == Some(day);
    let due: Vec<i64> = waiting.iter().filter(due).map(|it| it.0).collect();
    if due.is_empty() {
        return Ok(0);
    }
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    for account in &due {
        let input = json!({ "account": account, "day": day.to_string() });
        jobs::enqueue(&mut change, None, JOB, &store::key(*account, day), &input).await?;
    }
    change.commit().await?;
    Ok(due.len())
}
