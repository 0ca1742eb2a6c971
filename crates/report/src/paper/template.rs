//! A city's own Word template: placeholders like `{{betreff}}` become what a paper says.
//!
//! Word splits what is typed into runs wherever it likes, and LibreOffice puts bookmarks between
//! them: a placeholder is looked for in the text of a whole paragraph. A value of several lines
//! becomes as many paragraphs of the same style where its placeholder stands alone, and line breaks
//! elsewhere. A template is somebody's file: nothing of it is run, and what unpacks to more than it
//! should is refused.

mod checks;
mod loosen;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use self::checks::{check, depth, is_closed};
use self::loosen::loosened;
use crate::svg::escape;

/// So many files does a template hold at most.
const MOST_FILES: usize = 1_000;
/// So many bytes does a template unpack to at most.
const MOST_BYTES: u64 = 60_000_000;

/// So deep do paragraphs stand within others at most: a text box in a text box is two.
const DEEPEST: usize = 16;

/// Why a file is no template.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum TemplateError {
    /// It is no DOCX.
    #[error("this is no Word document: save it as .docx")]
    NotDocx,
    /// It has macros, or carries other files that programs could run.
    #[error("the document carries {what}: save it as .docx without macros and embedded files")]
    Active {
        /// The name of the part.
        what: String,
    },
    /// It unpacks to more than a template can need.
    #[error("the document is too large when it is unpacked")]
    TooLarge,
    /// It would fetch something from elsewhere when it is opened.
    #[error("{part} takes in something from elsewhere: put it into the document itself")]
    External {
        /// The name of the part.
        part: String,
    },
    /// Its paragraphs stand too deep within others.
    #[error("{part} nests text boxes too deeply: take out some of them")]
    TooDeep {
        /// The name of the part.
        part: String,
    },
    /// A part of it is no XML.
    #[error("{part} cannot be read: open the document in Word or LibreOffice and save it again")]
    Broken {
        /// The name of the part.
        part: String,
    },
}

/// A document made from a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The document.
    pub bytes: Vec<u8>,
    /// The placeholders that had a value.
    pub used: BTreeSet<String>,
    /// The placeholders that had none; they still stand there.
    pub unknown: BTreeSet<String>,
}

/// Fills a template.
///
/// # Errors
///
/// - [`TemplateError`] says why the file cannot be used.
pub fn fill(template: &[u8], values: &BTreeMap<&str, String>) -> Result<Filled, TemplateError> {
    let mut filled = Filled { bytes: Vec::new(), used: BTreeSet::new(), unknown: BTreeSet::new() };
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // No day of its own, or the same paper would not be the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts(template)? {
        let broken = || TemplateError::Broken { part: name.clone() };
        if name.to_ascii_lowercase().ends_with(".rels") && !is_closed(&bytes).ok_or_else(broken)? {
            return Err(TemplateError::External { part: name });
        }
        let bytes = if is_text(&name) {
            let text = String::from_utf8(bytes).map_err(|_| broken())?;
            check(&text).ok_or_else(broken)?;
            if depth(&text) > DEEPEST {
                return Err(TemplateError::TooDeep { part: name });
            }
            let text = part(&text, values, &mut filled);
            check(&text).ok_or_else(broken)?;
            text.into_bytes()
        } else {
            bytes
        };
        let written = archive.start_file(name.clone(), options).is_ok();
        if !written || archive.write_all(&bytes).is_err() {
            return Err(TemplateError::Broken { part: name });
        }
    }
    let done = archive.finish().map_err(|_| TemplateError::NotDocx)?;
    filled.bytes = done.into_inner();
    Ok(filled)
}

/// The placeholders of a template.
///
/// # Errors
///
/// As for [`fill`].
pub fn placeholders(template: &[u8]) -> Result<BTreeSet<String>, TemplateError> {
    Ok(fill(template, &BTreeMap::new())?.unknown)
}

/// Whether people read what stands in a part.
fn is_text(name: &str) -> bool {
    let Some(rest) = name.strip_prefix("word/") else { return false };
    let begins = ["document", "header", "footer", "footnotes", "endnotes"];
    rest.ends_with(".xml") && !rest.contains('/') && begins.iter().any(|it| rest.starts_with(it))
}

