//! What people type into a form, and how it is read: days, amounts, texts, and what is wrong.

use jiff::civil::Date;

use crate::languages::{Language, Texts};
use crate::page::components::Problems;

/// The longest text: what is done is read by auditors years later.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest line.
pub const LONGEST_LINE: usize = 200;

/// Signs that nobody sees and that turn round what stands behind them, also on other pages.
const TURNING: [char; 9] = [
    '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// A form as it was sent or as it stands before anybody typed.
pub type Typed = Vec<(String, String)>;

/// The sent value of a field, without space around it.
#[must_use]
pub fn sent<'a>(typed: &'a Typed, name: &str) -> &'a str {
    typed.iter().find(|it| it.0 == name).map_or("", |it| it.1.trim())
}

/// All values of a field that can be sent several times.
pub fn all_sent<'a>(typed: &'a Typed, name: &str) -> impl Iterator<Item = &'a str> {
    typed.iter().filter(move |it| it.0 == name).map(|it| it.1.trim())
}

/// The years in which something of a plan can lie: a slip of the hand gives others.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2999;

/// A day as a person types it.
///
/// ```
/// use ankunft_platform::typed::day;
///
/// assert_eq!(day("30.6.2027"), day("2027-06-30"));
/// assert_eq!(day("31.6.2027"), None);
/// assert_eq!(day("0027-06-30"), None);
/// ```
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.parse().ok().or_else(|| dotted(text));
    day.filter(|it: &Date| YEARS.contains(&it.year()))
}

fn dotted(text: &str) -> Option<Date> {
    let mut pieces = text.split('.');
    let (day, month, year) = (pieces.next()?, pieces.next()?, pieces.next()?);
    if pieces.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A hundred billion in cents: more than any amount of a city, and a million of them still add up.
const LARGEST_AMOUNT: i64 = 10_i64.pow(13);

/// An amount of money in cents, as it is written in a language: `1.234,56` in German, `1,234.56`
/// in English; with or without the sign of the euro. Never guessed: where the decimal sign is that
/// of another language there is none.
///
/// ```
/// use ankunft_platform::languages::Language;
/// use ankunft_platform::typed::cents;
///
/// assert_eq!(cents(Language::German, "1.234,5 €"), Some(123_450));
/// assert_eq!(cents(Language::German, "1234.50"), None);
/// assert_eq!(cents(Language::German, "92.233.720.368.547.758,07"), None);
/// ```
#[must_use]
pub fn cents(language: Language, text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches("EUR").trim_matches(['€', ' ', '\u{a0}', '\u{202f}']);
    let (decimal, thousand) = match language {
        Language::German => (',', '.'),
        _ => ('.', ','),
    };
    let (whole, part) = text.split_once(decimal).unwrap_or((text, ""));
    if part.len() > 2 || text.ends_with(decimal) {
        return None;
    }
    let mut groups = whole.split(thousand);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_first = !first.is_empty() && (rest.is_empty() || first.len() <= 3);
    if !is_first || rest.iter().any(|it| it.len() != 3) {
        return None;
    }
    let digits = [&[first][..], &rest, &[part]].concat().concat();
    if !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let missing = u32::try_from(2 - part.len()).ok()?;
    let cents = digits.parse::<i64>().ok()?.checked_mul(10_i64.pow(missing))?;
    (cents <= LARGEST_AMOUNT).then_some(cents)
}

/// A number in hundredths as a form takes it again with [`cents`]: without a thousands sign, and
/// without decimals that are zero.
///
/// ```
/// use ankunft_platform::languages::Language;
/// use ankunft_platform::typed::{cents, written};
///
/// assert_eq!(written(Language::German, 123_450), "1234,50");
/// assert_eq!(written(Language::English, 114_000), "1140");
/// assert_eq!(cents(Language::German, &written(Language::German, 7)), Some(7));
/// ```
#[must_use]
pub fn written(language: Language, hundredths: i64) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let decimal = if language == Language::German { ',' } else { '.' };
    if part == 0 { whole.to_string() } else { format!("{whole}{decimal}{part:02}") }
}

