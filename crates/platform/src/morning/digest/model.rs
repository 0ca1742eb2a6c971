//! How often somebody wants the letter, and when it is due.

use jiff::civil::{Date, DateTime, Weekday};

/// From this hour on the letter of a day is due.
const HOUR: i8 = 6;
/// From this hour on it is too late for the letter of a day: the next one tells of it.
const TOO_LATE: i8 = 12;

/// How often the letter is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// From Monday to Friday.
    Weekdays,
    /// On Mondays.
    Weekly,
}

impl Rhythm {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Weekdays, Self::Weekly];

    /// The word under which it is stored; its name is the text `tagesbrief-<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Weekdays => "weekdays",
            Self::Weekly => "weekly",
        }
    }

    /// The rhythm of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// How many days the first letter tells of.
    #[must_use]
    pub const fn days(self) -> i64 {
        match self {
            Self::Weekdays => 1,
            Self::Weekly => 7,
        }
    }

    fn has(self, day: Date) -> bool {
        match self {
            Self::Weekdays => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
            Self::Weekly => day.weekday() == Weekday::Monday,
        }
    }
}

/// The day whose letter is due at a moment of local time, if one is: between six and twelve of a day of the rhythm.
///
/// ```
/// use ankunft_platform::morning::digest::model::{Rhythm, due};
///
/// let monday: jiff::civil::DateTime = "2026-11-23T06:00".parse().expect("a moment");
/// assert_eq!(due(Rhythm::Weekly, monday), Some(jiff::civil::date(2026, 11, 23)));
/// let thursday: jiff::civil::DateTime = "2026-11-26T07:30".parse().expect("a moment");
/// assert_eq!(due(Rhythm::Weekly, thursday), None);
/// assert!(due(Rhythm::Weekdays, thursday).is_some());
/// ```
#[must_use]
pub fn due(rhythm: Rhythm, now: DateTime) -> Option<Date> {
    let is_morning = (HOUR..TOO_LATE).contains(&now.hour());
    Some(now.date()).filter(|day| is_morning && rhythm.has(*day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use jiff::{SignedDuration, tz::TimeZone};

    /// Every hour of two years, over both changes of summer time.
    fn hours() -> impl Iterator<Item = DateTime> {
        let zone = TimeZone::get("Europe/Berlin").expect("a zone");
        let begin = zone.to_timestamp(date(2026, 1, 1).at(0, 0, 0, 0)).expect("a moment");
        (0..24 * 730).map(move |it| zone.to_datetime(begin + SignedDuration::from_hours(it)))
    }

    #[test]
    fn a_day_of_the_rhythm_has_one_letter_and_no_other_day_has_one() {
        for rhythm in Rhythm::ALL {
            let mut days: Vec<Date> = hours().filter_map(|it| due(rhythm, it)).collect();
            assert!(days.len() > 6 * 90, "several hours a morning");
            days.dedup();
            let mut sorted = days.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(days, sorted, "each day once");
            assert!(days.iter().all(|it| rhythm.has(*it)));
            let all = hours().map(|it| it.date()).filter(|it| rhythm.has(*it));
            let all: std::collections::BTreeSet<Date> = all.collect();
            assert_eq!(all.len(), days.len());
        }
    }

    #[test]
    fn nothing_is_due_at_night_or_in_the_afternoon() {
        let late = hours().filter(|it| !(6..12).contains(&it.hour()));
        assert!(late.into_iter().all(|it| due(Rhythm::Weekdays, it).is_none()));
    }
}
