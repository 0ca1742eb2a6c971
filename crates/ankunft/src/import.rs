//! `ankunft import`: the page's import at the console.

mod answers;
mod download;
mod report;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use ankunft_atlas::import::{Known, cells, hash, lines, outlines, tables};
use ankunft_formats::{Finding, Severity};
use ankunft_platform::changes::Author;
use ankunft_platform::datasets::{AcceptError, Rounded};
use ankunft_platform::languages::Texts;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::cli::{ImportArgs, ImportKind};
use crate::console::{Exit, Problem, complain, print, say, texts};
use crate::findings;
use crate::installation::{self, Installation};
use answers::Beside;
use download::{Plan, Wanted};
use report::Report;

/// Who writes, in the change log.
const AUTHOR: &str = "ankunft import";

/// The bar moves within a file, in so many steps.
const STEPS: u64 = 200;

/// Brings files into a city, one after the other; each wholly or not at all.
pub async fn run(mut arguments: ImportArgs) -> Result<(), Problem> {
    let texts = texts(&arguments.how.language)?;
    let plan = if arguments.download { download::plan(&mut arguments)? } else { Plan::default() };
    let beside = Beside::of(&arguments.how)?;
    let installation = Installation::of_folder(&arguments.data).await?;
    let tenant = known_city(&installation, &arguments.kommune).await?;
    let mut sources: Vec<Source> = arguments.files.iter().cloned().map(Source::File).collect();
    sources.extend(plan.table.map(Source::Address));
    let report = Report::of(&arguments);
    let mut import = Import { installation, tenant, texts, arguments, beside, report };
    let progress = ProgressBar::new(sources.len() as u64 * STEPS);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {percent:>3} % {msg}") {
        progress.set_style(style);
    }
    let done = if import.note_beside(plan.weights, &progress) {
        import.all(&sources, &progress).await
    } else {
        Err(Problem::input(""))
    };
    progress.finish_and_clear();
    // What was accepted is accepted, whatever became of the file after it: that is always said.
    print(&serde_json::to_string_pretty(&import.report).map_err(Problem::internal)?);
    import.installation.store.close().await;
    done
}

/// The city of the AGS, if it is there.
async fn known_city(installation: &Installation, ags: &str) -> Result<Option<Tenant>, Problem> {
    installation::check_ags(ags)?;
    let mut read = installation.store.read().await?;
    Ok(tenant::by_ags(&mut read, ags).await?.map(|it| it.tenant))
}

/// Where the bytes of a file come from.
#[derive(Debug)]
enum Source {
    File(PathBuf),
    Address(Wanted),
}

impl std::fmt::Display for Source {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(formatter),
            Self::Address(wanted) => wanted.address.fmt(formatter),
        }
    }
}

/// Name and bytes of a file, and what was found on the way to them.
type Read = (String, Vec<u8>, Vec<Finding>);

impl Source {
    /// The bytes, or the findings that say why there are none.
    fn read(&self) -> Result<Result<Read, (String, Vec<Finding>)>, Problem> {
        match self {
            Self::File(path) => {
                let (name, bytes) = answers::file(path)?;
                Ok(Ok((name, bytes, Vec::new())))
            }
            Self::Address(wanted) => Ok(match download::fetch(wanted) {
                Ok((bytes, finding)) => Ok((wanted.address.clone(), bytes, vec![finding])),
                Err(finding) => Err((wanted.address.clone(), vec![*finding])),
            }),
        }
    }
}

struct Import {
    installation: Installation,
    /// None until the first file is accepted into a new city, so that refused ones found nothing.
    tenant: Option<Tenant>,
    texts: Texts,
    arguments: ImportArgs,
    beside: Beside,
    report: Report,
}

/// A file on its way in.
struct File<'a> {
    name: &'a str,
    bytes: &'a [u8],
    known: Known,
}

impl Import {
    /// Notes the files that are read beside the others, and fetches what is to be fetched of
    /// them; whether all are there.
    fn note_beside(&mut self, weights: Option<Wanted>, progress: &ProgressBar) -> bool {
        if let Some(wanted) = weights {
            match download::fetch(&wanted) {
                Ok((bytes, finding)) => {
                    self.note(&[finding], progress);
                    self.beside.weights = Some((wanted.address, bytes));
                }
                Err(finding) => {
                    self.tell(
                        (wanted.address, json!({ "accepted": false })),
                        &[*finding],
                        progress,
                    );
                    return false;
                }
            }
        }
        for (name, bytes) in self.beside.weights.iter().chain(&self.beside.crosswalk) {
            self.report.input(name, bytes);
        }
        true
    }