/// Reads the fields of a form one by one and keeps what is wrong.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The words of what is wrong.
    pub t: &'a Texts,
    /// What was sent.
    pub typed: &'a Typed,
    /// What is wrong so far.
    pub problems: Problems,
}

impl<'a> Reading<'a> {
    /// Nothing read yet.
    #[must_use]
    pub fn new(t: &'a Texts, typed: &'a Typed) -> Self {
        Self { t, typed, problems: Problems::default() }
    }

    /// The sent value of a field.
    #[must_use]
    pub fn sent(&self, name: &str) -> &'a str {
        sent(self.typed, name)
    }

    /// Keeps that a field is wrong, in the words of this text.
    pub fn wrong(&mut self, name: &str, text: &str) {
        self.problems.add(name, self.t.get(text));
    }

    /// A text that may be empty.
    pub fn text(&mut self, name: &str, longest: usize) -> String {
        let text = self.sent(name);
        if text.chars().count() > longest {
            self.wrong(name, "eingabe-zu-lang");
        }
        text.replace(TURNING, "")
    }

    /// A text that must be there.
    pub fn needed(&mut self, name: &str, longest: usize, missing: &str) -> String {
        let text = self.text(name, longest);
        if text.is_empty() {
            self.wrong(name, missing);
        }
        text
    }

    /// A day that may be missing.
    pub fn day(&mut self, name: &str) -> Option<Date> {
        let text = self.sent(name);
        let day = day(text);
        if day.is_none() && !text.is_empty() {
            self.wrong(name, "eingabe-tag-unklar");
        }
        day
    }

    /// A day that must be there.
    pub fn needed_day(&mut self, name: &str, missing: &str) -> Option<Date> {
        if self.sent(name).is_empty() {
            self.wrong(name, missing);
        }
        self.day(name)
    }

    /// An amount in cents that may be missing.
    pub fn cents(&mut self, name: &str) -> Option<i64> {
        let text = self.sent(name);
        let amount = cents(self.t.language(), text);
        if amount.is_none() && !text.is_empty() {
            self.wrong(name, "eingabe-betrag-unklar");
        }
        amount
    }

    /// What was read, unless something is wrong.
    ///
    /// # Errors
    ///
    /// What is wrong, all of it.
    pub fn result<T>(self, read: T) -> Result<T, Problems> {
        if self.problems.is_empty() { Ok(read) } else { Err(self.problems) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let expected = jiff::civil::date(2027, 6, 30);
        for text in ["2027-06-30", "30.6.2027", "30.06.2027", " 30.06.2027 "] {
            assert_eq!(day(text), Some(expected), "{text}");
        }
        for text in [
            "0001-01-01",
            "0027-12-31",
            "30.6.0027",
            "",
            "30.6.27",
            "31.6.2027",
            "6/30/2027",
            "30.6.2027.1",
            "bald",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_never_guessed() {
        let german = |text| cents(Language::German, text);
        for (text, expected) in [
            ("0", 0),
            ("12", 1_200),
            ("12,5", 1_250),
            ("12,05", 1_205),
            ("1.234", 123_400),
            ("1.234.567,89 €", 123_456_789),
            ("1234567", 123_456_700),
            (" 5 EUR ", 500),
        ] {
            assert_eq!(german(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "€",
            "-5",
            "12.5",
            "1234.50",
            "12,345",
            "1,234.56",
            "1.23,4",
            ".500",
            "12,",
            "1..2",
            "zwölf",
            "1e5",
            "99999999999999999999",
            "1234.567",
        ] {
            assert_eq!(german(text), None, "{text}");
        }
        assert_eq!(cents(Language::English, "1,234.56"), Some(123_456));
        assert_eq!(cents(Language::English, "1.234,56"), None);
    }
}
