//! The workbook that a city without Ankunft fills.

use ankunft_formats::fillable::{Check, Column, Sheet, fillable};
use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::workbook::Entry;
use ankunft_platform::permission::Role;
use ankunft_platform::web::{App, Clock};
use ankunft_testkit::{Browser, Page};
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::people::{World, files, findings};
use crate::common::employed;

pub const BLANK: &str = "/programm/austausch/vorlage.xlsx";
const BRING: &str = "/programm/austausch/pakete/neu";
const HEAD: [&str; 6] = ["Schlüssel", "Kernindikator", "Stichtag", "Wert", "Zustand", "unsicher"];
pub const SAID: [&str; 10] = [
    "Neustadt",
    "01234567",
    "Stadtteile",
    "1.1.2021",
    "Hauptwohnung",
    "5er-Rundung",
    "Amt für Statistik",
    "31.01.2026",
    "Vergleich",
    "31.12.2028",
];

/// A sheet of the workbook as rows of texts.
pub fn rows(book: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let options = ReadOptions { sheet: Some(sheet.to_owned()), ..ReadOptions::default() };
    let (table, _) = read(book, "vorlage.xlsx", &options).expect("a sheet");
    let mut all = vec![table.header().to_vec()];
    all.extend(table.rows().map(|row| row.fields().map(str::to_owned).collect()));
    all
}

/// A workbook of these sheets, the head first.
fn book(sheets: &[(&str, Vec<Vec<&str>>)]) -> Vec<u8> {
    let column = |it: &&str| Column {
        title: (*it).to_owned(),
        note: String::new(),
        width: 20,
        check: Check::Any,
    };
    let entry = |it: &&str| match it.parse::<f64>() {
        // As spreadsheets do it: what begins with an apostrophe is a text.
        _ if it.starts_with('\'') => Entry::Text(it[1..].to_owned()),
        // Keys are texts, numbers are numbers, as who fills it writes them.
        Ok(number) if !it.starts_with('0') || *it == "0" => Entry::Number(number),
        _ if it.is_empty() => Entry::Empty,
        _ => Entry::Text((*it).to_owned()),
    };
    let sheet = |(name, rows): &(&str, Vec<Vec<&str>>)| Sheet {
        name: (*name).to_owned(),
        columns: rows[0].iter().map(column).collect(),
        rows: rows[1..].iter().map(|row| row.iter().map(entry).collect()).collect(),
        room: 10,
        frozen_columns: 0,
    };
    fillable("Vorlage", &sheets.iter().map(sheet).collect::<Vec<_>>()).expect("a workbook")
}

/// What a city fills in: what it says of itself, and its figures.
fn filled(labels: &[String], said: &[&str; 10], values: &[[&str; 6]]) -> Vec<u8> {
    filled_with(labels, said, values, Vec::new())
}

/// The same with other sheets.
pub fn filled_with(
    labels: &[String],
    said: &[&str; 10],
    values: &[[&str; 6]],
    others: Vec<(&str, Vec<Vec<&str>>)>,
) -> Vec<u8> {
    let mut about = vec![vec!["Angabe", "Eintrag", "Hinweis"]];
    about.extend(labels.iter().zip(said).map(|(label, text)| vec![label.as_str(), *text, ""]));
    let areas = vec![
        vec!["Schlüssel", "Gebiet"],
        vec!["*", "die ganze Stadt"],
        vec!["01", "Mitte"],
        vec!["02", "Nord"],
    ];
    let values = std::iter::once(&HEAD).chain(values).map(|it| it.to_vec()).collect();
    let own = vec![("Angaben", about), ("Gebiete", areas), ("Werte", values)];
    book(&[own, others].concat())
}

/// Brings a workbook: where it is checked, and what is found.
pub async fn brought(world: &mut World, book: &[u8]) -> (String, Page) {
    let kept = world.programme.upload(BRING, BRING, "neustadt.xlsx", book).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    let page = world.programme.get(&draft).await.expect_status(200);
    (draft, page)
}

/// The file of the figures of a city by its key.
fn figures(ags: &str) -> String {
    let what = "merkmal=kern-auslaenderanteil&stichtag=2025-12-31";
    format!("/programm/atlas.csv?ebene={ags}-gebiete&{what}")
}

