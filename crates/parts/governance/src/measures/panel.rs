//! What the page of a quarter says of its measures.

use ankunft_atlas::composed::model::Named;
use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::parts::{BoxFuture, Panel, Quarter, QuarterPanel};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::{App, City, Viewer, encode};
use askama::Template;

use super::view::{Board, Line, Wanted};
use super::{address, at, words};
use crate::known::{self, Place};
use crate::permissions::{PLAN, SEE};

#[derive(Template)]
#[template(path = "measures_panel.html")]
struct PanelTemplate {
    text: String,
    lines: Vec<(Link, String)>,
    ways: Vec<Link>,
}

/// A sentence, things with a line about each, and ways, as what a quarter's page prints.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if the template fails.
pub(crate) fn lines_panel(
    text: String,
    lines: Vec<(Link, String)>,
    ways: Vec<Link>,
) -> Result<String, StoreError> {
    let failed =
        |it: askama::Error| StoreError::Unreadable { what: "a page", text: it.to_string() };
    PanelTemplate { text, lines, ways }.render().map_err(failed)
}

/// The measures of the quarter, for who may see measures.
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
    let Some(city) = viewer.city.clone().map(City).filter(|_| viewer.may(SEE)) else {
        return Ok(None);
    };
    let t = &viewer.t;
    let board = Board::read(&mut app.store.read().await?, city.tenant(), app.today()).await?;
    let here = (quarter.geography.to_owned(), quarter.area.to_owned());
    let wanted = Wanted { place: Some(here), ..Wanted::default() };
    let line = |it: &Line| {
        let plan = &it.measure.plan;
        let args = [
            ("stelle", Arg::from(known::post(t, &board.names, plan.lead))),
            ("tag", Arg::from(t.date(plan.due))),
            ("stand", Arg::from(words::state(t, plan.state))),
        ];
        let link = Link::new(plan.title.clone(), address(&city, it.measure.number));
        let says = t.with("massnahme-zeile", &args);
        let part = wanted.part(&it.measure).map(|it| format!("; {}", words::part(t, it)));
        (link, format!("{says}{}", part.unwrap_or_default()))
    };
    let lines: Vec<(Link, String)> = board.wanted(&wanted).map(line).collect();
    let way = viewer.may(PLAN).then(|| {
        let place = Place {
            geography: quarter.geography.to_owned(),
            // What is agreed on for a quarter is for whatever it becomes.
            area: Named::read(quarter.area).code.to_owned(),
            name: String::new(),
        };
        let way = format!("/massnahmen/neu?quartier={}", encode(&place.value()));
        Link::new(t.get("massnahme-hier-anlegen"), at(&city, &way))
    });
    let report = Link::new(
        t.get("quartiersbericht"),
        crate::quarter::address(&city, (quarter.geography, quarter.area)),
    );
    let text = t.with("massnahmen-hier", &[("anzahl", Arg::from(lines.len()))]);
    let text = std::iter::once(text).chain(words::of_whole_city(t, &board));
    let text = text.collect::<Vec<_>>().join(" ");
    let html = lines_panel(text, lines, way.into_iter().chain([report]).collect())?;
    Ok(Some(Panel { title: t.get("massnahmen-alle"), html }))
}
