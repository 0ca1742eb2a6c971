//! What the methods say on pages of the invented city.

use ankunft_atlas::assess;
use ankunft_atlas::store::Memory;
use ankunft_platform::permission::Role;
use ankunft_testkit::Browser;

use crate::common;
use crate::common::{Demo, Reader};

#[tokio::test]
async fn a_mean_that_hides_its_parts_is_said_where_it_does() {
    let demo = Demo::new().await;
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let city = programme.cities.iter().find(|it| it.slug == "musterstadt").expect("Musterstadt");
    let (contrast, _) = city.truth.contrast.clone().expect("a quarter of contrasts");
    let mut browser = Browser::new(&demo.app, "de");
    let mut warned = Vec::new();
    for quarter in city.quarters() {
        let page = browser.get(&format!("/musterstadt/atlas/quartiere/{}", quarter.id)).await;
        let text = page.expect_status(200).text("main");
        if text.contains("Vorsicht mit dem Mittelwert") {
            // Its middle part is of another kind than the two around it.
            assert!(quarter.id != contrast || text.contains("ein Teil deutlich auf der anderen"));
            warned.push(quarter.id.clone());
        }
    }
    assert!(warned.contains(&contrast), "{warned:?}");
    // One in five is a warning, half would be a habit.
    assert!(warned.len() * 5 <= city.quarters().len(), "{warned:?}");
}

/// Musterstadt with its arrival quarters assessed.
async fn assessed() -> Demo {
    let demo = Demo::new().await;
    let (tenant, memory) = (demo.tenant("musterstadt").await, Memory::default());
    let done = assess::bring_up_to_date(&demo.app.store, &demo.app.keys, &memory, tenant).await;
    done.expect("an assessment");
    demo
}

const PAGES: [&str; 4] = ["methoden", "methoden/ankunft", "methoden/index", "methoden/punkte"];

/// Numbers as German pages write them.
fn number(text: &str) -> f64 {
    text.replace('−', "-").replace('.', "").replace(',', ".").parse().expect("a number")
}

#[tokio::test]
async fn an_example_can_be_followed_with_a_pencil() {
    let demo = assessed().await;
    let mut browser = Browser::new(&demo.app, "de");
    let page = browser.get("/musterstadt/atlas/methoden/ankunft?ebene=quartier").await;
    let page = page.expect_status(200);
    let cells = page.texts("section[aria-labelledby=beispiel] td");
    let rows: Vec<Vec<f64>> =
        cells.chunks(4).map(|row| row.iter().map(|it| number(it)).collect()).collect();
    assert_eq!(rows.len(), 3, "three dimensions");
    for row in &rows {
        let [value, mean, sd, z] = row[..] else { panic!("four numbers: {row:?}") };
        // Four numbers of two decimals each.
        assert!(((value - mean) / sd - z).abs() < 0.02, "{row:?}");
    }
    let sum: f64 = rows.iter().map(|it| it[3]).sum();
    let text = page.text("section[aria-labelledby=beispiel]");
    let said = text.split(" = ").nth(1).and_then(|it| it.split('.').next()).expect("a sum");
    assert!((number(said) - sum).abs() < 0.02, "{said} and {sum}");
    assert!(text.contains("0 von 3 Verfahren"), "{text}");
}

#[tokio::test]
async fn other_choices_are_counted_for_all_and_named_for_some() {
    let demo = assessed().await;
    let city = ankunft_musterstadt::musterstadt(ankunft::demo::SEED);
    let names: Vec<String> = city.quarters().iter().map(|it| it.name.clone()).collect();
    let inside = [Role::Coordination, Role::StatisticsOffice, Role::Research];
    for reader in Reader::all(&demo.app) {
        let mut browser = reader.browser(&demo.app, "de").await;
        let may = reader.role.is_some_and(|it| inside.contains(&it));
        for page in &PAGES[1..] {
            let address = format!("/musterstadt/atlas/{page}?ebene=quartier&gebiet=25");
            let page = browser.get(&address).await.expect_status(200);
            let variants = page.text("section[aria-labelledby=varianten]");
            let named = names.iter().any(|it| variants.contains(it.as_str()));
            // In this city no other weights change anything that could be named.
            let expected = may && !address.contains("/index");
            assert_eq!(named, expected, "{} at {address}: {variants}", reader.name);
            // Who may see it chooses the example; everybody else has one that nothing calls.
            let example = page.text("section[aria-labelledby=beispiel] h2");
            assert_eq!(example.contains("Nordstadt"), may, "{}: {example}", reader.name);
            let text = page.body_text();
            for word in ["Rang ", "rang-", "wahrscheinlich", "Wahrscheinlich"] {
                assert!(!text.contains(word), "{word} at {address}");
            }
        }
    }
}

