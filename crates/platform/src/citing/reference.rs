//! `/f/7K3Q`: what a reference printed in a paper stands for.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::pages::{self, Note};
use super::shapes::{EntryDocument, ReferenceDocument};
use super::view::{self, Became, Entry};
use super::{KEEP, PATH, api};
use crate::accounts;
use crate::citations::{self, Owner};
use crate::languages::Arg;
use crate::page::components::{Button, Field, Kind, Pair};
use crate::page::{Link, Shell, html_with};
use crate::permission::{Actor, Verdict};
use crate::secrets::hex;
use crate::tenant::{self, TenantInfo};
use crate::web::{App, Block, Failure, File, FormBlock, PathOf, Query, Sheet, Viewer, encode};
use crate::words;

/// Everything that the page of a Fundstelle prints.
#[derive(Template)]
#[template(path = "reference.html")]
struct ReferencePage {
    shell: Shell,
    lang: &'static str,
    sentence: Option<String>,
    value: Option<String>,
    note: Note,
    pairs: Vec<Pair>,
    links: Vec<Link>,
}

/// A Fundstelle in the address.
#[derive(Deserialize)]
pub(super) struct Code {
    fundstelle: String,
}

#[derive(Deserialize)]
pub(super) struct Sought {
    #[serde(default)]
    code: String,
}

/// A found citation, and who asks for it in its city.
struct Found {
    city: TenantInfo,
    actor: Actor,
    entry: Entry,
}

/// `GET /f?code=7K3Q`: the field on the page of a mistyped Fundstelle.
pub(super) async fn find(viewer: Viewer, Query(Sought { code }): Query<Sought>) -> Response {
    let code = code.trim();
    let code = code.rsplit('/').next().unwrap_or_default();
    if code.is_empty() {
        let t = &viewer.t;
        let shell = viewer.page(t.get("fund-suchen")).lead(t.get("fund-was"));
        return Sheet::new(shell, vec![Block::Search(search(&viewer, ""))]).answer();
    }
    Redirect::to(&format!("/f/{}", encode(code))).into_response()
}

/// `GET /f/{fundstelle}`
pub(super) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    PathOf(Code { fundstelle }): PathOf<Code>,
) -> Result<Response, Failure> {
    let Some(code) = citations::read_code(&fundstelle) else {
        return Ok(unknown(&viewer, &fundstelle, "fund-vertippt"));
    };
    let Some(found) = look(&app, &viewer, &code).await? else {
        return Ok(unknown(&viewer, &fundstelle, "fund-unbekannt"));
    };
    if matches!(found.entry.became, Became::Hidden) {
        return Ok(hidden(&viewer, &found));
    }
    let links = links(&app, &viewer, &found).await?;
    Ok(html_with(StatusCode::OK, &page(&app, &viewer, &found, links)))
}

/// `GET /f/{fundstelle}/json`: the same, for programs.
pub(super) async fn json(
    State(app): State<App>,
    viewer: Viewer,
    PathOf(Code { fundstelle }): PathOf<Code>,
) -> Result<Response, Failure> {
    let none = |text: &str| {
        let fund = [("fund", Arg::from(shortened(&fundstelle)))];
        Failure::not_found().advice(viewer.t.with(text, &fund))
    };
    let code = citations::read_code(&fundstelle).ok_or_else(|| none("fund-vertippt.text"))?;
    let found = look(&app, &viewer, &code).await?.ok_or_else(|| none("fund-unbekannt.text"))?;
    let entries = std::slice::from_ref(&found.entry);
    let entry = EntryDocument::of(&app, &found.entry);
    let file = File::json(&ReferenceDocument { entry, city: &found.city.name })?;
    api::hand_out(&app, &viewer, found.city.tenant, entries, file).await
}

/// The citation of a Fundstelle as this reader may see it. The address names no city, so who
/// asks is found out in the city of the citation.
async fn look(app: &App, viewer: &Viewer, code: &str) -> Result<Option<Found>, Failure> {
    let mut read = app.store.read().await?;
    let Some(tenant) = citations::tenant_of(&mut read, code).await? else { return Ok(None) };
    let Some(city) = tenant::info_of(&mut read, tenant).await? else { return Ok(None) };
    let actor = match &viewer.session {
        Some(it) => accounts::actor(&mut read, tenant, it.account, app.today()).await?,
        None => Actor::default(),
    };
    let audience = actor.audience();
    let citation = citations::by_code(&mut read, tenant, code, audience).await?;
    drop(read);
    let entries = view::entries(app, tenant, audience, citation.into_iter().collect()).await?;
    Ok(entries.into_iter().next().map(|entry| Found { city, actor, entry }))
}

