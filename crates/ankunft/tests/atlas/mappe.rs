//! A figure of a city is cited, corrected, withdrawn; and reaches nobody without the right.

use ankunft_disclosure::Nutzung;
use ankunft_musterstadt::City;
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::withdrawals::{self, Thing};
use ankunft_testkit::{Browser, Page};
use axum::http::header;
use serde_json::Value;

use crate::common::folder::{mappe, remember};
use crate::common::planting::{PERIOD, Planted, numbers_in, plant, protected};
use crate::common::{Demo, Reader};

const COORDINATION: &str = "coordination@leser.example";
const FILES: [&str; 4] = ["", "/text", "/csv", "/json"];

fn city(slug: &str) -> City {
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    programme.cities.into_iter().find(|it| it.slug == slug).expect("a city")
}

/// The profile of the first quarter.
async fn profile(demo: &Demo) -> (String, String) {
    let codes = demo.codes("musterstadt").await;
    let code = codes[0].1.clone();
    (format!("/musterstadt/atlas/quartiere/{code}?ebene=quartier"), code)
}

fn source(code: &str, measure: &str) -> String {
    format!(
        "/musterstadt/atlas/quelle?ebene=quartier&merkmal={measure}&stichtag={PERIOD}&gebiet={code}"
    )
}

/// Everything that shows the citations of a Mappe: its formats, the start page, the Fundstellen.
async fn everything(browser: &mut Browser) -> Vec<Page> {
    let (address, json) = mappe(browser).await;
    let mut all = vec![browser.get("/musterstadt").await, browser.get("/musterstadt/mappe").await];
    for file in FILES {
        all.push(browser.get(&format!("{address}{file}")).await.expect_status(200));
    }
    for entry in json["entries"].as_array().expect("entries") {
        let reference = entry["reference"].as_str().expect("a Fundstelle");
        all.push(browser.get(reference).await.expect_status(200));
        all.push(browser.get(&format!("{reference}/json")).await.expect_status(200));
    }
    all
}

fn shown(pages: &[Page], planted: &Planted) -> Vec<u64> {
    pages.iter().flat_map(|it| numbers_in(it, &planted.numbers)).collect()
}

#[tokio::test]
async fn a_cited_figure_stays_is_corrected_beside_it_and_withdrawn_everywhere() {
    let demo = Demo::new().await;
    let own = city("musterstadt");
    let (_, code) = profile(&demo).await;
    let first = plant(&demo, &own, 15_829_363, (protected(), Nutzung::Public)).await;
    let mut browser = Browser::log_in(&demo.app, COORDINATION, "de").await;
    for measure in ["population", "share_foreigners"] {
        remember(&mut browser, &source(&code, measure)).await;
    }
    let whole =
        format!("/musterstadt/atlas/quelle?ebene=quartier&merkmal=foreigners&stichtag={PERIOD}");
    remember(&mut browser, &whole).await;
    let again = browser.get(&source(&code, "population")).await;
    assert!(again.text(".gemerkt").starts_with("In der Mappe"));
    assert!(again.texts(".fuer-mappe").is_empty());
    let (_, before) = mappe(&mut browser).await;
    let entries = before["entries"].as_array().expect("entries");
    assert_eq!(entries.len(), 3);
    assert!(entries.iter().all(|it| it["state"] == "same" && it["audience"] == "public"));
    says_what_it_is(entries, &code);
    assert!(!browser.get("/musterstadt").await.body_text().contains("hat sich etwas geändert"));

    // A correction: the same table again with other numbers.
    let second = plant(&demo, &own, 15_829_399, (protected(), Nutzung::Public)).await;
    let (_, after) = mappe(&mut browser).await;
    for (then, now) in entries.iter().zip(after["entries"].as_array().expect("entries")) {
        assert_eq!(then["snapshot"], now["snapshot"], "what was cited stays as it was");
        assert_eq!(then["sha256_salted"], now["sha256_salted"]);
    }
    assert_eq!(after["entries"][0]["state"], "changed");
    let old = after["entries"][0]["snapshot"]["value"].as_str().expect("a value");
    let new = after["entries"][0]["today"]["value"].as_str().expect("a value").to_owned();
    let pages = everything(&mut browser).await;
    assert!(pages[0].body_text().contains("In Ihrer Mappe „Meine Mappe“ hat sich etwas geändert"));
    let note = format!("Damals {old}, heute {new} (");
    assert!(pages[1].body_text().contains(&note), "{note}");
    assert!(pages[6].body_text().contains(&note), "at its Fundstelle");
    assert!(!shown(&pages, &first).is_empty());

    withdraw(&demo, &first).await;
    let pages = everything(&mut browser).await;
    assert_eq!(shown(&pages, &first), Vec::<u64>::new(), "withdrawn everywhere");
    assert!(pages[2].body_text().contains("weil: eine Person war zu erkennen"));
    let (_, json) = mappe(&mut browser).await;
    let states = json["entries"].as_array().expect("entries").iter().map(|it| &it["state"]);
    assert!(states.into_iter().all(|it| it == "withdrawn"));
    let mut public = Browser::new(&demo.app, "de");
    for entry in json["entries"].as_array().expect("entries") {
        let page = public.get(entry["reference"].as_str().expect("a Fundstelle")).await;
        assert!(page.body_text().contains("Zurückgezogen am"));
        assert!(!page.body_text().contains("zu erkennen"), "why is said inside");
        assert!(numbers_in(&page, &first.numbers).is_empty());
    }
    // The corrected figure can be remembered in its place.
    remember(&mut browser, &source(&code, "population")).await;
    let (_, json) = mappe(&mut browser).await;
    assert_eq!(json["entries"][3]["snapshot"]["value"], new);
    assert!(!shown(&everything(&mut browser).await, &second).is_empty());
}

