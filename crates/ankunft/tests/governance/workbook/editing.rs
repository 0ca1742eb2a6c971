//! What is edited comes back, and nothing else.

use ankunft_formats::workbook::Entry;
use jiff::civil::date;

use super::file::{add, by_openpyxl, cell, close, open, text};
use super::{BOARD, FILE, accept, bring, list, measure, title};
use crate::common::desk::Story;

pub async fn what_nobody_touched_differs_in_nothing(story: &mut Story) {
    let file = story.people[1].get(FILE).await.expect_status(200);
    let named = file.headers["content-disposition"].to_str().expect("plain");
    assert!(named.contains("massnahmen.xlsx"), "{named}");
    let sheets = open(&file.body);
    let names: Vec<&str> = sheets.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Maßnahmen", "Indikatoren", "Werte", "Ausgaben", "Listen", "Anleitung"]);
    assert_eq!(sheets[0].rows.len(), 3);
    assert_eq!((sheets[1].rows.len(), sheets[2].rows.len()), (1, 2));
    assert!(sheets[0].rows[0].contains(&Entry::Day(date(2027, 12, 31))), "days are days");
    assert!(sheets[2].rows[1].contains(&Entry::Number(62.5)), "numbers are numbers");
    // As it came, and written again by another program; its reader has another language too.
    for bytes in [file.body.clone(), close(&sheets)] {
        for person in [0, 1] {
            let (_, page) = bring(&mut story.people[person], &bytes).await;
            assert_eq!(title(&page), "Nichts unterscheidet sich");
            assert!(page.body_text().contains("6 Zeilen sagen, was schon hier steht."));
            assert!(page.attribute("input[name=gesehen]", "value").is_none(), "no button");
        }
    }
    let mut english =
        ankunft_testkit::Browser::log_in(&story.demo.app, "stadt@wahl.example", "en").await;
    let (_, page) = bring(&mut english, &file.body).await;
    assert_eq!(title(&page), "Nothing differs", "a German workbook read by an English reader");
    let own = english.get(FILE).await.expect_status(200).body;
    assert_eq!(open(&own)[0].name, "Measures");
    let (_, page) = bring(&mut story.people[0], &own).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "and the other way round");
}

