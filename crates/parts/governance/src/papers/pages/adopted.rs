//! The adopted paper on the page of its Vorlage, and what a scan hides in it.

use ankunft_platform::attachments::Attachment;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Field, Problems, Upload};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Item, Viewer};

use crate::evidence::{self, Says};
use crate::papers::address;
use crate::papers::doors::returned::recognised;
use crate::papers::store::unread::Unread;
use crate::papers::view::PaperView;
use crate::taking_back;

/// So many places that could not be read are shown at once.
const MOST_UNREAD: usize = 50;

/// The adopted paper, and what was recognised in it.
pub(super) fn adopted(
    viewer: &Viewer,
    city: &City,
    view: &PaperView,
    (typed, problems): (&Typed, &Problems),
) -> Vec<Block> {
    let t = &viewer.t;
    let here = address(city, view.paper().number);
    let text = match view.files.is_empty() {
        true => t.get("beschlossen-leer"),
        false => recognised(viewer, view.adopted.cited.len()),
    };
    let mut blocks = vec![Block::Heading(t.get("beschlossen-titel")), Block::Text(text)];
    let file = |it: &Attachment| {
        let when = ankunft_platform::words::instant(t, it.created_at);
        let label = format!("{} ({when})", it.file_name);
        Link::new(label, format!("{here}/beschlossen/{}", it.id))
    };
    let files: Vec<Link> =
        view.files.iter().filter(|it| it.withdrawn_at.is_none()).map(file).collect();
    if !files.is_empty() {
        blocks.push(Block::Links(files));
    }
    blocks.extend(unread(t, &here, view, (typed, problems)));
    if view.may_write {
        let upload = Upload::new("datei", t.get("beschlossen-datei"))
            .hint(t.get("beschlossen-datei.hinweis"))
            .error(problems.of("datei"))
            .accept(".pdf");
        let button = Button::secondary(t.get("beschlossen-bringen"));
        let form = FormBlock::new(format!("{here}/beschlossen"), button).file(upload);
        blocks.push(Block::Form(form));
        let to = format!("{here}/beschlossen/zurueck");
        let form = taking_back::form(t, to, &view.files, (typed, problems));
        blocks.extend(form.map(Block::Form));
    }
    let gone = taking_back::told(t, &view.known.names, &view.gone);
    blocks.extend(gone.into_iter().map(Block::Reading));
    if !view.adopted.cited.is_empty() {
        let line = |_: &ankunft_platform::citing::Cited| (None, Vec::new());
        let says = Says { title: t.get("beschlossen-gruende"), empty: String::new(), line: &line };
        blocks.push(Block::Panel(evidence::panel(t, city, &view.adopted, says)));
    }
    blocks
}

/// What could not be read in it, and what the Vorlage cites and was not found: who may write says what
/// stands there.
fn unread(t: &Texts, here: &str, view: &PaperView, typed: (&Typed, &Problems)) -> Vec<Block> {
    let is_known = |it: &Unread| {
        let mut known = view.adopted.cited.iter();
        it.is_missing() && known.any(|known| known.citation().code == it.printed)
    };
    let open = view.unread.iter().filter(|it| !is_known(it));
    let (missing, places): (Vec<&Unread>, Vec<&Unread>) = open.partition(|it| it.is_missing());
    let mut blocks = Vec::new();
    for (all, says, advice) in [
        (places, "beschlossen-unlesbares", "beschlossen-unlesbares-rat"),
        (missing, "beschlossen-fehlendes", "beschlossen-fehlendes-rat"),
    ] {
        if all.is_empty() {
            continue;
        }
        blocks.push(Block::Text(t.with(says, &[("zahl", Arg::from(all.len()))])));
        if view.may_write {
            blocks.push(Block::Text(t.get(advice)));
        }
        let shown = all.iter().take(MOST_UNREAD);
        blocks.push(Block::Items(shown.map(|it| place(t, here, (view, it), typed)).collect()));
        let more = all.len().saturating_sub(MOST_UNREAD);
        if more > 0 {
            let more = [("zahl", Arg::from(more))];
            blocks.push(Block::Text(t.with("beschlossen-unlesbares-weitere", &more)));
        }
    }
    blocks
}

/// One of them, with what can be said of it.
fn place(
    t: &Texts,
    here: &str,
    (view, it): (&PaperView, &Unread),
    (typed, problems): (&Typed, &Problems),
) -> Item {
    let action = format!("{here}/beschlossen/{}/stellen/{}", it.attachment, it.number);
    let name = format!("fundstelle-{}", it.number);
    let cite =
        FormBlock::new(action.clone(), Button::secondary(t.get("beschlossen-stelle-zitieren")));
    let none = |text: &str| {
        let button = Button::secondary(t.get(text));
        FormBlock::new(action.clone(), button).hidden("absicht", "keine")
    };
    if it.is_missing() {
        let cited = view.reasons.cited.iter().find(|cited| cited.citation().code == it.printed);
        let reference = format!("/f/{}", it.printed);
        let forms =
            vec![cite.hidden(&name, it.printed.clone()), none("beschlossen-fehlt-wirklich")];
        return Item {
            lang: None,
            title: reference.clone(),
            href: Some(reference),
            notes: cited.map(|it| it.title.clone()).into_iter().collect(),
            forms: if view.may_write { forms } else { Vec::new() },
        };
    }
    let page = ("seite", Arg::from(it.page));
    let title = [page.clone(), ("zeichen", Arg::from(it.printed.as_str()))];
    let field = Field::new(name.clone(), t.with("beschlossen-stelle-fundstelle", &[page]))
        .value(sent(typed, &name))
        .error(problems.of(&name));
    let forms = vec![cite.field(field), none("beschlossen-stelle-keine")];
    Item {
        lang: None,
        title: t.with("beschlossen-stelle", &title),
        href: None,
        notes: Vec::new(),
        forms: if view.may_write { forms } else { Vec::new() },
    }
}
