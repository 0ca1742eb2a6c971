//! The letter of the morning: chosen, sent once, ended by one press.

use std::sync::atomic::Ordering;

use ankunft_platform::morning::digest;
use jiff::ToSpan;
use jiff::civil::Weekday;

use super::post::{FORM, Office, link_in};
use super::visits::{NEXT, log_in};
use super::{ACCOUNT, measure};

/// Turns the clock to seven in the morning of the next Tuesday to Friday.
pub fn to_a_morning(office: &Office) {
    let app = &office.story.demo.app;
    let now = app.config.zone().to_datetime(app.now());
    let mut day = now.date().saturating_add(1.day());
    while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday | Weekday::Monday) {
        day = day.saturating_add(1.day());
    }
    let there = app.config.zone().to_timestamp(day.at(7, 0, 0, 0)).expect("a moment");
    let seconds = there.as_second() - app.now().as_second();
    office.later.fetch_add(seconds, Ordering::Relaxed);
}

/// Works until nothing waits.
pub async fn work(office: &Office) {
    let worker = office.story.demo.app.worker();
    while worker.work_once().await.expect("a queue") {}
}

pub async fn ask(office: &Office) -> usize {
    digest::ask_for_due(&office.story.demo.app).await.expect("a database")
}

/// The letters of the morning to somebody.
fn letters(office: &Office, email: &str) -> Vec<String> {
    let to = format!("To: {email}");
    let is_it = |it: &String| it.contains(&to) && it.contains("Guten Morgen");
    office.now_in_the_box().into_iter().filter(is_it).collect()
}

pub async fn choose(office: &mut Office, email: &str, rhythm: &str) {
    let mut browser = log_in(office, email).await;
    let page = format!("{ACCOUNT}/tagesbrief");
    let _ = browser.post(ACCOUNT, &page, &[("tagesbrief", rhythm)]).await.expect_status(303);
}

pub async fn nobody_gets_one_before_choosing(office: &mut Office) {
    assert_eq!(ask(office).await, 0);
    let page = office.story.people[1].get(ACCOUNT).await.expect_status(200);
    assert!(page.body_text().contains("Zurzeit kommt kein Tagesbrief."));
    let chosen = page.attributes("input[name=tagesbrief][checked]", "value");
    assert_eq!(chosen, ["never"]);
    let address = format!("{ACCOUNT}/tagesbrief");
    let wrong = office.story.people[1].post(ACCOUNT, &address, &[("tagesbrief", "hourly")]).await;
    assert_eq!(wrong.status, 400);
}

/// Two processes ask and eight workers work; then one dies after sending. One letter comes.
pub async fn a_letter_is_sent_once_a_morning(office: &mut Office) {
    choose(office, NEXT, "weekdays").await;
    choose(office, "wohnen@wahl.example", "weekdays").await;
    choose(office, "stadt@wahl.example", "weekly").await;
    to_a_morning(office);
    let app = office.story.demo.app.clone();
    let (one, other) = (app.clone(), app.clone());
    let (one, other) = tokio::join!(digest::ask_for_due(&one), digest::ask_for_due(&other));
    assert!(one.expect("a database").max(other.expect("a database")) == 2, "two of weekdays");
    let workers: Vec<_> = (0..8)
        .map(|_| {
            let worker = app.worker();
            tokio::spawn(async move { while worker.work_once().await.expect("a queue") {} })
        })
        .collect();
    for worker in workers {
        worker.await.expect("no panic");
    }
    let all = letters(office, NEXT);
    assert_eq!(all.len(), 1, "{all:?}");
    let letter = &all[0];
    for says in ["Bericht abnehmen: Sprechstunde im Quartier", "Neue Maßnahme", &measure(1)] {
        assert!(letter.contains(says), "{says}: {letter}");
    }
    for person in ["Lena Brand", "lena.brand", "jugend@wahl.example"] {
        assert!(!letter.contains(person), "nothing of persons: {letter}");
    }
    assert!(!letters(office, "wohnen@wahl.example").iter().any(|it| it.contains("Sprechstunde")));
    assert!(letters(office, "stadt@wahl.example").is_empty(), "Tuesday is no Monday");
    // A worker that died after sending and before it said so: another takes the job, and sends nothing.
    let mut upkeep = app.store.upkeep().await.expect("a connection");
    sqlx::query("update job set state = 'waiting', attempts = 0 where kind = 'morning.digest'")
        .execute(&mut *upkeep)
        .await
        .expect("jobs");
    upkeep.commit().await.expect("a commit");
    work(office).await;
    assert_eq!(letters(office, NEXT).len(), 1);
    assert_eq!(ask(office).await, 0, "the letter of this morning is written");
    // The next morning nothing is new for who has nothing to do: nothing comes.
    let before = letters(office, "wohnen@wahl.example").len();
    to_a_morning(office);
    assert_eq!(ask(office).await, 2);
    work(office).await;
    assert_eq!(letters(office, "wohnen@wahl.example").len(), before);
    let all = letters(office, NEXT);
    assert_eq!(all.len(), 2, "what waits is said again");
    assert!(!all[1].contains("Neue Maßnahme"), "what was told is not told again");
}

