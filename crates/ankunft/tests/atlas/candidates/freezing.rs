//! What a decision freezes of the assessment, who sees how much of it, and what a Sperrung leaves.

use ankunft_testkit::Browser;
use serde_json::Value;

use crate::common::desk::{BASE, Story};
use crate::common::papers::text;

const ONE: &str = "/musterstadt/atlas/kandidaten/entscheidungen/1";

/// The unit of the first quarter in what a document of a decision says of the assessment.
fn unit(arrival: &Value) -> &Value {
    &arrival["units"][0]
}

async fn json(browser: &mut Browser, address: &str) -> Value {
    let page = browser.get(address).await.expect_status(200);
    serde_json::from_slice(&page.body).expect("JSON")
}

/// Judged by the list of arrival quarters, which knows nothing of decisions.
pub async fn it_froze_what_the_assessment_said(story: &mut Story) {
    let list = json(&mut story.people[0], "/musterstadt/atlas/ankunft/json?ebene=quartier").await;
    let code = story.quarters[0].0.clone();
    let areas = list["areas"].as_array().expect("areas");
    let area = areas.iter().find(|it| it["code"] == *code).expect("the quarter");
    let decision = story.decision(1).await;
    let arrival = decision["quarters"][0]["arrival"].clone();
    assert_eq!(arrival["key"], list["key"], "of the same assessment");
    for field in ["plan", "program", "period"] {
        assert_eq!(arrival[field], list[field], "{field}");
    }
    let used = arrival["dimensions"].as_array().expect("dimensions");
    let listed = list["dimensions"].as_array().expect("dimensions");
    assert_eq!(used.len(), listed.len());
    for (used, listed) in used.iter().zip(listed) {
        for field in ["dimension", "way", "codes"] {
            assert_eq!(used[field], listed[field], "{field}");
        }
    }
    let frozen = unit(&arrival);
    assert_eq!(
        (frozen["class"].as_str(), frozen["code"].as_str()),
        (area["class"].as_str(), Some(code.as_str()))
    );
    for field in ["probability", "variants", "rank", "rank_low", "rank_high"] {
        assert_eq!(frozen[field].as_f64(), area[field].as_f64(), "{field}");
        assert!(frozen[field].is_number(), "{field} is said to the coordination");
    }
    assert_eq!(frozen["phase"], area["phase"]);
    let page = story.people[0].get(ONE).await.expect_status(200).body_text();
    for words in ["Einordnung bei der Entscheidung", "dabei trotz Unschärfe", "Startzahl", "Rang"]
    {
        assert!(page.contains(words), "{words}");
    }
}

/// Who may not see ranks and probabilities is told the class, on the page, as JSON and on paper.
pub async fn others_are_told_the_class(story: &mut Story) {
    let decision = json(&mut story.people[1], &format!("{ONE}/json")).await;
    let frozen = unit(&decision["quarters"][0]["arrival"]).clone();
    assert!(frozen["class"].is_string());
    for field in ["probability", "variants", "rank", "phase", "kind"] {
        assert!(frozen.get(field).is_none(), "{field}");
    }
    let page = story.people[1].get(ONE).await.expect_status(200).body_text();
    assert!(page.contains("Merkmale eines Ankunfts"), "the class");
    for format in ["pdf", "docx"] {
        for (person, may) in [(0, true), (1, false)] {
            let file = story.people[person].get(&format!("{ONE}/papier/{format}")).await;
            let Some(words) = text(&file.expect_status(200).body) else { continue };
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains("Einordnung bei der"), "{format} of {person}");
            assert_eq!(words.contains("dabei trotz Unschärfe"), may, "{format} of {person}");
        }
    }
}

/// The candidates' paper holds every candidate side by side, and no more than its reader may see.
pub async fn candidates_stand_side_by_side(story: &mut Story) {
    let page = story.people[0].get(BASE).await.expect_status(200);
    assert_eq!(page.texts(".steckbrief").len(), 3);
    assert_eq!(page.texts(".steckbrief svg.karte").len(), 3, "each with its map");
    let first = page.text(".steckbrief");
    for words in
        ["Merkmale eines Ankunfts", "dabei trotz Unschärfe", "Ausländeranteil", "Musterstadt"]
    {
        assert!(first.contains(words), "{words} in {first}");
    }
    let inside = story.people[1].get(BASE).await.expect_status(200).text(".steckbrief");
    assert!(inside.contains("Merkmale eines Ankunfts") && !inside.contains("Unschärfe"));
    for format in ["pdf", "docx"] {
        for (person, may) in [(0, true), (1, false)] {
            let file = story.people[person].get(&format!("{BASE}/papier/{format}")).await;
            let Some(words) = text(&file.expect_status(200).body) else { continue };
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            for (_, name) in &story.quarters {
                assert!(words.contains(name.as_str()), "{name} in {format}");
            }
            assert_eq!(words.contains("Unschärfe"), may, "{format} of {person}");
            assert!(words.contains("nicht öffentlich"), "{format} is marked");
        }
    }
    assert_eq!(story.people[0].get(&format!("{BASE}/papier/odt")).await.status, 404);
}

/// Everybody is told the class, and more once the coordination has published more.
pub async fn the_public_is_told_what_is_published(story: &mut Story, number: usize) {
    let address = format!("/musterstadt/atlas/entscheidungen/{number}");
    let publication = "/musterstadt/atlas/ankunft/veroeffentlichung";
    let mut public = Browser::new(&story.demo.app, "de");
    for (was, published) in [("", false), ("probability", true), ("", false)] {
        let form = [("was", was)];
        let _ = story.people[0].post("/musterstadt/atlas/ankunft", publication, &form).await;
        let document = json(&mut public, &format!("{address}/json")).await;
        let said = unit(&document["arrival"][0]).clone();
        assert!(said["class"].is_string(), "{document}");
        assert_eq!(said.get("probability").is_some(), published);
        assert!(said.get("rank").is_none() && said.get("kind").is_none(), "never");
        let page = public.get(&address).await.expect_status(200).body_text();
        assert!(page.contains("Merkmale eines Ankunfts"));
        assert_eq!(page.contains("dabei trotz Unschärfe"), published);
    }
}

/// Class, probability and distances are gone, from the database too; that they were there is said.
pub async fn a_sperrung_empties_what_was_frozen(story: &mut Story) {
    for number in [1, 2] {
        let decision = story.decision(number).await;
        let quarter = &decision["quarters"][0];
        assert_eq!(
            (&quarter["arrival"], &quarter["arrival_withdrawn"]),
            (&Value::Null, &true.into())
        );
        let near = quarter["comparison"].as_array().expect("Vergleichsquartiere");
        // The correction compared anew, with figures that replaced the withdrawn ones.
        let is_emptied = number == 1;
        assert!(
            !near.is_empty() && near.iter().all(|it| it["distance"].is_null() == is_emptied),
            "{number}: {near:?}"
        );
        let page = story.people[0].get(&format!("{BASE}/entscheidungen/{number}")).await;
        assert!(page.body_text().contains("gesperrt: Zahlen, aus denen sie berechnet war"));
    }
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let mut kept: Vec<(String, Vec<u8>, Option<i64>)> =
        sqlx::query_as("select key, content, withdrawn_at from derived where kind = 'decision'")
            .fetch_all(&mut *read)
            .await
            .expect("a database");
    assert!(kept.len() >= 6, "two readers and distances, of two decisions: {}", kept.len());
    kept.retain(|it| it.0 != "2/1/distances");
    assert!(kept.iter().all(|it| it.1.is_empty() && it.2.is_some()), "nothing is left");
}
