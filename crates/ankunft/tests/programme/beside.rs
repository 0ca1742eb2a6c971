//! Cities of which a file came stand beside those of this installation: what they say of
//! Kernindikatoren, where they differ, and their figures; each once, and only as long as the file holds.

use ankunft_platform::permission::Role;
use ankunft_platform::web::{App, Clock};
use ankunft_testkit::{Browser, Page};
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::elsewhere::{NAME, bring, key, the_confirmation_goes_home};
use super::people::{TAKER, World, findings, staff, text};
use super::taken::{cover, office_page};
use super::template::{BLANK, SAID, brought, filled_with, rows};
use crate::common::planting::numbers_in;
use crate::common::{employed, statements};

const CORE: &str = "/programm/kernindikatoren";
const REPORT: &str = "/programm/programm/bericht";
const DEVIATION: &str = "mit Zweitwohnungen";
const NEUSTADT: &str = "Neustadt (AGS 01234567)";

/// What the programme defines: code, name, unit.
const DEFINED: [[&str; 3]; 3] = [
    ["auslaenderanteil", "Ausländeranteil", "percent"],
    ["einwohner", "Einwohner", "persons"],
    ["kinder", "Kinder", "persons"],
];

async fn define(world: &mut World) {
    let new = format!("{CORE}/neu");
    for [code, name, unit] in DEFINED {
        let form = [
            ("code", code),
            ("name", name),
            ("definition", "Wie vereinbart"),
            ("bevoelkerung", "Hauptwohnung"),
            ("stichtag", "31.12."),
            ("einheit", unit),
        ];
        let _ = world.programme.post(&new, &new, &form).await.expect_status(303);
    }
}

/// The row of a city in the tables of a page, and how often it is there.
fn of_city(page: &Page, city: &str) -> Vec<String> {
    page.texts("main tbody tr").into_iter().filter(|it| it.starts_with(city)).collect()
}

async fn row(browser: &mut Browser, address: &str, city: &str) -> String {
    let page = browser.get(address).await.expect_status(200);
    let rows = of_city(&page, city);
    assert_eq!(rows.len(), 1, "{city} stands once: {rows:#?} {}", page.body_text());
    rows[0].clone()
}

/// The row of a city in the table of values of a Kernindikator.
async fn value(browser: &mut Browser, address: &str, (core, city): (&str, &str)) -> String {
    let page = browser.get(address).await.expect_status(200);
    let at = DEFINED.iter().position(|it| it[0] == core).expect("a Kernindikator");
    // A table a Kernindikator, by code; each with the unit of space in its head.
    let rows = of_city(&page, city);
    let values: Vec<&String> = rows.iter().filter(|it| is_of_values(it)).collect();
    assert_eq!(values.len(), DEFINED.len(), "{city}: {rows:#?}");
    values[at].clone()
}

/// Whether a row says how a figure stands, and not how far a city is.
fn is_of_values(row: &str) -> bool {
    let stands = ["Ganze Kommune", "nicht freigegeben", "fehlt"];
    stands.iter().any(|it| row.contains(it)) && !row.contains(" von 3")
}

/// The list of Kernindikatoren of a workbook, with what a city wrote beside them.
fn list<'a>(said: &[(&'a str, &'a str)]) -> Vec<(&'static str, Vec<Vec<&'a str>>)> {
    let mut sheet = vec![vec!["Kernindikator", "Name", "Ihre Abweichung"]];
    sheet.extend(said.iter().map(|(code, text)| vec![*code, "", *text]));
    vec![("Kernindikatoren", sheet)]
}

async fn labels(world: &mut World) -> Vec<String> {
    let blank = world.programme.get(BLANK).await.expect_status(200).body;
    let list = rows(&blank, "Kernindikatoren");
    assert_eq!(list[0].last().map(String::as_str), Some("Ihre Abweichung"), "{:?}", list[0]);
    assert_eq!(list.len(), 1 + DEFINED.len());
    rows(&blank, "Angaben")[1..].iter().map(|it| it[0].clone()).collect()
}

async fn accepted(world: &mut World, book: &[u8]) -> String {
    let (draft, page) = brought(world, book).await;
    assert!(findings(&page).is_empty(), "{}", findings(&page));
    let done = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    done.expect_status(303).location().expect("an address")
}

