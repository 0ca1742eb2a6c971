//! How all candidates of a city stand, with the city's own reasons: what it may show to others.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use sqlx::AnyConnection;

use crate::candidates::model::State;

/// A candidate with what was noted last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its number in the city.
    pub candidate: i64,
    /// The code of its geography.
    pub geography: String,
    /// What the city calls areas of that kind; empty if it has no name for them.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: State,
    /// Since when, as ISO text.
    pub since: String,
    /// Why: what the decision says, where one was made; else what was noted at the last step.
    pub reason: String,
    /// Who decided; empty where nobody has.
    pub body: String,
}

/// Number, geography, kind, name, state, since, note, body, reason.
type Row = (i64, String, String, String, String, String, String, String, String);

/// All candidates of a city, in alphabetical order: one statement.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn all(
    connection: &mut AnyConnection,
    tenant: Tenant,
) -> Result<Vec<Standing>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "select c.number, c.geography, coalesce(g.name, ''), c.name, s.state, s.on_date, s.note, \
         coalesce(d.body, ''), coalesce(d.reason, '') from candidate c \
         join candidate_step s on s.tenant = c.tenant and s.candidate = c.number \
         and s.id = (select max(n.id) from candidate_step n where n.tenant = c.tenant \
         and n.candidate = c.number) \
         left join geography g on g.tenant = c.tenant and g.code = c.geography \
         left join decision d on d.tenant = c.tenant and s.state in ('chosen', 'not-chosen') \
         and d.number = (select max(k.decision) from decision_candidate k \
         where k.tenant = c.tenant and k.candidate = c.number) \
         where c.tenant = $1",
    )
    .bind(tenant.id())
    .fetch_all(connection)
    .await?;
    let standing = |it: Row| {
        let (candidate, geography, kind, name, code, since, note, body, decided) = it;
        let state = State::from_code(&code)
            .ok_or(StoreError::Unreadable { what: "a state", text: code })?;
        let reason = if decided.is_empty() { note } else { decided };
        Ok(Standing { candidate, geography, kind, name, state, since, reason, body })
    };
    let mut all: Vec<Standing> =
        rows.into_iter().map(standing).collect::<Result<_, StoreError>>()?;
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.candidate.cmp(&b.candidate)));
    Ok(all)
}

/// The names of the candidates of a city that were noted after a moment, in microseconds UTC.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn noted_after(
    connection: &mut AnyConnection,
    tenant: Tenant,
    moment: i64,
) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String,)> = sqlx::query_as(
        "select c.name from candidate c where c.tenant = $1 and (select min(s.at) \
         from candidate_step s where s.tenant = c.tenant and s.candidate = c.number) > $2 \
         order by c.number",
    )
    .bind(tenant.id())
    .bind(moment)
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|(it,)| it).collect())
}
