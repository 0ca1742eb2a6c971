//! Working days: what a deadline means in them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm, Nature 13, 1876).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    let small = |it: i32| i8::try_from(it).unwrap_or(1);
    date(year, small(month), small(day))
}

/// Whether nobody works on a day: Saturday, Sunday, and the nine days that are free in all of
/// Germany. What is free in one Land alone is not known here.
///
/// ```
/// use ankunft_governance::enquiries::calendar::is_free;
/// use jiff::civil::date;
///
/// assert!(is_free(date(2026, 4, 3)), "Karfreitag");
/// assert!(is_free(date(2026, 5, 14)), "Himmelfahrt");
/// assert!(!is_free(date(2026, 5, 15)));
/// ```
#[must_use]
pub fn is_free(day: Date) -> bool {
    if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        return true;
    }
    let fixed = [(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)];
    let from_easter = |days: i64| easter(day.year()).saturating_add(days.days());
    fixed.contains(&(day.month(), day.day()))
        || [-2, 1, 39, 50].into_iter().any(|it| from_easter(it) == day)
}

/// How many working days are left until a day, itself counted; none if it is over.
///
/// ```
/// use ankunft_governance::enquiries::calendar::working_days;
/// use jiff::civil::date;
///
/// // Thursday; Friday and Monday are left.
/// assert_eq!(working_days(date(2026, 11, 26), date(2026, 11, 30)), Some(2));
/// assert_eq!(working_days(date(2026, 11, 26), date(2026, 11, 26)), Some(0));
/// assert_eq!(working_days(date(2026, 11, 26), date(2026, 11, 25)), None);
/// ```
#[must_use]
pub fn working_days(today: Date, due: Date) -> Option<usize> {
    if due < today {
        return None;
    }
    // A deadline years away needs no count to the day.
    let last = due.min(today.saturating_add(2.years()));
    let mut day = today;
    let mut count = 0;
    while day < last {
        day = day.saturating_add(1.day());
        count += usize::from(!is_free(day));
    }
    Some(count)
}

/// The last working day that is not after a day.
#[must_use]
pub fn last_working_day(day: Date) -> Date {
    let mut day = day;
    while is_free(day) {
        day = day.saturating_sub(1.day());
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_calendar_has_it() {
        for (year, month, day) in [
            (1954, 4, 18),
            (2000, 4, 23),
            (2024, 3, 31),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn a_deadline_on_a_free_day_ends_before_it() {
        assert_eq!(last_working_day(date(2026, 12, 27)), date(2026, 12, 24));
        assert_eq!(last_working_day(date(2026, 5, 25)), date(2026, 5, 22), "Pfingstmontag");
        assert_eq!(last_working_day(date(2026, 11, 26)), date(2026, 11, 26));
        assert_eq!(working_days(date(2026, 12, 23), date(2026, 12, 28)), Some(2));
    }
}
