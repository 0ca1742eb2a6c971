//! What stands in the letter: what the board says, in the language of the account.

use std::sync::Arc;

use askama::Template;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::store::{self, Choice};
use super::{LINK, ONE_CLICK_PATH};
use crate::accounts::{self, Account};
use crate::languages::{Arg, Language, Texts};
use crate::links;
use crate::mail::Letter;
use crate::morning::stellen::{self, Elsewhere};
use crate::morning::{Subjects, Waiting, news};
use crate::parts::Today;
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
        let place = place(app, &t, (account, home), from).await?;
        places.extend(place.filter(|it| it.counts().iter().sum::<usize>() > 0));
    }
    if places.is_empty() {
        return Ok(None);
    }
    let until = app.now().saturating_add(GOOD).unwrap_or_else(|_| app.now());
    let path = links::signed(&app.keys.links, (LINK, account.id), until, &choice.chance);
    let sum = |at: usize| places.iter().map(|it| it.counts()[at]).sum::<usize>();
    let args = [
        ("tag", Arg::from(t.date(day))),
        ("heute", Arg::from(sum(0))),
        ("spaet", Arg::from(sum(1))),
        ("neues", Arg::from(sum(2))),
    ];
    let base = &app.config.base_address;
    let page = LetterTemplate {
        subject: t.with("tagesbrief-betreff", &args),
        sections: places.iter().flat_map(|it| sections(&t, it)).collect(),
        leave: format!("{base}{path}"),
        base: base.clone(),
        t,
    };
    let html = page
        .render()
        .map_err(|error| StoreError::Unreadable { what: "a letter", text: error.to_string() })?;
    Ok(Some(Letter {
        to: account.email.clone(),
        text: page.text(),
        html: Some(html),
        leave: Some(format!("{base}{path}{ONE_CLICK_PATH}")),
        subject: page.subject,
    }))
}

async fn place(
    app: &App,
    t: &Texts,
    (account, home): (&Account, Tenant),
    from: Timestamp,
) -> Result<Option<Place>, StoreError> {
    let mut read = app.store.read().await?;
    let info = tenant::info_of(&mut read, home).await?;
    let actor = accounts::actor(&mut read, home, account.id, app.today()).await?;
    drop(read);
    let Some(info) = info.map(Arc::new).filter(|_| !actor.roles.is_empty()) else {
        return Ok(None);
    };
    let viewer = Viewer::absent(app, Arc::clone(&info), (actor, &account.email), t.clone());
    let city = City(info);
    let mut waiting = Waiting::read(app, &viewer, &city).await?;
    let others = stellen::elsewhere(app, &viewer, &city, &waiting).await?;
    waiting.today.extend(others.into_iter().flat_map(|it| named(t, it)));
    let changed = news::since(app, &viewer, &city, (from, MOST)).await?;
    Ok(Some(Place { city, waiting, changed }))
}

/// What waits at another Stelle, named with it.
fn named(t: &Texts, it: Elsewhere) -> impl Iterator<Item = Today> {
    let stelle = it.own.title;
    it.asked.into_iter().map(move |it| {
        let args = [("stelle", Arg::from(&stelle)), ("was", Arg::from(&it.text))];
        Today { text: t.with("stellen-im-brief", &args), ..it }
    })
}

/// A line of the letter.
struct Entry {
    text: String,
    /// More about it.
    notes: Vec<String>,
    /// The path of its page.
    href: String,
}

impl Entry {
    fn new(text: &str, href: &str) -> Self {
        Self { text: one_line(text), notes: Vec::new(), href: href.to_owned() }
    }
}

/// A heading of the letter with what stands below it.
struct Section {
    title: String,
    entries: Vec<Entry>,
    /// How many more there are, in words.
    more: Option<String>,
}

/// For a city what waits, what is late and why, what has changed.
fn sections(t: &Texts, it: &Place) -> Vec<Section> {
    let section = |title: &str, entries: Vec<Entry>, more: usize| Section {
        title: t.get(title),
        entries,
        more: (more > 0).then(|| t.with("tagesbrief-mehr", &[("anzahl", Arg::from(more))])),
    };
    let city = vec![Entry::new(&it.city.name, &it.city.at(""))];
    let today = it.waiting.today.iter().take(MOST);
    let today = today.map(|it| match it.due {
        Some(day) => Entry::new(&dated(t, &it.text, ("heute-bis", day)), &it.href),
        None => Entry::new(&it.text, &it.href),
    });
    let not_shown = it.waiting.today.len().saturating_sub(MOST);
    let (late, more) = it.waiting.late(MOST);
    let late = late.into_iter().map(|(it, asked)| {
        let text = asked.as_ref().map_or(&it.text, |asked| &asked.text);
        let notes = it.why.iter().map(|it| one_line(it)).collect();
        Entry { notes, ..Entry::new(&dated(t, text, ("spaet-seit", it.since)), &it.href) }
    });
    let changed = it.changed.0.iter().flat_map(|it| &it.1);
    let changed = changed.map(|it| Entry::new(&it.text, &it.href));
    let mut all = vec![
        section("tagesbrief-stadt", city, 0),
        section("heute-titel", today.collect(), not_shown),
        section("spaet-titel", late.collect(), more),
        section("tagesbrief-neues", changed.collect(), it.changed.1),
    ];
    all.retain(|it| !it.entries.is_empty());
    all
}

/// The letter as a page: no picture, no script, no address but those of our own pages, so that
/// nobody learns whether it was opened.
#[derive(Template)]
#[template(path = "letter.html")]
struct LetterTemplate {
    t: Texts,
    subject: String,
    sections: Vec<Section>,
    /// The address of the installation, before each path.
    base: String,
    /// Where it is ended.
    leave: String,
}

impl LetterTemplate {
    /// The same as plain text.
    fn text(&self) -> String {
        let mut lines = Vec::new();
        for it in &self.sections {
            lines.push(format!("{}\n", it.title));
            for Entry { text, notes, href } in &it.entries {
                lines.push(format!("- {text}"));
                lines.extend(notes.iter().map(|it| format!("  {it}")));
                lines.push(format!("  {}{href}", self.base));
            }
            lines.extend(it.more.clone());
            lines.push(String::new());
        }
        let args = [
            ("text", Arg::from(lines.join("\n"))),
            ("abbestellen", Arg::from(&self.leave)),
            ("konto", Arg::from(format!("{}/konto", self.base))),
        ];
        self.t.with("tagesbrief-text", &args)
    }
}

/// A text with a day: until when, or since when.
fn dated(t: &Texts, text: &str, (id, day): (&str, Date)) -> String {
    format!("{text} ({})", t.with(id, &[("tag", Arg::from(t.date(day)))]))
}

/// What somebody called a measure cannot look like an address or a line of ours.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
