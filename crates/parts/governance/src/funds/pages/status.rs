//! `/{kommune}/fonds/antrag/{secret}`: what became of our application, and what do we do next?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Field, Kind, Notice, Pair, Problems, Row, RowCell, Table,
    Upload,
};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::apply::{frame, keep_address};
use super::costs;
use crate::funds::answers;
use crate::funds::model::{State, Step};
use crate::funds::view::OneView;
use crate::funds::{iban, secret_address, words};

/// So many receipts are kept for one application.
pub const MOST_RECEIPTS: usize = 30;

/// The page.
pub fn show(
    viewer: &Viewer,
    city: &City,
    (view, secret): (&OneView, &str),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let (t, it) = (&viewer.t, &view.it);
    let args = [("nummer", Arg::from(it.number.to_string()))];
    let shell = frame(viewer, city, &view.fund, t.with("antrag-status-titel", &args));
    let shell = shell.lead(lead(t, view));
    let mut blocks = vec![Block::Problems(problems.clone())];
    let reason = it.steps.last().filter(|it| !it.reason.is_empty());
    if let Some(step) = reason {
        let title = match it.is_given_up() {
            true => t.get("antrag-status-aufgegeben.grund"),
            false if it.is_taken_up_again() => t.get("antrag-status-wieder.grund"),
            false => t.get(&format!("antrag-status-{}.grund", step.state.code())),
        };
        blocks.push(Block::Heading(title));
        blocks.push(Block::Text(step.reason.clone()));
    }
    let to = |path: &str| secret_address(city, secret, path);
    match it.state() {
        State::Granted => blocks.extend(account(t, view, &to("/konto"), (typed, &problems))),
        State::Paid | State::Asked => {
            blocks.push(Block::Heading(t.get("antrag-nachweis")));
            blocks.push(Block::Text(t.get("antrag-nachweis-hinweis")));
            let way = Link::new(t.get("antrag-nachweis-beginnen"), to("/belege"));
            blocks.push(Block::Ways(vec![way]));
        }
        _ => {}
    }
    blocks.push(Block::Heading(t.get("antrag-ihr-antrag")));
    blocks.push(Block::Pairs(pairs(t, view)));
    blocks.push(Block::Table(costs(t, t.get("antrag-kosten"), &it.request.costs)));
    blocks.push(Block::Table(history(t, view)));
    blocks.extend(keep_address(viewer, city, secret));
    blocks.push(Block::Text(forgotten(t, view)));
    if it.state().leads_to(State::Withdrawn) {
        let label = t.get("antrag-zurueckziehen");
        blocks.push(Block::Heading(label.clone()));
        blocks.push(Block::Text(t.get("antrag-zurueckziehen-hinweis")));
        let sure = Choice {
            value: "ja".to_owned(),
            label: t.get("antrag-zurueckziehen-ja"),
            hint: None,
            chosen: false,
        };
        let mut sure = Choices::several("sicher", t.get("antrag-zurueckziehen-sicher"), vec![sure]);
        sure.error = problems.of("sicher");
        let form = FormBlock::new(to("/zurueckziehen"), Button::secondary(label)).choices(sure);
        blocks.push(Block::Form(form));
    }
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, view: &OneView) -> String {
    let args = [
        ("titel", Arg::from(view.it.request.title.as_str())),
        ("beantragt", Arg::from(t.euros(view.it.request.asked()))),
        ("bewilligt", Arg::from(t.euros(view.granted.unwrap_or_default()))),
        ("gegeben", Arg::from(t.euros(view.money.given()))),
    ];
    match (view.it.is_given_up(), view.money.paid, view.to_reclaim()) {
        (false, ..) if view.it.is_taken_up_again() => t.with("antrag-status-wieder", &args),
        (false, ..) => t.with(&format!("antrag-status-{}", view.it.state().code()), &args),
        (true, 0, _) => t.get("antrag-status-aufgegeben"),
        (true, _, 0) => t.get("antrag-status-aufgegeben.zurueck"),
        (true, _, due) => {
            let due = [("betrag", Arg::from(t.euros(due)))];
            t.with("antrag-status-aufgegeben.offen", &due)
        }
    }
}

/// When what is known of persons is deleted.
fn forgotten(t: &Texts, view: &OneView) -> String {
    match view.contact.as_ref().map(|it| it.forget_on) {
        None => t.get("antrag-daten-geloescht"),
        Some(None) => t.get("antrag-daten-spaeter"),
        Some(Some(on)) => {
            let text = match view.to_reclaim() {
                0 => "antrag-daten-bis",
                _ => "antrag-daten-forderung",
            };
            t.with(text, &[("tag", Arg::from(t.date(on)))])
        }
    }
}

fn account(
    t: &Texts,
    view: &OneView,
    action: &str,
    (typed, problems): (&Typed, &Problems),
) -> Vec<Block> {
    let known = view.contact.as_ref().filter(|it| !it.iban.is_empty());
    let mut blocks = vec![Block::Heading(t.get("antrag-konto-frage"))];
    if let Some(it) = known {
        let args = [("konto", Arg::from(iban::masked(&it.iban)))];
        blocks.push(Block::Text(t.with("antrag-konto-da", &args)));
    }
    let field = |name: &str| {
        let id = format!("antrag-feld-{name}");
        Field::new(name, t.get(&id)).value(sent(typed, name)).error(problems.of(name))
    };
    let label = if known.is_some() { "antrag-konto-aendern" } else { "antrag-konto-speichern" };
    let form = FormBlock::new(action, Button::primary(t.get(label)))
        .field(field("inhaber").hint(t.get("antrag-feld-inhaber.hinweis")))
        .field(field("iban").hint(t.get("antrag-feld-iban.hinweis")));
    blocks.push(Block::Form(form));
    blocks
}

