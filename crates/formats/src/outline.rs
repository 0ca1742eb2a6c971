//! The outline of a text document (DOCX): its headings with their depth, its lists, its paragraphs.

mod styles;

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use self::styles::{Depth, Style, Styles, is_of_contents, level};

/// No part of a document that people write is larger; what is larger is a bomb.
const LARGEST_PART: u64 = 32 << 20;

/// A paragraph that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The depth of a heading, 1 for the outermost; none for what is no heading.
    pub level: Option<u8>,
    /// Whether it is an entry of a list.
    pub is_item: bool,
    /// What it says, without the space around it.
    pub text: String,
    /// Where it stands in a table; none in one of a single column, which is a frame around text.
    pub cell: Option<Cell>,
}

/// A place in a table of a document; all are counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Which table.
    pub table: usize,
    /// Which row of it.
    pub row: usize,
    /// Which cell of the row.
    pub column: usize,
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

/// The paragraphs of a DOCX in their order, without deleted text and without its table of contents.
///
/// A paragraph is a heading by its own outline level, by that of its style or of a style that this
/// is based on, or by the name of the style (`heading 2`, `Überschrift 2`). The first of them that
/// says something counts, also when it says that it is body text. Runs in O(bytes).
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

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Open {
    style: String,
    depth: Option<Depth>,
    is_item: bool,
    text: String,
}

impl Open {
    /// The paragraph; none if it is empty, or a line of a table of contents.
    fn closed(self, styles: &Styles, cell: Option<Cell>) -> Option<Paragraph> {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let depth = self.depth.or_else(|| styles.find(&self.style, |it| it.depth));
        let level = match depth {
            Some(Depth::Heading(level)) => Some(level),
            Some(Depth::Body) | None => None,
        };
        let is = |what: fn(&Style) -> bool| {
            styles.find(&self.style, |it| what(it).then_some(())).is_some()
        };
        let is_item = self.is_item || is(|it| it.is_list);
        let is_left_out =
            text.is_empty() || is_of_contents(&self.style) || is(|it| it.is_of_contents);
        (!is_left_out).then_some(Paragraph { level, is_item, text, cell })
    }
}

/// What is read of a document so far.
#[derive(Debug, Default)]
struct Body {
    all: Vec<Paragraph>,
    /// A text box holds paragraphs within a paragraph.
    open: Vec<Open>,
    is_text: bool,
    /// Where the open tables are; a cell can hold a table.
    cells: Vec<Cell>,
    /// How many columns each table has.
    columns: Vec<usize>,
    /// Whether each open content control is a table of contents.
    controls: Vec<bool>,
}

impl Body {
    fn begins(&mut self, it: &BytesStart<'_>) {
        match it.local_name().as_ref() {
            "p" => self.open.push(Open::default()),
            "t" => self.is_text = true,
            "sdt" => self.controls.push(false),
            "tbl" => {
                self.columns.push(0);
                self.cells.push(Cell { table: self.columns.len(), ..Cell::default() });
            }
            "tr" => {
                if let Some(cell) = self.cells.last_mut() {
                    *cell = Cell { row: cell.row + 1, column: 0, ..*cell };
                }
            }
            "tc" => {
                if let Some(cell) = self.cells.last_mut() {
                    cell.column += 1;
                    let columns = &mut self.columns[cell.table - 1];
                    *columns = cell.column.max(*columns);
                }
            }
            _ => self.says(it),
        }
    }

    /// What an element says of the paragraph or the content control that it stands in.
    fn says(&mut self, it: &BytesStart<'_>) {
        let value = attribute(it, "val").unwrap_or_default();
        if it.local_name().as_ref() == "docPartGallery" {
            if let Some(control) = self.controls.last_mut() {
                *control |= value == "Table of Contents";
            }
            return;
        }
        let Some(here) = self.open.last_mut() else { return };
        match it.local_name().as_ref() {
            "pStyle" => here.style = value,
            "outlineLvl" => here.depth = level(&value),
            "numPr" => here.is_item = true,
            "tab" | "br" | "cr" => here.text.push(' '),
            _ => {}
        }
    }