    /// One file after the other. What is wrong with one of them does not keep the next from
    /// being accepted; what is wrong with the flags or the installation ends it.
    async fn all(&mut self, sources: &[Source], progress: &ProgressBar) -> Result<(), Problem> {
        let mut refused = false;
        for (at, source) in (0_u64..).zip(sources) {
            progress.set_position(at * STEPS);
            progress.set_message(source.to_string());
            match self.one(source, progress).await {
                Ok(accepted) => refused |= !accepted,
                Err(problem) => {
                    let outcome = json!({ "accepted": false, "problem": problem.message });
                    self.tell((source.to_string(), outcome), &[], progress);
                    if problem.exit != Exit::Input {
                        return Err(problem);
                    }
                    progress.suspend(|| complain(&problem));
                    refused = true;
                }
            }
        }
        if refused { Err(Problem::input("")) } else { Ok(()) }
    }

    /// Reads, checks and accepts one file; whether it was, or could be, accepted.
    async fn one(&mut self, source: &Source, progress: &ProgressBar) -> Result<bool, Problem> {
        let (name, bytes, mut found) = match source.read()? {
            Ok(read) => read,
            Err((name, found)) => {
                self.tell((name, json!({ "accepted": false })), &found, progress);
                return Ok(false);
            }
        };
        self.report.input(&name, &bytes);
        let known = self.known((&bytes, &name)).await?;
        let file = File { name: &name, bytes: &bytes, known };
        let (outcome, more) = match self.arguments.kind {
            ImportKind::Areas => self.areas(&file).await?,
            ImportKind::Lines => self.lines(&file).await?,
            ImportKind::Table => self.table(&file, progress).await?,
            ImportKind::Grid => self.grid(&file, progress).await?,
        };
        found.extend(more);
        let accepted = outcome["accepted"].as_bool() == Some(true);
        self.tell((name, outcome), &found, progress);
        Ok(accepted)
    }

    /// What the city knows, with the outlines if the file has grid cells.
    async fn known(&self, (bytes, name): (&[u8], &str)) -> Result<Known, Problem> {
        let Some(tenant) = self.tenant else { return Ok(Known::default()) };
        let reading = answers::reading(&self.arguments.how)?;
        let of_areas = matches!(self.arguments.kind, ImportKind::Areas | ImportKind::Lines);
        let has_cells = !of_areas && !cells::sources(bytes, name, &reading).is_empty();
        let mut read = self.installation.store.read().await?;
        let known = Known::read(&mut read, tenant).await?;
        Ok(if has_cells { known.with_outlines(&mut read, tenant).await? } else { known })
    }

    /// Says what was found, and keeps it for the answer.
    fn note(&mut self, found: &[Finding], progress: &ProgressBar) {
        progress.suspend(|| {
            for finding in found {
                say(&findings::line(&self.texts, finding));
            }
        });
        self.report.findings.extend(findings::json(&self.texts, found));
    }

