//! Measures with their Stellen, indicators, money, partners and risks.

use ankunft_platform::store::{Change, StoreError};

use super::rows::{Cell, insert, last, row};
use super::{Ground, Made, Size, moment, pick};

const WHAT: [&str; 8] = [
    "Stadtteilbüro mit Sprechstunde",
    "Lotsinnen für den Weg zur Kita",
    "Gruppenräume am Nachmittag öffnen",
    "Wohnungsaufsicht geht mit ins Haus",
    "Sprachkurs im Wohnzimmer",
    "Markt am Abend",
    "Patenschaften für die Ausbildung",
    "Ankommensmappe",
];

pub(super) async fn write(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = last(change, ground.tenant, ("measure", "number")).await? + 1;
    made.measure = first + size.measures - 1;
    made.indicator = 2;
    (made.level, made.area, _) = ground.place(made.measure).clone();
    let all = Measures { first, last: made.measure, size };
    plans(change, ground, &all).await?;
    indicators(change, ground, &all).await?;
    sheets(change, ground, &all).await?;
    costs(change, ground, &all).await?;
    spending(change, ground, &all).await
}

/// The measures that are written now.
pub(super) struct Measures<'a> {
    pub first: i64,
    pub last: i64,
    pub size: &'a Size,
}

impl Measures<'_> {
    pub(super) fn numbers(&self) -> impl Iterator<Item = i64> + use<> {
        self.first..=self.last
    }

    /// How many indicators a measure has.
    pub(super) const fn indicators(&self, measure: i64) -> i64 {
        if measure == self.last { self.size.most_indicators } else { self.size.indicators }
    }

    /// How often it was saved, and how many rows its sheets have.
    const fn depth(&self, measure: i64) -> i64 {
        if measure == self.last { self.size.depth * 2 } else { self.size.depth }
    }
}

async fn plans(change: &mut Change, ground: &Ground, all: &Measures<'_>) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let rows = all.numbers().map(|it| row![tenant, it]).collect();
    insert(change, ("measure", "tenant, number"), rows).await?;
    let (mut versions, mut parties) = (Vec::new(), Vec::new());
    for number in all.numbers() {
        let (geography, area, name) = ground.place(number);
        // An eighth is late, a quarter is done.
        let due = ground.day((number * 11) % 1400 - 100);
        let state = *pick(&["running", "running", "planned", "done"], number);
        let review = (number % 6 == 0).then(|| ground.day(number % 40 - 10));
        for version in 1..=all.depth(number) {
            versions.push(row![
                tenant,
                number,
                version,
                format!("{} {number}", pick(&WHAT, number)),
                geography,
                area,
                name,
                ground.post(number),
                due,
                "Vierzig Beratungen im Monat, und die Hälfte kommt durch Nachbarn",
                state,
                "Montags und donnerstags, ohne Termin, in sechs Sprachen.",
                "Familien, die seit weniger als einem Jahr hier wohnen",
                ground.day(-1500),
                review,
                "Das Sozialamt kann es ab dem dritten Jahr selbst",
                None::<i64>,
                ground.post(number),
                moment(ground.day(-1000)) + version,
            ]);
            let posts = ground.some_posts(number, all.depth(number) + 2);
            for (at, post) in posts.into_iter().enumerate().filter(|it| it.1 != ground.post(number))
            {
                let role = if at % 3 == 2 { "informed" } else { "contributes" };
                parties.push(row![tenant, number, version, role, post]);
            }
        }
    }
    let columns = "tenant, measure, version, title, geography, area, place_name, lead_post, due, \
         sign, state, description, target_group, starts_on, review_on, regular_service, account, \
         post, at";
    insert(change, ("measure_version", columns), versions).await?;
    insert(change, ("measure_party", "tenant, measure, version, role, post"), parties).await
}

async fn indicators(
    change: &mut Change,
    ground: &Ground,
    all: &Measures<'_>,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let (mut numbers, mut versions, mut targets) = (Vec::new(), Vec::new(), Vec::new());
    for measure in all.numbers() {
        for number in 1..=all.indicators(measure) {
            numbers.push(row![tenant, measure, number]);
            for version in 1..=2_i64 {
                versions.push(indicator(ground, (measure, number, version)));
                for year in 1..=all.size.depth {
                    let day = ground.day(365 * year - 700);
                    targets.push(row![tenant, measure, number, version, day, 5000 + 500 * year]);
                }
            }
        }
    }
    insert(change, ("measure_indicator", "tenant, measure, number"), numbers).await?;
    let columns = "tenant, measure, indicator, version, step, name, unit, kind, rule, source, \
         categories, baseline, baseline_on, figure, reporter_post, reporter_organisation, ended, \
         account, post, at";
    insert(change, ("measure_indicator_version", columns), versions).await?;
    let columns = "tenant, measure, indicator, version, day, value";
    insert(change, ("measure_target", columns), targets).await
}

