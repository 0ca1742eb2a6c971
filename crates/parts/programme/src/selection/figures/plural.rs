//! Whether a noun in plural follows a number. Who is unsure takes it for one: a figure that stays is worse
//! than a year that somebody writes otherwise.

/// Units that have no plural of their own.
const UNITS: [&str; 5] = ["Euro", "Prozent", "Promille", "Quadratmeter", "Stück"];
/// Endings of German nouns in plural.
const ENDINGS: [&str; 4] = ["e", "n", "er", "s"];
/// German words that end like a plural and are none: the places people come from, the seasons, and
/// single things.
const SINGULAR: [&str; 60] = [
    "Hessen",
    "Bayern",
    "Sachsen",
    "Bremen",
    "Baden",
    "Franken",
    "Westfalen",
    "Thüringen",
    "Schwaben",
    "Syrien",
    "Spanien",
    "Italien",
    "Rumänien",
    "Bulgarien",
    "Albanien",
    "Slowenien",
    "Kroatien",
    "Serbien",
    "Bosnien",
    "Mazedonien",
    "Tunesien",
    "Äthiopien",
    "Somalien",
    "Indien",
    "Moldawien",
    "Georgien",
    "Armenien",
    "Polen",
    "Ungarn",
    "Schweden",
    "Norwegen",
    "Belgien",
    "Asien",
    "Europas",
    "Sommer",
    "Winter",
    "Ende",
    "Seite",
    "Stelle",
    "Schule",
    "Straße",
    "Hilfe",
    "Gruppe",
    "Runde",
    "Reihe",
    "Liste",
    "Phase",
    "Krise",
    "Woche",
    "Leiter",
    "Vorsitzende",
    "Träger",
    "Haus",
    "Rathaus",
    "Kreis",
    "Garten",
    "Hafen",
    "Verein",
    "Oktober",
    "Dezember",
];
/// Endings of words for one person or one thing, in small letters.
const OF_ONE: [&str; 24] = [
    "straße",
    "schule",
    "gasse",
    "brücke",
    "halle",
    "kirche",
    "stelle",
    "gruppe",
    "meister",
    "leiter",
    "meisterin",
    "leiterin",
    "erin",
    "orin",
    "entin",
    "antin",
    "istin",
    "ärztin",
    "garten",
    "hafen",
    "haus",
    "kreis",
    "schuss",
    "ismus",
];

/// English nouns in plural without an s.
const ENGLISH: [&str; 7] = ["people", "children", "women", "men", "folk", "youth", "percent"];
/// Words that an English noun in plural may stand behind.
const ENGLISH_BEFORE: [&str; 7] = ["in", "by", "from", "until", "till", "between", "and"];
/// Words of both languages that end with an s, and are no nouns.
const SMALL: [&str; 27] = [
    "bereits",
    "nichts",
    "rechts",
    "links",
    "stets",
    "falls",
    "abends",
    "etwas",
    "anders",
    "besonders",
    "eines",
    "jenes",
    "jedes",
    "alles",
    "durchs",
    "nachts",
    "unterwegs",
    "wenigstens",
    "across",
    "always",
    "perhaps",
    "besides",
    "towards",
    "afterwards",
    "sometimes",
    "whereas",
    "others",
];
/// Endings of such words.
const SMALL_ENDINGS: [&str; 10] =
    ["ss", "us", "is", "mals", "seits", "stens", "tens", "weils", "wärts", "teils"];

/// Whether a word behind a number says what is counted. It has no signs around it.
pub(super) fn follows(before: &str, word: &str) -> bool {
    if word.starts_with(char::is_uppercase) { is_german(word) } else { is_english(before, word) }
}

fn is_german(word: &str) -> bool {
    if UNITS.contains(&word) {
        return true;
    }
    let small = word.to_lowercase();
    let is_one = SINGULAR.contains(&word) || OF_ONE.iter().any(|it| small.ends_with(it));
    !is_one && ENDINGS.iter().any(|it| small.ends_with(it))
}

fn is_english(before: &str, word: &str) -> bool {
    let before = before.trim_start_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    if !ENGLISH_BEFORE.contains(&before.as_str()) {
        return false;
    }
    let is_small = SMALL.contains(&word) || SMALL_ENDINGS.iter().any(|it| word.ends_with(it));
    let is_long = word.chars().count() > "was".len() + 1;
    ENGLISH.contains(&word) || word.ends_with('s') && is_long && !is_small
}
