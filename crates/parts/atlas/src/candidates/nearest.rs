//! Which quarters can be compared with a candidate: nearest in level and trend.

use std::collections::BTreeSet;

use ankunft_arrival::{Course, Distance, comparison_areas};
use ankunft_platform::store::StoreError;
use sqlx::AnyConnection;

use super::store::register::Candidate;
use crate::model::measure::Measure;
use crate::store::{Shelf, last_day};
use crate::view::overview::{Asker, Figures, Question, exactly};
use crate::view::profile;

/// How many quarters are suggested.
const SUGGESTED: usize = 8;
/// How many of them are suggested to be taken.
pub const USUAL: usize = 3;
/// From how many years before the newest figure on trends are looked at.
const YEARS: i16 = 10;

/// A quarter that resembles a candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The key of the area unit.
    pub area: String,
    /// Its name.
    pub name: String,
    /// How far it is.
    pub distance: Distance,
}

/// The quarters nearest to a candidate, and from what that is known.
#[derive(Debug, Default)]
pub struct Nearest {
    /// They, the nearest first.
    pub near: Vec<Near>,
    /// The measures that were compared.
    pub measures: Vec<Measure>,
    /// The releases of their figures.
    pub releases: Vec<i64>,
}

/// The quarters nearest to a candidate, by its key figures as this reader sees them; others that
/// are chosen too are left out. Which quarters there are says the shelf of who decides: a joined one
/// that only the administration knows has figures for a wider circle all the same.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn nearest(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    (candidate, chosen): (&Candidate, &[&Candidate]),
    known: &Shelf,
) -> Result<Nearest, StoreError> {
    let geography = Some(candidate.geography.as_str());
    let found = match known.place(geography, &candidate.area) {
        Some(place) => {
            let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
            profile::of_place(connection, asker, shelf, place).await?
        }
        None => profile::profile(connection, asker, geography, &candidate.area).await?,
    };
    let Some(found) = found else { return Ok(Nearest::default()) };
    let measures = profile::key_measures(&found.shelf, &found.geography);
    let questions = questions(&found, &measures, &candidate.geography);
    let (_, figures) = exactly(connection, asker, &questions).await?;
    let figures: Vec<Figures> =
        figures.into_iter().flatten().filter(|it| it.version.id == found.version.id).collect();
    let position = |code: &str| found.ground.areas.iter().position(|it| it.code == code);
    let own = found.place.positions(&found.ground, found.version.id).unwrap_or_default();
    let treated = match (found.place.joined.is_some(), own.as_slice()) {
        (false, [own]) => *own,
        // A joined quarter stands behind all area units; its parts are not its neighbours.
        (true, [_, ..]) => found.ground.areas.len(),
        _ => return Ok(Nearest::default()),
    };
    let courses: Vec<Values> =
        measures.iter().map(|it| course(asker, &figures, it, &found)).collect();
    let courses: Vec<Course<'_>> =
        courses.iter().map(|(years, values)| Course { years, values }).collect();
    let same = chosen.iter().filter(|it| it.geography == candidate.geography);
    let parts = |code: &str| {
        let place = known.place(Some(&candidate.geography), code)?;
        place.positions(&found.ground, found.version.id)
    };
    let at = |code: &str| position(code).map(|it| vec![it]).or_else(|| parts(code));
    let mut excluded: Vec<usize> = same.filter_map(|it| at(&it.area)).flatten().collect();
    excluded.extend(own);
    let near = comparison_areas(&courses, treated, &excluded).into_iter().take(SUGGESTED);
    let near = near.map(|distance| {
        let area = &found.ground.areas[distance.area];
        Near { area: area.code.clone(), name: area.name.clone(), distance }
    });
    let releases = figures.iter().flat_map(|it| &it.sources).map(|it| it.release);
    let releases: BTreeSet<i64> = releases.collect();
    Ok(Nearest { near: near.collect(), measures, releases: releases.into_iter().collect() })
}

/// Each measure in its last years.
fn questions(found: &profile::Profile, measures: &[Measure], geography: &str) -> Vec<Question> {
    let mut questions = Vec::new();
    for measure in measures {
        // Other area units are others: a series over a change of boundaries is no trend.
        let periods = found.shelf.periods(&found.geography, measure);
        let periods = periods.into_iter().filter(|it| it.1 == found.version.id);
        for (period, _) in recent(periods.map(|it| it.0).collect()) {
            questions.push(Question {
                geography: Some(geography.to_owned()),
                measure: Some(measure.code.clone()),
                period: Some(period),
                nearest: false,
            });
        }
    }
    questions
}

/// The periods of the last years with their time in years, the oldest first.
fn recent(periods: Vec<String>) -> Vec<(String, f64)> {
    let year = |period: &str| {
        let day = last_day(period)?;
        Some(f64::from(day.year()) + f64::from(day.day_of_year()) / f64::from(day.days_in_year()))
    };
    let mut timed: Vec<(String, f64)> =
        periods.into_iter().filter_map(|it| Some((it.clone(), year(&it)?))).collect();
    timed.sort_by(|a, b| a.1.total_cmp(&b.1));
    let newest = timed.last().map_or(0.0, |it| it.1);
    timed.retain(|it| it.1 > newest - f64::from(YEARS));
    timed
}

/// The years of periods, and the values: area unit → period.
type Values = (Vec<f64>, Vec<Vec<Option<f64>>>);

/// A measure over the area units and periods, as far as this reader sees it; a joined quarter
/// stands behind the units.
fn course(
    asker: Asker<'_>,
    figures: &[Figures],
    measure: &Measure,
    of: &profile::Profile,
) -> Values {
    let of_measure: Vec<&Figures> =
        figures.iter().filter(|it| it.measure.code == measure.code).collect();
    let periods = recent(of_measure.iter().map(|it| it.period.clone()).collect());
    let areas = of.ground.areas.len();
    let is_joined = of.place.joined.is_some();
    let mut values = vec![vec![None; periods.len()]; areas + usize::from(is_joined)];
    for (at, (period, _)) in periods.iter().enumerate() {
        let figures = of_measure.iter().find(|it| it.period == *period);
        let rows = figures.and_then(|it| it.rows(asker.audience)).unwrap_or_default();
        for (row, values) in rows.iter().zip(&mut values) {
            values[at] = row.value.number();
        }
        if let Some(values) = values.get_mut(areas) {
            let own = figures.and_then(|it| it.of_place(&of.shelf, &of.place));
            let own = own.and_then(|it| Some(it.rows(asker.audience)?.first()?.value));
            values[at] = own.and_then(ankunft_disclosure::Cell::number);
        }
    }
    (periods.into_iter().map(|it| it.1).collect(), values)
}
