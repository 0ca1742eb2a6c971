//! Letters with a signed link. They are sent after the answer, so that how long it takes says nothing.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::links;
use ankunft_platform::mail::Letter;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{Tenant, TenantInfo};
use ankunft_platform::web::{App, Failure};
use jiff::{SignedDuration, Timestamp};

use super::model::{Contact, Link, Request, Round};
use super::{LINK, write};

/// How long a link is good after the last day to report.
const AFTER: SignedDuration = SignedDuration::from_hours(28 * 24);
/// How long it is good at least.
const AT_LEAST: SignedDuration = SignedDuration::from_hours(14 * 24);

/// A link that is good for less is not handed out again.
const LEAST_LEFT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Why a letter is written; its text is `brief-bericht-<code>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody is asked.
    Ask,
    /// The last day comes near or is over.
    Remind,
    /// The link is asked for again.
    Again,
    /// The report was sent back because of this.
    Returned(String),
    /// The report was accepted, and the Sachbericht is there.
    Accepted,
    /// What hindered was answered.
    Answered,
}

impl Why {
    const fn code(&self) -> &'static str {
        match self {
            Self::Ask => "bitte",
            Self::Remind => "erinnerung",
            Self::Again => "neu",
            Self::Returned(_) => "zurueck",
            Self::Accepted => "abgenommen",
            Self::Answered => "antwort",
        }
    }
}

/// Makes a link of a request, good for some weeks after the last day.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn link(
    app: &App,
    change: &mut Change,
    tenant: Tenant,
    (round, request): (&Round, i64),
) -> Result<Link, StoreError> {
    write::new_link(change, tenant, request, (app.now(), good_until(app, round))).await
}

/// Until when a link of a round is good that is made now.
#[must_use]
pub fn good_until(app: &App, round: &Round) -> Timestamp {
    let now = app.now();
    let end = app.config.zone().to_timestamp(round.due.at(23, 59, 59, 0));
    let due = end.unwrap_or(now);
    let until = due.saturating_add(AFTER).unwrap_or(now);
    let least = now.saturating_add(AT_LEAST).unwrap_or(now);
    until.max(least)
}

/// The whole address of a link.
#[must_use]
pub fn address(app: &App, request: i64, link: &Link) -> String {
    format!("{}{}", app.config.base_address, path(app, request, link))
}

/// The address of a link within this installation.
#[must_use]
pub fn path(app: &App, request: i64, link: &Link) -> String {
    let until = Timestamp::from_microsecond(link.expires_at).unwrap_or_default();
    links::signed(&app.keys.links, (LINK, request), until, &link.chance)
}

/// Whether a link leads somewhere, and will for some days.
#[must_use]
pub fn is_live(app: &App, link: &Link) -> bool {
    let soon = app.now().saturating_add(LEAST_LEFT).unwrap_or_default();
    link.ended_at.is_none() && link.expires_at > soon.as_microsecond()
}

/// Opens a report from within the house: by the newest of its links that is good for some days, or by a new
/// one. The change is committed only if a link was made, so who presses twice makes no second.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn way_in(
    app: &App,
    mut change: Change,
    tenant: Tenant,
    (round, request): (&Round, &Request),
) -> Result<String, StoreError> {
    if let Some(it) = request.links.iter().rfind(|it| is_live(app, it)) {
        return Ok(path(app, request.id, it));
    }
    let made = link(app, &mut change, tenant, (round, request.id)).await?;
    change.commit().await?;
    Ok(path(app, request.id, &made))
}

/// What a letter is about.
#[derive(Debug)]
pub struct About<'a> {
    /// The city.
    pub city: &'a TenantInfo,
    /// The title of the measure.
    pub measure: &'a str,
    /// The round.
    pub round: &'a Round,
    /// Who it goes to.
    pub contact: &'a Contact,
    /// The whole address of the link.
    pub link: &'a str,
}

/// Writes a letter; without an address nobody gets one.
pub fn send(app: &App, about: &About<'_>, why: &Why) {
    if about.contact.email.is_empty() {
        return;
    }
    post(app, letter(&app.texts_of(about.city), about, why));
}

fn post(app: &App, letter: Letter) {
    let mail = app.clone();
    app.later("a letter was not sent", async move {
        mail.mail.send(&letter).await.map_err(Failure::internal)
    });
}

/// Writes one letter about all reports that somebody is asked for.
pub fn send_all(app: &App, all: &[About<'_>]) {
    if let Some(letter) = written(app, all, &Why::Ask) {
        post(app, letter);
    }
}

/// One letter about all of these reports; none where there are none.
pub fn written(app: &App, all: &[About<'_>], why: &Why) -> Option<Letter> {
    let about = all.first()?;
    let t = app.texts_of(about.city);
    Some(match all {
        [about] => letter(&t, about, why),
        _ => letter_of_many(&t, (about, all), why),
    })
}

fn letter_of_many(t: &Texts, (about, all): (&About<'_>, &[About<'_>]), why: &Why) -> Letter {
    let line = |it: &About<'_>| format!("{}:\n{}", it.measure, it.link);
    let lines: Vec<String> = all.iter().map(line).collect();
    let args = [
        ("name", Arg::from(about.contact.name.as_str())),
        ("stadt", Arg::from(about.city.name.as_str())),
        ("anzahl", Arg::from(all.len())),
        ("zeitraum", Arg::from(about.round.period.words(t))),
        ("tag", Arg::from(t.date(about.round.due))),
        ("berichte", Arg::from(lines.join("\n\n"))),
    ];
    let id = format!("brief-berichte-{}", why.code());
    Letter {
        to: about.contact.email.clone(),
        subject: t.with(&format!("{id}.betreff"), &args).replace('\n', " "),
        text: t.with(&id, &args),
        ..Letter::default()
    }
}

fn letter(t: &Texts, about: &About<'_>, why: &Why) -> Letter {
    let reason = match why {
        Why::Returned(it) => it.as_str(),
        _ => "",
    };
    let args = [
        ("name", Arg::from(about.contact.name.as_str())),
        ("stadt", Arg::from(about.city.name.as_str())),
        ("massnahme", Arg::from(about.measure)),
        ("zeitraum", Arg::from(about.round.period.words(t))),
        ("tag", Arg::from(t.date(about.round.due))),
        ("grund", Arg::from(reason)),
        ("link", Arg::from(about.link)),
    ];
    let id = format!("brief-bericht-{}", why.code());
    Letter {
        to: about.contact.email.clone(),
        subject: t.with(&format!("{id}.betreff"), &args).replace('\n', " "),
        text: t.with(&id, &args),
        ..Letter::default()
    }
}
