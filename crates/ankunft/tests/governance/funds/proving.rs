//! A group shows what the money was used for; what is left comes back; persons are forgotten.

use std::io::Read;

use ankunft_platform::web::{App, Clock};
use jiff::SignedDuration;

use super::applying::{Group, PERSON};
use super::founding::{Form, form_of};
use super::{FUND, application};
use crate::common::desk::{Story, plain, set};

pub async fn receipts_are_told_by_their_bytes(group: &mut Group) {
    let at = group.at("/belege");
    let foreign = group.browser.upload(&at, &at, "rechnung.pdf", b"MZ\x90\0 a program").await;
    assert!(
        foreign
            .expect_status(422)
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Das ist kein PDF und kein Foto.")
    );
    let html = group.browser.upload(&at, &at, "rechnung.pdf", b"<html><script>").await;
    let _ = html.expect_status(422);
    let none = group.browser.upload(&at, &at, "", b"").await.expect_status(422);
    assert!(none.body_text().replace('\u{a0}', " ").contains("Wählen Sie erst eine Datei."));
    let large = [b"%PDF-".as_slice(), &vec![0; 10_000_001]].concat();
    let large = group.browser.upload(&at, &at, "rechnung.pdf", &large).await.expect_status(422);
    assert!(large.body_text().replace('\u{a0}', " ").contains("größer als 10 MB"));
    let name = "..\\..\\Rechnung <Zelt>.pdf";
    let _ = group.browser.upload(&at, &at, name, b"%PDF-1.7 a bill").await.expect_status(303);
    let page = group.browser.get(&at).await.expect_status(200);
    assert!(page.body_text().replace('\u{a0}', " ").contains("Eine Datei ist da."));
    // Thirty are the most, however many come at once.
    let mut tasks = Vec::new();
    for _ in 0..40 {
        let (mut browser, at, from) = (group.browser.clone(), at.clone(), group.at("/nachweis"));
        tasks.push(tokio::spawn(async move {
            browser.upload(&from, &at, "foto.pdf", b"%PDF-1.7 a photo").await.status.as_u16()
        }));
    }
    let mut taken = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => taken += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(taken, 29);
}

fn proof(spent: &str) -> Form {
    let pairs = [
        ("posten-1", "Zelt"),
        ("betrag-1", spent),
        ("eigenes", "300"),
        ("bericht", "Sechzig Nachbarn waren da."),
    ];
    pairs.map(|it| (it.0.to_owned(), it.1.to_owned())).to_vec()
}

pub async fn it_is_shown_asked_and_accepted(story: &mut Story, group: &mut Group) {
    let page = group.browser.get(&group.at("/nachweis")).await.expect_status(200);
    let planned = page.attribute("input[name=posten-2]", "value");
    assert_eq!(planned.as_deref(), Some("Essen"), "what was planned is filled in");
    let mut empty = proof("600");
    empty.retain(|it| it.0 != "bericht");
    let refused = group.send("/nachweis", &empty).await.expect_status(422);
    assert!(refused.body_text().replace('\u{a0}', " ").contains("Schreiben Sie ein paar Sätze."));
    assert_eq!(refused.attribute("input[name=betrag-1]", "value").as_deref(), Some("600"));
    let _ = group.send("/nachweis", &proof("640")).await.expect_status(303);
    let (page, to) = (application(1), format!("{}/nachweis", application(1)));
    let asked = [("was", "nachfragen"), ("frage", "Wo ist die Rechnung für das Essen?")];
    let _ = story.people[0].post(&page, &to, &asked).await.expect_status(303);
    let status = group.browser.get(&group.at("")).await.expect_status(200);
    assert!(
        status.body_text().replace('\u{a0}', " ").contains("Wo ist die Rechnung für das Essen?")
    );
    // 600 euros were spent and half of it is the most: 50.50 come back.
    let _ = group.send("/nachweis", &proof("600")).await.expect_status(303);
    let shown = story.people[0].get(&page).await.expect_status(200);
    assert_eq!(shown.attribute("input[name=zurueck]", "value").as_deref(), Some("50,50"));
    the_rule_of_the_next_call_changes_nothing(story).await;
    let receipt = shown.attribute("a[href*='/belege/']", "href").expect("a receipt");
    let file = story.people[0].get(&receipt).await.expect_status(200);
    assert_eq!(file.media_type(), "application/pdf");
    assert!(file.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
    assert_eq!(story.people[1].get(&receipt).await.status, 403, "receipts can name persons");
    let more = [("was", "annehmen"), ("zurueck", "350,51")];
    let refused = story.people[0].post(&page, &to, &more).await.expect_status(422);
    assert!(
        refused.body_text().replace('\u{a0}', " ").contains("passt nicht zu dem, was gebucht ist")
    );
    let form = [("was", "annehmen"), ("zurueck", "50,50"), ("vermerk", "Danke!")];
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, page, to) = (story.people[0].clone(), page.clone(), to.clone());
        tasks.push(tokio::spawn(
            async move { browser.post(&page, &to, &form).await.status.as_u16() },
        ));
    }
    let mut accepted = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => accepted += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(accepted, 1);
    let fund =
        story.people[1].get(FUND).await.expect_status(200).body_text().replace('\u{a0}', " ");
    assert!(fund.contains("noch 9.700,00 € von 10.000,00 € frei"), "{fund}");
    let status = group.browser.get(&group.at("")).await.expect_status(200);
    assert!(
        status
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Sie haben 300,00 € aus dem Fonds verwendet.")
    );
    publish(story).await;
}

