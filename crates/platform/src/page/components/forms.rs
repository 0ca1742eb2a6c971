use super::Link;
use crate::languages::{Arg, Texts};

/// One line of text, or several.
///
/// ```
/// use ankunft_platform::page::components::Field;
///
/// let field = Field::new("name", "Name des Quartiers").hint("wie im Stadtplan").value("Nord");
/// assert_eq!(field.id(), "feld-name");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name sent with the form.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// What is wrong with what was typed, and what to do.
    pub error: Option<String>,
    /// What was typed.
    pub value: String,
    /// The type of the input: `text`, `email`, `password`, `date`, `search`.
    pub kind: &'static str,
    /// The keyboard of phones: `numeric`, `decimal`.
    pub inputmode: Option<&'static str>,
    /// What a browser may fill in: `username`, `current-password`.
    pub autocomplete: Option<&'static str>,
    /// Whether it may stay empty; said after the label.
    pub optional: bool,
    /// Lines of a text area; `None` is a single line.
    pub rows: Option<u8>,
}

impl Field {
    /// An empty single line of text that must be filled in.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            hint: None,
            error: None,
            value: String::new(),
            kind: "text",
            inputmode: None,
            autocomplete: None,
            optional: false,
            rows: None,
        }
    }

    /// Sets how to answer.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Sets what is wrong.
    #[must_use]
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    /// Sets what was typed.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// Sets the type of the input.
    #[must_use]
    pub fn kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    /// Sets the keyboard of phones.
    #[must_use]
    pub fn inputmode(self, mode: &'static str) -> Self {
        Self { inputmode: Some(mode), ..self }
    }

    /// Sets what a browser may fill in.
    #[must_use]
    pub fn autocomplete(self, what: &'static str) -> Self {
        Self { autocomplete: Some(what), ..self }
    }

    /// Says that it may stay empty.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Makes it a text area of so many lines.
    #[must_use]
    pub fn rows(self, rows: u8) -> Self {
        Self { rows: Some(rows), ..self }
    }

    /// The id of its input, for links of the error summary.
    #[must_use]
    pub fn id(&self) -> String {
        id(&self.name)
    }

    /// The ids of its hint and error for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value sent with the form.
    pub value: String,
    /// What it says.
    pub label: String,
    /// More about it (radios and checkboxes).
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// An answer that is chosen if its value is the current one.
    pub fn new(value: impl Into<String>, label: impl Into<String>, current: &str) -> Self {
        let value = value.into();
        Self { chosen: value == current, value, label: label.into(), hint: None }
    }
}

/// One answer out of a list that opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select {
    /// The name sent with the form.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// The answers.
    pub choices: Vec<Choice>,
    /// The values of those answers that are in another language than the page, and in which.
    pub foreign: Vec<(String, &'static str)>,
}

impl Select {
    /// A list without hint and error.
    pub fn new(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        let (name, label, foreign) = (name.into(), label.into(), Vec::new());
        Self { name, label, hint: None, error: None, choices, foreign }
    }

    /// The language of an answer, if another than the page's.
    #[must_use]
    pub fn lang(&self, choice: &Choice) -> Option<&'static str> {
        self.foreign.iter().find(|it| it.0 == choice.value).map(|it| it.1)
    }

    /// The id of its input.
    #[must_use]
    pub fn id(&self) -> String {
        id(&self.name)
    }

    /// The ids of its hint and error for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// Answers that all stand there: radios, or checkboxes if several may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The name sent with the form.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// How to answer.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// The answers.
    pub choices: Vec<Choice>,
    /// Whether several may be chosen.
    pub several: bool,
}

impl Choices {
    /// Radios: one answer.
    pub fn one(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            hint: None,
            error: None,
            choices,
            several: false,
        }
    }

    /// Checkboxes: any number of answers.
    pub fn several(
        name: impl Into<String>,
        label: impl Into<String>,
        choices: Vec<Choice>,
    ) -> Self {
        Self { several: true, ..Self::one(name, label, choices) }
    }

    /// The id of the group; the first input has it with `-1`, and so on.
    #[must_use]
    pub fn id(&self) -> String {
        id(&self.name)
    }

    /// The ids of its hint and error for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// A file to send. The form needs `enctype="multipart/form-data"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The name sent with the form.
    pub name: String,
    /// What is asked for.
    pub label: String,
    /// Which files are read and how large they may be.
    pub hint: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// Endings and types for the file dialogue: `.csv,.xlsx`.
    pub accept: Option<String>,
}

impl Upload {
    /// A file that must be sent.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), hint: None, error: None, accept: None }
    }

    /// Sets which files are read and how large they may be.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Sets endings and types for the file dialogue.
    #[must_use]
    pub fn accept(self, accept: impl Into<String>) -> Self {
        Self { accept: Some(accept.into()), ..self }
    }

    /// Sets what is wrong.
    #[must_use]
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    /// The id of its input.
    #[must_use]
    pub fn id(&self) -> String {
        id(&self.name)
    }

    /// The ids of its hint and error for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self) -> Option<String> {
        described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}

/// The summary above a refused form: each line leads to its field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The lines.
    pub items: Vec<Link>,
}

impl Problems {
    /// Adds a line that leads to the field of this name.
    pub fn add(&mut self, field: &str, text: impl Into<String>) {
        self.items.push(Link::new(text, format!("#{}", id(field))));
    }

    /// Adds a line that leads to the first of the [`Choices`] of this name.
    pub fn add_choices(&mut self, field: &str, text: impl Into<String>) {
        self.items.push(Link::new(text, format!("#{}-1", id(field))));
    }

    /// The text for one field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<String> {
        let target = format!("#{}", id(field));
        let group = format!("{target}-1");
        let found = self.items.iter().find(|it| it.href == target || it.href == group)?;
        Some(found.label.clone())
    }

    /// How many entries are wrong, in words.
    #[must_use]
    pub fn title(&self, t: &Texts) -> String {
        t.with("fehlerliste-titel", &[("zahl", Arg::from(self.items.len()))])
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// A button that sends its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it does.
    pub label: String,
    /// How much weight it has: `primary` (one a page), `secondary`, `tertiary`, `quiet`.
    pub weight: &'static str,
    /// What it does that to, for who hears the button without the entry that it stands in.
    pub of: Option<String>,
    /// Name and value sent with the form.
    pub sends: Option<(String, String)>,
}

impl Button {
    /// The page's main button.
    pub fn primary(label: impl Into<String>) -> Self {
        Self { label: label.into(), weight: "primary", of: None, sends: None }
    }

    /// A button beside the main one.
    pub fn secondary(label: impl Into<String>) -> Self {
        Self { label: label.into(), weight: "secondary", of: None, sends: None }
    }

    /// A small button in an entry of a list, and what the entry is.
    pub fn quiet(label: impl Into<String>, of: impl Into<String>) -> Self {
        Self { label: label.into(), weight: "quiet", of: Some(of.into()), sends: None }
    }

    /// The same button with what it sends.
    #[must_use]
    pub fn sends(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { sends: Some((name.into(), value.into())), ..self }
    }
}

fn id(name: &str) -> String {
    format!("feld-{name}")
}

fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    let ids: Vec<String> = [(hint, "hinweis"), (error, "fehler")]
        .into_iter()
        .filter(|(present, _)| *present)
        .map(|(_, suffix)| format!("{}-{suffix}", id(name)))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
