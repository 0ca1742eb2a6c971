//! Between handing in and Abnahme a report can be changed, and nobody accepts what they have not read.

use ankunft_platform::changes;
use ankunft_testkit::{Browser, Page};

use super::REPORTS;
use super::corrected::{decide, prepare, report, request, round, the_paper_says};
use super::post::{FORM, Office};
use crate::common::desk::Story;

pub async fn changed(story: Story) {
    let mut office = Office::of(story).await;
    prepare(&mut office).await;
    let id = request(&mut office, 1).await;
    report(&office, "0", "901").await;
    what_is_handed_in_stands_in_the_form(&office).await;
    what_was_begun_changes_nothing_yet(&mut office).await;
    nobody_accepts_what_they_have_not_read(&mut office, &id).await;
    a_stelle_finds_the_way_in_the_house(&mut office).await;
    one_of_many_changes_it(&office).await;
    it_is_changed_or_accepted(&mut office, &id).await;
    who_changes_what_was_decided_is_told(&mut office, &id).await;
    the_log_tells_of_it(&office).await;
}

fn again(office: &Office) -> String {
    format!("{}?aendern=ja", office.link)
}

fn field(page: &Page, name: &str) -> Option<String> {
    page.attribute(&format!("input[name={name}]"), "value")
}

/// Sends the form that changes what is handed in; so many were handed in before.
async fn change(
    (office, browser): (&Office, &mut Browser),
    (intent, number, value): (&str, &str, &str),
) -> Page {
    let sent = [
        ("nummer", number),
        ("aendert", "ja"),
        ("wert-1", value),
        ("wert-2", "12"),
        ("absicht", intent),
    ];
    browser.post(FORM, &office.link, &sent).await
}

async fn what_is_handed_in_stands_in_the_form(office: &Office) {
    let mut partner = office.partner();
    let page = partner.get(&office.link).await.expect_status(200);
    assert!(page.body_text().contains("Noch einmal ändern"), "{}", page.body_text());
    assert!(page.attributes("main a", "href").contains(&again(office)), "one press, no script");
    let form = partner.get(&again(office)).await.expect_status(200);
    assert_eq!(field(&form, "wert-1").as_deref(), Some("901"));
    assert_eq!(field(&form, "aendert").as_deref(), Some("ja"));
    let says = "Sie ändern einen Bericht, der schon eingereicht ist.";
    assert!(form.body_text().contains(says), "{}", form.body_text());
    let wrong = change((office, &mut partner), ("abschicken", "1", "viele")).await;
    assert!(wrong.expect_status(422).body_text().contains("Das ist keine Zahl"));
    let none = change((office, &mut partner), ("abschicken", "1", "")).await;
    let _ = none.expect_status(422);
}

async fn what_was_begun_changes_nothing_yet(office: &mut Office) {
    let mut partner = office.partner();
    let kept = change((office, &mut partner), ("speichern", "1", "905")).await.expect_status(303);
    assert_eq!(kept.location(), Some(again(office)), "on with the same form");
    let form = office.partner().get(&again(office)).await.expect_status(200);
    assert_eq!(field(&form, "wert-1").as_deref(), Some("905"));
    let text = round(office, 1).await.body_text();
    assert!(text.contains("901") && !text.contains("905"), "{text}");
}

async fn nobody_accepts_what_they_have_not_read(office: &mut Office, id: &str) {
    let mut partner = office.partner();
    let _ = change((office, &mut partner), ("abschicken", "1", "912")).await.expect_status(303);
    for intent in ["abnehmen", "zurueckgeben"] {
        let late = decide(office, (1, id), (intent, "1", "Warum?")).await.expect_status(422);
        let text = late.body_text();
        assert!(text.contains("inzwischen geändert und neu eingereicht"), "{intent}: {text}");
        assert!(text.contains("912") && !text.contains("901"), "with the new version: {text}");
        assert_eq!(field(&late, "nummer").as_deref(), Some("2"), "which can be accepted now");
    }
    let page = office.partner().get(&office.link).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("912") && !text.contains("901"), "{text}");
    assert!(!text.contains("zurückgegeben"), "nobody sent it back: {text}");
}

