//! The perturbations of the cell-key method: the distribution of largest entropy.

use ankunft_numerics::{exact_sum, exp};

/// The perturbations of a true count and their probabilities.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// The least perturbation.
    pub(crate) first: i64,
    /// The probability of each, from `first` on.
    pub(crate) weights: Vec<f64>,
}

/// The row of a true count: at most `reach` away, never below zero, unbiased, with this variance,
/// and no step down likelier than a shorter one.
///
/// The true zero stays zero. A small count has little room below; where it cannot have the variance
/// without the tail above rising again, it has the variance that it then has. Rows agree with those
/// of the R package ptable.
pub(crate) fn row(count: u64, reach: u32, variance: f64) -> Row {
    let room = i64::try_from(count).unwrap_or(i64::MAX).min(i64::from(reach));
    if room == 0 {
        return Row { first: 0, weights: vec![1.0] };
    }
    let steps = Steps { room: usize::try_from(room).unwrap_or(0), reach: reach as usize };
    // Steps down that would be likelier than a shorter one are as likely as it: they are pooled.
    let pooled = (0..=steps.room).find_map(|pool| {
        let family = steps.pooled(pool);
        let (weights, curve) = family.with_variance(variance)?;
        let weights = if curve > 0.0 { family.with_mean() } else { weights };
        let falls = weights[..=steps.room].windows(2).all(|pair| pair[0] <= pair[1] + 1e-12);
        falls.then_some(weights)
    });
    let weights = pooled.unwrap_or_else(|| steps.pooled(steps.room).with_mean());
    Row { first: -room, weights }
}

struct Steps {
    room: usize,
    reach: usize,
}

/// Weights ∝ exp(_a_ · first + _b_ · second), where the features of pooled steps are their means.
struct Family {
    first: Vec<f64>,
    second: Vec<f64>,
}

impl Steps {
    fn pooled(&self, pool: usize) -> Family {
        let step = |at: usize| at as f64 - self.room as f64;
        let block = self.room - pool..=self.room;
        let feature = |power: i32| {
            let mean =
                block.clone().map(|it| step(it).powi(power)).sum::<f64>() / (pool + 1) as f64;
            let of = |at: usize| if block.contains(&at) { mean } else { step(at).powi(power) };
            (0..=self.room + self.reach).map(of).collect()
        };
        Family { first: feature(1), second: feature(2) }
    }
}

impl Family {
    fn weights(&self, a: f64, b: f64) -> Vec<f64> {
        let features = self.first.iter().zip(&self.second);
        let weights: Vec<f64> =
            features.map(|(first, second)| exp(a * first + b * second)).collect();
        let whole = exact_sum(weights.iter().copied());
        weights.into_iter().map(|it| it / whole).collect()
    }

    fn mean(&self, weights: &[f64], of: impl Fn(f64, f64) -> f64) -> f64 {
        let features = self.first.iter().zip(&self.second).zip(weights);
        exact_sum(features.map(|((first, second), weight)| weight * of(*first, *second)))
    }

    /// The member with mean 0 and this variance, and its _b_; `None` if Newton finds none.
    fn with_variance(&self, variance: f64) -> Option<(Vec<f64>, f64)> {
        let (mut a, mut b) = (0.0, -0.5 / variance);
        for _ in 0..500 {
            let weights = self.weights(a, b);
            let (m1, m2) = (self.mean(&weights, |it, _| it), self.mean(&weights, |_, it| it));
            let (miss1, miss2) = (m1, m2 - variance);
            if miss1.abs() < 1e-12 && miss2.abs() < 1e-12 {
                return Some((weights, b));
            }
            let c11 = self.mean(&weights, |first, _| first * first) - m1 * m1;
            let c12 = self.mean(&weights, |first, second| first * second) - m1 * m2;
            let c22 = self.mean(&weights, |_, second| second * second) - m2 * m2;
            let det = c11 * c22 - c12 * c12;
            let da = (c22 * miss1 - c12 * miss2) / det;
            let db = (c11 * miss2 - c12 * miss1) / det;
            // Far from the solution a whole step may leave every weight but one at zero.
            let whole = da.abs().max(4.0 * db.abs()).max(1.0);
            a -= da / whole;
            b -= db / whole;
            if !(a.is_finite() && b.is_finite()) {
                return None;
            }
        }
        None
    }

    /// The member with mean 0 and _b_ = 0: it falls by the same factor from step to step.
    fn with_mean(&self) -> Vec<f64> {
        let (mut low, mut high) = (-60.0, 60.0);
        for _ in 0..200 {
            let middle = 0.5 * (low + high);
            let mean = self.mean(&self.weights(middle, 0.0), |it, _| it);
            if mean < 0.0 { low = middle } else { high = middle }
        }
        self.weights(0.5 * (low + high), 0.0)
    }
}
