//! A measure gets depth: what it is to bring about, what was reached, who helps, who pays and what can
//! go wrong; and what was reached stands at the end of the red thread.

mod around;
mod stairs;

use ankunft_platform::changes;
use ankunft_testkit::Page;

use crate::common::Reader;
use crate::common::desk::Story;
use crate::measures::planning::{self, Form};

const BOARD: &str = "/musterstadt/steuerung";
const NEW: &str = "/musterstadt/steuerung/massnahmen/neu";

fn measure(number: i64) -> String {
    format!("/musterstadt/steuerung/massnahmen/{number}")
}

/// An indicator of the first measure.
fn indicator(number: i64) -> String {
    format!("{}/indikatoren/{number}", measure(1))
}

/// A form as fields.
fn form(fields: &[(&str, &str)]) -> Form {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// How many forms of a page are sent to an address.
fn forms_to(page: &Page, to: &str) -> usize {
    page.attributes(&format!("form[action='{to}']"), "action").len()
}

#[tokio::test]
async fn a_measure_gets_depth() {
    gets_depth(Story::new().await).await;
}

#[tokio::test]
async fn a_measure_gets_depth_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        gets_depth(Story::at(address).await).await;
    }
}

async fn gets_depth(mut story: Story) {
    planning::five_fields_make_a_measure(&mut story).await;
    stairs::a_step_and_a_name_make_an_indicator(&mut story).await;
    stairs::what_it_lacks_is_a_hint(&mut story).await;
    stairs::the_path_is_checked_beside_its_fields(&mut story).await;
    stairs::two_who_change_it_see_the_difference(&mut story).await;
    stairs::a_value_is_checked_and_accepted(&mut story).await;
    stairs::one_of_many_takes_effect(&mut story).await;
    stairs::a_correction_counts_once_it_is_accepted(&mut story).await;
    stairs::it_stands_at_the_end_of_the_thread(&mut story).await;
    stairs::a_figure_of_the_quarter_is_read(&mut story).await;
    stairs::measures_that_count_the_same_people_are_told(&mut story).await;
    stairs::what_values_count_stays(&mut story).await;
    stairs::who_counts_otherwise_meanwhile_is_told(&mut story).await;
    around::money_is_never_over_the_budget(&mut story).await;
    around::partners_stand_in_the_register(&mut story).await;
    around::two_who_plan_the_money_see_the_difference(&mut story).await;
    around::risks_and_files_say_it_too(&mut story).await;
    around::what_was_typed_into_groups_comes_back(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in [
        "indicator.add",
        "indicator.change",
        "actual.hand-in",
        "actual.accept",
        "actual.return",
        "measure.money",
        "measure.partners",
        "measure.risks",
        "organisation.add",
    ] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    let tells =
        |it: &&changes::Recorded| it.note.contains("Beratung") || it.note.contains("Caritas");
    assert_eq!(log.iter().find(tells), None, "the log says no contents");
}

/// What a measure is to bring about is for those inside; changing it for those who may change it.
#[tokio::test]
async fn no_indicator_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    planning::five_fields_make_a_measure(&mut story).await;
    stairs::a_step_and_a_name_make_an_indicator(&mut story).await;
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let is_inside = inside.contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [
            indicator(1),
            format!("{BOARD}/massnahmen.json"),
            "/musterstadt/faden/effect/1:1:2026q3".into(),
        ] {
            let page = browser.get(&address).await;
            assert!(
                is_inside || !page.body_text().contains("Beratungen"),
                "{} {address}",
                reader.name
            );
        }
        assert_eq!(browser.get(&indicator(1)).await.status == 200, is_inside, "{}", reader.name);
        // A role alone changes nothing of a Stelle's measure, but the coordination's.
        for path in ["aendern", "../neu", "../../geld", "../../partner", "../../risiken"] {
            let address = match path.strip_prefix("../") {
                None => format!("{}/{path}", indicator(1)),
                Some(rest) => match rest.strip_prefix("../") {
                    None => format!("{}/indikatoren/{rest}", measure(1)),
                    Some(rest) => format!("{}/{rest}", measure(1)),
                },
            };
            let status = browser.get(&address).await.status;
            assert_eq!(status == 200, reader.name == "coordination", "{} {address}", reader.name);
        }
    }
    let mut twin =
        ankunft_testkit::Browser::log_in(&story.demo.app, "coordination@leser.example", "de").await;
    let _ = twin.get("/gradlingen/steuerung/massnahmen/1/indikatoren/1").await;
    let page = twin.get("/gradlingen/faden/effect/1:1:2026q3").await;
    assert!(!page.body_text().contains("Beratungen"));
}
