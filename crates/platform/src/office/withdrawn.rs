use std::collections::BTreeMap;

use axum::extract::State as Of;
use axum::response::Response;

use super::store::{self, Release};
use super::withdraw::Documents;
use super::{crumbs, name, path};
use crate::datasets::{self, DatasetVersion};
use crate::languages::Arg;
use crate::names::Names;
use crate::page::components::{Column, Empty, Row, RowCell, Table};
use crate::secrets::hex;
use crate::store::StoreError;
use crate::web::{App, Block, City, Failure, Sheet, Viewer};
use crate::withdrawals::{self, Affected, Thing, Withdrawal};
use crate::words;

/// What the page shows.
struct All {
    withdrawals: Vec<(Withdrawal, Vec<Affected>)>,
    versions: BTreeMap<i64, DatasetVersion>,
    releases: Vec<Release>,
    folders: BTreeMap<String, String>,
    names: Names,
}

impl All {
    async fn read(app: &App, city: &City) -> Result<Self, StoreError> {
        let mut read = app.store.read().await?;
        let tenant = city.tenant();
        let mut known = Vec::new();
        for it in withdrawals::all(&mut read, tenant).await? {
            let documents = match Thing::of(&it) {
                Some(thing) => withdrawals::concerned(&mut read, tenant, thing).await?.documents,
                None => Vec::new(),
            };
            known.push((it, documents));
        }
        let versions = datasets::versions(&mut read, tenant).await?;
        Ok(Self {
            withdrawals: known,
            versions: versions.into_iter().map(|it| (it.id, it)).collect(),
            releases: store::releases(&mut read, tenant, None).await?,
            folders: store::folders(&mut read, tenant).await?,
            names: Names::read(&mut read, tenant).await?,
        })
    }
}

/// `GET /{kommune}/statistikstelle/sperrungen`: what was withdrawn, when and why.
pub(super) async fn show(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    let all = All::read(&app, &city).await?;
    let list = if all.withdrawals.is_empty() {
        Block::Empty(Empty { text: t.get("sperrungen-keine"), step: None })
    } else {
        let columns = ["was", "wann", "grund", "betroffen", "hash"]
            .map(|it| Column::words(t.get(&format!("sperrungen-{it}"))));
        let row = |it: &(Withdrawal, Vec<Affected>)| row(&viewer, &city, &all, it);
        Block::Table(Table {
            caption: t.get("sperrungen-titel"),
            quiet_caption: true,
            columns: columns.to_vec(),
            rows: all.withdrawals.iter().map(row).collect(),
        })
    };
    let count = [("anzahl", Arg::from(all.withdrawals.len()))];
    let shell = viewer
        .page(t.get("sperrungen-titel"))
        .crumbs(crumbs(&viewer, &city))
        .lead(t.with("sperrungen-leit", &count));
    let mail = if app.mail.is_on() { "sperrungen-post" } else { "sperrungen-keine-post" };
    let blocks = vec![list, Block::Reading(t.get("sperrungen-lesen")), Block::Text(t.get(mail))];
    Ok(Sheet::new(shell, blocks).answer())
}

fn row(
    viewer: &Viewer,
    city: &City,
    all: &All,
    (it, documents): &(Withdrawal, Vec<Affected>),
) -> Row {
    let t = &viewer.t;
    let who = all.names.account(t, it.account);
    let words = Documents { folders: &all.folders, names: &all.names };
    let told: Vec<String> = documents
        .iter()
        .map(|it| {
            let args = [
                ("code", Arg::from(it.code.as_str())),
                ("ort", Arg::from(words.place(t, it))),
                ("wem", Arg::from(words.owner(t, it))),
            ];
            t.with("sperrungen-fundstelle", &args)
        })
        .collect();
    let told = if told.is_empty() { t.get("sperrungen-niemand") } else { told.join("; ") };
    Row {
        head: thing(viewer, city, all, it),
        cells: vec![
            RowCell::new(words::instant(t, it.at)).note(who),
            RowCell::new(it.reason.clone()),
            RowCell::new(told),
            // Enough to compare by eye; the log has the whole.
            RowCell::new(format!("{}…", hex(&it.hash).get(..16).unwrap_or_default())),
        ],
    }
}

/// What was withdrawn, with the way to its Datenstand.
fn thing(viewer: &Viewer, city: &City, all: &All, it: &Withdrawal) -> RowCell {
    let t = &viewer.t;
    let of_version = |id: i64, note: String| match all.versions.get(&id) {
        Some(version) => {
            let href = path(city, version.number, "");
            RowCell::link(name(viewer, version.number), href).note(note)
        }
        None => RowCell::new(id.to_string()).note(note),
    };
    match Thing::of(it) {
        Some(Thing::DatasetVersion(id)) => {
            let title = all.versions.get(&id).map(|it| it.title.clone()).unwrap_or_default();
            of_version(id, title)
        }
        Some(Thing::Release(id)) => match all.releases.iter().find(|it| it.id == id) {
            Some(release) => {
                let args = [
                    ("regel", Arg::from(words::policy(t, &release.policy))),
                    ("nutzung", Arg::from(words::nutzung(t, release.nutzung))),
                ];
                of_version(release.dataset_version, t.with("sperrungen-freigabe", &args))
            }
            None => RowCell::new(it.thing.clone()),
        },
        _ => RowCell::new(format!("{} {}", it.thing_kind, it.thing)),
    }
}
