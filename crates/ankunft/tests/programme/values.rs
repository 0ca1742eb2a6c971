//! Values of Kernindikatoren in the report of the programme: what a Weitergabe to the reader covers,
//! and nothing else.

use std::collections::BTreeSet;

use ankunft_formats::table::{ReadOptions, read};
use ankunft_platform::permission::Role;
use ankunft_programme::core::model::Own;
use ankunft_programme::core::store;
use ankunft_testkit::{Browser, Page};

use super::people::{TAKER, World, other, staff};
use crate::common::planting::{Planted, numbers_in};

const CORE: &str = "/programm/kernindikatoren";
const OWN: &str = "/programm/programm/bericht";

/// The figure of the whole city: the largest that was planted.
fn whole(of: &Planted) -> u64 {
    of.numbers.iter().next_back().copied().expect("numbers")
}

/// What a page shows of what was planted.
fn seen(page: &Page, world: &World) -> BTreeSet<u64> {
    for secret in [&world.hidden, &world.inside] {
        assert!(numbers_in(page, &secret.numbers).is_empty(), "never what was not released");
    }
    numbers_in(page, &world.shared.numbers).into_iter().collect()
}

async fn shown(browser: &mut Browser, address: &str, world: &World) -> BTreeSet<u64> {
    seen(&browser.get(address).await.expect_status(200), world)
}

pub async fn only_what_was_given_stands_in_the_report(world: &mut World) {
    define(world).await;
    let report = |slug: &str| format!("/{slug}/programm/bericht");
    let total = BTreeSet::from([whole(&world.shared)]);
    // The neighbour was given the table, the programme was not.
    let theirs = world.taker.clone().get(&report(TAKER)).await.expect_status(200);
    assert_eq!(seen(&theirs, world), total, "the whole city, and no quarter of it");
    let row = row(&theirs, "Musterstadt");
    assert!(row.contains("31.12.2037") && row.contains("Ganze Kommune (Quartiere"), "{row}");
    assert!(row.contains("abweichend") && row.contains("mit Nebenwohnungen"), "{row}");
    assert!(row.contains("Bevölkerungsbegriff: wohnberechtigt"), "{row}");
    let ways = theirs.attributes("main td a", "href");
    assert!(ways.contains(&format!("/{TAKER}/austausch/erhalten/musterstadt/1")), "its source");
    let slug = other();
    let mut reader = staff(&world.demo, TAKER, Role::Reader).await;
    let outside = [
        (world.programme.clone(), "programm", true),
        (world.giver.clone(), "musterstadt", true),
        (world.other.clone(), slug.as_str(), true),
        (reader.clone(), TAKER, false),
    ];
    for (mut browser, slug, has_table) in outside {
        let page = browser.get(&report(slug)).await.expect_status(200);
        assert!(seen(&page, world).is_empty(), "{slug} was given nothing");
        assert_eq!(page.body_text().contains("Werte der Kernindikatoren"), has_table, "{slug}");
        let said = page.body_text().contains("nicht freigegeben");
        assert_eq!(said, has_table, "{slug}");
    }
    assert!(shown(&mut reader, &format!("{}.xlsx", report(TAKER)), world).await.is_empty());
    a_figure_of_another_unit_is_none_of_the_same(world).await;
    given_to_the_programme(world, &total).await;
}

/// The programme defines who is counted, and the city says that it counts more.
async fn define(world: &mut World) {
    let new = format!("{CORE}/neu");
    let form = [
        ("code", "einwohner"),
        ("name", "Einwohner"),
        ("definition", "Personen mit Hauptwohnung"),
        ("bevoelkerung", "Hauptwohnung"),
        ("stichtag", "31.12."),
        ("einheit", "persons"),
    ];
    let _ = world.programme.post(&new, &new, &form).await.expect_status(303);
    let own = "/musterstadt/kernindikatoren/einwohner/zuordnung";
    let asked = "Zu einem Kernindikator fehlt Ihre Angabe: Einwohner";
    let morning = world.giver.get("/musterstadt").await.expect_status(200);
    assert!(morning.body_text().contains(asked), "{}", morning.body_text());
    assert!(
        morning.attributes("main a", "href").contains(&own.to_owned()),
        "and leads to the form"
    );
    let said = [
        ("version", "0"),
        ("fassung", "1"),
        ("merkmal", "population"),
        ("bevoelkerung", "wohnberechtigt"),
        ("stichtag", "31.12."),
        ("abweichung", "mit Nebenwohnungen"),
    ];
    let _ = world.giver.post(own, own, &said).await.expect_status(303);
    let morning = world.giver.get("/musterstadt").await.expect_status(200).body_text();
    assert!(!morning.contains(asked), "said is said");
}

