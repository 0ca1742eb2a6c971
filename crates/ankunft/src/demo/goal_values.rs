//! By what Musterstadt's goals are measured: one that somebody counts and that goes well, one that is
//! behind, one that nobody has counted yet, and one that the measures add up to.

use ankunft_governance::effects::model::{Hundredths, Kind, Value};
use ankunft_governance::effects::store as effects;
use ankunft_governance::goals::indicators::actuals::{self, Counted};
use ankunft_governance::goals::indicators::model::{Indicator, Origin};
use ankunft_governance::goals::indicators::store;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::Tenant;
use jiff::civil::{Date, date};

use crate::console::Problem;

/// An indicator by the title of its goal, with what was counted.
struct Invented {
    goal: &'static str,
    name: &'static str,
    unit: &'static str,
    source: &'static str,
    baseline: Option<Hundredths>,
    targets: &'static [(i64, Hundredths)],
    counted: &'static [(Date, Value)],
}

const ALL: [Invented; 3] = [
    Invented {
        goal: "Beratung ist zu Fuß erreichbar",
        name: "Menschen, die in 15 Minuten zu Fuß bei einer Beratung sind",
        unit: "",
        source: "Wegenetz der Stadt, Geoinformation",
        baseline: Some(4_100),
        targets: &[(2028, 6_000), (2035, 9_000)],
        counted: &[
            (date(2025, 12, 31), Value::Share(4_682_000, 9_910_000)),
            (date(2026, 9, 30), Value::Share(5_248_000, 9_934_000)),
        ],
    },
    Invented {
        goal: "Schulen sind am Nachmittag Orte des Quartiers",
        name: "Schulen mit offenem Nachmittag",
        unit: "Schulen",
        source: "Schulentwicklung",
        baseline: Some(100),
        targets: &[(2028, 400), (2032, 900)],
        counted: &[(date(2025, 7, 31), Value::Count(100)), (date(2026, 7, 31), Value::Count(200))],
    },
    Invented {
        goal: "Niemand wohnt in Häusern mit Mängeln",
        name: "Häuser mit festgestellten Mängeln",
        unit: "Häuser",
        source: "Wohnungsaufsicht",
        baseline: None,
        targets: &[(2030, 1_500), (2035, 0)],
        counted: &[],
    },
];

/// Writes the indicators of the goals of an edition, by their titles and numbers.
pub(super) async fn measure(
    change: &mut Change,
    tenant: Tenant,
    (edition, goals): (i64, &[(&str, i64)]),
) -> Result<(), Problem> {
    let number = |title: &str| {
        let found = goals.iter().find(|it| it.0 == title).map(|it| it.1);
        found.ok_or_else(|| Problem::internal(format!("no goal {title}")))
    };
    for it in ALL {
        let goal = number(it.goal)?;
        let kind = match it.counted.first() {
            Some((_, Value::Share(..))) => Kind::Share,
            _ => Kind::Count,
        };
        let says = Indicator {
            name: it.name.to_owned(),
            unit: it.unit.to_owned(),
            kind,
            origin: Origin::Kept,
            source: it.source.to_owned(),
            categories: Vec::new(),
            baseline: it.baseline.map(|it| (it, date(2024, 12, 31))),
            targets: it.targets.to_vec(),
        };
        let indicator = store::add(change, tenant, (edition, goal), &says).await?;
        for (on, value) in it.counted {
            let source = it.source.to_owned();
            let counted = Counted { value: *value, parts: Vec::new(), source };
            actuals::write(change, tenant, (goal, indicator, *on, 1), &counted).await?;
        }
    }
    add_up(change, tenant, (edition, number("Beratung ist zu Fuß erreichbar")?)).await
}

/// What is counted in the Stadtteilbüro, as far as it is a count.
async fn add_up(change: &mut Change, tenant: Tenant, of: (i64, i64)) -> Result<(), Problem> {
    let all = effects::indicators(change, tenant).await?;
    let is_one = |unit: &str| unit == "Beratungen";
    let terms: Vec<(i64, i64)> =
        all.iter().filter(|it| is_one(&it.says.unit)).map(|it| (it.measure, it.number)).collect();
    if terms.is_empty() {
        return Ok(());
    }
    let says = Indicator {
        name: "Beratungen in den Ankunftsquartieren".to_owned(),
        unit: "Beratungen".to_owned(),
        kind: Kind::Count,
        origin: Origin::Sum(terms),
        source: String::new(),
        categories: Vec::new(),
        baseline: Some((0, date(2025, 9, 30))),
        targets: vec![(2026, 40_000), (2028, 180_000)],
    };
    store::add(change, tenant, of, &says).await?;
    Ok(())
}
