//! The secret of this installation, and the keys that are derived from it.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use ankunft_disclosure::ReleaseKey;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::ids;
use crate::signing::SigningKey;
use crate::tenant::Tenant;

/// The file in the data folder.
const FILE: &str = "secret.key";

/// 32 bytes that nobody else knows. All keys come from them, so a backup needs to keep only these.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Why the installation has no secret.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file cannot be read or made.
    #[error("{}: {cause}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// What was given is not 64 hexadecimal digits.
    #[error("{place} must hold 64 hexadecimal digits; restore it from a backup of secret.key")]
    Malformed {
        /// The file or setting.
        place: String,
    },
}

impl Secret {
    /// The secret of a data folder; made at the first start, readable for its owner alone.
    ///
    /// # Errors
    ///
    /// - [`SecretError`] if the file cannot be read or made, or is not what this program wrote.
    pub fn of_folder(folder: &Path) -> Result<Self, SecretError> {
        let path = folder.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::from_hex(&text, &path.display().to_string()),
            Err(error) if error.kind() == ErrorKind::NotFound => Self::make(&path),
            Err(cause) => Err(SecretError::File { path, cause }),
        }
    }

    /// The secret of 64 hexadecimal digits; `place` is named if they are not.
    ///
    /// # Errors
    ///
    /// - [`SecretError::Malformed`] if it is anything else.
    pub fn from_hex(text: &str, place: &str) -> Result<Self, SecretError> {
        let bytes = unhex(text.trim()).and_then(|it| it.try_into().ok());
        bytes.map(Self).ok_or_else(|| SecretError::Malformed { place: place.to_owned() })
    }

    fn make(path: &Path) -> Result<Self, SecretError> {
        let secret = Self(ids::secret());
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(path).and_then(|mut file| {
            file.write_all(hex(&secret.0).as_bytes())?;
            file.sync_all()
        });
        match written {
            Ok(()) => Ok(secret),
            Err(cause) => Err(SecretError::File { path: path.to_owned(), cause }),
        }
    }

    /// The key for one purpose. Whoever learns it learns nothing about the others.
    #[must_use]
    pub fn key(&self, purpose: &str) -> Key {
        Key(Key(self.0).tag(&[b"ankunft", purpose.as_bytes()]))
    }
}

/// A key for one purpose.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// The keyed hash (HMAC-SHA-256) over these parts, each behind its length.
    #[must_use]
    pub fn tag(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.mac(parts).finalize().into_bytes().into()
    }

    /// Whether a tag is the one of these parts; takes as long whichever byte differs.
    #[must_use]
    pub fn fits(&self, parts: &[&[u8]], tag: &[u8]) -> bool {
        self.mac(parts).verify_slice(tag).is_ok()
    }

    fn mac(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        for part in parts {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        mac
    }
}

/// The keys of an installation.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Seals releases.
    pub release: ReleaseKey,
    /// Marks forms.
    pub forms: Key,
    /// Signs links.
    pub links: Key,
    /// Seals citations.
    pub citations: Key,
    /// From it come the keys with which tenants sign.
    packages: Key,
}

impl Keys {
    /// The keys of a secret.
    #[must_use]
    pub fn new(secret: &Secret) -> Self {
        Self {
            release: ReleaseKey::new(secret.key("release").0),
            forms: secret.key("forms"),
            links: secret.key("links"),
            citations: secret.key("citations"),
            packages: secret.key("packages"),
        }
    }

    /// The key with which a tenant signs what it gives to others.
    #[must_use]
    pub fn signing(&self, tenant: Tenant) -> SigningKey {
        SigningKey::of(&self.packages, tenant)
    }
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal digits, if they are such.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_keeps_its_secret_and_shows_it_to_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let first = Secret::of_folder(folder.path()).unwrap();
        let second = Secret::of_folder(folder.path()).unwrap();
        assert_eq!(first.0, second.0);
        assert!(!format!("{first:?}").contains(&hex(&first.0)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = folder.path().join(FILE).metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_damaged_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "abc").unwrap();
        assert!(matches!(Secret::of_folder(folder.path()), Err(SecretError::Malformed { .. })));
    }

    #[test]
    fn purposes_and_parts_are_kept_apart() {
        let secret = Secret([7; 32]);
        assert_ne!(secret.key("links").0, secret.key("forms").0);
        let key = secret.key("links");
        assert_ne!(key.tag(&[b"ab", b"c"]), key.tag(&[b"a", b"bc"]));
        assert!(key.fits(&[b"a"], &key.tag(&[b"a"])));
        assert!(!key.fits(&[b"a"], &key.tag(&[b"a"])[..31]));
    }
}
