//! Placeholders for statements with many values. Both databases count them with `$1…`.

use std::fmt::Write;

/// `$3, $4, $5` for three values after the first two.
#[must_use]
pub fn places(first: usize, count: usize) -> String {
    let mut text = String::with_capacity(count * 5);
    for number in first..first + count {
        let comma = if number == first { "" } else { ", " };
        let _ = write!(text, "{comma}${number}");
    }
    text
}

/// `($1, $2), ($3, $4)` for two rows of two values.
#[must_use]
pub fn rows(count: usize, width: usize) -> String {
    let row = |number: usize| format!("({})", places(number * width + 1, width));
    (0..count).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_counted_through() {
        assert_eq!(places(3, 3), "$3, $4, $5");
        assert_eq!(rows(2, 2), "($1, $2), ($3, $4)");
    }
}
