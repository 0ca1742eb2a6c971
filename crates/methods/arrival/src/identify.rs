use crate::calls::{Calls, Choice, needed};
use crate::draws::{Plan, Tally, ranks};
use crate::frame::{Frame, noisy};
use crate::phase::phase;
use crate::variants;
use crate::{ArrivalError, Dimension, Exclusion, Method, Noise, Panel, Phase, VariantGrid, Vary};

/// How arrival quarters are looked for. The default is that of the command line.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The methods that are asked.
    pub methods: Vec<Method>,
    /// Areas with fewer residents are left out, period by period.
    pub min_population: f64,
    /// Over how many years flows are averaged.
    pub window_years: u32,
    /// The least _z_ of each dimension for [`Method::Conjunctive`].
    pub threshold_sd: f64,
    /// The error that is already in the data.
    pub noise: Noise,
    /// How often the data are drawn anew.
    pub draws: u32,
    /// The seed of the draws.
    pub seed: u64,
    /// Which of our choices are varied.
    pub vary: Vec<Vary>,
    /// Whether every period is reported, or the last alone.
    pub all_periods: bool,
    /// How many threads draw. Their number changes no bit of the result.
    pub threads: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            methods: Method::ALL.to_vec(),
            min_population: 300.0,
            window_years: 3,
            threshold_sd: 0.5,
            noise: Noise::NONE,
            draws: 2000,
            seed: 1,
            vary: Vary::ALL.to_vec(),
            all_periods: false,
            threads: 1,
        }
    }
}

/// What is said of one area in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaResult {
    /// The key of the area.
    pub id: String,
    /// The period, under the name that the panel gives it.
    pub period: String,
    /// How the area stands among the others, or why it is not compared with them.
    pub standing: Result<Standing, Exclusion>,
}

/// How an area stands among the others of its city.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The dimensions that were there, each with its rate per 100 residents and its _z_.
    pub dimensions: Vec<(Dimension, f64, f64)>,
    /// Which of the methods that were asked call it.
    pub calls: Vec<(Method, bool)>,
    /// The standardised sum of _z_; `None` if all sums are equal.
    pub index: Option<f64>,
    /// The sum of its points.
    pub points: u32,
    /// The share of the methods that call it.
    pub agreement: f64,
    /// The share of the draws in which enough methods call it.
    pub probability: f64,
    /// The share of the variants in which enough methods call it.
    pub variants: f64,
    /// Its rank by the sum of _z_, 1 for the highest; ties share the best.
    pub rank: usize,
    /// The 5 % quantile of its ranks over the draws.
    pub rank_low: usize,
    /// The 95 % quantile of its ranks over the draws.
    pub rank_high: usize,
    /// Since when it has been called.
    pub phase: Phase,
    /// The first period of the unbroken run up to this one in which it was called.
    pub since: Option<String>,
}

impl Standing {
    /// Whether enough methods call it: two, or the only one.
    #[must_use]
    pub fn is_called(&self) -> bool {
        self.calls.iter().filter(|it| it.1).count() >= self.calls.len().min(2)
    }
}

/// The arrival quarters of a city.
#[derive(Clone, Debug, PartialEq)]
pub struct Identification {
    /// Every area in every reported period, by key and period.
    pub areas: Vec<AreaResult>,
    /// The grid of the variants of each reported period.
    pub grids: Vec<(String, VariantGrid)>,
    /// Reported periods with a dimension that is equal in all areas, and so left out.
    pub equal: Vec<(String, Dimension)>,
    /// Neighbouring periods between which others are missing. No run goes over such a gap.
    pub gaps: Vec<[String; 2]>,
}

