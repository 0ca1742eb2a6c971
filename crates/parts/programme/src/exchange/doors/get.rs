//! Doors through which a tenant uses what it gets.

use ankunft_platform::store::Change;
use ankunft_platform::tenant::{self, TenantInfo};
use ankunft_platform::web::{App, City, Failure, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{Number, archive};
use crate::exchange::model::{Grant, Recipient, State};
use crate::exchange::pages::gotten as page;
use crate::exchange::parties::{Parties, package_of, party};
use crate::exchange::store::received::{self, Received};
use crate::exchange::store::{grants, transfers};
use crate::exchange::{at, make, taken};
use crate::package::manifest::{Kind, Manifest, Party, seal};

/// A Weitergabe of somebody else in the address: who gives it, and its number there.
#[derive(Clone, Debug, Deserialize)]
pub struct Granted {
    von: String,
    number: i64,
}

/// What a tenant of this installation grants to this one, with its giver.
async fn find(
    connection: &mut sqlx::AnyConnection,
    city: &City,
    asked: &Granted,
) -> Result<(TenantInfo, Grant), Failure> {
    let giver = tenant::by_slug(connection, &asked.von).await?.ok_or_else(Failure::not_found)?;
    let grant = grants::one(connection, giver.tenant, asked.number).await?;
    let is_ours = |it: &Grant| it.recipient == Recipient::Here(city.tenant().id());
    Ok((giver, grant.filter(is_ours).ok_or_else(Failure::not_found)?))
}

/// `GET /{kommune}/austausch/erhalten/{von}/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(asked): PathOf<Granted>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let (giver, grant) = find(&mut read, &city, &asked).await?;
    // What was never consented to is nobody's business yet.
    if matches!(grant.state(app.today()), State::Waiting | State::Refused) {
        return Err(Failure::not_found());
    }
    let what = match grant.state(app.today()) {
        State::Active => make::granted(&mut read, &app, (&giver, &grant)).await?,
        _ => None,
    };
    drop(read);
    Ok(page::granted(&app, &viewer, &city, (&giver, &grant, what.as_ref())).answer())
}

/// `GET /{kommune}/austausch/erhalten/{von}/{number}/paket.zip`
pub async fn package(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(asked): PathOf<Granted>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    let (giver, _) = find(&mut change, &city, &asked).await?;
    tenant::lock(&mut change, giver.tenant).await?;
    let (_, grant) = find(&mut change, &city, &asked).await?;
    if grant.state(app.today()) != State::Active {
        return Err(Failure::not_found());
    }
    let own: &TenantInfo = &city;
    let recipient = party(&app, own);
    let made = make::package(&mut change, &app, (&giver, &recipient), &grant).await?;
    let made = made.ok_or_else(Failure::not_found)?;
    let copy = (made.hash.as_slice(), ("zip", city.name.as_str()));
    grants::deliver(&mut change, giver.tenant, grant.number, copy).await?;
    let both = (transfers::Kind::Fetched, Some(made.hash.as_slice()));
    note_both(&app, &mut change, (&giver, &city), &grant, both).await?;
    change.commit().await?;
    let number = package_of(&giver, &grant);
    Ok(archive(format!("austauschpaket-{number}.zip"), made.bytes))
}

/// A line in the registers of giver and recipient.
async fn note_both(
    app: &App,
    change: &mut Change,
    (giver, city): (&TenantInfo, &City),
    grant: &Grant,
    (kind, hash): (transfers::Kind, Option<&[u8]>),
) -> Result<(), Failure> {
    let package = package_of(giver, grant);
    for (tenant, counterpart) in [(giver.tenant, &city.name), (city.tenant(), &giver.name)] {
        let line = transfers::NewTransfer {
            kind,
            package: &package,
            title: &grant.dataset.1,
            counterpart,
            purpose: &grant.purpose,
            hash,
        };
        transfers::note(change, tenant, app.today(), &line).await?;
    }
    Ok(())
}

