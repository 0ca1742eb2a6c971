//! What the cities of the programme write together: profiles, cards, questions, meetings,
//! Kernindikatoren.

use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;

use super::rows::{insert, last, row};
use super::{Ground, Made, Size, moment, pick};

/// So many Kernindikatoren have all cities together.
const CORE: i64 = 20;

pub(super) async fn write(
    change: &mut Change,
    (programme, ground): (Tenant, &Ground),
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    profile(change, ground, size).await?;
    selection(change, (programme, ground), size).await?;
    cards(change, ground, size, made).await?;
    words(change, (programme, ground), size, made).await?;
    appointments(change, (programme, ground), size, made).await?;
    core(change, (programme, ground), size, made).await
}

async fn profile(change: &mut Change, ground: &Ground, size: &Size) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let known = last(change, ground.tenant, ("programme_profile_version", "version")).await?;
    let row = |version: i64| {
        row![
            tenant,
            known + version,
            "querschnitt",
            "Amt für Stadtentwicklung",
            "ankunft@stadt.example",
            "Nordstadt, Bahnhofsviertel",
            "signed",
            "Zwei Quartiere, ein Büro, eine Runde",
            None::<i64>,
            ground.post(1),
            moment(ground.day(-300)) + version,
        ]
    };
    let columns = "tenant, version, organisation, lead_unit, contacts, quarters, intent, doing, \
         account, post, at";
    insert(change, ("programme_profile_version", columns), (1..=size.depth).map(row).collect())
        .await
}

/// What the city shows of its candidates, as often as it has shown them.
async fn selection(
    change: &mut Change,
    (programme, ground): (Tenant, &Ground),
    size: &Size,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let known = last(change, ground.tenant, ("selection_giving", "number")).await?;
    let (mut givings, mut quarters) = (Vec::new(), Vec::new());
    for number in known + 1..=known + size.depth {
        givings.push(row![
            tenant,
            number,
            programme.id(),
            true,
            true,
            "Gemeinsamer Blick auf die Auswahl",
            "Rundgang mit drei Ressorts",
            "2099-12-31",
            vec![0_u8; 32],
            None::<i64>,
            ground.post(1),
            moment(ground.day(-200)) + number,
        ]);
        quarters.extend((1..=size.shared).map(|candidate| {
            row![
                tenant,
                number,
                candidate,
                format!("Viertel {candidate}"),
                "arrival",
                "proposed",
                "2026-01-20",
                "Hier kommen viele an",
                "",
                "",
                "2025-12-31",
            ]
        }));
    }
    let columns = "tenant, number, programme, to_cities, to_research, purpose, approach, \
         until, hash, account, post, at";
    insert(change, ("selection_giving", columns), givings).await?;
    let columns = "tenant, number, candidate, name, kind, state, since, reason, body, \
         dimensions, period";
    insert(change, ("selection_quarter", columns), quarters).await
}

async fn cards(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let first = last(change, ground.tenant, ("effect_card_version", "number")).await? + 1;
    let mut rows = Vec::new();
    for number in first..first + size.shared {
        for version in 1..=size.depth {
            let measure = made.measure - number % size.measures;
            rows.push(row![
                tenant,
                number,
                version,
                measure.to_string(),
                format!("Lotsinnen helfen, Karte {number}"),
                "Wer neu ist, findet keinen Kitaplatz",
                "Zwei Lotsinnen gehen mit",
                "jung,neu",
                "Am Rand der Innenstadt",
                "Zwei halbe Stellen",
                *pick(&["gezaehlt", "beobachtet"], number),
                "Acht von zehn haben einen Platz",
                "Ohne Schlüssel kein Raum",
                "Früh anfangen",
                true,
                None::<i64>,
                ground.post(number),
                moment(ground.day(-200)) + version,
            ]);
        }
    }
    made.card = first + size.shared - 1;
    let columns = "tenant, number, version, measure, title, problem, done, marks, place, cost, \
         evidence, effect, failed, advice, published, account, post, at";
    insert(change, ("effect_card_version", columns), rows).await
}

