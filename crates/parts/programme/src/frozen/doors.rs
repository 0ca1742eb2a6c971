//! The doors of frozen states: extract, ask, change, render.

use std::collections::BTreeSet;

use ankunft_formats::bundle::{self, Member};
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant, TenantInfo};
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, all_sent};
use ankunft_platform::web::file::File;
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;
use sqlx::AnyConnection;

use super::model::{Frozen, State, hash_of};
use super::store::{self, NewPackage, Origin};
use super::{at, pages};
use crate::exchange::check::is_workbook;
use crate::exchange::make;
use crate::exchange::model::State as Stands;
use crate::exchange::parties::{Parties, package_of, party};
use crate::exchange::store::{grants, received, transfers};
use crate::members::not_for_cities;
use crate::package::manifest::Signed;

/// The number of a state in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    number: i64,
}

/// `GET /{kommune}/austausch/datenstaende`
pub async fn list(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    not_for_cities(&city)?;
    let all = store::all(&mut *app.store.read().await?, city.tenant()).await?;
    Ok(pages::list(&viewer, &city, &all).answer())
}

/// A package that can be frozen.
#[derive(Clone, Debug)]
pub struct Offered {
    /// What a form sends for it.
    pub value: String,
    /// The number of the package.
    pub package: String,
    /// What it is about.
    pub title: String,
    /// Whose it is.
    pub issuer: String,
    origin: Origin,
    /// SHA-256 of the manifest of one that came as a file; the others are made anew each time.
    hash: Option<Vec<u8>>,
}

/// All packages that a tenant may use today, each once: who got one inside the installation and read
/// its file in too has the same twice.
async fn offered(
    connection: &mut AnyConnection,
    app: &App,
    city: &City,
) -> Result<Vec<Offered>, StoreError> {
    let mut all = usable(connection, app, city).await?;
    let came = all.iter().filter(|it| it.hash.is_some()).map(|it| it.package.clone());
    let came: BTreeSet<String> = came.collect();
    let mut here = Vec::new();
    for it in all.iter().filter(|it| came.contains(&it.package)) {
        if let Origin::Granted(giver, number) = it.origin {
            let made = made(connection, app, city, (giver, number)).await?;
            here.push((it.package.clone(), made.map(|it| it.hash)));
        }
    }
    all.retain(|it| it.hash.is_none() || !here.contains(&(it.package.clone(), it.hash.clone())));
    Ok(all)
}

/// All packages that a tenant may use today, from wherever it has them.
async fn usable(
    connection: &mut AnyConnection,
    app: &App,
    city: &City,
) -> Result<Vec<Offered>, StoreError> {
    let parties = Parties::read(connection, city.tenant()).await?;
    let today = app.today();
    let granted = grants::granted_to(connection, city.tenant()).await?;
    let granted = granted.into_iter().filter_map(|(giver, grant)| {
        let info = parties.members.tenant(giver.id())?;
        (grant.state(today) == Stands::Active).then(|| Offered {
            value: format!("hier:{}:{}", giver.id(), grant.number),
            package: package_of(info, &grant),
            title: grant.dataset.1.clone(),
            issuer: info.name.clone(),
            origin: Origin::Granted(giver, grant.number),
            hash: None,
        })
    });
    let received = received::all(connection, city.tenant()).await?;
    let received = received.into_iter().filter(|it| it.is_usable(today)).map(|it| Offered {
        value: format!("datei:{}", it.number),
        package: it.package,
        title: it.title,
        issuer: it.issuer,
        origin: Origin::Received(it.number),
        hash: Some(it.hash),
    });
    let mut all: Vec<Offered> = granted.chain(received).collect();
    all.sort_by(|a, b| (&a.issuer, &a.package).cmp(&(&b.issuer, &b.package)));
    Ok(all)
}

/// `GET /{kommune}/austausch/datenstaende/neu`
pub async fn show_new(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    not_for_cities(&city)?;
    let all = offered(&mut *app.store.read().await?, &app, &city).await?;
    Ok(pages::new(&viewer, &city, &all, (&Typed::new(), Problems::default())).answer())
}

/// `POST /{kommune}/austausch/datenstaende/neu`
pub async fn freeze(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    not_for_cities(&city)?;
    let mut change = app.store.change(viewer.author()).await?;
    lock(&mut change, &app, &city, &typed).await?;
    let all = offered(&mut change, &app, &city).await?;
    let mut form = Reading::new(&viewer.t, &typed);
    let title = form.needed("titel", LONGEST_LINE, "datenstand-titel-fehlt");
    let chosen: Vec<&Offered> =
        all.iter().filter(|it| all_sent(&typed, "paket").any(|sent| sent == it.value)).collect();
    if chosen.is_empty() {
        form.problems.add_choices("paket", viewer.t.get("datenstand-paket-fehlt"));
    }
    let title = match form.result(title) {
        Ok(title) => title,
        Err(problems) => {
            return Ok(pages::new(&viewer, &city, &all, (&typed, problems)).refused());
        }
    };
    let mut packages = Vec::new();
    for it in &chosen {
        packages.push(package(&app, &mut change, &city, it).await?);
    }
    let hash = hash_of(packages.iter().map(|it| (it.it.package.as_str(), it.it.hash.as_slice())));
    let before = store::all(&mut change, city.tenant()).await?;
    if let Some(same) = before.iter().find(|it| it.hash == hash) {
        // Pressed twice, or by two people: the same packages are the same state.
        let address = at(&city, &format!("/{}", same.number));
        return Ok(viewer.done(&address, Some("meldung-datenstand-schon")));
    }
    let number = store::freeze(&mut change, city.tenant(), &title, &packages).await?;
    for (chosen, it) in chosen.iter().zip(&packages) {
        note(&app, &mut change, &city, (chosen, it), &title).await?;
    }
    change.commit().await?;
    Ok(viewer.done(&at(&city, &format!("/{number}")), Some("meldung-datenstand")))
}

