//! A measure, as papers and other measures cite it. For those inside the administration.

use std::sync::Arc;

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::Arg;
use ankunft_platform::names::Names;
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;

use super::model::Measure;
use super::store::{self, KIND};
use super::words;
use crate::inside::{Here, Inside};
use crate::known;

/// Measures, to be cited by all parts.
pub struct CitableMeasure;

impl Inside for CitableMeasure {
    const KIND: &'static str = KIND;
    const STAGE: Stage = Stage::Measure;
    type All = (Arc<store::Measures>, Names);

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Self::All, StoreError> {
        Ok((read.kept(tenant).await?, Names::read(read, tenant).await?))
    }

    fn texts((measures, _): &Self::All, _: Here<'_>) -> Vec<(String, String)> {
        let text = |it: &Measure| {
            let plan = &it.plan;
            let place = plan.place.as_ref().map_or("", |it| &it.name);
            let text = format!("{} {place} {} {}", plan.title, plan.sign, plan.description);
            (it.number.to_string(), text)
        };
        measures.iter().map(text).collect()
    }

    fn thing((measures, names): &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let Here { t, city, .. } = here;
        let number: i64 = id.parse().ok()?;
        let Measure { plan, at, .. } = measures.iter().find(|it| it.number == number)?;
        let lead = known::post(t, names, plan.lead);
        let args = [
            ("ort", Arg::from(known::place(t, plan.place.as_ref()))),
            ("stelle", Arg::from(lead.as_str())),
            ("tag", Arg::from(t.date(plan.due))),
            ("stand", Arg::from(words::state(t, plan.state))),
            ("woran", Arg::from(plan.sign.as_str())),
        ];
        let written = jiff::Timestamp::from_microsecond(*at).unwrap_or_default();
        Some(CitedThing {
            title: plan.title.clone(),
            text: t.with("massnahme-satz", &args),
            value: None,
            source: lead,
            date: written.strftime("%Y-%m-%d").to_string(),
            link: city.at(&format!("{}/massnahmen/{number}", super::PATH)),
            nutzung: Nutzung::Administration,
            releases: Vec::new(),
        })
    }
}
