//! Who has not reported is reminded by itself: once a week before the last day, and once the day after,
//! as long as the report is still with them.
//!
//! A letter that has left cannot be called back, so two marks are set before it does, as with the letter
//! of the morning: it is **taken in hand**, and written: who dies then has sent nothing, and another takes
//! it out of their hand. It **begins to leave**: who dies now leaves somebody without a reminder, never
//! with two. It is put back only where surely nobody has it.

mod model;
mod store;

use std::collections::BTreeMap;

use ankunft_platform::changes::Author;
use ankunft_platform::mail::MailError;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::App;
use jiff::Timestamp;

pub use model::Occasion;

use super::letters::{self, About, Why};
use super::link::{Case, moment};
use super::store::{self as reports, Which};
use super::view::Holders;
use super::write;
use crate::effects::model::Reporter;
use store::Due;

/// Who reminds, in the change log.
const AUTHOR: &str = "ankunft remind";
/// Nobody is reminded before this hour.
const FROM: i8 = 7;

/// A letter: what it reminds of, and since when it is held.
struct Held {
    tenant: Tenant,
    occasion: Occasion,
    taken_at: i64,
    /// Each report, with the address of its link.
    cases: Vec<(Case, String)>,
}

/// Sends the reminders that are due now; how many letters. Asked by several at once, each is sent once.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn remind_due(app: &App) -> Result<usize, StoreError> {
    let zone = app.config.zone();
    let now = zone.to_datetime(app.now());
    if !app.mail.is_on() || now.hour() < FROM {
        return Ok(0);
    }
    let due = store::due(&mut *app.store.read().await?, now.date(), app.now()).await?;
    // Who is late with several reports is reminded of all of them at once.
    let mut letters: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    for it in due {
        let Due { tenant, request, occasion, period, last_day, asked_at, name, email } = it;
        let asked_on = zone.to_datetime(moment(asked_at)).date();
        if occasion == Occasion::Before && asked_on >= occasion.day(last_day) {
            // Who was asked in these days needs no second letter yet.
            continue;
        }
        let key = (tenant, occasion, last_day, period, name, email.to_lowercase());
        letters.entry(key).or_default().push(request);
    }
    if letters.is_empty() {
        return Ok(0);
    }
    if let Err(error) = app.mail.reach().await {
        tracing::warn!(?error, "nobody can be reminded now");
        return Ok(0);
    }
    let mut sent = 0;
    for ((tenant, occasion, ..), requests) in letters {
        let tenant = Tenant::from_id(tenant);
        if let Some(held) = take(app, (tenant, occasion), &requests).await? {
            sent += usize::from(send(app, &held).await?);
        }
    }
    Ok(sent)
}

/// Takes a letter in hand, of what still is with the reporter; none if nothing of it is left to do.
async fn take(
    app: &App,
    (tenant, occasion): (Tenant, Occasion),
    requests: &[i64],
) -> Result<Option<Held>, StoreError> {
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    tenant::lock(&mut change, tenant).await?;
    let taken_at = app.now().as_microsecond();
    let of = (tenant, occasion, taken_at);
    let (requests, handed_on) = still_theirs(app, &mut change, tenant, requests).await?;
    let taken = store::take(&mut change, of, &requests).await?;
    if taken.is_empty() {
        if handed_on {
            change.commit().await?;
        }
        return Ok(None);
    }
    let mut links = Vec::new();
    for request in taken {
        let (round, links_of) = store::round_and_links(&mut change, tenant, request).await?;
        let live = links_of.into_iter().rfind(|it| letters::is_live(app, it));
        let link = match live {
            Some(link) => link,
            None => letters::link(app, &mut change, tenant, (&round, request)).await?,
        };
        write::remind(&mut change, tenant, request, occasion.code()).await?;
        links.push((request, letters::address(app, request, &link)));
    }
    change.commit().await?;
    let mut cases = Vec::new();
    for (request, link) in links {
        cases.extend(Case::read(app, tenant, request).await?.map(|it| (it, link)));
    }
    Ok(Some(Held { tenant, occasion, taken_at, cases }))
}

/// The reports that are still with whom they were asked of. Who has left a Stelle is reminded of nothing:
/// its report is handed on to who holds it now, whom the next round of reminders finds; whether one was.
async fn still_theirs(
    app: &App,
    change: &mut Change,
    tenant: Tenant,
    requests: &[i64],
) -> Result<(Vec<i64>, bool), StoreError> {
    let holders = Holders::read(change, tenant, app.today()).await?;
    let (mut theirs, mut handed_on) = (Vec::new(), false);
    for request in requests {
        let all = reports::requests(change, tenant, Which::One(*request)).await?;
        let Some(it) = all.first() else { continue };
        match it.reporter {
            Reporter::Post(post) if holders.has_left(post, &it.contact.email) => {
                if let Some(next) = holders.of(post).filter(|it| !it.email.is_empty()) {
                    write::set_contact(change, tenant, *request, next).await?;
                    handed_on = true;
                }
            }
            _ => theirs.push(*request),
        }
    }
    Ok((theirs, handed_on))
}

/// Sends a letter that is held; false if nobody got one.
async fn send(app: &App, held: &Held) -> Result<bool, StoreError> {
    let of = (held.tenant, held.occasion, held.taken_at);
    if let Err(error) = app.mail.reach().await {
        return unsent(app, of, &error).await;
    }
    let mut upkeep = app.store.upkeep().await?;
    let is_ours = store::leave(&mut upkeep, of, Timestamp::now()).await?;
    upkeep.commit().await?;
    // Who has reported in the meantime needs no reminder any more.
    let open = held.cases.iter().filter(|it| it.0.request.state().is_with_reporter());
    let about: Vec<About<'_>> = open.map(|(case, link)| case.about(link)).collect();
    let Some(letter) = letters::written(app, &about, &Why::Remind).filter(|_| is_ours) else {
        return Ok(false);
    };
    match app.mail.send(&letter).await {
        Ok(()) => {
            let mut upkeep = app.store.upkeep().await?;
            store::sent(&mut upkeep, of, Timestamp::now()).await?;
            upkeep.commit().await?;
            Ok(true)
        }
        Err(error) if error.is_surely_unsent() => unsent(app, of, &error).await,
        Err(error) => {
            tracing::warn!(?error, "nobody knows whether a reminder was sent");
            Ok(false)
        }
    }
}

/// Puts a letter back that nobody has.
async fn unsent(
    app: &App,
    of: (Tenant, Occasion, i64),
    error: &MailError,
) -> Result<bool, StoreError> {
    tracing::warn!(?error, "a reminder was not sent");
    let mut upkeep = app.store.upkeep().await?;
    store::put_back(&mut upkeep, of).await?;
    upkeep.commit().await?;
    Ok(false)
}