/// Whoever takes one of the chosen packages back waits, or this waits for them.
async fn lock(change: &mut Change, app: &App, city: &City, typed: &Typed) -> Result<(), Failure> {
    let mut all = usable(change, app, city).await?;
    all.retain(|it| all_sent(typed, "paket").any(|sent| sent == it.value));
    let givers = all.iter().filter_map(|it| match it.origin {
        Origin::Granted(giver, _) => Some(giver),
        Origin::Received(_) => None,
    });
    Ok(tenant::lock_all(change, givers.chain([city.tenant()])).await?)
}

/// The package of a Weitergabe as it is today; none if it does not hold.
async fn made(
    connection: &mut AnyConnection,
    app: &App,
    city: &City,
    (giver, number): (Tenant, i64),
) -> Result<Option<Signed>, StoreError> {
    let Some(info) = tenant::info_of(connection, giver).await? else { return Ok(None) };
    let grant = grants::one(connection, giver, number).await?;
    let Some(grant) = grant.filter(|it| it.state(app.today()) == Stands::Active) else {
        return Ok(None);
    };
    let own: &TenantInfo = city;
    make::package(connection, app, (&info, &party(app, own)), &grant).await
}

/// The file of a package, as it is today.
async fn package(
    app: &App,
    change: &mut Change,
    city: &City,
    it: &Offered,
) -> Result<NewPackage, Failure> {
    let (hash, bytes) = match it.origin {
        Origin::Granted(giver, number) => {
            tenant::lock(change, giver).await?;
            let made = made(change, app, city, (giver, number)).await?;
            let made = made.ok_or_else(Failure::not_found)?;
            (made.hash, made.bytes)
        }
        Origin::Received(number) => {
            let all = received::all(change, city.tenant()).await?;
            let known = all.into_iter().find(|it| it.number == number);
            let bytes = received::bytes(change, city.tenant(), number).await?;
            let (known, bytes) = known.zip(bytes).ok_or_else(Failure::not_found)?;
            (known.hash, bytes)
        }
    };
    let frozen = Frozen {
        package: it.package.clone(),
        title: it.title.clone(),
        issuer: it.issuer.clone(),
        hash,
        gone_at: None,
    };
    Ok(NewPackage { it: frozen, origin: it.origin, bytes })
}

/// Who takes a package into a state has a copy of it, and its giver knows.
async fn note(
    app: &App,
    change: &mut Change,
    city: &City,
    (chosen, it): (&Offered, &NewPackage),
    purpose: &str,
) -> Result<(), Failure> {
    let line = |counterpart| transfers::NewTransfer {
        kind: transfers::Kind::Frozen,
        package: &chosen.package,
        title: &chosen.title,
        counterpart,
        purpose,
        hash: Some(&it.it.hash),
    };
    transfers::note(change, city.tenant(), app.today(), &line(&chosen.issuer)).await?;
    if let Origin::Granted(giver, number) = chosen.origin {
        transfers::note(change, giver, app.today(), &line(&city.name)).await?;
        let to = ("zip", city.name.as_str());
        grants::deliver(change, giver, number, (&it.it.hash, to)).await?;
    }
    Ok(())
}

async fn find(connection: &mut AnyConnection, city: &City, number: i64) -> Result<State, Failure> {
    not_for_cities(city)?;
    let all = store::all(connection, city.tenant()).await?;
    all.into_iter().find(|it| it.number == number).ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/austausch/datenstaende/{number}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let state = find(&mut *app.store.read().await?, &city, number).await?;
    Ok(pages::show(&app, &viewer, &city, &state).answer())
}

/// `GET /{kommune}/austausch/datenstaende/{number}/json`
pub async fn json(
    Of(app): Of<App>,
    city: City,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let state = find(&mut *app.store.read().await?, &city, number).await?;
    let citation = pages::citation(&app, &city, &state);
    Ok(File::json(&state.document(citation))?.answer())
}

/// `GET /{kommune}/austausch/datenstaende/{number}/datenstand.zip`: the files whose consent still
/// lasts, and the list of all with their hashes.
pub async fn zip(
    Of(app): Of<App>,
    city: City,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let state = find(&mut read, &city, number).await?;
    let usable = usable(&mut read, &app, &city).await?;
    let kept = store::files(&mut read, city.tenant(), number).await?;
    drop(read);
    let document = state.document(pages::citation(&app, &city, &state));
    let document = serde_json::to_vec_pretty(&document).map_err(Failure::internal)?;
    let mut files = vec![("datenstand.json".to_owned(), document)];
    let may = |it: &store::Kept| usable.iter().any(|of| Some(of.origin) == it.origin);
    for it in kept.into_iter().filter(may) {
        let end = if is_workbook(&it.bytes) { "xlsx" } else { "zip" };
        files.push((free_name(&files, (&it.package, end)), it.bytes));
    }
    let bytes = bundle::pack(&files).map_err(Failure::internal)?;
    let name = format!("datenstand-{number}.zip");
    Ok(File::attached("application/zip", "zip", name, bytes).answer())
}

/// A name for the file of a package that no other file has: a state can hold two of one number.
fn free_name(files: &[Member], (package, end): (&str, &str)) -> String {
    let others = (2..).map(|at| format!("{package}_{at}.{end}"));
    let mut names = std::iter::once(format!("{package}.{end}")).chain(others);
    names.find(|name| files.iter().all(|it| it.0 != *name)).unwrap_or_default()
}
