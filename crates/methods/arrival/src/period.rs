use std::fmt;

/// A year or a half-year of a panel, under the name that its source gives it.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::Period;
///
/// let day = Period::read("2015-06-30").expect("a day");
/// assert!(day < Period::read("2015h2").expect("a half-year"));
/// assert_eq!(day.to_string(), "2015-06-30");
///
/// assert!(Period::read("summer 2015").is_none());
/// assert!(Period::read("2015-13-01").is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Period {
    half: i32,
    length: Length,
    name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Year,
    Half,
    /// A day says when, not how long; its neighbours tell.
    Day,
}

impl Period {
    /// The period of `2015`, `2015h1` or a day, `2015-06-30` or `30.06.2015`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (half, length) = match text.as_bytes() {
            [_, _, _, _] => (2 * number(text)? + 1, Length::Year),
            [_, _, _, _, b'h' | b'H', half @ (b'1' | b'2')] => {
                (2 * number(&text[..4])? + i32::from(half - b'1'), Length::Half)
            }
            [_, _, _, _, b'-', _, _, b'-', _, _] => {
                (day(&text[..4], &text[5..7], &text[8..])?, Length::Day)
            }
            [_, _, b'.', _, _, b'.', _, _, _, _] => {
                (day(&text[6..], &text[3..5], &text[..2])?, Length::Day)
            }
            _ => return None,
        };
        Some(Self { half, length, name: text.to_owned() })
    }

    /// Half-years since the year 0.
    pub(crate) fn half(&self) -> i32 {
        self.half
    }

    /// Whether its source says that it is half a year.
    pub(crate) fn is_half(&self) -> bool {
        self.length == Length::Half
    }
}

impl PartialEq for Period {
    fn eq(&self, other: &Self) -> bool {
        self.half == other.half
    }
}

impl Eq for Period {}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.half.cmp(&other.half)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// The half-year of a day; `None` beyond twelve months of 31 days.
fn day(year: &str, month: &str, day: &str) -> Option<i32> {
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| 2 * year + i32::from(month > 6))
}

fn number(digits: &str) -> Option<i32> {
    digits.bytes().all(|it| it.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}
