//! How commands end: their exit status and what they say about it.

use std::fmt::Display;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use ankunft_platform::languages::{Arg, Language, Languages, Texts};

/// The exit status of a command that did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Bad input: 1.
    Input,
    /// Wrong usage: 2.
    Usage,
    /// The program or its surroundings: 3.
    Internal,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Input => 1,
            Exit::Usage => 2,
            Exit::Internal => 3,
        })
    }
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub struct Problem {
    /// The exit status.
    pub exit: Exit,
    /// What is the matter and what to do.
    pub message: String,
}

impl Problem {
    /// Bad input.
    pub fn input(message: impl Display) -> Self {
        Self { exit: Exit::Input, message: message.to_string() }
    }

    /// Wrong usage.
    pub fn usage(message: impl Display) -> Self {
        Self { exit: Exit::Usage, message: message.to_string() }
    }

    /// The program or its surroundings.
    pub fn internal(message: impl Display) -> Self {
        Self { exit: Exit::Internal, message: message.to_string() }
    }
}

impl From<ankunft_platform::store::StoreError> for Problem {
    fn from(error: ankunft_platform::store::StoreError) -> Self {
        Self::internal(error)
    }
}

/// The texts of the language that `--language` names.
pub fn texts(code: &str) -> Result<Texts, Problem> {
    let language = Language::from_code(code).ok_or_else(|| {
        Problem::usage(format!("--language {code}: this version speaks de and en"))
    })?;
    Ok(Languages::load().map_err(Problem::internal)?.texts(language))
}

/// Writes a file, or says why it cannot be written and what to do.
pub fn write(t: &Texts, path: &Path, content: &[u8]) -> Result<(), Problem> {
    std::fs::write(path, content).map_err(|cause| {
        let (path, cause) = (path.display().to_string(), cause.to_string());
        let args = [("path", Arg::from(path)), ("cause", Arg::from(cause))];
        Problem::input(t.with("analyse-out-unwritable", &args))
    })
}

/// Writes a problem to standard error.
pub fn complain(problem: &Problem) {
    if !problem.message.is_empty() {
        say(&problem.message);
    }
}

/// Writes a line to standard error, where people read while standard output goes into a file.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Writes a line to standard output.
pub fn print(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}
