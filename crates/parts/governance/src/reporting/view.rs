//! What the pages of reports are made from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ankunft_platform::names::Names;
use ankunft_platform::register::{organisations, posts};
use ankunft_platform::store::{Keep, Read, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Contact, Request, Round};
use super::obstacles::Obstacles;
use super::store::{self, Which};
use crate::around::model::{Around, Sheet};
use crate::around::store as around;
use crate::around::words::Organisations;
use crate::effects::model::{Known, Reporter};
use crate::effects::view::Stand;
use crate::effects::{actuals, store as indicators};
use crate::measures::model::Measure;
use crate::measures::store as measures;

/// Reports that were due so many days ago or later stand on the overview.
const DAYS: i64 = 430;

/// Who was asked for what.
#[derive(Debug)]
pub struct Asked {
    /// The rounds, the newest first.
    pub rounds: Vec<Round>,
    /// The requests of these rounds.
    pub requests: Vec<Request>,
}

impl Asked {
    async fn read_which(
        connection: &mut AnyConnection,
        tenant: Tenant,
        which: Which,
    ) -> Result<Self, StoreError> {
        let rounds = store::rounds(connection, tenant, which).await?;
        Ok(Self { rounds, requests: store::requests(connection, tenant, which).await? })
    }
}

impl Keep for Asked {
    type Since = Date;

    async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        since: Date,
    ) -> Result<Self, StoreError> {
        Self::read_which(connection, tenant, Which::Since(since)).await
    }
}

/// Reports of a city.
#[derive(Debug)]
pub struct Reports {
    /// The rounds and their requests.
    pub asked: Arc<Asked>,
    /// The measures as they stand.
    pub measures: Arc<measures::Measures>,
    /// What hinders, the newest first.
    pub obstacles: Arc<Obstacles>,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// Names of organisations.
    pub organisations: Organisations,
}

impl Reports {
    /// Those of a round with everything of them, none if there is no such round: a constant number of
    /// statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn of_round(read: &mut Read, tenant: Tenant, round: i64) -> Result<Self, StoreError> {
        let asked = Asked::read_which(read, tenant, Which::Of(round)).await?;
        Self::with(read, tenant, Arc::new(asked)).await
    }

    async fn with(read: &mut Read, tenant: Tenant, asked: Arc<Asked>) -> Result<Self, StoreError> {
        Ok(Self {
            asked,
            measures: read.kept(tenant).await?,
            obstacles: read.kept(tenant).await?,
            names: Names::read(read, tenant).await?,
            organisations: organisations::names(read, tenant).await?,
        })
    }

    /// Those of a bit more than a year, as far as they are: a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn recent(read: &mut Read, tenant: Tenant, today: Date) -> Result<Self, StoreError> {
        let since = today.saturating_sub(jiff::Span::new().days(DAYS));
        let asked = read.kept_since(tenant, since).await?;
        Self::with(read, tenant, asked).await
    }

    /// The measure of a number.
    #[must_use]
    pub fn measure(&self, number: i64) -> Option<&Measure> {
        self.measures.iter().find(|it| it.number == number)
    }

    /// The requests, each with its round.
    pub fn each(&self) -> impl Iterator<Item = (&Round, &Request)> {
        let rounds: BTreeMap<i64, &Round> =
            self.asked.rounds.iter().map(|it| (it.number, it)).collect();
        self.asked.requests.iter().filter_map(move |it| Some((*rounds.get(&it.round)?, it)))
    }

    /// The requests of a round, which stand together.
    pub fn of(&self, round: i64) -> impl Iterator<Item = &Request> {
        let first = self.asked.requests.partition_point(|it| it.round < round);
        self.asked.requests[first..].iter().take_while(move |it| it.round == round)
    }
}

