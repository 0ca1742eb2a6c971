use super::Link;

/// A figure with its name: one of the row below a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it counts.
    pub label: String,
    /// The figure, formatted: `44,6 %`. Not a number if it is withheld: `nicht gezeigt`.
    pub value: String,
    /// What stands small beside it: `von 1.000 im Jahr`.
    pub unit: Option<String>,
    /// Lines below: the city's value, date, change.
    pub notes: Vec<String>,
    /// Where it is explained.
    pub link: Option<Link>,
    /// The button that puts it into the reader's Mappe.
    pub remember: Option<Remember>,
}

/// The button beside what can be cited, or that it lies in the reader's Mappe already.
///
/// It carries the form token of its reader: a page with one is never kept in a shared cache.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remember {
    /// What the button says.
    pub label: String,
    /// What is remembered, for who does not see where the button stands.
    pub thing: String,
    /// Where the form is sent to.
    pub action: String,
    /// Name and value of what it sends.
    pub fields: Vec<(&'static str, String)>,
    /// The Mappe in which it lies, in place of the button.
    pub lies_in: Option<Link>,
    /// What its reader can make of it.
    pub ways: Vec<Link>,
}

impl KeyFigure {
    /// A figure with nothing around it.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            unit: None,
            notes: Vec::new(),
            link: None,
            remember: None,
        }
    }

    /// Sets what stands small beside it.
    #[must_use]
    pub fn unit(self, unit: impl Into<String>) -> Self {
        Self { unit: Some(unit.into()), ..self }
    }

    /// Adds a line below.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Sets the button that puts it into the reader's Mappe.
    #[must_use]
    pub fn remember(self, remember: Remember) -> Self {
        Self { remember: Some(remember), ..self }
    }

    /// Sets where it is explained.
    #[must_use]
    pub fn link(self, link: Link) -> Self {
        Self { link: Some(link), ..self }
    }
}

/// A table with a caption; the first column heads its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Whether the caption is read out only, because a heading above says the same.
    pub quiet_caption: bool,
    /// The columns, the one of the row heads first.
    pub columns: Vec<Column>,
    /// The rows, in an order that the page decides.
    pub rows: Vec<Row>,
}

impl Table {
    /// The cells of a row after its head, each with its column.
    #[must_use]
    pub fn cells<'a>(&'a self, row: &'a Row) -> Vec<(&'a Column, &'a RowCell)> {
        self.columns.iter().skip(1).zip(&row.cells).collect()
    }

    /// Whether it lists things in words: each with its page, or described in many columns. On a phone
    /// such a list stands as one thing below the other; figures are compared down their column, so they
    /// scroll.
    #[must_use]
    pub fn lists_things(&self) -> bool {
        let (columns, numbers) =
            (self.columns.len(), self.columns.iter().filter(|it| it.numeric).count());
        let has_pages = self.rows.iter().all(|it| it.head.href.is_some());
        let are_things = has_pages && columns > 2 && 2 * numbers < columns - 1;
        are_things || (columns > 3 && numbers == 0)
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it says.
    pub label: String,
    /// Whether its cells are numbers, to be set flush at their end.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row's head.
    pub head: RowCell,
    /// The cells after it, as many as columns after the first.
    pub cells: Vec<RowCell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowCell {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// A share (0–1) to draw as a bar before the text.
    pub bar: Option<f64>,
    /// Small words below.
    pub note: Option<String>,
    /// Whether it holds no more; its note says what does.
    pub is_struck: bool,
    /// The language of what it says, if another than the page's.
    pub lang: Option<&'static str>,
}

impl Eq for RowCell {}

impl RowCell {
    /// A cell of text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell that leads somewhere.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// The same cell with a bar for a share from 0 to 1.
    #[must_use]
    pub fn bar(self, share: f64) -> Self {
        Self { bar: Some(share.clamp(0.0, 1.0)), ..self }
    }

    /// The same cell with small words below.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// The same cell for what holds no more, with what does.
    #[must_use]
    pub fn struck(self, by: impl Into<String>) -> Self {
        Self { is_struck: true, ..self.note(by) }
    }

    /// The same cell, whose text is in this language.
    #[must_use]
    pub fn lang(self, lang: Option<&'static str>) -> Self {
        Self { lang, ..self }
    }

    /// Length of the bar in hundredths of its track, for the attribute `width`.
    #[must_use]
    pub fn bar_width(&self) -> Option<String> {
        self.bar.map(|share| format!("{:.0}", share * 100.0))
    }
}

/// A drawing with its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The drawing: SVG made by this program, printed as it is.
    pub svg: String,
    /// What it shows, in one line below.
    pub caption: Option<String>,
    /// The same as table, CSV, JSON.
    pub data: Vec<Link>,
    /// Its Fundstelle: `/f/9HTB`.
    pub reference: Option<String>,
    /// The GeoJSON that `map.js` offers as an interactive map in place of the drawing: features
    /// with the properties `klasse` (`0`–`4`, `x`), `name`, `text`, `href`.
    pub map: Option<String>,
}

impl Picture {
    /// A drawing with nothing around it.
    pub fn new(svg: impl Into<String>) -> Self {
        Self { svg: svg.into(), caption: None, data: Vec::new(), reference: None, map: None }
    }
}

/// How serious a Prüfhinweis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintKind {
    /// Must be mended before the file can be taken.
    Error,
    /// Should be looked at.
    Warning,
    /// Good to know.
    Note,
}

impl HintKind {
    /// Its class: `f`, `w`, `h`.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Error => "f",
            Self::Warning => "w",
            Self::Note => "h",
        }
    }

    /// The id of its word.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Error => "hinweis-fehler",
            Self::Warning => "hinweis-warnung",
            Self::Note => "hinweis-anmerkung",
        }
    }
}

/// A Prüfhinweis: what was found in a file, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// How serious it is.
    pub kind: HintKind,
    /// What it is, in a few words.
    pub title: String,
    /// The rest of the sentence.
    pub text: String,
    /// Lines of the file with the culprit marked.
    pub lines: Vec<Excerpt>,
    /// File, line, column and advice.
    pub place: Option<String>,
    /// What can be done here.
    pub step: Option<Link>,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line's number, from 1.
    pub line: String,
    /// The line up to the culprit.
    pub before: String,
    /// The culprit.
    pub marked: String,
    /// The line after it.
    pub after: String,
}
