//! The SQL of enquiries. Every function takes the tenant.

use std::collections::BTreeMap;

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::lists::places;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Answer, Asker, Circle, Enquiry, Frame, Sent};
use crate::known::Place;
use crate::stored::{day, word};

/// The kind under which citations stand in an answer.
pub const KIND: &str = "enquiry";

const COLUMNS: &str = "v.enquiry, v.version, v.asker, v.asker_name, v.subject, v.question, \
     v.file_number, v.received_on, v.due, v.geography, v.area, v.place_name, v.lead_post, v.circle, \
     v.account, v.post, v.at";

#[derive(sqlx::FromRow)]
struct Row {
    enquiry: i64,
    version: i64,
    asker: String,
    asker_name: String,
    subject: String,
    question: String,
    file_number: String,
    received_on: String,
    due: String,
    geography: Option<String>,
    area: Option<String>,
    place_name: Option<String>,
    lead_post: i64,
    circle: String,
    account: Option<i64>,
    post: Option<i64>,
    at: i64,
}

impl Row {
    fn enquiry(self) -> Result<Enquiry, StoreError> {
        let place = self.geography.zip(self.area).zip(self.place_name);
        let frame = Frame {
            asker: word(Asker::from_code, self.asker)?,
            asker_name: self.asker_name,
            subject: self.subject,
            question: self.question,
            file_number: self.file_number,
            received_on: day(self.received_on)?,
            due: day(self.due)?,
            place: place.map(|((geography, area), name)| Place { geography, area, name }),
            lead: self.lead_post,
            contributing: Vec::new(),
            circle: word(Circle::from_code, self.circle)?,
        };
        let Self { enquiry: number, version, account, post, at, .. } = self;
        Ok(Enquiry { number, version, frame, account, post, at })
    }
}

/// Enquiry, version, Stelle.
type PartyRow = (i64, i64, i64);

fn with_parties(rows: Vec<Row>, parties: Vec<PartyRow>) -> Result<Vec<Enquiry>, StoreError> {
    let mut all = rows.into_iter().map(Row::enquiry).collect::<Result<Vec<_>, _>>()?;
    let at: BTreeMap<(i64, i64), usize> =
        all.iter().enumerate().map(|(at, it)| ((it.number, it.version), at)).collect();
    for (enquiry, version, post) in parties {
        if let Some(at) = at.get(&(enquiry, version)) {
            all[*at].frame.contributing.push(post);
        }
    }
    Ok(all)
}

keep! {
    /// [`enquiries`] for pages.
    Enquiries(Vec<Enquiry>) = |connection, tenant| enquiries(connection, tenant);
    /// [`sent`] for pages.
    AllSent(BTreeMap<i64, Sent>) = |connection, tenant| sent(connection, tenant);
}

/// All enquiries of a city as they stand, the nearest deadline first: two statements.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn enquiries(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Enquiry>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from enquiry_version v where v.tenant = $1 and v.version = \
         (select max(n.version) from enquiry_version n where n.tenant = v.tenant \
         and n.enquiry = v.enquiry) order by v.due, v.enquiry",
    );
    let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(tenant.id())
        .fetch_all(&mut *connection)
        .await?;
    let parties = sqlx::query_as(
        "select enquiry, version, post from enquiry_party where tenant = $1 order by post",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    with_parties(rows, parties)
}

/// All versions of these enquiries, of each the newest first; nothing for a number that is none. Two
/// statements, however many there are.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn versions(
    connection: &mut AnyConnection,
    tenant: Tenant,
    numbers: &[i64],
) -> Result<Vec<Enquiry>, StoreError> {
    let mut all = Vec::new();
    for some in numbers.chunks(1000) {
        let numbered = places(2, some.len());
        let sql = format!(
            "select {COLUMNS} from enquiry_version v where v.tenant = $1 \
             and v.enquiry in ({numbered}) order by v.enquiry, v.version desc",
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let query = some.iter().fold(query, |query, it| query.bind(*it));
        let rows: Vec<Row> = query.fetch_all(&mut *connection).await?;
        let sql = format!(
            "select enquiry, version, post from enquiry_party where tenant = $1 \
             and enquiry in ({numbered}) order by post",
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let query = some.iter().fold(query, |query, it| query.bind(*it));
        all.extend(with_parties(rows, query.fetch_all(&mut *connection).await?)?);
    }
    Ok(all)
}

/// Writes a new enquiry down; its number.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn add(change: &mut Change, tenant: Tenant, frame: &Frame) -> Result<i64, StoreError> {
    tenant::lock(change, tenant).await?;
    let sql = "select coalesce(max(number), 0) + 1 from enquiry where tenant = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(tenant.id()).fetch_one(&mut **change).await?;
    sqlx::query("insert into enquiry (tenant, number) values ($1, $2)")
        .bind(tenant.id())
        .bind(number)
        .execute(&mut **change)
        .await?;
    insert_version(change, tenant, (number, 1), frame).await?;
    record(change, tenant, ("enquiry.receive", number), ("", Some(&format!("{frame:?}")))).await?;
    Ok(number)
}

/// Writes the next version of an enquiry.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn change_frame(
    change: &mut Change,
    tenant: Tenant,
    was: &Enquiry,
    frame: &Frame,
) -> Result<(), StoreError> {
    tenant::lock(change, tenant).await?;
    insert_version(change, tenant, (was.number, was.version + 1), frame).await?;
    let parts = was.frame.differences(frame);
    let note = parts.into_iter().map(|it| it.code()).collect::<Vec<_>>().join(", ");
    let what = (note.as_str(), Some(&*format!("{frame:?}")));
    record(change, tenant, ("enquiry.change", was.number), what).await
}

