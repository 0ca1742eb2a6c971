//! Passwords: argon2id, and what may be one.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use crate::web::{App, Failure};

/// Fewer characters are no password.
pub const SHORTEST: usize = 12;
/// More bytes are refused, because hashing them takes time.
pub const LONGEST_BYTES: usize = 256;

/// Beginnings of what people choose when they must choose something.
const WELL_KNOWN: &[&str] = &[
    "passwort",
    "password",
    "kennwort",
    "geheim",
    "qwert",
    "qwerty",
    "123456",
    "abc123",
    "willkommen",
    "ankunft",
    "111111",
    "000000",
    "hallo",
    "letmein",
    "sommer20",
    "winter20",
];

/// Why a text is no password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Shorter than [`SHORTEST`] characters.
    TooShort,
    /// Longer than [`LONGEST_BYTES`] bytes.
    TooLong,
    /// Known to everybody who guesses, or made from the address.
    Known,
}

impl Weakness {
    /// The id of the text that says it.
    #[must_use]
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::TooShort => "passwort-zu-kurz",
            Self::TooLong => "passwort-zu-lang",
            Self::Known => "passwort-bekannt",
        }
    }
}

/// Whether a text may be the password of the account of this address.
///
/// # Errors
///
/// - [`Weakness`] says why not.
pub fn check(password: &str, email: &str) -> Result<(), Weakness> {
    let lower = password.to_lowercase();
    let name = email.split('@').next().unwrap_or_default().to_lowercase();
    let mut letters: Vec<char> = lower.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if password.chars().count() < SHORTEST {
        Err(Weakness::TooShort)
    } else if password.len() > LONGEST_BYTES {
        Err(Weakness::TooLong)
    } else if letters.len() < 5
        || lower.contains(&email.to_lowercase())
        || (name.len() > 3 && lower.starts_with(&name))
        || WELL_KNOWN.iter().any(|it| lower.starts_with(it) && lower.len() < it.len() + 8)
    {
        Err(Weakness::Known)
    } else {
        Ok(())
    }
}

/// The hash of a password, with its own salt. Takes about 20 ms and 19 MB.
///
/// # Errors
///
/// - if the system gives no chance for the salt.
pub fn hash(password: &str) -> Result<String, argon2::password_hash::Error> {
    Ok(Argon2::default().hash_password(password.as_bytes())?.to_string())
}

/// Whether a password belongs to a hash. Without a hash it takes as long and is false.
#[must_use]
pub fn fits(password: &str, hash: Option<&str>) -> bool {
    static NOBODY: LazyLock<String> =
        LazyLock::new(|| self::hash("nobody has this password").unwrap_or_default());
    let parsed = hash.and_then(|it| PasswordHash::new(it).ok());
    let is_somebody = parsed.is_some();
    let Some(parsed) = parsed.or_else(|| PasswordHash::new(&NOBODY).ok()) else { return false };
    let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    fits && is_somebody
}

impl App {
    /// [`hash`], beside the work of others.
    ///
    /// # Errors
    ///
    /// - a 500 page if it cannot be done.
    pub async fn hash_password(&self, password: String) -> Result<String, Failure> {
        let _permit = self.hashing.acquire().await.map_err(Failure::internal)?;
        let work = tokio::task::spawn_blocking(move || hash(&password));
        work.await.map_err(Failure::internal)?.map_err(Failure::internal)
    }

    /// [`fits`], beside the work of others.
    ///
    /// # Errors
    ///
    /// - a 500 page if it cannot be done.
    pub async fn password_fits(
        &self,
        password: String,
        hash: Option<String>,
    ) -> Result<bool, Failure> {
        let _permit = self.hashing.acquire().await.map_err(Failure::internal)?;
        let work = tokio::task::spawn_blocking(move || fits(&password, hash.as_deref()));
        work.await.map_err(Failure::internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_hash_alone() {
        let hash = hash("ein langer Satz mit Birne").unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(fits("ein langer Satz mit Birne", Some(&hash)));
        assert!(!fits("ein langer Satz mit Apfel", Some(&hash)));
        assert!(!fits("nobody has this password", None));
        assert!(!fits("", Some("!abc")));
    }

    #[test]
    fn what_everybody_guesses_is_refused() {
        let check = |password: &str| check(password, "ida.muster@stadt.example");
        assert_eq!(check("kurz"), Err(Weakness::TooShort));
        assert_eq!(check(&"äöüß-".repeat(60)), Err(Weakness::TooLong));
        for known in ["Passwort1234", "aaaaaaaaaaaaaa", "ida.muster2026!", "Willkommen2026"] {
            assert_eq!(check(known), Err(Weakness::Known), "{known}");
        }
        assert_eq!(check("vier Birnen im Korb"), Ok(()));
    }
}
