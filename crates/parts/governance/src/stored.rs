//! How days and words are read back from the database.

use ankunft_platform::store::StoreError;
use jiff::civil::Date;

/// A day as it is stored.
pub fn day(text: String) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable { what: "a day", text })
}

/// What a stored word says.
pub fn word<T>(of: impl Fn(&str) -> Option<T>, text: String) -> Result<T, StoreError> {
    of(&text).ok_or(StoreError::Unreadable { what: "a word", text })
}
