//! How it was voted stands at the Vorlage as it was, and fits what came of it.

use ankunft_testkit::{Browser, Page};

use super::drafting::step;
use super::{PUBLIC, code_of, paper};
use crate::common::desk::Story;

/// Writes down what the first step of a Vorlage has brought.
async fn result(story: &mut Story, number: i64, fields: &[(&str, &str)]) -> Page {
    let form = [&[("version", "1")], fields].concat();
    let to = format!("{}/schritte/1", paper(number));
    story.people[0].post(&paper(number), &to, &form).await
}

pub async fn what_does_not_fit_is_refused(story: &mut Story) {
    step(story, 1, "2", "deciding", "ja").await;
    let counts = [("ja-1", "12"), ("nein-1", "3"), ("enthaltung-1", "1")];
    for (outcome, vote, why) in [
        ("rejected", "counted", "nicht abgelehnt"),
        ("as-proposed", "none", "Es sind Stimmen eingetragen"),
        ("as-proposed", "unanimous", "Mit Gegenstimmen ist es nicht einstimmig"),
        ("rejected", "unanimous", "nicht einstimmig abgelehnt"),
    ] {
        let chosen = [("ergebnis-1", outcome), ("abstimmung-1", vote)];
        let form = [chosen.as_slice(), counts.as_slice()].concat();
        let refused = result(story, 1, &form).await.expect_status(422);
        let told = refused.text(".fehlerliste");
        assert!(told.contains(why), "{outcome}, {vote}: {told}");
        for (name, value) in counts {
            let typed = refused.attribute(&format!("input[name={name}]"), "value");
            assert_eq!(typed.as_deref(), Some(value), "nothing typed is lost");
        }
    }
}

pub async fn what_is_rejected_reads_so(story: &mut Story) {
    let form = [
        ("ergebnis-1", "rejected"),
        ("abstimmung-1", "unanimous"),
        ("nein-1", "12"),
        ("enthaltung-1", "1"),
    ];
    let _ = result(story, 1, &form).await.expect_status(303);
    let says = "Einstimmig abgelehnt mit 12 Nein bei einer Enthaltung.";
    let text = story.people[2].get(&paper(1)).await.expect_status(200).text("main");
    assert!(text.contains(&format!("abgelehnt · {says}")), "{text}");
    let public = format!("{PUBLIC}/{}", code_of(story, 1).await);
    let mut everybody = Browser::new(&story.demo.app, "de");
    let text = everybody.get(&public).await.expect_status(200).text("main");
    assert!(text.contains(&format!("Abgelehnt: Es wird so gemacht. {says}")), "{text}");
    assert!(!text.contains("ngenommen"), "{text}");
}

pub async fn counts_of_a_unanimous_vote_stay(story: &mut Story) {
    step(story, 2, "2", "deciding", "ja").await;
    let form = [
        ("ergebnis-1", "as-proposed"),
        ("abstimmung-1", "unanimous"),
        ("ja-1", "12"),
        ("enthaltung-1", "2"),
    ];
    let _ = result(story, 2, &form).await.expect_status(303);
    let public = format!("{PUBLIC}/{}", code_of(story, 2).await);
    let mut everybody = Browser::new(&story.demo.app, "de");
    let text = everybody.get(&public).await.expect_status(200).text("main");
    let says = "Einstimmig angenommen mit 12 Ja bei 2 Enthaltungen.";
    assert!(text.contains(says), "{text}");
    let page = story.people[0].get(&format!("{}/schritte/1", paper(2))).await.expect_status(200);
    for (name, value) in [("ja-1", "12"), ("nein-1", "0"), ("enthaltung-1", "2")] {
        let stands = page.attribute(&format!("input[name={name}]"), "value");
        assert_eq!(stands.as_deref(), Some(value), "who corrects it finds it there");
    }
}

pub async fn nothing_is_decided_before_its_day(story: &mut Story) {
    let to = format!("{}/schritte", paper(3));
    let late =
        [("gremium", "2"), ("tag", "1.12.2099"), ("schritt", "deciding"), ("oeffentlich", "ja")];
    let _ = story.people[0].post(&paper(3), &to, &late).await.expect_status(303);
    let form = [("ergebnis-1", "as-proposed"), ("abstimmung-1", "unanimous"), ("ja-1", "12")];
    let refused = result(story, 3, &form).await.expect_status(422);
    let told = refused.text(".fehlerliste");
    assert!(told.contains("Der Tag dieser Beratung ist noch nicht gekommen."), "{told}");
    let typed = refused.attribute("input[name=ja-1]", "value");
    assert_eq!(typed.as_deref(), Some("12"), "nothing typed is lost");
    let mut everybody = Browser::new(&story.demo.app, "de");
    let text = everybody.get(PUBLIC).await.expect_status(200).text("main");
    assert!(text.contains("Drei Räume") && !text.contains("Vier Räume"), "{text}");
}
