//! Doors through which a city says which of its measures is meant, and where it differs.

use std::collections::BTreeMap;

use ankunft_platform::indicators;
use ankunft_platform::languages::Texts;
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::tenant::{self, Tenant, TenantKind};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use sqlx::AnyConnection;

use super::{Code, comparison};
use crate::core::model::{OwnMeasure, Text, is_in, unit_of};
use crate::core::pages::fit as page;
use crate::core::view::Comparison;
use crate::core::{at, form, store};
use crate::exchange::make::indicator_name;

/// The measures of a city, by name: its own as it defines them today, and what the program computes
/// from them; each with whether it can stand for this Kernindikator.
async fn measures(
    connection: &mut AnyConnection,
    tenant: Tenant,
    (t, core): (&Texts, &Text),
) -> Result<Vec<OwnMeasure>, Failure> {
    let computed = ankunft_formats::indicators().iter().filter(|it| it.formula.is_some());
    let mut known: BTreeMap<String, (Option<String>, String)> =
        computed.map(|it| (it.code.clone(), (None, it.unit.clone()))).collect();
    for it in indicators::all(connection, tenant).await? {
        known.insert(it.definition.code, (it.name, it.definition.unit));
    }
    let measure = |(code, (name, unit)): (String, (Option<String>, String))| OwnMeasure {
        name: indicator_name(t, &code, name.as_deref()),
        fits: unit_of(&code, Some(&unit)).is_some_and(|it| is_in(&core.unit, it)),
        code,
    };
    let mut all: Vec<OwnMeasure> = known.into_iter().map(measure).collect();
    all.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    Ok(all)
}

fn only_cities(city: &City) -> Result<(), Failure> {
    if city.kind == TenantKind::Kommune { Ok(()) } else { Err(Failure::not_found()) }
}

/// `GET /{kommune}/kernindikatoren/{code}/zuordnung`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Code { code }): PathOf<Code>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let it = comparison(&app).await?;
    let line = it.line(&code).ok_or_else(Failure::not_found)?;
    let asked = (&viewer.t, &line.newest().text);
    let known = measures(&mut *app.store.read().await?, city.tenant(), asked).await?;
    let said = line.of(city.tenant()).and_then(|it| it.own.as_ref());
    let typed = form::typed_own(said.map(|it| it.said.own()).as_ref(), &line.newest().text);
    let form = (&typed, Problems::default());
    Ok(page::page(&viewer, &city, (line.newest(), said, &known), form, None).answer())
}

/// `POST /{kommune}/kernindikatoren/{code}/zuordnung`
pub async fn save(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Code { code }): PathOf<Code>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    only_cities(&city)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let it = Comparison::read(&mut change).await?.ok_or_else(Failure::not_found)?;
    let line = it.line(&code).ok_or_else(Failure::not_found)?;
    let asked = (&viewer.t, &line.newest().text);
    let known = measures(&mut change, city.tenant(), asked).await?;
    let said = line.of(city.tenant()).and_then(|it| it.own.as_ref());
    let seen: i64 = sent(&typed, "version").parse().map_err(Failure::bad_request)?;
    let of: i64 = sent(&typed, "fassung").parse().map_err(Failure::bad_request)?;
    let now = said.map_or(0, |it| it.version);
    let names = Names::read(&mut change, city.tenant()).await?;
    let before = store::mapping(&mut change, city.tenant(), (&code, seen)).await?;
    let is_overtaken = seen != now || of != line.newest().version;
    let own = match form::checked_own(&viewer.t, &typed, &known) {
        Ok(own) if !is_overtaken => own,
        other => {
            drop(change);
            let form = (&typed, other.err().unwrap_or_default());
            let what = (line.newest(), said, known.as_slice());
            let overtaken = is_overtaken.then_some((before.as_ref(), &names));
            return Ok(page::page(&viewer, &city, what, form, overtaken).refused());
        }
    };
    let both = (city.tenant(), it.programme.tenant);
    let version = (code.as_str(), now + 1, line.newest().version);
    store::map(&mut change, both, version, &own).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, &format!("/{code}")), Some("meldung-gespeichert")))
}