pub async fn story(mut world: World) {
    let _alone = statements::count().await;
    define(&mut world).await;
    let labels = labels(&mut world).await;
    what_is_written_beside_a_definition_is_read_strictly(&mut world, &labels).await;
    let neustadt = a_workbook_is_a_row(&mut world, &labels).await;
    it_is_a_row_for_who_got_it_alone(&mut world).await;
    a_city_stands_once(&mut world, &labels).await;
    it_goes_with_its_file(&mut world, &neustadt).await;
}

async fn what_is_written_beside_a_definition_is_read_strictly(
    world: &mut World,
    labels: &[String],
) {
    let values = [["*", "auslaenderanteil", "31.12.2025", "12.5", "Wert", ""]];
    let wrong = [
        ("auslaenderanteil", DEVIATION),
        ("einkommen", "ohne Gewähr"),
        ("einwohner", "mit Nebenwohnungen"),
        ("auslaenderanteil", "noch einmal"),
        ("kinder", ""),
    ];
    let (draft, page) = brought(world, &filled_with(labels, &SAID, &values, list(&wrong))).await;
    let told = page.texts(".hinweise li");
    assert_eq!(told.len(), 3, "{told:#?}");
    let found = [
        ("Zeile 3, Spalte 1", "Diesen Kernindikator gibt es nicht"),
        ("Zeile 4, Spalte 3", "eine Abweichung, aber kein Wert"),
        ("Zeile 5, Spalte 1", "zweimal"),
    ];
    for (place, words) in found {
        let is_told =
            |it: &String| it.contains(&format!("Kernindikatoren, {place}")) && it.contains(words);
        assert!(told.iter().any(is_told), "{place}, {words}: {told:#?}");
    }
    assert_eq!(world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await.status, 422);
}

