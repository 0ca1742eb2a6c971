//! The table of the Statistik der BA, from text and from workbooks, up to released figures.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::io::Write as _;

use crate::common::console::{AGS, QUARTERS, figures, has, import, numbers};

/// The table of the Statistik der BA: header, units, a row that belongs nowhere, sums.
const AKG: [[&str; 8]; 6] = [
    [
        "Berichtsmonat",
        "Gemeindeschlüssel",
        "Gebietsschlüssel",
        "Gebietsname",
        "Arbeitslose",
        "Arbeitslose SGB II",
        "Arbeitslose SGB III",
        "Ausländer",
    ],
    ["202406", AGS, "001001001", "Nord", "120", "80", "40", "*"],
    ["202406", AGS, "001001002", "Süd", "50", "41", "*", "12"],
    ["202406", AGS, "", "keine Angabe", "11", "*", "*", "*"],
    ["202406", AGS, "001001SUM", "Mitte", "170", "121", "49", "19"],
    ["202406", AGS, "SUMSUMSUM", "Stadt", "170", "121", "49", "19"],
];

fn zipped(members: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with a title sheet and the table on the second.
fn xlsx() -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let cell = |row: usize, column: usize, text: &str| {
        let place = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1);
        if row > 0 && column >= 4 && text != "*" {
            return format!("<c r=\"{place}\"><v>{text}</v></c>");
        }
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let sheet = |rows: &[[&str; 8]]| {
        let rows = rows.iter().enumerate().map(|(at, row)| {
            let cells: String =
                row.iter().enumerate().map(|(column, text)| cell(at, column, text)).collect();
            format!("<row r=\"{}\">{cells}</row>", at + 1)
        });
        let rows: String = rows.collect();
        format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")
    };
    let title = [["Deckblatt", "Stand", "", "", "", "", "", ""]];
    let relation = |at: usize| {
        format!(
            "<Relationship Id=\"r{at}\" Type=\"{rels}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        )
    };
    zipped(&[
        ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>")),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rels}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{rels}\"><sheets><sheet name=\"Titel\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"AkG\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\">{}{}</Relationships>",
                relation(1),
                relation(2)
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet(&title)),
        ("xl/worksheets/sheet2.xml", sheet(&AKG)),
    ])
}

fn ods() -> Vec<u8> {
    let cell = |row: usize, column: usize, text: &str| {
        if row > 0 && column >= 4 && text != "*" {
            return format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
            );
        }
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let rows = AKG.iter().enumerate().map(|(at, row)| {
        let cells: String =
            row.iter().enumerate().map(|(column, text)| cell(at, column, text)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    });
    let rows: String = rows.collect();
    let spaces = ["office", "table", "text"]
        .map(|it| format!("xmlns:{it}=\"urn:oasis:names:tc:opendocument:xmlns:{it}:1.0\""))
        .join(" ");
    let empty = "<table:table table:name=\"Titel\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Deckblatt</text:p></table:table-cell></table:table-row></table:table>";
    let content = format!(
        "<office:document-content {spaces}><office:body><office:spreadsheet>{empty}<table:table table:name=\"AkG\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("META-INF/manifest.xml", "<manifest:manifest/>".to_owned()),
        ("content.xml", content),
    ])
}

#[tokio::test]
async fn the_table_of_the_ba_comes_from_text_and_workbooks() {
    let csv = AKG.map(|row| row.join(";") + "\n").concat();
    for (name, bytes) in [("akg.csv", csv.into_bytes()), ("akg.xlsx", xlsx()), ("akg.ods", ods())] {
        let folder = tempfile::tempdir().unwrap();
        let (data, file) = (folder.path().join("data"), folder.path().join(name));
        let areas = folder.path().join("quartiere.geojson");
        std::fs::write(&areas, QUARTERS).unwrap();
        std::fs::write(&file, bytes).unwrap();
        let known = ["--geography", "quartier"];
        assert_eq!(import("areas", &[&areas], &data, &known).0, 0);
        let sheet = ["--nutzung", "public", "--sheet", "AkG"];
        let more = if name == "akg.csv" { &sheet[..2] } else { &sheet[..] };
        let (status, report, said) = import("table", &[&file], &data, more);
        assert_eq!(status, 0, "{name}: {said}");
        assert_eq!(report["files"][0]["profile"], "ba-akg", "{name}");
        // The interval of the mark is said, and the sums are no area units.
        assert!(said.contains("zwischen 1 und 9"), "{name}: {said}");
        let rows = &report["files"][0]["rows"];
        assert_eq!((rows["joined"].as_u64(), rows["set_aside"].as_u64()), (Some(2), Some(3)));
        let all = figures(&data, "quartier", "unemployed", "2024-06").await;
        let (units, total) = numbers(&all);
        assert_eq!(units.iter().map(|it| it.1).collect::<Vec<_>>(), [Some(120.0), Some(50.0)]);
        assert_eq!(total, Some(170.0));
        let hidden = figures(&data, "quartier", "unemployed_foreigners", "2024-06").await;
        let units = numbers(&hidden).0;
        assert_eq!(units.iter().map(|it| it.1).collect::<Vec<_>>(), [None, Some(12.0)]);
    }
    // A sum that the interval does not allow is refused: 12 and 1 to 9 are never 35.
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("akg.csv"));
    let areas = folder.path().join("quartiere.geojson");
    std::fs::write(&areas, QUARTERS).unwrap();
    std::fs::write(&file, AKG.map(|row| row.join(";") + "\n").concat().replace(";19\n", ";35\n"))
        .unwrap();
    assert_eq!(import("areas", &[&areas], &data, &[]).0, 0);
    let (status, report, _) = import("table", &[&file], &data, &[]);
    assert!(status == 1 && has(&report, "sum-row-mismatch"), "{report}");
}
