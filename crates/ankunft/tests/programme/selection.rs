//! A city shows the programme among which quarters it chooses, exactly and for as long as it wants.

mod since;

use ankunft_atlas::candidates::model::State;
use ankunft_atlas::candidates::store::register::{self, NewStep};
use ankunft_platform::changes::{self, Author};
use ankunft_platform::permission::Role;
use ankunft_platform::tenant::{self, NewTenant, TenantKind};
use ankunft_testkit::{Browser, Page};
use jiff::Span;
use jiff::civil::{Date, date};
use serde_json::Value;

use super::people::{TAKER, World, other, staff};
use crate::common::address;

const SHOW: &str = "/musterstadt/auswahl/zeigen";
const BACK: &str = "/musterstadt/auswahl/zuruecknehmen";
const QUARTER: &str = "Heidelerche";
const SECOND: &str = "Rotmilan";
const REASON: &str = "Die Schule öffnet ihren Hof am Abend";

pub async fn story(mut world: World) {
    world.demo.assess("musterstadt").await;
    candidates(&world).await;
    found_research(&world).await;
    let mut strangers = Strangers::new(&world).await;
    strangers.read_nothing(&world, "before anything is shown").await;
    bad_input_loses_nothing(&mut world).await;
    only_the_coordination_shows(&world).await;
    one_of_many_takes_effect(&mut world).await;
    strangers.read_nothing(&world, "while it is for the programme alone").await;
    the_programme_reads_what_was_shown(&mut world).await;
    a_researcher_elsewhere_reads_only_what_is_for_research(&mut world).await;
    others_read_what_is_for_all(&mut world, &mut strangers).await;
    what_moves_is_shown_anew_or_not_at_all(&mut world).await;
    the_register_says_who_has_it(&mut world).await;
    it_ends_at_once_and_once(&mut world).await;
    strangers.read_nothing(&world, "after it was taken back").await;
    since::what_was_noted_since_is_said_and_shown_only_when_pressed(&mut world).await;
    since::each_candidate_has_the_method_of_its_own_geography(&mut world).await;
    since::after_the_last_day_nobody_reads_it(&mut world).await;
    all_of_it_is_logged_without_contents(&world).await;
}

async fn found_research(world: &World) {
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    let (kind, slug, name) = (TenantKind::Research, "begleitforschung", "Begleitforschung");
    let new = NewTenant { kind, slug, name, ags: None, language: "de" };
    tenant::found(&mut change, new).await.expect("a tenant");
    change.commit().await.expect("a commit");
}

async fn candidates(world: &World) {
    let tenant = world.demo.tenant("musterstadt").await;
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    let on_date = date(2026, 1, 15);
    for (area, name) in [("1", QUARTER), ("2", SECOND)] {
        let step = NewStep { state: State::Proposed, on_date, note: "" };
        let place = ("quartier", area, name);
        let number = register::propose(&mut change, tenant, place, step).await.expect("noted");
        let note = if area == "1" { REASON } else { "Dort leben 1.204 Menschen" };
        let step = NewStep { state: State::Presented, on_date, note };
        register::step(&mut change, tenant, number, step).await.expect("a step");
    }
    change.commit().await.expect("a commit");
}

/// Everybody in other cities and in research.
struct Strangers(Vec<(String, Browser)>);

impl Strangers {
    async fn new(world: &World) -> Self {
        let mut all = Vec::new();
        for (slug, role) in [
            (TAKER.to_owned(), Role::Coordination),
            (TAKER.to_owned(), Role::Reader),
            (other(), Role::StatisticsOffice),
            ("begleitforschung".to_owned(), Role::Research),
        ] {
            all.push((slug.clone(), staff(&world.demo, &slug, role).await));
        }
        Self(all)
    }

    /// They ask for every address, at home and in the city, and read none of it.
    async fn read_nothing(&mut self, world: &World, when: &str) {
        let skip = |it: &&str| !["pdf", "docx", "/ogc"].iter().any(|of| it.contains(of));
        let paths: Vec<&str> = world.demo.paths().into_iter().filter(skip).collect();
        for (slug, browser) in &mut self.0 {
            for path in &paths {
                let path = path.replace("{von}", "musterstadt");
                for of in [slug.as_str(), "musterstadt"] {
                    let address = address(&path, of, "1");
                    let page = browser.get(&address).await;
                    let body = String::from_utf8_lossy(&page.body);
                    for word in [QUARTER, SECOND, REASON] {
                        assert!(!body.contains(word), "{slug} reads {word} at {address}, {when}");
                    }
                }
            }
            let theirs = format!("/{slug}/auswahl/stadt/musterstadt");
            assert_ne!(browser.get(&theirs).await.status, 200, "{slug} {when}");
        }
    }
}

