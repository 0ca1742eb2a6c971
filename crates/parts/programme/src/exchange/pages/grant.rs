//! `/{kommune}/austausch/weitergaben/{number}`: who gets what, by whose consent, until when?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Field, Kind, Notice, Pair, Problems};
use ankunft_platform::web::{App, Block, City, FormBlock, Sheet, Viewer};

use super::{content, frame, grant_address, moment};
use crate::exchange::make::Sharable;
use crate::exchange::model::{Grant, Recipient, State, Step};
use crate::exchange::parties::package_of;
use crate::exchange::view::Overview;
use crate::permissions::{CONSENT, SHARE};

/// The page.
pub fn page(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (view, grant, what): (&Overview, &Grant, Option<&Sharable>),
    problems: Problems,
) -> Sheet {
    let (t, today) = (&viewer.t, app.today());
    let state = grant.state(today);
    let to = view.parties.name(grant.recipient);
    let args = [
        ("an", Arg::from(to.as_str())),
        ("tag", Arg::from(t.date(grant.until))),
        ("nummer", Arg::from(package_of(city, grant))),
    ];
    let lead = t.with(&format!("weitergabe-leit-{}", state.code()), &args);
    let shell = frame(viewer, city, (grant.dataset.1.clone(), lead));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if grant.waits_for_deletion(today) {
        let is_part = state == State::Active;
        let text = if is_part { "weitergabe-teil-gesperrt" } else { "weitergabe-loeschung-sinn" };
        blocks.push(Block::Notice(Notice {
            kind: Kind::Warning,
            title: t.get("weitergabe-loeschung-offen"),
            text: t.with(text, &args),
        }));
    }
    blocks.push(Block::Pairs(facts(t, city, (view, grant, what))));
    blocks.push(Block::Heading(t.get("weitergabe-verlauf")));
    blocks.push(Block::Pairs(steps(t, view, grant)));
    let is_former = view.parties.is_former(grant.recipient);
    blocks.extend(actions(viewer, city, (grant, state, is_former), today, &problems));
    Sheet::new(shell, blocks)
}

fn facts(
    t: &Texts,
    city: &City,
    (view, grant, what): (&Overview, &Grant, Option<&Sharable>),
) -> Vec<Pair> {
    let mut facts = vec![
        Pair::new(t.get("paket-nummer"), package_of(city, grant)),
        Pair::new(t.get("austausch-an"), view.parties.name(grant.recipient)),
        Pair::new(t.get("austausch-zweck"), grant.purpose.clone()),
        Pair::new(t.get("austausch-bis"), t.date(grant.until)),
        Pair::new(t.get("austausch-datenstand"), grant.datenstand.to_string()),
    ];
    facts.extend(what.into_iter().flat_map(|it| content(t, it)));
    let outlines =
        if grant.with_outlines { "weitergabe-mit-grenzen" } else { "weitergabe-ohne-grenzen" };
    facts.push(Pair::new(t.get("weitergabe-grenzen"), t.get(outlines)));
    facts
}

fn steps(t: &Texts, view: &Overview, grant: &Grant) -> Vec<Pair> {
    let who =
        |account, post| view.names.post(post).unwrap_or_else(|| view.names.account(t, account));
    let mut steps: Vec<Pair> = grant
        .steps
        .iter()
        .map(|it| {
            let name = t.get(&format!("weitergabe-schritt-{}", it.step.code()));
            let mut text = format!("{}, {}", who(it.account, it.post), moment(t, it.at));
            if !it.note.is_empty() {
                text = format!("{text}: {}", it.note);
            }
            Pair::new(name, text)
        })
        .collect();
    let waits = grant.step(Step::Office).is_none()
        && grant.step(Step::Refuse).is_none()
        && grant.step(Step::Revoke).is_none();
    if grant.needs_office && waits {
        steps.push(Pair::new(t.get("weitergabe-schritt-office"), t.get("weitergabe-steht-aus")));
    }
    if let Some(copy) = &grant.copy {
        steps.push(Pair::new(t.get("weitergabe-kopie"), moment(t, copy.delivered_at)));
        if let Some(at) = copy.confirmed_at {
            let by = match copy.confirmed_by.as_deref() {
                Some("file") => t.get("weitergabe-bestaetigt-datei"),
                Some("here") => t.get("weitergabe-bestaetigt-hier"),
                other => other.unwrap_or_default().to_owned(),
            };
            let text = format!("{by}, {}", moment(t, at));
            steps.push(Pair::new(t.get("weitergabe-bestaetigt"), text));
        }
    }
    steps
}

fn actions(
    viewer: &Viewer,
    city: &City,
    (grant, state, is_former): (&Grant, State, bool),
    today: jiff::civil::Date,
    problems: &Problems,
) -> Vec<Block> {
    let t = &viewer.t;
    let address = grant_address(city, grant.number);
    let mut blocks = Vec::new();
    let reason = |button: &str, action: &str, (name, label): (&str, &str)| {
        let field = Field::new(name, t.get(label)).error(problems.of(name));
        let form = FormBlock::new(format!("{address}/{action}"), Button::secondary(t.get(button)));
        Block::Form(form.field(field))
    };
    if state == State::Waiting && viewer.may(CONSENT) {
        blocks.push(Block::Heading(t.get("weitergabe-entscheiden")));
        blocks.push(Block::Text(t.get("weitergabe-entscheiden-sinn")));
        let button = Button::primary(t.get("weitergabe-zustimmen"));
        blocks.push(Block::Form(FormBlock::new(format!("{address}/zustimmen"), button)));
        blocks.push(reason("weitergabe-ablehnen", "ablehnen", ("ablehnung", "weitergabe-grund")));
    }
    if !viewer.may(SHARE) {
        return blocks;
    }
    let is_file = matches!(grant.recipient, Recipient::Elsewhere(_));
    if state == State::Active {
        let text = if is_file { "weitergabe-datei" } else { "weitergabe-ansehen" };
        blocks.push(Block::Heading(t.get("weitergabe-paket")));
        if is_former {
            blocks.push(Block::Text(t.get("weitergabe-partner-beendet")));
        } else {
            blocks.push(Block::Text(t.get(&format!("{text}-sinn"))));
            blocks.push(Block::Ways(vec![Link::new(t.get(text), format!("{address}/paket.zip"))]));
        }
    }
    if grant.waits_for_deletion(today) {
        if is_file && state == State::Revoked {
            let link =
                Link::new(t.get("weitergabe-widerruf-datei"), format!("{address}/widerruf.zip"));
            blocks.push(Block::Ways(vec![link]));
        }
        let (button, field) = ("weitergabe-loeschung-vermerken", ("wer", "weitergabe-wer"));
        blocks.push(reason(button, "geloescht", field));
    }
    if !matches!(state, State::Revoked | State::Refused) {
        blocks.push(Block::Heading(t.get("weitergabe-widerrufen-titel")));
        blocks.push(Block::Text(t.get("weitergabe-widerrufen-sinn")));
        blocks.push(reason("weitergabe-widerrufen", "widerruf", ("grund", "weitergabe-grund")));
    }
    blocks
}
