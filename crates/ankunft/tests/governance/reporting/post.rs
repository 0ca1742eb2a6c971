//! A town hall with a post office: letters are read, and the clock can be turned.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ankunft_governance::reporting::model::State;
use ankunft_governance::reporting::view::Reports;
use ankunft_platform::config::MailWay;
use ankunft_platform::web::{App, Clock};
use ankunft_testkit::Browser;
use jiff::{SignedDuration, Timestamp};

use crate::common::desk::Story;
use crate::measures::planning;

/// A page with a form for everybody, where a browser finds its token: a link that was answered has none.
pub const FORM: &str = "/passwort-vergessen";

/// The three people, and the letters that were sent.
pub struct Office {
    pub story: Story,
    /// By how many seconds the clock is turned on.
    pub later: Arc<AtomicI64>,
    /// The link of the partner.
    pub link: String,
}

impl Office {
    pub async fn of(mut story: Story) -> Self {
        let mut config = story.demo.app.config.clone();
        config.mail.way = MailWay::Folder;
        config.mail.folder = story.demo.folder.path().join("mail");
        config.mail.from = "ankunft@musterstadt.example".to_owned();
        let later = Arc::new(AtomicI64::new(0));
        let clock = Arc::clone(&later);
        let clock = Clock::new(move || {
            Timestamp::now() + SignedDuration::from_secs(clock.load(Ordering::Relaxed))
        });
        let app = App::open_at(config, ankunft::parts(), clock).await.expect("an application");
        story.demo.app = app.clone();
        for (at, email) in ["stadt", "jugend", "wohnen"].into_iter().enumerate() {
            let email = format!("{email}@wahl.example");
            story.people[at] = Browser::log_in(&app, &email, "de").await;
        }
        planning::five_fields_make_a_measure(&mut story).await;
        Self { story, later, link: String::new() }
    }

    /// Somebody without account, with a fresh browser.
    pub fn partner(&self) -> Browser {
        Browser::new(&self.story.demo.app, "de")
    }

    /// Whether somebody has begun to write a report, as all that show reports of a city read it.
    pub async fn has_begun(&self) -> bool {
        let demo = &self.story.demo;
        let tenant = demo.tenant("musterstadt").await;
        let mut read = demo.app.store.read().await.expect("a transaction");
        let reports = Reports::recent(&mut read, tenant, demo.app.today()).await.expect("reports");
        reports.asked.requests.iter().any(|it| it.state() == State::Begun)
    }

    /// The letters, once all are written: at least so many.
    pub async fn letters(&self, wanted: usize) -> Vec<String> {
        self.story.demo.app.settled().await;
        let all = self.now_in_the_box();
        assert!(all.len() >= wanted, "{wanted} letters wanted, {} came", all.len());
        all
    }

    /// The newest letter that says this, once all are written.
    pub async fn letter(&self, says: &str) -> String {
        let mut all = self.letters(1).await.into_iter().rev();
        all.find(|it| it.contains(says)).unwrap_or_else(|| panic!("no letter says {says}"))
    }

    pub fn now_in_the_box(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.story.demo.folder.path().join("mail"));
        let mut files: Vec<_> =
            entries.into_iter().flatten().flatten().map(|it| it.path()).collect();
        files.sort();
        let read = |it: std::path::PathBuf| plain(&std::fs::read_to_string(it).expect("a letter"));
        files.into_iter().map(read).collect()
    }
}

/// A letter without the signs of its transport.
fn plain(letter: &str) -> String {
    let letter = letter.replace("=\r\n", "").replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = letter.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = std::str::from_utf8(after.get(..2).unwrap_or_default()).unwrap_or_default();
        match (*first, u8::from_str_radix(hex, 16)) {
            (b'=', Ok(byte)) if hex.len() == 2 => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The path of the link in a letter.
pub fn link_in(letter: &str) -> String {
    let (_, rest) = letter.split_once("/l/").unwrap_or_else(|| panic!("no link in {letter}"));
    let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '-' && it != '_');
    format!("/l/{}", &rest[..end.unwrap_or(rest.len())])
}
