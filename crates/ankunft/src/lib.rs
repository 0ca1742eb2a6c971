//! The one executable as a library: composes the parts, owns the command line. Tests ask the same
//! router and the same demo installation that the executable serves.

mod admin;
mod analyse;
mod backup;
mod cli;
mod console;
pub mod demo;
mod findings;
mod import;
mod installation;
mod openapi;
mod serve;

use std::process::ExitCode;

use clap::Parser;

pub use console::{Exit, Problem};
pub use serve::parts;

/// Reads the arguments of the process, does what they ask for, and gives the exit status.
pub async fn run() -> ExitCode {
    let arguments = match cli::Cli::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // clap writes help to standard output and complaints to standard error.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage.into() } else { ExitCode::SUCCESS };
        }
    };
    match cli::run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            console::complain(&problem);
            problem.exit.into()
        }
    }
}
