//! What all define alike.

use serde_json::Value;

use super::people::{TAKER, World};

const CORE: &str = "/programm/kernindikatoren";

pub async fn what_all_define_alike(world: &mut World) {
    let new = format!("{CORE}/neu");
    // Only the programme defines, and only in its own house.
    assert_eq!(world.giver.get("/musterstadt/kernindikatoren/neu").await.status, 404);
    let form = [
        ("code", "Anteil"),
        ("name", "Ausländeranteil"),
        ("definition", "Ausländer je 100 Einwohner"),
        ("bevoelkerung", "Hauptwohnung"),
        ("stichtag", "31.12."),
        ("einheit", ""),
    ];
    let refused = world.programme.post(&new, &new, &form).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 2, "code and unit");
    assert!(refused.body_text().contains("Ausländer je 100 Einwohner"), "what was typed stays");
    let mut form = form;
    form[0].1 = "auslaenderanteil";
    form[5].1 = "percent";
    let done = world.programme.post(&new, &new, &form).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{CORE}/auslaenderanteil")));

    let own = "/musterstadt/kernindikatoren/auslaenderanteil/zuordnung";
    let page = world.giver.get(own).await.expect_status(200);
    assert_eq!(
        page.attribute("input[name=bevoelkerung]", "value").as_deref(),
        Some("Hauptwohnung")
    );
    let said = [
        ("version", "0"),
        ("fassung", "1"),
        ("merkmal", "share_foreigners"),
        ("bevoelkerung", "wohnberechtigt"),
        ("stichtag", "31.12."),
        ("abweichung", "mit Zweitwohnungen"),
    ];
    let _ = world.giver.post(own, own, &said).await.expect_status(303);
    // Who had the same form open sees what was said meanwhile, and loses nothing.
    let late = world.giver.post(own, own, &said).await.expect_status(422);
    assert!(late.body_text().contains("Inzwischen hat"), "{}", late.body_text());
    assert!(late.body_text().contains("mit Zweitwohnungen"));

    let theirs = format!("/{TAKER}/kernindikatoren/auslaenderanteil");
    let page = world.taker.get(&theirs).await.expect_status(200);
    assert!(page.body_text().contains("mit Zweitwohnungen"), "differences stand side by side");
    let edit = format!("{CORE}/auslaenderanteil/aendern");
    let mut changed = form.to_vec();
    changed[0] = ("version", "1");
    changed[2].1 = "Menschen ohne deutschen Pass je 100 Einwohner";
    let _ = world.programme.post(&edit, &edit, &changed).await.expect_status(303);
    let late = world.programme.post(&edit, &edit, &changed).await.expect_status(422);
    assert!(late.body_text().contains("Inzwischen hat"));
    let list = world.taker.get(&format!("/{TAKER}/kernindikatoren.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let cities = list["core_indicators"][0]["cities"].as_array().expect("cities");
    assert_eq!(cities.len(), 12);
    let of = |name: &str| cities.iter().find(|it| it["city"] == name).expect("a city");
    assert_eq!(of("Musterstadt")["fit"], "veraltet");
    assert_eq!(of("Gradlingen")["fit"], "offen");
}
