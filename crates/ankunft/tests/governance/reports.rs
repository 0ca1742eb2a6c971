//! Papers and files of governance: a measure on a sheet, who pays what, how complete reports are, and
//! the report of the programme. They say what their pages say, add up, and reach nobody else.

use ankunft_formats::ReadOptions;
use ankunft_formats::table::book::{self, Value as Cell};
use ankunft_platform::permission::Role;
use ankunft_platform::register::areas::{self, Area};
use ankunft_testkit::Browser;
use serde_json::Value;

use crate::common::desk::{self, Story};
use crate::common::papers::text;
use crate::common::{Reader, staff};

const BOARD: &str = "/musterstadt/steuerung";
const MONEY: &str = "/musterstadt/steuerung/foerderung";
const TABLE: &str = "/musterstadt/steuerung/massnahmen/tabelle";

fn measure(number: i64) -> String {
    format!("{BOARD}/massnahmen/{number}")
}

/// Words with their spaces as one blank each: a paper breaks lines where it likes.
fn flat(words: &str) -> String {
    words.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn paper(browser: &mut Browser, address: &str) -> Option<String> {
    let page = browser.get(address).await.expect_status(200);
    text(&page.body).map(|it| flat(&it))
}

/// Three measures: one with thirds of two funders, one with an amount, one of which nothing is said.
async fn begin(story: &mut Story) {
    let quarter = story.quarters[0].1.clone();
    let table = format!(
        "Lotsen\t{quarter}\tJugend\t31.12.2027\tWege sind kürzer\n\
         Hoffest\t{quarter}\tWohnen\t1.6.2027\tNachbarn kennen sich\n\
         Sprachcafé\tganze Stadt\tJugend\t2027-12-31\tViele kommen\n"
    );
    let take = [("tabelle", table.as_str()), ("absicht", "uebernehmen")];
    let _ = story.people[0].post(TABLE, TABLE, &take).await.expect_status(303);
    let money = |number: i64| format!("{}/geld", measure(number));
    let thirds = [
        ("version", "0"),
        ("budget", "100.000,01"),
        ("quelle-0-name", "Land"),
        ("quelle-0-programm", "Sozialer Zusammenhalt"),
        ("quelle-0-quote", "1/3"),
        ("quelle-1-name", "Bund"),
        ("quelle-1-programm", "Sozialer Zusammenhalt"),
        ("quelle-1-quote", "1/3"),
    ];
    let _ = story.people[0].post(&money(1), &money(1), &thirds).await.expect_status(303);
    let amount = [
        ("version", "0"),
        ("budget", "5.000"),
        ("quelle-0-name", "Land"),
        ("quelle-0-betrag", "1.234,56"),
    ];
    let _ = story.people[0].post(&money(2), &money(2), &amount).await.expect_status(303);
    let new = format!("{}/indikatoren/neu", measure(1));
    let sent = [("stufe", "2"), ("name", "Beratungen"), ("einheit", "Personen")];
    let _ = story.people[0].post(&new, &new, &sent).await.expect_status(303);
    let one = format!("{}/indikatoren/1", measure(1));
    let sent = [("zeitraum", "2026q1"), ("wert", "40"), ("gesehen", "0"), ("notiz", "")];
    let _ = story.people[0].post(&one, &format!("{one}/werte"), &sent).await.expect_status(303);
    let decide = [("zeitraum", "2026q1"), ("version", "1"), ("absicht", "abnehmen")];
    let done = story.people[0].post(&one, &format!("{one}/abnahme"), &decide).await;
    let _ = done.expect_status(303);
}

#[tokio::test]
async fn measures_are_reported() {
    reported(Story::new().await).await;
}

#[tokio::test]
async fn measures_are_reported_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        reported(Story::at(address).await).await;
    }
}

async fn reported(mut story: Story) {
    begin(&mut story).await;
    a_measure_prints_as_a_sheet(&mut story).await;
    the_plan_of_a_measure_adds_up(&mut story).await;
    the_money_of_a_city_adds_up(&mut story).await;
    how_complete_reports_are_is_a_file(&mut story).await;
    a_quarter_has_a_report(&mut story).await;
    the_programme_has_a_report(&mut story).await;
    what_is_in_a_part_of_a_quarter_stands_in_its_report(&mut story).await;
}

