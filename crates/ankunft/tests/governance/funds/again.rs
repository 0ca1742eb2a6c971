//! What was declined with a vote that was written down wrongly goes back to the board.

use ankunft_governance::funds::forget;
use ankunft_platform::changes;

use super::deciding::press;
use super::{application, applying, founding};
use crate::common::desk::Story;

const REASON: &str = "Die Stimme der Jugend war falsch eingetragen.";

fn again(reason: &str) -> [(&'static str, &str); 2] {
    [("was", "wieder"), ("grund-wieder", reason)]
}

async fn text(story: &mut Story, person: usize) -> String {
    let page = story.people[person].get(&application(1)).await.expect_status(200);
    page.body_text().replace('\u{a0}', " ")
}

async fn status(group: &mut applying::Group) -> String {
    let page = group.browser.get(&group.at("")).await.expect_status(200);
    page.body_text().replace('\u{a0}', " ")
}

pub async fn declined(mut story: Story) {
    founding::rules_make_a_fund(&mut story).await;
    founding::a_budget_is_booked_once(&mut story).await;
    let mut group = applying::Group::begin(&story).await;
    applying::nothing_typed_is_lost(&mut group).await;
    applying::it_is_sent_once(&story, &mut group).await;
    nothing_is_taken_up_that_was_not_declined(&mut story).await;
    the_board_says_no(&mut story).await;
    it_is_taken_up_once(&mut story, &mut group).await;
    a_corrected_vote_grants_it(&mut story, &mut group).await;
}

async fn nothing_is_taken_up_that_was_not_declined(story: &mut Story) {
    let (page, to) = (application(1), format!("{}/abschluss", application(1)));
    assert!(!text(story, 0).await.contains("Noch einmal beraten"));
    let early = story.people[0].post(&page, &to, &again(REASON)).await.expect_status(422);
    let said = early.body_text().replace('\u{a0}', " ");
    assert!(said.contains("Das geht nicht mehr. Der Stand ist jetzt: eingegangen."), "{said}");
}

async fn vote(story: &mut Story, member: &str, vote: &str) {
    let page = application(1);
    let shown = story.people[0].get(&page).await.expect_status(200);
    let member = founding::choice(&shown, "mitglied", member);
    let form = [("mitglied", member.as_str()), ("stimme-mitglied", vote)];
    let _ = story.people[0].post(&page, &format!("{page}/stimmen"), &form).await.expect_status(303);
}

async fn the_board_says_no(story: &mut Story) {
    let (page, to) = (application(1), format!("{}/entscheidung", application(1)));
    vote(story, "Jugend", "no").await;
    vote(story, "Stadtentwicklung", "yes").await;
    let form = [("was", "ablehnen"), ("begruendung", "Es fehlte eine Mehrheit.")];
    let _ = story.people[0].post(&page, &to, &form).await.expect_status(303);
    let shown = text(story, 0).await;
    assert!(shown.contains("das Vergabegremium hat abgelehnt"), "{shown}");
    assert!(!text(story, 1).await.contains("Noch einmal beraten"), "the lead alone does that");
}

async fn it_is_taken_up_once(story: &mut Story, group: &mut applying::Group) {
    let (page, to) = (application(1), format!("{}/abschluss", application(1)));
    assert!(status(group).await.contains("hat Nein gesagt"));
    let none = story.people[0].post(&page, &to, &again("")).await.expect_status(422);
    assert!(none.body_text().replace('\u{a0}', " ").contains("Schreiben Sie, warum noch einmal"));
    assert_eq!(story.people[1].post(&page, &to, &again(REASON)).await.status, 403);
    assert_eq!(press(&story.people[0], (page.clone(), to), &again(REASON)).await, (1, 63));
    let shown = text(story, 0).await;
    assert!(shown.contains("nach der Ablehnung wird noch einmal beraten."), "{shown}");
    assert!(shown.contains(REASON), "{shown}");
    assert!(shown.contains("Es fehlte eine Mehrheit."), "what was declined stays to be read");
    let told = status(group).await;
    assert!(told.contains("noch einmal an. Sie müssen jetzt nichts tun."), "{told}");
    assert!(told.contains(REASON), "{told}");
    assert_eq!(forget(&story.demo.app).await.expect("a database"), 0);
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    let steps: Vec<&str> =
        log.iter().filter(|it| it.action == "fund.step").map(|it| it.note.as_str()).collect();
    assert_eq!(steps, ["received", "declined"], "the newest first");
}

async fn a_corrected_vote_grants_it(story: &mut Story, group: &mut applying::Group) {
    let (page, to) = (application(1), format!("{}/entscheidung", application(1)));
    let grant = [("was", "bewilligen"), ("betrag", "350,50"), ("begruendung", "")];
    let early = story.people[0].post(&page, &to, &grant).await.expect_status(422);
    assert!(early.body_text().replace('\u{a0}', " ").contains("Das Gremium hat anders gestimmt."));
    let shown = story.people[0].get(&page).await.expect_status(200);
    let member = founding::choice(&shown, "mitglied-neu", "Jugend");
    let form = [
        ("was", "berichtigen"),
        ("stand", "0"),
        ("stimme-neu", "yes"),
        ("grund-neu", ""),
        ("mitglied-neu", &*member),
    ];
    let votes = format!("{page}/stimmen");
    let _ = story.people[0].post(&page, &votes, &form).await.expect_status(303);
    let _ = story.people[0].post(&page, &to, &grant).await.expect_status(303);
    assert!(status(group).await.contains("Sie bekommen 350,50 €"));
    assert!(!text(story, 0).await.contains("Die berichtigten Stimmen tragen"), "they carry it");
}

/// Once the contact is gone, nobody could be told of another decision.
pub async fn forgotten(mut story: Story) {
    founding::rules_make_a_fund(&mut story).await;
    founding::a_budget_is_booked_once(&mut story).await;
    let mut group = applying::Group::begin(&story).await;
    applying::nothing_typed_is_lost(&mut group).await;
    applying::it_is_sent_once(&story, &mut group).await;
    the_board_says_no(&mut story).await;
    let mut upkeep = story.demo.app.store.upkeep().await.expect("a connection");
    let today = story.demo.app.today().to_string();
    let sql = "update fund_contact set forget_on = $1";
    sqlx::query(sql).bind(today).execute(&mut *upkeep).await.expect("a database");
    upkeep.commit().await.expect("a commit");
    let (page, to) = (application(1), format!("{}/abschluss", application(1)));
    assert!(text(&mut story, 0).await.contains("Noch einmal beraten"));
    assert_eq!(forget(&story.demo.app).await.expect("a database"), 1);
    assert!(!text(&mut story, 0).await.contains("Noch einmal beraten"));
    let late = story.people[0].post(&page, &to, &again(REASON)).await.expect_status(422);
    let said = late.body_text().replace('\u{a0}', " ");
    assert!(said.contains("Die Kontaktdaten der Gruppe sind schon gelöscht."), "{said}");
}
