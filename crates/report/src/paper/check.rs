use super::error::PaperError;
use super::model::{Block, Day, Level, Paper, Picture, Span, Text};
use super::table::Table;

impl Paper {
    /// Checks what both formats ask of a paper.
    ///
    /// # Errors
    ///
    /// The first [`PaperError`] in reading order.
    pub(super) fn check(&self) -> Result<(), PaperError> {
        if self.title.trim().is_empty() {
            return Err(PaperError::NoTitle);
        }
        let code = &self.language;
        if !matches!(code.len(), 2 | 3) || !code.bytes().all(|it| it.is_ascii_lowercase()) {
            return Err(PaperError::Language { code: code.clone() });
        }
        self.date.check()?;
        let mut deepest = 0;
        for (at, block) in self.blocks.iter().enumerate() {
            match block {
                Block::Heading { level, text } => deepest = heading(at, deepest, *level, text)?,
                Block::Picture(picture) => check_picture(at, picture)?,
                Block::Table(table) => check_table(table)?,
                _ => {}
            }
        }
        self.texts().into_iter().flat_map(Text::spans).try_for_each(check_span)
    }

    /// All texts that may hold links, in reading order.
    pub(super) fn texts(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Heading { .. } | Block::PageBreak => {}
                Block::Paragraph { text } => texts.push(text),
                Block::List { items, .. } => texts.extend(items),
                Block::Table(it) => {
                    texts.extend(it.rows.iter().flat_map(|row| &row.cells).chain(&it.notes));
                }
                Block::Picture(it) => texts.extend(it.beside.iter().chain([&it.caption])),
                Block::KeyFigures { figures } => {
                    for figure in figures {
                        texts.push(&figure.value);
                        texts.extend(&figure.notes);
                    }
                }
                Block::Note(it) => texts.extend(&it.text),
                Block::Sources { lines } => texts.extend(lines),
            }
        }
        texts
    }
}

fn heading(at: usize, above: u8, level: Level, text: &str) -> Result<u8, PaperError> {
    if text.trim().is_empty() {
        return Err(PaperError::EmptyHeading { block: at });
    }
    let level = u8::from(level);
    if level > above + 1 {
        return Err(PaperError::SkippedHeading { text: text.to_owned() });
    }
    Ok(level)
}

fn check_picture(at: usize, picture: &Picture) -> Result<(), PaperError> {
    if picture.alt.trim().is_empty() {
        return Err(PaperError::NoAlternative { block: at });
    }
    Ok(())
}

fn check_table(table: &Table) -> Result<(), PaperError> {
    let (caption, columns) = (&table.caption, table.columns.len());
    if columns == 0 {
        return Err(PaperError::NoColumns { caption: caption.clone() });
    }
    match table.rows.iter().position(|it| it.cells.len() != columns) {
        None => Ok(()),
        Some(row) => Err(PaperError::RaggedRow {
            caption: caption.clone(),
            row,
            cells: table.rows[row].cells.len(),
            columns,
        }),
    }
}

fn check_span(span: &Span) -> Result<(), PaperError> {
    let href = match span {
        Span::Plain { .. } | Span::Strong { .. } => return Ok(()),
        Span::Drawing { alt, .. } if alt.trim().is_empty() => return Err(PaperError::NoWords),
        Span::Drawing { .. } => return Ok(()),
        Span::Link { href, .. } => href,
    };
    let rest = href.strip_prefix("https://").or_else(|| href.strip_prefix("http://"));
    let is_whole = rest.is_some_and(|it| !it.is_empty())
        && href.bytes().all(|it| it.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&it));
    if is_whole { Ok(()) } else { Err(PaperError::Link { href: href.clone() }) }
}

impl Day {
    fn check(self) -> Result<(), PaperError> {
        let Self { year, month, day } = self;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day);
        if exists { Ok(()) } else { Err(PaperError::NoSuchDay { year, month, day }) }
    }
}
