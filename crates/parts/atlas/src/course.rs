//! The course of measures at a place, for parts that follow them: released figures as one audience
//! sees them, never stored anywhere else.

use ankunft_disclosure::Audience;
use ankunft_platform::languages::Texts;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{self, Tenant};
use ankunft_platform::web::App;
use jiff::civil::Date;

use crate::citable::{self, FigureId};
use crate::model::measure::periods_a_year;
use crate::pages::overview::Setting;
use crate::pages::words;
use crate::state::Atlas;
use crate::store::{Shelf, last_day};
use crate::view::overview::{Asker, exactly};

/// So many of the newest periods of a measure are followed.
const MOST: usize = 12;

/// A released figure of a course.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The period.
    pub period: String,
    /// Its last day.
    pub day: Date,
    /// The number.
    pub number: f64,
    /// The same as pages show it.
    pub shown: String,
    /// What it is called, with place and period.
    pub title: String,
    /// Its source page.
    pub link: String,
}

/// Where a measure is followed: the code of a geography, and the key of an area unit; without one
/// the whole city.
pub type Spot<'a> = (&'a str, Option<&'a str>);

/// The measures that a geography has for an audience: code and name.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn offered(
    app: &App,
    tenant: Tenant,
    (audience, t): (Audience, &Texts),
    geography: &str,
) -> Result<Vec<(String, String)>, StoreError> {
    let Some(atlas) = app.parts.state::<Atlas>() else { return Ok(Vec::new()) };
    let mut read = app.store.read().await?;
    let shelf = atlas.memory.shelf(&mut read, tenant, audience).await?;
    let level = shelf.geographies.iter().find(|it| it.code == geography);
    let holdings = level.and_then(|it| shelf.holdings.get(&it.id));
    let measures = holdings.map_or(&[][..], |it| &it.measures);
    Ok(measures.iter().map(|it| (it.code.clone(), words::measure(t, &shelf, it))).collect())
}

/// The courses of measures at places, the earliest figure first; one for each that is asked for, empty
/// where this audience sees nothing. Periods are as long as the newest one of their measure.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn courses(
    app: &App,
    tenant: Tenant,
    (audience, t): (Audience, &Texts),
    asked: &[(Spot<'_>, &str)],
) -> Result<Vec<Vec<Moment>>, StoreError> {
    let mut courses: Vec<Vec<Moment>> = asked.iter().map(|_| Vec::new()).collect();
    let Some(atlas) = app.parts.state::<Atlas>().filter(|_| !asked.is_empty()) else {
        return Ok(courses);
    };
    let mut read = app.store.read().await?;
    let Some(city) = tenant::info_of(&mut read, tenant).await? else { return Ok(courses) };
    let shelf = atlas.memory.shelf(&mut read, tenant, audience).await?;
    let periods: Vec<Vec<String>> =
        asked.iter().map(|((level, _), measure)| periods(&shelf, level, measure)).collect();
    let ids: Vec<(usize, FigureId<'_>)> = asked
        .iter()
        .zip(&periods)
        .enumerate()
        .flat_map(|(at, (((geography, area), measure), periods))| {
            periods
                .iter()
                .map(move |period| (at, FigureId { geography, measure, period, area: *area }))
        })
        .collect();
    let questions: Vec<_> = ids.iter().map(|(_, id)| id.question()).collect();
    let asker = Asker { tenant, audience, key: &app.keys.release, memory: &atlas.memory };
    let (shelf, figures) = exactly(&mut read, asker, &questions).await?;
    let base = format!("/{}", city.slug);
    let setting = Setting { t, reader: audience, base: &base, city: &city.name, classes: None };
    for ((at, id), figures) in ids.into_iter().zip(figures) {
        let Some(figures) = figures else { continue };
        let Some((thing, number)) = citable::seen(&setting, &shelf, id, &figures) else { continue };
        courses[at].push(Moment {
            period: id.period.to_owned(),
            day: last_day(id.period).unwrap_or_default(),
            number,
            shown: thing.value.unwrap_or_default(),
            title: thing.title,
            link: thing.link,
        });
    }
    courses.iter_mut().for_each(|it| it.sort_by_key(|it| it.day));
    Ok(courses)
}

/// The newest periods of a measure that are as long as its last one.
fn periods(shelf: &Shelf, geography: &str, measure: &str) -> Vec<String> {
    let level = shelf.geographies.iter().find(|it| it.code == geography);
    let found = level.and_then(|level| {
        let measures = &shelf.holdings.get(&level.id)?.measures;
        Some((level, measures.iter().find(|it| it.code == measure)?))
    });
    let Some((level, measure)) = found else { return Vec::new() };
    let all = shelf.periods(level, measure);
    let length = all.first().map(|it| periods_a_year(&it.0));
    let alike = all.into_iter().map(|it| it.0).filter(|it| Some(periods_a_year(it)) == length);
    alike.take(MOST).collect()
}
