//! Several files as one archive (ZIP), the same bytes for the same files, and back again without
//! believing anything that the archive says of itself.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::{Finding, Severity};

/// A file of a bundle: its name and its bytes.
pub type Member = (String, Vec<u8>);

/// What an archive may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files in it.
    pub members: usize,
    /// Bytes of all files together.
    pub bytes: u64,
    /// How many times larger than packed they may be together.
    pub ratio: u64,
}

/// Less than this may be packed as tightly as it likes.
const HARMLESS: u64 = 4 << 20;

/// Packs files in their order, at no day, so that the same files are the same bytes.
///
/// # Errors
///
/// - [`std::io::Error`] if there is no memory, or two files have one name.
///
/// # Examples
///
/// ```
/// use ankunft_formats::bundle::{Limits, pack, unpack};
///
/// let files = vec![("a.csv".to_owned(), b"1,2\n".to_vec())];
/// let bytes = pack(&files).unwrap();
/// let limits = Limits { members: 4, bytes: 1_000, ratio: 100 };
/// assert_eq!(unpack(&bytes, "a.zip", &limits).unwrap(), files);
/// // A way out of the folder is no name of a file.
/// let bytes = pack(&[("../a.csv".to_owned(), Vec::new())]).unwrap();
/// assert_eq!(unpack(&bytes, "a.zip", &limits).unwrap_err().code, "bundle-path");
/// ```
pub fn pack(files: &[Member]) -> Result<Vec<u8>, std::io::Error> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        archive.start_file(name.as_str(), options).map_err(std::io::Error::other)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish().map_err(std::io::Error::other)?.into_inner())
}

/// The files of an archive, in their order.
///
/// # Errors
///
/// A finding if it is no archive, holds more than the limits allow, a folder, a name that leads
/// elsewhere, or one name twice.
pub fn unpack(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Vec<Member>, Box<Finding>> {
    unpack_some(bytes, file_name, limits, |_| true)
}

/// The same of some files alone, by their names; of the others no byte is unpacked.
///
/// # Errors
///
/// As [`unpack`]; the limit of bytes is one of the wanted files.
pub fn unpack_some(
    bytes: &[u8],
    file_name: &str,
    limits: &Limits,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<Member>, Box<Finding>> {
    let error = |code: &str| Finding::new(Severity::Error, file_name, code);
    if declared(bytes).is_some_and(|it| it > limits.members) {
        return Err(Box::new(error("bundle-too-many").arg("most", limits.members)));
    }
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| Box::new(error("bundle-no-archive")))?;
    if archive.len() > limits.members {
        return Err(Box::new(error("bundle-too-many").arg("most", limits.members)));
    }
    let most = limits.bytes.min(HARMLESS.max(limits.ratio.saturating_mul(bytes.len() as u64)));
    let mut left = most;
    let mut names = BTreeSet::new();
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let member = archive.by_index(at).map_err(|it| match it {
            ZipError::UnsupportedArchive(_) => Box::new(error("bundle-locked")),
            _ => Box::new(error("bundle-broken")),
        })?;
        let name = member.name().map_err(|_| Box::new(error("bundle-path")))?.into_owned();
        if !is_plain(&name) {
            return Err(Box::new(error("bundle-path").excerpt(&name)));
        }
        if !names.insert(name.clone()) {
            return Err(Box::new(error("bundle-twice").arg("member", &name)));
        }
        if !wanted(&name) {
            continue;
        }
        let mut content = Vec::new();
        let read = member.take(left + 1).read_to_end(&mut content);
        read.map_err(|_| Box::new(error("bundle-member-broken").arg("member", &name)))?;
        left = left
            .checked_sub(content.len() as u64)
            .ok_or_else(|| Box::new(error("bundle-too-large").arg("limit", most / 1_000_000)))?;
        files.push((name, content));
    }
    Ok(files)
}

/// How many files an archive says that it holds. Asked before its list is read, which is as long
/// as somebody wrote it.
fn declared(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(65_557);
    let at = bytes[from..].windows(4).rposition(|it| it == b"PK\x05\x06")? + from;
    let count = bytes.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

/// Whether a name is that of a file beside the others: small letters, digits, `-`, `_` and `.`.
fn is_plain(name: &str) -> bool {
    let fits = |it: u8| it.is_ascii_alphanumeric() || b"-_.".contains(&it);
    (1..=100).contains(&name.len()) && !name.starts_with('.') && name.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMITS: Limits = Limits { members: 8, bytes: 100_000, ratio: 50 };

    fn file(name: &str, bytes: &[u8]) -> Member {
        (name.to_owned(), bytes.to_vec())
    }

    fn code(files: &[Member]) -> String {
        unpack(&pack(files).unwrap(), "x.zip", &LIMITS).unwrap_err().code
    }

    #[test]
    fn what_leads_elsewhere_or_is_too_much_is_refused() {
        for name in ["../a", "/a", "a/b", "C:\\a", "..", ".a", "a\u{0}b", "ä.csv"] {
            assert_eq!(code(&[file(name, b"")]), "bundle-path", "{name}");
        }
        let many: Vec<Member> = (0..9).map(|it| file(&format!("{it}"), b"")).collect();
        assert_eq!(code(&many), "bundle-too-many");
        let bomb = file("a", &vec![0; 6_000_000]);
        assert_eq!(code(&[bomb]), "bundle-too-large");
        let code = unpack(b"no archive", "x.zip", &LIMITS).unwrap_err().code;
        assert_eq!(code, "bundle-no-archive");
    }

    #[test]
    fn the_same_files_are_the_same_bytes() {
        let files = [file("a", b"1"), file("b", b"2")];
        assert_eq!(pack(&files).unwrap(), pack(&files).unwrap());
        assert!(pack(&[file("a", b""), file("a", b"")]).is_err());
    }

    proptest! {
        /// Whatever somebody does to the bytes: it is refused, or it is what it was.
        #[test]
        fn altered_bytes_never_give_other_files(at in 0_usize..400, mask in 1_u8..=255) {
            let files = [file("a.csv", b"code,value\n1,2\n"), file("b.json", b"{\"a\":1}")];
            let mut bytes = pack(&files).unwrap();
            let at = at % bytes.len();
            bytes[at] ^= mask;
            if let Ok(read) = unpack(&bytes, "x.zip", &LIMITS) {
                for (name, content) in read {
                    let same = files.iter().any(|it| it.1 == content);
                    prop_assert!(same, "{name} says something else");
                }
            }
        }

        #[test]
        fn files_come_back_as_they_went(a: Vec<u8>, b: Vec<u8>) {
            let files = [("a".to_owned(), a), ("b".to_owned(), b)];
            let limits = Limits { members: 2, bytes: 1 << 20, ratio: 2_000 };
            prop_assert_eq!(unpack(&pack(&files).unwrap(), "x.zip", &limits).unwrap(), files);
        }
    }
}
