//! Blocks as WordprocessingML.

use super::super::drawn::{self, Raster};
use super::super::error::PaperError;
use super::super::fonts::Fonts;
use super::super::model::{Block, KeyFigure, Level, Note, Paper, Picture, Span, Text};
use super::super::table::{Align, Row, Table};
use super::xml::{paragraph, run};
use crate::svg::escape;

/// What the blocks became, and what else the package needs for them.
pub(super) struct Body {
    /// What stands in `w:body` before the properties of the section.
    pub(super) xml: String,
    /// Addresses that links lead to; the first one is the relation `rLink1`.
    pub(super) links: Vec<String>,
    /// Pictures as PNG; the first one is the relation `rImage1`.
    pub(super) images: Vec<Vec<u8>>,
    /// So many numbered lists there are; each counts from 1.
    pub(super) numbered: usize,
}

/// Width between the margins, of a page and of one on its side, in twentieths of a point, and in EMU of
/// which 635 make one.
pub(super) const TEXT_WIDTH: u32 = 9_410;
pub(super) const TURNED_TEXT_WIDTH: u32 = 14_342;
const EMU: u64 = 635;

/// So many dots a picture has that takes the whole width: 216 an inch.
const DOTS: u32 = 1_412;

/// The height of a field of a legend, in EMU, and its width in dots.
const FIELD_HEIGHT: u64 = 110_000;
const FIELD_DOTS: u32 = 88;

/// The width of a drawing within a line, in dots.
const DRAWING_DOTS: u32 = 480;

pub(super) fn write(paper: &Paper, fonts: &Fonts) -> Result<Body, PaperError> {
    let body = Body { xml: String::new(), links: Vec::new(), images: Vec::new(), numbered: 0 };
    let width = if paper.landscape { TURNED_TEXT_WIDTH } else { TEXT_WIDTH };
    let mut writer = Writer { body, fonts, paper, width, at: 0 };
    writer.add("Title", "", &run(&paper.title, ""));
    if !paper.subtitle.is_empty() {
        writer.add("Subtitle", "", &run(&paper.subtitle, ""));
    }
    writer.add("Byline", "", &run(&format!("{} · {}", paper.author, paper.date_words), ""));
    for (at, block) in paper.blocks.iter().enumerate() {
        writer.at = at;
        writer.block(block)?;
    }
    Ok(writer.body)
}

struct Writer<'a> {
    body: Body,
    fonts: &'a Fonts,
    paper: &'a Paper,
    /// Width between the margins, in twentieths of a point.
    width: u32,
    /// The block that is written, for who has to look for what is wrong in it.
    at: usize,
}

