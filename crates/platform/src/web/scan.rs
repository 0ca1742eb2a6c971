//! A signed paper that is attached to a thing as PDF, JPEG or PNG: what is taken, and how it is handed
//! out.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::Sent;
use crate::attachments::{Attachment, scan_type};

/// The largest scan in bytes.
pub const LARGEST: usize = 20_000_000;

/// A scan that can be attached: the name of the file, its media type, its bytes.
#[derive(Clone, Debug)]
pub struct Scan {
    /// The name of the file.
    pub name: String,
    /// Its media type, found in its bytes.
    pub kind: &'static str,
    /// What stands in it.
    pub bytes: axum::body::Bytes,
}

/// The scan in the field `datei` of a form.
///
/// # Errors
///
/// The id of the text that says why it is not taken: none was chosen, it is larger than 20 MB, or
/// its bytes are no PDF, JPEG or PNG, whatever it is called.
pub fn scan(sent: Sent) -> Result<Scan, &'static str> {
    let file = sent.files.into_iter().find(|it| it.field == "datei");
    let file = file.filter(|it| !it.bytes.is_empty()).ok_or("bringen-keine-datei")?;
    if file.bytes.len() > LARGEST {
        return Err("scan-zu-gross");
    }
    let kind = scan_type(&file.bytes).ok_or("scan-falsche-art")?;
    Ok(Scan { name: file.name, kind, bytes: file.bytes })
}

/// The answer that hands out a scan. It is kept as a file, so that nothing in it runs under our
/// address, and is called by what it belongs to, so that its name says nothing.
#[must_use]
pub fn handed_out(called: &str, file: &Attachment, bytes: Vec<u8>) -> Response {
    let ending = file.media_type.rsplit('/').next().unwrap_or_default();
    let disposition = format!("attachment; filename=\"{called}.{ending}\"");
    let kind = file.media_type.clone();
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}