pub async fn only_the_changed_cells_differ(story: &mut Story) {
    let mut sheets = open(&story.people[0].get(FILE).await.body);
    *cell(&mut sheets[0], 0, "Titel") = text("Lotsinnen und Lotsen");
    *cell(&mut sheets[0], 1, "Stand") = text("läuft");
    *cell(&mut sheets[0], 1, "Mitwirkung") = text("Stadtentwicklung; Jugend");
    *cell(&mut sheets[1], 0, "Zielpfad") = text("31.12.2026: 350; 2027-12-31: 900,5");
    *cell(&mut sheets[2], 1, "Wert") = Entry::Number(64.0);
    // Sheets and columns in another order, and columns of one's own.
    sheets.swap(0, 2);
    let own = &mut sheets[2];
    own.header.insert(0, "Mein Vermerk".to_owned());
    own.rows.iter_mut().for_each(|it| it.insert(0, text("nur für mich")));
    let last = own.header.len() - 1;
    own.header.swap(3, last);
    own.rows.iter_mut().for_each(|it| it.swap(3, last));
    let (at, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(title(&page), "5 Angaben unterscheiden sich", "{}", page.text("main"));
    let shown = page.text("main");
    for said in [
        "Lotsinnen und Lotsen",
        "geplant",
        "läuft",
        "Stadtentwicklung; Jugend",
        "31.12.2026: 350; 31.12.2027: 900,50",
        "62,50",
        "Mein Vermerk",
        "Maßnahmen, C2",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert_eq!(page.texts("main tbody tr").len(), 5);
    assert_eq!(list(story).await[0]["title"], "Lotsen", "nothing is stored yet");
    let done = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    assert_eq!(done.location().as_deref(), Some(BOARD));
    let all = list(story).await;
    assert_eq!(
        (all[0]["title"].as_str(), all[0]["version"].as_i64()),
        (Some("Lotsinnen und Lotsen"), Some(2))
    );
    assert_eq!(all[0]["sign"], "Wege sind kürzer,\nund alle kennen sie");
    assert_eq!(all[1]["state"], "running");
    assert_eq!(all[1]["contributing"].as_array().map(Vec::len), Some(2));
    assert_eq!(all[2]["version"], 1, "who was not touched has no new version");
    let targets = all[0]["indicators"][0]["targets"].as_array().expect("targets");
    assert_eq!(targets[1]["value"], 900.5);
    let page = story.people[0].get(&format!("{}/indikatoren/1", measure(1))).await;
    let text = page.expect_status(200).body_text();
    assert!(text.contains("64 Personen") && text.contains("wartet auf Abnahme"), "{text}");
    // The same file once more: what it brought stands there now.
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich");
}

pub async fn new_rows_belong_to_new_rows(story: &mut Story) {
    let quarter = story.quarters[1].1.clone();
    let mut sheets = open(&story.people[0].get(FILE).await.body);
    add(
        &mut sheets[0],
        &[
            ("Titel", text("Nachtspaziergang")),
            ("Quartier", text(&quarter)),
            ("Federführung", text("Wohnen")),
            ("Bis wann", Entry::Day(date(2028, 1, 31))),
            ("Woran merken wir es?", text("Alle Ecken sind hell")),
        ],
    );
    add(
        &mut sheets[1],
        &[
            ("Maßnahme", text("Nachtspaziergang")),
            ("Stufe", Entry::Number(1.0)),
            ("Was wird gezählt?", text("Abende")),
        ],
    );
    let value = |indicator: &str, period: &str, count: f64| {
        [
            ("Maßnahme", if indicator == "Abende" { text("Nachtspaziergang") } else { text("M1") }),
            ("Indikator", text(indicator)),
            ("Zeitraum", text(period)),
            ("Wert", Entry::Number(count)),
        ]
    };
    add(&mut sheets[2], &value("Abende", "2026-Q3", 4.0));
    add(&mut sheets[2], &value("I1", "2026-Q3", 700.0));
    let bytes = close(&sheets);
    let (at, page) = bring(&mut story.people[0], &bytes).await;
    assert_eq!(title(&page), "4 Angaben unterscheiden sich", "{}", page.text("main"));
    assert!(page.body_text().contains("Mehr als das Dreifache"), "checked as by the form");
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let all = list(story).await;
    assert_eq!(all[3]["title"], "Nachtspaziergang");
    assert_eq!(all[3]["indicators"][0]["name"], "Abende");
    assert_eq!(all[3]["state"], "planned");
    let (_, page) = bring(&mut story.people[0], &bytes).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "nothing is there twice");
}

/// Written, changed by openpyxl, read again: only the changed cells differ.
pub async fn another_program_changes_it(story: &mut Story) {
    let bytes = story.people[0].get(FILE).await.body;
    let script = "
sheet = book['Maßnahmen']
columns = {cell.value: cell.column for cell in sheet[1]}
sheet.cell(2, columns['Woran merken wir es?']).value = 'Wege sind kurz'
sheet.cell(3, columns['Bis wann']).value = '30.9.2027'
sheet.cell(4, columns['Bis wann']).value = 46568
book.move_sheet('Maßnahmen', 2)";
    let Some(changed) = by_openpyxl(&bytes, script) else { return };
    let untouched = by_openpyxl(&bytes, "").expect("openpyxl");
    let (_, page) = bring(&mut story.people[0], &untouched).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "{}", page.text("main"));
    let (at, page) = bring(&mut story.people[0], &changed).await;
    assert_eq!(title(&page), "3 Angaben unterscheiden sich", "{}", page.text("main"));
    let shown = page.text("main");
    for said in ["Wege sind kurz", "30.09.2027", "30.06.2027"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let all = list(story).await;
    assert_eq!(all[1]["due"], "2027-09-30");
    assert_eq!(all[2]["due"], "2027-06-30");
    assert_eq!(all[1]["sign"], "=Nachbarn kennen sich", "a text stays a text");
}
