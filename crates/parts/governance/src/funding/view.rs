//! What pages, papers and files of financing are made from.

use ankunft_platform::names::Names;
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::AnyConnection;

use super::model::{Planned, Report, Wanted};
use super::sums::Spellings;
use crate::around::model::{Around, Sheet};
use crate::around::store as around;
use crate::funds::ledger::Balance;
use crate::funds::view::Board;
use crate::measures::model::Measure;
use crate::measures::store as measures;
use crate::spending::model::Book;
use crate::spending::store as spending;

/// A small fund in a year, or in all of them.
#[derive(Clone, Debug)]
pub struct FundYear {
    /// Its number.
    pub number: i64,
    /// Its name.
    pub name: String,
    /// By which programme it is paid.
    pub programme: String,
    /// Its sums.
    pub balance: Balance,
}

/// The financing of a city.
#[derive(Debug)]
pub struct View {
    /// What is asked for.
    pub wanted: Wanted,
    /// The years in which measures run, and this one; the newest first.
    pub years: Vec<i16>,
    /// The names of sources.
    pub names: Vec<String>,
    /// The measures, by measure and by source.
    pub report: Report,
    /// The small funds with a book in it; none where one source is asked for.
    pub funds: Vec<FundYear>,
}

/// A measure that was written down at a moment, in microseconds UTC.
fn planned((it, begun): (&Measure, i64), around: Option<&Around>, book: Option<Book>) -> Planned {
    let begun = Timestamp::from_microsecond(begun).unwrap_or_default();
    Planned {
        number: it.number,
        title: it.plan.title.clone(),
        state: it.plan.state,
        from: it.plan.starts_on,
        to: it.plan.due,
        since: TimeZone::UTC.to_datetime(begun).date(),
        budget: around.map(|it| it.budget.clone()).unwrap_or_default(),
        book: book.unwrap_or_default(),
    }
}

impl View {
    /// Reads it: thirteen statements, however many measures and funds.
    pub async fn read(
        read: &mut Read,
        tenant: Tenant,
        (mut wanted, today): (Wanted, Date),
    ) -> Result<Self, StoreError> {
        let around = read.kept::<around::Arounds>(tenant).await?;
        let measures = read.kept::<measures::Measures>(tenant).await?;
        let books = read.kept::<spending::Books>(tenant).await?;
        let begun = read.kept::<measures::Begun>(tenant).await?;
        let of = |it: &Measure| {
            let at = begun.get(&it.number).copied().unwrap_or(it.at);
            planned((it, at), around.get(&it.number), books.get(&it.number).cloned())
        };
        let all: Vec<Planned> = measures.iter().map(of).collect();
        let whole = Report::of(&all, &Wanted::default());
        let mut names: Vec<String> = whole.sources.iter().map(|it| it.name.clone()).collect();
        names.dedup();
        // However it stands in the address, it is called as everywhere else.
        wanted.source = wanted.source.map(|it| Spellings::of(&all).usual(&it));
        let funds = match wanted.source {
            None => funds(&Board::read(read, tenant).await?, wanted.year),
            Some(_) => Vec::new(),
        };
        Ok(Self {
            years: years(&all, today),
            names,
            report: Report::of(&all, &wanted),
            funds,
            wanted,
        })
    }
}

/// The years in which measures with a plan are known to run, and this one; the newest first.
fn years(all: &[Planned], today: Date) -> Vec<i16> {
    let mut years = vec![today.year()];
    for it in all {
        years.extend(it.book.counting().map(|it| it.says.day.year()));
    }
    for it in all.iter().filter(|it| it.counts() && !it.budget.is_empty()) {
        years.extend((it.first_year()..=it.to.year()).take(30));
    }
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years
}

fn funds(board: &Board, year: Option<i16>) -> Vec<FundYear> {
    let sums = |ledger: &crate::funds::ledger::Ledger| {
        let years = year.map_or_else(|| ledger.years(), |it| vec![i64::from(it)]);
        let mut all = Balance::default();
        for it in years.into_iter().map(|it| ledger.year(it)) {
            all.budget += it.budget;
            all.reserved += it.reserved;
            all.paid += it.paid;
            all.returned += it.returned;
        }
        all
    };
    let of =
        |(fund, ledger): &(crate::funds::model::Fund, crate::funds::ledger::Ledger)| FundYear {
            number: fund.number,
            name: fund.terms.name.clone(),
            programme: fund.terms.programme.clone(),
            balance: sums(ledger),
        };
    let all = board.funds.iter().map(of);
    all.filter(|it| it.balance != Balance::default()).collect()
}

/// The financing of one measure.
#[derive(Debug)]
pub struct OneView {
    /// The measure with its plan.
    pub it: Planned,
    /// The version of its plan.
    pub version: i64,
    /// When it was written, in microseconds UTC.
    pub at: i64,
    /// The Stelle with the Federführung.
    pub lead: i64,
    /// Names of accounts and Stellen.
    pub names: Names,
}

impl OneView {
    /// Reads it; none if there is no such measure, or nothing is said of its money.
    pub async fn read(
        connection: &mut AnyConnection,
        tenant: Tenant,
        number: i64,
    ) -> Result<Option<Self>, StoreError> {
        let versions = measures::versions(connection, tenant, number).await?;
        let Some((measure, first)) = versions.first().zip(versions.last()) else {
            return Ok(None);
        };
        let sheets = around::sheets(connection, tenant, Some(number)).await?;
        let money = |it: &&Sheet| it.content.kind() == crate::around::model::Kind::Money;
        let Some(newest) = sheets.iter().filter(money).max_by_key(|it| it.version) else {
            return Ok(None);
        };
        let book = spending::book(connection, tenant, number).await?;
        let it = planned((measure, first.at), Some(&Around::of(&sheets)), Some(book));
        if it.budget.is_empty() {
            return Ok(None);
        }
        let names = Names::read(connection, tenant).await?;
        let (version, at, lead) = (newest.version, newest.at, measure.plan.lead);
        Ok(Some(Self { it, version, at, lead, names }))
    }
}
