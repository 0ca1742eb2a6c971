//! Signed links: whoever has one may do one thing, without logging in, until it expires.
//!
//! With one of ours a password is set, after an invitation or because it was forgotten. Such a link
//! is bound to what stands in place of the password, so it works once: with the new password it no
//! longer fits. Parts have links of their own ([`crate::parts::SignedLink`]), bound to what they
//! keep. A link says nothing to who reads it but its purpose and a number.

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

/// The bytes of a token before its tag: purpose, number, when it expires.
const HEAD: usize = 17;
/// The length of a tag.
const TAG: usize = 32;

/// The path of a link (`/l/…`) for one purpose and one thing, good until an instant and as long as
/// what it is bound to stays as it is.
///
/// ```
/// use ankunft_platform::links::{self, Token};
/// use ankunft_platform::secrets::Secret;
/// use jiff::Timestamp;
///
/// let key = Secret::from_hex(&"0".repeat(64), "a test").expect("a secret").key("links");
/// let until = Timestamp::from_second(1_800_000_000).expect("an instant");
/// let path = links::signed(&key, (9, 4711), until, b"chance");
/// let token = Token::read(path.trim_start_matches("/l/")).expect("a token");
/// assert_eq!((token.purpose, token.thing), (9, 4711));
/// assert!(token.fits(&key, b"chance") && !token.fits(&key, b"another"));
/// assert!(token.has_expired(until) && !token.has_expired(until - jiff::Span::new().seconds(1)));
/// ```
#[must_use]
pub fn signed(key: &Key, (purpose, thing): (u8, i64), until: Timestamp, bound_to: &[u8]) -> String {
    let head = head(purpose, thing, until.as_second());
    let tag = key.tag(&[&head, bound_to]);
    format!("/l/{}", URL_SAFE_NO_PAD.encode([head.as_slice(), &tag].concat()))
}

/// A signed link as it came, not yet believed.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it says it is for.
    pub purpose: u8,
    /// Which thing it says it is of.
    pub thing: i64,
    expires: i64,
    tag: Vec<u8>,
}

impl Token {
    /// Reads the token of a link; none if it cannot be one. Signs that a mail program or a sentence has
    /// glued to it are left away; one that is cut off says what it is for and fits nothing.
    #[must_use]
    pub fn read(token: &str) -> Option<Self> {
        let token =
            token.trim_matches(|it: char| !it.is_ascii_alphanumeric() && !"-_".contains(it));
        let of_it = |cut: usize| URL_SAFE_NO_PAD.decode(token.get(..token.len() - cut)?).ok();
        // A group of four signs that is not whole may say nothing.
        let bytes = (0..=token.len().min(3)).find_map(of_it)?;
        if !(HEAD..=HEAD + TAG).contains(&bytes.len()) {
            return None;
        }
        Some(Self {
            purpose: bytes[0],
            thing: i64::from_be_bytes(bytes[1..9].try_into().ok()?),
            expires: i64::from_be_bytes(bytes[9..HEAD].try_into().ok()?),
            tag: bytes[HEAD..].to_vec(),
        })
    }

    /// Whether it was made here for this thing as long as it was bound to this.
    #[must_use]
    pub fn fits(&self, key: &Key, bound_to: &[u8]) -> bool {
        let head = head(self.purpose, self.thing, self.expires);
        key.fits(&[&head, bound_to], &self.tag)
    }

    /// Whether its time is over.
    #[must_use]
    pub fn has_expired(&self, now: Timestamp) -> bool {
        now.as_second() >= self.expires
    }
}

/// The path of a link for an account: `/l/…`.
#[must_use]
pub fn path(key: &Key, account: &Account, purpose: Purpose, now: Timestamp) -> String {
    let until = now.saturating_add(purpose.lasts()).unwrap_or(now);
    signed(key, (purpose.byte(), account.id), until, account.password_hash.as_bytes())
}

fn head(purpose: u8, thing: i64, expires: i64) -> Vec<u8> {
    [&[purpose][..], &thing.to_be_bytes(), &expires.to_be_bytes()].concat()
}

/// A link for an account as it came, not yet believed.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it says it is for.
    pub purpose: Purpose,
    /// Whose account it says it is for.
    pub account: i64,
    token: Token,
}

impl Claim {
    /// Reads the token of a link; none if it cannot be one.
    #[must_use]
    pub fn read(token: &str) -> Option<Self> {
        let token = Token::read(token)?;
        let purposes = [Purpose::Reset, Purpose::Invite];
        let purpose = purposes.into_iter().find(|it| it.byte() == token.purpose)?;
        Some(Self { purpose, account: token.thing, token })
    }

    /// Whether it was made here for this account as it is now, and is still good.
    #[must_use]
    pub fn holds(&self, key: &Key, account: &Account, now: Timestamp) -> bool {
        account.id == self.account
            && !account.is_disabled()
            && !self.token.has_expired(now)
            && self.token.fits(key, account.password_hash.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::Secret;

    #[test]
    fn a_link_is_known_by_what_came_of_it_and_good_as_a_whole_alone() {
        let key = Secret::from_hex(&"ab".repeat(32), "test").unwrap().key("links");
        let until = Timestamp::from_second(1_800_000_000).unwrap();
        let path = signed(&key, (9, 4711), until, b"chance");
        let token = path.trim_start_matches("/l/");
        for glued in
            [token.to_owned(), format!("{token}."), format!("({token})"), format!("{token} ")]
        {
            assert!(Token::read(&glued).unwrap().fits(&key, b"chance"), "{glued}");
        }
        for cut in 1..=10 {
            let read = Token::read(&token[..token.len() - cut]).unwrap();
            assert_eq!((read.purpose, read.thing), (9, 4711), "{cut}");
            assert!(!read.fits(&key, b"chance"), "{cut}");
        }
        for none in ["", ".", "abc", &token[..12], &format!("{token}Danke")] {
            assert!(Token::read(none).is_none(), "{none}");
        }
    }
}