fn parts(template: &[u8]) -> Result<Vec<(String, Vec<u8>)>, TemplateError> {
    let mut archive = ZipArchive::new(Cursor::new(template)).map_err(|_| TemplateError::NotDocx)?;
    if archive.len() > MOST_FILES {
        return Err(TemplateError::TooLarge);
    }
    let mut all = Vec::new();
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| TemplateError::NotDocx)?;
        let name = file.name().map_err(|_| TemplateError::NotDocx)?.into_owned();
        if file.is_dir() {
            continue;
        }
        let small = name.to_ascii_lowercase();
        let active = ["vbaproject", "vbadata", "/embeddings/", "/activex/"];
        if active.iter().any(|it| small.contains(it)) {
            return Err(TemplateError::Active { what: name });
        }
        // What a header says of its length is not believed.
        let mut bytes = Vec::new();
        file.take(left + 1).read_to_end(&mut bytes).map_err(|_| TemplateError::NotDocx)?;
        left = left.checked_sub(bytes.len() as u64).ok_or(TemplateError::TooLarge)?;
        all.push((name.clone(), loosened(&name, bytes)));
    }
    let types = all.iter_mut().find(|it| it.0 == "[Content_Types].xml");
    let types = types.map(|it| {
        // What a template of Word (.dotx) is filled into is a document, and says so.
        let text = String::from_utf8_lossy(&it.1).replace(TEMPLATE, DOCUMENT);
        it.1 = text.clone().into_bytes();
        text
    });
    match types {
        Some(types) if types.contains("macroEnabled") => {
            Err(TemplateError::Active { what: "[Content_Types].xml".to_owned() })
        }
        Some(_) if all.iter().any(|it| it.0 == "word/document.xml") => Ok(all),
        _ => Err(TemplateError::NotDocx),
    }
}

/// How the part of a Word template is told in the list of contents, and how that of a document is.
const TEMPLATE: &str = "wordprocessingml.template.main+xml";
const DOCUMENT: &str = "wordprocessingml.document.main+xml";

/// Fills the paragraphs of a part; those within others (text boxes) first.
fn part(text: &str, values: &BTreeMap<&str, String>, filled: &mut Filled) -> String {
    let mut all = String::with_capacity(text.len());
    // Where the paragraphs begin that are not closed yet.
    let mut open: Vec<usize> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("w:p") {
        let (before, tag) = rest.split_at(at);
        all.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |it| it + 1);
        let (tag, after) = tag.split_at(end);
        let begins = all.ends_with('<') && matches!(tag.as_bytes().get(3), Some(b'>' | b' '));
        let ends = all.ends_with("</") && tag == "w:p>";
        if begins && !tag.ends_with("/>") {
            open.push(all.len() - 1);
        }
        all.push_str(tag);
        if let Some(from) = open.pop_if(|_| ends) {
            let paragraph = all.split_off(from);
            all.push_str(&self::paragraph(&paragraph, values, filled));
        }
        rest = after;
    }
    all.push_str(rest);
    all
}

/// A text of a run: where it stands in the paragraph, and what it says.
struct Piece {
    from: usize,
    to: usize,
    says: String,
}

fn pieces(paragraph: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(found) = paragraph[at..].find("<w:t") {
        let tag = at + found;
        let Some(end) = paragraph[tag..].find('>') else { break };
        let from = tag + end + 1;
        let is_text = matches!(paragraph.as_bytes().get(tag + 4), Some(b'>' | b' '));
        if !is_text || paragraph[tag..from].ends_with("/>") {
            at = from;
            continue;
        }
        let Some(length) = paragraph[from..].find("</w:t>") else { break };
        let to = from + length;
        let says = quick_xml::escape::unescape(&paragraph[from..to]);
        all.push(Piece { from, to, says: says.map_or_else(|_| String::new(), Into::into) });
        at = to;
    }
    all
}

