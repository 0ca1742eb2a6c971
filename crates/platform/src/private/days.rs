//! Days as people write them, and which of them are days of a life.

use super::bare;

/// Who was born before this year may still be alive; what lies after it is a date of the work.
const BORN: std::ops::RangeInclusive<i32> = 1900..=2019;

/// Months as days of birth name them.
const MONTHS: [&str; 21] = [
    "januar",
    "jänner",
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
];

/// A whole day: `12.03.1985`, `12.3.85`, `1985-03-12`, `12. März 1985`.
pub(super) struct Day {
    pub(super) text: String,
    /// How many words it is.
    pub(super) words: usize,
    /// Whether it is written in figures, in a year in which people were born and before the work began.
    pub(super) is_of_a_life: bool,
}

impl Day {
    pub(super) fn read(words: &[&str]) -> Option<Self> {
        let number = |it: &str| it.parse::<i32>().ok().filter(|_| it.len() <= 4);
        let in_month = |it: &str| number(it).is_some_and(|it| (1..=31).contains(&it));
        if let [day, month, year, ..] = words
            && let Some(day) = day.trim_start_matches('*').strip_suffix('.')
            && in_month(day)
            && MONTHS.contains(&bare(month).to_lowercase().as_str())
            && bare(year).len() == 4
            && number(bare(year)).is_some()
        {
            let text = format!("{day}. {} {}", bare(month), bare(year));
            return Some(Self { text, words: 3, is_of_a_life: false });
        }
        let word = bare(words.first()?);
        let dotted: Vec<&str> = word.split('.').collect();
        let dashed: Vec<&str> = word.split('-').collect();
        let (day, month, year) = match (dotted.as_slice(), dashed.as_slice()) {
            ([day, month, year], _) => (*day, *month, *year),
            (_, [year, month, day]) if year.len() == 4 => (*day, *month, *year),
            _ => return None,
        };
        let is_month = number(month).is_some_and(|it| (1..=12).contains(&it));
        if !in_month(day) || !is_month {
            return None;
        }
        let is_of_a_life = match (year.len(), number(year)?) {
            (4, it) => BORN.contains(&it),
            // Two digits: of the last century, unless they lie in the years of the work.
            (2, it) => it > 29,
            _ => return None,
        };
        Some(Self { text: word.to_owned(), words: 1, is_of_a_life })
    }
}
