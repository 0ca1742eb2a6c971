//! What was decided about a Vorlage, as papers and measures cite it. One that was decided in public is
//! for everybody, any other for those inside; a draft can be cited by nobody.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::Texts;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantInfo};
use ankunft_platform::web::{App, Viewer};

use super::PATH;
use super::model::{Paper, Resolved, Step, decision};
use super::pages::words;
use super::store::KIND;
use super::view::Papers;
use crate::permissions::SEE_PAPERS;

/// Decisions about Vorlagen, to be cited by all parts.
pub struct Resolutions;

impl Citable for Resolutions {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Decision
    }

    /// Everybody may read what was decided in public; on what it rests is for those inside.
    fn shows_reasons(&self, viewer: &Viewer) -> bool {
        viewer.may(SEE_PAPERS)
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(async move {
            let Some(city) = app.city_of(tenant).await? else {
                return Ok(Vec::new());
            };
            let mut read = app.store.read().await?;
            let all = Papers::read(&mut read, tenant).await?;
            let t = app.texts_of(&city);
            let text = |it: &Paper| {
                let seen = thing(&t, &city, &all, it).filter(|it| it.nutzung.includes(audience))?;
                Some((it.code.clone(), format!("{} {}", seen.title, seen.text)))
            };
            Ok(best(words, all.papers.iter().filter_map(text)))
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
    let Some(city) = app.city_of(tenant).await? else {
        return Ok(ids.iter().map(|_| None).collect());
    };
    let mut read = app.store.read().await?;
    let all = Papers::read(&mut read, tenant).await?;
    let t = app.texts_of(&city);
    let find = |id: &&str| {
        let paper = all.papers.iter().find(|it| it.code == **id)?;
        thing(&t, &city, &all, paper).filter(|it| it.nutzung.includes(audience))
    };
    Ok(ids.iter().map(find).collect())
}

/// What was decided about a Vorlage; none while nothing was.
pub(super) fn thing(
    t: &Texts,
    city: &TenantInfo,
    all: &Papers,
    paper: &Paper,
) -> Option<CitedThing> {
    let steps = all.steps_of(paper.number);
    let (step, result): (&Step, &Resolved) = decision(&steps)?;
    let body = all.body(step.body);
    Some(as_decided(t, city, (all.as_put(paper, result), step, result), body))
}

/// What a step has decided about a Vorlage, as it was put before the body.
pub(crate) fn as_decided(
    t: &Texts,
    city: &TenantInfo,
    (paper, step, result): (&Paper, &Step, &Resolved),
    body: &str,
) -> CitedThing {
    let (nutzung, link) = match step.is_public {
        true => (Nutzung::Public, format!("/{}{PATH}/oeffentlich/{}", city.slug, paper.code)),
        false => {
            let link = format!("/{}{PATH}/vorlagen/{}", city.slug, paper.number);
            (Nutzung::Administration, link)
        }
    };
    CitedThing {
        title: paper.draft.subject.clone(),
        text: words::decided(t, paper, result),
        value: None,
        source: body.to_owned(),
        date: step.on.to_string(),
        link,
        nutzung,
        releases: Vec::new(),
    }
}
