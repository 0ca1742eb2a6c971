//! What holds on every page, in every language, for every reader.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use crate::page::words;

/// Asserts what holds on every page. All that is wrong is told at once.
///
/// # Panics
///
/// If something does not hold.
pub fn page(html: &Html, address: &str, base: &str) {
    let wrong = faults(html, base);
    assert!(wrong.is_empty(), "{address}:\n  {}", wrong.join("\n  "));
}

fn faults(html: &Html, base: &str) -> Vec<String> {
    [
        frame(html),
        headings(html),
        fields(html),
        ids(html),
        hosts(html, base),
        inline(html),
        tables_and_images(html),
        forms(html),
        typography(html),
    ]
    .concat()
}

fn frame(html: &Html) -> Vec<String> {
    let mut wrong = Vec::new();
    let lang = attributes(html, "html", "lang").pop();
    if !matches!(lang, Some("de" | "en")) {
        wrong.push(format!("html lang is {lang:?}"));
    }
    let dir = attributes(html, "html", "dir").pop();
    if !matches!(dir, Some("ltr" | "rtl")) {
        wrong.push(format!("html dir is {dir:?}"));
    }
    let titles = texts(html, "head > title");
    let whole = texts(html, "h1").into_iter().next().unwrap_or_default();
    // The mark beside a heading, `nicht öffentlich`, is no part of the title.
    let mark = texts(html, "h1 > .intern").into_iter().next().unwrap_or_default();
    let first = whole.strip_suffix(&mark).unwrap_or(&whole).trim_end();
    if titles.len() != 1 || first.is_empty() || !titles[0].starts_with(first) {
        wrong.push(format!("the title {titles:?} does not start with the h1 {first:?}"));
    }
    if select(html, "main").len() != 1 {
        wrong.push("not one main".to_owned());
    }
    wrong
}

fn headings(html: &Html) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut before = 0;
    let mut firsts = 0;
    for heading in select(html, "h1, h2, h3, h4, h5, h6") {
        let level: usize = heading.value().name()[1..].parse().unwrap_or_default();
        firsts += usize::from(level == 1);
        if level > before + 1 {
            wrong.push(format!("h{level} “{}” follows h{before}", words(heading)));
        }
        if words(heading).is_empty() {
            wrong.push(format!("an empty h{level}"));
        }
        before = level;
    }
    if firsts != 1 {
        wrong.push(format!("{firsts} h1"));
    }
    wrong
}

fn fields(html: &Html) -> Vec<String> {
    let targets: BTreeSet<&str> = attributes(html, "label[for]", "for").into_iter().collect();
    let named = |it: &ElementRef<'_>| {
        let in_label = it
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|above| above.value().name() == "label" && !words(above).is_empty());
        in_label
            || it.attr("id").is_some_and(|id| targets.contains(id))
            || ["aria-label", "aria-labelledby"].iter().any(|name| it.attr(name).is_some())
    };
    let fields = "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea";
    let nameless = select(html, fields).into_iter().filter(|it| !named(it));
    nameless.map(|it| format!("no label: {}", opening(it))).collect()
}

fn ids(html: &Html) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let all = attributes(html, "[id]", "id");
    all.into_iter().filter(|id| !seen.insert(*id)).map(|id| format!("twice: id {id}")).collect()
}

fn hosts(html: &Html, base: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for name in ["src", "href", "action", "formaction", "srcset", "poster", "data"] {
        for value in attributes(html, &format!("[{name}]"), name) {
            let lower = value.trim().to_ascii_lowercase();
            let leaves = lower.starts_with("//") || lower.contains("://");
            let runs = lower.starts_with("javascript:") || lower.starts_with("data:");
            if (leaves && !value.starts_with(base)) || runs {
                wrong.push(format!("a foreign host: {name}={value}"));
            }
        }
    }
    wrong
}

fn inline(html: &Html) -> Vec<String> {
    let scripts = "[style], style, script:not([src])";
    let inline = select(html, scripts).into_iter().map(|it| format!("inline: {}", opening(it)));
    let handlers = select(html, "*")
        .into_iter()
        .filter(|it| it.value().attrs().any(|(name, _)| name.len() > 2 && name.starts_with("on")));
    inline.chain(handlers.map(|it| format!("a handler in {}", opening(it)))).collect()
}

