use ankunft_numerics::{Stream, exact_sum, ln};

/// The points of several people: person → candidate → criterion; `None` where somebody could not
/// judge. More is better.
pub type Points = [Vec<Vec<Option<f64>>>];

/// How the points of several people for one candidate in one criterion lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many gave points.
    pub n: usize,
    /// The lowest.
    pub low: f64,
    /// The median; between the two middle ones if they are even in number.
    pub median: f64,
    /// The highest.
    pub high: f64,
    /// The mean, which [`weigh`] weighs.
    pub mean: f64,
}

/// How often each candidate is in front.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// The share of the drawn weightings in which it is in front, one entry a candidate. They sum
    /// to one; candidates that are level share a draw.
    pub front: Vec<f64>,
    /// The positions of criteria that were left out, because nobody could judge some candidate.
    pub left_out: Vec<usize>,
    /// How many weightings were drawn.
    pub draws: u32,
}

/// Why candidates cannot be weighed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WeighingError {
    /// There are fewer than two candidates.
    #[error("there is nothing to choose between")]
    NoChoice,
    /// No criterion has points for all candidates.
    #[error("no criterion has points for every candidate")]
    NothingInCommon,
    /// Two criteria have one name, on which their chance hangs.
    #[error("two criteria are called {0}")]
    Twice(String),
    /// No weighting was to be drawn.
    #[error("no weighting was to be drawn")]
    NoDraws,
    /// The points of somebody are not as many as candidates and criteria.
    #[error("the points are not as many as candidates and criteria")]
    Shape,
}

/// Two people, or groups of them, who see a candidate differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// The position of the candidate.
    pub candidate: usize,
    /// The position of the criterion.
    pub criterion: usize,
    /// The positions of those who gave the fewest points.
    pub low: Vec<usize>,
    /// The positions of those who gave the most.
    pub high: Vec<usize>,
    /// How many points lie between them.
    pub distance: f64,
}

/// Returns how points lie; `None` if nobody gave any.
///
/// Look at it before [`weigh`]: where people see a candidate differently, the mean is nobody's
/// opinion.
///
/// # Units
///
/// - `points`: one entry a person, `None` who could not judge.
///
/// # Errors
///
/// None.
///
/// # Accuracy
///
/// The mean is an exact sum divided once, so the order of people changes no bit.
///
/// # Complexity
///
/// O(_n_ log _n_) for _n_ people.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::spread;
///
/// let it = spread(&[Some(5.0), None, Some(2.0), Some(2.0)]).expect("points");
/// assert_eq!((it.n, it.low, it.median, it.high, it.mean), (3, 2.0, 2.0, 5.0, 3.0));
///
/// // Nobody could judge.
/// assert_eq!(spread(&[None, None]), None);
/// ```
#[must_use]
pub fn spread(points: &[Option<f64>]) -> Option<Spread> {
    let mut sorted: Vec<f64> = points.iter().copied().flatten().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (*sorted.first()?, *sorted.last()?);
    let n = sorted.len();
    let median = f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]);
    Some(Spread { n, low, median, high, mean: exact_sum(sorted) / n as f64 })
}