/// The last day of what is shown here.
fn until(world: &World) -> Date {
    world.demo.app.today().saturating_add(Span::new().days(90))
}

/// The form as the page offers it.
fn offered(page: &Page) -> Vec<(String, String)> {
    let form = format!("main form[action='{SHOW}']");
    let mut all = Vec::new();
    for input in ["input[type=hidden]", "input[type=text]", "input[type=date]", "input[checked]"] {
        let selector = format!("{form} {input}");
        let names = page.attributes(&selector, "name");
        all.extend(names.into_iter().zip(page.attributes(&selector, "value")));
    }
    all.retain(|it| it.0 != "csrf");
    let fields = format!("{form} textarea");
    all.extend(page.attributes(&fields, "name").into_iter().zip(page.texts(&fields)));
    all
}

fn set(form: &mut Vec<(String, String)>, name: &str, value: &str) {
    form.retain(|it| it.0 != name);
    form.push((name.to_owned(), value.to_owned()));
}

async fn send(browser: &mut Browser, form: &[(String, String)]) -> Page {
    let form: Vec<_> = form.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    browser.post(SHOW, SHOW, &form).await
}

async fn bad_input_loses_nothing(world: &mut World) {
    let page = world.giver.get(SHOW).await.expect_status(200);
    let mut form = offered(&page);
    let reason = |form: &[(String, String)], at: &str| {
        form.iter().find(|it| it.0 == at).map(|it| it.1.clone()).expect("a reason")
    };
    assert_eq!(reason(&form, "grund-1"), REASON, "its own reason stands there");
    assert_eq!(reason(&form, "grund-2"), "", "one with figures does not");
    assert!(page.body_text().contains("enthält Zahlen"));
    set(&mut form, "grund-2", "Dort sind 38 % neu");
    let refused = send(&mut world.giver, &form).await.expect_status(422);
    let said = refused.texts(".fehlerliste li");
    assert_eq!(said.len(), 3, "a purpose, a last day, and figures in a reason: {said:?}");
    for (day, why) in [("2020-01-01", "schon vorbei"), ("2099-01-01", "früheren Tag")] {
        set(&mut form, "bis", day);
        let refused = send(&mut world.giver, &form).await.expect_status(422);
        let said = refused.texts(".fehlerliste li");
        assert!(said.iter().any(|it| it.contains(why)), "{day}: {said:?}");
    }
    set(&mut form, "bis", &until(world).to_string());
    assert!(said.iter().any(|it| it.contains("(38") && it.contains("Weitergabe")), "{said:?}");
    assert_eq!(reason(&offered(&refused), "grund-2"), "Dort sind 38 % neu", "what was typed stays");
    set(&mut form, "zweck", "Für die 2016 Menschen dort");
    let refused = send(&mut world.giver, &form).await.expect_status(422);
    let said = refused.texts(".fehlerliste li");
    assert!(said.iter().any(|it| it.contains("(2016")), "a purpose is read by all: {said:?}");
    form.retain(|it| it.0 != "zeigen");
    set(&mut form, "grund-2", "<script>alert('x')</script>");
    let refused = send(&mut world.giver, &form).await.expect_status(422);
    assert!(refused.body_text().contains("Wählen Sie mindestens einen Kandidaten"));
    assert!(!String::from_utf8_lossy(&refused.body).contains("<script>alert"));
}

async fn only_the_coordination_shows(world: &World) {
    for role in [Role::StatisticsOffice, Role::Department, Role::Reader, Role::Institution] {
        let mut browser = staff(&world.demo, "musterstadt", role).await;
        assert_eq!(browser.get(SHOW).await.status, 403);
        for to in [SHOW, BACK] {
            let answer = browser.post("/konto", to, &[("version", "0"), ("zweck", "x")]).await;
            assert_eq!(answer.status, 403, "{} at {to}", role.code());
        }
    }
    let mut programme = world.programme.clone();
    assert_eq!(programme.get("/programm/auswahl/zeigen").await.status, 404, "it has no candidates");
}

async fn count(world: &World, table: &str) -> i64 {
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let sql = format!("select count(*) from {table}");
    let (found,): (i64,) =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *read).await.expect("a count");
    found
}

async fn one_of_many_takes_effect(world: &mut World) {
    let page = world.giver.get(SHOW).await.expect_status(200);
    let mut form = offered(&page);
    set(&mut form, "zweck", "Zweite Werkstatt");
    set(&mut form, "bis", &until(world).to_string());
    set(&mut form, "grund-2", "Dort fehlt ein Ort zum Treffen, sagt der Beirat seit 2019");
    set(&mut form, "verfahren", "Ortsbegehung mit drei Ressorts");
    let mut all = Vec::new();
    for _ in 0..64 {
        let (mut browser, form) = (world.giver.clone(), form.clone());
        all.push(tokio::spawn(async move { send(&mut browser, &form).await.status }));
    }
    for answer in all {
        assert_eq!(answer.await.expect("no panic"), 303);
    }
    assert_eq!(count(world, "selection_giving").await, 1, "shown once");
    assert_eq!(count(world, "transfer where kind = 'shown'").await, 2, "here and at the programme");
    let page = world.giver.get(SHOW).await.expect_status(200).body_text();
    assert!(page.contains("So lesen es die anderen") && page.contains("Zweite Werkstatt"));
}