fn pairs(t: &Texts, view: &OneView) -> Vec<Pair> {
    let it = &view.it.request;
    vec![
        Pair::new(t.get("antrag-feld-titel"), it.title.clone()),
        Pair::new(t.get("antrag-feld-was"), it.what.clone()),
        Pair::new(t.get("antrag-feld-ort"), it.place.clone()),
        Pair::new(t.get("antrag-feld-fuer-wen"), it.for_whom.clone()),
        Pair::new(t.get("antrag-wann"), words::when(t, &view.it)),
        Pair::new(t.get("antrag-feld-gruppe"), it.applicant.clone()),
        Pair::new(t.get("antrag-feld-eigenes"), t.euros(it.own)),
        Pair::new(t.get("antrag-vom-fonds"), t.euros(it.asked())),
    ]
}

/// What happened so far: nobody's names.
fn history(t: &Texts, view: &OneView) -> Table {
    let row = |(it, state): (&Step, String)| Row {
        head: RowCell::new(t.date(it.on_day)),
        cells: vec![RowCell::new(state)],
    };
    Table {
        caption: t.get("antrag-weg"),
        quiet_caption: false,
        columns: vec![Column::words(t.get("fonds-tag")), Column::words(t.get("antrag-stand"))],
        rows: words::steps(t, &view.it).map(row).collect(),
    }
}

/// Receipts, one after the other: the first half of the proof of use.
pub fn receipts(
    viewer: &Viewer,
    city: &City,
    (view, secret): (&OneView, &str),
    problems: Problems,
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, &view.fund, t.get("antrag-belege-titel"));
    let shell = shell.lead(t.get("antrag-belege-leit"));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if !view.receipts.is_empty() {
        let args = [("anzahl", Arg::from(view.receipts.len()))];
        blocks.push(Block::Text(t.with("antrag-belege-da", &args)));
        let pair = |(at, it): (usize, &ankunft_platform::attachments::Attachment)| {
            let size = t.bytes(u64::try_from(it.size).unwrap_or_default());
            Pair::new(t.count(at + 1), format!("{} ({size})", it.file_name))
        };
        blocks.push(Block::Pairs(view.receipts.iter().enumerate().map(pair).collect()));
    }
    if view.receipts.len() < MOST_RECEIPTS {
        let upload = Upload::new("datei", t.get("antrag-feld-beleg"))
            .hint(t.get("antrag-feld-beleg.hinweis"))
            .error(problems.of("datei"))
            .accept(".pdf,.jpg,.jpeg,.png");
        let button = Button::secondary(t.get("antrag-beleg-hochladen"));
        let form = FormBlock::new(secret_address(city, secret, "/belege"), button).file(upload);
        blocks.push(Block::Heading(t.get("antrag-beleg-neu")));
        blocks.push(Block::Form(form));
    }
    let way =
        Link::new(t.get("antrag-weiter-zu-summen"), secret_address(city, secret, "/nachweis"));
    let back = Link::new(t.get("antrag-zum-antrag"), secret_address(city, secret, ""));
    blocks.push(Block::Ways(vec![way, back]));
    Sheet::new(shell, blocks)
}

/// What was spent and what came of it: the second half.
pub fn proof(
    viewer: &Viewer,
    city: &City,
    (view, secret): (&OneView, &str),
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, &view.fund, t.get("antrag-summen-titel"));
    let args = [("betrag", Arg::from(t.euros(view.money.paid)))];
    let shell = shell.lead(t.with("antrag-summen-leit", &args));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if let Some(question) = view.it.steps.last().filter(|it| it.state == State::Asked) {
        let title = t.get("antrag-status-asked.grund");
        let text = question.reason.clone();
        blocks.push(Block::Notice(Notice { kind: Kind::Info, title, text }));
    }
    let button = Button::primary(t.get("antrag-nachweis-absenden"));
    let mut form = FormBlock::new(secret_address(city, secret, "/nachweis"), button);
    for row in 1..=answers::rows(typed) {
        let number = [("nummer", Arg::from(row))];
        let field = |name: String, label: &str| {
            let field = Field::new(&name, t.with(label, &number))
                .value(sent(typed, &name))
                .error(problems.of(&name));
            if row > 1 { field.optional() } else { field }
        };
        form = form
            .field(field(format!("posten-{row}"), "antrag-bezahlt-nummer"))
            .field(field(format!("betrag-{row}"), "antrag-betrag-nummer").inputmode("decimal"));
    }
    let own = Field::new("eigenes", t.get("antrag-feld-eigenes"))
        .value(sent(typed, "eigenes"))
        .inputmode("decimal")
        .optional()
        .error(problems.of("eigenes"));
    let report = Field::new("bericht", t.get("antrag-feld-bericht"))
        .hint(t.get("antrag-feld-bericht.hinweis"))
        .rows(6)
        .value(sent(typed, "bericht"))
        .error(problems.of("bericht"));
    blocks.push(Block::Form(form.field(own).field(report)));
    let back = Link::new(t.get("antrag-zu-den-belegen"), secret_address(city, secret, "/belege"));
    blocks.push(Block::Links(vec![back]));
    Sheet::new(shell, blocks)
}
