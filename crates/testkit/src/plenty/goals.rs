//! Goals in two editions, and commitments with their promises.

use ankunft_platform::store::{Change, StoreError};

use super::rows::{insert, last, row};
use super::{Ground, Made, Size, moment, pick};

const KINDS: [&str; 4] = ["guiding", "field", "goal", "recommendation"];
const WORDS: [&str; 6] =
    ["Ankommen", "Wohnen", "Kita und Schule", "Nachbarschaft", "Arbeit", "Gesundheit"];

pub(super) async fn write(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    goals(change, ground, size, made).await?;
    commitments(change, ground, size, made).await?;
    promises(change, ground, size, made).await
}

/// Each goal lies under the one before it of the next higher kind.
fn parent(number: i64, first: i64) -> Option<i64> {
    match (number - first) % 4 {
        0 => None,
        _ => Some(number - 1),
    }
}

async fn goals(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let known = last(change, ground.tenant, ("goal_edition", "edition")).await?;
    let first = last(change, ground.tenant, ("goal", "number")).await? + 1;
    let at = moment(ground.day(-900));
    // Where there are editions, the newest two take what is written now.
    let editions = if known >= 2 { [known - 1, known] } else { [known + 1, known + 2] };
    if known < 2 {
        let edition =
            |it: i64| row![tenant, it, format!("Integrationskonzept {it}"), None::<i64>, at];
        let columns = "tenant, edition, name, account, at";
        insert(change, ("goal_edition", columns), editions.map(edition).to_vec()).await?;
        let day = ground.day(-800);
        let adoption = row![tenant, editions[0], day, "Rat", "", None::<i64>, None::<i64>, at];
        let columns = "tenant, edition, adopted_on, body, paper, account, post, at";
        insert(change, ("goal_adoption", columns), vec![adoption]).await?;
    }
    let numbers = first..first + size.goals;
    let rows = numbers.clone().map(|it| row![tenant, it]).collect();
    insert(change, ("goal", "tenant, number"), rows).await?;
    let mut rows = Vec::new();
    for edition in editions {
        for number in numbers.clone() {
            let kind = KINDS[usize::try_from((number - first) % 4).unwrap_or_default()];
            for version in 1..=size.depth {
                let title =
                    format!("{} {number} im Quartier leichter machen", pick(&WORDS, number));
                rows.push(row![
                    tenant, edition, number, version, kind, parent(number, first), number, title,
                    "Wer neu ist, findet nach drei Monaten seinen Weg, und wer schon da ist, hilft dabei.",
                    "Die Zahl der Anfragen ohne Antwort sinkt", ground.post(number), 2030, false,
                    None::<i64>, ground.post(number), at + version,
                ]);
            }
        }
    }
    let columns = "tenant, edition, goal, version, kind, parent, rank, title, body, sign, \
         owner_post, horizon, dropped, account, post, at";
    made.goal = first + size.goals - 1;
    insert(change, ("goal_version", columns), rows).await
}

/// Each goal is measured by what somebody counts twice a year, and by what is read or added up. Measures
/// are there before it.
pub(super) async fn measure(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &Made,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let numbers = made.goal - size.goals + 1..=made.goal;
    let all = numbers.clone().flat_map(|it| [row![tenant, it, 1], row![tenant, it, 2]]).collect();
    insert(change, ("goal_indicator", "tenant, goal, number"), all).await?;
    let mut values = Vec::new();
    for number in numbers.clone() {
        for half in 1..=size.halves {
            let day = ground.day(-180 * half);
            let (value, post) = (10_000 + half * 100, ground.post(number));
            values.push(row![
                tenant,
                number,
                1,
                day,
                1,
                value,
                None::<i64>,
                "Strichliste",
                None::<i64>,
                post,
                moment(day),
            ]);
        }
    }
    let columns = "tenant, goal, indicator, day, version, numerator, denominator, source, account, \
         post, at";
    insert(change, ("goal_actual", columns), values).await?;
    let newest = last(change, ground.tenant, ("goal_edition", "edition")).await?;
    for edition in [newest - 1, newest] {
        lay_down(change, ground, made, (edition, numbers.clone())).await?;
    }
    Ok(())
}

