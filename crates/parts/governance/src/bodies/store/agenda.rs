//! The agenda of a meeting, its minutes, its decisions, and who was there.

use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use sqlx::AnyConnection;

use super::{MEETING, now, record};
use crate::bodies::model::{Attended, Item, Says, Subject, Vote, Votes};
use crate::papers::model::Outcome;
use crate::reporting::obstacles;

#[derive(sqlx::FromRow)]
struct Row {
    body: i64,
    meeting: i64,
    item: i64,
    version: i64,
    position: i64,
    thing_kind: Option<String>,
    thing: Option<String>,
    title: String,
    is_public: i16,
    minutes: String,
    decision: String,
    vote: String,
    yes: i64,
    no: i64,
    abstain: i64,
    outcome: String,
    reason: String,
    account: Option<i64>,
    at: i64,
}

/// An item with the body and the meeting that it belongs to.
pub type Placed = ((i64, i64), Item);

impl Row {
    fn item(self) -> Result<Placed, StoreError> {
        let votes = Votes { yes: self.yes, no: self.no, abstain: self.abstain };
        let vote = Vote::from_code(&self.vote, votes)
            .ok_or(StoreError::Unreadable { what: "a vote", text: self.vote })?;
        let says = Says {
            title: self.title,
            is_public: self.is_public == 1,
            minutes: self.minutes,
            decision: self.decision,
            vote,
            outcome: match self.outcome.as_str() {
                "" => None,
                code => Some(Outcome::from_code(code).ok_or_else(|| StoreError::Unreadable {
                    what: "a result",
                    text: code.to_owned(),
                })?),
            },
            reason: self.reason,
        };
        let subject = self.thing_kind.zip(self.thing).map(|(kind, id)| Subject { kind, id });
        let item = Item {
            number: self.item,
            version: self.version,
            position: self.position,
            subject,
            says,
            account: self.account,
            at: self.at,
        };
        Ok(((self.body, self.meeting), item))
    }
}

const COLUMNS: &str = "v.body, v.meeting, v.item, v.version, i.position, i.thing_kind, i.thing, \
     v.title, v.is_public, v.minutes, v.decision, v.vote, v.yes, v.no, v.abstain, v.outcome, \
     v.reason, v.account, v.at";
const JOIN: &str = "from agenda_item_version v join agenda_item i on i.tenant = v.tenant \
     and i.body = v.body and i.meeting = v.meeting and i.number = v.item";
const NEWEST: &str = "v.version = (select max(n.version) from agenda_item_version n \
     where n.tenant = v.tenant and n.body = v.body and n.meeting = v.meeting and n.item = v.item)";

keep! {
    /// [`all_items`] for pages.
    AllItems(Vec<Placed>) = |connection, tenant| all_items(connection, tenant);
}

async fn read(
    connection: &mut AnyConnection,
    sql: String,
    numbers: &[i64],
) -> Result<Vec<Placed>, StoreError> {
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql));
    let query = numbers.iter().fold(query, |query, it| query.bind(*it));
    let rows: Vec<Row> = query.fetch_all(connection).await?;
    rows.into_iter().map(Row::item).collect()
}

/// The agenda of a meeting in its order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn items(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (body, meeting): (i64, i64),
) -> Result<Vec<Item>, StoreError> {
    let sql = format!(
        "select {COLUMNS} {JOIN} where v.tenant = $1 and v.body = $2 and v.meeting = $3 \
         and i.removed = 0 and {NEWEST} order by i.position, i.number",
    );
    let all = read(connection, sql, &[tenant.id(), body, meeting]).await?;
    Ok(all.into_iter().map(|it| it.1).collect())
}

/// The items of all meetings that something was decided at or that are about a thing, as they stand.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all_items(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Placed>, StoreError> {
    let sql = format!(
        "select {COLUMNS} {JOIN} where v.tenant = $1 and i.removed = 0 and {NEWEST} \
         and (v.decision <> '' or i.thing is not null) order by v.body, v.meeting, v.item",
    );
    read(connection, sql, &[tenant.id()]).await
}

/// The items that are about things of a kind, as they stand.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn about(
    connection: &mut AnyConnection,
    tenant: Tenant,
    kind: &str,
) -> Result<Vec<Placed>, StoreError> {
    let sql = format!(
        "select {COLUMNS} {JOIN} where i.tenant = $1 and i.thing_kind = $2 and i.removed = 0 \
         and {NEWEST} order by v.body, v.meeting, v.item",
    );
    let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
    let rows: Vec<Row> = query.bind(kind.to_owned()).fetch_all(connection).await?;
    rows.into_iter().map(Row::item).collect()
}

/// All versions of an item, the newest first; none if there is no such item.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (body, meeting, item): (i64, i64, i64),
) -> Result<Vec<Item>, StoreError> {
    let sql = format!(
        "select {COLUMNS} {JOIN} where v.tenant = $1 and v.body = $2 and v.meeting = $3 \
         and v.item = $4 and i.removed = 0 order by v.version desc",
    );
    let all = read(connection, sql, &[tenant.id(), body, meeting, item]).await?;
    Ok(all.into_iter().map(|it| it.1).collect())
}