pub async fn a_city_without_ankunft_fills_it(world: &mut World) {
    assert_eq!(world.giver.get("/musterstadt/austausch/vorlage.xlsx").await.status, 404);
    let blank = world.programme.get(BLANK).await.expect_status(200).body;
    let labels: Vec<String> = rows(&blank, "Angaben")[1..].iter().map(|it| it[0].clone()).collect();
    assert_eq!(labels.len(), 10);
    assert_eq!(rows(&blank, "Kernindikatoren")[1][0], "auslaenderanteil");
    let wrong = [
        ["09", "auslaenderanteil", "31.12.2025", "12.5", "Wert", ""],
        ["01", "einkommen", "31.12.2025", "12.5", "Wert", ""],
        ["01", "auslaenderanteil", "irgendwann", "12.5", "Wert", ""],
        ["01", "auslaenderanteil", "31.12.2025", "–", "Wert", ""],
        ["02", "auslaenderanteil", "31.12.2025", "0", "", ""],
        ["02", "auslaenderanteil", "31.12.2025", "3", "fehlt", ""],
        ["*", "auslaenderanteil", "31.12.2025", "3", "Wert", "vielleicht"],
    ];
    let (draft, page) = brought(world, &filled(&labels, &SAID, &wrong)).await;
    let told = page.texts(".hinweise li");
    assert_eq!(told.len(), 7, "one a row: {told:#?}");
    for (row, column) in [(2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 5), (8, 6)] {
        let place = format!("Werte, Zeile {row}, Spalte {column}");
        assert!(told.iter().any(|it| it.contains(&place)), "{place}: {told:#?}");
    }
    let refused = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    assert_eq!(refused.status, 422);
    nonsense_is_no_figure(world, &labels).await;

    let right = [
        ["01", "auslaenderanteil", "31.12.2025", "12.5", "Wert", "ja"],
        ["02", "auslaenderanteil", "31.12.2025", "", "nicht gezeigt", ""],
        ["*", "auslaenderanteil", "31.12.2025", "0", "Null", "nein"],
    ];
    let good = filled(&labels, &SAID, &right);
    let received = is_taken(world, &good).await;
    it_stands_among_what_came(world, &received).await;
    it_comes_once(world, &good, "ist hier schon angenommen").await;
    let other = a_city_of_the_same_name_is_another(world, &labels).await;
    it_is_frozen_and_deleted(world, &good, &received).await;
    it_ends_with_its_last_day(world, &other).await;
}

/// What a spreadsheet can hold and no city can count.
async fn nonsense_is_no_figure(world: &mut World, labels: &[String]) {
    let mut said = SAID;
    (said[1], said[3]) = ("123", "1.1.2099");
    let nonsense = [
        ["01", "auslaenderanteil", "31.12.2025", "'12.345", "Wert", ""],
        ["02", "auslaenderanteil", "31.12.2025", "-5", "Wert", ""],
        ["*", "auslaenderanteil", "31.12.2025", "250", "Wert", ""],
        ["01", "auslaenderanteil", "31.12.2099", "12.5", "Wert", ""],
        ["02", "auslaenderanteil", "2099", "12.5", "Wert", ""],
        ["*", "auslaenderanteil", "31.12.2024", "'12.5", "Wert", ""],
    ];
    let (_, page) = brought(world, &filled(labels, &said, &nonsense)).await;
    let told = page.texts(".hinweise li");
    assert_eq!(told.len(), 8, "{told:#?}");
    let found = [
        ("Angaben, Zeile 3, Spalte 2", "hat acht Ziffern"),
        ("Angaben, Zeile 5, Spalte 2", "noch nicht vorbei"),
        ("Werte, Zeile 2, Spalte 4", "also 12345"),
        ("Werte, Zeile 3, Spalte 4", "zwischen 0 und 100"),
        ("Werte, Zeile 4, Spalte 4", "zwischen 0 und 100"),
        ("Werte, Zeile 5, Spalte 3", "noch nicht vorbei"),
        ("Werte, Zeile 6, Spalte 3", "noch nicht vorbei"),
        ("Werte, Zeile 7, Spalte 4", "keine Zahl"),
    ];
    for (place, words) in found {
        let is_told = |it: &String| it.contains(place) && it.contains(words);
        assert!(told.iter().any(is_told), "{place}, {words}: {told:#?}");
    }
}

/// A workbook without findings becomes figures that say what they are, for who may see them; gives
/// where it stands.
async fn is_taken(world: &mut World, good: &[u8]) -> String {
    let (draft, page) = brought(world, good).await;
    assert!(findings(&page).is_empty(), "{}", findings(&page));
    let done = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    let received = done.expect_status(303).location().expect("an address");
    let figures = figures("01234567");
    let file = world.programme.get(&figures).await.expect_status(200).body_text();
    assert!(file.contains("12.5,value,1"), "{file}");
    assert!(file.contains(",suppressed,0") && file.contains(",0,zero,0"), "{file}");
    let mut public = Browser::new(&world.demo.app, "de");
    assert_eq!(public.get(&figures).await.status, 404);
    let register = world.programme.get("/programm/austausch/register").await.body_text();
    assert!(register.contains("Vorlage eingelesen") && register.contains("Neustadt"));
    received
}

