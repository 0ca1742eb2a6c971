//! The Wirkungstreppe on the page of its measure.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Kind, Notice};
use ankunft_platform::parts::Panel;
use ankunft_platform::web::{Block, City, Viewer};
use askama::Template;
use jiff::civil::Date;

use super::model::Step;
use super::view::{Staircase, Stand};
use super::{address, words};
use crate::measures;

/// One indicator on its step.
struct Entry {
    link: Link,
    stands: String,
    notes: Vec<String>,
}

/// One step.
struct StepCard {
    number: u8,
    name: String,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "stairs.html")]
struct Stairs {
    lead: String,
    lang: String,
    steps: Vec<StepCard>,
}

/// The staircase, what it lacks, and who counts the same; the way to the next indicator for who may
/// change the measure.
#[must_use]
pub fn blocks(
    viewer: &Viewer,
    city: &City,
    (number, staircase): (i64, &Staircase),
    (today, may_change): (Date, bool),
) -> Vec<Block> {
    let t = &viewer.t;
    let title = t.get("treppe");
    let mut blocks = Vec::new();
    if staircase.open().next().is_none() {
        blocks.push(Block::Heading(title));
        blocks.push(Block::Text(t.get("treppe-leer")));
    } else {
        let step = |step: &Step| {
            let own = staircase.open().filter(|it| it.known.says.step == *step);
            let entries = own.map(|it| entry(t, city, it, today)).collect();
            let name = t.get(&format!("stufe-{}", step.number()));
            StepCard { number: step.number(), name, entries }
        };
        // The highest step stands on top, as it is climbed.
        let steps = Step::ALL.iter().rev().map(step).collect();
        let page = Stairs { lead: t.get("treppe-leit"), lang: city.language.clone(), steps };
        blocks.push(Block::Panel(Panel { title, html: page.render().unwrap_or_default() }));
    }
    let lacks = staircase.lacks();
    if !lacks.is_empty() {
        let text: Vec<String> =
            lacks.iter().map(|it| t.get(&format!("treppe-hinweis-{}", it.code()))).collect();
        let title = t.get("treppe-hinweis");
        blocks.push(Block::Notice(Notice { kind: Kind::Info, title, text: text.join(" ") }));
    }
    if !staircase.overlaps.is_empty() {
        blocks.push(Block::Text(t.get("treppe-dieselben")));
        let link = |it: &super::view::Overlap| {
            let args =
                [("titel", Arg::from(it.title.as_str())), ("was", Arg::from(t.list(&it.names)))];
            Link::new(t.with("treppe-dieselben-bei", &args), measures::address(city, it.number))
        };
        blocks.push(Block::Links(staircase.overlaps.iter().map(link).collect()));
    }
    let ended: Vec<Link> = staircase
        .all
        .iter()
        .filter(|it| it.known.says.ended)
        .map(|it| Link::new(it.known.says.name.clone(), address(city, number, it.known.number)))
        .collect();
    if !ended.is_empty() {
        blocks.push(Block::Text(t.get("indikatoren-beendet")));
        blocks.push(Block::Links(ended));
    }
    if may_change {
        let way = format!("{}/indikatoren/neu", measures::address(city, number));
        blocks.push(Block::Links(vec![Link::new(t.get("indikator-anlegen"), way)]));
    }
    blocks
}

fn entry(t: &Texts, city: &City, it: &Stand, today: Date) -> Entry {
    let says = &it.known.says;
    let mut notes = Vec::new();
    let waiting = it.waiting().len();
    if waiting > 0 {
        notes.push(t.with("indikator-wartet", &[("anzahl", Arg::from(waiting))]));
    }
    if says.baseline.is_none() && says.figure.is_none() {
        notes.push(t.get("indikator-ohne-ausgangswert"));
    }
    Entry {
        link: Link::new(says.name.clone(), address(city, it.known.measure, it.known.number)),
        stands: words::stands(t, it, today),
        notes,
    }
}
