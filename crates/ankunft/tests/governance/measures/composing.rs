//! A quarter that somebody composed of area units gathers what is done in them, and things are agreed on
//! for it as for any other.

use super::{BOARD, NEW, TABLE, measure};
use crate::common::desk::Story;

const COMPOSE: &str = "/musterstadt/atlas/quartiere/neu";
const CHANGE: &str = "/musterstadt/atlas/quartiere/aendern/q-noerdliche-altstadt";
const QUARTER: &str = "/musterstadt/atlas/quartiere/q-noerdliche-altstadt?ebene=quartier";
const REPORT: &str = "/musterstadt/steuerung/quartiere/quartier/q-noerdliche-altstadt";
const NAME: &str = "Nördliche Altstadt";

/// Composes a quarter of the first two, or changes what it is.
async fn compose(story: &mut Story, to: &str, more: &[(&str, &str)]) {
    let [one, two] = [0, 1].map(|at| story.quarters[at].0.clone());
    let mut form = vec![("ebene", "quartier"), ("gebiet", one.as_str()), ("gebiet", two.as_str())];
    form.extend([("name", NAME), ("grund", "Ein Stadtteilbüro für beide")]);
    form.extend(more);
    let _ = story.people[0].post(to, to, &form).await.expect_status(303);
}

async fn main_text(story: &mut Story, person: usize, address: &str) -> String {
    story.people[person].get(address).await.expect_status(200).text("main")
}

/// One measure in each of the three quarters, one in the composed one, by its name.
async fn measures(story: &mut Story) {
    let [one, two, three] = [0, 1, 2].map(|at| story.quarters[at].1.clone());
    let line =
        |title: &str, place: &str| format!("{title}\t{place}\tJugend\t31.12.2027\tViele kommen\n");
    let table = [
        line("Lotsen", &one),
        line("Hoffest", &two),
        line("Sprachcafé", &three),
        line("Stadtteilbüro", NAME),
    ]
    .concat();
    let take = [("tabelle", table.as_str()), ("absicht", "uebernehmen")];
    let _ = story.people[0].post(TABLE, TABLE, &take).await.expect_status(303);
}

async fn it_gathers_what_is_done_in_it(story: &mut Story) {
    let part = format!("nur in {}", story.quarters[0].1);
    for address in [QUARTER, REPORT] {
        let shown = main_text(story, 2, address).await;
        for said in ["Lotsen", "Hoffest", "Stadtteilbüro", part.as_str()] {
            assert!(shown.contains(said), "{address}: no {said} in {shown}");
        }
        assert!(!shown.contains("Sprachcafé"), "{address}: that is elsewhere");
    }
    let own = main_text(story, 2, &story.profile(0)).await;
    assert!(own.contains("Lotsen") && !own.contains("Hoffest"), "a part gathers its own: {own}");
    let board =
        story.people[2].get(&format!("{BOARD}?quartier=quartier:q-noerdliche-altstadt")).await;
    let board = board.expect_status(200);
    let chosen = board.attribute("select[name=quartier] option[selected]", "value");
    assert_eq!(chosen.as_deref(), Some("quartier:q-noerdliche-altstadt"), "it can be chosen");
    let titles = board.texts("table.tabelle th");
    let has = |title: &str| titles.iter().any(|it| it.contains(title));
    assert!(
        has("Lotsen") && has("Hoffest") && has("Stadtteilbüro") && !has("Sprachcafé"),
        "{titles:?}"
    );
    let files = board.attributes("a", "href");
    let files = files.iter().filter(|it| it.contains("/massnahmen."));
    let files: Vec<&String> = files.collect();
    assert_eq!(files.len(), 3, "XLSX, CSV and JSON of what is shown");
    for file in files {
        assert!(file.ends_with("?quartier=quartier:q-noerdliche-altstadt"), "{file}");
        let bytes = story.people[2].get(file).await.expect_status(200).body;
        if file.contains(".json") {
            let all: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
            assert_eq!(all["measures"].as_array().map(Vec::len), Some(3), "{all}");
        } else if file.contains(".csv") {
            let text = String::from_utf8(bytes.to_vec()).expect("text");
            assert!(text.contains("Hoffest") && !text.contains("Sprachcafé"), "{text}");
        }
    }
}

