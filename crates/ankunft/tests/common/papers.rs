//! Papers as text.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

use ankunft_testkit::peers;

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

fn poppler(program: &str, arguments: &[&str], file: &[u8]) -> Option<String> {
    let piped = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = piped else {
        peers::skipped(program);
        return None;
    };
    let mut stdin = child.stdin.take().expect("a pipe");
    let bytes = file.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("no panic").expect("it reads all");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A PDF of one page that prints these lines, as programs make it by hand: a standard font, or
/// invisible text as behind a scan.
pub fn pdf_of(lines: &[String], invisible: bool) -> Vec<u8> {
    let mode = if invisible { "3 Tr" } else { "0 Tr" };
    let text: Vec<String> = lines
        .iter()
        .map(|it| {
            let plain: String = it.chars().filter(char::is_ascii).collect();
            format!(
                "({}) Tj 0 -14 Td",
                plain.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)")
            )
        })
        .collect();
    let content = format!("BT /F1 11 Tf {mode} 60 780 Td {} ET", text.join("\n"));
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut file = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    let size = objects.len() + 1;
    file.push_str(&format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}
