use ankunft_numerics::exact_sum;

/// One part of a quarter, or one area of a city.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What was measured there; `None` where it is suppressed or missing.
    pub value: Option<f64>,
    /// How many people it speaks of.
    pub residents: Option<f64>,
}

/// From when on the mean of a quarter hides its parts, in standard deviations between the areas of
/// the city. The numbers are ours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartsRule {
    /// A part no farther from the mean than this is one that the mean describes.
    pub near: f64,
    /// A part on the other side of the city's value counts if it is this far from the mean.
    pub apart: f64,
    /// Parts whose own deviation reaches this differ as widely as the areas of the city.
    pub wide: f64,
}

impl Default for PartsRule {
    fn default() -> Self {
        Self { near: 0.5, apart: 1.0, wide: 1.0 }
    }
}

/// Why the mean of a quarter says little about its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hides {
    /// The mean describes none of them.
    NoPartNear,
    /// The quarter lies above the city and one of them clearly below, or the other way round.
    OtherSide,
    /// They differ as widely as the areas of the whole city.
    Wide,
}

impl Hides {
    /// Its name in files: `no-part-near`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoPartNear => "no-part-near",
            Self::OtherSide => "other-side",
            Self::Wide => "wide",
        }
    }
}

/// How different the parts of a quarter are in one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct PartDifferences {
    /// How many parts have a value.
    pub known: usize,
    /// How many have none; what is said holds for the others.
    pub hidden: usize,
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
    /// The mean of the parts.
    pub mean: f64,
    /// The population standard deviation between the parts.
    pub sd: f64,
    /// The same between the areas of the city; `None` with fewer than two values.
    pub city_sd: Option<f64>,
    /// Whether means and deviations weigh each part and area by its residents.
    pub is_weighted: bool,
    /// Why the mean hides the parts; empty if it does not.
    pub hides: Vec<Hides>,
}

impl PartDifferences {
    /// From the lowest to the highest value.
    #[must_use]
    pub fn range(&self) -> f64 {
        self.high - self.low
    }

    /// The deviation between the parts, measured by that between the areas of the city: 1 means
    /// that the quarter holds as much difference as the city. `None` if the city has none.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        self.city_sd.filter(|it| *it > 0.0).map(|it| self.sd / it)
    }
}

