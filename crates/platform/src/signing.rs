//! Signatures that others can check (Ed25519): who wrote a package, and that nobody changed it.
//!
//! Each tenant has a key of its own, derived from the secret of the installation, so a backup keeps
//! all of them and a city cannot sign for its neighbour.

use std::fmt;

use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sha2::{Digest, Sha256};

use crate::secrets::{Key, hex, unhex};
use crate::tenant::Tenant;

/// The key with which a tenant signs.
#[derive(Debug)]
pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    /// The key of a tenant.
    ///
    /// # Panics
    ///
    /// Never: any 32 bytes are a seed.
    #[must_use]
    pub(crate) fn of(key: &Key, tenant: Tenant) -> Self {
        let seed = key.tag(&[b"tenant", &tenant.id().to_be_bytes()]);
        Self(Ed25519KeyPair::from_seed_unchecked(&seed).expect("any 32 bytes are a seed"))
    }

    /// What others check its signatures with.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.public_key().as_ref());
        PublicKey(bytes)
    }

    /// The signature of bytes; the same each time.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.0.sign(bytes).as_ref().to_vec()
    }
}

/// The public half of a [`SigningKey`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey([u8; 32]);

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fingerprint())
    }
}

impl PublicKey {
    /// The key of 64 hexadecimal digits; space between them does not count.
    ///
    /// ```
    /// use ankunft_platform::signing::PublicKey;
    ///
    /// let text = "00".repeat(32);
    /// assert_eq!(PublicKey::read(&text).unwrap().hex(), text);
    /// assert!(PublicKey::read("abc").is_none());
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits: String = text.split_whitespace().collect();
        Some(Self(unhex(&digits.to_lowercase())?.try_into().ok()?))
    }

    /// The key of stored bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(bytes.try_into().ok()?))
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its 64 hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// What two people read to each other over the phone: eight groups of four digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digits = hex(&Sha256::digest(self.0)[..16]).to_uppercase();
        let groups: Vec<&str> = (0..8).map(|at| &digits[at * 4..at * 4 + 4]).collect();
        groups.join(" ")
    }

    /// Whether a signature of these bytes was made with its other half.
    #[must_use]
    pub fn verifies(&self, bytes: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.0).verify(bytes, signature).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::{Keys, Secret};

    #[test]
    fn only_the_bytes_that_were_signed_by_this_tenant_fit() {
        let secret = Secret::from_hex(&"07".repeat(32), "test").unwrap();
        let keys = Keys::new(&secret);
        let (own, other) = (Tenant::from_id(1), Tenant::from_id(2));
        let (key, twin) = (keys.signing(own), keys.signing(other));
        let signature = key.sign(b"a package");
        assert!(key.public().verifies(b"a package", &signature));
        assert!(!key.public().verifies(b"a packagf", &signature));
        assert!(!twin.public().verifies(b"a package", &signature));
        assert_ne!(key.public(), twin.public());
        assert_eq!(signature, keys.signing(own).sign(b"a package"), "the same each time");
        assert_eq!(key.public().fingerprint().len(), 39);
    }
}
