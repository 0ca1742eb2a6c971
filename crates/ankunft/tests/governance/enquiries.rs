//! A council member asks, and the city answers: from what is known, with its Fundstellen, in time,
//! and with nothing that the asker may not read.

pub mod answering;
mod keeping;
mod unsaved;

use ankunft_disclosure::Nutzung;
use ankunft_platform::changes;

use crate::common::Reader;
use crate::common::desk::{Story, city};
use crate::common::planting::{plant, protected};

const LIST: &str = "/musterstadt/anfragen";
const NEW: &str = "/musterstadt/anfragen/neu";

fn enquiry(number: i64) -> String {
    format!("/musterstadt/anfragen/{number}")
}

#[tokio::test]
async fn a_city_answers() {
    answers(Story::new().await).await;
}

#[tokio::test]
async fn a_city_answers_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        answers(Story::at(address).await).await;
    }
}

async fn answers(mut story: Story) {
    let narrow = (protected(), Nutzung::Administration);
    let planted = plant(&story.demo, &city("musterstadt"), 15_829_363, narrow).await;
    answering::an_enquiry_is_written_down(&mut story).await;
    answering::what_fits_is_gathered_and_taken(&mut story).await;
    answering::two_who_write_at_once_see_the_difference(&mut story).await;
    answering::nothing_narrower_leaves(&mut story, &planted).await;
    answering::it_is_sent_once(&mut story).await;
    keeping::earlier_answers_come_first(&mut story).await;
    keeping::a_matter_is_one_file(&mut story).await;
    keeping::who_asks_for_themselves_is_named_nowhere_else(&mut story).await;
    let one = unsaved::an_unsaved_answer_survives_every_button(&mut story).await;
    unsaved::who_comes_second_loses_nothing(&mut story, &one).await;
    unsaved::nobody_else_reads_it(&mut story, &one).await;
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["enquiry.receive", "enquiry.change", "enquiry.answer", "enquiry.send"] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    let mut notes = log.iter().filter(|it| it.thing_kind == "enquiry").map(|it| it.note.as_str());
    assert!(notes.all(|it| !it.contains("Nachbarn")), "the log says no contents");
}

/// No enquiry reaches the public or anybody outside the administration.
#[tokio::test]
async fn no_enquiry_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    answering::an_enquiry_is_written_down(&mut story).await;
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let is_inside = inside.contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [
            LIST.to_owned(),
            enquiry(1),
            format!("{LIST}/vorgang?az=13-26"),
            format!("{LIST}/vorgang.pdf?az=13-26"),
            "/musterstadt/faden/enquiry/1".to_owned(),
            "/musterstadt".to_owned(),
        ] {
            let shows = browser.get(&address).await.body_text().contains("Nachbarn im Quartier");
            assert!(is_inside || !shows, "{} reads it at {address}", reader.name);
        }
        let own = browser.get(&enquiry(1)).await;
        assert_eq!(own.status == 200, is_inside, "{}: {}", reader.name, own.status);
        let edit = browser.get(&format!("{}/aendern", enquiry(1))).await;
        assert_eq!(edit.status == 200, reader.name == "coordination", "{}", reader.name);
    }
}
