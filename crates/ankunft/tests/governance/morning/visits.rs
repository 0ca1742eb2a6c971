//! Visits, news, handing over, and what is late.

use std::sync::atomic::Ordering;

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::register::posts;
use ankunft_testkit::{Browser, Page};
use jiff::Span;

use super::{MORNING, measure};
use crate::common::desk::{plain, set};
use crate::measures::planning::form_of;
use crate::reporting::post::Office;
use crate::reporting::rounds;

pub const YOUTH: &str = "jugend@wahl.example";
pub const NEXT: &str = "nachfolge@wahl.example";
const NEWS: &str = "Neue Maßnahme: Sprechstunde im Quartier";
const CHANGED: &str = "Maßnahme geändert: Sprechstunde im Quartier";

pub async fn log_in(office: &Office, email: &str) -> Browser {
    Browser::log_in(&office.story.demo.app, email, "de").await
}

async fn board(browser: &mut Browser) -> Page {
    browser.get(MORNING).await.expect_status(200)
}

async fn write(office: &Office, sql: &'static str) {
    let mut upkeep = office.story.demo.app.store.upkeep().await.expect("a connection");
    sqlx::query(sql).execute(&mut *upkeep).await.expect("rows");
    upkeep.commit().await.expect("a commit");
}

pub async fn the_first_visit_tells_of_the_last_days(office: &mut Office) {
    // What has happened so far was an hour ago.
    write(office, "update change_entry set at = at - 3600000000").await;
    let page = board(&mut office.story.people[1]).await;
    let text = page.body_text();
    assert!(text.contains("Das ist Ihr erster Besuch") && text.contains(NEWS), "{text}");
    let links = page.attributes("main a", "href");
    assert!(links.contains(&measure(1)), "it leads there");
    // Who did it is not told of it, and whom it does not concern neither.
    for person in [0, 2] {
        let text = board(&mut office.story.people[person]).await.body_text();
        assert!(!text.contains("Sprechstunde"), "{person}: {text}");
    }
}

pub async fn change(office: &mut Office, sign: &str) {
    let address = format!("{}/aendern", measure(1));
    let page = office.story.people[0].get(&address).await.expect_status(200);
    let mut form = form_of(&page);
    set(&mut form, "woran", sign);
    let _ = office.story.people[0].post(&address, &address, &plain(&form)).await.expect_status(303);
}

/// So many hours pass since all that has happened and all visits.
async fn hours_pass(office: &Office, hours: i64) {
    let micros = hours * 3_600_000_000;
    let mut upkeep = office.story.demo.app.store.upkeep().await.expect("a connection");
    for sql in [
        "update board_visit set at = at - $1, since = since - $1",
        "update change_entry set at = at - $1",
    ] {
        sqlx::query(sql).bind(micros).execute(&mut *upkeep).await.expect("rows");
    }
    upkeep.commit().await.expect("a commit");
}

pub async fn a_reload_keeps_the_list_and_a_new_visit_begins_a_new_one(office: &mut Office) {
    let again = board(&mut office.story.people[1]).await.body_text();
    assert!(again.contains(NEWS), "a reload does not empty the list");
    let mut soon = log_in(office, YOUTH).await;
    let soon = board(&mut soon).await.body_text();
    for text in [again, soon] {
        assert!(!text.contains("erster Besuch"), "nobody is new a second time: {text}");
        assert!(text.contains("Dieser Besuch begann am") && text.contains(NEWS), "{text}");
        assert!(text.contains("Hier steht weiterhin, was seit dem"), "and since when: {text}");
    }
    hours_pass(office, 3).await;
    let mut soon = log_in(office, YOUTH).await;
    assert!(board(&mut soon).await.body_text().contains(NEWS), "nor does a log-in before lunch");
    // After lunch there is nothing new since the morning.
    hours_pass(office, 2).await;
    let mut second = log_in(office, YOUTH).await;
    let text = board(&mut second).await.body_text();
    assert!(text.contains("Sie waren zuletzt am") && text.contains("hat sich nichts geändert"));
    assert!(!text.contains(NEWS) && !text.contains("dieser Besuch begann"), "{text}");
    let again = board(&mut second).await.body_text();
    assert!(again.contains("Sie waren zuletzt am") && again.contains("; dieser Besuch begann am"));
    change(office, "Fünfzig Beratungen im Monat").await;
    change(office, "Sechzig Beratungen im Monat").await;
    // They were written while the visit before began, and seen only after it.
    let before = "update change_entry set at = (select max(v.at) from board_visit v) - 1000000 \
                  where action = 'measure.change'";
    write(office, before).await;
    hours_pass(office, 5).await;
    let mut third = log_in(office, YOUTH).await;
    let page = board(&mut third).await;
    let items = page.texts("main section li a");
    assert_eq!(items.iter().filter(|it| *it == CHANGED).count(), 1, "twice is said once");
    // What happens while somebody has the board open stands there too, and the first log-in, which
    // has seen less, still has all of it.
    let first = board(&mut office.story.people[1]).await.body_text();
    assert!(first.contains(NEWS), "another log-in does not empty it");
}

pub async fn many_first_looks_are_one_visit(office: &mut Office) {
    hours_pass(office, 5).await;
    change(office, "Siebzig Beratungen im Monat").await;
    let fresh = log_in(office, YOUTH).await;
    let mut tasks = Vec::new();
    for _ in 0..32 {
        let mut browser = fresh.clone();
        tasks.push(tokio::spawn(async move { board(&mut browser).await.body_text() }));
    }
    for task in tasks {
        assert!(task.await.expect("no panic").contains(CHANGED), "all of them see the same list");
    }
}

