//! Citations as JSON. The types are the schemas too: what is documented is what is written.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::view::{Became, Entry};
use super::{api, pages};
use crate::citations::Snapshot;
use crate::web::App;

/// A Mappe.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Mappe")]
pub(super) struct FolderDocument<'a> {
    /// The city.
    pub city: &'a str,
    /// What the Mappe is called.
    pub title: &'a str,
    /// What lies in it, in its order.
    pub entries: Vec<EntryDocument<'a>>,
}

/// What a Fundstelle names.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fundstelle")]
pub(super) struct ReferenceDocument<'a> {
    #[serde(flatten)]
    pub entry: EntryDocument<'a>,
    /// The city.
    pub city: &'a str,
}

/// One citation: only what this reader may know.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Citation")]
pub struct EntryDocument<'a> {
    /// The Fundstelle: `/f/7K3Q`.
    reference: String,
    /// Its whole address.
    address: String,
    /// `same`, `changed`, `gone`, `withdrawn` or `hidden`.
    state: &'static str,
    #[serde(flatten)]
    known: Option<KnownDocument<'a>>,
}

/// What is known of a citation that is not hidden.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "KnownCitation")]
struct KnownDocument<'a> {
    /// The kind of the cited thing: `figure`.
    kind: &'a str,
    /// Its id within its kind.
    id: &'a str,
    /// The circle that it is for.
    audience: &'static str,
    /// When it was cited.
    cited_at: String,
    /// Hash of the snapshot with a secret.
    sha256_salted: String,
    /// What was seen; nothing after a Sperrung.
    snapshot: Option<SnapshotDocument<'a>>,
    /// What the living thing says now, if it says something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    today: Option<SnapshotDocument<'a>>,
    #[serde(flatten)]
    withdrawal: Option<WithdrawalDocument<'a>>,
}

/// A Sperrung.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Withdrawal")]
struct WithdrawalDocument<'a> {
    /// When it was withdrawn.
    withdrawn_at: String,
    /// Why, for those inside.
    reason: Option<&'a str>,
}

/// What a thing said.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Snapshot")]
struct SnapshotDocument<'a> {
    title: std::borrow::Cow<'a, str>,
    text: std::borrow::Cow<'a, str>,
    value: Option<std::borrow::Cow<'a, str>>,
    source: std::borrow::Cow<'a, str>,
    reference_date: std::borrow::Cow<'a, str>,
    link: std::borrow::Cow<'a, str>,
}

impl<'a> EntryDocument<'a> {
    /// A citation as its reader may know it.
    pub(super) fn of(app: &App, entry: &'a Entry) -> Self {
        let it = &entry.citation;
        let is_hidden = matches!(entry.became, Became::Hidden);
        Self {
            reference: pages::reference(it),
            address: api::address(app, entry),
            state: entry.became.code(),
            known: (!is_hidden).then(|| KnownDocument {
                kind: &it.cited_kind,
                id: &it.cited,
                audience: it.nutzung.code(),
                cited_at: api::cited_at(entry),
                sha256_salted: crate::secrets::hex(&it.hash),
                snapshot: it.snapshot.as_ref().map(snapshot),
                today: match &entry.became {
                    Became::Changed(now) => Some(owned(now.snapshot())),
                    _ => None,
                },
                withdrawal: withdrawal(&entry.became),
            }),
        }
    }
}

fn withdrawal(became: &Became) -> Option<WithdrawalDocument<'_>> {
    let Became::Withdrawn { at, reason, .. } = became else { return None };
    let at = Timestamp::from_microsecond(*at).unwrap_or_default();
    let withdrawn_at = at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    Some(WithdrawalDocument { withdrawn_at, reason: reason.as_deref() })
}

fn snapshot(it: &Snapshot) -> SnapshotDocument<'_> {
    SnapshotDocument {
        title: it.title.as_str().into(),
        text: it.text.as_str().into(),
        value: it.value.as_deref().map(Into::into),
        source: it.source.as_str().into(),
        reference_date: it.date.as_str().into(),
        link: it.link.as_str().into(),
    }
}

fn owned(it: Snapshot) -> SnapshotDocument<'static> {
    SnapshotDocument {
        title: it.title.into(),
        text: it.text.into(),
        value: it.value.map(Into::into),
        source: it.source.into(),
        reference_date: it.date.into(),
        link: it.link.into(),
    }
}
