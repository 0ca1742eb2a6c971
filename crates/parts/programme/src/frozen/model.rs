//! What a frozen state is.

use ankunft_platform::secrets::hex;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A package in a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The number of the package.
    pub package: String,
    /// What it is about.
    pub title: String,
    /// Whose it is.
    pub issuer: String,
    /// SHA-256 of its manifest.
    pub hash: Vec<u8>,
    /// When its file went, if it did.
    pub gone_at: Option<i64>,
}

/// A frozen state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its number.
    pub number: i64,
    /// What it is for.
    pub title: String,
    /// SHA-256 over all packages: [`hash_of`].
    pub hash: Vec<u8>,
    /// The account that froze it.
    pub account: Option<i64>,
    /// When, in microseconds UTC.
    pub at: i64,
    /// Its packages, in their order.
    pub packages: Vec<Frozen>,
}

/// The hash over packages: SHA-256 over number and hash of each, in their order.
///
/// ```
/// use ankunft_programme::frozen::model::hash_of;
///
/// let (a, b) = (("1-1", [1_u8; 32].as_slice()), ("2-1", [2_u8; 32].as_slice()));
/// assert_ne!(hash_of([a, b]), hash_of([b, a]));
/// assert_ne!(hash_of([a]), hash_of([a, b]));
/// ```
#[must_use]
pub fn hash_of<'a>(packages: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut all = Sha256::new();
    for (number, hash) in packages {
        all.update((number.len() as u64).to_be_bytes());
        all.update(number.as_bytes());
        all.update(hash);
    }
    all.finalize().to_vec()
}

/// A state as it is handed out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StateDocument {
    /// Its number.
    pub number: i64,
    /// How it is cited.
    pub citation: String,
    /// What it is for.
    pub title: String,
    /// When it was frozen, in UTC.
    pub frozen_at: String,
    /// SHA-256 over number (behind its length, eight bytes, the greatest first) and hash of each
    /// package, in their order.
    pub sha256: String,
    /// The packages.
    pub packages: Vec<PackageEntry>,
}

/// A package of a state.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PackageEntry {
    /// Its number.
    pub package: String,
    /// What it is about.
    pub title: String,
    /// Whose it is.
    pub issuer: String,
    /// SHA-256 of its manifest.
    pub sha256: String,
    /// When its file was taken back, in UTC; none as long as it can be had.
    pub gone_at: Option<String>,
}

fn moment(at: i64) -> String {
    Timestamp::from_microsecond(at).unwrap_or_default().to_string()
}

impl State {
    /// The document of a state with the words in which it is cited.
    #[must_use]
    pub fn document(&self, citation: String) -> StateDocument {
        let entry = |it: &Frozen| PackageEntry {
            package: it.package.clone(),
            title: it.title.clone(),
            issuer: it.issuer.clone(),
            sha256: hex(&it.hash),
            gone_at: it.gone_at.map(moment),
        };
        StateDocument {
            number: self.number,
            citation,
            title: self.title.clone(),
            frozen_at: moment(self.at),
            sha256: hex(&self.hash),
            packages: self.packages.iter().map(entry).collect(),
        }
    }
}
