//! The SQL of Vorlagen. Every function takes the tenant.

mod kept;
pub mod placed;
pub mod steps;
pub mod unread;

use ankunft_platform::changes::Entry;
use ankunft_platform::ids;
use ankunft_platform::secrets::hex;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Draft, Paper, Sign, Verdict};

pub use kept::{Adopted, Asked, Papers, Put, Signs, Steps};
pub(crate) use steps::is_decided_sql;
pub use steps::{add_step, correct, is_decided, move_step, remove_step, resolve, steps};

/// The kind under which drafts cite their reasons; nobody cites a draft.
pub const DRAFT: &str = "paper";
/// The kind under which decisions are cited, and under which citations stand in them: the code.
pub const KIND: &str = "resolution";

#[derive(sqlx::FromRow)]
struct Row {
    paper: i64,
    code: String,
    version: i64,
    subject: String,
    file_number: String,
    lead_post: i64,
    proposal: String,
    reasons: String,
    finance: String,
    cost: Option<i64>,
    council_address: String,
    account: Option<i64>,
    at: i64,
}

impl From<Row> for Paper {
    fn from(it: Row) -> Self {
        let draft = Draft {
            subject: it.subject,
            file_number: it.file_number,
            lead: it.lead_post,
            proposal: it.proposal,
            reasons: it.reasons,
            finance: it.finance,
            cost: it.cost,
            council_address: it.council_address,
        };
        let Row { paper: number, code, version, account, at, .. } = it;
        Self { number, code, version, draft, account, at }
    }
}

const COLUMNS: &str = "v.paper, p.code, v.version, v.subject, v.file_number, v.lead_post, \
     v.proposal, v.reasons, v.finance, v.cost, v.council_address, v.account, v.at \
     from paper_version v join paper p on p.tenant = v.tenant and p.number = v.paper";

/// All Vorlagen of a city as they stand, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn papers(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Paper>, StoreError> {
    let sql = format!(
        "select {COLUMNS} where v.tenant = $1 and v.version = (select max(n.version) \
         from paper_version n where n.tenant = v.tenant and n.paper = v.paper) \
         order by v.paper desc",
    );
    let rows: Vec<Row> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().map(Paper::from).collect())
}

/// All versions of a Vorlage, the newest first; none if there is no such Vorlage.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    number: i64,
) -> Result<Vec<Paper>, StoreError> {
    let sql =
        format!("select {COLUMNS} where v.tenant = $1 and v.paper = $2 order by v.version desc",);
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .bind(number)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Paper::from).collect())
}

/// Notes a new Vorlage; gives its number and its code.
///
/// # Errors
///
/// - [`StoreError::Database`] if the Stelle does not exist.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    it: &Draft,
) -> Result<(i64, String), StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from paper where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    let code = hex(&ids::secret::<6>());
    sqlx::query("insert into paper (tenant, number, code) values ($1, $2, $3)")
        .bind(tenant.id())
        .bind(number)
        .bind(code.clone())
        .execute(&mut **change)
        .await?;
    insert(change, tenant, (number, 1), it).await?;
    record(change, tenant, ("paper.draft", number), ("", it)).await?;
    Ok((number, code))
}

/// Writes the next version of a Vorlage.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written it.
pub async fn change_draft(
    change: &mut Change,
    tenant: Tenant,
    was: &Paper,
    it: &Draft,
) -> Result<(), StoreError> {
    insert(change, tenant, (was.number, was.version + 1), it).await?;
    record(change, tenant, ("paper.change", was.number), ("", it)).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    it: &Draft,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into paper_version (tenant, paper, version, subject, file_number, lead_post, \
         proposal, reasons, finance, cost, council_address, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(it.subject.clone())
    .bind(it.file_number.clone())
    .bind(it.lead)
    .bind(it.proposal.clone())
    .bind(it.reasons.clone())
    .bind(it.finance.clone())
    .bind(it.cost)
    .bind(it.council_address.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    Ok(())
}

/// Writes into the change log what was done with a Vorlage; contents stand in it as hash alone.
pub(super) async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, number): (&str, i64),
    (note, after): (&str, &(impl std::fmt::Debug + Sync)),
) -> Result<(), StoreError> {
    let (thing, after) = (number.to_string(), format!("{after:?}").into_bytes());
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: DRAFT,
        thing: &thing,
        note,
        before: None,
        after: Some(&after),
    };
    change.record(entry).await
}

/// Which Stellen are asked to countersign: all of a city, each with the number of the Vorlage.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn asked(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let sql = "select paper, asked_post from paper_asked where tenant = $1 \
               order by paper, asked_post";
    Ok(sqlx::query_as(sql).bind(tenant.id()).fetch_all(connection).await?)
}

/// Asks Stellen to countersign; who is asked already stays so.
///
/// # Errors
///
/// - [`StoreError::Database`] if a Stelle does not exist.
pub async fn ask(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    posts: &[i64],
) -> Result<(), StoreError> {
    for post in posts {
        sqlx::query(
            "insert into paper_asked (tenant, paper, asked_post, asked_at) \
             values ($1, $2, $3, $4) on conflict (tenant, paper, asked_post) do nothing",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(*post)
        .bind(Timestamp::now().as_microsecond())
        .execute(&mut **change)
        .await?;
    }
    record(change, tenant, ("paper.ask", number), ("", &posts)).await
}

type SignRow = (i64, i64, i64, String, String, i64);

/// Who has countersigned what: all of a city, each with the number of the Vorlage.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn signs(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<(i64, Sign)>, StoreError> {
    let rows: Vec<SignRow> = sqlx::query_as(
        "select paper, version, signing_post, verdict, reservation, at from paper_sign \
         where tenant = $1 order by paper, version desc, at",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let read = |(paper, version, post, verdict, reservation, at): SignRow| {
        let verdict = Verdict::from_code(&verdict)
            .ok_or(StoreError::Unreadable { what: "a verdict", text: verdict })?;
        Ok((paper, Sign { version, post, verdict, reservation, at }))
    };
    rows.into_iter().map(read).collect()
}

/// Countersigns a version for a Stelle.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it has done so already.
pub async fn sign(
    change: &mut Change,
    tenant: Tenant,
    number: i64,
    it: &Sign,
) -> Result<(), StoreError> {
    let account = change.author().account;
    sqlx::query(
        "insert into paper_sign (tenant, paper, version, signing_post, verdict, reservation, \
         account, at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(it.version)
    .bind(it.post)
    .bind(it.verdict.code())
    .bind(it.reservation.clone())
    .bind(account)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    record(change, tenant, ("paper.sign", number), (it.verdict.code(), it)).await
}
