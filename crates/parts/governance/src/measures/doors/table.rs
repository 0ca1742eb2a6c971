//! Doors through which many measures come as one table: first what it says, then all or nothing.

use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::may_change;
use crate::known::Known;
use crate::measures::PATH;
use crate::measures::model::Part;
use crate::measures::pages::paste as page;
use crate::measures::paste::{self, Finding};
use crate::measures::store;

/// A pasted table, and whether it is only looked at.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Pasted {
    #[serde(default)]
    tabelle: String,
    #[serde(default)]
    absicht: String,
}

/// `GET /{kommune}/steuerung/massnahmen/tabelle`
pub async fn show(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let known = Known::read(&mut *app.store.read().await?, city.tenant()).await?;
    Ok(page::paste(&viewer, &city, &known, ("", None)).answer())
}

/// `POST /{kommune}/steuerung/massnahmen/tabelle`
pub async fn paste(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(it): Form<Pasted>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    ankunft_platform::tenant::lock(&mut change, city.tenant()).await?;
    let known = Known::read(&mut change, city.tenant()).await?;
    let there = store::measures(&mut change, city.tenant()).await?;
    let mut read = paste::read(&viewer.t, &it.tabelle, &known, &there);
    let foreign = read.plans.iter().filter(|plan| !may_change(&viewer, plan));
    let foreign: Vec<Finding> = foreign
        .map(|plan| Finding {
            line: 0,
            part: Some(Part::Lead),
            text: format!("{}: {}", plan.title, viewer.t.get("massnahme-eigene-stelle")),
        })
        .collect();
    read.findings.extend(foreign);
    let page = page::paste(&viewer, &city, &known, (&it.tabelle, Some(&read)));
    if !read.findings.is_empty() || read.plans.is_empty() {
        return Ok(page.refused());
    }
    if it.absicht != "uebernehmen" {
        return Ok(page.answer());
    }
    for plan in &read.plans {
        store::add(&mut change, city.tenant(), plan).await?;
    }
    change.commit().await?;
    Ok(viewer.done(&city.at(PATH), Some("meldung-massnahmen-angelegt")))
}
