//! A brought file that nobody has accepted yet, read and checked with what was said about it.

use std::sync::Arc;

use ankunft_disclosure::Cell;
use ankunft_formats::grid::Method;
use ankunft_formats::{ColumnRule, Finding, Period, Profile, Recognise};
use ankunft_platform::files::{self, FileError, Upload};
use ankunft_platform::page::Problem;
use ankunft_platform::permission::Actor;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::{App, Failure};
use geo::CoordsIter;
use serde::{Deserialize, Serialize};

use crate::drafts::Key;
use crate::import::{Known, cells, outlines, tables};
use crate::pages::incoming;
use crate::state::Atlas;

/// What a person has said about a brought file, kept with it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Said {
    pub(crate) profile: Option<String>,
    pub(crate) made: Option<Profile>,
    pub(crate) area_version: Option<i64>,
    pub(crate) period: Option<String>,
    pub(crate) grid_method: Option<String>,
}

/// A checked file of either kind.
pub(crate) enum Checked {
    Table(Box<tables::Checked>),
    Outlines(Box<outlines::Checked>),
}

impl Checked {
    pub(crate) fn findings(&self) -> &[Finding] {
        match self {
            Self::Table(it) => &it.findings,
            Self::Outlines(it) => &it.findings,
        }
    }

    pub(crate) fn is_acceptable(&self) -> bool {
        match self {
            Self::Table(it) => it.is_acceptable(),
            Self::Outlines(it) => it.is_acceptable(),
        }
    }
}

/// A brought file, checked with what was said about it.
pub(crate) struct Draft {
    pub(crate) upload: Upload,
    pub(crate) known: Arc<Known>,
    pub(crate) said: Said,
    pub(crate) checked: Checked,
}

impl Draft {
    /// How many bytes it takes in memory, roughly.
    pub(crate) fn weight(&self) -> usize {
        let own = match &self.checked {
            Checked::Table(it) => it.observations.as_ref().map_or(0, |it| {
                let cells: usize = it.series.iter().map(|it| it.cells.len()).sum();
                cells * size_of::<Cell>()
            }),
            Checked::Outlines(it) => it.file.as_ref().map_or(0, |it| {
                let points: usize = it.areas.iter().map(|it| it.outline.coords_count()).sum();
                points * size_of::<geo::Coord>()
            }),
        };
        own + self.checked.findings().len() * 400 + self.upload.answers.len() + 10_000
    }
}

/// Why there is no draft.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DraftError {
    /// Nobody brought such a file, or it was accepted or discarded.
    #[error("there is no such file any more")]
    Gone,
    /// It cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Checking it ended in a panic.
    #[error("the check was broken off: {0}")]
    Check(#[from] tokio::task::JoinError),
}

impl From<DraftError> for Failure {
    fn from(error: DraftError) -> Self {
        match error {
            DraftError::Gone => Self::not_found(),
            DraftError::File(error) => file_failure(error),
            error => Self::internal(error),
        }
    }
}

/// A brought file with what was said about it so far, for who may look at it.
pub(crate) async fn draft(
    app: &App,
    atlas: &Atlas,
    (tenant, actor): (Tenant, &Actor),
    id: i64,
) -> Result<Arc<Draft>, DraftError> {
    let upload = files::one(&mut *app.store.read().await?, tenant, id).await?;
    let upload = upload.filter(|it| it.is_for(actor)).ok_or(DraftError::Gone)?;
    draft_of(app, atlas, tenant, upload, || {}).await
}

/// A brought file with these answers. As long as nothing changed that it is checked against, it
/// is checked once.
pub(crate) async fn draft_of(
    app: &App,
    atlas: &Atlas,
    tenant: Tenant,
    upload: Upload,
    before_check: impl FnOnce(),
) -> Result<Arc<Draft>, DraftError> {
    let stamp = tenant::state(&mut *app.store.read().await?, tenant).await?;
    let key = Key { tenant, upload: upload.id, answers: upload.answers.clone(), stamp };
    atlas.drafts.get(key, read(app, tenant, upload, before_check)).await
}

