//! What a result says, with one person, two and many, level and apart.

use ankunft_platform::permission::Role;
use ankunft_testkit::Browser;

use super::rounds::retire_one;
use crate::common::desk::{BASE, Story, holder};

/// The result of the newest round in both languages.
async fn said(story: &Story) -> [String; 2] {
    let mut both = Vec::new();
    for language in ["de", "en"] {
        let mut browser = Browser::log_in(&story.demo.app, "jugend@wahl.example", language).await;
        let page = browser.get(&format!("{BASE}/ergebnis")).await.expect_status(200);
        both.push(page.text("main").split_whitespace().collect::<Vec<_>>().join(" "));
    }
    both.try_into().expect("two languages")
}

fn says(said: &[String; 2], german: &[&str], english: &[&str]) {
    for (text, all) in said.iter().zip([german, english]) {
        for it in all {
            assert!(text.contains(it), "{it}\nin {text}");
        }
    }
}

pub async fn result(mut story: Story) {
    story.propose().await;
    retire_one(&mut story).await;
    one_person(&mut story).await;
    two_people(&mut story).await;
    two_who_judge_nothing_in_common(&mut story).await;
    three_people_and_who_they_are(&mut story).await;
}

async fn one_person(story: &mut Story) {
    let _ = story.open_round(&["Jugend"], "2999-12-12").await.expect_status(303);
    story.hand_in(1, [[5, 5, 1]; 4], [3; 4]).await;
    let _ = story.close_round("").await.expect_status(303);
    let [first, second] = [0, 1].map(|at| story.quarters[at].1.clone());
    let level = format!("{first} und {second} haben in allem, was gewogen wird");
    says(
        &said(story).await,
        &[
            "Eine Person hat 3 Quartiere bewertet. Ob sich ein Team einig ist, zeigt sich erst",
            "Der Punkt ist die Bewertung der einen Person.",
            "Punkte der einen Person",
            "bei der einen Person vorn, davon 1-mal gleichauf",
            "bei der einen Person nicht vorn",
            "in 50 von 100 denkbaren Gewichtungen vorn",
            &level,
        ],
        &["One person has scored 3 quarters. Whether a team agrees", "they are level"],
    );
    assert!(!said(story).await[0].contains("Nirgends liegen"), "one person agrees with nobody");
}

async fn two_people(story: &mut Story) {
    let _ = story.open_round(&["Jugend", "Wohnen"], "2999-12-12").await.expect_status(303);
    story.hand_in(1, [[5, 3, 1], [4, 3, 2], [4, 3, 2], [4, 3, 2]], [3; 4]).await;
    story.hand_in(2, [[2; 3]; 4], [3; 4]).await;
    let _ = story.close_round("").await.expect_status(303);
    let apart = format!(
        "Jugend und Wohnen liegen bei „Bedarf“ in {} drei Punkte auseinander: 5 und 2.",
        story.quarters[0].1
    );
    says(
        &said(story).await,
        &[
            "2 Personen haben 3 Quartiere bewertet. 4-mal liegen ihre Bewertungen",
            "Der Punkt liegt in der Mitte zwischen beiden Bewertungen",
            "Mitte der Punkte beider Personen",
            "Eine Person sieht nach ihren eigenen Gewichten alle Quartiere gleichauf",
            "3,5 (2 bis 5)",
            &apart,
        ],
        &[
            "4 times their scores are two or more points apart",
            "one person sees all quarters level",
        ],
    );
}

async fn two_who_judge_nothing_in_common(story: &mut Story) {
    let _ = story.open_round(&["Jugend", "Wohnen"], "2999-12-12").await.expect_status(303);
    story.hand_in(1, [[5, 0, 1], [0; 3], [0; 3], [0; 3]], [3; 4]).await;
    story.hand_in(2, [[0; 3], [2, 0, 5], [0; 3], [0; 3]], [3; 4]).await;
    let _ = story.close_round("").await.expect_status(303);
    let unjudged = format!("{} hat niemand bewertet.", story.quarters[1].1);
    says(
        &said(story).await,
        &["2 Personen haben 2 Quartiere bewertet. Keine zwei Personen haben dasselbe", &unjudged],
        &["No two people judged the same."],
    );
}

async fn three_people_and_who_they_are(story: &mut Story) {
    let who = ("Mara Klein", "Jugendamt");
    story.people[2] = holder(&story.demo, "mara@wahl.example", who, Role::Department).await;
    let names = ["Jugend", "Stadtentwicklung", "Jugendamt (Mara Klein)"];
    let _ = story.open_round(&names, "2999-12-12").await.expect_status(303);
    let shown = story.people[1].get(&format!("{BASE}/runde")).await.expect_status(200);
    let together = "Jugend, Jugendamt (Mara Klein) und Stadtentwicklung";
    assert!(shown.text("main").contains(together), "each once, Stelle and name");
    story.hand_in(0, [[4, 3, 2]; 4], [3; 4]).await;
    story.hand_in(1, [[4, 3, 2]; 4], [3; 4]).await;
    story.hand_in(2, [[1, 3, 2]; 4], [3; 4]).await;
    let _ = story.close_round("").await.expect_status(303);
    let apart = format!(
        "Bei „Bedarf“ in {} geben Jugend und Stadtentwicklung 4, Jugendamt (Mara Klein) 1 Punkt: \
         drei Punkte Abstand.",
        story.quarters[0].1
    );
    says(
        &said(story).await,
        &["Der Punkt ist der Median", "4 (1 bis 4)", "bei 2 von 3 Personen vorn", &apart],
        &["The dot is the median", "three points apart."],
    );
}
