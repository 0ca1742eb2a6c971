use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::raw::RawFile;
use super::{Limits, Refusal, recognise_plain, refusal, shp};
use crate::Finding;

pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The one set of outlines in an archive: a Shapefile, or a file of another format.
pub(super) fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<RawFile, Refusal> {
    let broken = || Box::new(refusal(file_name, "outlines-archive-broken"));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > limits.members {
        let finding = refusal(file_name, "archive-too-many-members");
        return Err(Box::new(finding.arg("members", archive.len()).arg("limit", limits.members)));
    }
    let names: Vec<String> =
        archive.file_names().filter_map(|it| it.ok().map(Cow::into_owned)).collect();
    let with_ending = |ending: &str| -> Vec<&String> {
        names.iter().filter(|name| is_member(name, ending)).collect()
    };
    let shapes = with_ending("shp");
    let others: Vec<&String> =
        ["gpkg", "geojson", "json"].iter().flat_map(|ending| with_ending(ending)).collect();
    let (member, is_shape) = match (shapes.as_slice(), others.as_slice()) {
        ([one], []) => (*one, true),
        ([], [one]) => (*one, false),
        ([], []) => {
            let nested = !with_ending("zip").is_empty();
            let code = if nested { "outlines-archive-nested" } else { "archive-without-outlines" };
            return Err(Box::new(refusal(file_name, code).arg("members", some(&names))));
        }
        _ => {
            let several: Vec<String> =
                shapes.iter().chain(&others).map(|it| (*it).clone()).collect();
            let finding = refusal(file_name, "archive-several-outlines");
            return Err(Box::new(finding.arg("members", some(&several))));
        }
    };
    let mut unpack = Unpack { file_name, left: limits.unpacked_bytes, limits };
    let content = unpack.member(&mut archive, member)?;
    let full_name = format!("{file_name}!{member}");
    if !is_shape {
        if is_zip(&content) {
            return Err(Box::new(
                refusal(file_name, "outlines-archive-nested").arg("members", member),
            ));
        }
        return recognise_plain(&content, &full_name, limits);
    }
    let mut beside = |ending: &str| -> Result<Option<Vec<u8>>, Refusal> {
        let stem = &member[..member.len() - 3];
        let found = names.iter().find(|name| {
            is_member(name, ending) && name.len() == member.len() && name.starts_with(stem)
        });
        found.map(|name| unpack.member(&mut archive, name)).transpose()
    };
    let parts = shp::Parts {
        table: beside("dbf")?,
        projection: beside("prj")?,
        code_page: beside("cpg")?,
        shapes: content,
    };
    shp::read(&parts, &full_name, limits)
}

/// Whether a member has this ending and is no leftover of a Mac.
fn is_member(name: &str, ending: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    let has_ending = file.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case(ending));
    has_ending && !file.starts_with("._") && !name.starts_with("__MACOSX/")
}

fn some(names: &[String]) -> String {
    names.iter().take(8).cloned().collect::<Vec<_>>().join(", ")
}

struct Unpack<'a> {
    file_name: &'a str,
    left: u64,
    limits: &'a Limits,
}

impl Unpack<'_> {
    /// A member, unpacked. What the archive says about its size is not believed.
    fn member(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        name: &str,
    ) -> Result<Vec<u8>, Refusal> {
        let broken = |code: &str| -> Finding { refusal(self.file_name, code).arg("member", name) };
        let member = archive.by_name(name).map_err(|error| {
            let locked = matches!(error, zip::result::ZipError::UnsupportedArchive(_));
            Box::new(broken(if locked { "archive-locked" } else { "archive-member-broken" }))
        })?;
        let mut bytes = Vec::new();
        let read = member.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|_| Box::new(broken("archive-member-broken")))?;
        if bytes.len() as u64 > self.left {
            let limit = self.limits.unpacked_bytes / 1_000_000;
            return Err(Box::new(broken("archive-too-large").arg("limit", limit)));
        }
        self.left -= bytes.len() as u64;
        Ok(bytes)
    }
}
