//! What the cities of a programme have published of their decisions.

use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantKind};
use sqlx::AnyConnection;

/// A published decision that nobody has corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The number of the city.
    pub city: i64,
    /// Its number in the city.
    pub number: i64,
    /// The day, as ISO text.
    pub on_date: String,
    /// Who decided.
    pub body: String,
    /// Why.
    pub reason: String,
    /// The names of the chosen quarters, in alphabetical order.
    pub quarters: Vec<String>,
    /// What kinds of areas they are, as the city calls them, each once.
    pub kinds: Vec<String>,
}

/// City, number, day, body, reason, quarter, kind of area.
type ChosenRow = (i64, i64, String, String, String, String, String);

/// The published decisions of all municipalities, by city and the newest first. The programme's tenant
/// asks; for any other there is nothing.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn for_programme(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<Vec<Chosen>, StoreError> {
    let rows: Vec<ChosenRow> = sqlx::query_as(
        "select d.tenant, d.number, d.on_date, d.body, d.reason, c.name, coalesce(g.name, '') from decision d \
         join decision_candidate k on k.tenant = d.tenant and k.decision = d.number \
         and k.chosen = 1 \
         join candidate c on c.tenant = k.tenant and c.number = k.candidate \
         left join geography g on g.tenant = c.tenant and g.code = c.geography \
         where coalesce((select p.is_public from decision_publication p \
         where p.tenant = d.tenant and p.decision = d.number order by p.id desc limit 1), 0) = 1 \
         and not exists (select 1 from decision n where n.tenant = d.tenant \
         and n.predecessor = d.number) \
         and exists (select 1 from tenant t where t.id = d.tenant and t.kind = $2) \
         and exists (select 1 from tenant t where t.id = $1 and t.kind = $3) \
         order by d.tenant, d.number desc, c.name",
    )
    .bind(programme.id())
    .bind(TenantKind::Kommune.code())
    .bind(TenantKind::Programme.code())
    .fetch_all(connection)
    .await?;
    let mut all: Vec<Chosen> = Vec::new();
    for (city, number, on_date, body, reason, name, kind) in rows {
        let is_same = |it: &Chosen| (it.city, it.number) == (city, number);
        if !all.last().is_some_and(is_same) {
            let (quarters, kinds) = (Vec::new(), Vec::new());
            all.push(Chosen { city, number, on_date, body, reason, quarters, kinds });
        }
        if let Some(it) = all.last_mut() {
            it.quarters.push(name);
            if !kind.is_empty() && !it.kinds.contains(&kind) {
                it.kinds.push(kind);
            }
        }
    }
    Ok(all)
}
