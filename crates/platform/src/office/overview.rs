use std::collections::BTreeMap;

use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::path;
use super::store::{self, Release, Span};
use super::view::State;
use crate::datasets::{self, DatasetVersion, Protection};
use crate::languages::{Arg, Texts};
use crate::names::Names;
use crate::page::Link;
use crate::page::components::{Column, Empty, Row, RowCell, Tab, Table};
use crate::store::StoreError;
use crate::web::{App, Block, City, Failure, Query, Sheet, Viewer};
use crate::words;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    zeigen: String,
}

/// What the page shows.
struct Holdings {
    versions: Vec<DatasetVersion>,
    releases: Vec<Release>,
    spans: BTreeMap<i64, Span>,
    grounds: BTreeMap<i64, String>,
    names: Names,
}

impl Holdings {
    async fn read(app: &App, city: &City) -> Result<Self, StoreError> {
        let mut read = app.store.read().await?;
        let tenant = city.tenant();
        Ok(Self {
            versions: datasets::versions(&mut read, tenant).await?,
            releases: store::releases(&mut read, tenant, None).await?,
            spans: store::spans(&mut read, tenant).await?,
            grounds: store::grounds(&mut read, tenant).await?,
            names: Names::read(&mut read, tenant).await?,
        })
    }

    fn releases(&self, version: &DatasetVersion) -> Vec<&Release> {
        self.releases.iter().filter(|it| it.dataset_version == version.id).collect()
    }

    fn state(&self, version: &DatasetVersion) -> State {
        State::of(version, &self.releases(version))
    }

    fn count(&self, state: State) -> usize {
        self.versions.iter().filter(|it| self.state(it) == state).count()
    }
}

/// `GET /{kommune}/statistikstelle`
pub(super) async fn show(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    let all = Holdings::read(&app, &city).await?;
    let wanted = State::ALL.into_iter().find(|it| it.code() == asked.zeigen);
    let rows: Vec<Row> = all
        .versions
        .iter()
        .filter(|it| wanted.is_none_or(|state| all.state(it) == state))
        .map(|it| row(t, &city, &all, it))
        .collect();
    let list = if rows.is_empty() {
        let step = Link::new(t.get("atlas-leer-schritt"), city.at("/atlas/daten/neu"));
        let text = t.get(if wanted.is_some() { "office-keine-so" } else { "office-leer" });
        Block::Empty(Empty { text, step: all.versions.is_empty().then_some(step) })
    } else {
        let columns = ["datenstaende", "stichtage", "geheimhaltung", "freigegeben", "uebernommen"]
            .map(|it| Column::words(t.get(&format!("office-spalte-{it}"))));
        let caption = t.get("office-titel");
        Block::Table(Table { caption, quiet_caption: true, columns: columns.to_vec(), rows })
    };
    let shell = viewer.page(t.get("office-titel")).lead(lead(t, &all));
    let elsewhere = vec![
        Link::new(t.get("sperrungen-titel"), city.at("/statistikstelle/sperrungen")),
        Link::new(t.get("office-alle-weitergaben"), city.at("/system/protokoll?was=weitergaben")),
        Link::new(t.get("office-datei-bringen"), city.at("/atlas/daten/neu")),
    ];
    let blocks = vec![
        tabs(t, &city, &all, wanted),
        list,
        Block::Reading(t.get("office-lesen")),
        Block::Heading(t.get("office-weiter")),
        Block::Links(elsewhere),
    ];
    Ok(Sheet::new(shell, blocks).answer())
}

fn lead(t: &Texts, all: &Holdings) -> String {
    let counts = [
        t.with("office-leit-alle", &[("anzahl", Arg::from(all.versions.len()))]),
        t.with("office-leit-wartet", &[("anzahl", Arg::from(all.count(State::Waiting)))]),
        t.with("office-leit-intern", &[("anzahl", Arg::from(all.count(State::Kept)))]),
    ];
    let said = if all.versions.is_empty() { 1 } else { 3 };
    counts[..said].join(" ")
}

