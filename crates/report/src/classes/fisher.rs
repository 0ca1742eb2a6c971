use super::breaks::shortest_between;

/// Breaks of the division with the least sum of squares within classes.
///
/// Works on distinct values with their frequencies, so that ties cannot be parted. Of several
/// best divisions the one is taken whose upper classes begin earliest.
pub(super) fn natural_breaks(sorted: &[f64], wanted: usize) -> Vec<f64> {
    let values = Distinct::of(sorted);
    let classes = wanted.min(values.len());
    let m = values.len();

    // best[j]: least cost of the first j + 1 distinct values in the classes so far.
    let mut best: Vec<f64> = (0..m).map(|last| values.cost(0, last)).collect();
    let mut starts: Vec<Vec<usize>> = Vec::new();
    for class in 1..classes {
        let mut next = vec![f64::INFINITY; m];
        let mut start = vec![0; m];
        for last in class..m {
            for first in class..=last {
                let cost = best[first - 1] + values.cost(first, last);
                if cost < next[last] {
                    next[last] = cost;
                    start[last] = first;
                }
            }
        }
        best = next;
        starts.push(start);
    }

    let mut breaks = Vec::new();
    let mut last = m - 1;
    for start in starts.iter().rev() {
        let first = start[last];
        breaks.push(shortest_between(values.values[first - 1], values.values[first]));
        last = first - 1;
    }
    breaks.reverse();
    breaks
}

/// Distinct values with running sums, from which the cost of any run follows in one step.
struct Distinct {
    values: Vec<f64>,
    weight: Vec<f64>,
    sum: Vec<f64>,
    squares: Vec<f64>,
}

impl Distinct {
    fn of(sorted: &[f64]) -> Self {
        // Differences to the middle value, in parts of the largest, keep the squares small,
        // and with them what subtracting running sums loses.
        let centre = sorted[sorted.len() / 2] / 2.0;
        let largest = |so_far: f64, value: &f64| so_far.max((value / 2.0 - centre).abs());
        let scale = sorted.iter().fold(f64::MIN_POSITIVE, largest);
        let mut it = Self { values: vec![], weight: vec![0.0], sum: vec![0.0], squares: vec![0.0] };
        for run in sorted.chunk_by(|a, b| a == b) {
            let (count, distance) = (run.len() as f64, (run[0] / 2.0 - centre) / scale);
            it.values.push(run[0]);
            it.weight.push(last(&it.weight) + count);
            it.sum.push(last(&it.sum) + count * distance);
            it.squares.push(last(&it.squares) + count * distance * distance);
        }
        it
    }

    fn len(&self) -> usize {
        self.values.len()
    }

    /// The sum of squared deviations from the mean of the values `first..=last`.
    fn cost(&self, first: usize, last: usize) -> f64 {
        if first == last {
            return 0.0;
        }
        let of = |running: &[f64]| running[last + 1] - running[first];
        let (weight, sum) = (of(&self.weight), of(&self.sum));
        (of(&self.squares) - sum * sum / weight).max(0.0)
    }
}

fn last(running: &[f64]) -> f64 {
    running.last().copied().unwrap_or(0.0)
}
