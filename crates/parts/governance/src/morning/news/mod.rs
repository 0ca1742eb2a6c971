//! What others have changed in what concerns one's own Stelle, in words, a room a file.

pub(super) mod bodies;
pub(super) mod commitments;
pub(super) mod enquiries;
pub(super) mod measures;
pub(super) mod papers;
pub(super) mod reports;

use ankunft_platform::changes::Recorded;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::News;
use ankunft_platform::web::{City, Viewer};

/// Who is told: the viewer, their city, their Stelle.
struct Told<'a> {
    viewer: &'a Viewer,
    city: City,
    post: i64,
}

impl<'a> Told<'a> {
    /// Nobody without a Stelle is told anything: duties belong to it.
    fn of(viewer: &'a Viewer) -> Option<Self> {
        Some(Self { viewer, city: viewer.city.clone().map(City)?, post: viewer.actor.post? })
    }

    /// A change in words.
    fn news(
        &self,
        about: &'static str,
        (text, args): (&str, &[(&str, Arg)]),
        (href, change): (String, &Recorded),
    ) -> News {
        News { about, text: self.viewer.t.with(text, args), href, at: change.at }
    }
}

/// The number that a thing of the change log has.
fn number(change: &Recorded) -> Option<i64> {
    change.thing.parse().ok()
}
