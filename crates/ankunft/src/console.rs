//! How commands end: their exit status and what they say about it.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

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
