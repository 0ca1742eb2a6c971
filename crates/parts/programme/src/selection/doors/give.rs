//! Doors through which a city shows its candidates and takes that back.

use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::{self, TenantInfo, TenantKind};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::only_cities;
use crate::exchange::store::transfers::{self, Kind};
use crate::members::Members;
use crate::selection::model::{Circle, Giving, seen};
use crate::selection::pages::form as page;
use crate::selection::view::Own;
use crate::selection::{at, pages, store};

/// `GET /{kommune}/auswahl/zeigen`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    only_cities(&city)?;
    let mut read = app.store.read().await?;
    let about = about(&app, &mut read, &city).await?;
    drop(read);
    let typed = page::prefilled(&about.own);
    let form = (&typed, Problems::default());
    Ok(page::page(&viewer, &city, &about, form, None).answer())
}

/// `POST /{kommune}/auswahl/zeigen`: shows exactly what stood in the form. Who sends it after something
/// has moved sees that first.
pub async fn give(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let about = about(&app, &mut change, &city).await?;
    let last = about.own.newest.as_ref().map_or(0, |it| it.number);
    let saw: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let read = page::checked(&viewer.t, &about.own, &typed);
    if let Ok(shown) = &read
        && saw != last
        && about.own.standing().is_some_and(|it| it.shown.hash() == shown.hash())
    {
        return Ok(viewer.done(&at(&city, "/zeigen"), Some("meldung-schon-geschehen")));
    }
    let moved = sent(&typed, "stand") != seen(&about.own.quarters);
    let shown = match read {
        Ok(shown) if saw == last && !moved => shown,
        other => {
            let form = (&typed, other.err().unwrap_or_default());
            let late = (saw != last || moved).then_some(saw != last);
            return Ok(page::page(&viewer, &city, &about, form, late).refused());
        }
    };
    store::give(&mut change, (city.tenant(), about.programme.tenant), last + 1, &shown).await?;
    let it = Giving {
        city: city.tenant().id(),
        number: last + 1,
        hash: shown.hash(),
        shown,
        account: None,
        at: 0,
        ended_at: None,
    };
    note(&app, &mut change, (&city, &about), (Kind::Shown, &it)).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, "/zeigen"), Some("meldung-auswahl-gezeigt")))
}

/// `POST /{kommune}/auswahl/zuruecknehmen`: whatever stands ends, at once.
pub async fn revoke(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    only_cities(&city)?;
    let page = at(&city, "/zeigen");
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let about = about(&app, &mut change, &city).await?;
    let Some(it) = about.own.standing() else {
        return Ok(viewer.done(&page, Some("meldung-schon-geschehen")));
    };
    store::revoke(&mut change, city.tenant(), it.number).await?;
    note(&app, &mut change, (&city, &about), (Kind::Revoked, it)).await?;
    change.commit().await?;
    Ok(viewer.done(&page, Some("meldung-auswahl-zurueck")))
}

async fn about(
    app: &App,
    connection: &mut sqlx::AnyConnection,
    city: &City,
) -> Result<page::About, Failure> {
    let members = Members::read(connection).await?;
    let programme = members.programme.clone().ok_or_else(Failure::not_found)?;
    let own = Own::read(app, connection, city.tenant()).await?;
    let names = Names::read(connection, city.tenant()).await?;
    let copies = store::copies(connection, city.tenant()).await?;
    let name = |id: i64| members.tenant(id).map(|it| it.name.clone());
    let copies = copies.into_iter().filter_map(name).collect();
    let research: Vec<TenantInfo> =
        members.all.iter().filter(|it| it.kind == TenantKind::Research).cloned().collect();
    Ok(page::About { programme, research, own, names, copies })
}

/// Writes into the register of the city, and into those of who reads it on their behalf: the office
/// of the programme and the research team, each in its own language. A municipality reads it and has
/// nothing of it.
async fn note(
    app: &App,
    change: &mut Change,
    (city, about): (&City, &page::About),
    (kind, it): (Kind, &Giving),
) -> Result<(), Failure> {
    let t = app.texts_of(city);
    let line = pages::line(&t, it);
    let to = pages::circle(&t, &about.programme.name, it.shown.circle);
    transfers::note(change, city.tenant(), app.today(), &line.to(kind, &to)).await?;
    let Circle { research, .. } = it.shown.circle;
    let team = about.research.iter().filter(|_| research);
    for reader in team.chain([&about.programme]) {
        let line = pages::line(&app.texts_of(reader), it);
        transfers::note(change, reader.tenant, app.today(), &line.to(kind, &city.name)).await?;
    }
    Ok(())
}
