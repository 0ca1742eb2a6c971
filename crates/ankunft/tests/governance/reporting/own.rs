//! Who is asked by a letter and has a log-in finds the report in the morning.

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::{self, Author};
use ankunft_platform::permission::Role;
use ankunft_testkit::Browser;

use super::REPORTS;
use super::post::Office;
use crate::morning::letters::{ask, letters, to_a_morning, work};

/// Somebody of an institution with an account of this address.
async fn institution(office: &Office, email: &str) -> Browser {
    let demo = &office.story.demo;
    let tenant = demo.tenant("musterstadt").await;
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let new = NewAccount { email, name: email, password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let membership = Membership { tenant, account, role: Role::Institution, person: None };
    accounts::grant(&mut change, &membership).await.expect("a role");
    change.commit().await.expect("a commit");
    Browser::log_in(&demo.app, email, "de").await
}

async fn links(office: &Office) -> usize {
    let demo = &office.story.demo;
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    log.iter().filter(|it| it.action == "report.link").count()
}

/// One press opens the report of the letter, and nobody else's.
pub async fn who_has_a_log_in_need_not_look_for_the_letter(office: &mut Office) {
    let own = format!("{REPORTS}/eigene");
    let mut partner = institution(office, "lena.brand@caritas.example").await;
    let board = partner.get("/musterstadt").await.expect_status(200);
    assert!(board.body_text().contains("Einen Bericht schreiben:"), "{}", board.body_text());
    assert!(board.attributes("main a", "href").contains(&own), "and leads there");
    the_letter_of_the_morning_says_it(office, &mut partner, &own).await;
    let page = partner.get(&own).await.expect_status(200);
    let all = page.attributes("input[name=bericht]", "value");
    let [one] = &all[..] else { panic!("one report: {all:?}") };
    let before = links(office).await;
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let (mut browser, own, one) = (partner.clone(), own.clone(), one.clone());
        let form = async move { browser.post(&own, &own, &[("bericht", &*one)]).await.location() };
        tasks.push(tokio::spawn(form));
    }
    for task in tasks {
        let link = task.await.expect("no panic").expect("a way");
        assert!(office.link.ends_with(&link), "the link of the letter: {link}");
    }
    assert_eq!(links(office).await, before, "no new link where one is good");
    assert!(partner.get(&office.link).await.expect_status(200).body_text().contains("Besuche"));

    let mut other = institution(office, "niemand@caritas.example").await;
    let none = other.get(&own).await.expect_status(200);
    assert!(none.body_text().contains("wartet niemand"), "{}", none.body_text());
    assert!(!other.get("/musterstadt").await.body_text().contains("Einen Bericht schreiben"));
    // Who guesses a number opens nothing.
    assert_eq!(other.post("/konto", &own, &[("bericht", &**one)]).await.status, 404);
    let mut public = Browser::new(&office.story.demo.app, "de");
    assert_eq!(public.get(&own).await.status, 303, "the way to log in");
}

/// Who gets the letter of the morning reads there too what the board says.
async fn the_letter_of_the_morning_says_it(office: &Office, partner: &mut Browser, own: &str) {
    let email = "lena.brand@caritas.example";
    let chosen = [("tagesbrief", "weekdays")];
    let _ = partner.post("/konto", "/konto/tagesbrief", &chosen).await.expect_status(303);
    let before = office.later.load(std::sync::atomic::Ordering::Relaxed);
    to_a_morning(office);
    assert!(ask(office).await >= 1);
    work(office).await;
    let all = letters(office, email);
    let [letter] = &all[..] else { panic!("one letter: {all:?}") };
    assert!(letter.contains("Einen Bericht schreiben:"), "{letter}");
    assert!(letter.contains(own), "and leads there: {letter}");
    office.later.store(before, std::sync::atomic::Ordering::Relaxed);
}
