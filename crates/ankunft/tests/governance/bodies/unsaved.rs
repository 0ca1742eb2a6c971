//! Minutes that are being written while a task is given, an item added, a paper filed.

use ankunft_testkit::{Typing, typing};

use super::BODY;
use crate::common::desk::Story;
use crate::common::unsaved::{comes, is_never_lost};

/// A meeting of its own, with two items.
async fn meeting(story: &mut Story) -> String {
    let new = format!("{BODY}/sitzungen/neu");
    let fields = [("tag", "2.11.2026"), ("von", "17:00"), ("bis", "19:00"), ("ort", "Rathaus")];
    let done = story.people[1].post(&new, &new, &fields).await.expect_status(303);
    let here = done.location().expect("a meeting");
    for title in ["Erstens", "Zweitens"] {
        let to = format!("{here}/punkte");
        let _ = story.people[1].post(&here, &to, &[("punkt", title)]).await.expect_status(303);
    }
    here
}

async fn desk(story: &mut Story, person: usize, here: &str) -> Typing {
    typing(&story.people[person].get(here).await.expect_status(200))
}

pub async fn minutes_survive_every_button(story: &mut Story) {
    let here = meeting(story).await;
    let pressed = is_never_lost(&mut story.people[1], &here, &[]).await;
    for end in [
        "/punkte",
        "/punkte/1",
        "/punkte/1/aufgaben",
        "/punkte/1/ordnen",
        "/anwesenheit",
        "/unterlagen",
        "/abschliessen",
        "/behalten",
    ] {
        assert!(pressed.iter().any(|it| it.ends_with(end)), "{end} of {pressed:?}");
    }
    let page = story.people[1].get(&here).await.expect_status(200);
    assert!(!page.texts(".nur-schreiben").is_empty(), "nothing was closed");
    // It is told what is not saved, and the field stands open.
    let mut typed = typing(&page);
    typed.write("protokoll-2", "Ein halber Satz");
    let add = typed.button(&format!("{here}/punkte")).clone();
    typed.write("punkt", "Drittens");
    let done = story.people[1].press(&typed, &add, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    assert!(page.body_text().contains("Noch nicht gespeichert:"));
    assert!(page.texts("#punkt-2 details[open] textarea").contains(&"Ein halber Satz".to_owned()));
    assert!(page.texts(".tagesordnung h3 span[lang]").contains(&"Drittens".to_owned()));
    // Meanwhile somebody else writes there: whoever saves later sees it.
    let mut early = desk(story, 0, &here).await;
    early.write("protokoll-2", "Ein ganzer Satz");
    let save = early.button(&format!("{here}/punkte/2")).clone();
    let _ = story.people[0].press(&early, &save, ("", b"")).await.expect_status(303);
    let late = typing(&page);
    let refused = story.people[1].press(&late, &save, ("", b"")).await.expect_status(422);
    assert!(refused.text(".tagesordnung table").contains("Ein ganzer Satz"));
    assert_eq!(refused.text("textarea[name=protokoll-2]"), "Ein halber Satz");
    let seen = typing(&refused);
    let _ = story.people[1].press(&seen, &save, ("", b"")).await.expect_status(303);
}

pub async fn nobody_closes_over_an_unsaved_sentence(story: &mut Story) {
    let here = meeting(story).await;
    let mut typed = desk(story, 1, &here).await;
    typed.write("protokoll-1", "Noch nicht gespeichert");
    let close = typed.button(&format!("{here}/abschliessen")).clone();
    let refused = story.people[1].press(&typed, &close, ("", b"")).await.expect_status(422);
    assert!(refused.body_text().contains("Das ist noch nicht gespeichert. Speichern Sie es"));
    assert_eq!(refused.text("textarea[name=protokoll-1]"), "Noch nicht gespeichert");
    let typed = typing(&refused);
    let save = typed.button(&format!("{here}/punkte/1")).clone();
    let done = story.people[1].press(&typed, &save, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    let done = story.people[1].press(&typing(&page), &close, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    assert!(page.body_text().contains("Abgeschlossen von"), "{}", page.body_text());
}
