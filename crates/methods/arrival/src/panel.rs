use std::collections::BTreeSet;

use crate::Period;

/// One number for each period and area: `series[period][area]`.
pub type Series = Vec<Vec<Option<f64>>>;

/// A constitutive dimension of arrival quarters (Gerten et al. 2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// International migration: arrivals from abroad.
    ArrivalsAbroad,
    /// The share of foreign residents.
    Foreigners,
    /// Population turnover.
    Turnover,
}

impl Dimension {
    /// All three, in the order in which they are computed and shown.
    pub const ALL: [Self; 3] = [Self::ArrivalsAbroad, Self::Foreigners, Self::Turnover];

    /// Its name in files: `arrivals-abroad`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ArrivalsAbroad => "arrivals-abroad",
            Self::Foreigners => "foreigners",
            Self::Turnover => "turnover",
        }
    }
}

/// How the numbers of a dimension were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Events of the period, as a count. Averaged over the window, and doubled for half-years.
    Flow,
    /// People on the day of the period, as a count.
    Stock,
    /// Events per 100 residents and year. Averaged over the window.
    FlowPercent,
    /// People per 100 residents.
    StockPercent,
    /// People per 100 residents that do **not** count: residence over five years for turnover.
    OthersPercent,
}

impl Counted {
    /// Whether the numbers are counts, which need the population to become a rate.
    #[must_use]
    pub const fn is_count(self) -> bool {
        matches!(self, Self::Flow | Self::Stock)
    }

    /// Whether they are averaged over the window.
    #[must_use]
    pub const fn is_flow(self) -> bool {
        matches!(self, Self::Flow | Self::FlowPercent)
    }
}

/// The numbers of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Which dimension they measure.
    pub dimension: Dimension,
    /// How they were counted.
    pub counted: Counted,
    /// The numbers.
    pub series: Series,
}

/// What is known of the areas of one city over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The keys of the areas, each once.
    pub areas: Vec<String>,
    /// The periods, the oldest first, each once.
    pub periods: Vec<Period>,
    /// The residents; needed for counts, for the minimum population, and for the noise in shares.
    pub population: Option<Series>,
    /// At most one measure a dimension.
    pub measures: Vec<Measure>,
}

/// Why arrival quarters cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ArrivalError {
    /// There is no area or no period.
    #[error("the panel has no area or no period")]
    Empty,
    /// An area stands twice.
    #[error("the area {0} stands twice")]
    DuplicateArea(String),
    /// Periods do not ascend.
    #[error("the period {0} stands twice or too late")]
    Periods(String),
    /// A series is not as long or wide as the panel.
    #[error("a series of {0} has not one number for each period and area")]
    Shape(&'static str),
    /// A dimension has no measure, or one has two.
    #[error("a dimension has two measures, or none has any")]
    Measures,
    /// Counts cannot become rates without the population.
    #[error("counts of {0} need the population")]
    NoPopulation(&'static str),
    /// No method was asked for.
    #[error("no method was asked for")]
    NoMethod,
}

impl Panel {
    /// Checks that every series fits and that what is needed is there.
    pub(crate) fn check(&self) -> Result<(), ArrivalError> {
        if self.areas.is_empty() || self.periods.is_empty() {
            return Err(ArrivalError::Empty);
        }
        let mut seen = BTreeSet::new();
        if let Some(twice) = self.areas.iter().find(|it| !seen.insert(it.as_str())) {
            return Err(ArrivalError::DuplicateArea(twice.clone()));
        }
        if let Some(pair) = self.periods.windows(2).find(|pair| pair[0] >= pair[1]) {
            return Err(ArrivalError::Periods(pair[1].to_string()));
        }
        let fits = |it: &Series| {
            it.len() == self.periods.len() && it.iter().all(|row| row.len() == self.areas.len())
        };
        if self.population.as_ref().is_some_and(|it| !fits(it)) {
            return Err(ArrivalError::Shape("population"));
        }
        let mut dimensions = BTreeSet::new();
        for measure in &self.measures {
            let code = measure.dimension.code();
            if !fits(&measure.series) {
                return Err(ArrivalError::Shape(code));
            }
            if measure.counted.is_count() && self.population.is_none() {
                return Err(ArrivalError::NoPopulation(code));
            }
            if !dimensions.insert(measure.dimension) {
                return Err(ArrivalError::Measures);
            }
        }
        if dimensions.is_empty() { Err(ArrivalError::Measures) } else { Ok(()) }
    }

    /// Half-years between neighbouring periods: one if the panel has half-years, else two.
    pub(crate) fn step(&self) -> i32 {
        let distances = self.periods.windows(2).map(|pair| pair[1].half() - pair[0].half());
        distances.min().map_or(2, |it| it.min(2))
    }

    /// Pairs of neighbouring periods between which others are missing.
    pub(crate) fn gaps(&self) -> Vec<[String; 2]> {
        let step = self.step();
        let pairs = self.periods.windows(2);
        pairs
            .filter(|pair| pair[1].half() - pair[0].half() > step)
            .map(|pair| [pair[0].to_string(), pair[1].to_string()])
            .collect()
    }

    /// How many events of a year one of this period stands for.
    pub(crate) fn per_year(&self, at: usize) -> f64 {
        let half = self.periods[at].is_half() || self.step() == 1;
        if half { 2.0 } else { 1.0 }
    }

    /// The periods of the window of this many years that ends at a period.
    pub(crate) fn window(&self, at: usize, years: u32) -> std::ops::RangeInclusive<usize> {
        let last = self.periods[at].half();
        let years = i32::try_from(years.max(1)).unwrap_or(i32::MAX / 2);
        let first = self.periods.partition_point(|it| it.half() <= last.saturating_sub(2 * years));
        first..=at
    }

    /// The numbers of an area, by position.
    pub(crate) fn residents(&self, at: usize, area: usize) -> Option<f64> {
        self.population.as_ref().and_then(|it| it[at][area])
    }

    /// The same panel with its areas in the order of their keys.
    pub(crate) fn in_order(&self) -> Self {
        let mut order: Vec<usize> = (0..self.areas.len()).collect();
        order.sort_by(|a, b| self.areas[*a].cmp(&self.areas[*b]));
        let sorted = |series: &Series| -> Series {
            series.iter().map(|row| order.iter().map(|it| row[*it]).collect()).collect()
        };
        let mut measures: Vec<Measure> =
            self.measures.iter().map(|it| Measure { series: sorted(&it.series), ..*it }).collect();
        measures.sort_by_key(|it| it.dimension);
        Self {
            areas: order.iter().map(|it| self.areas[*it].clone()).collect(),
            periods: self.periods.clone(),
            population: self.population.as_ref().map(sorted),
            measures,
        }
    }
}
