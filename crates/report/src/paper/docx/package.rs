//! The parts around the body, and the archive of them all.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::error::PaperError;
use super::super::model::Paper;
use super::body::{Body, TEXT_WIDTH, TURNED_TEXT_WIDTH};
use super::xml::{field, paragraph, run};
use crate::svg::escape;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The whole file.
pub(super) fn pack(paper: &Paper, body: &Body) -> Result<Vec<u8>, PaperError> {
    let parts = [
        ("[Content_Types].xml", content_types(paper)),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(paper)),
        ("docProps/app.xml", APP.to_owned()),
        ("word/document.xml", document(paper, body)),
        ("word/_rels/document.xml.rels", document_relations(paper, body)),
        ("word/styles.xml", styles(paper)),
        ("word/numbering.xml", numbering(body)),
        ("word/settings.xml", settings(paper)),
        ("word/footer1.xml", footer(paper)),
    ];
    let texts = parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let mark =
        paper.mark.as_ref().map(|it| ("word/header1.xml".to_owned(), header(it).into_bytes()));
    let images = body.images.iter().enumerate();
    let images = images.map(|(at, png)| (format!("word/media/image{}.png", at + 1), png));
    let fault = |it: &dyn std::fmt::Display| PaperError::File { cause: it.to_string() };
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // No day of its own, or the same paper would not be the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in texts.chain(mark) {
        archive.start_file(name, options).map_err(|it| fault(&it))?;
        archive.write_all(&bytes).map_err(|it| fault(&it))?;
    }
    // A PNG is deflated already.
    let options = options.compression_method(CompressionMethod::Stored);
    for (name, png) in images {
        archive.start_file(name, options).map_err(|it| fault(&it))?;
        archive.write_all(png).map_err(|it| fault(&it))?;
    }
    Ok(archive.finish().map_err(|it| fault(&it))?.into_inner())
}

/// Word speaks of languages with their country.
fn language(paper: &Paper) -> String {
    match paper.language.as_str() {
        "de" => "de-DE".to_owned(),
        "en" => "en-GB".to_owned(),
        other => other.to_owned(),
    }
}

fn content_types(paper: &Paper) -> String {
    let mut parts = vec![
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/numbering.xml", format!("{WORD}.numbering+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/word/footer1.xml", format!("{WORD}.footer+xml")),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".into()),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".into(),
        ),
    ];
    if paper.mark.is_some() {
        parts.push(("/word/header1.xml", format!("{WORD}.header+xml")));
    }
    let parts = parts
        .iter()
        .map(|(name, kind)| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>"));
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>{}</Types>",
        parts.collect::<String>()
    )
}

fn relations(relations: &[(String, &str, String, bool)]) -> String {
    let one = |(id, kind, target, outside): &(String, &str, String, bool)| {
        let mode = if *outside { " TargetMode=\"External\"" } else { "" };
        let target = escape(target);
        format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>")
    };
    let all: String = relations.iter().map(one).collect();
    format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{all}</Relationships>")
}

fn package_relations() -> String {
    let core = format!("{RELATIONS}/metadata/core-properties");
    let (document, app) =
        (format!("{RELATION}/officeDocument"), format!("{RELATION}/extended-properties"));
    relations(&[
        ("rDocument".to_owned(), &document, "word/document.xml".to_owned(), false),
        ("rCore".to_owned(), &core, "docProps/core.xml".to_owned(), false),
        ("rApp".to_owned(), &app, "docProps/app.xml".to_owned(), false),
    ])
}

