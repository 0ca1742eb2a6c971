//! What is said to who decides when somebody else was faster: what has moved, how the two versions
//! differ, and everything that was typed.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Kind, Notice, Pair, Row, RowCell, Table};
use ankunft_platform::web::{Block, City};

use super::decide::{Question, Typed};
use super::{at, day, list};
use crate::candidates::store::decisions::Decision;

/// That somebody was faster, what has moved since, and where the two versions differ.
pub fn overtaken(t: &Texts, city: &City, question: &Question, typed: Typed<'_>) -> Vec<Block> {
    if !question.is_overtaken && question.moved.is_empty() {
        return Vec::new();
    }
    let mut sentences = question.moved.clone();
    sentences.push(t.get("frozen-noch-einmal"));
    let mut blocks = vec![Block::Notice(Notice {
        kind: Kind::Warning,
        title: t.get("frozen-ueberholt"),
        text: sentences.join(" "),
    })];
    let Some(other) = question.corrects.as_ref().filter(|_| question.is_overtaken) else {
        return blocks;
    };
    let number = [("nummer", Arg::from(other.number.to_string()))];
    let href = at(city, &format!("/entscheidungen/{}", other.number));
    blocks.push(Block::Links(vec![Link::new(t.with("frozen-andere", &number), href)]));
    let names = |of: &[i64]| {
        let all = question.candidates.iter().filter(|it| of.contains(&it.number));
        list(t, all.map(|it| it.name.as_str()))
    };
    let own = |name: &str| {
        let found = typed.and_then(|it| it.iter().find(|it| it.0 == name));
        found.map_or_else(String::new, |it| it.1.trim().to_owned())
    };
    let chosen = ("entscheidung-gewaehlt", names(&question.usual), names(&question.chosen));
    let written = |name: &str, text: &str| match name {
        "tag" => day(t, text),
        _ => text.to_owned(),
    };
    let rest =
        FIELDS.map(|(name, id, of)| (id, written(name, of(other)), written(name, &own(name))));
    let differ = std::iter::once(chosen).chain(rest).filter(|it| it.1 != it.2);
    let row = |(id, theirs, own): (&str, String, String)| Row {
        head: RowCell::new(t.get(id)),
        cells: vec![RowCell::new(theirs), RowCell::new(own)],
    };
    let rows: Vec<Row> = differ.map(row).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: t.get("frozen-unterschiede"),
            quiet_caption: false,
            columns: vec![
                Column::words(t.get("papier-was")),
                Column::words(t.with("entscheidung-titel", &number)),
                Column::words(t.get("frozen-ihre")),
            ],
            rows,
        }));
    }
    blocks
}

/// What a decision says, and the name of its field and of its text.
type Said = (&'static str, &'static str, fn(&Decision) -> &str);

const FIELDS: [Said; 5] = [
    ("tag", "entscheidung-tag", |it| &it.on_date),
    ("stelle", "entscheidung-wer", |it| &it.body),
    ("grund", "entscheidung-grund", |it| &it.reason),
    ("minderheit", "entscheidung-minderheit", |it| &it.minority),
    ("aktenzeichen", "entscheidung-aktenzeichen", |it| &it.file_number),
];

/// What was typed, where there is nothing left to decide: to be copied.
pub fn written(t: &Texts, typed: Typed<'_>) -> Vec<Block> {
    let value = |(name, id, _): &Said| {
        let (_, text) = typed?.iter().find(|it| it.0 == *name && !it.1.trim().is_empty())?;
        Some(Pair::new(t.get(id), text.trim()))
    };
    let pairs: Vec<Pair> = FIELDS.iter().filter_map(value).collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(t.get("frozen-geschrieben")), Block::Pairs(pairs)]
}
