//! A package that came from outside: believed only as far as its sender's key and its hashes reach.

use std::collections::BTreeSet;

use ankunft_formats::bundle::{self, Limits, Member};
use ankunft_formats::{Finding, Severity};
use ankunft_platform::secrets::unhex;
use ankunft_platform::signing::PublicKey;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::content::{AreaNote, Codebook, Consent, CoreSaid};
use super::figures::{self, Series};
use super::manifest::{Kind, Manifest, sha256};
use super::words::bare;
use super::{AREAS, CODEBOOK, CONSENT, CORE, FIGURES, MANIFEST, OUTLINES, SCHEMA, SIGNATURE};

const LIMITS: Limits = Limits { members: 16, bytes: 512 << 20, ratio: 200 };
/// What manifest and signature may be, which are read before anybody is believed.
const HEAD: Limits = Limits { bytes: 1 << 20, ..LIMITS };
const OWN: [&str; 2] = [MANIFEST, SIGNATURE];

/// What a package is held against.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The key of who reads it.
    pub own: PublicKey,
    /// The keys that somebody has compared with their owner, and the owners.
    pub senders: &'a [(PublicKey, String)],
    /// Keys of partners of the past: what they gave they may still take back, and what they got
    /// they may still say to have deleted.
    pub former: &'a [(PublicKey, String)],
    /// The day.
    pub today: Date,
}

/// A package whose signature, recipient, day and hashes hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it says of itself.
    pub manifest: Manifest,
    /// The key of its issuer.
    pub issuer: PublicKey,
    /// What this house calls the issuer.
    pub sender: String,
    /// SHA-256 of the manifest.
    pub hash: Vec<u8>,
    /// Its files.
    pub files: Vec<Member>,
}

/// What a package says.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the figures mean.
    pub codebook: Codebook,
    /// By whose consent they came.
    pub consent: Consent,
    /// The area units, in the order of the columns.
    pub areas: Vec<AreaNote>,
    /// The figures.
    pub series: Vec<Series>,
    /// What the city says of Kernindikatoren.
    pub core: Vec<CoreSaid>,
    /// The outlines of the units, as GeoJSON.
    pub outlines: Option<Vec<u8>>,
}

impl Table {
    /// When its issuer made the package anew, because some of its figures were withdrawn (Sperrung):
    /// then it was made later than the last consent, of which every other package is.
    #[must_use]
    pub fn made_anew(&self, manifest: &Manifest) -> Option<Timestamp> {
        let consented = self.consent.last()?;
        manifest.made().filter(|it| *it > consented)
    }
}

/// Opens an archive: signature, sender, recipient, day, and the hash of every file.
///
/// # Errors
///
/// Why it is refused.
pub fn open(
    bytes: &[u8],
    file_name: &str,
    expected: &Expected<'_>,
) -> Result<Opened, Vec<Finding>> {
    let head = bundle::unpack_some(bytes, file_name, &HEAD, |it| OWN.contains(&it));
    let head = head.map_err(|it| vec![*it])?;
    let error = |code: &str| Finding::new(Severity::Error, file_name, code);
    let text = member(&head, MANIFEST).ok_or_else(|| vec![error("package-no-manifest")])?;
    let manifest = manifest(text, file_name)?;
    let issuer = PublicKey::read(&manifest.issuer.key);
    let issuer = issuer.ok_or_else(|| vec![error("package-no-key")])?;
    let former = if manifest.kind == Kind::Package { &[] } else { expected.former };
    let Some((_, sender)) = expected.senders.iter().chain(former).find(|it| it.0 == issuer) else {
        let finding = error("package-unknown-sender").arg("name", &manifest.issuer.name);
        return Err(vec![finding.arg("fingerprint", issuer.fingerprint())]);
    };
    let signature = member(&head, SIGNATURE).and_then(|it| std::str::from_utf8(it).ok());
    let signature = signature.and_then(|it| unhex(it.trim())).unwrap_or_default();
    if !issuer.verifies(text, &signature) {
        return Err(vec![error("package-signature").arg("name", sender)]);
    }
    if PublicKey::read(&manifest.recipient.key) != Some(expected.own) {
        let recipient = &manifest.recipient.name;
        return Err(vec![error("package-other-recipient").arg("name", recipient)]);
    }
    let hash = Sha256::digest(text).to_vec();
    let last = manifest.last_day().ok_or_else(|| vec![error("package-no-day")])?;
    if manifest.kind == Kind::Package && last < expected.today {
        return Err(vec![error("package-expired").arg("day", last)]);
    }
    let files = bundle::unpack(bytes, file_name, &LIMITS).map_err(|it| vec![*it])?;
    let findings = differing(&manifest, &files, file_name);
    if !findings.is_empty() {
        return Err(findings);
    }
    let files = files.into_iter().filter(|it| !OWN.contains(&it.0.as_str())).collect();
    Ok(Opened { manifest, issuer, sender: sender.clone(), hash, files })
}

