//! The language of tests: English with accents, in brackets.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

/// Puts `⟦…⟧` around every message and attribute and accents on its letters, so that a test
/// finds what a page shows without asking the language files, and where longer words break it.
///
/// What is not valid Fluent comes back as it is; the reader of the file reports it.
pub(super) fn transform(source: &str) -> String {
    let Ok(mut resource) = parser::parse(source.to_owned()) else { return source.to_owned() };
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry {
            let attributes = message.attributes.iter_mut().map(|it| &mut it.value);
            for pattern in message.value.iter_mut().chain(attributes) {
                accent(pattern);
                pattern.elements.insert(0, PatternElement::TextElement { value: "⟦".to_owned() });
                pattern.elements.push(PatternElement::TextElement { value: "⟧".to_owned() });
            }
        } else if let Entry::Term(term) = entry {
            accent(&mut term.value);
        }
    }
    serializer::serialize(&resource)
}

fn accent(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                *value = value.chars().map(accented).collect();
            }
            PatternElement::Placeable { expression } => accent_expression(expression),
        }
    }
}

fn accent_expression(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                accent(&mut variant.value);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            accent_expression(expression);
        }
        Expression::Inline(_) => {}
    }
}

fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'g' => 'ĝ',
        'i' => 'í',
        'n' => 'ñ',
        'o' => 'ö',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'û',
        'y' => 'ý',
        'A' => 'Å',
        'C' => 'Ç',
        'E' => 'É',
        'I' => 'Î',
        'N' => 'Ñ',
        'O' => 'Ø',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Ü',
        _ => letter,
    }
}
