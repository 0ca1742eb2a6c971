//! A step that has brought nothing is moved or taken out; what one has brought is corrected.

use ankunft_platform::changes;
use ankunft_testkit::Browser;

use super::drafting::step;
use super::{PUBLIC, paper};
use crate::common::desk::Story;

fn at(step: i64) -> String {
    format!("{}/schritte/{step}", paper(1))
}

pub async fn a_step_is_moved_and_taken_out(story: &mut Story) {
    step(story, 1, "1", "hearing", "nein").await;
    step(story, 1, "2", "deciding", "ja").await;
    let page = story.people[0].get(&paper(1)).await.expect_status(200);
    assert!(page.attributes("main a", "href").contains(&at(2)), "the page leads there");
    let page = story.people[0].get(&at(2)).await.expect_status(200);
    assert_eq!(page.attribute("input[name=tag]", "value").as_deref(), Some("2026-09-01"));
    let to = format!("{}/aendern", at(2));
    let moved = [
        ("absicht", "verlegen"),
        ("stand", "0"),
        ("gremium", "2"),
        ("tag", "8.9.2026"),
        ("oeffentlich", "ja"),
    ];
    let refused = story.people[0].post(&at(2), &to, &moved).await.expect_status(422);
    assert!(refused.body_text().contains("warum der Schritt verlegt wird"));
    let typed = refused.attribute("input[name=tag]", "value");
    assert_eq!(typed.as_deref(), Some("8.9.2026"), "nothing typed is lost");
    let moved = [moved.as_slice(), &[("grund", "Die Sitzung fällt aus.")]].concat();
    let _ = story.people[2].post(&at(2), &to, &moved).await.expect_status(403);
    let _ = story.people[0].post(&at(2), &to, &moved).await.expect_status(303);
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("08.09.2026") && text.contains("Verlegt: Die Sitzung fällt aus."));
    let late = story.people[0].post(&at(2), &to, &moved).await.expect_status(422);
    assert!(late.body_text().contains("Inzwischen hat jemand"), "who was slower reads it");
    let away = [("absicht", "herausnehmen"), ("stand", "0")];
    let to = format!("{}/aendern", at(1));
    let _ = story.people[0].post(&at(1), &to, &away).await.expect_status(303);
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    assert!(!page.body_text().contains("Anhörung"), "it is out of the way");
    let _ = story.people[0].get(&at(1)).await.expect_status(404);
}

/// 64 correct at once: one takes effect, and all others see what holds now.
pub async fn a_result_is_corrected_once(story: &mut Story) {
    let result = [("version", "1"), ("ergebnis-2", "as-proposed"), ("abstimmung-2", "unanimous")];
    let _ = story.people[0].post(&paper(1), &at(2), &result).await.expect_status(303);
    let to = format!("{}/aendern", at(2));
    let away = [("absicht", "herausnehmen"), ("stand", "0")];
    let refused = story.people[0].post(&at(2), &to, &away).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen hat jemand"), "what is decided stays");
    let mut tasks = Vec::new();
    for number in 0..64 {
        let (mut browser, to) = (story.people[0].clone(), to.clone());
        tasks.push(tokio::spawn(async move {
            let why = format!("Zählfehler {number}");
            let form = [
                ("absicht", "berichtigen"),
                ("version", "1"),
                ("stand", "0"),
                ("ergebnis-2", "as-proposed"),
                ("abstimmung-2", "counted"),
                ("ja-2", "30"),
                ("nein-2", "4"),
                ("grund", why.as_str()),
            ];
            browser.post(&at(2), &to, &form).await.status.as_u16()
        }));
    }
    let mut done = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => done += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(done, 1);
    let page = story.people[2].get(&paper(1)).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Angenommen mit 30 Ja, 4 Nein, 0 Enthaltungen."), "{text}");
    assert!(text.contains("Zählfehler"), "those inside read why");
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["paper.step-move", "paper.step-remove", "paper.correct"] {
        let count = log.iter().filter(|it| it.action == action).count();
        assert_eq!(count, 1, "{action}");
    }
    assert!(log.iter().all(|it| !it.note.contains("Zählfehler")), "the log says no contents");
}

pub async fn the_public_reads_that_it_was(story: &mut Story) {
    let mut public = Browser::new(&story.demo.app, "de");
    let start = public.get("/musterstadt").await.expect_status(200);
    assert!(start.attributes("nav a", "href").contains(&PUBLIC.to_owned()), "there is a way in");
    let page = public.get(PUBLIC).await.expect_status(200);
    assert!(page.body_text().contains("Berichtigt am"));
    let link = page.attribute("main tbody a", "href").expect("a decision");
    let page = public.get(&link).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Angenommen mit 30 Ja") && text.contains("Berichtigt am"), "{text}");
    assert!(!text.contains("Zählfehler"), "why is for those inside");
    let _ = public.get(&at(2)).await.expect_status(404);
}
