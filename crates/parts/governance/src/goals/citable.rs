//! A goal, as measures and papers cite it. For those inside the administration.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::{App, City};

use super::store::{self, KIND};
use super::view::{Concept, current, in_force};
use super::{address, words};
use crate::goals::model::{Goal, Tree};

/// Goals, to be cited by all parts.
pub struct CitableGoal;

impl Citable for CitableGoal {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Goal
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
            let concept = current(&mut *app.store.read().await?, tenant).await?;
            let goals = concept.iter().flat_map(|it| it.tree.in_order());
            let text = |(_, it): (usize, &Goal)| {
                let wording = &it.wording;
                let text = format!("{} {} {}", wording.title, wording.body, wording.sign);
                (it.number.to_string(), text)
            };
            Ok(best(words, goals.map(text)))
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

/// Goals of the edition in force; what stands in the draft alone is seen there.
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
    let Some(info) = tenant::info_of(&mut read, tenant).await? else { return Ok(nothing()) };
    let editions = store::editions(&mut read, tenant).await?;
    let mut concepts = Vec::new();
    for edition in in_force(&editions).into_iter().chain(editions.last()) {
        let tree = Tree::of(store::goals(&mut read, tenant, edition.number).await?);
        concepts.push(Concept { edition: edition.clone(), tree });
    }
    let t = app.texts_of(&info);
    let city = City(info.into());
    let thing = |id: &&str| {
        let number: i64 = id.parse().ok()?;
        let (concept, goal) = concepts.iter().find_map(|it| Some((it, it.tree.get(number)?)))?;
        Some(cited(&t, &city, concept, goal))
    };
    Ok(ids.iter().map(thing).collect())
}

fn cited(
    t: &ankunft_platform::languages::Texts,
    city: &City,
    concept: &Concept,
    goal: &Goal,
) -> CitedThing {
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
