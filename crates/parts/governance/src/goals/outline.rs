//! From the outline of a document to the table that a person looks at before it is taken over.

use std::collections::BTreeSet;

use ankunft_formats::outline::Paragraph;
use ankunft_platform::languages::Texts;

use super::model::Kind;
use super::words::{Part, kind};

/// The table of a document's outline: a heading is a goal, what stands below it is its text; the
/// entries of a list are one step narrower than the heading above them.
///
/// Which kind a heading is follows from how many depths there are: with four or more the outermost
/// is the Leitbild, with three the field of action, with two field and goal. None if it has no
/// headings.
#[must_use]
pub fn table(t: &Texts, document: &[Paragraph]) -> Option<String> {
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
    let mut rows: Vec<(Kind, String, String)> = Vec::new();
    let mut depth = 0;
    for it in document {
        let found = match it.level {
            Some(level) => {
                depth = levels.iter().filter(|known| **known < level).count();
                of_depth(depth)
            }
            None if it.is_item && !rows.is_empty() => of_depth(depth + 1),
            None => None,
        };
        match (found, rows.last_mut()) {
            (Some(kind), _) => rows.push((kind, numberless(&it.text).to_owned(), String::new())),
            (None, Some((_, _, body))) => {
                if !body.is_empty() {
                    body.push('\n');
                }
                body.push_str(&it.text);
            }
            // What stands before the first heading is the cover.
            (None, None) => {}
        }
    }
    let header = [Part::Kind, Part::Title, Part::Body].map(|it| it.name(t));
    let row = |(of, title, body): (Kind, String, String)| [kind(t, of), title, body];
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    for record in std::iter::once(header).chain(rows.into_iter().map(row)) {
        writer.write_record(record).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// A heading without its number: `3.2 Wohnen` is called `Wohnen`.
fn numberless(text: &str) -> &str {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    match rest.len() < text.len() && rest.starts_with(char::is_whitespace) {
        true => rest.trim(),
        false => text.trim(),
    }
}
