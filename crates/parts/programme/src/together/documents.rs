//! The SQL of documents. They belong to the programme; their files are attached to them there.

use ankunft_platform::attachments;
use ankunft_platform::changes::Entry;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use jiff::Timestamp;
use sqlx::AnyConnection;

use super::model::Document;

/// The kind of thing in the change log, and the one that files are attached to.
pub(super) const KIND: &str = "programme-document";

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
}

/// All documents of a programme, the newest first.
pub(super) async fn all(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Document>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select d.number, d.city, d.title, d.kind, d.edition, d.at, a.media_type, a.size \
         from programme_document d join attachment a on a.tenant = d.tenant \
         and a.thing_kind = 'programme-document' and a.thing = cast(d.number as text) \
         where d.tenant = $1 order by d.number desc",
    )
    .bind(programme.id())
    .fetch_all(connection)
    .await?;
    let document = |it: Row| Document {
        number: it.number,
        city: it.city,
        title: it.title,
        kind: it.kind,
        edition: it.edition,
        at: it.at,
        media_type: it.media_type,
        size: it.size,
    };
    Ok(rows.into_iter().map(document).collect())
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
