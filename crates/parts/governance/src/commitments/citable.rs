//! Commitments and their promises, as measures and papers cite them. For those inside the
//! administration.

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::Arg;
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;

use super::model::{Commitment, Promise};
use super::store::{KIND, PROMISE};
use super::view::All;
use super::{address, words};
use crate::inside::{Here, Inside};

/// Commitments, to be cited by all parts.
pub struct CitableCommitment;

impl Inside for CitableCommitment {
    const KIND: &'static str = KIND;
    const STAGE: Stage = Stage::Decision;
    type All = All;

    async fn read(read: &mut Read, tenant: Tenant) -> Result<All, StoreError> {
        All::read(read, tenant).await
    }

    fn texts(all: &All, _: Here<'_>) -> Vec<(String, String)> {
        let text = |it: &Commitment| {
            let terms = &it.terms;
            let text = format!("{} {} {}", terms.title, terms.parties, terms.scope);
            (it.number.to_string(), text)
        };
        all.commitments.iter().map(text).collect()
    }

    fn thing(all: &All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let number: i64 = id.parse().ok()?;
        let it = all.commitments.iter().find(|it| it.number == number)?;
        Some(commitment(here, it))
    }
}

/// Promises, to be cited by the measures that keep them.
pub struct CitablePromise;

impl Inside for CitablePromise {
    const KIND: &'static str = PROMISE;
    const STAGE: Stage = Stage::Decision;
    type All = All;

    async fn read(read: &mut Read, tenant: Tenant) -> Result<All, StoreError> {
        All::read(read, tenant).await
    }

    fn texts(all: &All, _: Here<'_>) -> Vec<(String, String)> {
        let text = |it: &Promise| {
            (it.number.to_string(), format!("{} {}", it.pledge.body, it.pledge.party))
        };
        all.promises.iter().map(text).collect()
    }

    fn thing(all: &All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let number: i64 = id.parse().ok()?;
        let it = all.promises.iter().find(|it| it.number == number)?;
        let of = all.commitments.iter().find(|of| of.number == it.commitment)?;
        Some(promise(here, (of, it)))
    }
}

fn written(at: i64) -> String {
    let at = jiff::Timestamp::from_microsecond(at).unwrap_or_default();
    at.strftime("%Y-%m-%d").to_string()
}

/// What a commitment says, with its parties.
pub(super) fn commitment(Here { t, city, today }: Here<'_>, it: &Commitment) -> CitedThing {
    let kind = t.get(&format!("zusage-art-{}", it.terms.kind.code()));
    let day = it.terms.signed_on.map_or_else(|| written(it.at), |it| it.to_string());
    let parties: Vec<&str> = it.terms.each_party().collect();
    CitedThing {
        title: format!("{kind}: {}", words::title(t, &it.terms, today)),
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
pub(super) fn promise(
    Here { t, city, today }: Here<'_>,
    (of, it): (&Commitment, &Promise),
) -> CitedThing {
    let args = [("wer", Arg::from(it.pledge.party.as_str()))];
    CitedThing {
        title: t.with("versprechen-von", &args),
        text: it.pledge.body.clone(),
        value: None,
        source: words::title(t, &of.terms, today),
        date: of.terms.signed_on.map_or_else(|| written(it.at), |it| it.to_string()),
        link: address(city, of.number),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}
