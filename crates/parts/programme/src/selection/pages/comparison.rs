//! `/{kommune}/auswahl`: how far are the cities with their choice?

use ankunft_atlas::candidates::model::State;
use ankunft_atlas::candidates::store::published::Chosen;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::tenant::TenantKind;
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::{counts, day, methods};
use crate::permissions::{GIVE_SELECTION, SEE_SELECTION};
use crate::selection::at;
use crate::selection::model::Giving;
use crate::selection::view::{Comparison, Line};

/// The cities side by side. What a city does not show is nobody's but its own.
pub fn page(viewer: &Viewer, city: &City, it: &Comparison) -> Sheet {
    let t = &viewer.t;
    let decided = it.lines.iter().filter(|it| !decided(t, it).text.is_empty()).count();
    let args = [
        ("entschieden", Arg::from(decided)),
        ("zahl", Arg::from(it.lines.len())),
        ("gezeigt", Arg::from(it.shown())),
    ];
    let id = if it.with_candidates { "auswahl-leit" } else { "auswahl-leit-offen" };
    let crumbs = vec![Link::new(t.get("nav-programm"), city.at(crate::together::PATH))];
    let mut shell = viewer.page(t.get("auswahl-titel")).lead(t.with(id, &args)).crumbs(crumbs);
    if viewer.may(SEE_SELECTION) {
        let file = |kind: &str| Link::new(kind.to_uppercase(), at(city, &format!(".{kind}")));
        shell = shell.data(vec![file("csv"), file("json")]);
    }
    let mut blocks = Vec::new();
    if viewer.may(GIVE_SELECTION) && city.kind == TenantKind::Kommune {
        let way = Link::new(t.get("auswahl-zeigen"), at(city, "/zeigen"));
        blocks.push(Block::Ways(vec![way]));
    }
    blocks.push(Block::Table(side_by_side(viewer, city, it)));
    blocks.push(Block::Heading(t.get("auswahl-veroeffentlicht")));
    let published: Vec<Row> = it.lines.iter().flat_map(|it| rows(t, it)).collect();
    blocks.push(match published.is_empty() {
        true => Block::Empty(Empty { text: t.get("auswahl-noch-nicht"), step: None }),
        false => Block::Table(of_published(t, published)),
    });
    blocks.push(Block::Reading(t.get("auswahl-lesen")));
    Sheet::new(shell, blocks)
}

/// One city a row.
fn side_by_side(viewer: &Viewer, city: &City, it: &Comparison) -> Table {
    let t = &viewer.t;
    let with = it.with_candidates;
    let row = |line: &Line| {
        let works = line.organisation.as_ref();
        let works = works.map(|it| t.get(&format!("organisation-{it}")));
        let mut cells = vec![RowCell::new(works.unwrap_or_else(|| t.get("profil-nichts")))];
        if with {
            cells.extend(shown(t, city, line));
        }
        cells.push(decided(t, line));
        Row { head: RowCell::new(line.city.name.clone()), cells }
    };
    let mut columns = vec!["kern-kommune", "profil-organisation"];
    if with {
        columns.extend(["auswahl-kandidaten", "auswahl-methode"]);
    }
    columns.push("auswahl-entschieden");
    Table {
        caption: t.get("auswahl-titel"),
        quiet_caption: true,
        columns: columns.into_iter().map(|it| Column::words(t.get(it))).collect(),
        rows: it.lines.iter().map(row).collect(),
    }
}

/// How many candidates stand where, and by what they were found.
fn shown(t: &Texts, city: &City, line: &Line) -> [RowCell; 2] {
    let Some(giving) = &line.given else {
        return [RowCell::new(t.get("auswahl-nicht-gezeigt")), RowCell::new("")];
    };
    let page = at(city, &format!("/stadt/{}", line.city.slug));
    let mut by = RowCell::new(methods(t, &giving.shown.quarters).join("; "));
    if !giving.shown.approach.is_empty() {
        by = by.note(giving.shown.approach.clone());
    }
    [RowCell::link(counts(t, &giving.shown), page), by]
}

/// What was decided, by whom and when: what the city shows, or what it has published.
fn decided(t: &Texts, line: &Line) -> RowCell {
    let cell = |names: &[String], on_date: &str, body: &str| {
        let args = [("tag", Arg::from(day(t, on_date))), ("wer", Arg::from(body))];
        RowCell::new(t.list(names)).note(t.with("auswahl-durch", &args))
    };
    let of_given = |it: &Giving| {
        let chosen = it.shown.quarters.iter().filter(|it| it.state == State::Chosen);
        let newest = chosen.clone().max_by(|a, b| a.since.cmp(&b.since))?;
        let names: Vec<String> = chosen.map(|it| it.name.clone()).collect();
        Some(cell(&names, &newest.since, &newest.body))
    };
    let given = line.given.as_ref().and_then(of_given);
    let published = || {
        let it = line.published.first()?;
        Some(cell(&it.quarters, &it.on_date, &it.body))
    };
    given.or_else(published).unwrap_or_default()
}

fn of_published(t: &Texts, rows: Vec<Row>) -> Table {
    let columns = [
        "kern-kommune",
        "auswahl-quartier",
        "auswahl-gebiet",
        "auswahl-entschieden",
        "auswahl-warum",
    ];
    Table {
        caption: t.get("auswahl-veroeffentlicht"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows,
    }
}

/// A row for each published decision of a city.
fn rows<'a>(t: &'a Texts, line: &'a Line) -> impl Iterator<Item = Row> + 'a {
    line.published.iter().map(|it: &Chosen| {
        let page = format!("/{}/atlas/entscheidungen/{}", line.city.slug, it.number);
        Row {
            head: RowCell::new(line.city.name.clone()),
            cells: vec![
                RowCell::link(t.list(&it.quarters), page),
                RowCell::new(t.list(&it.kinds)),
                RowCell::new(day(t, &it.on_date)).note(it.body.clone()),
                RowCell::new(it.reason.clone()),
            ],
        }
    })
}
