//! The language files against each other and against what the program asks for.

#![expect(clippy::unwrap_used, reason = "a test stops at a file that it cannot read")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// Text id (with `.attribute`) → the variables it needs.
type Ids = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.map(|it| it.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "node_modules", "dist"].contains(&name.as_str()) {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|it| name.ends_with(it)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn inline(expression: &InlineExpression<String>, into: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.clone());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|it| inline(it, into));
        }
        InlineExpression::Placeable { expression } => variables_of(expression, into),
        _ => {}
    }
}

fn variables_of(expression: &Expression<String>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(it) => inline(it, into),
        Expression::Select { selector, variants } => {
            inline(selector, into);
            variants.iter().for_each(|it| pattern(&it.value, into));
        }
    }
}

fn pattern(pattern: &Pattern<String>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            variables_of(expression, into);
        }
    }
}

fn ids(language: &str) -> Ids {
    let mut all = Ids::new();
    for file in files(&root().join("locales").join(language), &[".ftl"]) {
        let resource = parser::parse(fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let attributes =
                message.attributes.iter().map(|it| (format!("{id}.{}", it.id.name), &it.value));
            for (id, value) in message.value.iter().map(|it| (id.clone(), it)).chain(attributes) {
                let mut variables = BTreeSet::new();
                pattern(value, &mut variables);
                assert!(all.insert(id.clone(), variables).is_none(), "{id} stands twice");
            }
        }
    }
    all
}

#[test]
fn both_languages_say_the_same_things() {
    let (german, english) = (ids("de"), ids("en"));
    for (id, variables) in &german {
        assert_eq!(Some(variables), english.get(id), "{id} in English");
    }
    for id in english.keys() {
        assert!(german.contains_key(id), "{id} in German");
    }
}

#[test]
fn german_is_set_as_german() {
    for file in files(&root().join("locales/de"), &[".ftl"]) {
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            let place = format!("{}:{}", file.display(), number + 1);
            let words = line.split_once(" = ").map_or(line, |(_, words)| words);
            let outside: String =
                words.split('{').map(|it| it.rsplit('}').next().unwrap()).collect();
            assert!(!outside.contains('"'), "{place}: write „…“");
            assert!(!outside.contains(" - "), "{place}: write –");
            assert!(
                !words.contains(" %") && !words.contains("0%"),
                "{place}: no-break space before %"
            );
        }
    }
}

/// The ids in `t.get("…")` and `t.with("…"` of a source, with whether arguments are given.
fn asked_for(source: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for (call, with) in [("t.get(", false), ("t.with(", true)] {
        for (at, _) in source.match_indices(call) {
            let before = source[..at].chars().next_back();
            if before.is_some_and(|it| it.is_alphanumeric() || it == '_') {
                continue;
            }
            let rest = source[at + call.len()..].trim_start();
            if let Some((id, _)) = rest.strip_prefix('"').and_then(|it| it.split_once('"')) {
                found.push((id.to_owned(), with));
            }
        }
    }
    found
}

#[test]
fn every_text_asked_for_exists() {
    let known = ids("de");
    for file in files(&root().join("crates"), &[".rs", ".html"]) {
        if file.ends_with("platform/tests/texts.rs") {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap();
        let asked = asked_for(&source);
        for (id, with) in asked {
            let place = file.display();
            let variables = known.get(&id).unwrap_or_else(|| panic!("{place}: no text {id}"));
            assert!(with || variables.is_empty(), "{place}: {id} needs {variables:?}");
        }
    }
}

#[test]
fn calls_are_found_across_lines_and_other_getters_are_not() {
    let source = "t.get(\"a\") shell.t.with(\n  \"b\", &[]) list.get(\"c\") t.get(&id)";
    assert_eq!(asked_for(source), [("a".to_owned(), false), ("b".to_owned(), true)]);
}
