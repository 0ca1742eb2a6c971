//! Files that people bring: a clear word with the cell, or what they meant.

use ankunft_formats::workbook::Sheet;
use ankunft_testkit::Page;

use super::file::{add, by_openpyxl, cell, close, open, text};
use super::{BRING, FILE, accept, bring, list, measure, title};
use crate::common::desk::Story;

async fn sheets(story: &mut Story) -> Vec<Sheet> {
    open(&story.people[0].get(FILE).await.expect_status(200).body)
}

fn nothing_to_take(page: &Page) {
    assert!(page.attribute("input[name=gesehen]", "value").is_none(), "{}", page.text("main"));
}

pub async fn cells_that_say_nothing(story: &mut Story) {
    let wrong: [(usize, usize, &str, &str, &str); 12] = [
        (0, 0, "Titel", "", "Geben Sie der Maßnahme einen Titel."),
        (0, 0, "Quartier", "Nirgendwo", "„Nirgendwo“"),
        (0, 0, "Federführung", "Sport", "„Sport“"),
        (0, 0, "Bis wann", "bald", "„bald“"),
        (0, 0, "Stand", "fertig", "„fertig“"),
        (0, 0, "Ab wann", "2030-01-01", "Der Beginn liegt nach dem Ende."),
        (1, 0, "Stufe", "9", "„9“"),
        (1, 0, "Ausgangswert", "1.2345", "„1.2345“"),
        (1, 0, "Zielpfad", "300 bis Ende 2026", "„300 bis Ende 2026“"),
        (1, 0, "Beendet", "vielleicht", "„vielleicht“"),
        (1, 0, "Wer berichtet", "Niemand", "„Niemand“"),
        (2, 1, "Wert", "-5", "„-5“"),
    ];
    for (sheet, row, column, typed, said) in wrong {
        let mut sheets = sheets(story).await;
        *cell(&mut sheets[sheet], row, column) = text(typed);
        let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
        assert_eq!(
            title(&page),
            "Eine Zelle ist noch zu klären",
            "{column}: {}",
            page.text("main")
        );
        assert!(page.text("main").contains(said), "{column}: {}", page.text("main"));
        nothing_to_take(&page);
    }
    // All at once, each with its cell; what is right beside them is shown too.
    let mut sheets = sheets(story).await;
    for (sheet, row, column, typed, _) in wrong {
        *cell(&mut sheets[sheet], row, column) = text(typed);
    }
    *cell(&mut sheets[0], 1, "Für wen") = text("Alle");
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    let shown = page.text("main");
    for place in ["Maßnahmen, C2", "Maßnahmen, E2", "Indikatoren, H2", "Werte, E3"] {
        assert!(shown.contains(place), "{place}: {shown}");
    }
    nothing_to_take(&page);
}

pub async fn keys_that_fit_nothing(story: &mut Story) {
    for (key, said) in [
        ("gradlingen/M1@1", "gehört zu einer anderen Stadt"),
        ("musterstadt/M99@1", "gibt es hier nicht"),
        ("musterstadt/M1@9", "gibt es hier nicht"),
        ("musterstadt/M2@1", "hat schon eine andere Zeile"),
        ("musterstadt/M1-I1@1", "gehört auf ein anderes Blatt"),
        ("M1", "ist kein Schlüssel"),
    ] {
        let mut sheets = sheets(story).await;
        *cell(&mut sheets[0], 0, "Schlüssel") = text(key);
        let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
        assert!(page.text("main").contains(said), "{key}: {}", page.text("main"));
        nothing_to_take(&page);
    }
    // A row that is gone deletes nothing, and says so; without its keys a sheet is none.
    let mut gone = sheets(story).await;
    gone[0].rows.remove(1);
    let (_, page) = bring(&mut story.people[0], &close(&gone)).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich");
    assert!(page.text("main").contains("Einer der Einträge von hier hat keine Zeile"));
    let mut keyless = sheets(story).await;
    keyless[0].header[0] = "Nummer".to_owned();
    let (_, page) = bring(&mut story.people[0], &close(&keyless)).await;
    assert!(page.text("main").contains("fehlt die Spalte „Schlüssel“"));
    let mut moved = sheets(story).await;
    *cell(&mut moved[1], 0, "Maßnahme") = text("M2");
    *cell(&mut moved[1], 0, "Einheit") = text("Menschen");
    let (_, page) = bring(&mut story.people[0], &close(&moved)).await;
    assert!(page.text("main").contains("bleibt bei ihrer Maßnahme"));
}

