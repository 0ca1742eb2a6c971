//! What pages of the library are made from.

use std::collections::BTreeSet;

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantInfo};
use sqlx::AnyConnection;

use super::model::Card;
use super::store;
use super::words::Words;
use crate::members::Members;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words that stand in a card.
    pub words: String,
    /// What marks the quarter of who looks, as they ticked it.
    pub ticked: BTreeSet<String>,
    /// The quarter of who looks, as the form names it; empty if none is named.
    pub quarter: String,
    /// What marks that quarter as the atlas knows it.
    pub known: BTreeSet<String>,
}

impl Wanted {
    /// All that marks the quarter of who looks.
    #[must_use]
    pub fn marks(&self) -> BTreeSet<String> {
        self.ticked.union(&self.known).cloned().collect()
    }
}

/// The cards that somebody may read.
#[derive(Clone, Debug)]
pub struct Library {
    /// Each with its city.
    pub cards: Vec<(TenantInfo, Card)>,
}

impl Library {
    /// Reads it: two statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let members = Members::read(connection).await?;
        let cards = store::readable(connection, tenant).await?.into_iter();
        let with_city = |card: Card| members.tenant(card.city).cloned().map(|it| (it, card));
        Ok(Self { cards: cards.filter_map(with_city).collect() })
    }

    /// What fits: the nearest first where marks are named, then what has the words where they say
    /// most, then the newest.
    #[must_use]
    pub fn wanted(&self, wanted: &Wanted, words: &Words) -> Vec<&(TenantInfo, Card)> {
        let rank = |it: &(TenantInfo, Card)| {
            let city = [(3, it.0.name.as_str())];
            let texts: Vec<(u32, &str)> = it.1.text.weighed().into_iter().chain(city).collect();
            words.rank(&texts)
        };
        let ranked = self.cards.iter().filter_map(|it| rank(it).map(|rank| (rank, it)));
        let mut ranked: Vec<(u32, &(TenantInfo, Card))> = ranked.collect();
        // Stable: among equals the newest first, as they were read.
        ranked.sort_by_key(|it| std::cmp::Reverse(it.0));
        let mut found: Vec<&(TenantInfo, Card)> = ranked.into_iter().map(|it| it.1).collect();
        let marks = wanted.marks();
        if !marks.is_empty() {
            let nearness = |it: &(TenantInfo, Card)| it.1.text.nearness(&marks);
            found.retain(|it| nearness(it) > 0.0);
            found.sort_by(|a, b| nearness(b).total_cmp(&nearness(a)));
        }
        found
    }
}