async fn words(
    change: &mut Change,
    (programme, ground): (Tenant, &Ground),
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = last(change, programme, ("programme_word", "question")).await? + 1;
    let mut rows = Vec::new();
    for question in first..first + size.shared {
        for number in 0..=size.depth {
            rows.push(row![
                programme.id(),
                question,
                number,
                ground.tenant.id(),
                if number == 0 { "Wie findet ihr Räume?" } else { "" },
                "Bei uns hat die Kirche geholfen.",
                None::<i64>,
                ground.post(number),
                moment(ground.day(-100)) + number,
            ]);
        }
    }
    made.question = first + size.shared - 1;
    let columns = "tenant, question, number, city, title, words, account, post, at";
    insert(change, ("programme_word", columns), rows).await
}

async fn appointments(
    change: &mut Change,
    (programme, ground): (Tenant, &Ground),
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let first = last(change, programme, ("programme_meeting_version", "number")).await? + 1;
    let mut rows = Vec::new();
    for number in first..first + size.shared {
        for version in 1..=size.depth {
            let day = ground.day((number - first - size.shared / 2) * 20);
            rows.push(row![
                programme.id(),
                number,
                version,
                format!("Werkstatt {number}"),
                day,
                Some(day),
                "Rathaus",
                "Was wir voneinander lernen",
                false,
                None::<i64>,
                ground.post(1),
                moment(ground.day(-500)) + version,
            ]);
        }
    }
    made.appointment = first + size.shared - 1;
    let columns = "tenant, number, version, title, starts_on, ends_on, place, about, cancelled, \
         account, post, at";
    insert(change, ("programme_meeting_version", columns), rows).await
}

/// Kernindikatoren are the programme's and written once; each city says how its figures fit.
async fn core(
    change: &mut Change,
    (programme, ground): (Tenant, &Ground),
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let count = CORE.min(size.shared);
    let code = |it: i64| format!("kern-{it:02}");
    let sql = "select count(distinct code) from core_indicator_version where tenant = $1 \
               and code like 'kern-%'";
    let query = sqlx::query_as(sql).bind(programme.id());
    let (known,): (i64,) = query.fetch_one(&mut **change).await?;
    let (mut rows, mut mappings) = (Vec::new(), Vec::new());
    let at = moment(ground.day(-700));
    for number in 1..=count {
        for version in 1..=if number > known { size.depth } else { 0 } {
            rows.push(row![
                programme.id(),
                code(number),
                version,
                format!("Kernindikator {number}"),
                "Personen je 100 Einwohner",
                "Hauptwohnung",
                "31.12.",
                "percent",
                "",
                false,
                None::<i64>,
                ground.post(1),
                at + version,
            ]);
        }
    }
    let sql = "select coalesce(max(version), 0) from core_mapping_version where tenant = $1";
    let query = sqlx::query_as(sql).bind(ground.tenant.id());
    let (mapped,): (i64,) = query.fetch_one(&mut **change).await?;
    for number in 1..=count {
        for version in 1..=size.depth {
            mappings.push(row![
                ground.tenant.id(),
                programme.id(),
                code(number),
                mapped + version,
                1,
                "population",
                "Hauptwohnung",
                "31.12.",
                "",
                None::<i64>,
                ground.post(1),
                at + version,
            ]);
        }
    }
    made.core = code(1);
    let columns = "tenant, code, version, name, definition, population_concept, reference_day, \
         unit, deviations, retired, account, post, at";
    insert(change, ("core_indicator_version", columns), rows).await?;
    let columns = "tenant, programme, code, version, core_version, measure, population_concept, \
         reference_day, deviation, account, post, at";
    insert(change, ("core_mapping_version", columns), mappings).await
}
