//! Money for a group of residents, and figures for the research team.

use jiff::Span;

use super::town::{Town, reads, send};
use crate::funds::{self, applying, deciding, founding};

pub async fn a_group_gets_money(town: &mut Town) {
    let story = &mut town.story;
    founding::rules_make_a_fund(story).await;
    founding::a_budget_is_booked_once(story).await;
    // The largest amount of its own story.
    let edit = "/musterstadt/fonds/1/aendern";
    let mut form = founding::form_of(&story.people[0].get(edit).await.expect_status(200));
    crate::common::desk::set(&mut form, "hoechstens", "800,50");
    let _ = send(&mut story.people[0], (edit, edit), &crate::common::desk::plain(&form)).await;
    let mut group = applying::Group::begin(story).await;
    applying::nothing_typed_is_lost(&mut group).await;
    applying::it_is_sent_once(story, &mut group).await;
    deciding::the_board_votes(story).await;
    deciding::it_is_granted_once(story).await;
    deciding::the_account_is_shown_to_who_pays(story, &mut group).await;
    deciding::it_is_paid_once(story).await;
    let order = format!("{}/auszahlung/pdf", funds::application(1));
    reads(&mut story.people[2], &order, &["350,50", "Hoffest"]).await;
    assert!(!group.secret.is_empty());
}

/// The programme freezes what the city gave; the research team cites the state by its number.
pub async fn the_research_team_gets_a_package(town: &mut Town) {
    let new = "/musterstadt/austausch/weitergaben/neu";
    let to = format!("hier:{}", town.story.demo.tenant("programm").await.id());
    let version = town.shared.accepted.version.to_string();
    let until = town.story.demo.app.today().saturating_add(Span::new().days(200)).to_string();
    let form = [
        ("tabelle", version.as_str()),
        ("an", to.as_str()),
        ("zweck", "Begleitforschung"),
        ("bis", until.as_str()),
        ("grenzen", "ja"),
    ];
    let grant = send(town.coordination(), (new, new), &form).await;
    let consent = format!("{grant}/zustimmen");
    let _ = send(&mut town.office, (&grant, &consent), &[]).await;
    let new = "/programm/austausch/datenstaende/neu";
    let page = town.programme.get(new).await.expect_status(200);
    let package = page.attribute("input[name=paket]", "value").expect("a package");
    let form = [("titel", "Begleitforschung 2026"), ("paket", package.as_str())];
    let state = send(&mut town.programme, (new, new), &form).await;
    let page = town.programme.get(&state).await.expect_status(200);
    assert!(page.body_text().contains("Ankunft, Datenstand 1, "), "how it is cited");
    let file = town.programme.get(&format!("{state}/datenstand.zip")).await.expect_status(200);
    assert!(file.body.starts_with(b"PK"));
    let register = town.office.get("/musterstadt/austausch/register").await.expect_status(200);
    assert!(register.body_text().contains("Begleitforschung"), "what, to whom, for what");
}
