//! Doors through which files come in: brought, checked, accepted or discarded.

use std::time::Duration;

use ankunft_disclosure::Nutzung;
use ankunft_formats::{Finding, Profile};
use ankunft_platform::files;
use ankunft_platform::jobs::{self, Job};
use ankunft_platform::languages::Arg;
use ankunft_platform::page::components::{Choice, Field, Select, Upload};
use ankunft_platform::page::{Link, Problem, html, html_with};
use ankunft_platform::uploads;
use ankunft_platform::web::{
    App, City, Data, Failure, File, Form, Format, PathOf, Sent, SentFile, Viewer,
};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::accept::{self, Acceptance, Order};
use crate::draft::{Checked, Draft, Said, draft, file_failure, mapped};
use crate::import::{self, outlines, tables};
use crate::pages::data;
use crate::pages::incoming::{self, BringPage, CheckPage};
use crate::pages::words;
use crate::state::Atlas;

/// So long a person waits for the acceptance before the page of the job is shown.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The kind of such drafts; other parts keep others.
const KIND: &str = "file";

/// The number of a brought file in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Brought {
    id: i64,
}

/// `GET /{kommune}/atlas/daten/neu`
pub async fn show_bring(
    State(app): State<App>,
    city: City,
    viewer: Viewer,
) -> Result<Response, Failure> {
    Ok(html(&bring_page(&app, &city, &viewer, None).await?))
}

/// What a browser offers to choose.
const ENDINGS: &str = ".csv,.txt,.tsv,.xlsx,.ods,.zip,.geojson,.json,.gpkg,.shp";

async fn bring_page(
    app: &App,
    city: &City,
    viewer: &Viewer,
    problem: Option<String>,
) -> Result<BringPage, Failure> {
    let t = &viewer.t;
    let waiting = files::all(&mut *app.store.read().await?, city.tenant()).await?;
    let link = |it: files::Upload| (it.file_name, city.at(&format!("/atlas/daten/neu/{}", it.id)));
    Ok(BringPage {
        shell: viewer
            .page_with_form(t.get("bringen-titel"))
            .lead(t.get("bringen-leit"))
            .crumbs(crumbs(city, viewer)),
        action: city.at("/atlas/daten/neu"),
        jobs: Link::new(t.get("auftraege-titel"), city.at("/auftraege")),
        upload: Upload {
            name: "datei".to_owned(),
            label: t.get("bringen-datei"),
            hint: Some(t.get("bringen-hinweis")),
            accept: Some(ENDINGS.to_owned()),
            error: problem,
        },
        waiting: waiting
            .into_iter()
            .filter(|it| it.kind == KIND && it.is_for(&viewer.actor))
            .map(link)
            .collect(),
    })
}

fn crumbs(city: &City, viewer: &Viewer) -> Vec<Link> {
    vec![
        Link::new(viewer.t.get("nav-atlas"), city.at("/atlas")),
        Link::new(viewer.t.get("nav-daten"), city.at("/atlas/daten")),
    ]
}

