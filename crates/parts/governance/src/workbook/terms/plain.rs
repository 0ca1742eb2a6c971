//! Numbers, days and texts out of cells.

use ankunft_formats::table::book::Value;
use ankunft_platform::languages::Language;
use ankunft_platform::typed::{cents, day};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A number as it is written in a language. One whose decimal sign is that of another language is
/// taken if it can be nothing else.
pub(super) fn written_number(text: &str, language: Language) -> Option<i64> {
    let (other, decimal) = match language {
        Language::German => (Language::English, '.'),
        _ => (Language::German, ','),
    };
    let foreign = || text.contains(decimal).then(|| cents(other, text)).flatten();
    cents(language, text).or_else(foreign)
}

/// A number in hundredths, if it is none below zero and has no more decimals.
#[expect(clippy::cast_possible_truncation, reason = "bounded far below 2^53")]
pub(super) fn hundredths(number: f64) -> Option<i64> {
    let scaled = number * 100.0;
    // What computing left behind, and never as much as a third decimal.
    let leftover = (1e-9 * scaled.abs()).clamp(1e-6, 1e-2);
    let is_whole = (scaled - scaled.round()).abs() < leftover;
    (is_whole && (0.0..1e14).contains(&scaled)).then_some(scaled.round() as i64)
}

/// A day out of a cell: a day, a text, or the number by which programs count days.
#[expect(clippy::cast_possible_truncation, reason = "bounded")]
pub(super) fn day_of(value: &Value) -> Option<Date> {
    match value {
        Value::Day(it) => Some(*it),
        Value::Text(it) => day(it),
        Value::Number(it) if it.fract() == 0.0 && (20_000.0..80_000.0).contains(it) => {
            Some(date(1899, 12, 30).saturating_add((*it as i64).days()))
        }
        _ => None,
    }
}

/// Texts that stand in one cell: one a line, or with semicolons between them.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', ';']).map(str::trim).filter(|it| !it.is_empty())
}

/// What stands in a cell as a text, with one kind of line end and no space around it.
#[must_use]
pub fn text(value: &Value) -> String {
    match value {
        Value::Text(it) | Value::Failed(it) => clean(it),
        Value::Number(it) => it.to_string(),
        Value::Day(it) => it.to_string(),
        Value::Truth(it) => it.to_string(),
        Value::Uncomputed => String::new(),
    }
}

/// A text with one kind of line end and no space around it.
#[must_use]
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_that_of_its_language_or_can_be_nothing_else() {
        for (language, text, expected) in [
            (Language::German, "1.140", Some(114_000)),
            (Language::German, "12,5", Some(1_250)),
            (Language::German, "12.5", Some(1_250)),
            (Language::German, "1,140.5", Some(114_050)),
            (Language::English, "1,140", Some(114_000)),
            (Language::English, "12,5", Some(1_250)),
            (Language::English, "1.140", None),
            (Language::German, "12.345", Some(1_234_500)),
            (Language::German, "1.2345", None),
            (Language::German, "-5", None),
            (Language::German, "viele", None),
        ] {
            assert_eq!(written_number(text, language), expected, "{text}");
        }
        assert_eq!(hundredths(62.35), Some(6_235));
        assert_eq!(hundredths(0.1 + 0.2), Some(30));
        assert_eq!(hundredths(9_000_000.25), Some(900_000_025));
        for number in [1.005, 12_345.678, 9_000_000.125, -1.0, f64::NAN] {
            assert_eq!(hundredths(number), None, "{number}");
        }
    }

    #[test]
    fn a_day_is_a_day_a_text_or_the_number_of_one() {
        let expected = Some(date(2027, 6, 30));
        for value in [
            Value::Day(date(2027, 6, 30)),
            Value::Text("30.6.2027".into()),
            Value::Text("2027-06-30".into()),
            Value::Number(46_568.0),
        ] {
            assert_eq!(day_of(&value), expected, "{value:?}");
        }
        for value in [Value::Number(2027.0), Value::Number(46_568.5), Value::Text("bald".into())] {
            assert_eq!(day_of(&value), None, "{value:?}");
        }
    }
}