#[tokio::test]
async fn what_a_city_lacks_for_a_published_index_is_named() {
    let demo = assessed().await;
    for (language, words) in [("de", "Es fehlen"), ("en", "figures are missing")] {
        let mut browser = Browser::new(&demo.app, language);
        let page = browser.get("/musterstadt/atlas/methoden/index").await.expect_status(200);
        let recipes = page.text("section[aria-labelledby=vorschriften]");
        assert_eq!(recipes.matches(words).count(), 3, "{recipes}");
        for page in PAGES {
            let page = browser.get(&format!("/musterstadt/atlas/{page}")).await.expect_status(200);
            assert!(page.text("h1 + p, .lead, header p, main p").len() > 20);
        }
    }
    let mut browser = Browser::new(&demo.app, "de");
    let atlas = browser.get("/musterstadt/atlas").await.expect_status(200);
    assert!(atlas.body_text().contains("/musterstadt/atlas/methoden/ankunft"));
}

/// Berlin's monitoring through the console and the pages: the published classes, counted.
#[tokio::test]
async fn berlins_index_is_shown_as_it_was_published() {
    let Some(reference) = common::reference() else { return };
    let table = reference.join("data/berlin/monitoring/mss_2021.csv");
    let demo = Demo::new().await;
    let import = |kind: &str, more: &[&str]| {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_ankunft"));
        program.args(["import", kind]).arg(&table).arg("--data").arg(demo.folder.path());
        program.args(["--kommune", "11000000", "--name", "Berlin"]).args(more);
        let output = program.output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    import("areas", &["--geography", "planungsraum", "--valid-from", "2020-01-01"]);
    import("table", &[]);
    let mut browser = Browser::new(&demo.app, "de");
    let address = "/berlin/atlas/methoden/index?vorschrift=berlin-mss-2021";
    let page = browser.get(address).await.expect_status(200);
    let cells = page.texts("section[aria-labelledby=ergebnis-1] td");
    let ours: Vec<usize> = cells.iter().map(|it| it.parse().expect("a count")).collect();
    let text = std::fs::read_to_string(&table).expect("the monitoring");
    let published = |status: &str, dynamics: &str| {
        let words = format!("\"Status {status} , Dynamik {dynamics}\"");
        text.lines().filter(|it| it.contains(&words)).count()
    };
    let mut expected = Vec::new();
    for status in ["hoch", "mittel", "niedrig", "sehr niedrig"] {
        expected.extend(["positiv", "stabil", "negativ"].map(|it| published(status, it)));
    }
    assert_eq!((ours.len(), expected.iter().sum::<usize>()), (12, 536));
    assert_eq!(ours, expected);
    // Doubtful changes, indicator by indicator; the mark stands beside a strong one.
    let rows = page.texts("section[aria-labelledby=veraenderungen] tbody tr");
    assert_eq!(rows.len(), 50);
    for (area, doubt, strong) in [
        ("Nonnendammallee", "unter 1.000 Menschen", 2),
        ("Schöneberger Linse", "viele sind neu zugezogen · viele sind ein- und ausgezogen", 2),
        ("Volkspark Prenzlauer Berg", "viele sind ein- und ausgezogen", 3),
        ("Drontheimer Straße", "", 2),
    ] {
        let row = rows.iter().find(|it| it.starts_with(area)).expect("a row");
        let doubted =
            row.contains("zugezogen") || row.contains("ausgezogen") || row.contains("unter");
        assert!(row.contains(doubt) && doubted != doubt.is_empty(), "{row}");
        assert_eq!(row.matches("stark").count(), strong, "{row}");
    }
    // The figures of the page on methods: 500 people, and child poverty twice.
    let rows = page.texts("section[aria-labelledby=varianten] tr");
    let row = |words: &str| rows.iter().find(|it| it.contains(words)).expect("a row").clone();
    assert!(row("ab 500 Menschen").contains("534") && row("ab 500 Menschen").ends_with("0 4 4"));
    assert!(page.text("section[aria-labelledby=varianten]").contains("zählt doppelt"));
}
