//! A goal, as measures and papers cite it. For those inside the administration.

use std::sync::Arc;

use ankunft_disclosure::Nutzung;
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;

use super::model::Goal;
use super::store::KIND;
use super::view::{Concept, Current};
use super::{address, words};
use crate::inside::{Here, Inside};

/// Goals, to be cited by all parts.
pub struct CitableGoal;

impl Inside for CitableGoal {
    const KIND: &'static str = KIND;
    const STAGE: Stage = Stage::Goal;
    /// The edition in force: what stands in a draft alone is cited by nobody.
    type All = Arc<Current>;

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Self::All, StoreError> {
        read.kept(tenant).await
    }

    fn texts(concept: &Self::All, _: Here<'_>) -> Vec<(String, String)> {
        let goals = concept.iter().flat_map(|it| it.tree.in_order());
        let text = |(_, it): (usize, &Goal)| {
            let wording = &it.wording;
            let text = format!("{} {} {}", wording.title, wording.body, wording.sign);
            (it.number.to_string(), text)
        };
        goals.map(text).collect()
    }

    fn thing(concept: &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let concept = concept.as_ref().as_ref()?;
        Some(cited(here, concept, concept.tree.get(id.parse().ok()?)?))
    }
}

fn cited(Here { t, city, .. }: Here<'_>, concept: &Concept, goal: &Goal) -> CitedThing {
    let written = jiff::Timestamp::from_microsecond(goal.at).unwrap_or_default();
    let day = match &concept.edition.adoption {
        Some(adoption) => adoption.on.to_string(),
        None => written.strftime("%Y-%m-%d").to_string(),
    };
    let text = match goal.wording.body.is_empty() {
        true => goal.wording.title.clone(),
        false => goal.wording.body.clone(),
    };
    CitedThing {
        title: format!("{}: {}", words::kind(t, goal.wording.kind), goal.wording.title),
        text,
        value: None,
        source: words::edition(t, &concept.edition),
        date: day,
        link: address(city, goal.number),
        nutzung: Nutzung::Administration,
        releases: Vec::new(),
    }
}
