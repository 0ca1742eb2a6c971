//! Accepting a brought file: the job `atlas.accept`.
//!
//! Everything that takes time comes before the transaction, because SQLite has one writer for
//! everybody: reading, checking, drawing, rounding. What is left is to insert.

use std::sync::Arc;
use std::time::Duration;

use ankunft_disclosure::{Base, Nutzung};
use ankunft_formats::{Finding, Profile, Severity};
use ankunft_platform::datasets::{AcceptError, Protection, Rounded};
use ankunft_platform::files;
use ankunft_platform::jobs::Job;
use ankunft_platform::languages::{Phrase, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::parts::{AboutJob, BoxFuture, JobFailure, JobHandle, JobKind};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::draft::{Checked, Draft, DraftError, draft_of};
use crate::import::{outlines, tables};
use crate::state::Atlas;
use crate::store::keep_mapping;

/// The code of the kind.
pub(crate) const KIND: &str = "atlas.accept";

/// How often the work looks whether it was asked to stop.
const LOOK: Duration = Duration::from_millis(100);

/// A file is accepted once, however often somebody presses the button.
pub(crate) fn once_key(tenant: Tenant, upload: i64) -> String {
    format!("{KIND} {}/{upload}", tenant.id())
}

/// What is sent with the acceptance.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Acceptance {
    pub(crate) schutz: String,
    nutzung: String,
    ebene: String,
    ebenenname: String,
    fassung: String,
    #[serde(rename = "gueltig-ab")]
    gueltig_ab: String,
    #[serde(rename = "gueltig-bis")]
    gueltig_bis: String,
    herausgeber: String,
    lizenz: String,
}

/// What the job works on: the file as it was checked when somebody accepted it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Order {
    pub(crate) upload: i64,
    pub(crate) file_name: String,
    pub(crate) answers: String,
    pub(crate) form: Acceptance,
}

/// The kind of job.
pub(crate) struct AcceptFile;

impl JobKind for AcceptFile {
    fn name(&self) -> &'static str {
        KIND
    }

    fn run<'a>(
        &'a self,
        app: &'a App,
        tenant: Option<Tenant>,
        input: Value,
        handle: &'a dyn JobHandle,
    ) -> BoxFuture<'a, Result<Value, JobFailure>> {
        Box::pin(run(app, tenant, input, handle))
    }

    fn about(&self, job: &Job, t: &Texts) -> AboutJob {
        let order = job.order().ok().and_then(|it| serde_json::from_value::<Order>(it.input).ok());
        let file_name = order.as_ref().map_or_else(String::new, |it| it.file_name.clone());
        let title = Phrase::new("auftrag-annehmen").with("datei", file_name).say(t);
        let again = order.map(|it| {
            Link::new(t.get("auftrag-zur-datei"), format!("/atlas/daten/neu/{}", it.upload))
        });
        let is_done = job.state == "done";
        AboutJob {
            title,
            outcome: is_done.then(|| outcome(job).say(t)),
            next: if is_done {
                Some(Link::new(t.get("auftrag-zu-den-daten"), "/atlas/daten"))
            } else {
                again
            },
        }
    }
}

fn outcome(job: &Job) -> Phrase {
    let outcome: Value = serde_json::from_str(&job.outcome).unwrap_or_default();
    match outcome["number"].as_i64() {
        Some(number) => Phrase::new("auftrag-datenstand").with("nummer", number.to_string()),
        None => Phrase::new("meldung-gebiete-uebernommen"),
    }
}

/// What is said once on the next page when it is done.
pub(crate) fn flash(job: &Job) -> &'static str {
    let outcome: Value = serde_json::from_str(&job.outcome).unwrap_or_default();
    if outcome["number"].is_i64() { "meldung-uebernommen" } else { "meldung-gebiete-uebernommen" }
}

/// Why the file was refused, if that is something about the file.
pub(crate) fn finding(job: &Job, file_name: &str) -> Option<Finding> {
    let why = Phrase::read(&job.outcome);
    let finding = Finding::new(Severity::Error, file_name, why.id.strip_prefix("finding-")?);
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Some(why.args.iter().fold(finding, |it, (name, value)| it.arg(name, text(value))))
}

fn refused(id: &str) -> JobFailure {
    JobFailure::Refused(Phrase::new(id))
}

/// What speaks against a file; [`finding`] reads it again.
fn refused_for(finding: &Finding) -> JobFailure {
    let phrase = Phrase::new(format!("finding-{}", finding.code));
    JobFailure::Refused(
        finding.args.iter().fold(phrase, |it, (name, text)| it.with(name, text.clone())),
    )
}

fn step(id: &str, order: &Order) -> Phrase {
    Phrase::new(id).with("datei", order.file_name.clone())
}

