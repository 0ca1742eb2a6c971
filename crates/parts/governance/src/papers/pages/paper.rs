//! `…/vorlagen/{nummer}`: what is proposed, who agrees, through which bodies, and what was decided?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Column, Field, Notice, Pair, Problems, Row, RowCell, Select, Table,
};
use ankunft_platform::private::{Ours, Place, warning};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{Block, City, Desk, FormBlock, Item, Sheet, Viewer};
use axum::response::Response;

use super::adopted::adopted;
use super::{field, frame, words};
use crate::asks;
use crate::evidence::{self, Says};
use crate::known;
use crate::made_from;
use crate::papers::model::{Outcome, Paper, Step, StepKind, Verdict, decision};
use crate::papers::store::{DRAFT, KIND};
use crate::papers::view::PaperView;
use crate::papers::{address, at};
use crate::{picking, thread};

/// The page; 422 if it answers to something refused.
pub fn show(
    viewer: &Viewer,
    city: &City,
    view: &PaperView,
    (typed, problems): (&Typed, &Problems),
) -> Response {
    let t = &viewer.t;
    let (paper, draft) = (view.paper(), &view.paper().draft);
    let here = address(city, paper.number);
    let shell = frame(viewer, city, Vec::new(), (draft.subject.clone(), lead(t, view)));
    let desk = (view.may_write || view.may_sign).then(|| viewer.desk(&here));
    let mut blocks = vec![Block::Problems(problems.clone()), Block::Pairs(pairs(t, view))];
    let mut ways = vec![Link::new(t.get("vorlage-word"), format!("{here}/docx"))];
    if view.may_write && !view.all.is_decided(paper.number) {
        ways.push(Link::new(t.get("vorlage-aendern"), format!("{here}/aendern")));
    }
    if view.all.is_decided(paper.number) {
        ways.push(Link::new(t.get("faden-zeigen"), thread::address(city, (KIND, &paper.code))));
        ways.extend(made_from::measure(viewer, city, (KIND, &paper.code)));
    }
    blocks.push(Block::Ways(ways));
    blocks.push(Block::Heading(t.get("vorlage-beschlussvorschlag")));
    blocks.push(Block::Text(draft.proposal.clone()));
    if !draft.reasons.is_empty() {
        blocks.push(Block::Heading(t.get("vorlage-begruendung")));
        blocks.push(Block::Text(draft.reasons.clone()));
    }
    blocks.extend(reasons(viewer, city, view, ((typed, problems), desk.as_ref())));
    if !draft.finance.is_empty() {
        blocks.push(Block::Heading(t.get("vorlage-finanzen")));
        blocks.push(Block::Text(draft.finance.clone()));
    }
    if view.may_write {
        blocks.extend(private(t, view).map(Block::Notice));
    }
    blocks.extend(signing(t, city, view, (typed, problems)));
    blocks.extend(steps(t, city, view, (typed, problems)));
    if view.all.is_decided(paper.number) {
        blocks.extend(adopted(viewer, city, view, (typed, problems)));
    }
    blocks.push(Block::Table(history(t, view)));
    blocks.extend(view.versions.iter().skip(1).map(|it| wording(t, it)));
    let sheet = Sheet::new(shell, blocks);
    let sheet = match desk {
        Some(desk) => sheet.on(desk),
        None => sheet,
    };
    if problems.is_empty() { sheet.answer() } else { sheet.refused() }
}

/// A warning of what may say who somebody is; the plainer, where one of the bodies hears it in public.
fn private(t: &Texts, view: &PaperView) -> Option<Notice> {
    let draft = &view.paper().draft;
    let numbers = view.all.papers.iter().map(|it| it.draft.file_number.as_str());
    let ours = Ours::of(&view.known.names).with_numbers(numbers);
    let is_public = view.steps().iter().any(|it| it.is_public);
    let place = if is_public { Place::Public } else { Place::Read };
    warning(t, (place, &ours), [draft.proposal.as_str(), &draft.reasons, &draft.finance])
}

fn lead(t: &Texts, view: &PaperView) -> String {
    let steps = view.steps();
    if let Some((step, result)) = decision(&steps) {
        let args = [
            ("gremium", Arg::from(view.all.body(step.body))),
            ("tag", Arg::from(t.date(step.on))),
            ("ergebnis", Arg::from(words::result(t, result))),
        ];
        return t.with("vorlage-leit-beschlossen", &args);
    }
    match steps.iter().find(|it| it.result.is_none()) {
        Some(next) => {
            let args = [
                ("gremium", Arg::from(view.all.body(next.body))),
                ("tag", Arg::from(t.date(next.on))),
            ];
            t.with("vorlage-leit-unterwegs", &args)
        }
        None => t.get("vorlage-leit-entwurf"),
    }
}

