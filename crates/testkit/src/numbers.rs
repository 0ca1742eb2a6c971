//! Numbers in a text, however it groups their thousands.

use std::collections::BTreeSet;

/// Which of these numbers a text shows, also within longer ones.
///
/// One pass over the text, because some answers hold a whole city many times.
#[must_use]
pub fn numbers_in(text: &str, numbers: &BTreeSet<u64>) -> Vec<u64> {
    let text = text.replace("&nbsp;", "\u{a0}").replace("&#160;", "\u{a0}");
    let lengths: BTreeSet<usize> = numbers.iter().map(|it| it.to_string().len()).collect();
    let mut found = BTreeSet::new();
    for run in joined(&text).split(|it: &u8| !it.is_ascii_digit()) {
        for length in &lengths {
            for window in run.windows(*length) {
                let number = window.iter().fold(0, |it, digit| it * 10 + u64::from(digit - b'0'));
                if numbers.contains(&number) {
                    found.insert(number);
                }
            }
        }
    }
    found.into_iter().collect()
}

/// The digits of a text, without the signs between groups of three; anything else is a space.
fn joined(text: &str) -> Vec<u8> {
    let signs: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let mut joined = Vec::with_capacity(signs.len());
    for (at, sign) in signs.iter().enumerate() {
        let groups = ['.', ',', '\u{a0}', '\u{202f}', '\'', '’', ' '].contains(sign)
            && at > 0
            && is_digit(at - 1)
            && (1..4).all(|it| is_digit(at + it))
            && !is_digit(at + 4);
        match u8::try_from(*sign) {
            _ if groups => {}
            Ok(digit) if digit.is_ascii_digit() => joined.push(digit),
            _ => joined.push(b' '),
        }
    }
    joined
}
