//! `/{kommune}/beschluesse/muster`: the city's own Word template, and what may stand in it.

use ankunft_platform::attachments::Attachment;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Column, Problems, Row, RowCell, Table, Upload};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use axum::response::Response;

use super::frame;
use crate::papers::at;
use crate::papers::word::PLACEHOLDERS;
use crate::permissions::STEER_PAPERS;

/// The page, with the template that is good.
pub fn show(
    viewer: &Viewer,
    city: &City,
    own: Option<&Attachment>,
    problems: &Problems,
) -> Response {
    let t = &viewer.t;
    let shell = frame(viewer, city, Vec::new(), (t.get("muster-titel"), t.get("muster-leit")));
    let text = match own {
        Some(own) => {
            let at = ankunft_platform::words::instant(t, own.created_at);
            let args = [("name", own.file_name.as_str().into()), ("wann", at.into())];
            t.with("muster-eigenes", &args)
        }
        None => t.get("muster-mitgeliefert"),
    };
    let row = |name: &&str| Row {
        head: RowCell::new(format!("{{{{{name}}}}}")),
        cells: vec![RowCell::new(t.get(&format!("platzhalter-{name}")))],
    };
    let table = Table {
        caption: t.get("muster-platzhalter"),
        quiet_caption: false,
        columns: ["muster-platzhalter-name", "muster-platzhalter-was"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: PLACEHOLDERS.iter().map(row).collect(),
    };
    let ways = vec![Link::new(t.get("muster-herunterladen"), at(city, "/muster/docx"))];
    let mut blocks = vec![Block::Problems(problems.clone()), Block::Text(text), Block::Ways(ways)];
    if viewer.may(STEER_PAPERS) {
        let upload = Upload::new("datei", t.get("muster-datei"))
            .hint(t.get("muster-datei.hinweis"))
            .error(problems.of("datei"))
            .accept(".docx");
        let button = Button::primary(t.get("muster-bringen"));
        blocks.push(Block::Form(FormBlock::new(at(city, "/muster"), button).file(upload)));
    }
    blocks.push(Block::Table(table));
    let sheet = Sheet::new(shell, blocks);
    if problems.is_empty() { sheet.answer() } else { sheet.refused() }
}
