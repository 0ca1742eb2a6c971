//! Loose ends as one reader may know them.

use std::sync::Arc;

use ankunft_platform::names::Names;
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::facts::Facts;
use super::model::{End, Said, Step, by_owner, is_closed};
use super::stale;
use super::store::Newest;
use crate::permissions::{PLAN, STEER};

/// The loose ends of who steers all, or of one's own Stelle.
#[derive(Debug)]
pub struct Loose {
    /// What is open, by Stelle: one's own first.
    pub open: Vec<(Option<i64>, Vec<End>)>,
    /// What somebody closed, the newest first.
    pub closed: Vec<(End, Step)>,
    /// The number of the newest step about each end.
    steps: Arc<Newest>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

/// Whether a reader sees the ends of every Stelle.
#[must_use]
pub fn sees_all(viewer: &Viewer) -> bool {
    viewer.may(STEER)
}

/// Whether a reader may close an end.
#[must_use]
pub fn may_close(viewer: &Viewer, end: &End) -> bool {
    sees_all(viewer) || (viewer.may(PLAN) && end.is_of(viewer.actor.post))
}

/// The ends of some Stellen that a reader may know of, and the newest step about each end. A constant
/// number of statements, and three questions to each kind of thing that those Stellen cite.
async fn read(
    app: &App,
    viewer: &Viewer,
    city: &City,
    is_asked: impl Fn(Option<i64>) -> bool + Send,
) -> Result<(Vec<End>, Arc<Newest>), StoreError> {
    let mut read = app.store.read().await?;
    let titled = (city.tenant(), &app.texts_of(city));
    let mut facts = Facts::read(&mut read, titled, app.today()).await?;
    let steps = read.kept::<Newest>(city.tenant()).await?;
    drop(read);
    facts.writing.retain(|_, it| is_asked(Some(it.owner)));
    let mut ends = std::mem::take(&mut facts.ends);
    ends.extend(stale::ends(app, viewer, city, &facts).await?);
    ends.retain(|it| viewer.may(it.needs) && is_asked(it.owner));
    Ok((ends, steps))
}

/// How many open ends wait for a reader: those of the own Stelle, and for who steers those that no
/// other Stelle owns.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn waiting(app: &App, viewer: &Viewer, city: &City) -> Result<usize, StoreError> {
    let (own, all) = (viewer.actor.post, sees_all(viewer));
    let is_mine = |owner: Option<i64>| match owner {
        Some(_) => owner == own,
        None => all,
    };
    let (ends, steps) = read(app, viewer, city, is_mine).await?;
    let is_open = |it: &&End| !is_closed(&it.state, steps.get(&it.key()));
    Ok(ends.iter().filter(is_open).count())
}

impl Loose {
    /// Reads them; a constant number of statements, and three questions to each kind of cited thing.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(app: &App, viewer: &Viewer, city: &City) -> Result<Self, StoreError> {
        let own = viewer.actor.post;
        let all = sees_all(viewer);
        let is_shown = |owner: Option<i64>| all || (owner.is_some() && owner == own);
        let (ends, steps) = read(app, viewer, city, is_shown).await?;
        let names = Names::read(&mut *app.store.read().await?, city.tenant()).await?;
        let newest = |it: &End| steps.get(&it.key());
        let (closed, open): (Vec<End>, Vec<End>) =
            ends.into_iter().partition(|it| is_closed(&it.state, newest(it)));
        let mut closed: Vec<(End, Step)> = closed
            .into_iter()
            .filter_map(|it| {
                let step = newest(&it)?.clone();
                Some((it, step))
            })
            .collect();
        closed.sort_by_key(|it| std::cmp::Reverse(it.1.at));
        Ok(Self { open: by_owner(open, own), closed, steps, names })
    }

    /// How many are open.
    #[must_use]
    pub fn count(&self) -> usize {
        self.open.iter().map(|it| it.1.len()).sum()
    }

    /// The citations and releases behind what ends say that is not public.
    #[must_use]
    pub fn inside(&self) -> (Vec<i64>, Vec<i64>) {
        let open = self.open.iter().flat_map(|it| &it.1);
        let said = open.chain(self.closed.iter().map(|it| &it.0)).filter_map(|it| it.said.as_ref());
        let said: Vec<&Said> = said.collect();
        let cited = said.iter().filter_map(|it| it.inside).collect();
        (cited, said.iter().flat_map(|it| it.releases.iter().copied()).collect())
    }

    /// The open end of this name.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&End> {
        self.open.iter().flat_map(|it| &it.1).find(|it| it.key() == key)
    }

    /// The closed end of this name.
    #[must_use]
    pub fn find_closed(&self, key: &str) -> Option<&(End, Step)> {
        self.closed.iter().find(|it| it.0.key() == key)
    }

    /// The number of the newest step about an end; 0 if there is none.
    #[must_use]
    pub fn step(&self, end: &End) -> i64 {
        self.steps.get(&end.key()).map_or(0, |it| it.number)
    }
}
