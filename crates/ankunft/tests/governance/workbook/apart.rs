//! What a value is told apart by and what was spent come back too, and neither is lost on the way.

use ankunft_formats::workbook::Entry;

use super::file::{add, by_openpyxl, cell, close, open, text};
use super::{FILE, accept, bring, measure, title};
use crate::common::desk::Story;

const VALUES: usize = 2;
const SPENDING: usize = 3;

fn spending() -> String {
    format!("{}/ausgaben", measure(1))
}

/// A value told apart, a plan with a funder, and two bookings.
pub async fn begin(story: &mut Story) {
    let one = format!("{}/indikatoren/1", measure(1));
    let page = story.people[0].get(&one).await.expect_status(200);
    let seen = page.attribute("input[name=gesehen]", "value").expect("a form");
    let sent = [
        ("zeitraum", "2025q4"),
        ("wert", "70"),
        ("teil-1", "40"),
        ("teil-2", "30"),
        ("gesehen", seen.as_str()),
        ("notiz", ""),
    ];
    let done = story.people[0].post(&one, &format!("{one}/werte"), &sent).await;
    let _ = done.expect_status(303);
    let money = format!("{}/geld", measure(1));
    let plan = [
        ("version", "0"),
        ("budget", "9.000"),
        ("quelle-0-name", "Land"),
        ("quelle-0-programm", "Zusammenhalt"),
        ("quelle-0-betrag", "6.000"),
    ];
    let _ = story.people[0].post(&money, &money, &plan).await.expect_status(303);
    for (amount, payer, side) in
        [("1.234,50", "von Land | Zusammenhalt", ""), ("20", "eigen", "zurueck")]
    {
        let page = story.people[0].get(&spending()).await.expect_status(200);
        let key = page.attribute("input[name=schluessel]", "value").expect("a form");
        let sent = [
            ("schluessel", key.as_str()),
            ("tag", "2026-03-01"),
            ("betrag", amount),
            ("richtung", side),
            ("art", "contracts"),
            ("mittel", payer),
            ("notiz", "Dolmetschen"),
        ];
        let _ = story.people[0].post(&spending(), &spending(), &sent).await.expect_status(303);
    }
}

/// The row of the value that is told apart.
fn told(sheets: &mut [ankunft_formats::workbook::Sheet]) -> usize {
    let rows = sheets[VALUES].rows.len();
    let is_told = |row: &usize| *cell(&mut sheets[VALUES], *row, "Gliederung") != Entry::Empty;
    (0..rows).find(is_told).expect("a value that is told apart")
}

pub async fn nothing_of_it_is_lost(story: &mut Story) {
    let bytes = story.people[0].get(FILE).await.expect_status(200).body;
    let mut sheets = open(&bytes);
    let row = told(&mut sheets);
    assert_eq!(*cell(&mut sheets[VALUES], row, "Gliederung"), text("Frauen: 40; Männer: 30"));
    assert_eq!(sheets[SPENDING].rows.len(), 2);
    assert_eq!(*cell(&mut sheets[SPENDING], 1, "Betrag"), Entry::Number(-20.0));
    assert_eq!(*cell(&mut sheets[SPENDING], 0, "Aus wessen Mitteln"), text("Land (Zusammenhalt)"));
    let mut all = vec![bytes.clone(), close(&sheets)];
    all.extend(by_openpyxl(&bytes, ""));
    // The order in which somebody tells apart says nothing.
    *cell(&mut sheets[VALUES], row, "Gliederung") = text("Männer: 30; Frauen: 40");
    all.push(close(&sheets));
    // Nor does the word that stands before it on pages.
    for said in [
        "davon: Frauen: 40; Männer: 30",
        "Davon Frauen: 40\nMänner: 30",
        "of these: Frauen: 40; Männer: 30",
    ] {
        *cell(&mut sheets[VALUES], row, "Gliederung") = text(said);
        all.push(close(&sheets));
    }
    for bytes in all {
        let (_, page) = bring(&mut story.people[0], &bytes).await;
        assert_eq!(title(&page), "Nichts unterscheidet sich", "{}", page.text("main"));
    }
    let mut english =
        ankunft_testkit::Browser::log_in(&story.demo.app, "stadt@wahl.example", "en").await;
    let own = english.get(FILE).await.expect_status(200).body;
    let (_, page) = bring(&mut story.people[0], &own).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "{}", page.text("main"));
    // A note of a value leaves alone what it is told apart by.
    let mut sheets = open(&bytes);
    *cell(&mut sheets[VALUES], row, "Anmerkung") = text("geschätzt");
    let (at, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(title(&page), "Eine Angabe unterscheidet sich", "{}", page.text("main"));
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let mut sheets = open(&story.people[0].get(FILE).await.body);
    assert_eq!(*cell(&mut sheets[VALUES], row, "Gliederung"), text("Frauen: 40; Männer: 30"));
}

