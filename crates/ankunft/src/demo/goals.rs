//! What Musterstadt wants to reach: a concept that its council adopted, and the measures that serve it.

use ankunft_governance::goals::model::{Adoption, Kind, Wording};
use ankunft_governance::goals::store;
use ankunft_governance::measures::store as measures;
use ankunft_platform::changes::Author;
use ankunft_platform::register::posts;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::date;

use super::{AUTHOR, goal_values, link};
use crate::console::Problem;

/// An invented goal with the measures that serve it, by their titles.
struct Invented {
    kind: Kind,
    title: &'static str,
    body: &'static str,
    owner: &'static str,
    horizon: Option<i64>,
    served_by: &'static [&'static str],
}

const fn plain(kind: Kind, title: &'static str, body: &'static str) -> Invented {
    Invented { kind, title, body, owner: "", horizon: None, served_by: &[] }
}

/// Each stands below the last wider one before it.
const CONCEPT: &[Invented] = &[
    plain(
        Kind::Guiding,
        "Wer hierher kommt, kommt an",
        "Musterstadt ist eine Stadt, in der neue und alte Nachbarn einander kennen und dieselben Wege offenstehen.",
    ),
    plain(Kind::Field, "Ankommen und Beratung", ""),
    Invented {
        kind: Kind::Goal,
        title: "Beratung ist zu Fuß erreichbar",
        body: "In jedem Ankunftsquartier gibt es eine Stelle, die zuhört und weiterverweist.",
        owner: "Koordination Ankunftsquartiere",
        horizon: Some(2035),
        served_by: &["Stadtteilbüro mit Sprechstunde in sechs Sprachen"],
    },
    Invented {
        kind: Kind::Recommendation,
        title: "Lotsinnen und Lotsen einsetzen",
        body: "",
        owner: "Integrationsbeauftragte",
        horizon: Some(2030),
        served_by: &["Lotsinnen für den Weg zu Kita und Sprachkurs"],
    },
    plain(Kind::Recommendation, "Auskünfte der Ämter in einfacher Sprache geben", ""),
    plain(Kind::Field, "Bildung", ""),
    Invented {
        kind: Kind::Goal,
        title: "Schulen sind am Nachmittag Orte des Quartiers",
        body: "",
        owner: "Schulentwicklung",
        horizon: Some(2032),
        served_by: &["Zwei Gruppenräume in der Grundschule am Nachmittag öffnen"],
    },
    plain(Kind::Field, "Wohnen", ""),
    Invented {
        kind: Kind::Goal,
        title: "Niemand wohnt in Häusern mit Mängeln",
        body: "",
        owner: "Wohnungsaufsicht",
        horizon: Some(2035),
        served_by: &["Wohnungsaufsicht und Beratung gehen gemeinsam ins Haus"],
    },
    plain(Kind::Goal, "Wer umziehen will, findet eine Wohnung in der Stadt", ""),
    plain(Kind::Field, "Begegnung und Beteiligung", ""),
    plain(Kind::Goal, "Neue und alte Nachbarn entscheiden gemeinsam über ihr Quartier", ""),
];

/// Writes the concept down, unless there is one.
pub(super) async fn write(app: &App, city: Tenant) -> Result<(), Problem> {
    if store::editions(&mut *app.store.read().await?, city).await?.is_empty() {
        adopt(app, city).await?;
        serve(app, city).await?;
    }
    Ok(())
}

async fn adopt(app: &App, tenant: Tenant) -> Result<(), Problem> {
    let desks = posts::posts(&mut *app.store.read().await?, tenant).await?;
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let edition = store::begin(&mut change, tenant, "Integrationskonzept 2025").await?;
    let mut above: Vec<(Kind, i64)> = Vec::new();
    let mut numbers: Vec<(&str, i64)> = Vec::new();
    for (rank, it) in (1..).zip(CONCEPT) {
        above.retain(|(kind, _)| *kind < it.kind);
        let owner = desks.iter().find(|desk| desk.title == it.owner).map(|it| it.id);
        let wording = Wording {
            kind: it.kind,
            parent: above.last().map(|it| it.1),
            rank,
            title: it.title.to_owned(),
            body: it.body.to_owned(),
            sign: String::new(),
            owner,
            horizon: it.horizon,
        };
        let number = store::add(&mut change, tenant, (edition, &wording)).await?;
        above.push((it.kind, number));
        numbers.push((it.title, number));
    }
    goal_values::measure(&mut change, tenant, (edition, &numbers)).await?;
    let adoption =
        Adoption { on: date(2025, 2, 13), body: "Stadtrat".to_owned(), paper: String::new() };
    store::adopt(&mut change, tenant, (edition, &adoption)).await?;
    change.commit().await?;
    Ok(())
}

/// The measures cite the goals that they serve.
async fn serve(app: &App, tenant: Tenant) -> Result<(), Problem> {
    let all = measures::measures(&mut *app.store.read().await?, tenant).await?;
    for (number, it) in (1..).zip(CONCEPT) {
        for title in it.served_by {
            let measure = all.iter().find(|measure| measure.plan.title == *title);
            let measure =
                measure.ok_or_else(|| Problem::internal(format!("no measure {title}")))?;
            link(app, tenant, (measures::KIND, measure.number), (store::KIND, number)).await?;
        }
    }
    Ok(())
}
