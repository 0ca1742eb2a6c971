//! Two people at once, and going back to what was.

use serde_json::Value;

use crate::common::desk::{BASE, Story, form_of, plain, set};

const FORM: &str = "/musterstadt/atlas/kandidaten/entscheidung";

fn filled(form: &mut Vec<(String, String)>, reason: &str) {
    for (name, value) in [
        ("stelle", "Stadtrat"),
        ("tag", "2026-02-01"),
        ("grund", reason),
        ("minderheit", "Es gab eine andere Meinung."),
        ("oeffentlich", "nein"),
    ] {
        set(form, name, value);
    }
}

fn baseline(decision: &Value) -> Vec<Value> {
    let quarters = decision["quarters"].as_array().expect("quarters");
    let chosen = quarters.iter().find(|it| it["chosen"] == true).expect("a chosen one");
    let all = chosen["baseline"].as_array().expect("a Nullmessung").iter();
    all.map(|it| it["sha256_salted"].clone()).collect()
}

/// While somebody writes, somebody else moves a candidate: the text stays, and what moved is said.
pub async fn a_candidate_moves_meanwhile(story: &mut Story) {
    let address = format!("{FORM}?gewaehlt=1");
    let mut form = form_of(story, &address).await;
    filled(&mut form, "Ein langer Grund.");
    let _ = story.step(3, "set-aside", "kein Träger").await.expect_status(303);
    let page = story.people[0].post(&address, FORM, &plain(&form)).await.expect_status(422);
    let words = page.body_text();
    let moved = format!("{} war vorgeschlagen und ist jetzt zurückgestellt.", story.quarters[2].1);
    for said in ["Ihr Text ist noch da", moved.as_str(), "Ein langer Grund.", "andere Meinung"] {
        assert!(words.contains(said), "{said}");
    }
    // The page that came back is the form as it stands now: sent again, it is taken.
    let selector = format!("form[action='{FORM}'] input[type=hidden]");
    let fields = crate::common::desk::inputs(&page, &selector);
    for (name, value) in fields.iter().filter(|it| it.0.starts_with("stand-")) {
        set(&mut form, name, value);
    }
    form.retain(|it| !it.0.starts_with("stand-") || fields.iter().any(|now| now.0 == it.0));
    let done = story.people[0].post(&address, FORM, &plain(&form)).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{BASE}/entscheidungen/1")));
}

/// Two people decide at once: who is second finds both texts side by side, and can correct.
pub async fn somebody_decides_meanwhile(story: &mut Story, form: &[(String, String)]) {
    let mut form = form.to_vec();
    filled(&mut form, "Der zweite Grund.");
    let page = story.people[0].post(BASE, FORM, &plain(&form)).await.expect_status(422);
    let table = page.text("table");
    for said in ["Der zweite Grund.", "Ein langer Grund.", "Begründung"] {
        assert!(table.contains(said), "{said} in {table}");
    }
    assert_eq!(page.attribute("input[name=berichtigt]", "value").as_deref(), Some("1"));
    assert!(page.text("textarea[name=grund]").contains("Der zweite Grund."), "to be sent again");
}

/// A → B → A: each is a version of its own; the last says so, and has what was measured first.
pub async fn a_choice_goes_back_to_what_it_was(story: &mut Story) {
    let first = story.decision(1).await;
    for (number, chosen) in [(1, 2), (2, 1)] {
        let address = format!("{FORM}?berichtigt={number}&gewaehlt={chosen}");
        let mut form = form_of(story, &address).await;
        filled(&mut form, "Ein langer Grund.");
        set(&mut form, "berichtigung", "Das falsche Quartier.");
        let done = story.people[0].post(&address, FORM, &plain(&form)).await.expect_status(303);
        assert_eq!(done.location(), Some(format!("{BASE}/entscheidungen/{}", number + 1)));
    }
    let (second, third) = (story.decision(2).await, story.decision(3).await);
    assert_eq!((&second["restores"], &third["restores"]), (&Value::Null, &1.into()));
    assert_eq!(baseline(&third), baseline(&first), "what was measured then");
    assert_ne!(baseline(&second), baseline(&first));
    let arrival = |it: &Value| {
        let quarters = it["quarters"].as_array().expect("quarters").clone();
        quarters.into_iter().find(|it| it["chosen"] == true).expect("one")["arrival"].clone()
    };
    assert_eq!(arrival(&third), arrival(&first), "what was said then");
    assert!(arrival(&third).is_object());
    let page = story.people[0].get(&format!("{BASE}/entscheidungen/3")).await.body_text();
    assert!(page.contains("Gewählt ist dasselbe wie in Entscheidung 1"));
    // Two corrections of one decision: the second is laid beside the first.
    let address = format!("{FORM}?berichtigt=3&gewaehlt=1");
    let mut form = form_of(story, &address).await;
    filled(&mut form, "Die erste Berichtigung.");
    set(&mut form, "berichtigung", "Klarer gesagt.");
    let mut late = form.clone();
    set(&mut late, "grund", "Die zweite Berichtigung.");
    let _ = story.people[0].post(&address, FORM, &plain(&form)).await.expect_status(303);
    let page = story.people[0].post(BASE, FORM, &plain(&late)).await.expect_status(422);
    let table = page.text("table");
    assert!(
        table.contains("Die erste Berichtigung.") && table.contains("Die zweite Berichtigung.")
    );
    assert_eq!(page.attribute("input[name=berichtigt]", "value").as_deref(), Some("4"));
    set(&mut late, "berichtigt", "4");
    let done = story.people[0].post(BASE, FORM, &plain(&late)).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{BASE}/entscheidungen/5")));
}
