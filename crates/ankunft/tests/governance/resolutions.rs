//! A Vorlage from the Mappe through Mitzeichnung and bodies to the adopted paper that comes back, in
//! the city's own Word template; and what nobody outside learns of it.

mod correcting;
mod drafting;
mod foreign;
mod returning;
mod templates;
mod unread;
mod voting;

use ankunft_platform::changes;
use ankunft_testkit::Browser;

use crate::common::desk::Story;
use crate::common::{Reader, address};

const LIST: &str = "/musterstadt/beschluesse";
const PUBLIC: &str = "/musterstadt/beschluesse/oeffentlich";

fn paper(number: i64) -> String {
    format!("{LIST}/vorlagen/{number}")
}

#[tokio::test]
async fn a_paper_is_decided() {
    decides(Story::new().await).await;
}

#[tokio::test]
async fn a_paper_is_decided_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        decides(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn the_way_through_bodies_is_corrected() {
    corrects(Story::new().await).await;
}

#[tokio::test]
async fn the_way_through_bodies_is_corrected_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        corrects(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn a_vote_fits_what_came_of_it() {
    votes(Story::new().await).await;
}

#[tokio::test]
async fn a_vote_fits_what_came_of_it_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        votes(Story::at(address).await).await;
    }
}

async fn votes(mut story: Story) {
    drafting::bodies(&mut story).await;
    for subject in ["Zwei Räume", "Drei Räume", "Vier Räume"] {
        drafting::decided(&mut story, subject, None).await;
    }
    voting::what_does_not_fit_is_refused(&mut story).await;
    voting::what_is_rejected_reads_so(&mut story).await;
    voting::counts_of_a_unanimous_vote_stay(&mut story).await;
    voting::nothing_is_decided_before_its_day(&mut story).await;
}

async fn corrects(mut story: Story) {
    drafting::bodies(&mut story).await;
    drafting::decided(&mut story, "Offene Räume", None).await;
    correcting::a_step_is_moved_and_taken_out(&mut story).await;
    correcting::a_result_is_corrected_once(&mut story).await;
    correcting::the_public_reads_that_it_was(&mut story).await;
}

async fn decides(mut story: Story) {
    let codes = drafting::it_is_made_from_the_mappe(&mut story).await;
    drafting::two_who_save_at_once_see_the_difference(&mut story).await;
    drafting::each_version_is_countersigned_once(&mut story).await;
    templates::it_stands_in_the_template_that_ships(&mut story, &codes).await;
    foreign::templates_of_other_programs_are_filled(&mut story, &codes).await;
    templates::a_city_brings_its_own(&mut story, &codes).await;
    drafting::it_goes_through_bodies(&mut story).await;
    drafting::one_of_many_decides(&mut story).await;
    returning::the_adopted_paper_comes_back(&mut story, &codes).await;
    returning::hostile_bytes_are_findings(&mut story).await;
    unread::a_place_is_settled_once(&mut story, &codes).await;
    unread::what_a_scan_swallows_is_told(&mut story).await;
    unread::nothing_typed_beside_it_is_lost(&mut story).await;
    unread::nothing_is_settled_of_a_paper_that_is_gone(&mut story, &codes).await;
    returning::it_is_taken_back(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in [
        "paper.draft",
        "paper.change",
        "paper.ask",
        "paper.sign",
        "paper.step",
        "paper.resolve",
        "paper.return",
        "paper.settle",
        "attachment.add",
        "attachment.take-back",
        "citation.remove",
    ] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    assert!(log.iter().all(|it| !it.note.contains("Sprechstunde")), "the log says no contents");
}

/// What was not decided in public reveals neither title nor existence: no page, no list, no count, no
/// thread, and no gap in what the public sees.
#[tokio::test]
async fn what_is_not_public_reveals_nothing() {
    let mut story = Story::new().await;
    drafting::bodies(&mut story).await;
    // The first and the third are decided in public, the second is not, the fourth is a draft.
    for (subject, public) in [
        ("Offene Räume", Some("ja")),
        ("Geheimsache Ankauf", Some("nein")),
        ("Offene Wege", Some("ja")),
        ("Geheimer Entwurf", None),
    ] {
        drafting::decided(&mut story, subject, public).await;
    }
    let secret = code_of(&story, 2).await;
    let open = code_of(&story, 1).await;
    let paths: Vec<String> = story
        .demo
        .paths()
        .into_iter()
        .filter(|it| it.starts_with("/{kommune}/beschluesse"))
        .flat_map(|it| {
            let at = |number: &str| {
                let path = it.replace("{nummer}", number);
                address(&path, "musterstadt", "1")
            };
            ["1", "2", "3", "4", "5"].map(at)
        })
        .chain([
            format!("{PUBLIC}/{secret}"),
            format!("/musterstadt/faden/resolution/{secret}"),
            format!("/musterstadt/faden/paper/{secret}"),
            "/musterstadt".to_owned(),
        ])
        .collect();
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let mut browser = reader.browser(&story.demo.app, "de").await;
        if inside.contains(&reader.name) {
            let page = browser.get(LIST).await.expect_status(200);
            assert!(page.body_text().contains("Geheimsache Ankauf"), "{}", reader.name);
            continue;
        }
        let (second, fifth) = (browser.get(&paper(2)).await, browser.get(&paper(5)).await);
        assert_eq!(second.status, fifth.status, "one that is there is as one that is not");
        for address in &paths {
            let page = browser.get(address).await;
            assert!(!page.body_text().contains("Geheim"), "{} at {address}", reader.name);
            let is_open = address == PUBLIC || address == "/musterstadt";
            assert!(is_open || page.status == 404, "{} at {address}: {}", reader.name, page.status);
        }
        let list = browser.get(PUBLIC).await.expect_status(200);
        assert_eq!(list.texts("main tbody tr").len(), 2, "two, and no word of a third");
        let text = list.body_text();
        assert!(text.contains("Offene Räume") && text.contains("Offene Wege"));
        assert!(!text.contains("Vorlage 1") && !text.contains("Vorlage 3"), "no numbers, no gap");
        let page = browser.get(&format!("{PUBLIC}/{open}")).await.expect_status(200);
        assert!(page.body_text().contains("Es wird so gemacht."));
        let thread = browser.get(&format!("/musterstadt/faden/resolution/{open}")).await;
        let _ = thread.expect_status(200);
    }
    let mut twin = Browser::new(&story.demo.app, "de");
    let _ =
        twin.get(&format!("/gradlingen/beschluesse/oeffentlich/{open}")).await.expect_status(404);
}

/// The name of a Vorlage in public addresses.
async fn code_of(story: &Story, number: i64) -> String {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let all = ankunft_governance::papers::store::versions(&mut read, tenant, number).await;
    all.expect("versions").first().expect("a Vorlage").code.clone()
}
