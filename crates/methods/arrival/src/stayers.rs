/// Residents of an area or a city, for the test of the stayers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Residents {
    /// All residents.
    pub all: u64,
    /// Foreigners among them.
    pub foreigners: u64,
    /// Who has lived at the same address for ten years or more.
    pub stayers: u64,
    /// Foreigners among the stayers.
    pub foreign_stayers: u64,
}

/// The three conditions under which stayers can be a bridgehead for those who arrive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StayersTest {
    /// Stayers are rarer than in the city.
    pub fewer_stayers: bool,
    /// More of the stayers are foreigners than in the city.
    pub more_foreign_than_city: bool,
    /// Fewer of the stayers are foreigners than of all residents of the area.
    pub less_foreign_than_area: bool,
    /// Share of stayers in the area minus that of the city, in percentage points.
    pub distance_points: f64,
}

impl StayersTest {
    /// Whether all three conditions hold.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.fewer_stayers && self.more_foreign_than_city && self.less_foreign_than_area
    }
}

/// Why counts of residents do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ResidentsError {
    /// Nobody lives there, or nobody has stayed.
    #[error("nobody lives there, or nobody has stayed")]
    Nobody,
    /// A part is larger than its whole.
    #[error("a part of the residents is larger than the whole")]
    PartExceedsWhole,
}

/// Tests whether an area has the stayers that Kurtenbach expects of an arrival quarter.
///
/// Stayers have lived at the same address for ten years or more. In an arrival quarter they are
/// fewer than in the city; more of them are foreigners than of the city's stayers; and fewer of
/// them are foreigners than of the area's residents. Choose it as a second look at a quarter that
/// [`identify`](crate::identify) called, not to look for one.
///
/// # Units
///
/// - `area`, `city`: persons on one Stichtag; the city contains the area.
/// - returns: three conditions, and a distance in percentage points.
///
/// # Errors
///
/// - [`ResidentsError`]: nobody, or a part that is larger than its whole.
///
/// # Accuracy
///
/// Shares are compared as products of whole numbers, without rounding. Equal shares fulfil no
/// condition. With rounded counts a narrow result is chance.
///
/// # Complexity
///
/// O(1).
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Residents, stayers_test};
///
/// let city = Residents { all: 100_000, foreigners: 20_000, stayers: 50_000, foreign_stayers: 5_000 };
/// let area = Residents { all: 2_000, foreigners: 900, stayers: 600, foreign_stayers: 180 };
/// let test = stayers_test(&area, &city)?;
/// assert!(test.holds());
/// assert_eq!(test.distance_points, -20.0);
///
/// assert!(stayers_test(&Residents { foreigners: 3_000, ..area }, &city).is_err());
/// # Ok::<(), ankunft_arrival::ResidentsError>(())
/// ```
///
/// # References
///
/// - Kurtenbach, S. (2012). _Urbane Integrationsschleuse_ (master's thesis), p. 53 and 87.
///   Ruhr-Universität Bochum.
#[doc(alias = "Sockelbevölkerung")]
pub fn stayers_test(area: &Residents, city: &Residents) -> Result<StayersTest, ResidentsError> {
    for it in [area, city] {
        if it.all == 0 || it.stayers == 0 {
            return Err(ResidentsError::Nobody);
        }
        let foreign = it.foreign_stayers <= it.stayers.min(it.foreigners);
        if !foreign || it.foreigners.max(it.stayers) > it.all {
            return Err(ResidentsError::PartExceedsWhole);
        }
    }
    let less = |part: [u64; 2], than: [u64; 2]| {
        u128::from(part[0]) * u128::from(than[1]) < u128::from(than[0]) * u128::from(part[1])
    };
    let share = |it: &Residents| 100.0 * it.stayers as f64 / it.all as f64;
    let foreign = [area.foreign_stayers, area.stayers];
    Ok(StayersTest {
        fewer_stayers: less([area.stayers, area.all], [city.stayers, city.all]),
        more_foreign_than_city: less([city.foreign_stayers, city.stayers], foreign),
        less_foreign_than_area: less(foreign, [area.foreigners, area.all]),
        distance_points: share(area) - share(city),
    })
}
