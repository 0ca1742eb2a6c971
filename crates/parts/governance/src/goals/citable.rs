//! A goal, as measures and papers cite it. For those inside the administration.

use ankunft_disclosure::Nutzung;
use ankunft_platform::parts::{CitedThing, Stage};
use ankunft_platform::store::{Read, StoreError};
use ankunft_platform::tenant::Tenant;

use super::model::{Goal, Tree};
use super::store::{self, KIND};
use super::view::{Concept, in_force};
use super::{address, words};
use crate::inside::{Here, Inside};

/// Goals, to be cited by all parts.
pub struct CitableGoal;

impl Inside for CitableGoal {
    const KIND: &'static str = KIND;
    const STAGE: Stage = Stage::Goal;
    /// The edition in force, then the newest: what stands in the draft alone is seen there.
    type All = Vec<Concept>;

    async fn read(read: &mut Read, tenant: Tenant) -> Result<Self::All, StoreError> {
        let editions = store::editions(read, tenant).await?;
        let in_force = in_force(&editions);
        let newest = editions.last().filter(|it| in_force.is_none_or(|of| of.number != it.number));
        let mut concepts = Vec::new();
        for edition in in_force.into_iter().chain(newest) {
            let tree = Tree::of(store::goals(read, tenant, edition.number).await?);
            concepts.push(Concept { edition: edition.clone(), tree });
        }
        Ok(concepts)
    }

    /// Those in force alone.
    fn texts(concepts: &Self::All, _: Here<'_>) -> Vec<(String, String)> {
        let goals = concepts.first().into_iter().flat_map(|it| it.tree.in_order());
        let text = |(_, it): (usize, &Goal)| {
            let wording = &it.wording;
            let text = format!("{} {} {}", wording.title, wording.body, wording.sign);
            (it.number.to_string(), text)
        };
        goals.map(text).collect()
    }

    fn thing(concepts: &Self::All, id: &str, here: Here<'_>) -> Option<CitedThing> {
        let number: i64 = id.parse().ok()?;
        let (concept, goal) = concepts.iter().find_map(|it| Some((it, it.tree.get(number)?)))?;
        Some(cited(here, concept, goal))
    }
}

fn cited(Here { t, city }: Here<'_>, concept: &Concept, goal: &Goal) -> CitedThing {
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