    /// Says what was found in a file and what became of it.
    fn tell(
        &mut self,
        (name, mut outcome): (String, Value),
        found: &[Finding],
        progress: &ProgressBar,
    ) {
        self.note(found, progress);
        outcome["file"] = json!(name);
        self.report.files.push(outcome);
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

    async fn areas(&mut self, file: &File<'_>) -> Result<(Value, Vec<Finding>), Problem> {
        let answers = answers::of_areas(&self.arguments.how, &self.beside)?;
        let mut checked = outlines::check(file.bytes, file.name, &answers, &file.known);
        let mut acceptable = checked.is_acceptable();
        if acceptable {
            // Drawing and comparing take time, and SQLite has one writer for everybody.
            match outlines::prepare(&checked, &self.earlier(&checked.geography.0).await?) {
                Err(error) => {
                    acceptable = false;
                    checked.findings.push(outlines::undrawable(file.name, &error));
                }
                Ok(prepared) if !self.arguments.dry_run => {
                    let tenant = self.city().await?;
                    let hash = hash(file.bytes);
                    let mut change = self.change().await?;
                    let (file, answers) = (&checked, &answers);
                    outlines::accept_prepared(&mut change, tenant, &hash, file, answers, &prepared)
                        .await?;
                    change.commit().await?;
                }
                Ok(_) => {}
            }
        }
        let outcome = json!({
            "accepted": acceptable,
            "geography": checked.geography.0,
            "label": checked.label,
            "areas": checked.file.as_ref().map_or(0, |it| it.areas.len()),
            "outlines": checked.has_outlines(),
            "links": checked.links.as_ref().map(|(_, links)| links.len()),
        });
        Ok((outcome, checked.findings))
    }

    /// The units that came before in the same geography.
    async fn earlier(&self, geography: &str) -> Result<Vec<outlines::Earlier>, Problem> {
        let Some(tenant) = self.tenant else { return Ok(Vec::new()) };
        let mut read = self.installation.store.read().await?;
        Ok(outlines::earlier(&mut read, tenant, geography).await?)
    }

    async fn change(&self) -> Result<Change, Problem> {
        Ok(self.installation.store.change(Author::program(AUTHOR)).await?)
    }

    async fn lines(&mut self, file: &File<'_>) -> Result<(Value, Vec<Finding>), Problem> {
        let checked = lines::check(file.bytes, file.name);
        let accepted = checked.is_acceptable();
        if accepted && !self.arguments.dry_run {
            let tenant = self.city().await?;
            let mut change = self.change().await?;
            lines::accept(&mut change, tenant, file.bytes, &checked).await?;
            change.commit().await?;
        }
        let outcome = json!({ "accepted": accepted, "lines": checked.lines.len() });
        Ok((outcome, checked.findings))
    }

    /// As a table; a file without grid cells is refused, since it was brought as one of cells.
    async fn grid(
        &mut self,
        file: &File<'_>,
        progress: &ProgressBar,
    ) -> Result<(Value, Vec<Finding>), Problem> {
        let reading = answers::reading(&self.arguments.how)?;
        if cells::sources(file.bytes, file.name, &reading).is_empty() {
            let finding = Finding::new(Severity::Error, file.name, "grid-no-cells");
            return Ok((json!({ "accepted": false }), vec![finding]));
        }
        self.table(file, progress).await
    }

    async fn table(
        &mut self,
        file: &File<'_>,
        progress: &ProgressBar,
    ) -> Result<(Value, Vec<Finding>), Problem> {
        let how = &self.arguments.how;
        let answers = answers::of_table(how, &self.beside, &file.known)?;
        let mut checked = check(file, &answers, progress);
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
        let terms = answers::terms(how, tables::Terms::of(profile, crate::installation::today()))?;
        // Rounding and attacking take time, and SQLite has one writer for everybody.
        let rounded = match tables::round_ahead(&checked, &terms) {
            Ok(rounded) => rounded,
            Err(AcceptError::Store(StoreError::Unreadable { .. })) => {
                outcome["accepted"] = json!(false);
                checked.findings.push(tables::no_counts(&checked, file.name));
                return Ok((outcome, checked.findings));
            }
            Err(error) => return Err(Problem::internal(error)),
        };
        if self.arguments.dry_run {
            return Ok((outcome, checked.findings));
        }
        match self.accept(file, &checked, (&terms, rounded)).await? {
            Ok(number) => outcome["datenstand"] = json!(number),
            Err(finding) => {
                outcome["accepted"] = json!(false);
                checked.findings.push(*finding);
            }
        }
        Ok((outcome, checked.findings))
    }

    /// Writes a checked table; the Datenstand it is, or why it is none.
    async fn accept(
        &mut self,
        file: &File<'_>,
        checked: &tables::Checked,
        terms: (&tables::Terms, Option<Rounded>),
    ) -> Result<Result<i64, Box<Finding>>, Problem> {
        let tenant = self.city().await?;
        let mut change = self.change().await?;
        let key = &self.installation.keys.release;
        let hash = hash(file.bytes);
        let place = (file.name, &hash[..]);
        match tables::accept_rounded(&mut change, tenant, key, place, checked, terms).await {
            Ok(accepted) => {
                change.commit().await?;
                Ok(Ok(accepted.number))
            }
            Err(AcceptError::Duplicate { number }) => {
                let finding = Finding::new(Severity::Error, file.name, "file-known-already");
                Ok(Err(Box::new(finding.arg("number", number))))
            }
            Err(error) => Err(Problem::internal(error)),
        }
    }
}

/// Checks a table while the bar moves on within its file.
fn check(file: &File<'_>, answers: &tables::Answers, progress: &ProgressBar) -> tables::Checked {
    let (start, shown) = (progress.position(), AtomicU64::new(0));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 200")]
    let watch = |done: f64| {
        let step = (done * STEPS as f64) as u64;
        if shown.swap(step, Ordering::Relaxed) != step {
            progress.set_position(start + step.min(STEPS));
        }
    };
    tables::check_watched(file.bytes, file.name, answers, &file.known, &watch)
}
