//! What a city shows of its candidates, to whom, and what may not slip in.

use ankunft_atlas::candidates::model::State;
use ankunft_platform::typed;
use sha2::{Digest, Sha256};

/// A quarter as it is shown. There is no figure in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// Its number among the candidates of the city.
    pub candidate: i64,
    /// Its name.
    pub name: String,
    /// What the city calls areas of that kind.
    pub kind: String,
    /// Where it stands.
    pub state: State,
    /// Since when, as ISO text.
    pub since: String,
    /// Why, in the city's own words.
    pub reason: String,
    /// Who decided; empty where nobody has.
    pub body: String,
}

/// By what the assessment behind a choice was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Method {
    /// The dimensions by their codes; none if the choice rests on no assessment of the atlas.
    pub dimensions: Vec<String>,
    /// The period that it reports; empty if there is none.
    pub period: String,
    /// How the city came to its choice beside that, in its own words.
    pub approach: String,
}

/// Who reads it beside the office of the programme, which always does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circle {
    /// All municipalities of the programme.
    pub cities: bool,
    /// The research team.
    pub research: bool,
}

/// What is shown and for what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Who reads it.
    pub circle: Circle,
    /// For what.
    pub purpose: String,
    /// By what the choice was made.
    pub method: Method,
    /// The quarters, in alphabetical order.
    pub quarters: Vec<Quarter>,
}

/// That a city has shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giving {
    /// The number of the city.
    pub city: i64,
    /// Which time it is: the first is 1.
    pub number: i64,
    /// What is shown.
    pub shown: Shown,
    /// The account that showed it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
    /// When it was taken back.
    pub ended_at: Option<i64>,
}

impl Shown {
    /// SHA-256 of all that is shown.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(format!("{self:?}")).to_vec()
    }

    /// How many quarters stand in each state that occurs, on the way of a candidate.
    #[must_use]
    pub fn counts(&self) -> Vec<(State, usize)> {
        let of = |state: State| self.quarters.iter().filter(|it| it.state == state).count();
        State::ALL.into_iter().map(|it| (it, of(it))).filter(|it| it.1 > 0).collect()
    }
}

/// How candidates and method stand, as a form shows them: who sends it has seen exactly that. What the
/// city writes itself is not in it.
#[must_use]
pub fn seen(quarters: &[Quarter], method: &Method) -> String {
    let bare = |it: &Quarter| (it.candidate, it.name.clone(), it.state, it.since.clone());
    let bare: Vec<_> = quarters.iter().map(bare).collect();
    let text = format!("{bare:?} {:?} {}", method.dimensions, method.period);
    ankunft_platform::secrets::hex(&Sha256::digest(text)[..16])
}

/// After these a number like 2016 is a year.
const BEFORE_YEARS: [&str; 48] = [
    "seit",
    "ab",
    "bis",
    "von",
    "in",
    "zwischen",
    "ende",
    "anfang",
    "mitte",
    "since",
    "from",
    "until",
    "till",
    "by",
    "between",
    "frühjahr",
    "sommer",
    "herbst",
    "winter",
    "spring",
    "summer",
    "autumn",
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "december",
    "im jahr",
    "im jahre",
    "des jahres",
    "end of",
    "beginning of",
    "the year",
];
/// Between two years.
const BETWEEN_YEARS: [&str; 6] = ["und", "and", "oder", "or", "to", ""];

/// The numbers in a text that may be figures: all but days, paragraphs of a law, and years that are said
/// to be years. Figures go by a Weitergabe, with its consent, and never in a reason.
///
/// ```
/// use ankunft_programme::selection::model::figures;
///
/// assert!(figures("Seit 2016 kommen viele an (Beschluss vom 2.3.2026, § 13 GemO).").is_empty());
/// assert_eq!(figures("Dort leben 1.204 Menschen, 38% ohne deutschen Pass."), ["1.204", "38%"]);
/// assert_eq!(figures("Dort leben 2016 Menschen."), ["2016"]);
/// ```
#[must_use]
pub fn figures(text: &str) -> Vec<String> {
    let is_mark = |it: char| !it.is_alphanumeric() && it != '%' && it != '‰';
    let mut found = Vec::new();
    let (mut earlier, mut before, mut after_year) = ("", "", false);
    for word in text.split_whitespace() {
        let bare = word.trim_matches(is_mark);
        let is_law = before.trim_matches(|it| it == '(') == "§" || word.starts_with('§');
        let is_year =
            is_years(bare) && (says_years(earlier, before) || is_in_brackets(word) || after_year);
        let is_number = bare.chars().any(char::is_numeric);
        if is_number && !is_law && !is_year && typed::day(bare).is_none() {
            found.push(bare.to_owned());
        }
        let is_between = BETWEEN_YEARS.contains(&bare);
        after_year = is_between && is_years(before.trim_matches(is_mark)) && found.is_empty();
        (earlier, before) = (before, word);
    }
    found
}

