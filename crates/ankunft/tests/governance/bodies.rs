//! A body meets: from an observation and a late measure to its agenda, minutes, decisions and tasks,
//! and the thread that nobody drew. Calendars subscribe, and nobody outside learns of it.

mod asked;
mod calendars;
mod following;
mod invited;
pub mod meeting;
mod papers;
mod resolving;
mod unsaved;

use ankunft_platform::changes;
use ankunft_testkit::Browser;

use crate::common::desk::Story;
use crate::common::{Reader, address};

const BODIES: &str = "/musterstadt/gremien";
const BODY: &str = "/musterstadt/gremien/1";
pub const MEETING: &str = "/musterstadt/gremien/1/sitzungen/1";
pub const NOTE: &str = "/musterstadt/gremien/beobachtungen/neu";

#[tokio::test]
async fn a_body_meets() {
    meets(Story::new().await).await;
}

#[tokio::test]
async fn a_body_meets_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        meets(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn a_paper_is_decided_where_the_minutes_are_written() {
    decides(Story::new().await).await;
}

#[tokio::test]
async fn a_paper_is_decided_where_the_minutes_are_written_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        decides(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn who_is_asked_can_answer() {
    let mut story = Story::new().await;
    meeting::a_body_is_founded(&mut story).await;
    asked::the_statistics_office_answers(&mut story).await;
}

#[tokio::test]
async fn who_is_asked_can_answer_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        let mut story = Story::at(address).await;
        meeting::a_body_is_founded(&mut story).await;
        asked::the_statistics_office_answers(&mut story).await;
    }
}

async fn decides(mut story: Story) {
    meeting::a_body_is_founded(&mut story).await;
    papers::a_paper_is_decided_in_the_minutes(&mut story).await;
    papers::it_goes_on_to_who_decides(&mut story).await;
    papers::a_file_is_taken_back(&mut story).await;
    resolving::a_proposal_takes_nothing_of_its_neighbour(&mut story).await;
    resolving::a_slip_of_the_pen_changes_no_result(&mut story).await;
    resolving::what_was_not_reached_waits(&mut story).await;
    resolving::a_meeting_behind_doors_has_nothing_public(&mut story).await;
    resolving::minutes_say_what_came_of_a_paper(&mut story).await;
}

async fn meets(mut story: Story) {
    meeting::a_body_is_founded(&mut story).await;
    meeting::who_may_keep_it(&mut story).await;
    meeting::it_is_called(&mut story).await;
    meeting::what_is_open_becomes_the_agenda(&mut story).await;
    meeting::minutes_are_written_item_by_item(&mut story).await;
    meeting::two_minute_takers_see_the_difference(&mut story).await;
    meeting::one_of_many_writes(&mut story).await;
    meeting::papers_are_told_by_their_bytes(&mut story).await;
    following::tasks_are_given_and_done(&mut story).await;
    following::minutes_are_closed_once(&mut story).await;
    following::the_thread_runs_by_itself(&mut story).await;
    following::a_correction_is_a_version(&mut story).await;
    calendars::a_series_is_moved_and_cancelled(&mut story).await;
    calendars::a_secret_address_is_taken_back(&mut story).await;
    unsaved::minutes_survive_every_button(&mut story).await;
    unsaved::nobody_closes_over_an_unsaved_sentence(&mut story).await;
    invited::who_is_only_invited_has_one_page(&mut story).await;
    papers::closed_minutes_answer_late(&mut story).await;
    papers::what_was_done_at_the_paper_stands(&mut story).await;
    following::open_minutes_are_one_line(&mut story).await;
    following::a_body_has_a_place(&mut story).await;
    following::a_task_without_a_decision_says_so(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in [
        "body.found",
        "body.seat",
        "meeting.call",
        "meeting.call-series",
        "meeting.change",
        "meeting.agenda-add",
        "meeting.agenda-order",
        "meeting.minutes",
        "meeting.attend",
        "meeting.close",
        "meeting.correct",
        "task.give",
        "task.done",
        "observation.note",
        "calendar.open",
        "calendar.revoke",
    ] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    assert!(log.iter().all(|it| !it.note.contains("Treppenhaus")), "the log says no contents");
}

/// Nothing of bodies reaches anybody without the right: not a page, not a list, not a feed, not the
/// thread; and not a word says that there is something.
#[tokio::test]
async fn nothing_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    meeting::a_body_is_founded(&mut story).await;
    meeting::it_is_called(&mut story).await;
    meeting::what_is_open_becomes_the_agenda(&mut story).await;
    meeting::minutes_are_written_item_by_item(&mut story).await;
    following::tasks_are_given_and_done(&mut story).await;
    following::minutes_are_closed_once(&mut story).await;
    let paths: Vec<String> = story
        .demo
        .paths()
        .into_iter()
        .filter(|it| it.starts_with("/{kommune}/gremien"))
        .map(|it| address(it, "musterstadt", "1"))
        .chain([
            "/musterstadt/faden/meeting-decision/1-1-1".to_owned(),
            "/musterstadt/faden/task/1".to_owned(),
            "/musterstadt/faden/observation/1".to_owned(),
            "/musterstadt".to_owned(),
        ])
        .collect();
    assert!(paths.len() > 12);
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        if inside.contains(&reader.name) {
            continue;
        }
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in &paths {
            let page = browser.get(address).await;
            let text = page.body_text();
            for word in ["Treppenhaus", "Lenkungsgruppe", "Schließdienst"] {
                assert!(!text.contains(word), "{} reads {word} at {address}", reader.name);
            }
            // Who may be invited reads that they are not; what is said there they do not.
            let own = ["/musterstadt/gremien", "/musterstadt/gremien/kalender"];
            let is_own = reader.name == "institution" && own.contains(&address.as_str());
            let is_start = address == "/musterstadt";
            assert!(
                is_start || page.status == if is_own { 200 } else { 404 },
                "{} at {address}: {}",
                reader.name,
                page.status
            );
        }
    }
    // A reader inside sees it and writes nothing.
    let mut reader = Browser::log_in(&story.demo.app, "reader@leser.example", "de").await;
    let page = reader.get(MEETING).await.expect_status(200);
    assert!(page.texts("main form.formular").is_empty());
    let _ = reader.post(MEETING, &format!("{MEETING}/abschliessen"), &[]).await.expect_status(404);
    // The twin city has none of it.
    let mut twin = Browser::new(&story.demo.app, "de");
    let _ = twin.get("/gradlingen/gremien/1").await.expect_status(404);
}
