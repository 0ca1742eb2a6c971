use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;

use super::store::{self, Release};
use super::version::withdrawn_notice;
use super::view::{Dossier, State};
use super::{OneVersion, crumbs_of, elsewhere, letters, path, said};
use crate::changes::Recorded;
use crate::downloads;
use crate::languages::{Arg, Texts};
use crate::names::Names;
use crate::page::components::{
    Button, Column, Field, Kind, Notice, Pair, Problems, Row, RowCell, Table,
};
use crate::tenant;
use crate::web::{App, Block, City, Failure, Form, FormBlock, PathOf, Query, Sheet, Viewer};
use crate::withdrawals::{self, Affected, Concerned, Thing};
use crate::words;

/// A reason is read by auditors years later.
const LONGEST_REASON: usize = 2000;

/// The release that is meant; empty for the whole Datenstand.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    freigabe: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    freigabe: String,
    #[serde(default)]
    grund: String,
}

/// What is to be withdrawn, and everything that it concerns.
struct Case {
    viewer: Viewer,
    city: City,
    dossier: Dossier,
    release: Option<Release>,
    concerned: Concerned,
    folders: BTreeMap<String, String>,
    handed_out: Vec<Recorded>,
}

impl Case {
    async fn open(
        app: &App,
        viewer: Viewer,
        city: City,
        one: OneVersion,
        release: &str,
    ) -> Result<Self, Failure> {
        let version = one.find(app, &city).await?;
        let (tenant, id) = (city.tenant(), version.id);
        let mut read = app.store.read().await?;
        let dossier = Dossier::read(&mut read, &city, version).await?;
        let release = match release {
            "" => None,
            asked => {
                let found = dossier.releases.iter().find(|it| it.id.to_string() == asked).cloned();
                Some(found.ok_or_else(Failure::not_found)?)
            }
        };
        let thing = release.as_ref().map_or(Thing::DatasetVersion(id), |it| Thing::Release(it.id));
        let concerned = withdrawals::concerned(&mut read, tenant, thing).await?;
        let folders = store::folders(&mut read, tenant).await?;
        let handed_out = downloads::received(&mut read, tenant, id).await?;
        drop(read);
        Ok(Self { viewer, city, dossier, release, concerned, folders, handed_out })
    }

    fn thing(&self) -> Thing {
        let version = Thing::DatasetVersion(self.dossier.version.id);
        self.release.as_ref().map_or(version, |it| Thing::Release(it.id))
    }

    /// Whether it was withdrawn before.
    fn is_done(&self) -> bool {
        self.dossier.state() == State::Withdrawn
            || self.release.as_ref().is_some_and(|it| it.withdrawn_at.is_some())
    }

    fn page(&self, reason: &str, problems: Problems) -> Sheet {
        let t = &self.viewer.t;
        let number = self.dossier.version.number;
        let title = match &self.release {
            None => t.with("sperrung-titel", &[("stand", said(&self.viewer, number))]),
            Some(it) => {
                let args = [
                    ("stand", said(&self.viewer, number)),
                    ("regel", Arg::from(words::policy(t, &it.policy))),
                    ("nutzung", Arg::from(words::nutzung(t, it.nutzung))),
                ];
                t.with("sperrung-titel-freigabe", &args)
            }
        };
        let lead = if self.release.is_some() { "sperrung-leit-freigabe" } else { "sperrung-leit" };
        let shell = self
            .viewer
            .page(title)
            .crumbs(crumbs_of(&self.viewer, &self.city, number))
            .lead(t.get(lead));
        let mut blocks = vec![Block::Problems(problems.clone())];
        if self.is_done() {
            blocks.push(withdrawn_notice(t));
            return Sheet::new(shell, blocks);
        }
        blocks.push(Block::Heading(t.get("sperrung-betroffen")));
        blocks.push(Block::Balance(self.balance()));
        blocks.extend(self.recipients());
        blocks.extend(self.documents());
        blocks.push(Block::Notice(Notice {
            kind: Kind::Warning,
            title: t.get("sperrung-endgueltig"),
            text: t.get("sperrung-endgueltig.text"),
        }));
        blocks.push(Block::Form(self.form(reason, &problems)));
        Sheet::new(shell, blocks)
    }

    fn balance(&self) -> Vec<Pair> {
        let t = &self.viewer.t;
        let in_folders = self.concerned.documents.iter().filter(|it| is_folder(it));
        let mut folders: Vec<&Option<String>> = in_folders.map(|it| &it.citing).collect();
        folders.sort_unstable();
        folders.dedup();
        let out =
            |it: &&Release| it.withdrawn_at.is_none() && self.concerned.releases.contains(&it.id);
        let counts = [
            ("freigaben", self.dossier.releases.iter().filter(out).count()),
            ("fundstellen", codes(&self.concerned.documents)),
            ("mappen", folders.len()),
            ("weitergaben", self.handed_out.len()),
        ];
        let pair = |(name, count): (&str, usize)| {
            let label = t.with(&format!("sperrung-zahl-{name}"), &[("anzahl", Arg::from(count))]);
            Pair::new(label, t.count(count))
        };
        counts.into_iter().map(pair).collect()
    }

    /// Who outside the city has got them.
    fn recipients(&self) -> Option<Block> {
        let to = self.handed_out.iter().filter_map(|it| downloads::form_of(&it.note).1);
        let names: BTreeSet<&str> = to.collect();
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        let args = [("wer", Arg::from(names.as_str()))];
        (!names.is_empty()).then(|| Block::Text(self.viewer.t.with("sperrung-bekommen", &args)))
    }

