//! From candidates to scores.

use ankunft_testkit::Browser;
use serde_json::Value;

use crate::common::desk::{BASE, Story, inputs, plain};

pub async fn steps_have_an_order_and_a_reason(story: &mut Story) {
    assert_eq!(story.step(1, "agreed", "").await.status, 422, "one after the other");
    assert_eq!(story.step(1, "chosen", "").await.status, 422, "that is a decision");
    let _ = story.step(1, "presented", "Werkstatt in Duisburg").await.expect_status(303);
    let refused = story.step(1, "proposed", "").await.expect_status(422);
    assert!(refused.body_text().contains("Schreiben Sie, warum"), "a step back says why");
    let _ = story.step(1, "proposed", "war das falsche Blatt").await.expect_status(303);
    for number in [1, 2] {
        let _ = story.step(number, "presented", "").await.expect_status(303);
        let _ = story.step(number, "agreed", "").await.expect_status(303);
    }
    let page = story.people[1].get(&format!("{BASE}/1")).await.expect_status(200);
    assert_eq!(page.texts("tbody tr").len(), 5, "the whole way, back steps included");
    assert!(page.body_text().contains("war das falsche Blatt"));
    let register = story.people[0].get(BASE).await.expect_status(200);
    let names: Vec<String> = register.texts("tbody th");
    let expected: Vec<&str> = story.quarters.iter().map(|it| it.1.as_str()).collect();
    assert_eq!(names, expected, "in alphabetical order");
}

pub async fn criteria_are_edited_until_somebody_scores(story: &mut Story) {
    let page = format!("{BASE}/kriterien");
    let form = story.people[0].get(&page).await.expect_status(200);
    let mut fields = inputs(&form, "input[name^=name-]");
    assert_eq!(fields.len(), 6, "five and an empty one");
    let last = fields[4].0.trim_start_matches("name-").to_owned();
    fields[1].1 = String::new();
    let refused = story.people[0].post(&page, &page, &plain(&fields)).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 1);
    fields[1].1 = "Aussicht".to_owned();
    fields.push(("streichen".to_owned(), last));
    let _ = story.people[0].post(&page, &page, &plain(&fields)).await.expect_status(303);
    let seen = story.people[1].get(&page).await.expect_status(200);
    assert!(seen.body_text().contains("Aussicht") && !seen.body_text().contains("Passung"));
    assert_eq!(story.people[1].post(&format!("{BASE}/bewertung"), &page, &[]).await.status, 404);
}

/// Three people who weigh differently. The third quarter is below the first everywhere.
pub const POINTS: [[[u8; 3]; 4]; 3] = [
    [[5, 3, 2], [5, 2, 2], [4, 3, 3], [4, 4, 3]],
    [[4, 4, 2], [2, 5, 1], [3, 4, 2], [3, 3, 2]],
    [[5, 3, 1], [4, 3, 2], [0, 0, 0], [4, 5, 3]],
];
pub const WEIGHTS: [[u8; 4]; 3] = [[5, 3, 1, 1], [1, 5, 3, 0], [3, 3, 3, 3]];

pub async fn scores_are_given_independently(story: &mut Story) {
    let page = format!("{BASE}/bewertung");
    let team = ["Stadtentwicklung", "Jugend", "Wohnen"];
    let _ = story.open_round(&team, "2999-12-12").await.expect_status(303);
    let mut form = story.ballot(0, POINTS[0], WEIGHTS[0]).await;
    form[1].1 = "7".to_owned();
    let refused = story.people[0].post(&page, &page, &plain(&form)).await.expect_status(422);
    let kept = refused.texts(&format!("select[name={}] option[selected]", form[2].0));
    assert!(kept[0].starts_with('3'), "what was chosen stays: {kept:?}");
    let empty = story.ballot(0, [[0; 3]; 4], WEIGHTS[0]).await;
    assert_eq!(story.people[0].post(&page, &page, &plain(&empty)).await.status, 422);

    story.hand_in(0, POINTS[0], WEIGHTS[0]).await;
    story.hand_in(1, POINTS[1], WEIGHTS[1]).await;
    for person in 0..3 {
        assert_eq!(story.result(person).await, Value::Null, "the third has not handed in");
        let page = story.people[person].get(&format!("{BASE}/ergebnis")).await.expect_status(200);
        let text = page.text("main");
        assert!(text.contains("2 von 3 haben bewertet, bis 12.12.2999."), "{text}");
        assert!(!text.contains("Jugend"), "nobody is named before");
        let today = story.people[person].get("/musterstadt").await.body_text();
        let asked = today.contains("Runde 1: Ihre Sicht fehlt noch");
        assert_eq!(asked, person == 2, "who has not handed in is asked to");
    }
    let mut office = Browser::log_in(&story.demo.app, "research@leser.example", "de").await;
    let page = office.get(&format!("{BASE}/ergebnis")).await.expect_status(200);
    assert!(page.body_text().contains("sobald die Runde geschlossen ist"));
    story.hand_in(2, POINTS[2], WEIGHTS[2]).await;
    let locked = story.people[0].get(&format!("{BASE}/kriterien")).await;
    assert!(locked.body_text().contains("Die Kriterien stehen fest"));
    assert!(locked.texts("input[name^=name-]").is_empty());
    let decide = story.people[0].get(&format!("{BASE}/entscheidung")).await.expect_status(200);
    assert!(decide.body_text().contains("Eine Bewertungsrunde läuft noch"), "that comes first");
    let today = story.people[0].get("/musterstadt").await.body_text();
    assert!(today.contains("Runde 1: Alle haben bewertet, Runde schließen"));
    let closed = story.close_round("").await.expect_status(303);
    assert_eq!(closed.location(), Some(format!("{BASE}/ergebnis/1")));
}

pub async fn the_result_says_spread_weights_and_who_differs(story: &mut Story) {
    let json = story.result(0).await;
    let candidates = json["candidates"].as_array().expect("candidates");
    assert_eq!(json["people"], 3);
    assert_eq!(candidates[0]["points"][1]["median"], 4.0);
    assert_eq!(
        (&candidates[0]["points"][1]["low"], &candidates[0]["points"][1]["high"]),
        (&2.0.into(), &5.0.into())
    );
    assert_eq!(candidates[0]["points"][2]["n"], 2, "who cannot judge is not counted");
    let shares: Vec<f64> =
        candidates.iter().map(|it| it["in_front"].as_f64().expect("a share")).collect();
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(shares[2], 0.0, "below the first everywhere");
    assert!(shares[0] > 0.3 && shares[0] < 1.0, "{shares:?}");
    let own: Vec<u64> = candidates
        .iter()
        .map(|it| it["in_front_by_own_weights"].as_u64().expect("a count"))
        .collect();
    assert_eq!(own, [2, 1, 0]);
    assert_eq!(json, story.result(1).await, "the same bits for everybody who handed in");

    let page = story.people[0].get(&format!("{BASE}/ergebnis")).await.expect_status(200);
    let text = page.body_text();
    let share = (100.0 * shares[0]).round();
    assert!(text.contains(&format!("in {share} von 100 denkbaren Gewichtungen vorn")), "{share}");
    let line = format!(
        "Stadtentwicklung und Jugend liegen bei „Aussicht“ in {} drei Punkte auseinander: 5 und 2.",
        story.quarters[0].1
    );
    let said = page.texts("main li");
    assert!(said.contains(&line), "{line} in {said:?}");
    assert_eq!(page.texts("figure svg.punkte").len(), 8, "one picture a criterion, twice");
}
