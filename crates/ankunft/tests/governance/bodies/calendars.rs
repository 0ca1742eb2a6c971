//! Calendars that subscribe: series across the change of summer time, exceptions, secret addresses.

use std::io::Write;
use std::process::{Command, Stdio};

use ankunft_testkit::{Browser, Page, peers};

use super::{BODIES, BODY};
use crate::common::desk::Story;

const PUBLIC: &str = "/musterstadt/gremien/1/kalender.ics";
const OWN: &str = "/musterstadt/gremien/kalender";

/// When the events of a calendar begin, each repetition for itself, in universal time: read by Python's
/// icalendar, with the time zone as the calendar itself defines it.
const READ: &str = r#"
import sys
from datetime import timezone
from dateutil.rrule import rrulestr
from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(it["TZID"]): it.to_tz() for it in calendar.walk("VTIMEZONE")}
events = calendar.walk("VEVENT")
moved = {(str(it["UID"]), it["RECURRENCE-ID"].dt.replace(tzinfo=None)) for it in events if "RECURRENCE-ID" in it}
begins = []
for event in events:
    assert not event.errors, event.errors
    start = event["DTSTART"].dt.replace(tzinfo=None)
    zone = zones[event["DTSTART"].params["TZID"]]
    days = [start]
    if "RRULE" in event:
        days = list(rrulestr(event["RRULE"].to_ical().decode(), dtstart=start))
        assert len(days) < 1000
        left_out = event.get("EXDATE", [])
        left_out = left_out if isinstance(left_out, list) else [left_out]
        gone = {it.dt.replace(tzinfo=None) for one in left_out for it in one.dts}
        days = [it for it in days if it not in gone and (str(event["UID"]), it) not in moved]
    if str(event.get("STATUS", "")) == "CANCELLED":
        continue
    begins += [zone.localize(it).astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ") for it in days]
print("\n".join(sorted(begins)))
"#;

fn by_icalendar(calendar: &str) -> Option<Vec<String>> {
    let python = peers::python("icalendar")?;
    let mut child = Command::new(python)
        .args(["-c", READ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python runs");
    child.stdin.take().expect("a pipe").write_all(calendar.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

/// The lines of a calendar, unfolded.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

pub async fn a_series_is_moved_and_cancelled(story: &mut Story) {
    let mut public = Browser::new(&story.demo.app, "de");
    let _ = public.get(PUBLIC).await.expect_status(404);
    let new = format!("{BODY}/sitzungen/neu");
    let mut form = vec![
        ("tag", "9.3.2027"),
        ("von", "17:00"),
        ("bis", "19:00"),
        ("ort", "Saal 2, Rathaus"),
        ("oeffentlich", "ja"),
        ("wiederholung", "weekly"),
        ("alle", "13"),
        ("letzter", "20.4.2027"),
    ];
    let refused = story.people[1].post(&new, &new, &form).await.expect_status(422);
    assert!(refused.body_text().contains("von 1 bis 12"));
    form[6] = ("alle", "1");
    let done = story.people[1].post(&new, &new, &form).await.expect_status(303);
    let first = done.location().expect("the first of the series");
    assert_eq!(first, format!("{BODY}/sitzungen/3"));
    // The second is moved by a day, the third is cancelled.
    let slot = |day: &'static str| {
        vec![
            ("version", "1"),
            ("tag", day),
            ("von", "17:00"),
            ("bis", "19:00"),
            ("ort", "Saal 2, Rathaus"),
        ]
    };
    let changes = [
        (4, [slot("17.3.2027"), vec![("oeffentlich", "ja")]].concat()),
        (5, [slot("23.3.2027"), vec![("oeffentlich", "ja"), ("faellt-aus", "ja")]].concat()),
    ];
    for (number, form) in changes {
        let edit = format!("{BODY}/sitzungen/{number}/aendern");
        let _ = story.people[1].post(&edit, &edit, &form).await.expect_status(303);
    }
    let page = story.people[2].get(&format!("{BODY}/sitzungen/4")).await.expect_status(200);
    assert!(page.body_text().contains("verlegt vom 16.03.2027"));
    let feed = public.get(PUBLIC).await.expect_status(200);
    assert_eq!(feed.media_type(), "text/calendar");
    let text = String::from_utf8(feed.body.to_vec()).expect("UTF-8");
    let all = lines(&text);
    for line in [
        "DTSTART;TZID=Europe/Berlin:20270309T170000",
        "RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=7",
        "EXDATE;TZID=Europe/Berlin:20270323T170000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20270316T170000",
        "DTSTART;TZID=Europe/Berlin:20270317T170000",
        "LOCATION:Saal 2\\, Rathaus",
        "SEQUENCE:2",
    ] {
        assert!(all.iter().any(|it| it == line), "{line} in {all:#?}");
    }
    assert!(!text.contains("20261124"), "a meeting that is not public stays out of it");
    another_library_reads_the_same(&text);
    one_of_a_series_is_not_public(story, &mut public).await;
}

fn another_library_reads_the_same(text: &str) {
    // 17:00 before and after the last Sunday of March is not the same hour elsewhere.
    let expected = [
        "20270309T160000Z",
        "20270317T160000Z",
        "20270330T150000Z",
        "20270406T150000Z",
        "20270413T150000Z",
        "20270420T150000Z",
    ];
    if let Some(read) = by_icalendar(text) {
        assert_eq!(read, expected, "as another library reads it");
    }
}

/// The first of a series is no longer public: neither its title and place nor its day are told, and
/// the others stand each for itself.
async fn one_of_a_series_is_not_public(story: &mut Story, public: &mut Browser) {
    let form = [
        ("version", "1"),
        ("titel", "Geheime Runde"),
        ("tag", "9.3.2027"),
        ("von", "17:00"),
        ("bis", "19:00"),
        ("ort", "Hinterzimmer"),
    ];
    let edit = format!("{BODY}/sitzungen/3/aendern");
    let _ = story.people[1].post(&edit, &edit, &form).await.expect_status(303);
    let feed = public.get(PUBLIC).await.expect_status(200);
    let text = String::from_utf8(feed.body.to_vec()).expect("UTF-8");
    for hidden in ["Geheim", "Hinterzimmer", "20270309", "EXDATE", "COUNT="] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 6, "all but the first");
    assert!(text.contains("UID:sitzung-1-6@musterstadt.ankunft"), "each under its own name");
}

pub async fn a_secret_address_is_taken_back(story: &mut Story) {
    let page = story.people[1].post(OWN, OWN, &[("absicht", "neu")]).await.expect_status(200);
    let address = |page: &Page| {
        let address = page.text(".mitnehmen code");
        address[address.find("/musterstadt").expect("a path")..].to_owned()
    };
    let first = address(&page);
    let mut calendar = Browser::new(&story.demo.app, "de");
    let feed = calendar.get(&first).await.expect_status(200);
    let text = String::from_utf8(feed.body.to_vec()).expect("UTF-8");
    assert!(text.contains("DTSTART;TZID=Europe/Berlin:20261124T170000"), "also not public ones");
    assert!(!text.contains("Treppenhaus"), "days and places, no agenda");
    if let Some(read) = by_icalendar(&text) {
        assert!(read.contains(&"20261124T160000Z".to_owned()), "{read:?}");
    }
    // Another Stelle sits in nothing.
    let page = story.people[2].post(OWN, OWN, &[("absicht", "neu")]).await.expect_status(200);
    let other = address(&page);
    let feed = calendar.get(&other).await.expect_status(200);
    assert!(!String::from_utf8_lossy(&feed.body).contains("VEVENT"));
    // A new one replaces the first; taking it back ends it.
    let page = story.people[1].post(OWN, OWN, &[("absicht", "neu")]).await.expect_status(200);
    let second = address(&page);
    let _ = calendar.get(&first).await.expect_status(404);
    let _ = calendar.get(&second).await.expect_status(200);
    let _ = calendar.get(&second.replace("/musterstadt", "/gradlingen")).await.expect_status(404);
    let _ = story.people[1].post(OWN, OWN, &[("absicht", "zurueck")]).await.expect_status(303);
    let _ = calendar.get(&second).await.expect_status(404);
    let _ = calendar.get(&format!("{BODIES}/kalender/0/sitzungen.ics")).await.expect_status(404);
}