    fn documents(&self) -> Option<Block> {
        let it = Documents { folders: &self.folders, names: &self.dossier.names };
        it.table(&self.viewer.t, &self.concerned.documents).map(Block::Table)
    }

    fn form(&self, reason: &str, problems: &Problems) -> FormBlock {
        let t = &self.viewer.t;
        let button =
            if self.release.is_some() { "sperrung-knopf-freigabe" } else { "sperrung-knopf" };
        let action = path(&self.city, self.dossier.version.number, "/sperrung");
        let field = Field::new("grund", t.get("sperrung-grund"))
            .hint(t.get("sperrung-grund.hinweis"))
            .rows(4)
            .value(reason)
            .error(problems.of("grund"));
        let form = FormBlock::new(action, Button::primary(t.get(button))).field(field);
        match &self.release {
            Some(it) => form.hidden("freigabe", it.id.to_string()),
            None => form,
        }
    }
}

fn is_folder(it: &Affected) -> bool {
    it.citing_kind.as_deref() == Some("folder")
}

/// How many Fundstellen there are among documents.
fn codes(documents: &[Affected]) -> usize {
    let mut codes: Vec<&str> = documents.iter().map(|it| it.code.as_str()).collect();
    codes.dedup();
    codes.len()
}

/// Documents that cite what is withdrawn, in words.
pub(super) struct Documents<'a> {
    pub(super) folders: &'a BTreeMap<String, String>,
    pub(super) names: &'a Names,
}

impl Documents<'_> {
    /// The Fundstellen, where each stands, and whose it is; none if nothing is cited.
    pub(super) fn table(&self, t: &Texts, documents: &[Affected]) -> Option<Table> {
        let row = |it: &Affected| Row {
            head: RowCell::link(it.code.clone(), format!("/f/{}", it.code)),
            cells: vec![RowCell::new(self.place(t, it)), RowCell::new(self.owner(t, it))],
        };
        let columns = ["fundstelle", "steht", "gehoert"]
            .map(|it| Column::words(t.get(&format!("sperrung-{it}"))));
        (!documents.is_empty()).then(|| Table {
            caption: t.get("sperrung-zitiert"),
            quiet_caption: false,
            columns: columns.to_vec(),
            rows: documents.iter().map(row).collect(),
        })
    }

    pub(super) fn place(&self, t: &Texts, it: &Affected) -> String {
        let citing = it.citing.as_deref().unwrap_or_default();
        match it.citing_kind.as_deref() {
            None => t.get("sperrung-nirgends"),
            Some("folder") => {
                let title = self.folders.get(citing).map_or(citing, String::as_str);
                t.with("sperrung-mappe", &[("titel", Arg::from(title))])
            }
            Some(kind) => {
                let named = format!("sperrung-{kind}");
                let titel = [("titel", Arg::from(citing))];
                if t.has(&named) { t.with(&named, &titel) } else { format!("{kind} {citing}") }
            }
        }
    }

    pub(super) fn owner(&self, t: &Texts, it: &Affected) -> String {
        self.names.post(it.post).unwrap_or_else(|| self.names.account(t, it.account))
    }
}

/// `GET /{kommune}/statistikstelle/{number}/sperrung`: what a Sperrung would concern.
pub(super) async fn show(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    PathOf(one): PathOf<OneVersion>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let case = Case::open(&app, viewer, city, one, &asked.freigabe).await?;
    Ok(case.page("", Problems::default()).answer())
}

/// `POST /{kommune}/statistikstelle/{number}/sperrung`: withdraws it everywhere.
pub(super) async fn make(
    Of(app): Of<App>,
    viewer: Viewer,
    city: City,
    PathOf(one): PathOf<OneVersion>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let case = Case::open(&app, viewer, city, one, &sent.freigabe).await?;
    let reason = sent.grund.trim();
    let mut problems = Problems::default();
    if reason.is_empty() {
        problems.add("grund", case.viewer.t.get("sperrung-grund-fehlt"));
    }
    if reason.chars().count() > LONGEST_REASON {
        problems.add("grund", case.viewer.t.get("sperrung-grund-lang"));
    }
    if !problems.is_empty() || case.is_done() {
        return Ok(case.page(&sent.grund, problems).refused());
    }
    let tenant = case.city.tenant();
    let mut change = app.store.change(case.viewer.author()).await?;
    let releases = &case.concerned.releases;
    let made = elsewhere::made_of(&app, &mut change, tenant, releases).await?;
    // Nobody releases it again between the question and the answer, and nobody takes it in.
    tenant::lock_all(&mut change, made.iter().map(|it| it.0).chain([tenant])).await?;
    if withdrawals::is_withdrawn(&mut change, tenant, case.thing()).await? {
        return Ok(case.page(&sent.grund, problems).refused());
    }
    let told = withdrawals::withdraw(&mut change, tenant, case.thing(), reason).await?;
    // Whoever took it in until the lock has it too.
    let made = elsewhere::made_of(&app, &mut change, tenant, releases).await?;
    let by = (&case.viewer, &case.city);
    let told_there = elsewhere::withdraw(&mut change, by, &made).await?;
    change.commit().await?;
    // Who cited it is told whatever becomes of old bytes in the files of the database.
    letters::tell(&app, &case.city, told, reason, &case.viewer.request);
    elsewhere::tell(&app, by, told_there).await?;
    if let Err(error) = app.store.forget().await {
        tracing::error!(%error, "withdrawn figures are overwritten, but not yet out of the log");
    }
    let page = case.city.at("/statistikstelle/sperrungen");
    Ok(case.viewer.done(&page, Some("meldung-gesperrt")))
}
