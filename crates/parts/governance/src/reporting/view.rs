//! What the pages of reports are made from.

use std::collections::BTreeMap;

use ankunft_platform::names::Names;
use ankunft_platform::register::{organisations, posts};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Contact, Obstacle, Request, Round};
use super::store::Which;
use super::{obstacles, store};
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

/// Reports of a city.
#[derive(Debug)]
pub struct Reports {
    /// The rounds, the newest first.
    pub rounds: Vec<Round>,
    /// The requests of these rounds.
    pub requests: Vec<Request>,
    /// The measures as they stand.
    pub measures: Vec<Measure>,
    /// What hinders, the newest first.
    pub obstacles: Vec<Obstacle>,
    /// Names of accounts and Stellen.
    pub names: Names,
    /// Names of organisations.
    pub organisations: Organisations,
}

impl Reports {
    /// Reads them: a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        which: Which,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            rounds: store::rounds(connection, tenant, which).await?,
            requests: store::requests(connection, tenant, which).await?,
            measures: measures::measures(connection, tenant).await?,
            obstacles: obstacles::obstacles(connection, tenant).await?,
            names: Names::read(connection, tenant).await?,
            organisations: organisations::names(connection, tenant).await?,
        })
    }

    /// Those of a bit more than a year, as far as they are: a constant number of statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn recent(
        connection: &mut AnyConnection,
        tenant: Tenant,
        today: Date,
    ) -> Result<Self, StoreError> {
        let since = today.saturating_sub(jiff::Span::new().days(DAYS));
        Self::read(connection, tenant, Which::Since(since)).await
    }

    /// The measure of a number.
    #[must_use]
    pub fn measure(&self, number: i64) -> Option<&Measure> {
        self.measures.iter().find(|it| it.number == number)
    }

    /// The requests, each with its round.
    pub fn each(&self) -> impl Iterator<Item = (&Round, &Request)> {
        let rounds: BTreeMap<i64, &Round> = self.rounds.iter().map(|it| (it.number, it)).collect();
        self.requests.iter().filter_map(move |it| Some((*rounds.get(&it.round)?, it)))
    }

    /// The requests of a round, which stand together.
    pub fn of(&self, round: i64) -> impl Iterator<Item = &Request> {
        let first = self.requests.partition_point(|it| it.round < round);
        self.requests[first..].iter().take_while(move |it| it.round == round)
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
    partners: BTreeMap<i64, Contact>,
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
        let partner = |it: crate::around::model::Partner| {
            (it.organisation, Contact { name: it.contact, email: it.email })
        };
        let partners = Around::of(&sheets).partners.into_iter().map(partner).collect();
        let people = posts::people(connection, tenant).await?;
        let today = today.to_string();
        let mut holders = BTreeMap::new();
        for it in posts::tenures(connection, tenant).await? {
            let holds = it.kind == "holder"
                && it.from_date <= today
                && it.to_date.as_ref().is_none_or(|last| *last >= today);
            let person = people.iter().find(|person| person.id == it.person).filter(|_| holds);
            if let Some(person) = person {
                let email = person.email.clone().unwrap_or_default();
                holders.insert(it.post, Contact { name: person.name.clone(), email });
            }
        }
        Ok(Self { partners, posts: holders })
    }

    /// Whom to write to; empty where nobody is known.
    #[must_use]
    pub fn of(&self, reporter: Reporter) -> Contact {
        let found = match reporter {
            Reporter::Post(id) => self.posts.get(&id),
            Reporter::Organisation(id) => self.partners.get(&id),
        };
        found.cloned().unwrap_or_default()
    }
}