fn tabs(t: &Texts, city: &City, all: &Holdings, wanted: Option<State>) -> Block {
    let tab = |code: &str, count: usize, current: bool| {
        let label = t.with(&format!("office-zeigen-{code}"), &[("anzahl", Arg::from(count))]);
        let query = if code == "alle" { String::new() } else { format!("?zeigen={code}") };
        Tab { label, href: city.at(&format!("/statistikstelle{query}")), current }
    };
    let mut tabs = vec![tab("alle", all.versions.len(), wanted.is_none())];
    tabs.extend(State::ALL.map(|it| tab(it.code(), all.count(it), wanted == Some(it))));
    Block::Tabs(t.get("office-zeigen"), tabs)
}

fn row(t: &Texts, city: &City, all: &Holdings, it: &DatasetVersion) -> Row {
    let number = ("nummer", Arg::from(it.number.to_string()));
    let ground = all.grounds.get(&it.area_version).cloned().unwrap_or_default();
    let note = t.with("office-nummer-gebiete", &[number, ("gebiete", Arg::from(ground))]);
    let span = all.spans.get(&it.id);
    let periods = span.map_or_else(String::new, |it| range(t, &it.first, &it.last));
    let columns = span.map_or(0, |it| it.columns);
    let columns = t.with("office-spalten-anzahl", &[("anzahl", Arg::from(columns))]);
    Row {
        head: RowCell::link(it.title.clone(), path(city, it.number, "")).note(note),
        cells: vec![
            RowCell::new(periods).note(columns),
            protection(t, it),
            released(t, city, all, it),
            RowCell::new(words::instant(t, it.accepted_at)).note(all.names.account(t, it.account)),
        ],
    }
}

/// `31.12.2013 bis 31.12.2018`.
pub(super) fn range(t: &Texts, first: &str, last: &str) -> String {
    if first == last {
        return t.period(first);
    }
    let args = [("von", Arg::from(t.period(first))), ("bis", Arg::from(t.period(last)))];
    t.with("daten-gueltig-von-bis", &args)
}

fn protection(t: &Texts, it: &DatasetVersion) -> RowCell {
    let meant = [("nutzung", Arg::from(words::nutzung(t, it.nutzung)))];
    match &it.protection {
        Protection::Unprotected => {
            RowCell::new(t.get("office-ungeschuetzt")).note(t.with("office-vorgesehen", &meant))
        }
        Protection::Already(declared) => {
            RowCell::new(declared.rule.clone()).note(declared.office.clone())
        }
    }
}

fn released(t: &Texts, city: &City, all: &Holdings, it: &DatasetVersion) -> RowCell {
    let state = all.state(it);
    let word = || t.get(&format!("office-stand-{}", state.code()));
    match state {
        State::Withdrawn => {
            RowCell::new(word()).note(words::instant(t, it.withdrawn_at.unwrap_or_default()))
        }
        State::Waiting => RowCell::link(word(), path(city, it.number, "/freigabe")),
        State::Kept | State::Gone => RowCell::new(word()),
        State::Released => {
            let out: Vec<&Release> =
                all.releases(it).into_iter().filter(|it| it.withdrawn_at.is_none()).collect();
            let says = |it: &&Release| {
                format!("{}: {}", words::nutzung(t, it.nutzung), words::policy(t, &it.policy))
            };
            // What an office protected stands beside it already.
            let circles: Vec<String> = match it.protection {
                Protection::Unprotected => out.iter().map(says).collect(),
                Protection::Already(_) => {
                    out.iter().map(|it| words::nutzung(t, it.nutzung)).collect()
                }
            };
            let newest = out.first().map_or_else(String::new, |it| {
                let who = all.names.account(t, it.account);
                format!("{}, {who}", words::instant(t, it.released_at))
            });
            RowCell::new(circles.join("; ")).note(newest)
        }
    }
}
