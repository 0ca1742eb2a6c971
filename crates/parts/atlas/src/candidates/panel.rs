//! What the page of a quarter says of it as a candidate.

use ankunft_platform::csrf;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Field};
use ankunft_platform::parts::{BoxFuture, Panel, Quarter, QuarterPanel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, FormBlock, Viewer};
use askama::Template;

use super::doors::public::published;
use super::pages::register::{proposed_day, state};
use super::pages::{at, day};
use super::permissions::{PROPOSE, SEE};
use super::store::register;

#[derive(Template)]
#[template(path = "candidate_panel.html")]
struct PanelTemplate {
    text: String,
    link: Option<Link>,
    form: Option<(FormBlock, Field)>,
    t: Texts,
}

/// The candidate, or the button that notes one, for who may; the published decision for
/// everybody else.
pub struct OfQuarter;

impl QuarterPanel for OfQuarter {
    fn show<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        quarter: Quarter<'a>,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>> {
        Box::pin(show(app, viewer, quarter))
    }
}

async fn show(
    app: &App,
    viewer: &Viewer,
    quarter: Quarter<'_>,
) -> Result<Option<Panel>, StoreError> {
    let Some(city) = viewer.city.clone().map(City) else { return Ok(None) };
    let (template, title) = if viewer.may(SEE) {
        (inside(app, &city, viewer, quarter).await?, "kandidat-tafel")
    } else {
        (outside(app, &city, viewer, quarter).await?, "entscheidungen-titel")
    };
    let Some(template) = template else { return Ok(None) };
    let unreadable =
        |error: askama::Error| StoreError::Unreadable { what: "a page", text: error.to_string() };
    let html = template.render().map_err(unreadable)?;
    Ok(Some(Panel { title: viewer.t.get(title), html }))
}

async fn inside(
    app: &App,
    city: &City,
    viewer: &Viewer,
    quarter: Quarter<'_>,
) -> Result<Option<PanelTemplate>, StoreError> {
    let t = &viewer.t;
    let all = register::candidates(&mut *app.store.read().await?, city.tenant()).await?;
    let is_it = |it: &&register::Candidate| {
        (it.geography.as_str(), it.area.as_str()) == (quarter.geography, quarter.area)
    };
    if let Some(it) = all.iter().find(is_it) {
        let args =
            [("stand", Arg::from(state(t, it.state))), ("tag", Arg::from(day(t, &it.since)))];
        let link = Link::new(t.get("kandidat-ansehen"), at(city, &format!("/{}", it.number)));
        let text = t.with("kandidat-tafel-stand", &args);
        return Ok(Some(PanelTemplate { text, link: Some(link), form: None, t: t.clone() }));
    }
    if !viewer.may(PROPOSE) {
        return Ok(None);
    }
    let day = proposed_day(t, &app.today().to_string());
    let form = FormBlock::new(at(city, ""), Button::secondary(t.get("kandidat-vormerken")))
        .hidden(csrf::FIELD, viewer.csrf())
        .hidden("ebene", quarter.geography)
        .hidden("gebiet", quarter.area);
    let (text, form) = (t.get("kandidat-tafel-keiner"), Some((form, day)));
    Ok(Some(PanelTemplate { text, link: None, form, t: t.clone() }))
}

async fn outside(
    app: &App,
    city: &City,
    viewer: &Viewer,
    quarter: Quarter<'_>,
) -> Result<Option<PanelTemplate>, StoreError> {
    let all = published(&mut *app.store.read().await?, city.tenant(), None).await?;
    let is_it = |(geography, area, _): &(String, String, String)| {
        (geography.as_str(), area.as_str()) == (quarter.geography, quarter.area)
    };
    let found = all.iter().find(|it| it.quarters.iter().any(is_it));
    Ok(found.map(|it| PanelTemplate {
        text: it.sentence(&viewer.t),
        link: Some(Link::new(viewer.t.get("entscheidung-lesen"), city.at(&it.path()))),
        form: None,
        t: viewer.t.clone(),
    }))
}
