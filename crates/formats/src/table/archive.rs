use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::collect::Collector;
use super::{Limits, ReadOptions};

/// What a file holds, once it is out of its archive.
pub(crate) enum Content<'a> {
    /// Delimited text and the name of its file.
    Text(Cow<'a, [u8]>, String),
    /// A workbook and the name of its file.
    Workbook(Cow<'a, [u8]>, Workbook, String),
}

/// The kind of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Workbook {
    Xlsx,
    Ods,
}

/// Less than this may be packed as tightly as it likes.
const HARMLESS: u64 = 4 << 20;

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The content of a file; `None` with an error among the findings.
pub(crate) fn open<'a>(
    bytes: &'a [u8],
    name: &str,
    options: &ReadOptions,
    findings: &mut Collector,
) -> Option<Content<'a>> {
    let foreign: [&[u8]; 5] = [b"%PDF", b"PAR1", b"SQLite format 3", b"\x89PNG", b"fgb"];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return open_zip(bytes, name, options, findings);
    }
    if bytes.starts_with(b"\x1f\x8b") {
        return open_gzip(bytes, name, &options.limits, findings);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        findings.push(findings.error("old-workbook"));
        return None;
    }
    if foreign.iter().any(|it| bytes.starts_with(it)) {
        findings.push(findings.error("unknown-format"));
        return None;
    }
    Some(Content::Text(Cow::Borrowed(bytes), name.to_owned()))
}

fn open_gzip<'a>(
    bytes: &'a [u8],
    name: &str,
    limits: &Limits,
    findings: &mut Collector,
) -> Option<Content<'a>> {
    let mut unpacked = Vec::new();
    let most = limits.bytes.min(HARMLESS.max(limits.zip_ratio * bytes.len() as u64));
    let decoder = flate2::read::MultiGzDecoder::new(bytes);
    if decoder.take(most + 1).read_to_end(&mut unpacked).is_err() {
        findings.push(findings.error("archive-broken"));
        return None;
    }
    if unpacked.len() as u64 > most {
        findings.push(findings.error("archive-bomb"));
        return None;
    }
    if is_packed(&unpacked) {
        findings.push(findings.error("archive-nested"));
        return None;
    }
    let name = name.strip_suffix(".gz").unwrap_or(name).to_owned();
    Some(Content::Text(Cow::Owned(unpacked), name))
}

fn open_zip<'a>(
    bytes: &'a [u8],
    name: &str,
    options: &ReadOptions,
    findings: &mut Collector,
) -> Option<Content<'a>> {
    let limits = &options.limits;
    if declared_members(bytes).is_some_and(|count| count > limits.zip_members) {
        findings.push(findings.error("archive-bomb"));
        return None;
    }
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else {
        findings.push(findings.error("archive-broken"));
        return None;
    };
    if let Err(code) = check(&mut zip, bytes.len() as u64, limits) {
        findings.push(findings.error(code));
        return None;
    }
    let names: Vec<String> = (0..zip.len()).filter_map(|at| name_of(&zip, at)).collect();
    let has = |name: &str| names.iter().any(|it| it == name);
    let kind = if has("[Content_Types].xml") && has("xl/workbook.xml") {
        Some(Workbook::Xlsx)
    } else {
        (has("mimetype") && has("content.xml")).then_some(Workbook::Ods)
    };
    if let Some(kind) = kind {
        return workbook(bytes, &mut zip, kind, name, limits, findings);
    }
    let at = choose(&names, options, findings)?;
    let most = most_of(bytes.len() as u64, limits);
    let unpacked = match unpack(&mut zip, &names[at], most) {
        Ok(unpacked) => unpacked,
        Err(code) => {
            findings.push(findings.error(code).arg("member", &names[at]));
            return None;
        }
    };
    let inner = format!("{name}!{}", names[at]);
    if !is_packed(&unpacked) {
        return Some(Content::Text(Cow::Owned(unpacked), inner));
    }
    let suffix = names[at].rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let is_inner = name.contains('!');
    if is_inner || (suffix != "xlsx" && suffix != "ods") {
        findings.push(findings.error("archive-nested").arg("member", &names[at]));
        return None;
    }
    let opened = open_zip(&unpacked, &inner, options, findings)?;
    let Content::Workbook(_, kind, _) = opened else {
        findings.push(findings.error("archive-nested").arg("member", &names[at]));
        return None;
    };
    Some(Content::Workbook(Cow::Owned(unpacked), kind, inner))
}

