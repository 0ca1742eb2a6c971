//! What the page of a quarter and the first page of a city say of funds.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::parts::{BoxFuture, FrontPanel, Panel, Quarter, QuarterPanel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer};
use askama::Template;
use jiff::civil::Date;

use super::ledger::Ledger;
use super::model::Fund;
use super::view::Board;
use super::{address, words};
use crate::known::Place;
use crate::within::seen_by;

#[derive(Template)]
#[template(path = "measures_panel.html")]
struct PanelTemplate {
    text: String,
    lines: Vec<(Link, String)>,
    ways: Vec<Link>,
}

/// The funds of the quarter.
pub struct OfQuarter;
/// The funds that one can apply to now.
pub struct OnFront;

impl QuarterPanel for OfQuarter {
    fn show<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        quarter: Quarter<'a>,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>> {
        Box::pin(async move {
            let Some(city) = viewer.city.clone().map(City) else { return Ok(None) };
            let mut read = app.store.read().await?;
            // Who may not know of a quarter does not learn here of which area units it is.
            let within = seen_by(&mut read, city.tenant(), viewer.actor.audience()).await?;
            drop(read);
            let here = Place {
                geography: quarter.geography.to_owned(),
                area: quarter.area.to_owned(),
                name: String::new(),
            };
            let is_here = |it: &Fund, _: Date| {
                it.terms.place.as_ref().is_some_and(|it| within.meet(it, &here))
            };
            show(app, &city, viewer, is_here).await
        })
    }
}

impl FrontPanel for OnFront {
    fn show<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Option<Panel>, StoreError>> {
        Box::pin(show(app, city, viewer, |it, today| it.terms.is_open(today)))
    }
}

async fn show(
    app: &App,
    city: &City,
    viewer: &Viewer,
    is_shown: impl Fn(&Fund, Date) -> bool + Send,
) -> Result<Option<Panel>, StoreError> {
    let (t, today) = (&viewer.t, app.today());
    let board = Board::read(&mut app.store.read().await?, city.tenant()).await?;
    let shown = board.funds.iter().filter(|it| is_shown(&it.0, today));
    let lines: Vec<(Link, String)> = shown.map(|it| line(t, city, it, today)).collect();
    if lines.is_empty() {
        return Ok(None);
    }
    let text = t.with("fonds-hier", &[("anzahl", Arg::from(lines.len()))]);
    let html = PanelTemplate { text, lines, ways: Vec::new() }
        .render()
        .map_err(|error| StoreError::Unreadable { what: "a page", text: error.to_string() })?;
    Ok(Some(Panel { title: t.get("fonds-titel"), html }))
}

fn line(t: &Texts, city: &City, (fund, ledger): &(Fund, Ledger), today: Date) -> (Link, String) {
    let year = i64::from(today.year());
    let left = words::left(t, year, ledger.year(year));
    let text = format!("{left} {}", words::call(t, &fund.terms, today));
    (Link::new(fund.terms.name.clone(), address(city, fund.number)), text)
}
