//! Canaries: numbers that occur nowhere else are planted in unprotected tables of two cities. No
//! address in any format shows them to anybody but the statistics office of the city itself.

mod common;

use std::collections::BTreeSet;

use ankunft_atlas::import::{Known, hash, tables};
use ankunft_disclosure::Nutzung;
use ankunft_formats::Profile;
use ankunft_musterstadt::{City, FileKind, Level};
use ankunft_platform::changes::Author;
use ankunft_platform::datasets::Protection;
use ankunft_platform::permission::Role;
use ankunft_platform::tenant;
use ankunft_testkit::Page;
use common::{Demo, Reader, address};

/// A Stichtag of which nothing else is known, as the file writes it and as it is stored.
const DAY: &str = "31.12.2037";
const PERIOD: &str = "2037-12-31";

/// A city with the numbers planted in it.
struct Planted {
    slug: String,
    /// The Datenstand that holds them.
    number: i64,
    numbers: BTreeSet<u64>,
}

#[tokio::test]
async fn unprotected_numbers_stay_in_the_statistics_office_of_their_city() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let own = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let twin = programme.cities.iter().find(|it| it.slug != own.slug).expect("a neighbour");
    let own = plant(&demo, own, 15_829_363).await;
    let twin = plant(&demo, twin, 11_365_139).await;
    let mut asked = 0;
    for reader in Reader::all(&demo.app) {
        let mut browser = reader.browser(&demo.app, "de").await;
        let mut english = reader.browser(&demo.app, "en").await;
        let mut seen = 0;
        for city in [&own, &twin] {
            let may = reader.role == Some(Role::StatisticsOffice) && city.slug == own.slug;
            for address in addresses(&demo, city).await {
                for browser in [&mut browser, &mut english] {
                    let page = browser.get(&address).await;
                    let found = numbers_in(&page, &city.numbers);
                    asked += 1;
                    seen += found.len();
                    assert!(
                        may || found.is_empty(),
                        "{} reads {found:?} at {address}",
                        reader.name
                    );
                }
            }
        }
        // Else this test would look for what no door ever shows.
        let may = reader.role == Some(Role::StatisticsOffice);
        assert_eq!(seen > 0, may, "{} has seen {seen}", reader.name);
    }
    assert!(asked > 200, "{asked} requests");
}

#[tokio::test]
async fn the_statistics_office_reads_its_own_numbers_to_the_last_digit() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let own = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let own = plant(&demo, own, 15_829_363).await;
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
    let (slug, number) = (&city.slug, city.number);
    format!("/{slug}/statistikstelle/{number}{format}?merkmal={measure}&stichtag={PERIOD}")
}

/// Every path in every geography, for the measures that the numbers are of.
async fn addresses(demo: &Demo, city: &Planted) -> Vec<String> {
    let mut all = Vec::new();
    for (geography, code) in demo.codes(&city.slug).await {
        for path in demo.paths() {
            let address = address(path, &city.slug, &code);
            all.push(address.clone());
            for measure in ["population", "foreigners", "share_foreigners"] {
                all.push(format!(
                    "{address}?ebene={geography}&merkmal={measure}&stichtag={PERIOD}&gebiet={code}"
                ));
            }
        }
    }
    for path in demo.paths().into_iter().filter(|it| it.contains("{number}")) {
        let path = path.replace("{number}", &city.number.to_string());
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

/// Brings an unprotected table of population with canaries into a city.
async fn plant(demo: &Demo, city: &City, base: u64) -> Planted {
    let files = city.files();
    let table = files.iter().rfind(|it| is_canary_cage(&it.kind)).expect("an unprotected table");
    let FileKind::Table { profile: id, .. } = &table.kind else { unreachable!() };
    let profile =
        files.iter().find(|it| matches!(&it.kind, FileKind::Profile { id: it } if it == id));
    let profile = String::from_utf8_lossy(&profile.expect("its profile").bytes).into_owned();
    let mut profile: Profile = toml::from_str(&profile).expect("a profile");
    profile.id.push_str("-kanarien");
    let (text, numbers) = cage(&String::from_utf8_lossy(&table.bytes), base);

    let mut read = demo.app.store.read().await.expect("a connection");
    let info = tenant::by_slug(&mut read, &city.slug).await.expect("a database").expect("a city");
    let known = Known::read(&mut read, info.tenant).await.expect("what is known");
    drop(read);
    let version = known.versions.iter().rfind(|it| it.geography.code == "quartier");
    let answers = tables::Answers {
        profile: Some(tables::Chosen::Made(Box::new(profile))),
        area_version: version.map(|it| it.version.id),
        ..tables::Answers::default()
    };
    let checked = tables::check(text.as_bytes(), "kanarien.csv", &answers, &known);
    assert!(checked.is_acceptable(), "{:#?}", checked.findings);
    let terms = tables::Terms {
        title: "Kanarien".to_owned(),
        protection: Protection::Unprotected,
        nutzung: Nutzung::StatisticsOffice,
        round: None,
    };
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let file = ("kanarien.csv", hash(text.as_bytes()));
    let key = &demo.app.keys.release;
    let accepted =
        tables::accept(&mut change, info.tenant, key, (file.0, &file.1), &checked, &terms).await;
    let number = accepted.expect("accepted").number;
    change.commit().await.expect("a commit");
    Planted { slug: city.slug.clone(), number, numbers }
}

fn is_canary_cage(kind: &FileKind) -> bool {
    matches!(kind, FileKind::Table { profile, protected: false, level: Level::Quarter, .. }
        if profile.contains("bevoelkerung"))
}

/// The table with one period and canaries as numbers; sums hold, so that nothing is found wrong.
fn cage(table: &str, base: u64) -> (String, BTreeSet<u64>) {
    let mut lines = table.lines();
    let header = lines.next().expect("a header");
    assert_eq!(header, "gebiet;stichtag;einwohner;deutsche;auslaender");
    let mut keys: Vec<&str> = lines.filter_map(|it| it.split(';').next()).collect();
    let last = keys.last().copied().expect("a row of the whole city");
    keys.sort_unstable();
    keys.dedup();
    keys.retain(|it| *it != last);
    let mut text = format!("{header}\r\n");
    let mut numbers = BTreeSet::new();
    let mut sum = [0_u64; 3];
    let mut canary = base;
    let mut row = |key: &str, it: [u64; 3]| {
        numbers.extend(it);
        text.push_str(&format!("{key};{DAY};{};{};{}\r\n", it[0], it[1], it[2]));
    };
    for key in keys {
        canary += 2 * 7919;
        let it = [2 * canary + 104_729, canary + 104_729, canary];
        row(key, it);
        sum.iter_mut().zip(it).for_each(|(sum, it)| *sum += it);
    }
    row(last, sum);
    (text, numbers)
}

/// The planted numbers that an answer shows, however it groups thousands.
fn numbers_in(page: &Page, numbers: &BTreeSet<u64>) -> Vec<u64> {
    let text = page.body_text().replace("&nbsp;", "\u{a0}").replace("&#160;", "\u{a0}");
    let separators = ["", ".", ",", "\u{a0}", "\u{202f}", "'", "’", " "];
    let shown = |it: &u64| separators.iter().any(|sign| text.contains(&grouped(*it, sign)));
    numbers.iter().copied().filter(shown).collect()
}

fn grouped(number: u64, sign: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(sign);
        }
        text.push(digit);
    }
    text
}
