use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::desk::{Desk, Lain};
use crate::page::components::{
    Button, Choices, Empty, Field, Notice, Pages, Pair, Problems, Select, Tab, Table, Upload,
};
use crate::page::{Link, Shell, html_with};
use crate::parts::Panel;

/// A plain page of forms and lists, from components one below the other.
///
/// ```
/// use ankunft_platform::languages::{Language, Languages};
/// use ankunft_platform::page::Shell;
/// use ankunft_platform::web::{Block, Sheet};
///
/// let t = Languages::load()?.texts(Language::German);
/// let sheet = Sheet::new(Shell::new(t, "Kontakt"), vec![Block::Text("Rathaus".into())]);
/// assert_eq!(sheet.answer().status(), 200);
/// # Ok::<(), ankunft_platform::languages::LanguageError>(())
/// ```
#[derive(Clone, Debug, Template)]
#[template(path = "sheet.html")]
pub struct Sheet {
    shell: Shell,
    blocks: Vec<Block>,
    desk: Option<Desk>,
}

/// One piece of a [`Sheet`].
#[derive(Clone, Debug)]
pub enum Block {
    /// What is wrong with what was sent.
    Problems(Problems),
    /// A heading of the second level.
    Heading(String),
    /// Paragraphs, one a line.
    Text(String),
    /// A list of links.
    Links(Vec<Link>),
    /// Ways into the house: each a link with the sentence that says what it is for.
    Doors(Vec<(Link, String)>),
    /// What a part has rendered with a template of its own.
    Panel(Panel),
    /// What can be done here, the main thing first.
    Ways(Vec<Link>),
    /// Views of the page: what the links choose, and the links.
    Tabs(String, Vec<Tab>),
    /// Counts in a row.
    Balance(Vec<Pair>),
    /// A bar of choices: the address it asks, and the choices.
    Filters(String, Vec<Select>),
    /// How to read what stands above.
    Reading(String),
    /// More for who wants to know: what it is about, and paragraphs.
    Details(String, Vec<String>),
    /// What is asked for rarely, folded away: what it is, links, and a table.
    Folded(String, Vec<Link>, Option<Table>),
    /// An address or a text that somebody takes along, with a button that copies it.
    Copy(String),
    /// A notice.
    Notice(Notice),
    /// A table.
    Table(Table),
    /// The way through a list in pieces.
    Pages(Pages),
    /// Terms and what they are.
    Pairs(Vec<Pair>),
    /// What stands where nothing is yet.
    Empty(Empty),
    /// A form that changes something.
    Form(FormBlock),
    /// A form that asks; its values stand in the address.
    Search(FormBlock),
    /// A list whose entries have buttons.
    Items(Vec<Item>),
}

/// A form.
#[derive(Clone, Debug)]
pub struct FormBlock {
    /// Where it is sent to.
    pub action: String,
    /// Names and values that the reader does not see.
    pub hidden: Vec<(String, String)>,
    /// What is asked.
    pub inputs: Vec<Input>,
    /// The button that sends it.
    pub button: Button,
    /// How it lies on the desk of its page; none if it stands alone.
    pub desk: Option<Lain>,
}

/// What a form asks.
#[derive(Clone, Debug)]
pub enum Input {
    /// One line of text, or several.
    Field(Field),
    /// One answer out of a list that opens.
    Select(Select),
    /// Answers that all stand there.
    Choices(Choices),
    /// A file. A form with one is read as [`Sent`](super::Sent).
    File(Upload),
}

/// An entry of a list with its buttons.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub title: String,
    /// Its page, if it has one.
    pub href: Option<String>,
    /// More about it.
    pub notes: Vec<String>,
    /// The language of its title and of the first note, if another than the page's.
    pub lang: Option<String>,
    /// What can be done with it.
    pub forms: Vec<FormBlock>,
}

impl FormBlock {
    /// A form that asks nothing yet.
    pub fn new(action: impl Into<String>, button: Button) -> Self {
        Self { action: action.into(), hidden: Vec::new(), inputs: Vec::new(), button, desk: None }
    }

    /// Asks for a line of text.
    #[must_use]
    pub fn field(mut self, field: Field) -> Self {
        self.inputs.push(Input::Field(field));
        self
    }

    /// Asks for one of a list.
    #[must_use]
    pub fn select(mut self, select: Select) -> Self {
        self.inputs.push(Input::Select(select));
        self
    }

    /// Asks for one of a few that all stand there.
    #[must_use]
    pub fn choices(mut self, choices: Choices) -> Self {
        self.inputs.push(Input::Choices(choices));
        self
    }

    /// Asks for a file.
    #[must_use]
    pub fn file(mut self, upload: Upload) -> Self {
        self.inputs.push(Input::File(upload));
        self
    }

    /// Whether it sends files.
    #[must_use]
    pub fn has_files(&self) -> bool {
        self.inputs.iter().any(|it| matches!(it, Input::File(_)))
    }

    /// Sends a value along.
    #[must_use]
    pub fn hidden(mut self, name: &str, value: impl Into<String>) -> Self {
        self.hidden.push((name.to_owned(), value.into()));
        self
    }
}

impl Sheet {
    /// A page of these pieces.
    #[must_use]
    pub const fn new(shell: Shell, blocks: Vec<Block>) -> Self {
        Self { shell, blocks, desk: None }
    }

    /// The same page with all its forms on one desk: whatever is pressed, nothing that was typed is
    /// lost. Forms in panels must have been laid onto it by who made the panel.
    #[must_use]
    pub fn on(self, mut desk: Desk) -> Self {
        let mut lay = |block: Block| match block {
            Block::Form(form) => Block::Form(desk.lay(form)),
            Block::Search(form) => Block::Search(desk.lay_search(form)),
            Block::Items(mut items) => {
                for item in &mut items {
                    item.forms = item.forms.drain(..).map(|it| desk.lay(it)).collect();
                }
                Block::Items(items)
            }
            other => other,
        };
        let mut blocks: Vec<Block> = self.blocks.into_iter().map(&mut lay).collect();
        if let Some(told) = desk.told() {
            let at = usize::from(matches!(blocks.first(), Some(Block::Problems(_))));
            blocks.insert(at, Block::Notice(told));
        }
        Self { blocks, desk: Some(desk), ..self }
    }

    /// The same page with what was typed into one of its forms and could not be saved.
    fn filled(&self) -> Option<Self> {
        let held = self.shell.held.as_ref()?;
        let mut sheet = self.clone();
        let forms = sheet.blocks.iter_mut().flat_map(|block| match block {
            Block::Form(form) => vec![form],
            Block::Items(items) => items.iter_mut().flat_map(|it| &mut it.forms).collect(),
            _ => Vec::new(),
        });
        let fields = { forms }.find_map(|form| held.put_into(form))?;
        if !fields.is_empty() {
            let at = usize::from(matches!(sheet.blocks.first(), Some(Block::Problems(_))));
            let told = held.told(&self.shell.t, &fields);
            sheet.blocks.insert(at, Block::Notice(told));
        }
        sheet.shell.held = None;
        Some(sheet)
    }

    /// The answer with this page.
    #[must_use]
    pub fn answer(&self) -> Response {
        let filled = self.filled();
        html_with(StatusCode::OK, filled.as_ref().unwrap_or(self))
    }

    /// The answer to a refused form: this page with status 422.
    #[must_use]
    pub fn refused(&self) -> Response {
        html_with(StatusCode::UNPROCESSABLE_ENTITY, self)
    }
}
