use std::collections::BTreeMap;

use ankunft_disclosure::{Audience, Nutzung};

use crate::citations::{self, Citation, Folder, Owner, Since};
use crate::parts::CitedThing;
use crate::store::StoreError;
use crate::tenant::Tenant;
use crate::web::{App, City, Failure, Viewer};
use crate::withdrawals;

/// A Mappe with everything that page, text, CSV and JSON show of it.
#[derive(Debug)]
pub(super) struct FolderView {
    /// The Mappe.
    pub folder: Folder,
    /// All Mappen of this reader, the newest first.
    pub all: Vec<Folder>,
    /// What lies in it, in its order.
    pub entries: Vec<Entry>,
}

/// A citation as this reader may know it, with what has become of its thing.
#[derive(Debug)]
pub(super) struct Entry {
    pub citation: Citation,
    /// The Berichtszeitraum that it speaks of, if it is a flow.
    pub period: Option<String>,
    pub became: Became,
}

/// What has become of a cited thing.
#[derive(Debug)]
pub(super) enum Became {
    /// It says the same.
    Same,
    /// It says something else now.
    Changed(Box<CitedThing>),
    /// It is no longer shown.
    Gone,
    /// A Sperrung withdrew it; what the thing is called, if it still is one, stays.
    Withdrawn { at: i64, reason: Option<String>, title: Option<String> },
    /// It is not for this reader.
    Hidden,
}

impl Entry {
    /// Who may read all that is shown of it: what the thing says today may be for fewer than what
    /// was cited.
    pub(super) fn circle(&self) -> Nutzung {
        match &self.became {
            Became::Changed(now) => self.citation.nutzung.min(now.nutzung),
            _ => self.citation.nutzung,
        }
    }

    /// The releases that what is shown of today comes from.
    pub(super) fn today(&self) -> &[i64] {
        match &self.became {
            Became::Changed(now) => &now.releases,
            _ => &[],
        }
    }
}

impl Became {
    /// The word in files.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed(_) => "changed",
            Self::Gone => "gone",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Hidden => "hidden",
        }
    }

    /// Whether somebody who cites it must know.
    pub(super) const fn is_news(&self) -> bool {
        matches!(self, Self::Changed(_) | Self::Gone | Self::Withdrawn { .. })
    }
}

/// The things of citations as they are now, by kind and id.
type Living = BTreeMap<(String, String), CitedThing>;

/// Citations with what has become of them.
///
/// One question to each kind of thing, and one statement for reasons of Sperrungen, however many
/// citations there are.
pub(super) async fn entries(
    app: &App,
    tenant: Tenant,
    audience: Audience,
    citations: Vec<Citation>,
) -> Result<Vec<Entry>, StoreError> {
    let is_withdrawn = |it: &&Citation| it.withdrawn_at.is_some() && it.is_for(audience);
    let withdrawn: Vec<i64> = citations.iter().filter(is_withdrawn).map(|it| it.id).collect();
    // Why something was withdrawn is for those inside; everybody else reads that it was.
    let reasons = if withdrawn.is_empty() || audience == Audience::Public {
        BTreeMap::new()
    } else {
        withdrawals::reasons(&mut *app.store.read().await?, tenant, &withdrawn).await?
    };
    let living = living(app, tenant, audience, &citations).await?;
    let entry = |citation: Citation| {
        let now = living.get(&(citation.cited_kind.clone(), citation.cited.clone()));
        let became = if !citation.is_for(audience) {
            Became::Hidden
        } else if let Some(at) = citation.withdrawn_at {
            let reason = reasons.get(&citation.id).cloned();
            Became::Withdrawn { at, reason, title: now.map(|it| it.title.clone()) }
        } else {
            became(&citation, now)
        };
        let kind = app.parts.citable(&citation.cited_kind);
        let period = kind.and_then(|it| it.period(&citation.cited)).map(str::to_owned);
        Entry { citation, period, became }
    };
    Ok(citations.into_iter().map(entry).collect())
}

fn became(citation: &Citation, now: Option<&CitedThing>) -> Became {
    match (citation.since(now.map(CitedThing::snapshot).as_ref()), now) {
        (Since::Changed, Some(now)) => Became::Changed(Box::new(now.clone())),
        (Since::Gone, _) => Became::Gone,
        (Since::Unknown, _) => Became::Hidden,
        (Since::Same | Since::Changed, _) => Became::Same,
    }
}

async fn living(
    app: &App,
    tenant: Tenant,
    audience: Audience,
    citations: &[Citation],
) -> Result<Living, StoreError> {
    let mut wanted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in citations.iter().filter(|it| it.is_for(audience)) {
        wanted.entry(&it.cited_kind).or_default().push(&it.cited);
    }
    let mut living = Living::new();
    for (kind, ids) in wanted {
        let Some(citable) = app.parts.citable(kind) else { continue };
        let things = citable.look_up(app, tenant, &ids, audience).await?;
        for (id, thing) in ids.into_iter().zip(things) {
            if let Some(thing) = thing {
                living.insert((kind.to_owned(), id.to_owned()), thing);
            }
        }
    }
    Ok(living)
}

/// The Mappen of this reader in a city, the newest first.
pub(super) async fn own_folders(
    app: &App,
    viewer: &Viewer,
    tenant: Tenant,
) -> Result<Vec<Folder>, StoreError> {
    let mut read = app.store.read().await?;
    citations::folders_with(&mut read, tenant, &Owner::all_of(&viewer.actor)).await
}

/// The Mappen of this reader in a city, the newest first, each with what lies in it: no more statements
/// for many than for one.
pub(super) async fn filled_folders(
    app: &App,
    viewer: &Viewer,
    tenant: Tenant,
) -> Result<Vec<(Folder, Vec<Entry>)>, StoreError> {
    let audience = viewer.actor.audience();
    let folders = own_folders(app, viewer, tenant).await?;
    let ids: Vec<String> = folders.iter().map(|it| it.id.to_string()).collect();
    let mut lists = {
        let mut read = app.store.read().await?;
        citations::lists(&mut read, tenant, ("folder", &ids), audience).await?
    };
    let each: Vec<Vec<Citation>> =
        ids.iter().map(|it| lists.remove(it).unwrap_or_default()).collect();
    let counts: Vec<usize> = each.iter().map(Vec::len).collect();
    let all = each.into_iter().flatten().collect();
    let mut entries = entries(app, tenant, audience, all).await?.into_iter();
    let filled = |(folder, count)| (folder, entries.by_ref().take(count).collect());
    Ok(folders.into_iter().zip(counts).map(filled).collect())
}

/// The Mappe of this number, if it is one of this reader's.
pub(super) async fn folder(
    app: &App,
    viewer: &Viewer,
    city: &City,
    id: i64,
) -> Result<FolderView, Failure> {
    let all = own_folders(app, viewer, city.tenant()).await?;
    let folder = all.iter().find(|it| it.id == id).cloned().ok_or_else(Failure::not_found)?;
    let entries = lying_in(app, viewer, city.tenant(), &folder).await?;
    Ok(FolderView { folder, all, entries })
}

/// What lies in a Mappe of this reader.
pub(super) async fn lying_in(
    app: &App,
    viewer: &Viewer,
    tenant: Tenant,
    folder: &Folder,
) -> Result<Vec<Entry>, StoreError> {
    let audience = viewer.actor.audience();
    let id = folder.id.to_string();
    let list = {
        let mut read = app.store.read().await?;
        citations::list(&mut read, tenant, ("folder", &id), audience).await?
    };
    entries(app, tenant, audience, list).await
}
