//! The profile of a city, as the red thread shows it behind what it was taken from.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::languages::Texts;
use ankunft_platform::parts::{BoxFuture, Citable, CitedThing, Stage};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::App;

use super::model::Told;
use super::sources::{ID, KIND};
use super::{PATH, store};

/// What a city tells the programme of itself.
pub(super) struct CitableProfile;

impl Citable for CitableProfile {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn stage(&self) -> Stage {
        Stage::Decision
    }

    fn look_up<'a>(
        &'a self,
        app: &'a App,
        tenant: Tenant,
        ids: &'a [&'a str],
        audience: Audience,
    ) -> BoxFuture<'a, Result<Vec<Option<CitedThing>>, StoreError>> {
        Box::pin(async move {
            let mut read = app.store.read().await?;
            let city = tenant::info_of(&mut read, tenant).await?;
            let told = store::profile_versions(&mut read, tenant).await?;
            let may = Nutzung::Programme.includes(audience);
            let newest = city.zip(told.first()).filter(|_| may);
            let thing = newest.map(|(city, it)| thing(&app.texts_of(&city), &city.slug, it));
            Ok(ids.iter().map(|it| thing.clone().filter(|_| *it == ID)).collect())
        })
    }
}

fn thing(t: &Texts, slug: &str, it: &Told) -> CitedThing {
    let profile = &it.profile;
    let mut says =
        vec![format!("{}: {}", t.get("profil-loi"), t.get(&format!("loi-{}", profile.intent)))];
    if !profile.quarters.is_empty() {
        says.push(format!("{}: {}", t.get("profil-quartiere"), profile.quarters));
    }
    let written = jiff::Timestamp::from_microsecond(it.at).unwrap_or_default();
    CitedThing {
        title: t.get("profil-fuer-programm"),
        text: says.join("; "),
        value: None,
        source: profile.lead_unit.clone(),
        date: written.strftime("%Y-%m-%d").to_string(),
        link: format!("/{slug}{PATH}"),
        nutzung: Nutzung::Programme,
        releases: Vec::new(),
    }
}