/// The placeholders in a text: where each begins and ends, and its name.
fn named(text: &str) -> Vec<(usize, usize, String)> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find("{{") {
        let from = at + found;
        let Some(length) = text[from..].find("}}") else { break };
        let name = text[from + 2..from + length].trim().to_lowercase();
        let is_name = !name.is_empty()
            && name.len() <= 60
            && name.chars().all(|it| it.is_alphanumeric() || "-_".contains(it));
        if is_name {
            all.push((from, from + length + 2, name));
            at = from + length + 2;
        } else {
            at = from + 2;
        }
    }
    all
}

fn paragraph(paragraph: &str, values: &BTreeMap<&str, String>, filled: &mut Filled) -> String {
    let pieces = pieces(paragraph);
    let whole: String = pieces.iter().map(|it| it.says.as_str()).collect();
    let found = named(&whole);
    let mut known = Vec::new();
    for (from, to, name) in found {
        match values.get(name.as_str()) {
            Some(value) => {
                filled.used.insert(name);
                known.push((from, to, value.as_str()));
            }
            None => {
                filled.unknown.insert(name);
            }
        }
    }
    match known.as_slice() {
        [] => paragraph.to_owned(),
        [(_, _, value)] if is_alone(&whole) && value.contains('\n') => many(paragraph, value),
        _ => inline(paragraph, &pieces, &known),
    }
}

fn is_alone(whole: &str) -> bool {
    let text = whole.trim();
    text.starts_with("{{") && text.find("}}") == Some(text.len() - 2)
}

/// What stands between two tags within a text, the tags among it.
fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let Some(from) = text.find(begin) else { return "" };
    text[from..].find(end).map_or("", |length| &text[from..from + length + end.len()])
}

