//! `/{kommune}/beschluesse`: what is before the bodies, and what did they decide?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use crate::known;
use crate::papers::model::{Paper, decision};
use crate::papers::view::Papers;
use crate::papers::{address, at};
use crate::permissions::DRAFT_PAPERS;

/// The page.
pub fn show(viewer: &Viewer, city: &City, all: &Papers) -> Sheet {
    let t = &viewer.t;
    let decided = all.papers.iter().filter(|it| all.is_decided(it.number)).count();
    let args =
        [("offen", Arg::from(all.papers.len() - decided)), ("beschlossen", Arg::from(decided))];
    let shell = viewer.page(t.get("beschluesse-titel")).lead(t.with("beschluesse-leit", &args));
    let shell = shell.mark(t.get("gremium-nur-intern"));
    let mut ways = Vec::new();
    if viewer.may(DRAFT_PAPERS) {
        ways.push(Link::new(t.get("vorlage-anlegen"), at(city, "/neu")));
    }
    ways.push(Link::new(t.get("muster-titel"), at(city, "/muster")));
    ways.push(Link::new(t.get("beschluesse-oeffentlich"), at(city, "/oeffentlich")));
    if all.papers.is_empty() {
        let empty = Block::Empty(Empty { text: t.get("beschluesse-leer"), step: None });
        return Sheet::new(shell, vec![empty, Block::Ways(ways)]);
    }
    let row = |it: &Paper| {
        let steps = all.steps_of(it.number);
        let (state, day) = match decision(&steps) {
            Some((step, result)) => {
                (t.get(&format!("ergebnis-{}", result.outcome.code())), Some(step))
            }
            None => {
                let next = steps.iter().find(|it| it.result.is_none());
                let state = if next.is_some() {
                    "vorlage-stand-unterwegs"
                } else {
                    "vorlage-stand-entwurf"
                };
                (t.get(state), next)
            }
        };
        let step = day.map_or_else(
            || RowCell::new(t.get("vorlage-kein-schritt")),
            |it| RowCell::new(all.body(it.body)).note(t.date(it.on)),
        );
        Row {
            head: RowCell::link(it.draft.subject.clone(), address(city, it.number))
                .note(t.with("vorlage-nummer", &[("nummer", Arg::from(it.number))])),
            cells: vec![
                RowCell::new(known::post(t, &all.names, it.draft.lead)),
                step,
                RowCell::new(state),
            ],
        }
    };
    let columns = ["vorlage", "vorlage-federfuehrung", "vorlage-gremium", "vorlage-stand"];
    let table = Table {
        caption: t.get("beschluesse-tabelle"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.papers.iter().map(row).collect(),
    };
    Sheet::new(shell, vec![Block::Table(table), Block::Ways(ways)])
}
