//! What one city took in of another goes when it may be used no more: after its last day, by a Sperrung
//! of all of it, and of a part.

use ankunft_platform::changes::Author;
use ankunft_platform::datasets;
use ankunft_platform::indicators::{self, Break};
use ankunft_platform::permission::Role;
use ankunft_platform::web::{App, Clock};
use ankunft_testkit::Browser;
use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::elsewhere::bring;
use super::people::{NEW, TAKER, World, findings, staff};
use crate::common::employed;
use crate::common::planting::{PERIOD, Planted, numbers_in};

const ASKS: &str = "Löschung von „Kanarien“ bei Gradlingen nachfragen";

pub async fn story(mut world: World) {
    after_the_last_day_nothing_is_left(&mut world).await;
    a_sperrung_of_a_part_asks_for_all_copies(&mut world).await;
    a_sperrung_follows_what_was_taken_in(&mut world).await;
}

/// Where who gives sees the Weitergabe of a number.
fn grant(number: usize) -> String {
    format!("/musterstadt/austausch/weitergaben/{number}")
}

fn gotten(slug: &str, number: usize) -> String {
    format!("/{slug}/austausch/erhalten/musterstadt/{number}")
}

fn received(number: usize) -> String {
    format!("/{TAKER}/austausch/pakete/{number}")
}

/// Gives the shared table with the consent of the office.
async fn give(world: &mut World, slug: &str, until: &str) {
    let to = world.here(slug).await;
    let grant = world.propose(&to, until).await;
    let _ = world.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
}

/// The city fetches the package of a number and takes it in; gives the file.
async fn take_in(world: &mut World, number: usize) -> Vec<u8> {
    let file = world.taker.get(&format!("{}/paket.zip", gotten(TAKER, number))).await;
    let file = file.expect_status(200).body;
    let draft = draft(world, &file).await;
    let done = world.taker.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    let address = done.expect_status(303).location().expect("a page");
    let page = world.taker.get(&address).await.expect_status(200);
    assert!(page.body_text().contains("gibt diese Zahlen bis"), "{}", page.body_text());
    assert!(is_in_atlas(world).await, "what was taken in is read");
    file
}

async fn draft(world: &mut World, file: &[u8]) -> String {
    let kept = world.taker.upload(&bring(), &bring(), "paket.zip", file).await.expect_status(303);
    kept.location().expect("a draft")
}

/// Whether the figures stand in the atlas of who took them in.
async fn is_in_atlas(world: &mut World) -> bool {
    let atlas = format!(
        "/{TAKER}/atlas.csv?ebene=musterstadt-quartier&merkmal=population&stichtag={PERIOD}"
    );
    let page = world.taker.get(&atlas).await;
    !numbers_in(&page, &world.shared.numbers).is_empty()
}

/// The page of the statistics office about a planted table.
pub async fn office_page(world: &World, of: &Planted) -> String {
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let version = datasets::version(&mut read, of.tenant, of.accepted.version).await;
    let number = version.expect("a database").expect("a version").number;
    format!("/musterstadt/statistikstelle/{number}")
}

/// The same installation at noon of a day.
async fn on(world: &World, day: Date) -> App {
    let noon = TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).expect("a time");
    let config = world.demo.app.config.clone();
    let clock = Clock::new(move || noon);
    App::open_at(config, ankunft::parts(), clock).await.expect("an application")
}

async fn coordination(world: &World, app: &App, slug: &str) -> Browser {
    Browser::log_in(app, &employed(&world.demo, slug, Role::Coordination).await, "de").await
}

