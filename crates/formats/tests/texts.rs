//! Every finding has its words in German and English.

#![expect(clippy::disallowed_methods, reason = "reads the sources and the words")]

use std::path::Path;

/// The codes that the sources of tables and observations give to findings.
fn codes() -> Vec<String> {
    let mut codes = Vec::new();
    for folder in ["src/table", "src/observe"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).expect("the sources are there") {
            let text = std::fs::read_to_string(entry.expect("readable").path()).expect("UTF-8");
            for call in ["findings.error(\"", "findings.warning(\"", "findings.note(\""] {
                let ends = text.split(call).skip(1).filter_map(|it| it.split('"').next());
                codes.extend(ends.map(str::to_owned));
            }
        }
    }
    let indirect = [
        "archive-bomb",
        "archive-broken",
        "archive-empty",
        "archive-encrypted",
        "archive-several-tables",
        "workbook-broken",
        "workbook-too-large",
        "sheet-too-large",
        "empty-cell",
        "negative-count",
        "fraction-in-count",
        "impossible-count",
        "percent-range",
        "not-finite",
        "not-a-number",
        "ambiguous-number",
        "wrong-decimal-sign",
        "no-delimiter",
        "columns-ignored",
        "columns-unknown",
        "sum-mismatch",
        "part-exceeds-whole",
        "formula-in-text",
        "mojibake",
        "replacement-character",
        "other-area-version",
        "totals-differ",
        "more-of-a-kind",
    ];
    codes.extend(indirect.map(str::to_owned));
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn every_code_has_words_in_both_languages() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for language in ["de", "en"] {
        let file = locales.join(language).join("findings-tables.ftl");
        let text = std::fs::read_to_string(file).expect("the texts are there");
        for code in codes() {
            let message = format!("finding-{code} =");
            let at = text.find(&message).unwrap_or_else(|| panic!("{language}: {code}"));
            let entry = text[at + 8..].split("\nfinding-").next().unwrap_or("");
            assert!(entry.contains(".suggestion ="), "{language}: {code}");
        }
    }
}

#[test]
fn every_indicator_has_words_in_both_languages() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for language in ["de", "en"] {
        let file = locales.join(language).join("indicators.ftl");
        let text = std::fs::read_to_string(file).expect("the texts are there");
        for indicator in ankunft_formats::indicators() {
            let code = &indicator.code;
            assert!(text.contains(&format!("indicator-{code} = ")), "{language}: {code}");
            let unit = format!("unit-{} = ", indicator.unit);
            assert!(text.contains(&unit), "{language}: {unit}");
        }
    }
}

#[test]
fn the_texts_are_fluent() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    for language in ["de", "en"] {
        for file in ["findings-tables.ftl", "indicators.ftl"] {
            let text = std::fs::read_to_string(locales.join(language).join(file));
            let parsed = fluent_syntax::parser::parse(text.expect("the texts are there"));
            assert!(parsed.is_ok(), "{language}/{file}: {:?}", parsed.err().map(|it| it.1));
        }
    }
}
