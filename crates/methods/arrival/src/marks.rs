/// What makes a strong change of an area a weak statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// So few people live there that some of them make the change.
    SmallDenominator,
    /// So many moved in that others live there now.
    NewBuilding,
}

impl Mark {
    /// Its name in files: `small-denominator`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SmallDenominator => "small-denominator",
            Self::NewBuilding => "new-building",
        }
    }
}

/// A change of this many standard deviations is strong.
const STRONG: f64 = 2.0;
const FEW_RESIDENTS: f64 = 1000.0;
const MUCH_NET_MIGRATION: f64 = 10.0;

/// Says why the changes of an area should not be taken at their word.
///
/// An area is marked if one of its changes is at least two standard deviations away from the mean,
/// and fewer than 1,000 people live there, or its net migration is at least 10 per 100 residents and
/// year. The three numbers are ours. Choose it beside [`composite`](crate::composite()) for indicators
/// of change; for levels it says nothing.
///
/// # Units
///
/// - `z`: the area's changes in standard deviations.
/// - `residents`: persons; `net_migration`: arrivals minus departures per 100 residents and year.
///   What is not known marks nothing.
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
/// use ankunft_arrival::{Mark, marks};
///
/// // Berlin 2021: Nonnendammallee, 486 residents.
/// let z = [Some(0.4), Some(-5.94)];
/// assert_eq!(marks(&z, Some(486.0), None), [Mark::SmallDenominator]);
///
/// // Without a strong change there is nothing to doubt.
/// assert!(marks(&[Some(0.4), None], Some(486.0), Some(40.0)).is_empty());
/// ```
///
/// # References
///
/// - Senatsverwaltung für Stadtentwicklung, Bauen und Wohnen Berlin (2022). _Monitoring Soziale
///   Stadtentwicklung Berlin 2021_, for the areas that made us look.
#[must_use]
pub fn marks(z: &[Option<f64>], residents: Option<f64>, net_migration: Option<f64>) -> Vec<Mark> {
    let mut marks = Vec::new();
    if z.iter().flatten().all(|it| it.abs() < STRONG) {
        return marks;
    }
    if residents.is_some_and(|it| it < FEW_RESIDENTS) {
        marks.push(Mark::SmallDenominator);
    }
    if net_migration.is_some_and(|it| it >= MUCH_NET_MIGRATION) {
        marks.push(Mark::NewBuilding);
    }
    marks
}