async fn a_stelle_finds_the_way_in_the_house(office: &mut Office) {
    let to = format!("{REPORTS}/1/schreiben");
    let page = round(office, 1).await;
    assert!(page.attributes("main form", "action").contains(&to), "its own Stelle changes it");
    let youth = &mut office.story.people[1];
    let way = youth.post(&format!("{REPORTS}/1"), &to, &[]).await.expect_status(303).location();
    let way = way.expect("a way");
    assert!(way.ends_with("?aendern=ja"), "{way}");
    let form = youth.get(&way).await.expect_status(200);
    assert_eq!(field(&form, "wert-1").as_deref(), Some("912"));
    let _ = office.story.people[2].post(FORM, &to, &[]).await.expect_status(403);
}

async fn one_of_many_changes_it(office: &Office) {
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut partner, link) = (office.partner(), office.link.clone());
        tasks.push(tokio::spawn(async move {
            let sent = [
                ("nummer", "2"),
                ("aendert", "ja"),
                ("wert-1", "923"),
                ("wert-2", "12"),
                ("absicht", "abschicken"),
            ];
            partner.post(FORM, &link, &sent).await.status.as_u16()
        }));
    }
    let mut done = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => done += 1,
            status => assert_eq!(status, 422),
        }
    }
    assert_eq!(done, 1);
    let form = office.partner().get(&again(office)).await.expect_status(200);
    assert_eq!(field(&form, "nummer").as_deref(), Some("3"), "one new version");
}

/// Who changes and who accepts at once: one of both, and the paper says what was read.
async fn it_is_changed_or_accepted(office: &mut Office, id: &str) {
    let mut tasks = Vec::new();
    for at in 0..32 {
        let (mut partner, mut youth) = (office.partner(), office.story.people[1].clone());
        let (link, id, page) = (office.link.clone(), id.to_owned(), format!("{REPORTS}/1"));
        tasks.push(tokio::spawn(async move {
            let anew = [
                ("nummer", "3"),
                ("aendert", "ja"),
                ("wert-1", "934"),
                ("wert-2", "12"),
                ("absicht", "abschicken"),
            ];
            let accept = [("anfrage", &*id), ("absicht", "abnehmen"), ("nummer", "3")];
            let answer = match at % 2 {
                0 => partner.post(FORM, &link, &anew).await,
                _ => youth.post(&page, &page, &accept).await,
            };
            (at % 2 == 0, answer.status.as_u16())
        }));
    }
    let mut done = Vec::new();
    for task in tasks {
        match task.await.expect("no panic") {
            (changes, 303) => done.push(changes),
            (_, status) => assert_eq!(status, 422),
        }
    }
    let stands = match done[..] {
        [true] => {
            let accepted = decide(office, (1, id), ("abnehmen", "4", "")).await;
            let _ = accepted.expect_status(303);
            ("934", "923")
        }
        [false] => ("923", "934"),
        _ => panic!("one takes effect: {done:?}"),
    };
    the_paper_says(office, (1, id), stands).await;
}

/// What was typed before the Abnahme is not lost after it, and becomes a correction with a second press.
async fn who_changes_what_was_decided_is_told(office: &mut Office, id: &str) {
    let page = office.partner().get(&format!("{}?korrektur=ja", office.link)).await;
    let number = field(&page.expect_status(200), "nummer").expect("so many");
    let mut partner = office.partner();
    let told = change((office, &mut partner), ("abschicken", &number, "945")).await;
    let told = told.expect_status(422);
    let text = told.body_text();
    assert!(text.contains("Inzwischen ist der Bericht abgenommen."), "{text}");
    assert_eq!(field(&told, "wert-1").as_deref(), Some("945"), "nothing typed is lost");
    assert_eq!(field(&told, "aendert"), None, "the next press is a correction");
    report(office, &number, "945").await;
    let text = office.partner().get(&office.link).await.expect_status(200).body_text();
    assert!(text.contains("Die Korrektur wartet auf Abnahme"), "{text}");
    // A correction that waits is changed as well, and taken back as before.
    let next = number.parse::<usize>().expect("a number") + 1;
    let changed = change((office, &mut partner), ("abschicken", &next.to_string(), "956")).await;
    let _ = changed.expect_status(303);
    let newest = (next + 1).to_string();
    let accepted = decide(office, (1, id), ("abnehmen", &newest, "")).await;
    let _ = accepted.expect_status(303);
    the_paper_says(office, (1, id), ("956", "945")).await;
}

async fn the_log_tells_of_it(office: &Office) {
    let tenant = office.story.demo.tenant("musterstadt").await;
    let mut read = office.story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    let changed = log.iter().filter(|it| it.action == "report.change").count();
    let handed_in = log.iter().filter(|it| it.action == "report.submit").count();
    assert_eq!(handed_in - changed, 2, "a report and its correction; all else was in their place");
}
