//! A Mappe as text, CSV and JSON, from the view that the page prints.

use ankunft_disclosure::Nutzung;
use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;

use super::folder::Id;
use super::pages;
use super::shapes::{EntryDocument, FolderDocument};
use super::view::{self, Became, Entry, FolderView};
use crate::citations::{self, Snapshot};
use crate::languages::Arg;
use crate::releases;
use crate::tenant::Tenant;
use crate::web::{App, City, Failure, File, Format, PathOf, Viewer, file};

/// `GET /{kommune}/mappe/{id}/text`: to be put into a paper as it is.
pub(super) async fn text(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
) -> Result<Response, Failure> {
    let view = view::folder(&app, &viewer, &city, id).await?;
    let text = as_text(&app, &viewer, &city, &view);
    let file = File::shown("text/plain; charset=utf-8", "text", text);
    hand_out(&app, &viewer, city.tenant(), &view.entries, file).await
}

/// `GET /{kommune}/mappe/{id}/csv`
pub(super) async fn csv(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
) -> Result<Response, Failure> {
    let view = view::folder(&app, &viewer, &city, id).await?;
    let file = File::new(Format::Csv, "mappe", as_csv(&app, &view));
    hand_out(&app, &viewer, city.tenant(), &view.entries, file).await
}

/// `GET /{kommune}/mappe/{id}/json`
pub(super) async fn json(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    PathOf(Id { id }): PathOf<Id>,
) -> Result<Response, Failure> {
    let view = view::folder(&app, &viewer, &city, id).await?;
    let document = FolderDocument {
        city: &city.name,
        title: &view.folder.title,
        entries: view.entries.iter().map(|it| EntryDocument::of(&app, it)).collect(),
    };
    hand_out(&app, &viewer, city.tenant(), &view.entries, File::json(&document)?).await
}

/// Notes what of these citations is not public, and hands out the file that holds them.
pub(super) async fn hand_out<'a>(
    app: &App,
    viewer: &Viewer,
    tenant: Tenant,
    entries: impl IntoIterator<Item = &'a Entry>,
    file: File,
) -> Result<Response, Failure> {
    let versions = internal_versions(app, tenant, entries).await?;
    file.hand_out(app, (viewer, tenant), &versions).await
}

/// Writes into the change log that figures which are not public left the house.
pub(super) async fn note<'a>(
    app: &App,
    viewer: &Viewer,
    tenant: Tenant,
    entries: impl IntoIterator<Item = &'a Entry>,
    format: &str,
) -> Result<(), Failure> {
    let versions = internal_versions(app, tenant, entries).await?;
    file::note(app, (viewer, tenant), &versions, format).await
}

/// The dataset versions behind what is shown of citations and is not public, each once.
async fn internal_versions<'a>(
    app: &App,
    tenant: Tenant,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Result<Vec<i64>, Failure> {
    let is_inside = |it: &&Entry| it.citation.snapshot.is_some() && it.circle() != Nutzung::Public;
    let inside: Vec<&Entry> = entries.into_iter().filter(is_inside).collect();
    if inside.is_empty() {
        return Ok(Vec::new());
    }
    let cited: Vec<i64> = inside.iter().map(|it| it.citation.id).collect();
    let today: Vec<i64> = inside.iter().flat_map(|it| it.today()).copied().collect();
    let mut read = app.store.read().await?;
    let mut versions = citations::dataset_versions(&mut read, tenant, &cited).await?;
    versions.extend(releases::dataset_versions(&mut read, tenant, &today).await?);
    versions.sort_unstable();
    versions.dedup();
    Ok(versions)
}

/// The whole address of a Fundstelle.
pub(super) fn address(app: &App, entry: &Entry) -> String {
    format!("{}{}", app.config.base_address, pages::reference(&entry.citation))
}

/// When it was cited, as ISO text.
pub(super) fn cited_at(entry: &Entry) -> String {
    let at = Timestamp::from_microsecond(entry.citation.created_at).unwrap_or_default();
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn as_text(app: &App, viewer: &Viewer, city: &City, view: &FolderView) -> String {
    let (t, frozen) = (&viewer.t, app.texts_of(city));
    let today = t.date(app.today());
    let stand = [("stadt", Arg::from(city.name.as_str())), ("tag", Arg::from(today))];
    let mut text = format!("{}\n{}\n", view.folder.title, t.with("mappe-stand", &stand));
    for (number, entry) in (1..).zip(&view.entries) {
        let address = address(app, entry);
        let words = match &entry.citation.snapshot {
            Some(snapshot) => pages::quote(&frozen, snapshot, &address),
            None => address,
        };
        text.push_str(&format!("\n{number}. {words}\n"));
        let note = pages::note(t, entry).map(|it| format!("{} {}", it.title, it.text));
        for line in pages::not_public(t, entry).into_iter().chain(note) {
            text.push_str(&format!("   [{line}]\n"));
        }
    }
    text
}

fn as_csv(app: &App, view: &FolderView) -> String {
    let header = [
        "position",
        "reference",
        "address",
        "title",
        "text",
        "value",
        "source",
        "reference_date",
        "audience",
        "cited_at",
        "state",
        "value_today",
        "link",
    ];
    let records = (1..).zip(&view.entries).map(|(number, entry)| {
        let then = |of: fn(&Snapshot) -> &str| entry.citation.snapshot.as_ref().map_or("", of);
        let record = [
            &number.to_string(),
            &pages::reference(&entry.citation),
            &address(app, entry),
            then(|it| &it.title),
            then(|it| &it.text),
            then(|it| it.value.as_deref().unwrap_or_default()),
            then(|it| &it.source),
            then(|it| &it.date),
            entry.citation.nutzung.code(),
            &cited_at(entry),
            entry.became.code(),
            value_today(entry).unwrap_or_default(),
            then(|it| &it.link),
        ];
        record.map(str::to_owned)
    });
    file::csv(std::iter::once(header.map(str::to_owned)).chain(records))
}

fn value_today(entry: &Entry) -> Option<&str> {
    match &entry.became {
        Became::Same => entry.citation.snapshot.as_ref()?.value.as_deref(),
        Became::Changed(now) => now.value.as_deref(),
        Became::Gone | Became::Withdrawn { .. } | Became::Hidden => None,
    }
}
