//! What the atlas shows on the first page of a city: the map with its first sentence.

use ankunft_platform::parts::{BoxFuture, FrontPanel, Panel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use askama::Template;

use crate::assess::doors::find_in;
use crate::assess::{Ready, pages};
use crate::doors::Place;
use crate::pages::overview::{self, Setting};
use crate::state::Atlas;
use crate::view::overview::{Asker, Question, overview as ask};

/// The panel of the atlas.
pub(crate) struct Front;

#[derive(Template)]
#[template(path = "front.html")]
struct FrontTemplate {
    lead: String,
    map: Option<String>,
    legend: Vec<(String, String)>,
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
    let place = Place::of(city);
    let setting = place.setting(viewer, city, None);
    let found = find_in(app, atlas, (city.tenant(), viewer), None).await?;
    let seen = match found.ready() {
        Some(ready) => classes(&setting, ready),
        None => measure(app, atlas, (city, viewer), &setting).await?,
    };
    let Some((lead, map, legend)) = seen else { return Ok(None) };
    let (href, way) = (city.at("/atlas"), viewer.t.get("atlas-zum-atlas"));
    let template = FrontTemplate { lead, map, legend, href, way };
    let unreadable =
        |error: askama::Error| StoreError::Unreadable { what: "a page", text: error.to_string() };
    let html = template.render().map_err(unreadable)?;
    Ok(Some(Panel { title: viewer.t.get("atlas-titel"), html }))
}

/// First sentence, map and legend.
type Seen = (String, Option<String>, Vec<(String, String)>);

/// The arrival quarters, as everybody sees them.
fn classes(setting: &Setting<'_>, ready: &Ready) -> Option<Seen> {
    let lead = pages::lead(setting, ready)?;
    let shown = pages::shown(setting, ready, false)?;
    Some((lead, shown.map.map(|it| it.svg), shown.legend))
}

/// The first measure, as long as nobody knows where the arrival quarters are.
async fn measure(
    app: &App,
    atlas: &Atlas,
    (city, viewer): (&City, &Viewer),
    setting: &Setting<'_>,
) -> Result<Option<Seen>, StoreError> {
    let asker = Asker {
        tenant: city.tenant(),
        audience: viewer.actor.audience(),
        key: &app.keys.release,
        memory: &atlas.memory,
    };
    let view = ask(&mut *app.store.read().await?, asker, &Question::default()).await?;
    let Some(figures) = &view.figures else { return Ok(None) };
    let lead = overview::lead(setting, &view, figures);
    let picture = overview::picture(setting, &view, figures);
    Ok(lead.zip(picture).map(|(lead, picture)| (lead, picture.map, picture.legend)))
}
