//! Texts as they stand in files that spreadsheets open.

/// A field without the apostrophe that keeps a spreadsheet from computing it
/// ([`ankunft_platform::web::file::guarded`]).
pub(crate) fn bare(field: &str) -> &str {
    let inner = field.strip_prefix('\'').unwrap_or(field);
    let was_guarded = ankunft_platform::web::file::guarded(inner) == field;
    if was_guarded { inner } else { field }
}

#[cfg(test)]
mod tests {
    use ankunft_platform::web::file::guarded;

    #[test]
    fn what_was_guarded_comes_back() {
        for text in ["=1+1", "'=1", "''=1", "'s Gravenhage", "-2", "+A1", "Nord", ""] {
            assert_eq!(super::bare(&guarded(text)), text);
        }
    }
}
