//! Papers as text.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

/// What a paper says, whatever its format; none if it is no paper, or a PDF where poppler is not
/// installed.
pub fn text(file: &[u8]) -> Option<String> {
    if file.starts_with(b"PK") {
        return Some(docx(file));
    }
    if file.starts_with(b"%PDF") { pdf(file) } else { None }
}

/// How many pages a PDF has; none for another file, or where poppler is not installed.
pub fn pages(file: &[u8]) -> Option<usize> {
    let info = file.starts_with(b"%PDF").then(|| poppler("pdfinfo", &["-"], file))??;
    let line = info.lines().find_map(|it| it.strip_prefix("Pages:"))?;
    line.trim().parse().ok()
}

/// The words of all parts, the header among them.
fn docx(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut words = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        if name.starts_with("word/") && name.ends_with(".xml") {
            let mut xml = String::new();
            part.read_to_string(&mut xml).expect("UTF-8");
            let texts = xml.split("<w:t").skip(1).filter_map(|it| it.split_once('>'));
            for (_, rest) in texts {
                words.push_str(rest.split("</w:t>").next().unwrap_or_default());
                words.push('\n');
            }
        }
    }
    words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

fn pdf(file: &[u8]) -> Option<String> {
    poppler("pdftotext", &["-", "-"], file)
}

#[allow(clippy::print_stdout, reason = "a test says that it was skipped")]
fn poppler(program: &str, arguments: &[&str], file: &[u8]) -> Option<String> {
    let piped = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = piped else {
        println!("skipped: no {program}");
        return None;
    };
    let mut stdin = child.stdin.take().expect("a pipe");
    let bytes = file.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("no panic").expect("it reads all");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
