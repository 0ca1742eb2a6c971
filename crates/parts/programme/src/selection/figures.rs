//! The numbers in a text that may be figures.

mod plural;

use ankunft_platform::typed;

/// After these a number like 2016 is a year.
const BEFORE_YEARS: [&str; 38] = [
    "seit",
    "ende",
    "anfang",
    "mitte",
    "since",
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
/// After these it is one unless a noun in plural follows: "in 2016 Haushalten" is how many.
const BEFORE_EITHER: [&str; 10] =
    ["ab", "bis", "von", "in", "zwischen", "from", "until", "till", "by", "between"];
/// Between two years.
const BETWEEN_YEARS: [&str; 6] = ["und", "and", "oder", "or", "to", ""];

/// The numbers in a text that may be figures: all but days, paragraphs of a law, and years that are said
/// to be years. Figures go by a Weitergabe, with its consent, and never in a reason.
///
/// ```
/// use ankunft_programme::selection::figures;
///
/// assert!(figures("Seit 2016 kommen viele an (Beschluss vom 2.3.2026, § 13 GemO).").is_empty());
/// assert_eq!(figures("Dort leben 1.204 Menschen, 38% ohne deutschen Pass."), ["1.204", "38%"]);
/// assert_eq!(figures("Dort leben 2016 Menschen."), ["2016"]);
/// ```
#[must_use]
pub fn figures(text: &str) -> Vec<String> {
    let is_mark = |it: char| !it.is_alphanumeric() && it != '%' && it != '‰';
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let (mut earlier, mut before, mut after_year) = ("", "", false);
    for (at, &word) in words.iter().enumerate() {
        let bare = word.trim_matches(is_mark);
        let is_law = before.trim_matches(|it| it == '(') == "§" || word.starts_with('§');
        let says = Says::of(earlier, before);
        // What ends with a sign is not said of the word behind it, nor is what begins with one.
        let is_next = |it: &str| word.ends_with(bare) && it.starts_with(char::is_alphanumeric);
        let counted = words.get(at + 1).filter(|it| is_next(it));
        let counts = says != Says::Year
            && counted.is_some_and(|it| plural::follows(before, it.trim_matches(is_mark)));
        let may_be = says != Says::Nothing || is_in_brackets(word) || after_year;
        let is_year = is_years(bare) && may_be && !counts;
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

/// What two words say of a number behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// Nothing.
    Nothing,
    /// That it may be a year, or how many: "in 2016" and "in 2016 Haushalten".
    Either,
    /// That it is a year.
    Year,
}

impl Says {
    /// Behind the end of a sentence they say nothing.
    fn of(earlier: &str, before: &str) -> Self {
        let bare =
            |it: &str| it.trim_start_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
        let (earlier, before) = (bare(earlier), bare(before));
        let both = format!("{earlier} {before}");
        if BEFORE_YEARS.iter().any(|it| *it == before || *it == both) {
            Self::Year
        } else if BEFORE_EITHER.contains(&before.as_str()) {
            Self::Either
        } else {
            Self::Nothing
        }
    }
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
mod tests;