async fn insert_version(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    frame: &Frame,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    let place = frame.place.as_ref();
    sqlx::query(
        "insert into enquiry_version (tenant, enquiry, version, asker, asker_name, subject, \
         question, file_number, received_on, due, geography, area, place_name, lead_post, circle, \
         account, post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, \
         $15, $16, $17, $18)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(frame.asker.code())
    .bind(frame.asker_name.clone())
    .bind(frame.subject.clone())
    .bind(frame.question.clone())
    .bind(frame.file_number.clone())
    .bind(frame.received_on.to_string())
    .bind(frame.due.to_string())
    .bind(place.map(|it| it.geography.clone()))
    .bind(place.map(|it| it.area.clone()))
    .bind(place.map(|it| it.name.clone()))
    .bind(frame.lead)
    .bind(frame.circle.code())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    for post in &frame.contributing {
        sqlx::query(
            "insert into enquiry_party (tenant, enquiry, version, post) values ($1, $2, $3, $4)",
        )
        .bind(tenant.id())
        .bind(number)
        .bind(version)
        .bind(*post)
        .execute(&mut **change)
        .await?;
    }
    Ok(())
}

/// All versions of the answers to these enquiries, each with the number of its enquiry and of each the
/// newest first: one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn answers(
    connection: &mut AnyConnection,
    tenant: Tenant,
    numbers: &[i64],
) -> Result<Vec<(i64, Answer)>, StoreError> {
    type Row = (i64, i64, String, Option<i64>, Option<i64>, i64);
    let mut all = Vec::new();
    for some in numbers.chunks(1000) {
        let sql = format!(
            "select enquiry, version, text, account, post, at from enquiry_answer \
             where tenant = $1 and enquiry in ({}) order by enquiry, version desc",
            places(2, some.len()),
        );
        let query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant.id());
        let query = some.iter().fold(query, |query, it| query.bind(*it));
        let rows: Vec<Row> = query.fetch_all(&mut *connection).await?;
        let answer = |(number, version, text, account, post, at): Row| {
            (number, Answer { version, text, account, post, at })
        };
        all.extend(rows.into_iter().map(answer));
    }
    Ok(all)
}

/// Writes a version of an answer.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody else has written that
///   version meanwhile.
pub async fn write(
    change: &mut Change,
    tenant: Tenant,
    (number, version): (i64, i64),
    text: &str,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into enquiry_answer (tenant, enquiry, version, text, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(version)
    .bind(text.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let note = version.to_string();
    record(change, tenant, ("enquiry.answer", number), (&note, Some(text))).await
}

/// The answers of a city that have left the house: number → how.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn sent(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<BTreeMap<i64, Sent>, StoreError> {
    type Row = (i64, i64, String, String, Option<i64>);
    let rows: Vec<Row> = sqlx::query_as(
        "select enquiry, answer, signed_by, on_day, account from enquiry_sent where tenant = $1",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let sent = |(number, answer, signed_by, on_day, account): Row| {
        Ok((number, Sent { answer, signed_by, on_day: day(on_day)?, account }))
    };
    rows.into_iter().map(sent).collect()
}

/// Notes that an answer has left the house, once.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if it has already.
pub async fn send(
    change: &mut Change,
    tenant: Tenant,
    (number, answer): (i64, i64),
    (signed_by, today): (&str, Date),
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into enquiry_sent (tenant, enquiry, answer, signed_by, on_day, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(tenant.id())
    .bind(number)
    .bind(answer)
    .bind(signed_by.to_owned())
    .bind(today.to_string())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let note = answer.to_string();
    record(change, tenant, ("enquiry.send", number), (&note, None)).await
}

async fn record(
    change: &mut Change,
    tenant: Tenant,
    (action, number): (&str, i64),
    (note, after): (&str, Option<&str>),
) -> Result<(), StoreError> {
    let entry = Entry {
        tenant: Some(tenant),
        action,
        thing_kind: KIND,
        thing: &number.to_string(),
        note,
        before: None,
        after: after.map(str::as_bytes),
    };
    change.record(entry).await
}
