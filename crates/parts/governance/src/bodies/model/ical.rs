//! Meetings as a calendar that other programs subscribe to (RFC 5545). Pure.
//!
//! A series is one event with its rule; what was moved is an event of its own that names the day
//! on which it would have been, what was cancelled an exception. So a calendar shows each once.

use std::fmt::Write;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};

use super::calendar::{Rhythm, Series, ZONE, local, nth};

/// One event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What it is called for ever.
    pub uid: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was changed last.
    pub changed: Timestamp,
    /// Its title.
    pub title: String,
    /// Where.
    pub place: String,
    /// Its page.
    pub page: String,
    /// When it begins and ends.
    pub from_to: (Timestamp, Timestamp),
    /// Whether it is a series, a moved one of a series, or alone.
    pub part: Part,
}

/// What an event is of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is alone.
    Alone,
    /// It is a series, without these of its meetings.
    Series(Series, Vec<Timestamp>),
    /// It is a meeting of the series that would have begun then.
    Moved(Timestamp),
    /// It is alone and does not take place.
    Cancelled,
    /// It has days and no hours: the first and the last, and whether it takes place.
    Days(Date, Date, bool),
}

/// The calendar of these events.
#[must_use]
pub fn calendar(name: &str, events: &[Event]) -> String {
    let mut all = Lines::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ankunft//Sitzungen//DE"] {
        all.line(line);
    }
    all.line("CALSCALE:GREGORIAN");
    all.line("METHOD:PUBLISH");
    all.text("NAME", name);
    all.text("X-WR-CALNAME", name);
    all.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    all.zone();
    for event in events {
        all.event(event);
    }
    all.line("END:VCALENDAR");
    all.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line, folded after 75 octets where a sign ends.
    fn line(&mut self, text: &str) {
        let mut length = 0;
        for sign in text.chars() {
            if length + sign.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(sign);
            length += sign.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::new();
        for sign in text.trim().chars() {
            match sign {
                '\\' | ';' | ',' => escaped.extend(['\\', sign]),
                '\n' => escaped.push_str("\\n"),
                sign if sign.is_control() => {}
                sign => escaped.push(sign),
            }
        }
        if !escaped.is_empty() {
            self.line(&format!("{name}:{escaped}"));
        }
    }

    fn local(&mut self, name: &str, at: Timestamp) {
        self.line(&format!("{name};TZID={ZONE}:{}", stamp(local(at))));
    }

    /// Summer time of the European Union, since 1996.
    fn zone(&mut self) {
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{ZONE}"));
        for (part, from, to, name, begins, month) in [
            ("DAYLIGHT", "+0100", "+0200", "CEST", "19960331T020000", 3),
            ("STANDARD", "+0200", "+0100", "CET", "19961027T030000", 10),
        ] {
            self.line(&format!("BEGIN:{part}"));
            self.line(&format!("DTSTART:{begins}"));
            self.line(&format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU"));
            self.line(&format!("TZOFFSETFROM:{from}"));
            self.line(&format!("TZOFFSETTO:{to}"));
            self.line(&format!("TZNAME:{name}"));
            self.line(&format!("END:{part}"));
        }
        self.line("END:VTIMEZONE");
    }

    /// When it is. The day on which something of days ends is the one after it.
    fn times(&mut self, it: &Event) {
        if let Part::Days(first, last, _) = it.part {
            let after = last.tomorrow().unwrap_or(last);
            self.line(&format!("DTSTART;VALUE=DATE:{}", first.strftime("%Y%m%d")));
            self.line(&format!("DTEND;VALUE=DATE:{}", after.strftime("%Y%m%d")));
            return;
        }
        self.local("DTSTART", it.from_to.0);
        self.local("DTEND", it.from_to.1);
    }

    fn event(&mut self, it: &Event) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}", it.uid));
        let changed = it.changed.strftime("%Y%m%dT%H%M%SZ");
        self.line(&format!("DTSTAMP:{changed}"));
        self.line(&format!("LAST-MODIFIED:{changed}"));
        self.line(&format!("SEQUENCE:{}", it.sequence));
        match &it.part {
            Part::Alone => {}
            Part::Moved(from) => self.local("RECURRENCE-ID", *from),
            Part::Cancelled | Part::Days(_, _, false) => self.line("STATUS:CANCELLED"),
            Part::Days(_, _, true) => {}
            Part::Series(series, without) => {
                self.line(&format!("RRULE:{}", rule(series)));
                for day in without {
                    self.local("EXDATE", *day);
                }
            }
        }
        self.times(it);
        self.text("SUMMARY", &it.title);
        self.text("LOCATION", &it.place);
        if !it.page.is_empty() {
            self.line(&format!("URL:{}", it.page));
        }
        self.line("END:VEVENT");
    }
}

