//! What a quarter's page says of arrival: its class for everybody, the rest for those who may.

use ankunft_platform::page::Link;
use ankunft_platform::page::components::Pair;
use ankunft_platform::parts::{BoxFuture, Panel, Quarter, QuarterPanel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, Viewer};
use askama::Template;

use super::doors::find_in;
use super::open::Detail;
use super::{Known, Told};
use crate::permissions::ASSESS;
use crate::state::Atlas;

/// The panel.
pub(crate) struct OfQuarter;

#[derive(Template)]
#[template(path = "arrival-panel.html")]
struct PanelTemplate {
    sentence: String,
    pairs: Vec<Pair>,
    links: Vec<Link>,
}

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
    Quarter { geography, area }: Quarter<'_>,
) -> Result<Option<Panel>, StoreError> {
    let (Some(atlas), Some(city)) = (app.parts.state::<Atlas>(), &viewer.city) else {
        return Ok(None);
    };
    let found = find_in(app, atlas, (city.tenant, viewer), Some(geography)).await?;
    let Known::Ready(ready) = &found.known else { return Ok(None) };
    let Some(assessment) = ready.assessment.show(viewer.actor.audience()) else { return Ok(None) };
    let Some(judged) = assessment.area(area) else { return Ok(None) };
    let t = &viewer.t;
    let base = format!("/{}", city.slug);
    let mut links =
        vec![Link::new(t.get("ankunft-methode"), format!("{base}/atlas/methoden/ankunft"))];
    let detail = if viewer.may(ASSESS) { Detail::List } else { found.detail() };
    let told = Told::of(t, assessment, judged, detail).linked(&base, assessment, (area, detail));
    let Told { sentence, beside, rates, kind, .. } = told;
    let pairs = [beside, rates, kind].concat();
    if viewer.may(ASSESS) {
        links.push(Link::new(t.get("ankunft-zur-liste"), format!("{base}/atlas/ankunft")));
    }
    let template = PanelTemplate { sentence, pairs, links };
    let unreadable =
        |error: askama::Error| StoreError::Unreadable { what: "a page", text: error.to_string() };
    let html = template.render().map_err(unreadable)?;
    Ok(Some(Panel { title: t.get("ankunft-merkmal-quartier"), html }))
}