    fn ends(&mut self, name: &str, styles: &Styles) {
        match name {
            "p" => {
                let cell = self.cells.last().copied();
                let closed = self.open.pop().and_then(|it| it.closed(styles, cell));
                let is_left_out = self.controls.contains(&true);
                self.all.extend(closed.filter(|_| !is_left_out));
            }
            "t" => self.is_text = false,
            "tbl" => {
                self.cells.pop();
            }
            "sdt" => {
                self.controls.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(here) = self.open.last_mut().filter(|_| self.is_text) {
            here.text.push_str(text);
        }
    }

    fn paragraphs(self) -> Vec<Paragraph> {
        let Self { mut all, columns, .. } = self;
        for it in &mut all {
            it.cell = it.cell.filter(|cell| columns[cell.table - 1] > 1);
        }
        all
    }
}

fn paragraphs(xml: &str, styles: &Styles) -> Result<Vec<Paragraph>, OutlineError> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body::default();
    loop {
        match reader.read_event()? {
            Event::Start(it) => body.begins(&it),
            Event::Empty(it) => body.says(&it),
            Event::End(it) => body.ends(it.local_name().as_ref(), styles),
            Event::Text(text) => body.text(&text),
            Event::GeneralRef(name) => body.text(&resolved(&name)),
            Event::Eof => return Ok(body.paragraphs()),
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

    fn style(id: &str, name: &str, more: &str) -> String {
        format!("<w:style w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{more}</w:style>")
    }

    fn said(parts: &[(&str, String)]) -> Vec<(Option<u8>, String)> {
        let all = outline(&docx(parts)).expect("an outline");
        all.into_iter().map(|it| (it.level, it.text)).collect()
    }

    #[test]
    fn a_table_of_contents_is_no_part_of_what_it_lists() {
        let contents = "<w:basedOn w:val=\"berschrift1\"/>\
                        <w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>";
        let styles = [
            style("berschrift1", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"),
            style("Ohne", "Ohne Gliederung", contents),
            style("Inhaltsverzeichnisberschrift", "TOC Heading", contents),
            style("Verzeichnis1", "toc 1", "<w:basedOn w:val=\"Standard\"/>"),
        ]
        .concat();
        let control = |gallery: &str, inner: &str| {
            format!(
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"{gallery}\"/>\
                 </w:docPartObj></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
            )
        };
        let body = [
            p("Inhaltsverzeichnisberschrift", "Inhaltsverzeichnis"),
            p("Verzeichnis1", "1 Wohnen 3"),
            p("TOC2", "1.1 Mieten 4"),
            control("Table of Contents", &[p("", "Inhalt"), p("Eigenes", "2 Sprache 7")].concat()),
            control("Quotations", &p("", "Ein Zitat")),
            p("berschrift1", "Wohnen"),
            p("Ohne", "Sieht aus wie eine Überschrift"),
        ]
        .concat();
        let styles = ("word/styles.xml", format!("<w:styles {W}>{styles}</w:styles>"));
        let expected =
            [(None, "Ein Zitat"), (Some(1_u8), "Wohnen"), (None, "Sieht aus wie eine Überschrift")];
        assert_eq!(
            said(&[document(&body), styles]),
            expected.map(|(level, text)| (level, text.to_owned()))
        );
    }

    #[test]
    fn a_table_is_known_by_its_cells_and_a_frame_is_none() {
        let row = |cells: &[&str]| {
            let cells: String =
                cells.iter().map(|it| format!("<w:tc>{}</w:tc>", p("", it))).collect();
            format!("<w:tr>{cells}</w:tr>")
        };
        let table = |rows: &[String]| format!("<w:tbl>{}</w:tbl>", rows.concat());
        let body = [
            table(&[row(&["Im Rahmen"])]),
            table(&[row(&["Ziel", "Zuständig"]), row(&["", "Jugendamt"])]),
            p("", "Danach"),
        ]
        .concat();
        type Place = Option<(usize, usize, usize)>;
        let found: Vec<(String, Place)> = outline(&docx(&[document(&body)]))
            .expect("an outline")
            .into_iter()
            .map(|it| (it.text, it.cell.map(|it| (it.table, it.row, it.column))))
            .collect();
        let expected: [(&str, Place); 5] = [
            ("Im Rahmen", None),
            ("Ziel", Some((2, 1, 1))),
            ("Zuständig", Some((2, 1, 2))),
            ("Jugendamt", Some((2, 2, 2))),
            ("Danach", None),
        ];
        assert_eq!(found, expected.map(|(text, cell)| (text.to_owned(), cell)));
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
