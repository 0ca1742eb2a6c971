//! A published decision, as papers cite it.
//!
//! One that is not published can be cited by nobody: the circles of readers know no narrower one
//! than the administration, and not everybody there may know of candidates.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::finding::best;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Viewer};

use super::doors::public::published;
use super::pages::public::PublicDecision;
use super::permissions::SEE;
use super::store::decisions::KIND;

/// Decisions, to be cited by all parts.
pub struct CitableDecision;

impl Citable for CitableDecision {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Decision
    }

    /// Everybody reads what was decided; on what it rests tells which other quarters were in play.
    fn shows_reasons(&self, viewer: &Viewer) -> bool {
        viewer.may(SEE)
    }

    fn search<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        words: &'a [String],
        _: Audience,
    ) -> BoxFuture<'a, Result<Vec<String>, StoreError>> {
        Box::pin(async move {
            let Some(city) = app.city_of(tenant).await? else {
                return Ok(Vec::new());
            };
            let mut read = app.store.read().await?;
            let t = app.texts_of(&city);
            let all = published(&mut read, tenant, None).await?;
            let text = |it: &PublicDecision| (it.number.to_string(), it.sentence(&t));
            Ok(best(words, all.iter().map(text)))
        })
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        _: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(look_up(app, tenant, ids))
    }
}

/// What a decision for these quarters is called.
pub fn title(t: &Texts, names: String) -> String {
    t.with("entscheidung-oeffentlich-titel", &[("namen", Arg::from(names))])
}

async fn look_up(
    app: &App,
    tenant: Tenant,
    ids: &[&str],
) -> Result<Vec<Option<CitedThing>>, StoreError> {
    let numbers: Vec<i64> = ids.iter().filter_map(|it| it.parse().ok()).collect();
    let Some(city) = app.city_of(tenant).await? else {
        return Ok(ids.iter().map(|_| None).collect());
    };
    let mut read = app.store.read().await?;
    let found = published(&mut read, tenant, Some(&numbers)).await?;
    let t = app.texts_of(&city);
    let thing = |id: &&str| {
        let it = found.iter().find(|it| it.number.to_string() == **id)?;
        Some(CitedThing {
            title: title(&t, it.names(&t)),
            text: it.sentence(&t),
            value: None,
            source: it.body.clone(),
            date: it.on_date.clone(),
            link: format!("/{}{}", city.slug, it.path()),
            nutzung: Nutzung::Public,
            releases: Vec::new(),
        })
    };
    Ok(ids.iter().map(thing).collect())
}
