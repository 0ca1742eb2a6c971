//! What parts tell of changes of their own things: the frame that all of them share.

use std::future::Future;

use jiff::Timestamp;

use super::{BoxFuture, News, NewsSource};
use crate::changes::Recorded;
use crate::languages::Arg;
use crate::store::StoreError;
use crate::web::{App, City, Viewer};

/// Who is told: the viewer, in their city.
#[derive(Debug)]
pub struct Whom<'a> {
    /// The viewer.
    pub viewer: &'a Viewer,
    /// Their city.
    pub city: City,
}

impl Whom<'_> {
    /// Whether they work in this Stelle.
    #[must_use]
    pub fn is(&self, post: i64) -> bool {
        self.viewer.actor.post == Some(post)
    }

    /// Whether something holds of the Stelle they work in; of nobody without one.
    #[must_use]
    pub fn works_in(&self, holds: impl FnOnce(i64) -> bool) -> bool {
        self.viewer.actor.post.is_some_and(holds)
    }
}

/// A change in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The id of the text.
    pub text: &'static str,
    /// What it names; never people.
    pub args: Vec<(&'static str, Arg)>,
    /// Where it is seen.
    pub href: String,
}

impl Said {
    /// A text that names one thing.
    #[must_use]
    pub fn of(text: &'static str, what: (&'static str, &str), href: String) -> Self {
        Self { text, args: vec![(what.0, Arg::from(what.1))], href }
    }
}

/// What a room tells of changes of its things. Each that implements it is a [`NewsSource`].
pub trait Chronicle: Send + Sync {
    /// The kinds of things in the change log that it tells of.
    const KINDS: &'static [&'static str];
    /// The id of the text under which its news stand with others of its subject.
    const ABOUT: &'static str;
    /// What is read once for all changes.
    type Seen: Send + Sync;

    /// Whether anything of it is told to somebody. Duties belong to a Stelle: most rooms tell nobody
    /// who has none.
    fn tells(whom: &Whom<'_>) -> bool;

    /// Reads what the changes are told from: a constant number of statements.
    fn read(
        app: &App,
        whom: &Whom<'_>,
        changes: &[Recorded],
    ) -> impl Future<Output = Result<Self::Seen, StoreError>> + Send;

    /// A change in words, if it concerns them and they may see what it is about.
    fn say(whom: &Whom<'_>, seen: &Self::Seen, change: &Recorded) -> Option<Said>;
}

impl<C: Chronicle> NewsSource for C {
    fn kinds(&self) -> &'static [&'static str] {
        C::KINDS
    }

    fn news<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        (changes, _): (&'a [Recorded], Timestamp),
    ) -> BoxFuture<'a, Result<Vec<News>, StoreError>> {
        Box::pin(async move {
            let whom = viewer.city.clone().map(|it| Whom { viewer, city: City(it) });
            let Some(whom) = whom.filter(|it| !changes.is_empty() && C::tells(it)) else {
                return Ok(Vec::new());
            };
            let seen = C::read(app, &whom, changes).await?;
            let told = |change: &Recorded| {
                let said = C::say(&whom, &seen, change)?;
                let text = viewer.t.with(said.text, &said.args);
                Some(News { about: C::ABOUT, text, href: said.href, at: change.at })
            };
            Ok(changes.iter().filter_map(told).collect())
        })
    }
}

/// The number that a thing of the change log has.
#[must_use]
pub fn number(change: &Recorded) -> Option<i64> {
    change.thing.parse().ok()
}