/// What it leads to: the living thing, and the Mappen of this reader in which it lies.
async fn links(app: &App, viewer: &Viewer, found: &Found) -> Result<Vec<Link>, Failure> {
    let t = &viewer.t;
    let mut links: Vec<Link> = pages::living(t, &found.entry).into_iter().collect();
    if app.permissions.decide(&found.actor, KEEP) != Verdict::Yes {
        return Ok(links);
    }
    let (tenant, it) = (found.city.tenant, &found.entry.citation);
    let mut read = app.store.read().await?;
    let own = citations::folders_with(&mut read, tenant, &Owner::all_of(&found.actor)).await?;
    let citing = citations::cited_by(&mut read, tenant, (&it.cited_kind, &it.cited)).await?;
    for folder in own {
        let id = folder.id.to_string();
        let lies = |link: &citations::Link| {
            link.code == it.code && link.citing_kind == "folder" && link.citing == id
        };
        if citing.iter().any(lies) {
            let label = t.with("fund-in-mappe", &[("mappe", Arg::from(folder.title))]);
            let href = format!("/{}{PATH}/{id}#f-{}", found.city.slug, it.code);
            links.push(Link::new(label, href));
        }
    }
    Ok(links)
}

fn title(viewer: &Viewer, code: &str) -> String {
    viewer.t.with("fund-titel", &[("fund", Arg::from(code))])
}

fn page(app: &App, viewer: &Viewer, found: &Found, links: Vec<Link>) -> ReferencePage {
    let t = &viewer.t;
    let it = &found.entry.citation;
    let mut shell = viewer.page_in(&found.city, &found.actor, title(viewer, &it.code));
    shell.mark = pages::not_public(t, &found.entry);
    let shell = shell.data(vec![Link::new("JSON", format!("/f/{}/json", it.code))]);
    let note = pages::note(t, &found.entry).unwrap_or_else(|| Note {
        kind: Kind::Info,
        title: t.get("zitat-gleich"),
        text: t.get("zitat-gleich.text"),
        renews: false,
    });
    let snapshot = it.snapshot.as_ref();
    let mut pairs = Vec::new();
    if let Some(snapshot) = snapshot {
        pairs.push(Pair::new(t.get("zitat-tag"), pages::day(t, &snapshot.date)));
        pairs.push(Pair::new(t.get("zitat-quelle"), snapshot.source.as_str()));
    }
    pairs.push(Pair::new(t.get("zitat-festgehalten"), words::instant(t, it.created_at)));
    let fits =
        if snapshot.is_some() { "zitat-pruefsumme-stimmt" } else { "zitat-pruefsumme-bleibt" };
    let hash = [("summe", Arg::from(hex(&it.hash)))];
    pairs.push(Pair::new(t.get("zitat-pruefsumme"), t.with(fits, &hash)));
    ReferencePage {
        shell,
        lang: app.texts_of(&found.city).language().code(),
        sentence: snapshot.map(|it| it.text.clone()),
        value: snapshot.and_then(|it| it.value.clone()),
        note,
        pairs,
        links,
    }
}

/// That it exists, from which city, and that it is not public. Nothing else.
fn hidden(viewer: &Viewer, found: &Found) -> Response {
    let t = &viewer.t;
    let city = ("stadt", Arg::from(found.city.name.as_str()));
    let code = &found.entry.citation.code;
    let shell = viewer
        .page_in(&found.city, &found.actor, title(viewer, code))
        .lead(t.with("fund-nicht-oeffentlich", &[city]));
    let advice = if viewer.session.is_some() { "fund-recht-fehlt" } else { "fund-anmelden" };
    Sheet::new(shell, vec![Block::Text(t.get(advice))]).answer()
}

/// The page in place of a Fundstelle that is none, with a field to type it again.
fn unknown(viewer: &Viewer, typed: &str, text: &str) -> Response {
    let t = &viewer.t;
    let lead = t.with(&format!("{text}.text"), &[("fund", Arg::from(shortened(typed)))]);
    let shell = viewer.page(t.get(text)).lead(lead);
    let search = Block::Search(search(viewer, typed));
    html_with(StatusCode::NOT_FOUND, &Sheet::new(shell, vec![search]))
}

/// What was typed, no longer than any Fundstelle.
fn shortened(typed: &str) -> String {
    typed.chars().take(20).collect()
}

fn search(viewer: &Viewer, typed: &str) -> FormBlock {
    let t = &viewer.t;
    let field = Field::new("code", t.get("fund")).hint(t.get("fund-hinweis"));
    let field = field.value(shortened(typed));
    FormBlock::new("/f", Button::primary(t.get("fund-nachsehen"))).field(field)
}
