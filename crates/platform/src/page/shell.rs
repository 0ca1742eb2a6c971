use super::{Kind, Link, Theme};
use crate::assets;
use crate::languages::{Language, Texts};
use crate::web::Held;

/// Everything that `base.html` prints around a page.
///
/// ```
/// use ankunft_platform::languages::{Language, Languages};
/// use ankunft_platform::page::{Link, NavEntry, Shell};
///
/// let t = Languages::load()?.texts(Language::German);
/// let shell = Shell::new(t, "Wo Menschen ankommen")
///     .city("Musterstadt", "/musterstadt")
///     .role("Stadtentwicklung")
///     .nav(vec![NavEntry::new("Atlas", "/musterstadt/atlas").current()])
///     .crumbs(vec![Link::new("Atlas", "/musterstadt/atlas")])
///     .lead("Sechs von 40 Quartieren fallen auf.")
///     .at("/musterstadt/atlas?merkmal=auslaender");
/// assert_eq!(shell.footer[0].href, "/musterstadt/impressum");
/// # Ok::<(), ankunft_platform::languages::LanguageError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Shell {
    /// The reader's texts.
    pub t: Texts,
    /// The page's title; also its `h1` unless the page replaces the block `heading`.
    pub title: String,
    /// The first sentences below the `h1`: the answer to the page's question.
    pub lead: Option<String>,
    /// A mark beside the `h1`: `nur Koordination`.
    pub mark: Option<String>,
    /// The city's name, shown at the end of the header.
    pub city: Option<String>,
    /// In which role the reader reads, shown beside the city.
    pub role: Option<String>,
    /// Where the name `Ankunft` leads to.
    pub home: String,
    /// The entries of the main navigation that this reader may open.
    pub nav: Vec<NavEntry>,
    /// The rooms of the subject that this page belongs to, if it has several.
    pub rooms: Vec<NavEntry>,
    /// The way to this page, without the page itself.
    pub crumbs: Vec<Link>,
    /// This page in other languages.
    pub languages: Vec<LanguageLink>,
    /// Impressum, Datenschutz, Barrierefreiheit, Leichte Sprache, Kontakt.
    pub footer: Vec<Link>,
    /// What happened just now, said once above the page.
    pub flash: Option<Flash>,
    /// The token that every form of this session carries in `csrf`.
    pub csrf: Option<String>,
    /// Who is logged in, with the way out; or the way in.
    pub account: Account,
    /// The data of this page: CSV, JSON, PDF.
    pub data: Vec<Link>,
    /// Light, dark or as the device.
    pub theme: Theme,
    /// Path and query of this page, to return to.
    pub address: String,
    /// The scripts of this page beside `forms.js`: `map.js`, `jobs.js`.
    pub scripts: Vec<&'static str>,
    /// What was typed into a form of this page and could not be saved.
    pub(crate) held: Option<Held>,
}

/// One entry of the main navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavEntry {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// Whether this page belongs to it.
    pub current: bool,
}

impl NavEntry {
    /// An entry that is not the current one.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), current: false }
    }

    /// The same entry, marked as the one the page belongs to.
    #[must_use]
    pub fn current(self) -> Self {
        Self { current: true, ..self }
    }
}

/// This page in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language.
    pub language: Language,
    /// The same address with `?sprache=`.
    pub href: String,
}

/// What happened just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// How it is meant.
    pub kind: Kind,
    /// One sentence.
    pub text: String,
    /// Where to see it.
    pub step: Option<Link>,
}

/// The reader's account in the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Account {
    /// Nothing about accounts is shown (residents' pages).
    #[default]
    Unmentioned,
    /// Nobody is logged in.
    Guest {
        /// The log-in page.
        login: String,
    },
    /// Somebody is logged in.
    Person(Person),
}

/// Who is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name shown.
    pub name: String,
    /// The person's own page.
    pub href: String,
    /// Where the log-out form is sent to.
    pub logout: String,
}

impl Shell {
    /// The texts that were typed on this page and could not be saved, if no form of it takes them back.
    #[must_use]
    pub fn unsaved(&self) -> Option<Vec<&str>> {
        self.held.as_ref().map(|it| it.texts().collect())
    }

    /// A frame with nothing but a title and the footer.
    pub fn new(t: Texts, title: impl Into<String>) -> Self {
        let shell = Self {
            title: title.into(),
            lead: None,
            mark: None,
            city: None,
            role: None,
            home: "/".to_owned(),
            nav: Vec::new(),
            rooms: Vec::new(),
            held: None,
            crumbs: Vec::new(),
            languages: Vec::new(),
            footer: footer(&t, ""),
            flash: None,
            csrf: None,
            account: Account::default(),
            data: Vec::new(),
            theme: Theme::default(),
            address: String::new(),
            scripts: Vec::new(),
            t,
        };
        shell.at("/")
    }

    /// Sets the city and its address (`/musterstadt`); home and footer follow it.
    #[must_use]
    pub fn city(self, name: impl Into<String>, base: &str) -> Self {
        let base = base.trim_end_matches('/');
        let footer = footer(&self.t, base);
        Self { city: Some(name.into()), home: base.to_owned(), footer, ..self }
    }

