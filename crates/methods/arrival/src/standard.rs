use ankunft_numerics::exact_sum;

/// The values of one indicator, standardised over the areas that have one.
#[derive(Clone, Debug, PartialEq)]
pub struct Standardised {
    /// The unweighted mean.
    pub mean: f64,
    /// The population standard deviation (divided by _n_); zero if all values are equal.
    pub sd: f64,
    /// How many areas have a value.
    pub n: usize,
    /// One entry an area; `None` without a value, and everywhere if all values are equal.
    pub z: Vec<Option<f64>>,
}

/// Standardises values: _z_ = (_x_ − mean) / population standard deviation.
///
/// Mean and deviation are unweighted and taken over the areas that have a value, as Berlin's
/// monitoring does (the sample deviation or population weights do not reproduce its table).
/// What has no value changes nobody else's _z_. Choose [`composite`](crate::composite()) to add up
/// several indicators; choose this for one.
///
/// # Units
///
/// - `values`: any unit, one entry an area, `None` where there is no value.
/// - returns: _z_ without unit.
///
/// # Errors
///
/// None. `None` is returned if no area has a value.
///
/// # Accuracy
///
/// Both sums are exact and rounded once, so the order of the areas changes no bit. Equal values
/// are found by comparing them, not by a deviation that happens to be zero.
///
/// # Complexity
///
/// O(_n_) time and memory for _n_ areas.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::standardise;
///
/// let standard = standardise(&[Some(2.0), None, Some(4.0)]).expect("two values");
/// assert_eq!((standard.mean, standard.sd), (3.0, 1.0));
/// assert_eq!(standard.z, [Some(-1.0), None, Some(1.0)]);
///
/// // Nothing stands out where all are equal, and nothing at all can be said of nothing.
/// assert_eq!(standardise(&[Some(5.0), Some(5.0)]).expect("two values").z, [None, None]);
/// assert!(standardise(&[None, None]).is_none());
/// ```
///
/// # References
///
/// - Senatsverwaltung für Stadtentwicklung, Bauen und Wohnen Berlin (2022). _Monitoring Soziale
///   Stadtentwicklung Berlin 2021_. The kind of deviation is not printed there; it follows from
///   the published values of 536 areas.
#[must_use]
pub fn standardise(values: &[Option<f64>]) -> Option<Standardised> {
    let known = || values.iter().copied().flatten();
    let moments = Moments::of(known)?;
    let z = |value: Option<f64>| value.filter(|_| moments.sd > 0.0).map(|it| moments.z(it));
    let Moments { mean, sd, n } = moments;
    Some(Standardised { mean, sd, n, z: values.iter().map(|it| z(*it)).collect() })
}

/// Mean and population standard deviation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moments {
    pub(crate) mean: f64,
    pub(crate) sd: f64,
    pub(crate) n: usize,
}

impl Moments {
    /// Of the numbers that each call of `values` gives anew; `None` if there are none.
    #[expect(clippy::cast_precision_loss, reason = "no city has 2^53 areas")]
    pub(crate) fn of<I: Iterator<Item = f64>>(values: impl Fn() -> I) -> Option<Self> {
        let n = values().count();
        let first = values().next()?;
        if values().all(|it| it == first) {
            return Some(Self { mean: first, sd: 0.0, n });
        }
        let mean = exact_sum(values()) / n as f64;
        let squares = exact_sum(values().map(|it| (it - mean) * (it - mean)));
        Some(Self { mean, sd: (squares / n as f64).sqrt(), n })
    }

    pub(crate) fn z(&self, value: f64) -> f64 {
        (value - self.mean) / self.sd
    }
}
