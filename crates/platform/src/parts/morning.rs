//! What parts tell people in the morning: what they ask, what is late and why, what has changed.

use jiff::Timestamp;
use jiff::civil::Date;

use super::BoxFuture;
use crate::changes::Recorded;
use crate::store::StoreError;
use crate::web::{App, Viewer};

/// What a part asks of people.
pub trait TodayItem: Send + Sync {
    /// What it asks of this viewer today.
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>>;

    /// What of it is late and concerns this viewer, and why. What is asked of them at the same
    /// address stands there in the words of [`TodayItem::items`].
    fn late<'a>(
        &'a self,
        _app: &'a App,
        _viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Late>, StoreError>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

/// One thing to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// What, as a request.
    pub text: String,
    /// Where it is done.
    pub href: String,
    /// Until when.
    pub due: Option<Date>,
    /// The thing in the state that is asked about, if a person can say that it is done; whoever is
    /// asked the same is then asked no more. It holds no figures.
    pub done: Option<String>,
}

/// One thing that is late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// What.
    pub text: String,
    /// Where one sees more.
    pub href: String,
    /// Its last day, or the day since which it waits.
    pub since: Date,
    /// For whom or what it waits, a sentence each: Stellen and organisations, never people.
    pub why: Vec<String>,
}

/// What a part tells of what has changed.
pub trait NewsSource: Send + Sync {
    /// The kinds of things in the change log that it tells of.
    fn kinds(&self) -> &'static [&'static str];

    /// What of these changes, the newest first, concerns this viewer. All are of its kinds, made in
    /// this city by others, since the moment that is told too: what happened elsewhere a source finds
    /// itself from then on. What somebody may not see is not told.
    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        told: (&'a [Recorded], Timestamp),
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>>;
}

/// Something that has changed. The same words about the same address are said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// The id of the text under which it stands with others of its subject.
    pub about: &'static str,
    /// What has changed, without names of people.
    pub text: String,
    /// Where it is seen.
    pub href: String,
    /// When, in microseconds UTC.
    pub at: i64,
}
