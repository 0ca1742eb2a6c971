//! The profile of a quarter on paper.

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::Arg;
use ankunft_report::paper::{Block, Column, Level, Paper, Picture, Row, Table, Text};

use super::Letterhead;
use super::blocks;
use crate::model::measure::Measure;
use crate::pages::overview::quarter_link;
use crate::pages::profile::{self, ZoneCell, ZonesPart};
use crate::pages::series::{self, SeriesPart, SeriesRow};
use crate::view::profile::Profile;

/// How much of the width the map of the city takes, in percent.
const MAP_WIDTH: u8 = 62;

/// The paper of a quarter, from the values of its page.
#[must_use]
pub fn paper(head: &Letterhead<'_>, profile: &Profile) -> Paper {
    let title = profile.area.name.clone();
    let about = [("ebene", Arg::from(profile.geography.name.as_str()))];
    let subtitle = format!("{}, {}", head.city, head.t.with("papier-profil", &about));
    let paper = head.paper((title, subtitle), &profile.sources, self::blocks(head, profile));
    // Figures may be public where the quarter itself is not.
    let is_internal = profile.place.circle(Nutzung::Public) != Nutzung::Public;
    let mark = paper.mark.or_else(|| is_internal.then(|| head.t.get("atlas-nur-intern")));
    Paper { mark, ..paper }
}

/// What stands in it, in reading order.
#[must_use]
pub fn blocks(head: &Letterhead<'_>, profile: &Profile) -> Vec<Block> {
    let (t, setting) = (head.t, head.setting());
    let parts = series::series(&setting, profile);
    let breaks = series::interruptions(&setting, profile);
    let measures: Vec<&Measure> = profile.series.iter().map(|it| &it.measure).collect();
    let path = quarter_link("", &profile.geography.code, &profile.area.code);

    let mut blocks = vec![Block::paragraph(profile::lead(&setting, profile))];
    blocks.extend(blocks::key_figures(head, profile::figures(&setting, profile)));
    blocks.extend(map(head, profile));
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
    blocks.extend(blocks::sources(head, &profile.sources, &path));
    blocks
}

fn map(head: &Letterhead<'_>, profile: &Profile) -> Vec<Block> {
    let t = head.t;
    let Some(svg) = profile::map(&head.setting(), profile) else { return Vec::new() };
    let names =
        [("gebiet", Arg::from(profile.area.name.as_str())), ("stadt", Arg::from(head.city))];
    let picture = Picture {
        svg,
        alt: t.with("papier-lage-text", &names),
        caption: Text::from(t.with("papier-lage", &names)),
        legend: Vec::new(),
        width_percent: MAP_WIDTH,
    };
    vec![Block::heading(Level::One, t.get("profil-lage")), Block::Picture(picture)]
}

fn chart(head: &Letterhead<'_>, profile: &Profile, part: &SeriesPart) -> [Block; 2] {
    let picture = Picture {
        svg: part.charts[0].clone(),
        alt: course(head, profile, part),
        caption: Text::default(),
        legend: Vec::new(),
        width_percent: 100,
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
