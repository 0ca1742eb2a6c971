//! What a document of a part cites (a decision, later a measure): its citations in words, as the
//! Mappe says them, and what can be chosen for it from Mappen.

use std::collections::BTreeMap;

use super::api;
use super::pages::{self, Note};
use super::shapes::EntryDocument;
use super::view::{self, Became, Entry};
use crate::citations::{self, Citation};
use crate::languages::Arg;
use crate::page::Link;
use crate::store::StoreError;
use crate::web::{App, City, Failure, Viewer};
use crate::words;

/// One citation of a document as this reader may know it.
#[derive(Debug)]
pub struct Cited {
    entry: Entry,
    /// What the frozen thing is called; its Fundstelle where that is not for this reader.
    pub title: String,
    /// Its value, if it has one and this reader may see it.
    pub value: Option<String>,
    /// What it says, in the language of the city.
    pub text: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Stichtag, when it was frozen.
    pub facts: Vec<String>,
    /// That it is not public, and for whom it is.
    pub not_public: Option<String>,
    /// The living thing.
    pub living: Option<Link>,
    /// What has become of it, if a reader must know.
    pub note: Option<Note>,
}

impl Cited {
    /// The citation.
    #[must_use]
    pub const fn citation(&self) -> &Citation {
        &self.entry.citation
    }

    /// Its Fundstelle: `/f/7K3Q`.
    #[must_use]
    pub fn reference(&self) -> String {
        pages::reference(&self.entry.citation)
    }

    /// Whether somebody who relies on it must know something: changed, gone or withdrawn.
    #[must_use]
    pub const fn is_news(&self) -> bool {
        self.entry.became.is_news()
    }

    /// Whether its thing says something else now.
    #[must_use]
    pub const fn has_changed(&self) -> bool {
        matches!(self.entry.became, Became::Changed(_))
    }

    /// The same for a JSON document, as that of a Mappe has it.
    #[must_use]
    pub fn document(&self, app: &App) -> EntryDocument<'_> {
        EntryDocument::of(app, &self.entry)
    }

    fn of(viewer: &Viewer, entry: Entry) -> Self {
        let t = &viewer.t;
        let it = &entry.citation;
        let mut facts = Vec::new();
        facts.extend(pages::time(t, &entry));
        let when = [("wann", Arg::from(words::instant(t, it.created_at)))];
        facts.push(t.with("zitat-festgehalten-am", &when));
        let snapshot = it.snapshot.as_ref();
        Self {
            title: pages::title(t, &entry),
            value: snapshot.and_then(|it| it.value.clone()),
            text: snapshot.map(|it| it.text.clone()),
            source: snapshot.map(|it| it.source.clone()),
            facts,
            not_public: pages::not_public(t, &entry),
            living: pages::living(t, &entry),
            note: pages::note(t, &entry),
            entry,
        }
    }
}

/// What a document cites, in its order.
///
/// # Errors
///
/// - [`StoreError::Unreadable`] if a snapshot does not fit its hash.
/// - [`StoreError::Database`] if the database refuses it.
pub async fn cited_in(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (kind, id): (&str, &str),
) -> Result<Vec<Cited>, StoreError> {
    let ids = [id.to_owned()];
    let mut all = cited_in_several(app, viewer, city, (kind, &ids)).await?;
    Ok(all.remove(id).unwrap_or_default())
}

/// What several documents of a kind cite, by their ids, each in its order: no more statements than for
/// one. Nothing for a document that cites nothing.
///
/// # Errors
///
/// As for [`cited_in`].
pub async fn cited_in_several(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (kind, ids): (&str, &[String]),
) -> Result<BTreeMap<String, Vec<Cited>>, StoreError> {
    let audience = viewer.actor.audience();
    let lists = {
        let mut read = app.store.read().await?;
        citations::lists(&mut read, city.tenant(), (kind, ids), audience).await?
    };
    let counts: Vec<(String, usize)> =
        lists.iter().map(|(id, list)| (id.clone(), list.len())).collect();
    let list = lists.into_values().flatten().collect();
    let mut entries = view::entries(app, city.tenant(), audience, list).await?.into_iter();
    let of = |(id, count): (String, usize)| {
        let cited = entries.by_ref().take(count).map(|it| Cited::of(viewer, it));
        (id, cited.collect())
    };
    Ok(counts.into_iter().map(of).collect())
}

/// What lies in the Mappen of this reader and may still be cited: each Mappe by its title, the
/// newest first.
///
/// # Errors
///
/// As for [`cited_in`].
pub async fn in_folders(
    app: &App,
    viewer: &Viewer,
    city: &City,
) -> Result<Vec<(String, Vec<Cited>)>, StoreError> {
    let mut all = Vec::new();
    for (folder, entries) in view::filled_folders(app, viewer, city.tenant()).await? {
        let there = entries.into_iter().filter(|it| it.citation.snapshot.is_some());
        let there: Vec<Cited> = there.map(|it| Cited::of(viewer, it)).collect();
        if !there.is_empty() {
            all.push((folder.title, there));
        }
    }
    Ok(all)
}

/// Writes into the change log that figures which are not public left the house with a document.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it; then nothing is handed out.
pub async fn note_handed_out<'a>(
    app: &App,
    viewer: &Viewer,
    city: &City,
    cited: impl IntoIterator<Item = &'a Cited>,
    format: &str,
) -> Result<(), Failure> {
    let entries = cited.into_iter().map(|it| &it.entry);
    api::note(app, viewer, city.tenant(), entries, format).await
}