/// Returns how different the parts of a quarter are from each other and from the city, and whether
/// the quarter's mean hides them; `None` if fewer than two parts have a value.
///
/// A quarter of high-rises, single-family houses and simple housing can have the mean of a quarter
/// that does not exist. Three things are looked for: that no part is near the mean; that the
/// quarter lies on one side of the city's value and a part clearly on the other; that the parts
/// differ as widely as the areas of the whole city. Choose it before a quarter is described by one
/// number.
///
/// # Units
///
/// - `parts`: any unit, the same for all; residents in persons.
/// - `areas`: the areas of the whole city, of the same kind as the parts, since smaller areas differ
///   more. The parts may be among them.
/// - `city`: the city's value in the same unit; without it no side can be told.
/// - returns: the same unit; [`PartDifferences::ratio`] has none.
///
/// Every part and area weighs as many residents as it has, or all weigh the same if residents of
/// one with a value are unknown.
///
/// # Errors
///
/// None. A suppressed part is counted and never guessed.
///
/// # Accuracy
///
/// Sums are exact and rounded once, so the order changes no bit. Small parts differ by chance too:
/// a part of 200 people moves by half a point with each of them. The bounds are ours, and no source
/// states any.
///
/// # Complexity
///
/// O(_n_) time and memory for _n_ parts and areas.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Hides, Part, PartsRule, part_differences};
///
/// let of = |value, residents: u32| Part { value, residents: Some(f64::from(residents)) };
/// // High-rises, single-family houses, simple housing, in a city of which 22 % are foreigners.
/// let parts = [of(Some(54.0), 2000), of(Some(12.0), 1500), of(Some(40.0), 1500)];
/// let areas: Vec<Part> = [8.0, 12.0, 15.0, 20.0, 26.0, 31.0, 40.0, 54.0]
///     .map(|share| of(Some(share), 2000))
///     .to_vec();
/// let found = part_differences(&parts, &areas, Some(22.0), &PartsRule::default()).expect("parts");
/// assert_eq!((found.low, found.high, found.mean), (12.0, 54.0, 37.2));
/// assert_eq!(found.hides, [Hides::OtherSide, Hides::Wide]);
///
/// // One part alone differs from nothing.
/// let parts = [of(Some(54.0), 2000), of(None, 1500)];
/// assert!(part_differences(&parts, &areas, Some(22.0), &PartsRule::default()).is_none());
/// ```
///
/// # References
///
/// - The case that made us look: Kaiserslautern-Nordwest, three parts of which the middle one has a
///   far higher status. <https://ankunftsquartiere-staerken.de/fallstudien/kaiserslautern>
#[must_use]
#[doc(alias = "Slevfisch")]
pub fn part_differences(
    parts: &[Part],
    areas: &[Part],
    city: Option<f64>,
    rule: &PartsRule,
) -> Option<PartDifferences> {
    let values: Vec<f64> = parts.iter().filter_map(|it| it.value).collect();
    if values.len() < 2 {
        return None;
    }
    let mut known = parts.iter().chain(areas).filter(|it| it.value.is_some());
    let is_weighted = known.all(|it| it.residents.is_some_and(|people| people > 0.0));
    let of_parts = Spread::of(parts, is_weighted)?;
    let of_areas = Spread::of(areas, is_weighted).filter(|it| it.n > 1);
    let (low, high) = values
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(*it), high.max(*it)));
    let mut found = PartDifferences {
        known: values.len(),
        hidden: parts.len() - values.len(),
        low,
        high,
        mean: of_parts.mean,
        sd: of_parts.sd,
        city_sd: of_areas.map(|it| it.sd),
        is_weighted,
        hides: Vec::new(),
    };
    found.hides = hides(&found, &values, city, rule);
    Some(found)
}

fn hides(
    found: &PartDifferences,
    values: &[f64],
    city: Option<f64>,
    rule: &PartsRule,
) -> Vec<Hides> {
    let Some(unit) = found.city_sd.filter(|it| *it > 0.0) else { return Vec::new() };
    let mean = found.mean;
    let far = |value: f64| (value - mean).abs() / unit;
    let crosses = |value: f64| city.is_some_and(|city| (value - city) * (mean - city) < 0.0);
    let mut hides = Vec::new();
    if values.iter().all(|it| far(*it) > rule.near) {
        hides.push(Hides::NoPartNear);
    }
    if values.iter().any(|it| crosses(*it) && far(*it) >= rule.apart) {
        hides.push(Hides::OtherSide);
    }
    if found.sd >= rule.wide * unit {
        hides.push(Hides::Wide);
    }
    hides
}

/// Mean and population standard deviation, by residents or without weights.
#[derive(Clone, Copy, Debug)]
struct Spread {
    mean: f64,
    sd: f64,
    n: usize,
}

impl Spread {
    /// Of the parts that have a value; `None` if none has.
    fn of(parts: &[Part], is_weighted: bool) -> Option<Self> {
        let weight = |it: &Part| if is_weighted { it.residents.unwrap_or(0.0) } else { 1.0 };
        let known = || parts.iter().filter_map(|it| Some((it.value?, weight(it))));
        let (first, _) = known().next()?;
        let n = known().count();
        if known().all(|(value, _)| value == first) {
            return Some(Self { mean: first, sd: 0.0, n });
        }
        let whole = exact_sum(known().map(|it| it.1));
        let mean = exact_sum(known().map(|(value, weight)| value * weight)) / whole;
        let squares = known().map(|(value, weight)| weight * (value - mean) * (value - mean));
        Some(Self { mean, sd: (exact_sum(squares) / whole).sqrt(), n })
    }
}
