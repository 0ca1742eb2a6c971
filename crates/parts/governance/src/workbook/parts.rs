//! What a value was told apart by, in one cell: `Frauen: 40; Männer: 30`.

use ankunft_platform::languages::{Arg, Language};
use ankunft_platform::typed::{Typed, cents, sent, written};

use super::columns::PARTS;
use super::compare::Run;
use super::sheets::{Fault, Row, Table};
use crate::effects::model::{Actual, Hundredths, Indicator, Value};
use crate::effects::words;

/// A category and its value.
type Part = (String, Hundredths);

/// The plain text of parts: a category and its number a line.
#[must_use]
pub fn plain(language: Language, parts: &[Part]) -> String {
    let line = |(category, value): &Part| format!("{category}={}", written(language, *value));
    parts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The parts of a plain text.
fn from_plain(language: Language, plain: &str) -> Vec<Part> {
    let line = |it: &str| {
        let (category, value) = it.rsplit_once('=')?;
        Some((category.to_owned(), cents(language, value)?))
    };
    plain.lines().filter_map(line).collect()
}

/// The parts in a cell; none if it cannot be read. A category can have a semicolon or a colon in its
/// name: one ends where a number stands behind a colon.
pub fn read(text: &str, number: impl Fn(&str) -> Option<Hundredths>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = String::new();
    for piece in text.split_inclusive([';', '\n']) {
        rest.push_str(piece);
        let said = rest.trim_end_matches([';', '\n']).rsplit_once(':');
        let said =
            said.and_then(|(category, value)| Some((category.trim(), number(value.trim())?)));
        if let Some((category, value)) = said.filter(|it| !it.0.is_empty()) {
            parts.push((category.to_owned(), value));
            rest.clear();
        }
    }
    rest.trim_matches([';', '\n', ' ']).is_empty().then_some(parts)
}

impl Run<'_> {
    /// What a value of this indicator is told apart by, in the order of its categories; nothing if the
    /// cell names one that there is not, or one twice.
    pub(super) fn parts(
        &mut self,
        table: &Table,
        row: &Row,
        typed: &Typed,
        (says, now): (&Indicator, Option<&Actual>),
    ) -> Option<Vec<Part>> {
        let mut said = from_plain(self.terms.t.language(), sent(typed, PARTS));
        // What was told apart before stays possible, though the indicator names it no longer.
        let before = now.iter().flat_map(|it| &it.parts).map(|it| &it.0);
        let known: Vec<&String> = says.categories.iter().chain(before).collect();
        let place = |it: &Part| known.iter().position(|name| **name == it.0);
        let stranger = said.iter().find(|it| place(it).is_none());
        let twice =
            said.iter().enumerate().find(|(at, it)| said[..*at].iter().any(|of| of.0 == it.0));
        let (name, id) = match (stranger, twice) {
            (Some(it), _) if says.categories.is_empty() => {
                (it.0.clone(), "abgleich-ohne-gliederung")
            }
            (Some(it), _) => (it.0.clone(), "abgleich-teil-fremd"),
            (None, Some((_, it))) => (it.0.clone(), "abgleich-teil-doppelt"),
            (None, None) => {
                said.sort_by_key(place);
                return Some(said);
            }
        };
        let t = self.terms.t;
        let all = t.list(&says.categories);
        let args = [("wert", Arg::from(name)), ("alle", Arg::from(all))];
        let text = t.with(id, &args);
        self.result.faults.push(Fault { at: table.at(row, PARTS), found: row.text(PARTS), text });
        None
    }

    /// Notes that a value was changed and what it was told apart by was not, so that it no longer fits.
    pub(super) fn refuse_parts(
        &mut self,
        table: &Table,
        row: &Row,
        (says, value): (&Indicator, Value),
        parts: &[Part],
    ) {
        let t = self.terms.t;
        let sum = parts.iter().map(|it| it.1).sum();
        let args = [
            ("wert", Arg::from(words::value(t, says, value))),
            ("summe", Arg::from(words::number(t, sum))),
        ];
        // Without the column there is only the value to point to.
        let has = table.columns.contains_key(PARTS);
        let (code, id) = if has {
            (PARTS, "abgleich-teile-passen-nicht")
        } else {
            ("wert", "abgleich-teile-fehlen")
        };
        let text = t.with(id, &args);
        self.result.faults.push(Fault { at: table.at(row, code), found: row.text(code), text });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Option<i64> {
        cents(Language::German, text)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            names in prop::collection::vec("[A-Za-zäß<>0-9][A-Za-zäß;: =]{0,9}[a-z]", 1..5),
            values in prop::collection::vec(0_i64..1_000_000, 5),
        ) {
            // A name that itself ends like a part is one.
            prop_assume!(names.iter().all(|it| !it.contains([':', ';'])));
            let parts: Vec<Part> = names.into_iter().zip(values).collect();
            let plain = plain(Language::German, &parts);
            prop_assert_eq!(&from_plain(Language::German, &plain), &parts);
            let cell = |(name, value): &Part| format!("{name}: {}", written(Language::German, *value));
            let cell = parts.iter().map(cell).collect::<Vec<_>>().join("; ");
            prop_assert_eq!(read(&cell, number), Some(parts));
        }

        #[test]
        fn nothing_breaks_it(text in "\\PC{0,40}") {
            let _ = read(&text, number);
        }
    }

    #[test]
    fn a_category_can_hold_what_stands_between() {
        let said = read("Kita; Hort: 4; Stufe 1: bis 6: 2,5;\n", number);
        let expected = vec![("Kita; Hort".to_owned(), 400), ("Stufe 1: bis 6".to_owned(), 250)];
        assert_eq!(said, Some(expected));
        for text in ["Frauen", "Frauen: 4; Männer", ": 4", "Frauen 4; Männer: viele"] {
            assert_eq!(read(text, number), None, "{text}");
        }
    }
}