/// Ids, sentence, source and day of what was remembered.
fn says_what_it_is(entries: &[Value], code: &str) {
    assert_eq!(entries[1]["id"], format!("quartier:share_foreigners:{PERIOD}:{code}"));
    assert_eq!(entries[2]["id"], format!("quartier:foreigners:{PERIOD}"));
    let sentence = entries[1]["snapshot"]["text"].as_str().expect("a sentence");
    assert!(sentence.starts_with("Ausländeranteil, ") && sentence.contains("(von "), "{sentence}");
    let origin = entries[1]["snapshot"]["source"].as_str().expect("a source");
    assert!(origin.contains("Datenstand") && origin.contains("5er-Rundung"), "{origin}");
    assert_eq!(entries[0]["snapshot"]["reference_date"], "2037-12-31");
}

async fn withdraw(demo: &Demo, planted: &Planted) {
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let thing = Thing::DatasetVersion(planted.accepted.version);
    let reason = "eine Person war zu erkennen";
    let told = withdrawals::withdraw(&mut change, planted.tenant, thing, reason).await;
    assert_eq!(told.expect("withdrawn").len(), 3, "whose Mappe it is hears of it");
    change.commit().await.expect("a commit");
}

#[tokio::test]
async fn a_citation_of_what_is_not_public_reaches_nobody_without_the_right() {
    let demo = Demo::new().await;
    let (_, code) = profile(&demo).await;
    let own = city("musterstadt");
    let inside = (protected(), Nutzung::Administration);
    let planted = plant(&demo, &own, 11_365_139, inside).await;
    let mut author = Browser::log_in(&demo.app, COORDINATION, "de").await;
    for measure in ["population", "foreigners"] {
        remember(&mut author, &source(&code, measure)).await;
    }
    let (address, json) = mappe(&mut author).await;
    assert!(!shown(&everything(&mut author).await, &planted).is_empty(), "planted and seen");
    let references: Vec<String> = json["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|it| it["reference"].as_str().expect("a Fundstelle").to_owned())
        .collect();
    let foreign = address.replace("musterstadt", &other_city());
    for reader in Reader::all(&demo.app) {
        let may = matches!(
            reader.role,
            Some(Role::Coordination | Role::StatisticsOffice | Role::Department | Role::Reader)
        );
        let is_owner = reader.role == Some(Role::Coordination);
        for language in ["de", "en"] {
            let mut browser = reader.browser(&demo.app, language).await;
            for reference in &references {
                for file in ["", "/json"] {
                    let asked = format!("{reference}{file}");
                    let page = browser.get(&asked).await.expect_status(200);
                    let seen = !numbers_in(&page, &planted.numbers).is_empty();
                    assert_eq!(seen, may, "{} at {asked}", reader.name);
                    let names_it = page.body_text().contains("population");
                    assert!(may || !names_it, "{} learns what it is", reader.name);
                }
            }
            for base in [&address, &foreign] {
                for file in FILES {
                    let asked = format!("{base}{file}");
                    let page = browser.get(&asked).await;
                    let opens = is_owner && base == &address;
                    assert_eq!(page.status == 200, opens, "{} at {asked}", reader.name);
                    let seen = !numbers_in(&page, &planted.numbers).is_empty();
                    assert_eq!(seen, opens, "{} at {asked}", reader.name);
                }
            }
        }
    }
    handed_out(&demo, &planted).await;
}

fn other_city() -> String {
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    programme.cities.iter().find(|it| it.slug != "musterstadt").expect("a neighbour").slug.clone()
}

/// Files with figures that are not public are in the log of who received what.
async fn handed_out(demo: &Demo, planted: &Planted) {
    let mut read = demo.app.store.read().await.expect("a connection");
    let version = planted.accepted.version;
    let received = ankunft_platform::downloads::received(&mut read, planted.tenant, version).await;
    let formats: Vec<String> = received.expect("a log").into_iter().map(|it| it.note).collect();
    for format in ["text", "csv", "json"] {
        assert!(formats.iter().any(|it| it == format), "{format} is not in {formats:?}");
    }
}

#[tokio::test]
async fn a_page_with_a_token_stays_with_its_reader() {
    let demo = Demo::new().await;
    let (address, _) = profile(&demo).await;
    let mut public = Browser::new(&demo.app, "de");
    let page = public.get(&address).await.expect_status(200);
    assert!(page.attribute("input[name=csrf]", "value").is_none());
    assert!(page.texts(".fuer-mappe").is_empty());
    for reader in Reader::all(&demo.app) {
        let Some(role) = reader.role else { continue };
        let mut browser = reader.browser(&demo.app, "de").await;
        let page = browser.get(&address).await.expect_status(200);
        let buttons = page.texts(".fuer-mappe button").len();
        let keeps = !matches!(role, Role::Admin | Role::Institution);
        assert_eq!(buttons >= 3, keeps, "{} sees {buttons} buttons", reader.name);
        let text = |name| page.headers.get(name).and_then(|it| it.to_str().ok());
        assert_eq!(text(header::CACHE_CONTROL), Some("private, no-store"), "{}", reader.name);
        assert!(text(header::ETAG).is_none(), "{}", reader.name);
        assert!(text(header::VARY).is_some_and(|it| it.contains("cookie")));
    }
}
