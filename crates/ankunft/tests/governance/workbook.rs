//! The measures of a city as a workbook: handed out, edited by other programs, and brought back with
//! every difference shown before anything is taken over.

mod apart;
mod bad_input;
mod calc;
mod editing;
mod file;
mod meanwhile;

use ankunft_platform::changes;
use ankunft_testkit::{Browser, Page};
use serde_json::Value;

use crate::common::Reader;
use crate::common::desk::Story;

const BOARD: &str = "/musterstadt/steuerung";
const FILE: &str = "/musterstadt/steuerung/massnahmen.xlsx";
const BRING: &str = "/musterstadt/steuerung/massnahmen/abgleich";
const TABLE: &str = "/musterstadt/steuerung/massnahmen/tabelle";

fn measure(number: i64) -> String {
    format!("/musterstadt/steuerung/massnahmen/{number}")
}

/// Three measures, an indicator, a value of it that was accepted, and one that waits.
async fn begin(story: &mut Story) {
    let quarter = story.quarters[0].1.clone();
    let table = format!(
        "Lotsen\t{quarter}\tJugend\t31.12.2027\t\"Wege sind kürzer,\nund alle kennen sie\"\n\
         Hoffest\t{quarter}\tWohnen\t1.6.2027\t=Nachbarn kennen sich\n\
         Sprachcafé\tganze Stadt\tJugend\t2027-12-31\tViele kommen\n"
    );
    let take = [("tabelle", table.as_str()), ("absicht", "uebernehmen")];
    let _ = story.people[0].post(TABLE, TABLE, &take).await.expect_status(303);
    let new = format!("{}/indikatoren/neu", measure(1));
    let sent = [
        ("stufe", "2"),
        ("name", "Beratungen"),
        ("einheit", "Personen"),
        ("ausgangswert", "12,5"),
        ("ausgangstag", "2025-12-31"),
        ("ziel-0-tag", "31.12.2026"),
        ("ziel-0-wert", "300"),
        ("gliederung", "Frauen\nMänner"),
    ];
    let _ = story.people[0].post(&new, &new, &sent).await.expect_status(303);
    let one = format!("{}/indikatoren/1", measure(1));
    for (seen, period, value) in [("0", "2026q1", "40"), ("1", "2026q2", "62,5")] {
        let sent = [("zeitraum", period), ("wert", value), ("gesehen", seen), ("notiz", "")];
        let done = story.people[0].post(&one, &format!("{one}/werte"), &sent).await;
        let _ = done.expect_status(303);
    }
    let decide = [("zeitraum", "2026q1"), ("version", "1"), ("absicht", "abnehmen")];
    let done = story.people[0].post(&one, &format!("{one}/abnahme"), &decide).await;
    let _ = done.expect_status(303);
}

/// What a page says it is about, without for whom it is.
fn title(page: &Page) -> String {
    let whole = page.text("h1");
    let marks = [" nur in der Verwaltung", " inside the administration only"];
    let bare = marks.iter().find_map(|it| whole.strip_suffix(it));
    bare.unwrap_or(&whole).trim().to_owned()
}

/// Brings a file; gives where it is looked at, and that page.
async fn bring(browser: &mut Browser, bytes: &[u8]) -> (String, Page) {
    let sent = browser.upload(BRING, BRING, "was immer.xlsx", bytes).await.expect_status(303);
    let at = sent.location().expect("a page");
    let page = browser.get(&at).await.expect_status(200);
    (at, page)
}

/// Takes over what a page shows, with what was decided about conflicts.
async fn accept(browser: &mut Browser, at: &str, page: &Page, decided: &[(&str, &str)]) -> Page {
    let seen = page.attribute("input[name=gesehen]", "value").expect("something to take over");
    let form = [&[("gesehen", seen.as_str())], decided].concat();
    browser.post(at, &format!("{at}/uebernehmen"), &form).await
}

async fn list(story: &mut Story) -> Vec<Value> {
    let list = story.people[0].get(&format!("{BOARD}/massnahmen.json")).await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let mut all = list["measures"].as_array().expect("measures").clone();
    all.sort_by_key(|it| it["number"].as_i64());
    all
}

#[tokio::test]
async fn a_workbook_comes_back() {
    comes_back(Story::new().await).await;
}

#[tokio::test]
async fn a_workbook_comes_back_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        comes_back(Story::at(address).await).await;
    }
}

async fn comes_back(mut story: Story) {
    begin(&mut story).await;
    editing::what_nobody_touched_differs_in_nothing(&mut story).await;
    editing::only_the_changed_cells_differ(&mut story).await;
    editing::new_rows_belong_to_new_rows(&mut story).await;
    editing::another_program_changes_it(&mut story).await;
    calc::calc_changes_it(&mut story).await;
    meanwhile::what_both_changed_a_person_decides(&mut story).await;
    meanwhile::one_of_many_takes_effect(&mut story).await;
    meanwhile::a_stelle_changes_only_its_own(&mut story).await;
    meanwhile::what_was_accepted_is_locked(&mut story).await;
    let actions = ["measure.plan", "measure.change", "indicator.add", "actual.hand-in"];
    all_of_it_stands_in_the_log(&story, &actions).await;
}

#[tokio::test]
async fn what_is_told_apart_and_spent_comes_back() {
    comes_back_apart(Story::new().await).await;
}

#[tokio::test]
async fn what_is_told_apart_and_spent_comes_back_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        comes_back_apart(Story::at(address).await).await;
    }
}

async fn comes_back_apart(mut story: Story) {
    begin(&mut story).await;
    apart::begin(&mut story).await;
    apart::nothing_of_it_is_lost(&mut story).await;
    apart::a_value_that_no_longer_fits_is_said(&mut story).await;
    apart::a_changed_booking_is_a_correction(&mut story).await;
    let actions = ["actual.hand-in", "measure.spend", "measure.spend-correct"];
    all_of_it_stands_in_the_log(&story, &actions).await;
}

async fn all_of_it_stands_in_the_log(story: &Story, actions: &[&str]) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in actions {
        assert!(log.iter().any(|it| it.action == *action), "{action} left no trace");
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_said_with_its_cell() {
    let mut story = Story::new().await;
    begin(&mut story).await;
    bad_input::cells_that_say_nothing(&mut story).await;
    bad_input::keys_that_fit_nothing(&mut story).await;
    bad_input::other_spellings_are_read(&mut story).await;
    bad_input::files_that_are_none(&mut story).await;
    bad_input::ten_thousand_rows(&mut story).await;
    bad_input::what_another_program_can_do_to_cells(&mut story).await;
    bad_input::what_values_count_stays(&mut story).await;
    bad_input::values_are_read_as_the_file_counts_them(&mut story).await;
}

/// No workbook reaches anybody without the right, and nobody brings one.
#[tokio::test]
async fn nobody_without_the_right_gets_or_brings_one() {
    let mut story = Story::new().await;
    begin(&mut story).await;
    let bytes = story.people[0].get(FILE).await.expect_status(200).body;
    let (at, _) = bring(&mut story.people[0], &bytes).await;
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let plans = ["coordination", "department"].contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        let got = browser.get(FILE).await.status == 200;
        assert_eq!(got, inside.contains(&reader.name), "{}", reader.name);
        let may_bring = browser.get(BRING).await.status == 200;
        assert_eq!(may_bring, plans, "{}", reader.name);
        let other = browser.get(&at).await;
        assert_ne!(other.status, 200, "{} looks at the file of another", reader.name);
        assert!(!other.body_text().contains("Hoffest"));
    }
}
