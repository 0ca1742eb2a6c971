//! What the atlas shows on the first page of a city: the map with its first sentence.

use std::collections::BTreeSet;

use ankunft_platform::page::Link;
use ankunft_platform::parts::{BoxFuture, FrontPanel, Panel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use askama::Template;

use crate::assess::doors::{Found, find_in};
use crate::assess::{Ready, pages};
use crate::candidates::store::decisions::{Decision, decisions};
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
    ways: Vec<Link>,
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
    let mut ways = vec![Link::new(viewer.t.get("atlas-zum-atlas"), city.at("/atlas"))];
    ways.extend(self::ways(app, city, viewer, &found).await?);
    let template = FrontTemplate { lead, map, legend, ways };
    let unreadable =
        |error: askama::Error| StoreError::Unreadable { what: "a page", text: error.to_string() };
    let html = template.render().map_err(unreadable)?;
    Ok(Some(Panel { title: viewer.t.get("atlas-titel"), html }))
}

/// Where it goes on from what everybody sees first: to what has changed and to what was decided, as
/// soon as there is any of it.
pub(crate) async fn ways(
    app: &App,
    city: &City,
    viewer: &Viewer,
    found: &Found,
) -> Result<Vec<Link>, StoreError> {
    let mut ways = Vec::new();
    let t = &viewer.t;
    if has_changed(found) {
        let title = t.get("stadtseite-veraenderungen");
        ways.push(Link::new(title, city.at("/atlas/veraenderungen")));
    }
    let decided = decisions(&mut *app.store.read().await?, city.tenant()).await?;
    if decided.iter().any(Decision::is_published) {
        let title = t.get("stadtseite-entscheidungen");
        ways.push(Link::new(title, city.at("/atlas/entscheidungen")));
    }
    Ok(ways)
}

/// Whether there is something before that today can be compared with: an earlier state of a
/// dataset, or a year before the newest.
fn has_changed(found: &Found) -> bool {
    let known = || found.shelf.datasets.values().filter(|it| found.shelf.out.contains_key(&it.id));
    let mut datasets = BTreeSet::new();
    known().any(|it| !datasets.insert(&it.dataset))
        || found.ready().is_some_and(Ready::has_year_before)
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
