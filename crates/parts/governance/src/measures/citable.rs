//! A measure, as papers and other measures cite it. For those inside the administration.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::Arg;
use ankunft_platform::names::Names;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::App;

use super::model::Measure;
use super::store::{self, KIND};
use super::words;
use crate::known;

/// Measures, to be cited by all parts.
pub struct CitableMeasure;

impl Citable for CitableMeasure {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Measure
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
            let measures = store::measures(&mut *app.store.read().await?, tenant).await?;
            let text = |it: Measure| {
                let plan = it.plan;
                let place = plan.place.map_or_else(String::new, |it| it.name);
                let text = format!("{} {place} {} {}", plan.title, plan.sign, plan.description);
                (it.number.to_string(), text)
            };
            Ok(best(words, measures.into_iter().map(text)))
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
    let measures = store::measures(&mut read, tenant).await?;
    let names = Names::read(&mut read, tenant).await?;
    let t = app.texts_of(&city);
    let thing = |id: &&str| {
        let number: i64 = id.parse().ok()?;
        let Measure { plan, at, .. } = measures.iter().find(|it| it.number == number)?;
        let lead = known::post(&t, &names, plan.lead);
        let args = [
            ("ort", Arg::from(known::place(&t, plan.place.as_ref()))),
            ("stelle", Arg::from(lead.as_str())),
            ("tag", Arg::from(t.date(plan.due))),
            ("stand", Arg::from(words::state(&t, plan.state))),
            ("woran", Arg::from(plan.sign.as_str())),
        ];
        let written = jiff::Timestamp::from_microsecond(*at).unwrap_or_default();
        Some(CitedThing {
            title: plan.title.clone(),
            text: t.with("massnahme-satz", &args),
            value: None,
            source: lead,
            date: written.strftime("%Y-%m-%d").to_string(),
            link: format!("/{}{}/massnahmen/{number}", city.slug, super::PATH),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        })
    };
    Ok(ids.iter().map(thing).collect())
}