async fn read(
    app: &App,
    tenant: Tenant,
    upload: Upload,
    before_check: impl FnOnce(),
) -> Result<Draft, DraftError> {
    let mut read = app.store.read().await?;
    let bytes = files::read(&mut read, tenant, upload.id).await?.ok_or(DraftError::Gone)?;
    let mut known = Known::read(&mut read, tenant).await?;
    drop(read);
    before_check();
    let said: Said = serde_json::from_str(&upload.answers).unwrap_or_default();
    // Reading a large file takes seconds; other requests go on meanwhile, and the database is
    // not held.
    let (name, reading) = (upload.file_name.clone(), table_answers(&said).reading);
    let (bytes, holds_cells) = tokio::task::spawn_blocking(move || {
        let sources = cells::sources(&bytes, &name, &reading);
        (bytes, !sources.is_empty())
    })
    .await?;
    if holds_cells {
        known = known.with_outlines(&mut *app.store.read().await?, tenant).await?;
    }
    let known = Arc::new(known);
    let (name, about, answers) = (upload.file_name.clone(), Arc::clone(&known), said.clone());
    let checked =
        tokio::task::spawn_blocking(move || check(&bytes, &name, &answers, &about)).await?;
    Ok(Draft { upload, known, said, checked })
}

fn check(bytes: &[u8], name: &str, said: &Said, known: &Known) -> Checked {
    if outlines::holds_areas(bytes, name) {
        let answers = outlines::Answers::default();
        return Checked::Outlines(Box::new(outlines::check(bytes, name, &answers, known)));
    }
    Checked::Table(Box::new(tables::check(bytes, name, &table_answers(said), known)))
}

fn table_answers(said: &Said) -> tables::Answers {
    let chosen = said.profile.clone().map(tables::Chosen::Known);
    let made = said.made.clone().map(|it| tables::Chosen::Made(Box::new(it)));
    tables::Answers {
        profile: made.or(chosen),
        period: said.period.as_deref().and_then(Period::read),
        area_version: said.area_version,
        method: said.grid_method.as_deref().and_then(Method::from_code).unwrap_or_default(),
        ..tables::Answers::default()
    }
}

pub(crate) fn file_failure(error: FileError) -> Failure {
    match error {
        FileError::TooLong { .. } => Failure::new(Problem::TooLarge, error),
        error => Failure::internal(error),
    }
}

/// The profile that the person has made by mapping columns.
pub(crate) fn mapped(
    checked: &tables::Checked,
    upload: &Upload,
    pairs: &[(String, String)],
) -> Option<Profile> {
    let mut profile = checked.profile.clone()?;
    let header = checked.preview.first()?;
    let mut columns = Vec::new();
    for (at, column) in header.iter().enumerate() {
        let name = format!("spalte-{at}");
        let chosen = pairs.iter().find(|it| it.0 == name).map_or("", |it| it.1.as_str());
        if chosen == incoming::KEY {
            profile.area.column.clone_from(column);
        } else if !chosen.is_empty() {
            let kind = ankunft_formats::indicator(chosen).map(|it| it.kind).unwrap_or_default();
            columns.push(ColumnRule {
                column: column.clone(),
                indicator: chosen.to_owned(),
                kind,
                until: None,
                when: Vec::new(),
            });
        }
    }
    let stem = upload.file_name.split('.').next().unwrap_or("tabelle");
    profile.id = format!("eigen-{}", stem.to_lowercase().replace([' ', '_'], "-"));
    profile.title = upload.file_name.clone();
    profile.columns = columns;
    profile.ignore = vec!["*".to_owned()];
    profile.recognise = Recognise { columns: header.clone(), ..Recognise::default() };
    Some(profile)
}