/// What was granted by one rule comes back by that rule.
async fn the_rule_of_the_next_call_changes_nothing(story: &mut Story) {
    let page = application(1);
    let terms = format!("{FUND}/aendern");
    let was = form_of(&story.people[0].get(&terms).await.expect_status(200));
    let mut next = was.clone();
    set(&mut next, "anteil", "20");
    let _ = story.people[0].post(&terms, &terms, &plain(&next)).await.expect_status(303);
    let shown = story.people[0].get(&page).await.expect_status(200);
    let due = shown.attribute("input[name=zurueck]", "value");
    assert_eq!(due.as_deref(), Some("50,50"));
    let mut back = form_of(&story.people[0].get(&terms).await.expect_status(200));
    let share = was.iter().find(|it| it.0 == "anteil").expect("a share").1.clone();
    set(&mut back, "anteil", &share);
    let _ = story.people[0].post(&terms, &terms, &plain(&back)).await.expect_status(303);
}

async fn publish(story: &mut Story) {
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let before = public.get(FUND).await.expect_status(200);
    assert!(
        !before.body_text().replace('\u{a0}', " ").contains("Hoffest"),
        "not before the lead publishes it"
    );
    let page = application(1);
    let to = format!("{page}/veroeffentlichung");
    let form = [("oeffentlich", "ja"), ("titel", "Hoffest im Sommer")];
    let _ = story.people[0].post(&page, &to, &form).await.expect_status(303);
    let text = public.get(FUND).await.expect_status(200).body_text().replace('\u{a0}', " ");
    assert!(text.contains("Hoffest im Sommer") && text.contains("300,00"));
    assert!(!text.contains("Hausgemeinschaft") && !text.contains(PERSON), "no persons");
}

pub async fn the_thread_shows_the_chain(story: &mut Story) {
    let page = story.people[1].get("/musterstadt/faden/fund-proof/1").await.expect_status(200);
    let stage = |at: usize| page.text(&format!(".faden > li:nth-child({at})"));
    assert!(stage(2).contains("Vergabe: Hoffest"), "the decision: {}", stage(2));
    assert!(stage(3).contains("Hoffest im Sommer"), "what is done: {}", stage(3));
    assert!(stage(4).contains("Verwendungsnachweis"), "what came of it: {}", stage(4));
    let mut public = ankunft_testkit::Browser::new(&story.demo.app, "de");
    let page = public.get("/musterstadt/faden/fund-application/1").await.expect_status(200);
    assert!(page.body_text().replace('\u{a0}', " ").contains("Hoffest im Sommer"));
    assert!(
        !page.body_text().replace('\u{a0}', " ").contains("Vergabe:"),
        "why is for those inside"
    );
    let _ = public.get("/musterstadt/faden/fund-decision/1").await.expect_status(404);
}

pub async fn the_year_is_told(story: &mut Story) {
    let page = story.people[1].get(&format!("{FUND}/jahr")).await.expect_status(200);
    let text = page.body_text().replace('\u{a0}', " ");
    assert!(text.contains("ist ein Antrag eingegangen; einer wurde bewilligt, abgelehnt keiner."));
    for booked in ["Haushalt geändert", "bewilligt", "ausgezahlt", "zurückgekommen"] {
        assert!(text.contains(booked), "{booked}");
    }
    let csv = story.people[1].get(&format!("{FUND}/jahr.csv")).await.expect_status(200);
    let csv = String::from_utf8(csv.body).expect("text");
    assert!(
        csv.lines().nth(1).expect("a row").ends_with("closed,400.00,350.50,350.50,50.50"),
        "{csv}"
    );
    let xlsx = story.people[1].get(&format!("{FUND}/jahr.xlsx")).await.expect_status(200);
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(xlsx.body)).expect("a workbook");
    let mut sheet = String::new();
    let mut file = book.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    file.read_to_string(&mut sheet).expect("XML");
    assert!(sheet.contains("<v>350.5</v>") && sheet.contains("<v>50.5</v>"));
    for kind in ["pdf", "docx"] {
        let paper = story.people[1].get(&format!("{FUND}/jahr/papier/{kind}")).await;
        assert!(paper.expect_status(200).body.len() > 1000, "{kind}");
    }
    let _ = story.people[1].get(&format!("{FUND}/jahr?jahr=1999")).await.expect_status(404);
}

/// The account is deleted with the end, the rest ninety days later, and the ledger stays.
pub async fn persons_are_forgotten(story: &Story, group: &mut Group) {
    let mut story_lead = story.people[0].clone();
    let page = story_lead.get(&application(1)).await.expect_status(200);
    assert!(
        page.body_text().replace('\u{a0}', " ").contains(PERSON)
            && page.body_text().contains("gelöscht")
    );
    let mut payer = story.people[2].clone();
    assert!(
        !payer.get(&application(1)).await.body_text().replace('\u{a0}', " ").contains("DE89"),
        "with the end"
    );
    let order = format!("{}/auszahlung/pdf", application(1));
    let _ = payer.get(&order).await.expect_status(404);
    for (days, left) in [(89, true), (91, false)] {
        let config = story.demo.app.config.clone();
        let now = move || jiff::Timestamp::now() + SignedDuration::from_hours(24 * days);
        let later = App::open_at(config, ankunft::parts(), Clock::new(now)).await.expect("later");
        let forgotten = ankunft_governance::funds::forget(&later).await.expect("a database");
        assert_eq!(forgotten == 0, left, "{days} days later");
        later.store.close().await;
        let page = story_lead.get(&application(1)).await.expect_status(200);
        assert_eq!(
            page.body_text().replace('\u{a0}', " ").contains(PERSON),
            left,
            "{days} days later"
        );
    }
    let status = group.browser.get(&group.at("")).await.expect_status(200);
    assert!(
        status
            .body_text()
            .replace('\u{a0}', " ")
            .contains("Namen, E-Mail, Telefon und Kontonummer sind gelöscht.")
    );
}
