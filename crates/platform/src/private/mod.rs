//! What in a free text may say who somebody is. It warns and never refuses: the person who writes
//! decides, and what is written stays theirs.
//!
//! What stands out depends on where a text stands ([`Place`]): minutes name days and people of the
//! house, what everybody reads has no telephone number in it. Who works here, and the city's own
//! papers ([`Ours`]), are no secret.

mod offices;

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
const ADDRESSES: [&str; 13] = [
    "frau", "herr", "herrn", "familie", "fam.", "mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms.",
    "hr.",
];
/// Titles between a form of address and a name.
const TITLES: [&str; 7] = ["dr", "doktor", "prof", "professor", "professorin", "dipl.-ing", "med"];
/// How many words of a name are quoted.
const NAME_WORDS: usize = 2;
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
        if ADDRESSES.contains(&lower.as_str()) {
            found.extend(named(bare, &words[at + 1..]).map(|it| (Trace::Name, it)));
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

/// A form of address with the name behind it: words that begin large, up to the end of a clause. Titles
/// and offices are quoted with a name, and alone are nobody's.
fn named(address: &str, behind: &[&str]) -> Option<String> {
    let mut said = vec![address];
    let (mut names, mut is_behind_office) = (0, false);
    for word in behind {
        let it = bare(word);
        let is_title = is_title(it);
        let is_before = names == 0 && (is_title || offices::is_one(address, it));
        let is_other = !is_name(it) || ADDRESSES.contains(&it.to_lowercase().as_str());
        if !is_before && (is_other || is_behind_office && offices::is_department(it)) {
            break;
        }
        is_behind_office |= is_before;
        names += usize::from(!is_before);
        said.push(it);
        let goes_on = word.ends_with(char::is_alphanumeric) || is_title && word.ends_with('.');
        if names == NAME_WORDS || !goes_on {
            break;
        }
    }
    (names > 0).then(|| said.join(" "))
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
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
    /// All words of their names.
    names: BTreeSet<String>,
    /// The last words of their names.
    surnames: BTreeSet<String>,
    /// Two words of a name that stand together.
    pairs: BTreeSet<(String, String)>,
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
        for person in all {
            let words: Vec<String> =
                person.split_whitespace().map(|it| bare(it).to_lowercase()).collect();
            self.surnames.extend(words.last().cloned());
            self.pairs.extend(words.windows(2).map(|it| (it[0].clone(), it[1].clone())));
            self.names.extend(words);
        }
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
            Trace::Name => self.knows_name(text),
            Trace::Case => self.numbers.contains(&last.to_lowercase()),
            _ => false,
        }
    }

    /// Whether a form of address with a name means one of us. Behind a surname of ours the second
    /// word is none of the name: `Frau Haddad Bescheid geben`.
    fn knows_name(&self, text: &str) -> bool {
        let mut words = text.split_whitespace();
        let address = words.next().unwrap_or_default();
        let is_named = |it: &String| !is_title(it) && !offices::is_one(address, it);
        let name: Vec<String> = words.map(str::to_lowercase).filter(is_named).collect();
        match name.as_slice() {
            [only] => self.names.contains(only),
            [first, second] => {
                self.surnames.contains(first)
                    || self.pairs.contains(&(first.clone(), second.clone()))
            }
            _ => false,
        }
    }
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
mod tests;