/// Gives where the workbook stands.
async fn a_workbook_is_a_row(world: &mut World, labels: &[String]) -> String {
    let values = [
        ["*", "auslaenderanteil", "31.12.2025", "12.5", "Wert", ""],
        ["01", "auslaenderanteil", "31.12.2025", "17.5", "Wert", ""],
        ["*", "einwohner", "31.12.2025", "", "nicht gezeigt", ""],
        ["01", "einwohner", "30.06.2025", "4711", "Wert", ""],
    ];
    let book = filled_with(
        labels,
        &SAID,
        &values,
        list(&[("auslaenderanteil", DEVIATION), ("kinder", "")]),
    );
    let (_, page) = brought(world, &book).await;
    let said = format!("Ausländeranteil: {DEVIATION}");
    assert!(page.body_text().contains(&said), "seen before it is accepted: {}", page.body_text());
    let received = accepted(world, &book).await;

    let lines = format!("{CORE}/auslaenderanteil");
    let told = row(&mut world.programme, &lines, NEUSTADT).await;
    for words in ["abweichend", DEVIATION, "Aus Arbeitsmappe 01234567-", "eingelesen am"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let page = world.programme.get(&lines).await.expect_status(200);
    assert!(page.attributes("main th a", "href").contains(&received), "the way to it");
    let told = row(&mut world.programme, &format!("{CORE}/einwohner"), NEUSTADT).await;
    assert!(told.contains("gleich"), "{told}");
    let told = row(&mut world.programme, &format!("{CORE}/kinder"), NEUSTADT).await;
    assert!(told.contains("keine Angabe"), "what it does not say is lacking: {told}");

    let told = value(&mut world.programme, REPORT, ("auslaenderanteil", NEUSTADT)).await;
    for words in ["12,5", "31.12.2025", "Ganze Kommune (Stadtteile", DEVIATION, "01234567-"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("17,5"), "and no part of it: {told}");
    let told = value(&mut world.programme, REPORT, ("einwohner", NEUSTADT)).await;
    assert!(told.contains("nicht gezeigt"), "what is not shown stays so: {told}");
    let told = value(&mut world.programme, REPORT, ("kinder", NEUSTADT)).await;
    assert!(told.contains("fehlt") && told.contains("keine Angabe"), "{told}");
    let page = world.programme.get(REPORT).await.expect_status(200);
    assert!(page.attributes("main td a", "href").contains(&received), "its source");
    let far = of_city(&page, NEUSTADT);
    assert!(far.iter().any(|it| it.contains("2 von 3") && it.contains("1 von 3")), "{far:#?}");
    files_say_the_same(world).await;
    received
}

async fn files_say_the_same(world: &mut World) {
    let list = world.programme.get(&format!("{CORE}.json")).await.expect_status(200);
    let list: serde_json::Value = serde_json::from_slice(&list.body).expect("JSON");
    let cities = list["core_indicators"][0]["cities"].as_array().expect("cities");
    let of_it = cities.iter().find(|it| it["city"] == NEUSTADT).expect("the city");
    assert_eq!((&of_it["fit"], &of_it["deviation"]), (&"abweichend".into(), &DEVIATION.into()));
    let package = of_it["package"].as_str().expect("a number");
    assert!(package.starts_with("01234567-"), "{package}");
    let csv = world.programme.get(&format!("{CORE}.csv")).await.expect_status(200).body_text();
    assert!(csv.lines().any(|it| it.contains(NEUSTADT) && it.contains(package)), "{csv}");
    let book = world.programme.get(&format!("{REPORT}.xlsx")).await.expect_status(200).body;
    let rows = rows(&book, "Werte der Kernindikatoren");
    let of_it = |it: &&Vec<String>| it[0] == "Ausländeranteil" && it[1] == NEUSTADT;
    let row = rows.iter().find(of_it).unwrap_or_else(|| panic!("no row: {rows:#?}"));
    assert_eq!((row[2].as_str(), row[3].as_str()), ("12.5", "Prozent"), "{row:?}");
    assert!(row[9].contains(package), "{row:?}");
}

/// Neither a city nor who may not see what is exchanged reads what came to the programme.
async fn it_is_a_row_for_who_got_it_alone(world: &mut World) {
    let mut reader = staff(&world.demo, "programm", Role::Reader).await;
    let mut giver = world.giver.clone();
    for (browser, slug) in [(&mut reader, "programm"), (&mut giver, "musterstadt")] {
        let pages = [
            "kernindikatoren",
            "kernindikatoren.csv",
            "kernindikatoren.json",
            "kernindikatoren/auslaenderanteil",
            "programm/bericht",
        ];
        for page in pages {
            let page = browser.get(&format!("/{slug}/{page}")).await.expect_status(200);
            let text = page.body_text();
            assert!(!text.contains("01234567") && !text.contains(DEVIATION), "{slug}: {text}");
        }
    }
}

/// Who is here and sent a file too: what it says here goes before, a file stands where it says nothing.
/// And however many files there are, they are read at once.
async fn a_city_stands_once(world: &mut World, labels: &[String]) {
    let line = format!("{CORE}/einwohner");
    let app = world.demo.app.clone();
    let mut asked = Vec::new();
    for address in [line.as_str(), REPORT] {
        asked.push(statements::ask(&app, &mut world.programme, address, 2).await.2);
    }
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let ags = programme.cities.into_iter().find(|it| it.slug == "musterstadt").expect("a city").ags;
    let mut said = SAID;
    (said[0], said[1]) = ("Musterstadt", ags.as_str());
    for (day, number) in [("31.12.2023", "1111"), ("31.12.2024", "2222")] {
        let values = [["*", "einwohner", day, number, "Wert", ""]];
        let _ = accepted(world, &filled_with(labels, &said, &values, Vec::new())).await;
    }
    let told = row(&mut world.programme, &line, "Musterstadt").await;
    assert!(
        told.contains("gleich") && told.contains(&format!("Aus Arbeitsmappe {ags}-")),
        "{told}"
    );
    let told = value(&mut world.programme, REPORT, ("einwohner", "Musterstadt")).await;
    assert!(told.contains("2.222") && told.contains("31.12.2024"), "the last one holds: {told}");
    for (address, before) in [line.as_str(), REPORT].into_iter().zip(asked) {
        let now = statements::ask(&app, &mut world.programme, address, 2).await.2;
        assert_eq!(now, before, "{address}");
    }

    let own = "/musterstadt/kernindikatoren/einwohner/zuordnung";
    let form = [
        ("version", "0"),
        ("fassung", "1"),
        ("merkmal", "population"),
        ("bevoelkerung", "wohnberechtigt"),
        ("stichtag", "31.12."),
    ];
    let _ = world.giver.post(own, own, &form).await.expect_status(303);
    let told = row(&mut world.programme, &line, "Musterstadt").await;
    assert!(told.contains("wohnberechtigt") && told.contains("Auch als Datei da"), "{told}");
    let told = value(&mut world.programme, REPORT, ("einwohner", "Musterstadt")).await;
    assert!(told.contains("2.222") && !told.contains("wohnberechtigt"), "{told}");
    let to = world.here("programm").await;
    let grant = world.propose(&to, "2027-06-30").await;
    let _ = world.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    let told = value(&mut world.programme, REPORT, ("einwohner", "Musterstadt")).await;
    assert!(!told.contains("2.222") && told.contains("31.12.2037"), "what it gives here: {told}");
    assert!(told.contains("wohnberechtigt") && told.contains("Auch als Datei da"), "{told}");
}

async fn it_goes_with_its_file(world: &mut World, received: &str) {
    let line = format!("{CORE}/auslaenderanteil");
    let noon = TimeZone::UTC.to_timestamp(date(2029, 1, 1).at(12, 0, 0, 0)).expect("a time");
    let config = world.demo.app.config.clone();
    let email = employed(&world.demo, "programm", Role::Coordination).await;
    let clock = Clock::new(move || noon);
    let late = App::open_at(config, ankunft::parts(), clock).await.expect("an application");
    let mut programme = Browser::log_in(&late, &email, "de").await;
    for address in [line.as_str(), REPORT] {
        let page = programme.get(address).await.expect_status(200).body_text();
        assert!(!page.contains("01234567"), "its last day is over: {page}");
        let page = world.programme.get(address).await.expect_status(200).body_text();
        assert!(page.contains(NEUSTADT), "{page}");
    }
    let deleted = world.programme.post(received, &format!("{received}/loeschen"), &[]).await;
    let _ = deleted.expect_status(303);
    for address in [line.as_str(), REPORT] {
        let page = world.programme.get(address).await.expect_status(200).body_text();
        assert!(!page.contains("01234567") && !page.contains(DEVIATION), "deleted: {page}");
    }
}

/// A package of a city of another installation, until it is taken back.
pub async fn a_package_stands_there(here: &mut World, there: &mut World) {
    define(here).await;
    define(there).await;
    let own = "/musterstadt/kernindikatoren/einwohner/zuordnung";
    let form = [
        ("version", "0"),
        ("fassung", "1"),
        ("merkmal", "population"),
        ("bevoelkerung", "wohnberechtigt"),
        ("stichtag", "31.12."),
        ("abweichung", DEVIATION),
    ];
    let _ = here.giver.post(own, own, &form).await.expect_status(303);
    let (_, key) = key(&mut here.giver, "musterstadt").await;
    let partner = format!("/{TAKER}/austausch/partner");
    let form = [("name", NAME), ("schluessel", key.as_str()), ("verglichen", "ja")];
    let _ = there.taker.post(&partner, &partner, &form).await.expect_status(303);

    let grant = here.propose("partner:1", "2027-12-31").await;
    let _ = here.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    let zip = format!("{grant}/paket.zip");
    let first = here.giver.get(&zip).await.expect_status(200).body;
    assert!(text(&first, "core.json").contains("wohnberechtigt"));
    let _ = taken(there, &first).await;
    it_is_beside(there, &format!("/{TAKER}/austausch/pakete/1")).await;

    // Another list of figures of the same number is not one made anew after a Sperrung.
    cover(here, 1, here.inside.accepted.release.expect("a release")).await;
    let other = here.giver.get(&zip).await.expect_status(200).body;
    assert_ne!(first, other);
    refused(there, &other, "nicht wegen einer Sperrung neu ausgestellt").await;
    let page = format!("{}/sperrung", office_page(here, &here.inside).await);
    let _ = here.office.post(&page, &page, &[("grund", "eine Person")]).await.expect_status(303);
    let anew = here.giver.get(&zip).await.expect_status(200).body;
    assert_eq!(taken(there, &anew).await, format!("/{TAKER}/austausch/pakete/2"));
    it_is_beside(there, &format!("/{TAKER}/austausch/pakete/2")).await;
    refused(there, &first, "ist überholt").await;
    refused(there, &other, "nicht wegen einer Sperrung neu ausgestellt").await;
    refused(there, &anew, "ist hier schon angenommen").await;
    the_copies_of_before_are_confirmed(here, there, &grant).await;

    let form = [("grund", "Zweck erledigt")];
    let _ = here.giver.post(&grant, &format!("{grant}/widerruf"), &form).await.expect_status(303);
    let notice = here.giver.get(&format!("{grant}/widerruf.zip")).await.expect_status(200).body;
    let draft = draft(there, &notice).await;
    let _ = there.taker.post(&draft, &format!("{draft}/annehmen"), &[]).await.expect_status(303);
    let page = there.taker.get(&format!("/{TAKER}/programm/bericht")).await.expect_status(200);
    assert!(numbers_in(&page, &there.shared.numbers).is_empty(), "at once");
    let line = format!("/{TAKER}/kernindikatoren/einwohner");
    let told = row(&mut there.taker, &line, "Musterstadt").await;
    assert!(told.contains("keine Angabe") && !told.contains(DEVIATION), "{told}");
    let asks = "bei Gradlingen drüben nachfragen";
    let morning = here.giver.get("/musterstadt").await.body_text();
    assert!(morning.contains(asks), "the one that was made anew is out: {morning}");
}

async fn draft(world: &mut World, file: &[u8]) -> String {
    let kept = world.taker.upload(&bring(), &bring(), "paket.zip", file).await.expect_status(303);
    kept.location().expect("a draft")
}

async fn taken(world: &mut World, file: &[u8]) -> String {
    let draft = draft(world, file).await;
    let page = world.taker.get(&draft).await.expect_status(200);
    assert!(findings(&page).is_empty(), "{}", findings(&page));
    let done = world.taker.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    done.expect_status(303).location().expect("an address")
}

async fn refused(world: &mut World, file: &[u8], why: &str) {
    let draft = draft(world, file).await;
    let said = findings(&world.taker.get(&draft).await.expect_status(200));
    assert!(said.contains(why), "{why}: {said}");
    assert_eq!(world.taker.post(&draft, &format!("{draft}/annehmen"), &[]).await.status, 422);
}

/// The city of this key is known here too, and says nothing itself: its package stands in its row.
async fn it_is_beside(there: &mut World, received: &str) {
    let line = format!("/{TAKER}/kernindikatoren/einwohner");
    let told = row(&mut there.taker, &line, "Musterstadt").await;
    for words in ["abweichend", "wohnberechtigt", DEVIATION, "Aus Paket ", NAME] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let report = format!("/{TAKER}/programm/bericht");
    let page = there.taker.get(&report).await.expect_status(200);
    let whole = there.shared.numbers.iter().next_back().copied();
    let seen: Vec<u64> = numbers_in(&page, &there.shared.numbers).into_iter().collect();
    assert_eq!(seen, whole.into_iter().collect::<Vec<_>>(), "the whole city alone");
    assert!(page.attributes("main td a", "href").contains(&received.to_owned()));
    let mut reader = staff(&there.demo, TAKER, Role::Reader).await;
    let page = reader.get(&line).await.expect_status(200).body_text();
    assert!(!page.contains(DEVIATION), "{page}");
}

/// What was replaced is still to be deleted elsewhere; that this is confirmed is not said of the new one.
async fn the_copies_of_before_are_confirmed(here: &mut World, there: &mut World, grant: &str) {
    let before = format!("/{TAKER}/austausch/pakete/1");
    let page = there.taker.get(&before).await.expect_status(200);
    assert!(page.body_text().contains("neu ausgestellt"), "{}", page.body_text());
    let done = there.taker.post(&before, &format!("{before}/loeschen"), &[]).await;
    let _ = done.expect_status(303);
    it_is_beside(there, &format!("/{TAKER}/austausch/pakete/2")).await;
    the_confirmation_goes_home(here, there, &before).await;
    let page = here.giver.get(grant).await.expect_status(200).body_text();
    assert!(page.contains("darf diese Zahlen bis"), "{page}");
}