pub async fn a_report_that_came_is_told_and_asked_for(office: &mut Office) {
    rounds::a_measure_asks_everybody_at_once(office).await;
    rounds::one_of_many_is_handed_in(office).await;
    let came = "Bericht von Caritas-Zentrum ist da: Sprechstunde im Quartier";
    for email in [YOUTH, "stadt@wahl.example"] {
        let mut browser = log_in(office, email).await;
        let text = board(&mut browser).await.body_text();
        assert!(text.contains("Bericht abnehmen: Sprechstunde im Quartier"), "{email}: {text}");
        assert!(
            text.contains(came) && text.contains("Ein Hindernis ist genannt"),
            "{email}: {text}"
        );
        assert!(!text.contains("Lena Brand"), "of people nothing is said");
    }
    let mut other = log_in(office, "wohnen@wahl.example").await;
    assert!(!board(&mut other).await.body_text().contains("Caritas"));
}

/// The person behind a Stelle changes: what hangs on it, what waits and what happened before is there.
pub async fn a_new_holder_finds_all_of_it(office: &mut Office) {
    let app = office.story.demo.app.clone();
    let tenant = office.story.demo.tenant("musterstadt").await;
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let new = NewAccount { email: NEXT, name: NEXT, password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let person = posts::add_person(&mut change, tenant, NEXT, Some(NEXT)).await.expect("a person");
    let membership = Membership { tenant, account, role: Role::Department, person: Some(person) };
    accounts::grant(&mut change, &membership).await.expect("a role");
    let all = posts::posts(&mut change, tenant).await.expect("Stellen");
    let post = all.iter().find(|it| it.title == "Jugend").expect("a Stelle").id;
    posts::hand_over(&mut change, tenant, (post, person), app.today()).await.expect("an Übergabe");
    change.commit().await.expect("a commit");

    let mut next = log_in(office, NEXT).await;
    let page = board(&mut next).await;
    let text = page.body_text();
    assert!(
        text.contains("Seit der Übergabe") && text.contains("Sie haben Ihre Stelle am"),
        "{text}"
    );
    assert!(text.contains(NEWS), "what happened before they came: {text}");
    assert!(text.contains("Bericht von Caritas-Zentrum ist da"));
    assert!(text.contains("Bericht abnehmen"), "what waits");
    let hangs = "eine offene Maßnahme in Federführung";
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}: {text}"));
    assert!(at("Bericht abnehmen") < at("Bestand der Stelle"), "below what waits: {text}");
    let items = page.texts("main li a");
    let links = page.attributes("main li a", "href");
    let line = items.iter().position(|it| it == hangs).expect("it leads to the measures");
    assert_eq!(links[line], format!("/musterstadt/steuerung?stelle={post}"));
    let nothing = |it: &String| it.starts_with("0 ");
    assert!(!page.texts("main li").iter().any(nothing), "what is not there is not said: {text}");
    let led = next.get(&links[line]).await.expect_status(200).body_text();
    assert!(led.contains("Sprechstunde im Quartier"), "{led}");
    // At the next visit, two days later, it is a board like any other; whoever left is told nothing
    // any more.
    let began = app.today().saturating_sub(Span::new().days(2)).to_string();
    let mut upkeep = app.store.upkeep().await.expect("a connection");
    sqlx::query("update tenure set from_date = $1 where person = $2")
        .bind(began)
        .bind(person)
        .execute(&mut *upkeep)
        .await
        .expect("a tenure");
    upkeep.commit().await.expect("a commit");
    hours_pass(office, 5).await;
    let mut later = log_in(office, NEXT).await;
    assert!(board(&mut later).await.body_text().contains("Seit Ihrem letzten Besuch"));
    let mut gone = log_in(office, YOUTH).await;
    let text = board(&mut gone).await.body_text();
    assert!(!text.contains("Sprechstunde"), "{text}");
}

/// Half a year later the measure is late: an obstacle is named, a report is missing, and one waits.
pub async fn what_is_late_says_for_whom_it_waits(office: &mut Office) {
    let app = office.story.demo.app.clone();
    let soon = app.today().saturating_add(Span::new().days(20));
    let ask = format!("{}/bericht", measure(1));
    let mut next = log_in(office, NEXT).await;
    let due = soon.to_string();
    let sent = [("zeitraum", "2026q1"), ("bis", due.as_str())];
    let _ = next.post(&ask, &ask, &sent).await.expect_status(303);
    office.later.fetch_add(2 * 365 * 86_400, Ordering::Relaxed);
    let mut next = log_in(office, NEXT).await;
    let page = board(&mut next).await;
    let text = page.body_text();
    assert!(text.contains("Was sich verspätet"), "{text}");
    assert!(text.contains("Wie steht es um „Sprechstunde im Quartier“?"), "in the words that ask");
    assert!(text.contains("Es fehlt der Bericht von Caritas-Zentrum"), "{text}");
    assert!(text.contains("ist ein Hindernis genannt und noch nicht beantwortet"));
    let asked = page.texts("main li a");
    let asked = asked.iter().filter(|it| it.starts_with("Wie steht es um „Sprech")).count();
    assert_eq!(asked, 1, "what is late is not asked a second time");
    // Who steers sees it too; whom it does not concern does not.
    let mut steers = log_in(office, "stadt@wahl.example").await;
    let text = board(&mut steers).await.body_text();
    assert!(text.contains("Maßnahme „Sprechstunde im Quartier“"), "{text}");
    assert!(text.contains("Es fehlt der Bericht von Caritas-Zentrum"));
    let mut other = log_in(office, "wohnen@wahl.example").await;
    assert!(!board(&mut other).await.body_text().contains("Sprechstunde"));
}
