//! What Musterstadt's measures are to bring about, what was reached, who helps and who pays.

use ankunft_governance::around::model::{Content, Degree, Partner, Risk, Role};
use ankunft_governance::around::money::{Budget, CostKind, Part, Position, Quota, Source, parts};
use ankunft_governance::around::store as around;
use ankunft_governance::effects::actuals::{self, HandedIn};
use ankunft_governance::effects::findings::check;
use ankunft_governance::effects::model::{Indicator, Kind, Reporter, Rule, Step, Value};
use ankunft_governance::effects::period::Period;
use ankunft_governance::effects::{follow, store};
use ankunft_governance::measures::store as measures;
use ankunft_governance::reporting::model::Contact;
use ankunft_governance::reporting::{obstacles, opening};
use ankunft_platform::changes::Author;
use ankunft_platform::register::organisations;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::date;

use super::AUTHOR;
use crate::console::Problem;

/// The measure that has it: the Stadtteilbüro.
const MEASURE: &str = "Stadtteilbüro mit Sprechstunde in sechs Sprachen";

/// Writes it down, unless there are indicators.
pub(super) async fn plan(app: &App, city: Tenant) -> Result<(), Problem> {
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let all = measures::measures(&mut change, city).await?;
    let there = store::indicators(&mut change, city).await?;
    let Some(it) = all.iter().find(|it| it.plan.title == MEASURE && there.is_empty()) else {
        return Ok(());
    };
    let caritas = organisations::named(&mut change, city, "Caritas-Zentrum Fuchsrain").await?;
    for content in sheets(caritas)? {
        around::write(&mut change, city, (it.number, 1), (None, &content)).await?;
    }
    let counted = count(app, &mut change, (city, it.number), caritas).await?;
    let asked =
        Contact { name: "Lena Brand".to_owned(), email: "lena.brand@caritas.example".to_owned() };
    let asked = [(Reporter::Organisation(caritas), asked, counted.to_vec())];
    let autumn = Period::parse("2026q4").ok_or_else(|| Problem::internal("a period"))?;
    let round = (it.number, autumn, date(2027, 1, 15));
    opening::ask(&mut change, city, round, &asked).await?;
    let hinders = "Für Tigrinya und Dari finden wir niemanden, der dolmetscht.";
    obstacles::raise(&mut change, city, (it.number, None), hinders).await?;
    change.commit().await?;
    Ok(())
}

/// What the office costs, by kind and year.
fn costs() -> Vec<Position> {
    let position = |(kind, year, cents)| Position { kind, year: Some(year), cents };
    [
        (CostKind::Staff, 2026, 2_400_000),
        (CostKind::Staff, 2027, 3_150_000),
        (CostKind::Material, 2026, 620_000),
        (CostKind::Material, 2027, 580_000),
        (CostKind::Contracts, 2026, 700_000),
        (CostKind::Contracts, 2027, 900_000),
        (CostKind::Investment, 2026, 300_000),
    ]
    .map(position)
    .to_vec()
}

fn sheets(caritas: i64) -> Result<[Content; 3], Problem> {
    let third = Quota::new(1000);
    let funders = [("Land", "Sozialer Zusammenhalt"), ("Bund", "Sozialer Zusammenhalt")];
    let of = [Part::Quota(third.ok_or_else(|| Problem::internal("a third"))?); 2];
    let cents = 8_650_000;
    let shares = parts(cents, &of).map_err(|it| Problem::internal(format!("{it:?}")))?;
    let source = |((name, programme), cents): (&(&str, &str), i64)| Source {
        name: (*name).to_owned(),
        programme: (*programme).to_owned(),
        quota: third,
        cents,
        years: vec![(2026, cents / 2), (2027, cents - cents / 2)],
    };
    let sources = funders.iter().zip(shares).map(source).collect();
    let partner = Partner {
        organisation: caritas,
        role: Role::Contributes,
        contact: "Lena Brand".to_owned(),
        email: "lena.brand@caritas.example".to_owned(),
    };
    let risk = Risk {
        text: "Für Tigrinya findet sich niemand, der dolmetscht".to_owned(),
        likelihood: Degree::Middle,
        consequence: Degree::High,
        response: "Dolmetschen am Telefon, bis jemand gefunden ist".to_owned(),
    };
    Ok([
        Content::Money(Budget { cents, sources, costs: costs() }),
        Content::Partners(vec![partner]),
        Content::Risks(vec![risk]),
    ])
}

