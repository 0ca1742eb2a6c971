//! A page with several forms loses nothing when one of them is sent: its forms lie on one desk.
//!
//! A browser sends the fields of the form whose button was pressed, and what was typed into the others
//! is gone. So all of them are one form in the page, and each button says in its own address what it
//! sends ([`FormBlock::desk`]). What belongs to the pressed form goes to its door as ever; what was
//! typed into the others is held ([`Shelf`](super::shelf::Shelf)) until the page is shown again, and stands in its fields with
//! the version that its writer saw: who saves it later still learns what somebody else wrote meanwhile.
//! A door that keeps some of it itself says so ([`Viewer::kept`]).

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::PoisonError;

use axum::extract::State as Of;
use axum::http::Uri;
use axum::response::Response;
use serde::Deserialize;

use super::extract::{encode, pairs};
use super::shelf::Held;
use super::{App, Failure, Form, FormBlock, Input, Query, Viewer};
use crate::csrf;
use crate::languages::Texts;
use crate::page::Link;
use crate::page::components::Notice;
use crate::typed::Typed;

/// Where a press goes that only keeps what was typed.
pub(crate) const KEEP: &str = "/behalten";
/// The page whose forms lie on one desk, in the address of each of its buttons.
const PAGE: &str = "tisch";
/// The fields of the form that a button sends.
const OWN: &str = "eigene";
/// What was typed, in the address of the page that shows it again.
pub(super) const TOKEN: &str = "behalten";
/// Before the name of a field: what stood in it when the page was made.
const STOOD: &str = "war.";
/// Between a form and what it sends unseen.
pub(super) const OF: char = '~';
/// Where a button leads back to.
const BACK: &str = "zurueck";
/// Longer searches are none that an address can ask.
const LONGEST_QUERY: usize = 1500;
/// Stands for no text that was ever shown.
const UNSAVED: &str = "neu";

/// The name that a form sends unseen, told from that of the other forms of its desk.
#[must_use]
pub fn unseen(action: &str, name: &str) -> String {
    format!("{}{OF}{name}", path_of(action))
}

pub(super) fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// A text without what browsers change in it.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn mark<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let mut hasher = DefaultHasher::new();
    values.for_each(|it| plain(it).hash(&mut hasher));
    format!("{:016x}", hasher.finish())
}

/// What was sent from a desk: what its door reads, and what is held. None if it was sent from a
/// page whose forms stand alone.
pub(crate) fn split(uri: &Uri, sent: &[u8]) -> Option<(Typed, Held)> {
    split_pairs(uri, pairs(sent))
}

/// What came of a form that was cut off: a field that did not come any more was not emptied.
pub(super) fn cut_off(sent: Typed) -> Typed {
    let came: BTreeSet<String> = sent.iter().map(|it| it.0.clone()).collect();
    let is_whole =
        |it: &(String, String)| it.0.strip_prefix(STOOD).is_none_or(|it| came.contains(it));
    sent.into_iter().filter(is_whole).collect()
}

pub(super) fn split_pairs(uri: &Uri, sent: Typed) -> Option<(Typed, Held)> {
    let mut said = pairs(uri.query()?.as_bytes());
    let page = said.iter().find(|it| it.0 == PAGE)?.1.clone();
    let own = said.iter().filter(|it| it.0 == OWN).flat_map(|it| it.1.split(','));
    let own: BTreeSet<String> = own.map(str::to_owned).collect();
    said.retain(|it| it.0 != PAGE && it.0 != OWN);
    let mut held = Held { page, own, ..Held::default() };
    for (name, stood) in sent.iter().filter_map(|it| Some((it.0.strip_prefix(STOOD)?, &it.1))) {
        let all = || sent.iter().filter(|it| it.0 == name).map(|it| it.1.as_str());
        if mark(all()) == *stood {
            continue;
        }
        let nothing = all().next().is_none().then_some("");
        let typed = all().chain(nothing).map(|it| (name.to_owned(), plain(it)));
        let into = if held.own.contains(name) { &mut held.sent } else { &mut held.values };
        into.extend(typed);
    }
    let mut read = said;
    let spoken: BTreeSet<String> = read.iter().map(|it| it.0.clone()).collect();
    for (name, value) in sent {
        match name.rsplit_once(OF) {
            Some((form, own)) if form == uri.path() => {
                held.sent.push((name.clone(), value.clone()));
                read.push((own.to_owned(), value));
            }
            Some(_) => {
                held.values.push((name.clone(), value.clone()));
                read.push((name, value));
            }
            None if spoken.contains(&name) || name.starts_with(STOOD) => {}
            None => read.push((name, value)),
        }
    }
    Some((read, held))
}

/// The desk on which the forms of a page lie.
#[derive(Clone, Debug)]
pub struct Desk {
    t: Texts,
    held: Held,
    unsaved: Vec<Link>,
}

/// How a form lies on the desk of its page.
#[derive(Clone, Debug)]
pub struct Lain {
    /// Where its button sends.
    pub address: String,
    /// What it sends unseen.
    pub hidden: Typed,
}

