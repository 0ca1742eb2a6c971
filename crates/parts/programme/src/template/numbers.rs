//! The number in a cell of the workbook: as the cell holds it, or strictly as people write it; and
//! whether it can be one of its unit.

use ankunft_formats::table::book::Value;
use ankunft_formats::table::{NumberFault, NumberStyle};
use ankunft_platform::languages::Language;

/// No city has more persons or things.
const MOST: f64 = 1e8;
/// No rate, index or price is larger.
const LARGEST: f64 = 1e6;

/// The number of a cell in a unit of Kernindikatoren, or the code of the finding that tells what is
/// wrong with it.
pub(super) fn number(language: Language, unit: &str, value: &Value) -> Result<f64, &'static str> {
    let number = match value {
        Value::Number(it) => *it,
        Value::Text(text) if unit == "percent" || !text.contains('%') => written(language, text)?,
        _ => return Err("template-number"),
    };
    let (fits, code) = match unit {
        "persons" | "things" => {
            ((0.0..=MOST).contains(&number) && number.fract() == 0.0, "template-count")
        }
        "percent" => ((0.0..=100.0).contains(&number), "template-percent"),
        "index" => (number.abs() <= LARGEST, "template-range"),
        _ => ((0.0..=LARGEST).contains(&number), "template-range"),
    };
    if fits { Ok(number) } else { Err(code) }
}

/// The number of a text, in the writing of a language; never guessed.
fn written(language: Language, text: &str) -> Result<f64, &'static str> {
    let (decimal, group) = match language {
        Language::German => (',', '.'),
        Language::English | Language::Pseudo => ('.', ','),
    };
    let style = |thousands| NumberStyle { decimal, thousands };
    if text.contains(['e', 'E']) {
        return Err("template-number");
    }
    match style(None).parse(text) {
        Ok(number) => Ok(number),
        // To one writer 12.345 is twelve thousand, to another it is twelve.
        Err(NumberFault::Ambiguous)
            if text.matches(group).count() == 1 && !text.contains(decimal) =>
        {
            Err("template-number-unclear")
        }
        Err(NumberFault::Ambiguous) => {
            let grouped = [group, ' '].into_iter().find_map(|it| style(Some(it)).parse(text).ok());
            grouped.ok_or("template-number")
        }
        Err(_) => Err("template-number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(unit: &str, text: &str) -> Result<f64, &'static str> {
        number(Language::German, unit, &Value::Text(text.to_owned()))
    }

    #[test]
    fn a_text_is_read_as_germans_write_it_or_not_at_all() {
        assert_eq!(text("persons", "12345"), Ok(12345.0));
        assert_eq!(text("persons", "1.234.567"), Ok(1_234_567.0));
        assert_eq!(text("persons", "12 345"), Ok(12345.0));
        assert_eq!(text("index", "-1.234,5"), Ok(-1234.5));
        assert_eq!(text("percent", "12,5 %"), Ok(12.5));
        assert_eq!(text("persons", "12.345"), Err("template-number-unclear"));
        assert_eq!(text("index", "-1.234"), Err("template-number-unclear"));
        for wrong in ["12.5", "0.123", "1,234,567", "1,234.5", "1e3", "–", "x", "NaN", "12,"] {
            assert_eq!(text("index", wrong), Err("template-number"), "{wrong}");
        }
        assert_eq!(text("persons", "12 %"), Err("template-number"));
    }

    #[test]
    fn the_writing_is_that_of_the_workbook() {
        let text = |it: &str| number(Language::English, "index", &Value::Text(it.to_owned()));
        assert_eq!(text("12.345"), Ok(12.345));
        assert_eq!(text("1,234,567.5"), Err("template-range"));
        assert_eq!(text("1,234.5"), Ok(1234.5));
        assert_eq!(text("12,345"), Err("template-number-unclear"));
        assert_eq!(text("12,5"), Err("template-number"));
    }

    #[test]
    fn a_number_is_one_that_its_unit_can_have() {
        let of = |unit: &str, it: f64| number(Language::German, unit, &Value::Number(it));
        for unit in ["persons", "things"] {
            assert_eq!(of(unit, 12345.0), Ok(12345.0));
            assert_eq!(of(unit, 0.0), Ok(0.0));
            for wrong in [3.7, -20.0, 1e9, 12.345] {
                assert_eq!(of(unit, wrong), Err("template-count"), "{wrong} {unit}");
            }
        }
        assert_eq!((of("percent", 0.0), of("percent", 100.0)), (Ok(0.0), Ok(100.0)));
        for wrong in [-5.0, 100.1, 250.0] {
            assert_eq!(of("percent", wrong), Err("template-percent"), "{wrong}");
        }
        for unit in ["per-1000", "euro-per-m2"] {
            assert_eq!(of(unit, 1250.5), Ok(1250.5));
            assert_eq!(of(unit, -0.1), Err("template-range"));
        }
        assert_eq!(of("index", -2.5), Ok(-2.5));
        assert_eq!(of("index", 1e7), Err("template-range"));
    }

    #[test]
    fn a_day_and_a_truth_are_no_numbers() {
        for value in [Value::Truth(true), Value::Day(jiff::civil::date(2026, 5, 12))] {
            assert_eq!(number(Language::German, "index", &value), Err("template-number"));
        }
    }
}
