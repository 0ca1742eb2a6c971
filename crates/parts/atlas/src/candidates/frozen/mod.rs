//! What a decision freezes beside its Nullmessung: what the assessment said of each chosen quarter
//! at that Datenstand, and the distances of its Vergleichsquartiere.
//!
//! Both are computed from releases, so both are kept where everything of the kind is kept
//! (`platform/derived`): sealed, named by the decision, opened only together with the releases that
//! they come from, and emptied by a Sperrung of one of them. What the public assessment said and
//! what that of the administration said are frozen apart, so that a decision that is published tells
//! nobody what was not released for them. A correction takes over what its predecessors froze.

mod document;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use ankunft_disclosure::{Audience, ReleaseKey, Released};
use ankunft_platform::derived::{self, Name, Opened};
use ankunft_platform::languages::Texts;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::AnyConnection;

use super::store::decisions::KIND;
use crate::assess::{self, Assessment, Known, Ready};
use crate::pages::words as figures;
use crate::view::overview::Asker;

pub use document::FrozenDocument;
pub use words::{how, line, pairs};

/// What the assessment said of one quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    /// The assessment of the area units that the quarter is made of, without all others.
    pub assessment: Assessment,
    /// Their names, in the same order.
    pub names: Vec<String>,
    /// How many units were compared, and how many there are.
    pub counts: [usize; 2],
    /// When it was computed, in microseconds UTC.
    pub made_at: i64,
    /// The hash under which the whole assessment is kept.
    pub key: String,
    /// Where the figures come from, in the language of the city.
    pub sources: Vec<String>,
    /// What interrupts the means, in the same language.
    #[serde(default)]
    pub breaks: Vec<String>,
}

/// What became of something frozen.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept<T> {
    /// It says this, for the circle of what it was computed from.
    Shown(Released<T>),
    /// A Sperrung has emptied it.
    Withdrawn,
}

impl<T> Kept<T> {
    /// What this reader may see of it.
    #[must_use]
    pub fn show(&self, reader: Audience) -> Option<&T> {
        match self {
            Self::Shown(it) => it.show(reader),
            Self::Withdrawn => None,
        }
    }
}

/// Something to be frozen, with the releases that it was computed from.
#[derive(Clone, Debug)]
pub struct New {
    /// The candidate.
    pub candidate: i64,
    /// What of it: for whom, or that it is distances.
    what: String,
    content: String,
    releases: Vec<i64>,
}

impl New {
    /// The distances of the Vergleichsquartiere of a candidate, by the key of the area unit.
    #[must_use]
    pub fn distances(candidate: i64, of: &BTreeMap<String, f64>, releases: &[i64]) -> Self {
        let (what, content) = (DISTANCES.to_owned(), json!(of).to_string());
        Self { candidate, what, content, releases: releases.to_vec() }
    }
}

const DISTANCES: &str = "distances";

fn key_of(decision: i64, candidate: i64, what: &str) -> String {
    format!("{decision}/{candidate}/{what}")
}

/// What the assessments say of a quarter today: that for the administration, and that for everybody.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or what is kept was altered.
pub async fn today(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    t: &Texts,
    (candidate, geography, area): (i64, &str, &str),
) -> Result<Vec<New>, StoreError> {
    let mut all = Vec::new();
    for reader in assess::READERS {
        let asker = Asker { audience: reader, ..asker };
        let Known::Ready(ready) = assess::read(connection, asker, geography).await? else {
            continue;
        };
        let shelf = asker.memory.shelf(connection, asker.tenant, reader).await?;
        let codes: BTreeSet<String> = match shelf.place(Some(geography), area) {
            Some(place) => {
                let version = ready.assessment.show(reader).map(|it| it.area_version);
                let at = version.and_then(|it| place.positions(&ready.ground, it));
                let code = |at: usize| Some(ready.ground.areas.get(at)?.code.clone());
                at.unwrap_or_default().into_iter().filter_map(code).collect()
            }
            None => BTreeSet::from([area.to_owned()]),
        };
        let Some(frozen) = of(t, &ready, reader, &codes) else { continue };
        all.push(New {
            candidate,
            what: assess::circle_of(reader).code().to_owned(),
            content: json!(frozen).to_string(),
            releases: ready.releases.clone(),
        });
    }
    Ok(all)
}