async fn run(
    app: &App,
    tenant: Option<Tenant>,
    input: Value,
    handle: &dyn JobHandle,
) -> Result<Value, JobFailure> {
    let order: Order =
        serde_json::from_value(input).map_err(|_| refused("auftrag-innerer-fehler"))?;
    let (Some(tenant), Some(atlas)) = (tenant, app.parts.state::<Atlas>()) else {
        return Err(refused("auftrag-innerer-fehler"));
    };
    let draft = checked(app, atlas, tenant, &order, handle).await?;
    let ready = match &draft.checked {
        Checked::Table(_) => ready_table(app, &draft, &order, handle).await?,
        Checked::Outlines(it) => ready_outlines(app, tenant, it, &order, handle).await?,
    };
    if handle.cancelled() {
        return Err(JobFailure::Cancelled);
    }
    let mut change = app.store.change(handle.author().clone()).await?;
    // It may have been discarded, or waited long for the writer.
    if handle.cancelled() {
        return Err(JobFailure::Cancelled);
    }
    if files::one(&mut change, tenant, order.upload).await?.is_none() {
        return Err(refused("auftrag-datei-fort"));
    }
    tell_writing(&mut change, handle);
    let outcome = accept(app, &mut change, tenant, &draft, ready).await?;
    files::delete(&mut change, tenant, order.upload).await?;
    handle.done(&mut change, &outcome).await?;
    change.commit().await?;
    atlas.drafts.forget(order.upload);
    Ok(outcome)
}

fn tell_writing(change: &mut Change, handle: &dyn JobHandle) {
    let notes = handle.notes();
    #[expect(clippy::cast_precision_loss, reason = "a share of a bar")]
    change.tell_progress(move |done, total| {
        let share = 0.7 + 0.3 * done as f64 / total.max(1) as f64;
        let step = Phrase::new("auftrag-schritt-schreiben");
        notes(share, &step.with("zahl", done).with("alle", total));
    });
}

/// Reads and checks the file, or takes what was checked for the page.
async fn checked(
    app: &App,
    atlas: &Atlas,
    tenant: Tenant,
    order: &Order,
    handle: &dyn JobHandle,
) -> Result<Arc<Draft>, JobFailure> {
    handle.progress(0.05, &step("auftrag-schritt-lesen", order)).await?;
    let upload = files::one(&mut *app.store.read().await?, tenant, order.upload).await?;
    let mut upload = upload.ok_or_else(|| refused("auftrag-datei-fort"))?;
    upload.answers.clone_from(&order.answers);
    let (notes, checking) = (handle.notes(), step("auftrag-schritt-pruefen", order));
    let draft = draft_of(app, atlas, tenant, upload, move || notes(0.2, &checking));
    let draft = unless_cancelled(handle, draft).await?.map_err(|error| match error {
        DraftError::Gone => refused("auftrag-datei-fort"),
        DraftError::Store(error) | DraftError::File(files::FileError::Store(error)) => {
            JobFailure::Store(error)
        }
        error => {
            tracing::error!(%error, "a brought file cannot be read again");
            refused("auftrag-innerer-fehler")
        }
    })?;
    if draft.checked.is_acceptable() { Ok(draft) } else { Err(refused("auftrag-nicht-annehmbar")) }
}

/// What is inserted, with everything computed.
enum Ready {
    Table(Box<(tables::Terms, Option<Rounded>)>),
    Outlines(Box<(outlines::Checked, outlines::Answers, outlines::Prepared)>),
}

async fn ready_table(
    app: &App,
    draft: &Arc<Draft>,
    order: &Order,
    handle: &dyn JobHandle,
) -> Result<Ready, JobFailure> {
    handle.progress(0.4, &step("auftrag-schritt-schuetzen", order)).await?;
    let (draft, form, today) = (Arc::clone(draft), order.form.clone(), app.today());
    let round = tokio::task::spawn_blocking(move || {
        let Checked::Table(it) = &draft.checked else {
            return Err(refused("auftrag-innerer-fehler"));
        };
        let profile = it.profile.as_ref().ok_or_else(|| refused("auftrag-nicht-annehmbar"))?;
        let terms = form.terms(profile, today).map_err(|_| refused("auftrag-innerer-fehler"))?;
        let file_name = &draft.upload.file_name;
        let rounded = tables::round_ahead(it, &terms).map_err(|error| match error {
            AcceptError::Store(StoreError::Unreadable { .. }) => {
                refused_for(&tables::no_counts(it, file_name))
            }
            error => table_refused(error, file_name),
        })?;
        Ok(Ready::Table(Box::new((terms, rounded))))
    });
    unless_cancelled(handle, round).await?.map_err(|_| refused("auftrag-innerer-fehler"))?
}

