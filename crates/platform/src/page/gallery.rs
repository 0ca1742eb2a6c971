//! Every component with an example, for who builds pages and for the page check.
//!
//! The examples are defined once, in [`examples`]: the gallery shows them and the tests read the
//! same ones.

mod examples;

use askama::Template;
pub use examples::examples;

use super::components::{
    Button, Choices, Empty, Field, Hint, KeyFigure, Notice, Pages, Pair, Picture, Problems,
    Progress, Remember, Select, Tab, Table, Upload,
};
use super::{Kind, Link, Shell};
use crate::languages::Texts;

/// A component as a page would use it.
#[derive(Clone, Debug)]
pub enum Component {
    /// A link that looks like a button.
    ButtonLink(Link),
    /// Buttons of a form.
    Buttons(Vec<Button>),
    /// A text field or area.
    Field(Field),
    /// A list that opens.
    Select(Select),
    /// Radios or checkboxes.
    Choices(Choices),
    /// A file.
    Upload(Upload),
    /// The summary of what is wrong.
    Problems(Problems),
    /// The bar of filters.
    Filters(Vec<Select>),
    /// A notice.
    Notice(Notice),
    /// A word in a frame.
    Badge(Kind, String),
    /// Figures in a row.
    KeyFigures(Vec<KeyFigure>),
    /// The button that puts something into the reader's Mappe.
    Remember(Remember),
    /// A table.
    Table(Table),
    /// A drawing with its data.
    Picture(Picture),
    /// How to read a measure.
    Reading(String),
    /// More on demand: summary and text.
    Details(String, String),
    /// Terms and what they are.
    Pairs(Vec<Pair>),
    /// Views of a page: what they choose, and the tabs.
    Tabs(String, Vec<Tab>),
    /// The way through a list.
    Pages(Pages),
    /// How far a work is.
    Progress(Progress),
    /// What stands where nothing is yet.
    Empty(Empty),
    /// Counts in a row.
    Balance(Vec<Pair>),
    /// Prüfhinweise.
    Hints(Vec<Hint>),
}

/// One example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its name; the macro's name, with a suffix if a macro has several.
    pub name: &'static str,
    /// What is shown.
    pub component: Component,
}

/// An example as HTML.
#[derive(Template)]
#[template(path = "example.html")]
struct ExampleTemplate<'a> {
    t: &'a Texts,
    component: &'a Component,
}

/// The HTML of a component.
///
/// # Errors
///
/// [`askama::Error`] if a value cannot be printed.
pub fn render(t: &Texts, component: &Component) -> Result<String, askama::Error> {
    ExampleTemplate { t, component }.render()
}

/// An example that is already HTML.
struct Shown {
    name: &'static str,
    html: String,
}

/// The page with all components.
#[derive(Template)]
#[template(path = "gallery.html")]
pub struct GalleryPage {
    shell: Shell,
    examples: Vec<Shown>,
}

impl GalleryPage {
    /// The gallery in the language of the shell.
    ///
    /// # Errors
    ///
    /// [`askama::Error`] if a value cannot be printed.
    pub fn new(shell: Shell) -> Result<Self, askama::Error> {
        let shown = examples(&shell.t).into_iter().map(|Example { name, component }| {
            Ok(Shown { name, html: render(&shell.t, &component)? })
        });
        Ok(Self { examples: shown.collect::<Result<_, askama::Error>>()?, shell })
    }
}

#[cfg(test)]
mod tests;