async fn the_programme_reads_what_was_shown(world: &mut World) {
    let page = world.programme.get("/programm/auswahl").await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("2 vorgestellt") && text.contains("Ortsbegehung mit drei Ressorts"));
    assert_eq!(text.matches("noch nicht gezeigt").count(), 11, "without blame, one each");
    assert_eq!(page.texts("main table tbody tr").len(), 12, "one city a row");
    let one = world.programme.get("/programm/auswahl/stadt/musterstadt").await.expect_status(200);
    let text = one.body_text();
    assert!(text.contains(QUARTER) && text.contains(REASON) && text.contains("15.01.2026"));
    assert!(!text.contains("1.204"), "no figure slipped in");
    let list = world.programme.get("/programm/auswahl.json").await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let cities = list["cities"].as_array().expect("cities");
    let own = cities.iter().find(|it| it["city"] == "Musterstadt").expect("it");
    assert_eq!(own["shown"]["counts"]["presented"], 2);
    assert_eq!(own["shown"]["candidates"][0]["reason"], REASON);
    assert_eq!(cities.iter().filter(|it| it["shown"].is_null()).count(), 11);
    let csv = world.programme.get("/programm/auswahl.csv").await.expect_status(200);
    let csv = String::from_utf8(csv.body).expect("text");
    assert_eq!(csv.lines().count(), 1 + 11 + 2, "{csv}");
}

/// A city has researchers of its own: they read of others what is for research, and no more.
async fn a_researcher_elsewhere_reads_only_what_is_for_research(world: &mut World) {
    let mut form = offered(&world.giver.get(SHOW).await.expect_status(200));
    set(&mut form, "mit", "kommunen");
    set(&mut form, "zweck", "Unter Kommunen");
    let _ = send(&mut world.giver, &form).await.expect_status(303);
    let theirs = format!("/{TAKER}/auswahl/stadt/musterstadt");
    let _ = world.taker.get(&theirs).await.expect_status(200);
    let mut researcher = staff(&world.demo, TAKER, Role::Research).await;
    assert_eq!(researcher.get(&theirs).await.status, 404, "it is not for research");
    for path in ["auswahl", "auswahl.json", "auswahl.csv"] {
        let page = researcher.get(&format!("/{TAKER}/{path}")).await.expect_status(200);
        let body = String::from_utf8_lossy(&page.body);
        assert!(!body.contains("2 vorgestellt") && !body.contains(REASON), "{path}");
    }
    let mut own = staff(&world.demo, "musterstadt", Role::Research).await;
    let at_home = "/musterstadt/auswahl/stadt/musterstadt";
    assert!(own.get(at_home).await.expect_status(200).body_text().contains(REASON));
}

async fn others_read_what_is_for_all(world: &mut World, strangers: &mut Strangers) {
    let mut form = offered(&world.giver.get(SHOW).await.expect_status(200));
    form.retain(|it| it.0 != "mit");
    form.extend([("mit", "kommunen"), ("mit", "forschung")].map(|it| (it.0.into(), it.1.into())));
    set(&mut form, "zweck", "Alle lernen voneinander");
    let _ = send(&mut world.giver, &form).await.expect_status(303);
    for (slug, browser) in &mut strangers.0 {
        let page = browser.get(&format!("/{slug}/auswahl/stadt/musterstadt")).await;
        let list = browser.get(&format!("/{slug}/auswahl")).await.expect_status(200).body_text();
        let may = page.status == 200;
        assert_eq!(list.contains("2 vorgestellt"), may, "{slug}");
        assert_eq!(page.body_text().contains(REASON), may, "{slug}");
    }
    let read = strangers.0.iter_mut().map(|it| it.0.clone()).collect::<Vec<_>>();
    assert_eq!(read.len(), 4);
    let mut reader = staff(&world.demo, TAKER, Role::Reader).await;
    let theirs = format!("/{TAKER}/auswahl/stadt/musterstadt");
    assert_eq!(reader.get(&theirs).await.status, 403, "as at home");
    let _ = world.taker.get(&theirs).await.expect_status(200);
    let mut researcher = staff(&world.demo, TAKER, Role::Research).await;
    let _ = researcher.get(&theirs).await.expect_status(200);
    let news = world.taker.get(&format!("/{TAKER}")).await.expect_status(200).body_text();
    assert!(news.contains("Musterstadt zeigt, zwischen welchen Quartieren"), "it is told: {news}");
    for kind in ["csv", "json", "csv"] {
        let file = world.taker.get(&format!("/{TAKER}/auswahl.{kind}")).await.expect_status(200);
        assert!(String::from_utf8(file.body).expect("text").contains(REASON));
    }
}

