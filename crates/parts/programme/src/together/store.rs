//! The SQL of what the twelve write together. Every function takes the tenant.

use ankunft_platform::changes::Entry;
use ankunft_platform::keep;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant, TenantKind};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Appointment, Meeting, Profile, Told, Word};

async fn record(
    change: &mut Change,
    tenant: Tenant,
    action: &str,
    (thing_kind, thing): (&str, &str),
    after: &[u8],
) -> Result<(), StoreError> {
    let (tenant, after) = (Some(tenant), Some(after));
    change.record(Entry { tenant, action, thing_kind, thing, note: "", before: None, after }).await
}

#[derive(sqlx::FromRow)]
struct ProfileRow {
    tenant: i64,
    version: i64,
    organisation: String,
    lead_unit: String,
    contacts: String,
    quarters: String,
    intent: String,
    doing: String,
    account: Option<i64>,
    at: i64,
}

impl ProfileRow {
    fn told(self) -> Told {
        Told {
            city: self.tenant,
            version: self.version,
            profile: Profile {
                organisation: self.organisation,
                lead_unit: self.lead_unit,
                contacts: self.contacts,
                quarters: self.quarters,
                intent: self.intent,
                doing: self.doing,
            },
            account: self.account,
            at: self.at,
        }
    }
}

const PROFILE: &str = "select p.tenant, p.version, p.organisation, p.lead_unit, p.contacts, \
     p.quarters, p.intent, p.doing, p.account, p.at from programme_profile_version p";

/// What the municipalities tell of themselves, as it stands. They write it for the programme, whose
/// tenant asks; for any other there is nothing.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn profiles_for(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Told>, StoreError> {
    let sql = format!(
        "{PROFILE} where p.version = (select max(n.version) from programme_profile_version n \
         where n.tenant = p.tenant) \
         and exists (select 1 from tenant c where c.id = p.tenant and c.kind = $2) \
         and exists (select 1 from tenant t where t.id = $1 and t.kind = $3)",
    );
    let rows: Vec<ProfileRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(programme.id())
        .bind(TenantKind::Kommune.code())
        .bind(TenantKind::Programme.code())
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(ProfileRow::told).collect())
}

/// All versions of a city's profile, the newest first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn profile_versions(
    connection: &mut AnyConnection,
    city: Tenant,
) -> Result<Vec<Told>, StoreError> {
    let sql = format!("{PROFILE} where p.tenant = $1 order by p.version desc");
    let rows: Vec<ProfileRow> =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(city.id()).fetch_all(connection).await?;
    Ok(rows.into_iter().map(ProfileRow::told).collect())
}

/// Writes a version of a city's profile.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody was faster.
pub async fn tell(
    change: &mut Change,
    city: Tenant,
    version: i64,
    it: &Profile,
) -> Result<(), StoreError> {
    let author = change.author().clone();
    sqlx::query(
        "insert into programme_profile_version (tenant, version, organisation, lead_unit, \
         contacts, quarters, intent, doing, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(city.id())
    .bind(version)
    .bind(it.organisation.clone())
    .bind(it.lead_unit.clone())
    .bind(it.contacts.clone())
    .bind(it.quarters.clone())
    .bind(it.intent.clone())
    .bind(it.doing.clone())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let thing = ("programme-profile", version.to_string());
    record(change, city, "profile.tell", (thing.0, &thing.1), format!("{it:?}").as_bytes()).await
}

#[derive(sqlx::FromRow)]
struct MeetingRow {
    number: i64,
    version: i64,
    title: String,
    starts_on: String,
    ends_on: Option<String>,
    place: String,
    about: String,
    cancelled: i64,
    account: Option<i64>,
    at: i64,
}

fn day(text: String) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable { what: "a day", text })
}

keep! {
    /// [`meeting_versions`] for pages.
    Versions(Vec<Meeting>) = |connection, programme| meeting_versions(connection, programme);
    /// [`words`] for pages.
    Words(Vec<Word>) = |connection, programme| words(connection, programme);
}

