//! Doors through which a group applies: no account, no script, nothing lost.

use ankunft_platform::ids;
use ankunft_platform::page::components::Problems;
use ankunft_platform::secrets::hex;
use ankunft_platform::tenant;
use ankunft_platform::typed::{Typed, all_sent};
use ankunft_platform::web::{App, City, Failure, Form, PathOf, Query, Viewer};
use axum::extract::State as Of;
use axum::response::Response;
use serde::Deserialize;
use sqlx::AnyConnection;

use super::Number;
use super::secret::{self, Secret};
use crate::funds::answers::{self, Page, checked};
use crate::funds::model::Fund;
use crate::funds::pages::apply as page;
use crate::funds::secret_address;
use crate::funds::store;
use crate::funds::store::applications;
use crate::funds::store::drafts::{self, Draft};

/// Longer is no answer to any of these questions, and a draft is not a place to keep files.
const LONGEST_ANSWER: usize = 25_000;

async fn fund(app: &App, city: &City, number: i64) -> Result<Fund, Failure> {
    let found = store::fund(&mut *app.store.read().await?, city.tenant(), number).await?;
    found.ok_or_else(Failure::not_found)
}

/// `GET /{kommune}/fonds/{number}/antrag`
pub async fn start(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let fund = fund(&app, &city, number).await?;
    Ok(page::start(&viewer, &city, &fund, app.today()).answer())
}

/// `POST /{kommune}/fonds/{number}/antrag`: an empty draft behind a new secret address.
pub async fn begin(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Number { number }): PathOf<Number>,
) -> Result<Response, Failure> {
    let fund = fund(&app, &city, number).await?;
    if !fund.terms.is_open(app.today()) {
        return Ok(page::start(&viewer, &city, &fund, app.today()).refused());
    }
    let token = hex(&ids::secret::<16>());
    let hash = secret::hash(&app, &token);
    let mut change = app.store.change(secret::nobody(&viewer)).await?;
    let draft = (hash.as_slice(), viewer.t.language().code());
    drafts::begin(&mut change, city.tenant(), number, draft, app.now()).await?;
    change.commit().await?;
    Ok(viewer.done(&secret_address(&city, &token, "/idee"), None))
}

/// A draft with its fund; an application that was sent has none any more.
async fn draft(app: &App, city: &City, token: &str) -> Result<Option<(Draft, Fund)>, Failure> {
    let hash = secret::hash(app, token);
    draft_in(&mut *app.store.read().await?, city, &hash).await
}

async fn draft_in(
    connection: &mut AnyConnection,
    city: &City,
    hash: &[u8],
) -> Result<Option<(Draft, Fund)>, Failure> {
    let Some(draft) = drafts::by_secret(connection, city.tenant(), hash).await? else {
        return Ok(None);
    };
    let fund = store::fund(connection, city.tenant(), draft.fund).await?;
    Ok(Some((draft, fund.ok_or_else(Failure::not_found)?)))
}

/// A page of an application in the address.
#[derive(Clone, Debug, Deserialize)]
pub struct OnePage {
    geheim: String,
    seite: String,
}

/// Whether a page is shown with what is wrong on it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Looked {
    #[serde(default)]
    pruefen: String,
}

/// `GET /{kommune}/fonds/antrag/{geheim}/{seite}`
pub async fn show(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePage { geheim, seite }): PathOf<OnePage>,
    Query(looked): Query<Looked>,
) -> Result<Response, Failure> {
    let shown = Page::from_code(&seite).ok_or_else(Failure::not_found)?;
    let Some((draft, fund)) = draft(&app, &city, &geheim).await? else {
        return secret::gone(&app, &city, &viewer, &geheim).await;
    };
    let about = (&fund, geheim.as_str());
    let all = checked(&viewer.t, &draft.answers, (&fund.terms, app.today())).err();
    let all = all.unwrap_or_default();
    if shown == Page::Check {
        return Ok(page::check(&viewer, &city, about, (&draft.answers, &all)).answer());
    }
    let problems = match looked.pruefen.as_str() {
        "ja" => answers::problems_of(shown, &all),
        _ => Problems::default(),
    };
    Ok(page::page(&viewer, &city, about, shown, (&draft.answers, problems)).answer())
}

/// `POST /{kommune}/fonds/antrag/{geheim}/{seite}`: keeps what was typed, right or wrong, and goes
/// on if nothing is wrong.
pub async fn keep(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(OnePage { geheim, seite }): PathOf<OnePage>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let shown = Page::from_code(&seite).ok_or_else(Failure::not_found)?;
    let hash = secret::hash(&app, &geheim);
    // One answer a question, and none that is endless; a field of costs has a number.
    let cut = |it: &str| it.chars().take(LONGEST_ANSWER).collect::<String>();
    let mut kept = Typed::new();
    for (name, _) in &typed {
        if shown.owns(name) && !kept.iter().any(|it| it.0 == *name) {
            let value = all_sent(&typed, name).next().unwrap_or_default();
            kept.push((name.clone(), cut(value)));
        }
    }
    let mut change = app.store.change(secret::nobody(&viewer)).await?;
    let own = |name: &str| shown.owns(name);
    let draft = drafts::keep(&mut change, city.tenant(), &hash, (own, kept), app.now()).await?;
    let Some(draft) = draft else {
        drop(change);
        return secret::gone(&app, &city, &viewer, &geheim).await;
    };
    change.commit().await?;
    let fund = fund(&app, &city, draft.fund).await?;
    let all = checked(&viewer.t, &draft.answers, (&fund.terms, app.today())).err();
    let problems = answers::problems_of(shown, &all.unwrap_or_default());
    if !problems.is_empty() {
        let about = (&fund, geheim.as_str());
        return Ok(page::page(&viewer, &city, about, shown, (&draft.answers, problems)).refused());
    }
    let next = secret_address(&city, &geheim, &format!("/{}", shown.next().code()));
    Ok(viewer.done(&next, None))
}

/// `POST /{kommune}/fonds/antrag/{geheim}/absenden`: an application, once.
pub async fn send(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    PathOf(Secret { geheim }): PathOf<Secret>,
) -> Result<Response, Failure> {
    let hash = secret::hash(&app, &geheim);
    let mut change = app.store.change(secret::nobody(&viewer)).await?;
    // What another tab keeps meanwhile waits; what it kept before that is sent with the rest.
    tenant::lock(&mut change, city.tenant()).await?;
    let Some((draft, fund)) = draft_in(&mut change, &city, &hash).await? else {
        drop(change);
        return secret::gone(&app, &city, &viewer, &geheim).await;
    };
    let about = (&fund, geheim.as_str());
    let (request, contact) = match checked(&viewer.t, &draft.answers, (&fund.terms, app.today())) {
        Ok(read) => read,
        Err(problems) => {
            let form = (&draft.answers, &problems);
            return Ok(page::check(&viewer, &city, about, form).refused());
        }
    };
    if !fund.terms.is_open(app.today()) {
        return Ok(page::start(&viewer, &city, &fund, app.today()).refused());
    }
    let (from, what) = ((&draft, hash.as_slice()), (&request, &contact));
    let number = applications::submit(&mut change, city.tenant(), from, what, app.today()).await?;
    if number.is_some() {
        change.commit().await?;
        let address = format!("{}{}", app.config.base_address, secret_address(&city, &geheim, ""));
        secret::confirm(&app, &city, (&draft.language, &contact.email), address);
    }
    Ok(viewer.done(&secret_address(&city, &geheim, ""), Some("meldung-antrag-gesendet")))
}
