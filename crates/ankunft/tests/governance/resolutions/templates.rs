//! The paper in Word: the template that ships, and the city's own.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use ankunft_report::paper::template::{fill, placeholders};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::paper;
use crate::common::desk::Story;

const TEMPLATE: &str = "/musterstadt/beschluesse/muster";

/// The part of a DOCX.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
    text
}

/// The same DOCX with one part changed, or one more.
fn with(bytes: &[u8], name: &str, text: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let file = archive.by_index(at).expect("a file");
        if file.name().is_ok_and(|it| it != name) {
            written.raw_copy_file(file).expect("a copy");
        }
    }
    written.start_file(name, SimpleFileOptions::default()).expect("a file");
    written.write_all(text.as_bytes()).expect("bytes");
    written.finish().expect("an archive").into_inner()
}

pub async fn it_stands_in_the_template_that_ships(story: &mut Story, codes: &[String]) {
    let shipped = story.people[1].get(&format!("{TEMPLATE}/docx")).await.expect_status(200);
    let found = placeholders(&shipped.body).expect("a template");
    assert!(found.contains("betreff") && found.contains("begruendung"));
    let word = story.people[1].get(&format!("{}/docx", paper(1))).await.expect_status(200);
    let text = part(&word.body, "word/document.xml");
    for code in codes {
        assert!(text.contains(&format!("/f/{code}")), "each figure with its Fundstelle");
    }
    for says in
        ["Sprechstunde am Abend", "Es wird so gemacht.", "12.500,00", "Wohnen: mit Vorbehalt"]
    {
        assert!(text.contains(says), "{says}");
    }
    assert!(!text.contains("{{"), "nothing is left");
    if let Ok(folder) = std::env::var("ANKUNFT_PAPERS") {
        std::fs::write(format!("{folder}/vorlage.docx"), &word.body).expect("a file");
        std::fs::write(format!("{folder}/muster.docx"), &shipped.body).expect("a file");
        std::fs::write(format!("{folder}/codes.txt"), codes.join("\n")).expect("a file");
    }
}

pub async fn a_city_brings_its_own(story: &mut Story, codes: &[String]) {
    let shipped = story.people[1].get(&format!("{TEMPLATE}/docx")).await.expect_status(200).body;
    let text = part(&shipped, "word/document.xml");
    let typo = with(&shipped, "word/document.xml", &text.replace("{{kosten}}", "{{kostn}}"));
    let missing = with(&shipped, "word/document.xml", &text.replace("{{begruendung}}", ""));
    let macros = with(&shipped, "word/vbaProject.bin", "x");
    let broken = with(&shipped, "word/document.xml", "<w:document><w:p>");
    let bomb = with(&shipped, "word/media/leer.bin", &"0".repeat(70_000_000));
    let rels = part(&shipped, "word/_rels/document.xml.rels");
    let linked = "<Relationship Id=\"rFremd\" Type=\"http://schemas.openxmlformats.org/\
                  officeDocument/2006/relationships/image\" Target=\"http://fremd.example/b.png\" \
                  TargetMode=\"External\"/></Relationships>";
    let rels = rels.replace("</Relationships>", linked);
    let linked = with(&shipped, "word/_rels/document.xml.rels", &rels);
    let nested = format!("{}{}</w:body>", "<w:p>".repeat(17), "</w:p>".repeat(17));
    let nested = with(&shipped, "word/document.xml", &text.replace("</w:body>", &nested));
    for (bytes, says) in [
        (linked, "von außen"),
        (nested, "zu viele Textfelder"),
        (typo, "„kostn“ ist kein Platzhalter"),
        (missing, "„begruendung“ fehlt"),
        (macros, "Makros"),
        (broken, "nicht zu lesen"),
        (bomb, "zu groß"),
        (b"MZ\x90\x00".to_vec(), "kein Word-Dokument"),
    ] {
        let refused = story.people[0].upload(TEMPLATE, TEMPLATE, "muster.docx", &bytes).await;
        let text = refused.expect_status(422).text(".fehlerliste");
        assert!(text.contains(says), "{says}: {text}");
    }
    let _ = story.people[1].upload(TEMPLATE, TEMPLATE, "m.docx", &shipped).await.expect_status(404);
    // A template as Word leaves it: a placeholder torn into runs.
    let torn = "{{</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>betr</w:t></w:r>\
                <w:r><w:t>eff</w:t></w:r><w:r><w:t xml:space=\"preserve\">}} in Musterstadt";
    let own = with(&shipped, "word/document.xml", &text.replacen("{{betreff}}", torn, 1));
    // And it names the template of the office that it was made from.
    let attached = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/\
                    officeDocument/2006/relationships/attachedTemplate\" \
                    Target=\"file:///Z:\\Vorlagen\\Amt.dotx\" TargetMode=\"External\"/></Relationships>";
    let own = with(&own, "word/_rels/settings.xml.rels", attached);
    let done = story.people[0].upload(TEMPLATE, TEMPLATE, "Muster der Stadt.docx", &own).await;
    let _ = done.expect_status(303);
    let page = story.people[0].get(TEMPLATE).await.expect_status(200);
    assert!(page.body_text().contains("Muster der Stadt.docx"));
    let word = story.people[1].get(&format!("{}/docx", paper(1))).await.expect_status(200);
    let text = part(&word.body, "word/document.xml");
    assert!(text.contains("Sprechstunde am Abend"), "the city's own words around it");
    assert!(text.contains(" in Musterstadt"));
    let rels = part(&word.body, "word/_rels/settings.xml.rels");
    assert_eq!(rels, "<Relationships></Relationships>", "no paper asks a server for its template");
    assert!(codes.iter().all(|it| text.contains(it)));
    // The same template filled twice is the same file.
    let values = BTreeMap::from([("betreff", "B".to_owned())]);
    assert_eq!(fill(&own, &values), fill(&own, &values));
}
