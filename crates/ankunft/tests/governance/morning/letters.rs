//! The letter of the morning: chosen, sent once, ended by one press.

use std::sync::atomic::Ordering;

use ankunft_platform::mail::ONE_CLICK;
use ankunft_platform::morning::digest;
use ankunft_platform::web::App;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use jiff::ToSpan;
use jiff::civil::Weekday;
use tower::ServiceExt;

use super::visits::{NEXT, log_in};
use super::{ACCOUNT, measure};
use crate::reporting::post::{FORM, Office, link_in};

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
pub fn letters(office: &Office, email: &str) -> Vec<String> {
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

/// Text and page say the same, in the language of their reader, with no picture and no foreign address;
/// and the head names the address that ends it.
pub fn a_letter_is_a_page_too_and_says_how_it_ends(office: &Office) {
    let all = letters(office, NEXT);
    let letter = &all[0];
    assert!(letter.contains("multipart/alternative"), "{letter}");
    let (text, page) = letter.split_once("<!doctype html>").expect("a page after the text");
    assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"), "{page}");
    for says in ["Bericht abnehmen: Sprechstunde im Quartier", "Guten Morgen", &measure(1)] {
        assert!(text.contains(says) && page.contains(says), "{says}: {letter}");
    }
    for never in ["<img", "<script", "url(", "<link"] {
        assert!(!page.contains(never), "{never}");
    }
    let base = &office.story.demo.app.config.base_address;
    let addresses = page.split("href=\"").skip(1);
    for address in addresses.filter_map(|it| it.split_once('"')).map(|it| it.0) {
        assert!(address.starts_with(base.as_str()), "{address}");
    }
    let head = letter.split("\r\n\r\n").next().expect("a head").replace("\r\n ", "");
    let one_click = format!("List-Unsubscribe: <{base}{}/abbestellen>", link_in(text));
    assert!(head.contains(&one_click), "{head}");
    assert!(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{head}");
}

/// What a mail program sends, and what it is told: status and page.
async fn send(app: &App, address: &str, body: &'static str) -> (u16, String) {
    let request = Request::post(address)
        .header(header::HOST, "127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT_LANGUAGE, "de")
        .body(Body::from(body))
        .expect("a request");
    let response = app.router().oneshot(request).await.expect("infallible");
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), usize::MAX).await.expect("a whole body");
    (status, String::from_utf8_lossy(&body).into_owned())
}

/// What a mail program sends has no cookie and no token of ours. It takes effect once, however often it
/// comes, also of a letter before another rhythm; every link that ends nothing is answered the same.
pub async fn a_mail_program_ends_it_without_a_form(office: &mut Office) {
    let link = link_in(letters(office, NEXT).last().expect("a letter"));
    let one_click = format!("{link}/abbestellen");
    let app = office.story.demo.app.clone();
    choose(office, NEXT, "weekly").await;
    choose(office, NEXT, "weekdays").await;
    let chosen = async |office: &Office| {
        let mut next = log_in(office, NEXT).await;
        let page = next.get(ACCOUNT).await.expect_status(200);
        page.attributes("input[name=tagesbrief][checked]", "value")
    };
    // Opening it changes nothing, nor does anything else that is sent there.
    let page = office.partner().get(&one_click).await;
    assert_eq!((page.status.as_u16(), page.location()), (303, Some(link.clone())));
    let (status, _) = send(&app, &one_click, "a=b").await;
    assert_eq!(status, 400);
    assert_eq!(chosen(office).await, ["weekdays"]);
    let (head, tail) = link.split_at(link.len() - 9);
    let sign = if tail.starts_with('A') { 'B' } else { 'A' };
    let altered = format!("{head}{sign}{}/abbestellen", &tail[1..]);
    let told = send(&app, &altered, ONE_CLICK).await;
    assert_eq!(told.0, 200);
    assert_eq!(send(&app, "/l/nichts/abbestellen", ONE_CLICK).await, told);
    assert_eq!(chosen(office).await, ["weekdays"], "an altered link ends nothing");
    let all: Vec<_> = (0..64)
        .map(|_| {
            let (app, one_click) = (app.clone(), one_click.clone());
            tokio::spawn(async move { send(&app, &one_click, ONE_CLICK).await })
        })
        .collect();
    let mut ended = 0;
    for answer in all {
        let answer = answer.await.expect("no panic");
        assert_eq!(answer.0, 200);
        ended += usize::from(answer != told);
    }
    assert_eq!(ended, 1, "one has ended it; to all others the link is no good");
    assert_eq!(chosen(office).await, ["never"]);
    let mut read = app.store.read().await.expect("a connection");
    let (ended,): (i64,) = sqlx::query_as(
        "select count(*) from change_entry where action = 'account.digest' and note = 'never'",
    )
    .fetch_one(&mut *read)
    .await
    .expect("a count");
    assert_eq!(ended, 1, "it is ended once");
    drop(read);
    choose(office, NEXT, "weekdays").await;
    to_a_morning(office);
    assert!(ask(office).await > 0);
    work(office).await;
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
    let old = nobody.post(FORM, &link, &[]).await.expect_status(200);
    assert!(!old.body_text().contains("Zurzeit kommt kein Tagesbrief."), "one comes on Mondays");
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

/// What is late is late in the letter as on the board: since when, and why.
pub async fn what_is_late_says_why_in_the_letter_too(office: &mut Office) {
    choose(office, NEXT, "weekdays").await;
    to_a_morning(office);
    let before = letters(office, NEXT).len();
    assert!(ask(office).await > 0);
    work(office).await;
    let all = letters(office, NEXT);
    assert_eq!(all.len(), before + 1);
    let (text, page) = all[before].split_once("<!doctype html>").expect("a page after the text");
    for letter in [text, page] {
        let (_, late) = letter.split_once("Was sich verspätet").expect("something late");
        for says in [
            "Wie steht es um „Sprechstunde im Quartier“? (seit ",
            "Es fehlt der Bericht von Caritas-Zentrum",
            "ist ein Hindernis genannt und noch nicht beantwortet.",
        ] {
            assert!(late.contains(says), "{says}: {letter}");
        }
        assert!(!letter.contains("Quartier“? (bis "), "that day is over: {letter}");
    }
}
