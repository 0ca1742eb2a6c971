//! Where what people typed and did not save lies, between a press and the page that shows it again.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Mutex, PoisonError};

use axum::http::Uri;
use jiff::Timestamp;

use super::desk::{OF, TOKEN};
use super::extract::pairs;
use crate::secrets::hex;
use crate::typed::Typed;

/// What was typed into the forms of a page that were not sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(super) page: String,
    /// Where the form is sent to, if it stands alone; empty for a desk.
    pub(super) action: String,
    /// What the file was called that was sent with it and is not kept.
    pub(super) file: Option<String>,
    /// Whether all of the form came: then a box that is not in it was emptied.
    pub(super) is_whole: bool,
    /// Whether the page has put it into its form.
    pub(super) is_taken: bool,
    /// Whose it is, where the session in which it was typed has ended.
    pub(super) writer: Option<i64>,
    /// The fields of the form that was sent.
    pub(super) own: BTreeSet<String>,
    /// What was typed into the others.
    pub(super) values: Typed,
    /// What was typed into the form that was sent, in case that its door fails.
    pub(super) sent: Typed,
}

impl Held {
    pub(super) fn get<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |it| it.0 == name).map(|it| it.1.as_str())
    }

    pub(super) fn has_typed(&self) -> bool {
        let is_text =
            |it: &(String, String)| !it.0.contains(OF) && (self.is_desk() || !it.1.is_empty());
        self.values.iter().any(is_text)
    }

    /// Whether it lay on a desk.
    pub(super) const fn is_desk(&self) -> bool {
        self.action.is_empty()
    }

    fn size(&self) -> usize {
        SHEET
            + self.values.iter().chain(&self.sent).map(|it| it.0.len() + it.1.len()).sum::<usize>()
    }
}

/// So many bytes of what people typed are held at once; the oldest go first.
const MOST: usize = 32_000_000;
/// Of these, so many are one account's: nobody pushes out what others typed.
const MOST_OF_ONE: usize = 4_000_000;
/// What a page weighs on which hardly anything was typed.
const SHEET: usize = 500;
/// So long it is held: a page that stays open over lunch.
const SECONDS: i64 = 4 * 3600;

/// What is held between a press and the page that shows it again, each for its own account.
#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<VecDeque<Lying>>);

#[derive(Debug)]
struct Lying {
    token: String,
    account: Option<i64>,
    until: Timestamp,
    held: Held,
}

impl Shelf {
    /// Lays it down and gives its token; none for what is more than one may have here.
    pub(super) fn put(&self, account: Option<i64>, held: Held, now: Timestamp) -> Option<String> {
        if held.size() > MOST_OF_ONE {
            return None;
        }
        let token = hex(&crate::ids::secret::<16>());
        let until = now + jiff::SignedDuration::from_secs(SECONDS);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|it| it.until > now);
        let is_own = |it: &Lying| it.account == account;
        let own = all.iter().filter(|it| is_own(it)).map(|it| it.held.size()).sum::<usize>();
        let mut own = own + held.size();
        // The oldest lie in front.
        all.retain(|it| {
            let goes = is_own(it) && own > MOST_OF_ONE;
            own -= if goes { it.held.size() } else { 0 };
            !goes
        });
        let mut size = held.size() + all.iter().map(|it| it.held.size()).sum::<usize>();
        while size > MOST {
            let Some(oldest) = all.pop_front() else { break };
            size -= oldest.held.size();
        }
        all.push_back(Lying { token: token.clone(), account, until, held });
        Some(token)
    }

    /// What the address of a page asks for, if it is of this account.
    pub(crate) fn find(&self, uri: &Uri, account: Option<i64>, now: Timestamp) -> Option<Held> {
        let query = uri.query().filter(|it| it.contains(TOKEN))?;
        let token = pairs(query.as_bytes()).into_iter().find(|it| it.0 == TOKEN)?.1;
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = all.iter();
        let found = all.find(|it| it.token == token && it.account == account && it.until > now)?;
        Some(found.held.clone())
    }
}
