//! The door to the comparison of quarters.

use ankunft_platform::page::{Link, html};
use ankunft_platform::web::{App, City, Failure, Query, Viewer};
use axum::extract::State;
use axum::response::Response;

use super::Place as At;
use super::read::{Asked, ask, mark};
use crate::composed::Place;
use crate::pages::comparison::{self, ComparisonPage};
use crate::pages::{overview, words};
use crate::state::Atlas;
use crate::store::Shelf;
use crate::view::overview::{Figures, Row};

/// `GET /{kommune}/atlas/vergleich`
pub async fn show_comparison(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let find = |name: &str| pairs.iter().find(|it| it.0 == name).map(|it| it.1.clone());
    let asked = Asked {
        ebene: find("ebene"),
        merkmal: find("merkmal"),
        stichtag: find("stichtag"),
        ..Asked::default()
    };
    let chosen: Vec<String> =
        pairs.iter().filter(|it| it.0 == "gebiet").map(|it| it.1.clone()).collect();
    let view = ask(&app, &atlas, &city, &viewer, &asked.nearby()).await?;
    let place = At::of(&city);
    let setting = place.setting(&viewer, &city, None);
    let shown = view.figures.as_ref();
    let t = &viewer.t;
    let mut shell = viewer
        .page(t.get("vergleich-titel"))
        .crumbs(vec![Link::new(t.get("nav-atlas"), city.at("/atlas"))]);
    let joined = shown.map_or_else(Vec::new, |it| joined(&view.shelf, it));
    let compared: Vec<&(Place, Figures)> =
        joined.iter().filter(|it| chosen.contains(&it.0.area.code)).collect();
    let circles = |it: &Figures| {
        let own = it.values.nutzung();
        compared.iter().map(|(place, _)| place.circle(own)).fold(own, std::cmp::Ord::min)
    };
    shell.mark = shown.and_then(|it| mark(&viewer, circles(it)));
    let also: Vec<&Figures> = compared.iter().map(|it| &it.1).collect();
    let rows = shown.map_or_else(Vec::new, |it| comparison::rows(&setting, it, &also, &chosen));
    shell.lead = shown.map(|it| comparison::lead(&setting, &view, it, &rows));
    let mut selects = overview::selects(&setting, &view);
    selects.retain(|it| it.name != "klassen");
    Ok(html(&ComparisonPage {
        action: city.at("/atlas/vergleich"),
        selects,
        quarters: comparison::quarters(&setting, shown, &joined, &chosen),
        charts: shown.map(|it| comparison::charts(&setting, &view, it, &rows)),
        rows: shown.map_or_else(Vec::new, |it| {
            let source = format!("/atlas/quelle?{}&gebiet=", overview::query(it));
            let words = |row: &Row<'_>| {
                let source = city.at(&format!("{source}{}", overview::encode(&row.area.code)));
                (row.area.name.clone(), words::cell(t, it.measure.unit, row.value), source)
            };
            rows.iter().map(words).collect()
        }),
        caption: shown.map_or_else(String::new, |it| words::measure(t, &view.shelf, &it.measure)),
        sources: shown.map_or_else(Vec::new, |it| {
            let weights = also.iter().flat_map(|it| &it.sources).cloned();
            words::source_line(t, &it.sources.iter().cloned().chain(weights).collect::<Vec<_>>())
        }),
        shell,
    }))
}

/// The composed quarters that can stand beside these area units, each with its figures.
fn joined(shelf: &Shelf, figures: &Figures) -> Vec<(Place, Figures)> {
    let current = shelf.composed.iter().filter(|it| it.retired_at.is_none());
    let place = |code: &str| {
        let place = figures.place(shelf, code)?;
        let own = figures.of_place(shelf, &place)?;
        Some((place, own))
    };
    current.filter_map(|it| place(&it.code)).collect()
}
