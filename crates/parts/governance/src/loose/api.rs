//! Loose ends as JSON and CSV. The types are the schemas too: what is documented is what is written.

use ankunft_platform::web::{City, Viewer, file};
use schemars::JsonSchema;
use serde::Serialize;

use super::model::End;
use super::pages;
use super::view::Loose;

/// The loose ends that a reader sees to, or all of who steers.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LooseEnds")]
pub struct LooseDocument<'a> {
    /// The city.
    city: &'a str,
    /// What is open, Stelle by Stelle, the most urgent of each first.
    open: Vec<EndDocument<'a>>,
    /// What was closed with a reason, the newest first.
    closed: Vec<ClosedDocument<'a>>,
}

/// A loose end.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LooseEnd")]
struct EndDocument<'a> {
    /// Its name: `ohne-befund:7`.
    id: String,
    /// What is loose, as a word: `ohne-befund`.
    kind: &'static str,
    /// What the thing is called.
    title: &'a str,
    /// What is loose and what to do.
    says: String,
    /// The Stelle that sees to it; nothing is the coordination.
    owner: Option<String>,
    /// The day that matters, as ISO text.
    since: Option<String>,
    /// The page of the thing.
    address: String,
    /// Where it is mended.
    mended_at: String,
}

/// A loose end that somebody closed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ClosedEnd")]
struct ClosedDocument<'a> {
    #[serde(flatten)]
    end: EndDocument<'a>,
    /// Why.
    because: &'a str,
    /// The Stelle that closed it.
    closed_by: Option<String>,
    /// When.
    closed_at: String,
}

fn document<'a>(viewer: &Viewer, city: &City, loose: &Loose, it: &'a End) -> EndDocument<'a> {
    let t = &viewer.t;
    EndDocument {
        id: it.key(),
        kind: it.kind.code(),
        title: &it.title,
        says: pages::sentence(t, it),
        owner: it.owner.and_then(|it| loose.names.post(Some(it))),
        since: it.since.map(|it| it.to_string()),
        address: city.at(&it.at),
        mended_at: city.at(&it.mend),
    }
}

impl<'a> LooseDocument<'a> {
    /// All of them, not the first ten.
    pub(super) fn of(viewer: &Viewer, city: &'a City, loose: &'a Loose) -> Self {
        let open = loose.open.iter().flat_map(|it| &it.1);
        let closed = loose.closed.iter().map(|(end, step)| ClosedDocument {
            end: document(viewer, city, loose, end),
            because: &step.because,
            closed_by: loose.names.post(step.post),
            closed_at: jiff::Timestamp::from_microsecond(step.at).unwrap_or_default().to_string(),
        });
        Self {
            city: &city.name,
            open: open.map(|it| document(viewer, city, loose, it)).collect(),
            closed: closed.collect(),
        }
    }
}

/// One row an open end, in the reader's language.
pub fn csv(viewer: &Viewer, city: &City, loose: &Loose) -> String {
    let t = &viewer.t;
    let header = ["art", "titel", "satz", "stelle", "tag", "adresse"];
    let header = header.map(|it| t.get(&format!("lose-enden-spalte-{it}")));
    let row = |it: &End| {
        [
            pages::kind(t, it.kind),
            it.title.clone(),
            pages::sentence(t, it),
            pages::owner(t, loose, it.owner),
            it.since.map_or_else(String::new, |it| it.to_string()),
            format!("{}{}", viewer.base_address(), city.at(&it.mend)),
        ]
    };
    let rows = loose.open.iter().flat_map(|it| &it.1).map(row);
    file::csv(std::iter::once(header).chain(rows))
}
