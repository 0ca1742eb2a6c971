//! `/{kommune}/beschluesse/oeffentlich`: what was decided in public?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Pair, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::paper::public_address;
use super::words;
use crate::papers::at;
use crate::papers::model::{Paper, Resolved, Step};
use crate::papers::view::Papers;

/// The list, the newest first.
pub fn list(viewer: &Viewer, city: &City, all: &Papers) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("oeffentlich-titel")).lead(t.get("oeffentlich-leit"));
    let public = all.public();
    if public.is_empty() {
        let empty = Empty { text: t.get("oeffentlich-leer"), step: None };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let row = |(paper, step, result): &(&Paper, Step, Resolved)| Row {
        head: RowCell::link(paper.draft.subject.clone(), public_address(city, paper)),
        cells: vec![
            RowCell::new(all.body(step.body)),
            RowCell::new(t.date(step.on)),
            RowCell::new(outcome(t, result)),
        ],
    };
    let columns = ["vorlage-betreff", "vorlage-gremium", "schritt-tag", "ergebnis"];
    let table = Table {
        caption: t.get("oeffentlich-titel"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: public.iter().map(row).collect(),
    };
    Sheet::new(shell, vec![Block::Table(table)])
}

/// What came of it, and that it was corrected.
fn outcome(t: &Texts, it: &Resolved) -> String {
    let all = [Some(t.get(&format!("ergebnis-{}", it.outcome.code()))), words::corrected(t, it)];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// One decision: what, by whom, when, how it was voted; nothing else.
pub fn show(
    viewer: &Viewer,
    city: &City,
    all: &Papers,
    (paper, step, result): &(&Paper, Step, Resolved),
) -> Sheet {
    let t = &viewer.t;
    let args = [
        ("gremium", Arg::from(all.body(step.body))),
        ("tag", Arg::from(t.date(step.on))),
        ("ergebnis", Arg::from(t.get(&format!("ergebnis-{}", result.outcome.code())))),
    ];
    let crumbs = vec![Link::new(t.get("oeffentlich-titel"), at(city, "/oeffentlich"))];
    let shell = viewer
        .page(paper.draft.subject.clone())
        .lead(t.with("vorlage-leit-beschlossen", &args))
        .crumbs(crumbs);
    let mut blocks =
        vec![Block::Heading(t.get("beschluss")), Block::Text(words::decided(t, paper, result))];
    blocks.extend(words::corrected(t, result).map(Block::Reading));
    if !paper.draft.council_address.is_empty() {
        let address = paper.draft.council_address.clone();
        let mut pair = Pair::new(t.get("vorlage-ratsinfo"), address.clone());
        pair.href = Some(address);
        blocks.push(Block::Pairs(vec![pair]));
    }
    Sheet::new(shell, blocks)
}
