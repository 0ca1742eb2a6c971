//! What was typed into a form that stands alone, where nothing could be done with it: it comes back in
//! the form. Forms of one page that lie together have their desk ([`super::desk`]).

use std::sync::PoisonError;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, Uri, header};

use super::desk::{self, TOKEN};
use super::extract::{kept, pairs, plain_name};
use super::shelf::Held;
use super::{App, FormBlock, Input, Viewer, own_path};
use crate::csrf;
use crate::languages::{Arg, Texts};
use crate::page::components::{Kind, Notice};
use crate::typed::Typed;

/// A form with such a field is not held: what is secret is typed anew.
const SECRET: &str = "passwort";
/// In a form unseen: which version of a thing its writer saw.
const VERSION: &str = "version";
/// What forms send without their writer having typed it.
const UNSEEN: [&str; 4] = [VERSION, "stand", "gesehen", "fassung"];

/// What came of a refused request.
pub(super) struct Came {
    /// As much of its text as is kept of a form.
    pub(super) typed: Typed,
    /// What its file was called.
    pub(super) file: Option<String>,
    /// Whether all of it came.
    pub(super) is_whole: bool,
}

/// What a refused request has sent.
pub(super) async fn sent(request: Request, most: usize) -> Came {
    let mut came = Came { typed: Typed::new(), file: None, is_whole: false };
    if is_multipart(request.headers()) {
        if let Ok(mut form) = Multipart::from_request(request, &()).await {
            came.is_whole = came.read(&mut form, most).await.is_some();
        }
        if !came.is_whole {
            came.typed = desk::cut_off(came.typed);
        }
    } else if let Ok(bytes) = axum::body::to_bytes(request.into_body(), most).await {
        came = Came { typed: pairs(&bytes), file: None, is_whole: true };
    }
    came
}

impl Came {
    /// Reads the parts of a form, names and texts up to this many bytes; none if it was cut off.
    async fn read(&mut self, form: &mut Multipart, mut left: usize) -> Option<()> {
        while let Some(field) = form.next_field().await.ok()? {
            let name = field.name().unwrap_or_default().to_owned();
            left = left.checked_sub(name.len())?;
            if let Some(called) = field.file_name().map(plain_name) {
                self.file = self.file.take().or(Some(called).filter(|it| !it.is_empty()));
                // The file itself is nowhere kept.
                let _ = kept(field, 0).await.ok()?;
                continue;
            }
            let text = kept(field, left).await.ok()?;
            left = left.checked_sub(text.len())?;
            self.typed.push((name, String::from_utf8_lossy(&text).into_owned()));
        }
        Some(())
    }
}

pub(super) fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    kind.is_some_and(|it| it.to_ascii_lowercase().starts_with("multipart/form-data"))
}

/// The page from which a form was sent, as far as the browser says; else the nearest one above where it
/// is sent to: who was refused once stands at the address of a press, which is no page.
pub(super) fn page_of(uri: &Uri, headers: &HeaderMap, app: &App) -> String {
    let text = |name| headers.get(name).and_then(|it| it.to_str().ok());
    let own = |it: &str| {
        let (site, path) = it.split_once("://")?.1.split_once('/')?;
        let here = app.config.base_address.split_once("://").map(|it| it.1);
        (Some(site) == text(header::HOST) || Some(site) == here).then(|| format!("/{path}"))
    };
    let page = text(header::REFERER).and_then(own);
    let page = page.as_deref().and_then(own_path).unwrap_or(uri.path());
    let (mut path, mut query) = page.split_once('?').unwrap_or((page, ""));
    while !app.parts.has_page(path) && path.len() > 1 {
        path = &path[..path.rfind('/').unwrap_or_default().max(1)];
        query = "";
    }
    let before = format!("{TOKEN}=");
    let query: Vec<&str> =
        query.split('&').filter(|it| !it.is_empty() && !it.starts_with(&before)).collect();
    let sign = if query.is_empty() { "" } else { "?" };
    format!("{path}{sign}{}", query.join("&"))
}

/// What was sent from a page, for the time when it is shown again.
pub(super) fn held(uri: &Uri, page: String, came: Came) -> Held {
    let Came { typed, file, is_whole } = came;
    if let Some((_, held)) = desk::split_pairs(uri, typed.clone()) {
        return Held { file, ..held };
    }
    let is_secret = typed.iter().any(|it| it.0 == SECRET);
    let values = typed.into_iter().filter(|it| it.0 != csrf::FIELD && !is_secret).collect();
    let action = uri.path().to_owned();
    Held { page, action, values, file, is_whole, ..Held::default() }
}

impl Viewer {
    /// What was typed into a form that is sent to this address and could not be saved: a page whose
    /// form is none of blocks puts it in, and its frame says so.
    #[must_use]
    pub fn came_back(&self, action: &str) -> Option<Typed> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let held = held.as_mut().filter(|it| !it.is_desk() && it.action == action)?;
        held.is_taken = true;
        Some(held.values.clone())
    }
}

impl Held {
    /// Whether this is the form from which it was sent: several of a page differ in what they send unseen.
    fn is_of(&self, form: &FormBlock) -> bool {
        let is_told = |name: &str| name != csrf::FIELD && name != VERSION;
        let mut unseen = form.hidden.iter().filter(|it| is_told(&it.0));
        form.desk.is_none()
            && desk::path_of(&form.action) == self.action
            && unseen.all(|it| self.get(&it.0).any(|value| value == it.1))
    }

    /// Puts what was typed into the form from which it was sent, and says in which fields it stands. Who
    /// saves it later still learns what somebody else wrote meanwhile.
    pub(crate) fn put_into(&self, form: &mut FormBlock) -> Option<Vec<String>> {
        if !self.is_of(form) {
            return None;
        }
        for (name, value) in &mut form.hidden {
            if let Some(seen) = self.get(name).next().filter(|_| name.as_str() == VERSION) {
                seen.clone_into(value);
            }
        }
        let mut changed = Vec::new();
        for input in &mut form.inputs {
            let Some((name, _)) = input.stands() else { continue };
            let typed: Vec<&str> = self.get(&name).collect();
            // Of boxes none comes where none was left.
            let is_emptied = self.is_whole && matches!(input, Input::Choices(_));
            if (is_emptied || !typed.is_empty()) && input.put(&typed) {
                changed.push(input.label());
            }
        }
        Some(changed)
    }

    /// What a page says of it: where it stands, and that a file must be chosen again.
    pub(crate) fn told(&self, t: &Texts, fields: &[String]) -> Notice {
        let args = [("felder", Arg::from(t.list(fields)))];
        let text = t.with("tisch-ungesichert-text", &args);
        let text = match &self.file {
            Some(name) => {
                format!("{text} {}", t.with("tisch-datei-neu", &[("name", Arg::from(name))]))
            }
            None => text,
        };
        Notice { kind: Kind::Info, title: t.get("tisch-ungesichert"), text }
    }

    /// What was typed, for a page whose form does not take it back; nothing of what stands in it.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let is_text = |it: &&(String, String)| !it.1.is_empty() && !UNSEEN.contains(&it.0.as_str());
        let all = self.values.iter().filter(|_| !self.is_taken).filter(is_text);
        all.map(|it| it.1.as_str())
    }
}
