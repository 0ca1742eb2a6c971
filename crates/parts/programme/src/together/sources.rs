//! From what a profile is taken: promises and decisions that its city has written down anyway.

use std::collections::BTreeMap;

use ankunft_disclosure::Audience;
use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::parts::{CitedThing, Offered, Theme};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{Tenant, TenantKind};
use ankunft_platform::web::{App, City, Viewer};
use sqlx::AnyConnection;

/// The kind under which citations stand in a profile.
pub const KIND: &str = "programme-profile";
/// A city has one profile.
pub const ID: &str = "profil";

/// From what a field of a profile was taken.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Source {
    /// The name of the field in the form.
    pub field: String,
    /// The kind of the thing.
    pub kind: String,
    /// The thing.
    pub thing: String,
    /// What it gave to the field.
    pub value: String,
    /// What it said of itself.
    pub said: String,
}

/// What a field could be taken from, all together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What the field would hold.
    pub value: String,
    /// What the things say of themselves.
    pub said: Vec<String>,
    /// The things.
    pub sources: Vec<Source>,
}

/// The field that says what a theme is about.
const fn field(theme: Theme) -> &'static str {
    match theme {
        Theme::Intent => "loi",
        Theme::Quarters => "quartiere",
    }
}

/// By field what it could be taken from, as all parts offer it to this reader.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn offered(
    app: &App,
    city: &City,
    viewer: &Viewer,
) -> Result<BTreeMap<String, Taken>, StoreError> {
    let mut all: BTreeMap<String, Taken> = BTreeMap::new();
    for part in app.parts.offers() {
        for Offered { theme, thing: (kind, thing), value, text } in
            part.offers(app, city, viewer).await?
        {
            let taken = all.entry(field(theme).to_owned()).or_default();
            if !taken.value.is_empty() {
                taken.value.push_str(", ");
            }
            taken.value.push_str(&value);
            taken.said.push(text.clone());
            let (field, kind) = (field(theme).to_owned(), kind.to_owned());
            taken.sources.push(Source { field, kind, thing, value, said: text });
        }
    }
    Ok(all)
}

/// From what the version of a profile was taken.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn of(
    connection: &mut AnyConnection,
    city: Tenant,
    version: i64,
) -> Result<Vec<Source>, StoreError> {
    let sql = "select field, kind, thing, value, said from programme_profile_source \
               where tenant = $1 and version = $2 order by field, kind, thing";
    Ok(sqlx::query_as(sql).bind(city.id()).bind(version).fetch_all(connection).await?)
}

#[derive(sqlx::FromRow)]
struct OfCity {
    tenant: i64,
    #[sqlx(flatten)]
    source: Source,
}

/// The same of the newest profile of every municipality. The programme's tenant asks; for any other
/// there is nothing.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn for_programme(
    connection: &mut AnyConnection,
    programme: Tenant,
) -> Result<BTreeMap<i64, Vec<Source>>, StoreError> {
    let rows: Vec<OfCity> = sqlx::query_as(
        "select s.tenant, s.field, s.kind, s.thing, s.value, s.said \
         from programme_profile_source s where s.version = (select max(n.version) \
         from programme_profile_version n where n.tenant = s.tenant) \
         and exists (select 1 from tenant t where t.id = $1 and t.kind = $2)",
    )
    .bind(programme.id())
    .bind(TenantKind::Programme.code())
    .fetch_all(connection)
    .await?;
    let mut all: BTreeMap<i64, Vec<Source>> = BTreeMap::new();
    for it in rows {
        all.entry(it.tenant).or_default().push(it.source);
    }
    Ok(all)
}

/// What these sources say as something that can be cited; what cannot be, is taken all the same.
/// Each kind is asked once.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn cited(
    app: &App,
    city: Tenant,
    sources: &[Source],
) -> Result<Vec<(Source, Option<CitedThing>)>, StoreError> {
    let mut of_kind: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in sources {
        of_kind.entry(&it.kind).or_default().push(&it.thing);
    }
    let mut seen = BTreeMap::new();
    for (code, things) in of_kind {
        if let Some(kind) = app.parts.citable(code) {
            let found = kind.look_up(app, city, &things, Audience::Administration).await?;
            seen.extend(things.into_iter().map(|it| (code, it)).zip(found));
        }
    }
    let cited = |it: &Source| seen.get(&(it.kind.as_str(), it.thing.as_str())).cloned().flatten();
    Ok(sources.iter().map(|it| (it.clone(), cited(it))).collect())
}

/// Writes down from what a version was taken, and lets the profile cite it: nothing else.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn take(
    change: &mut Change,
    (city, version): (Tenant, i64),
    sources: &[(Source, Option<CitedThing>)],
) -> Result<(), StoreError> {
    let before = citations::list(change, city, (KIND, ID), Audience::Administration).await?;
    let is_taken = |it: &citations::Citation| {
        sources.iter().any(|(of, _)| of.kind == it.cited_kind && of.thing == it.cited)
    };
    for it in before.iter().filter(|it| !is_taken(it)) {
        citations::remove(change, city, it.id, (KIND, ID)).await?;
    }
    for (it, seen) in sources {
        sqlx::query(
            "insert into programme_profile_source (tenant, version, field, kind, thing, value, \
             said) values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(city.id())
        .bind(version)
        .bind(it.field.clone())
        .bind(it.kind.clone())
        .bind(it.thing.clone())
        .bind(it.value.clone())
        .bind(it.said.clone())
        .execute(&mut **change)
        .await?;
        let Some(seen) = seen else { continue };
        let new = NewCitation {
            cited: (&it.kind, &it.thing),
            snapshot: &seen.snapshot(),
            nutzung: seen.nutzung,
            releases: &seen.releases,
        };
        let citation = citations::cite(change, city, new).await?.id;
        citations::place(change, city, citation, (KIND, ID)).await?;
    }
    Ok(())
}

/// Whether what a field was taken from says something else by now.
#[must_use]
pub fn has_moved(sources: &[Source], field: &str, now: Option<&Taken>) -> bool {
    let pair = |it: &Source| (it.kind.clone(), it.thing.clone(), it.value.clone());
    let mut before: Vec<_> = sources.iter().filter(|it| it.field == field).map(pair).collect();
    let mut after: Vec<_> = now.iter().flat_map(|it| &it.sources).map(pair).collect();
    before.sort();
    after.sort();
    !before.is_empty() && before != after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(thing: &str, value: &str, said: &str) -> Source {
        let [field, kind, thing, value, said] =
            ["loi", "commitment", thing, value, said].map(str::to_owned);
        Source { field, kind, thing, value, said }
    }

    #[test]
    fn only_what_was_taken_can_move() {
        let taken = |sources: Vec<Source>| Taken { sources, ..Taken::default() };
        let drafted = source("1", "drafted", "entworfen");
        let signed = taken(vec![source("1", "signed", "gezeichnet")]);
        assert!(!has_moved(&[], "loi", Some(&signed)), "it was typed");
        assert!(has_moved(std::slice::from_ref(&drafted), "loi", Some(&signed)));
        assert!(has_moved(std::slice::from_ref(&drafted), "loi", None), "its source is gone");
        let same = taken(vec![source("1", "drafted", "drafted")]);
        assert!(!has_moved(&[drafted], "loi", Some(&same)), "another language is no change");
    }
}