async fn a_measure_prints_as_a_sheet(story: &mut Story) {
    let page = story.people[2].get(&measure(1)).await.expect_status(200);
    let links = page.attributes("main a", "href");
    for format in ["pdf", "docx"] {
        let address = format!("{}/blatt/{format}", measure(1));
        assert!(links.contains(&address), "the paper stands on its page");
        let Some(words) = paper(&mut story.people[2], &address).await else { continue };
        for said in [
            "Maßnahmenblatt",
            "Lotsen",
            "Wege sind kürzer",
            "Beratungen",
            "40 Personen",
            "33.333,34",
            "Eigenanteil der Stadt",
            "nur in der Verwaltung",
        ] {
            assert!(words.contains(said), "{format}: no {said} in {words}");
        }
    }
    let address = format!("{}/blatt/xlsx", measure(1));
    assert!(links.contains(&address), "the workbook stands on its page");
    let sheet = story.people[2].get(&address).await.expect_status(200);
    let book = book::read(&sheet.body, "a.xlsx", &ReadOptions::default()).expect("a workbook");
    let names: Vec<&str> = book.sheets.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Angaben", "Wirkungstreppe", "Abgenommene Werte", "Geld"], "what is said");
    assert_eq!(column(&sheet.body, "Abgenommene Werte", 3), [40.0], "a number");
    let amounts: Vec<i64> = column(&sheet.body, "Geld", 4).into_iter().map(cents).collect();
    assert_eq!(amounts, [3_333_334, 3_333_334, 3_333_333, 10_000_001], "thirds to the cent");
    let mut english = Browser::log_in(&story.demo.app, "stadt@wahl.example", "en").await;
    let words = paper(&mut english, &format!("{}/blatt/docx", measure(1))).await.expect("a DOCX");
    assert!(words.contains("Measure sheet"), "{words}");
    for nothing in [format!("{}/blatt/odt", measure(1)), format!("{}/blatt/pdf", measure(99))] {
        let _ = story.people[0].get(&nothing).await.expect_status(404);
    }
}

