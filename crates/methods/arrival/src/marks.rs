/// What makes a strong change of an area a weak statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// So few people live there that some of them make the change.
    SmallDenominator,
    /// So many moved in that others live there now.
    NewBuilding,
    /// So many came and went that others live there now, as around a large accommodation.
    HighTurnover,
}

/// What is known of the people of an area, beside its changes. What is not known marks nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Circumstances {
    /// Persons.
    pub residents: Option<f64>,
    /// Arrivals minus departures per 100 residents and year.
    pub net_migration: Option<f64>,
    /// Arrivals plus departures per 100 residents and year.
    pub turnover: Option<f64>,
}

impl Mark {
    /// Its name in files: `small-denominator`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SmallDenominator => "small-denominator",
            Self::NewBuilding => "new-building",
            Self::HighTurnover => "high-turnover",
        }
    }
}

/// From this many standard deviations on a change is strong, and can have a [`Mark`].
pub const STRONG_CHANGE: f64 = 2.0;
const FEW_RESIDENTS: f64 = 1000.0;
const MUCH_NET_MIGRATION: f64 = 10.0;
const MUCH_TURNOVER: f64 = 50.0;

/// Says why the changes of an area should not be taken at their word.
///
/// An area is marked if one of its changes is at least two standard deviations away from the mean,
/// and fewer than 1,000 people live there, or its net migration is at least 10 per 100 residents and
/// year, or as many came and went as are half of its residents. The four numbers are ours. Ask for
/// one change at a time to tell which of them is in doubt. Choose it beside
/// [`composite`](crate::composite()) for indicators of change; for levels it says nothing.
///
/// # Units
///
/// - `z`: the area's changes in standard deviations.
/// - `around`: as [`Circumstances`] says.
///
/// # Errors
///
/// None.
///
/// # Accuracy
///
/// A mark is a reason to look, not a finding: with 500 residents a change can be real.
///
/// # Complexity
///
/// O(_k_) for _k_ changes.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Circumstances, Mark, marks};
///
/// // Berlin 2021: Nonnendammallee, 486 residents; Volkspark Prenzlauer Berg, 3,965 residents and
/// // 61 moves per 100 of them.
/// let few = Circumstances { residents: Some(486.0), ..Circumstances::default() };
/// assert_eq!(marks(&[Some(0.4), Some(-5.94)], &few), [Mark::SmallDenominator]);
/// let moving = Circumstances { residents: Some(3965.0), turnover: Some(61.45), ..few };
/// assert_eq!(marks(&[Some(3.91), Some(3.28)], &moving), [Mark::HighTurnover]);
///
/// // Without a strong change there is nothing to doubt.
/// assert!(marks(&[Some(0.4), None], &few).is_empty());
/// ```
///
/// # References
///
/// - Senatsverwaltung für Stadtentwicklung, Bauen und Wohnen Berlin (2022). _Monitoring Soziale
///   Stadtentwicklung Berlin 2021_, for the areas that made us look.
#[must_use]
pub fn marks(z: &[Option<f64>], around: &Circumstances) -> Vec<Mark> {
    let mut marks = Vec::new();
    if z.iter().flatten().all(|it| it.abs() < STRONG_CHANGE) {
        return marks;
    }
    if around.residents.is_some_and(|it| it < FEW_RESIDENTS) {
        marks.push(Mark::SmallDenominator);
    }
    if around.net_migration.is_some_and(|it| it >= MUCH_NET_MIGRATION) {
        marks.push(Mark::NewBuilding);
    }
    if around.turnover.is_some_and(|it| it >= MUCH_TURNOVER) {
        marks.push(Mark::HighTurnover);
    }
    marks
}
