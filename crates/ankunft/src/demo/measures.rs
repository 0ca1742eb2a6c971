//! What Musterstadt has agreed to do, with the figures that it rests on.

use ankunft_disclosure::Audience;
use ankunft_governance::known::Place;
use ankunft_governance::measures::model::{Plan, State};
use ankunft_governance::measures::store;
use ankunft_platform::changes::Author;
use ankunft_platform::citations::{self, NewCitation};
use ankunft_platform::register::{areas, posts};
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::{Date, date};

use super::AUTHOR;
use crate::console::Problem;

/// The level of its quarters.
const LEVEL: &str = "quartier";

/// An invented measure.
struct Invented {
    title: &'static str,
    /// Empty: the whole city.
    quarter: &'static str,
    lead: &'static str,
    with: &'static [&'static str],
    due: Date,
    sign: &'static str,
    state: State,
    /// Figures that it rests on, as `measure:period`.
    rests_on: &'static [&'static str],
    /// Whether its effect is measured against the first of them.
    is_measured: bool,
}

const INVENTED: &[Invented] = &[
    Invented {
        title: "Stadtteilbüro mit Sprechstunde in sechs Sprachen",
        quarter: "Fuchsrain",
        lead: "Koordination Ankunftsquartiere",
        with: &["Sozialplanung", "Jugendhilfeplanung"],
        due: date(2027, 12, 31),
        sign: "Vierzig Beratungen im Monat, und die Hälfte kommt durch Nachbarn",
        state: State::Running,
        rests_on: &["share_foreigners:2021-12-31", "population:2021-12-31"],
        is_measured: true,
    },
    Invented {
        title: "Zwei Gruppenräume in der Grundschule am Nachmittag öffnen",
        quarter: "Lerchenfeld",
        lead: "Schulentwicklung",
        with: &["Koordination Ankunftsquartiere"],
        due: date(2027, 7, 31),
        sign: "Beide Räume sind an vier Nachmittagen belegt",
        state: State::Running,
        rests_on: &["share_foreigners:2022-12-31"],
        is_measured: true,
    },
    Invented {
        title: "Wohnungsaufsicht und Beratung gehen gemeinsam ins Haus",
        quarter: "Bahnhofsviertel",
        lead: "Wohnungsaufsicht",
        with: &["Unterbringung und Wohnhilfen"],
        due: date(2026, 9, 30),
        sign: "Mängel sind nach vier Wochen behoben, ohne dass jemand auszieht",
        state: State::Running,
        rests_on: &["population:2023-12-31"],
        is_measured: false,
    },
    Invented {
        title: "Nordmarkt abends beleben",
        quarter: "Nordstadt",
        lead: "Soziale Stadterneuerung",
        with: &["Jugendhilfeplanung"],
        due: date(2027, 5, 31),
        sign: "Alte und neue Nachbarn richten den Abend gemeinsam aus",
        state: State::Planned,
        rests_on: &[],
        is_measured: false,
    },
    Invented {
        title: "Lotsinnen für den Weg zu Kita und Sprachkurs",
        quarter: "",
        lead: "Integrationsbeauftragte",
        with: &["Jugendhilfeplanung", "Schulentwicklung", "Sozialplanung"],
        due: date(2028, 3, 31),
        sign: "Wer neu ist, hat nach drei Monaten einen Platz oder weiß, wann",
        state: State::Planned,
        rests_on: &["population:2024-12-31"],
        is_measured: false,
    },
    Invented {
        title: "Ankommensmappe in zwölf Sprachen",
        quarter: "",
        lead: "Integrationsbeauftragte",
        with: &[],
        due: date(2025, 6, 30),
        sign: "Die Mappe liegt an allen Schaltern, und Rückfragen werden weniger",
        state: State::Done,
        rests_on: &["population:2020-12-31"],
        is_measured: true,
    },
];

/// Writes the measures down, unless some are there.
pub(super) async fn plan(app: &App, city: Tenant) -> Result<(), Problem> {
    if store::measures(&mut *app.store.read().await?, city).await?.is_empty() {
        for it in INVENTED {
            agree(app, city, it).await?;
        }
    }
    Ok(())
}

async fn agree(app: &App, tenant: Tenant, it: &Invented) -> Result<(), Problem> {
    let (plan, area) = {
        let mut read = app.store.read().await?;
        let all = posts::posts(&mut read, tenant).await?;
        let post = |title: &str| {
            let found = all.iter().find(|it| it.title == title).map(|it| it.id);
            found.ok_or_else(|| Problem::internal(format!("no Stelle {title}")))
        };
        let place = place(&mut read, tenant, it.quarter).await?;
        let mut contributing = it.with.iter().map(|it| post(it)).collect::<Result<Vec<_>, _>>()?;
        contributing.sort_unstable();
        let area = place.as_ref().map(|it| it.area.clone());
        let plan = Plan {
            title: it.title.to_owned(),
            place,
            lead: post(it.lead)?,
            due: it.due,
            sign: it.sign.to_owned(),
            state: it.state,
            description: String::new(),
            target_group: String::new(),
            starts_on: None,
            review_on: None,
            regular_service: String::new(),
            contributing,
            informed: Vec::new(),
        };
        (plan, area)
    };
    let ids: Vec<String> = it.rests_on.iter().map(|it| figure(it, area.as_deref())).collect();
    let named: Vec<&str> = ids.iter().map(String::as_str).collect();
    let figures = app.parts.citable("figure").ok_or_else(|| Problem::internal("no figures"))?;
    let seen = figures.look_up(app, tenant, &named, Audience::Administration).await?;
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let number = store::add(&mut change, tenant, &plan).await?;
    for (at, (id, thing)) in named.iter().zip(seen).enumerate() {
        let thing = thing.ok_or_else(|| Problem::internal(format!("no figure {id}")))?;
        let new = NewCitation {
            cited: ("figure", id),
            snapshot: &thing.snapshot(),
            nutzung: thing.nutzung,
            releases: &thing.releases,
        };
        let citation = citations::cite(&mut change, tenant, new).await?.id;
        let place = (store::KIND, number.to_string());
        citations::place(&mut change, tenant, citation, (place.0, &place.1)).await?;
        if it.is_measured && at == 0 {
            store::measure_against(&mut change, tenant, (number, citation), true).await?;
        }
    }
    change.commit().await?;
    Ok(())
}

fn figure(named: &str, area: Option<&str>) -> String {
    area.map_or_else(|| format!("{LEVEL}:{named}"), |area| format!("{LEVEL}:{named}:{area}"))
}

/// The quarter of a name, as it is today.
pub(super) async fn place(
    connection: &mut ankunft_platform::store::Read,
    tenant: Tenant,
    name: &str,
) -> Result<Option<Place>, Problem> {
    if name.is_empty() {
        return Ok(None);
    }
    let level = areas::geography(connection, tenant, LEVEL).await?;
    let level = level.ok_or_else(|| Problem::internal("no quarters"))?.id;
    let versions = areas::versions(connection, tenant).await?;
    let newest = versions.iter().rfind(|it| it.geography == level);
    let newest = newest.ok_or_else(|| Problem::internal("no quarters"))?.id;
    let units = areas::areas(connection, tenant, newest).await?;
    let unit = units.into_iter().find(|it| it.name == name);
    let unit = unit.ok_or_else(|| Problem::internal(format!("no quarter {name}")))?;
    Ok(Some(Place { geography: LEVEL.to_owned(), area: unit.code, name: unit.name }))
}