/// What an edition says of the indicators of its goals.
async fn lay_down(
    change: &mut Change,
    ground: &Ground,
    made: &Made,
    (edition, numbers): (i64, std::ops::RangeInclusive<i64>),
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let (mut versions, mut targets, mut terms) = (Vec::new(), Vec::new(), Vec::new());
    for number in numbers {
        let second = pick(&["figure", "sum", "kept", "sum"], number);
        for (indicator, origin) in [(1, "kept"), (2, second)] {
            let figure = (origin == "figure").then(|| "quartier:population".to_owned());
            versions.push(row![
                tenant,
                edition,
                number,
                indicator,
                1,
                format!("Menschen mit Weg {number}"),
                "Personen",
                "count",
                origin,
                "Strichliste",
                "",
                10_000,
                ground.day(-800),
                figure,
                None::<String>,
                false,
                None::<i64>,
                ground.post(number),
                moment(ground.day(-790)),
            ]);
            for year in [2028, 2035] {
                targets.push(row![tenant, edition, number, indicator, 1, year, year * 100]);
            }
            if origin == "sum" {
                terms.push(row![tenant, edition, number, indicator, 1, made.measure, 1]);
            }
        }
    }
    let key = "tenant, edition, goal, indicator, version";
    let columns = format!(
        "{key}, name, unit, kind, origin, source, categories, baseline, baseline_on, figure, area, \
         dropped, account, post, at",
    );
    insert(change, ("goal_indicator_version", &columns), versions).await?;
    insert(change, ("goal_target", &format!("{key}, year, value")), targets).await?;
    let columns = format!("{key}, measure, measure_indicator");
    insert(change, ("goal_indicator_term", &columns), terms).await
}

async fn commitments(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let first = last(change, ground.tenant, ("commitment", "number")).await? + 1;
    let numbers = first..first + size.commitments;
    let rows = numbers.clone().map(|it| row![tenant, it]).collect();
    insert(change, ("commitment", "tenant, number"), rows).await?;
    let mut rows = Vec::new();
    for number in numbers {
        for version in 1..=size.depth {
            let day = ground.day(-700 + number);
            rows.push(row![
                tenant,
                number,
                version,
                *pick(&["intent", "agreement", "pledge"], number),
                format!("Vereinbarung {number} über gute Ankunft"),
                "Stadt\nJobcenter\nWohlfahrtsverbände",
                "Oberbürgermeisterin",
                "Zusammenarbeit in den Ankunftsquartieren",
                "signed",
                day,
                day,
                ground.day(700 + number),
                None::<i64>,
                ground.post(number),
                moment(day) + version,
            ]);
        }
    }
    made.commitment = first + size.commitments - 1;
    let columns = "tenant, commitment, version, kind, title, parties, signer, scope, state, \
         signed_on, starts_on, ends_on, account, post, at";
    insert(change, ("commitment_version", columns), rows).await
}

async fn promises(
    change: &mut Change,
    ground: &Ground,
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let first = last(change, ground.tenant, ("promise", "number")).await? + 1;
    let of = |at: i64| made.commitment - at % size.commitments;
    let count = size.commitments * (size.depth + 2);
    let rows = (0..count).map(|at| row![tenant, first + at, of(at)]).collect();
    insert(change, ("promise", "tenant, number, commitment"), rows).await?;
    let mut rows = Vec::new();
    for number in first..first + count {
        for version in 1..=size.depth {
            let state = if number % 3 == 0 { "kept" } else { "open" };
            let because =
                if state == "kept" { "Der Raum ist seit dem Frühjahr offen" } else { "" };
            rows.push(row![
                tenant,
                number,
                version,
                format!("Ein Raum für Beratung {number} steht offen"),
                "Stadt",
                ground.post(number),
                ground.day(number % 90 - 20),
                state,
                because,
                None::<i64>,
                ground.post(number),
                moment(ground.day(-600)) + version,
            ]);
        }
    }
    made.promise = first;
    let columns = "tenant, promise, version, body, party, owner_post, due, state, because, account, \
         post, at";
    insert(change, ("promise_version", columns), rows).await
}
