//! Every finding about outlines has its words in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use ankunft_formats::Finding;
use fluent_syntax::ast::Entry;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Message, and the variables in it and in its advice.
fn messages(language: &str) -> Vec<(String, BTreeSet<String>)> {
    let file = root().join("locales").join(language).join("findings-geometry.ftl");
    let text = std::fs::read_to_string(file).expect("the texts");
    let resource = fluent_syntax::parser::parse(text.as_str()).expect("valid Fluent");
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => {
            assert!(message.value.is_some(), "{}", message.id.name);
            let attributes: Vec<&str> = message.attributes.iter().map(|it| it.id.name).collect();
            assert_eq!(attributes, ["suggestion"], "{}", message.id.name);
            Some((message.id.name.to_owned(), variables(&format!("{message:?}"))))
        }
        _ => None,
    });
    messages.collect()
}

fn variables(tree: &str) -> BTreeSet<String> {
    let names = tree.split("VariableReference { id: Identifier { name: \"").skip(1);
    names.filter_map(|it| it.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn both_languages_say_the_same_things() {
    let (german, english) = (messages("de"), messages("en"));
    assert_eq!(german, english);
    let german = root().join("locales/de/findings-geometry.ftl");
    let text = std::fs::read_to_string(german).expect("the texts");
    assert!(!text.contains('"') && !text.contains(" %"), "German typography");
}

/// The text of a finding can be said with what the finding has.
pub fn assert_sayable(finding: &Finding) {
    let id = format!("finding-{}", finding.code);
    let messages = messages("de");
    let message = messages.iter().find(|(name, _)| *name == id);
    let (_, needed) = message.unwrap_or_else(|| panic!("no text {id}"));
    for name in needed {
        assert!(finding.args.iter().any(|(it, _)| it == name), "{name} in {finding:?}");
    }
}
