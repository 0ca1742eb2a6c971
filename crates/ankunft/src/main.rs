//! The one executable.

use std::process::ExitCode;

fn main() -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(cause) => {
            eprintln!("{cause}");
            return ankunft::Exit::Internal.into();
        }
    };
    let status = runtime.block_on(ankunft::run());
    // A thread that still computes for a job that was put back holds nobody up.
    runtime.shutdown_background();
    status
}
