//! Canaries: numbers that occur nowhere else are planted in unprotected tables of two cities. No
//! address in any format shows them to anybody but the statistics office of the city itself.

use std::collections::BTreeSet;

use ankunft_disclosure::Nutzung;
use ankunft_platform::datasets::Protection;
use ankunft_platform::permission::Role;
use ankunft_testkit::Page;

use crate::common::planting::{PERIOD, Planted, grouped, numbers_in, plant, protected};
use crate::common::{Demo, Reader, address};

#[tokio::test]
async fn unprotected_numbers_stay_in_the_statistics_office_of_their_city() {
    nobody_else_reads("de").await;
}

/// The same in English, a test of its own: both together are the longest that a suite waits for.
#[tokio::test]
async fn unprotected_numbers_stay_in_the_statistics_office_in_english_too() {
    nobody_else_reads("en").await;
}

async fn nobody_else_reads(language: &'static str) {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let own = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let twin = programme.cities.iter().find(|it| it.slug != own.slug).expect("a neighbour");
    let hidden = || (Protection::Unprotected, Nutzung::StatisticsOffice);
    let own = plant(&demo, own, 15_829_363, hidden()).await;
    let twin = plant(&demo, twin, 11_365_139, hidden()).await;
    for city in [&own, &twin] {
        demo.assess(&city.slug).await;
    }
    let mut asked = 0;
    for reader in Reader::all(&demo.app) {
        let mut browser = reader.browser(&demo.app, language).await;
        let mut seen = 0;
        for city in [&own, &twin] {
            let may = reader.role == Some(Role::StatisticsOffice) && city.slug == own.slug;
            for address in addresses(&demo, city).await {
                let page = browser.get(&address).await;
                let found = numbers_in(&page, &city.numbers);
                asked += 1;
                seen += found.len();
                assert!(may || found.is_empty(), "{} reads {found:?} at {address}", reader.name);
            }
        }
        // Else this test would look for what no door ever shows.
        let may = reader.role == Some(Role::StatisticsOffice);
        assert_eq!(seen > 0, may, "{} has seen {seen}", reader.name);
    }
    assert!(asked > 200, "{asked} requests");
}

#[test]
fn a_number_is_found_however_its_thousands_are_grouped() {
    let numbers: BTreeSet<u64> = [15_829_363, 731_658_726].into();
    let page = |text: String| Page {
        address: String::new(),
        status: axum::http::StatusCode::OK,
        headers: axum::http::HeaderMap::new(),
        body: text.into_bytes(),
    };
    for sign in ["", ".", ",", "\u{a0}", "\u{202f}", "&nbsp;", "&#160;", "'", "’", " "] {
        let text = format!("<td>{}</td>", grouped(15_829_363, sign));
        assert_eq!(numbers_in(&page(text), &numbers), [15_829_363], "{sign:?}");
    }
    for other in ["15829364", "15.82.9363", "1582936", "7.31658726"] {
        assert!(numbers_in(&page(other.to_owned()), &numbers).is_empty(), "{other}");
    }
}

/// Files that are archives or databases are opened before they are searched.
#[tokio::test]
async fn numbers_are_found_in_files_of_every_format() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let own = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let own = plant(&demo, own, 15_829_363, (protected(), Nutzung::Administration)).await;
    let readers = Reader::all(&demo.app);
    let find = |role| readers.iter().find(|it| it.role == role).expect("a reader");
    let mut inside = find(Some(Role::Coordination)).browser(&demo.app, "de").await;
    let mut outside = find(None).browser(&demo.app, "de").await;
    let question = format!("?ebene=quartier&merkmal=foreigners&stichtag={PERIOD}");
    for file in ["csv", "json", "xlsx", "gpkg", "geojson"] {
        let address = format!("/{}/atlas.{file}{question}", own.slug);
        let page = inside.get(&address).await.expect_status(200);
        let found = numbers_in(&page, &own.numbers).len();
        assert!(found * 4 > own.numbers.len(), "{found} in {address}");
        assert_eq!(outside.get(&address).await.status, 404, "{address}");
    }
}

#[tokio::test]
async fn the_statistics_office_reads_its_own_numbers_to_the_last_digit() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let own = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let unprotected = (Protection::Unprotected, Nutzung::StatisticsOffice);
    let own = plant(&demo, own, 15_829_363, unprotected).await;
    let readers = Reader::all(&demo.app);
    let office = readers.iter().find(|it| it.role == Some(Role::StatisticsOffice));
    let mut office = office.expect("an office").browser(&demo.app, "de").await;
    for format in ["", "/csv"] {
        let mut seen = BTreeSet::new();
        for measure in ["population", "foreigners", "germans"] {
            let page = office.get(&office_page(&own, format, measure)).await.expect_status(200);
            seen.extend(numbers_in(&page, &own.numbers));
        }
        assert_eq!(seen, own.numbers, "all of them at {format:?}");
    }
}

/// Where the statistics office reads its numbers.
fn office_page(city: &Planted, format: &str, measure: &str) -> String {
    let (slug, number) = (&city.slug, city.accepted.number);
    format!("/{slug}/statistikstelle/{number}{format}?merkmal={measure}&stichtag={PERIOD}")
}

/// Every path in every geography, for the measures that the numbers are of. Where a path leads out of
/// the atlas no figure is chosen by its address, so it is asked for once, with all that an address can say.
async fn addresses(demo: &Demo, city: &Planted) -> Vec<String> {
    let mut all = Vec::new();
    let (of_atlas, others): (Vec<_>, Vec<_>) = demo.paths().into_iter().partition(|it| {
        ["/atlas", "/ogc", "/statistikstelle", "{ebene}", "{code}"].iter().any(|of| it.contains(of))
    });
    for path in others.into_iter().filter(|it| !it.ends_with("/pdf")) {
        let address = address(path, &city.slug, "");
        all.push(format!("{address}?ebene=quartier&merkmal=population&stichtag={PERIOD}"));
    }
    for (geography, code) in demo.codes(&city.slug).await {
        for path in &of_atlas {
            let address = address(&path.replace("{ebene}", &geography), &city.slug, &code);
            if path.ends_with("/pdf") {
                // It is made of the very blocks of the DOCX.
                continue;
            }
            if path.ends_with("/docx") {
                // Papers hold all measures at once, and take longer than pages.
                all.push(format!("{address}?ebene={geography}"));
                continue;
            }
            all.push(address.clone());
            if path.contains("/ogc") {
                all.push(format!("{address}?f=html"));
                all.push(format!("{address}?datetime={PERIOD}"));
                all.push(format!("{address}?datetime={PERIOD}&f=html"));
                continue;
            }
            for measure in ["population", "foreigners", "share_foreigners"] {
                all.push(format!(
                    "{address}?ebene={geography}&merkmal={measure}&stichtag={PERIOD}&gebiet={code}"
                ));
            }
        }
    }
    for path in demo.paths().into_iter().filter(|it| it.contains("{number}")) {
        let path = path.replace("{number}", &city.accepted.number.to_string());
        let address = address(&path, &city.slug, "");
        all.push(address.clone());
        for base in [5, 10] {
            all.push(format!("{address}?runden={base}&kreis=public"));
        }
    }
    for measure in ["population", "foreigners", "germans"] {
        all.extend(["", "/csv"].map(|format| office_page(city, format, measure)));
    }
    all
}
