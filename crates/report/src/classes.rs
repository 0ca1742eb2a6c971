mod breaks;
mod fisher;

use thiserror::Error;

/// How values are divided into classes.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Method {
    /// About equally many areas in each class.
    Quantile,
    /// Classes of equal width between the lowest and the highest value.
    EqualInterval,
    /// Classes that differ as little as possible within themselves (Fisher, Jenks).
    NaturalBreaks,
    /// Classes one standard deviation wide around the mean.
    StandardDeviation,
}

/// Values divided into classes: the breaks, and the class of each value.
#[derive(Clone, Debug, PartialEq)]
pub struct Classification {
    breaks: Vec<f64>,
    range: (f64, f64),
    classes: Vec<Option<u8>>,
}

/// Why values could not be divided into classes.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum ClassError {
    /// No value is present.
    #[error("none of {entries} entries has a value, so there is nothing to divide")]
    NoValues {
        /// How many entries were given, all of them empty.
        entries: usize,
    },
    /// A value is not a finite number.
    #[error("entry {index} is not a finite number")]
    NotFinite {
        /// Position of the entry, from 0.
        index: usize,
    },
    /// Fewer than three or more than seven classes were asked for.
    #[error("{wanted} classes were asked for; a map is read with 3 to 7")]
    ClassCount {
        /// How many were asked for.
        wanted: usize,
    },
}

/// Divides values into classes.
///
/// A map is read in a few shades; this says which values share one. Choose
/// [`Method::Quantile`] to show the order of areas, [`Method::EqualInterval`] when the numbers
/// should be compared at a glance, [`Method::NaturalBreaks`] when the values form groups, and
/// [`Method::StandardDeviation`] to show who is far from the mean.
///
/// A class holds the values from its lower bound to under its upper bound ("15 bis unter 22").
/// Equal values always share a class. If there are fewer distinct values than classes wanted,
/// there are fewer classes, so always ask [`Classification::count`].
///
/// # Units
///
/// - `values`: unrounded, in any unit, one entry per area; `None` for an area that has no value
///   or whose value is not shown. Such areas are in no class.
/// - `wanted`: number of classes, 3 to 7.
/// - returns: breaks in the unit of `values`; classes from 0 (lowest).
///
/// # Errors
///
/// - [`ClassError::ClassCount`] if `wanted` is below 3 or above 7.
/// - [`ClassError::NotFinite`] if an entry is infinite or not a number.
/// - [`ClassError::NoValues`] if no entry has a value.
///
/// # Accuracy
///
/// Quantiles and natural breaks leave a choice: any number above the highest value of one class
/// and not above the lowest of the next divides the values alike. The shortest such decimal number
/// is taken, so that the legend can print the very break that was used. Equal intervals and
/// standard deviations have no such freedom, and a class of theirs may be empty.
///
/// Natural breaks are the exact optimum, not an approximation. The order of `values` does not
/// matter.
///
/// # Complexity
///
/// O(_n_ log _n_) time; natural breaks O(_k_ · _m_²) for _m_ distinct values and _k_ classes.
///
/// # Examples
///
/// ```
/// use ankunft_report::{ClassError, Method, classify};
///
/// let shares = [Some(0.12), None, Some(0.31), Some(0.14), Some(0.33), Some(0.58)];
/// let found = classify(&shares, Method::NaturalBreaks, 3)?;
///
/// // 0.12 and 0.14 belong together, 0.31 and 0.33 too; 0.58 stands alone.
/// assert_eq!(found.classes(), [Some(0), None, Some(1), Some(0), Some(1), Some(2)]);
/// assert_eq!(found.breaks(), [0.2, 0.5]);
///
/// // Nothing can be said about nothing.
/// assert_eq!(classify(&[None], Method::Quantile, 5), Err(ClassError::NoValues { entries: 1 }));
/// # Ok::<(), ClassError>(())
/// ```
///
/// # References
///
/// - Fisher, W. D. (1958). On grouping for maximum homogeneity. _Journal of the American
///   Statistical Association_, 53(284), 789–798. <https://doi.org/10.1080/01621459.1958.10501479>
#[doc(alias = "Jenks")]
#[doc(alias = "Klassenbildung")]
pub fn classify(
    values: &[Option<f64>],
    method: Method,
    wanted: usize,
) -> Result<Classification, ClassError> {
    if !(3..=7).contains(&wanted) {
        return Err(ClassError::ClassCount { wanted });
    }
    if let Some(index) = values.iter().position(|it| it.is_some_and(|value| !value.is_finite())) {
        return Err(ClassError::NotFinite { index });
    }
    let mut sorted: Vec<f64> = values.iter().flatten().map(|value| value + 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let (Some(&lowest), Some(&highest)) = (sorted.first(), sorted.last()) else {
        return Err(ClassError::NoValues { entries: values.len() });
    };
    let breaks = match method {
        Method::Quantile => breaks::quantile(&sorted, wanted),
        Method::EqualInterval => breaks::equal_interval(lowest, highest, wanted),
        Method::NaturalBreaks => fisher::natural_breaks(&sorted, wanted),
        Method::StandardDeviation => breaks::standard_deviation(&sorted, wanted),
    };
    let classes = values.iter().map(|it| it.map(|value| class_in(&breaks, value))).collect();
    Ok(Classification { breaks, range: (lowest, highest), classes })
}

impl Classification {
    /// The bounds between classes, ascending; one fewer than there are classes.
    #[must_use]
    pub fn breaks(&self) -> &[f64] {
        &self.breaks
    }

    /// The class of each value, from 0; `None` where there was no value.
    #[must_use]
    pub fn classes(&self) -> &[Option<u8>] {
        &self.classes
    }

    /// How many classes there are, empty ones included; at least 1.
    #[must_use]
    pub fn count(&self) -> usize {
        self.breaks.len() + 1
    }

    /// The lowest and the highest value.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        self.range
    }

    /// The class of a number, whether or not it was among the values.
    ///
    /// What lies below the lowest or above the highest value falls into the outer classes.
    #[must_use]
    pub fn class_of(&self, value: f64) -> u8 {
        class_in(&self.breaks, value)
    }

    /// Lower and upper bound of each class, for the legend; the outer bounds are open.
    ///
    /// # Examples
    ///
    /// ```
    /// use ankunft_report::{Method, classify};
    ///
    /// let found = classify(&[Some(0.0), Some(30.0)], Method::EqualInterval, 3)?;
    /// assert_eq!(
    ///     found.bounds(),
    ///     [(None, Some(10.0)), (Some(10.0), Some(20.0)), (Some(20.0), None)],
    /// );
    /// # Ok::<(), ankunft_report::ClassError>(())
    /// ```
    #[must_use]
    pub fn bounds(&self) -> Vec<(Option<f64>, Option<f64>)> {
        let lower = std::iter::once(None).chain(self.breaks.iter().copied().map(Some));
        let upper = self.breaks.iter().copied().map(Some).chain(std::iter::once(None));
        lower.zip(upper).collect()
    }

    /// How many values each class holds.
    #[must_use]
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.count()];
        for class in self.classes.iter().flatten() {
            sizes[usize::from(*class)] += 1;
        }
        sizes
    }
}

/// The number of breaks that are not above `value`.
fn class_in(breaks: &[f64], value: f64) -> u8 {
    let below = breaks.partition_point(|bound| *bound <= value);
    u8::try_from(below).unwrap_or(u8::MAX)
}
