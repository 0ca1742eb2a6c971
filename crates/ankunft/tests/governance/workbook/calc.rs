//! LibreOffice Calc is the other program: the workbook goes through its own format and comes back.

use std::io::{Cursor, Read, Write};

use ankunft_testkit::peers;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{FILE, accept, bring, list, title};
use crate::common::desk::Story;

/// Saved by Calc: nothing differs. Three cells changed in Calc's own format: three differences.
pub async fn calc_changes_it(story: &mut Story) {
    let bytes = story.people[0].get(FILE).await.body;
    let Some(untouched) = by_calc(&bytes, |it| it) else { return };
    let (_, page) = bring(&mut story.people[0], &untouched).await;
    assert_eq!(title(&page), "Nichts unterscheidet sich", "{}", page.text("main"));

    let before = list(story).await;
    let due = before[2]["due"].as_str().expect("a day");
    let changed = by_calc(&bytes, |content| {
        let title = ("<text:p>Sprachcafé</text:p>", "<text:p>Café &amp; Sprache</text:p>");
        let content = replaced(&content, title.0, title.1);
        let day = |day: &str| format!("office:date-value=\"{day}\"");
        let content = replaced(&content, &day(due), &day("2027-08-31"));
        replaced(&content, "office:value=\"64\"", "office:value=\"66.25\"")
    });
    let changed = changed.expect("LibreOffice ran before");
    let (at, page) = bring(&mut story.people[0], &changed).await;
    assert_eq!(title(&page), "3 Angaben unterscheiden sich", "{}", page.text("main"));
    let shown = page.text("main");
    for said in ["Café & Sprache", "31.08.2027", "66,25"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let _ = accept(&mut story.people[0], &at, &page, &[]).await.expect_status(303);
    let all = list(story).await;
    assert_eq!(all[2]["title"], "Café & Sprache");
    assert_eq!(all[2]["due"], "2027-08-31");
    assert_eq!(all[1], before[1], "who was not touched is as before");
    assert_eq!(all[1]["sign"], "=Nachbarn kennen sich", "a text stays a text");
}

/// The last of what stands there, replaced: the value of a cell, once.
fn replaced(content: &str, from: &str, to: &str) -> String {
    let (before, after) = content.rsplit_once(from).unwrap_or_else(|| panic!("{from} is there"));
    format!("{before}{to}{after}")
}

/// A workbook through Calc's own format, its content edited there; none where that is missing.
fn by_calc(bytes: &[u8], edit: impl Fn(String) -> String) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("massnahmen.xlsx"), bytes).expect("a file");
    let ods = peers::libreoffice(folder.path(), "massnahmen.xlsx", "ods")?;
    std::fs::write(at("bearbeitet.ods"), edited(ods, edit)).expect("a file");
    peers::libreoffice(folder.path(), "bearbeitet.ods", "xlsx")
}

/// An archive with its `content.xml` edited and everything else as it was.
fn edited(archive: Vec<u8>, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut file = from.by_index(at).expect("a file");
        if file.name().expect("a name") != "content.xml" {
            to.raw_copy_file(file).expect("copied");
            continue;
        }
        let mut content = String::new();
        file.read_to_string(&mut content).expect("text");
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        to.start_file("content.xml", options).expect("a file");
        to.write_all(edit(content).as_bytes()).expect("written");
    }
    to.finish().expect("an archive").into_inner()
}