/// Returns which areas of a city are arrival quarters, how sure that is, and since when.
///
/// An arrival quarter stands out **within its city** by international migration, foreign residents
/// and turnover. Three methods judge it: `conjunctive` (every _z_ at least 0.5), `zsum` (the
/// standardised sum above 1 and no _z_ below 0), `points` (at least 80 % of the greatest quantile
/// points). An area is called if two of them agree. `probability` is the share of draws that call
/// it when the data vary within the noise of their source; `variants` the share of a stated grid of
/// our own choices. The two are different things and never mixed. Choose [`composite`](crate::composite())
/// for an index of other indicators.
///
/// # Units
///
/// - `panel`: counts of persons and events, or shares per 100; see [`Counted`](crate::Counted).
/// - returns: rates per 100 residents (and year), shares from 0 to 1, ranks from 1. Areas are
///   sorted by key, whatever order they came in.
///
/// # Errors
///
/// - [`ArrivalError`]: a panel that does not fit together, counts without population, no method.
///
/// An area without a number, or too small, is no error: it is left out with its reason, and changes
/// nobody else's _z_.
///
/// # Accuracy
///
/// Sums over areas are exact. The same seed gives the same bits whatever the order of the areas and
/// the number of threads: each area draws from streams of its own, and the draws are counted. Which
/// true counts may stand behind a protected one is reckoned with all being equally likely before.
/// With 2,000 draws a probability of 0.5 has a standard error of 0.011. Sampling error, wrong
/// registers and the choice of indicators are not in it.
///
/// The thresholds are ours; the published ones could not be had. Read them with `variants`.
///
/// # Complexity
///
/// O(_d n_ log _n_) time for _d_ draws and _n_ areas, O(_n_²) memory a thread for the ranks.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::*;
///
/// let row = |numbers: &[f64]| vec![numbers.iter().copied().map(Some).collect()];
/// let measure = |dimension, counted, numbers| Measure { dimension, counted, series: row(numbers) };
/// let mut panel = Panel {
///     areas: ["Nord", "Ost", "Süd", "West", "Mitte"].map(String::from).to_vec(),
///     periods: vec![Period::read("2024").expect("a year")],
///     population: Some(row(&[1000.0; 5])),
///     measures: vec![
///         measure(Dimension::ArrivalsAbroad, Counted::Flow, &[10.0, 12.0, 9.0, 8.0, 60.0]),
///         measure(Dimension::Foreigners, Counted::Stock, &[100.0, 120.0, 90.0, 110.0, 400.0]),
///         measure(Dimension::Turnover, Counted::Flow, &[200.0, 180.0, 150.0, 190.0, 450.0]),
///     ],
/// };
/// let noise = Noise::rounded(10).expect("a base");
/// let found = identify(&panel, &Settings { noise, ..Settings::default() })?;
/// let mitte = found.areas[0].standing.as_ref().expect("it is compared");
/// assert_eq!((found.areas[0].id.as_str(), mitte.rank, mitte.probability), ("Mitte", 1, 1.0));
/// // One year tells nothing of the years before.
/// assert_eq!(mitte.phase, Phase::Unknown);
///
/// panel.population = None;
/// assert!(identify(&panel, &Settings::default()).is_err());
/// # Ok::<(), ArrivalError>(())
/// ```
///
/// # References
///
/// - Gerten, C., Hanhörster, H., Hans, N., & Liebig, S. (2022). _Population, Space and Place_, 29,
///   e2604, on identifying and typifying arrival spaces. <https://doi.org/10.1002/psp.2604>
/// - Kurtenbach, S. (2012). _Urbane Integrationsschleuse_ (master's thesis). Ruhr-Universität Bochum.
/// - Walker, A. J. (1977). An efficient method for generating discrete random variables with general
///   distributions. _ACM Transactions on Mathematical Software_, 3(3), 253–256.
///   <https://doi.org/10.1145/355744.355749>
#[doc(alias = "Ankunftsquartier")]
pub fn identify(panel: &Panel, settings: &Settings) -> Result<Identification, ArrivalError> {
    panel.check()?;
    if settings.methods.is_empty() {
        return Err(ArrivalError::NoMethod);
    }
    let panel = &panel.in_order();
    let last = panel.periods.len() - 1;
    let first = if settings.all_periods { 0 } else { last };
    let history = History::of(panel, settings);
    let mut found = Identification {
        areas: Vec::new(),
        grids: Vec::new(),
        equal: Vec::new(),
        gaps: panel.gaps(),
    };
    for at in first..=last {
        history.report(at, &mut found);
    }
    found.areas.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(found)
}

/// The calls of every period, by which phases are told.
struct History<'a> {
    panel: &'a Panel,
    settings: &'a Settings,
    frames: Vec<Frame>,
    calls: Vec<Calls>,
    /// `called[period][area]`
    called: Vec<Vec<Option<bool>>>,
}

impl<'a> History<'a> {
    fn of(panel: &'a Panel, settings: &'a Settings) -> Self {
        let mut history = Self { panel, settings, frames: vec![], calls: vec![], called: vec![] };
        for at in 0..panel.periods.len() {
            let frame = Frame::of(panel, at, settings.window_years, settings.min_population);
            let mut calls = Calls::default();
            let mut called = vec![None; panel.areas.len()];
            if !frame.dimensions.is_empty() {
                calls.fill(frame.rates.iter().map(Vec::as_slice), &choice(settings, &frame));
            }
            for (place, area) in frame.areas.iter().enumerate() {
                let votes = calls.votes(&settings.methods, place);
                called[*area] = Some(votes >= needed(&settings.methods));
            }
            history.frames.push(frame);
            history.calls.push(calls);
            history.called.push(called);
        }
        history
    }

