//! Papers that people bring to a meeting, a Vorlage or the programme: told by their bytes, never by their name.

use crate::attachments::scan_type;
use crate::languages::Arg;
use crate::web::{App, Visit};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SLIDES: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const OPEN_TEXT: &str = "application/vnd.oasis.opendocument.text";

/// The media type of a paper: PDF, JPEG, PNG, Word, Excel, PowerPoint or OpenDocument text without
/// macros. Anything else, whatever it is called, is none.
#[must_use]
pub fn paper_type(bytes: &[u8]) -> Option<&'static str> {
    scan_type(bytes).or_else(|| office_type(bytes))
}

/// What is said of a file that has more bytes than the configuration allows; none of any other.
#[must_use]
pub fn too_large(app: &App, viewer: &Visit, bytes: &[u8]) -> Option<String> {
    let mb = app.config.limits.upload_mb;
    let says = [("mb", Arg::from(i64::try_from(mb).unwrap_or(i64::MAX)))];
    (bytes.len() > mb * 1_000_000).then(|| viewer.t.with("datei-zu-gross", &says))
}

fn office_type(bytes: &[u8]) -> Option<&'static str> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    // The names of what is packed stand in plain bytes at the end of the package.
    let names = bytes.len().saturating_sub(1 << 20);
    let has = |name: &[u8]| bytes[names..].windows(name.len()).any(|it| it == name);
    if has(b"vbaProject.bin") || has(b"Basic/") {
        return None;
    }
    if bytes.get(30..77) == Some(b"mimetypeapplication/vnd.oasis.opendocument.text".as_slice()) {
        return Some(OPEN_TEXT);
    }
    if !has(b"[Content_Types].xml") {
        return None;
    }
    let kinds: [(&[u8], &str); 3] = [
        (b"word/document.xml", WORD),
        (b"xl/workbook.xml", EXCEL),
        (b"ppt/presentation.xml", SLIDES),
    ];
    kinds.into_iter().find(|(name, _)| has(name)).map(|(_, kind)| kind)
}

/// How a file of this media type ends.
#[must_use]
pub fn ending(media_type: &str) -> &'static str {
    match media_type {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        WORD => "docx",
        EXCEL => "xlsx",
        SLIDES => "pptx",
        OPEN_TEXT => "odt",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_no_paper_whatever_it_is_called() {
        for bytes in [
            b"MZ\x90\x00".as_slice(),
            b"\x7fELF",
            b"<!doctype html><script>",
            b"#!/bin/sh\nrm",
            b"PK\x03\x04 anything",
            b"PK\x03\x04 [Content_Types].xml word/document.xml word/vbaProject.bin",
            b"",
        ] {
            assert_eq!(paper_type(bytes), None);
        }
        assert_eq!(paper_type(b"%PDF-1.7"), Some("application/pdf"));
        let word = b"PK\x03\x04 [Content_Types].xml word/document.xml";
        assert_eq!(paper_type(word).map(ending), Some("docx"));
    }
}
