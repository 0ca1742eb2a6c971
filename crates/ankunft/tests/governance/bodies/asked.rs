//! Whoever is asked something can answer it; of whom nobody can, the form says so.

use ankunft_platform::permission::Role;

use super::meeting::choice;
use super::papers::{called, draft, paper};
use crate::common::desk::{Story, person};

/// The statistics office keeps no body and writes no Vorlage; what it is asked it answers.
pub async fn the_statistics_office_answers(story: &mut Story) {
    let email = "zahlen@wahl.example";
    let mut office = person(&story.demo, email, "Zahlenstelle", Role::StatisticsOffice).await;
    let email = "haus@wahl.example";
    let _ = person(&story.demo, email, "Nachbarschaftshaus", Role::Institution).await;
    let meeting = called(story, "3.11.2026").await;
    let points = format!("{meeting}/punkte");
    let item = [("punkt", "Zahlen zum Quartier")];
    let _ = story.people[1].post(&meeting, &points, &item).await.expect_status(303);
    let page = story.people[1].get(&meeting).await.expect_status(200);
    let told = page.texts("select[name=stelle-1] option");
    let of = |name: &str| told.iter().find(|it| it.starts_with(name)).expect("a Stelle").clone();
    assert!(of("Nachbarschaftshaus").contains("kann hier nichts erledigen"), "{told:?}");
    assert_eq!(of("Zahlenstelle"), "Zahlenstelle");
    assert_eq!(of("Wohnen"), "Wohnen");
    let post = choice(&page, "stelle-1", "Zahlenstelle");
    let task = [("aufgabe-1", "Karte prüfen"), ("stelle-1", &post), ("bis-1", "1.12.2025")];
    let to = format!("{points}/1/aufgaben");
    let _ = story.people[1].post(&meeting, &to, &task).await.expect_status(303);
    let morning = office.get("/musterstadt").await.expect_status(200);
    assert!(
        morning.text("main").contains("Überfällige Aufgabe: Karte prüfen"),
        "{}",
        morning.text("main")
    );
    let page = story.people[1].get(&meeting).await.expect_status(200);
    let task = page.attribute("#punkt-1 .auftraege a", "href").expect("a task");
    let page = office.get(&task).await.expect_status(200);
    assert!(!page.attributes("textarea[name=weil]", "name").is_empty(), "there is a form");
    let done = [("version", "1"), ("absicht", "erledigt"), ("weil", "Die Karte stimmt.")];
    let _ = office.post(&task, &task, &done).await.expect_status(303);
    let page = story.people[0].get(&task).await.expect_status(200);
    assert!(page.text("main").contains("Erledigt, weil: Die Karte stimmt."));

    let number = draft(story, "Räume am Abend", ("1.12.2099", "deciding")).await;
    let ask = format!("{}/bitten", paper(number));
    let page = story.people[0].get(&paper(number)).await.expect_status(200);
    assert!(page.text("main").contains("kann hier nicht mitzeichnen"), "{}", page.text("main"));
    let posts = [("stellen", post.as_str())];
    let _ = story.people[0].post(&paper(number), &ask, &posts).await.expect_status(303);
    let morning = office.get("/musterstadt").await.expect_status(200);
    assert!(morning.text("main").contains("Mitzeichnung: Räume am Abend"));
    let page = office.get(&paper(number)).await.expect_status(200);
    assert!(!page.attributes("input[name=urteil]", "name").is_empty(), "there is a form");
    let sign = format!("{}/zeichnen", paper(number));
    let signed = [("version", "1"), ("urteil", "agreed")];
    let _ = office.post(&paper(number), &sign, &signed).await.expect_status(303);
    // Neither is it a body of theirs, nor a Vorlage.
    let _ = office.post(&meeting, &points, &item).await.expect_status(404);
    let _ = office.post(&paper(number), &ask, &posts).await.expect_status(404);
}