    fn report(&self, at: usize, found: &mut Identification) {
        let Self { panel, settings, .. } = self;
        let (frame, calls) = (&self.frames[at], &self.calls[at]);
        let period = panel.periods[at].to_string();
        found.equal.extend(frame.equal.iter().map(|it| (period.clone(), *it)));
        let first = panel.periods[0].half();
        let years = u32::try_from((panel.periods[at].half() - first + 2) / 2).unwrap_or(1);
        let mut grid = VariantGrid::around(settings, frame.dimensions.len(), years);
        let variants = variants::count(panel, frame, at, settings, &mut grid);
        let tally = self.draw(at);
        let mut rank = vec![0; frame.areas.len()];
        ranks(&calls.sum, &mut Vec::new(), |area, it| rank[area] = it);
        let mut standings: Vec<Option<Standing>> = vec![None; panel.areas.len()];
        for (place, area) in frame.areas.iter().enumerate() {
            let mut standing = self.standing(at, place);
            standing.variants = f64::from(variants[place]) / grid.count() as f64;
            standing.rank = rank[place];
            (standing.rank_low, standing.rank_high) = (rank[place], rank[place]);
            if let Some(tally) = &tally {
                let draws = f64::from(settings.draws);
                standing.probability = f64::from(tally.called[place]) / draws;
                standing.rank_low = tally.rank(place, 0.05);
                standing.rank_high = tally.rank(place, 0.95);
            }
            standings[*area] = Some(standing);
        }
        for (area, standing) in standings.into_iter().enumerate() {
            let reason = frame.excluded[area].unwrap_or(Exclusion::NothingToCompare);
            let id = panel.areas[area].clone();
            let period = period.clone();
            found.areas.push(AreaResult { id, period, standing: standing.ok_or(reason) });
        }
        found.grids.push((period, grid));
    }

    /// What the central numbers say of the area at a place of the frame.
    fn standing(&self, at: usize, place: usize) -> Standing {
        let (frame, calls) = (&self.frames[at], &self.calls[at]);
        let methods = &self.settings.methods;
        let area = frame.areas[place];
        let votes = calls.votes(methods, place);
        let dimensions = frame.dimensions.iter().enumerate();
        let periods = self.panel.periods[..=at].iter();
        let called: Vec<_> =
            periods.zip(&self.called).map(|(period, it)| (period.half(), it[area])).collect();
        let (phase, since) = phase(&called, self.panel.step());
        Standing {
            dimensions: dimensions
                .map(|(at, it)| (*it, frame.rates[at][place], calls.z[at][place]))
                .collect(),
            calls: methods.iter().map(|it| (*it, calls.calls(*it, place))).collect(),
            index: (calls.sd_of_sum > 0.0).then(|| calls.sum[place] / calls.sd_of_sum),
            points: calls.points[place] as u32,
            agreement: votes as f64 / methods.len() as f64,
            probability: f64::from(votes >= needed(methods)),
            variants: 0.0,
            rank: 0,
            rank_low: 0,
            rank_high: 0,
            phase,
            since: since.map(|it| self.panel.periods[it].to_string()),
        }
    }

    /// The draws of one period; `None` if the data have no noise, so that all would be alike.
    fn draw(&self, at: usize) -> Option<Tally> {
        let Self { panel, settings, .. } = self;
        let frame = &self.frames[at];
        if settings.noise.is_none() || settings.draws == 0 || frame.areas.is_empty() {
            return None;
        }
        let window = (at, settings.window_years);
        let (samplers, areas) = noisy(panel, frame, window, settings.noise);
        let plan = Plan {
            keys: frame.areas.iter().map(|it| panel.areas[*it].as_str()).collect(),
            period: panel.periods[at].to_string(),
            samplers: &samplers,
            areas: &areas,
            dimensions: frame.dimensions.len(),
            choice: &choice(settings, frame),
            methods: &settings.methods,
            draws: settings.draws,
            seed: settings.seed,
        };
        Some(plan.run(settings.threads))
    }
}

pub(crate) fn choice(settings: &Settings, frame: &Frame) -> Choice {
    Choice {
        threshold_sd: settings.threshold_sd,
        index_above: 1.0,
        points_share: 0.8,
        weights: vec![1.0; frame.dimensions.len()],
    }
}
