//! `/{kommune}/programm/unterlagen`: what have the others laid on the table?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Button, Choice, Empty, Field, Problems, Select, Upload};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::uploads;
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer};
use ankunft_platform::words;

use super::frame;
use crate::permissions::TELL;
use crate::together::at;
use crate::together::model::{DOCUMENTS, Document};
use crate::together::view::Together;

/// The documents, and the form with which one is added.
pub fn list(
    viewer: &Viewer,
    city: &City,
    (it, all): (&Together, &[Document]),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let head = (t.get("programm-unterlagen-titel"), t.get("programm-unterlagen-leit"));
    let shell = frame(viewer, city, head);
    let mut blocks = vec![Block::Problems(problems.clone())];
    if all.is_empty() {
        let text = t.get("programm-unterlagen-leer");
        blocks.push(Block::Empty(Empty { text, step: None }));
    } else {
        let items = all.iter().map(|document| item(viewer, city, (it, document)));
        blocks.push(Block::Items(items.collect()));
    }
    if viewer.may(TELL) {
        blocks.push(Block::Heading(t.get("programm-unterlage-neu")));
        blocks.push(Block::Form(form(viewer, city, typed, &problems)));
    }
    Sheet::new(shell, blocks)
}

fn item(viewer: &Viewer, city: &City, (all, it): (&Together, &Document)) -> Item {
    let t = &viewer.t;
    let mut first = vec![t.get(&format!("programm-unterlage-art-{}", it.kind))];
    if !it.edition.is_empty() {
        first.push(it.edition.clone());
    }
    let size = u64::try_from(it.size).unwrap_or_default().div_ceil(1000);
    let args = [
        ("wer", Arg::from(all.name(it.city))),
        ("wann", Arg::from(words::instant(t, it.at))),
        ("art", Arg::from(uploads::ending(&it.media_type).to_uppercase())),
        ("groesse", Arg::from(size)),
    ];
    let notes = vec![first.join(" · "), t.with("programm-unterlage-von", &args)];
    let href = Some(at(city, &format!("/unterlagen/{}", it.number)));
    Item { href, notes, ..Item::new(it.title.clone()) }
}

fn form(viewer: &Viewer, city: &City, typed: &Typed, problems: &Problems) -> FormBlock {
    let t = &viewer.t;
    let field = |name: &str| {
        Field::new(name, t.get(&format!("programm-unterlage-{name}")))
            .value(sent(typed, name))
            .error(problems.of(name))
    };
    let current = sent(typed, "art");
    let kind = |it: &str| Choice::new(it, t.get(&format!("programm-unterlage-art-{it}")), current);
    let please = Choice::new("", t.get("bitte-waehlen"), current);
    let kinds = std::iter::once(please).chain(DOCUMENTS.map(kind)).collect();
    let mut kinds = Select::new("art", t.get("programm-unterlage-art"), kinds);
    kinds.error = problems.of("art");
    let file = Upload::new("datei", t.get("programm-unterlage-datei"))
        .hint(t.get("programm-unterlage-datei-hinweis"))
        .accept(".pdf,.docx,.xlsx")
        .error(problems.of("datei"));
    FormBlock::new(at(city, "/unterlagen"), Button::primary(t.get("programm-unterlage-legen")))
        .field(field("titel"))
        .select(kinds)
        .field(field("ausgabe").optional().hint(t.get("programm-unterlage-ausgabe-hinweis")))
        .file(file)
}
