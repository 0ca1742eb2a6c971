use serde::{Deserialize, Serialize};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// For information: read as the profile says.
    Note,
    /// The file can be accepted; somebody should look.
    Warning,
    /// The file cannot be accepted as it is.
    Error,
}

/// A _Prüfhinweis_: what is the matter, where, and what to do.
///
/// The words come from the languages: the message is the text `finding-<code>`, the advice
/// its attribute `.suggestion`, both with [`Finding::args`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// The name of the file as the person knows it, with the member of an archive behind `!`.
    pub file: String,
    /// The line in the file, the first is 1. For a sheet the row, for features their number.
    pub line: Option<u64>,
    /// The field in the line, the first is 1.
    pub column: Option<u64>,
    /// Which kind of finding, in kebab case: `unknown-area`, `duplicate-key`.
    pub code: String,
    /// What the text needs, by name.
    pub args: Vec<(String, String)>,
    /// The raw text of the place, shortened, for the eyes of who delivered it.
    pub excerpt: Option<String>,
}

impl Finding {
    /// A finding about a whole file.
    #[must_use]
    pub fn new(severity: Severity, file: &str, code: &str) -> Self {
        Self {
            severity,
            file: file.to_owned(),
            line: None,
            column: None,
            code: code.to_owned(),
            args: Vec::new(),
            excerpt: None,
        }
    }

    /// The same finding at a line.
    #[must_use]
    pub fn line(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same finding at a field of its line.
    #[must_use]
    pub fn column(self, column: u64) -> Self {
        Self { column: Some(column), ..self }
    }

    /// The same finding with one more word for its text.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// The same finding with the raw text of its place.
    #[must_use]
    pub fn excerpt(self, text: &str) -> Self {
        Self { excerpt: Some(text.chars().take(160).collect()), ..self }
    }
}

/// The findings as the command line prints them: `severity`, `file`, `line`, `column`, `code`,
/// `message`, `suggestion`. The texts come from `text`: message and suggestion of a finding.
pub fn findings_json(
    findings: &[Finding],
    text: impl Fn(&Finding) -> (String, String),
) -> serde_json::Value {
    let one = |finding: &Finding| {
        let (message, suggestion) = text(finding);
        serde_json::json!({
            "severity": finding.severity,
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "code": finding.code,
            "message": message,
            "suggestion": suggestion,
        })
    };
    findings.iter().map(one).collect()
}
