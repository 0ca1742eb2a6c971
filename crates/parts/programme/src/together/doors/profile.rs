//! Doors through which a city tells of itself.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant::{self, TenantKind};
use ankunft_platform::typed::{LONGEST_LINE, LONGEST_TEXT, Reading, Typed, all_sent, sent};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use crate::together::model::{INTENTS, ORGANISATIONS, Profile, Told};
use crate::together::pages::profile as page;
use crate::together::sources::{self, Source, Taken};
use crate::together::{at, store};

fn only_cities(city: &City) -> Result<(), Failure> {
    if city.kind == TenantKind::Kommune { Ok(()) } else { Err(Failure::not_found()) }
}

/// Takes a field from where its city has written it down, if that is ticked. What was typed over it is
/// not lost: then one of both has to go.
fn taken(
    form: &mut Reading<'_>,
    name: &str,
    (offered, now): (Option<&Taken>, Option<&Profile>),
) -> Option<Taken> {
    let typed = form.typed;
    all_sent(typed, page::FROM).find(|it| *it == name)?;
    let Some(offered) = offered else {
        form.wrong(name, "profil-quelle-fort");
        return None;
    };
    let saw = sent(typed, &page::saw(name)).to_owned();
    let stood = now.map_or("", |it| it.field(name));
    let text = form.sent(name);
    if saw != offered.value {
        let args = [("jetzt", Arg::from(page::value(form.t, name, &offered.value)))];
        let text = form.t.with("profil-quelle-inzwischen", &args);
        form.problems.add(name, text);
    } else if ![offered.value.as_str(), stood, ""].contains(&text) {
        form.wrong(name, "profil-entweder-oder");
    }
    Some(offered.clone())
}

/// What was sent, and from what it was taken.
fn checked(
    t: &Texts,
    typed: &Typed,
    (about, now): (&page::About, Option<&Told>),
) -> Result<(Profile, Vec<Source>), Problems> {
    let mut form = Reading::new(t, typed);
    let stood = now.map(|it| &it.profile);
    let organisation = form.sent("organisation").to_owned();
    if !ORGANISATIONS.contains(&organisation.as_str()) {
        form.wrong("organisation", "profil-organisation-fehlt");
    }
    let lead_unit = form.needed("federfuehrung", LONGEST_LINE, "profil-federfuehrung-fehlt");
    let contacts = form.text("kontakt", LONGEST_TEXT);
    let of = taken(&mut form, "quartiere", (about.offered.get("quartiere"), stood));
    let quarters = match &of {
        Some(it) => it.value.clone(),
        None => form.text("quartiere", LONGEST_LINE),
    };
    let mut all: Vec<Source> = of.map_or_else(Vec::new, |it| it.sources);
    let of = taken(&mut form, "loi", (about.offered.get("loi"), stood));
    let intent = of.as_ref().map_or_else(|| form.sent("loi").to_owned(), |it| it.value.clone());
    if !INTENTS.contains(&intent.as_str()) {
        form.wrong("loi", "profil-loi-fehlt");
    }
    all.extend(of.map_or_else(Vec::new, |it| it.sources));
    let doing = form.text("woran", LONGEST_TEXT);
    let profile = Profile { organisation, lead_unit, contacts, quarters, intent, doing };
    form.result((profile, all))
}

/// `GET /{kommune}/programm/profil`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    only_cities(&city)?;
    let offered = sources::offered(&app, &city, &viewer).await?;
    let mut read = app.store.read().await?;
    let all = store::profile_versions(&mut read, city.tenant()).await?;
    let version = all.first().map_or(0, |it| it.version);
    let sources = sources::of(&mut read, city.tenant(), version).await?;
    drop(read);
    let about = page::About { offered, sources };
    let typed = page::prefilled(&about, all.first());
    let form = (&typed, Problems::default());
    Ok(page::page(&viewer, &city, (&about, all.first()), form, None).answer())
}

/// `POST /{kommune}/programm/profil`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let offered = sources::offered(&app, &city, &viewer).await?;
    let of_all: Vec<Source> = offered.values().flat_map(|it| it.sources.clone()).collect();
    let mut seen_of = sources::cited(&app, city.tenant(), &of_all).await?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let all = store::profile_versions(&mut change, city.tenant()).await?;
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let now = all.first().map_or(0, |it| it.version);
    let names = Names::read(&mut change, city.tenant()).await?;
    let before = all.iter().find(|it| it.version == seen);
    let sources = sources::of(&mut change, city.tenant(), now).await?;
    let about = page::About { offered, sources };
    let (profile, taken) = match checked(&viewer.t, &typed, (&about, all.first())) {
        Ok(read) if seen == now => read,
        other => {
            drop(change);
            let form = (&typed, other.err().unwrap_or_default());
            let overtaken = (seen != now).then_some((before, &names));
            let known = (&about, all.first());
            return Ok(page::page(&viewer, &city, known, form, overtaken).refused());
        }
    };
    store::tell(&mut change, city.tenant(), now + 1, &profile).await?;
    seen_of.retain(|it| taken.contains(&it.0));
    sources::take(&mut change, (city.tenant(), now + 1), &seen_of).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, ""), Some("meldung-gespeichert")))
}