impl Viewer {
    /// The desk of the page at this address, with what was typed there and not saved.
    #[must_use]
    pub fn desk(&self, page: &str) -> Desk {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let held = held.filter(|it| it.page == page && it.is_desk());
        let held = held.unwrap_or_else(|| Held { page: page.to_owned(), ..Held::default() });
        Desk { t: self.t.clone(), held, unsaved: Vec::new() }
    }

    /// Says that a door has taken care of what was typed into these fields of another form, which is
    /// sent to this address.
    pub fn kept(&self, action: &str, fields: &[&str]) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let unseen = unseen(action, "");
        if let Some(held) = held.as_mut() {
            let is_kept = |name: &str| fields.contains(&name) || name.starts_with(&unseen);
            held.values.retain(|it| !is_kept(&it.0));
        }
    }

    pub(crate) fn hold(&self, held: Held) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = Some(held);
    }

    /// The address of the page from which something was sent whose door has failed, with all that was
    /// typed there; none if nothing was.
    pub(super) fn with_all_held(&self) -> Option<String> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        let page = if held.is_desk() { path_of(&held.page) } else { &held.page };
        let page = super::own_path(page)?.to_owned();
        let values: Typed = held.values.iter().chain(&held.sent).cloned().collect();
        let writer = held.writer.or(self.actor.account);
        let held =
            Held { page: page.clone(), values, sent: Typed::new(), own: BTreeSet::new(), ..held };
        if !held.has_typed() {
            return None;
        }
        let token = self.app.held.put(writer, held, self.app.now())?;
        let sign = if page.contains('?') { '&' } else { '?' };
        Some(format!("{page}{sign}{TOKEN}={token}"))
    }

    /// The address of the page that comes next, with what is held for it.
    pub(super) fn with_held(&self, path: &str) -> String {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(held) = held.filter(|it| it.has_typed() && it.page == path_of(path)) else {
            return path.to_owned();
        };
        // What was sent is saved; what is typed there next is new.
        let held = Held { own: BTreeSet::new(), sent: Vec::new(), ..held };
        let Some(token) = self.app.held.put(self.actor.account, held, self.app.now()) else {
            return path.to_owned();
        };
        let (path, anchor) = path.split_once('#').map_or((path, ""), |it| it);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        // What was held before is held anew.
        let before = format!("{TOKEN}=");
        let query = query.split('&').filter(|it| !it.is_empty() && !it.starts_with(&before));
        let query: String = query.map(|it| format!("{it}&")).collect();
        let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        format!("{path}?{query}{TOKEN}={token}{anchor}")
    }
}

impl Desk {
    /// Where a press goes that only keeps what was typed; also that of the key Enter without script.
    #[must_use]
    pub fn keep(&self) -> String {
        self.address(KEEP, &Vec::new(), &[])
    }

    fn address(&self, action: &str, says: &Typed, own: &[String]) -> String {
        let mut address = action.to_owned();
        let mut sign = if address.contains('?') { '&' } else { '?' };
        let mut say = |name: &str, value: &str| {
            // Tokens belong into no address; the desk has its own.
            if name == csrf::FIELD {
                return;
            }
            address.push_str(&format!("{sign}{name}={}", encode(value)));
            sign = '&';
        };
        says.iter().for_each(|(name, value)| say(name, value));
        say(PAGE, &self.held.page);
        if !own.is_empty() {
            say(OWN, &own.join(","));
        }
        address
    }

