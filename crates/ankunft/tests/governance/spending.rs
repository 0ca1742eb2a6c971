//! What a measure costs by kind and year, what was spent of it, and how both stand side by side: on its
//! page, on paper, in the money of the city and in the answer to an enquiry.

mod booking;
mod planning;
mod telling;

use ankunft_platform::changes;
use ankunft_testkit::{Browser, Page};

use crate::common::Reader;
use crate::common::desk::Story;

const BOARD: &str = "/musterstadt/steuerung";
const MONEY: &str = "/musterstadt/steuerung/foerderung";
const TABLE: &str = "/musterstadt/steuerung/massnahmen/tabelle";

fn measure(number: i64) -> String {
    format!("{BOARD}/massnahmen/{number}")
}

fn spent(number: i64) -> String {
    format!("{}/ausgaben", measure(number))
}

fn form(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// What a page says; amounts have a space before their sign that does not break.
fn words(page: &Page) -> String {
    page.body_text().replace('\u{a0}', " ")
}

/// Two measures of Jugend and one of Wohnen.
async fn begin(story: &mut Story) {
    let quarter = story.quarters[0].1.clone();
    let table = format!(
        "Lotsen\t{quarter}\tJugend\t31.12.2027\tWege sind kürzer\n\
         Hoffest\t{quarter}\tWohnen\t1.6.2027\tNachbarn kennen sich\n\
         Sprachcafé\tganze Stadt\tJugend\t2027-12-31\tViele kommen\n"
    );
    let take = [("tabelle", table.as_str()), ("absicht", "uebernehmen")];
    let _ = story.people[0].post(TABLE, TABLE, &take).await.expect_status(303);
}

#[tokio::test]
async fn money_is_planned_and_spent() {
    planned_and_spent(Story::new().await).await;
}

#[tokio::test]
async fn money_is_planned_and_spent_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        planned_and_spent(Story::at(address).await).await;
    }
}

async fn planned_and_spent(mut story: Story) {
    begin(&mut story).await;
    planning::one_figure_is_still_enough(&mut story).await;
    planning::kinds_and_years_add_up(&mut story).await;
    planning::a_difference_is_a_note(&mut story).await;
    planning::a_wrong_sign_is_said_beside_its_field(&mut story).await;
    booking::a_booking_is_a_day_and_an_amount(&mut story).await;
    booking::one_form_books_once(&mut story).await;
    booking::a_correction_is_a_line_with_its_reason(&mut story).await;
    booking::two_who_correct_see_the_difference(&mut story).await;
    booking::one_of_many_corrections_takes_effect(&mut story).await;
    booking::what_is_over_the_plan_is_said(&mut story).await;
    telling::plan_and_spending_stand_side_by_side(&mut story).await;
    telling::the_papers_say_it_too(&mut story).await;
    telling::the_money_of_the_city_knows_what_was_spent(&mut story).await;
    telling::an_answer_gathers_it(&mut story).await;
    telling::who_leads_hears_of_it_in_the_morning(&mut story).await;
    all_of_it_stands_in_the_log(&story).await;
}

async fn all_of_it_stands_in_the_log(story: &Story) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in ["measure.money", "measure.spend", "measure.spend-correct"] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    let mut notes = log.iter().filter(|it| it.action.starts_with("measure.spend"));
    let is_plain = |it: &str| it.chars().all(|it| it.is_ascii_digit() || it == ' ');
    assert!(notes.all(|it| is_plain(&it.note)), "the log says numbers and no contents");
}

/// What was spent reaches nobody without the right, and is booked by nobody but who may change the
/// measure.
#[tokio::test]
async fn nobody_without_the_right_sees_or_books() {
    let mut story = Story::new().await;
    begin(&mut story).await;
    booking::a_booking_is_a_day_and_an_amount(&mut story).await;
    let line = format!("{}/1/berichtigen", spent(1));
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let mut browser = reader.browser(&story.demo.app, "de").await;
        let page = browser.get(&spent(1)).await;
        let is_inside = inside.contains(&reader.name);
        assert_eq!(page.status == 200, is_inside, "{}", reader.name);
        assert_eq!(words(&page).contains("Dolmetschen"), is_inside, "{}", reader.name);
        let corrects = browser.get(&line).await.status == 200;
        assert_eq!(corrects, reader.name == "coordination", "{}", reader.name);
    }
    // Wohnen has no part in it: it reads, and neither books nor corrects.
    let shown = story.people[2].get(&spent(1)).await.expect_status(200);
    assert!(!words(&shown).contains("Eine Ausgabe buchen"));
    let sent = [("schluessel", "77"), ("tag", "2026-01-05"), ("betrag", "5")];
    let _ = story.people[2].post(&spent(2), &spent(1), &sent).await.expect_status(403);
    let _ = story.people[2].post(&spent(2), &line, &sent).await.expect_status(403);
    let _ = story.people[0].get(&format!("{}/99/berichtigen", spent(1))).await.expect_status(404);
    let _ = story.people[0].get(&spent(99)).await.expect_status(404);
    // The twin city has a measure of the same number: nobody's.
    let mut twin = Browser::new(&story.demo.app, "de");
    let page = twin.get("/gradlingen/steuerung/massnahmen/1/ausgaben").await;
    assert!(!words(&page).contains("Dolmetschen"));
}
