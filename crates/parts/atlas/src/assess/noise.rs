//! What the protection of the figures left in them as error.

use ankunft_arrival::Noise;
use ankunft_disclosure::Policy;

/// The error of the source, and the name of its rule for texts and for the record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Error {
    pub noise: Noise,
    /// `round:5`, `cell-key:5,3`, `none`.
    pub rule: &'static str,
}

const NONE: Error = Error { noise: Noise::NONE, rule: "none" };

/// The error to reckon with: where figures are protected by several rules, that of the widest.
pub(super) fn of(policies: &[Policy]) -> Error {
    let errors = policies.iter().map(of_one);
    errors.max_by_key(|it| it.noise.reach()).unwrap_or(NONE)
}

fn of_one(policy: &Policy) -> Error {
    match policy {
        Policy::Rounded(base) => rounded(base.get()),
        Policy::AlreadyProtected(declared) => declared_rule(&declared.rule),
    }
}

/// The rule that an office has named in its own words. One that nobody knows how to play back
/// is reckoned with as none, and pages say so.
fn declared_rule(rule: &str) -> Error {
    let rule = rule.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|it| rule.contains(it));
    if says(&["cell-key", "cell key", "cellkey", "überlagerung"]) {
        // Destatis publishes neither number for 2022; these are what is commonly reckoned with.
        let noise = Noise::cell_key(5, 3.0).unwrap_or(Noise::NONE);
        return Error { noise, rule: "cell-key:5,3" };
    }
    if says(&["10er", "zehner", "vielfaches von 10", "auf 10 gerundet", "multiple of 10"]) {
        return rounded(10);
    }
    if says(&["5er", "fünfer", "vielfaches von 5", "auf 5 gerundet", "multiple of 5"]) {
        return rounded(5);
    }
    NONE
}

fn rounded(base: u64) -> Error {
    match base {
        5 => Error { noise: Noise::rounded(5).unwrap_or(Noise::NONE), rule: "round:5" },
        10 => Error { noise: Noise::rounded(10).unwrap_or(Noise::NONE), rule: "round:10" },
        _ => NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_rules_that_offices_name() {
        for (text, rule) in [
            ("5er-Rundung", "round:5"),
            ("Rundung auf ein Vielfaches von 5", "round:5"),
            ("10er-Rundung", "round:10"),
            ("Cell-Key-Methode", "cell-key:5,3"),
            ("unter 300 Einwohnern gelöscht", "none"),
        ] {
            assert_eq!(declared_rule(text).rule, rule, "{text}");
        }
    }
}
