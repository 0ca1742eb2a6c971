//! The report of a city: a map for each key measure, and all area units in one table.

use std::collections::BTreeMap;

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::Arg;
use ankunft_report::paper::{Block, Column, LegendItem, Level, Paper, Picture, Row, Table, Text};

use super::{Letterhead, blocks, classes};
use crate::assess::About;
use crate::model::measure::Measure;
use crate::pages::overview::{self, TableRow, encode};
use crate::pages::words;
use crate::view::overview::Figures;
use crate::view::report::Report;

/// How much of the width a map takes, in percent. Of a few area units two maps find room on a
/// page; many would be too small to be told apart.
pub(super) const fn map_width(areas: usize) -> u8 {
    if areas > 60 { 100 } else { 46 }
}

/// The paper of a city.
#[must_use]
pub fn paper(head: &Letterhead<'_>, report: &Report, about: &About) -> Paper {
    let subtitle = head.t.with("papier-bericht-unter", &[("stadt", Arg::from(head.city))]);
    let title = head.t.get("atlas-titel");
    let paper = head.paper((title, subtitle), &report.sources, blocks(head, report, about));
    // The report says no more of arrival quarters than their public page; what that is made of may
    // be narrower.
    let is_narrow = about.ready().is_some_and(|it| it.assessment.nutzung() != Nutzung::Public);
    let mark = paper.mark.or_else(|| is_narrow.then(|| head.t.get("atlas-nur-intern")));
    Paper { mark, ..paper }
}

/// What stands in it, in reading order.
#[must_use]
pub fn blocks(head: &Letterhead<'_>, report: &Report, about: &About) -> Vec<Block> {
    let t = head.t;
    let mut blocks = vec![Block::paragraph(t.with(
        "papier-bericht-leit",
        &[
            ("anzahl", Arg::from(report.figures.len())),
            ("ebene", Arg::from(report.geography.name.as_str())),
        ],
    ))];
    blocks.extend(classes::blocks(head, about));
    let mut reading: Vec<String> = Vec::new();
    let mut tables = Vec::new();
    for figures in &report.figures {
        let Some(shown) = overview::picture(&head.setting(), &report.overview, figures) else {
            continue;
        };
        blocks.extend(measure(head, report, figures, &shown));
        reading.extend(
            shown.reading.into_iter().filter(|it| !reading.contains(it)).collect::<Vec<_>>(),
        );
        tables.push((figures, shown.rows, shown.whole));
    }
    blocks.extend(table(head, report, tables));
    blocks
        .extend(blocks::list(t.get("papier-lesen"), reading.into_iter().map(Text::from).collect()));
    let measures: Vec<&Measure> = report.figures.iter().map(|it| &it.measure).collect();
    blocks.extend(blocks::computation(head, &report.overview.shelf, &measures));
    let path = format!("/atlas?ebene={}", encode(&report.geography.code));
    blocks.extend(blocks::sources(head, &report.sources, &path));
    blocks
}

/// A measure: its sentence and its map.
fn measure(
    head: &Letterhead<'_>,
    report: &Report,
    figures: &Figures,
    shown: &overview::Picture,
) -> Vec<Block> {
    let t = head.t;
    let shelf = &report.overview.shelf;
    let name = words::measure(t, shelf, &figures.measure);
    let mut blocks = vec![Block::heading(Level::One, name)];
    let lead = overview::lead(&head.setting(), &report.overview, figures);
    blocks.extend(lead.map(Block::paragraph));
    let Some(svg) = shown.map.clone() else { return blocks };
    let field =
        |(svg, text): &(String, String)| LegendItem { svg: svg.clone(), text: text.clone() };
    let about =
        [("merkmal", Arg::from(shown.caption.as_str())), ("anzahl", Arg::from(shown.rows.len()))];
    blocks.push(Block::Picture(Picture {
        svg,
        alt: t.with("papier-karte-text", &about),
        caption: Text::from(shown.caption.as_str()),
        legend: shown.legend.iter().map(field).collect(),
        width_percent: map_width(shown.rows.len()),
        beside: Vec::new(),
    }));
    blocks
}

type Shown<'a> = (&'a Figures, Vec<TableRow>, TableRow);

/// All area units in alphabetical order, with the measures that speak of these very units.
fn table(head: &Letterhead<'_>, report: &Report, shown: Vec<Shown<'_>>) -> Vec<Block> {
    let t = head.t;
    let Some(version) = shown.iter().map(|it| it.0.version.id).max() else { return Vec::new() };
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|it| it.0.version.id == version);
    let name = |figures: &Figures| words::measure(t, &report.overview.shelf, &figures.measure);
    let period = |it: &Figures| words::period(t, it.measure.nature, &it.period);
    let mut columns = vec![Column::words(t.get("atlas-gebiet"))];
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for (figures, cells, whole) in here {
        columns.push(Column::numbers(format!("{}, {}", name(figures), period(figures))));
        let last = cells.len();
        for (at, cell) in cells.into_iter().chain([whole]).enumerate() {
            let row = rows
                .entry(at)
                .or_insert_with(|| Row { cells: vec![cell.name.into()], total: at == last });
            row.cells.push(head.linked(cell.value, &cell.source));
        }
    }
    let others: Vec<String> = elsewhere.iter().map(|it| name(it.0)).collect();
    let note = (!others.is_empty()).then(|| {
        t.with("papier-anderer-gebietsstand", &[("merkmale", Arg::from(t.list(&others)))]).into()
    });
    vec![
        Block::heading(Level::One, t.get("papier-alle-gebiete")),
        Block::Table(Table {
            caption: t.with(
                "papier-tabelle",
                &[
                    ("stadt", Arg::from(head.city)),
                    ("ebene", Arg::from(report.geography.name.as_str())),
                ],
            ),
            columns,
            row_headings: true,
            rows: rows.into_values().collect(),
            notes: note.into_iter().collect(),
        }),
    ]
}
