//! An effect card, as papers cite it. It stands where effects stand on the red thread.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::permission::Action;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;

use super::store::{self, KIND};
use crate::permissions::WRITE;

/// Effect cards, to be cited by all parts.
pub struct CitableCard;

impl Citable for CitableCard {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Effect
    }

    fn rests(&self) -> Option<Action> {
        Some(WRITE)
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
    let Some(city) = app.city_of(tenant).await? else { return Ok(nothing()) };
    let mut read = app.store.read().await?;
    let cards = store::readable(&mut read, tenant).await?;
    drop(read);
    let thing = |id: &&str| {
        let number: i64 = id.parse().ok()?;
        let card = cards.iter().find(|it| it.city == tenant.id() && it.number == number)?;
        // A draft is for those inside; what is published is for the programme.
        let nutzung = match card.text.published {
            true => Nutzung::Programme,
            false => Nutzung::Administration,
        };
        let written = jiff::Timestamp::from_microsecond(card.at).unwrap_or_default();
        nutzung.includes(audience).then(|| CitedThing {
            title: card.text.title.clone(),
            text: card.text.effect.clone(),
            value: None,
            source: city.name.clone(),
            date: written.strftime("%Y-%m-%d").to_string(),
            link: format!("/{}{}/{}/{number}", city.slug, super::PATH, city.slug),
            nutzung,
            releases: Vec::new(),
        })
    };
    Ok(ids.iter().map(thing).collect())
}
