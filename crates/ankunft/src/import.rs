//! `ankunft import`: the page's import at the console.

use std::path::Path;

use ankunft_atlas::import::{Known, hash, lines, outlines, tables};
use ankunft_disclosure::{Base, Declaration, Nutzung};
use ankunft_formats::geometry::GeometryOptions;
use ankunft_formats::table::{ReadOptions, TextEncoding};
use ankunft_formats::{Finding, Period};
use ankunft_platform::changes::Author;
use ankunft_platform::datasets::{AcceptError, Protection};
use ankunft_platform::languages::{Language, Languages, Texts};
use ankunft_platform::tenant::{self, Tenant};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::cli::{ImportArgs, ImportHow, ImportKind};
use crate::console::{Problem, print, say};
use crate::findings;
use crate::installation::Installation;

/// Who writes, in the change log.
const AUTHOR: &str = "ankunft import";

/// Brings files into a city, one after the other; each wholly or not at all.
pub async fn run(arguments: ImportArgs) -> Result<(), Problem> {
    let texts = texts(&arguments.how.language)?;
    let installation = Installation::of_folder(&arguments.data).await?;
    let tenant = known_city(&installation, &arguments.kommune).await?;
    let mut import = Import { installation, tenant, texts, arguments, files: Vec::new() };
    let progress = ProgressBar::new(import.arguments.files.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
        progress.set_style(style);
    }
    let mut refused = 0_usize;
    for file in import.arguments.files.clone() {
        progress.set_message(file.display().to_string());
        if !import.one(&file, &progress).await? {
            refused += 1;
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    let report = json!({ "dry_run": import.arguments.dry_run, "files": import.files });
    print(&serde_json::to_string_pretty(&report).map_err(Problem::internal)?);
    import.installation.store.close().await;
    if refused > 0 { Err(Problem::input("")) } else { Ok(()) }
}

fn texts(code: &str) -> Result<Texts, Problem> {
    let language = Language::from_code(code).ok_or_else(|| {
        Problem::usage(format!("--language {code}: this version speaks de and en"))
    })?;
    Ok(Languages::load().map_err(Problem::internal)?.texts(language))
}

/// The city of the AGS, if it is there.
async fn known_city(installation: &Installation, ags: &str) -> Result<Option<Tenant>, Problem> {
    if ags.len() != 8 || !ags.bytes().all(|it| it.is_ascii_digit()) {
        return Err(Problem::usage(format!(
            "--kommune {ags}: an AGS has eight digits, like 07312000"
        )));
    }
    let mut read = installation.store.read().await?;
    Ok(tenant::by_ags(&mut read, ags).await?.map(|it| it.tenant))
}

struct Import {
    installation: Installation,
    /// None until the first file is accepted into a new city, so that refused ones found nothing.
    tenant: Option<Tenant>,
    texts: Texts,
    arguments: ImportArgs,
    files: Vec<Value>,
}

impl Import {
    /// Reads, checks and accepts one file; whether it was, or could be, accepted.
    async fn one(&mut self, path: &Path, progress: &ProgressBar) -> Result<bool, Problem> {
        let bytes = std::fs::read(path)
            .map_err(|cause| Problem::input(format!("{}: {cause}", path.display())))?;
        let name =
            path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
        let mut read = self.installation.store.read().await?;
        let known = match self.tenant {
            Some(tenant) => Known::read(&mut read, tenant).await?,
            None => Known::default(),
        };
        drop(read);
        let (outcome, found) = match self.arguments.kind {
            ImportKind::Areas => self.areas(&bytes, &name, &known).await?,
            ImportKind::Lines => self.lines(&bytes, &name).await?,
            ImportKind::Table | ImportKind::Grid => self.table(&bytes, &name, &known).await?,
        };
        progress.suspend(|| {
            for finding in &found {
                say(&findings::line(&self.texts, finding));
            }
        });
        let accepted = outcome["accepted"].as_bool() == Some(true);
        let mut entry = outcome;
        entry["file"] = json!(name);
        entry["findings"] = findings::json(&self.texts, &found);
        self.files.push(entry);
        Ok(accepted)
    }

    /// The city, founded if it is not there.
    async fn city(&mut self) -> Result<Tenant, Problem> {
        if let Some(tenant) = self.tenant {
            return Ok(tenant);
        }
        let ags = &self.arguments.kommune;
        let name = self.arguments.name.clone().unwrap_or_else(|| format!("Kommune {ags}"));
        let tenant = crate::admin::found_city(&self.installation, ags, &name, None).await?;
        self.tenant = Some(tenant);
        Ok(tenant)
    }

    async fn areas(
        &mut self,
        bytes: &[u8],
        name: &str,
        known: &Known,
    ) -> Result<(Value, Vec<Finding>), Problem> {
        let how = &self.arguments.how;
        let answers = outlines::Answers {
            reading: GeometryOptions { epsg: epsg(how)?, ..GeometryOptions::default() },
            geography: how.geography.clone(),
            geography_name: how.geography_name.clone(),
            label: how.label.clone(),
            valid_from: how.valid_from.clone(),
            valid_to: how.valid_to.clone(),
            source: how.source.clone(),
            licence: how.licence.clone(),
        };
        let checked = outlines::check(bytes, name, &answers, known);
        let acceptable = checked.is_acceptable();
        if acceptable && !self.arguments.dry_run {
            let tenant = self.city().await?;
            let mut change = self.installation.store.change(Author::program(AUTHOR)).await?;
            outlines::accept(&mut change, tenant, bytes, &checked, &answers).await?;
            change.commit().await?;
        }
        let outcome = json!({
            "accepted": acceptable,
            "geography": checked.geography.0,
            "label": checked.label,
            "areas": checked.file.as_ref().map_or(0, |it| it.areas.len()),
        });
        Ok((outcome, checked.findings))
    }

    async fn lines(&mut self, bytes: &[u8], name: &str) -> Result<(Value, Vec<Finding>), Problem> {
        let checked = lines::check(bytes, name);
        let accepted = checked.is_acceptable();
        if accepted && !self.arguments.dry_run {
            let tenant = self.city().await?;
            let mut change = self.installation.store.change(Author::program(AUTHOR)).await?;
            lines::accept(&mut change, tenant, bytes, &checked).await?;
            change.commit().await?;
        }
        let outcome = json!({ "accepted": accepted, "lines": checked.lines.len() });
        Ok((outcome, checked.findings))
    }

    async fn table(
        &mut self,
        bytes: &[u8],
        name: &str,
        known: &Known,
    ) -> Result<(Value, Vec<Finding>), Problem> {
        let how = &self.arguments.how;
        let answers = self.answers(known)?;
        let mut checked = tables::check(bytes, name, &answers, known);
        let mut outcome = json!({
            "accepted": checked.is_acceptable(),
            "profile": checked.profile.as_ref().map(|it| it.id.clone()),
            "area_version": checked.version.as_ref().map(|it| it.version.label.clone()),
            "rows": checked.observations.as_ref().map(|it| json!(it.rows)),
            "columns": checked.observations.as_ref().map_or(0, |it| it.series.len()),
        });
        let Some(profile) = checked.profile.as_ref().filter(|_| checked.is_acceptable()) else {
            return Ok((outcome, checked.findings));
        };
        let terms = terms(how, tables::Terms::of(profile, crate::installation::today()))?;
        if self.arguments.dry_run {
            return Ok((outcome, checked.findings));
        }
        let tenant = self.city().await?;
        let mut change = self.installation.store.change(Author::program(AUTHOR)).await?;
        let key = &self.installation.keys.release;
        let hash = hash(bytes);
        match tables::accept(&mut change, tenant, key, (name, &hash), &checked, &terms).await {
            Ok(accepted) => {
                change.commit().await?;
                outcome["datenstand"] = json!(accepted.number);
            }
            Err(AcceptError::Duplicate { number }) => {
                outcome["accepted"] = json!(false);
                checked.findings.push(
                    Finding::new(ankunft_formats::Severity::Error, name, "file-known-already")
                        .arg("number", number),
                );
            }
            Err(error) => return Err(Problem::internal(error)),
        }
        Ok((outcome, checked.findings))
    }

    fn answers(&self, known: &Known) -> Result<tables::Answers, Problem> {
        let how = &self.arguments.how;
        let period = how.period.as_deref().map(|text| {
            Period::read(text).ok_or_else(|| {
                Problem::usage(format!("--period {text}: write 2024h2, 2024-12-31 or 2024"))
            })
        });
        let area_version = how.geography.as_deref().map(|code| {
            let newest = known.versions.iter().rfind(|it| it.geography.code == code);
            newest.map(|it| it.version.id).ok_or_else(|| {
                Problem::usage(format!("--geography {code}: the city has no such area units"))
            })
        });
        let encoding = how.encoding.as_deref().map(|text| {
            TextEncoding::named(text).ok_or_else(|| {
                Problem::usage(format!(
                    "--encoding {text}: write utf-8, utf-16le, utf-16be or windows-1252"
                ))
            })
        });
        let reading = ReadOptions {
            delimiter: how.delimiter,
            decimal: how.decimal,
            encoding: encoding.transpose()?,
            sheet: how.sheet.clone(),
            ..ReadOptions::default()
        };
        Ok(tables::Answers {
            reading,
            profile: how.profile.clone().map(tables::Chosen::Known),
            period: period.transpose()?,
            area_version: area_version.transpose()?,
        })
    }
}

fn epsg(how: &ImportHow) -> Result<Option<u32>, Problem> {
    let Some(text) = &how.crs else { return Ok(None) };
    let number = text.trim_start_matches("EPSG:").parse().ok();
    let number = number.filter(|it| [4326, 25832, 25833, 3035, 3857].contains(it));
    number.map(Some).ok_or_else(|| {
        Problem::usage(format!("--crs {text}: write EPSG:4326, 25832, 25833, 3035 or 3857"))
    })
}

/// The terms of the profile, with what the flags say otherwise.
fn terms(how: &ImportHow, mut terms: tables::Terms) -> Result<tables::Terms, Problem> {
    if let (Some(rule), Some(office)) = (&how.protected_by, &how.office) {
        terms.protection = Protection::Already(Declaration {
            rule: rule.clone(),
            office: office.clone(),
            date: crate::installation::today().to_string(),
        });
    }
    if let Some(code) = &how.nutzung {
        terms.nutzung = Nutzung::from_code(code).ok_or_else(|| {
            let all = Nutzung::ALL.map(Nutzung::code).join(", ");
            Problem::usage(format!("--nutzung {code}: write one of {all}"))
        })?;
    }
    terms.round = match how.round {
        None => None,
        Some(5) => Some(Base::Five),
        Some(10) => Some(Base::Ten),
        Some(other) => return Err(Problem::usage(format!("--round {other}: write 5 or 10"))),
    };
    Ok(terms)
}
