//! Meetings that repeat, in the local time of the city.
//!
//! A meeting at 17:00 is at 17:00 in March and in November: days and times are local, and only
//! then become instants. Pure: the zone is bundled with the program.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The zone of all meetings.
pub const ZONE: &str = "Europe/Berlin";

/// So many meetings has a series at most: three years of weeks.
pub const MOST: usize = 160;

/// How meetings repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// Every so many weeks, on the weekday of the first.
    Weekly(i8),
    /// Every so many months, on the same weekday of the month as the first: the second Tuesday;
    /// the last one if the first is the last.
    Monthly(i8),
}

/// A row of meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// How they repeat.
    pub rhythm: Rhythm,
    /// The first day.
    pub first: Date,
    /// From when.
    pub begins: Time,
    /// Until when.
    pub ends: Time,
    /// The last possible day.
    pub until: Date,
}

impl Rhythm {
    /// The word under which it is stored, and its number.
    #[must_use]
    pub const fn parts(self) -> (&'static str, i64) {
        match self {
            Self::Weekly(every) => ("weekly", every as i64),
            Self::Monthly(every) => ("monthly", every as i64),
        }
    }

    /// The rhythm of a stored word and number; between 1 and 12.
    #[must_use]
    pub fn from_parts(word: &str, every: i64) -> Option<Self> {
        let every = i8::try_from(every).ok().filter(|it| (1..=12).contains(it))?;
        match word {
            "weekly" => Some(Self::Weekly(every)),
            "monthly" => Some(Self::Monthly(every)),
            _ => None,
        }
    }
}

/// Which of its weekday a day is in its month: 1 to 4, or -1 for the last. A fifth is the last.
#[must_use]
pub fn nth(day: Date) -> i8 {
    let nth = (day.day() - 1) / 7 + 1;
    if nth == 5 { -1 } else { nth }
}

fn nth_weekday(month: Date, nth: i8, weekday: Weekday) -> Option<Date> {
    month.first_of_month().nth_weekday_of_month(nth, weekday).ok()
}

impl Series {
    /// The days of all its meetings, the first among them; at most [`MOST`].
    ///
    /// ```
    /// use ankunft_governance::bodies::model::calendar::{Rhythm, Series};
    /// use jiff::civil::{date, time};
    ///
    /// let series = Series {
    ///     rhythm: Rhythm::Monthly(1),
    ///     first: date(2026, 1, 13),
    ///     begins: time(17, 0, 0, 0),
    ///     ends: time(19, 0, 0, 0),
    ///     until: date(2026, 3, 31),
    /// };
    /// let days = [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10)];
    /// assert_eq!(series.days(), days, "the second Tuesday of each month");
    /// ```
    #[must_use]
    pub fn days(&self) -> Vec<Date> {
        let day = |at: usize| -> Option<Date> {
            let at = i32::try_from(at).ok()?;
            match self.rhythm {
                Rhythm::Weekly(every) => {
                    self.first.checked_add((at * i32::from(every)).weeks()).ok()
                }
                Rhythm::Monthly(every) => {
                    let months = (at * i32::from(every)).months();
                    let month = self.first.first_of_month().checked_add(months).ok()?;
                    nth_weekday(month, nth(self.first), self.first.weekday())
                }
            }
        };
        (0..MOST).map_while(day).take_while(|it| *it <= self.until).collect()
    }

    /// Begin and end of the meeting of a day.
    #[must_use]
    pub fn on(&self, day: Date) -> (Timestamp, Timestamp) {
        (instant(day.to_datetime(self.begins)), instant(day.to_datetime(self.ends)))
    }
}

/// The zone, of which the program has a copy.
#[must_use]
pub fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

/// The instant of a local time. In the hour that is skipped in March it is the one after; of the
/// hour that comes twice in October it is the first.
#[must_use]
pub fn instant(local: DateTime) -> Timestamp {
    zone().to_ambiguous_timestamp(local).compatible().unwrap_or_default()
}

/// The local time of an instant.
#[must_use]
pub fn local(instant: Timestamp) -> DateTime {
    zone().to_datetime(instant)
}

/// A time as a person types it: `17:00`, `17.30`, `9 Uhr`, `17`.
#[must_use]
pub fn time_of(text: &str) -> Option<Time> {
    let text = text.trim().trim_end_matches("Uhr").trim();
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    if hour.is_empty() || minute.len() != 2 || hour.len() > 2 {
        return None;
    }
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    fn series(rhythm: Rhythm, first: Date, until: Date) -> Series {
        Series { rhythm, first, begins: time(17, 0, 0, 0), ends: time(19, 0, 0, 0), until }
    }

    #[test]
    fn a_meeting_stays_at_its_hour_when_the_clocks_change() {
        let weekly = series(Rhythm::Weekly(1), date(2026, 3, 24), date(2026, 4, 7));
        let starts: Vec<String> =
            weekly.days().iter().map(|it| weekly.on(*it).0.to_string()).collect();
        assert_eq!(
            starts,
            ["2026-03-24T16:00:00Z", "2026-03-31T15:00:00Z", "2026-04-07T15:00:00Z"]
        );
        let autumn = series(Rhythm::Weekly(1), date(2026, 10, 20), date(2026, 10, 27));
        let starts: Vec<String> =
            autumn.days().iter().map(|it| autumn.on(*it).0.to_string()).collect();
        assert_eq!(starts, ["2026-10-20T15:00:00Z", "2026-10-27T16:00:00Z"]);
    }

    #[test]
    fn an_hour_that_is_not_there_is_the_next_one() {
        let skipped = instant(date(2026, 3, 29).at(2, 30, 0, 0));
        assert_eq!(skipped.to_string(), "2026-03-29T01:30:00Z");
        let twice = instant(date(2026, 10, 25).at(2, 30, 0, 0));
        assert_eq!(twice.to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, hour, minute) in
            [("17:00", 17, 0), ("9.30", 9, 30), ("17 Uhr", 17, 0), ("8", 8, 0)]
        {
            assert_eq!(time_of(text), Some(time(hour, minute, 0, 0)), "{text}");
        }
        for text in ["", "25:00", "17:6", "17:60", "abends", "1700", "+7:00", ":30"] {
            assert_eq!(time_of(text), None, "{text}");
        }
    }

    fn days() -> impl Strategy<Value = Date> {
        (2024_i16..2032, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d))
    }

    proptest! {
        #[test]
        fn every_meeting_is_on_the_weekday_of_the_first(
            first in days(), every in 1_i8..=12, length in 0_i64..1200, monthly: bool,
        ) {
            let rhythm = if monthly { Rhythm::Monthly(every) } else { Rhythm::Weekly(every) };
            let until = first.checked_add(length.days()).unwrap();
            let all = series(rhythm, first, until).days();
            prop_assert_eq!(all[0], first);
            prop_assert!(all.len() <= MOST);
            prop_assert!(all.windows(2).all(|it| it[0] < it[1]), "in their order, none twice");
            for day in all {
                prop_assert_eq!(day.weekday(), first.weekday());
                prop_assert!(day <= until);
                if monthly {
                    prop_assert_eq!(nth_weekday(day, nth(first), day.weekday()), Some(day));
                }
            }
        }

        #[test]
        fn local_time_comes_back(first in days(), hour in 4_i8..24) {
            let there = first.at(hour, 15, 0, 0);
            prop_assert_eq!(local(instant(there)), there);
        }
    }
}
