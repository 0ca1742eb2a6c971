use super::view::{self, Became, Entry};
use super::{KEEP, PATH};
use crate::languages::Arg;
use crate::parts::{BoxFuture, Today, TodayItem};
use crate::secrets::hex;
use crate::store::StoreError;
use crate::web::{App, Viewer};

/// That something in a Mappe says something else than when it was remembered: who cites it in a
/// paper must know before the meeting.
pub(super) struct ChangedFindings;

impl TodayItem for ChangedFindings {
    fn items<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Today>, StoreError>> {
        Box::pin(items(app, viewer))
    }
}

async fn items(app: &App, viewer: &Viewer) -> Result<Vec<Today>, StoreError> {
    let Some(city) = viewer.city.as_ref().filter(|_| viewer.may(KEEP)) else {
        return Ok(Vec::new());
    };
    let mut items = Vec::new();
    for (folder, entries) in view::filled_folders(app, viewer, city.tenant).await? {
        let news: Vec<&Entry> = entries.iter().filter(|it| it.became.is_news()).collect();
        let Some(first) = news.first() else { continue };
        let args = [("mappe", Arg::from(folder.title)), ("anzahl", Arg::from(news.len()))];
        items.push(Today {
            text: viewer.t.with("heute-mappe", &args),
            href: format!("/{}{PATH}/{}#f-{}", city.slug, folder.id, first.citation.code),
            due: None,
            done: Some(state_of(app, folder.id, &news)),
        });
    }
    Ok(items)
}

/// A Mappe with what is new in it, as a keyed hash: what is said of a figure tells no figure.
fn state_of(app: &App, folder: i64, news: &[&Entry]) -> String {
    let said = news.iter().map(|entry| {
        let state = match &entry.became {
            Became::Changed(now) => now.snapshot().text,
            Became::Withdrawn { at, .. } => at.to_string(),
            Became::Same | Became::Gone | Became::Hidden => String::new(),
        };
        format!("{} {} {state}", entry.citation.code, entry.became.code())
    });
    let said: Vec<String> = said.collect();
    let parts: Vec<&[u8]> = said.iter().map(String::as_bytes).collect();
    format!("folder/{folder}/{}", hex(&app.keys.citations.tag(&parts)[..8]))
}
