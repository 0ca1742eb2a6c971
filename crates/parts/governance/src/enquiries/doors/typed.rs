//! What was typed into the answer when another button of its page was pressed: it becomes a version as if
//! it had been saved, in the transaction of what was pressed.

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::Change;
use ankunft_platform::typed::{LONGEST_TEXT, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Viewer, unseen};
use axum::response::Response;

use super::page;
use crate::enquiries::address;
use crate::enquiries::pages::one::prefilled;
use crate::enquiries::store;
use crate::enquiries::view::OneView;

/// The field of the answer.
pub(super) const ANSWER: &str = "antwort";
/// The version of the answer that its writer saw.
pub(super) const SEEN: &str = "stand";

/// The answer as its writer has it before their eyes.
pub(super) struct Written {
    /// The version they saw.
    pub seen: i64,
    /// What stands in the field.
    pub text: String,
    /// Whether it says anything else than what is saved.
    pub is_new: bool,
}

/// What was sent in the field of the answer beside something else; none if nothing was.
pub(super) fn written(
    (city, viewer): (&City, &Viewer),
    (view, t): (&OneView, &Texts),
    typed: &Typed,
) -> Option<Written> {
    let action = action(city, view);
    let text = typed.iter().find(|it| it.0 == ANSWER)?.1.replace("\r\n", "\n");
    let seen = sent(typed, &unseen(&action, SEEN)).parse().ok()?;
    viewer.kept(&action, &[ANSWER]);
    let text = text.trim().to_owned();
    let saved = view.answers.first().map_or_else(|| prefilled(t, view), |it| it.text.clone());
    let is_new = text != saved.replace("\r\n", "\n").trim();
    Some(Written { seen, text, is_new })
}

/// Where the answer is sent to.
pub(super) fn action(city: &City, view: &OneView) -> String {
    format!("{}/{ANSWER}", address(city, view.it().number))
}

/// The answer that the pressed button goes on from.
pub(super) struct Going {
    number: i64,
    newest: i64,
    saved: Option<String>,
    /// What was typed, else what is saved; none while nobody has written.
    pub text: Option<String>,
}

/// What is wrong with what was typed; nothing if nothing new was.
pub(super) fn wrong(viewer: &Viewer, written: Option<&Written>) -> Problems {
    let Some(it) = written.filter(|it| it.is_new) else { return Problems::default() };
    let typed = vec![(ANSWER.to_owned(), it.text.clone())];
    let mut reading = Reading::new(&viewer.t, &typed);
    let _ = reading.text(ANSWER, LONGEST_TEXT);
    reading.problems
}

/// Goes on from what was typed, else from what is saved; none if somebody else has saved since its
/// writer saw it.
pub(super) async fn go_on(
    change: &mut Change,
    city: &City,
    (number, written): (i64, Option<&Written>),
) -> Result<Option<Going>, Failure> {
    let now = store::answers(change, city.tenant(), &[number]).await?;
    let newest = now.first().map_or(0, |it| it.1.version);
    let saved = now.into_iter().next().map(|it| it.1.text);
    let typed = written.filter(|it| it.is_new);
    if typed.is_some_and(|it| it.seen != newest) {
        return Ok(None);
    }
    let text = typed.map_or_else(|| saved.clone(), |it| Some(it.text.clone()));
    Ok(Some(Going { number, newest, saved, text }))
}

impl Going {
    /// Saves what the answer says now, if that is anything new and says anything; whether it was.
    pub(super) async fn save(self, change: &mut Change, city: &City) -> Result<bool, Failure> {
        let text = self.text.as_deref().map(str::trim).filter(|it| !it.is_empty());
        let Some(text) = text.filter(|it| self.saved.as_deref() != Some(*it)) else {
            return Ok(false);
        };
        let version = (self.number, self.newest + 1);
        store::write(change, city.tenant(), version, text).await?;
        Ok(true)
    }
}

/// The page with what was typed, in place of what was pressed: somebody else was faster, or it is too
/// long.
pub(super) async fn not_yet(
    app: &App,
    (city, viewer): (&City, &Viewer),
    view: &OneView,
    (typed, written, problems): (&Typed, Option<Written>, Problems),
) -> Result<Response, Failure> {
    let mut typed = typed.clone();
    if let Some(it) = written {
        typed.retain(|it| it.0 != ANSWER && it.0 != SEEN);
        typed.push((ANSWER.to_owned(), it.text));
        typed.push((SEEN.to_owned(), it.seen.to_string()));
    }
    Ok(page(app, (city, viewer), view, (None, (&typed, problems))).await?.refused())
}
