use std::collections::BTreeSet;
use std::path::Path;

use scraper::{Html, Selector};

use super::*;
use crate::languages::{Language, Languages};
use crate::page::{Account, ErrorPage, NavEntry, Person, Problem};

fn shell(language: Language) -> Shell {
    let t = Languages::load().unwrap().texts(language);
    let person =
        Person { name: "M. Yilmaz".into(), href: "/ich".into(), logout: "/abmelden".into() };
    Shell::new(t.clone(), t.get("galerie-titel"))
        .lead(t.get("galerie-leit"))
        .city("Musterstadt", "/musterstadt")
        .role("Stadtentwicklung")
        .nav(vec![NavEntry::new("Atlas", "/a").current(), NavEntry::new("Programm", "/p")])
        .crumbs(vec![Link::new("Atlas", "/a")])
        .account(Account::Person(person))
        .csrf("abc")
}

fn page(language: Language) -> String {
    GalleryPage::new(shell(language)).unwrap().render().unwrap()
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// What must hold on every page, here for the page that holds every component.
fn check(text: &str) {
    let html = Html::parse_document(text);
    for absent in [
        "[style]",
        "style",
        "script:not([src])",
        "th:not([scope])",
        "img:not([alt])",
        "form:not([action])",
        "form:not([method])",
        "table:not(:has(caption))",
        "svg:not([aria-label]):not([aria-hidden])",
        "[onclick]",
    ] {
        assert!(all(&html, absent).is_empty(), "{absent}");
    }
    assert_eq!(all(&html, "h1").len(), 1);
    let headings = all(&html, "h1, h2, h3, h4");
    let levels: Vec<u8> =
        headings.iter().map(|it| it.value().name().as_bytes()[1] - b'0').collect();
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");

    let ids: Vec<&str> = all(&html, "[id]").iter().filter_map(|it| it.attr("id")).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(distinct.len(), ids.len(), "an id stands twice");
    for field in all(&html, "input:not([type=hidden]), select, textarea, progress") {
        let id = field.attr("id").expect("a field has an id");
        assert_eq!(all(&html, &format!("label[for={id}]")).len(), 1, "the label of {id}");
    }
    for pointer in ["aria-describedby", "aria-labelledby"] {
        for element in all(&html, &format!("[{pointer}]")) {
            for id in element.attr(pointer).unwrap().split(' ') {
                assert!(distinct.contains(id), "{pointer} points to {id}");
            }
        }
    }
    let heading = all(&html, "h1")[0].text().collect::<String>();
    assert!(all(&html, "title")[0].text().collect::<String>().starts_with(heading.trim()));
}

#[test]
fn every_component_keeps_the_rules_of_pages() {
    for language in Language::OFFERED {
        check(&page(language));
    }
}

/// Parts of forms and of lines of links: no components by themselves.
const PARTS: [&str; 7] =
    ["csrf", "small_link", "desk_begins", "lain", "press", "press_small", "remember_at"];

#[test]
fn every_macro_has_an_example() {
    let t = Languages::load().unwrap().texts(Language::German);
    let names: Vec<&str> = examples(&t).iter().map(|it| it.name).collect();
    let source = include_str!("../../../templates/components.html");
    for macro_name in source.split("{%- macro ").skip(1).map(|it| it.split('(').next().unwrap()) {
        let covered = names.iter().any(|it| it.split('-').next() == Some(macro_name));
        assert!(covered || PARTS.contains(&macro_name), "{macro_name}");
    }
}

#[test]
fn every_word_comes_from_the_language_files() {
    let html = Html::parse_document(&page(Language::Pseudo));
    let names =
        ["Ankunft", "Musterstadt", "Deutsch", "English", "Stadtentwicklung", "Atlas", "CSV"];
    for element in
        all(&html, "h1, h2, p, dt, li > a, label, legend, button, th[scope=col], caption, summary")
    {
        let text = element.text().collect::<String>();
        let is_data = names.contains(&text.trim()) || element.text().all(|it| it.trim().is_empty());
        let is_code = !all(&Html::parse_fragment(&element.html()), "code, .fund").is_empty();
        assert!(is_data || is_code || text.contains('⟦'), "not from the language files: {text:?}");
    }
}

#[test]
fn error_pages_keep_them_too() {
    for problem in Problem::ALL {
        for language in Language::OFFERED {
            let page = ErrorPage::inside(shell(language), problem).request_id("4711").because("x");
            let text = page.render().unwrap();
            check(&text);
            assert!(text.contains("4711"));
        }
        assert_eq!(Problem::of(problem.status()), problem);
    }
}

#[test]
fn what_readers_type_is_never_markup() {
    let t = Languages::load().unwrap().texts(Language::German);
    let evil = "\"><script>alert(1)</script>";
    let field = Field::new("name", evil).value(evil).hint(evil).error(Some(evil.into()));
    let html = render(&t, &Component::Field(field)).unwrap();
    assert!(!html.contains("<script"));
}

/// Writes the gallery to `$ANKUNFT_GALLERY`, to be looked at in a browser.
#[test]
fn the_gallery_can_be_looked_at() {
    let Some(folder) = std::env::var_os("ANKUNFT_GALLERY") else { return };
    let folder = Path::new(&folder);
    for language in [Language::German, Language::English, Language::Pseudo] {
        let file = folder.join(format!("galerie-{}.html", language.code()));
        std::fs::write(file, page(language)).unwrap();
    }
    let error = ErrorPage::inside(shell(Language::German), Problem::NotFound).request_id("4711");
    std::fs::write(folder.join("fehler.html"), error.render().unwrap()).unwrap();
}
