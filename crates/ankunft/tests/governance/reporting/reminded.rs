//! A Stelle finds its report on the board, and who has not reported is reminded by itself: once a week
//! before the last day, once the day after, never twice.

use std::sync::atomic::Ordering;

use ankunft_governance::reporting::remind_due;
use jiff::ToSpan;
use jiff::civil::Date;

use super::REPORTS;
use super::many::{ASK, prepare, wanted};
use super::post::{FORM, Office, link_in};
use crate::common::desk::{Story, plain};

const CARITAS: &str = "lena.brand@caritas.example";
const YOUTH: &str = "jugend@wahl.example";

pub async fn reminded(story: Story) {
    let mut office = Office::of(story).await;
    prepare(&mut office).await;
    let due = office.story.demo.app.today().saturating_add(20.days());
    let asked = plain_due(due);
    let _ = office.story.people[1].post(ASK, ASK, &plain(&asked)).await.expect_status(303);
    let letters = office.letters(2).await;
    let letter = letters.iter().find(|it| it.contains("2 Berichte")).expect("a letter");
    office.link = link_in(letter);
    a_stelle_finds_its_report_on_the_board(&mut office).await;
    nobody_is_reminded_before_it_is_time(&office, due).await;
    many_remind_once(&office, due).await;
    who_dies_leaves_no_second_letter(&office).await;
    only_what_is_still_open_is_reminded_of(&office, due).await;
}

fn plain_due(due: Date) -> crate::measures::planning::Form {
    wanted(&due.to_string())
}

async fn a_stelle_finds_its_report_on_the_board(office: &mut Office) {
    let page = office.story.people[1].get("/musterstadt").await.expect_status(200);
    assert!(
        page.body_text().contains("Bericht schreiben: Nachbarschaftscafé, 3. Quartal 2026"),
        "{}",
        page.body_text()
    );
    let hrefs = page.attributes("main a", "href");
    let round = hrefs.iter().find(|it| it.starts_with(REPORTS) && it.len() > REPORTS.len() + 1);
    let round = round.expect("the way to a report").clone();
    let to = format!("{round}/schreiben");
    let shown = office.story.people[1].get(&round).await.expect_status(200);
    assert!(shown.attributes("main form", "action").contains(&to));
    let once = office.story.people[1].post(&round, &to, &[]).await.expect_status(303);
    let link = once.location().expect("a link");
    assert!(link.starts_with("/l/"), "{link}");
    let again = office.story.people[1].post(&round, &to, &[]).await.expect_status(303);
    assert_eq!(again.location(), Some(link.clone()), "no second link for who presses twice");
    let form = office.story.people[1].get(&link).await.expect_status(200);
    assert!(form.body_text().contains("Wie lief es?"));
    // Whose report it is not has no way in.
    let page = office.story.people[2].get(&round).await.expect_status(200);
    assert!(!page.attributes("main form", "action").contains(&to));
    let _ = office.story.people[2].post(FORM, &to, &[]).await.expect_status(403);
    let _ = office.story.people[0].post(FORM, &to, &[]).await.expect_status(403);
    let none = format!("{REPORTS}/99/schreiben");
    let _ = office.story.people[1].post(&round, &none, &[]).await.expect_status(404);
}

fn to(office: &Office, day: Date, hour: i8) {
    let app = &office.story.demo.app;
    let there = app.config.zone().to_timestamp(day.at(hour, 0, 0, 0)).expect("a moment");
    let seconds = there.as_second() - app.now().as_second();
    office.later.fetch_add(seconds, Ordering::Relaxed);
}

async fn remind(office: &Office) -> usize {
    remind_due(&office.story.demo.app).await.expect("a database")
}

fn reminders(office: &Office, email: &str) -> Vec<String> {
    let to = format!("to: {email}");
    let is_it = |it: &String| it.to_lowercase().contains(&to) && it.contains("noch. Frist:");
    office.now_in_the_box().into_iter().filter(is_it).collect()
}

async fn nobody_is_reminded_before_it_is_time(office: &Office, due: Date) {
    assert_eq!(remind(office).await, 0);
    to(office, due.saturating_sub(8.days()), 12);
    assert_eq!(remind(office).await, 0, "eight days before");
    to(office, due.saturating_sub(7.days()), 5);
    assert_eq!(remind(office).await, 0, "nobody is woken");
}

/// Eight at once remind: each contact gets one letter, of all that is open there.
async fn many_remind_once(office: &Office, due: Date) {
    to(office, due.saturating_sub(7.days()), 8);
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let app = office.story.demo.app.clone();
            tokio::spawn(async move { remind_due(&app).await.expect("a database") })
        })
        .collect();
    let mut sent = 0;
    for task in tasks {
        sent += task.await.expect("no panic");
    }
    assert_eq!(sent, 2);
    let letters = reminders(office, CARITAS);
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].contains("2 Berichte") && letters[0].contains("Lernwerkstatt:"));
    let page = office.partner().get(&link_in(&letters[0])).await;
    let _ = page.expect_status(200);
    assert_eq!(reminders(office, YOUTH).len(), 1);
    assert_eq!(remind(office).await, 0, "once");
    to(office, due.saturating_sub(3.days()), 8);
    assert_eq!(remind(office).await, 0, "and not again before the last day");
    to(office, due, 8);
    assert_eq!(remind(office).await, 0);
}

async fn set(office: &Office, sql: &'static str) {
    let mut upkeep = office.story.demo.app.store.upkeep().await.expect("a connection");
    let _ = sqlx::query(sql).execute(&mut *upkeep).await.expect("reminders");
    upkeep.commit().await.expect("a commit");
}

/// Who died before the letter left is followed by another; who died while it left is not.
async fn who_dies_leaves_no_second_letter(office: &Office) {
    let app = &office.story.demo.app;
    let day = app.today().saturating_sub(3.days());
    to(office, day, 8);
    set(office, "update report_reminder set sent_at = null").await;
    assert_eq!(remind(office).await, 0, "what began to leave may have come");
    assert_eq!(reminders(office, CARITAS).len(), 1);
    set(office, "update report_reminder set leaving_at = null, taken_at = taken_at - 3600000000")
        .await;
    assert_eq!(remind(office).await, 2, "what never began to leave is taken over");
    assert_eq!(reminders(office, CARITAS).len(), 2);
    assert_eq!(remind(office).await, 0);
}

async fn only_what_is_still_open_is_reminded_of(office: &Office, due: Date) {
    let sent = [("nummer", "0"), ("wert-1", "12"), ("absicht", "abschicken")];
    let _ = office.partner().post(FORM, &office.link, &sent).await.expect_status(303);
    to(office, due.saturating_add(1.day()), 8);
    assert_eq!(remind(office).await, 2);
    let letters = reminders(office, CARITAS);
    assert_eq!(letters.len(), 3);
    let newest = letters.iter().filter(|it| it.contains("fehlt Musterstadt noch")).count();
    assert_eq!(newest, 1, "of the one that is open: {letters:?}");
    assert_eq!(remind(office).await, 0);
    to(office, due.saturating_add(5.days()), 8);
    assert_eq!(remind(office).await, 0, "once after the last day too");
}