async fn a_form_offers_it(story: &mut Story) {
    let page = story.people[0].get(QUARTER).await.expect_status(200);
    let way = page.attributes("main a", "href").into_iter().find(|it| it.starts_with(NEW));
    let form = story.people[0].get(&way.expect("a way to a measure")).await.expect_status(200);
    let chosen = form.attribute("select[name=quartier] option[selected]", "value");
    assert_eq!(chosen.as_deref(), Some("quartier:q-noerdliche-altstadt"));
    let offered = form.texts("select[name=quartier] option");
    assert!(offered.contains(&format!("{NAME} (zusammengesetzt)")), "{offered:?}");
    let page = main_text(story, 1, &measure(4)).await;
    assert!(page.contains(NAME), "{page}");
}

async fn bodies_and_funds_are_near(story: &mut Story) {
    let body = [
        ("name", "Runder Tisch Altstadt"),
        ("art", "quarter"),
        ("quartier-0", "quartier:q-noerdliche-altstadt"),
    ];
    let new = "/musterstadt/gremien/neu";
    let _ = story.people[0].post(new, new, &body).await.expect_status(303);
    for address in [QUARTER.to_owned(), story.profile(0)] {
        let shown = main_text(story, 2, &address).await;
        assert!(shown.contains("Runder Tisch Altstadt"), "{address}: {shown}");
    }
    let beside = main_text(story, 2, &story.profile(2)).await;
    assert!(!beside.contains("Runder Tisch Altstadt"), "{beside}");
}

/// A card of the library is read beyond the city, so it does not begin with the name.
async fn a_card_does_not_name_it(story: &mut Story, is_named: bool) {
    let card = "/musterstadt/bibliothek/neu?massnahme=4";
    let card = story.people[0].get(card).await.expect_status(200);
    let typed = card.texts("form.formular textarea").concat();
    let place = card.attribute("form.formular input[name=ort]", "value").unwrap_or_default();
    assert_eq!(place.contains(NAME), is_named, "{place}");
    assert_eq!(typed.contains(NAME), is_named, "{typed}");
    assert!(is_named || place == "ein Quartier der Stadt", "{place}");
}

/// Funds are read by everybody: a quarter that is not for everybody is not offered there.
async fn what_is_for_everybody_names_only_what_is(story: &mut Story) {
    let fund = "/musterstadt/fonds/neu";
    let selector = "select[name=quartier] option";
    let offered = story.people[0].get(fund).await.expect_status(200).texts(selector);
    assert!(!offered.iter().any(|it| it.contains(NAME)), "{offered:?}");
    a_card_does_not_name_it(story, false).await;
    compose(story, CHANGE, &[("oeffentlich", "ja")]).await;
    a_card_does_not_name_it(story, true).await;
    let offered = story.people[0].get(fund).await.expect_status(200).texts(selector);
    assert!(offered.iter().any(|it| it.contains(NAME)), "{offered:?}");
}

/// What was agreed on for it stays, and can be changed.
async fn it_is_given_up(story: &mut Story) {
    let _ =
        story.people[0].post(CHANGE, &format!("{CHANGE}/aufgeben"), &[]).await.expect_status(303);
    let edit = format!("{}/aendern", measure(4));
    let form = story.people[1].get(&edit).await.expect_status(200);
    let chosen = form.attribute("select[name=quartier] option[selected]", "value");
    assert_eq!(chosen.as_deref(), Some("quartier:q-noerdliche-altstadt"), "where it stood");
    let new =
        story.people[0].get(NEW).await.expect_status(200).texts("select[name=quartier] option");
    assert!(!new.iter().any(|it| it.contains(NAME)), "it is offered no more: {new:?}");
    let shown = main_text(story, 2, REPORT).await;
    assert!(shown.contains("Lotsen") && shown.contains("Stadtteilbüro"), "{shown}");
}

pub async fn quarter(mut story: Story) {
    compose(&mut story, COMPOSE, &[]).await;
    measures(&mut story).await;
    it_gathers_what_is_done_in_it(&mut story).await;
    a_form_offers_it(&mut story).await;
    bodies_and_funds_are_near(&mut story).await;
    what_is_for_everybody_names_only_what_is(&mut story).await;
    it_is_given_up(&mut story).await;
}
