//! What pages, papers and files of funds are made from.

use std::collections::BTreeMap;

use ankunft_platform::attachments::{self, Attachment};
use ankunft_platform::names::Names;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use super::correcting;
use super::ledger::{Balance, Ledger};
use super::model::{Contact, Fund, Proof, Shares, State, Tally, Verdict};
use super::store::applications::{self, Application, Of};
use super::store::book::{self, Line};
use super::store::votes::{self, Cast, On};
use super::store::{self, PROOF, contacts, proofs};

/// The funds of a city.
#[derive(Debug)]
pub struct Board {
    /// Each with its ledger, by number.
    pub funds: Vec<(Fund, Ledger)>,
}

impl Board {
    /// Reads them: three statements.
    pub async fn read(read: &mut Read, tenant: Tenant) -> Result<Self, StoreError> {
        let ledgers = read.kept::<book::Ledgers>(tenant).await?;
        let funds = store::funds(read, tenant).await?.into_iter();
        let with = |it: Fund| {
            let ledger = ledgers.get(&it.number).cloned().unwrap_or_default();
            (it, ledger)
        };
        Ok(Self { funds: funds.map(with).collect() })
    }
}

/// One fund with all that is in it.
#[derive(Debug)]
pub struct FundView {
    /// All versions, the newest first; never empty.
    pub versions: Vec<Fund>,
    /// The book, the oldest line first.
    pub lines: Vec<Line>,
    /// The same as sums.
    pub ledger: Ledger,
    /// Its applications, by number.
    pub applications: Vec<Application>,
    /// Votes on them: number → votes.
    pub votes: BTreeMap<i64, Vec<Cast>>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl FundView {
    /// Reads a fund: nine statements, however much is in it; none if there is no such fund.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        number: i64,
    ) -> Result<Option<Self>, StoreError> {
        let versions = store::versions(connection, tenant, number).await?;
        if versions.is_empty() {
            return Ok(None);
        }
        let lines = book::lines(connection, tenant, number).await?;
        let mut all: BTreeMap<i64, Vec<Cast>> = BTreeMap::new();
        for it in votes::votes(connection, tenant, On::Fund(number)).await? {
            all.entry(it.application).or_default().push(it);
        }
        Ok(Some(Self {
            ledger: book::ledger(&lines),
            lines,
            applications: applications::list(connection, tenant, Of::Fund(number)).await?,
            votes: all,
            names: Names::read(connection, tenant).await?,
            versions,
        }))
    }

    /// The fund as it stands.
    #[must_use]
    pub fn fund(&self) -> &Fund {
        &self.versions[0]
    }

    /// What was granted to an application, if anything was.
    #[must_use]
    pub fn granted(&self, application: i64) -> Option<i64> {
        self.ledger.granted(application).map(|it| it.cents)
    }

    /// What follows from the votes on an application.
    #[must_use]
    pub fn verdict(&self, application: i64) -> Verdict {
        let votes = self.votes.get(&application).into_iter().flatten();
        let terms = &self.fund().terms;
        Tally::of(votes.map(|it| it.vote)).verdict(terms.quorum, terms.majority)
    }

    /// The years of the book, and this one.
    #[must_use]
    pub fn years(&self, this: i64) -> Vec<i64> {
        let mut years = self.ledger.years();
        if !years.contains(&this) {
            years.push(this);
        }
        years.sort_unstable_by(|a, b| b.cmp(a));
        years
    }
}