async fn after_the_last_day_nothing_is_left(world: &mut World) {
    use ankunft_programme::exchange::taken::take_due;
    let last = world.demo.app.today().saturating_add(Span::new().days(10));
    give(world, TAKER, &last.to_string()).await;
    give(world, "programm", &last.to_string()).await;
    take_in(world, 1).await;
    let new = "/programm/austausch/datenstaende/neu";
    let page = world.programme.get(new).await.expect_status(200);
    let package = page.attribute("input[name=paket]", "value").expect("a package");
    let form = [("titel", "Studie"), ("paket", package.as_str())];
    let frozen = world.programme.post(new, new, &form).await.expect_status(303).location();
    let frozen = format!("{}/json", frozen.expect("an address"));

    assert_eq!(take_due(&on(world, last).await).await.expect("a database"), 0);
    assert!(is_in_atlas(world).await, "on the last day it may be used");
    let late = on(world, last.tomorrow().expect("a day")).await;
    assert_eq!(take_due(&late).await.expect("a database"), 1);
    assert_eq!(take_due(&late).await.expect("a database"), 0, "taken once");
    assert!(!is_in_atlas(world).await, "the day after it is gone");
    let mut taker = coordination(world, &late, TAKER).await;
    let page = taker.get(&received(1)).await.expect_status(200).body_text();
    assert!(page.contains("Die Frist ist vorbei"), "{page}");
    assert!(page.contains("Zahlen stehen hier nicht mehr"), "{page}");
    let certificate = format!("{}/loeschbestaetigung.zip", received(1));
    assert_eq!(taker.get(&certificate).await.status, 404, "nobody has confirmed yet");
    let page = gotten(TAKER, 1);
    let _ = taker.post(&page, &format!("{page}/geloescht"), &[]).await.expect_status(303);
    let page = taker.get(&received(1)).await.expect_status(200).body_text();
    assert!(page.contains("sind hier gelöscht"), "{page}");

    let state = world.programme.get(&frozen).await.expect_status(200).body_text();
    assert!(state.contains("gone_at\":null"), "{state}");
    let mut programme = coordination(world, &late, "programm").await;
    let page = gotten("programm", 2);
    let _ = programme.post(&page, &format!("{page}/geloescht"), &[]).await.expect_status(303);
    let state = world.programme.get(&frozen).await.expect_status(200).body_text();
    assert!(state.contains("gone_at\":\"20"), "who confirms has no file of it: {state}");
}

/// As if the package held figures of the second table too: its release stands in the Weitergabe.
pub async fn cover(world: &World, number: i64, release: i64) {
    let mut change = world.demo.app.store.change(Author::program("test")).await.expect("a change");
    let sql = "insert into exchange_grant_release (tenant, grant_number, release) \
               values ($1, $2, $3)";
    let query = sqlx::query(sql).bind(world.shared.tenant.id()).bind(number).bind(release);
    query.execute(&mut *change).await.expect("a row");
    // With the figures goes what the city says of them: the package of tomorrow is another.
    let it = Break {
        indicator: Some("population".to_owned()),
        at_period: PERIOD.to_owned(),
        note_de: "Neu gezählt".to_owned(),
        note_en: "Counted anew".to_owned(),
    };
    indicators::note_break(&mut change, world.shared.tenant, &it).await.expect("a break");
    change.commit().await.expect("a commit");
}

async fn a_sperrung_of_a_part_asks_for_all_copies(world: &mut World) {
    give(world, TAKER, "2027-12-31").await;
    let old = take_in(world, 3).await;
    cover(world, 3, world.inside.accepted.release.expect("a release")).await;
    assert!(!world.giver.get("/musterstadt").await.body_text().contains(ASKS));
    let page = format!("{}/sperrung", office_page(world, &world.inside).await);
    let form = [("grund", "eine Person")];
    let _ = world.office.post(&page, &page, &form).await.expect_status(303);

    let page = world.giver.get(&grant(3)).await.expect_status(200).body_text();
    assert!(page.contains("darf diese Zahlen bis") && page.contains("ist ein Teil seiner Zahlen"));
    assert!(world.giver.get("/musterstadt").await.body_text().contains(ASKS));
    let page = world.taker.get(&gotten(TAKER, 3)).await.expect_status(200).body_text();
    assert!(page.contains("ist ein Teil seiner Zahlen gesperrt"), "{page}");
    let asked = "„Kanarien“ von Musterstadt löschen und das bestätigen";
    assert!(world.taker.get(&format!("/{TAKER}")).await.body_text().contains(asked));
    assert!(!is_in_atlas(world).await, "what was taken in held it too");

    let page = gotten(TAKER, 3);
    let _ = world.taker.post(&page, &format!("{page}/geloescht"), &[]).await.expect_status(303);
    assert!(!world.giver.get("/musterstadt").await.body_text().contains(ASKS));
    // Who kept the file of before does not bring it in again.
    let draft = draft(world, &old).await;
    let said = findings(&world.taker.get(&draft).await.expect_status(200));
    assert!(said.contains("ist ein Teil seiner Zahlen gesperrt"), "{said}");
    assert_eq!(world.taker.post(&draft, &format!("{draft}/annehmen"), &[]).await.status, 422);
    // The package of now holds nothing that anybody would have to delete.
    let zip = format!("{}/paket.zip", gotten(TAKER, 3));
    let anew = world.taker.get(&zip).await.expect_status(200).body;
    let page = world.giver.get(&grant(3)).await.expect_status(200).body_text();
    assert!(!page.contains("Löschung nicht bestätigt"), "{page}");
    what_was_made_anew_takes_its_place(world, &anew).await;
}

