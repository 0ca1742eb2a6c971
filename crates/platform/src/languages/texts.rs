use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use super::figures::{self, Figures};
use super::{Arg, Language, LanguageError};

/// The texts of one language and its way to write numbers, dates and lists.
///
/// Cheap to clone and free to cross threads: pages carry one with them.
#[derive(Clone)]
pub struct Texts(Arc<Voice>);

/// What is behind [`Texts`].
pub(super) struct Voice {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    figures: Figures,
}

impl Voice {
    /// Builds a language from its files (path, source).
    pub(super) fn new(
        language: Language,
        sources: Vec<(String, String)>,
    ) -> Result<Self, LanguageError> {
        let locale = match language {
            Language::German => "de",
            Language::English | Language::Pseudo => "en-GB",
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().unwrap_or_default()]);
        // The marks around arguments serve mixed directions; German and English have one.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::German => figures::german_number,
            Language::English | Language::Pseudo => figures::english_number,
        }));
        for (file, source) in sources {
            let resource = FluentResource::try_new(source).map_err(|(_, errors)| {
                let cause = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
                LanguageError::Syntax { file: file.clone(), cause }
            })?;
            bundle.add_resource(resource).map_err(|errors| {
                let cause = errors.iter().map(FluentError::to_string).collect::<Vec<_>>();
                LanguageError::Twice { file, cause: cause.join("; ") }
            })?;
        }
        Ok(Self { language, bundle, figures: Figures::new(language)? })
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Result<String, String> {
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let message = self.bundle.get_message(message).ok_or("no such text")?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name).map(|it| it.value()),
            None => message.value(),
        };
        let pattern = pattern.ok_or("the text has no such attribute or no value")?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        match errors.first() {
            Some(error) => Err(error.to_string()),
            None => Ok(text),
        }
    }
}

impl Texts {
    pub(super) fn new(voice: Voice) -> Self {
        Self(Arc::new(voice))
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// The text of an id (`fehler-404`) or of its attribute (`fehler-404.rat`).
    ///
    /// An unknown id or a missing argument shows the id itself and is logged, so that a reader
    /// still gets the page.
    ///
    /// # Panics
    ///
    /// In debug builds, if the id is unknown or the text needs arguments.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.shown(id, self.0.format(id, None))
    }

    /// The text of an id with its arguments; number and grammar follow the numbers.
    ///
    /// ```
    /// use ankunft_platform::languages::{Arg, Language, Languages};
    ///
    /// let t = Languages::load()?.texts(Language::German);
    /// assert_eq!(t.with("anzahl-zeilen", &[("zahl", Arg::from(1))]), "1 Zeile");
    /// assert_eq!(t.with("anzahl-zeilen", &[("zahl", Arg::from(8640))]), "8.640 Zeilen");
    /// # Ok::<(), ankunft_platform::languages::LanguageError>(())
    /// ```
    ///
    /// # Panics
    ///
    /// In debug builds, if the id is unknown or an argument is missing.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set(*name, FluentValue::clone(&value.value()));
        }
        self.shown(id, self.0.format(id, Some(&fluent)))
    }

    /// Whether there is a text of this id, for ids that come from data (`art-schule`).
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        let (message, attribute) = id.split_once('.').unwrap_or((id, ""));
        self.0.bundle.get_message(message).is_some_and(|it| {
            if attribute.is_empty() {
                it.value().is_some()
            } else {
                it.get_attribute(attribute).is_some()
            }
        })
    }

    pub(super) fn figures(&self) -> &Figures {
        &self.0.figures
    }

    fn shown(&self, id: &str, result: Result<String, String>) -> String {
        result.unwrap_or_else(|cause| {
            let language = self.0.language.code();
            debug_assert!(false, "text {id} in {language}: {cause}");
            tracing::error!(id, language, cause, "a text could not be shown");
            id.to_owned()
        })
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.0.language).finish()
    }
}
