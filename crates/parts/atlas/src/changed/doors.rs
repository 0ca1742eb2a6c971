//! The door of what has changed.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::{Link, html};
use ankunft_platform::web::{App, City, Failure, Query, Viewer};
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::data;
use super::page::{self, ChangedPage};
use crate::assess::doors::find;
use crate::doors::Place;
use crate::state::Atlas;
use crate::view::overview::Asker;

/// What the address can say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    ebene: Option<String>,
}

/// `GET /{kommune}/atlas/veraenderungen`
pub async fn show(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let found = find(&app, &atlas, (&city, &viewer), asked.ebene.as_deref()).await?;
    let brought = {
        let mut read = app.store.read().await?;
        let asker = Asker {
            tenant: city.tenant(),
            audience: viewer.actor.audience(),
            key: &app.keys.release,
            memory: &atlas.memory,
        };
        data::brought(&mut read, asker, &found.shelf).await?
    };
    let place = Place::of(&city);
    let setting = place.setting(&viewer, &city, None);
    let t = &viewer.t;
    let mut shell = viewer
        .page(t.get("veraendert-titel"))
        .crumbs(vec![Link::new(t.get("nav-atlas"), city.at("/atlas"))]);
    let ready = found.ready();
    let classes = ready.map_or_else(Vec::new, |it| page::classes(&setting, it));
    let newest = brought.first().map(|it| it.version.number);
    shell.lead = newest.map(|number| {
        let names: Vec<&str> = classes.iter().map(|it| it.0.as_str()).collect();
        let args = [
            ("nummer", Arg::from(number.to_string())),
            ("anzahl", Arg::from(classes.len())),
            ("gebiete", Arg::from(t.list(&names))),
        ];
        t.with("veraendert-leit", &args)
    });
    shell.mark = ready.and_then(|it| crate::assess::doors::mark(&viewer, it));
    Ok(html(&ChangedPage {
        shell,
        action: city.at("/atlas/veraenderungen"),
        selects: found.geographies(&viewer).into_iter().collect(),
        brought: page::brought(t, &found.shelf, &brought),
        classes: classes.into_iter().map(|it| it.1).collect(),
        compared: ready.and_then(|it| page::compared(&setting, it)),
        rates: ready.and_then(|it| page::rates(&setting, it)),
        marks: ready.map_or_else(Vec::new, |it| page::marks(&setting, it)),
    }))
}
