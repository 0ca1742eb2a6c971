//! Account numbers: checked by their check digits, so that a slip of the hand pays nobody else.

/// Countries whose accounts a transfer in euros reaches without more, with the length of theirs.
const LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GI", 23),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("VA", 22),
];

/// Countries whose account numbers hold nothing but digits: three letters can be a multiple of 97,
/// so that check digits alone do not find an O in place of a 0.
const DIGITS: [&str; 18] = [
    "AT", "BE", "CZ", "DE", "DK", "EE", "ES", "FI", "HR", "HU", "IS", "LT", "NO", "PL", "PT", "SE",
    "SI", "SK",
];

/// An account number without spaces if its country, length and check digits fit (ISO 13616,
/// ISO 7064 MOD 97-10).
///
/// ```
/// use ankunft_governance::funds::iban::checked;
///
/// assert_eq!(checked("de89 3704 0044 0532 0130 00").as_deref(), Some("DE89370400440532013000"));
/// assert_eq!(checked("DE89 3704 0044 0532 0310 00"), None, "two digits changed places");
/// ```
#[must_use]
pub fn checked(text: &str) -> Option<String> {
    let signs = text.chars().filter(|it| !it.is_whitespace() && *it != '-');
    let iban: String = signs.map(|it| it.to_ascii_uppercase()).collect();
    if !iban.bytes().all(|it| it.is_ascii_alphanumeric()) || iban.len() < 5 {
        return None;
    }
    let (country, rest) = iban.split_at(2);
    let length = LENGTHS.iter().find(|it| it.0 == country)?.1;
    let has_check = rest.bytes().take(2).all(|it| it.is_ascii_digit());
    let (head, body) = iban.split_at(4);
    if DIGITS.contains(&country) && !body.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let rest = body.bytes().chain(head.bytes()).fold(0_u32, |sum, it| match it {
        b'0'..=b'9' => (sum * 10 + u32::from(it - b'0')) % 97,
        it => (sum * 100 + u32::from(it - b'A') + 10) % 97,
    });
    (iban.len() == length && has_check && rest == 1).then_some(iban)
}

/// In groups of four, as people read it.
#[must_use]
pub fn grouped(iban: &str) -> String {
    let signs: Vec<char> = iban.chars().collect();
    signs.chunks(4).map(|it| it.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What others see of it: the country and the last four signs.
///
/// ```
/// assert_eq!(ankunft_governance::funds::iban::masked("DE89370400440532013000"), "DE… 3000");
/// ```
#[must_use]
pub fn masked(iban: &str) -> String {
    let last = iban.len().saturating_sub(4);
    match (iban.get(..2), iban.get(last..)) {
        (Some(country), Some(end)) if iban.len() > 8 => format!("{country}… {end}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GOOD: [&str; 6] = [
        "DE89370400440532013000",
        "AT611904300234573201",
        "CH9300762011623852957",
        "FR1420041010050500013M02606",
        "NL91ABNA0417164300",
        "GB29NWBK60161331926819",
    ];

    #[test]
    fn examples_of_the_standard_are_taken() {
        for iban in GOOD {
            assert_eq!(checked(&grouped(iban)).as_deref(), Some(iban));
        }
    }

    #[test]
    fn what_only_looks_like_one_is_refused() {
        for text in [
            "",
            "DE",
            "DE89",
            "DE8937040044053201300",
            "DE893704004405320130000",
            "XX89370400440532013000",
            "DEAB370400440532013000",
            "DE89370400440532013OOO",
            "DE89 3704 0044 0532 0130 0ä",
            "AT89370400440532013000",
            "89370400440532013000DE",
        ] {
            assert_eq!(checked(text), None, "{text}");
        }
    }

    proptest! {
        /// One wrong sign, or two neighbours that changed places, never pass.
        #[test]
        fn slips_of_the_hand_are_found(which in 0..GOOD.len(), at in 2_usize..14, digit in 0_u8..10) {
            let mut wrong = GOOD[which].as_bytes().to_vec();
            if wrong[at].is_ascii_digit() && wrong[at] != b'0' + digit {
                wrong[at] = b'0' + digit;
                prop_assert_eq!(checked(std::str::from_utf8(&wrong).unwrap()), None);
            }
            let mut wrong = GOOD[which].as_bytes().to_vec();
            if wrong[at] != wrong[at + 1] {
                wrong.swap(at, at + 1);
                prop_assert_eq!(checked(std::str::from_utf8(&wrong).unwrap()), None);
            }
        }
    }
}