fn tables_and_images(html: &Html) -> Vec<String> {
    let each = |selector| select(html, selector).into_iter().map(opening);
    let heads = each("th:not([scope])").map(|it| format!("no scope: {it}"));
    heads.chain(each("img:not([alt])").map(|it| format!("no alt: {it}"))).collect()
}

fn forms(html: &Html) -> Vec<String> {
    let mut wrong = Vec::new();
    let token = Selector::parse("input[name=csrf]").expect("a selector");
    for form in select(html, "form") {
        let action = form.attr("action").unwrap_or_default();
        let method = form.attr("method").unwrap_or_default();
        if action.is_empty() || method.is_empty() {
            wrong.push(format!("without action or method: {}", opening(form)));
        }
        let is_post = method.eq_ignore_ascii_case("post");
        if is_post && action != "/darstellung" && form.select(&token).next().is_none() {
            wrong.push(format!("without a form token: {}", opening(form)));
        }
    }
    wrong
}

fn typography(html: &Html) -> Vec<String> {
    if attributes(html, "html", "lang") != ["de"] {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for text in texts(html, "h1, h2, h3, p, li, dt, dd, summary, label, th, td, caption, button") {
        if text.contains('"') {
            wrong.push(format!("write „…“ in: {text}"));
        }
        if text.contains(" - ") {
            wrong.push(format!("write – in: {text}"));
        }
    }
    wrong
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    select(html, selector).into_iter().map(words).collect()
}

fn attributes<'a>(html: &'a Html, selector: &str, name: &str) -> Vec<&'a str> {
    select(html, selector).into_iter().filter_map(|it| it.value().attr(name)).collect()
}

/// The opening tag, to be found again.
fn opening(element: ElementRef<'_>) -> String {
    let whole = element.html();
    whole.chars().take_while(|it| *it != '>').take(200).collect::<String>() + ">"
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKED: (&str, &str) =
        ("<h1>Atlas</h1>", "<h1>Atlas <span class=intern>nicht öffentlich</span></h1>");

    const GOOD: &str = "<!doctype html><html lang=de dir=ltr><head><title>Atlas – Ankunft</title>\
        <link rel=stylesheet href=/a.css></head><body><main><h1>Atlas</h1><h2>Daten</h2>\
        <form action=/x method=post><input type=hidden name=csrf value=t>\
        <label for=a>Jahr</label><input id=a name=a></form>\
        <table><tr><th scope=col>Zahl</th></tr></table><img src=/b.png alt=''></main></body></html>";

    fn wrong(text: &str) -> bool {
        !faults(&Html::parse_document(text), "http://127.0.0.1").is_empty()
    }

    #[test]
    fn a_good_page_passes_and_each_fault_is_found() {
        assert!(!wrong(GOOD));
        assert!(!wrong(&GOOD.replacen(MARKED.0, MARKED.1, 1)));
        for (good, bad) in [
            ("lang=de", "lang=xx"),
            ("dir=ltr", ""),
            ("<title>Atlas", "<title>Karte"),
            ("<h1>Atlas</h1>", "<h1>Atlas</h1><h1>Atlas</h1>"),
            ("<h2>Daten</h2>", "<h3>Daten</h3>"),
            ("<label for=a>Jahr</label>", ""),
            ("<h2>", "<h2 id=a>"),
            ("href=/a.css", "href=https://cdn.example/a.css"),
            ("href=/a.css", "href=//cdn.example/a.css"),
            ("<h2>", "<h2 style=color:red>"),
            ("<h2>", "<h2 onclick=x()>"),
            ("<h2>", "<script>1</script><h2>"),
            (" scope=col", ""),
            (" alt=''", ""),
            ("action=/x ", ""),
            ("<input type=hidden name=csrf value=t>", ""),
            ("Daten</h2>", "\"Daten\"</h2>"),
            ("Daten</h2>", "Daten - Zahlen</h2>"),
        ] {
            assert!(GOOD.contains(good), "{good}");
            assert!(wrong(&GOOD.replacen(good, bad, 1)), "{good} → {bad} passes");
        }
    }
}
