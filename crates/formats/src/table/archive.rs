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

/// How much of a text is unpacked to look at its beginning.
const HEAD: u64 = 64 << 10;

/// The beginning of a text, out of its archive, up to the end of a line; `None` for workbooks,
/// and for what [`open`] has something to say about.
pub(crate) fn head(bytes: &[u8], name: &str, options: &ReadOptions) -> Option<(Vec<u8>, String)> {
    let mut unpacked = Vec::new();
    let mut inner = name.to_owned();
    if bytes.starts_with(b"PK") {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
        check(&mut zip, bytes.len() as u64, &options.limits).ok()?;
        let names: Vec<String> = (0..zip.len()).filter_map(|at| name_of(&zip, at)).collect();
        if names.iter().any(|it| it == "[Content_Types].xml" || it == "content.xml") {
            return None;
        }
        let member = &names[choose(&names, options, &mut Collector::new(name, 1))?];
        let at = (0..zip.len()).find(|at| name_of(&zip, *at).as_ref() == Some(member))?;
        zip.by_index(at).ok()?.take(HEAD).read_to_end(&mut unpacked).ok()?;
        inner = format!("{name}!{member}");
    } else if bytes.starts_with(b"\x1f\x8b") {
        let decoder = flate2::read::MultiGzDecoder::new(bytes);
        decoder.take(HEAD).read_to_end(&mut unpacked).ok()?;
    } else {
        unpacked.extend_from_slice(&bytes[..bytes.len().min(HEAD as usize)]);
    }
    if is_packed(&unpacked) {
        return None;
    }
    if unpacked.len() as u64 == HEAD {
        unpacked.truncate(unpacked.iter().rposition(|it| *it == b'\n')? + 1);
    }
    Some((unpacked, inner))
}

/// The names of the tables in a ZIP archive that is no workbook; only the wished ones.
pub(crate) fn members(bytes: &[u8], options: &ReadOptions) -> Vec<String> {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    if !bytes.starts_with(b"PK") || check(&mut zip, bytes.len() as u64, &options.limits).is_err() {
        return Vec::new();
    }
    let names: Vec<String> = (0..zip.len()).filter_map(|at| name_of(&zip, at)).collect();
    if names.iter().any(|it| it == "[Content_Types].xml" || it == "content.xml") {
        return Vec::new();
    }
    let kept = names.iter().filter(|it| is_table(it) && is_wished(&names, it, options));
    kept.cloned().collect()
}

fn is_table(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let kinds = [".csv", ".tsv", ".txt", ".tab", ".xlsx", ".ods", ".zip", ".gz"];
    !name.starts_with("__macosx/") && kinds.iter().any(|it| name.ends_with(it))
}

/// Of names that differ in nothing but the width of grid cells, the one with the finest; in the
/// order of the names. The official archives hold each table in three widths.
#[must_use]
pub fn finest(names: &[String]) -> Vec<usize> {
    const WIDTHS: [&str; 3] = ["100m", "1km", "10km"];
    let width = |name: &str| WIDTHS.iter().position(|it| name.contains(it));
    let stem = |name: &str| width(name).map_or(name.to_owned(), |at| name.replace(WIDTHS[at], "*"));
    let is_finest = |at: &usize| {
        let name = &names[*at];
        let same = names.iter().filter(|it| stem(it) == stem(name));
        same.map(|it| width(it)).min() == Some(width(name))
    };
    (0..names.len()).filter(is_finest).collect()
}

/// Whether a member is the wished one: by its whole name if there is such a member, else by a part.
pub(crate) fn is_wished(names: &[String], name: &str, options: &ReadOptions) -> bool {
    options.member.as_deref().is_none_or(|wish| {
        if names.iter().any(|it| it == wish) { name == wish } else { name.contains(wish) }
    })
}

/// Whether the name is that of a workbook.
#[must_use]
pub fn is_workbook(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".xlsx") || name.ends_with(".ods")
}

/// The member with the table: the wished one, or the only one that can be a table. Of tables of
/// grid cells in three widths it is the finest; a workbook beside them describes them.
fn choose(names: &[String], options: &ReadOptions, findings: &mut Collector) -> Option<usize> {
    let wished = |name: &str| is_wished(names, name, options);
    let all: Vec<usize> =
        (0..names.len()).filter(|at| is_table(&names[*at]) && wished(&names[*at])).collect();
    if let [one] = all[..] {
        return Some(one);
    }
    let tables: Vec<String> = all.iter().map(|at| names[*at].clone()).collect();
    let texts: Vec<usize> = all.iter().copied().filter(|at| !is_workbook(&names[*at])).collect();
    let widths: Vec<String> = texts.iter().map(|at| names[*at].clone()).collect();
    if let ([one], true) = (&finest(&widths)[..], widths.len() > 1) {
        let finding = findings.note("archive-finest-taken").arg("member", &widths[*one]);
        findings.push(finding.arg("members", widths.join(", ")));
        return Some(texts[*one]);
    }
    let code = if all.is_empty() { "archive-empty" } else { "archive-several-tables" };
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
