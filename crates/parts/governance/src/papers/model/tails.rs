//! What is left of a Fundstelle where a scanner, or a column that was read across, leaves nothing of its
//! address.

use ankunft_platform::citations::read_code;

use super::recognise::{LONGEST, MOST_PLACES, Sign, ends, is_hyphen, signs};

/// Shorter ends of words are too often words.
const SHORTEST: usize = 5;

/// The codes with which words end, whatever stands before them. They say nothing by themselves, because any
/// word may end so; but the Vorlage knows what it cites.
///
/// Takes time in proportion to the text.
///
/// ```
/// use ankunft_governance::papers::model::tails::tails;
///
/// assert_eq!(tails("damit KIPKNXH. und die Stadt"), ["PKNXH"]);
/// assert!(tails("damit KIPKNXG. und die Stadt").is_empty());
/// ```
#[must_use]
pub fn tails(text: &str) -> Vec<String> {
    let signs = signs(text);
    let mut all = Vec::new();
    for end in 1..=signs.len() {
        let is_last = matches!(signs[end - 1], Sign::Read(it) if is_drawn(it));
        if !is_last || !ends(&signs, end) || all.len() >= MOST_PLACES {
            continue;
        }
        let word = word_before(&signs, end);
        let starts = 0..(word.len() + 1).saturating_sub(SHORTEST);
        all.extend(starts.filter_map(|from| read_code(&word[from..])));
    }
    all
}

/// The last signs of a word that ends here, also over line breaks.
fn word_before(signs: &[Sign], end: usize) -> String {
    let (mut at, mut back) = (end, Vec::new());
    while at > 0 && back.len() < LONGEST {
        at -= 1;
        match signs[at] {
            Sign::Read(it) if is_drawn(it) => back.push(it),
            Sign::Read(_) => break,
            Sign::Break(_) => {
                let has_hyphen = at > 0 && matches!(signs[at - 1], Sign::Read(it) if is_hyphen(it));
                at -= usize::from(has_hyphen);
            }
        }
    }
    back.into_iter().rev().collect()
}

const fn is_drawn(sign: char) -> bool {
    sign.is_ascii_uppercase() || sign.is_ascii_digit()
}
