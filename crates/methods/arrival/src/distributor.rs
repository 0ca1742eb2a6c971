use crate::Permeability;

/// Moves of one year into and out of an area or a city, by where they come from or lead to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flows {
    /// All residents.
    pub residents: u64,
    /// Who came from another country.
    pub international: Option<u64>,
    /// Who came from another Land.
    pub national: Option<u64>,
    /// Who came from another place of the same Land.
    pub regional: Option<u64>,
    /// Who left for another area of the city. For the city: all of them.
    pub inner_city_out: Option<u64>,
}

/// A rate of an area beside that of its city, both per 100 residents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The area's.
    pub area: f64,
    /// The city's.
    pub city: f64,
    /// Whether the area's is higher.
    pub is_above: bool,
}

/// The five conditions under which an area takes people in and passes them on. What is not known is
/// `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DistributorTest {
    /// More arrive from other countries than in the city.
    pub international: Option<Compared>,
    /// More arrive from other Länder.
    pub national: Option<Compared>,
    /// More arrive from other places of the Land.
    pub regional: Option<Compared>,
    /// More leave for other areas of the city.
    pub inner_city_out: Option<Compared>,
    /// The share of those who leave for another area and go to one of a better group.
    pub share_better: Option<f64>,
    /// Whether that share is at least two thirds.
    pub is_permeable: Option<bool>,
}

impl DistributorTest {
    /// The five conditions in the order of their source; `None` where nobody knows.
    #[must_use]
    pub fn conditions(&self) -> [Option<bool>; 5] {
        let above = |it: Option<Compared>| it.map(|it| it.is_above);
        [
            above(self.international),
            above(self.national),
            above(self.regional),
            above(self.inner_city_out),
            self.is_permeable,
        ]
    }

    /// Whether all five hold. One that fails decides; else one that is unknown leaves it open.
    #[must_use]
    pub fn holds(&self) -> Option<bool> {
        let conditions = self.conditions();
        if conditions.contains(&Some(false)) {
            return Some(false);
        }
        conditions.iter().all(Option::is_some).then_some(true)
    }
}

/// Why moves do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FlowsError {
    /// Nobody lives in the area or in the city.
    #[error("nobody lives there")]
    Nobody,
    /// The area has more than the city that contains it.
    #[error("the area has more people or moves than its city")]
    PartExceedsWhole,
}

/// Tests whether an area is a distributor in Kurtenbach's sense: many arrive from outside, many move
/// on within the city, and most of them to a better place.
///
/// Arrivals from other countries, other Länder and the same Land are each above the level of the
/// city, and so is leaving for other areas of the city; and at least two thirds of those who leave
/// for another area go to one of a better group. Choose it as a second look at a quarter that
/// [`identify`](crate::identify) called; choose [`permeability()`](crate::permeability()) for the last
/// condition alone.
///
/// # Units
///
/// - `area`, `city`: persons of one year and residents of one Stichtag; the city contains the area.
///   The city's `inner_city_out` counts everybody who left one of its areas for another.
/// - `permeability`: of the area, over one or several years.
/// - returns: rates per 100 residents, a share from 0 to 1.
///
/// # Errors
///
/// - [`FlowsError`]: nobody lives there, or the area exceeds its city.
///
/// What is not known is no error: the condition is open, and so is the test unless another fails.
///
/// # Accuracy
///
/// Rates are compared as products of whole numbers, without rounding; equal rates are not above.
/// With rounded counts a narrow result is chance.
///
/// # Complexity
///
/// O(1).
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Flows, Moves, distributor_test, permeability};
///
/// let of = |residents, [abroad, national, regional, out]: [u64; 4]| Flows {
///     residents,
///     international: Some(abroad),
///     national: Some(national),
///     regional: Some(regional),
///     inner_city_out: Some(out),
/// };
/// let city = of(100_000, [2_000, 1_500, 2_500, 7_000]);
/// let area = of(2_000, [120, 40, 60, 200]);
/// let to = |to, people| Moves { from: 0, to, people };
/// let left = permeability(&[Some(5), Some(2), Some(5)], &[to(1, 150), to(2, 50)]);
/// let test = distributor_test(&area, &city, left.first())?;
/// assert_eq!(test.international.map(|it| (it.area, it.city)), Some((6.0, 2.0)));
/// assert_eq!((test.share_better, test.holds()), (Some(0.75), Some(true)));
///
/// // Nobody counted where they went: everything that is known holds, and the test stays open.
/// assert_eq!(distributor_test(&area, &city, None)?.holds(), None);
///
/// // No area has more residents than its city.
/// assert!(distributor_test(&city, &area, None).is_err());
/// # Ok::<(), ankunft_arrival::FlowsError>(())
/// ```
///
/// # References
///
/// - Kurtenbach, S. (2012). _Urbane Integrationsschleuse_ (master's thesis), p. 80–87.
///   Ruhr-Universität Bochum. That in- and out-migration were clearly above the city is reported
///   there; whether the two thirds were reached could not be read.
#[doc(alias = "Verteilerfunktion")]
pub fn distributor_test(
    area: &Flows,
    city: &Flows,
    permeability: Option<&Permeability>,
) -> Result<DistributorTest, FlowsError> {
    if area.residents == 0 || city.residents == 0 {
        return Err(FlowsError::Nobody);
    }
    let flows = |it: &Flows| [it.international, it.national, it.regional, it.inner_city_out];
    let pairs = || flows(area).into_iter().zip(flows(city)).map(|(area, city)| area.zip(city));
    if area.residents > city.residents || pairs().flatten().any(|(area, city)| area > city) {
        return Err(FlowsError::PartExceedsWhole);
    }
    let rate = |moves: u64, of: &Flows| 100.0 * moves as f64 / of.residents as f64;
    let compared = |(moves, all): (u64, u64)| Compared {
        area: rate(moves, area),
        city: rate(all, city),
        is_above: u128::from(moves) * u128::from(city.residents)
            > u128::from(all) * u128::from(area.residents),
    };
    let mut all = pairs().map(|it| it.map(compared));
    let mut next = || all.next().flatten();
    Ok(DistributorTest {
        international: next(),
        national: next(),
        regional: next(),
        inner_city_out: next(),
        share_better: permeability.and_then(Permeability::share),
        is_permeable: permeability.and_then(Permeability::is_permeable),
    })
}
