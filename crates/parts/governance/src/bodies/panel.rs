//! What the page of a quarter says of the bodies that are there for it.

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::parts::{BoxFuture, Panel, Quarter, QuarterPanel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};

use super::address;
use super::model::Body;
use super::pages::words;
use super::view::Bodies;
use crate::known::Place;
use crate::measures::panel::lines_panel;
use crate::permissions::SIT;
use crate::within::Within;

/// The bodies of the quarter with their next meetings, for who may see bodies.
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
    let Some(city) = viewer.city.clone().map(City).filter(|_| viewer.may(SIT)) else {
        return Ok(None);
    };
    let (t, today) = (&viewer.t, app.today());
    let mut read = app.store.read().await?;
    let all = Bodies::read(&mut read, city.tenant()).await?;
    let within = read.kept::<Within>(city.tenant()).await?;
    drop(read);
    let here = Place {
        geography: quarter.geography.to_owned(),
        area: quarter.area.to_owned(),
        name: String::new(),
    };
    let line = |it: &Body| {
        let when = all.next(it.number, today).map_or_else(
            || t.get("gremium-hier-keine"),
            |next| {
                t.with("gremium-hier-naechste", &[("wann", Arg::from(words::when(t, &next.slot)))])
            },
        );
        (Link::new(it.charter.name.clone(), address(&city, it.number)), when)
    };
    let is_here = |it: &&Body| !it.charter.closed && it.charter.is_for(Some(&here), &within);
    let own = all.bodies.iter().filter(is_here);
    let lines: Vec<(Link, String)> = own.map(line).collect();
    if lines.is_empty() {
        return Ok(None);
    }
    let text = t.with("gremien-hier-text", &[("anzahl", Arg::from(lines.len()))]);
    let html = lines_panel(text, lines, Vec::new())?;
    Ok(Some(Panel { title: t.get("gremien-hier"), html }))
}
