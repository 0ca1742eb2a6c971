//! The doors of Vorlagen: extract, ask, change, render.

pub mod acting;
pub mod correcting;
pub mod drafts;
pub mod public;
pub mod returned;
pub mod template;
pub mod unread;

use ankunft_platform::web::{App, City, Failure, Sent, Viewer};
use axum::body::Bytes;
use serde::Deserialize;

use super::view::PaperView;

/// A Vorlage in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct OfPaper {
    nummer: i64,
}

/// The Vorlage, for who may change it.
async fn own(app: &App, city: &City, viewer: &Viewer, number: i64) -> Result<PaperView, Failure> {
    let view = PaperView::read(app, city, viewer, number).await?;
    if view.may_write {
        return Ok(view);
    }
    let advice = viewer.t.get("vorlage-nicht-ihre");
    Err(Failure::forbidden("a Vorlage of another Stelle").advice(advice))
}

/// Name and bytes of the file of a form; empty if there is none.
fn file_of(sent: Sent) -> (String, Bytes) {
    let file = sent.files.into_iter().find(|it| it.field == "datei");
    file.map(|it| (it.name, it.bytes)).unwrap_or_default()
}