fn indicator(step: i64, name: &str) -> Result<Indicator, Problem> {
    Ok(Indicator {
        step: Step::new(step).ok_or_else(|| Problem::internal("a step"))?,
        name: name.to_owned(),
        unit: String::new(),
        kind: Kind::Count,
        rule: Rule::Sum,
        source: String::new(),
        categories: Vec::new(),
        baseline: None,
        targets: Vec::new(),
        figure: None,
        reporter: None,
        ended: false,
    })
}

async fn count(
    app: &App,
    change: &mut Change,
    (city, measure): (Tenant, i64),
    caritas: i64,
) -> Result<[i64; 2], Problem> {
    let reporter = Some(Reporter::Organisation(caritas));
    let visits = Indicator {
        unit: "Beratungen".to_owned(),
        source: "Strichliste am Tresen".to_owned(),
        categories: vec!["Frauen".to_owned(), "Männer".to_owned()],
        baseline: Some((0, date(2025, 9, 30))),
        targets: vec![(date(2026, 6, 30), 30_000), (date(2027, 12, 31), 110_000)],
        reporter,
        ..indicator(2, "Beratungen im Stadtteilbüro")?
    };
    let found = Indicator {
        kind: Kind::Share,
        rule: Rule::Last,
        source: "Rückruf nach drei Monaten".to_owned(),
        baseline: Some((3_500, date(2025, 9, 30))),
        targets: vec![(date(2026, 6, 30), 5_000), (date(2027, 12, 31), 7_000)],
        reporter,
        ..indicator(5, "Wer beraten wurde, findet den nächsten Weg allein")?
    };
    let quarter = Indicator {
        rule: Rule::Last,
        figure: Some("quartier:share_foreigners".to_owned()),
        ..indicator(7, "Menschen ohne deutschen Pass im Quartier")?
    };
    let visits_at = store::add(change, city, measure, &visits).await?;
    let found_at = store::add(change, city, measure, &found).await?;
    store::add(change, city, measure, &quarter).await?;
    let counted = [
        ("2025q4", 6_200, (1_100, 3_000)),
        ("2026q1", 11_800, (1_900, 4_400)),
        ("2026q2", 13_100, (3_000, 5_700)),
        ("2026q3", 14_000, (3_300, 5_500)),
    ];
    let mut before = None;
    for (at, (period, visited, (well, asked))) in counted.into_iter().enumerate() {
        let period = Period::parse(period).ok_or_else(|| Problem::internal("a period"))?;
        let values = [
            (visits_at, &visits, Value::Count(visited), before),
            (found_at, &found, Value::Share(well, asked), None),
        ];
        for (number, says, value, before) in values {
            let it =
                HandedIn { value, parts: &[], note: "", findings: &check(says, value, before) };
            let key = (measure, number, period, 1);
            actuals::hand_in(change, city, key, &it).await?;
            // The last quarter waits for its Abnahme.
            if at + 1 == counted.len() {
                continue;
            }
            actuals::decide(change, city, key, None).await?;
            if !says.step.is_output() {
                let measure = follow::measure_as_seen(app, city, measure).await?;
                follow::follow(change, city, (key.0, number, period), measure.as_ref()).await?;
            }
        }
        before = Some(Value::Count(visited));
    }
    Ok([visits_at, found_at])
}
