//! From the outline of a document to the table that a person looks at before it is taken over.

use std::collections::{BTreeMap, BTreeSet};

use ankunft_formats::outline::Paragraph;
use ankunft_platform::languages::Texts;

use super::model::{Kind, Tree};
use super::words::{Part, kind};

/// What is read of a document.
#[derive(Debug)]
pub struct Outline {
    /// Its headings and lists as a table that can be pasted.
    pub table: String,
    /// Its tables, none of which is read.
    pub left_out: Vec<LeftOut>,
}

/// A table of a document that is not read.
#[derive(Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The first of its rows that says something.
    pub heading: String,
    /// How many of its rows say something.
    pub rows: usize,
}

/// A goal as the document has it.
struct Entry {
    kind: Kind,
    title: String,
    body: String,
}

/// The table of a document's outline: a heading is a goal, what stands below it is its text; the
/// entries of a list are one step narrower than the heading above them. Where a goal or the one
/// above it is in the edition already, the row says what it stands below.
///
/// Which kind a heading is follows from how many depths there are: with four or more the outermost
/// is the Leitbild, with three the field of action, with two field and goal. None if it has no
/// headings.
#[must_use]
pub fn read(t: &Texts, document: &[Paragraph], tree: &Tree) -> Option<Outline> {
    let (inside, text): (Vec<&Paragraph>, Vec<&Paragraph>) =
        document.iter().partition(|it| it.cell.is_some() && it.level.is_none());
    let entries = entries(&text)?;
    let there: BTreeSet<(Kind, String)> = tree
        .in_order()
        .into_iter()
        .map(|(_, it)| (it.wording.kind, it.wording.title.to_lowercase()))
        .collect();
    let is_there = |it: &Entry| there.contains(&(it.kind, it.title.to_lowercase()));
    let above = |at: usize| {
        let above = entries[..at].iter().rfind(|it| it.kind < entries[at].kind);
        above.filter(|it| is_there(it) || is_there(&entries[at]))
    };
    let row = |(at, it): (usize, &Entry)| {
        let above = above(at).map_or("", |it| it.title.as_str()).to_owned();
        [kind(t, it.kind), it.title.clone(), it.body.clone(), above]
    };
    let header = [Part::Kind, Part::Title, Part::Body, Part::Parent].map(|it| it.name(t));
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    for record in std::iter::once(header).chain(entries.iter().enumerate().map(row)) {
        writer.write_record(record).ok()?;
    }
    let table = String::from_utf8(writer.into_inner().ok()?).ok()?;
    Some(Outline { table, left_out: left_out(&inside) })
}

/// The goals of a document in their order; none if it has no headings.
fn entries(document: &[&Paragraph]) -> Option<Vec<Entry>> {
    let levels: BTreeSet<u8> = document.iter().filter_map(|it| it.level).collect();
    let has_lists = document.iter().any(|it| it.is_item && it.level.is_none());
    let depths = levels.len() + usize::from(has_lists);
    if levels.is_empty() {
        return None;
    }
    let kinds: &[Kind] = match depths {
        1 => &[Kind::Goal],
        2 => &[Kind::Field, Kind::Goal],
        3 => &[Kind::Field, Kind::Goal, Kind::Recommendation],
        _ => &Kind::ALL,
    };
    let of_depth = |depth: usize| kinds.get(depth).copied();
    let counted: BTreeSet<u8> =
        levels.iter().copied().filter(|it| is_counted(document, *it)).collect();
    let mut entries: Vec<Entry> = Vec::new();
    let mut depth = 0;
    for it in document {
        let found = match it.level {
            Some(level) => {
                depth = levels.iter().filter(|known| **known < level).count();
                of_depth(depth)
            }
            None if it.is_item && !entries.is_empty() => of_depth(depth + 1),
            None => None,
        };
        match (found, entries.last_mut()) {
            (Some(kind), _) => {
                let title = match it.level {
                    Some(level) => numberless(&it.text, counted.contains(&level)),
                    None => it.text.as_str(),
                };
                entries.push(Entry { kind, title: title.to_owned(), body: String::new() });
            }
            (None, Some(Entry { body, .. })) => {
                if !body.is_empty() {
                    body.push('\n');
                }
                body.push_str(&it.text);
            }
            // What stands before the first heading is the cover.
            (None, None) => {}
        }
    }
    Some(entries)
}

