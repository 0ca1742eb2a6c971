//! Doors through which a draft is given up, and what is said to who still wrote in it.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::typed::{Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use ankunft_platform::words::instant;
use axum::extract::State as Of;
use axum::response::Response;
use sqlx::AnyConnection;

use crate::goals::discards::{self, Discarded, Loss};
use crate::goals::model::Edition;
use crate::goals::pages::discard as page;
use crate::goals::view::draft;
use crate::goals::{at, store};
use crate::permissions::EDIT_GOALS;

/// The field in which a form says in which edition it was opened.
pub(in crate::goals) const OPENED: &str = "fassung";

/// `GET /{kommune}/steuerung/ziele/verwerfen`: what goes with the draft, asked once.
pub async fn ask(Of(app): Of<App>, city: City, viewer: Viewer) -> Result<Response, Failure> {
    let loss = Loss::read(&mut *app.store.read().await?, city.tenant()).await?;
    Ok(match loss {
        Some(loss) => page::ask(&viewer, &city, &loss, false).answer(),
        None => viewer.done(&at(&city, ""), None),
    })
}

/// `POST /{kommune}/steuerung/ziele/verwerfen`: the draft is given up. Once, and not while it holds more
/// than was asked about.
pub async fn discard(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let edition: i64 = sent(&typed, OPENED).parse().map_err(Failure::bad_request)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let editions = store::editions(&mut change, city.tenant()).await?;
    let opened = (Some(edition), draft(&editions));
    if let Some(text) = gone(&mut change, (city.tenant(), &viewer.t), opened).await? {
        return Err(Failure::refused("no draft of the goals").advice(text));
    }
    let loss = Loss::read(&mut change, city.tenant()).await?.ok_or_else(Failure::not_found)?;
    if sent(&typed, "gesehen") != loss.written.to_string() {
        return Ok(page::ask(&viewer, &city, &loss, true).refused());
    }
    discards::discard(&mut change, city.tenant(), edition).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, ""), Some("meldung-fassung-verworfen")))
}

/// Why what was written in an edition is not taken any more, and what to do; nothing where that edition
/// still is the draft. A form that does not say where it was opened means the draft.
pub(in crate::goals) async fn gone(
    connection: &mut AnyConnection,
    (tenant, t): (Tenant, &Texts),
    (opened, draft): (Option<i64>, Option<&Edition>),
) -> Result<Option<String>, StoreError> {
    if opened.is_none_or(|it| draft.is_some_and(|draft| draft.number == it)) {
        return Ok(draft.is_none().then(|| t.get("ziele-kein-entwurf")));
    }
    let was = match opened {
        Some(opened) => discards::find(connection, tenant, opened).await?,
        None => None,
    };
    let was = was.map_or_else(|| t.get("ziele-fort-beschlossen"), |it| said(t, &it));
    let next = match draft {
        Some(draft) => t.with("ziele-fort-entwurf", &[("name", Arg::from(draft.name.as_str()))]),
        None => t.get("ziele-fort-beginnen"),
    };
    Ok(Some(format!("{was} {next}")))
}

/// The same, with what was typed set to go into the draft of now when it is sent again.
pub(in crate::goals) async fn stale(
    connection: &mut AnyConnection,
    of: (Tenant, &Texts),
    (typed, draft): (&Typed, Option<&Edition>),
) -> Result<Option<(Typed, String)>, StoreError> {
    let opened = (sent(typed, OPENED).parse().ok(), draft);
    let text = gone(connection, of, opened).await?;
    Ok(text.map(|text| (opened_in(typed.clone(), draft), text)))
}

/// A form as one that was opened in the draft.
pub(in crate::goals) fn opened_in(mut typed: Typed, draft: Option<&Edition>) -> Typed {
    if let Some(draft) = draft {
        typed.retain(|it| it.0 != OPENED);
        typed.push((OPENED.to_owned(), draft.number.to_string()));
    }
    typed
}

/// That an edition was discarded, and when.
pub(in crate::goals) fn said(t: &Texts, it: &Discarded) -> String {
    let args = [("name", Arg::from(it.name.as_str())), ("tag", Arg::from(instant(t, it.at)))];
    t.with("ziele-fort-verworfen", &args)
}

/// 404 for an edition that there is not; who writes goals is told that it was discarded.
pub(in crate::goals) async fn no_edition(
    connection: &mut AnyConnection,
    (city, viewer): (&City, &Viewer),
    edition: i64,
) -> Result<Failure, StoreError> {
    let found = match viewer.may(EDIT_GOALS) {
        true => discards::find(connection, city.tenant(), edition).await?,
        false => None,
    };
    let failure = Failure::not_found();
    Ok(match found {
        Some(it) => failure.advice(said(&viewer.t, &it)),
        None => failure,
    })
}

/// 404 for a goal that is in no edition; who writes goals is told that it went with a draft.
pub(in crate::goals) async fn missing(
    connection: &mut AnyConnection,
    (city, viewer): (&City, &Viewer),
    goal: i64,
) -> Result<Failure, StoreError> {
    let found = match viewer.may(EDIT_GOALS) {
        true => discards::with_goal(connection, city.tenant(), goal).await?,
        false => None,
    };
    let Some((edition, title)) = found else { return Ok(Failure::not_found()) };
    let args = [
        ("titel", Arg::from(title)),
        ("name", Arg::from(edition.name)),
        ("tag", Arg::from(instant(&viewer.t, edition.at))),
    ];
    Ok(Failure::not_found().advice(viewer.t.with("ziel-verworfen", &args)))
}
