//! `/{kommune}/programm/unterlagen`: what have the others laid on the table?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Button, Choice, Empty, Field, Problems, Select, Upload};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::uploads;
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer};
use ankunft_platform::words;

use super::frame;
use crate::members::is_programme;
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
        let sent = (typed, &problems);
        let items = all.iter().map(|document| item(viewer, city, (it, document), sent));
        blocks.push(Block::Items(items.collect()));
    }
    if viewer.may(TELL) {
        blocks.push(Block::Heading(t.get("programm-unterlage-neu")));
        blocks.push(Block::Form(form(viewer, city, typed, &problems)));
    }
    Sheet::new(shell, blocks)
}

fn item(
    viewer: &Viewer,
    city: &City,
    (all, it): (&Together, &Document),
    sent: (&Typed, &Problems),
) -> Item {
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
    let mut notes = vec![first.join(" · "), t.with("programm-unterlage-von", &args)];
    let may_withdraw = viewer.may(TELL) && may_withdraw(city, it);
    if may_withdraw && !it.given_to.is_empty() {
        let names: Vec<String> = it.given_to.iter().map(|it| all.name(*it)).collect();
        notes.push(t.with("programm-unterlage-haben", &[("wer", Arg::from(t.list(&names)))]));
    }
    if let Some(withdrawn) = &it.withdrawn {
        let args = [
            ("wer", Arg::from(all.name(withdrawn.by))),
            ("wann", Arg::from(words::instant(t, withdrawn.at))),
            ("grund", Arg::from(&withdrawn.reason)),
        ];
        notes.push(t.with("programm-unterlage-zurueckgezogen", &args));
        return Item { notes, ..Item::new(it.title.clone()) };
    }
    let href = Some(at(city, &format!("/unterlagen/{}", it.number)));
    let form = may_withdraw.then(|| withdrawal(viewer, city, (all, it), sent));
    let forms = form.into_iter().collect();
    Item { href, notes, forms, ..Item::new(it.title.clone()) }
}

/// Whether the people of these pages can take it from the table: those of its city, and the programme's.
pub fn may_withdraw(city: &City, it: &Document) -> bool {
    it.city == city.tenant().id() || is_programme(city)
}

/// The name of the field that asks why a document is withdrawn: several stand on a page.
pub fn reason_of(number: i64) -> String {
    format!("grund-{number}")
}

fn withdrawal(
    viewer: &Viewer,
    city: &City,
    (all, it): (&Together, &Document),
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let t = &viewer.t;
    let name = reason_of(it.number);
    let args = [("titel", Arg::from(&it.title)), ("wer", Arg::from(all.name(it.city)))];
    let is_own = it.city == city.tenant().id();
    let asked = if is_own { "programm-unterlage-grund" } else { "programm-unterlage-grund-fremd" };
    let mut field =
        Field::new(&name, t.with(asked, &args)).value(sent(typed, &name)).error(problems.of(&name));
    if !is_own {
        field = field.hint(t.with("programm-unterlage-grund-liest", &args));
    }
    let button = Button::secondary(t.get("programm-unterlage-zurueckziehen"));
    FormBlock::new(at(city, &format!("/unterlagen/{}", it.number)), button).field(field)
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