/// `POST /{kommune}/atlas/daten/neu`: keeps a file as a draft.
pub async fn bring(
    State(app): State<App>,
    city: City,
    viewer: Viewer,
    sent: Sent,
) -> Result<Response, Failure> {
    let file = sent.files.into_iter().find(|it| it.field == "datei");
    let was_chosen = file.is_some();
    let Some(SentFile { name, bytes, .. }) = file.filter(|it| !it.bytes.is_empty()) else {
        let id = if was_chosen { "bringen-leere-datei" } else { "bringen-keine-datei" };
        let problem = Some(viewer.t.get(id));
        let page = bring_page(&app, &city, &viewer, problem).await?;
        return Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    if let Some(problem) = uploads::too_large(&app, &viewer, &bytes) {
        let page = bring_page(&app, &city, &viewer, Some(problem)).await?;
        return Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let limit = app.config.limits.upload_mb * 1_000_000;
    let mut change = app.store.change(viewer.author()).await?;
    let draft = (name.as_str(), KIND, "{}");
    let id = files::keep(&mut change, city.tenant(), draft, &bytes, limit)
        .await
        .map_err(file_failure)?;
    change.commit().await?;
    Ok(Redirect::to(&city.at(&format!("/atlas/daten/neu/{id}"))).into_response())
}

/// `GET /{kommune}/atlas/daten/neu/{id}`
pub async fn show_check(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let key = accept::once_key(city.tenant(), id);
    let mut read = app.store.read().await?;
    let upload = files::one(&mut read, city.tenant(), id).await?;
    if !upload.is_some_and(|it| it.is_for(&viewer.actor)) {
        return Err(Failure::not_found());
    }
    if let Some(job) = jobs::under_way(&mut read, city.tenant(), &key).await? {
        return Ok(viewer.done(&city.at(&jobs::path(job)), None));
    }
    drop(read);
    let draft = draft(&app, &atlas, (city.tenant(), &viewer.actor), id).await?;
    Ok(html(&check_page(&city, &viewer, &draft, None)))
}

fn check_page(city: &City, viewer: &Viewer, draft: &Draft, refusal: Option<Finding>) -> CheckPage {
    let t = &viewer.t;
    let mut findings = draft.checked.findings().to_vec();
    findings.extend(refusal);
    let acceptable = draft.checked.is_acceptable() && import::is_acceptable(&findings);
    let (title, lead) = incoming::verdict(t, acceptable, &findings);
    let action = city.at(&format!("/atlas/daten/neu/{}", draft.upload.id));
    let file = ("datei", Arg::from(draft.upload.file_name.as_str()));
    let mut page = CheckPage {
        shell: viewer.page_with_form(title).lead(lead).crumbs(crumbs(city, viewer)),
        balance: Vec::new(),
        findings: incoming::items(t, &findings),
        more: incoming::more(t, &findings),
        findings_csv: format!("{action}/hinweise.csv"),
        preview: Vec::new(),
        preview_caption: t.with("pruefung-erste-zeilen", &[file]),
        mapping: Vec::new(),
        settings: Vec::new(),
        asked: Vec::new(),
        fields: Vec::new(),
        terms: Vec::new(),
        action,
        acceptable,
        reading: draft.upload.file_name.clone(),
    };
    match &draft.checked {
        Checked::Table(it) => fill_table(viewer, draft, it, &findings, &mut page),
        Checked::Outlines(it) => {
            let areas = it.file.as_ref().map_or(0, |it| it.areas.len()) as u64;
            page.balance = incoming::balance(t, &[("bilanz-gebiete", areas)], &findings);
            page.fields = incoming::outline_fields(t, it, &outlines::Answers::default());
            if it.is_acceptable() && !it.has_outlines() {
                page.reading = format!("{} · {}", t.get("gebiete-liste"), page.reading);
            }
        }
    }
    page
}

fn fill_table(
    viewer: &Viewer,
    draft: &Draft,
    checked: &tables::Checked,
    findings: &[Finding],
    page: &mut CheckPage,
) {
    let t = &viewer.t;
    let rows = checked.observations.as_ref().map(|it| it.rows).unwrap_or_default();
    let numbers = [("bilanz-zeilen", rows.read), ("bilanz-gebiete", rows.joined)];
    page.balance = incoming::balance(t, &numbers, findings);
    page.preview.clone_from(&checked.preview);
    page.mapping = incoming::mapping(t, checked);
    page.settings = incoming::settings(t, checked, &draft.known);
    page.settings.extend(incoming::grid_method(t, checked));
    let period = draft.said.period.clone().unwrap_or_default();
    page.asked = vec![
        Field::new("stichtag", t.get("atlas-stichtag"))
            .hint(t.get("pruefung-stichtag-hinweis"))
            .value(period)
            .optional(),
    ];
    if let Some(profile) = &checked.profile {
        page.terms = terms_selects(viewer, profile, draft.said.made.is_some());
        page.reading = t.with(
            "pruefung-gelesen",
            &[
                ("profil", Arg::from(profile.title.as_str())),
                ("datei", Arg::from(draft.upload.file_name.as_str())),
            ],
        );
    }
}

/// How this viewer may accept a table. Only the statistics office makes releases; others may
/// bring what an office has published under a profile of its own, and everything else unprotected
/// for the statistics office.
fn may_accept(viewer: &Viewer, schutz: &str, (declared, made): (bool, bool)) -> bool {
    viewer.actor.statistics_office().is_some()
        || match schutz {
            "keiner" => true,
            "" | "profil" => declared && !made,
            _ => false,
        }
}

fn is_declared(profile: &Profile) -> bool {
    profile.source.protection.is_some()
}

/// How a table may be accepted: protection and circle of readers.
fn terms_selects(viewer: &Viewer, profile: &Profile, made: bool) -> Vec<Select> {
    let t = &viewer.t;
    let terms = tables::Terms::of(profile, jiff::civil::Date::default());
    let may = |schutz: &str| may_accept(viewer, schutz, (is_declared(profile), made));
    let declared = is_declared(profile) && may("profil");
    let current = if declared { "profil" } else { "keiner" };
    let mut protections = vec![Choice::new("keiner", t.get("pruefung-schutz-keiner"), current)];
    if may("5") {
        protections.push(Choice::new("5", t.get("pruefung-schutz-5"), current));
        protections.push(Choice::new("10", t.get("pruefung-schutz-10"), current));
    }
    if declared {
        let rule = [("schutz", Arg::from(data::protection(t, &terms.protection)))];
        let label = t.with("pruefung-schutz-profil", &rule);
        protections.insert(0, Choice::new("profil", label, current));
    }
    let circle = |it: Nutzung| Choice::new(it.code(), words::nutzung(t, it), terms.nutzung.code());
    vec![
        Select::new("schutz", t.get("pruefung-schutz"), protections),
        Select::new("nutzung", t.get("pruefung-nutzung"), Nutzung::ALL.map(circle).to_vec()),
    ]
}

/// `POST /{kommune}/atlas/daten/neu/{id}`: reads the file again as the person says.
pub async fn answer(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let draft = draft(&app, &atlas, (city.tenant(), &viewer.actor), id).await?;
    let find = |name: &str| {
        let value = pairs.iter().find(|it| it.0 == name).map(|it| it.1.trim().to_owned());
        value.filter(|it| !it.is_empty())
    };
    let profile = find("profil");
    let made = match &draft.checked {
        // Who chooses a profile wants its mapping, not the one that stood on the page.
        Checked::Table(it) if profile.is_none() => mapped(it, &draft.upload, &pairs),
        _ => None,
    };
    let said = Said {
        profile,
        made,
        area_version: find("gebietsstand").and_then(|it| it.parse().ok()),
        period: find("stichtag"),
        grid_method: find("gitter").or(draft.said.grid_method.clone()),
    };
    let text = serde_json::to_string(&said).map_err(Failure::internal)?;
    let mut change = app.store.change(viewer.author()).await?;
    files::answer(&mut change, city.tenant(), id, &text).await?;
    change.commit().await?;
    Ok(Redirect::to(&city.at(&format!("/atlas/daten/neu/{id}"))).into_response())
}

/// `POST /{kommune}/atlas/daten/neu/{id}/annehmen`: asks for the job that accepts the file, and
/// waits a moment for it.
pub async fn accept(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
    Form(form): Form<Acceptance>,
) -> Result<Response, Failure> {
    let draft = draft(&app, &atlas, (city.tenant(), &viewer.actor), id).await?;
    if !draft.checked.is_acceptable() {
        let page = check_page(&city, &viewer, &draft, None);
        return Ok(html_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if let Checked::Table(it) = &draft.checked {
        let profile = it.profile.as_ref().ok_or_else(Failure::not_found)?;
        form.terms(profile, app.today()).map_err(Failure::bad_request)?;
        let about = (is_declared(profile), draft.said.made.is_some());
        if !may_accept(&viewer, &form.schutz, about) {
            return Err(Failure::new(Problem::Forbidden, "releases are the statistics office's"));
        }
    }
    let order = Order {
        upload: id,
        file_name: draft.upload.file_name.clone(),
        answers: draft.upload.answers.clone(),
        form,
    };
    let (tenant, key) = (city.tenant(), accept::once_key(city.tenant(), id));
    let mut change = app.store.change(viewer.author()).await?;
    let order = serde_json::json!(order);
    let job = jobs::enqueue(&mut change, Some(tenant), accept::KIND, &key, &order).await?;
    change.commit().await?;
    let job = jobs::wait(&app.store, tenant, job, PATIENCE).await?;
    Ok(accepted(&city, &viewer, &draft, &job.ok_or_else(Failure::not_found)?))
}

/// The answer to an acceptance: the data page if it is done, the check page if it was refused,
/// and the page of the job if it takes longer.
fn accepted(city: &City, viewer: &Viewer, draft: &Draft, job: &Job) -> Response {
    match job.state.as_str() {
        "done" => viewer.done(&city.at("/atlas/daten"), Some(accept::flash(job))),
        "failed" => match accept::finding(job, &draft.upload.file_name) {
            Some(refusal) => {
                let page = check_page(city, viewer, draft, Some(refusal));
                html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
            }
            None => viewer.done(&city.at(&jobs::path(job.id)), None),
        },
        _ => viewer.done(&city.at(&jobs::path(job.id)), None),
    }
}

/// `POST /{kommune}/atlas/daten/neu/{id}/verwerfen`
pub async fn discard(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let mut change = app.store.change(viewer.author()).await?;
    let upload = files::one(&mut change, city.tenant(), id).await?;
    if !upload.is_some_and(|it| it.is_for(&viewer.actor)) {
        return Err(Failure::not_found());
    }
    let key = accept::once_key(city.tenant(), id);
    if let Some(job) = jobs::under_way(&mut change, city.tenant(), &key).await? {
        jobs::cancel(&mut change, city.tenant(), job).await?;
    }
    files::delete(&mut change, city.tenant(), id).await?;
    change.commit().await?;
    atlas.drafts.forget(id);
    Ok(viewer.done(&city.at("/atlas/daten"), Some("meldung-verworfen")))
}

/// What the file of Prüfhinweise says of itself.
pub fn of_findings() -> Data {
    const REFUSALS: &[(u16, &str)] = &[
        (303, "Not logged in: the way to the log-in page"),
        (403, "Not for the role of this session"),
        (404, "No such brought file, or not of this reader"),
    ];
    Data::file("text/csv", "What was found in a brought file").refusing(REFUSALS)
}

/// `GET /{kommune}/atlas/daten/neu/{id}/hinweise.csv`
pub async fn findings_csv(
    State(app): State<App>,
    atlas: Atlas,
    city: City,
    viewer: Viewer,
    PathOf(Brought { id }): PathOf<Brought>,
) -> Result<Response, Failure> {
    let draft = draft(&app, &atlas, (city.tenant(), &viewer.actor), id).await?;
    let text = incoming::csv(&viewer.t, draft.checked.findings());
    Ok(File::new(Format::Csv, "hinweise", text).answer())
}