/// One application with all that belongs to it.
#[derive(Debug)]
pub struct OneView {
    /// Its fund.
    pub fund: Fund,
    /// The rule of shares by which it was granted; that of today where it is not.
    pub shares: Shares,
    /// The application.
    pub it: Application,
    /// The votes on it.
    pub votes: Vec<Cast>,
    /// What stood before those that were corrected.
    pub before: Vec<Cast>,
    /// Whether corrected votes no longer carry the grant.
    pub is_overturned: bool,
    /// Its money.
    pub money: Balance,
    /// What was granted, if anything was.
    pub granted: Option<i64>,
    /// How the group is reached; none once that is deleted.
    pub contact: Option<Contact>,
    /// The newest proof of use.
    pub proof: Option<Proof>,
    /// Receipts.
    pub receipts: Vec<Attachment>,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl OneView {
    /// Reads an application: a dozen statements; none if there is no such application.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        of: Of<'_>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(it) = applications::one(connection, tenant, of).await? else { return Ok(None) };
        let number = it.number;
        let own = book::lines_of(connection, tenant, (it.fund, number)).await?;
        let versions = store::versions(connection, tenant, it.fund).await?;
        let granted_at = correcting::granted_at(&own, number);
        let cast = votes::votes(connection, tenant, On::Application(number)).await?;
        let is_overturned = correcting::is_overturned(&cast, granted_at, &versions);
        let then = granted_at.and_then(|at| versions.iter().find(|it| it.at <= at));
        let then = then.map(|it| it.terms.shares);
        let Some(fund) = versions.into_iter().next() else { return Ok(None) };
        let ledger = book::ledger(&own);
        let id = number.to_string();
        Ok(Some(Self {
            votes: cast,
            before: votes::before(connection, tenant, number).await?,
            is_overturned,
            money: ledger.application(number),
            granted: ledger.granted(number).map(|it| it.cents),
            contact: contacts::contact(connection, tenant, number).await?,
            proof: proofs::newest(connection, tenant, number).await?.map(|it| it.1),
            receipts: attachments::of(connection, tenant, (PROOF, &id)).await?,
            names: Names::read(connection, tenant).await?,
            shares: then.unwrap_or(fund.terms.shares),
            fund,
            it,
        }))
    }

    /// The votes, counted.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally::of(self.votes.iter().map(|it| it.vote))
    }

    /// What follows from the votes.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.tally().verdict(self.fund.terms.quorum, self.fund.terms.majority)
    }

    /// What is to be reclaimed, because nobody has shown what it was used for.
    #[must_use]
    pub fn to_reclaim(&self) -> i64 {
        self.it.to_reclaim(self.money)
    }

    /// What must come back by the proof of use.
    #[must_use]
    pub fn due_back(&self) -> i64 {
        let proof = self.proof.as_ref();
        proof.map_or(0, |it| it.due_back(self.shares, self.money.paid))
    }
}

/// One application in the report of a year.
#[derive(Clone, Debug)]
pub struct YearRow {
    /// The application.
    pub it: Application,
    /// What was granted.
    pub granted: i64,
    /// Its money.
    pub money: Balance,
}

/// What a fund did in a year.
#[derive(Debug)]
pub struct Year {
    /// The year.
    pub year: i64,
    /// Its sums.
    pub balance: Balance,
    /// What was granted from its budget, by number.
    pub rows: Vec<YearRow>,
    /// How many applications came in.
    pub received: usize,
    /// How many were declined.
    pub declined: usize,
    /// The lines of its book.
    pub lines: Vec<Line>,
}

impl Year {
    /// A year of a fund.
    #[must_use]
    pub fn of(view: &FundView, year: i64) -> Self {
        let row = |it: &Application| {
            let grant = view.ledger.granted(it.number).filter(|it| it.year == year)?;
            let money = view.ledger.application(it.number);
            Some(YearRow { it: it.clone(), granted: grant.cents, money })
        };
        let is_in = |it: &&Application, state: State| {
            it.step(state).is_some_and(|it| i64::from(it.on_day.year()) == year)
        };
        let count = |state| view.applications.iter().filter(|it| is_in(it, state)).count();
        Self {
            year,
            balance: view.ledger.year(year),
            rows: view.applications.iter().filter_map(row).collect(),
            received: count(State::Received),
            declined: count(State::Declined),
            lines: view.lines.iter().filter(|it| it.booking.year == year).cloned().collect(),
        }
    }
}
