//! A quarter that somebody composed of area units gathers what is done in them, and things are agreed on
//! for it as for any other.

use ankunft_testkit::Browser;

use super::{BOARD, NEW, TABLE, measure, planning};
use crate::common::desk::{Story, plain, set};

const FUNDS: &str = "/musterstadt/fonds/neu";
const COMPOSE: &str = "/musterstadt/atlas/quartiere/neu";
const CHANGE: &str = "/musterstadt/atlas/quartiere/aendern/q-noerdliche-altstadt";
const QUARTER: &str = "/musterstadt/atlas/quartiere/q-noerdliche-altstadt?ebene=quartier";
const REPORT: &str = "/musterstadt/steuerung/quartiere/quartier/q-noerdliche-altstadt";
const NAME: &str = "Nördliche Altstadt";
/// What everybody calls it.
const OPEN: &str = "Am Wall";

/// Composes a quarter of the first two, or changes what it is.
async fn compose(story: &mut Story, to: &str, name: &str, more: &[(&str, &str)]) {
    let [one, two] = [0, 1].map(|at| story.quarters[at].0.clone());
    let mut form = vec![("ebene", "quartier"), ("gebiet", one.as_str()), ("gebiet", two.as_str())];
    form.extend([("name", name), ("grund", "Ein Stadtteilbüro für beide")]);
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
    let part = format!("nur ein Teil: {}", story.quarters[0].1);
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
        assert!(file.ends_with("?quartier=quartier%3Aq-noerdliche-altstadt"), "{file}");
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

/// A card of the library is read beyond the city, so it begins with a name that everybody may know.
async fn a_card_names_it(story: &mut Story, name: &str) {
    let card = "/musterstadt/bibliothek/neu?massnahme=4";
    let card = story.people[0].get(card).await.expect_status(200);
    let place = card.attribute("form.formular input[name=ort]", "value").unwrap_or_default();
    assert_eq!(place, name);
    let typed = card.texts("form.formular textarea").concat();
    assert!(!typed.contains(NAME), "{typed}");
}

/// A fund for it, once everybody may know of it.
async fn found(story: &mut Story) {
    let page = story.people[0].get(FUNDS).await.expect_status(200);
    let mut form = planning::form_of(&page);
    let quarter = planning::choice(&page, "quartier", OPEN);
    let [lead, payer] =
        ["Stadtentwicklung", "Wohnen"].map(|it| planning::choice(&page, "leitung", it));
    for (name, value) in [
        ("name", "Verfügungsfonds"),
        ("quartier", quarter.as_str()),
        ("anteil", "50"),
        ("voll-bis", "200"),
        ("hoechstens", "1.000"),
        ("kriterien", "Es bringt Nachbarn zusammen."),
        ("leitung", lead.as_str()),
        ("auszahlung", payer.as_str()),
        ("mindestens", "2"),
    ] {
        set(&mut form, name, value);
    }
    form.retain(|it| it.0 != "gremium");
    form.extend([lead, payer].map(|it| ("gremium".to_owned(), it)));
    let done = story.people[0].post(FUNDS, FUNDS, &plain(&form)).await.expect_status(303);
    assert_eq!(done.location().as_deref(), Some("/musterstadt/fonds/1"));
}

/// Funds are read by everybody: a quarter that is not for everybody is not offered there, and one that is
/// taken back is named there no more.
async fn what_is_for_everybody_names_only_what_is(story: &mut Story) {
    let selector = "select[name=quartier] option";
    let offered = story.people[0].get(FUNDS).await.expect_status(200).texts(selector);
    assert!(!offered.iter().any(|it| it.contains(NAME)), "{offered:?}");
    a_card_names_it(story, "ein Quartier der Stadt").await;
    compose(story, CHANGE, OPEN, &[("oeffentlich", "ja")]).await;
    a_card_names_it(story, OPEN).await;
    found(story).await;
    let mut public = Browser::new(&story.demo.app, "de");
    let part = story.profile(0);
    for address in ["/musterstadt/fonds", "/musterstadt/fonds/1"] {
        assert!(
            public.get(address).await.expect_status(200).text("main").contains(OPEN),
            "{address}"
        );
    }
    assert!(public.get(&part).await.expect_status(200).text("main").contains("Verfügungsfonds"));
    compose(story, CHANGE, OPEN, &[]).await;
    for address in ["/musterstadt/fonds", "/musterstadt/fonds/1"] {
        let shown = public.get(address).await.expect_status(200).text("main");
        assert!(
            !shown.contains(OPEN) && shown.contains("Quartier der Stadt"),
            "{address}: {shown}"
        );
        assert!(main_text(story, 2, address).await.contains(OPEN), "inside it is told");
    }
    let shown = public.get(&part).await.expect_status(200).text("main");
    assert!(!shown.contains("Verfügungsfonds"), "nobody learns of what it is: {shown}");
}

/// A workbook that somebody took while it was called otherwise comes back.
async fn a_file_of_before_says_nothing_new(story: &mut Story, file: &[u8]) {
    let bring = "/musterstadt/steuerung/massnahmen/abgleich";
    let sent = story.people[0].upload(bring, bring, "vorher.xlsx", file).await.expect_status(303);
    let page = story.people[0].get(&sent.location().expect("a page")).await.expect_status(200);
    let title = page.text("h1");
    assert!(title.starts_with("Nichts unterscheidet sich"), "{title}: {}", page.text("main"));
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
    let is_there = |it: &String| it.contains(NAME) || it.contains(OPEN);
    assert!(!new.iter().any(is_there), "it is offered no more: {new:?}");
    let shown = main_text(story, 2, REPORT).await;
    assert!(shown.contains("Lotsen") && shown.contains("Stadtteilbüro"), "{shown}");
}

pub async fn quarter(mut story: Story) {
    compose(&mut story, COMPOSE, NAME, &[]).await;
    measures(&mut story).await;
    it_gathers_what_is_done_in_it(&mut story).await;
    a_form_offers_it(&mut story).await;
    bodies_and_funds_are_near(&mut story).await;
    let file = format!("{BOARD}/massnahmen.xlsx");
    let file = story.people[0].get(&file).await.expect_status(200).body;
    what_is_for_everybody_names_only_what_is(&mut story).await;
    a_file_of_before_says_nothing_new(&mut story, &file).await;
    it_is_given_up(&mut story).await;
    a_file_of_before_says_nothing_new(&mut story, &file).await;
}
