use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Arg, Texts};

/// A text that is chosen now and said later, in the language of whoever reads it.
///
/// ```
/// use ankunft_platform::languages::{Language, Languages, Phrase};
///
/// let phrase = Phrase::new("anzahl-zeilen").with("zahl", 8640);
/// let kept = Phrase::read(&phrase.written());
/// let t = Languages::load()?.texts(Language::German);
/// assert_eq!(kept.say(&t), "8.640 Zeilen");
/// # Ok::<(), ankunft_platform::languages::LanguageError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The id of the text.
    pub id: String,
    /// Its arguments: numbers choose plural forms, everything else is taken as it is.
    #[serde(default)]
    pub args: Vec<(String, Value)>,
}

impl Phrase {
    /// The text of an id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// The same text with an argument.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.args.push((name.into(), value.into()));
        self
    }

    /// As it is stored.
    #[must_use]
    pub fn written(&self) -> String {
        serde_json::json!(self).to_string()
    }

    /// What was stored. Anything else is taken as an id.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_else(|_| Self::new(text))
    }

    /// The text in a reader's language; its id if this version of the program does not know it.
    #[must_use]
    pub fn say(&self, t: &Texts) -> String {
        if !t.has(&self.id) {
            return self.id.clone();
        }
        let arg = |value: &Value| match value {
            Value::String(text) => Arg::from(text.as_str()),
            Value::Number(number) => Arg::from(number.as_f64().unwrap_or_default()),
            other => Arg::from(other.to_string()),
        };
        let args: Vec<_> = self.args.iter().map(|it| (it.0.as_str(), arg(&it.1))).collect();
        t.with(&self.id, &args)
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}