/// The city stands where others stand that give something: for what, and until when.
async fn it_stands_among_what_came(world: &mut World, received: &str) {
    let issuer = "Neustadt (AGS 01234567)";
    for address in ["/programm/austausch", received, "/programm/programm/bericht"] {
        let page = world.programme.get(address).await.expect_status(200).body_text();
        for said in [issuer, "Vergleich", "31.12.2028"] {
            assert!(page.contains(said), "{said}: {page}");
        }
    }
    let report = world.giver.get("/musterstadt/programm/bericht").await.expect_status(200);
    assert!(!report.body_text().contains(issuer), "what came to the programme is its own");
}

/// Whoever brings it again is told so by the check already, in words.
async fn it_comes_once(world: &mut World, good: &[u8], words: &str) {
    let (draft, page) = brought(world, good).await;
    let told = format!("Diese Arbeitsmappe von Neustadt (AGS 01234567) {words}");
    assert!(findings(&page).contains(&told), "{}", page.body_text());
    assert!(!page.body_text().contains("Die Vorlage ist vollständig"));
    let refused = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    let refused = refused.expect_status(422).body_text();
    assert!(refused.contains(&told) && !refused.contains("finding-"), "{refused}");
}

/// Two cities of one name are two, and numbers may be texts as people write them; gives where the
/// other stands.
async fn a_city_of_the_same_name_is_another(world: &mut World, labels: &[String]) -> String {
    let mut said = SAID;
    said[1] = "07654321";
    let values = [["01", "auslaenderanteil", "31.12.2025", "'15,5", "Wert", ""]];
    let (draft, page) = brought(world, &filled(labels, &said, &values)).await;
    assert!(findings(&page).is_empty(), "{}", findings(&page));
    let done = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    let received = done.expect_status(303).location().expect("an address");
    for (ags, own, other) in [("01234567", "12.5,", "15.5,"), ("07654321", "15.5,", "12.5,")] {
        let file = world.programme.get(&figures(ags)).await.expect_status(200).body_text();
        assert!(file.contains(own) && !file.contains(other), "{ags}: {file}");
    }
    received
}

/// Research freezes it as it came; once it is deleted, nobody has it, and it does not come back.
async fn it_is_frozen_and_deleted(world: &mut World, good: &[u8], received: &str) {
    let new = "/programm/austausch/datenstaende/neu";
    let number = received.rsplit('/').next().expect("a number");
    let package = format!("datei:{number}");
    let form = [("titel", "Mit Neustadt"), ("paket", package.as_str())];
    let frozen = world.programme.post(new, new, &form).await.expect_status(303);
    let zip = format!("{}/datenstand.zip", frozen.location().expect("a state"));
    let inner = files(&world.programme.get(&zip).await.expect_status(200).body);
    let is_it = |(name, bytes): &(String, Vec<u8>)| {
        name.starts_with("01234567-") && name.ends_with(".xlsx") && bytes == good
    };
    assert!(inner.iter().any(is_it), "the workbook as it came");

    let deleted = world.programme.post(received, &format!("{received}/loeschen"), &[]).await;
    let _ = deleted.expect_status(303);
    let file = world.programme.get(&figures("01234567")).await.body_text();
    assert!(!file.contains("12.5,"), "{file}");
    let inner = files(&world.programme.get(&zip).await.expect_status(200).body);
    assert!(!inner.iter().any(is_it), "the frozen file is gone too");
    let confirmed = format!("{received}/loeschbestaetigung.zip");
    let confirmed = files(&world.programme.get(&confirmed).await.expect_status(200).body);
    let says = |it: &(String, Vec<u8>)| String::from_utf8_lossy(&it.1).contains("01234567-");
    assert!(confirmed.iter().any(says), "the city is told which workbook it was");
    it_comes_once(world, good, "war hier schon angenommen, und ihre Zahlen sind gelöscht").await;
    let others = world.programme.get(&figures("07654321")).await.expect_status(200).body_text();
    assert!(others.contains("15.5,"), "the other city of this name keeps its figures");
}

/// With the clock of the day after its last one: it is to be deleted, and nobody freezes it.
async fn it_ends_with_its_last_day(world: &mut World, received: &str) {
    let new = "/programm/austausch/datenstaende/neu";
    let package = format!("datei:{}", received.rsplit('/').next().expect("a number"));
    let offered = world.programme.get(new).await.expect_status(200);
    assert!(offered.attributes("input[name=paket]", "value").contains(&package));
    let noon = TimeZone::UTC.to_timestamp(date(2029, 1, 1).at(12, 0, 0, 0)).expect("a time");
    let clock = Clock::new(move || noon);
    let config = world.demo.app.config.clone();
    let email = employed(&world.demo, "programm", Role::Coordination).await;
    let app = App::open_at(config, ankunft::parts(), clock).await.expect("an application");
    let mut programme = Browser::log_in(&app, &email, "de").await;
    let page = programme.get(received).await.expect_status(200).body_text();
    assert!(page.contains("Die Frist ist vorbei") && page.contains("Zu löschen"), "{page}");
    let offered = programme.get(new).await.expect_status(200);
    assert!(!offered.attributes("input[name=paket]", "value").contains(&package));
}
