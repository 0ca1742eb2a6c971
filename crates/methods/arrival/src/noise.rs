use std::collections::BTreeMap;

use ankunft_numerics::{Stream, exact_sum};

use crate::entropy::row;

/// The error that the source's protection left in its counts.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::Noise;
///
/// assert_eq!(Noise::cell_key(5, 2.0).map(Noise::reach), Some(5));
/// assert!(Noise::rounded(5).is_some());
///
/// // No perturbation of at most two has a variance of ten; nobody rounds to sevens.
/// assert!(Noise::cell_key(2, 10.0).is_none());
/// assert!(Noise::rounded(7).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Noise(Rule);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    None,
    CellKey { reach: u32, variance: f64 },
    Rounded(u32),
}

impl Noise {
    /// The counts are exact.
    pub const NONE: Self = Self(Rule::None);
    /// The widest perturbation that is reckoned with.
    const WIDEST: u32 = 100;

    /// The cell-key method with perturbations of at most `reach` and this variance; `None` if
    /// no unbiased perturbation has it.
    #[must_use]
    pub fn cell_key(reach: u32, variance: f64) -> Option<Self> {
        // Beyond the variance of equal weights a step would be likelier the farther it goes.
        let most = f64::from(reach) * f64::from(reach + 1) / 3.0;
        let fine = (1..=Self::WIDEST).contains(&reach) && variance > 0.0 && variance < most;
        fine.then_some(Self(Rule::CellKey { reach, variance }))
    }

    /// Rounding to the nearest multiple of 5 or 10; `None` for any other base.
    #[must_use]
    pub fn rounded(base: u32) -> Option<Self> {
        [5, 10].contains(&base).then_some(Self(Rule::Rounded(base)))
    }

    /// How far a count can be from the truth.
    #[must_use]
    pub fn reach(self) -> u32 {
        match self.0 {
            Rule::None => 0,
            Rule::CellKey { reach, .. } => reach,
            Rule::Rounded(base) => base / 2,
        }
    }

    /// Whether the counts are exact.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == Rule::None
    }

    /// Whether the rule can have made this count.
    #[must_use]
    pub fn is_on_grid(self, observed: f64) -> bool {
        match self.0 {
            Rule::None => true,
            Rule::CellKey { .. } => observed.fract() == 0.0,
            Rule::Rounded(base) => observed % f64::from(base) == 0.0,
        }
    }

    /// What the truth may be beside this count: distances from it with their probabilities, all
    /// true counts being equally likely before.
    fn truths(self, observed: f64) -> (i64, Vec<f64>) {
        let whole = whole(observed);
        match self.0 {
            Rule::None => (0, vec![1.0]),
            Rule::Rounded(base) => {
                // 5 · ⌊(n + 2) / 5⌋ and 10 · ⌊(n + 5) / 10⌋.
                let (below, above) = (i64::from(base / 2), i64::from((base - 1) / 2));
                let first = (-below).max(-whole);
                (first, vec![1.0; usize::try_from(above - first + 1).unwrap_or(1)])
            }
            Rule::CellKey { reach, variance } => {
                let first = (-i64::from(reach)).max(-whole);
                let weight = |distance: i64| {
                    let truth = u64::try_from(whole + distance).unwrap_or(0);
                    let row = row(truth, reach, variance);
                    let step = usize::try_from(-distance - row.first).ok();
                    step.and_then(|it| row.weights.get(it)).copied().unwrap_or(0.0)
                };
                (first, (first..=i64::from(reach)).map(weight).collect())
            }
        }
    }
}

/// The whole number nearest to a count.
#[expect(clippy::cast_possible_truncation, reason = "counts of persons are far below 2^53")]
fn whole(observed: f64) -> i64 {
    observed.round() as i64
}

/// Draws what the truth may be beside a count, in constant time (Walker 1977).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sampler {
    first: f64,
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Slot {
    /// Up to here of 2³² the slot's own value, above it the other's.
    own: u32,
    values: [f64; 2],
}

impl Sampler {
    fn new(first: i64, weights: &[f64]) -> Self {
        let whole = exact_sum(weights.iter().copied());
        let size = weights.len();
        let mut rest: Vec<f64> = weights.iter().map(|it| it / whole * size as f64).collect();
        let mut slots = vec![(f64::from(u32::MAX), 0); size];
        let (mut small, mut large): (Vec<usize>, Vec<usize>) =
            (0..size).partition(|at| rest[*at] < 1.0);
        while let (Some(under), Some(&over)) = (small.pop(), large.last()) {
            slots[under] = (rest[under] * f64::from(u32::MAX), over);
            rest[over] -= 1.0 - rest[under];
            if rest[over] < 1.0 {
                large.pop();
                small.push(over);
            }
        }
        let slot = |(at, (own, other)): (usize, (f64, usize))| Slot {
            own: own as u32,
            values: [at as f64, other as f64],
        };
        Self { first: first as f64, slots: slots.into_iter().enumerate().map(slot).collect() }
    }

    /// The distance of the truth from the count that was seen, by 32 bits of chance.
    fn draw(&self, bits: u32) -> f64 {
        let wide = u64::from(bits) * self.slots.len() as u64;
        let slot = &self.slots[(wide >> 32) as usize];
        self.first + slot.values[usize::from(wide as u32 > slot.own)]
    }
}

/// The samplers of a rule: one for each combination of counts whose distances are added up, where
/// all large counts are alike.
#[derive(Debug)]
pub(crate) struct Samplers {
    noise: Noise,
    known: BTreeMap<Vec<i64>, usize>,
    all: Vec<Sampler>,
}

impl Samplers {
    pub(crate) fn new(noise: Noise) -> Self {
        Self { noise, known: BTreeMap::new(), all: Vec::new() }
    }

