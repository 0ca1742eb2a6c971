//! Two write with the same link, or one on two devices: nobody's words go without a word.

use ankunft_testkit::{Browser, Page};

use super::corrected::prepare;
use super::post::{FORM, Office};
use crate::common::desk::Story;

pub async fn second(story: Story) {
    let mut office = Office::of(story).await;
    prepare(&mut office).await;
    who_saves_over_another_is_told(&office).await;
    who_sends_over_another_is_told(&office).await;
    who_comes_second_keeps_what_they_typed(&office).await;
}

/// Sends a form that was opened with a draft.
async fn send(
    office: &Office,
    browser: &mut Browser,
    (intent, seen): (&str, &str),
    typed: &[(&str, &str)],
) -> Page {
    let sent = [("nummer", "0"), ("absicht", intent), ("entwurf", seen)];
    let sent: Vec<(&str, &str)> = sent.into_iter().chain(typed.iter().copied()).collect();
    browser.post(FORM, &office.link, &sent).await
}

fn field(page: &Page, name: &str) -> String {
    page.attribute(&format!("input[name={name}]"), "value").unwrap_or_default()
}

const ROOM: &str = "Uns fehlt ein Raum";
const OTHER: &str = "etwas anderes zwischengespeichert";

async fn who_saves_over_another_is_told(office: &Office) {
    let (mut desk, mut phone) = (office.partner(), office.partner());
    let opened = desk.get(&office.link).await.expect_status(200);
    assert_eq!(field(&opened, "entwurf"), "0", "nothing is kept yet");
    let typed = [("wert-1", "120"), ("hindernis", ROOM)];
    let save = ("speichern", "0");
    let _ = send(office, &mut desk, save, &typed).await.expect_status(303);
    // Who says the same overwrites nothing.
    let same = [("wert-1", "120,0"), ("hindernis", ROOM)];
    let _ = send(office, &mut phone, save, &same).await.expect_status(303);
    let other = [("wert-1", "150")];
    let told = send(office, &mut phone, save, &other).await.expect_status(422);
    let text = told.body_text();
    assert!(text.contains(OTHER) && text.contains("120") && text.contains(ROOM), "{text}");
    assert_eq!(field(&told, "wert-1"), "150", "nothing typed is lost");
    let there = desk.get(&office.link).await.expect_status(200);
    assert_eq!(field(&there, "wert-1"), "120,0", "and nothing kept");
    // Who has seen it decides.
    let seen = field(&told, "entwurf");
    assert_eq!(seen, field(&there, "entwurf"));
    let _ = send(office, &mut phone, ("speichern", &seen), &other).await.expect_status(303);
    let there = desk.get(&office.link).await.expect_status(200);
    assert_eq!(field(&there, "wert-1"), "150");
    // What takes nothing away needs no question.
    let more = [("wert-1", "150"), ("wert-2", "7")];
    let _ = send(office, &mut desk, save, &more).await.expect_status(303);
    // A mistake in the form is no look at what others have kept.
    let wrong = [("wert-1", "viele"), ("wert-2", "8")];
    let told = send(office, &mut phone, ("abschicken", "0"), &wrong).await.expect_status(422);
    assert_eq!(field(&told, "entwurf"), "0");
}

async fn who_sends_over_another_is_told(office: &Office) {
    let mut phone = office.partner();
    let typed = [("wert-1", "999"), ("wert-2", "7")];
    let told = send(office, &mut phone, ("abschicken", "0"), &typed).await.expect_status(422);
    let text = told.body_text();
    assert!(text.contains(OTHER) && text.contains("150"), "{text}");
    assert_eq!(field(&told, "wert-1"), "999");
    let seen = field(&told, "entwurf");
    let _ = send(office, &mut phone, ("abschicken", &seen), &typed).await.expect_status(303);
}

async fn who_comes_second_keeps_what_they_typed(office: &Office) {
    let mut desk = office.partner();
    let typed = [("wert-1", "130"), ("wert-2", "7"), ("geschehen", "Wir haben gekocht.")];
    for intent in ["abschicken", "speichern"] {
        let told = send(office, &mut desk, (intent, "0"), &typed).await.expect_status(422);
        let text = told.body_text();
        assert!(text.contains("Dieser Bericht wurde inzwischen abgeschickt."), "{text}");
        for says in ["999", "130", "Wir haben gekocht."] {
            assert!(text.contains(says), "{says}: {text}");
        }
        let both = told.texts("main table").swap_remove(0);
        assert!(!both.contains("Gespräche"), "what is the same is not shown: {both}");
    }
    // Who presses twice was not slower than anybody.
    let again = [("wert-1", "999"), ("wert-2", "7")];
    let told = send(office, &mut desk, ("abschicken", "0"), &again).await.expect_status(422);
    assert!(!told.body_text().contains("inzwischen abgeschickt"), "{}", told.body_text());
}