fn document_relations(paper: &Paper, body: &Body) -> String {
    let kind = |name: &str| format!("{RELATION}/{name}");
    let (image, link) = (kind("image"), kind("hyperlink"));
    let mut fixed = vec!["styles", "numbering", "settings", "footer"];
    fixed.extend(paper.mark.as_ref().map(|_| "header"));
    let kinds: Vec<String> = fixed.iter().map(|it| kind(it)).collect();
    let named = fixed.iter().zip(&kinds).map(|(name, kind)| {
        let number = if matches!(*name, "footer" | "header") { "1" } else { "" };
        (format!("r-{name}"), kind.as_str(), format!("{name}{number}.xml"), false)
    });
    let images = (1..=body.images.len()).map(|number| {
        (format!("rImage{number}"), image.as_str(), format!("media/image{number}.png"), false)
    });
    let links = body.links.iter().enumerate();
    let links =
        links.map(|(at, href)| (format!("rLink{}", at + 1), link.as_str(), href.clone(), true));
    relations(&named.chain(images).chain(links).collect::<Vec<_>>())
}

fn core(paper: &Paper) -> String {
    let day = paper.date;
    let at = format!("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day);
    format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><cp:keywords>{}</cp:keywords>\
         <dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified>\
         </cp:coreProperties>",
        escape(&paper.title),
        escape(&paper.subtitle),
        escape(&paper.author),
        escape(&paper.keywords.join(", ")),
        language(paper),
    )
}

const APP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties \
    xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
    <Application>Ankunft</Application></Properties>";

fn document(paper: &Paper, body: &Body) -> String {
    let header = match paper.mark {
        Some(_) => "<w:headerReference w:type=\"default\" r:id=\"r-header\"/>",
        None => "",
    };
    let size = match paper.landscape {
        true => "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
        false => "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    };
    format!(
        "{HEAD}<w:document {NAMESPACES}><w:body>{}<w:sectPr>{header}\
         <w:footerReference w:type=\"default\" r:id=\"r-footer\"/>\
         {size}<w:pgMar w:top=\"1417\" w:right=\"1248\" \
         w:bottom=\"1361\" w:left=\"1248\" w:header=\"680\" w:footer=\"567\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
        body.xml
    )
}

fn header(mark: &str) -> String {
    let inside = paragraph("Header", "", &run(mark, "<w:rStyle w:val=\"Strong\"/>"));
    format!("{HEAD}<w:hdr {NAMESPACES}>{inside}</w:hdr>")
}

fn footer(paper: &Paper) -> String {
    let words = &paper.page_words;
    let runs = [
        run(&format!("{} · {}", paper.title, paper.date_words), ""),
        "<w:r><w:tab/></w:r>".to_owned(),
        run(&format!("{} ", words.page), ""),
        field("PAGE"),
        run(&format!(" {} ", words.of), ""),
        field("NUMPAGES"),
    ];
    let foot = match paper.foot.as_str() {
        "" => String::new(),
        words => paragraph("Footer", "", &run(words, "")),
    };
    format!("{HEAD}<w:ftr {NAMESPACES}>{}{foot}</w:ftr>", paragraph("Footer", "", &runs.concat()))
}

fn styles(paper: &Paper) -> String {
    let width = if paper.landscape { TURNED_TEXT_WIDTH } else { TEXT_WIDTH };
    let styles = include_str!("styles.xml").replace("{language}", &language(paper));
    styles.replace("{width}", &width.to_string())
}

fn settings(paper: &Paper) -> String {
    format!(
        "{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/>\
         <w:defaultTabStop w:val=\"708\"/><w:autoHyphenation/><w:characterSpacingControl \
         w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{}\"/></w:settings>",
        language(paper)
    )
}

fn numbering(body: &Body) -> String {
    let level = |format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
             <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"start\"/><w:pPr>\
             <w:ind w:start=\"357\" w:hanging=\"357\"/></w:pPr></w:lvl>"
        )
    };
    let kind = |id: u8, level: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/>\
             {level}</w:abstractNum>"
        )
    };
    let mut lists = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>".to_owned();
    for number in 2..body.numbered + 2 {
        lists.push_str(&format!(
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"1\"/>\
             <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        ));
    }
    format!(
        "{HEAD}<w:numbering {NAMESPACES}>{}{}{lists}</w:numbering>",
        kind(0, &level("bullet", "–")),
        kind(1, &level("decimal", "%1.")),
    )
}
