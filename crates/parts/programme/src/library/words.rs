//! How cards are found by words: all of them, in whatever form of the word and spelling, and by words of
//! the field that mean the same ([`synonyms`]). Pure.

mod synonyms;

use std::collections::BTreeSet;

use ankunft_platform::finding::says_nothing;
use rust_stemmers::{Algorithm, Stemmer};
use synonyms::Member;

/// A word inside another is looked for from so many letters on: "platz" in "Kitaplatz".
const INSIDE: usize = 4;
/// A word at the beginning of another from so many: "Kita" in "Kitaplatz".
const BEGINS: usize = 3;

/// A word as it is compared: small letters, umlauts and accents as their base letters, also where they
/// are spelled out, so that "Straße", "strasse" and "STRASSE" are one, and "Flüchtlinge" and
/// "Fluechtlinge".
///
/// ```
/// use ankunft_programme::library::words::folded;
///
/// assert_eq!(folded("Straße"), folded("STRASSE"));
/// assert_eq!(folded("Flüchtlinge"), folded("fluechtlinge"));
/// assert_eq!(folded("neue Frauen"), "neue frauen", "no umlaut was spelled out there");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ß' => all.push_str("ss"),
            'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' => all.push('a'),
            'é' | 'è' | 'ê' | 'ë' => all.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ı' => all.push('i'),
            'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => all.push('o'),
            'ü' | 'ú' | 'ù' | 'û' => all.push('u'),
            'ç' => all.push('c'),
            'ğ' => all.push('g'),
            'ş' | 'ș' => all.push('s'),
            'ñ' => all.push('n'),
            // A dot or stroke above that stands alone.
            '\u{300}'..='\u{36f}' => {}
            'e' if is_spelled_out(&all) => {}
            other => all.push(other),
        }
    }
    all
}

/// Whether an `e` after this spells an umlaut out: "ae" and "oe", and "ue" after a consonant.
fn is_spelled_out(before: &str) -> bool {
    let mut back = before.chars().rev();
    match (back.next(), back.next()) {
        (Some('a' | 'o'), _) => true,
        (Some('u'), Some(it)) => it.is_alphabetic() && !"aeiouq".contains(it),
        (Some('u'), None) => true,
        _ => false,
    }
}

/// Strips endings in both languages of the programme.
struct Stems {
    german: Stemmer,
    english: Stemmer,
}

impl Stems {
    fn new() -> Self {
        Self {
            german: Stemmer::create(Algorithm::German),
            english: Stemmer::create(Algorithm::English),
        }
    }

    /// A folded word without its endings, as each language has them.
    fn of(&self, folded: &str) -> [String; 2] {
        let german = self.german.stem(folded).into_owned();
        // Lotsinnen → Lotsinn → Lotsin.
        let german = match german.strip_suffix("inn") {
            Some(it) if it.len() >= BEGINS => format!("{it}in"),
            _ => german,
        };
        [german, self.english.stem(folded).into_owned()]
    }
}

/// A word that is looked for.
struct Wanted {
    folded: String,
    /// In what forms it is the same word.
    same: BTreeSet<String>,
    /// Its shortest stem: what other words begin with, or have in them.
    root: String,
    /// What means the same.
    also: Vec<&'static Member>,
}

/// How well a word fits one that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is another word that means the same.
    Alike = 1,
    /// It stands inside.
    Inside = 2,
    /// It stands at the beginning.
    Begins = 3,
    /// It is the same word.
    Same = 4,
}

/// What a word that was found as it was typed counts beside how well it fits: it goes before others that
/// mean the same, wherever they stand.
const AS_TYPED: u32 = 10_000;

/// What is looked for, read once.
pub struct Words {
    wanted: Vec<Wanted>,
    stems: Stems,
}

/// A piece of a text, and whether it is what was looked for.
pub type Run = (bool, String);

impl Words {
    /// What somebody has typed. Words that say nothing are left out, unless there are no others.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let stems = Stems::new();
        let all: Vec<&str> = words(typed).map(|it| it.1).collect();
        let telling: Vec<&str> =
            all.iter().filter(|it| !says_nothing(&it.to_lowercase())).copied().collect();
        let wanted = if telling.is_empty() { all } else { telling };
        let wanted = wanted.into_iter().map(|it| {
            let folded = folded(it);
            let same: BTreeSet<String> =
                stems.of(&folded).into_iter().chain([folded.clone()]).collect();
            let root = same.iter().min_by_key(|it| it.len()).cloned().unwrap_or_default();
            Wanted { folded, same, root, also: Vec::new() }
        });
        let mut wanted: Vec<Wanted> = wanted.collect();
        synonyms::add_to(&mut wanted);
        Self { wanted, stems }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// How well a folded word fits one that is looked for.
    fn fit(&self, wanted: &Wanted, word: &str) -> Option<Fit> {
        if wanted.same.contains(word) {
            return Some(Fit::Same);
        }
        // A stem is a beginning: what begins otherwise needs not be looked at.
        let begin = wanted.root.get(..BEGINS).unwrap_or(&wanted.root);
        if word.starts_with(begin) && self.stems.of(word).iter().any(|it| wanted.same.contains(it))
        {
            return Some(Fit::Same);
        }
        let by = if wanted.root.len() >= INSIDE { &wanted.root } else { &wanted.folded };
        let letters = by.chars().count();
        if letters >= BEGINS && word.starts_with(by.as_str()) {
            return Some(Fit::Begins);
        }
        (letters >= INSIDE && word.contains(by.as_str())).then_some(Fit::Inside)
    }

