//! The Austauschpaket: one archive with figures, what they mean, and by whose consent they go.
//!
//! | file | holds |
//! |---|---|
//! | `manifest.json` | package, issuer, recipient, day of expiry, SHA-256 of every other file |
//! | `manifest.sig` | the issuer's signature of the manifest (Ed25519) |
//! | `figures.csv` | one line a figure, with its state: a number, zero, suppressed, missing |
//! | `codebook.csv`, `codebook.json` | what the indicators mean, how they are protected, where series break |
//! | `consent.json` | who consented, for what, for whom, until when |
//! | `core.json` | what the city says of Kernindikatoren that can be read from the figures |
//! | `areas.csv`, `areas.geojson` | the area units, with their outlines if they were asked for |
//!
//! Nobody who has not the issuer's key can alter a byte unseen: the signature binds the manifest, and
//! the manifest binds the files. A Widerruf and a Löschbestätigung are the same archive without
//! figures.
//!
//! All of it is pure: bytes in, values or findings out, and the other way round.

pub mod content;
pub mod figures;
pub mod manifest;
pub mod open;
mod words;

use ankunft_disclosure::Audience;

/// The version of the package's shape; a reader refuses every other.
pub const SCHEMA: &str = "ankunft-austauschpaket/1";

/// For whom figures go out: what is narrower than the programme stays in its city.
pub const READER: Audience = Audience::Programme;

pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const SIGNATURE: &str = "manifest.sig";
pub(crate) const FIGURES: &str = "figures.csv";
pub(crate) const CODEBOOK_CSV: &str = "codebook.csv";
pub(crate) const CODEBOOK: &str = "codebook.json";
pub(crate) const CONSENT: &str = "consent.json";
pub(crate) const CORE: &str = "core.json";
pub(crate) const AREAS: &str = "areas.csv";
pub(crate) const OUTLINES: &str = "areas.geojson";