/// Puts an item at the end of an agenda; gives its number, or the one that the thing has already.
///
/// # Errors
///
/// - [`StoreError::Database`] if the meeting does not exist.
pub async fn add(
    change: &mut Change,
    tenant: Tenant,
    (body, meeting): (i64, i64),
    subject: Option<&Subject>,
    says: &Says,
) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    if let Some(subject) = subject {
        let known = items(change, tenant, (body, meeting)).await?;
        let known = known.into_iter().find(|it| it.subject.as_ref() == Some(subject));
        if let Some(known) = known {
            return Ok(known.number);
        }
    }
    if let Some(hinders) = subject.and_then(Subject::obstacle) {
        obstacles::take(change, tenant, hinders).await?;
    }
    let (number,): (i64,) = sqlx::query_as(
        "select coalesce(max(number), 0) + 1 from agenda_item \
         where tenant = $1 and body = $2 and meeting = $3",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(meeting)
    .fetch_one(&mut **change)
    .await?;
    sqlx::query(
        "insert into agenda_item (tenant, body, meeting, number, position, thing_kind, thing, \
         removed) values ($1, $2, $3, $4, $4, $5, $6, 0)",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(meeting)
    .bind(number)
    .bind(subject.map(|it| it.kind.clone()))
    .bind(subject.map(|it| it.id.clone()))
    .execute(&mut **change)
    .await?;
    insert(change, tenant, (body, meeting, number, 1), says).await?;
    log(change, tenant, ("meeting.agenda-add", (body, meeting)), number, says).await?;
    Ok(number)
}

/// Writes the next version of an item: what was said and decided, or its correction.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written it.
pub async fn write(
    change: &mut Change,
    tenant: Tenant,
    (body, meeting): (i64, i64),
    (was, says): (&Item, &Says),
) -> Result<(), StoreError> {
    insert(change, tenant, (body, meeting, was.number, was.version + 1), says).await?;
    let action = if says.reason.is_empty() { "meeting.minutes" } else { "meeting.correct" };
    log(change, tenant, (action, (body, meeting)), was.number, says).await
}

async fn insert(
    change: &mut Change,
    tenant: Tenant,
    (body, meeting, item, version): (i64, i64, i64, i64),
    says: &Says,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let votes = says.vote.votes();
    sqlx::query(
        "insert into agenda_item_version (tenant, body, meeting, item, version, title, is_public, \
         minutes, decision, vote, yes, no, abstain, outcome, reason, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(meeting)
    .bind(item)
    .bind(version)
    .bind(says.title.clone())
    .bind(i16::from(says.is_public))
    .bind(says.minutes.clone())
    .bind(says.decision.clone())
    .bind(says.vote.code())
    .bind(votes.yes)
    .bind(votes.no)
    .bind(votes.abstain)
    .bind(says.outcome.map_or("", Outcome::code))
    .bind(says.reason.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    Ok(())
}

async fn log(
    change: &mut Change,
    tenant: Tenant,
    (action, (body, meeting)): (&str, (i64, i64)),
    item: i64,
    after: &impl std::fmt::Debug,
) -> Result<(), StoreError> {
    let (thing, note) = (format!("{body}-{meeting}"), item.to_string());
    record(change, tenant, (action, MEETING, &thing), &note, after).await
}

/// Changes the places of two items.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn swap(
    change: &mut Change,
    tenant: Tenant,
    (body, meeting): (i64, i64),
    (a, b): (&Item, &Item),
) -> Result<(), StoreError> {
    for (item, position) in [(a, b.position), (b, a.position)] {
        sqlx::query(
            "update agenda_item set position = $1 where tenant = $2 and body = $3 \
             and meeting = $4 and number = $5",
        )
        .bind(position)
        .bind(tenant.id())
        .bind(body)
        .bind(meeting)
        .bind(item.number)
        .execute(&mut **change)
        .await?;
    }
    log(change, tenant, ("meeting.agenda-order", (body, meeting)), a.number, &b.number).await
}

/// Takes an item off the agenda; its number is given to no other.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn remove(
    change: &mut Change,
    tenant: Tenant,
    (body, meeting, item): (i64, i64, i64),
) -> Result<(), StoreError> {
    sqlx::query(
        "update agenda_item set removed = 1 where tenant = $1 and body = $2 and meeting = $3 \
         and number = $4",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(meeting)
    .bind(item)
    .execute(&mut **change)
    .await?;
    log(change, tenant, ("meeting.agenda-remove", (body, meeting)), item, &item).await
}

/// Who was there as it was written down last, with the number of that version; 0 if nobody has.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if it is no list.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn attendance(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (body, meeting): (i64, i64),
) -> Result<(i64, Vec<Attended>), StoreError> {
    let row: Option<(i64, String)> = sqlx::query_as(
        "select version, entries from attendance where tenant = $1 and body = $2 and meeting = $3 \
         order by version desc limit 1",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(meeting)
    .fetch_optional(connection)
    .await?;
    let Some((version, text)) = row else { return Ok((0, Vec::new())) };
    match serde_json::from_str(&text) {
        Ok(entries) => Ok((version, entries)),
        Err(_) => Err(StoreError::Unreadable { what: "an attendance", text }),
    }
}

/// Writes down who was there, after the version that the writer has seen.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written it.
pub async fn attend(
    change: &mut Change,
    tenant: Tenant,
    (body, meeting, seen): (i64, i64, i64),
    entries: &[Attended],
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into attendance (tenant, body, meeting, version, entries, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(body)
    .bind(meeting)
    .bind(seen + 1)
    .bind(serde_json::json!(entries).to_string())
    .bind(author.account)
    .bind(author.post)
    .bind(now())
    .execute(&mut **change)
    .await?;
    let id = format!("{body}-{meeting}");
    record(change, tenant, ("meeting.attend", MEETING, &id), "", &entries).await
}
