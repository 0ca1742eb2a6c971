//! What a browser sends when a button of a page is pressed: all fields of its form, with what somebody has
//! typed into them.

use scraper::{ElementRef, Html, Selector};

use crate::page::{Page, words};

/// A form of a page whose buttons each send somewhere.
#[derive(Clone, Debug)]
pub struct Typing {
    /// Names and values as they would be sent, in their order.
    pub fields: Vec<(String, String)>,
    /// The names of fields into which words are typed.
    pub texts: Vec<String>,
    /// Its buttons.
    pub buttons: Vec<Press>,
}

/// A button of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// What it says.
    pub label: String,
    /// Where it sends.
    pub address: String,
    /// Whether it sends with files.
    pub files: bool,
}

impl Press {
    /// Where it sends, without what it says.
    #[must_use]
    pub fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// A value that it sends.
    #[must_use]
    pub fn says(&self, name: &str) -> Option<String> {
        let query = self.address.split_once('?')?.1;
        let pair = query.split('&').filter_map(|it| it.split_once('=')).find(|it| it.0 == name)?;
        Some(pair.1.replace("%3A", ":").replace("%2F", "/"))
    }
}

impl Typing {
    /// Types into a field.
    ///
    /// # Panics
    ///
    /// If there is no such field.
    pub fn write(&mut self, name: &str, text: &str) {
        let field = self.fields.iter_mut().find(|it| it.0 == name);
        text.replace('\n', "\r\n")
            .clone_into(&mut field.unwrap_or_else(|| panic!("no field {name}")).1);
    }

    /// The value of a field.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }

    /// The first button that sends there.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[must_use]
    pub fn button(&self, path: &str) -> &Press {
        let found = self.buttons.iter().find(|it| it.path() == path);
        found.unwrap_or_else(|| panic!("no button to {path}: {:?}", self.buttons))
    }
}

fn all<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    element.select(&selector).collect()
}

/// The form on which all others of a page lie.
///
/// # Panics
///
/// If the page has none.
#[must_use]
pub fn typing(page: &Page) -> Typing {
    typing_into(page, "form.tisch")
}

/// The first form of a page that fits a selector.
///
/// # Panics
///
/// If the page has none.
#[must_use]
pub fn typing_into(page: &Page, selector: &str) -> Typing {
    let html: Html = page.html().expect("a page");
    let form = all(html.root_element(), selector).into_iter().next();
    let form = form.unwrap_or_else(|| panic!("{}: no {selector}", page.address));
    assert!(all(form, "form").is_empty(), "a form in a form");
    let (mut fields, mut texts) = (Vec::new(), Vec::new());
    for it in all(form, "input[name], textarea[name], select[name]") {
        let name = it.attr("name").unwrap_or_default().to_owned();
        let kind = it.attr("type").unwrap_or_default();
        let value = it.attr("value").unwrap_or_default().to_owned();
        match (it.value().name(), kind) {
            ("textarea", _) => {
                let text: String = it.text().collect();
                let text = text.strip_prefix('\n').unwrap_or(&text);
                texts.push(name.clone());
                fields.push((name, text.replace('\n', "\r\n")));
            }
            ("select", _) => {
                let chosen = all(it, "option[selected]");
                let chosen = chosen.first().copied().or(all(it, "option").first().copied());
                let value = chosen.and_then(|it| it.attr("value")).unwrap_or_default();
                fields.push((name, value.to_owned()));
            }
            (_, "checkbox" | "radio") if it.attr("checked").is_none() => {}
            (_, "file") => {}
            (_, kind) => {
                if matches!(kind, "text" | "search") {
                    texts.push(name.clone());
                }
                fields.push((name, value));
            }
        }
    }
    let button = |it: ElementRef<'_>| Press {
        label: words(it),
        address: it.attr("formaction").or(form.attr("action")).unwrap_or_default().to_owned(),
        files: it.attr("formenctype").is_some(),
    };
    let buttons = all(form, "button[type=submit]").into_iter().map(button).collect();
    Typing { fields, texts, buttons }
}
