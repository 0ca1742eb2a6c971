//! What in a free text may say who somebody is. It warns and never refuses: the person who writes
//! decides, and what is written stays theirs.

use std::collections::BTreeSet;

/// What may say who somebody is; its words are the text `person-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trace {
    /// A name behind a form of address: `Frau Müller`.
    Name,
    /// A day of birth: `12.03.1985`.
    Birth,
    /// A number of a case or file: `Az. 12/345`.
    Case,
    /// A telephone number.
    Telephone,
    /// A mail address.
    Mail,
}

impl Trace {
    /// Its name in texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Birth => "geburtstag",
            Self::Case => "aktenzeichen",
            Self::Telephone => "telefon",
            Self::Mail => "mail",
        }
    }
}

/// Who was born before this year may still be alive; what lies after it is a date of the work.
const BORN: std::ops::RangeInclusive<i32> = 1900..=2019;

/// Words behind which a name stands.
const ADDRESSES: [&str; 10] =
    ["frau", "herr", "herrn", "familie", "fam.", "mr", "mrs", "ms", "miss", "hr."];
/// Words behind which a number of a case stands.
const CASES: [&str; 9] = [
    "az",
    "az.",
    "az.:",
    "aktenzeichen",
    "aktenzeichen:",
    "fallnummer",
    "fallnr.",
    "kundennummer",
    "bg-nummer",
];

/// What a text may say of who somebody is, each with what was found.
///
/// ```
/// use ankunft_governance::reporting::private::{Trace, traces};
///
/// let found = |text| traces(text).into_iter().map(|it| it.0).collect::<Vec<_>>();
/// assert_eq!(found("Frau Müller braucht einen Platz"), [Trace::Name]);
/// assert_eq!(found("geboren 12.03.1985"), [Trace::Birth]);
/// assert_eq!(found("siehe Az. 12/345"), [Trace::Case]);
/// assert_eq!(found("ruft an: 0631 365-1234, lena@verein.example"), [Trace::Telephone, Trace::Mail]);
/// assert!(found("Uns fehlt jemand, der Tigrinya spricht. Bis 30.06.2026 kamen 120 Frauen.").is_empty());
/// ```
#[must_use]
pub fn traces(text: &str) -> BTreeSet<(Trace, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let bare = bare(word);
        let lower = word.trim_start_matches(['(', '„', '"']).to_lowercase();
        let next = words.get(at + 1).map(|it| self::bare(it)).unwrap_or_default();
        if ADDRESSES.contains(&lower.as_str()) && is_name(next) {
            found.insert((Trace::Name, format!("{bare} {next}")));
        }
        if CASES.contains(&lower.as_str()) && next.contains(|it: char| it.is_ascii_digit()) {
            found.insert((Trace::Case, format!("{word} {next}")));
        }
        if is_mail(bare) {
            found.insert((Trace::Mail, bare.to_owned()));
        }
        if is_birth(bare) {
            found.insert((Trace::Birth, bare.to_owned()));
        }
    }
    found.extend(telephones(text).map(|it| (Trace::Telephone, it)));
    found
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|it: char| !it.is_alphanumeric() && it != '+')
}

/// A word that begins large and goes on small: no abbreviation, no number.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.next().is_some_and(char::is_lowercase)
}

fn is_mail(word: &str) -> bool {
    let Some((name, domain)) = word.split_once('@') else { return false };
    !name.is_empty() && domain.contains('.') && !domain.contains('@')
}

/// A whole day in a year in which people were born: `12.03.1985`, `12.3.85`, `1985-03-12`.
fn is_birth(word: &str) -> bool {
    let number = |it: &str| it.parse::<i32>().ok().filter(|_| it.len() <= 4);
    let dotted: Vec<&str> = word.split('.').collect();
    let dashed: Vec<&str> = word.split('-').collect();
    let (day, month, year) = match (dotted.as_slice(), dashed.as_slice()) {
        ([day, month, year], _) => (number(day), number(month), (*year, number(year))),
        (_, [year, month, day]) if year.len() == 4 => {
            (number(day), number(month), (*year, number(year)))
        }
        _ => return false,
    };
    let year = match year {
        (text, Some(it)) if text.len() == 4 => it,
        // Two digits: of the last century, unless they lie in the years of the work.
        (text, Some(it)) if text.len() == 2 && it > 29 => 1900 + it,
        _ => return false,
    };
    let in_month = day.is_some_and(|it| (1..=31).contains(&it));
    in_month && month.is_some_and(|it| (1..=12).contains(&it)) && BORN.contains(&year)
}

/// Runs of digits with the signs of telephone numbers: beginning with `0` or `+`, seven digits or
/// more. Amounts, counts and days are none.
fn telephones(text: &str) -> impl Iterator<Item = String> + '_ {
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, '+' | ' ' | '/' | '-' | '(' | ')');
    text.split(move |it| !is_part(it)).filter_map(|run| {
        let run = run.trim_matches(|it: char| !it.is_ascii_digit() && it != '+');
        let digits = run.chars().filter(char::is_ascii_digit).count();
        // 2026-06-30 begins with neither.
        let begins = run.starts_with('0') || run.starts_with('+');
        (begins && (7..=16).contains(&digits)).then(|| run.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Trace> {
        let mut kinds: Vec<Trace> = traces(text).into_iter().map(|it| it.0).collect();
        kinds.dedup();
        kinds
    }

    #[test]
    fn it_finds_what_says_who_somebody_is() {
        for (text, expected) in [
            ("Herr Öztürk kam nicht", Trace::Name),
            ("mit (Frau) Frau Nguyen-Le gesprochen", Trace::Name),
            ("Familie Haddad zieht um", Trace::Name),
            ("*12.3.85", Trace::Birth),
            ("1985-03-12 geboren", Trace::Birth),
            ("Aktenzeichen: 33.2-7/21", Trace::Case),
            ("Kundennummer 123D456789", Trace::Case),
            ("Tel. 0631/3650", Trace::Telephone),
            ("+49 (170) 1234567", Trace::Telephone),
            ("an: a.b@c.example.", Trace::Mail),
        ] {
            assert!(kinds(text).contains(&expected), "{text}: {:?}", traces(text));
        }
    }

    #[test]
    fn it_lets_pass_what_says_nothing_of_anybody() {
        for text in [
            "",
            "Bis 15.10.2026 warten 120 Familien auf einen Platz",
            "Frau und Mann, Herr und Frau",
            "Im Quartal 3/2026 kamen 1.140 Besuche, 52 Abende, 12,5 %",
            "Vom 01.07.2026 bis 30.09.2026",
            "Die Frau ohne Deutsch findet den Kurs nicht",
            "Az der Stadt",
            "2026-09-30",
            "Raum 014, 2. OG",
        ] {
            assert_eq!(kinds(text), [], "{text}: {:?}", traces(text));
        }
    }
}