impl Writer<'_> {
    fn add(&mut self, style: &str, properties: &str, runs: &str) {
        self.body.xml.push_str(&paragraph(style, properties, runs));
    }

    fn add_text(&mut self, style: &str, text: &Text) -> Result<(), PaperError> {
        let runs = self.runs(text, "")?;
        self.add(style, "", &runs);
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), PaperError> {
        match block {
            Block::Heading { level, text } => {
                let style = match level {
                    Level::One => "Heading1",
                    Level::Two => "Heading2",
                    Level::Three => "Heading3",
                };
                self.add(style, "", &run(text, ""));
            }
            Block::Paragraph { text } => self.add_text("BodyText", text)?,
            Block::List { numbered, items } => self.list(*numbered, items)?,
            Block::Table(table) => self.table(table)?,
            Block::Picture(picture) => self.picture(picture)?,
            Block::KeyFigures { figures } => {
                figures.iter().try_for_each(|it| self.key_figure(it))?;
            }
            Block::Note(note) => self.note(note)?,
            Block::Sources { lines } => {
                lines.iter().try_for_each(|it| self.add_text("Sources", it))?;
            }
            Block::PageBreak => {
                self.add("BodyText", "", "<w:r><w:br w:type=\"page\"/></w:r>");
            }
        }
        Ok(())
    }

    fn runs(&mut self, text: &Text, properties: &str) -> Result<String, PaperError> {
        let mut runs = String::new();
        for span in text.spans() {
            match span {
                Span::Plain { text } => runs.push_str(&run(text, properties)),
                Span::Strong { text } => {
                    runs.push_str(&run(text, &format!("<w:rStyle w:val=\"Strong\"/>{properties}")));
                }
                Span::Link { text, href } => {
                    let number = self.link(href);
                    let run = run(text, &format!("<w:rStyle w:val=\"Hyperlink\"/>{properties}"));
                    runs.push_str(&format!(
                        "<w:hyperlink r:id=\"rLink{number}\" w:history=\"1\">{run}</w:hyperlink>"
                    ));
                }
                Span::Drawing { svg, height_pt, alt } => {
                    let svg = drawn::standing_alone(svg, "", self.fonts);
                    let drawn = drawn::raster(&svg, DRAWING_DOTS, self.at, self.fonts)?;
                    let height = u64::from(*height_pt) * 20 * EMU;
                    let width = height * u64::from(drawn.width) / u64::from(drawn.height.max(1));
                    runs.push_str(&self.image(drawn, width, Some(alt)));
                }
            }
        }
        Ok(runs)
    }

    /// The number of the relation of an address, from 1.
    fn link(&mut self, href: &str) -> usize {
        if let Some(at) = self.body.links.iter().position(|it| it == href) {
            return at + 1;
        }
        self.body.links.push(href.to_owned());
        self.body.links.len()
    }

    /// Bulleted lists are the numbering 1; each numbered one has its own from 2, to begin anew.
    fn list(&mut self, numbered: bool, items: &[Text]) -> Result<(), PaperError> {
        self.body.numbered += usize::from(numbered);
        let (style, number) = match numbered {
            true => ("ListNumber", self.body.numbered + 1),
            false => ("ListBullet", 1),
        };
        let properties =
            format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        for item in items {
            let runs = self.runs(item, "")?;
            self.add(style, &properties, &runs);
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), PaperError> {
        if self.paper.says_caption(self.at) {
            self.add("Caption", "<w:keepNext/>", &run(&table.caption, ""));
        }
        let whole = self.width;
        let widths = table.widths(self.paper.room());
        let widths: Vec<u32> = widths.into_iter().map(|it| whole * it / 1000).collect();
        let grid: String = widths.iter().map(|it| format!("<w:gridCol w:w=\"{it}\"/>")).collect();
        let (first, caption) = (u8::from(table.row_headings), escape(&table.caption));
        self.body.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"PaperTable\"/>\
             <w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0{}\" w:firstRow=\"1\" w:lastRow=\"0\" \
             w:firstColumn=\"{first}\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{caption}\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            if table.row_headings { "6A0" } else { "620" },
        ));
        let titles = table.columns.iter().map(|it| Text::from(it.title.as_str())).collect();
        self.row(table, &widths, &Row { cells: titles, total: false }, true)?;
        for row in &table.rows {
            self.row(table, &widths, row, false)?;
        }
        self.body.xml.push_str("</w:tbl>");
        // Two tables without a paragraph between them are one to Word.
        if table.notes.is_empty() {
            self.add("TableNote", "", "");
        }
        table.notes.iter().try_for_each(|it| self.add_text("TableNote", it))
    }

    fn row(
        &mut self,
        table: &Table,
        widths: &[u32],
        row: &Row,
        is_head: bool,
    ) -> Result<(), PaperError> {
        let head = if is_head { "<w:tblHeader/>" } else { "" };
        self.body.xml.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>"));
        let strong = if row.total { "<w:b/><w:bCs/>" } else { "" };
        for ((cell, column), width) in row.cells.iter().zip(&table.columns).zip(widths) {
            let runs = self.runs(cell, strong)?;
            let side = match column.align {
                Align::Start => "",
                Align::End => "<w:jc w:val=\"end\"/>",
            };
            let inside = paragraph("TableText", side, &runs);
            self.body.xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{inside}</w:tc>"
            ));
        }
        self.body.xml.push_str("</w:tr>");
        Ok(())
    }

    fn picture(&mut self, picture: &Picture) -> Result<(), PaperError> {
        let share = u32::from(picture.width_percent.clamp(20, 100));
        let svg = drawn::figure(picture, self.fonts);
        let drawn = drawn::raster(&svg, DOTS * share / 100, self.at, self.fonts)?;
        let width = u64::from(self.width * share / 100) * EMU;
        let image = self.image(drawn, width, Some(&picture.alt));
        self.add("Figure", "<w:keepNext/>", &image);
        if !picture.legend.is_empty() {
            let mut runs = String::new();
            let fields = drawn::fields(picture, self.fonts);
            for (field, item) in fields.iter().zip(&picture.legend) {
                let drawn = drawn::raster(field, FIELD_DOTS, self.at, self.fonts)?;
                let width = FIELD_HEIGHT * u64::from(drawn.width) / u64::from(drawn.height.max(1));
                runs.push_str(&self.image(drawn, width, None));
                runs.push_str(&run(&format!("\u{a0}{}    ", item.text), ""));
            }
            self.add("Legend", "<w:keepNext/>", &runs);
        }
        if !picture.caption.spans().is_empty() {
            self.add_text("Caption", &picture.caption)?;
        }
        for (at, line) in picture.beside.iter().enumerate() {
            self.add_text(if at == 0 { "Note" } else { "BodyText" }, line)?;
        }
        Ok(())
    }

    /// A picture within a line; one without words is said to be decoration.
    fn image(&mut self, drawn: Raster, width: u64, alt: Option<&str>) -> String {
        let height = width * u64::from(drawn.height) / u64::from(drawn.width.max(1));
        self.body.images.push(drawn.png);
        let number = self.body.images.len();
        let about = match alt {
            Some(alt) => format!(" descr=\"{}\"/>", escape(alt)),
            None => DECORATIVE.to_owned(),
        };
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" \
             name=\"{number}\"{about}<a:graphic xmlns:a=\"{A}\"><a:graphicData uri=\"{PIC}\">\
             <pic:pic xmlns:pic=\"{PIC}\"><pic:nvPicPr><pic:cNvPr id=\"{number}\" \
             name=\"image{number}.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
             <a:blip r:embed=\"rImage{number}\"/><a:stretch><a:fillRect/></a:stretch>\
             </pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\">\
             <a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        )
    }

    fn key_figure(&mut self, figure: &KeyFigure) -> Result<(), PaperError> {
        self.add("KeyFigureName", "<w:keepNext/>", &run(&figure.name, ""));
        let value = self.runs(&figure.value, "")?;
        let next = if figure.notes.is_empty() { "" } else { "<w:keepNext/>" };
        self.add("KeyFigure", next, &value);
        figure.notes.iter().try_for_each(|it| self.add_text("KeyFigureNote", it))
    }

    fn note(&mut self, note: &Note) -> Result<(), PaperError> {
        if !note.title.is_empty() {
            let title = run(&note.title, "<w:rStyle w:val=\"Strong\"/>");
            self.add("Note", "<w:keepNext/>", &title);
        }
        note.text.iter().try_for_each(|it| self.add_text("Note", it))
    }
}

const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const DECORATIVE: &str = " descr=\"\"><a:extLst \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
    <a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative \
    xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/>\
    </a:ext></a:extLst></wp:docPr>";
