//! Letters with a signed link. They are sent after the answer, so that how long it takes says nothing.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::links;
use ankunft_platform::mail::Letter;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{Tenant, TenantInfo};
use ankunft_platform::web::{App, Failure};
use jiff::{SignedDuration, Timestamp};

use super::model::{Contact, Link, Round};
use super::{LINK, write};

/// How long a link is good after the last day to report.
const AFTER: SignedDuration = SignedDuration::from_hours(28 * 24);
/// How long it is good at least.
const AT_LEAST: SignedDuration = SignedDuration::from_hours(14 * 24);

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
    let now = app.now();
    let end = app.config.zone().to_timestamp(round.due.at(23, 59, 59, 0));
    let due = end.unwrap_or(now);
    let until = due.saturating_add(AFTER).unwrap_or(now);
    let least = now.saturating_add(AT_LEAST).unwrap_or(now);
    write::new_link(change, tenant, request, (now, until.max(least))).await
}

/// The whole address of a link.
#[must_use]
pub fn address(app: &App, request: i64, link: &Link) -> String {
    let until = Timestamp::from_microsecond(link.expires_at).unwrap_or_default();
    let path = links::signed(&app.keys.links, (LINK, request), until, &link.chance);
    format!("{}{path}", app.config.base_address)
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
    let letter = letter(&app.texts_of(about.city), about, why);
    let mail = app.clone();
    app.later("a letter was not sent", async move {
        mail.mail.send(&letter).await.map_err(Failure::internal)
    });
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
    }
}