/// All versions of all meetings of a programme: by number, the newest version first.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn meeting_versions(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Meeting>, StoreError> {
    let rows: Vec<MeetingRow> = sqlx::query_as(
        "select number, version, title, starts_on, ends_on, place, about, \
         cast(cancelled as bigint) as cancelled, account, at from programme_meeting_version \
         where tenant = $1 order by number, version desc",
    )
    .bind(programme.id())
    .fetch_all(connection)
    .await?;
    let meeting = |it: MeetingRow| {
        let (number, version, account, at) = (it.number, it.version, it.account, it.at);
        let appointment = Appointment {
            title: it.title,
            starts_on: day(it.starts_on)?,
            ends_on: it.ends_on.map(day).transpose()?,
            place: it.place,
            about: it.about,
            cancelled: it.cancelled != 0,
        };
        Ok(Meeting { number, version, it: appointment, account, at })
    };
    rows.into_iter().map(meeting).collect()
}

/// Writes a version of a meeting; a new one has no number yet.
///
/// # Errors
///
/// - [`StoreError::Database`], with [`StoreError::is_duplicate`], if somebody was faster.
pub async fn appoint(
    change: &mut Change,
    programme: Tenant,
    (number, version): (Option<i64>, i64),
    it: &Appointment,
) -> Result<(), StoreError> {
    tenant::lock(change, programme).await?;
    let sql = "select coalesce(max(number), 0) + 1 from programme_meeting_version \
               where tenant = $1";
    let (next,): (i64,) = sqlx::query_as(sql).bind(programme.id()).fetch_one(&mut **change).await?;
    let number = number.unwrap_or(next);
    let author = change.author().clone();
    sqlx::query(
        "insert into programme_meeting_version (tenant, number, version, title, starts_on, \
         ends_on, place, about, cancelled, account, post, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(programme.id())
    .bind(number)
    .bind(version)
    .bind(it.title.clone())
    .bind(it.starts_on.to_string())
    .bind(it.ends_on.map(|it| it.to_string()))
    .bind(it.place.clone())
    .bind(it.about.clone())
    .bind(i16::from(it.cancelled))
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let thing = ("programme-meeting", number.to_string());
    let after = format!("{it:?}");
    record(change, programme, "programme.appoint", (thing.0, &thing.1), after.as_bytes()).await
}

/// Question, number, city, title, words, moment.
type WordRow = (i64, i64, i64, String, String, i64);

/// All questions and answers of a programme: the newest question first, its answers in their order.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn words(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Word>, StoreError> {
    let rows: Vec<WordRow> = sqlx::query_as(
        "select question, number, city, title, words, at from programme_word where tenant = $1 \
         order by question desc, number",
    )
    .bind(programme.id())
    .fetch_all(connection)
    .await?;
    let word = |(question, number, city, title, words, at): WordRow| Word {
        question,
        number,
        city,
        title,
        words,
        at,
    };
    Ok(rows.into_iter().map(word).collect())
}

/// Asks, or answers a question; gives the number of the question.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn say(
    change: &mut Change,
    (programme, city): (Tenant, Tenant),
    question: Option<i64>,
    (title, words): (&str, &str),
) -> Result<i64, StoreError> {
    tenant::lock(change, programme).await?;
    let sql = "select coalesce(max(question), 0) + 1, \
               coalesce(max(case when question = $2 then number end), -1) + 1 \
               from programme_word where tenant = $1";
    let (next, number): (i64, i64) = sqlx::query_as(sql)
        .bind(programme.id())
        .bind(question.unwrap_or(-1))
        .fetch_one(&mut **change)
        .await?;
    let asked = question.unwrap_or(next);
    let author = change.author().clone();
    sqlx::query(
        "insert into programme_word (tenant, question, number, city, title, words, account, \
         post, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(programme.id())
    .bind(asked)
    .bind(number)
    .bind(city.id())
    .bind(title.to_owned())
    .bind(words.to_owned())
    .bind(author.account)
    .bind(author.post)
    .bind(Timestamp::now().as_microsecond())
    .execute(&mut **change)
    .await?;
    let action = if question.is_some() { "programme.answer" } else { "programme.ask" };
    let thing = ("programme-question", asked.to_string());
    record(change, programme, action, (thing.0, &thing.1), words.as_bytes()).await?;
    Ok(asked)
}
