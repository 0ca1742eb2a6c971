//! The one executable.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    ankunft::run().await
}
