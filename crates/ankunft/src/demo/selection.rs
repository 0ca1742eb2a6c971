//! What three cities of the programme show of their candidates, and what the invented city could show.

use ankunft_atlas::candidates::model::{State, Tally};
use ankunft_atlas::candidates::store::decisions::{self, NewDecision};
use ankunft_atlas::candidates::store::register::{self, NewStep};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::{self, Tenant, TenantKind};
use ankunft_platform::web::App;
use ankunft_programme::selection::model::{Circle, Shown};
use ankunft_programme::selection::{Own, store};
use jiff::Span;
use jiff::civil::{Date, date};

use super::AUTHOR;
use crate::console::Problem;

const SHOWN_ON: Date = date(2026, 3, 12);

/// A city, who reads what it shows if it shows anything, and the steps of its candidates with the city's
/// reasons.
type Invented = (&'static str, Option<Circle>, &'static [(State, &'static str)]);

const ALL: Circle = Circle { cities: true, research: true };
const OFFICE: Circle = Circle { cities: false, research: false };

const INVENTED: [Invented; 4] = [
    (
        "gradlingen",
        Some(ALL),
        &[
            (
                State::Presented,
                "Viele Familien kommen neu an, und die Schule öffnet ihren Hof am Abend.",
            ),
            (
                State::Presented,
                "Hier kommen Menschen seit Langem an; Vereine tragen viel und suchen Entlastung.",
            ),
            (State::SetAside, "Die Siedlung wird bis 2029 umgebaut. Danach sehen wir neu hin."),
        ],
    ),
    (
        "medianfurth",
        Some(ALL),
        &[
            (State::Chosen, "Im Quartier am Fluss treffen Zuzug und leere Ladenräume aufeinander."),
            (
                State::NotChosen,
                "Im Quartier am Fluss treffen Zuzug und leere Ladenräume aufeinander.",
            ),
        ],
    ),
    ("stichelsund", Some(OFFICE), &[(State::Proposed, ""), (State::Proposed, "")]),
    // Both rest, so that whoever tries out a choice here begins it with candidates of their own.
    (
        super::CITY,
        None,
        &[
            (
                State::SetAside,
                "In den Dörfern trägt der Sportverein schon viel. Wir fragen dort nach der Wahl neu.",
            ),
            (State::SetAside, "Der Neubau wird erst bezogen. Danach sehen wir neu hin."),
        ],
    ),
];

/// Writes it down, unless it is there.
pub(super) async fn show(config: &Config) -> Result<(), Problem> {
    let app = App::open(config.clone(), crate::parts()).await.map_err(Problem::internal)?;
    let all = tenant::all(&mut *app.store.read().await?).await?;
    let programme = all.iter().find(|it| it.kind == TenantKind::Programme);
    for (slug, circle, steps) in INVENTED {
        let city = all.iter().find(|it| it.slug == slug).map(|it| it.tenant);
        if let Some((city, programme)) = city.zip(programme) {
            of_city(&app, (city, programme.tenant), slug, (circle, steps)).await?;
        }
    }
    app.store.close().await;
    Ok(())
}

async fn of_city(
    app: &App,
    (city, programme): (Tenant, Tenant),
    slug: &str,
    (circle, steps): (Option<Circle>, &[(State, &str)]),
) -> Result<(), Problem> {
    let invented = ankunft_musterstadt::programme(super::SEED).cities;
    let own = invented.iter().find(|it| it.slug == slug);
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    if !register::candidates(&mut change, city).await?.is_empty() {
        return Ok(());
    }
    let areas = own.map_or(&[][..], |it| it.quarters()).iter().rev();
    for (area, (state, note)) in areas.zip(steps) {
        let first = NewStep { state: State::Proposed, on_date: date(2026, 1, 20), note: "" };
        let place = ("quartier", area.id.as_str(), area.name.as_str());
        let number = register::propose(&mut change, city, place, first).await?;
        let step = NewStep { state: *state, on_date: SHOWN_ON, note };
        register::step(&mut change, city, number, step).await?;
    }
    decide(&mut change, city, steps).await?;
    change.commit().await?;
    match circle {
        Some(circle) => give(app, (city, programme), circle).await,
        None => Ok(()),
    }
}

async fn give(
    app: &App,
    (city, programme): (Tenant, Tenant),
    circle: Circle,
) -> Result<(), Problem> {
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let Own { quarters, today, .. } = Own::read(app, &mut change, city).await?;
    let shown = Shown {
        circle,
        purpose: "Gemeinsamer Blick auf die Auswahl".to_owned(),
        until: Some(today.saturating_add(Span::new().years(1))),
        approach: "Rundgang mit drei Ressorts, danach Gespräche im Quartier".to_owned(),
        quarters,
    };
    store::give(&mut change, (city, programme), 1, &shown).await?;
    change.commit().await?;
    Ok(())
}

/// The decision behind what was chosen, where something was.
async fn decide(change: &mut Change, city: Tenant, steps: &[(State, &str)]) -> Result<(), Problem> {
    let Some((_, reason)) = steps.iter().find(|it| it.0 == State::Chosen) else { return Ok(()) };
    let candidates = (1..).zip(steps).map(|(number, it)| (number, it.0 == State::Chosen, 0));
    let new = NewDecision {
        on_date: SHOWN_ON.to_string(),
        body: "Lenkungsgruppe Ankunft".to_owned(),
        reason: (*reason).to_owned(),
        tally: serde_json::to_string(&Tally::default()).map_err(Problem::internal)?,
        candidates: candidates.collect(),
        ..NewDecision::default()
    };
    decisions::decide(change, city, &new).await?;
    Ok(())
}
