//! The one executable: composes the parts, owns the command line.

mod admin;
mod cli;
mod console;
mod demo;
mod findings;
mod import;
mod installation;
mod openapi;
mod serve;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match cli::Cli::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // clap writes help to standard output and complaints to standard error.
            let _ = error.print();
            return if error.use_stderr() {
                console::Exit::Usage.into()
            } else {
                ExitCode::SUCCESS
            };
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
