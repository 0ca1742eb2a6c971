//! A city gives money to groups of residents: from the call to the last cent that came back, by
//! people without an account, never over budget.

mod again;
pub mod applying;
mod closing;
mod correcting;
pub mod deciding;
pub mod founding;
mod proving;

use ankunft_platform::changes;
use ankunft_testkit::Browser;

use crate::common::Reader;
use crate::common::desk::Story;

const LIST: &str = "/musterstadt/fonds";
const NEW: &str = "/musterstadt/fonds/neu";
const FUND: &str = "/musterstadt/fonds/1";

pub fn application(number: i64) -> String {
    format!("/musterstadt/fonds/antraege/{number}")
}

#[tokio::test]
async fn a_group_gets_money_and_shows_what_for() {
    gives(Story::new().await).await;
}

#[tokio::test]
async fn a_group_gets_money_and_shows_what_for_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        gives(Story::at(address).await).await;
    }
}

async fn gives(mut story: Story) {
    founding::rules_make_a_fund(&mut story).await;
    founding::two_who_save_at_once_see_the_difference(&mut story).await;
    founding::a_budget_is_booked_once(&mut story).await;
    let mut group = applying::Group::begin(&story).await;
    applying::nothing_typed_is_lost(&mut group).await;
    applying::it_is_sent_once(&story, &mut group).await;
    deciding::the_board_votes(&mut story).await;
    deciding::it_is_granted_once(&mut story).await;
    deciding::the_account_is_shown_to_who_pays(&mut story, &mut group).await;
    deciding::it_is_paid_once(&mut story).await;
    proving::receipts_are_told_by_their_bytes(&mut group).await;
    proving::it_is_shown_asked_and_accepted(&mut story, &mut group).await;
    proving::the_thread_shows_the_chain(&mut story).await;
    proving::the_year_is_told(&mut story).await;
    proving::persons_are_forgotten(&story, &mut group).await;
    all_of_it_stands_in_the_log(&story, &group).await;
}

/// From the rules to a grant.
async fn granted(story: &mut Story) -> applying::Group {
    founding::rules_make_a_fund(story).await;
    founding::a_budget_is_booked_once(story).await;
    let mut group = applying::Group::begin(story).await;
    applying::nothing_typed_is_lost(&mut group).await;
    applying::it_is_sent_once(story, &mut group).await;
    deciding::the_board_votes(story).await;
    deciding::it_is_granted_once(story).await;
    group
}

#[tokio::test]
async fn a_group_that_nobody_reaches_keeps_no_money() {
    closing::reserved(Story::new().await).await;
}

#[tokio::test]
async fn a_group_that_nobody_reaches_keeps_no_money_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        closing::reserved(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn what_was_paid_and_not_shown_is_reclaimed() {
    closing::paid(Story::new().await).await;
}

#[tokio::test]
async fn what_was_paid_and_not_shown_is_reclaimed_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        closing::paid(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn of_many_who_close_one_takes_effect() {
    closing::at_once(Story::new().await).await;
}

#[tokio::test]
async fn of_many_who_close_one_takes_effect_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        closing::at_once(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn a_mistyped_vote_is_corrected_until_money_goes_out() {
    correcting::votes(Story::new().await).await;
}

#[tokio::test]
async fn a_mistyped_vote_is_corrected_until_money_goes_out_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        correcting::votes(Story::at(address).await).await;
    }
}

#[tokio::test]
async fn what_was_declined_is_taken_up_again() {
    again::declined(Story::new().await).await;
}

#[tokio::test]
async fn nobody_is_decided_on_again_who_cannot_be_told() {
    again::forgotten(Story::new().await).await;
}

#[tokio::test]
async fn what_was_declined_is_taken_up_again_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        again::declined(Story::at(address).await).await;
    }
}

async fn all_of_it_stands_in_the_log(story: &Story, group: &applying::Group) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in [
        "fund.found",
        "fund.change",
        "fund.book",
        "fund.apply",
        "fund.vote",
        "fund.stand-back",
        "fund.step",
        "fund.account",
        "fund.order",
        "fund.prove",
        "fund.publish",
        "fund.forget",
        "fund-draft.begin",
        "fund-draft.keep",
        "fund-draft.delete",
        "attachment.add",
        "citation.place",
    ] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    for it in log.iter().filter(|it| it.thing_kind.starts_with("fund")) {
        let words = format!("{} {}", it.note, it.thing);
        for told in ["Hoffest", "Nachbarn", applying::PERSON, applying::IBAN, &group.secret] {
            assert!(!words.contains(told), "the log says {told}");
        }
        let by_group = ["fund.apply", "fund.prove", "fund.account"].contains(&it.action.as_str());
        assert!(!by_group || it.account.is_none(), "{} in somebody's name", it.action);
    }
}