fn workbook<'a>(
    bytes: &'a [u8],
    zip: &mut Zip<'_>,
    kind: Workbook,
    name: &str,
    limits: &Limits,
    findings: &mut Collector,
) -> Option<Content<'a>> {
    let mut left = limits.workbook_bytes;
    let names: Vec<String> = (0..zip.len()).filter_map(|at| name_of(zip, at)).collect();
    for member in &names {
        match unpack(zip, member, left) {
            Ok(content) => left -= content.len() as u64,
            Err(code) => {
                let code = if code == "archive-bomb" { "workbook-too-large" } else { code };
                findings.push(findings.error(code).arg("member", member));
                return None;
            }
        }
        if kind == Workbook::Ods && member == "content.xml" {
            let content = unpack(zip, member, limits.workbook_bytes).unwrap_or_default();
            if super::repeats::cells(&content) > limits.sheet_cells {
                findings.push(findings.error("sheet-too-large").arg("limit", limits.sheet_cells));
                return None;
            }
        }
    }
    Some(Content::Workbook(Cow::Borrowed(bytes), kind, name.to_owned()))
}

/// The member with the table: the wished one, or the only one that can be a table.
fn choose(names: &[String], options: &ReadOptions, findings: &mut Collector) -> Option<usize> {
    let is_table = |name: &str| {
        let name = name.to_ascii_lowercase();
        let kinds = [".csv", ".tsv", ".txt", ".tab", ".xlsx", ".ods", ".zip", ".gz"];
        !name.starts_with("__macosx/") && kinds.iter().any(|it| name.ends_with(it))
    };
    let wished = |name: &str| options.member.as_deref().is_none_or(|it| name.contains(it));
    let all: Vec<usize> =
        (0..names.len()).filter(|at| is_table(&names[*at]) && wished(&names[*at])).collect();
    if let [one] = all[..] {
        return Some(one);
    }
    let code = if all.is_empty() { "archive-empty" } else { "archive-several-tables" };
    let tables: Vec<&str> = all.iter().map(|at| names[*at].as_str()).collect();
    findings.push(findings.error(code).arg("members", tables.join(", ")));
    None
}

/// Looks at what the archive says about itself, before anything is unpacked.
fn check(zip: &mut Zip<'_>, packed: u64, limits: &Limits) -> Result<(), &'static str> {
    if zip.len() > limits.zip_members {
        return Err("archive-bomb");
    }
    let mut sum = 0_u64;
    for at in 0..zip.len() {
        let member = zip.by_index(at).map_err(|_| "archive-broken")?;
        if member.encrypted() {
            return Err("archive-encrypted");
        }
        sum = sum.saturating_add(member.size());
    }
    if sum > most_of(packed, limits) { Err("archive-bomb") } else { Ok(()) }
}

fn most_of(packed: u64, limits: &Limits) -> u64 {
    limits.bytes.min(HARMLESS.max(limits.zip_ratio.saturating_mul(packed)))
}

/// A member's bytes, if they are not more than `most`, whatever the archive says.
fn unpack(zip: &mut Zip<'_>, name: &str, most: u64) -> Result<Vec<u8>, &'static str> {
    let at = (0..zip.len()).find(|at| name_of(zip, *at).as_deref() == Some(name));
    let member = zip.by_index(at.ok_or("archive-broken")?).map_err(|_| "archive-broken")?;
    let mut bytes = Vec::new();
    let read = member.take(most + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err("archive-bomb");
    }
    read.map(|_| bytes).map_err(|_| "archive-broken")
}

fn name_of(zip: &Zip<'_>, at: usize) -> Option<String> {
    zip.name_for_index(at)?.ok().map(Cow::into_owned)
}

fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\x1f\x8b")
}

/// How many members the end of the archive declares. Larger archives (ZIP64) count as the
/// largest number.
fn declared_members(bytes: &[u8]) -> Option<usize> {
    let tail = &bytes[bytes.len().saturating_sub(66_000)..];
    let at = tail.windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let count = tail.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}