/// As many paragraphs of the same style as the value has lines.
fn many(paragraph: &str, value: &str) -> String {
    let style = between(paragraph, "<w:pPr>", "</w:pPr>");
    let section = between(style, "<w:sectPr", "</w:sectPr>");
    let plain = style.replace(section, "");
    let plain = if section.is_empty() { style.to_owned() } else { plain };
    let body = paragraph.split_once("</w:pPr>").map_or(paragraph, |it| it.1);
    let letters = between(body, "<w:rPr>", "</w:rPr>");
    let lines: Vec<&str> = value.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    let one = |(at, line): (usize, &&str)| {
        let style = if at == last { style } else { plain.as_str() };
        let text = escape(line);
        format!("<w:p>{style}<w:r>{letters}<w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    };
    lines.iter().enumerate().map(one).collect()
}

/// Values in the middle of a text: each stands where its placeholder began, and what is left of
/// the placeholder in later runs goes.
fn inline(paragraph: &str, pieces: &[Piece], known: &[(usize, usize, &str)]) -> String {
    let mut all = String::with_capacity(paragraph.len());
    let (mut at, mut copied) = (0, 0);
    for piece in pieces {
        let (begin, end) = (at, at + piece.says.len());
        at = end;
        let mut text = String::new();
        let mut here = begin;
        for (from, to, value) in known.iter().filter(|it| it.0 < end && it.1 > begin) {
            if *from > here {
                text.push_str(&escape(&piece.says[here - begin..from - begin]));
            }
            if *from >= begin {
                let lines: Vec<String> = value.lines().map(escape).collect();
                text.push_str(&lines.join("</w:t><w:br/><w:t xml:space=\"preserve\">"));
            }
            here = (*to).min(end);
        }
        if here == begin {
            continue;
        }
        text.push_str(&escape(&piece.says[here - begin..]));
        // The tag of the run's text may not have kept the space around it.
        let tag = paragraph[..piece.from].rfind("<w:t").unwrap_or(piece.from);
        all.push_str(&paragraph[copied..tag]);
        all.push_str("<w:t xml:space=\"preserve\">");
        all.push_str(&text);
        copied = piece.to;
    }
    all.push_str(&paragraph[copied..]);
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn filled(xml: &str, values: &[(&'static str, &str)]) -> (String, Filled) {
        let values = values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let mut filled =
            Filled { bytes: Vec::new(), used: BTreeSet::new(), unknown: BTreeSet::new() };
        (part(xml, &values, &mut filled), filled)
    }

    fn run(text: &str) -> String {
        format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>")
    }

    #[test]
    fn what_a_template_of_word_is_filled_into_is_a_document() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let types = format!("<Types><Override ContentType=\"application/{TEMPLATE}\"/></Types>");
        for (name, text) in [("[Content_Types].xml", &*types), ("word/document.xml", "<w:body/>")] {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        let template = archive.finish().unwrap().into_inner();
        let filled = fill(&template, &BTreeMap::new()).unwrap();
        let mut filled = ZipArchive::new(Cursor::new(filled.bytes)).unwrap();
        let mut types = String::new();
        filled.by_name("[Content_Types].xml").unwrap().read_to_string(&mut types).unwrap();
        assert_eq!(
            types,
            format!("<Types><Override ContentType=\"application/{DOCUMENT}\"/></Types>")
        );
    }

    #[test]
    fn a_placeholder_split_over_runs_is_found() {
        let xml = format!(
            "<w:p>{}<w:bookmarkStart w:id=\"1\"/>{}{}{}</w:p>",
            run("Betreff: {"),
            run("{be"),
            run("treff}"),
            run("} am Ende"),
        );
        let (text, filled) = filled(&xml, &[("betreff", "Räume & <mehr>")]);
        let says: String = pieces(&text).iter().map(|it| it.says.as_str()).collect();
        assert_eq!(says, "Betreff: Räume & <mehr> am Ende");
        assert!(filled.used.contains("betreff") && filled.unknown.is_empty());
        assert!(text.contains("<w:bookmarkStart"), "what else stands there stays");
    }

    #[test]
    fn several_lines_are_several_paragraphs_of_the_same_style() {
        let style = "<w:pPr><w:pStyle w:val=\"Text\"/><w:sectPr><w:x/></w:sectPr></w:pPr>";
        let xml = format!("<w:body><w:p>{style}{}</w:p></w:body>", run("{{ Begruendung }}"));
        let (text, _) = filled(&xml, &[("begruendung", "eins\n\nzwei\ndrei")]);
        assert_eq!(text.matches("<w:p>").count(), 3);
        assert_eq!(text.matches("w:val=\"Text\"").count(), 3);
        assert_eq!(text.matches("<w:sectPr>").count(), 1, "a section ends once");
        assert!(text.contains("<w:b/>"), "letters stay as they were");
    }

    #[test]
    fn what_has_no_value_stays_and_is_told() {
        let xml = format!("<w:p>{}</w:p>", run("{{unterschrft}} {{betreff}} {{ }} {{a b}}"));
        let (text, filled) = filled(&xml, &[("betreff", "B")]);
        assert!(text.contains("{{unterschrft}} B {{ }} {{a b}}"));
        assert_eq!(filled.unknown.into_iter().collect::<Vec<_>>(), ["unterschrft"]);
    }

    #[test]
    fn a_text_box_within_a_paragraph_is_filled_too() {
        let inner = format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run("{{nummer}}"));
        let xml = format!("<w:p>{}<w:r><w:pict>{inner}</w:pict></w:r></w:p>", run("{{betreff}}"));
        let (text, _) = filled(&xml, &[("nummer", "7"), ("betreff", "B")]);
        let says: String = pieces(&text).iter().map(|it| it.says.as_str()).collect();
        assert_eq!(says, "B7");
    }

    proptest! {
        #[test]
        fn wherever_word_splits_the_text_is_the_same(
            cuts in proptest::collection::vec(0_usize..40, 0..8), value in "[^\\p{C}]{0,30}",
        ) {
            let text = "Zu {{betreff}} und {{nummer}} gilt:";
            let mut cuts: Vec<usize> = cuts.into_iter().map(|it| it.min(text.len())).collect();
            cuts.extend([0, text.len()]);
            cuts.sort_unstable();
            let runs: String = cuts.windows(2).map(|it| run(&text[it[0]..it[1]])).collect();
            let (xml, _) = filled(&format!("<w:p>{runs}</w:p>"), &[("betreff", &value), ("nummer", "7")]);
            prop_assert!(check(&xml).is_some());
            let says: String = pieces(&xml).iter().map(|it| it.says.as_str()).collect();
            prop_assert_eq!(says, format!("Zu {value} und 7 gilt:"));
        }
    }
}
