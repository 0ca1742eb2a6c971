//! A goal is measured: by what somebody writes down, by what the measures below it count, and by what
//! the atlas releases.

mod counting;
mod writing;

use ankunft_disclosure::Audience;
use ankunft_platform::changes;
use serde_json::Value;

use crate::common::Reader;
use crate::common::desk::Story;
use crate::measures::planning;

const GOALS: &str = "/musterstadt/steuerung/ziele";

/// The goal of the story.
fn goal() -> String {
    format!("{GOALS}/2")
}

fn new() -> String {
    format!("{}/indikatoren/neu", goal())
}

fn indicator(number: i64) -> String {
    format!("{}/indikatoren/{number}", goal())
}

#[tokio::test]
async fn a_goal_is_measured() {
    measured(Story::new().await).await;
}

#[tokio::test]
async fn a_goal_is_measured_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        measured(Story::at(address).await).await;
    }
}

async fn measured(mut story: Story) {
    writing::a_concept(&mut story).await;
    writing::a_name_and_a_target_make_one(&mut story).await;
    writing::two_who_change_it_see_the_difference(&mut story).await;
    counting::a_value_is_written_once(&mut story).await;
    counting::a_correction_is_a_version(&mut story).await;
    planning::five_fields_make_a_measure(&mut story).await;
    counting::measures_are_added_up(&mut story).await;
    counting::a_figure_of_the_atlas_is_read(&mut story).await;
    writing::what_is_adopted_stays(&mut story).await;
    files_say_the_same(&mut story).await;
    a_value_is_cited(&story).await;
    all_of_it_stands_in_the_log(&story).await;
}

async fn files_say_the_same(story: &mut Story) {
    let list = story.people[1].get(&format!("{GOALS}.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let of = &list["goals"][1]["indicators"];
    assert_eq!(of[0]["name"], "Menschen mit Beratung in Gehweite");
    assert_eq!(of[0]["actuals"][0]["value"], 45.0);
    assert_eq!(of[0]["targets"][0]["year"], 2030);
    assert_eq!(of[1]["origin"], "sum");
    assert_eq!(of[1]["actuals"][0]["value"], 120.0);
    let page = story.people[1].get(GOALS).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("Ist 45\u{a0}%") && text.contains("Ziel 75\u{a0}% bis 2030"), "{text}");
}

async fn a_value_is_cited(story: &Story) {
    let app = &story.demo.app;
    let tenant = story.demo.tenant("musterstadt").await;
    let kind = app.parts.citable("goal-value").expect("values of goals");
    let words = ["beratung".to_owned(), "gehweite".to_owned()];
    let found = kind.search(app, tenant, &words, Audience::Administration).await.expect("found");
    let ids: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(ids.first(), Some(&"2:1:2026-01-31"), "what fits best comes first: {ids:?}");
    let seen = kind.look_up(app, tenant, &ids, Audience::Administration).await.expect("seen");
    let seen = seen[0].as_ref().expect("a thing");
    assert_eq!(seen.value.as_deref(), Some("45\u{a0}% (90 von 200)"));
    let public = kind.look_up(app, tenant, &ids, Audience::Public).await.expect("an answer");
    assert!(public[0].is_none(), "a goal is for those inside");
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["goal-indicator.add", "goal-indicator.change", "goal-value.write"] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    assert!(log.iter().all(|it| !it.note.contains("Gehweite")), "the log says no contents");
}

#[tokio::test]
async fn no_value_of_a_goal_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    writing::a_concept(&mut story).await;
    let form = [("name", "Geheimes Maß"), ("ziel-0-jahr", "2030"), ("ziel-0-wert", "5")];
    let _ = story.people[0].post(&new(), &new(), &form).await.expect_status(303);
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let is_inside = inside.contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [goal(), indicator(1), GOALS.to_owned(), format!("{GOALS}.json")] {
            let page = browser.get(&address).await;
            let says = String::from_utf8_lossy(&page.body).contains("Geheimes");
            assert_eq!(says, is_inside, "{} at {address}: {}", reader.name, page.status);
        }
        // Who does not answer for the goal writes no value; who sees nothing of it has no form.
        let value = [("gesehen", "0"), ("tag", "2026-01-31"), ("wert", "5")];
        if is_inside && reader.name != "coordination" {
            let to = format!("{}/werte", indicator(1));
            let refused = browser.post("/musterstadt", &to, &value).await.status.as_u16();
            assert!([403, 404].contains(&refused), "{}: {refused}", reader.name);
        }
    }
    let page = story.people[0].get(&indicator(1)).await.expect_status(200);
    assert!(page.body_text().contains("Noch ist kein Wert eingetragen."), "nobody wrote one");
}