pub async fn other_spellings_are_read(story: &mut Story) {
    let mut sheets = sheets(story).await;
    *cell(&mut sheets[0], 0, "Bis wann") = text("31.12.2027");
    *cell(&mut sheets[0], 0, "Stand") = text("PLANNED");
    *cell(&mut sheets[0], 2, "Quartier") = text("Ganze Stadt");
    *cell(&mut sheets[1], 0, "Ausgangswert") = text("12.5");
    *cell(&mut sheets[1], 0, "Gliederung") = text("Frauen\nMänner");
    *cell(&mut sheets[2], 1, "Wert") = text("62,50");
    *cell(&mut sheets[2], 1, "Zeitraum") = text("2026-Q2");
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "{}", page.text("main"));
}

pub async fn files_that_are_none(story: &mut Story) {
    let sheets = sheets(story).await;
    let good = close(&sheets);
    let files: [(&[u8], &str); 6] = [
        (b"MZ\x90\x00\x03 This program cannot be run in DOS mode", "keine Arbeitsmappe"),
        (b"Titel;Quartier\nLotsen;Nord\n", "keine Arbeitsmappe"),
        (b"%PDF-1.7", "keine Tabelle"),
        (b"\xd0\xcf\x11\xe0 old", "im alten Format"),
        (&good[..good.len() / 2], "beschädigt"),
        (&bomb(), "unverhältnismäßig groß"),
    ];
    for (bytes, said) in files {
        let (_, page) = bring(&mut story.people[0], bytes).await;
        assert_eq!(title(&page), "Diese Datei lässt sich nicht lesen");
        assert!(page.text("main").contains(said), "{said}: {}", page.text("main"));
        nothing_to_take(&page);
    }
    let none = story.people[0].upload(BRING, BRING, "leer.xlsx", b"").await.expect_status(422);
    assert!(none.body_text().contains("Wählen Sie eine Datei aus."));
    let other = close(&[Sheet { name: "Kasse".to_owned(), ..sheets[3].clone() }]);
    let (_, page) = bring(&mut story.people[0], &other).await;
    nothing_to_take(&page);
    let shown = page.text("main");
    assert!(shown.contains("Kasse") && shown.contains("Kein Blatt"), "{shown}");
}

/// A workbook whose sheet is two hundred megabytes of nothing.
fn bomb() -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a member");
        let nothing = vec![b' '; 1 << 20];
        for _ in 0..if name.ends_with("sheet1.xml") { 200 } else { 1 } {
            zip.write_all(&nothing).expect("written");
        }
    }
    zip.finish().expect("an archive").into_inner()
}

pub async fn ten_thousand_rows(story: &mut Story) {
    let mut sheets = sheets(story).await;
    for number in 0..10_000 {
        add(
            &mut sheets[0],
            &[
                ("Titel", text(&format!("Maßnahme {number}"))),
                ("Quartier", text("ganze Stadt")),
                ("Federführung", text("Jugend")),
                ("Bis wann", text("31.12.2027")),
                ("Woran merken wir es?", text("Es wirkt")),
            ],
        );
    }
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    let shown = page.text("main");
    assert!(shown.contains("höchstens 1.000 gehen auf einmal"), "{}", &shown[..400]);
    nothing_to_take(&page);
    assert_eq!(list(story).await.len(), 3);
    sheets[0].rows.truncate(3 + 400);
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert_eq!(
        page.texts("main tbody tr").len(),
        400,
        "what can be taken over is shown, all of it"
    );
    assert!(page.attribute("input[name=gesehen]", "value").is_some());
}

