/// The boundaries between classes of an index, in standard deviations, ascending.
///
/// A value on a boundary belongs to the side of the middle: with −1, 1, 1.5 the classes are
/// below −1, −1 to 1, above 1 to 1.5, and above 1.5. Classes are formed on unrounded values.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::Thresholds;
///
/// let status = Thresholds::STATUS;
/// assert_eq!(status.class(-1.0), 1);
/// assert_eq!(status.class(1.0), 1);
/// assert_eq!(status.class(1.5), 2);
/// assert_eq!(status.class(1.500_001), 3);
///
/// // Boundaries rise, and each is a number.
/// assert!(Thresholds::new(vec![1.0, -1.0]).is_none());
/// assert!(Thresholds::new(vec![f64::NAN]).is_none());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Thresholds(std::borrow::Cow<'static, [f64]>);

impl Thresholds {
    /// Berlin's and Hamburg's four classes of status: −1, 1, 1.5.
    pub const STATUS: Self = Self(std::borrow::Cow::Borrowed(&[-1.0, 1.0, 1.5]));
    /// Berlin's and Hamburg's three classes of dynamics: −1, 1.
    pub const DYNAMICS: Self = Self(std::borrow::Cow::Borrowed(&[-1.0, 1.0]));

    /// Own boundaries; `None` unless they are finite and each is greater than the one before.
    #[must_use]
    pub fn new(boundaries: Vec<f64>) -> Option<Self> {
        let fine = boundaries.iter().all(|it| it.is_finite())
            && boundaries.windows(2).all(|pair| pair[0] < pair[1])
            && !boundaries.is_empty();
        fine.then(|| Self(boundaries.into()))
    }

    /// The boundaries.
    #[must_use]
    pub fn boundaries(&self) -> &[f64] {
        &self.0
    }

    /// The class of a value: how many boundaries it has passed.
    #[must_use]
    pub fn class(&self, value: f64) -> usize {
        let passed = |bound: &f64| if *bound < 0.0 { value >= *bound } else { value > *bound };
        self.0.iter().filter(|it| passed(it)).count()
    }
}