/// The numbers of a column of a workbook, by its place, from the second row on.
fn column(bytes: &[u8], sheet: &str, column: u32) -> Vec<f64> {
    let book = book::read(bytes, "a.xlsx", &ReadOptions::default()).expect("a workbook");
    let page = book.sheets.iter().find(|it| it.name == sheet).expect("the sheet");
    let number = |it: &book::Cell| match it.value {
        Cell::Number(number) if it.row > 1 && it.column == column => Some(number),
        _ => None,
    };
    page.cells.iter().filter_map(number).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a few euros")]
fn cents(euros: f64) -> i64 {
    (euros * 100.0).round() as i64
}

async fn the_plan_of_a_measure_adds_up(story: &mut Story) {
    let plan = |kind: &str| format!("{}/finanzplan{kind}", measure(1));
    let book = story.people[2].get(&plan(".xlsx")).await.expect_status(200);
    let amounts: Vec<i64> =
        column(&book.body, "Kosten- und Finanzierungsplan", 5).into_iter().map(cents).collect();
    assert_eq!(amounts, [3_333_334, 3_333_334, 3_333_333, 10_000_001], "thirds to the cent");
    assert_eq!(amounts[..3].iter().sum::<i64>(), amounts[3]);
    for format in ["/pdf", "/docx"] {
        let Some(words) = paper(&mut story.people[2], &plan(format)).await else { continue };
        for said in ["Gesamtfinanzierung", "100.000,01", "33.333,34", "33.333,33", "ein Drittel"] {
            assert!(words.contains(said), "{format}: no {said} in {words}");
        }
        // It is made for who pays.
        assert!(words.contains("für Fördergeber") && !words.contains("nur in der Verwaltung"));
    }
    let none = format!("{}/finanzplan/pdf", measure(3));
    let _ = story.people[0].get(&none).await.expect_status(404);
    let page = story.people[0].get(&measure(3)).await.expect_status(200);
    assert!(!page.body_text().contains("Finanzierungsplan"), "of what nothing is said");
}

async fn the_money_of_a_city_adds_up(story: &mut Story) {
    let page = story.people[2].get(MONEY).await.expect_status(200);
    let shown = page.text("main");
    for said in ["105.000,01", "67.901,24", "37.098,77", "64,7"] {
        assert!(shown.contains(said), "no {said} in {shown}");
    }
    assert!(page.body_text().contains("Bei einer weiteren Maßnahme ist noch kein Plan bekannt."));
    for format in ["pdf", "docx"] {
        let address = format!("{MONEY}/papier/{format}");
        assert!(page.attributes("main a", "href").contains(&address));
        let Some(words) = paper(&mut story.people[2], &address).await else { continue };
        for said in ["Förderbericht", "105.000,01", "67.901,24", "37.098,77", "Hoffest"] {
            assert!(words.contains(said), "{format}: no {said} in {words}");
        }
    }
    let book = story.people[2].get(&format!("{MONEY}.xlsx")).await.expect_status(200).body;
    for (sheet, at) in
        [("Nach Förderquelle", 4), ("Maßnahmen", 6), ("Maßnahmen", 7), ("Maßnahmen", 8)]
    {
        let amounts: Vec<i64> = column(&book, sheet, at).into_iter().map(cents).collect();
        let (total, rows) = amounts.split_last().expect("a total");
        assert_eq!(rows.iter().sum::<i64>(), *total, "{sheet}");
    }
    for (funder, mark) in [("", "nur in der Verwaltung"), ("?geber=Land", "für Fördergeber")] {
        let address = format!("{MONEY}/papier/docx{funder}");
        let words = paper(&mut story.people[2], &address).await.expect("a DOCX");
        assert!(words.contains(mark), "no {mark} in {words}");
    }
    // One funder: what it gives to which measure. A year in which nothing runs: nothing.
    let land = story.people[0].get(&format!("{MONEY}?geber=Land&jahr=2027")).await;
    let land = land.expect_status(200).text("main");
    assert!(land.contains("34.567,90") && !land.contains("Bund Sozialer"), "{land}");
    assert!(land.contains("Im Jahr 2027 läuft keine Maßnahme, 2 sind erst geplant."), "{land}");
    let past = story.people[0].get(&format!("{MONEY}?jahr=2025")).await.expect_status(200);
    assert!(!past.body_text().contains("Hoffest"), "nobody had thought of it");
    let none = story.people[0].get(&format!("{MONEY}?jahr=2029")).await.expect_status(200);
    assert!(!none.body_text().contains("Hoffest"));
    let csv = story.people[0].get(&format!("{MONEY}.csv")).await.expect_status(200);
    let csv = String::from_utf8(csv.body).expect("UTF-8");
    let amount = |line: &str| line.rsplit(',').nth(1).unwrap_or_default().replace('.', "");
    let sum: i64 = csv.lines().skip(1).map(|it| amount(it).parse::<i64>().expect("cents")).sum();
    assert_eq!(sum, 10_500_001, "{csv}");
}

async fn how_complete_reports_are_is_a_file(story: &mut Story) {
    let ask = format!("{}/bericht", measure(1));
    let page = story.people[0].get(&ask).await.expect_status(200);
    let mut form = desk::inputs(
        &page,
        "form.formular input[type=hidden], form.formular input[type=text], form.formular input[type=email], form.formular input[type=date]",
    );
    desk::set(&mut form, "zeitraum", "2026q3");
    desk::set(&mut form, "bis", "2027-01-15");
    let done = story.people[0].post(&ask, &ask, &desk::plain(&form)).await;
    // Who has no address gets no letter: the link is shown instead.
    let _ = done.expect_status(200);
    let json = story.people[2].get(&format!("{BOARD}/berichte.json")).await.expect_status(200);
    let json: Value = serde_json::from_slice(&json.body).expect("JSON");
    assert_eq!(json["completeness"][0]["reporter"], "Jugend");
    assert_eq!(json["completeness"][0]["period"], "2026q3");
    assert_eq!(
        (&json["completeness"][0]["expected"], &json["completeness"][0]["received"]),
        (&1.into(), &0.into())
    );
    assert_eq!(json["rounds"][0]["missing"][0], "Jugend");
    let csv = story.people[2].get(&format!("{BOARD}/berichte.csv")).await.expect_status(200);
    let csv = String::from_utf8(csv.body).expect("UTF-8");
    assert!(csv.contains("Jugend,stelle,2026q3,1,0"), "{csv}");
}

/// The sheets of a workbook.
fn sheets(bytes: &[u8]) -> Vec<String> {
    let book = book::read(bytes, "a.xlsx", &ReadOptions::default()).expect("a workbook");
    book.sheets.into_iter().map(|it| it.name).collect()
}

/// A Teilgebiet, and the key of the quarter that it lies in.
async fn part_of_a_quarter(story: &Story) -> (Area, String) {
    let tenant = story.demo.tenant("musterstadt").await;
    let mut read = story.demo.app.store.read().await.expect("a connection");
    let levels = areas::geographies(&mut read, tenant).await.expect("levels");
    let parts = levels.iter().find(|it| it.code == "teilgebiet").expect("Teilgebiete").id;
    let versions = areas::versions(&mut read, tenant).await.expect("versions");
    let newest = versions.iter().rfind(|it| it.geography == parts).expect("a version").id;
    let all = areas::areas(&mut read, tenant, newest).await.expect("areas");
    let part = all.into_iter().find(|it| it.parent.is_some()).expect("a part of a quarter");
    let quarter = part.parent.clone().expect("a quarter");
    (part, quarter)
}

async fn what_is_in_a_part_of_a_quarter_stands_in_its_report(story: &mut Story) {
    let (part, quarter) = part_of_a_quarter(story).await;
    let table = format!("Spielstraße\t{}\tJugend\t31.12.2027\tKinder spielen\n", part.name);
    let take = [("tabelle", table.as_str()), ("absicht", "uebernehmen")];
    let _ = story.people[0].post(TABLE, TABLE, &take).await.expect_status(303);
    let note = format!("nur ein Teil: {}", part.name);
    let city = "Dazu kommt eine Maßnahme für die ganze Stadt";
    let report = format!("{BOARD}/quartiere/quartier/{quarter}");
    let profile = format!("/musterstadt/atlas/quartiere/{quarter}?ebene=quartier");
    for address in [&report, &profile] {
        let shown = story.people[2].get(address).await.expect_status(200).text("main");
        for said in ["Spielstraße", note.as_str(), city] {
            assert!(shown.contains(said), "{address}: no {said} in {shown}");
        }
    }
    let board = format!("{BOARD}?quartier=quartier:{quarter}");
    let page = story.people[2].get(&board).await.expect_status(200);
    assert!(page.text("main").contains(city), "{}", page.text("main"));
    let shown = page.texts("table.tabelle th");
    let has = |title: &str| shown.iter().any(|it| it.contains(title));
    assert!(has("Spielstraße") && !has("Sprachcafé"), "that is for the whole city: {shown:?}");
    let chosen = page.attribute("select[name=quartier] option[selected]", "value");
    assert_eq!(chosen, Some(format!("quartier:{quarter}")), "the quarter can be chosen");
    let other = story.quarters.iter().find(|it| it.0 != quarter).expect("another quarter");
    let board = format!("{BOARD}?quartier=quartier:{}", other.0);
    let shown = story.people[2].get(&board).await.expect_status(200).texts("table.tabelle th");
    assert!(!shown.iter().any(|it| it.contains("Spielstraße")), "{shown:?}");
}

async fn a_quarter_has_a_report(story: &mut Story) {
    let (code, name) = story.quarters[0].clone();
    let own = format!("{BOARD}/quartiere/quartier/{code}");
    let profile = story.people[2].get(&story.profile(0)).await.expect_status(200);
    assert!(profile.attributes("main a", "href").contains(&own), "a way from its page");
    let page = story.people[2].get(&own).await.expect_status(200);
    let shown = page.text("main");
    for said in ["Kennzahlen", "Lotsen", "Hoffest", "Beratungen", "40 Personen", "105.000,01"] {
        assert!(shown.contains(said), "no {said} in {shown}");
    }
    assert!(!shown.contains("Sprachcafé"), "that is for the whole city");
    for format in ["pdf", "docx"] {
        let address = format!("{own}/papier/{format}");
        assert!(page.attributes("main a", "href").contains(&address));
        let Some(words) = paper(&mut story.people[2], &address).await else { continue };
        for said in [name.as_str(), "Kennzahlen", "Was hier vereinbart ist", "Lotsen", "Beratungen"]
        {
            assert!(words.contains(said), "{format}: no {said} in {words}");
        }
    }
    let file = story.people[2].get(&format!("{own}/xlsx")).await.expect_status(200);
    let expected = [
        "Kennzahlen",
        "Maßnahmen",
        "Kosten und Ausgaben",
        "Was sie bewirken",
        "Entscheidungen",
        "Zusagen",
    ];
    assert_eq!(sheets(&file.body), expected);
    let none = format!("{BOARD}/quartiere/quartier/nirgendwo");
    let _ = story.people[0].get(&none).await.expect_status(404);
}

async fn the_programme_has_a_report(story: &mut Story) {
    let own = "/musterstadt/programm/bericht";
    let page = story.people[2].get(own).await.expect_status(200);
    assert!(page.text("main").contains("Gradlingen"));
    for format in ["pdf", "docx"] {
        let address = format!("{own}/{format}");
        assert!(page.attributes("main a", "href").contains(&address));
        let Some(words) = paper(&mut story.people[2], &address).await else { continue };
        for said in ["Programmbericht", "Gradlingen", "Was vorliegt", "nur im Programm"] {
            assert!(words.contains(said), "{format}: no {said} in {words}");
        }
    }
    let file = story.people[2].get(&format!("{own}.xlsx")).await.expect_status(200);
    assert_eq!(sheets(&file.body).len(), 5, "frozen states are for the programme");
    for reader in Reader::all(&story.demo.app) {
        let reads = ["coordination", "statistics-office", "department", "research", "reader"];
        let mut browser = reader.browser(&story.demo.app, "de").await;
        let got = browser.get(own).await.status == 200;
        assert_eq!(got, reads.contains(&reader.name), "{}", reader.name);
    }
}

/// No paper and no file of it reaches anybody without the right.
#[tokio::test]
async fn nobody_without_the_right_reads_them() {
    let mut story = Story::new().await;
    begin(&mut story).await;
    let own = |path: &str| format!("{}{path}", measure(1));
    let quarter = story.quarters[0].0.clone();
    for reader in Reader::all(&story.demo.app) {
        let inside = ["coordination", "statistics-office", "department", "reader"];
        let mut browser = reader.browser(&story.demo.app, "de").await;
        for address in [
            own("/blatt/docx"),
            own("/finanzplan/docx"),
            own("/finanzplan.xlsx"),
            MONEY.to_owned(),
            format!("{MONEY}.csv"),
            format!("{MONEY}.xlsx"),
            format!("{MONEY}/papier/docx"),
            format!("{BOARD}/berichte.json"),
            format!("{BOARD}/quartiere/quartier/{quarter}"),
            format!("{BOARD}/quartiere/quartier/{quarter}/papier/docx"),
        ] {
            let got = browser.get(&address).await.status == 200;
            assert_eq!(got, inside.contains(&reader.name), "{} at {address}", reader.name);
        }
    }
    // The twin city has no such measure, and no such money.
    let mut twin = staff(&story.demo, "gradlingen", Role::Coordination).await;
    let _ = twin.get("/gradlingen/steuerung/massnahmen/1/blatt/docx").await.expect_status(404);
    let money = twin.get("/gradlingen/steuerung/foerderung").await.expect_status(200);
    assert!(!money.body_text().contains("Lotsen"));
    for path in ["/steuerung/foerderung", "/steuerung/massnahmen/1/blatt/docx"] {
        let page = twin.get(&format!("/musterstadt{path}")).await;
        assert!([403, 404].contains(&page.status.as_u16()), "{path}: {}", page.status);
        assert!(!page.body_text().contains("Lotsen"), "{path}");
    }
}
