use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{Column, Nutzung, Policy, Released};

/// The secret with which this installation seals its releases.
///
/// Without it nobody can add a figure to a release, change one, or widen its circle, not
/// even by writing into the database.
#[derive(Clone)]
pub struct ReleaseKey([u8; 32]);

impl ReleaseKey {
    /// The key of these 32 secret bytes.
    #[must_use]
    pub const fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }
}

impl ReleaseKey {
    /// The seal of bytes that were computed from releases: HMAC-SHA-256.
    ///
    /// # Examples
    ///
    /// ```
    /// use ankunft_disclosure::ReleaseKey;
    ///
    /// let key = ReleaseKey::new([7; 32]);
    /// let seal = key.seal(b"three quarters");
    /// assert!(key.verify(b"three quarters", &seal).is_ok());
    /// assert!(key.verify(b"four quarters", &seal).is_err());
    /// ```
    #[must_use]
    pub fn seal(&self, bytes: &[u8]) -> [u8; 32] {
        self.mac_of(bytes).finalize().into_bytes().into()
    }

    /// Checks the seal of such bytes.
    ///
    /// # Errors
    ///
    /// - [`BrokenSeal`] if a single bit of bytes or seal differs from what was sealed.
    pub fn verify(&self, bytes: &[u8], seal: &[u8]) -> Result<(), BrokenSeal> {
        self.mac_of(bytes).verify_slice(seal).map_err(|_| BrokenSeal)
    }

    fn mac_of(&self, bytes: &[u8]) -> Hmac<Sha256> {
        // Apart from the seals of columns, so that none can be taken for the other.
        self.mac().chain_update(b"derived").chain_update(bytes)
    }

    fn mac(&self) -> Hmac<Sha256> {
        Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length")
    }
}

impl std::fmt::Debug for ReleaseKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReleaseKey(secret)")
    }
}

/// Everything that a seal binds beside the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose figures these are.
    pub tenant: i64,
    /// The release that this column belongs to.
    pub release: i64,
    /// The version of the area units, in whose order the cells stand.
    pub area_version: i64,
    /// The version of the indicator.
    pub indicator_version: i64,
    /// Stichtag or Berichtszeitraum, as it is stored: `2020-12-31`, `2015h1`, `2021`.
    pub period: String,
    /// The rule by which the figures are protected.
    pub policy: Policy,
    /// The circle they are released for.
    pub nutzung: Nutzung,
}

/// A released column as it is stored: its bytes and the keyed hash over head and bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The encoded [`Column`].
    pub bytes: Vec<u8>,
    /// HMAC-SHA-256 over [`Head`] and bytes.
    pub seal: [u8; 32],
}

/// A stored release whose seal does not fit: it was altered, or belongs to another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the seal of a stored release does not fit its figures")]
pub struct BrokenSeal;

/// Why a column cannot be sealed under a head.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealRefused {
    /// The column was computed from released ones; those are what is stored.
    #[error("a column computed from released ones is not stored")]
    Derived,
    /// The head names another policy than the one that protected the column.
    #[error("the head names another policy than the one that protected the column")]
    OtherPolicy,
    /// The head names another circle than the one that the column was released for.
    #[error("the column was released for {released:?}, and the head says {head:?}")]
    OtherNutzung {
        /// The circle of the column.
        released: Nutzung,
        /// The circle of the head.
        head: Nutzung,
    },
}

impl Head {
    /// Seals a released column for storage.
    ///
    /// # Errors
    ///
    /// - [`SealRefused`] if the head says something else than the column about its policy or
    ///   its circle, so that a stored head is always what happened.
    pub fn seal(&self, column: &Released<Column>, key: &ReleaseKey) -> Result<Sealed, SealRefused> {
        let policy = column.policy().ok_or(SealRefused::Derived)?;
        if *policy != self.policy {
            return Err(SealRefused::OtherPolicy);
        }
        if column.nutzung() != self.nutzung {
            let (released, head) = (column.nutzung(), self.nutzung);
            return Err(SealRefused::OtherNutzung { released, head });
        }
        let bytes = column.bare().encode();
        let seal = self.mac(&bytes, key).finalize().into_bytes().into();
        Ok(Sealed { bytes, seal })
    }

    /// Opens a stored column.
    ///
    /// # Errors
    ///
    /// - [`BrokenSeal`] if a single bit of head, figures or seal differs from what was sealed.
    pub fn open(&self, sealed: &Sealed, key: &ReleaseKey) -> Result<Released<Column>, BrokenSeal> {
        self.mac(&sealed.bytes, key).verify_slice(&sealed.seal).map_err(|_| BrokenSeal)?;
        let column = Column::decode(&sealed.bytes).ok_or(BrokenSeal)?;
        Ok(Released::new(column, self.policy.clone(), self.nutzung))
    }

    fn mac(&self, bytes: &[u8], key: &ReleaseKey) -> Hmac<Sha256> {
        let mut mac = key.mac();
        for number in [self.tenant, self.release, self.area_version, self.indicator_version] {
            mac.update(&number.to_le_bytes());
        }
        // Each text goes in behind its length, so that no two heads give the same bytes.
        for text in [self.period.as_str(), &self.policy.code(), self.nutzung.code()] {
            mac.update(&(text.len() as u64).to_le_bytes());
            mac.update(text.as_bytes());
        }
        mac.update(bytes);
        mac
    }
}