    /// How well the words at a place of a text fit one that is looked for, and how many words that are.
    fn fit_at(&self, wanted: &Wanted, (all, at): (&[Token<'_>], usize)) -> Option<(Fit, usize)> {
        let literal = self.fit(wanted, &all[at].folded).map(|it| (it, 1));
        literal.or_else(|| {
            let alike = wanted.also.iter().find(|it| it.stands_at(&self.stems, &all[at..]));
            alike.map(|it| (Fit::Alike, it.words()))
        })
    }

    /// Which words of a text were looked for.
    fn hits(&self, all: &[Token<'_>]) -> Vec<bool> {
        let mut hits = vec![false; all.len()];
        for at in 0..all.len() {
            let found = self.wanted.iter().filter_map(|it| self.fit_at(it, (all, at)));
            let longest = found.map(|it| it.1).max().unwrap_or(0);
            hits[at..at + longest].fill(true);
        }
        hits
    }

    /// How well texts fit, each with how much it says; none if a word stands in none of them. The
    /// words may stand in several.
    ///
    /// ```
    /// use ankunft_programme::library::words::Words;
    ///
    /// let words = Words::of("Sprachkurse für Frauen");
    /// let best = words.rank(&[(8, "Ein Sprachkurs am Abend"), (2, "Frauen kamen mit Kindern")]);
    /// assert!(best.is_some_and(|it| it > words.rank(&[(2, "Frauen im Sprachkurs")]).unwrap_or(0)));
    /// assert_eq!(words.rank(&[(8, "Ein Sprachkurs für Männer")]), None);
    /// ```
    #[must_use]
    pub fn rank(&self, texts: &[(u32, &str)]) -> Option<u32> {
        let mut best = vec![0; self.wanted.len()];
        for (weight, text) in texts {
            let all = tokens(text);
            for at in 0..all.len() {
                for (wanted, best) in self.wanted.iter().zip(&mut best) {
                    if let Some((fit, _)) = self.fit_at(wanted, (&all, at)) {
                        let as_typed = if fit == Fit::Alike { 0 } else { AS_TYPED };
                        *best = (*best).max(as_typed + weight * fit as u32);
                    }
                }
            }
        }
        best.iter().all(|it| *it > 0).then(|| best.iter().sum())
    }

    /// How well one text fits, whether or not it has all words: the more the better.
    #[must_use]
    pub fn rank_any(&self, text: &str) -> u32 {
        let all = tokens(text);
        let fits = |wanted: &Wanted| {
            let all = (0..all.len()).filter_map(|at| self.fit_at(wanted, (&all, at)));
            all.max().map_or(0, |it| it.0 as u32)
        };
        self.wanted.iter().map(fits).sum()
    }

    /// A text in pieces: what was looked for, and what stands between. Together they are the text.
    #[must_use]
    pub fn marked(&self, text: &str) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut until = 0;
        let all = tokens(text);
        let hits = self.hits(&all);
        for it in all.iter().zip(hits).filter(|it| it.1).map(|it| it.0) {
            if it.at > until {
                runs.push((false, text[until..it.at].to_owned()));
            }
            runs.push((true, it.word.to_owned()));
            until = it.at + it.word.len();
        }
        if until < text.len() {
            runs.push((false, text[until..].to_owned()));
        }
        runs
    }

    /// The part of a text around the first word that was looked for, of about so many letters, marked;
    /// none where none stands in it.
    #[must_use]
    pub fn excerpt(&self, text: &str, letters: usize) -> Option<Vec<Run>> {
        let all = tokens(text);
        let first = self.hits(&all).iter().position(|it| *it)?;
        let at = all[first].at;
        let before = text[..at].chars().count().min(letters / 3);
        let from = text[..at].char_indices().rev().nth(before.saturating_sub(1));
        let from = if before == 0 { at } else { from.map_or(0, |it| it.0) };
        let from = match (from, text[from..at].find(' ')) {
            (0, _) | (_, None) => from,
            (_, Some(space)) => from + space + 1,
        };
        let rest = &text[from..];
        let until = rest.char_indices().nth(letters).map_or(rest.len(), |it| it.0);
        let until =
            if until == rest.len() { until } else { rest[..until].rfind(' ').unwrap_or(until) };
        let mut runs = self.marked(rest[..until].trim_end());
        if from > 0 {
            runs.insert(0, (false, "… ".to_owned()));
        }
        if until < rest.len() {
            runs.push((false, " …".to_owned()));
        }
        Some(runs)
    }
}

/// A word of a text.
struct Token<'a> {
    /// Where it begins.
    at: usize,
    word: &'a str,
    folded: String,
}

/// The words of a text, ready to be compared.
fn tokens(text: &str) -> Vec<Token<'_>> {
    words(text).map(|(at, word)| Token { at, word, folded: folded(word) }).collect()
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |it: char| it.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&it);
    let mut from = 0;
    std::iter::from_fn(move || {
        let begin = from + text[from..].find(is_letter)?;
        let rest = &text[begin..];
        let length = rest.find(|it| !is_letter(it)).unwrap_or(rest.len());
        from = begin + length;
        Some((begin, &rest[..length]))
    })
}

#[cfg(test)]
mod tests;
