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
mod report;
mod serve;

use std::process::ExitCode;

use clap::Parser;

use cli::Command;

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
    match act(arguments.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            console::complain(&problem);
            problem.exit.into()
        }
    }
}

async fn act(command: Command) -> Result<(), Problem> {
    match command {
        Command::Demo(arguments) => demo::run(arguments).await,
        Command::Serve(arguments) => serve::run(arguments).await,
        Command::Admin(arguments) => admin::run(arguments.command).await,
        Command::Import(arguments) => import::run(*arguments).await,
        Command::Analyse { command } => analyse::run(&command),
        Command::Report(arguments) => report::run(arguments).await,
        Command::Backup(arguments) => backup::backup(&arguments).await,
        Command::Restore(arguments) => backup::restore(&arguments).await,
        Command::Openapi => {
            console::print(&ankunft_platform::openapi::print(parts()));
            Ok(())
        }
    }
}
