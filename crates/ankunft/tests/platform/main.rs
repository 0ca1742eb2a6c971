//! The program as a whole: its console, its doors, its jobs, what it promises in its documents.

mod analyse;
mod cli;
#[path = "../common/mod.rs"]
mod common;
mod docs;
mod doors;
mod golden;
mod jobs;
mod kill;
mod large_files;
mod large_input;
mod refusals;
