//! Where the red thread stops: a short list, each end with one owner, closed by doing it or with a
//! reason. And the thread as a picture and for programs.

mod drawn;
mod ends;
mod picking;
mod placing;

use ankunft_platform::changes;
use ankunft_testkit::Browser;

use crate::common::desk::Story;
use crate::common::{Demo, Reader};

const ENDS: &str = "/musterstadt/steuerung/lose-enden";
const OPEN: &str = "/musterstadt/steuerung/lose-enden/oeffnen";

#[tokio::test]
async fn loose_ends_are_few_and_owned() {
    goes(Story::new().await).await;
}

#[tokio::test]
async fn loose_ends_are_few_and_owned_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        goes(Story::at(address).await).await;
    }
}

async fn goes(mut story: Story) {
    ends::each_is_owned_by_one(&mut story).await;
    ends::ten_are_shown_and_all_can_be(&mut story).await;
    ends::one_entry_stands_in_the_morning(&mut story).await;
    ends::closing_needs_a_reason_and_a_right(&mut story).await;
    ends::one_of_many_closes_and_one_opens(&mut story).await;
    ends::what_changes_is_loose_again(&mut story).await;
    ends::a_citation_that_says_something_else_is_told(&mut story).await;
    ends::what_is_done_goes_by_itself(&mut story).await;
    drawn::the_thread_is_drawn(&mut story).await;
    drawn::programs_follow_it_too(&mut story).await;
    picking::a_promise_takes_up_what_it_rests_on(&mut story).await;
    picking::an_address_or_a_fundstelle_finds_its_thing(&mut story).await;
    picking::nobody_else_cites_for_them(&mut story).await;
    drawn::it_says_what_it_aims_at(&mut story).await;
    placing::a_meeting_is_chosen(&mut story).await;
    placing::a_long_list_comes_in_pieces(&mut story).await;
    all_of_it_stands_in_the_log(&story.demo).await;
}

async fn all_of_it_stands_in_the_log(demo: &Demo) {
    let tenant = demo.tenant("musterstadt").await;
    let mut read = demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["loose.close", "loose.open"] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    assert!(log.iter().all(|it| !it.note.contains("Sprechstunde")), "the log says no contents");
}

/// No loose end reaches anybody without the right, in whatever form, and nobody outside closes one.
#[tokio::test]
async fn no_loose_end_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    ends::each_is_owned_by_one(&mut story).await;
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let is_inside = inside.contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for ending in ["", ".csv", ".json"] {
            let page = browser.get(&format!("{ENDS}{ending}")).await;
            let shows = page.body_text().contains("Sprechstunde");
            assert_eq!(page.status == 200, is_inside, "{}{ending}: {}", reader.name, page.status);
            // Whoever has no Stelle here and does not steer sees to nothing.
            assert_eq!(shows, reader.name == "coordination", "{}{ending}", reader.name);
        }
        let morning = browser.get("/musterstadt").await.body_text();
        let is_asked =
            morning.contains("loses Ende wartet") || morning.contains("lose Enden warten");
        assert!(!is_asked, "{}: the end is of a Stelle", reader.name);
        if reader.email.is_some() && reader.name != "coordination" {
            let form = [("ende", "ohne-befund:1"), ("stand", "planned"), ("weil", "Nein.")];
            let sent = browser.post("/konto", ENDS, &form).await;
            assert_ne!(sent.status, 200, "{}", reader.name);
        }
    }
    let page = story.people[0].get(ENDS).await.expect_status(200);
    assert!(page.texts(".ende.zu").is_empty(), "nobody of them closed it");
    // The twin city has none of it.
    let mut twin = Browser::log_in(&story.demo.app, "coordination@leser.example", "de").await;
    let page = twin.get("/gradlingen/steuerung/lose-enden").await;
    assert!(!page.body_text().contains("Sprechstunde"));
}
