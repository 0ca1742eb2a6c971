//! The apostrophe that keeps a spreadsheet from running a text (OWASP: CSV injection).

/// Whether a spreadsheet would take a text for something to compute, and not for a number.
pub(crate) fn computes(text: &str) -> bool {
    let is_number = text.parse::<f64>().is_ok() && text.bytes().any(|it| it.is_ascii_digit());
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number
}

/// A text as it was before it was guarded: without the first apostrophe, if one or more of them
/// stand before what begins like a formula. Every other text is as it is.
#[must_use]
pub fn bare(text: &str) -> &str {
    let Some(rest) = text.strip_prefix('\'') else { return text };
    let begins = rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins { rest } else { text }
}

#[cfg(test)]
mod tests {
    use super::{bare, computes};

    #[test]
    fn one_apostrophe_is_taken_from_what_was_guarded() {
        for (written, meant) in [
            ("'=1+1", "=1+1"),
            ("'@sum", "@sum"),
            ("'-", "-"),
            ("''=1", "'=1"),
            ("'\t=1", "\t=1"),
            ("'s Gravenhage", "'s Gravenhage"),
            ("'", "'"),
            ("=1", "=1"),
            ("-2", "-2"),
        ] {
            assert_eq!(bare(written), meant);
        }
    }

    #[test]
    fn numbers_are_nothing_to_compute() {
        assert!(["=1", "+A1", "-inf", "-", "@a", "\r"].iter().all(|it| computes(it)));
        assert!(["-1", "+49", "-1.5e-7", "", "a=b"].iter().all(|it| !computes(it)));
    }
}
