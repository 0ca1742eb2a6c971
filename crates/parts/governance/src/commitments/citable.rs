//! Commitments and their promises, as measures and papers cite them. For those inside the
//! administration.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::{App, City};

use super::address;
use super::model::{Commitment, Promise};
use super::store::{KIND, PROMISE};
use super::view::All;

/// Commitments, to be cited by all parts.
pub struct CitableCommitment;

impl Citable for CitableCommitment {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Decision
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(search(app, tenant, (words, audience), |all| {
            let text = |it: &Commitment| {
                let terms = &it.terms;
                let text = format!("{} {} {}", terms.title, terms.parties, terms.scope);
                (it.number.to_string(), text)
            };
            all.commitments.iter().map(text).collect()
        }))
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(look_up(app, tenant, (ids, audience), |all, number, t, city| {
            let it = all.commitments.iter().find(|it| it.number == number)?;
            Some(commitment(t, city, it))
        }))
    }
}

/// Promises, to be cited by the measures that keep them.
pub struct CitablePromise;

impl Citable for CitablePromise {
    fn kind(&self) -> &'static str {
        PROMISE
    }

    fn stage(&self) -> Stage {
        Stage::Decision
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(search(app, tenant, (words, audience), |all| {
            let text = |it: &Promise| {
                (it.number.to_string(), format!("{} {}", it.pledge.body, it.pledge.party))
            };
            all.promises.iter().map(text).collect()
        }))
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(look_up(app, tenant, (ids, audience), |all, number, t, city| {
            let it = all.promises.iter().find(|it| it.number == number)?;
            let of = all.commitments.iter().find(|of| of.number == it.commitment)?;
            Some(promise(t, city, (of, it)))
        }))
    }
}

/// Each thing by its id, with the text in which it is found.
type InWords = fn(&All) -> Vec<(String, String)>;

async fn search(
    app: &App,
    tenant: Tenant,
    (words, audience): (&[String], Audience),
    in_words: InWords,
) -> Result<Vec<String>, StoreError> {
    if !Nutzung::Administration.includes(audience) {
        return Ok(Vec::new());
    }
    let all = All::read(&mut *app.store.read().await?, tenant).await?;
    Ok(best(words, in_words(&all)))
}

type Find = fn(&All, i64, &Texts, &City) -> Option<CitedThing>;

async fn look_up(
    app: &App,
    tenant: Tenant,
    (ids, audience): (&[&str], Audience),
    find: Find,
) -> Result<Vec<Option<CitedThing>>, StoreError> {
    let nothing = || ids.iter().map(|_| None).collect();
    if !Nutzung::Administration.includes(audience) {
        return Ok(nothing());
    }
    let mut read = app.store.read().await?;
    let Some(info) = tenant::info_of(&mut read, tenant).await? else { return Ok(nothing()) };
    let all = All::read(&mut read, tenant).await?;
    let t = app.texts_of(&info);
    let city = City(info.into());
    let thing = |id: &&str| find(&all, id.parse().ok()?, &t, &city);
    Ok(ids.iter().map(thing).collect())
}

fn written(at: i64) -> String {
    let at = jiff::Timestamp::from_microsecond(at).unwrap_or_default();
    at.strftime("%Y-%m-%d").to_string()
}

/// What a commitment says, with its parties.
pub(super) fn commitment(t: &Texts, city: &City, it: &Commitment) -> CitedThing {
    let kind = t.get(&format!("zusage-art-{}", it.terms.kind.code()));
    let day = it.terms.signed_on.map_or_else(|| written(it.at), |it| it.to_string());
    let parties: Vec<&str> = it.terms.each_party().collect();
    CitedThing {
        title: format!("{kind}: {}", it.terms.title),
        text: match it.terms.scope.is_empty() {
            true => it.terms.title.clone(),
            false => it.terms.scope.clone(),
        },
        value: None,
        source: t.list(&parties),
        date: day,
        link: address(city, it.number),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}

/// What a promise says, with who gave it.
pub(super) fn promise(t: &Texts, city: &City, (of, it): (&Commitment, &Promise)) -> CitedThing {
    let args = [("wer", Arg::from(it.pledge.party.as_str()))];
    CitedThing {
        title: t.with("versprechen-von", &args),
        text: it.pledge.body.clone(),
        value: None,
        source: of.terms.title.clone(),
        date: of.terms.signed_on.map_or_else(|| written(it.at), |it| it.to_string()),
        link: address(city, of.number),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}
