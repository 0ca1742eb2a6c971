//! Prints the text of a PDF: `cargo run -p ankunft-formats --example printed -- FILE`.

#![allow(clippy::print_stdout, reason = "it prints")]

fn main() {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).unwrap_or_default();
        println!("{}", ankunft_formats::printed::text(bytes).unwrap_or_default());
    }
}
