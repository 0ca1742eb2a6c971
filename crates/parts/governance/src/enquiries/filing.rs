//! Putting something into a Vorgang that has no field for an Aktenzeichen: measures, commitments,
//! meetings. It lies in one Vorgang or in none.

use ankunft_platform::changes::Entry;
use ankunft_platform::parts::Case;
use ankunft_platform::permission::Action;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use crate::bodies::store::MEETING;
use crate::permissions::SIT;
use crate::{commitments, measures, permissions};

/// The field of an address and of a form that names the thing: `measure:5`.
pub const FIELD: &str = "ding";

/// The action that the change log keeps.
const FILE: &str = "case.file";

/// A kind of things that can be put into a Vorgang.
#[derive(Clone, Copy, Debug)]
struct Shelf {
    case: Case,
    /// SQL for one of them: `$1` is the tenant, `$2` its id. Its columns are title, address behind the
    /// city's, and Aktenzeichen.
    one: &'static str,
}

/// `$things` gives tenant, id, title and path of all things of a kind.
macro_rules! shelf {
    ($kind:expr, $action:expr, $named:literal, $things:literal) => {
        Shelf {
            case: Case {
                kind: $kind,
                action: $action,
                list: concat!(
                    "select x.id, x.title, x.path, f.on_day from filed f join (",
                    $things,
                    ") x on x.tenant = f.tenant and x.id = f.thing \
                     where f.tenant = $1 and f.file_number = $2 and f.kind = '",
                    $named,
                    "'"
                ),
            },
            one: concat!(
                "select x.title, x.path, coalesce(f.file_number, '') from (",
                $things,
                ") x left join filed f on f.tenant = x.tenant and f.thing = x.id and f.kind = '",
                $named,
                "' where x.tenant = $1 and x.id = $2"
            ),
        }
    };
}

const SHELVES: [Shelf; 3] = [
    shelf!(
        measures::store::KIND,
        permissions::SEE,
        "measure",
        "select v.tenant as tenant, cast(v.measure as text) as id, v.title as title, \
         '/steuerung/massnahmen/' || cast(v.measure as text) as path from measure_version v \
         where v.version = (select max(n.version) from measure_version n \
         where n.tenant = v.tenant and n.measure = v.measure)"
    ),
    shelf!(
        commitments::store::KIND,
        permissions::SEE,
        "commitment",
        "select v.tenant as tenant, cast(v.commitment as text) as id, v.title as title, \
         '/steuerung/zusagen/' || cast(v.commitment as text) as path from commitment_version v \
         where v.version = (select max(n.version) from commitment_version n \
         where n.tenant = v.tenant and n.commitment = v.commitment)"
    ),
    shelf!(
        MEETING,
        SIT,
        "meeting",
        "select v.tenant as tenant, \
         cast(v.body as text) || '-' || cast(v.meeting as text) as id, \
         case v.title when '' then b.name else b.name || ': ' || v.title end as title, \
         '/gremien/' || cast(v.body as text) || '/sitzungen/' || cast(v.meeting as text) as path \
         from meeting_version v join body_version b on b.tenant = v.tenant and b.body = v.body \
         and b.version = (select max(n.version) from body_version n \
         where n.tenant = b.tenant and n.body = b.body) \
         where v.version = (select max(n.version) from meeting_version n \
         where n.tenant = v.tenant and n.body = v.body and n.meeting = v.meeting)"
    ),
];

/// What of a Vorgang was put into it.
pub(super) fn cases() -> [Case; 3] {
    SHELVES.map(|it| it.case)
}

/// Something that lies in a Vorgang, or can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Its kind.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its address behind the city's.
    pub path: String,
    /// The Aktenzeichen; empty if it lies in no Vorgang.
    pub file_number: String,
    /// What one must be permitted to see it.
    pub action: Action,
}

impl Filed {
    /// As a form names it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}:{}", self.kind, self.id)
    }
}

/// The thing of a name, if it is of a kind that can be put into a Vorgang and there is such a one.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn find(
    connection: &mut AnyConnection,
    tenant: Tenant,
    name: &str,
) -> Result<Option<Filed>, StoreError> {
    let Some((kind, id)) = name.split_once(':') else { return Ok(None) };
    let Some(shelf) = SHELVES.iter().find(|it| it.case.kind == kind) else { return Ok(None) };
    let row: Option<(String, String, String)> = sqlx::query_as(shelf.one)
        .bind(tenant.id())
        .bind(id.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|(title, path, file_number)| Filed {
        kind: shelf.case.kind,
        id: id.to_owned(),
        title,
        path,
        file_number,
        action: shelf.case.action,
    }))
}

/// The Aktenzeichen of a thing; empty if it lies in no Vorgang.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub(crate) async fn file_number(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (kind, id): (&str, &str),
) -> Result<String, StoreError> {
    let row: Option<(String,)> = sqlx::query_as(
        "select file_number from filed where tenant = $1 and kind = $2 and thing = $3",
    )
    .bind(tenant.id())
    .bind(kind.to_owned())
    .bind(id.to_owned())
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|it| it.0).unwrap_or_default())
}

/// Puts a thing into the Vorgang of an Aktenzeichen, or into none; false if it lies there.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn put(
    change: &mut Change,
    tenant: Tenant,
    (it, file_number): (&Filed, &str),
    today: Date,
) -> Result<bool, StoreError> {
    if it.file_number == file_number {
        return Ok(false);
    }
    sqlx::query("delete from filed where tenant = $1 and kind = $2 and thing = $3")
        .bind(tenant.id())
        .bind(it.kind)
        .bind(it.id.clone())
        .execute(&mut **change)
        .await?;
    if !file_number.is_empty() {
        let (account, post) = (change.author().account, change.author().post);
        sqlx::query(
            "insert into filed (tenant, kind, thing, file_number, on_day, account, post, at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(tenant.id())
        .bind(it.kind)
        .bind(it.id.clone())
        .bind(file_number.to_owned())
        .bind(today.to_string())
        .bind(account)
        .bind(post)
        .bind(Timestamp::now().as_microsecond())
        .execute(&mut **change)
        .await?;
    }
    let entry = Entry {
        tenant: Some(tenant),
        action: FILE,
        thing_kind: it.kind,
        thing: &it.id,
        note: file_number,
        before: Some(it.file_number.as_bytes()),
        after: Some(file_number.as_bytes()),
    };
    change.record(entry).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::SHELVES;

    #[test]
    fn a_shelf_names_its_own_kind() {
        for it in SHELVES {
            assert!(it.one.contains(&format!("'{}'", it.case.kind)), "{}", it.case.kind);
            assert!(it.case.list.contains(&format!("'{}'", it.case.kind)), "{}", it.case.kind);
        }
    }
}