/// The indicators of a measure with their values.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn stands(
    connection: &mut AnyConnection,
    tenant: Tenant,
    measure: i64,
) -> Result<Vec<Stand>, StoreError> {
    let all = indicators::indicators_of(connection, tenant, &[measure]).await?;
    let values = actuals::of_measure(connection, tenant, measure).await?;
    let stand = |known: Known| {
        let own = values.iter().filter(|it| it.indicator == known.number).cloned().collect();
        Stand { known, actuals: own, course: Vec::new() }
    };
    Ok(all.into_iter().map(stand).collect())
}

/// Whom a letter goes to: the contact of a partner, or who holds the Stelle today.
#[derive(Debug)]
pub struct Addresses {
    /// By measure and organisation.
    partners: BTreeMap<(i64, i64), Contact>,
    posts: BTreeMap<i64, Contact>,
}

impl Addresses {
    /// Reads those of a measure; a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        measure: i64,
        today: Date,
    ) -> Result<Self, StoreError> {
        let sheets: Vec<Sheet> = around::sheets(connection, tenant, Some(measure)).await?;
        let partners = partners(measure, &Around::of(&sheets)).collect();
        Ok(Self { partners, posts: Holders::read(connection, tenant, today).await?.now })
    }

    /// Reads those of all measures; a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn all(read: &mut Read, tenant: Tenant, today: Date) -> Result<Self, StoreError> {
        let arounds = read.kept::<around::Arounds>(tenant).await?;
        let partners = arounds.iter().flat_map(|(of, it)| partners(*of, it)).collect();
        Ok(Self { partners, posts: Holders::read(read, tenant, today).await?.now })
    }

    /// Whom to write to for a measure; empty where nobody is known.
    #[must_use]
    pub fn of(&self, measure: i64, reporter: Reporter) -> Contact {
        let found = match reporter {
            Reporter::Post(id) => self.posts.get(&id),
            Reporter::Organisation(id) => self.partners.get(&(measure, id)),
        };
        found.cloned().unwrap_or_default()
    }
}

/// Who holds the Stellen of a city, and who has held them before.
pub struct Holders {
    now: BTreeMap<i64, Contact>,
    /// Stelle and address in small letters.
    before: BTreeSet<(i64, String)>,
}

impl Holders {
    /// Reads them; a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        today: Date,
    ) -> Result<Self, StoreError> {
        let people = posts::people(connection, tenant).await?;
        let people: BTreeMap<i64, posts::Person> =
            people.into_iter().map(|it| (it.id, it)).collect();
        let today = today.to_string();
        let mut holders = Self { now: BTreeMap::new(), before: BTreeSet::new() };
        for it in posts::tenures(connection, tenant).await? {
            let has_begun = it.kind == "holder" && it.from_date <= today;
            let Some(person) = people.get(&it.person).filter(|_| has_begun) else { continue };
            let email = person.email.clone().unwrap_or_default();
            if it.to_date.as_ref().is_none_or(|last| *last >= today) {
                holders.now.insert(it.post, Contact { name: person.name.clone(), email });
            } else {
                holders.before.insert((it.post, email.to_lowercase()));
            }
        }
        Ok(holders)
    }

    /// Who holds a Stelle today.
    #[must_use]
    pub fn of(&self, post: i64) -> Option<&Contact> {
        self.now.get(&post)
    }

    /// Whether an address is that of somebody who held a Stelle and does no more.
    #[must_use]
    pub fn has_left(&self, post: i64, email: &str) -> bool {
        let email = email.to_lowercase();
        let is_now = self.of(post).is_some_and(|it| it.email.to_lowercase() == email);
        !is_now && self.before.contains(&(post, email))
    }
}

/// Whom to write to at the partners of a measure.
fn partners(measure: i64, around: &Around) -> impl Iterator<Item = ((i64, i64), Contact)> {
    around.partners.iter().map(move |it| {
        let contact = Contact { name: it.contact.clone(), email: it.email.clone() };
        ((measure, it.organisation), contact)
    })
}