fn stamp(it: DateTime) -> String {
    it.strftime("%Y%m%dT%H%M%S").to_string()
}

/// The rule of a series. It counts, so that it ends where the program's own list does.
fn rule(series: &Series) -> String {
    let mut text = String::new();
    let count = series.days().len();
    let written = match series.rhythm {
        Rhythm::Weekly(every) => write!(text, "FREQ=WEEKLY;INTERVAL={every};COUNT={count}"),
        Rhythm::Monthly(every) => {
            let day = weekday(series.first.weekday());
            let nth = nth(series.first);
            write!(text, "FREQ=MONTHLY;INTERVAL={every};BYDAY={nth}{day};COUNT={count}")
        }
    };
    debug_assert!(written.is_ok(), "writing into a text does not fail");
    text
}

const fn weekday(it: Weekday) -> &'static str {
    match it {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::super::calendar::instant;
    use super::*;

    fn event(title: &str, part: Part) -> Event {
        Event {
            uid: "gremium-1-sitzung-1@stadt".into(),
            sequence: 0,
            changed: Timestamp::UNIX_EPOCH,
            title: title.into(),
            place: "Rathaus, Saal 2; Eingang \\ Hof\nbarrierefrei".into(),
            page: String::new(),
            from_to: (
                instant(date(2026, 3, 31).at(17, 0, 0, 0)),
                instant(date(2026, 3, 31).at(19, 0, 0, 0)),
            ),
            part,
        }
    }

    #[test]
    fn what_would_end_a_field_is_escaped() {
        let text = calendar("Sitzungen", &[event("Beirat", Part::Alone)]);
        assert!(text.contains("LOCATION:Rathaus\\, Saal 2\\; Eingang \\\\ Hof\\nbarrierefrei\r\n"));
        assert!(text.contains("DTSTART;TZID=Europe/Berlin:20260331T170000\r\n"));
    }

    #[test]
    fn what_has_days_ends_on_the_day_after() {
        let days = Part::Days(date(2026, 12, 30), date(2026, 12, 31), true);
        let text = calendar("Sitzungen", &[event("Werkstatt", days)]);
        assert!(text.contains("DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(!text.contains("CANCELLED"));
        let days = Part::Days(date(2026, 12, 30), date(2026, 12, 30), false);
        assert!(calendar("Sitzungen", &[event("Werkstatt", days)]).contains("STATUS:CANCELLED"));
    }

    #[test]
    fn a_series_is_a_rule_without_what_was_cancelled() {
        let series = Series {
            rhythm: Rhythm::Monthly(1),
            first: date(2026, 3, 31),
            begins: time(17, 0, 0, 0),
            ends: time(19, 0, 0, 0),
            until: date(2026, 12, 31),
        };
        let cancelled = series.on(date(2026, 6, 30)).0;
        let part = Part::Series(series, vec![cancelled]);
        let text = calendar("Sitzungen", &[event("Beirat", part)]);
        assert!(text.contains("RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TU;COUNT=10\r\n"), "{text}");
        assert!(text.contains("EXDATE;TZID=Europe/Berlin:20260630T170000\r\n"));
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_75_octets_and_nothing_is_lost(title in "\\PC{0,200}") {
            let text = calendar("Sitzungen", &[event(&title, Part::Alone)]);
            prop_assert!(text.split("\r\n").all(|it| it.len() <= 75));
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            let whole = text.replace("\r\n ", "");
            let found = whole.split("\r\n").find_map(|it| it.strip_prefix("SUMMARY:"));
            let read = found.unwrap_or_default().replace("\\,", ",").replace("\\;", ";");
            prop_assert_eq!(read.replace("\\\\", "\\"), title.trim());
        }
    }
}
