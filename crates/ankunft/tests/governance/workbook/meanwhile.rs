//! Others work at the same time, and not everybody may do everything.

use ankunft_formats::workbook::Entry;

use super::file::{cell, close, open, text};
use super::{FILE, accept, bring, list, measure, title};
use crate::common::desk::{Story, plain, set};

pub async fn what_both_changed_a_person_decides(story: &mut Story) {
    let mut sheets = open(&story.people[1].get(FILE).await.body);
    *cell(&mut sheets[0], 0, "Für wen") = text("Familien");
    *cell(&mut sheets[0], 0, "Titel") = text("Lotsendienst");
    // Meanwhile somebody else changes the same, and something else.
    let edit = format!("{}/aendern", measure(1));
    let page = story.people[0].get(&edit).await.expect_status(200);
    let mut form = crate::common::desk::inputs(
        &page,
        "form.formular input[type=hidden], form.formular input[type=text], form.formular input[type=date]",
    );
    for name in ["woran", "was", "regeldienst"] {
        form.push((name.to_owned(), page.text(&format!("textarea[name={name}]"))));
    }
    for name in ["quartier", "federfuehrung", "stand"] {
        let chosen = format!("select[name={name}] option[selected]");
        form.push((name.to_owned(), page.attribute(&chosen, "value").unwrap_or_default()));
    }
    set(&mut form, "titel", "Wegweiser");
    set(&mut form, "wiedervorlage", "2027-01-15");
    let _ = story.people[0].post(&edit, &edit, &plain(&form)).await.expect_status(303);
    let before = list(story).await[0]["version"].as_i64();
    let (at, page) = bring(&mut story.people[1], &close(&sheets)).await;
    let shown = page.text("main");
    for said in ["Lotsinnen und Lotsen", "Wegweiser", "Lotsendienst", "Familien"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let undecided = accept(&mut story.people[1], &at, &page, &[]).await.expect_status(422);
    assert!(undecided.body_text().contains("Wählen Sie, was gelten soll."));
    assert_eq!(list(story).await[0]["title"], "Wegweiser", "never overwritten in silence");
    let decided = [("konflikt-M1-titel", "datei")];
    let _ = accept(&mut story.people[1], &at, &page, &decided).await.expect_status(303);
    let now = list(story).await[0].clone();
    assert_eq!(now["title"], "Lotsendienst");
    assert_eq!(now["review_on"], "2027-01-15", "what the file did not touch stays");
    assert_eq!(now["version"].as_i64(), before.map(|it| it + 1));
}

/// 64 presses on one button: the difference is taken over once.
pub async fn one_of_many_takes_effect(story: &mut Story) {
    let mut sheets = open(&story.people[1].get(FILE).await.body);
    *cell(&mut sheets[0], 0, "Für wen") = text("Alle");
    let (at, page) = bring(&mut story.people[1], &close(&sheets)).await;
    let seen = page.attribute("input[name=gesehen]", "value").expect("something to take over");
    let before = list(story).await[0]["version"].as_i64().expect("a version");
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, at, seen) = (story.people[1].clone(), at.clone(), seen.clone());
        tasks.push(tokio::spawn(async move {
            let to = format!("{at}/uebernehmen");
            let page = browser.post(super::BRING, &to, &[("gesehen", &seen)]).await;
            page.status.as_u16()
        }));
    }
    for task in tasks {
        assert_eq!(task.await.expect("no panic"), 303, "who comes second is told so");
    }
    let now = list(story).await[0].clone();
    assert_eq!(
        (now["version"].as_i64(), now["title"].as_str()),
        (Some(before + 1), Some("Lotsendienst"))
    );
    let _ = story.people[1].get(&at).await.expect_status(404);
}

pub async fn a_stelle_changes_only_its_own(story: &mut Story) {
    let mut sheets = open(&story.people[2].get(FILE).await.body);
    *cell(&mut sheets[0], 0, "Titel") = text("Für andere");
    *cell(&mut sheets[1], 0, "Einheit") = text("Menschen");
    let (_, page) = bring(&mut story.people[2], &close(&sheets)).await;
    assert_eq!(title(&page), "2 Zellen sind noch zu klären", "{}", page.text("main"));
    assert!(page.body_text().contains("Diese Maßnahme ändern die federführende Stelle"));
    assert!(page.attribute("input[name=gesehen]", "value").is_none());
    // Its own it changes, but gives to nobody.
    let mut sheets = open(&story.people[2].get(FILE).await.body);
    *cell(&mut sheets[0], 1, "Federführung") = text("Stadtentwicklung");
    *cell(&mut sheets[0], 1, "Mitwirkung") = Entry::Empty;
    let (_, page) = bring(&mut story.people[2], &close(&sheets)).await;
    assert!(
        page.body_text().contains("Ihre Stelle muss federführend sein"),
        "{}",
        page.text("main")
    );
    let mut sheets = open(&story.people[2].get(FILE).await.body);
    *cell(&mut sheets[0], 1, "Für wen") = text("Nachbarn");
    let (at, page) = bring(&mut story.people[2], &close(&sheets)).await;
    let _ = accept(&mut story.people[2], &at, &page, &[]).await.expect_status(303);
}

pub async fn what_was_accepted_is_locked(story: &mut Story) {
    let mut sheets = open(&story.people[0].get(FILE).await.body);
    *cell(&mut sheets[2], 0, "Wert") = Entry::Number(41.0);
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(title(&page), "Eine Zelle ist noch zu klären", "{}", page.text("main"));
    let shown = page.text("main");
    assert!(shown.contains("Werte, E2") && shown.contains("abgenommen und gesperrt"), "{shown}");
}
