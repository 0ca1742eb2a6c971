//! Doors through which a city tells of itself.

use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant::{self, TenantKind};
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use crate::together::at;
use crate::together::model::{INTENTS, ORGANISATIONS, Profile};
use crate::together::pages::profile as page;
use crate::together::store;

fn only_cities(city: &City) -> Result<(), Failure> {
    if city.kind == TenantKind::Kommune { Ok(()) } else { Err(Failure::not_found()) }
}

fn checked(t: &Texts, typed: &Typed) -> Result<Profile, Problems> {
    let mut form = Reading::new(t, typed);
    let organisation = form.sent("organisation").to_owned();
    if !ORGANISATIONS.contains(&organisation.as_str()) {
        form.wrong("organisation", "profil-organisation-fehlt");
    }
    let lead_unit = form.needed("federfuehrung", LONGEST_LINE, "profil-federfuehrung-fehlt");
    let contacts = form.text("kontakt", LONGEST_TEXT);
    let quarters = form.text("quartiere", LONGEST_LINE);
    let intent = form.sent("loi").to_owned();
    if !INTENTS.contains(&intent.as_str()) {
        form.wrong("loi", "profil-loi-fehlt");
    }
    let doing = form.text("woran", LONGEST_TEXT);
    form.result(Profile { organisation, lead_unit, contacts, quarters, intent, doing })
}

/// `GET /{kommune}/programm/profil`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    only_cities(&city)?;
    let all = store::profile_versions(&mut *app.store.read().await?, city.tenant()).await?;
    let typed = all.first().map_or_else(Typed::new, |it| {
        it.profile.fields().map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec()
    });
    let form = (&typed, Problems::default());
    Ok(page::page(&viewer, &city, all.first(), form, None).answer())
}

/// `POST /{kommune}/programm/profil`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let all = store::profile_versions(&mut change, city.tenant()).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let now = all.first().map_or(0, |it| it.version);
    let names = Names::read(&mut change, city.tenant()).await?;
    let before = all.iter().find(|it| it.version == seen);
    let profile = match checked(&viewer.t, &typed) {
        Ok(profile) if seen == now => profile,
        other => {
            drop(change);
            let form = (&typed, other.err().unwrap_or_default());
            let overtaken = (seen != now).then_some((before, &names));
            return Ok(page::page(&viewer, &city, all.first(), form, overtaken).refused());
        }
    };
    store::tell(&mut change, city.tenant(), now + 1, &profile).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, ""), Some("meldung-gespeichert")))
}
