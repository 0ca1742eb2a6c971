//! What the atlas shows on the first page of a city: the map with its first sentence.

use ankunft_platform::parts::{BoxFuture, FrontPanel, Panel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use askama::Template;

use crate::pages::overview::{self, Picture, Setting};
use crate::state::Atlas;
use crate::view::overview::{Asker, Question, overview as ask};

/// The panel of the atlas.
pub(crate) struct Front;

#[derive(Template)]
#[template(path = "front.html")]
struct FrontTemplate {
    lead: String,
    picture: Picture,
    href: String,
    way: String,
}

impl FrontPanel for Front {
    fn show<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>> {
        Box::pin(show(app, city, viewer))
    }
}

async fn show(app: &App, city: &City, viewer: &Viewer) -> Result<Option<Panel>, StoreError> {
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(None) };
    let reader = viewer.actor.audience();
    let asker = Asker {
        tenant: city.tenant(),
        audience: reader,
        key: &app.keys.release,
        memory: &atlas.memory,
    };
    let view = ask(&mut *app.store.read().await?, asker, &Question::default()).await?;
    let base = city.at("");
    let setting = Setting { t: &viewer.t, reader, base: &base, city: &city.name, classes: None };
    let Some(figures) = &view.figures else { return Ok(None) };
    let lead = overview::lead(&setting, &view, figures);
    let (Some(lead), Some(picture)) = (lead, overview::picture(&setting, &view, figures)) else {
        return Ok(None);
    };
    let template = FrontTemplate {
        lead,
        picture,
        href: city.at("/atlas"),
        way: viewer.t.get("atlas-zum-atlas"),
    };
    let unreadable =
        |error: askama::Error| StoreError::Unreadable { what: "a page", text: error.to_string() };
    let html = template.render().map_err(unreadable)?;
    Ok(Some(Panel { title: viewer.t.get("atlas-titel"), html }))
}