fn pairs(t: &Texts, view: &PaperView) -> Vec<Pair> {
    let (paper, draft) = (view.paper(), &view.paper().draft);
    let nummer = t.with("vorlage-nummer", &[("nummer", Arg::from(paper.number))]);
    let mut pairs = vec![
        Pair::new(t.get("vorlage"), nummer),
        Pair::new(t.get("vorlage-fassung"), paper.version.to_string()),
        Pair::new(t.get("vorlage-federfuehrung"), known::post(t, &view.known.names, draft.lead)),
    ];
    if !draft.file_number.is_empty() {
        pairs.push(Pair::new(t.get("vorlage-aktenzeichen"), draft.file_number.clone()));
    }
    if let Some(cost) = draft.cost {
        pairs.push(Pair::new(t.get("vorlage-kosten"), t.euros(cost)));
    }
    if !draft.council_address.is_empty() {
        let mut pair = Pair::new(t.get("vorlage-ratsinfo"), draft.council_address.clone());
        pair.href = Some(draft.council_address.clone());
        pairs.push(pair);
    }
    pairs
}

fn reasons(
    viewer: &Viewer,
    city: &City,
    view: &PaperView,
    (typed, desk): ((&Typed, &Problems), Option<&Desk>),
) -> Vec<Block> {
    let t = &viewer.t;
    let here = address(city, view.paper().number);
    let may_change = view.may_write && !view.all.is_decided(view.paper().number);
    let line = |it: &ankunft_platform::citing::Cited| {
        let button = Button::secondary(t.get("befund-weg"));
        let form = FormBlock::new(format!("{here}/befunde/weg"), button)
            .hidden(ankunft_platform::csrf::FIELD, viewer.csrf())
            .hidden("befund", it.citation().code.clone());
        let form = desk.map_or_else(|| form.clone(), |it| it.lay_button(form.clone()));
        (None, if may_change { vec![form] } else { Vec::new() })
    };
    let says =
        Says { title: t.get("vorlage-befunde"), empty: t.get("vorlage-befunde-leer"), line: &line };
    let mut blocks = vec![Block::Panel(evidence::panel(t, city, &view.reasons, says))];
    if may_change {
        let action = format!("{here}/befunde");
        blocks.push(Block::Form(evidence::form(t, action, &view.reasons, typed)));
        let thing = (DRAFT, &*view.paper().number.to_string());
        blocks.push(Block::Links(vec![picking::way(t, city, thing)]));
    }
    blocks
}

fn signing(t: &Texts, city: &City, view: &PaperView, typed: (&Typed, &Problems)) -> Vec<Block> {
    let paper = view.paper();
    let here = address(city, paper.number);
    let asked: Vec<i64> = view.asked().collect();
    let mut blocks = vec![Block::Heading(t.get("vorlage-mitzeichnung"))];
    let line = |post: i64| {
        let now = view.signs().find(|it| it.post == post && it.version == paper.version);
        let before = view.signs().find(|it| it.post == post);
        let mut notes = Vec::new();
        if let (None, Some(before)) = (now, before) {
            let args = [
                ("fassung", Arg::from(before.version)),
                ("urteil", Arg::from(t.get(&format!("mitzeichnung-{}", before.verdict.code())))),
            ];
            let said = t.with("mitzeichnung-vorher", &args);
            notes.push(match before.reservation.as_str() {
                "" => said,
                text => format!("{said}. {text}"),
            });
        }
        let title = words::sign(t, &view.known.names, (post, now));
        Item { notes, ..Item::new(title) }
    };
    if asked.is_empty() {
        blocks.push(Block::Text(t.get("mitzeichnung-leer")));
    } else {
        blocks.push(Block::Items(asked.iter().map(|it| line(*it)).collect()));
    }
    if view.may_sign {
        let current = sent(typed.0, "urteil");
        let verdicts = Verdict::ALL
            .iter()
            .map(|it| {
                Choice::new(it.code(), t.get(&format!("mitzeichnung-{}", it.code())), current)
            })
            .collect();
        let mut group = Choices::one("urteil", t.get("mitzeichnung-frage"), verdicts);
        group.error = typed.1.of("urteil");
        let button = Button::primary(t.get("mitzeichnen"));
        let form = FormBlock::new(format!("{here}/zeichnen"), button)
            .hidden("version", paper.version.to_string())
            .choices(group)
            .field(field(t, typed, "vorbehalt", "mitzeichnung-vorbehalt").rows(2).optional());
        blocks.push(Block::Form(form));
    }
    if view.may_write && !view.all.is_decided(paper.number) {
        let mut desks =
            asks::desks(&view.known, typed.0, ("stellen", t.get("mitzeichnung-bitten")));
        desks.choices.retain(|it| !asked.iter().any(|post| post.to_string() == it.value));
        desks.error = typed.1.of("stellen");
        let is_out =
            |it: &Choice| it.value.parse().is_ok_and(|id| view.known.out_of_reach.contains(&id));
        for it in desks.choices.iter_mut().filter(|it| is_out(it)) {
            it.hint = Some(t.get("mitzeichnung-ohne-zugang"));
        }
        let button = Button::secondary(t.get("mitzeichnung-bitten-senden"));
        blocks.push(Block::Form(FormBlock::new(format!("{here}/bitten"), button).choices(desks)));
    }
    blocks
}