    /// The number of the sampler for the sum of the distances of these counts.
    pub(crate) fn of(&mut self, observed: &[f64]) -> usize {
        // From here on nothing is cut off at zero, neither by this count nor by its truth.
        let large = 2 * i64::from(self.noise.reach());
        let mut keys: Vec<i64> = observed.iter().map(|it| whole(*it).clamp(0, large)).collect();
        keys.sort_unstable();
        if let Some(known) = self.known.get(&keys) {
            return *known;
        }
        let (mut first, mut weights) = (0, vec![1.0]);
        for key in &keys {
            let (least, more) = self.noise.truths(*key as f64);
            first += least;
            weights = convolved(&weights, &more);
        }
        self.all.push(Sampler::new(first, &weights));
        self.known.insert(keys, self.all.len() - 1);
        self.all.len() - 1
    }

    /// The distance of the truth from the counts of this sampler.
    pub(crate) fn draw(&self, sampler: usize, chance: &mut Halves) -> f64 {
        self.all[sampler].draw(chance.bits())
    }
}

/// The weights of the sum of two independent distances.
fn convolved(one: &[f64], other: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; one.len() + other.len() - 1];
    for (at, weight) in one.iter().enumerate() {
        for (more, other) in other.iter().enumerate() {
            sum[at + more] += weight * other;
        }
    }
    sum
}

/// A stream of chance, 32 bits at a time.
pub(crate) struct Halves {
    stream: Stream,
    left: Option<u32>,
}

impl Halves {
    pub(crate) fn new(stream: Stream) -> Self {
        Self { stream, left: None }
    }

    fn bits(&mut self) -> u32 {
        self.left.take().unwrap_or_else(|| {
            let bits = self.stream.bits();
            self.left = Some((bits >> 32) as u32);
            bits as u32
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(noise: Noise, observed: f64, distance: f64) -> f64 {
        let (first, weights) = noise.truths(observed);
        let sampler = Sampler::new(first, &weights);
        let draws = 1 << 16;
        let hits = (0..draws).filter(|it| sampler.draw(it << 16) == distance).count();
        hits as f64 / f64::from(draws)
    }

    #[test]
    fn rounding_hides_each_truth_alike() {
        let noise = Noise::rounded(5).expect("a base");
        for (distance, expected) in [(-3.0, 0.0), (-2.0, 0.2), (2.0, 0.2), (3.0, 0.0)] {
            assert!((share(noise, 100.0, distance) - expected).abs() < 1e-3);
        }
        assert!((share(noise, 0.0, 2.0) - 1.0 / 3.0).abs() < 1e-3);
        let ten = Noise::rounded(10).expect("a base");
        assert!((share(ten, 50.0, -5.0) - 0.1).abs() < 1e-3);
        assert!(share(ten, 50.0, 5.0) < 1e-9);
    }

    #[test]
    fn the_cell_key_is_drawn_as_its_table_says() {
        let noise = Noise::cell_key(5, 2.0).expect("a rule");
        let expected = row(50, 5, 2.0);
        for (step, weight) in expected.weights.iter().enumerate() {
            let distance = -(expected.first as f64 + step as f64);
            assert!((share(noise, 50.0, distance) - weight).abs() < 1e-3);
        }
        // A zero may be a one, and never a minus one.
        assert!(share(noise, 0.0, 0.0) > 0.5 && share(noise, 0.0, -1.0) < 1e-9);
    }

    #[test]
    fn several_counts_are_drawn_as_their_sum() {
        let mut samplers = Samplers::new(Noise::rounded(5).expect("a base"));
        let both = samplers.of(&[100.0, 0.0]);
        assert_eq!(both, samplers.of(&[0.0, 500.0]));
        let mut chance = Halves::new(Stream::named(1, "test"));
        let draws: Vec<f64> = (0..20_000).map(|_| samplers.draw(both, &mut chance)).collect();
        // −2 to 2, and 0 to 2: each of fifteen pairs is as likely as the others.
        for (sum, ways) in
            [(-3.0, 0.0), (-2.0, 1.0), (0.0, 3.0), (2.0, 3.0), (4.0, 1.0), (5.0, 0.0)]
        {
            let share = draws.iter().filter(|it| **it == sum).count() as f64 / 20_000.0;
            assert!((share - ways / 15.0).abs() < 0.01, "{sum}: {share}");
        }
    }

    /// The tables of the R package ptable.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "reads reference data")]
    fn rows_agree_with_ptable() {
        let root =
            std::env::var("ANKUNFT_REFERENCE").unwrap_or_else(|_| "../../../../shared".into());
        for (name, reach, variance) in [
            ("D3V1js0", 3, 1.0),
            ("D4V2js0", 4, 2.0),
            ("D5V1js0", 5, 1.0),
            ("D5V2js0", 5, 2.0),
            ("D8V2js0", 8, 2.0),
            ("D10V5js0", 10, 5.0),
        ] {
            let file = format!("{root}/reference/disclosure/ptable/{name}.csv");
            let Ok(text) = std::fs::read_to_string(file) else {
                eprintln!("skipped: no reference data");
                return;
            };
            let mut compared = 0;
            for line in text.lines().skip(1) {
                let fields: Vec<&str> = line.split(';').collect();
                let (count, p): (u64, f64) =
                    (fields[0].parse().expect("i"), fields[2].parse().expect("p"));
                let v: i64 = fields[3].parse().expect("v");
                let ours = row(count, reach, variance);
                let at = usize::try_from(v - ours.first).expect("within reach");
                let miss = (ours.weights[at] - p).abs();
                assert!(miss < 2e-5, "{name}, {count} {v:+}: {} and {p}", ours.weights[at]);
                compared += 1;
            }
            assert!(compared > 15, "{name}");
        }
    }
}
