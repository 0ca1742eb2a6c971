/// A name as it is compared: small letters, umlauts written out, usual short forms written
/// out, nothing but letters and digits.
pub(crate) fn fold(name: &str) -> String {
    folded(name, |letter, to| match letter {
        'ä' => to.push_str("ae"),
        'ö' => to.push_str("oe"),
        'ü' => to.push_str("ue"),
        other => to.push(other),
    })
}

/// The same with umlauts that lost their dots.
pub(crate) fn fold_without_umlauts(name: &str) -> String {
    folded(name, |letter, to| match letter {
        'ä' => to.push('a'),
        'ö' => to.push('o'),
        'ü' => to.push('u'),
        other => to.push(other),
    })
}

/// The part of a name before a slash or a bracket.
pub(crate) fn head(name: &str) -> &str {
    name.split(['/', '(']).next().unwrap_or(name).trim()
}

fn folded(name: &str, letter: impl Fn(char, &mut String)) -> String {
    let mut folded = String::with_capacity(name.len());
    let lower = name.to_lowercase().replace("ss", "ß");
    for word in lower.split(|it: char| it.is_whitespace() || it == '-' || it == '/') {
        let word = match word {
            "st." => "sankt",
            "str." => "straße",
            other => other,
        };
        let (stem, street) = match word.strip_suffix("str.") {
            Some(stem) => (stem, "straße"),
            None => (word, ""),
        };
        for it in stem.chars().chain(street.chars()).filter(|it| it.is_alphanumeric()) {
            match it {
                'ß' => folded.push_str("ss"),
                other => letter(other, &mut folded),
            }
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_without_umlauts, head};

    #[test]
    fn spellings_of_one_name_are_equal() {
        assert_eq!(fold("Innenstadt-West/Kotten"), fold("Innenstadt West/Kotten"));
        assert_eq!(fold("SCHLOSSSTRASSE"), fold("Schloßstraße"));
        assert_eq!(fold("Treuenbrietzener Str."), fold("Treuenbrietzener Straße"));
        assert_eq!(fold("Stülerstr."), fold("Stuelerstraße"));
        assert_eq!(fold("St. Georg"), fold("Sankt Georg"));
        assert_eq!(fold_without_umlauts("Lämmchesberg"), fold_without_umlauts("Lammchesberg"));
        assert_eq!(head("Innenstadt-West/…"), "Innenstadt-West");
    }
}
