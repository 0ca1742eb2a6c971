//! An enquiry, as measures and papers cite it: that somebody asked is a finding. For those inside.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::App;

use super::model::{Asker, Frame};
use super::store::{self, KIND};
use crate::known;

/// Enquiries, to be cited by all parts.
pub struct CitableEnquiry;

impl Citable for CitableEnquiry {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Evidence
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(async move {
            if !Nutzung::Administration.includes(audience) {
                return Ok(Vec::new());
            }
            let all = store::enquiries(&mut *app.store.read().await?, tenant).await?;
            let text = |it: super::model::Enquiry| {
                let place = it.frame.place.map_or_else(String::new, |it| it.name);
                let text = format!("{} {place} {}", it.frame.subject, it.frame.question);
                (it.number.to_string(), text)
            };
            Ok(best(words, all.into_iter().map(text)))
        })
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(look_up(app, tenant, ids, audience))
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

async fn look_up(
    app: &App,
    tenant: Tenant,
    ids: &[&str],
    audience: Audience,
) -> Result<Vec<Option<CitedThing>>, StoreError> {
    let nothing = || ids.iter().map(|_| None).collect();
    if !Nutzung::Administration.includes(audience) {
        return Ok(nothing());
    }
    let mut read = app.store.read().await?;
    let Some(city) = tenant::info_of(&mut read, tenant).await? else { return Ok(nothing()) };
    let all = store::enquiries(&mut read, tenant).await?;
    let sent = store::sent(&mut read, tenant).await?;
    drop(read);
    let t = app.texts_of(&city);
    let thing = |id: &&str| {
        let number: i64 = id.parse().ok()?;
        let frame = &all.iter().find(|it| it.number == number)?.frame;
        let answered = sent.get(&number).map(|it| t.date(it.on_day));
        let who = who(&t, frame);
        let args = [
            ("wer", Arg::from(who.as_str())),
            ("tag", Arg::from(t.date(frame.received_on))),
            ("ort", Arg::from(known::place(&t, frame.place.as_ref()))),
            ("antwort", Arg::from(answered.clone().unwrap_or_default())),
        ];
        let text = if answered.is_some() { "anfrage-satz-beantwortet" } else { "anfrage-satz" };
        Some(CitedThing {
            title: t.with("anfrage-ding", &[("betreff", Arg::from(frame.subject.as_str()))]),
            text: t.with(text, &args),
            value: None,
            source: who,
            date: frame.received_on.to_string(),
            link: format!("/{}{}/{number}", city.slug, super::PATH),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        })
    };
    Ok(ids.iter().map(thing).collect())
}