/// `POST /{kommune}/austausch/erhalten/{von}/{number}/geloescht`
pub async fn confirm(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(asked): PathOf<Granted>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    let (giver, _) = find(&mut change, &city, &asked).await?;
    tenant::lock_all(&mut change, [giver.tenant, city.tenant()]).await?;
    let (_, grant) = find(&mut change, &city, &asked).await?;
    let address = at(&city, &format!("/erhalten/{}/{}", asked.von, asked.number));
    if !grant.waits_for_deletion(app.today()) {
        return Ok(viewer.done(&address, Some("meldung-schon-geschehen")));
    }
    // What is confirmed is true: nothing of it is left here.
    let both = (&giver, Some(city.tenant()));
    taken::confirm(&mut change, &app, both, (&grant, "here")).await?;
    let both = (transfers::Kind::Deleted, None);
    note_both(&app, &mut change, (&giver, &city), &grant, both).await?;
    change.commit().await?;
    app.store.forget().await?;
    Ok(viewer.done(&address, Some("meldung-geloescht-bestaetigt")))
}

async fn received_of(
    connection: &mut sqlx::AnyConnection,
    city: &City,
    number: i64,
) -> Result<Received, Failure> {
    let all = received::all(connection, city.tenant()).await?;
    all.into_iter().find(|it| it.number == number).ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/austausch/pakete/{number}`
pub async fn show_received(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let all = received::all(&mut read, city.tenant()).await?;
    let it = all.iter().find(|it| it.number == number).ok_or_else(Failure::not_found)?;
    let before = all.iter().find(|of| of.replaced_by == Some(number));
    let versions =
        ankunft_platform::datasets::version(&mut read, city.tenant(), it.dataset_version);
    let version = versions.await?;
    drop(read);
    Ok(page::received(&app, &viewer, &city, (it, before, version.as_ref())).answer())
}

/// `POST /{kommune}/austausch/pakete/{number}/loeschen`: the figures go everywhere, as by a
/// Sperrung; who gave them is told.
pub async fn delete(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let address = at(&city, &format!("/pakete/{number}"));
    let mut change = app.store.change(viewer.author()).await?;
    let it = received_of(&mut change, &city, number).await?;
    if !received::delete(&mut change, city.tenant(), number).await? {
        return Ok(viewer.done(&address, Some("meldung-schon-geschehen")));
    }
    taken::take_received(&mut change, &app, city.tenant(), &it).await?;
    let line = |counterpart| transfers::NewTransfer {
        kind: transfers::Kind::Deleted,
        package: &it.package,
        title: &it.title,
        counterpart,
        purpose: &it.purpose,
        hash: Some(&it.hash),
    };
    transfers::note(&mut change, city.tenant(), app.today(), &line(&it.issuer)).await?;
    let parties = Parties::read(&mut change, city.tenant()).await?;
    if let Some(giver) = it.key.and_then(|it| parties.here(&app, &it)) {
        let all = grants::given(&mut change, giver.tenant).await?;
        let grant = all.iter().find(|grant| package_of(giver, grant) == it.package);
        if let Some(grant) = grant.filter(|it| it.waits_for_deletion(app.today())) {
            let both = (giver, Some(city.tenant()));
            taken::confirm(&mut change, &app, both, (grant, "here")).await?;
            transfers::note(&mut change, giver.tenant, app.today(), &line(&city.name)).await?;
        }
    }
    change.commit().await?;
    app.store.forget().await?;
    Ok(viewer.done(&address, Some("meldung-paket-geloescht")))
}

/// `GET /{kommune}/austausch/pakete/{number}/loeschbestaetigung.zip`
pub async fn certificate(
    Of(app): Of<App>,
    city: City,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let it = received_of(&mut *app.store.read().await?, &city, number).await?;
    let deleted = it.deleted_at.ok_or_else(Failure::not_found)?;
    let own: &TenantInfo = &city;
    let deleted = jiff::Timestamp::from_microsecond(deleted).unwrap_or_default();
    let manifest = Manifest {
        schema: String::new(),
        kind: Kind::Deletion,
        package: it.package.clone(),
        issuer: party(&app, own),
        recipient: Party {
            name: it.issuer.clone(),
            ags: None,
            key: it.key.map_or_else(String::new, |it| it.hex()),
        },
        title: it.title.clone(),
        purpose: it.purpose.clone(),
        created: deleted.to_string(),
        expires: it.until.to_string(),
        files: Vec::new(),
    };
    let key = app.keys.signing(city.tenant());
    let made = seal(manifest, Vec::new(), |it| key.sign(it)).map_err(Failure::internal)?;
    Ok(archive(format!("loeschbestaetigung-{}.zip", it.package), made.bytes))
}