/// A count is no share: it is neither offered nor taken, and where it was said before, the difference is
/// named and files print the unit of the figure.
async fn a_figure_of_another_unit_is_none_of_the_same(world: &mut World) {
    let new = format!("{CORE}/neu");
    let form = [
        ("code", "quote"),
        ("name", "Quote der Ausländer"),
        ("definition", "Ausländer je 100 Einwohner"),
        ("bevoelkerung", "Hauptwohnung"),
        ("stichtag", "31.12."),
        ("einheit", "percent"),
    ];
    let _ = world.programme.post(&new, &new, &form).await.expect_status(303);
    let own = "/musterstadt/kernindikatoren/quote/zuordnung";
    let page = world.giver.get(own).await.expect_status(200);
    let offered = page.attributes("select[name=merkmal] option", "value");
    assert!(offered.contains(&"share_foreigners".to_owned()), "{offered:?}");
    assert!(!offered.contains(&"population".to_owned()), "{offered:?}");
    let said = [
        ("version", "0"),
        ("fassung", "1"),
        ("merkmal", "population"),
        ("bevoelkerung", "Hauptwohnung"),
        ("stichtag", "31.12."),
    ];
    let refused = world.giver.post(own, own, &said).await.expect_status(422);
    assert!(refused.body_text().contains("eine andere Einheit"), "{}", refused.body_text());

    let both = (world.demo.tenant("musterstadt").await, world.demo.tenant("programm").await);
    let app = world.demo.app.clone();
    let author = ankunft_platform::changes::Author::program("test");
    let mut change = app.store.change(author).await.expect("a change");
    let before = Own {
        measure: Some("population".into()),
        population_concept: "Hauptwohnung".into(),
        reference_day: "31.12.".into(),
        deviation: String::new(),
    };
    store::map(&mut change, both, ("quote", 1, 1), &before).await.expect("said");
    change.commit().await.expect("a commit");
    let page = world.taker.get(&format!("/{TAKER}/kernindikatoren/quote")).await.expect_status(200);
    let rows = page.texts("main tbody tr");
    let told = |it: &&String| it.starts_with("Musterstadt") && it.contains("abweichend");
    let told = rows.iter().find(told).unwrap_or_else(|| panic!("no difference: {rows:#?}"));
    assert!(told.contains("Einheit: Personen"), "{told}");
    let address = format!("/{TAKER}/programm/bericht.xlsx");
    let book = world.taker.get(&address).await.expect_status(200).body;
    let options =
        ReadOptions { sheet: Some("Werte der Kernindikatoren".into()), ..ReadOptions::default() };
    let (table, _) = read(&book, "bericht.xlsx", &options).expect("a sheet");
    let rows: Vec<Vec<String>> =
        table.rows().map(|row| row.fields().map(str::to_owned).collect()).collect();
    let of_it = |it: &&Vec<String>| it[0] == "Quote der Ausländer" && it[1] == "Musterstadt";
    let row = rows.iter().find(of_it).unwrap_or_else(|| panic!("no row: {rows:#?}"));
    assert_eq!((row[3].as_str(), row[7].as_str()), ("Personen", "abweichend"), "{row:?}");
    assert!(row[8].contains("Einheit: Personen"), "{row:?}");
}

fn row(page: &Page, city: &str) -> String {
    let rows = page.texts("main tbody tr");
    let of = |it: &&String| it.starts_with(city) && it.contains("Ganze Kommune");
    rows.iter().find(of).cloned().unwrap_or_else(|| panic!("no row of {city}: {rows:#?}"))
}

/// Page, papers and workbook show the same; files stand in both registers; a Widerruf ends all of it.
async fn given_to_the_programme(world: &mut World, total: &BTreeSet<u64>) {
    let to = world.here("programm").await;
    let grant = world.propose(&to, "2027-06-30").await;
    assert!(shown(&mut world.programme.clone(), OWN, world).await.is_empty(), "not yet consented");
    let _ = world.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    assert_eq!(&shown(&mut world.programme.clone(), OWN, world).await, total);
    assert_eq!(
        &shown(&mut world.giver.clone(), "/musterstadt/programm/bericht", world).await,
        total
    );
    for file in ["/docx", ".xlsx"] {
        let address = format!("{OWN}{file}");
        assert_eq!(&shown(&mut world.programme.clone(), &address, world).await, total, "{file}");
    }
    let register = "/austausch/register.csv";
    for slug in ["programm", "musterstadt"] {
        let browser = if slug == "programm" { &mut world.programme } else { &mut world.giver };
        let lines = browser.get(&format!("/{slug}{register}")).await.expect_status(200).body_text();
        let number = grant.rsplit('/').next().expect("a number").to_owned();
        let of_it = |it: &&str| it.contains("fetched") && it.contains(&format!("-{number},"));
        assert_eq!(lines.lines().filter(of_it).count(), 2, "{slug}, each file: {lines}");
    }
    let form = [("grund", "Zweck erledigt")];
    let _ = world.giver.post(&grant, &format!("{grant}/widerruf"), &form).await.expect_status(303);
    for address in [OWN.to_owned(), format!("{OWN}.xlsx")] {
        assert!(shown(&mut world.programme.clone(), &address, world).await.is_empty(), "{address}");
    }
    let number = grant.rsplit('/').next().expect("a number");
    let gotten = format!("/programm/austausch/erhalten/musterstadt/{number}");
    let page = world.programme.get(&gotten).await.expect_status(200);
    assert!(page.attributes("main form", "action").contains(&format!("{gotten}/geloescht")));
    let done = world.programme.post(&gotten, &format!("{gotten}/geloescht"), &[]).await;
    let _ = done.expect_status(303);
}
