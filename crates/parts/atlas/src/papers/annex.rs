//! What stands behind the page of a quarter, for who asks for it: every series as picture and in
//! numbers, its parts, how measures are computed, and all that is said of the sources.

use ankunft_platform::languages::Arg;
use ankunft_report::paper::{Block, Column, Level, Picture, Row, Table, Text};

use super::{Letterhead, blocks};
use crate::model::measure::Measure;
use crate::pages::profile::{self, ZoneCell, ZonesPart};
use crate::pages::series::{self, SeriesPart, SeriesRow};
use crate::view::profile::Profile;

/// The annex, which begins on a page of its own.
pub(super) fn blocks(head: &Letterhead<'_>, profile: &Profile, path: &str) -> Vec<Block> {
    let (t, setting) = (head.t, head.setting());
    let parts = series::series(&setting, profile);
    let breaks = series::interruptions(&setting, profile);
    let measures: Vec<&Measure> = profile.series.iter().map(|it| &it.measure).collect();
    let mut blocks = vec![Block::PageBreak];
    if !parts.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("papier-verlauf")));
        blocks.extend(parts.iter().flat_map(|it| chart(head, profile, it)));
    }
    if !breaks.is_empty() {
        let item =
            |(year, note): (String, String)| Text::default().strong(year).and(format!(": {note}"));
        blocks.push(Block::heading(Level::Two, t.get("profil-brueche")));
        blocks.push(Block::paragraph(t.get("profil-brueche-leit")));
        blocks.push(Block::List { numbered: false, items: breaks.into_iter().map(item).collect() });
    }
    blocks.extend(profile::zones(&setting, profile).into_iter().flat_map(|it| zones(head, it)));
    if !parts.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("papier-zahlen")));
        blocks.extend(parts.into_iter().map(|it| numbers(head, profile, it)));
    }
    blocks.extend(blocks::computation(head, &profile.shelf, &measures));
    blocks.extend(blocks::sources(head, &profile.sources, path));
    blocks
}

fn chart(head: &Letterhead<'_>, profile: &Profile, part: &SeriesPart) -> [Block; 2] {
    let picture = Picture {
        svg: part.charts[0].clone(),
        alt: course(head, profile, part),
        caption: Text::default(),
        legend: Vec::new(),
        width_percent: 100,
        beside: Vec::new(),
    };
    [Block::heading(Level::Two, part.title.as_str()), Block::Picture(picture)]
}

/// What is to be seen in a chart: where it begins and ends.
fn course(head: &Letterhead<'_>, profile: &Profile, part: &SeriesPart) -> String {
    let point = |it: Option<&SeriesRow>| {
        it.map_or_else(String::new, |it| format!("{}: {}", it.period, it.value))
    };
    head.t.with(
        "papier-reihe-text",
        &[
            ("merkmal", Arg::from(part.title.as_str())),
            ("gebiet", Arg::from(profile.area.name.as_str())),
            ("anfang", Arg::from(point(part.rows.last()))),
            ("ende", Arg::from(point(part.rows.first()))),
        ],
    )
}

fn zones(head: &Letterhead<'_>, zones: ZonesPart) -> Vec<Block> {
    let t = head.t;
    let mut blocks = vec![Block::heading(Level::One, t.get("profil-teile"))];
    blocks.extend(zones.warning.map(blocks::warning));
    let columns = zones.columns.into_iter().map(Column::numbers);
    let row = |(name, cells): (String, Vec<ZoneCell>)| Row {
        cells: std::iter::once(name)
            .chain(cells.into_iter().map(|it| it.value))
            .map(Text::from)
            .collect(),
        total: false,
    };
    blocks.push(Block::Table(Table {
        caption: zones.caption,
        columns: std::iter::once(Column::words(t.get("profil-teil"))).chain(columns).collect(),
        row_headings: true,
        rows: zones.rows.into_iter().map(row).collect(),
        notes: Vec::new(),
    }));
    blocks
}

fn numbers(head: &Letterhead<'_>, profile: &Profile, part: SeriesPart) -> Block {
    let row = |it: SeriesRow| {
        let value = match it.band {
            Some(band) => format!("{} ({band})", it.value),
            None => it.value,
        };
        let cells = vec![it.period.into(), head.linked(value, &it.source), it.city.into()];
        Row { cells, total: false }
    };
    Block::Table(Table {
        caption: part.caption,
        columns: vec![
            Column::words(head.t.get("profil-stichtag")),
            Column::numbers(profile.area.name.as_str()),
            Column::numbers(head.city),
        ],
        row_headings: true,
        rows: part.rows.into_iter().map(row).collect(),
        notes: Vec::new(),
    })
}
