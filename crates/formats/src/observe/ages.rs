/// How an age group lies to a span of ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    Inside,
    Outside,
    /// Partly inside: a sum of such groups is no figure of the span.
    Astride,
}

/// How the age group of a label lies to the ages from and to, both included.
/// A label that names no age is outside.
pub(super) fn fit(label: &str, (from, to): (u32, u32)) -> Fit {
    let Some((first, last)) = ages(label) else { return Fit::Outside };
    if first >= from && last <= to {
        Fit::Inside
    } else if last < from || first > to {
        Fit::Outside
    } else {
        Fit::Astride
    }
}

/// The ages of a label, both included: `unter 3`, `3 bis unter 6 Jahre`, `6-9`, `65 und älter`.
fn ages(label: &str) -> Option<(u32, u32)> {
    let label = label.to_lowercase();
    let numbers: Vec<u32> =
        label.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
    let below = label.contains("unter") || label.contains('<');
    let above = ["mehr", "älter", "über", "aufw", "+", ">"].iter().any(|it| label.contains(it));
    match numbers[..] {
        [first, last] if below => Some((first, last.checked_sub(1)?)),
        [first, last] => Some((first, last)),
        [last] if below => Some((0, last.checked_sub(1)?)),
        [first] if above => Some((first, u32::MAX)),
        [age] => Some((age, age)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fit, ages, fit};

    #[test]
    fn reads_labels_however_worded() {
        assert_eq!(ages("unter 3"), Some((0, 2)));
        assert_eq!(ages("3 bis unter 6 Jahre"), Some((3, 5)));
        assert_eq!(ages("6-9"), Some((6, 9)));
        assert_eq!(ages("65 und älter"), Some((65, u32::MAX)));
        assert_eq!(ages("80+"), Some((80, u32::MAX)));
        assert_eq!(ages("insgesamt"), None);
        assert_eq!(fit("15 bis unter 20", (0, 17)), Fit::Astride);
        assert_eq!(fit("15 bis unter 18", (0, 17)), Fit::Inside);
    }
}
