//! A brought file that nobody has accepted yet, read and checked with what was said about it.

use std::sync::Arc;

use ankunft_formats::grid::Method;
use ankunft_formats::{ColumnRule, Finding, Period, Profile, Recognise};
use ankunft_platform::files::{self, FileError, Upload};
use ankunft_platform::page::Problem;
use ankunft_platform::web::{App, City, Failure};
use serde::{Deserialize, Serialize};

use crate::import::{Known, outlines, tables};
use crate::pages::incoming;

/// What a person has said about a brought file, kept with it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) profile: Option<String>,
    pub(super) made: Option<Profile>,
    pub(super) area_version: Option<i64>,
    pub(super) period: Option<String>,
    pub(super) grid_method: Option<String>,
}

/// A checked file of either kind.
pub(super) enum Checked {
    Table(Box<tables::Checked>),
    Outlines(Box<outlines::Checked>),
}

impl Checked {
    pub(super) fn findings(&self) -> &[Finding] {
        match self {
            Self::Table(it) => &it.findings,
            Self::Outlines(it) => &it.findings,
        }
    }

    pub(super) fn is_acceptable(&self) -> bool {
        match self {
            Self::Table(it) => it.is_acceptable(),
            Self::Outlines(it) => it.is_acceptable(),
        }
    }
}

/// A brought file, read again and checked with what was said about it.
pub(super) struct Draft {
    pub(super) upload: Upload,
    pub(super) bytes: Arc<Vec<u8>>,
    pub(super) known: Arc<Known>,
    pub(super) said: Said,
    pub(super) checked: Checked,
}

pub(super) async fn draft(app: &App, city: &City, id: i64) -> Result<Draft, Failure> {
    let mut read = app.store.read().await?;
    let upload = files::one(&mut read, city.tenant(), id).await?.ok_or_else(Failure::not_found)?;
    let bytes = files::read(&mut read, city.tenant(), id).await.map_err(file_failure)?;
    let bytes = Arc::new(bytes.ok_or_else(Failure::not_found)?);
    let file = (&bytes[..], upload.file_name.as_str());
    let known = Arc::new(Known::for_file(&mut read, city.tenant(), file).await?);
    drop(read);
    let said: Said = serde_json::from_str(&upload.answers).unwrap_or_default();
    let (file, name, about, answers) =
        (Arc::clone(&bytes), upload.file_name.clone(), Arc::clone(&known), said.clone());
    // Reading a large file takes seconds; other requests go on meanwhile.
    let checked = tokio::task::spawn_blocking(move || check(&file, &name, &answers, &about))
        .await
        .map_err(Failure::internal)?;
    Ok(Draft { upload, bytes, known, said, checked })
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

pub(super) fn file_failure(error: FileError) -> Failure {
    match error {
        FileError::TooLong { .. } => Failure::new(Problem::TooLarge, error),
        error => Failure::internal(error),
    }
}

/// The profile that the person has made by mapping columns.
pub(super) fn mapped(
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