/// Whether two words say that a year follows. Behind the end of a sentence they do not.
fn says_years(earlier: &str, before: &str) -> bool {
    let bare = |it: &str| it.trim_start_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let (earlier, before) = (bare(earlier), bare(before));
    let both = format!("{earlier} {before}");
    BEFORE_YEARS.iter().any(|it| *it == before || *it == both)
}

/// Whether nothing but this word stands in brackets.
fn is_in_brackets(word: &str) -> bool {
    word.starts_with('(') && word.trim_end_matches(['.', ',', ';', ':']).ends_with(')')
}

/// What looks like a year, or like years with a dash between them.
fn is_years(word: &str) -> bool {
    let is_year =
        |it: &str| it.len() == 4 && it.parse().is_ok_and(|year: u16| (1900..2100).contains(&year));
    word.split(['-', '–', '/']).all(is_year)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_could_be_a_figure_is_found() {
        for text in
            ["12", "viele (37)", "um 3,5 Punkte", "1 204 Menschen", "38 %", "ein Plus von 4%"]
        {
            assert!(!figures(text).is_empty(), "{text}");
        }
        // An Arabic-Indic digit, one in a circle, a fraction.
        for text in ["٣٨ Menschen", "② von zehn", "½ der Kinder", "20244"] {
            assert!(!figures(text).is_empty(), "{text}");
        }
        for text in ["", "seit 2016", "am 15.01.2026,", "nach §13", "die Schule im Hof"] {
            assert!(figures(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_year_is_one_where_it_is_said_to_be_one() {
        for text in [
            "Dort leben 2016 Menschen",
            "1987/2014",
            "2019–2024",
            "viele (2016 Menschen)",
            "Es nahm kein Ende. 2016 Menschen",
            "pro Jahr 2016 Menschen",
            "und 2016",
        ] {
            assert!(!figures(text).is_empty(), "{text}");
        }
        for text in [
            "Seit 2016,",
            "(ab 2016)",
            "im Jahr 2024",
            "Ende 2024 und 2025",
            "zwischen 2019 und 2024",
            "von 2019–2024",
            "von 2019 – 2024",
            "der Beirat (2019), die Schule (2019–2024).",
            "im März 2024",
            "since 2016, by the end of 2024",
            "in the year 2024",
        ] {
            assert!(figures(text).is_empty(), "{text}");
        }
    }

    proptest! {
        /// Whatever stands around it: a number below a thousand, or with a decimal sign, is found.
        #[test]
        fn no_figure_hides_between_words(before in "[a-zäöü ]{0,20}", number in 0_u32..1000, part in prop::option::of(0_u8..10), after in "[a-zäöü ]{0,20}") {
            let number = part.map_or_else(|| number.to_string(), |it| format!("{number},{it}"));
            let (apart, inside) =
                (format!("{before} {number} {after}"), format!("{before}({number}){after}"));
            prop_assert!(!figures(&apart).is_empty());
            prop_assert!(!figures(&inside).is_empty());
        }

        /// Nor does one that could be a year.
        #[test]
        fn no_figure_is_a_year_by_chance(number in 1900_u32..2100, second in 1900_u32..2100) {
            for text in [format!("Dort leben {number} Menschen"), format!("leben {number}/{second}")] {
                prop_assert!(!figures(&text).is_empty());
            }
            let since = format!("Dort seit {number}");
            prop_assert!(figures(&since).is_empty());
        }

        /// A text without digits says no figure.
        #[test]
        fn words_are_no_figures(text in "[a-zA-Zäöüß ,.–()]{0,60}") {
            prop_assert!(figures(&text).is_empty());
        }
    }
}