/// Draws weights of criteria and counts how often each candidate is in front.
///
/// All weightings are taken to be equally likely (uniform on the simplex), because a team that
/// does not agree on weights should see how much hangs on them. A candidate is in front if its
/// weighted mean of points is the highest; its points in a criterion are the mean over those who
/// gave some. This is the acceptability index of the first rank in stochastic multicriteria
/// analysis. Choose it after [`spread`] and beside [`in_front`], which takes the weights that people
/// did state. It decides nothing: a share of 0.6 says that the choice rests on weights in two
/// cases of five.
///
/// # Units
///
/// - `criteria`: one name a criterion. Its chance hangs on its name, so that the order of criteria
///   changes no bit.
/// - `points`: any scale that is the same for all criteria.
/// - returns: shares from 0 to 1.
///
/// # Errors
///
/// - [`WeighingError::NoChoice`], [`WeighingError::NothingInCommon`], [`WeighingError::NoDraws`] if
///   there is nothing to weigh.
/// - [`WeighingError::Twice`] if two criteria have one name.
/// - [`WeighingError::Shape`] if the points do not fit the criteria.
///
/// # Accuracy
///
/// The standard error of a share is at most 0.5 / √`draws`: half a percentage point for 10,000. A
/// candidate that another equals or exceeds everywhere, and exceeds somewhere, is never in front,
/// whatever rounding says.
///
/// # Complexity
///
/// O(_d_ · _k_ · _c_) for _d_ draws, _k_ candidates and _c_ criteria.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::weigh;
///
/// // One person; the first is better in need, the second in chance.
/// let points = [vec![vec![Some(5.0), Some(1.0)], vec![Some(1.0), Some(5.0)]]];
/// let weighed = weigh(&["need", "chance"], &points, 10_000, 1).expect("two candidates");
/// assert!((weighed.front[0] - 0.5).abs() < 0.02);
///
/// // With one candidate there is nothing to choose between.
/// assert!(weigh(&["need"], &[vec![vec![Some(5.0)]]], 10_000, 1).is_err());
/// ```
///
/// # References
///
/// - Lahdelma, R., Hokkanen, J., & Salminen, P. (1998). SMAA – Stochastic multiobjective
///   acceptability analysis. _European Journal of Operational Research_, 106(1), 137–143.
///   <https://doi.org/10.1016/S0377-2217(97)00163-X>
pub fn weigh(
    criteria: &[&str],
    points: &Points,
    draws: u32,
    seed: u64,
) -> Result<Weighed, WeighingError> {
    let candidates = shape(criteria, points)?;
    if draws == 0 {
        return Err(WeighingError::NoDraws);
    }
    let mean = |candidate: usize, criterion: usize| {
        let given: Vec<Option<f64>> = points.iter().map(|it| it[candidate][criterion]).collect();
        spread(&given).map(|it| it.mean)
    };
    let column = |criterion: usize| {
        (0..candidates).map(|it| mean(it, criterion)).collect::<Option<Vec<f64>>>()
    };
    let columns: Vec<Option<Vec<f64>>> = (0..criteria.len()).map(column).collect();
    let left_out = (0..criteria.len()).filter(|it| columns[*it].is_none()).collect();
    let named = criteria.iter().zip(&columns);
    let mut used: Vec<(&str, &Vec<f64>)> =
        named.filter_map(|(name, column)| Some((*name, column.as_ref()?))).collect();
    // Sums in the order of names: the order in which criteria come changes no bit.
    used.sort_unstable_by_key(|it| it.0);
    if used.is_empty() {
        return Err(WeighingError::NothingInCommon);
    }
    Ok(Weighed { front: draw(&used, candidates, draws, seed), left_out, draws })
}

/// How many candidates there are.
fn shape(criteria: &[&str], points: &Points) -> Result<usize, WeighingError> {
    let mut names = criteria.to_vec();
    names.sort_unstable();
    if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(WeighingError::Twice(pair[0].to_owned()));
    }
    let candidates = points.first().map_or(0, Vec::len);
    if candidates < 2 {
        return Err(WeighingError::NoChoice);
    }
    let fits = |person: &Vec<Vec<Option<f64>>>| {
        person.len() == candidates && person.iter().all(|it| it.len() == criteria.len())
    };
    if points.iter().all(fits) { Ok(candidates) } else { Err(WeighingError::Shape) }
}

fn draw(used: &[(&str, &Vec<f64>)], candidates: usize, draws: u32, seed: u64) -> Vec<f64> {
    let stream = |(name, _): &(&str, &Vec<f64>)| Stream::named(seed, &format!("weighing/{name}"));
    let mut streams: Vec<Stream> = used.iter().map(stream).collect();
    let possible: Vec<usize> = (0..candidates).filter(|it| !is_dominated(used, *it)).collect();
    let mut won = vec![Vec::new(); candidates];
    for _ in 0..draws {
        // Independent exponential draws, divided by their sum, are uniform on the simplex; who is in
        // front does not depend on the sum.
        let weights: Vec<f64> = streams.iter_mut().map(|it| -ln(1.0 - it.uniform())).collect();
        let total = |candidate: usize| {
            weights
                .iter()
                .zip(used)
                .map(|(weight, (_, column))| weight * column[candidate])
                .sum::<f64>()
        };
        let totals: Vec<f64> = possible.iter().map(|it| total(*it)).collect();
        let best = totals.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let level = totals.iter().filter(|it| **it == best).count();
        for (candidate, total) in possible.iter().zip(totals) {
            if total == best {
                won[*candidate].push(1.0 / level as f64);
            }
        }
    }
    won.into_iter().map(|parts| exact_sum(parts) / f64::from(draws)).collect()
}