fn member<'a>(files: &'a [Member], name: &str) -> Option<&'a [u8]> {
    files.iter().find(|it| it.0 == name).map(|it| it.1.as_slice())
}

/// The manifest, if it is one of this version.
fn manifest(text: &[u8], file_name: &str) -> Result<Manifest, Vec<Finding>> {
    let any: Value = json(text, (file_name, MANIFEST))?;
    let schema = any.get("schema").and_then(Value::as_str).unwrap_or_default();
    if schema != SCHEMA {
        let finding = Finding::new(Severity::Error, file_name, "package-schema");
        return Err(vec![finding.arg("found", schema).arg("known", SCHEMA)]);
    }
    json(text, (file_name, MANIFEST))
}

fn json<T: DeserializeOwned>(text: &[u8], (file, name): (&str, &str)) -> Result<T, Vec<Finding>> {
    serde_json::from_slice(text).map_err(|it| {
        let finding = Finding::new(Severity::Error, &format!("{file}!{name}"), "package-json");
        vec![finding.line(it.line() as u64).column(it.column() as u64)]
    })
}

/// Files that are not what the manifest says, that are missing, or that it does not know.
fn differing(manifest: &Manifest, files: &[Member], file_name: &str) -> Vec<Finding> {
    let error = |name: &str, code: &str| {
        Finding::new(Severity::Error, &format!("{file_name}!{name}"), code)
    };
    let mut findings = Vec::new();
    for it in &manifest.files {
        match member(files, &it.name) {
            None => findings.push(error(&it.name, "package-file-missing")),
            Some(bytes) if bytes.len() as u64 != it.bytes || sha256(bytes) != it.sha256 => {
                findings.push(error(&it.name, "package-file-altered"));
            }
            Some(_) => {}
        }
    }
    let known = |name: &str| OWN.contains(&name) || manifest.files.iter().any(|it| it.name == name);
    let strange = files.iter().filter(|it| !known(&it.0));
    findings.extend(strange.map(|it| error(&it.0, "package-file-strange")));
    findings
}

/// What an opened package says.
///
/// # Errors
///
/// What is wrong with its files, with line and column.
pub fn table(opened: &Opened, file_name: &str) -> Result<Table, Vec<Finding>> {
    let error = |name: &str, code: &str| {
        vec![Finding::new(Severity::Error, &format!("{file_name}!{name}"), code)]
    };
    let file = |name: &'static str| {
        member(&opened.files, name).ok_or_else(|| error(name, "package-file-missing"))
    };
    let codebook: Codebook = json(file(CODEBOOK)?, (file_name, CODEBOOK))?;
    let consent: Consent = json(file(CONSENT)?, (file_name, CONSENT))?;
    if codebook.declaration().is_none() {
        return Err(error(CODEBOOK, "package-no-protection"));
    }
    let areas = areas(file(AREAS)?).ok_or_else(|| error(AREAS, "package-areas"))?;
    let codes: Vec<&str> =
        codebook.indicators.iter().map(|it| it.definition.code.as_str()).collect();
    let series = figures::read((file(FIGURES)?, file_name), &areas, &codes)?;
    let core = match member(&opened.files, CORE) {
        Some(bytes) => json(bytes, (file_name, CORE))?,
        None => codebook.core(),
    };
    let outlines = member(&opened.files, OUTLINES).map(<[u8]>::to_vec);
    Ok(Table { codebook, consent, areas, series, core, outlines })
}

/// The area units; none if a line is no unit or a key stands twice.
fn areas(bytes: &[u8]) -> Option<Vec<AreaNote>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut all: Vec<AreaNote> = Vec::new();
    let mut codes = BTreeSet::new();
    for record in reader.records() {
        let record = record.ok()?;
        let field = |at: usize| record.get(at).map(|it| bare(it).to_owned());
        let (code, name) = (field(0)?, field(1)?);
        if code.is_empty() || !codes.insert(code.clone()) {
            return None;
        }
        let parent = field(2).filter(|it| !it.is_empty());
        all.push(AreaNote { code, name, parent });
    }
    (!all.is_empty()).then_some(all)
}
