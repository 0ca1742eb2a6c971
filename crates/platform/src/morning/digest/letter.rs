//! What stands in the letter: what the board says, in the language of the account.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::LINK;
use super::store::{self, Choice};
use crate::accounts::{self, Account};
use crate::languages::{Arg, Language, Texts};
use crate::links;
use crate::mail::Letter;
use crate::morning::{Subjects, Waiting, news};
use crate::store::StoreError;
use crate::tenant::{self, Tenant};
use crate::web::{App, City, Viewer};

/// So much of each kind stands in a letter; the rest is counted.
const MOST: usize = 12;
/// How long the link that ends it is good.
const GOOD: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What waits for somebody in one city.
struct Place {
    city: City,
    waiting: Waiting,
    changed: (Subjects, usize),
}

impl Place {
    /// What is asked, what is late, what has changed.
    fn counts(&self) -> [usize; 3] {
        let changed: usize = self.changed.0.iter().map(|it| it.1.len()).sum();
        [self.waiting.today.len(), self.waiting.late.len(), changed + self.changed.1]
    }
}

/// The letter of a morning; none where there is nothing to tell.
pub(super) async fn write(
    app: &App,
    account: &Account,
    choice: &Choice,
    day: Date,
) -> Result<Option<Letter>, StoreError> {
    let language = Language::from_code(&account.language).unwrap_or(app.language());
    let t = app.languages.texts(language);
    let mut read = app.store.read().await?;
    let told = store::told_until(&mut read, account.id).await?;
    let mut homes: Vec<Tenant> =
        accounts::of_account(&mut read, account.id).await?.iter().map(|it| it.tenant).collect();
    drop(read);
    homes.dedup();
    let now = Timestamp::now();
    let days = SignedDuration::from_hours(24 * choice.rhythm.days());
    let from = told.unwrap_or_else(|| now.saturating_sub(days).unwrap_or(now));
    let mut places = Vec::new();
    for home in homes {
        let place = place(app, &t, (account.id, home), from).await?;
        places.extend(place.filter(|it| it.counts().iter().sum::<usize>() > 0));
    }
    if places.is_empty() {
        return Ok(None);
    }
    let until = app.now().saturating_add(GOOD).unwrap_or_else(|_| app.now());
    let path = links::signed(&app.keys.links, (LINK, account.id), until, &choice.chance);
    let text = text(app, &t, &places, &format!("{}{path}", app.config.base_address));
    let sum = |at: usize| places.iter().map(|it| it.counts()[at]).sum::<usize>();
    let args = [
        ("tag", Arg::from(t.date(day))),
        ("heute", Arg::from(sum(0))),
        ("spaet", Arg::from(sum(1))),
        ("neues", Arg::from(sum(2))),
    ];
    let subject = t.with("tagesbrief-betreff", &args);
    Ok(Some(Letter { to: account.email.clone(), subject, text }))
}

async fn place(
    app: &App,
    t: &Texts,
    (account, home): (i64, Tenant),
    from: Timestamp,
) -> Result<Option<Place>, StoreError> {
    let mut read = app.store.read().await?;
    let info = tenant::info_of(&mut read, home).await?;
    let actor = accounts::actor(&mut read, home, account, app.today()).await?;
    drop(read);
    let Some(info) = info.map(Arc::new).filter(|_| !actor.roles.is_empty()) else {
        return Ok(None);
    };
    let viewer = Viewer::absent(app, Arc::clone(&info), actor, t.clone());
    let city = City(info);
    let waiting = Waiting::read(app, &viewer, &city).await?;
    let changed = news::since(app, &viewer, &city, (from, MOST)).await?;
    Ok(Some(Place { city, waiting, changed }))
}

/// The whole text: for each city what waits, what is late, what has changed.
fn text(app: &App, t: &Texts, places: &[Place], leave: &str) -> String {
    let mut lines = Vec::new();
    let mut part = |title: &str, entries: Vec<(String, String)>, more: usize| {
        if entries.is_empty() {
            return;
        }
        lines.push(format!("{}\n", t.get(title)));
        for (text, href) in entries {
            lines.push(format!("- {}\n  {}{href}", one_line(&text), app.config.base_address));
        }
        if more > 0 {
            lines.push(t.with("tagesbrief-mehr", &[("anzahl", Arg::from(more))]));
        }
        lines.push(String::new());
    };
    for it in places {
        let address = it.city.at("");
        part("tagesbrief-stadt", vec![(it.city.name.clone(), address)], 0);
        let asked = it.waiting.today.len();
        let today = it.waiting.today.iter().take(MOST);
        let today = today.map(|it| (until(t, &it.text, it.due), it.href.clone()));
        part("heute-titel", today.collect(), asked.saturating_sub(MOST));
        let (late, more) = it.waiting.late(MOST);
        let overdue = late.into_iter().map(|(it, asked)| {
            let text = asked.as_ref().map_or(&it.text, |asked| &asked.text);
            (until(t, text, Some(it.since)), it.href.clone())
        });
        part("spaet-titel", overdue.collect(), more);
        let changed = it.changed.0.iter().flat_map(|it| &it.1);
        let changed = changed.map(|it| (it.text.clone(), it.href.clone()));
        part("tagesbrief-neues", changed.collect(), it.changed.1);
    }
    let address = app.config.base_address.as_str();
    let args = [
        ("text", Arg::from(lines.join("\n"))),
        ("abbestellen", Arg::from(leave)),
        ("konto", Arg::from(format!("{address}/konto"))),
    ];
    t.with("tagesbrief-text", &args)
}

fn until(t: &Texts, text: &str, due: Option<Date>) -> String {
    match due {
        Some(day) => {
            format!("{text} ({})", t.with("heute-bis", &[("tag", Arg::from(t.date(day)))]))
        }
        None => text.to_owned(),
    }
}

/// What somebody called a measure cannot look like an address or a line of ours.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