fn steps(t: &Texts, city: &City, view: &PaperView, typed: (&Typed, &Problems)) -> Vec<Block> {
    let here = address(city, view.paper().number);
    let (all, version) = (view.steps(), view.paper().version);
    let mut blocks = vec![Block::Heading(t.get("vorlage-beratungsfolge"))];
    let item = |it: &Step| {
        let moved = (!it.moved.is_empty())
            .then(|| t.with("schritt-verlegt", &[("grund", Arg::from(it.moved.as_str()))]));
        let notes = it.result.as_ref().map(|it| words::result(t, it)).into_iter().chain(moved);
        let notes = notes.collect();
        let asks = view.may_write && it.result.is_none();
        let forms = if asks { vec![result(t, (&here, version), it, typed)] } else { Vec::new() };
        Item { notes, forms, ..Item::new(words::step(t, &view.all, it)) }
    };
    if all.is_empty() {
        blocks.push(Block::Text(t.get("beratungsfolge-leer")));
    } else {
        blocks.push(Block::Items(all.iter().map(item).collect()));
    }
    if view.may_write && !all.is_empty() {
        let way = |it: &Step| {
            let text = if it.result.is_some() {
                "ergebnis-berichtigen-von"
            } else {
                "schritt-aendern-von"
            };
            let args =
                [("gremium", Arg::from(view.all.body(it.body))), ("tag", Arg::from(t.date(it.on)))];
            Link::new(t.with(text, &args), format!("{here}/schritte/{}", it.number))
        };
        blocks.push(Block::Links(all.iter().map(way).collect()));
    }
    if view.may_write && !view.all.is_decided(view.paper().number) {
        blocks.push(Block::Form(new_step(t, &here, view, typed)));
    }
    blocks
}

fn new_step(t: &Texts, here: &str, view: &PaperView, typed: (&Typed, &Problems)) -> FormBlock {
    let current = sent(typed.0, "schritt");
    let kinds = StepKind::ALL
        .iter()
        .map(|it| Choice::new(it.code(), t.get(&format!("schritt-{}", it.code())), current));
    let first = Choice::new("", t.get("bitte-waehlen"), current);
    let mut kind =
        Select::new("schritt", t.get("schritt-art"), std::iter::once(first).chain(kinds).collect());
    kind.error = typed.1.of("schritt");
    let form =
        FormBlock::new(format!("{here}/schritte"), Button::secondary(t.get("schritt-aufnehmen")));
    when_and_where(t, form, view, typed).select(kind)
}

