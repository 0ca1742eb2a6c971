//! What pages and files of goals are made from.

use std::collections::BTreeSet;
use std::sync::Arc;

use ankunft_platform::keep;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::model::{Edition, Goal, Tree};
use super::store;
use crate::measures::model::Measure;
use crate::measures::store as measures;

/// An edition with its goals.
#[derive(Clone, Debug)]
pub struct Concept {
    /// The edition.
    pub edition: Edition,
    /// Its goals.
    pub tree: Tree,
}

/// The goals of a city with the measures that serve them.
#[derive(Debug)]
pub struct Goals {
    /// All editions, the oldest first.
    pub editions: Vec<Edition>,
    /// The edition that is shown.
    pub concept: Concept,
    /// The one before it.
    pub before: Option<Concept>,
    /// All measures.
    pub measures: Arc<measures::Measures>,
    /// Which measures serve which goals.
    pub serving: Arc<store::Serving>,
}

/// The edition that is in force: the newest that was adopted, or the draft where none was.
#[must_use]
pub fn in_force(editions: &[Edition]) -> Option<&Edition> {
    editions.iter().rfind(|it| it.adoption.is_some()).or_else(|| editions.last())
}

/// Whether all who see goals see an edition of this number: one that was adopted, or the draft where none
/// was.
#[must_use]
pub fn is_for_all(editions: &[Edition], number: i64) -> bool {
    let is_any = editions.iter().any(|it| it.adoption.is_some());
    editions.iter().any(|it| it.number == number && (it.adoption.is_some() || !is_any))
}

/// The edition that can be changed: the newest, while nobody has adopted it.
#[must_use]
pub fn draft(editions: &[Edition]) -> Option<&Edition> {
    editions.last().filter(|it| it.adoption.is_none())
}

async fn concept(
    connection: &mut AnyConnection,
    tenant: Tenant,
    edition: &Edition,
) -> Result<Concept, StoreError> {
    let goals = store::goals(connection, tenant, edition.number).await?;
    Ok(Concept { edition: edition.clone(), tree: Tree::of(goals) })
}

/// The draft with its goals, and the edition before it; none while there is no draft.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn draft_and_before(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Option<(Concept, Option<Concept>)>, StoreError> {
    let editions = store::editions(connection, tenant).await?;
    let Some(draft) = draft(&editions) else { return Ok(None) };
    let before = match editions.iter().rfind(|it| it.number < draft.number) {
        Some(before) => Some(concept(connection, tenant, before).await?),
        None => None,
    };
    Ok(Some((concept(connection, tenant, draft).await?, before)))
}

keep! {
    /// [`current`] for pages.
    Current(Option<Concept>) = |connection, tenant| current(connection, tenant);
}

/// The edition in force with its goals; none where there are no goals yet.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn current(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Option<Concept>, StoreError> {
    let editions = store::editions(connection, tenant).await?;
    match in_force(&editions) {
        Some(edition) => Ok(Some(concept(connection, tenant, edition).await?)),
        None => Ok(None),
    }
}

impl Goals {
    /// Reads an edition, or the one in force: six statements, however many goals. None where there
    /// is no such edition.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        read: &mut Read,
        tenant: Tenant,
        asked: Option<i64>,
    ) -> Result<Option<Self>, StoreError> {
        let editions = store::editions(read, tenant).await?;
        let shown = match asked {
            Some(asked) => editions.iter().find(|it| it.number == asked),
            None => in_force(&editions),
        };
        let Some(shown) = shown else { return Ok(None) };
        let before = match editions.iter().rfind(|it| it.number < shown.number) {
            Some(before) => Some(concept(read, tenant, before).await?),
            None => None,
        };
        let concept = concept(read, tenant, shown).await?;
        let measures = read.kept(tenant).await?;
        let serving = read.kept(tenant).await?;
        Ok(Some(Self { concept, before, measures, serving, editions }))
    }

    /// The same for who does not write goals: a draft is not to be seen once something is adopted. None if
    /// it is the draft.
    #[must_use]
    pub fn without_draft(mut self) -> Option<Self> {
        let shown = |it: &Edition| is_for_all(&self.editions, it.number);
        let (is_shown, all) = (shown(&self.concept.edition), self.editions.clone());
        self.editions.retain(|it| is_for_all(&all, it.number));
        is_shown.then_some(self)
    }

    /// Whether a goal is in the edition that holds: what stands in a draft alone is not cited.
    #[must_use]
    pub fn holds(&self, number: i64) -> bool {
        let is_draft = self.concept.edition.adoption.is_none();
        let holding = self.before.as_ref().filter(|_| is_draft).unwrap_or(&self.concept);
        holding.tree.get(number).is_some()
    }

    /// The measures that serve a goal, or what stands below it, each once.
    #[must_use]
    pub fn measures_of(&self, number: i64) -> Vec<&Measure> {
        let whole = self.concept.tree.whole(number);
        let serve: BTreeSet<i64> =
            whole.iter().filter_map(|it| self.serving.get(it)).flatten().copied().collect();
        self.measures.iter().filter(|it| serve.contains(&it.number)).collect()
    }

    /// The goals that a measure could serve and that none does.
    #[must_use]
    pub fn without_measure(&self) -> Vec<&Goal> {
        let all = self.concept.tree.in_order().into_iter().map(|(_, it)| it);
        all.filter(|it| it.wording.kind.is_served() && self.measures_of(it.number).is_empty())
            .collect()
    }

    /// The open measures that serve no goal of this edition.
    #[must_use]
    pub fn without_goal(&self) -> Vec<&Measure> {
        let there = |it: &&i64| self.concept.tree.get(**it).is_some();
        let serve: BTreeSet<i64> = self
            .serving
            .iter()
            .filter(|(goal, _)| there(goal))
            .flat_map(|(_, it)| it)
            .copied()
            .collect();
        let open = self.measures.iter().filter(|it| it.plan.state.is_open());
        open.filter(|it| !serve.contains(&it.number)).collect()
    }
}
