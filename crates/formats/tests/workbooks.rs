//! What is written as a workbook is what is read from it, and nothing in it computes.

use ankunft_formats::workbook::{Entry, Sheet, sheet_name, workbook};
use ankunft_formats::{ReadOptions, table};
use jiff::Timestamp;
use proptest::prelude::*;

fn sheet(rows: Vec<Vec<Entry>>) -> Sheet {
    Sheet {
        name: "Werte".to_owned(),
        header: ["Gebiet", "Wert", "Zustand"].map(str::to_owned).to_vec(),
        rows,
        frozen_columns: 1,
    }
}

/// Texts as cities have them, and as an attacker would like to have them.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zÄÖÜäöüß0-9 /()-]{1,20}",
        "[=+@-][A-Z]{1,3}[(][A-Z0-9!|'/ ]{0,12}[)]",
        Just("=HYPERLINK(\"http://example.org\";\"x\")".to_owned()),
        Just("<b>&amp;</b>".to_owned()),
        Just("_x0041_".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_is_read(
        cells in proptest::collection::vec((text(), proptest::option::of(-1e12..1e12_f64)), 1..20),
    ) {
        let row = |(text, number): &(String, Option<f64>)| {
            let number = number.map_or(Entry::Empty, Entry::Number);
            vec![Entry::Text(text.clone()), number, Entry::Text("x".to_owned())]
        };
        let sheets = [sheet(cells.iter().map(row).collect())];
        let bytes = workbook("Titel", Timestamp::UNIX_EPOCH, &sheets).unwrap();
        prop_assert_eq!(&bytes, &workbook("Titel", Timestamp::UNIX_EPOCH, &sheets).unwrap());
        let (read, findings) = table::read(&bytes, "a.xlsx", &ReadOptions::default()).unwrap();
        // What looks like a formula is warned of as a text; a real one has a note of its own.
        prop_assert!(findings.iter().all(|it| it.code == "formula-in-text"), "{findings:?}");
        prop_assert_eq!(read.header(), ["Gebiet", "Wert", "Zustand"]);
        prop_assert_eq!(read.len(), cells.len());
        for (row, (text, number)) in read.rows().zip(&cells) {
            prop_assert_eq!(row.field(0), text.trim());
            prop_assert_eq!(row.field(1).parse::<f64>().ok(), *number);
        }
    }
}

#[test]
fn a_workbook_says_when_its_content_was_made_and_keeps_its_header_in_sight() {
    let rows = vec![vec![Entry::Text("=1+1".to_owned()), Entry::Number(1.5), Entry::Empty]];
    let bytes = workbook("Titel", "2025-02-03T04:05:06Z".parse().unwrap(), &[sheet(rows)]).unwrap();
    let member = |name: &str| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    let core = member("docProps/core.xml");
    assert!(core.contains("2025-02-03T04:05:06Z") && core.contains("Titel"), "{core}");
    let sheet = member("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<v>1.5</v>"), "{sheet}");
    assert!(!sheet.contains("<f>"), "no formula");
    assert!(member("xl/styles.xml").contains("quotePrefix=\"1\""), "nor does one come by editing");
}

#[test]
fn names_of_sheets_are_what_the_format_takes() {
    assert_eq!(sheet_name(&"Ä".repeat(40)).chars().count(), 31);
    for name in ["a/b", "[x]", "'x'", "a:b*c?"] {
        let mut sheet = sheet(Vec::new());
        sheet.name = sheet_name(name);
        assert!(workbook("", Timestamp::UNIX_EPOCH, &[sheet]).is_ok(), "{name}");
    }
}