/// Whether another candidate equals or exceeds it everywhere, and exceeds it somewhere.
fn is_dominated(used: &[(&str, &Vec<f64>)], candidate: usize) -> bool {
    let candidates = used.first().map_or(0, |(_, column)| column.len());
    (0..candidates).any(|other| {
        used.iter().all(|(_, column)| column[other] >= column[candidate])
            && used.iter().any(|(_, column)| column[other] > column[candidate])
    })
}

/// Returns the candidates that are in front for one person, with that person's own weights.
///
/// Criteria count in which the person gave points to every candidate, so that nobody is ahead
/// because something was not judged. Choose it beside [`weigh`].
///
/// # Units
///
/// - `weights`: one entry a criterion; zero does not count, negative ones neither.
/// - `points`: candidate → criterion.
/// - returns: positions; several if they are level, none if nothing can be compared.
///
/// # Errors
///
/// None; criteria beyond the weights do not count.
///
/// # Accuracy
///
/// Exact sums; points and weights that are whole numbers compare exactly.
///
/// # Complexity
///
/// O(_k_ · _c_) for _k_ candidates and _c_ criteria.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::in_front;
///
/// let points = [vec![Some(5.0), Some(1.0), None], vec![Some(2.0), Some(4.0), Some(5.0)]];
/// assert_eq!(in_front(&[1.0, 1.0, 1.0], &points), [0, 1]);
/// assert_eq!(in_front(&[3.0, 1.0, 1.0], &points), [0]);
///
/// // Only what was not judged counts for this person.
/// assert_eq!(in_front(&[0.0, 0.0, 2.0], &points), [0_usize; 0]);
/// ```
#[must_use]
pub fn in_front(weights: &[f64], points: &[Vec<Option<f64>>]) -> Vec<usize> {
    let is_judged = |at: usize| points.iter().all(|it| it.get(at).copied().flatten().is_some());
    let counts = weights.iter().enumerate().filter(|(at, it)| **it > 0.0 && is_judged(*at));
    let counts: Vec<(usize, f64)> = counts.map(|(at, it)| (at, *it)).collect();
    if counts.is_empty() {
        return Vec::new();
    }
    let total = |candidate: &Vec<Option<f64>>| {
        exact_sum(counts.iter().filter_map(|(at, weight)| Some(weight * candidate[*at]?)))
    };
    let totals: Vec<f64> = points.iter().map(total).collect();
    let best = totals.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (0..totals.len()).filter(|at| totals[*at] == best).collect()
}

/// Returns where people see a candidate differently, the widest apart first.
///
/// Choose it to know what a team should talk about: who gave the fewest and who the most.
///
/// # Units
///
/// - `points`: person → candidate → criterion.
/// - `at_least`: points between the lowest and the highest from which on it is told.
///
/// # Errors
///
/// None; what a person did not judge is no disagreement.
///
/// # Accuracy
///
/// Comparisons and one difference.
///
/// # Complexity
///
/// O(_p_ · _k_ · _c_) for _p_ people, _k_ candidates and _c_ criteria.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::disagreements;
///
/// let points = [vec![vec![Some(5.0)]], vec![vec![Some(2.0)]], vec![vec![None]]];
/// let all = disagreements(&points, 2.0);
/// assert_eq!((all[0].distance, &all[0].low[..], &all[0].high[..]), (3.0, &[1][..], &[0][..]));
///
/// // Four points apart they are not.
/// assert!(disagreements(&points, 4.0).is_empty());
/// ```
#[must_use]
pub fn disagreements(points: &Points, at_least: f64) -> Vec<Disagreement> {
    let candidates = points.first().map_or(0, Vec::len);
    let criteria = points.first().and_then(|it| it.first()).map_or(0, Vec::len);
    let given = |person: usize, candidate: usize, criterion: usize| {
        points[person].get(candidate).and_then(|it| it.get(criterion)).copied().flatten()
    };
    let mut all = Vec::new();
    for candidate in 0..candidates {
        for criterion in 0..criteria {
            let here: Vec<Option<f64>> =
                (0..points.len()).map(|it| given(it, candidate, criterion)).collect();
            let Some(Spread { low, high, .. }) = spread(&here) else { continue };
            let distance = high - low;
            if distance > 0.0 && distance >= at_least {
                let who = |value: f64| {
                    (0..here.len()).filter(|it| here[*it] == Some(value)).collect::<Vec<_>>()
                };
                let (low, high) = (who(low), who(high));
                all.push(Disagreement { candidate, criterion, low, high, distance });
            }
        }
    }
    all.sort_by(|a, b| b.distance.total_cmp(&a.distance));
    all
}