#[tokio::test]
async fn of_many_grants_only_those_that_fit_take_effect() {
    deciding::many_grants(Story::new().await).await;
}

#[tokio::test]
async fn of_many_grants_only_those_that_fit_take_effect_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        deciding::many_grants(Story::at(address).await).await;
    }
}

/// No application reaches anybody without the right: not its page, not the thread, not the year;
/// and a secret opens its own application in its own city, nothing else.
#[tokio::test]
async fn no_application_reaches_anybody_without_the_right() {
    let mut story = Story::new().await;
    founding::rules_make_a_fund(&mut story).await;
    founding::a_budget_is_booked_once(&mut story).await;
    let mut group = applying::Group::begin(&story).await;
    applying::nothing_typed_is_lost(&mut group).await;
    applying::it_is_sent_once(&story, &mut group).await;
    deciding::the_board_votes(&mut story).await;
    deciding::it_is_granted_once(&mut story).await;
    let year = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).year();
    for reader in Reader::all(&story.demo.app) {
        let is_inside =
            ["coordination", "statistics-office", "department", "reader"].contains(&reader.name);
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [
            LIST.to_owned(),
            FUND.to_owned(),
            format!("{FUND}/jahr"),
            format!("{FUND}/jahr.csv?jahr={year}"),
            format!("{FUND}/jahr.xlsx?jahr={year}"),
            application(1),
            "/musterstadt/faden/fund-application/1".to_owned(),
            "/musterstadt/faden/fund-decision/1".to_owned(),
            "/musterstadt".to_owned(),
            story.profile(0),
        ] {
            let page = browser.get(&address).await;
            let shows = page.body_text().contains("Hoffest");
            assert!(is_inside || !shows, "{} reads it at {address}", reader.name);
            assert!(!page.body_text().contains(applying::PERSON) || is_inside, "{address}");
            assert!(!page.body_text().contains(&group.secret), "{address}");
        }
        let own = browser.get(&application(1)).await;
        assert_eq!(own.status == 200, is_inside, "{}: {}", reader.name, own.status);
        // Nobody pays, votes or decides but the Stellen of the fund.
        for path in ["stimme", "stimmen", "entscheidung", "auszahlung", "nachweis", "abschluss"] {
            let leads = ["stimmen", "entscheidung", "nachweis", "abschluss"].contains(&path);
            let may = reader.name == "coordination" && leads;
            let to = format!("{}/{path}", application(1));
            let page = browser.post("/musterstadt/fonds/1/antrag", &to, &[]).await;
            let refused =
                [403, 404, 401].contains(&page.status.as_u16()) || page.location().is_some();
            assert!(may || refused, "{} at {to}: {}", reader.name, page.status);
        }
    }
    let mut stranger = Browser::new(&story.demo.app, "de");
    let secret = &group.secret;
    for address in [
        format!("/gradlingen/fonds/antrag/{secret}"),
        format!("/musterstadt/fonds/antrag/{}", secret.to_uppercase()),
        format!("/musterstadt/fonds/antrag/{}", &secret[1..]),
        format!("/musterstadt/fonds/antrag/{secret}/gibt-es-nicht"),
        "/musterstadt/fonds/antrag/%27%20or%201=1".to_owned(),
    ] {
        let page = stranger.get(&address).await.expect_status(404);
        assert!(!page.body_text().contains("Hoffest"), "{address}");
    }
}

/// Thirty drafts an hour begin at one address; who comes back later still gets through.
#[tokio::test]
async fn nobody_floods_a_fund_with_drafts() {
    let mut story = Story::new().await;
    founding::rules_make_a_fund(&mut story).await;
    let start = format!("{FUND}/antrag");
    let mut browser = Browser::new(&story.demo.app, "de");
    let mut begun = 0;
    for _ in 0..40 {
        match browser.post(&start, &start, &[]).await.status.as_u16() {
            303 => begun += 1,
            429 => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(begun, 30);
    // Without the token of its form nothing begins, and reading is not limited.
    let _ = browser.get(FUND).await.expect_status(200);
}