pub async fn a_value_that_no_longer_fits_is_said(story: &mut Story) {
    let bytes = story.people[0].get(FILE).await.body;
    let mut sheets = open(&bytes);
    let row = told(&mut sheets);
    *cell(&mut sheets[VALUES], row, "Wert") = Entry::Number(80.0);
    let place = format!("Werte, J{}", row + 2);
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(title(&page), "Eine Zelle ist noch zu klären", "{}", page.text("main"));
    let words = page.text("main");
    for said in [place.as_str(), "80 Personen", "die Gliederung ergibt 70", "leeren Sie die Zelle"]
    {
        assert!(words.contains(said), "no {said} in {words}");
    }
    // Without the column it is said where the value stands.
    let mut without = sheets.clone();
    let at = without[VALUES].header.iter().position(|it| it == "Gliederung").expect("a column");
    without[VALUES].header.remove(at);
    without[VALUES].rows.iter_mut().for_each(|it| _ = it.remove(at));
    let (_, page) = bring(&mut story.people[0], &close(&without)).await;
    assert!(page.text("main").contains("fehlt in der Datei"), "{}", page.text("main"));
    for (cell_text, said) in [
        ("Frauen", "ist keine Gliederung"),
        ("Frauen: 40; Kinder: 40", "Eine Kategorie „Kinder“ hat dieser Indikator nicht."),
        ("Frauen: 40; Frauen: 40", "steht zweimal da"),
    ] {
        *cell(&mut sheets[VALUES], row, "Gliederung") = text(cell_text);
        let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
        assert_eq!(title(&page), "Eine Zelle ist noch zu klären");
        assert!(page.text("main").contains(said), "{}", page.text("main"));
    }
    // Told apart anew it is taken, what does not add up as a note of the check.
    *cell(&mut sheets[VALUES], row, "Gliederung") = text("Frauen: 45; Männer: 30");
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(title(&page), "2 Angaben unterscheiden sich", "{}", page.text("main"));
    *cell(&mut sheets[VALUES], row, "Gliederung") = text("Frauen: 45; Männer: 35");
    let (at, page) = bring(&mut story.people[0], &close(&sheets)).await;
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let one = format!("{}/indikatoren/1", measure(1));
    let words = story.people[0].get(&one).await.expect_status(200).body_text();
    assert!(words.contains("davon Frauen 45, Männer 35"), "{words}");
}

pub async fn a_changed_booking_is_a_correction(story: &mut Story) {
    let bytes = story.people[0].get(FILE).await.body;
    let mut sheets = open(&bytes);
    *cell(&mut sheets[SPENDING], 0, "Betrag") = text("1.243,50");
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    let words = page.text("main");
    assert!(words.contains("Ausgaben, H2") && words.contains("warum die Buchung berichtigt wird"));
    *cell(&mut sheets[SPENDING], 0, "Warum berichtigt") = text("Zahlendreher");
    let new = [
        ("Maßnahme", text("M1")),
        ("Tag", text("2.3.2026")),
        ("Betrag", Entry::Number(20.0)),
        ("Aus wessen Mitteln", text("eigenanteil der stadt")),
        ("Wofür", text("Kaffee")),
    ];
    add(&mut sheets[SPENDING], &new);
    add(&mut sheets[SPENDING], &new);
    let changed = close(&sheets);
    let (at, page) = bring(&mut story.people[0], &changed).await;
    assert_eq!(title(&page), "4 Angaben unterscheiden sich", "{}", page.text("main"));
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let words = story.people[0].get(&spending()).await.expect_status(200).text("main");
    for said in ["berichtigt Nummer 1: Zahlendreher", "1.243,50", "Kaffee"] {
        assert!(words.contains(said), "no {said} in {words}");
    }
    assert!(words.contains("Ausgegeben sind 1.263,50"), "two coffees: {words}");
    let (_, page) = bring(&mut story.people[0], &changed).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "{}", page.text("main"));
    // A coffee that was corrected since is not drunk again by the old file.
    let mut newest = open(&story.people[0].get(FILE).await.body);
    let coffee = newest[SPENDING].rows.iter().position(|it| it.contains(&text("Kaffee")));
    let coffee = coffee.expect("a coffee");
    *cell(&mut newest[SPENDING], coffee, "Betrag") = Entry::Number(25.0);
    *cell(&mut newest[SPENDING], coffee, "Warum berichtigt") = text("Mit Kuchen");
    let (at, page) = bring(&mut story.people[0], &close(&newest)).await;
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let (_, page) = bring(&mut story.people[0], &changed).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "{}", page.text("main"));
    // Somebody else corrects what the old file changes otherwise: a person decides.
    *cell(&mut sheets[SPENDING], 0, "Betrag") = Entry::Number(1.0);
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(page.texts("main fieldset").len(), 1, "{}", page.text("main"));
    for (column, wrong, said) in [
        ("Betrag", "viel", "ist kein Betrag"),
        ("Ausgabeart", "Gold", "ist keine Ausgabeart"),
        ("Aus wessen Mitteln", "Bund", "steht nicht mehr im Plan"),
        ("Tag", "1.1.2030", "Dieser Tag kommt erst noch"),
    ] {
        let mut sheets = open(&bytes);
        *cell(&mut sheets[SPENDING], 1, column) = text(wrong);
        *cell(&mut sheets[SPENDING], 1, "Warum berichtigt") = text("Versehen");
        let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
        assert!(page.text("main").contains(said), "{column}: {}", page.text("main"));
    }
}
