//! What happens between the showing and its last day, and after it.

use ankunft_atlas::candidates::model::State;
use ankunft_atlas::candidates::store::register::{self, NewStep};
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::web::{App, Clock};
use ankunft_testkit::Browser;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde_json::Value;

use super::{BACK, QUARTER, SECOND, SHOW, count, offered, send, until};
use crate::common::employed;
use crate::people::{World, staff};

const THIRD: &str = "Wasserläufer";

/// What is noted while something is shown waits until somebody shows it.
pub async fn what_was_noted_since_is_said_and_shown_only_when_pressed(world: &mut World) {
    let form = offered(&world.giver.get(SHOW).await.expect_status(200));
    let _ = send(&mut world.giver, &form).await.expect_status(303);
    let at_home = "/musterstadt/auswahl/stadt/musterstadt";
    let before = world.giver.get(at_home).await.expect_status(200).body_text();
    assert!(!before.contains("Seitdem"), "{before}");
    let tenant = world.demo.tenant("musterstadt").await;
    let codes = world.demo.codes("musterstadt").await;
    let (geography, area) = codes.iter().find(|it| it.0 != "quartier").expect("another geography");
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    let step = NewStep { state: State::Proposed, on_date: date(2026, 3, 1), note: "" };
    let place = (geography.as_str(), area.as_str(), THIRD);
    register::propose(&mut change, tenant, place, step).await.expect("noted");
    change.commit().await.expect("a commit");
    for page in [at_home, SHOW] {
        let page = world.giver.get(page).await.expect_status(200).body_text();
        assert!(page.contains("Seitdem ein neuer Kandidat") && page.contains(THIRD), "{page}");
    }
    let own = world.giver.get(at_home).await.expect_status(200);
    assert!(own.attributes("main a", "href").iter().any(|it| it == SHOW), "the way to show it");
    let mut researcher = staff(&world.demo, "musterstadt", Role::Research).await;
    let page = researcher.get(at_home).await.expect_status(200).body_text();
    assert!(!page.contains("Seitdem"), "only who may show it is asked to: {page}");
    let theirs = "/programm/auswahl/stadt/musterstadt";
    let page = world.programme.get(theirs).await.expect_status(200).body_text();
    assert!(!page.contains(THIRD) && !page.contains("Seitdem"), "nothing goes by itself: {page}");
    let mut form = offered(&world.giver.get(SHOW).await.expect_status(200));
    let is_ticked = form.iter().any(|it| it.0 == "zeigen" && it.1 == "3");
    assert!(!is_ticked, "whoever shows it ticks it");
    form.push(("zeigen".to_owned(), "3".to_owned()));
    let _ = send(&mut world.giver, &form).await.expect_status(303);
    let page = world.giver.get(at_home).await.expect_status(200).body_text();
    assert!(page.contains(THIRD) && !page.contains("Seitdem"), "{page}");
}

pub async fn each_candidate_has_the_method_of_its_own_geography(world: &mut World) {
    let list = world.programme.get("/programm/auswahl.json").await.expect_status(200);
    let list: Value = serde_json::from_slice(&list.body).expect("JSON");
    let cities = list["cities"].as_array().expect("cities");
    let own = cities.iter().find(|it| it["city"] == "Musterstadt").expect("it");
    let shown = own["shown"]["candidates"].as_array().expect("candidates");
    assert_eq!(own["shown"]["until"], until(world).to_string());
    let of = |name: &str| shown.iter().find(|it| it["name"] == name).expect("a candidate");
    let method = |name: &str| (of(name)["dimensions"].clone(), of(name)["period"].clone());
    assert_eq!(method(QUARTER), method(SECOND), "both lie in one geography");
    assert_ne!(method(QUARTER), method(THIRD), "the third lies in another");
    let page = world.programme.get("/programm/auswahl/stadt/musterstadt").await.expect_status(200);
    let last = page.texts("main table tbody tr td:last-child");
    let rows: Vec<_> = page.texts("main table tbody th").into_iter().zip(last).collect();
    let said = |name: &str| {
        let found = rows.iter().find(|it| it.0.contains(name));
        found.map(|it| it.1.trim().to_owned()).expect("a row")
    };
    assert_eq!(said(QUARTER), said(SECOND));
    assert_ne!(said(QUARTER), said(THIRD));
    let page = world.programme.get("/programm/auswahl").await.expect_status(200).body_text();
    assert!(page.contains(&format!("{THIRD}: ")), "and side by side by name: {page}");
}

/// The day after the last one it is to nobody there, and the registers say that it ended.
pub async fn after_the_last_day_nobody_reads_it(world: &mut World) {
    let last = until(world);
    let noon = |day: Date| TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).expect("a time");
    let register = ["/musterstadt/austausch/register", "/programm/austausch/register"];
    for (day, is_over) in [(last, false), (last.tomorrow().expect("a day"), true)] {
        let moment = noon(day);
        let clock = Clock::new(move || moment);
        let config = world.demo.app.config.clone();
        let app = App::open_at(config, ankunft::parts(), clock).await.expect("an application");
        let coordination = |slug: &'static str| employed(&world.demo, slug, Role::Coordination);
        let mut own = Browser::log_in(&app, &coordination("musterstadt").await, "de").await;
        let mut programme = Browser::log_in(&app, &coordination("programm").await, "de").await;
        let theirs = programme.get("/programm/auswahl/stadt/musterstadt").await;
        assert_eq!(theirs.status, if is_over { 404 } else { 200 }, "on {day}");
        let list = programme.get("/programm/auswahl.csv").await.expect_status(200);
        let list = String::from_utf8(list.body).expect("text");
        assert_eq!(list.contains(QUARTER), !is_over, "on {day}: {list}");
        let page = own.get(SHOW).await.expect_status(200).body_text();
        assert_eq!(page.contains("galt bis"), is_over, "on {day}: {page}");
        for (browser, path) in [&mut own, &mut programme].into_iter().zip(register) {
            let page = browser.get(path).await.expect_status(200);
            let ended = page.texts("main tbody tr");
            let ended = ended.iter().filter(|it| it.contains("Frist zu Ende")).count();
            assert_eq!(ended, usize::from(is_over), "{path} on {day}");
            let file = browser.get(&format!("{path}.csv")).await.expect_status(200);
            let file = String::from_utf8(file.body).expect("text");
            assert_eq!(file.contains(",ended,"), is_over, "{path}.csv on {day}: {file}");
        }
        if is_over {
            let _ = own.post(SHOW, BACK, &[]).await.expect_status(303);
            assert_eq!(count(world, "selection_end").await, 1, "what is over is not taken back");
        }
    }
}
