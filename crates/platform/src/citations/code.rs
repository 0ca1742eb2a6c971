use crate::ids;

/// No 0 and O, no 1, I and L: what is read from paper is typed right. Their number is prime.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Of them those that a new code is drawn from: of any that look alike one, for programs that read scans
/// take one for the other, and no vowel, so that no code is a word.
const DRAWN: &[u8; 17] = b"23469CDFHKMNPRTWX";

/// The shortest code: three signs by chance and one to check them.
const SHORTEST: usize = 4;

/// The shortest code that is drawn today: of five signs a city has so few of those that there can be, that
/// what is misread is hardly ever another.
pub(super) const DRAWN_SHORTEST: usize = 5;

/// A code of this length by chance.
pub(super) fn draw(length: usize) -> String {
    loop {
        let chance = ids::secret::<16>();
        let drawn = chance.iter().take(length - 1).map(|it| DRAWN[usize::from(*it) % DRAWN.len()]);
        let mut code: Vec<usize> = drawn.filter_map(place).collect();
        let last = check(&code);
        if DRAWN.contains(&ALPHABET[last]) {
            code.push(last);
            return code.into_iter().map(|it| char::from(ALPHABET[it])).collect();
        }
    }
}

/// Where a sign stands among those of all codes.
fn place(sign: u8) -> Option<usize> {
    ALPHABET.iter().position(|it| *it == sign)
}

/// The Fundstelle in a text that a person typed, in capital letters; `None` for a typing error.
///
/// Every single wrong sign and every two neighbours in wrong order are found.
///
/// # Examples
///
/// ```
/// use ankunft_platform::citations::read_code;
///
/// assert_eq!(read_code("/f/222r"), Some("222R".to_owned()));
/// assert_eq!(read_code("223R"), None);
/// ```
#[must_use]
pub fn read_code(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("/f/").to_ascii_uppercase();
    let code: Vec<usize> = text.bytes().map(place).collect::<Option<_>>()?;
    let (last, rest) = code.split_last()?;
    (code.len() >= SHORTEST && check(rest) == *last).then_some(text)
}

/// Weights 2, 3, 4 … modulo a prime; the check sign itself has weight 1 and closes the sum.
fn check(code: &[usize]) -> usize {
    let sum: usize = (2..).zip(code.iter().rev()).map(|(weight, it)| weight * (it + 1)).sum();
    (ALPHABET.len() - sum % ALPHABET.len()) % ALPHABET.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_has_no_sign_that_looks_like_another() {
        for length in 4..9 {
            let code = draw(length);
            assert_eq!((code.len(), read_code(&code)), (length, Some(code.clone())));
            assert!(code.bytes().all(|it| DRAWN.contains(&it)), "{code}");
        }
        for pair in ["2Z", "3S", "3B", "38", "4A", "6G", "9Y", "9Q", "9G", "7T", "VW", "UV", "EF"] {
            let both = pair.bytes().filter(|it| DRAWN.contains(it)).count();
            assert!(both < 2, "{pair}");
        }
    }

    #[test]
    fn typing_errors_are_found() {
        for length in 4..8 {
            let code = draw(length);
            assert_eq!(read_code(&code.to_lowercase()), Some(code.clone()));
            for place in 0..length {
                for other in ALPHABET {
                    let mut wrong = code.clone().into_bytes();
                    if wrong[place] != *other {
                        wrong[place] = *other;
                        assert_eq!(read_code(std::str::from_utf8(&wrong).unwrap()), None);
                    }
                }
            }
            for place in 1..length {
                let mut wrong = code.clone().into_bytes();
                wrong.swap(place - 1, place);
                if wrong != code.as_bytes() {
                    assert_eq!(read_code(std::str::from_utf8(&wrong).unwrap()), None);
                }
            }
        }
    }
}