async fn what_moves_is_shown_anew_or_not_at_all(world: &mut World) {
    let before = offered(&world.giver.get(SHOW).await.expect_status(200));
    let tenant = world.demo.tenant("musterstadt").await;
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    let (state, on_date) = (State::SetAside, date(2026, 2, 1));
    let step = NewStep { state, on_date, note: "Der Eigentümer verkauft" };
    register::step(&mut change, tenant, 2, step).await.expect("a step");
    change.commit().await.expect("a commit");
    let theirs = format!("/{TAKER}/auswahl/stadt/musterstadt");
    let text = world.taker.get(&theirs).await.expect_status(200).body_text();
    assert!(text.contains("2 vorgestellt") && !text.contains("verkauft"), "what was shown stays");
    let own = world.giver.get(SHOW).await.expect_status(200);
    assert!(own.body_text().contains("Der Stand hat sich geändert"));
    let mut late = before;
    set(&mut late, "verfahren", "Ganz anders");
    let refused = send(&mut world.giver, &late).await.expect_status(422);
    let text = refused.body_text();
    assert!(text.contains("Inzwischen hat sich der Stand der Kandidaten geändert"), "{text}");
    assert!(text.contains("Ganz anders") && text.contains("zurückgestellt"));
    // Two people have the same form open.
    let form = offered(&refused);
    let _ = send(&mut world.giver, &form).await.expect_status(303);
    let mut second = form.clone();
    set(&mut second, "verfahren", "Wieder anders");
    let refused = send(&mut world.giver, &second).await.expect_status(422);
    assert!(refused.body_text().contains("Inzwischen hat jemand aus Ihrer Stadt etwas gezeigt"));
    assert!(refused.body_text().contains("Wieder anders"), "and nothing typed is lost");
    let text = world.taker.get(&theirs).await.expect_status(200).body_text();
    assert!(text.contains("1 vorgestellt") && text.contains("1 zurückgestellt"), "{text}");
}

async fn the_register_says_who_has_it(world: &mut World) {
    let own = world.giver.get("/musterstadt/austausch/register").await.expect_status(200);
    let text = own.body_text();
    assert!(text.contains("Kandidaten gezeigt") && text.contains("Alle lernen voneinander"));
    assert!(text.contains("alle Kommunen des Programms"), "{text}");
    let fetched =
        own.texts("main tbody tr").iter().filter(|it| it.contains("Kopie geholt")).count();
    assert_eq!(fetched, 2, "each reader once for each time it was shown: programme, taker");
    let theirs = world.programme.get("/programm/austausch/register").await.expect_status(200);
    assert!(theirs.body_text().contains("Kandidaten und Stand der Auswahl"));
    let page = world.giver.get(SHOW).await.expect_status(200).body_text();
    assert!(page.contains("haben geholt") && page.contains("Gradlingen"), "{page}");
}

async fn it_ends_at_once_and_once(world: &mut World) {
    let mut all = Vec::new();
    for _ in 0..64 {
        let mut browser = world.giver.clone();
        all.push(tokio::spawn(async move { browser.post(SHOW, BACK, &[]).await.status }));
    }
    for answer in all {
        assert_eq!(answer.await.expect("no panic"), 303);
    }
    assert_eq!(count(world, "selection_end").await, 1);
    assert_eq!(
        count(world, "transfer where kind = 'revoked' and title like 'Kandidaten%'").await,
        3
    );
    let page = world.programme.get("/programm/auswahl").await.expect_status(200).body_text();
    assert_eq!(page.matches("noch nicht gezeigt").count(), 12, "no earlier one comes back");
    let gone = world.programme.get("/programm/auswahl/stadt/musterstadt").await;
    assert_eq!(gone.status, 404);
    let own = world.giver.get(SHOW).await.expect_status(200).body_text();
    assert!(own.contains("Niemand außerhalb liest es mehr"));
}

async fn all_of_it_is_logged_without_contents(world: &World) {
    let tenant = world.demo.tenant("musterstadt").await;
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    let of = |action: &str| log.iter().filter(|it| it.action == action).count();
    assert_eq!((of("selection.give"), of("selection.revoke")), (6, 1));
    for it in log.iter().filter(|it| it.thing_kind == "selection-giving") {
        assert!(it.note.chars().all(|it| it.is_ascii_digit()), "only a number: {}", it.note);
    }
}
