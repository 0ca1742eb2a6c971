//! From when on somebody is told what has changed, and in which words the list is cut.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::parts::News;

/// Who comes for the first time is told of so many days.
const FIRST_DAYS: i64 = 14;
/// Who takes over a Stelle is told of so many days before, because nobody may have looked.
const BEFORE_DAYS: i64 = 28;
/// A Stelle that was taken over so long ago is nothing new, even at a first visit.
const FRESH_DAYS: i64 = 90;
/// So many changes stand on the board.
pub const SHOWN: usize = 12;

/// From when on changes are told, and why from then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The visit before began then.
    Visit(Timestamp),
    /// The Stelle was taken over on this day; told is from some weeks before it, or from the last
    /// visit if that was earlier.
    HandedOver {
        /// The first day.
        day: Date,
        /// From when on.
        from: Timestamp,
    },
    /// It is the first visit: some days.
    First(Timestamp),
}

impl Since {
    /// By the last visit, and the first day on which the Stelle was held after somebody else.
    ///
    /// ```
    /// use ankunft_platform::morning::model::Since;
    /// use jiff::tz::TimeZone;
    ///
    /// let at = |text: &str| text.parse().expect("a moment");
    /// let day = jiff::civil::date(2026, 7, 1);
    /// let (june, july) = (at("2026-06-10T08:00Z"), at("2026-07-06T08:00Z"));
    /// let told = Since::of(Some(june), Some(day), july, &TimeZone::UTC);
    /// assert_eq!(told, Since::HandedOver { day, from: at("2026-06-03T00:00Z") });
    /// let later = Since::of(Some(july), Some(day), at("2026-07-07T08:00Z"), &TimeZone::UTC);
    /// assert_eq!(later, Since::Visit(july));
    /// ```
    #[must_use]
    pub fn of(
        last: Option<Timestamp>,
        taken_over: Option<Date>,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Self {
        let before = |at: Timestamp, days: i64| {
            at.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(at)
        };
        let began = taken_over.and_then(|day| {
            let at = zone.to_timestamp(day.at(0, 0, 0, 0)).ok()?;
            Some((day, at))
        });
        let is_new = |at: Timestamp| match last {
            Some(last) => last < at,
            None => before(now, FRESH_DAYS) <= at,
        };
        match (began.filter(|it| it.1 <= now && is_new(it.1)), last) {
            (Some((day, at)), last) => {
                let weeks = before(at, BEFORE_DAYS);
                Self::HandedOver { day, from: last.map_or(weeks, |it| it.min(weeks)) }
            }
            (None, Some(last)) => Self::Visit(last),
            (None, None) => Self::First(before(now, FIRST_DAYS)),
        }
    }

    /// From when on.
    #[must_use]
    pub const fn from(&self) -> Timestamp {
        match self {
            Self::Visit(at) | Self::First(at) | Self::HandedOver { from: at, .. } => *at,
        }
    }
}

/// What is said twice is said once, the newest first, in subjects in the order of their newest; and
/// how many more there are than are shown.
#[must_use]
pub fn in_subjects(mut all: Vec<News>, shown: usize) -> (Vec<(&'static str, Vec<News>)>, usize) {
    all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.text.cmp(&b.text)));
    let mut once: Vec<News> = Vec::new();
    for it in all {
        if !once.iter().any(|other| other.text == it.text && other.href == it.href) {
            once.push(it);
        }
    }
    let more = once.len().saturating_sub(shown);
    once.truncate(shown);
    let mut subjects: Vec<(&'static str, Vec<News>)> = Vec::new();
    for it in once {
        match subjects.iter_mut().find(|subject| subject.0 == it.about) {
            Some(subject) => subject.1.push(it),
            None => subjects.push((it.about, vec![it])),
        }
    }
    (subjects, more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a moment")
    }

    #[test]
    fn a_first_visit_is_told_of_some_days_and_of_no_old_handover() {
        let now = at("2026-07-06T08:00Z");
        let first = Since::First(at("2026-06-22T08:00Z"));
        assert_eq!(Since::of(None, None, now, &TimeZone::UTC), first);
        let long_ago = Some(date(2025, 1, 1));
        assert_eq!(Since::of(None, long_ago, now, &TimeZone::UTC), first);
        let ahead = Some(date(2026, 8, 1));
        assert_eq!(Since::of(None, ahead, now, &TimeZone::UTC), first);
        let fresh = Since::of(None, Some(date(2026, 7, 1)), now, &TimeZone::UTC);
        assert_eq!(fresh.from(), at("2026-06-03T00:00Z"));
    }

    #[test]
    fn who_was_away_longer_than_the_weeks_before_loses_nothing() {
        let (last, now) = (at("2026-02-01T08:00Z"), at("2026-07-06T08:00Z"));
        let told = Since::of(Some(last), Some(date(2026, 7, 1)), now, &TimeZone::UTC);
        assert_eq!(told, Since::HandedOver { day: date(2026, 7, 1), from: last });
    }

    #[test]
    fn the_same_words_are_said_once_and_the_rest_is_counted() {
        let news = |about, text: &str, at| News {
            about,
            text: text.to_owned(),
            href: "/x".to_owned(),
            at,
        };
        let all = vec![
            news("a", "one", 1),
            news("b", "two", 5),
            news("a", "one", 7),
            news("b", "three", 2),
            news("a", "four", 3),
        ];
        let (subjects, more) = in_subjects(all, 3);
        assert_eq!(more, 1);
        assert_eq!(
            subjects,
            [
                ("a", vec![news("a", "one", 7), news("a", "four", 3)]),
                ("b", vec![news("b", "two", 5)]),
            ]
        );
    }
}
