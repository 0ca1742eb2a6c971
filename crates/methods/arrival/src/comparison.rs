use ankunft_numerics::exact_sum;

use crate::standard::Moments;

/// One indicator over the areas of a city and several periods.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The time of each period in years, in ascending order.
    pub years: &'a [f64],
    /// Area → period; `None` where there is no value.
    pub values: &'a [Vec<Option<f64>>],
}

/// How far an area is from the treated one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// The position of the area.
    pub area: usize,
    /// The root of the mean squared distance over features, in standard deviations of the city.
    pub distance: f64,
    /// How many features could be compared.
    pub used: usize,
    /// How many features the treated area has.
    pub of: usize,
}

/// Returns the areas that resemble a treated area in level and trend, the nearest first.
///
/// Each indicator gives two features: its mean over the periods that both areas have, and its slope
/// there by least squares. Differences are divided by the population standard deviation of the
/// feature over all areas, so that no unit outweighs another. Choose it to suggest
/// Vergleichsquartiere for an evaluation before something is done; a person confirms them, who
/// knows what else happens there.
///
/// # Units
///
/// - `courses`: any unit, years for time.
/// - `treated`: the position of the area to compare with.
/// - `excluded`: positions of areas that are treated too, or cannot serve.
/// - returns: standard deviations; two areas one deviation apart in every feature have distance 1.
///
/// # Errors
///
/// None. An area is left out if it is excluded, or if fewer than half of the treated area's
/// features can be compared: a level needs one period in common, a slope three.
///
/// # Accuracy
///
/// Sums are exact and rounded once. A feature in which all areas agree to 10⁻¹¹ of the largest value
/// (of a slope: per span of the periods) tells none apart and is not compared. A missing value shortens the periods of its pair and changes
/// the scale of nobody by more than its own area; how many features were used is returned.
///
/// # Complexity
///
/// O(_n_ · _k_ · _t_) for _n_ areas, _k_ indicators and _t_ periods.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Course, comparison_areas};
///
/// let values = [
///     vec![Some(10.0), Some(12.0), Some(14.0)], // treated
///     vec![Some(10.0), Some(12.0), Some(14.0)], // its twin
///     vec![Some(30.0), Some(29.0), Some(28.0)],
/// ];
/// let course = Course { years: &[2020.0, 2021.0, 2022.0], values: &values };
/// let near = comparison_areas(&[course], 0, &[]);
/// assert_eq!((near[0].area, near[0].distance), (1, 0.0));
///
/// // Where the treated area has no value, nothing resembles it.
/// let nothing = [vec![None; 3], vec![Some(1.0); 3]];
/// let course = Course { years: &[2020.0, 2021.0, 2022.0], values: &nothing };
/// assert!(comparison_areas(&[course], 0, &[]).is_empty());
/// ```
///
/// # References
///
/// - Abadie, A. (2021). Using synthetic controls: Feasibility, data requirements, and
///   methodological aspects. _Journal of Economic Literature_, 59(2), 391–425.
///   <https://doi.org/10.1257/jel.20191450>. Why a donor should resemble the treated unit in level
///   and trend; the distance is our choice.
#[must_use]
#[doc(alias = "Vergleichsquartiere")]
pub fn comparison_areas(
    courses: &[Course<'_>],
    treated: usize,
    excluded: &[usize],
) -> Vec<Distance> {
    let scales: Vec<Scale> = courses.iter().map(|it| Scale::of(it, treated)).collect();
    let of = scales.iter().map(Scale::features).sum();
    let areas = courses.iter().map(|it| it.values.len()).max().unwrap_or(0);
    let others = (0..areas).filter(|it| *it != treated && !excluded.contains(it));
    let mut all: Vec<Distance> = others
        .filter_map(|area| {
            let apart: Vec<f64> = courses
                .iter()
                .zip(&scales)
                .flat_map(|(course, scale)| scale.apart(course, treated, area))
                .collect();
            let used = apart.len();
            let enough = used > 0 && 2 * used >= of;
            let squares = exact_sum(apart.iter().map(|it| it * it));
            enough.then(|| Distance { area, distance: (squares / used as f64).sqrt(), used, of })
        })
        .collect();
    all.sort_by(|a, b| a.distance.total_cmp(&b.distance).then(a.area.cmp(&b.area)));
    all
}

/// The standard deviations of level and slope over all areas; `None` where the treated area has
/// no such feature or all areas are alike.
struct Scale {
    level: Option<f64>,
    slope: Option<f64>,
}

/// The share of the largest value below which a deviation is rounding: areas that are equal in one
/// unit are in another one equal to some last bits only, and divided by those bits they would lie
/// far apart.
const ALIKE: f64 = 1e-11;

/// A slope through two points is no trend.
const PERIODS_FOR_A_SLOPE: usize = 3;

impl Scale {
    fn of(course: &Course<'_>, treated: usize) -> Self {
        let none: Vec<Option<f64>> = Vec::new();
        let own = course.values.get(treated).unwrap_or(&none);
        let features: Vec<Features> =
            course.values.iter().map(|it| Features::of(course.years, own, it)).collect();
        let deviation = |of: fn(&Features) -> Option<f64>, rounding: f64| {
            of(&Features::of(course.years, own, own))?;
            let moments = Moments::of(|| features.iter().filter_map(of))?;
            (moments.sd > rounding).then_some(moments.sd)
        };
        let largest =
            course.values.iter().flatten().flatten().fold(0.0, |a: f64, b| a.max(b.abs()));
        let rounding = largest * ALIKE;
        let span = course.years.last().zip(course.years.first()).map_or(0.0, |(a, b)| a - b);
        Self {
            level: deviation(|it| it.level, rounding),
            slope: deviation(|it| it.slope, rounding / span),
        }
    }

    fn features(&self) -> usize {
        usize::from(self.level.is_some()) + usize::from(self.slope.is_some())
    }

    /// The differences of two areas, in standard deviations.
    fn apart(&self, course: &Course<'_>, treated: usize, area: usize) -> Vec<f64> {
        let (Some(own), Some(other)) = (course.values.get(treated), course.values.get(area)) else {
            return Vec::new();
        };
        // Both over the periods that both have.
        let mine = Features::of(course.years, other, own);
        let its = Features::of(course.years, own, other);
        let apart =
            |sd: Option<f64>, mine: Option<f64>, its: Option<f64>| Some((its? - mine?) / sd?);
        [apart(self.level, mine.level, its.level), apart(self.slope, mine.slope, its.slope)]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// Level and slope of an area.
struct Features {
    level: Option<f64>,
    slope: Option<f64>,
}

impl Features {
    /// Over the periods in which `with` has a value too.
    fn of(years: &[f64], with: &[Option<f64>], values: &[Option<f64>]) -> Self {
        let points: Vec<(f64, f64)> = years
            .iter()
            .zip(values.iter().zip(with))
            .filter_map(|(year, (value, other))| Some((*year, (*value)?, (*other)?)))
            .map(|(year, value, _)| (year, value))
            .collect();
        let n = points.len();
        if n == 0 {
            return Self { level: None, slope: None };
        }
        let level = exact_sum(points.iter().map(|it| it.1)) / n as f64;
        let year = exact_sum(points.iter().map(|it| it.0)) / n as f64;
        let across = exact_sum(points.iter().map(|it| (it.0 - year) * (it.0 - year)));
        let along = exact_sum(points.iter().map(|it| (it.0 - year) * (it.1 - level)));
        let slope = (n >= PERIODS_FOR_A_SLOPE && across > 0.0).then(|| along / across);
        Self { level: Some(level), slope }
    }
}
