//! What a package says of itself, and the archive that it is.

use ankunft_formats::bundle::{self, Member};
use ankunft_platform::secrets::hex;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{MANIFEST, SCHEMA, SIGNATURE};

/// What an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Figures.
    Package,
    /// That a package may be used no more (Widerruf).
    Revocation,
    /// That the copies of a package are deleted (Löschbestätigung).
    Deletion,
}

/// Somebody who gives or gets a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// What it is called.
    pub name: String,
    /// The Amtlicher Gemeindeschlüssel of a municipality.
    pub ags: Option<String>,
    /// Its public key, as 64 hexadecimal digits.
    pub key: String,
}

/// A file of the package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`SCHEMA`]
    pub schema: String,
    /// What the archive is.
    pub kind: Kind,
    /// The number of the package, which its issuer gives once.
    pub package: String,
    /// Who gives it.
    pub issuer: Party,
    /// Who may use it.
    pub recipient: Party,
    /// What it is about.
    pub title: String,
    /// For what it may be used.
    pub purpose: String,
    /// When it was made, in UTC.
    pub created: String,
    /// The last day on which it may be used, as `2027-12-31`.
    pub expires: String,
    /// The files beside the manifest and its signature.
    pub files: Vec<Listed>,
}

impl Manifest {
    /// The last day on which it may be used.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.expires.parse().ok()
    }

    /// When it was made.
    #[must_use]
    pub fn made(&self) -> Option<Timestamp> {
        self.created.parse().ok()
    }
}

/// SHA-256 as hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// An archive that is signed, and the SHA-256 of its manifest, which stands for all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The archive.
    pub bytes: Vec<u8>,
    /// SHA-256 of the manifest.
    pub hash: Vec<u8>,
}

/// Lists the files in the manifest, has it signed, and packs all of it. The same input gives the
/// same bytes.
///
/// # Errors
///
/// - [`std::io::Error`] if two files have one name.
pub fn seal(
    manifest: Manifest,
    files: Vec<Member>,
    sign: impl FnOnce(&[u8]) -> Vec<u8>,
) -> Result<Signed, std::io::Error> {
    let listed = files.iter().map(|(name, bytes)| Listed {
        name: name.clone(),
        bytes: bytes.len() as u64,
        sha256: sha256(bytes),
    });
    let manifest = Manifest { schema: SCHEMA.to_owned(), files: listed.collect(), ..manifest };
    let mut text = serde_json::to_vec_pretty(&manifest)?;
    text.push(b'\n');
    let hash = Sha256::digest(&text).to_vec();
    let signature = format!("{}\n", hex(&sign(&text))).into_bytes();
    let own = [(MANIFEST.to_owned(), text), (SIGNATURE.to_owned(), signature)];
    let all: Vec<Member> = own.into_iter().chain(files).collect();
    Ok(Signed { bytes: bundle::pack(&all)?, hash })
}
