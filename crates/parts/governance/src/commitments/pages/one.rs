//! `/{kommune}/steuerung/zusagen/{number}`: what was promised, and what was done?

use ankunft_platform::attachments::Attachment;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Column, Kind, Notice, Pair, Problems, Row, RowCell, Table, Upload,
};
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer};
use jiff::civil::Date;

use super::{form, frame};
use crate::commitments::model::{Commitment, Fate, Loose, Promise};
use crate::commitments::store::KIND;
use crate::commitments::view::One;
use crate::commitments::{address, words};
use crate::enquiries::pages::filing;
use crate::known;
use crate::permissions::COMMIT;
use crate::{taking_back, thread};

/// The page; with what is wrong in one of its forms and what was typed there.
pub fn show(
    viewer: &Viewer,
    city: &City,
    (one, today): (&One, Date),
    (typed, problems): (&Typed, &Problems),
) -> Sheet {
    let t = &viewer.t;
    let (now, number) = (one.commitment(), one.commitment().number);
    let may_change = viewer.may(COMMIT);
    let shell = frame(viewer, city, (now.terms.title.clone(), lead(t, one)));
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.extend(ran_out(t, now, (today, may_change)).map(Block::Notice));
    blocks.push(Block::Pairs(pairs(t, now, today)));
    if !now.terms.scope.is_empty() {
        blocks.push(Block::Text(now.terms.scope.clone()));
    }
    blocks.push(Block::Heading(t.get("zusage-gegen")));
    match one.promises.is_empty() {
        true => blocks.push(Block::Text(t.get("zusage-ohne-versprechen"))),
        false => {
            let items = one.promises.iter().map(|it| item(viewer, city, (one, it), today));
            blocks.push(Block::Items(items.collect()));
        }
    }
    if may_change {
        let action = format!("{}/versprechen", address(city, number));
        let button = Button::secondary(t.get("versprechen-festhalten"));
        let form = form::pledge(t, FormBlock::new(action, button), one, (typed, problems));
        blocks.push(Block::Heading(t.get("versprechen-neu")));
        blocks.push(Block::Form(form));
    }
    blocks.push(Block::Heading(t.get("zusage-urkunde")));
    blocks.extend(papers(t, city, (one, number)));
    let gone = taking_back::told(t, &one.known.names, &one.gone);
    blocks.extend(gone.into_iter().map(Block::Reading));
    if may_change {
        blocks.push(Block::Form(upload(t, city, (number, problems))));
        let to = format!("{}/urkunde/zurueck", address(city, number));
        let form = taking_back::form(t, to, &one.papers, (typed, problems));
        blocks.extend(form.map(Block::Form));
    }
    let mut ways = Vec::new();
    if may_change {
        let change = format!("{}/aendern", address(city, number));
        ways.push(Link::new(t.get("ziel-aendern"), change));
    }
    let faden = thread::address(city, (KIND, &number.to_string()));
    ways.push(Link::new(t.get("faden-zeigen"), faden));
    let own = (KIND, &*number.to_string());
    ways.extend(filing::ways(viewer, city, (own, &one.file_number), may_change));
    blocks.push(Block::Ways(ways));
    blocks.push(Block::Table(history(t, one)));
    Sheet::new(shell, blocks)
}

fn lead(t: &Texts, one: &One) -> String {
    let now = one.commitment();
    let parties: Vec<&str> = now.terms.each_party().collect();
    let kept = one.promises.iter().filter(|it| it.pledge.fate == Fate::Kept).count();
    let expected = one.promises.iter().filter(|it| it.pledge.fate != Fate::Dropped).count();
    let args = [
        ("art", Arg::from(t.get(&format!("zusage-art-{}", now.terms.kind.code())))),
        ("beteiligte", Arg::from(t.list(&parties))),
        ("gehalten", Arg::from(kept)),
        ("von", Arg::from(expected)),
    ];
    t.with("zusage-leit", &args)
}

/// That its term is over, and what is to be done about it by who can.
fn ran_out(t: &Texts, now: &Commitment, (today, may_change): (Date, bool)) -> Option<Notice> {
    now.terms.ran_out(today)?;
    let title = words::state(t, &now.terms, today);
    let id = if may_change { "zusage-abgelaufen.tun" } else { "zusage-abgelaufen.text" };
    Some(Notice { kind: Kind::Warning, title, text: t.get(id) })
}