/// Opening the link changes nothing, pressing its button ends it, and then it leads nowhere.
pub async fn one_press_ends_it(office: &mut Office) {
    let link = link_in(letters(office, NEXT).last().expect("a letter"));
    let mut nobody = office.partner();
    let page = nobody.get(&link).await.expect_status(200);
    assert!(page.body_text().contains("Keinen Tagesbrief mehr schicken"));
    assert!(!page.body_text().contains("Sprechstunde"), "the link opens nothing else");
    let mut next = log_in(office, NEXT).await;
    let now =
        |page: ankunft_testkit::Page| page.attributes("input[name=tagesbrief][checked]", "value");
    assert_eq!(now(next.get(ACCOUNT).await.expect_status(200)), ["weekdays"]);
    // Not the last sign, whose last bits say nothing.
    let (head, tail) = link.split_at(link.len() - 9);
    let sign = if tail.starts_with('A') { 'B' } else { 'A' };
    let altered = format!("{head}{sign}{}", &tail[1..]);
    let page = nobody.post(FORM, &altered, &[]).await;
    assert!(!page.body_text().contains("Sprechstunde"));
    assert_eq!(now(next.get(ACCOUNT).await.expect_status(200)), ["weekdays"]);
    let done = nobody.post(FORM, &link, &[]).await.expect_status(200);
    assert!(done.body_text().contains("Zurzeit kommt kein Tagesbrief."));
    assert_eq!(now(next.get(ACCOUNT).await.expect_status(200)), ["never"]);
    // Who chooses it again has new links: an old one ends nothing.
    choose(office, NEXT, "weekly").await;
    let _ = nobody.post(FORM, &link, &[]).await.expect_status(200);
    assert_eq!(now(next.get(ACCOUNT).await.expect_status(200)), ["weekly"]);
}

/// A program that was down from six until the evening sends nothing then; the next morning tells of it.
pub async fn none_comes_when_the_morning_is_over(office: &mut Office) {
    to_a_morning(office);
    assert_eq!(ask(office).await, 2);
    office.later.fetch_add(11 * 3600, Ordering::Relaxed);
    let before = letters(office, NEXT).len();
    work(office).await;
    assert_eq!(letters(office, NEXT).len(), before, "it is six in the evening");
    to_a_morning(office);
    assert_eq!(ask(office).await, 2);
    work(office).await;
    let all = letters(office, NEXT);
    assert_eq!(all.len(), before + 1);
    let says = "who wanted none in between is told of the last day, not from the letters before on";
    assert!(all[before].contains("Neue Maßnahme"), "{says}: {}", all[before]);
}
