//! Doors through which a measure takes its evidence, and what its effect is measured against.

use ankunft_platform::citations;
use ankunft_platform::tenant;
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{Number, refuse_others, view};
use crate::evidence;
use crate::measures::address;
use crate::measures::pages::measure::{self as page, MeasureView};
use crate::measures::store::{self, KIND};

/// The measure, for who may change it.
async fn own(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<MeasureView, Failure> {
    let view = view(app, city, viewer, number).await?;
    refuse_others(viewer, &view.measure().plan)?;
    Ok(view)
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/befunde`: what lies in the Mappe, or one thing by
/// its Fundstelle.
pub async fn cite(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, number).await?;
    let ids = match evidence::asked(&app, &city, &viewer, (&view.evidence, &typed)).await? {
        Ok(ids) => ids,
        Err(problems) => {
            return Ok(page::show(&viewer, &city, &view, (&typed, &problems)).refused());
        }
    };
    evidence::place(&app, &city, &viewer, ((KIND, &number.to_string()), &ids)).await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-befund-genommen")))
}

/// One citation of the measure.
#[derive(Clone, Debug, Deserialize)]
pub struct One {
    befund: String,
    #[serde(default)]
    messen: String,
}

fn cited(view: &MeasureView, code: &str) -> Result<i64, Failure> {
    view.evidence.find(code).map(|it| it.citation().id).ok_or_else(Failure::not_found)
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/befunde/weg`
pub async fn take_out(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(it): Form<One>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, number).await?;
    let id = cited(&view, &it.befund)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    store::measure_against(&mut change, city.tenant(), (number, id), false).await?;
    citations::remove(&mut change, city.tenant(), id, (KIND, &number.to_string())).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-befund-weg")))
}

/// `POST /{kommune}/steuerung/massnahmen/{number}/ausgangswert`
pub async fn measure_against(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(it): Form<One>,
) -> Result<Response, Failure> {
    let view = own(&app, &city, &viewer, number).await?;
    let id = cited(&view, &it.befund)?;
    let is_baseline = it.messen == "ja";
    let has_value =
        view.evidence.cited.iter().any(|it| it.citation().id == id && it.value.is_some());
    if is_baseline && !has_value {
        return Err(Failure::refused("nothing that could be measured against"));
    }
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    store::measure_against(&mut change, city.tenant(), (number, id), is_baseline).await?;
    change.commit().await?;
    let said = if is_baseline { "meldung-ausgangswert" } else { "meldung-gespeichert" };
    Ok(viewer.done(&address(&city, number), Some(said)))
}
