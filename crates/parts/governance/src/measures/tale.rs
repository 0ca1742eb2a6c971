//! A measure as a story for other cities: what it rests on, what it cost, what came of it.

use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::citations::{self, Citation, Snapshot};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::parts::{BoxFuture, Story, Tale};
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::{App, Viewer};

use super::store::{self, KIND};
use crate::around::model::Around;
use crate::around::store::sheets;
use crate::effects::view::Stand;
use crate::effects::words as effects;
use crate::known::{self, Place};
use crate::permissions::SEE;
use crate::reporting::obstacles::Obstacles;
use crate::reporting::view::stands;
use crate::within::Within;

/// Stories of measures.
pub struct Measures;

impl Tale for Measures {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn tell<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        about: (Tenant, &'a str),
        circle: Audience,
    ) -> BoxFuture<'a, Result<Option<Story>, StoreError>> {
        Box::pin(tell(app, viewer, about, circle))
    }
}

async fn tell(
    app: &App,
    viewer: &Viewer,
    (tenant, id): (Tenant, &str),
    circle: Audience,
) -> Result<Option<Story>, StoreError> {
    let Some(number) = id.parse().ok().filter(|_| viewer.may(SEE)) else { return Ok(None) };
    let mut read = app.store.read().await?;
    let versions = store::versions(&mut read, tenant, number).await?;
    let Some(measure) = versions.into_iter().next() else { return Ok(None) };
    let found = citations::list(&mut read, tenant, (KIND, id), circle).await?;
    let around = Around::of(&sheets(&mut read, tenant, Some(number)).await?);
    let stands = stands(&mut read, tenant, number).await?;
    let obstacles = read.kept::<Obstacles>(tenant).await?;
    let within = read.kept::<Within>(tenant).await?;
    drop(read);
    let t = &viewer.t;
    // Others read it too.
    let place = measure.plan.place.clone().map(|it| within.told_to_all(it));
    let named = |it: &Option<Place>| it.as_ref().map(|it| it.name.clone());
    let is_told_otherwise = named(&place) != named(&measure.plan.place);
    let (plan, today) = (measure.plan, app.today());
    let reached = stands.iter().filter(|it| it.now().is_some());
    let reached = reached.map(|it| of_stand(t, it, today));
    let hindered = obstacles.iter().rev().filter(|it| it.measure == number);
    let hindered: Vec<&str> = hindered.map(|it| it.text.as_str()).collect();
    let problem: Vec<String> = found.iter().filter_map(|it| of_citation(app, t, it)).collect();
    let sign = t.with("wirkung-woran", &[("woran", Arg::from(plan.sign.as_str()))]);
    Ok(Some(Story {
        // Without a description the measure speaks for itself, and says where it is.
        done: match is_told_otherwise && plan.description.is_empty() {
            true => sign.clone(),
            false => plan.description,
        },
        problem: problem.join("\n"),
        place: known::place(t, place.as_ref()),
        area: place.map(|it| (it.geography, it.area)),
        cost: of_money(t, &around),
        effect: std::iter::once(sign).chain(reached).collect::<Vec<_>>().join("\n"),
        hindered: hindered.join("\n"),
        title: plan.title,
    }))
}

/// What was found, with its Fundstelle; nothing of what the circle may not read. What is not public goes
/// to others by a Weitergabe alone: its value stays behind the Fundstelle.
fn of_citation(app: &App, t: &Texts, it: &Citation) -> Option<String> {
    let seen = it.snapshot.as_ref()?;
    let said = match it.nutzung {
        Nutzung::Public => sentence(seen),
        _ => seen.title.clone(),
    };
    let period = app.parts.citable(&it.cited_kind).and_then(|kind| kind.period(&it.cited));
    let when = match (period, seen.date.parse::<jiff::civil::Date>()) {
        (Some(period), _) => t.period_of_time(period),
        (None, Ok(day)) => t.date(day),
        (None, Err(_)) => seen.date.clone(),
    };
    let args = [
        ("satz", Arg::from(said)),
        ("quelle", Arg::from(seen.source.as_str())),
        ("wann", Arg::from(when)),
        ("fund", Arg::from(format!("/f/{}", it.code))),
    ];
    Some(t.with("wirkung-befund", &args))
}

/// What a thing says, with its value.
fn sentence(seen: &Snapshot) -> String {
    let text = if seen.text.is_empty() { &seen.title } else { &seen.text };
    match &seen.value {
        Some(value) if !text.contains(value.as_str()) => format!("{text} {value}"),
        _ => text.clone(),
    }
}

fn of_stand(t: &Texts, it: &Stand, today: jiff::civil::Date) -> String {
    format!("{}: {}", it.known.says.name, effects::stands(t, it, today))
}

fn of_money(t: &Texts, around: &Around) -> String {
    let budget = &around.budget;
    if budget.is_empty() {
        return String::new();
    }
    let source = |it: &crate::around::money::Source| format!("{} {}", it.name, t.euros(it.cents));
    let sources: Vec<String> = budget.sources.iter().map(source).collect();
    let args = [
        ("betrag", Arg::from(t.euros(budget.cents))),
        ("quellen", Arg::from(t.list(&sources))),
        ("anzahl", Arg::from(sources.len())),
    ];
    t.with("wirkung-kosten", &args)
}
