//! The profile of a quarter on one page: where it lies, what the assessment says, the key measures
//! beside the city with their course, and from whom all that is.

use std::sync::Arc;

use ankunft_disclosure::Nutzung;
use ankunft_platform::languages::Arg;
use ankunft_report::paper::{Block, Column, LegendItem, Level, Paper, Picture, Row, Table, Text};

use super::{Letterhead, annex, blocks};
use crate::assess::{About, Ready, Told, pages as assess};
use crate::pages::key::{self, KeyRow};
use crate::pages::overview::quarter_link;
use crate::pages::profile;
use crate::view::profile::Profile;

/// How much of the width the map of the city takes, in percent; what the assessment says stands
/// beside it.
const MAP_WIDTH: u8 = 46;

/// The height of the course of a measure in its row, in points.
const TREND_PT: u8 = 17;

/// What a profile is made from beside its view.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// What is known of arrival quarters.
    pub about: &'a About,
    /// Whether series, parts and formulas follow behind the page.
    pub with_annex: bool,
}

/// The paper of a quarter, from the values of its page.
#[must_use]
pub fn paper(head: &Letterhead<'_>, profile: &Profile, around: Around<'_>) -> Paper {
    let title = profile.area.name.clone();
    let of = [("ebene", Arg::from(profile.geography.name.as_str()))];
    let subtitle = format!("{}, {}", head.city, head.t.with("papier-profil", &of));
    let blocks = self::blocks(head, profile, around);
    let paper = head.paper((title, subtitle), &profile.sources, blocks);
    // Figures may be public where the quarter itself is not, or what is said of it.
    let is_internal =
        profile.place.circle(Nutzung::Public) != Nutzung::Public || around.about.is_internal();
    let mark = paper.mark.or_else(|| is_internal.then(|| head.t.get("atlas-nur-intern")));
    Paper { mark, ..paper }
}

/// What stands in it, in reading order.
#[must_use]
pub fn blocks(head: &Letterhead<'_>, profile: &Profile, around: Around<'_>) -> Vec<Block> {
    let (t, setting) = (head.t, head.setting());
    let path = quarter_link("", &profile.geography.code, &profile.area.code);
    let told = around.about.told(t, head.reader, &profile.place);
    let mut blocks = vec![Block::paragraph(profile::lead(&setting, profile))];
    blocks.extend(place(head, profile, (around.about, said(&told))));
    let rows = key::rows(&setting, profile);
    if !rows.is_empty() {
        blocks.push(Block::heading(Level::One, t.get("papier-kennzahlen")));
        blocks.push(Block::Table(table(head, profile, rows)));
    }
    let zones = profile::zones(&setting, profile).and_then(|it| it.warning);
    blocks.extend(zones.map(blocks::warning));
    let mut lines = blocks::origins(head, &profile.sources);
    lines.extend(blocks::address(head, &path));
    blocks.push(Block::Sources { lines });
    if around.with_annex {
        blocks.extend(annex::blocks(head, profile, &path));
    }
    blocks
}

/// What the assessment says of the quarter, or of each of its parts; the sentence first.
fn said(told: &[(String, Told)]) -> Vec<Text> {
    let pair = |text: Text, (term, said): (&str, &str)| {
        let begin = if text.spans().is_empty() { "" } else { "; " };
        text.and(format!("{begin}{term}: ")).strong(said)
    };
    match told {
        [] => Vec::new(),
        [(_, only)] => {
            let beside = only.beside.iter().chain(&only.kind);
            let line = |it: &ankunft_platform::page::components::Pair| {
                pair(Text::default(), (&it.term, &it.text))
            };
            std::iter::once(only.sentence.as_str().into()).chain(beside.map(line)).collect()
        }
        parts => {
            let line = |(name, it): &(String, Told)| {
                let first = pair(Text::default(), (name, &it.class));
                it.beside.iter().fold(first, |text, it| pair(text, (&it.term, &it.text)))
            };
            parts.iter().map(line).collect()
        }
    }
}

/// Where it lies among the classes of the city, where there are any, and beside the map what the
/// assessment says; that alone where nobody has outlines.
fn place(
    head: &Letterhead<'_>,
    profile: &Profile,
    (about, beside): (&About, Vec<Text>),
) -> Vec<Block> {
    let t = head.t;
    let own = |it: &&Arc<Ready>| it.geography.code == profile.geography.code;
    let classes = about.ready().filter(own);
    let classes =
        classes.and_then(|it| assess::chosen_map(&head.setting(), it, &profile::units(profile)));
    let names =
        [("gebiet", Arg::from(profile.area.name.as_str())), ("stadt", Arg::from(head.city))];
    if let Some(map) = classes {
        let item = |(svg, text): (String, String)| LegendItem { svg, text };
        let args = [names.as_slice(), &[("karte", Arg::from(map.title.as_str()))]].concat();
        return vec![Block::Picture(Picture {
            svg: map.svg,
            alt: t.with("papier-lage-klassen-text", &args),
            caption: Text::from(t.with("papier-lage-klassen", &args)),
            legend: map.legend.into_iter().map(item).collect(),
            width_percent: MAP_WIDTH,
            beside,
        })];
    }
    let Some(svg) = profile::map(&head.setting(), profile) else {
        return beside.into_iter().map(|text| Block::Paragraph { text }).collect();
    };
    vec![Block::Picture(Picture {
        svg,
        alt: t.with("papier-lage-text", &names),
        caption: Text::from(t.with("papier-lage", &names)),
        legend: Vec::new(),
        width_percent: MAP_WIDTH,
        beside,
    })]
}

fn table(head: &Letterhead<'_>, profile: &Profile, rows: Vec<KeyRow>) -> Table {
    let t = head.t;
    let row = |it: KeyRow| {
        let notes = std::iter::once(it.period).chain(it.notes).collect::<Vec<_>>().join(", ");
        let none = || t.get("papier-kein-vergleich");
        let trend = it.trend.map_or_else(
            || Text::from(none()),
            |(svg, alt)| Text::default().drawing(svg, TREND_PT, alt),
        );
        let cells = vec![
            Text::default().strong(it.name).and(format!(" ({notes})")),
            head.linked(it.value, &it.source),
            it.city.unwrap_or_else(none).into(),
            it.change.unwrap_or_else(none).into(),
            trend,
        ];
        Row { cells, total: false }
    };
    Table {
        caption: t.with(
            "papier-kennzahlen-tabelle",
            &[("gebiet", Arg::from(profile.area.name.as_str())), ("stadt", Arg::from(head.city))],
        ),
        columns: vec![
            Column::words(t.get("papier-merkmal")),
            Column::numbers(profile.area.name.as_str()),
            Column::numbers(head.city),
            Column::words(t.get("papier-veraenderung")),
            Column::words(t.get("papier-verlauf")),
        ],
        row_headings: true,
        rows: rows.into_iter().map(row).collect(),
        notes: Vec::new(),
    }
}
