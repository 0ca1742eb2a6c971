//! The board of the morning: what has changed since the last visit, what is late and why, what a new
//! holder of a Stelle finds; and the letter that says the same.

pub mod letters;
mod servers;
mod stellen;
mod visits;

use ankunft_platform::changes;
use ankunft_testkit::Browser;

use crate::common::Reader;
use crate::common::desk::Story;
use crate::measures::planning;
use crate::reporting::post::Office;

const MORNING: &str = "/musterstadt";
const ACCOUNT: &str = "/konto";

fn measure(number: i64) -> String {
    format!("/musterstadt/steuerung/massnahmen/{number}")
}

#[tokio::test]
async fn a_stelle_finds_what_has_changed() {
    morning(Story::new().await).await;
}

#[tokio::test]
async fn a_stelle_finds_what_has_changed_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        morning(Story::at(address).await).await;
    }
}

async fn morning(story: Story) {
    let mut office = Office::of(story).await;
    visits::the_first_visit_tells_of_the_last_days(&mut office).await;
    visits::a_reload_keeps_the_list_and_a_new_visit_begins_a_new_one(&mut office).await;
    visits::many_first_looks_are_one_visit(&mut office).await;
    visits::a_report_that_came_is_told_and_asked_for(&mut office).await;
    stellen::who_stands_in_works_as_both(&mut office).await;
    letters::nobody_gets_one_before_choosing(&mut office).await;
    visits::a_new_holder_finds_all_of_it(&mut office).await;
    letters::a_letter_is_sent_once_a_morning(&mut office).await;
    letters::a_letter_is_a_page_too_and_says_how_it_ends(&office);
    letters::a_mail_program_ends_it_without_a_form(&mut office).await;
    letters::one_press_ends_it(&mut office).await;
    servers::what_a_server_may_have_taken_is_not_sent_again(&mut office).await;
    letters::none_comes_when_the_morning_is_over(&mut office).await;
    servers::what_died_before_it_left_comes_and_what_died_leaving_does_not(&mut office).await;
    visits::what_is_late_says_for_whom_it_waits(&mut office).await;
    letters::what_is_late_says_why_in_the_letter_too(&mut office).await;
    visits_and_letters_leave_the_right_trace(&office).await;
}

/// Who chose what stands in the log; when somebody looked stands nowhere.
async fn visits_and_letters_leave_the_right_trace(office: &Office) {
    let tenant = office.story.demo.tenant("musterstadt").await;
    let mut read = office.story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    assert!(log.iter().all(|it| !it.thing_kind.contains("visit")), "visits are nobody's business");
    let entries: Vec<(String,)> =
        sqlx::query_as("select action from change_entry where action in ($1, $2) order by id")
            .bind("account.digest")
            .bind("account.letter")
            .fetch_all(&mut *read)
            .await
            .expect("entries");
    for action in ["account.digest", "account.letter"] {
        assert!(entries.iter().any(|it| it.0 == action), "{action} left no trace");
    }
}

/// Neither the board nor its addresses tell anybody of a measure who may not see it.
#[tokio::test]
async fn nobody_is_told_what_they_may_not_see() {
    let mut story = Story::new().await;
    planning::five_fields_make_a_measure(&mut story).await;
    for reader in Reader::all(&story.demo.app) {
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [MORNING.to_owned(), format!("{MORNING}?neues=alle")] {
            let page = browser.get(&address).await.expect_status(200);
            assert!(!page.body_text().contains("Sprechstunde"), "{} is told", reader.name);
        }
    }
    // Without a Stelle there are no duties, and with one only its own.
    let other = story.people[2].get(MORNING).await.expect_status(200);
    assert!(!other.body_text().contains("Sprechstunde"));
    let own = story.people[1].get(MORNING).await.expect_status(200);
    assert!(own.body_text().contains("Neue Maßnahme: Sprechstunde im Quartier"));
    // Where no mail leaves the house, the setting says so.
    let account = story.people[1].get(ACCOUNT).await.expect_status(200);
    assert!(account.body_text().contains("Zurzeit kann keine E-Mail verschickt werden."));
    assert!(account.body_text().contains("Zurzeit kommt kein Tagesbrief."));
}

/// Goals and candidates are told to whom they concern; who did it is told nothing.
#[tokio::test]
async fn goals_and_candidates_are_told() {
    const GOALS: &str = "/musterstadt/steuerung/ziele";
    let mut story = Story::new().await;
    let edition = [("name", "Integrationskonzept 2027")];
    let begun = story.people[0].post(GOALS, &format!("{GOALS}/fassung"), &edition).await;
    let _ = begun.expect_status(303);
    let new = format!("{GOALS}/neu");
    let page = story.people[0].get(&new).await.expect_status(200);
    let choice = |name: &str, says: &str| {
        let selector = format!("select[name={name}] option");
        let at = page.texts(&selector).iter().position(|it| it.starts_with(says));
        page.attributes(&selector, "value")[at.expect("a choice")].clone()
    };
    let (kind, owner) = (choice("art", "Leitbild"), choice("stelle", "Jugend"));
    let goal = [("art", &*kind), ("titel", "Alle finden Nachbarn"), ("stelle", &*owner)];
    let _ = story.people[0].post(&new, &new, &goal).await.expect_status(303);
    story.propose().await;
    let name = story.quarters[0].1.clone();
    let own = story.people[1].get(MORNING).await.expect_status(200).body_text();
    assert!(own.contains("Neues Ziel: Alle finden Nachbarn"), "{own}");
    assert!(own.contains(&format!("Neuer Kandidat: {name}")), "{own}");
    let other = story.people[2].get(MORNING).await.expect_status(200).body_text();
    assert!(!other.contains("Alle finden Nachbarn"), "a goal concerns its Stelle");
    let doer = story.people[0].get(MORNING).await.expect_status(200).body_text();
    assert!(!doer.contains("Neues Ziel") && !doer.contains("Neuer Kandidat"));
    let mut english = Browser::log_in(&story.demo.app, "jugend@wahl.example", "en").await;
    let told = english.get(MORNING).await.expect_status(200).body_text();
    assert!(told.contains("New goal: Alle finden Nachbarn"), "{told}");
}
