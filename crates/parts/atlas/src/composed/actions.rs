//! What a person can do with composed quarters: each is one transaction with its entry.

use std::collections::BTreeSet;

use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::model::{Composed, code_for};
use super::store::{self, NewJoint};
use crate::store::{Ground, Shelf};

/// The most characters of a name.
const LONGEST_NAME: usize = 80;
/// The most characters of a reason.
const LONGEST_REASON: usize = 2000;

/// What somebody has put together and not yet saved.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sketch {
    /// The number of the kind of area units.
    pub geography: i64,
    /// The version of them.
    pub area_version: i64,
    /// The codes of the chosen ones.
    pub parts: BTreeSet<String>,
    pub name: String,
    pub reason: String,
    pub is_public: bool,
}

/// Why a sketch is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    NoName,
    LongName,
    TakenName,
    LongReason,
    TooFew,
}

impl Wrong {
    /// The field that it is about, and its text.
    pub(crate) const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::NoName => ("name", "zusammen-fehlt-name"),
            Self::LongName => ("name", "zusammen-name-lang"),
            Self::TakenName => ("name", "zusammen-name-vergeben"),
            Self::LongReason => ("grund", "zusammen-grund-lang"),
            Self::TooFew => ("gebiet", "zusammen-zu-wenige"),
        }
    }
}

impl Sketch {
    /// What a kept quarter would be if somebody changed it, in area units of this version.
    pub(crate) fn of(quarter: &Composed, area_version: i64) -> Self {
        let Some(newest) = quarter.versions.last() else { return Self::default() };
        let there = newest.everywhere.get(&area_version).map(|parts| (area_version, parts));
        let (area_version, parts) = there.unwrap_or((newest.area_version, &newest.parts));
        Self {
            geography: quarter.geography,
            area_version,
            parts: parts.clone(),
            name: newest.name.clone(),
            reason: newest.reason.clone(),
            is_public: newest.is_public,
        }
    }

    fn joint(&self) -> NewJoint<'_> {
        NewJoint {
            area_version: self.area_version,
            name: &self.name,
            reason: &self.reason,
            is_public: self.is_public,
            parts: &self.parts,
        }
    }

    /// What is wrong with it. The name of an area unit or of another quarter would mean two things.
    pub(crate) fn wrong(&self, shelf: &Shelf, ground: &Ground, own: Option<i64>) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let same = |it: &str| it.to_lowercase() == self.name.to_lowercase();
        let others =
            shelf.composed.iter().filter(|it| it.retired_at.is_none() && Some(it.id) != own);
        let mut taken = others.filter_map(|it| it.versions.last()).map(|it| it.name.as_str());
        if self.name.is_empty() {
            wrong.push(Wrong::NoName);
        } else if self.name.chars().count() > LONGEST_NAME {
            wrong.push(Wrong::LongName);
        } else if taken.any(same) || ground.areas.iter().any(|it| same(&it.name)) {
            wrong.push(Wrong::TakenName);
        }
        if self.reason.chars().count() > LONGEST_REASON {
            wrong.push(Wrong::LongReason);
        }
        if self.parts.len() < 2 {
            wrong.push(Wrong::TooFew);
        }
        wrong
    }
}

/// Keeps a new quarter; gives its code.
pub(crate) async fn make(
    (app, city, viewer): (&App, &City, &Viewer),
    shelf: &Shelf,
    ground: &Ground,
    sketch: &Sketch,
) -> Result<String, StoreError> {
    let is_taken = |code: &str| {
        shelf.composed.iter().any(|it| it.code == code)
            || ground.areas.iter().any(|it| it.code == code)
    };
    let code = code_for(&sketch.name, is_taken);
    let author = viewer.author();
    let mut change = app.store.change(author.clone()).await?;
    let of = (sketch.geography, code.as_str());
    store::make(&mut change, city.tenant(), &author, of, &sketch.joint()).await?;
    change.commit().await?;
    Ok(code)
}

/// Keeps what a quarter is from now on; nothing if it is that already.
pub(crate) async fn change(
    (app, city, viewer): (&App, &City, &Viewer),
    quarter: &Composed,
    sketch: &Sketch,
) -> Result<(), StoreError> {
    let new = sketch.joint();
    if quarter.versions.last().is_some_and(|it| !new.differs_from(it)) {
        return Ok(());
    }
    let author = viewer.author();
    let mut change = app.store.change(author.clone()).await?;
    store::change(&mut change, city.tenant(), &author, quarter, &new).await?;
    change.commit().await
}

/// Gives a quarter up.
pub(crate) async fn retire(
    (app, city, viewer): (&App, &City, &Viewer),
    quarter: &Composed,
) -> Result<(), StoreError> {
    let mut change = app.store.change(viewer.author()).await?;
    store::retire(&mut change, city.tenant(), quarter).await?;
    change.commit().await
}
