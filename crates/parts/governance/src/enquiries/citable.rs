//! An enquiry, as measures and papers cite it: that somebody asked is a finding. For those inside.

use std::sync::Arc;

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;

use super::model::{Asker, Enquiry, Frame};
use super::store::{self, KIND};
use crate::inside::{Here, Inside};
use crate::known;

/// Enquiries, to be cited by all parts.
pub struct CitableEnquiry;

impl Inside for CitableEnquiry {
    const KIND: &'static str = KIND;
    const STAGE: Stage = Stage::Evidence;
    type All = (Arc<store::Enquiries>, Arc<store::AllSent>);

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Self::All, StoreError> {
        Ok((read.kept(tenant).await?, read.kept(tenant).await?))
    }

    fn texts((all, _): &Self::All, _: Here<'_>) -> Vec<(String, String)> {
        let text = |it: &Enquiry| {
            let place = it.frame.place.as_ref().map_or("", |it| &it.name);
            let text = format!("{} {place} {}", it.frame.subject, it.frame.question);
            (it.number.to_string(), text)
        };
        all.iter().map(text).collect()
    }

    fn thing((all, sent): &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let Here { t, city, .. } = here;
        let number: i64 = id.parse().ok()?;
        let frame = &all.iter().find(|it| it.number == number)?.frame;
        let answered = sent.get(&number).map(|it| t.date(it.on_day));
        let who = who(t, frame);
        let args = [
            ("wer", Arg::from(who.as_str())),
            ("tag", Arg::from(t.date(frame.received_on))),
            ("ort", Arg::from(known::place(t, frame.place.as_ref()))),
            ("antwort", Arg::from(answered.clone().unwrap_or_default())),
        ];
        let text = if answered.is_some() { "anfrage-satz-beantwortet" } else { "anfrage-satz" };
        Some(CitedThing {
            title: t.with("anfrage-ding", &[("betreff", Arg::from(frame.subject.as_str()))]),
            text: t.with(text, &args),
            value: None,
            source: who,
            date: frame.received_on.to_string(),
            link: city.at(&format!("{}/{number}", super::PATH)),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        })
    }
}

/// Who asked. A citation stays for ever, and so does what it says: of who asks for themselves it says
/// no name.
fn who(t: &Texts, frame: &Frame) -> String {
    match frame.asker {
        Asker::Council | Asker::Audit => frame.asker_name.clone(),
        Asker::Press | Asker::Resident => t.get(&format!("anfrage-von-{}", frame.asker.code())),
    }
}
