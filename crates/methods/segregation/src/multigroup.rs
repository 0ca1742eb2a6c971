use ankunft_numerics::{exact_sum, ln};

use crate::SegregationError;

/// Counts of several groups over the same area units: `counts[group][unit]`.
///
/// The groups share no person; residents of none of them are not in the measure.
///
/// # Errors
///
/// Each index gives [`SegregationError::NoUnits`] without units, [`SegregationError::GroupAbsent`]
/// if a group has nobody, [`SegregationError::Lengths`] if groups speak of different units or there
/// are fewer than two.
///
/// # Accuracy
///
/// Each term is rounded, sums are exact: neither the order of the units nor that of the groups
/// changes a bit.
///
/// # Examples
///
/// ```
/// use ankunft_segregation::Groups;
///
/// let groups = Groups::new(&[&[100, 0], &[0, 100]])?;
/// assert_eq!((groups.dissimilarity(), groups.gini(), groups.entropy_h()), (1.0, 1.0, 1.0));
///
/// assert!(Groups::new(&[&[100, 0]]).is_err());
/// # Ok::<(), ankunft_segregation::SegregationError>(())
/// ```
///
/// # References
///
/// - Reardon, S. F., & Firebaugh, G. (2002). Measures of multigroup segregation. _Sociological
///   Methodology_, 32(1), 33–67. <https://doi.org/10.1111/1467-9531.00110>
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// Residents of each inhabited unit.
    totals: Vec<f64>,
    /// `shares[group][unit]` of the unit's residents.
    shares: Vec<Vec<f64>>,
    /// Each group's share of the city.
    overall: Vec<f64>,
    total: f64,
}

impl Groups {
    /// The groups of these counts.
    ///
    /// # Errors
    ///
    /// As said above for all indices.
    pub fn new(counts: &[&[u32]]) -> Result<Self, SegregationError> {
        let units = counts.first().map_or(0, |it| it.len());
        if counts.len() < 2 || counts.iter().any(|it| it.len() != units) {
            return Err(SegregationError::Lengths);
        }
        if units == 0 {
            return Err(SegregationError::NoUnits);
        }
        let sum = |group: &[u32]| exact_sum(group.iter().map(|it| f64::from(*it)));
        let groups: Vec<f64> = counts.iter().map(|it| sum(it)).collect();
        if groups.contains(&0.0) {
            return Err(SegregationError::GroupAbsent { units });
        }
        let of = |unit: usize| exact_sum(counts.iter().map(|it| f64::from(it[unit])));
        let inhabited: Vec<usize> = (0..units).filter(|it| of(*it) > 0.0).collect();
        let totals: Vec<f64> = inhabited.iter().map(|it| of(*it)).collect();
        let total = exact_sum(groups.iter().copied());
        let shares = |group: &&[u32]| {
            inhabited.iter().zip(&totals).map(|(at, all)| f64::from(group[*at]) / all).collect()
        };
        Ok(Self {
            shares: counts.iter().map(shares).collect(),
            overall: groups.into_iter().map(|it| it / total).collect(),
            totals,
            total,
        })
    }

    /// The generalised index of dissimilarity _D_: the share of all who would have to move, over
    /// its largest possible value. 0 to 1. O(_n k_).
    #[must_use]
    pub fn dissimilarity(&self) -> f64 {
        self.over_units(|share, overall| (share - overall).abs()) / (2.0 * self.total * self.mix())
    }

    /// The generalised Gini index: the mean difference of shares between all pairs of units.
    /// 0 to 1. O(_k n_ log _n_).
    #[must_use]
    pub fn gini(&self) -> f64 {
        let pairs = self.shares.iter().map(|shares| {
            let mut order: Vec<usize> = (0..shares.len()).collect();
            order.sort_by(|a, b| shares[*a].total_cmp(&shares[*b]));
            let (mut before, mut terms) = (0.0, Vec::with_capacity(order.len()));
            // Each unit stands above all before it and below all behind it.
            for at in order {
                let residents = self.totals[at];
                let behind = self.total - before - residents;
                terms.push(residents * shares[at] * (before - behind));
                before += residents;
            }
            exact_sum(terms)
        });
        exact_sum(pairs) / (self.total * self.total * self.mix())
    }

    /// Theil's information theory index _H_: how much less diverse the units are than the city.
    /// 0 to 1. With two groups it is the entropy index of one against the other. O(_n k_).
    #[must_use]
    pub fn entropy_h(&self) -> f64 {
        let entropy = |shares: &mut dyn Iterator<Item = f64>| {
            -exact_sum(shares.filter(|it| *it > 0.0).map(|it| it * ln(it)))
        };
        let city = entropy(&mut self.overall.iter().copied());
        let lost = self.totals.iter().enumerate().map(|(unit, residents)| {
            residents * (city - entropy(&mut self.shares.iter().map(|it| it[unit])))
        });
        exact_sum(lost) / (self.total * city)
    }

    /// The normalised exposure _P_. 0 to 1. O(_n k_).
    #[must_use]
    pub fn normalized_exposure(&self) -> f64 {
        let of = |share: f64, overall: f64| (share - overall).powi(2) / (1.0 - overall);
        self.over_units(of) / self.total
    }

    /// The relative diversity _R_: how much less two residents of a unit differ than two of the
    /// city. 0 to 1. O(_n k_).
    #[must_use]
    pub fn relative_diversity(&self) -> f64 {
        self.over_units(|share, overall| (share - overall).powi(2)) / (self.total * self.mix())
    }

    /// The squared coefficient of variation _C_. 0 to 1. O(_n k_).
    #[must_use]
    pub fn squared_variation(&self) -> f64 {
        let others = self.overall.len() as f64 - 1.0;
        let of = |share: f64, overall: f64| (share - overall).powi(2) / overall;
        self.over_units(of) / (self.total * others)
    }

    /// Simpson's interaction of the city: how often two residents belong to different groups.
    fn mix(&self) -> f64 {
        exact_sum(self.overall.iter().map(|it| it * (1.0 - it)))
    }

    /// The sum over groups and units of the unit's residents times what its share says.
    fn over_units(&self, of: impl Fn(f64, f64) -> f64) -> f64 {
        let groups = self.shares.iter().zip(&self.overall);
        exact_sum(groups.flat_map(|(shares, overall)| {
            let of = &of;
            shares.iter().zip(&self.totals).map(move |(share, all)| all * of(*share, *overall))
        }))
    }
}
