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

/// The codes that the sources of grids, lists and downloads give to findings.
fn codes_of_imports() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut codes = Vec::new();
    for folder in ["formats/src/grid", "parts/atlas/src/import", "ankunft/src/import"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("the sources are there") {
            codes.push(std::fs::read_to_string(entry.expect("readable").path()).expect("UTF-8"));
        }
    }
    for file in ["formats/src/grid.rs", "formats/src/listing.rs", "ankunft/src/import.rs"] {
        codes.push(std::fs::read_to_string(root.join(file)).expect("the source is there"));
    }
    let begins = ["\"grid-", "\"list-", "\"crosswalk-", "\"download", "\"table-of-"];
    let in_text = |text: &String| {
        let mut found = Vec::new();
        for begin in begins {
            for (at, _) in text.match_indices(begin) {
                let code = text[at + 1..].split('"').next().unwrap_or_default();
                let is_code = code.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
                if is_code && !["grid-cell", "download"].contains(&code) {
                    found.push(code.to_owned());
                }
            }
        }
        found
    };
    let mut codes: Vec<String> = codes.iter().flat_map(in_text).collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn every_code_of_an_import_has_words_in_both_languages() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let codes = codes_of_imports();
    assert!(codes.len() > 30, "{codes:?}");
    for language in ["de", "en"] {
        let read = |file: &str| std::fs::read_to_string(locales.join(language).join(file));
        let files = ["findings-import.ftl", "findings-geometry.ftl"].map(read);
        let text = files.map(|it| it.expect("the texts are there")).concat();
        for code in &codes {
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
        for file in ["findings-tables.ftl", "findings-import.ftl", "spannen.ftl", "indicators.ftl"]
        {
            let text = std::fs::read_to_string(locales.join(language).join(file));
            let parsed = fluent_syntax::parser::parse(text.expect("the texts are there"));
            assert!(parsed.is_ok(), "{language}/{file}: {:?}", parsed.err().map(|it| it.1));
        }
    }
}