/// What is asked of every step: the body, the day, and whether it is heard in public.
pub(super) fn when_and_where(
    t: &Texts,
    form: FormBlock,
    view: &PaperView,
    typed: (&Typed, &Problems),
) -> FormBlock {
    let current = sent(typed.0, "gremium");
    let open =
        view.all.bodies.iter().filter(|it| !it.charter.closed || it.number.to_string() == current);
    let bodies =
        open.map(|it| Choice::new(it.number.to_string(), it.charter.name.clone(), current));
    let first = Choice::new("", t.get("bitte-waehlen"), current);
    let bodies = std::iter::once(first).chain(bodies).collect();
    let mut body = Select::new("gremium", t.get("vorlage-gremium"), bodies);
    body.error = typed.1.of("gremium");
    let current = if sent(typed.0, "oeffentlich") == "ja" { "ja" } else { "nein" };
    let public = vec![
        Choice::new("nein", t.get("schritt-nicht-oeffentlich"), current),
        Choice::new("ja", t.get("schritt-oeffentlich"), current),
    ];
    form.select(body).field(field(t, typed, "tag", "schritt-tag").kind("date")).select(Select::new(
        "oeffentlich",
        t.get("schritt-oeffentlichkeit"),
        public,
    ))
}

fn result(
    t: &Texts,
    (here, version): (&str, i64),
    step: &Step,
    typed: (&Typed, &Problems),
) -> FormBlock {
    let action = format!("{here}/schritte/{}", step.number);
    let form = FormBlock::new(action, Button::secondary(t.get("ergebnis-festhalten")));
    outcome(t, form.hidden("version", version.to_string()), step.number, typed)
}

/// What is asked of a result; names of fields end with the number of the step.
pub(super) fn outcome(
    t: &Texts,
    form: FormBlock,
    step: i64,
    (typed, problems): (&Typed, &Problems),
) -> FormBlock {
    let named = |name: &str| format!("{name}-{step}");
    let field = |name: &str, text: &str| {
        let name = named(name);
        let error = problems.of(&name);
        Field::new(name.clone(), t.get(text)).value(sent(typed, &name)).error(error).optional()
    };
    let select = |name: &str, text: &str, codes: Vec<(&str, String)>| {
        let name = named(name);
        let current = sent(typed, &name);
        let choices = codes.into_iter().map(|it| Choice::new(it.0, it.1, current)).collect();
        let mut select = Select::new(name.clone(), t.get(text), choices);
        select.error = problems.of(&name);
        select
    };
    let outcomes =
        Outcome::ALL.iter().map(|it| (it.code(), t.get(&format!("ergebnis-{}", it.code()))));
    let first = ("", t.get("bitte-waehlen"));
    let outcomes = std::iter::once(first).chain(outcomes).collect();
    let votes = ["none", "unanimous", "counted"].map(|it| (it, t.get(&format!("abstimmung-{it}"))));
    let count = |name: &str, text: &str| field(name, text).inputmode("numeric");
    form.select(select("ergebnis", "ergebnis", outcomes))
        .field(field("beschlossen", "ergebnis-wortlaut").rows(2))
        .select(select("abstimmung", "abstimmung", votes.to_vec()))
        .field(count("ja", "stimmen-ja"))
        .field(count("nein", "stimmen-nein"))
        .field(count("enthaltung", "stimmen-enthaltung"))
}

fn history(t: &Texts, view: &PaperView) -> Table {
    let row = |it: &Paper| Row {
        head: RowCell::new(t.with("vorlage-fassung-zahl", &[("zahl", Arg::from(it.version))])),
        cells: vec![
            RowCell::new(ankunft_platform::words::instant(t, it.at)),
            RowCell::new(view.known.names.account(t, it.account)),
        ],
    };
    Table {
        caption: t.get("vorlage-fassungen"),
        quiet_caption: false,
        columns: ["vorlage-fassung", "massnahme-wann", "massnahme-wer"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: view.versions.iter().map(row).collect(),
    }
}

/// What an earlier version said, folded away: who signs again compares it.
fn wording(t: &Texts, it: &Paper) -> Block {
    let draft = &it.draft;
    let parts = [
        ("vorlage-betreff", &draft.subject),
        ("vorlage-beschlussvorschlag", &draft.proposal),
        ("vorlage-begruendung", &draft.reasons),
        ("vorlage-finanzen", &draft.finance),
    ];
    let parts = parts.into_iter().filter(|it| !it.1.is_empty());
    let mut said: Vec<String> =
        parts.map(|(name, text)| format!("{}: {text}", t.get(name))).collect();
    said.extend(draft.cost.map(|it| format!("{}: {}", t.get("vorlage-kosten"), t.euros(it))));
    Block::Details(t.with("vorlage-wortlaut", &[("zahl", Arg::from(it.version))]), said)
}

/// The way to the public page of a decision, for pages inside.
#[must_use]
pub fn public_address(city: &City, paper: &Paper) -> String {
    at(city, &format!("/oeffentlich/{}", paper.code))
}