/// A number before a heading, and the heading without it.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    let number = &text[..text.len() - rest.len()];
    (number.starts_with(|it: char| it.is_ascii_digit()) && rest.starts_with(char::is_whitespace))
        .then(|| (number, rest.trim()))
}

/// Whether a number can only be that of a chapter: `3.` and `3.2.1`, but neither `30` nor `1.000`.
fn is_of_chapter(number: &str) -> bool {
    number.contains('.') && number.split('.').all(|it| it.len() < 3)
}

/// Whether all headings of a level begin with a number that counts up from 1, and anew below each
/// heading above them.
fn is_counted(document: &[&Paragraph], level: u8) -> bool {
    let mut last = 0_usize;
    for it in document {
        match it.level {
            Some(here) if here < level => last = 0,
            Some(here) if here == level => {
                let number =
                    numbered(&it.text).and_then(|it| it.0.split('.').rfind(|it| !it.is_empty()));
                last += 1;
                if number.and_then(|it| it.parse().ok()) != Some(last) {
                    return false;
                }
            }
            _ => {}
        }
    }
    true
}

/// A heading without the number of its chapter: `3.2 Wohnen` is called `Wohnen`, but
/// `500 Wohnungen` is called that unless the headings beside it are counted.
fn numberless(text: &str, is_counted: bool) -> &str {
    match numbered(text) {
        Some((number, rest)) if is_counted || is_of_chapter(number) => rest,
        _ => text,
    }
}

fn left_out(inside: &[&Paragraph]) -> Vec<LeftOut> {
    let mut tables: BTreeMap<usize, BTreeMap<usize, Vec<&str>>> = BTreeMap::new();
    for it in inside {
        if let Some(cell) = it.cell {
            tables.entry(cell.table).or_default().entry(cell.row).or_default().push(&it.text);
        }
    }
    let table = |rows: BTreeMap<usize, Vec<&str>>| {
        let heading = rows.values().next().map_or_else(String::new, |it| it.join(" | "));
        LeftOut { heading, rows: rows.len() }
    };
    tables.into_values().map(table).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(document: &[(Option<u8>, &str)]) -> Vec<String> {
        let paragraph = |(level, text): &(Option<u8>, &str)| Paragraph {
            level: *level,
            is_item: level.is_none(),
            text: (*text).to_owned(),
            cell: None,
        };
        let all: Vec<Paragraph> = document.iter().map(paragraph).collect();
        let all: Vec<&Paragraph> = all.iter().collect();
        entries(&all).expect("headings").into_iter().map(|it| it.title).collect()
    }

    #[test]
    fn only_numbers_of_chapters_are_taken_off() {
        let counted = [
            (Some(1), "1 Wohnen"),
            (Some(2), "1.1 Mieten"),
            (None, "3 Häuser"),
            (None, "1. Mai"),
            (Some(2), "1.000 Wohnungen bis 2030"),
            (Some(1), "2 Sprache"),
            (Some(2), "500 Plätze"),
        ];
        let expected = [
            "Wohnen",
            "Mieten",
            "3 Häuser",
            "1. Mai",
            "1.000 Wohnungen bis 2030",
            "Sprache",
            "500 Plätze",
        ];
        assert_eq!(titles(&counted), expected);
        let not_counted = [(Some(1), "2 Beratungsstellen"), (Some(1), "3 Cafés")];
        assert_eq!(titles(&not_counted), ["2 Beratungsstellen", "3 Cafés"]);
        let anew = [(Some(1), "A"), (Some(2), "1 B"), (Some(1), "C"), (Some(2), "1 D")];
        assert_eq!(titles(&anew), ["A", "B", "C", "D"]);
    }
}
