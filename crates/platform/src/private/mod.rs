//! What in a free text may say who somebody is. It warns and never refuses: the person who writes
//! decides, and what is written stays theirs.
//!
//! What stands out depends on where a text stands ([`Place`]): minutes name days and people of the
//! house, what everybody reads has no telephone number in it. Who works here, and the city's own
//! papers ([`Ours`]), are no secret.

mod days;
mod offices;

use std::collections::BTreeSet;

use self::days::Day;
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

/// Words behind which a name stands.
const ADDRESSES: [&str; 14] = [
    "frau", "herr", "herrn", "familie", "fam.", "mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms.",
    "hr.", "fr.",
];
/// Behind these `Fr.` is a day of the week.
const WEEK: [&str; 9] = ["mo", "di", "mi", "do", "bis", "und", "am", "jeden", "oder"];
/// What stands small before a name and belongs to it.
const PARTICLES: [&str; 9] = ["von", "van", "de", "da", "el", "al", "bin", "ibn", "abu"];
/// Titles between a form of address and a name.
const TITLES: [&str; 7] = ["dr", "doktor", "prof", "professor", "professorin", "dipl.-ing", "med"];
/// How many words of a name are quoted.
const NAME_WORDS: usize = 2;
/// Words behind which a number of a case stands, without the signs behind them.
const CASES: [&str; 16] = [
    "az",
    "aktenzeichen",
    "aktennummer",
    "akten-nr",
    "fallnummer",
    "fallnr",
    "fall-nr",
    "kundennummer",
    "kundennr",
    "kunden-nr",
    "bg-nummer",
    "bg-nr",
    "azr",
    "azr-nummer",
    "azr-nr",
    "personennummer",
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
    all(text).map(|it| (it.kind, it.text)).collect()
}

/// What was found, and whether the text says itself what it is.
struct One {
    kind: Trace,
    text: String,
    is_said: bool,
}

fn all(text: &str) -> impl Iterator<Item = One> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut find = |kind, text, is_said| found.push(One { kind, text, is_said });
    for (at, word) in words.iter().enumerate() {
        let bare = bare(word);
        let lower = word.trim_start_matches(['(', '„', '"']).to_lowercase();
        let before = at.checked_sub(1).map_or("", |it| self::bare(words[it])).to_lowercase();
        let is_friday = lower == "fr." && WEEK.contains(&before.as_str());
        if ADDRESSES.contains(&lower.as_str())
            && !is_friday
            && let Some(name) = named(bare, &words[at + 1..])
        {
            find(Trace::Name, name, false);
        }
        if CASES.contains(&lower.trim_end_matches(['.', ':', '#']))
            && let Some(number) = numbered(&words[at + 1..])
        {
            find(Trace::Case, format!("{word} {number}"), false);
        }
        if is_mail(bare) {
            find(Trace::Mail, bare.to_owned(), false);
        }
        if let Some(day) = Day::read(&words[at..]) {
            let before = &words[at.saturating_sub(3)..at];
            let says = |it: &&str| BIRTH.contains(&self::bare(it).to_lowercase().as_str());
            let is_said = word.starts_with('*')
                || before.iter().any(|it| *it == "*" || says(it))
                || words.get(at + day.words).is_some_and(says);
            if is_said || day.is_of_a_life {
                find(Trace::Birth, day.text, is_said);
            }
        }
    }
    let phones = telephones(text).map(|text| One { kind: Trace::Telephone, text, is_said: false });
    found.into_iter().chain(phones.collect::<Vec<_>>())
}

/// The number of a case as it goes on: `5 K 12/24`.
fn numbered(behind: &[&str]) -> Option<String> {
    let is_piece = |it: &str| {
        let is_letter = it.chars().count() <= 2 && it.chars().all(char::is_uppercase);
        it.contains(|sign: char| sign.is_ascii_digit()) || is_letter
    };
    let mut said = Vec::new();
    for word in behind.iter().take(4) {
        let it = bare(word);
        if it.is_empty() || !is_piece(it) {
            break;
        }
        said.push(it);
        if !word.ends_with(char::is_alphanumeric) {
            break;
        }
    }
    said.first().filter(|it| it.contains(|sign: char| sign.is_ascii_digit()))?;
    Some(said.join(" "))
}

/// A form of address with the name behind it: words that begin large, up to the end of a clause. Titles
/// and offices are quoted with a name, and alone are nobody's.
fn named(address: &str, behind: &[&str]) -> Option<String> {
    let mut said = vec![address];
    let (mut names, mut is_behind_office) = (0, false);
    for word in behind {
        let it = bare(word);
        let is_initial = it.chars().count() == 1 && it.chars().all(char::is_uppercase);
        let is_title = is_title(it) || is_initial && word.ends_with('.');
        let is_particle = PARTICLES.contains(&it) || said.len() > 1 && ["der", "den"].contains(&it);
        let is_particle = is_particle && !address.to_lowercase().starts_with("fam");
        let is_before = names == 0 && (is_title || is_particle || offices::is_one(address, it));
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
    let stands_out =
        |it: &One| place.kinds().contains(&it.kind) && (it.kind != Trace::Birth || it.is_said);
    let found = all(text).filter(stands_out).map(|it| (it.kind, it.text));
    found.filter(|it| !ours.knows(it)).collect()
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
    let word = word.split_once('-').filter(|it| PARTICLES.contains(&it.0)).map_or(word, |it| it.1);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.next().is_some_and(char::is_lowercase)
}

fn is_mail(word: &str) -> bool {
    let Some((name, domain)) = word.split_once('@') else { return false };
    !name.is_empty() && domain.contains('.') && !domain.contains('@')
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
