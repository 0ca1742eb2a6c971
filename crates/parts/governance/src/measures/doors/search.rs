//! `/{kommune}/steuerung/massnahmen/{number}/suchen`: what fits this measure, to be cited with one press.

use ankunft_platform::citing;
use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Sheet, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::{Number, refuse_others};
use crate::measures::model::Measure;
use crate::measures::store::{self, KIND};
use crate::measures::{PATH, address};
use crate::picker::{self, Found};

/// What is searched for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    suche: Option<String>,
}

async fn own(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<Measure, Failure> {
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, city.tenant(), number).await?;
    let newest = versions.into_iter().next().ok_or_else(Failure::not_found)?;
    refuse_others(viewer, &newest.plan)?;
    Ok(newest)
}

/// The search; while nobody has said what for, the words of title and quarter.
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let measure = own(&app, &city, &viewer, number).await?;
    let place = measure.plan.place.as_ref().map(|it| it.name.clone());
    let usual = || {
        let words = [Some(measure.plan.title.clone()), place].into_iter().flatten();
        words.collect::<Vec<_>>().join(" ")
    };
    let asked = asked.suche.unwrap_or_else(usual);
    let mut found = picker::find_fitting(&app, &viewer, &city, &asked).await?;
    let id = number.to_string();
    found.retain(|it| it.kind != KIND || it.id != id);
    let cited = citing::cited_in(&app, &viewer, &city, (KIND, &id)).await?;
    let is_cited = |it: &Found| {
        cited
            .iter()
            .any(|other| other.citation().cited_kind == it.kind && other.citation().cited == it.id)
    };
    let t = &viewer.t;
    let title = [("titel", Arg::from(measure.plan.title.as_str()))];
    let crumbs = vec![
        Link::new(t.get("nav-steuerung"), city.at(PATH)),
        Link::new(measure.plan.title.clone(), address(&city, number)),
    ];
    let shell = viewer
        .page(t.get("befund-suchen"))
        .lead(t.with("befund-suchen-fuer", &title))
        .crumbs(crumbs)
        .mark(t.get("massnahme-nur-intern"));
    let page = format!("{}/suchen", address(&city, number));
    let blocks = picker::blocks(&viewer, (&page, &page), (&asked, &found), is_cited);
    Ok(Sheet::new(shell, blocks).answer())
}

/// One thing that was found, cited by the measure.
pub async fn take(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    own(&app, &city, &viewer, number).await?;
    let cited = (sent(&typed, "art"), sent(&typed, "ding"));
    let id = number.to_string();
    if cited == (KIND, id.as_str()) {
        return Err(Failure::refused("a measure is no evidence for itself"));
    }
    let thing = picker::see(&app, &viewer, &city, cited).await?;
    let thing = thing.ok_or_else(Failure::not_found)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    picker::take(&mut change, &city, (&thing, cited), (KIND, &id)).await?;
    change.commit().await?;
    Ok(viewer.done(&address(&city, number), Some("meldung-befund-genommen")))
}
