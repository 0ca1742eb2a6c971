//! Stops with a clear sentence if the files for browsers were not built before the program.

use std::path::Path;

fn main() {
    let manifest = Path::new("../../web/dist/manifest.json");
    println!("cargo::rerun-if-changed=../../web/dist");
    println!("cargo::rerun-if-changed=../../locales");
    if !manifest.exists() {
        println!(
            "cargo::error=web/dist is missing: run `make assets` (cd web && npm ci && npm run build)"
        );
    }
}