    /// Sets the role shown beside the city.
    #[must_use]
    pub fn role(self, role: impl Into<String>) -> Self {
        Self { role: Some(role.into()), ..self }
    }

    /// Sets the main navigation.
    #[must_use]
    pub fn nav(self, nav: Vec<NavEntry>) -> Self {
        Self { nav, ..self }
    }

    /// Sets the rooms of the subject that the page belongs to.
    #[must_use]
    pub fn rooms(self, rooms: Vec<NavEntry>) -> Self {
        Self { rooms, ..self }
    }

    /// Sets the breadcrumbs, without the page itself.
    #[must_use]
    pub fn crumbs(self, crumbs: Vec<Link>) -> Self {
        Self { crumbs, ..self }
    }

    /// Sets the lead sentence.
    #[must_use]
    pub fn lead(self, lead: impl Into<String>) -> Self {
        Self { lead: Some(lead.into()), ..self }
    }

    /// Sets the mark beside the heading.
    #[must_use]
    pub fn mark(self, mark: impl Into<String>) -> Self {
        Self { mark: Some(mark.into()), ..self }
    }

    /// Sets what happened just now.
    #[must_use]
    pub fn flash(self, flash: Option<Flash>) -> Self {
        Self { flash, ..self }
    }

    /// Sets the session's form token.
    #[must_use]
    pub fn csrf(self, token: impl Into<String>) -> Self {
        Self { csrf: Some(token.into()), ..self }
    }

    /// Sets the account shown in the header.
    #[must_use]
    pub fn account(self, account: Account) -> Self {
        Self { account, ..self }
    }

    /// Sets the links to this page's data.
    #[must_use]
    pub fn data(self, data: Vec<Link>) -> Self {
        Self { data, ..self }
    }

    /// Sets light, dark or as the device.
    #[must_use]
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// Adds a script of `web/src` by the name of its bundle (`map.js`).
    #[must_use]
    pub fn script(mut self, name: &'static str) -> Self {
        self.scripts.push(name);
        self
    }

    /// Sets path and query of this page; the language links are made from it.
    #[must_use]
    pub fn at(self, path_and_query: &str) -> Self {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        let kept: Vec<&str> = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("sprache="))
            .collect();
        let kept = kept.join("&");
        let joined = if kept.is_empty() { path.to_owned() } else { format!("{path}?{kept}") };
        let sign = if kept.is_empty() { '?' } else { '&' };
        let languages = Language::OFFERED
            .into_iter()
            .map(|language| LanguageLink {
                language,
                href: format!("{joined}{sign}sprache={}", language.code()),
            })
            .collect();
        Self { address: joined, languages, ..self }
    }

    /// The address of a file from `web/dist`, for templates.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        assets::asset_url(name)
    }

    /// The language's tag for `lang`.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.t.language().code()
    }

    /// The writing direction for `dir`.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        self.t.language().dir()
    }

    /// The entry of the main navigation that the page belongs to.
    #[must_use]
    pub fn here(&self) -> Option<&str> {
        self.nav.iter().find(|it| it.current).map(|it| it.label.as_str())
    }

    /// The room of its subject that the page belongs to.
    #[must_use]
    pub fn room(&self) -> Option<&str> {
        self.rooms.iter().find(|it| it.current).map(|it| it.label.as_str())
    }

    /// The log-in page, if nobody is logged in.
    #[must_use]
    pub fn login(&self) -> Option<&str> {
        match &self.account {
            Account::Guest { login } => Some(login),
            Account::Unmentioned | Account::Person(_) => None,
        }
    }

    /// Who is logged in.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match &self.account {
            Account::Person(person) => Some(person),
            Account::Unmentioned | Account::Guest { .. } => None,
        }
    }

    /// The themes to choose from.
    #[must_use]
    pub fn themes(&self) -> [Theme; 3] {
        Theme::ALL
    }

    /// City and role as the header shows them: `Musterstadt · Stadtentwicklung`.
    #[must_use]
    pub fn place(&self) -> String {
        let parts: Vec<&str> =
            [&self.city, &self.role].into_iter().filter_map(Option::as_deref).collect();
        parts.join(" · ")
    }
}

fn footer(t: &Texts, base: &str) -> Vec<Link> {
    [
        (t.get("fuss-impressum"), "impressum"),
        (t.get("fuss-datenschutz"), "datenschutz"),
        (t.get("fuss-barrierefreiheit"), "barrierefreiheit"),
        (t.get("fuss-leichte-sprache"), "leichte-sprache"),
        (t.get("fuss-kontakt"), "kontakt"),
    ]
    .into_iter()
    .map(|(label, page)| Link::new(label, format!("{base}/{page}")))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::Languages;

    #[test]
    fn language_links_keep_the_other_parameters() {
        let t = Languages::load().unwrap().texts(Language::German);
        let shell = Shell::new(t, "x").at("/a?jahr=2020&sprache=de&q=ä");
        assert_eq!(shell.address, "/a?jahr=2020&q=ä");
        assert_eq!(shell.languages[1].href, "/a?jahr=2020&q=ä&sprache=en");
    }
}