/// The first of a measure counts what is done, the second what comes of it, the third is a share,
/// and so on; a Stelle and an organisation report in turn.
fn indicator(ground: &Ground, (measure, number, version): (i64, i64, i64)) -> Vec<Cell> {
    let (kind, unit, rule) = match number % 3 {
        0 => ("share", "Prozent", "last"),
        _ => ("count", "Beratungen", "sum"),
    };
    let step = if number == 1 { 2 } else { (number + 2) % 4 + 3 };
    let post = (number % 2 == 1).then(|| ground.post(measure));
    let organisation = (number % 2 == 0).then(|| ground.organisation(measure));
    row![
        ground.tenant.id(),
        measure,
        number,
        version,
        step,
        format!("Was gezählt wird, Nummer {number}"),
        unit,
        kind,
        rule,
        "Liste am Empfang",
        "Frauen\nMänner",
        4000,
        ground.day(-1900),
        None::<String>,
        post,
        organisation,
        false,
        None::<i64>,
        ground.post(measure),
        moment(ground.day(-1800)) + version,
    ]
}

async fn sheets(
    change: &mut Change,
    ground: &Ground,
    all: &Measures<'_>,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let (mut sheets, mut money, mut partners, mut risks) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for measure in all.numbers() {
        let rows = all.depth(measure);
        for version in 1..=all.size.depth {
            for (kind, budget) in
                [("money", Some(rows * 900_000)), ("partners", None), ("risks", None)]
            {
                let at = moment(ground.day(-400)) + version;
                let post = ground.post(measure);
                sheets.push(row![tenant, measure, kind, version, budget, None::<i64>, post, at]);
            }
            for position in 1..=rows {
                let key = row![tenant, measure, version, position];
                let own = |cells: Vec<Cell>| [key.clone(), cells].concat();
                money.push(own(row!["Land", "Sozialer Zusammenhalt", None::<i64>, 900_000]));
                let partner = ground.organisations[usize::try_from(measure + position)
                    .unwrap_or_default()
                    % ground.organisations.len()];
                let role = if position % 2 == 0 { "informed" } else { "contributes" };
                partners.push(own(row![partner, role, "Büro", "buero@traeger.example"]));
                risks.push(own(row!["Der Raum wird gekündigt", "middle", "high", "Zweiter Ort"]));
            }
        }
    }
    let columns = "tenant, measure, kind, version, budget, account, post, at";
    insert(change, ("measure_sheet", columns), sheets).await?;
    let columns = "tenant, measure, version, position, name, programme, quota, cents";
    insert(change, ("measure_funding", columns), money).await?;
    let columns = "tenant, measure, version, position, organisation, role, contact, email";
    insert(change, ("measure_partner", columns), partners).await?;
    let columns = "tenant, measure, version, position, risk, likelihood, consequence, response";
    insert(change, ("measure_risk", columns), risks).await
}

/// What the plans say of kinds of cost and of years.
async fn costs(change: &mut Change, ground: &Ground, all: &Measures<'_>) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let kinds = ["staff", "material", "contracts", "investment", "other"];
    let (mut costs, mut years) = (Vec::new(), Vec::new());
    for measure in all.numbers() {
        for version in 1..=all.size.depth {
            for position in 1..=all.depth(measure) {
                let (kind, year) = (*pick(&kinds, position), 2026 + position % 3);
                costs.push(row![tenant, measure, version, position, kind, year, 900_000]);
                years.push(row![tenant, measure, version, position, year, 450_000]);
            }
        }
    }
    let columns = "tenant, measure, version, position, kind, year, cents";
    insert(change, ("measure_cost", columns), costs).await?;
    let columns = "tenant, measure, version, position, year, cents";
    insert(change, ("measure_funding_year", columns), years).await
}

/// What was spent: some lines of each measure, every fourth of them corrected.
async fn spending(
    change: &mut Change,
    ground: &Ground,
    all: &Measures<'_>,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let mut lines = Vec::new();
    for measure in all.numbers() {
        for number in 1..=4 * all.depth(measure) {
            let corrects = (number % 4 == 0).then_some(number - 1);
            let (kind, post) = (*pick(&["staff", "material"], number), ground.post(measure));
            let (day, key) = (ground.day(-7 * number), format!("zeile-{number}"));
            let mut line = row![tenant, measure, number, day, 12_345 * number, kind, "source"];
            line.extend(row!["Land", "Sozialer Zusammenhalt", "Honorar", corrects, "", key]);
            line.extend(row![None::<i64>, post, moment(day)]);
            lines.push(line);
        }
    }
    let columns = "tenant, measure, number, on_day, cents, kind, payer, source, programme, note, \
                   corrects, reason, form_key, account, post, at";
    insert(change, ("measure_spending", columns), lines).await
}
