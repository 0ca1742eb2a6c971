//! How words are found in titles and texts of what can be cited.

/// So many things of a kind are found at once; who looks for more says more words.
pub const MOST_FOUND: usize = 8;

/// A word without its ending, so that it is found in its other cases.
///
/// ```
/// use ankunft_platform::finding::stem;
///
/// assert_eq!(stem("Schulen"), stem("schule"));
/// assert_eq!(stem("Kita"), "kita");
/// ```
#[must_use]
pub fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let endings = ["ern", "en", "er", "es", "em", "e", "n", "s"];
    let cut = endings.iter().find_map(|it| word.strip_suffix(it));
    cut.filter(|it| it.chars().count() >= 4).map_or(word.clone(), str::to_owned)
}

/// Words that say nothing of what somebody looks for: who looks with a whole title has them in it.
const EMPTY: [&str; 58] = [
    "aber", "als", "and", "auch", "auf", "aus", "bei", "bis", "das", "dass", "dem", "den", "der",
    "des", "die", "durch", "ein", "eine", "einem", "einen", "einer", "eines", "for", "from", "für",
    "gegen", "hat", "ihr", "ihre", "ist", "mehr", "mit", "nach", "nicht", "oder", "sich", "sie",
    "sind", "soll", "sollen", "that", "the", "this", "und", "unter", "vom", "von", "vor", "was",
    "werden", "wie", "will", "wird", "with", "zum", "zur", "über", "our",
];

/// Whether a word, in small letters, says nothing of what somebody looks for.
#[must_use]
pub fn says_nothing(word: &str) -> bool {
    EMPTY.contains(&word)
}

/// A word of which more than one in so many things has it, says little of any of them.
const COMMON: usize = 4;
/// With fewer things nothing is common.
const FEW: usize = 8;

/// Whether a text has a word. A short one must begin a word there: "Rat" is not in "Beratung".
fn has(text: &str, stem: &str) -> bool {
    if stem.chars().count() > 4 {
        return text.contains(stem);
    }
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    text.match_indices(stem).any(|(at, _)| begins(at))
}

/// How many of these words a text has, in whatever case.
#[must_use]
pub fn fits(words: &[String], text: &str) -> usize {
    let text = text.to_lowercase();
    words.iter().filter(|it| has(&text, &stem(it))).count()
}

/// What words say of texts.
struct Weights {
    /// How many texts have each word.
    counts: Vec<usize>,
    /// Which of the words each text has.
    found: Vec<Vec<usize>>,
}

impl Weights {
    /// Looks for each word once in each text, which is in small letters.
    fn of(words: &[String], texts: &[String]) -> Self {
        let telling = words.iter().filter(|it| !says_nothing(it));
        let stems: Vec<String> = telling.map(|it| stem(it)).collect();
        let in_text = |text: &String| -> Vec<usize> {
            (0..stems.len()).filter(|at| has(text, &stems[*at])).collect()
        };
        let found: Vec<Vec<usize>> = texts.iter().map(in_text).collect();
        let mut counts = vec![0; stems.len()];
        for at in found.iter().flatten() {
            counts[*at] += 1;
        }
        Self { counts, found }
    }

    fn is_rare(&self, word: usize) -> bool {
        let count = self.counts[word];
        count > 0 && (self.found.len() < FEW || count * COMMON <= self.found.len())
    }

    /// The sum of what the words of each text say: the natural logarithm of how few have each.
    fn scores(&self) -> impl Iterator<Item = f64> {
        let texts = self.found.len() as f64;
        let weight = move |at: &usize| (1.0 + texts / self.counts[*at] as f64).ln();
        self.found.iter().map(move |it| it.iter().map(weight).sum())
    }
}

/// How well each text fits these words beside all others; nothing where it does not fit. A rare word
/// says more than one that many of the texts have; who has only such a common word, or far less than
/// the best, does not fit, unless nothing else was asked for.
///
/// ```
/// use ankunft_platform::finding::scores;
///
/// let words = ["die", "sprechstunde", "quartier"].map(str::to_owned);
/// let mut all: Vec<String> = (0..20).map(|it| format!("Die Nummer {it} im Quartier")).collect();
/// all.push("Sprechstunden im Quartier".to_owned());
/// let found = scores(&words, &all);
/// assert!(found[20] > 0.0 && found[..20].iter().all(|it| *it == 0.0));
/// assert!(scores(&words[2..], &all).iter().all(|it| *it > 0.0), "nothing else was asked for");
/// ```
#[must_use]
pub fn scores(words: &[String], texts: &[String]) -> Vec<f64> {
    let texts: Vec<String> = texts.iter().map(|it| it.to_lowercase()).collect();
    let weights = Weights::of(words, &texts);
    let is_rare = |word: &usize| weights.is_rare(*word);
    let asks_rare = (0..weights.counts.len()).any(|it| is_rare(&it));
    let fits = |found: &Vec<usize>| !asks_rare || found.iter().any(is_rare);
    let scored = weights.scores().zip(&weights.found);
    let mut all: Vec<f64> = scored.map(|(it, found)| if fits(found) { it } else { 0.0 }).collect();
    let least = all.iter().copied().fold(0.0, f64::max) / 3.0;
    for it in all.iter_mut().filter(|it| **it < least) {
        *it = 0.0;
    }
    all
}

/// The ids of those whose text has one of these words, the best first, a few: rare words say more.
#[must_use]
pub fn best(words: &[String], all: impl IntoIterator<Item = (String, String)>) -> Vec<String> {
    let lower = |(id, text): (String, String)| (id, text.to_lowercase());
    let (ids, texts): (Vec<String>, Vec<String>) = all.into_iter().map(lower).unzip();
    let weights = Weights::of(words, &texts);
    let scored = weights.scores().zip(ids);
    let mut found: Vec<(f64, String)> = scored.filter(|it| it.0 > 0.0).collect();
    // Stable: among equals the order in which the kind gives them.
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(MOST_FOUND).map(|it| it.1).collect()
}

/// Whether each word of a name is one of these: who writes "Nord" means Nord, and not Nord II.
///
/// ```
/// use ankunft_platform::finding::names;
///
/// let words = ["kita".to_owned(), "nord".to_owned()];
/// assert!(names(&words, "Nord") && !names(&words, "Nord II"));
/// ```
#[must_use]
pub fn names(words: &[String], name: &str) -> bool {
    let name = name.to_lowercase();
    let mut parts = name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    !name.is_empty() && parts.all(|it| words.iter().any(|word| word == it))
}
