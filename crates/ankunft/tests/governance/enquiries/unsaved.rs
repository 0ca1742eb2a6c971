//! An answer that is being written while its page is used.

use ankunft_testkit::{Page, Typing, typing};

use super::answering::{answer, form};
use super::{NEW, enquiry};
use crate::common::desk::{Story, plain, set};
use crate::common::unsaved::{comes, is_never_lost};

/// An enquiry of its own, like the first, so that measures and figures fit.
async fn another(story: &mut Story) -> String {
    let mut form = form(story, "Nachbarn kochen").await;
    set(&mut form, "kreis", "administration");
    let done = story.people[0].post(NEW, NEW, &plain(&form)).await.expect_status(303);
    done.location().expect("an enquiry")
}

async fn desk(story: &mut Story, person: usize, one: &str) -> Typing {
    typing(&story.people[person].get(one).await.expect_status(200))
}

pub async fn an_unsaved_answer_survives_every_button(story: &mut Story) -> String {
    let one = another(story).await;
    // Something is cited, so that it can be taken out.
    let first = desk(story, 1, &one).await;
    let take = first.button(&format!("{one}/befunde")).clone();
    let _ = story.people[1].press(&first, &take, ("", b"")).await.expect_status(303);
    let first = desk(story, 1, &one).await;
    let save = first.button(&format!("{one}/antwort")).clone();
    let _ = story.people[1].press(&first, &save, ("", b"")).await.expect_status(303);
    let pressed = is_never_lost(&mut story.people[1], &one, &[]).await;
    for end in ["/antwort", "/befunde", "/befunde/weg", "/absenden", "/behalten"] {
        assert!(pressed.iter().any(|it| it.ends_with(end)), "{end} of {pressed:?}");
    }
    // The sentence of what is taken stands after what was typed, and both are saved as one version.
    let mut typed = desk(story, 1, &one).await;
    let before = typed.value(&format!("{one}/antwort~stand")).expect("a version").to_owned();
    typed.write("antwort", "Erst das Getippte.\nZweite Zeile.");
    let take = typed.button(&format!("{one}/befunde")).clone();
    let done = story.people[1].press(&typed, &take, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    let text = answer(&page);
    assert!(
        text.starts_with("Erst das Getippte. Zweite Zeile.") && text.contains("(/f/"),
        "{text}"
    );
    let after = typing(&page);
    let after = after.value(&format!("{one}/antwort~stand")).expect("a version");
    assert_eq!(after.parse::<i64>().ok(), before.parse::<i64>().ok().map(|it| it + 1));
    // Who changes nothing writes no version, in whatever way a browser ends its lines.
    let same = typing(&page);
    let out = same.button(&format!("{one}/befunde/weg")).clone();
    let done = story.people[1].press(&same, &out, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    assert_eq!(typing(&page).value(&format!("{one}/antwort~stand")), Some(after));
    // A search keeps it unsaved, says so, and shows what was found.
    let mut typed = typing(&page);
    typed.write("antwort", "Noch nicht fertig");
    typed.write("suche", "gibtesnicht");
    let search = typed.buttons.iter().find(|it| it.address.contains("eigene=suche"));
    let search = search.expect("a search").clone();
    let done = story.people[1].press(&typed, &search, ("", b"")).await.expect_status(303);
    assert!(done.location().is_some_and(|it| it.contains("suche=gibtesnicht")));
    let page = comes(&mut story.people[1], done).await;
    let text = page.body_text();
    assert!(text.contains("Noch nicht gespeichert:") && text.contains("Nichts gefunden"), "{text}");
    assert_eq!(answer(&page), "Noch nicht fertig");
    assert_eq!(typing(&page).value(&format!("{one}/antwort~stand")), Some(after));
    // What is saved is not unsaved any more.
    let typed = typing(&page);
    let save = typed.button(&format!("{one}/antwort")).clone();
    let done = story.people[1].press(&typed, &save, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    assert_eq!(answer(&page), "Noch nicht fertig");
    assert!(!page.body_text().contains("Noch nicht gespeichert:"));
    what_cannot_leave_stays(story, &one, &page).await;
    one
}

async fn what_cannot_leave_stays(story: &mut Story, one: &str, page: &Page) {
    // A text that is too long is refused by every button, and stands there.
    let mut typed = typing(page);
    typed.write("antwort", &"zu lang ".repeat(2_600));
    let take = typed.button(&format!("{one}/befunde")).clone();
    let refused = story.people[1].press(&typed, &take, ("", b"")).await.expect_status(422);
    assert!(answer(&refused).len() > 20_000);
    // What left the house is what was saved.
    let mut typed = typing(page);
    typed.write("antwort", "Doch anders");
    typed.write("unterschrift", "Dezernentin");
    let send = typed.button(&format!("{one}/absenden")).clone();
    let refused = story.people[1].press(&typed, &send, ("", b"")).await.expect_status(422);
    assert!(refused.body_text().contains("Der Text war noch nicht gespeichert; jetzt ist er es."));
    assert_eq!(answer(&refused), "Doch anders");
    assert_eq!(typing(&refused).value("unterschrift"), Some("Dezernentin"));
    assert!(!story.people[1].get(one).await.body_text().contains("unterschrieben von"));
}

pub async fn who_comes_second_loses_nothing(story: &mut Story, one: &str) {
    let mut late = desk(story, 1, one).await;
    let mut early = desk(story, 0, one).await;
    early.write("antwort", "Von der Koordination");
    let save = early.button(&format!("{one}/antwort")).clone();
    let _ = story.people[0].press(&early, &save, ("", b"")).await.expect_status(303);
    late.write("antwort", "Von der Jugend");
    let take = late.button(&format!("{one}/befunde")).clone();
    let cited =
        |page: &Typing| page.buttons.iter().filter(|it| it.path().ends_with("/weg")).count();
    let refused = story.people[1].press(&late, &take, ("", b"")).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat Stadtentwicklung an der Antwort geschrieben."), "{text}");
    assert!(text.contains("Von der Koordination"));
    assert_eq!(answer(&refused), "Von der Jugend");
    let seen = typing(&refused);
    assert_eq!(cited(&seen), cited(&late), "nothing was taken");
    // Who has seen the difference goes on from there.
    let take = seen.button(&format!("{one}/befunde")).clone();
    let done = story.people[1].press(&seen, &take, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    assert!(answer(&page).starts_with("Von der Jugend"));
    // A search holds it with the version that its writer saw: the difference is told on saving.
    let mut late = typing(&page);
    let mut early = desk(story, 0, one).await;
    early.write("antwort", "Noch einmal die Koordination");
    let _ = story.people[0].press(&early, &save, ("", b"")).await.expect_status(303);
    late.write("antwort", "Noch einmal die Jugend");
    let search = late.buttons.iter().find(|it| it.address.contains("eigene=suche"));
    let search = search.expect("a search").clone();
    let done = story.people[1].press(&late, &search, ("", b"")).await.expect_status(303);
    let page = comes(&mut story.people[1], done).await;
    assert_eq!(answer(&page), "Noch einmal die Jugend");
    let refused = story.people[1].press(&typing(&page), &save, ("", b"")).await.expect_status(422);
    assert!(refused.body_text().contains("Noch einmal die Koordination"));
    assert_eq!(answer(&refused), "Noch einmal die Jugend");
}

/// What is held is read by nobody but who typed it, and leads nowhere else.
pub async fn nobody_else_reads_it(story: &mut Story, one: &str) {
    let mut typed = desk(story, 1, one).await;
    typed.write("antwort", "Nur für mich");
    let keep = typed.button("/behalten").clone();
    let done = story.people[1].press(&typed, &keep, ("", b"")).await.expect_status(303);
    let next = done.location().expect("the page");
    assert!(next.starts_with(&format!("{one}?behalten=")), "{next}");
    for person in [0, 2] {
        let page = story.people[person].get(&next).await;
        assert!(!page.body_text().contains("Nur für mich"), "{person}");
    }
    // Not on another page, and not on another site.
    let token = next.split_once('?').expect("a token").1.to_owned();
    let other = story.people[1].get(&format!("{}?{token}", enquiry(1))).await;
    assert!(!other.body_text().contains("Nur für mich"));
    for away in ["//example.org", "https://example.org/", "/\\example.org"] {
        let mut press = keep.clone();
        press.address = format!("/behalten?tisch={away}");
        let done = story.people[1].press(&typed, &press, ("", b"")).await.expect_status(303);
        assert_eq!(done.location().as_deref(), Some("/"), "{away}");
    }
}
