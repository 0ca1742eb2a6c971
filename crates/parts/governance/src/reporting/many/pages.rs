//! `/{kommune}/steuerung/berichte/anfragen`: for which measures shall somebody report?

use std::collections::BTreeSet;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Button, Choice, Choices, Empty, Field, Kind as NoticeKind, Notice, Problems, Select,
};
use ankunft_platform::typed::{Typed, all_sent, sent};
use ankunft_platform::web::{Block, City, FormBlock, Item, Sheet, Viewer};
use jiff::ToSpan;
use jiff::civil::Date;

use super::address;
use super::model::{Lack, Offer, Offers, ToContact};
use crate::around::words::Organisations;
use crate::effects::period::Period;
use crate::effects::words;
use crate::measures;
use crate::measures::model::{Measure, State};
use crate::reporting::model::Asking;
use crate::reporting::{PATH, asking};

/// So many days people usually have.
const USUAL_DAYS: i32 = 21;

/// What the page is made from.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) offers: &'a Offers<'a>,
    pub(super) names: &'a Names,
    pub(super) organisations: &'a Organisations,
    /// The measures that ask for the usual period already.
    pub(super) open: &'a BTreeSet<i64>,
    pub(super) usual: Period,
    pub(super) today: Date,
}

/// The form: period, last day, measures; and what keeps others from being asked.
pub(super) fn ask(
    viewer: &Viewer,
    city: &City,
    view: &View<'_>,
    (typed, problems): (Option<&Typed>, Problems),
) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("berichte-anfragen-titel")).mark(t.get("massnahme-nur-intern"));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if view.offers.ready.is_empty() {
        let text = t.get("berichte-anfragen-leer");
        let step = Some(Link::new(t.get("nav-steuerung"), city.at("/steuerung")));
        blocks.push(Block::Empty(Empty { text, step }));
    } else {
        blocks.push(Block::Form(form(t, city, view, (typed, &problems))));
    }
    if !view.offers.lacking.is_empty() {
        blocks.push(Block::Heading(t.get("berichte-anfragen-fehlt")));
        let item = |(measure, lack): &(&Measure, Lack)| lacking(t, city, (measure, *lack));
        blocks.push(Block::Items(view.offers.lacking.iter().map(item).collect()));
    }
    blocks.push(Block::Links(vec![Link::new(t.get("nav-berichte"), city.at(PATH))]));
    Sheet::new(shell.lead(t.get("berichte-anfragen-titel.leit")), blocks)
}

fn form(
    t: &Texts,
    city: &City,
    view: &View<'_>,
    (typed, problems): (Option<&Typed>, &Problems),
) -> FormBlock {
    let nothing = Typed::new();
    let was = typed.unwrap_or(&nothing);
    let usual = view.usual.to_string();
    let current = Some(sent(was, "zeitraum")).filter(|it| !it.is_empty()).unwrap_or(&usual);
    let choice = |it: Period| Choice::new(it.to_string(), it.words(t), current);
    let periods = Period::usual(view.today).into_iter().map(choice).collect();
    let mut period = Select::new("zeitraum", t.get("wert-zeitraum"), periods);
    period.error = problems.of("zeitraum");
    let due = match typed {
        Some(typed) => sent(typed, "bis").to_owned(),
        None => view.today.saturating_add(USUAL_DAYS.days()).to_string(),
    };
    let due = Field::new("bis", t.get("massnahme-feld-bis"))
        .kind("date")
        .value(due)
        .error(problems.of("bis"));
    let chosen: Option<BTreeSet<&str>> = typed.map(|it| all_sent(it, "massnahme").collect());
    let choice = |it: &Offer<'_>| {
        let value = it.measure.number.to_string();
        let is_open = view.open.contains(&it.measure.number);
        let chosen = match &chosen {
            Some(chosen) => chosen.contains(&*value),
            None => it.measure.plan.state == State::Running && !is_open,
        };
        let hint = Some(hint(t, view, (it, is_open)));
        Choice { value, label: it.measure.plan.title.clone(), hint, chosen }
    };
    let choices = view.offers.ready.iter().map(choice).collect();
    let mut measures = Choices::several("massnahme", t.get("berichte-anfragen-welche"), choices);
    measures.hint = Some(t.get("berichte-anfragen-welche.hinweis"));
    measures.error = problems.of("massnahme").or_else(|| problems.of("massnahme-1"));
    let button = Button::primary(t.get("bericht-fragen-senden"));
    FormBlock::new(address(city), button).select(period).field(due).choices(measures)
}

/// Who is asked, and whether they are asked for the usual period already.
fn hint(t: &Texts, view: &View<'_>, (it, is_open): (&Offer<'_>, bool)) -> String {
    let who = |(reporter, contact, _): &Asking| {
        let known = (view.names, view.organisations);
        let name = words::reporter(t, known, Some(*reporter));
        if !contact.email.is_empty() {
            return name;
        }
        t.with("berichte-anfragen-ohne-adresse", &[("wer", Arg::from(name))])
    };
    let all: Vec<String> = it.asked.iter().map(who).collect();
    let asked = t.with("berichte-anfragen-gefragt-wird", &[("wer", Arg::from(t.list(&all)))]);
    if !is_open {
        return asked;
    }
    let args = [("zeitraum", Arg::from(view.usual.words(t)))];
    format!("{asked} {}", t.with("berichte-anfragen-schon", &args))
}

/// What a measure lacks, with the way to where it is given.
fn lacking(t: &Texts, city: &City, (measure, lack): (&Measure, Lack)) -> Item {
    let href = match lack {
        Lack::Indicator => {
            format!("{}/indikatoren/neu", measures::address(city, measure.number))
        }
        Lack::Address => asking(city, measure.number),
    };
    Item {
        title: measure.plan.title.clone(),
        href: Some(href),
        notes: vec![t.get(&format!("berichte-anfragen-fehlt-{}", lack.code()))],
        lang: None,
        forms: Vec::new(),
    }
}

/// Whom who asks hands the links on to, because no letters are sent.
pub(super) fn links(viewer: &Viewer, city: &City, all: &[ToContact<'_>]) -> Sheet {
    let t = &viewer.t;
    let shell = viewer.page(t.get("berichte-anfragen-links")).mark(t.get("massnahme-nur-intern"));
    let mut blocks = vec![Block::Notice(Notice {
        kind: NoticeKind::Info,
        title: t.get("berichte-anfragen-links.titel"),
        text: t.get("berichte-anfragen-links.text"),
    })];
    for (contact, reports) in all {
        blocks.push(Block::Heading(format!("{}, {}", contact.name, contact.email)));
        for (measure, round, link) in reports {
            blocks.push(Block::Text(format!("{measure}, {}", round.period.words(t))));
            blocks.push(Block::Copy(link.clone()));
        }
    }
    blocks.push(Block::Ways(vec![Link::new(t.get("nav-berichte"), city.at(PATH))]));
    Sheet::new(shell, blocks)
}
