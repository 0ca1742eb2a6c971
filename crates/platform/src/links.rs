//! Signed links with which a password is set: after an invitation, or because it was forgotten.
//!
//! A link is bound to what stands in place of the password, so it works once: with the new
//! password it no longer fits. It says nothing to who reads it but the number of an account.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};

use crate::accounts::Account;
use crate::secrets::Key;

/// What a link was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The password was forgotten; one hour.
    Reset,
    /// The first password of a new account; seven days.
    Invite,
}

impl Purpose {
    /// How long a link is good for.
    #[must_use]
    pub const fn lasts(self) -> SignedDuration {
        match self {
            Self::Reset => SignedDuration::from_hours(1),
            Self::Invite => SignedDuration::from_hours(7 * 24),
        }
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Reset => 1,
            Self::Invite => 2,
        }
    }
}

/// The path of a link for an account: `/l/…`.
#[must_use]
pub fn path(key: &Key, account: &Account, purpose: Purpose, now: Timestamp) -> String {
    let expires = now.saturating_add(purpose.lasts()).map_or(0, Timestamp::as_second);
    let head = head(purpose, account.id, expires);
    let tag = key.tag(&[&head, account.password_hash.as_bytes()]);
    format!("/l/{}", URL_SAFE_NO_PAD.encode([head.as_slice(), &tag].concat()))
}

fn head(purpose: Purpose, account: i64, expires: i64) -> Vec<u8> {
    [&[purpose.byte()][..], &account.to_be_bytes(), &expires.to_be_bytes()].concat()
}

/// A link as it came, not yet believed.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it says it is for.
    pub purpose: Purpose,
    /// Whose account it says it is for.
    pub account: i64,
    expires: i64,
    tag: Vec<u8>,
}

impl Claim {
    /// Reads the token of a link; none if it cannot be one.
    #[must_use]
    pub fn read(token: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok().filter(|it| it.len() == 49)?;
        let purpose =
            [Purpose::Reset, Purpose::Invite].into_iter().find(|it| it.byte() == bytes[0]);
        Some(Self {
            purpose: purpose?,
            account: i64::from_be_bytes(bytes[1..9].try_into().ok()?),
            expires: i64::from_be_bytes(bytes[9..17].try_into().ok()?),
            tag: bytes[17..].to_vec(),
        })
    }

    /// Whether it was made here for this account as it is now, and is still good.
    #[must_use]
    pub fn holds(&self, key: &Key, account: &Account, now: Timestamp) -> bool {
        let head = head(self.purpose, self.account, self.expires);
        account.id == self.account
            && !account.is_disabled()
            && now.as_second() < self.expires
            && key.fits(&[&head, account.password_hash.as_bytes()], &self.tag)
    }
}