fn pairs(t: &Texts, now: &Commitment, today: Date) -> Vec<Pair> {
    let day = |it: Option<Date>| it.map_or_else(String::new, |it| t.date(it));
    let all = [
        ("stand", words::state(t, &now.terms, today)),
        ("unterschrieben", day(now.terms.signed_on)),
        ("unterschrift", now.terms.signer.clone()),
        ("ab", day(now.terms.starts_on)),
        ("bis", day(now.terms.ends_on)),
    ];
    let pair = |(name, text): (&str, String)| {
        (!text.is_empty()).then(|| Pair::new(t.get(&format!("zusage-feld-{name}")), text))
    };
    all.into_iter().filter_map(pair).collect()
}

/// A promise with what was done for it; who may write it goes on from there.
fn item(viewer: &Viewer, city: &City, (one, it): (&One, &Promise), today: Date) -> Item {
    let t = &viewer.t;
    let pledge = &it.pledge;
    let mut notes = vec![pledge.party.clone()];
    if let Some(owner) = pledge.owner {
        notes[0] = format!("{} · {}", pledge.party, known::post(t, &one.known.names, owner));
    }
    let fate = t.get(&format!("versprechen-{}", pledge.fate.code()));
    notes.push(match (pledge.due, it.loose(today)) {
        (Some(due), Some(Loose::Late)) => {
            t.with("versprechen-spaet", &[("tag", Arg::from(t.date(due)))])
        }
        (Some(due), _) => {
            let args = [("stand", Arg::from(fate)), ("tag", Arg::from(t.date(due)))];
            t.with("versprechen-bis", &args)
        }
        (None, Some(Loose::NoDay)) => t.get("versprechen-ohne-tag"),
        (None, _) => fate,
    });
    if !pledge.because.is_empty() {
        let args = [("weil", Arg::from(pledge.because.as_str()))];
        notes.push(t.with("versprechen-weil", &args));
    }
    notes.push(done(t, (one, it)));
    let may_change = viewer.may(COMMIT);
    let way = format!("{}/versprechen/{}", address(city, it.commitment), it.number);
    Item { href: may_change.then_some(way), notes, ..Item::new(pledge.body.clone()) }
}

/// What was done for a promise: the measures that keep it, and how far they are.
fn done(t: &Texts, (one, it): (&One, &Promise)) -> String {
    let measure = |it: &crate::measures::model::Measure| {
        let state = t.get(&format!("massnahme-stand-{}", it.plan.state.code()));
        format!("{} ({state})", it.plan.title)
    };
    let all: Vec<String> = one.keep(it.number).map(measure).collect();
    match all.is_empty() {
        true => t.get("versprechen-nichts-getan"),
        false => t.with("versprechen-getan", &[("massnahmen", Arg::from(t.list(&all)))]),
    }
}

fn papers(t: &Texts, city: &City, (one, number): (&One, i64)) -> Vec<Block> {
    let link = |it: &Attachment| {
        let way = format!("{}/urkunde/{}", address(city, number), it.id);
        Link::new(it.file_name.clone(), way)
    };
    let links: Vec<Link> =
        one.papers.iter().filter(|it| it.withdrawn_at.is_none()).map(link).collect();
    match links.is_empty() {
        true => vec![Block::Text(t.get("zusage-ohne-urkunde"))],
        false => vec![Block::Links(links)],
    }
}

fn upload(t: &Texts, city: &City, (number, problems): (i64, &Problems)) -> FormBlock {
    let file = Upload::new("datei", t.get("zusage-urkunde-datei"))
        .hint(t.get("scan-hinweis"))
        .accept(".pdf,.jpg,.jpeg,.png")
        .error(problems.of("datei"));
    let button = Button::secondary(t.get("scan-hinterlegen"));
    FormBlock::new(format!("{}/urkunde", address(city, number)), button).file(file)
}

fn history(t: &Texts, one: &One) -> Table {
    let row = |it: &Commitment| Row {
        head: RowCell::new(ankunft_platform::words::instant(t, it.at)),
        cells: vec![
            RowCell::new(one.known.names.account(t, it.account)),
            RowCell::new(t.get(&format!("zusage-stand-{}", it.terms.state.code()))),
        ],
    };
    let columns = ["massnahme-wann", "massnahme-wer", "zusage-feld-stand"];
    Table {
        caption: t.get("massnahme-verlauf"),
        quiet_caption: false,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: one.versions.iter().map(row).collect(),
    }
}
