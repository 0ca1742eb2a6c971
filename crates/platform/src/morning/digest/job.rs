//! The work of writing and sending one letter.
//!
//! A letter that has left cannot be called back, so two marks are set before it does, each in a
//! transaction of its own. It is **taken in hand**, and written: who dies then has sent nothing, and
//! another takes it out of their hand. It **begins to leave**, for whoever holds it then, and goes to
//! the server: who dies now leaves a morning without a letter, never one with two. It is put back only
//! where nobody can have it: a server that was there and then fell silent may have taken it. What it
//! would have told stands in the next.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::store::{self, Choice, Held};
use super::{AUTHOR, letter, model};
use crate::accounts::{self, Account};
use crate::changes::Author;
use crate::jobs::Job;
use crate::languages::{Phrase, Texts};
use crate::mail::{Letter, MailError};
use crate::parts::{AboutJob, BoxFuture, JobFailure, JobHandle, JobKind};
use crate::store::StoreError;
use crate::tenant::Tenant;
use crate::web::App;

/// Writes and sends a letter.
pub(super) struct Send;

impl JobKind for Send {
    fn name(&self) -> &'static str {
        super::JOB
    }

    fn run<'a>(
        &'a self,
        app: &'a App,
        _tenant: Option<Tenant>,
        input: Value,
        handle: &'a dyn JobHandle,
    ) -> BoxFuture<'a, Result<Value, JobFailure>> {
        Box::pin(run(app, input, handle))
    }

    fn about(&self, _job: &Job, t: &Texts) -> AboutJob {
        AboutJob { title: t.get("tagesbrief"), ..AboutJob::default() }
    }
}

async fn run(app: &App, input: Value, handle: &dyn JobHandle) -> Result<Value, JobFailure> {
    let day: Option<Date> = input["day"].as_str().and_then(|it| it.parse().ok());
    let order = input["account"].as_i64().zip(day);
    let (account, day) = order.ok_or_else(|| JobFailure::Refused(unknown()))?;
    let Some((choice, to)) = wanted(app, account, day).await? else {
        return Ok(json!({ "sent": false }));
    };
    let mut upkeep = app.store.upkeep().await?;
    let held = store::take(&mut upkeep, account, day).await?;
    upkeep.commit().await?;
    let Some(held) = held else { return Ok(json!({ "sent": false })) };
    let letter = match write(app, &to, &choice, day).await {
        Ok(letter) => letter,
        Err(failure) => {
            put_back(app, held).await?;
            return Err(failure);
        }
    };
    if let Some(letter) = &letter
        && !send(app, letter, held).await?
    {
        return Ok(json!({ "sent": false }));
    }
    let outcome = json!({ "sent": letter.is_some() });
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let note = if letter.is_some() { "sent" } else { "nothing" };
    // Whoever holds it now notes what became of it.
    if !store::sent(&mut change, held, note).await? {
        return Ok(outcome);
    }
    handle.done(&mut change, &outcome).await?;
    change.commit().await?;
    Ok(outcome)
}

/// Who gets the letter of a day; nobody who does not want it any more, or whose morning is over.
async fn wanted(
    app: &App,
    account: i64,
    day: Date,
) -> Result<Option<(Choice, Account)>, StoreError> {
    let now = app.config.zone().to_datetime(app.now());
    let mut read = app.store.read().await?;
    let choice = store::choice(&mut read, account).await?;
    let found = accounts::by_id(&mut read, account).await?.filter(|it| !it.is_disabled());
    Ok(choice.filter(|it| model::due(it.rhythm, now) == Some(day)).zip(found))
}

/// Writes the letter, if there is something to write and a server that could take it.
async fn write(
    app: &App,
    to: &Account,
    choice: &Choice,
    day: Date,
) -> Result<Option<Letter>, JobFailure> {
    let Some(letter) = letter::write(app, to, choice, day).await? else { return Ok(None) };
    app.mail.reach().await.map_err(|error| unsent(&error))?;
    Ok(Some(letter))
}

/// Sends it; false if somebody else took it out of our hand.
async fn send(app: &App, letter: &Letter, held: Held) -> Result<bool, JobFailure> {
    let mut upkeep = app.store.upkeep().await?;
    let is_ours = store::leave(&mut upkeep, held).await?;
    upkeep.commit().await?;
    if !is_ours {
        return Ok(false);
    }
    let Err(error) = app.mail.send(letter).await else { return Ok(true) };
    if error.is_surely_unsent() {
        put_back(app, held).await?;
        return Err(unsent(&error));
    }
    tracing::warn!(?error, "nobody knows whether a letter of the morning was sent");
    Err(JobFailure::Refused(Phrase::new("tagesbrief-ungewiss")))
}

fn unsent(error: &MailError) -> JobFailure {
    tracing::warn!(?error, "a letter of the morning was not sent");
    JobFailure::Refused(Phrase::new("tagesbrief-nicht-gesendet"))
}

async fn put_back(app: &App, held: Held) -> Result<(), StoreError> {
    let mut upkeep = app.store.upkeep().await?;
    store::put_back(&mut upkeep, held).await?;
    upkeep.commit().await
}

fn unknown() -> Phrase {
    Phrase::new("auftrag-innerer-fehler")
}
