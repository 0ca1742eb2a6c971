//! The DOCX against what Word asks of its parts.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use ankunft_report::paper::{Block, Paper, Text, docx};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::sample::{FONTS, everything, paper};

fn parts(paper: &Paper) -> BTreeMap<String, Vec<u8>> {
    let made = docx(paper, &FONTS).expect("a paper");
    let mut archive = zip::ZipArchive::new(Cursor::new(made)).expect("an archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("a whole part");
        let name = file.name().expect("a name").into_owned();
        assert!(parts.insert(name.clone(), bytes).is_none(), "{name} twice");
    }
    parts
}

fn part(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(parts[name].clone()).expect("UTF-8")
}

/// The elements of a part with their attributes, in order.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(it) | Event::Empty(it) => {
                let name = it.name().as_ref().to_owned();
                let attributes = it.attributes().map(|it| {
                    let it = it.expect("an attribute");
                    (it.key.as_ref().to_owned(), it.value.into_owned())
                });
                found.push((name, attributes.collect()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn values(xml: &str, element: &str, attribute: &str) -> Vec<String> {
    let found = elements(xml).into_iter().filter(|it| it.0 == element);
    found.filter_map(|it| it.1.get(attribute).cloned()).collect()
}

#[test]
fn every_part_is_named_typed_and_well_formed() {
    let parts = parts(&everything());
    let types = part(&parts, "[Content_Types].xml");
    let named: BTreeSet<String> = values(&types, "Override", "PartName").into_iter().collect();
    let by_ending: BTreeSet<String> = values(&types, "Default", "Extension").into_iter().collect();
    for (name, bytes) in &parts {
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let xml = std::str::from_utf8(bytes).expect("UTF-8");
            assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\""), "{name}");
            assert!(!elements(xml).is_empty(), "{name}");
        } else {
            assert!(bytes.starts_with(b"\x89PNG"), "{name}");
        }
        let ending = name.rsplit('.').next().unwrap_or_default();
        let plain = matches!(ending, "rels" | "png") && by_ending.contains(ending);
        assert!(
            plain || name == "[Content_Types].xml" || named.contains(&format!("/{name}")),
            "{name} has no type"
        );
    }
    for name in named {
        assert!(parts.contains_key(name.trim_start_matches('/')), "{name} is not there");
    }
}

#[test]
fn every_relation_leads_to_a_part_and_every_reference_to_a_relation() {
    let parts = parts(&everything());
    let relations = part(&parts, "word/_rels/document.xml.rels");
    let mut known = BTreeSet::new();
    for (name, it) in elements(&relations).into_iter().filter(|it| it.0 == "Relationship") {
        assert!(known.insert(it["Id"].clone()), "{name} {} twice", it["Id"]);
        match it.get("TargetMode").map(String::as_str) {
            Some("External") => assert!(it["Target"].starts_with("https://")),
            _ => assert!(parts.contains_key(&format!("word/{}", it["Target"])), "{it:?}"),
        }
    }
    let document = part(&parts, "word/document.xml");
    let mut used: Vec<String> = values(&document, "a:blip", "r:embed");
    assert_eq!(used.len(), 5, "two pictures, two fields and a trend");
    used.extend(values(&document, "w:hyperlink", "r:id"));
    used.extend(values(&document, "w:headerReference", "r:id"));
    used.extend(values(&document, "w:footerReference", "r:id"));
    for id in used {
        assert!(known.contains(&id), "{id} is no relation");
    }
}