/// The package without what was withdrawn comes in under the same number; the earlier one stays told of.
async fn what_was_made_anew_takes_its_place(world: &mut World, anew: &[u8]) {
    let new = draft(world, anew).await;
    let page = world.taker.get(&new).await.expect_status(200);
    assert!(page.body_text().contains("Neu ausgestellt"), "{}", page.body_text());
    let done = world.taker.post(&new, &format!("{new}/annehmen"), &[]).await;
    assert_eq!(done.expect_status(303).location(), Some(received(3)));
    assert!(is_in_atlas(world).await, "what is left of it is read again");
    let page = world.taker.get(&received(3)).await.expect_status(200);
    assert!(page.body_text().contains("an der Stelle eines früheren"), "{}", page.body_text());
    assert!(page.attributes("main a", "href").contains(&received(2)));
    let page = world.taker.get(&received(2)).await.expect_status(200);
    assert!(page.body_text().contains("steht an der Stelle von diesem"), "{}", page.body_text());
    let again = draft(world, anew).await;
    let said = findings(&world.taker.get(&again).await.expect_status(200));
    assert!(said.contains("schon angenommen"), "{said}");
}

async fn a_sperrung_follows_what_was_taken_in(world: &mut World) {
    give(world, TAKER, "2027-12-31").await;
    take_in(world, 4).await;
    let office = office_page(world, &world.shared).await;
    let list = world.office.get(&format!("{office}/weitergaben")).await.expect_status(200);
    let rows = list.texts("tbody tr");
    assert!(rows.iter().any(|it| it.contains("ZIP für Gradlingen")), "{rows:?}");
    let sperrung = format!("{office}/sperrung");
    let page = world.office.get(&sperrung).await.expect_status(200);
    let went = page.texts("main p");
    let went = went.iter().find(|it| it.contains("Als Austauschpaket ging der Datenstand an"));
    assert!(went.is_some_and(|it| it.contains("Gradlingen")), "{}", page.body_text());
    assert_ne!(page.texts(".bilanz b").last().map(String::as_str), Some("0"), "it went out");
    let form = [("grund", "eine Person ist zu erkennen")];
    let _ = world.office.post(&sperrung, &sperrung, &form).await.expect_status(303);

    assert!(!is_in_atlas(world).await, "access ends at once");
    let page = world.taker.get(&received(4)).await.expect_status(200).body_text();
    assert!(page.contains("sind gesperrt") && !page.contains("gibt diese Zahlen bis"), "{page}");
    let mut office = staff(&world.demo, TAKER, Role::StatisticsOffice).await;
    let page = office.get(&format!("/{TAKER}/statistikstelle/sperrungen")).await;
    let page = page.expect_status(200).body_text();
    assert!(page.contains("Von Musterstadt gesperrt"), "{page}");
    assert!(!page.contains("zu erkennen"), "the reason is the giver's own");
    assert!(world.giver.get("/musterstadt").await.body_text().contains(ASKS));
    for number in [3, 4] {
        let page = gotten(TAKER, number);
        let done = world.taker.post(&page, &format!("{page}/geloescht"), &[]).await;
        let _ = done.expect_status(303);
    }
    let page = world.taker.get(&received(4)).await.expect_status(200).body_text();
    assert!(page.contains("sind hier gelöscht"), "{page}");
    assert!(!world.giver.get("/musterstadt").await.body_text().contains(ASKS));
    let page = world.giver.get(NEW).await.expect_status(200);
    let offered = page.attributes("select[name=tabelle] option", "value");
    assert!(!offered.contains(&world.shared.accepted.version.to_string()), "it goes nowhere");
}
