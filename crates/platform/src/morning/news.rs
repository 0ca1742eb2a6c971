//! What has changed for somebody, out of the change log.

use jiff::{SignedDuration, Timestamp};

use super::Subjects;
use super::model::in_subjects;
use crate::changes;
use crate::store::StoreError;
use crate::web::{App, City, Viewer};

/// So many changes are looked through: months of a busy city.
const MOST: i64 = 4000;

/// A change has the moment of its writing and is seen when its transaction ends: so long after it, at
/// most. Better told twice than never.
const LATEST: SignedDuration = SignedDuration::from_secs(60);

/// What others have changed since a moment of what concerns this viewer, and how many more there
/// are than so many. One statement, and what parts need for what there is to tell.
pub(super) async fn since(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (from, shown): (Timestamp, usize),
) -> Result<(Subjects, usize), StoreError> {
    let kinds: Vec<&str> = app.parts.news().flat_map(|it| it.kinds()).copied().collect();
    let from = from.saturating_sub(LATEST).unwrap_or(from);
    let of = (viewer.actor.account, from.as_microsecond());
    let changes =
        changes::of_others(&mut *app.store.read().await?, city.tenant(), of, (&kinds, MOST))
            .await?;
    let mut all = Vec::new();
    for source in app.parts.news() {
        let of_it: Vec<_> = changes
            .iter()
            .filter(|it| source.kinds().contains(&it.thing_kind.as_str()))
            .cloned()
            .collect();
        all.extend(source.news(app, viewer, (&of_it, from)).await?);
    }
    Ok(in_subjects(all, shown))
}
