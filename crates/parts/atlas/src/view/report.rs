//! The key measures of a city, each in its newest period, over one kind of area unit.

use ankunft_platform::register::areas::Geography;
use ankunft_platform::store::StoreError;
use sqlx::AnyConnection;

use super::overview::{self, Asker, Figures, Origin, Overview, Question};
use super::profile::{key_measures, once_each};

/// What the report of a city shows.
#[derive(Debug)]
pub struct Report {
    /// What can be chosen.
    pub overview: Overview,
    /// The kind of area unit.
    pub geography: Geography,
    /// The key measures; those without figures for this reader are left out.
    pub figures: Vec<Figures>,
    /// Where the columns come from, each dataset version once.
    pub sources: Vec<Origin>,
}

/// The report over a geography, or the first one with figures; `None` if nothing is released for
/// this reader.
///
/// A constant number of statements.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it or a release was altered.
pub async fn report(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: Option<&str>,
) -> Result<Option<Report>, StoreError> {
    let question = Question { geography: geography.map(str::to_owned), ..Question::default() };
    let mut overview = overview::overview(connection, asker, &question).await?;
    let Some(first) = overview.figures.take() else { return Ok(None) };
    let geography = first.geography;
    let newest = |measure| overview.shelf.periods(&geography, measure).into_iter().next();
    let questions: Vec<Question> = key_measures(&overview.shelf, &geography)
        .iter()
        .filter_map(|measure| {
            Some(Question {
                geography: Some(geography.code.clone()),
                measure: Some(measure.code.clone()),
                period: Some(newest(measure)?.0),
                nearest: false,
            })
        })
        .collect();
    let (_, figures) = overview::exactly(connection, asker, &questions).await?;
    let figures: Vec<Figures> = figures.into_iter().flatten().collect();
    let sources = once_each(figures.iter().flat_map(|it| it.sources.iter().cloned()).collect());
    Ok(Some(Report { overview, geography, figures, sources }))
}