    /// Where a button sends that is no form of its own: back to this page.
    #[must_use]
    pub fn press(&self, action: &str, says: &[(&'static str, String)]) -> String {
        let page = &self.held.page;
        let back = |(name, value): &(&str, String)| match *name {
            BACK => (BACK.to_owned(), page.clone()),
            name => (name.to_owned(), value.clone()),
        };
        self.address(action, &says.iter().map(back).collect(), &[])
    }

    /// Lays a form that asks nothing onto the desk, for panels.
    #[must_use]
    pub fn lay_button(&self, mut form: FormBlock) -> FormBlock {
        let says = std::mem::take(&mut form.hidden);
        let address = self.address(&form.action, &says, &[]);
        form.desk = Some(Lain { address, hidden: Vec::new() });
        form
    }

    /// Whether something is typed into a form that lies here, and not saved.
    #[must_use]
    pub fn is_unsaved(&self, form: &FormBlock) -> bool {
        let mut names = form.inputs.iter().filter_map(Input::stands).map(|it| it.0);
        names.any(|name| self.unsaved.iter().any(|it| it.href == format!("#feld-{name}")))
    }

    /// The fields in which something is typed and not saved.
    #[must_use]
    pub fn unsaved(&self) -> &[Link] {
        &self.unsaved
    }

    /// Lays a form onto the desk: what was typed into it and not saved stands in its fields.
    #[must_use]
    pub fn lay(&mut self, form: FormBlock) -> FormBlock {
        let action = form.action.clone();
        self.lay_at(form, &action)
    }

    /// The same for a form that asks: its question goes into the address of the page.
    #[must_use]
    pub(crate) fn lay_search(&mut self, form: FormBlock) -> FormBlock {
        self.lay_at(form, KEEP)
    }

    fn lay_at(&mut self, mut form: FormBlock, action: &str) -> FormBlock {
        let mut hidden: Typed = Vec::new();
        let mut own = Vec::new();
        let before = self.unsaved.len();
        for input in &mut form.inputs {
            let Some((name, stood)) = input.stands() else { continue };
            let stood = match self.held.own.contains(&name) {
                true => UNSAVED.to_owned(),
                false => mark(stood.iter().map(String::as_str)),
            };
            hidden.push((format!("{STOOD}{name}"), stood));
            let typed: Vec<&str> = self.held.get(&name).collect();
            if !typed.is_empty() && input.put(&typed) {
                self.unsaved.push(Link::new(input.label(), format!("#feld-{name}")));
            }
            own.push(name);
        }
        let is_unsaved = self.unsaved.len() > before;
        let says =
            if form.inputs.is_empty() { std::mem::take(&mut form.hidden) } else { Vec::new() };
        for (name, value) in form.hidden.iter().filter(|it| it.0 != csrf::FIELD) {
            let name = unseen(action, name);
            let seen = self.held.get(&name).next().filter(|_| is_unsaved);
            let value = seen.unwrap_or(value).to_owned();
            hidden.push((name, value));
        }
        if form.has_files() {
            own.extend(form.inputs.iter().filter_map(|it| match it {
                Input::File(it) => Some(it.name.clone()),
                _ => None,
            }));
        }
        form.desk = Some(Lain { address: self.address(action, &says, &own), hidden });
        form
    }

    /// That something is typed and not saved, and where.
    #[must_use]
    pub fn told(&self) -> Option<Notice> {
        if self.unsaved.is_empty() {
            return None;
        }
        let names: Vec<String> = self.unsaved.iter().map(|it| it.label.clone()).collect();
        Some(self.held.told(&self.t, &names))
    }
}

impl Input {
    /// Its name and what stands in it; nothing of a file.
    pub(super) fn stands(&self) -> Option<(String, Vec<String>)> {
        let chosen = |all: &[crate::page::components::Choice]| -> Vec<String> {
            all.iter().filter(|it| it.chosen).map(|it| it.value.clone()).collect()
        };
        match self {
            Self::Field(it) => Some((it.name.clone(), vec![it.value.clone()])),
            Self::Select(it) => {
                let mut stands = chosen(&it.choices);
                // Of a list that opens a browser sends the first where none is chosen.
                stands.truncate(1);
                let first = it.choices.first().map(|it| it.value.clone());
                let stands = if stands.is_empty() { first.into_iter().collect() } else { stands };
                Some((it.name.clone(), stands))
            }
            Self::Choices(it) => Some((it.name.clone(), chosen(&it.choices))),
            Self::File(_) => None,
        }
    }

    /// Puts what was typed into it; whether that is anything else than what stood there.
    pub(super) fn put(&mut self, typed: &[&str]) -> bool {
        let before = self.stands();
        match self {
            Self::Field(it) => typed[0].clone_into(&mut it.value),
            Self::Select(it) => {
                it.choices.iter_mut().for_each(|choice| choice.chosen = choice.value == typed[0]);
            }
            Self::Choices(it) => {
                for choice in &mut it.choices {
                    choice.chosen = typed.contains(&choice.value.as_str());
                }
            }
            Self::File(_) => {}
        }
        let marked = |it: Option<(String, Vec<String>)>| {
            mark(it.unwrap_or_default().1.iter().map(String::as_str))
        };
        marked(before) != marked(self.stands())
    }

    pub(super) fn label(&self) -> String {
        match self {
            Self::Field(it) => it.label.clone(),
            Self::Select(it) => it.label.clone(),
            Self::Choices(it) => it.label.clone(),
            Self::File(it) => it.label.clone(),
        }
    }
}

/// What a press says that only keeps.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Pressed {
    #[serde(rename = "tisch", default)]
    page: String,
    #[serde(rename = "eigene", default)]
    own: String,
}

/// `POST /behalten`: back to the page, with what was typed there, and with the answer to what was asked.
pub(super) async fn keep(
    Of(_): Of<App>,
    viewer: Viewer,
    Query(pressed): Query<Pressed>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let asked = pressed.own.split(',').filter(|it| !it.is_empty());
    let asked = asked.flat_map(|name| typed.iter().filter(move |it| it.0 == name));
    let asked: Vec<String> =
        asked.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    let page = path_of(&pressed.page);
    // A search that is too long for an address is not asked, but kept.
    let page = match asked.join("&") {
        asked if asked.is_empty() || asked.len() > LONGEST_QUERY => page.to_owned(),
        asked => format!("{page}?{asked}"),
    };
    Ok(viewer.done(&page, None))
}
