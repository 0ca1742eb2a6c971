//! What in a free text may say who somebody is. It warns and never refuses: the person who writes
//! decides, and what is written stays theirs.
//!
//! What stands out depends on where a text stands ([`Place`]): minutes name days and people of the
//! house, what everybody reads has no telephone number in it. Who works here, and the city's own
//! papers ([`Ours`]), are no secret.

use std::collections::BTreeSet;

use crate::languages::{Arg, Texts};
use crate::names::Names;
use crate::page::components::{Kind, Notice};

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
/// use ankunft_platform::private::{Trace, traces};
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

/// Where a free text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What people write in the course of their work: minutes, tasks, plans.
    Work,
    /// What was heard or seen of residents.
    Ground,
    /// What others read than those who wrote it: papers for a council, answers, effect cards.
    Read,
    /// What everybody reads.
    Public,
}

impl Place {
    /// What stands out there. Telephone numbers and addresses of offices belong to work.
    const fn kinds(self) -> &'static [Trace] {
        match self {
            Self::Work => &[Trace::Name, Trace::Birth, Trace::Case],
            Self::Ground | Self::Read | Self::Public => {
                &[Trace::Name, Trace::Birth, Trace::Case, Trace::Telephone, Trace::Mail]
            }
        }
    }
}

/// Who works here, and what the city's own papers are numbered: no secret.
#[derive(Clone, Debug, Default)]
pub struct Ours {
    names: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Ours {
    /// The people of a city's accounts.
    #[must_use]
    pub fn of(names: &Names) -> Self {
        Self::default().with_people(names.people())
    }

    /// The same with more people: members of a body.
    #[must_use]
    pub fn with_people<'a>(mut self, all: impl IntoIterator<Item = &'a str>) -> Self {
        let words = all.into_iter().flat_map(str::split_whitespace);
        self.names.extend(words.map(|it| bare(it).to_lowercase()));
        self
    }

    /// The same with numbers of own papers.
    #[must_use]
    pub fn with_numbers<'a>(mut self, all: impl IntoIterator<Item = &'a str>) -> Self {
        let all = all.into_iter().filter(|it| !it.is_empty());
        self.numbers.extend(all.map(str::to_lowercase));
        self
    }

    fn knows(&self, (kind, text): &(Trace, String)) -> bool {
        let last = text.split_whitespace().next_back().unwrap_or_default();
        match kind {
            Trace::Name => self.names.contains(&last.to_lowercase()) || is_office(last),
            Trace::Case => self.numbers.contains(&last.to_lowercase()),
            _ => false,
        }
    }
}

/// Endings of what somebody is in a town hall: `Frau Dezernentin` is an office and nobody's name.
const OFFICES: [&str; 10] = [
    "dezernent",
    "leiter",
    "leitung",
    "präsident",
    "minister",
    "beauftragte",
    "vorsitzende",
    "direktor",
    "referent",
    "sprecher",
];

/// What stands before `meister` in an office. Many are called Hofmeister or Baumeister.
const MASTERS: [&str; 11] = [
    "bürger",
    "oberbürger",
    "ortsbürger",
    "bezirksbürger",
    "verbandsbürger",
    "stadtbürger",
    "altbürger",
    "haus",
    "schulhaus",
    "platz",
    "brand",
];

/// What stands before `rat` in an office. Many are called Konrat or Kurat.
const COUNCILS: [&str; 22] = [
    "",
    "stadt",
    "oberstadt",
    "gemeinde",
    "ortsgemeinde",
    "verbandsgemeinde",
    "orts",
    "ortschafts",
    "bezirks",
    "kreis",
    "land",
    "bei",
    "migrationsbei",
    "integrationsbei",
    "ausländerbei",
    "seniorenbei",
    "jugendbei",
    "elternbei",
    "betriebs",
    "personal",
    "aufsichts",
    "ministerial",
];

fn is_office(word: &str) -> bool {
    let word = word.to_lowercase();
    let stem = ["innen", "in", "er", "r", "n"].into_iter().find_map(|it| word.strip_suffix(it));
    let after = |it: &str, end: &str, all: &[&str]| {
        it.strip_suffix(end).is_some_and(|before| all.contains(&before))
    };
    let is_one = |it: &str| {
        OFFICES.iter().any(|office| it.ends_with(office))
            || after(it, "meister", &MASTERS)
            || after(it, "rat", &COUNCILS)
            || after(it, "rät", &COUNCILS)
    };
    is_one(&word) || stem.is_some_and(is_one)
}