#[test]
fn styles_and_numberings_that_are_used_are_there() {
    let parts = parts(&everything());
    let document = part(&parts, "word/document.xml");
    let styles = part(&parts, "word/styles.xml");
    let known: BTreeSet<String> = values(&styles, "w:style", "w:styleId").into_iter().collect();
    let around = [part(&parts, "word/header1.xml"), part(&parts, "word/footer1.xml")].concat();
    for xml in [&document, &around, &styles] {
        for element in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"] {
            for style in values(xml, element, "w:val") {
                assert!(known.contains(&style), "{style} is no style");
            }
        }
    }
    for level in 1..=3 {
        assert!(document.contains(&format!("<w:pStyle w:val=\"Heading{level}\"/>")));
        assert!(styles.contains(&format!("<w:name w:val=\"heading {level}\"/>")));
    }
    let numbering = part(&parts, "word/numbering.xml");
    let numbers: BTreeSet<String> = values(&numbering, "w:num", "w:numId").into_iter().collect();
    let used: BTreeSet<String> = values(&document, "w:numId", "w:val").into_iter().collect();
    assert_eq!(used, numbers);
}

#[test]
fn who_does_not_see_it_hears_it() {
    let parts = parts(&everything());
    let document = part(&parts, "word/document.xml");
    assert_eq!(values(&document, "w:tblHeader", "w:val").len(), 0);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1, "one heading row, repeated");
    let pictures: Vec<_> =
        elements(&document).into_iter().filter(|it| it.0 == "wp:docPr").collect();
    let ids: BTreeSet<&String> = pictures.iter().map(|it| &it.1["id"]).collect();
    assert_eq!(ids.len(), pictures.len(), "ids are unique");
    let spoken = pictures.iter().filter(|it| !it.1["descr"].is_empty()).count();
    let silent = document.matches("<adec:decorative").count();
    assert_eq!((spoken, silent), (3, pictures.len() - 3));
    let core = part(&parts, "docProps/core.xml");
    for told in [
        "<dc:title>Hafen</dc:title>",
        "<dc:language>de-DE</dc:language>",
        "<dc:creator>Stadt Musterstadt</dc:creator>",
        "2026-11-26T00:00:00Z",
    ] {
        assert!(core.contains(told), "no {told} in {core}");
    }
    assert_eq!(values(&part(&parts, "word/styles.xml"), "w:lang", "w:val"), ["de-DE"]);
}

#[test]
fn the_same_paper_is_the_same_file() {
    let first = docx(&everything(), &FONTS).expect("a paper");
    docx(&paper(Vec::new()), &FONTS).expect("a paper");
    assert!(docx(&everything(), &FONTS).expect("a paper") == first, "two files");
}

#[test]
fn text_is_never_markup() {
    let text = "</w:t></w:r><w:r> & \"'<!-- ]]> \u{0}\u{b}\u{fffe} محمد 王";
    let blocks = vec![
        Block::paragraph(Text::from(text).link(text, "https://ankunft.example/?a=1&b=2")),
        Block::List { numbered: true, items: vec![text.into()] },
    ];
    let plain = parts(&paper(blocks.clone()));
    let document = part(&plain, "word/document.xml");
    let runs = elements(&document).into_iter().filter(|it| it.0 == "w:r").count();
    assert_eq!(runs, 3 + 2 + 1, "title, subtitle, byline, two runs and an item");
    assert!(document.contains("محمد 王"), "Word has fonts of its own");
    let mut named = paper(blocks);
    named.title = text.to_owned();
    named.mark = Some(text.to_owned());
    named.keywords = vec![text.to_owned()];
    for (name, bytes) in parts(&named) {
        if name.ends_with(".xml") {
            elements(std::str::from_utf8(&bytes).expect("UTF-8"));
        }
    }
}

#[test]
fn a_page_can_lie_on_its_side() {
    let document = part(&parts(&Paper { landscape: true, ..everything() }), "word/document.xml");
    assert_eq!(values(&document, "w:pgSz", "w:orient"), ["landscape"]);
    assert!(values(&document, "w:tblW", "w:w").iter().all(|it| it == "14342"));
    let upright = part(&parts(&everything()), "word/document.xml");
    assert!(values(&upright, "w:pgSz", "w:orient").is_empty());
}

#[test]
fn a_paper_without_mark_has_no_header() {
    let mut open = paper(vec![Block::paragraph("offen")]);
    open.mark = None;
    let parts = parts(&open);
    assert!(!parts.contains_key("word/header1.xml"));
    assert!(!part(&parts, "word/document.xml").contains("headerReference"));
}
