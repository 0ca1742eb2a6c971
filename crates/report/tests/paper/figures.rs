//! The figures of papers look like those of pages.

use std::collections::BTreeSet;

const PAGES: &str = include_str!("../../css/figures.css");
const PAPERS: &str = include_str!("../../css/paper.css");

/// The classes that a style sheet names.
fn classes(sheet: &str) -> BTreeSet<&str> {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    let heads = sheet.split(['{', '}']).step_by(2).filter(|it| !it.contains('@'));
    let dots = heads.flat_map(|it| it.split('.').skip(1));
    dots.filter_map(|it| it.split(|sign| !is_name(sign)).next())
        .filter(|it| it.starts_with(|sign: char| sign.is_ascii_alphabetic()))
        .collect()
}

#[test]
fn every_class_of_the_pages_has_its_look_on_paper() {
    // The list around a legend is made of blocks on paper.
    let pages: BTreeSet<&str> = classes(PAGES).into_iter().filter(|it| *it != "legende").collect();
    let papers = classes(PAPERS);
    assert!(pages.len() > 40, "{pages:?}");
    let missing: Vec<_> = pages.difference(&papers).collect();
    assert!(missing.is_empty(), "css/paper.css says nothing of {missing:?}");
}

#[test]
fn papers_ask_nothing_that_readers_of_svg_do_not_know() {
    for unknown in ["var(", "oklch", "light-dark", "@media", "color-mix", "rgb(", "vector-effect"] {
        let rules = PAPERS.split("*/").nth(1).expect("rules after the comment");
        assert!(!rules.contains(unknown), "{unknown}");
    }
}
