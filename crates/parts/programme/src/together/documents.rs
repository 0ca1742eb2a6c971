//! The SQL of documents. They belong to the programme; their files are attached to them there.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_platform::attachments;
use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::{Document, Withdrawn};

/// The kind of thing in the change log, and the one that files are attached to.
pub(super) const KIND: &str = "programme-document";
/// What is done in the change log of the programme when a file is handed out; the note is the number of
/// the tenant that got it.
const FETCH: &str = "document.fetch";
/// What is done there when the programme takes a city's document from the table.
const REMOVE: &str = "document.remove";

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    city: i64,
    title: String,
    kind: String,
    edition: String,
    at: i64,
    media_type: String,
    size: i64,
    reason: Option<String>,
    withdrawn_at: Option<i64>,
}

/// All documents of a programme, the newest first: two statements.
pub(super) async fn all(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Document>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select d.number, d.city, d.title, d.kind, d.edition, d.at, a.media_type, a.size, \
         w.reason, w.at as withdrawn_at \
         from programme_document d join attachment a on a.tenant = d.tenant \
         and a.thing_kind = 'programme-document' and a.thing = cast(d.number as text) \
         left join programme_document_withdrawal w on w.tenant = d.tenant \
         and w.number = d.number where d.tenant = $1 order by d.number desc",
    )
    .bind(programme.id())
    .fetch_all(&mut *connection)
    .await?;
    let noted: Vec<(String, String, String)> = sqlx::query_as(
        "select distinct action, thing, note from change_entry where tenant = $1 \
         and thing_kind = $2 and action in ($3, $4)",
    )
    .bind(programme.id())
    .bind(KIND)
    .bind(FETCH)
    .bind(REMOVE)
    .fetch_all(connection)
    .await?;
    let mut given_to: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    let mut removed: BTreeSet<i64> = BTreeSet::new();
    for (action, thing, note) in noted {
        let Ok(number) = thing.parse() else { continue };
        if action == REMOVE {
            removed.insert(number);
        } else {
            given_to.entry(number).or_default().extend(note.parse::<i64>());
        }
    }
    let mut document = |it: Row| Document {
        given_to: given_to.remove(&it.number).into_iter().flatten().collect(),
        withdrawn: it.reason.zip(it.withdrawn_at).map(|(reason, at)| Withdrawn {
            by: if removed.contains(&it.number) { programme.id() } else { it.city },
            reason,
            at,
        }),
        number: it.number,
        city: it.city,
        title: it.title,
        kind: it.kind,
        edition: it.edition,
        at: it.at,
        media_type: it.media_type,
        size: it.size,
    };
    Ok(rows.into_iter().map(&mut document).collect())
}

/// Notes that a tenant was handed the file of a document. It stays noted when the document is withdrawn.
pub(super) async fn hand_out(
    change: &mut Change,
    (programme, to): (Tenant, Tenant),
    number: i64,
) -> Result<(), StoreError> {
    let (thing, note) = (number.to_string(), to.id().to_string());
    let entry = Entry {
        tenant: Some(programme),
        action: FETCH,
        thing_kind: KIND,
        thing: &thing,
        note: &note,
        before: None,
        after: None,
    };
    change.record(entry).await
}

/// Takes a document from the table again, once: in the name of the city that laid it there, or of the
/// programme.
pub(super) async fn withdraw(
    change: &mut Change,
    (programme, by): (Tenant, Tenant),
    document: &Document,
    reason: &str,
) -> Result<bool, StoreError> {
    let author = change.author().clone();
    let done = sqlx::query(
        "insert into programme_document_withdrawal (tenant, number, reason, account, post, at) \
         select d.tenant, d.number, $4, $5, $6, $7 from programme_document d \
         where d.tenant = $1 and d.number = $2 and $3 in (d.city, d.tenant) \
         on conflict (tenant, number) do nothing",
    )
    .bind(programme.id())
    .bind(document.number)
    .bind(by.id())
    .bind(reason.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    let thing = document.number.to_string();
    let entry = Entry {
        tenant: Some(by),
        action: if document.city == by.id() { "document.withdraw" } else { REMOVE },
        thing_kind: KIND,
        thing: &thing,
        note: "",
        before: None,
        after: Some(reason.as_bytes()),
    };
    change.record(entry).await?;
    Ok(true)
}

/// What somebody lays on the table.
pub(super) struct New<'a> {
    pub(super) title: &'a str,
    pub(super) kind: &'a str,
    pub(super) edition: &'a str,
    /// The name of the file and its media type.
    pub(super) file: (&'a str, &'a str),
    pub(super) bytes: &'a [u8],
}

/// Lays a document on the table of a programme, in the name of a city.
pub(super) async fn add(
    change: &mut Change,
    (programme, city): (Tenant, Tenant),
    it: &New<'_>,
) -> Result<i64, StoreError> {
    tenant::lock(change, programme).await?;
    let sql = "select coalesce(max(number), 0) + 1 from programme_document where tenant = $1";
    let (number,): (i64,) =
        sqlx::query_as(sql).bind(programme.id()).fetch_one(&mut **change).await?;
    let author = change.author().clone();
    sqlx::query(
        "insert into programme_document (tenant, number, city, title, kind, edition, account, \
         post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(programme.id())
    .bind(number)
    .bind(city.id())
    .bind(it.title.to_owned())
    .bind(it.kind.to_owned())
    .bind(it.edition.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let thing = number.to_string();
    attachments::attach(change, programme, (KIND, &thing), it.file, it.bytes).await?;
    let entry = Entry {
        tenant: Some(city),
        action: "document.share",
        thing_kind: KIND,
        thing: &thing,
        note: it.kind,
        before: None,
        after: Some(it.title.as_bytes()),
    };
    change.record(entry).await?;
    Ok(number)
}
