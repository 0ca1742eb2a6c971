//! Doors through which an edition begins, and through which it is kept that a body adopted it.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::Problems;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{App, City, Failure, Form, Viewer};
use axum::extract::State as Of;
use axum::response::Response;

use super::{discard, reader};
use crate::goals::discards;
use crate::goals::indicators::view::Gauges;
use crate::goals::indicators::{self, model};
use crate::goals::model::Adoption;
use crate::goals::pages::{discard as late, tree};
use crate::goals::store;
use crate::goals::view::{Goals, draft};
use crate::goals::{address, at};

/// The tree again, with what is wrong and all that was typed.
async fn refused(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (typed, problems): (&Typed, Problems),
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let editions = store::editions(&mut read, city.tenant()).await?;
    let newest = editions.last().map(|it| it.number);
    let Some(goals) = Goals::read(&mut read, city.tenant(), newest).await? else {
        return Ok(tree::empty(viewer, city, (typed, problems)).refused());
    };
    let names = Names::read(&mut read, city.tenant()).await?;
    drop(read);
    let gauges = Gauges::read(app, city.tenant(), reader(viewer), &goals).await?;
    let shown = tree::Shown { goals: &goals, gauges: &gauges, names: &names, today: app.today() };
    Ok(tree::show(viewer, city, &shown, (typed, problems)).refused())
}

/// The goal on whose page a form stood.
fn goal_of(typed: &Typed) -> Option<i64> {
    sent(typed, "ziel").parse().ok()
}

/// `POST /{kommune}/steuerung/ziele/fassung`: the next edition, as a copy of the newest.
pub async fn begin(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut form = Reading::new(&viewer.t, &typed);
    let name = form.needed("name", LONGEST_LINE, "ziele-fassung-name-fehlt");
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let editions = store::editions(&mut change, city.tenant()).await?;
    if draft(&editions).is_some() {
        form.wrong("name", "ziele-fassung-schon-begonnen");
    }
    if let Err(problems) = form.result(()) {
        drop(change);
        // At a goal its form lies beside others: what is typed there is held for the goal's page.
        if goal_of(&typed).is_some() {
            let text = problems.of("name").unwrap_or_default();
            return Err(Failure::refused("no edition of the goals begins").advice(text));
        }
        return refused(&app, &city, &viewer, (&typed, problems)).await;
    }
    let edition = store::begin(&mut change, city.tenant(), &name).await?;
    change.commit().await?;
    // Who begins it at a goal goes on there.
    let page = match goal_of(&typed) {
        Some(goal) => address(&city, goal),
        None => at(&city, &format!("?fassung={edition}")),
    };
    Ok(viewer.done(&page, Some("meldung-fassung-begonnen")))
}

/// The names of the indicators for which a value came while the draft counts otherwise.
async fn unsettled(
    change: &mut Change,
    tenant: Tenant,
    edition: i64,
) -> Result<Vec<String>, StoreError> {
    let draft = indicators::store::indicators(change, tenant, edition).await?;
    let editions = store::editions(change, tenant).await?;
    let Some(before) = editions.iter().rfind(|it| it.number < edition) else {
        return Ok(Vec::new());
    };
    let before = indicators::store::indicators(change, tenant, before.number).await?;
    let values = indicators::actuals::actuals(change, tenant).await?;
    let all = model::unsettled(&draft, &before, |it| values.contains_key(&(it.goal, it.number)));
    Ok(all.into_iter().map(|it| it.says.name.clone()).collect())
}

/// What was typed of an adoption, each with the name of its field.
fn said(t: &Texts, typed: &Typed) -> Vec<(String, String)> {
    ["tag", "gremium", "adresse"]
        .map(|name| (t.get(&format!("ziele-beschluss-{name}")), sent(typed, name).to_owned()))
        .to_vec()
}

/// `POST /{kommune}/steuerung/ziele/beschluss`: a body adopted the draft. Once.
pub async fn adopt(
    Of(app): Of<App>,
    city: City,
    viewer: Viewer,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut form = Reading::new(&viewer.t, &typed);
    let on = form.needed_day("tag", "ziele-beschluss-tag-fehlt");
    if on.is_some_and(|it| it > app.today()) {
        form.wrong("tag", "ziele-beschluss-tag-kuenftig");
    }
    let body = form.needed("gremium", LONGEST_LINE, "ziele-beschluss-gremium-fehlt");
    let paper = form.text("adresse", 500);
    if !paper.is_empty() && !paper.starts_with("https://") && !paper.starts_with("http://") {
        form.wrong("adresse", "ziele-beschluss-adresse-unklar");
    }
    let edition: i64 = form.sent("fassung").parse().map_err(Failure::bad_request)?;
    let mut change = app.store.change(viewer.author()).await?;
    tenant::lock(&mut change, city.tenant()).await?;
    let editions = store::editions(&mut change, city.tenant()).await?;
    if draft(&editions).is_none_or(|it| it.number != edition) {
        let was = discards::find(&mut change, city.tenant(), edition).await?;
        let text = was.map_or_else(
            || viewer.t.get("ziele-schon-beschlossen"),
            |it| discard::said(&viewer.t, &it),
        );
        return Ok(late::late(&viewer, &city, text, said(&viewer.t, &typed)).refused());
    }
    let unsettled = unsettled(&mut change, city.tenant(), edition).await?;
    if !unsettled.is_empty() {
        let names = [("namen", Arg::from(viewer.t.list(&unsettled)))];
        form.problems.add("tag", viewer.t.with("ziele-beschluss-zaehlt-anders", &names));
    }
    if let Err(problems) = form.result(()) {
        drop(change);
        return refused(&app, &city, &viewer, (&typed, problems)).await;
    }
    let adoption = Adoption { on: on.unwrap_or_default(), body, paper };
    store::adopt(&mut change, city.tenant(), (edition, &adoption)).await?;
    change.commit().await?;
    Ok(viewer.done(&at(&city, ""), Some("meldung-ziele-beschlossen")))
}