pub async fn what_another_program_can_do_to_cells(story: &mut Story) {
    let bytes = story.people[0].get(FILE).await.body;
    let columns = "
sheet = book['Maßnahmen']
columns = {cell.value: cell.column for cell in sheet[1]}
";
    let formula = format!("{columns}sheet.cell(2, columns['Titel']).value = '=1+1'");
    let Some(formula) = by_openpyxl(&bytes, &formula) else { return };
    let (_, page) = bring(&mut story.people[0], &formula).await;
    assert!(page.text("main").contains("hat noch niemand berechnet"), "{}", page.text("main"));
    nothing_to_take(&page);
    let merged = by_openpyxl(&bytes, &format!("{columns}sheet.merge_cells('B2:B3')"));
    let (_, page) = bring(&mut story.people[0], &merged.expect("openpyxl")).await;
    assert!(page.text("main").contains("B2:B3"), "{}", page.text("main"));
    nothing_to_take(&page);
    let failed = format!(
        "{columns}cell = sheet.cell(2, columns['Titel'])\ncell.value = '#REF!'\ncell.data_type = 'e'"
    );
    let (_, page) =
        bring(&mut story.people[0], &by_openpyxl(&bytes, &failed).expect("openpyxl")).await;
    assert!(page.text("main").contains("Fehler statt eines Werts"), "{}", page.text("main"));
}

/// An indicator with values counts what they count.
pub async fn what_values_count_stays(story: &mut Story) {
    let kind = [("Art", "Anteil"), ("Zielpfad", "31.12.2026: 50")];
    let unit = [("Einheit", "Abende")];
    for (cells, place, said) in [
        (&kind[..], "Indikatoren, F2", "ob er eine Anzahl oder ein Anteil ist"),
        (&unit[..], "Indikatoren, E2", "Darum bleibt seine Einheit"),
    ] {
        let mut sheets = sheets(story).await;
        for (column, typed) in cells {
            *cell(&mut sheets[1], 0, column) = text(typed);
        }
        let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
        let shown = page.text("main");
        assert_eq!(title(&page), "Eine Zelle ist noch zu klären", "{place}: {shown}");
        assert!(shown.contains(place) && shown.contains(said), "{place}: {shown}");
        nothing_to_take(&page);
    }
}

/// Without values its kind can be changed, and what the file brings is read as the file counts.
pub async fn values_are_read_as_the_file_counts_them(story: &mut Story) {
    let new = format!("{}/indikatoren/neu", measure(1));
    let sent = [("stufe", "5"), ("name", "Wege gefunden")];
    let _ = story.people[0].post(&new, &new, &sent).await.expect_status(303);
    let mut sheets = sheets(story).await;
    *cell(&mut sheets[1], 1, "Art") = text("Anteil");
    let value = [
        ("Maßnahme", text("M1")),
        ("Indikator", text("Wege gefunden")),
        ("Zeitraum", text("2026-Q2")),
        ("Wert", text("30")),
    ];
    add(&mut sheets[2], &value);
    let (_, page) = bring(&mut story.people[0], &close(&sheets)).await;
    assert!(page.text("main").contains("Geben Sie an, von wie vielen."), "{}", page.text("main"));
    nothing_to_take(&page);
    *cell(&mut sheets[2], 2, "von so vielen") = text("40");
    let (at, page) = bring(&mut story.people[0], &close(&sheets)).await;
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let own = format!("{}/indikatoren/2", measure(1));
    let page = story.people[0].get(&own).await.expect_status(200);
    assert!(page.body_text().contains("(30 von 40)"), "{}", page.text("main"));
}
