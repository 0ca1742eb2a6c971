//! A city agrees on a measure: from evidence to effect, by several Stellen at once, and the red
//! thread shows the chain although nobody drew it.

mod composing;
mod measuring;
pub mod planning;

use ankunft_disclosure::Nutzung;
use ankunft_platform::changes;
use ankunft_testkit::Browser;

use crate::common::Reader;
use crate::common::desk::{Story, city};
use crate::common::planting::{plant, protected};

const BOARD: &str = "/musterstadt/steuerung";
const NEW: &str = "/musterstadt/steuerung/massnahmen/neu";
const TABLE: &str = "/musterstadt/steuerung/massnahmen/tabelle";

fn measure(number: i64) -> String {
    format!("/musterstadt/steuerung/massnahmen/{number}")
}

#[tokio::test]
async fn a_city_agrees_on_a_measure() {
    agrees(Story::new().await).await;
}

#[tokio::test]
async fn a_city_agrees_on_a_measure_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        agrees(Story::at(address).await).await;
    }
}

async fn agrees(mut story: Story) {
    let planted =
        plant(&story.demo, &city("musterstadt"), 15_829_363, (protected(), Nutzung::Public)).await;
    planning::five_fields_make_a_measure(&mut story).await;
    planning::a_stelle_changes_only_its_own(&mut story).await;
    planning::two_who_save_at_once_see_the_difference(&mut story).await;
    planning::one_of_many_takes_effect(&mut story).await;
    planning::a_table_is_looked_at_before_it_is_taken(&mut story).await;
    planning::a_table_may_name_more_fields(&mut story).await;
    planning::a_table_that_cannot_be_read_says_where(&mut story).await;
    measuring::it_cites_its_evidence(&mut story).await;
    measuring::the_thread_shows_the_chain(&mut story).await;
    measuring::a_correction_and_a_sperrung_are_seen(&mut story, &planted).await;
    measuring::nothing_typed_is_lost(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

#[tokio::test]
async fn a_composed_quarter_gathers_what_is_done_in_it() {
    composing::quarter(Story::new().await).await;
}

#[tokio::test]
async fn a_composed_quarter_gathers_what_is_done_in_it_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        composing::quarter(Story::at(address).await).await;
    }
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["measure.plan", "measure.change", "measure.baseline", "citation.place"] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    let notes = log.iter().filter(|it| it.thing_kind == "measure").map(|it| it.note.as_str());
    assert!(notes.into_iter().all(|it| !it.contains("Sprechstunde")), "the log says no contents");
}

/// No measure reaches anybody without the right: not its page, not the thread, not a panel, not
/// by its Fundstelle.
#[tokio::test]
async fn no_measure_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    planning::five_fields_make_a_measure(&mut story).await;
    measuring::it_cites_its_evidence(&mut story).await;
    let code = measuring::fundstelle(&mut story).await;
    let quarter = story.profile(0);
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let is_inside = inside.contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [
            BOARD.to_owned(),
            format!("{BOARD}/massnahmen.csv"),
            format!("{BOARD}/massnahmen.json"),
            measure(1),
            "/musterstadt/faden/measure/1".to_owned(),
            format!("/f/{code}"),
            format!("/musterstadt/faden/{}", measuring::figure(&story)),
            quarter.clone(),
            "/musterstadt".to_owned(),
        ] {
            let page = browser.get(&address).await;
            let shows = page.body_text().contains("Sprechstunde");
            assert!(is_inside || !shows, "{} reads it at {address}", reader.name);
        }
        let own = browser.get(&measure(1)).await;
        assert_eq!(own.status == 200, is_inside, "{}: {}", reader.name, own.status);
    }
    // The twin city has a measure of the same number: nobody's.
    let mut twin = Browser::new(&story.demo.app, "de");
    let page = twin.get("/gradlingen/faden/measure/1").await;
    assert!(!page.body_text().contains("Sprechstunde"));
}
