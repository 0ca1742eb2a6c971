//! The outline of a text document (DOCX): its headings with their depth, its lists, its paragraphs.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

/// No part of a document that people write is larger; what is larger is a bomb.
const LARGEST_PART: u64 = 32 << 20;
/// Styles are based on one another no deeper than this.
const DEEPEST_STYLE: usize = 16;

/// A paragraph that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The depth of a heading, 1 for the outermost; none for what is no heading.
    pub level: Option<u8>,
    /// Whether it is an entry of a list.
    pub is_item: bool,
    /// What it says, without the space around it.
    pub text: String,
}

/// Why a document has no outline that can be read.
#[derive(Debug, thiserror::Error)]
pub enum OutlineError {
    /// It is no DOCX.
    #[error("not a DOCX: {0}")]
    NoDocument(#[from] ZipError),
    /// A part of it is no XML.
    #[error("a part of the DOCX is not XML: {0}")]
    Broken(#[from] quick_xml::Error),
    /// A part of it cannot be unpacked.
    #[error("a part of the DOCX cannot be unpacked: {0}")]
    Packed(#[from] std::io::Error),
    /// A part of it unpacks to more than 32 MiB.
    #[error("a part of the DOCX unpacks to more than {} MiB", LARGEST_PART >> 20)]
    TooLarge,
}

/// The paragraphs of a DOCX in their order, deleted text left out.
///
/// A paragraph is a heading by its own outline level, by that of its style or of a style that this
/// is based on, or by the name of the style (`heading 2`, `Überschrift 2`). Runs in O(bytes).
///
/// # Errors
///
/// - [`OutlineError`] if the bytes are no DOCX, or a part of it is too large.
///
/// # Examples
///
/// ```
/// use ankunft_formats::outline::outline;
///
/// assert!(outline(b"%PDF-1.7").is_err());
/// ```
pub fn outline(bytes: &[u8]) -> Result<Vec<Paragraph>, OutlineError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let document = part(&mut archive, "word/document.xml")?;
    let styles = match part(&mut archive, "word/styles.xml") {
        Ok(styles) => Styles::read(&styles)?,
        Err(OutlineError::NoDocument(ZipError::FileNotFound)) => Styles::default(),
        Err(error) => return Err(error),
    };
    paragraphs(&document, &styles)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, OutlineError> {
    let mut text = String::new();
    let read = archive.by_name(name)?.take(LARGEST_PART + 1).read_to_string(&mut text)?;
    if read as u64 > LARGEST_PART { Err(OutlineError::TooLarge) } else { Ok(text) }
}

/// An attribute by its name without the prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The depth that an outline level says; 9 is body text.
fn level(value: &str) -> Option<u8> {
    value.parse::<u8>().ok().filter(|it| *it < 9).map(|it| it + 1)
}

/// The depth that a name of a style says: 2 for `heading 2` and `Überschrift 2`.
fn named_level(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let rest = ["heading", "überschrift"].into_iter().find_map(|it| name.strip_prefix(it))?;
    rest.trim().parse().ok().filter(|it| (1..=9).contains(it))
}

/// Paragraph styles by their id.
#[derive(Debug, Default)]
struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    level: Option<u8>,
    is_list: bool,
    based_on: Option<String>,
}

impl Styles {
    fn read(xml: &str) -> Result<Self, OutlineError> {
        let mut reader = Reader::from_str(xml);
        let mut styles = Self::default();
        let mut id = String::new();
        loop {
            match reader.read_event()? {
                Event::Start(it) | Event::Empty(it) => {
                    let name = it.local_name();
                    if name.as_ref() == "style" {
                        id = attribute(&it, "styleId").unwrap_or_default();
                        styles.0.insert(id.clone(), Style::default());
                        continue;
                    }
                    let Some(style) = styles.0.get_mut(&id) else { continue };
                    let value = attribute(&it, "val").unwrap_or_default();
                    match name.as_ref() {
                        "name" => style.level = style.level.or_else(|| named_level(&value)),
                        "outlineLvl" => style.level = level(&value),
                        "basedOn" => style.based_on = Some(value),
                        "numPr" => style.is_list = true,
                        _ => {}
                    }
                }
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    /// What a style says, or the one that it is based on.
    fn find<T>(&self, id: &str, says: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut id = id;
        for _ in 0..DEEPEST_STYLE {
            let style = self.0.get(id)?;
            if let Some(said) = says(style) {
                return Some(said);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Open {
    style: String,
    level: Option<u8>,
    is_item: bool,
    text: String,
}

impl Open {
    fn closed(self, styles: &Styles) -> Option<Paragraph> {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let level = self.level.or_else(|| styles.find(&self.style, |it| it.level));
        let in_list = styles.find(&self.style, |it| it.is_list.then_some(())).is_some();
        let is_item = self.is_item || in_list;
        (!text.is_empty()).then_some(Paragraph { level, is_item, text })
    }
}

fn paragraphs(xml: &str, styles: &Styles) -> Result<Vec<Paragraph>, OutlineError> {
    let mut reader = Reader::from_str(xml);
    let mut all = Vec::new();
    // A text box holds paragraphs within a paragraph.
    let mut open: Vec<Open> = Vec::new();
    let mut is_text = false;
    loop {
        match reader.read_event()? {
            Event::Start(it) if it.local_name().as_ref() == "p" => open.push(Open::default()),
            Event::End(it) if it.local_name().as_ref() == "p" => {
                all.extend(open.pop().and_then(|it| it.closed(styles)));
            }
            Event::Start(it) if it.local_name().as_ref() == "t" => is_text = true,
            Event::End(it) if it.local_name().as_ref() == "t" => is_text = false,
            Event::Start(it) | Event::Empty(it) => {
                let Some(here) = open.last_mut() else { continue };
                let value = attribute(&it, "val").unwrap_or_default();
                match it.local_name().as_ref() {
                    "pStyle" => here.style = value,
                    "outlineLvl" => here.level = level(&value),
                    "numPr" => here.is_item = true,
                    "tab" | "br" | "cr" => here.text.push(' '),
                    _ => {}
                }
            }
            Event::Text(text) if is_text => {
                if let Some(here) = open.last_mut() {
                    here.text.push_str(&text);
                }
            }
            Event::GeneralRef(name) if is_text => {
                if let Some(here) = open.last_mut() {
                    here.text.push_str(&resolved(&name));
                }
            }
            Event::Eof => return Ok(all),
            _ => {}
        }
    }
}

/// The sign that a reference stands for; nothing for one that XML does not know.
fn resolved(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(sign)) = name.resolve_char_ref() {
        return sign.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(name).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    fn docx(parts: &[(&str, String)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
            writer.write_all(text.as_bytes()).expect("bytes");
        }
        writer.finish().expect("an archive").into_inner()
    }

    fn document(body: &str) -> (&'static str, String) {
        ("word/document.xml", format!("<w:document {W}><w:body>{body}</w:body></w:document>"))
    }

    fn p(style: &str, text: &str) -> String {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    }

    #[test]
    fn headings_are_known_by_level_name_and_descent() {
        let styles = format!(
            "<w:styles {W}>\
             <w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
             <w:style w:styleId=\"Ziel\"><w:name w:val=\"Ziel\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
             <w:style w:styleId=\"Zielklein\"><w:name w:val=\"Ziel klein\"/><w:basedOn w:val=\"Ziel\"/></w:style>\
             <w:style w:styleId=\"Liste\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr/></w:pPr></w:style>\
             <w:style w:styleId=\"Kreis\"><w:name w:val=\"Kreis\"/><w:basedOn w:val=\"Kreis\"/></w:style>\
             </w:styles>"
        );
        let body = [
            p("berschrift1", "Wohnen &amp; Leben"),
            p("Ziel", "Ruhige Häuser"),
            p("Zielklein", "Kurze Wege"),
            p("Liste", "Aufsicht stärken"),
            p("Kreis", "Text"),
            p("", "  "),
            "<w:p><w:r><w:t>Ge</w:t></w:r><w:r><w:t xml:space=\"preserve\">teilt </w:t></w:r>\
             <w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:tab/><w:t>hier</w:t></w:r></w:p>"
                .to_owned(),
        ]
        .concat();
        let bytes = docx(&[document(&body), ("word/styles.xml", styles)]);
        let found: Vec<(Option<u8>, bool, String)> = outline(&bytes)
            .expect("an outline")
            .into_iter()
            .map(|it| (it.level, it.is_item, it.text))
            .collect();
        let expected = [
            (Some(1), false, "Wohnen & Leben"),
            (Some(2), false, "Ruhige Häuser"),
            (Some(2), false, "Kurze Wege"),
            (None, true, "Aufsicht stärken"),
            (None, false, "Text"),
            (None, false, "Geteilt hier"),
        ];
        let expected: Vec<(Option<u8>, bool, String)> = expected
            .into_iter()
            .map(|(level, item, text)| (level, item, text.to_owned()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_document_is_refused() {
        assert!(matches!(outline(b"Ziele"), Err(OutlineError::NoDocument(_))));
        let other = docx(&[("content.xml", String::new())]);
        assert!(matches!(outline(&other), Err(OutlineError::NoDocument(_))));
        let broken = docx(&[("word/document.xml", "<w:p><w:t></w:p>".to_owned())]);
        assert!(matches!(outline(&broken), Err(OutlineError::Broken(_))));
        let bomb = docx(&[document(&" ".repeat(33 << 20))]);
        assert!(matches!(outline(&bomb), Err(OutlineError::TooLarge)));
    }
}
