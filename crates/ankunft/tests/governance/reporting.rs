//! Partners report in two minutes, by a link that opens nothing else; the city checks, accepts and
//! answers.

mod changed;
mod closed;
mod corrected;
mod counted;
mod many;
mod own;
pub mod post;
mod reminded;
pub mod rounds;
mod second;
mod told;

use ankunft_platform::changes;
use post::Office;

use crate::common::desk::Story;

const REPORTS: &str = "/musterstadt/steuerung/berichte";

fn measure(number: i64) -> String {
    format!("/musterstadt/steuerung/massnahmen/{number}")
}

#[tokio::test]
async fn partners_report_by_link() {
    report(Story::new().await).await;
}

#[tokio::test]
async fn partners_report_by_link_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        report(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn many_measures_are_asked_at_once() {
    many::asked(Story::new().await).await;
}

#[tokio::test]
async fn many_measures_are_asked_at_once_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        many::asked(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn who_is_asked_is_reminded() {
    reminded::reminded(Story::new().await).await;
}

#[tokio::test]
async fn who_is_asked_is_reminded_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        reminded::reminded(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn what_happened_stands_in_the_sachbericht() {
    told::told(Story::new().await).await;
}

#[tokio::test]
async fn what_happened_stands_in_the_sachbericht_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        told::told(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn what_is_accepted_stands() {
    corrected::corrected(Story::new().await).await;
}

#[tokio::test]
async fn what_is_accepted_stands_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        corrected::corrected(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn what_waits_for_its_abnahme_can_be_changed() {
    changed::changed(Story::new().await).await;
}

#[tokio::test]
async fn what_waits_for_its_abnahme_can_be_changed_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        changed::changed(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn a_value_takes_its_report_along() {
    corrected::sent_back(Story::new().await).await;
}

#[tokio::test]
async fn a_value_takes_its_report_along_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        corrected::sent_back(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn who_comes_second_is_told() {
    second::second(Story::new().await).await;
}

#[tokio::test]
async fn who_comes_second_is_told_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        second::second(Story::at(address).await).await;
    }
}

async fn report(story: Story) {
    let mut office = Office::of(story).await;
    rounds::a_measure_asks_everybody_at_once(&mut office).await;
    rounds::the_link_asks_only_for_what_is_theirs(&mut office).await;
    counted::what_counts_otherwise_is_told(&mut office).await;
    own::who_has_a_log_in_need_not_look_for_the_letter(&mut office).await;
    rounds::nothing_typed_is_lost(&mut office).await;
    rounds::free_text_warns_and_lets_pass(&mut office).await;
    rounds::one_of_many_is_handed_in(&mut office).await;
    rounds::it_is_sent_back_and_comes_again(&mut office).await;
    rounds::a_round_asks_for_what_it_asked_for(&mut office).await;
    rounds::one_of_many_accepts_and_the_sachbericht_is_there(&mut office).await;
    rounds::what_hinders_is_answered_on_the_same_link(&mut office).await;
    rounds::who_is_not_it_says_whom_to_ask(&mut office).await;
    rounds::completeness_counts_posts_and_never_people(&mut office).await;
    rounds::a_partner_reports_from_now_on(&mut office).await;
    closed::a_link_opens_nothing_else(&mut office).await;
    closed::closed_links_give_one_page(&mut office).await;
    all_of_it_stands_in_the_log(&office).await;
}

async fn all_of_it_stands_in_the_log(office: &Office) {
    let tenant = office.story.demo.tenant("musterstadt").await;
    let mut read = office.story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in [
        "report.ask",
        "report.link",
        "report.draft",
        "report.submit",
        "report.return",
        "report.accept",
        "report.object",
        "report.contact",
        "report.withdraw",
        "report.remind",
        "obstacle.raise",
        "obstacle.answer",
    ] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    let tells = |it: &&changes::Recorded| it.note.contains("Tigrinya") || it.note.contains('@');
    assert_eq!(log.iter().find(tells), None, "the log says no contents");
}