async fn ready_outlines(
    app: &App,
    tenant: Tenant,
    checked: &outlines::Checked,
    order: &Order,
    handle: &dyn JobHandle,
) -> Result<Ready, JobFailure> {
    handle.progress(0.4, &step("auftrag-schritt-zeichnen", order)).await?;
    let (checked, answers) = order.form.outlines(checked);
    let mut read = app.store.read().await?;
    let earlier = outlines::earlier(&mut read, tenant, &checked.geography.0).await?;
    drop(read);
    let file_name = order.file_name.clone();
    let prepare = tokio::task::spawn_blocking(move || {
        let prepared = outlines::prepare(&checked, &earlier)
            .map_err(|error| refused_for(&outlines::undrawable(&file_name, &error)))?;
        Ok(Ready::Outlines(Box::new((checked, answers, prepared))))
    });
    unless_cancelled(handle, prepare).await?.map_err(|_| refused("auftrag-innerer-fehler"))?
}

async fn accept(
    app: &App,
    change: &mut Change,
    tenant: Tenant,
    draft: &Draft,
    ready: Ready,
) -> Result<Value, JobFailure> {
    let hash = &draft.upload.hash[..];
    match (ready, &draft.checked) {
        (Ready::Outlines(it), _) => {
            let (checked, answers, prepared) = &*it;
            let version =
                outlines::accept_prepared(change, tenant, hash, checked, answers, prepared).await?;
            Ok(json!({ "area_version": version }))
        }
        (Ready::Table(ready), Checked::Table(it)) => {
            let (terms, rounded) = *ready;
            let (file, key) = ((draft.upload.file_name.as_str(), hash), &app.keys.release);
            let terms = (&terms, rounded);
            let accepted = tables::accept_rounded(change, tenant, key, file, it, terms)
                .await
                .map_err(|error| table_refused(error, &draft.upload.file_name))?;
            if let (Some(profile), Some(_)) = (&it.profile, &draft.said.made) {
                keep_mapping(change, tenant, profile).await?;
            }
            Ok(json!({ "dataset_version": accepted.version, "number": accepted.number }))
        }
        (Ready::Table(_), Checked::Outlines(_)) => Err(refused("auftrag-innerer-fehler")),
    }
}

fn table_refused(error: AcceptError, file_name: &str) -> JobFailure {
    match error {
        AcceptError::Duplicate { number } => JobFailure::Refused(
            Phrase::new("finding-file-known-already").with("number", number.to_string()),
        ),
        // What is stored does not become readable by trying again.
        AcceptError::Store(error) if !matches!(error, StoreError::Unreadable { .. }) => {
            JobFailure::Store(error)
        }
        error => {
            tracing::error!(%error, file_name, "a checked file does not fit");
            refused("auftrag-innerer-fehler")
        }
    }
}

/// Gives up the work as soon as somebody asks for it; a thread that computes is left to its end.
async fn unless_cancelled<T>(
    handle: &dyn JobHandle,
    work: impl Future<Output = T>,
) -> Result<T, JobFailure> {
    let cancelled = async {
        while !handle.cancelled() {
            tokio::time::sleep(LOOK).await;
        }
    };
    tokio::select! {
        it = work => Ok(it),
        () = cancelled => Err(JobFailure::Cancelled),
    }
}

impl Acceptance {
    /// How a table is accepted.
    ///
    /// # Errors
    ///
    /// - A word for the log if the form was not ours.
    pub(crate) fn terms(
        &self,
        profile: &Profile,
        today: Date,
    ) -> Result<tables::Terms, &'static str> {
        let mut terms = tables::Terms::of(profile, today);
        match self.schutz.as_str() {
            "" | "profil" => {}
            "keiner" => terms.protection = Protection::Unprotected,
            "5" | "10" => {
                terms.protection = Protection::Unprotected;
                terms.round = Some(if self.schutz == "5" { Base::Five } else { Base::Ten });
            }
            _ => return Err("unknown protection"),
        }
        if !self.nutzung.is_empty() {
            terms.nutzung = Nutzung::from_code(&self.nutzung).ok_or("unknown Nutzung")?;
        }
        Ok(terms)
    }

    /// How outlines are accepted.
    fn outlines(&self, checked: &outlines::Checked) -> (outlines::Checked, outlines::Answers) {
        let mut checked = checked.clone();
        let given = |text: &String| Some(text.trim().to_owned()).filter(|it| !it.is_empty());
        if let Some(code) = given(&self.ebene) {
            checked.geography.0 = code;
        }
        if let Some(name) = given(&self.ebenenname) {
            checked.geography.1 = name;
        }
        if let Some(label) = given(&self.fassung) {
            checked.label = label;
        }
        let day = |text: &String| given(text).filter(|it| it.parse::<Date>().is_ok());
        if let Some(first) = day(&self.gueltig_ab) {
            checked.valid_from = first;
        }
        checked.valid_to = day(&self.gueltig_bis);
        let answers = outlines::Answers {
            source: self.herausgeber.trim().to_owned(),
            licence: self.lizenz.trim().to_owned(),
            ..outlines::Answers::default()
        };
        (checked, answers)
    }
}
