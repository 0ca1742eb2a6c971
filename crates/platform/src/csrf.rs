//! Form tokens: a form that was not printed for this session changes nothing.
//!
//! The token is a keyed hash of the session (or, for who is not logged in, of a chance cookie),
//! printed behind a fresh mask, so that the compressed page does not give it away bit by bit.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq;

use crate::ids;
use crate::secrets::Key;

/// How many bytes of the keyed hash a token carries.
const LENGTH: usize = 16;

/// Name of the field and, for scripts, of the header.
pub const FIELD: &str = "csrf";

/// A token for the holder of `bond`, different each time.
#[must_use]
pub fn token(key: &Key, bond: &[u8]) -> String {
    let mask = ids::secret::<LENGTH>();
    let tag = key.tag(&[bond]);
    let mut bytes = mask.to_vec();
    bytes.extend(mask.iter().zip(tag).map(|(mask, tag)| mask ^ tag));
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Whether a token was made for the holder of `bond`.
#[must_use]
pub fn fits(key: &Key, bond: &[u8], token: &str) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(token) else { return false };
    if bytes.len() != 2 * LENGTH {
        return false;
    }
    let (mask, masked) = bytes.split_at(LENGTH);
    let tag: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
    key.tag(&[bond])[..LENGTH].ct_eq(&tag).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::Secret;

    #[test]
    fn a_token_fits_its_session_alone() {
        let key = Secret::from_hex(&"ab".repeat(32), "test").unwrap().key("forms");
        let (one, other) = (token(&key, b"me"), token(&key, b"me"));
        assert_ne!(one, other);
        assert!(fits(&key, b"me", &one) && fits(&key, b"me", &other));
        assert!(!fits(&key, b"you", &one));
        for bad in ["", "AAAA", &one[1..], &format!("{one}A")] {
            assert!(!fits(&key, b"me", bad), "{bad}");
        }
    }
}
