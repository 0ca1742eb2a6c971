//! The workbook that a city without Ankunft fills.

use ankunft_formats::fillable::{Check, Column, Sheet, fillable};
use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::workbook::Entry;

use super::people::{World, findings};

const BLANK: &str = "/programm/austausch/vorlage.xlsx";
const BRING: &str = "/programm/austausch/pakete/neu";

/// A sheet of the workbook as rows of texts.
fn rows(book: &[u8], sheet: &str) -> Vec<Vec<String>> {
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

pub async fn a_city_without_ankunft_fills_it(world: &mut World) {
    assert_eq!(world.giver.get("/musterstadt/austausch/vorlage.xlsx").await.status, 404);
    let blank = world.programme.get(BLANK).await.expect_status(200).body;
    let labels: Vec<String> = rows(&blank, "Angaben")[1..].iter().map(|it| it[0].clone()).collect();
    assert_eq!(labels.len(), 10);
    assert_eq!(rows(&blank, "Kernindikatoren")[1][0], "auslaenderanteil");
    let said = [
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
    let mut about = vec![vec!["Angabe", "Eintrag", "Hinweis"]];
    about.extend(labels.iter().zip(said).map(|(label, text)| vec![label.as_str(), text, ""]));
    let areas = vec![
        vec!["Schlüssel", "Gebiet"],
        vec!["*", "die ganze Stadt"],
        vec!["01", "Mitte"],
        vec!["02", "Nord"],
    ];
    let head = vec!["Schlüssel", "Kernindikator", "Stichtag", "Wert", "Zustand", "unsicher"];
    let right = vec![
        head.clone(),
        vec!["01", "auslaenderanteil", "31.12.2025", "12.5", "Wert", "ja"],
        vec!["02", "auslaenderanteil", "31.12.2025", "", "nicht gezeigt", ""],
        vec!["*", "auslaenderanteil", "31.12.2025", "0", "Null", "nein"],
    ];
    let wrong = vec![
        head,
        vec!["09", "auslaenderanteil", "31.12.2025", "12.5", "Wert", ""],
        vec!["01", "einkommen", "31.12.2025", "12.5", "Wert", ""],
        vec!["01", "auslaenderanteil", "irgendwann", "12.5", "Wert", ""],
        vec!["01", "auslaenderanteil", "31.12.2025", "–", "Wert", ""],
        vec!["02", "auslaenderanteil", "31.12.2025", "0", "", ""],
        vec!["02", "auslaenderanteil", "31.12.2025", "3", "fehlt", ""],
        vec!["*", "auslaenderanteil", "31.12.2025", "3", "Wert", "vielleicht"],
    ];
    let bad = book(&[("Angaben", about.clone()), ("Gebiete", areas.clone()), ("Werte", wrong)]);
    let kept = world.programme.upload(BRING, BRING, "neustadt.xlsx", &bad).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    let page = world.programme.get(&draft).await.expect_status(200);
    let told = page.texts(".hinweise li");
    assert_eq!(told.len(), 7, "one a row: {told:#?}");
    for (row, column) in [(2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 5), (8, 6)] {
        let place = format!("Werte, Zeile {row}, Spalte {column}");
        assert!(told.iter().any(|it| it.contains(&place)), "{place}: {told:#?}");
    }
    let refused = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    assert_eq!(refused.status, 422);

    let good = book(&[("Angaben", about), ("Gebiete", areas), ("Werte", right)]);
    is_taken(world, &good).await;
}

/// A workbook without findings becomes figures that say what they are, for who may see them.
async fn is_taken(world: &mut World, good: &[u8]) {
    let kept = world.programme.upload(BRING, BRING, "neustadt.xlsx", good).await;
    let draft = kept.expect_status(303).location().expect("a draft");
    let page = world.programme.get(&draft).await.expect_status(200);
    assert!(findings(&page).is_empty(), "{}", findings(&page));
    let done = world.programme.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    let _ = done.expect_status(303);
    let figures = "/programm/atlas.csv?ebene=neustadt-gebiete&merkmal=kern-auslaenderanteil&stichtag=2025-12-31";
    let file = world.programme.get(figures).await.expect_status(200).body_text();
    assert!(file.contains("12.5,value,1"), "{file}");
    assert!(file.contains(",suppressed,0") && file.contains(",0,zero,0"), "{file}");
    let mut public = ankunft_testkit::Browser::new(&world.demo.app, "de");
    assert_eq!(public.get(figures).await.status, 404);
    let register = world.programme.get("/programm/austausch/register").await.body_text();
    assert!(register.contains("Vorlage eingelesen") && register.contains("Neustadt"));
}
