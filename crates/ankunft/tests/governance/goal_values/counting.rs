//! What was counted for a goal: written down, added up, read.

use super::{goal, indicator, new};
use crate::common::desk::{Story, plain};
use crate::measures::planning::Form;

const MEASURE: &str = "/musterstadt/steuerung/massnahmen/1";

fn value(day: &str, part: &str, seen: usize) -> Form {
    [("tag", day), ("wert", part), ("von", "200"), ("gesehen", &seen.to_string())]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}

/// 64 write the same value at once: one is kept, and the others see it.
pub async fn a_value_is_written_once(story: &mut Story) {
    let (page, to) = (indicator(1), format!("{}/werte", indicator(1)));
    for (day, part, said) in [
        ("2199-01-01", "80", "liegt in der Zukunft"),
        ("", "80", "für welchen Tag"),
        ("2026-01-31", "", "Geben Sie einen Wert an"),
        ("2026-01-31", "201", "mehr als alle"),
    ] {
        let form = value(day, part, 0);
        let refused = story.people[1].post(&page, &to, &plain(&form)).await.expect_status(422);
        assert!(refused.body_text().contains(said), "{said}: {}", refused.body_text());
        assert_eq!(refused.attribute("input[name=von]", "value").as_deref(), Some("200"));
    }
    let foreign = story.people[2].post(&page, &to, &plain(&value("2026-01-31", "80", 0))).await;
    assert!(
        foreign.expect_status(403).body_text().contains("die Stelle, die für das Ziel einsteht")
    );
    let mut tasks = Vec::new();
    for _ in 0..64 {
        let (mut browser, page, to) = (story.people[1].clone(), page.clone(), to.clone());
        tasks.push(tokio::spawn(async move {
            let form = value("2026-01-31", "80", 0);
            browser.post(&page, &to, &plain(&form)).await.status.as_u16()
        }));
    }
    let mut kept = 0;
    for task in tasks {
        match task.await.expect("no panic") {
            303 => kept += 1,
            422 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(kept, 1);
    let seen = story.people[1].get(&page).await.expect_status(200);
    assert!(seen.text(".leit").contains("Ist 40 %"), "{}", seen.text(".leit"));
}

pub async fn a_correction_is_a_version(story: &mut Story) {
    let (page, to) = (indicator(1), format!("{}/werte", indicator(1)));
    let mut form = value("2026-01-31", "90", 1);
    form.push(("teil-1".into(), "60".into()));
    form.push(("quelle".into(), "Wegenetz, neu gerechnet".into()));
    let _ = story.people[1].post(&page, &to, &plain(&form)).await.expect_status(303);
    let seen = story.people[0].get(&page).await.expect_status(200);
    let text = seen.body_text();
    for said in [
        "2. Fassung",
        "40\u{a0}% (80 von 200)",
        "45\u{a0}% (90 von 200)",
        "Nord 60",
        "neu gerechnet",
        "korrigiert durch 45\u{a0}% (90 von 200)",
        "Auf dem Weg ist, wer am Tag des letzten Werts",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(seen.texts("main td s"), ["40 % (80 von 200)"], "what holds no more is struck");
    assert!(seen.text(".leit").contains("Auf dem Weg."), "{}", seen.text(".leit"));
    assert_eq!(seen.attributes("figure svg", "class").len(), 2, "the path is drawn, twice");
}

/// Indicators of the measure below the goal: one that adds, one in another unit.
pub async fn measures_are_added_up(story: &mut Story) {
    let own = format!("{MEASURE}/indikatoren/neu");
    for (name, unit) in [("Beratungen", "Personen"), ("Abende im Haus", "Abende")] {
        let form = [("stufe", "2"), ("name", name), ("einheit", unit)];
        let _ = story.people[1].post(&own, &own, &form).await.expect_status(303);
    }
    let page = story.people[0].get(&goal()).await.expect_status(200);
    assert!(!page.body_text().contains("Aus den Maßnahmen"), "nothing serves it yet");
    let serve = format!("{MEASURE}/ziele");
    let _ = story.people[0].post(MEASURE, &serve, &[("ziel", "2")]).await.expect_status(303);
    let page = story.people[0].get(&goal()).await.expect_status(200);
    assert!(page.body_text().contains("Aus den Maßnahmen zusammenzählen"));
    let asked = story.people[0].get(&format!("{}?woher=sum", new())).await.expect_status(200);
    let ticked = asked.attributes("input[name=summe][checked]", "value");
    assert_eq!(ticked, ["1:1"], "what counts alike is chosen already");
    assert_eq!(asked.attribute("input[name=einheit]", "value").as_deref(), Some("Personen"));
    let none = [("name", "x"), ("woher", "sum"), ("ziel-0-jahr", "2030"), ("ziel-0-wert", "9")];
    let refused = story.people[0].post(&new(), &new(), &none).await.expect_status(422);
    assert!(refused.body_text().contains("mindestens einen Indikator einer Maßnahme"));
    let form = [
        ("name", "Beratene Personen"),
        ("einheit", "Personen"),
        ("woher", "sum"),
        ("summe", "1:1"),
        ("summe", "1:2"),
        ("ziel-0-jahr", "2030"),
        ("ziel-0-wert", "900"),
    ];
    let done = story.people[0].post(&new(), &new(), &form).await.expect_status(303);
    assert_eq!(done.location(), Some(indicator(2)));
    let of = format!("{MEASURE}/indikatoren/1");
    let hand_in = [("zeitraum", "2026q1"), ("wert", "120"), ("gesehen", "0")];
    let _ = story.people[1].post(&of, &format!("{of}/werte"), &hand_in).await.expect_status(303);
    let page = story.people[0].get(&indicator(2)).await.expect_status(200);
    assert!(page.text(".leit").contains("noch kein Wert"), "what nobody accepted does not count");
    let accept = [("zeitraum", "2026q1"), ("version", "1"), ("absicht", "abnehmen")];
    let _ = story.people[1].post(&of, &format!("{of}/abnahme"), &accept).await.expect_status(303);
    let page = story.people[0].get(&indicator(2)).await.expect_status(200);
    assert!(page.text(".leit").contains("Ist 120 Personen (31.03.2026)"), "{}", page.text(".leit"));
    assert!(page.body_text().contains("Nicht mitgezählt: Die Einheit ist eine andere."));
    let typed = value("2026-01-31", "5", 0);
    let to = format!("{}/werte", indicator(2));
    let _ = story.people[0].post(&goal(), &to, &plain(&typed)).await.expect_status(422);
}

pub async fn a_figure_of_the_atlas_is_read(story: &mut Story) {
    let page = story.people[0].get(&new()).await.expect_status(200);
    let offered = page.attributes("select[name=merkmal] option", "value");
    let figure = offered.iter().find(|it| it.ends_with(":population")).expect("a figure").clone();
    let form = [
        ("name", "Menschen in der Stadt"),
        ("woher", "figure"),
        ("merkmal", figure.as_str()),
        ("ort", "nirgends:1"),
        ("ziel-0-jahr", "2030"),
        ("ziel-0-wert", "100.000"),
    ];
    let refused = story.people[0].post(&new(), &new(), &form).await.expect_status(422);
    assert!(refused.body_text().contains("Für diesen Ort gibt es das Merkmal nicht"));
    let mut form = form.to_vec();
    form[3].1 = "stadt";
    let done = story.people[0].post(&new(), &new(), &form).await.expect_status(303);
    let page = story.people[0].get(&done.location().expect("its page")).await.expect_status(200);
    let sources = page.attributes("main tbody td a", "href");
    assert!(sources.len() > 3, "each value leads to its source: {}", page.body_text());
    assert!(sources.iter().all(|it| it.contains("/atlas/quelle?")), "{sources:?}");
    assert!(!page.body_text().contains("Wert eintragen"), "nobody types it");
}