/// Words that say that a day is one of birth.
const BIRTH: [&str; 5] = ["geb", "geboren", "geburtsdatum", "geburtstag", "born"];

/// What stands out in a text at its place, without what is ours. A day is one of birth only if the
/// text says so: minutes are full of days.
///
/// ```
/// use ankunft_platform::private::{Ours, Place, Trace, found};
///
/// let ours = Ours::default().with_people(["Amira Haddad"]).with_numbers(["15-02/26"]);
/// let kinds = |text, place| -> Vec<Trace> {
///     found(text, place, &ours).into_iter().map(|it| it.0).collect()
/// };
/// assert_eq!(kinds("Frau Yilmaz, geb. 12.03.1985, bittet um Hilfe", Place::Work), [
///     Trace::Name,
///     Trace::Birth,
/// ]);
/// assert!(kinds("Frau Haddad und die Frau Bürgermeisterin berichten", Place::Work).is_empty());
/// assert!(kinds("Az. 15-02/26, beschlossen am 17.05.2018", Place::Public).is_empty());
/// assert!(kinds("Rückruf unter 0631 365-1234", Place::Work).is_empty());
/// assert_eq!(kinds("Rückruf unter 0631 365-1234", Place::Ground), [Trace::Telephone]);
/// ```
#[must_use]
pub fn found(text: &str, place: Place, ours: &Ours) -> BTreeSet<(Trace, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_said = |day: &str| {
        words.iter().enumerate().filter(|it| bare(it.1) == day).any(|(at, word)| {
            let near = &words[at.saturating_sub(3)..(at + 2).min(words.len())];
            let says = |it: &&str| BIRTH.contains(&bare(it).to_lowercase().as_str());
            word.starts_with('*') || near.contains(&"*") || near.iter().any(says)
        })
    };
    let stands_out = |it: &(Trace, String)| {
        place.kinds().contains(&it.0) && !ours.knows(it) && (it.0 != Trace::Birth || is_said(&it.1))
    };
    traces(text).into_iter().filter(stands_out).collect()
}

/// What was found, in words: one sentence each.
#[must_use]
pub fn said(t: &Texts, found: &BTreeSet<(Trace, String)>) -> Vec<String> {
    let one = |(kind, text): &(Trace, String)| {
        t.with(&format!("person-{}", kind.code()), &[("text", Arg::from(text.as_str()))])
    };
    found.iter().map(one).collect()
}

/// The warning beside what was written, for who may change it; none where nothing stands out.
#[must_use]
pub fn warning<'a>(
    t: &Texts,
    (place, ours): (Place, &Ours),
    texts: impl IntoIterator<Item = &'a str>,
) -> Option<Notice> {
    let all: BTreeSet<(Trace, String)> =
        texts.into_iter().flat_map(|it| found(it, place, ours)).collect();
    if all.is_empty() {
        return None;
    }
    let advice = match place {
        Place::Work => "privat-arbeit",
        Place::Ground => "privat-vor-ort",
        Place::Read => "privat-gelesen",
        Place::Public => "privat-oeffentlich",
    };
    let text = format!("{} {}", said(t, &all).join(" "), t.get(advice));
    let title = match place {
        Place::Public => "privat-titel-oeffentlich",
        _ => "privat-titel",
    };
    Some(Notice { kind: Kind::Warning, title: t.get(title), text })
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
    fn it_tells_an_office_from_a_name_that_ends_alike() {
        let of = |text: &str| found(text, Place::Work, &Ours::default());
        for name in [
            "Frau Hofmeister",
            "Herr Baumeister",
            "Frau Hoffmeister",
            "Herr Burgmeister",
            "Frau Meister",
            "Herr Konrat",
        ] {
            assert!(!of(name).is_empty(), "{name} is somebody's name");
        }
        for office in [
            "Frau Bürgermeisterin",
            "Herr Oberbürgermeister",
            "Herr Ortsbürgermeister",
            "Herr Hausmeister",
            "Frau Stadträtin",
            "Herr Stadtrat",
            "Frau Beirätin",
            "Herr Ortsrat",
            "Herr Gemeinderat",
            "Herr Landrat",
            "Frau Dezernentin",
            "Herr Amtsleiter",
        ] {
            assert_eq!(of(office), BTreeSet::new(), "{office} is nobody's name");
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