fn of(t: &Texts, ready: &Ready, reader: Audience, codes: &BTreeSet<String>) -> Option<Frozen> {
    let whole = ready.assessment.show(reader)?;
    let mut assessment = Assessment { earlier: None, ..whole.clone() };
    assessment.areas.retain(|it| codes.contains(&it.code));
    let name = |code: &str| {
        let area = ready.ground.areas.iter().find(|it| it.code == code);
        area.map_or_else(|| code.to_owned(), |it| it.name.clone())
    };
    let names = assessment.areas.iter().map(|it| name(&it.code)).collect();
    (!assessment.areas.is_empty()).then(|| Frozen {
        assessment,
        names,
        counts: [whole.compared().count(), whole.areas.len()],
        made_at: ready.made_at,
        key: ready.key.clone(),
        sources: figures::source_line(t, &ready.sources),
        breaks: assess::words::broken(t, ready, whole).into_iter().map(|it| it.text).collect(),
    })
}

/// Keeps what is frozen under a decision.
///
/// # Errors
///
/// - [`StoreError::Withdrawn`] if one of the releases was withdrawn meanwhile.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn keep(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    decision: i64,
    new: &[New],
) -> Result<(), StoreError> {
    let subject = decision.to_string();
    for it in new {
        let own = key_of(decision, it.candidate, &it.what);
        let name = Name { kind: KIND, subject: &subject, key: &own };
        let made = (it.content.as_bytes(), it.releases.as_slice());
        derived::keep(change, tenant, key, name, made).await?;
    }
    Ok(())
}

/// Takes over what an earlier version of a decision froze of a candidate.
///
/// # Errors
///
/// As for [`keep`].
pub async fn take_over(
    change: &mut Change,
    tenant: Tenant,
    key: &ReleaseKey,
    (from, to, candidate): (i64, i64, i64),
) -> Result<(), StoreError> {
    let subjects = [from, to].map(|it| it.to_string());
    for reader in assess::READERS {
        let circle = assess::circle_of(reader).code();
        let keys = [from, to].map(|it| key_of(it, candidate, circle));
        let name = |at: usize| Name { kind: KIND, subject: &subjects[at], key: &keys[at] };
        derived::keep_as(change, tenant, key, (name(0), name(1))).await?;
    }
    Ok(())
}

/// What the assessment for this reader said of a candidate; of the versions of a decision, the
/// newest first, the first that knows it answers.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or what is kept was altered.
pub async fn find(
    connection: &mut AnyConnection,
    (tenant, key): (Tenant, &ReleaseKey),
    (versions, candidate): (&[i64], i64),
    reader: Audience,
) -> Result<Option<Kept<Frozen>>, StoreError> {
    let what = assess::circle_of(assess::made_for(reader)).code();
    for version in versions {
        let found = open(connection, (tenant, key), (*version, candidate, what)).await?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The distances of the Vergleichsquartiere of a candidate in one version of a decision.
///
/// # Errors
///
/// As for [`find`].
pub async fn distances(
    connection: &mut AnyConnection,
    of: (Tenant, &ReleaseKey),
    (decision, candidate): (i64, i64),
) -> Result<Option<Kept<BTreeMap<String, f64>>>, StoreError> {
    open(connection, of, (decision, candidate, DISTANCES)).await
}

async fn open<T: for<'a> Deserialize<'a>>(
    connection: &mut AnyConnection,
    (tenant, key): (Tenant, &ReleaseKey),
    (decision, candidate, what): (i64, i64, &str),
) -> Result<Option<Kept<T>>, StoreError> {
    let (subject, own) = (decision.to_string(), key_of(decision, candidate, what));
    let name = Name { kind: KIND, subject: &subject, key: &own };
    let content = match derived::open(connection, tenant, key, name).await? {
        None => return Ok(None),
        Some(Opened::Withdrawn) => return Ok(Some(Kept::Withdrawn)),
        Some(Opened::Shown(content)) => content,
    };
    let unreadable = || StoreError::Unreadable { what: "what a decision froze", text: own.clone() };
    // The statistics office is in every circle.
    let bytes = content.show(Audience::StatisticsOffice);
    let read: Option<T> = bytes.and_then(|it| serde_json::from_slice(it).ok());
    let read = read.ok_or_else(unreadable)?;
    Ok(Some(Kept::Shown(content.map(|_| read))))
}

#[cfg(test)]
mod tests;
