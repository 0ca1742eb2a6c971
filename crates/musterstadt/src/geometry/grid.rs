use ankunft_numerics::Stream;
use std::{cmp::Reverse, collections::BinaryHeap};

use super::courses::{Course, distance};
use crate::plan::Plan;

/// Grid cells from the middle to the rim of a city.
const RADIUS_CELLS: f64 = 84.0;
/// Cells outside the city.
pub(super) const OUTSIDE: usize = usize::MAX;
const STEPS: [(isize, isize, f64); 8] = [
    (1, 0, 1.0),
    (0, 1, 1.0),
    (-1, 0, 1.0),
    (0, -1, 1.0),
    (1, 1, std::f64::consts::SQRT_2),
    (-1, 1, std::f64::consts::SQRT_2),
    (-1, -1, std::f64::consts::SQRT_2),
    (1, -1, std::f64::consts::SQRT_2),
];

/// A square grid over the city; every cell knows its atom.
pub(super) struct Grid {
    /// Cells along one edge.
    pub n: usize,
    /// Length of a cell in kilometres.
    pub step: f64,
    /// Atom of each cell, row by row from the south-west; [`OUTSIDE`] beyond the city.
    pub labels: Vec<usize>,
    /// On which side of each course a cell lies, one bit a course.
    pub sides: Vec<u32>,
    /// How hard it is to walk: makes borders irregular.
    rough: Vec<f64>,
    barriers: Vec<f64>,
}

pub(super) fn grow(plan: &Plan, courses: &[Course], stream: &mut Stream) -> Grid {
    let mut grid = Grid::new(plan.radius, courses, stream);
    let rim = rim(plan, stream);
    let inside: Vec<bool> = (0..grid.n * grid.n).map(|cell| rim.holds(grid.middle(cell))).collect();
    let seeds: Vec<_> =
        plan.quarters.iter().map(|quarter| (grid.cell(quarter.seed), quarter.reach)).collect();
    let mut quarters = grid.spread(&seeds, |cell| inside[cell]);
    grid.tidy(&mut quarters);
    let mut atom = 0;
    for (at, quarter) in plan.quarters.iter().enumerate() {
        let cells: Vec<usize> = (0..quarters.len()).filter(|&cell| quarters[cell] == at).collect();
        let middles = grid.divide(&cells, quarter.zones.len(), stream);
        let seeds: Vec<_> = middles.into_iter().map(|middle| (middle, 1.0)).collect();
        let zones = grid.spread(&seeds, |cell| quarters[cell] == at);
        for cell in cells {
            grid.labels[cell] = if zones[cell] == OUTSIDE { atom } else { atom + zones[cell] };
        }
        atom += quarter.zones.len();
    }
    let mut labels = std::mem::take(&mut grid.labels);
    grid.tidy(&mut labels);
    grid.labels = labels;
    grid
}

impl Grid {
    fn new(radius: f64, courses: &[Course], stream: &mut Stream) -> Self {
        let step = radius / RADIUS_CELLS;
        let n = (2.0 * 1.28 * RADIUS_CELLS) as usize;
        let mut grid = Self {
            n,
            step,
            labels: vec![OUTSIDE; n * n],
            sides: Vec::new(),
            rough: rough(n, stream),
            barriers: courses
                .iter()
                .map(|course| course.barrier / 1000.0 / (radius / 6.2))
                .collect(),
        };
        grid.sides = grid.sides(courses);
        grid
    }

    fn sides(&self, courses: &[Course]) -> Vec<u32> {
        let mut sides = vec![0; self.n * self.n];
        for (bit, course) in courses.iter().enumerate() {
            for row in 0..self.n {
                let crossings = course.crossings(self.middle(row * self.n).1);
                for column in 0..self.n {
                    let cell = row * self.n + column;
                    let (x, _) = self.middle(cell);
                    let east = crossings.len() - crossings.partition_point(|at| *at <= x);
                    sides[cell] |= u32::from(east % 2 == 1) << bit;
                }
            }
        }
        sides
    }

    fn middle(&self, cell: usize) -> (f64, f64) {
        self.place((cell % self.n) as f64 + 0.5, (cell / self.n) as f64 + 0.5)
    }

    /// Grid units to kilometres.
    pub fn place(&self, i: f64, j: f64) -> (f64, f64) {
        let half = self.n as f64 / 2.0;
        ((i - half) * self.step, (j - half) * self.step)
    }

    fn cell(&self, (x, y): (f64, f64)) -> usize {
        let half = self.n as f64 / 2.0;
        let clamp =
            |value: f64| (value / self.step + half).clamp(0.0, self.n as f64 - 1.0) as usize;
        clamp(y) * self.n + clamp(x)
    }

    fn neighbor(&self, cell: usize, dx: isize, dy: isize) -> Option<usize> {
        let x = (cell % self.n).checked_add_signed(dx).filter(|x| *x < self.n)?;
        let y = (cell / self.n).checked_add_signed(dy).filter(|y| *y < self.n)?;
        Some(y * self.n + x)
    }

    /// Each allowed cell goes to the seed that reaches it first.
    fn spread(&self, seeds: &[(usize, f64)], allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut labels = vec![OUTSIDE; self.n * self.n];
        let mut queue: BinaryHeap<_> =
            seeds.iter().enumerate().map(|(at, (cell, _))| Reverse((0_u64, *cell, at))).collect();
        while let Some(Reverse((cost, cell, at))) = queue.pop() {
            if labels[cell] != OUTSIDE || !allowed(cell) {
                continue;
            }
            labels[cell] = at;
            for (dx, dy, length) in STEPS {
                let Some(next) = self.neighbor(cell, dx, dy) else { continue };
                if labels[next] == OUTSIDE && allowed(next) {
                    let walk = length * self.step * self.rough[next] / seeds[at].1
                        + self.crossing(cell, next);
                    queue.push(Reverse((cost + (walk * 1e6) as u64, next, at)));
                }
            }
        }
        labels
    }

    fn crossing(&self, from: usize, to: usize) -> f64 {
        let crossed = self.sides[from] ^ self.sides[to];
        if crossed == 0 {
            return 0.0;
        }
        self.barriers
            .iter()
            .enumerate()
            .filter(|(at, _)| crossed >> at & 1 == 1)
            .map(|(_, barrier)| barrier)
            .sum()
    }

    /// Middles of `k` compact parts of a set of cells, ordered along its longer side from north or west.
    fn divide(&self, cells: &[usize], k: usize, stream: &mut Stream) -> Vec<usize> {
        let points: Vec<_> = cells.iter().map(|&cell| self.middle(cell)).collect();
        let mut middles = vec![points[stream.index(points.len())]];
        while middles.len() < k {
            let gap = |p: &(f64, f64)| {
                middles.iter().map(|m| distance(*p, *m)).fold(f64::INFINITY, f64::min)
            };
            let far = points.iter().copied().max_by(|a, b| gap(a).total_cmp(&gap(b)));
            middles.push(far.unwrap_or(points[0]));
        }
        for _ in 0..12 {
            let mut sums = vec![(0.0, 0.0, 0.0); k];
            for point in &points {
                let sum = &mut sums[nearest(&middles, *point)];
                *sum = (sum.0 + point.0, sum.1 + point.1, sum.2 + 1.0);
            }
            for (middle, sum) in middles.iter_mut().zip(sums).filter(|(_, sum)| sum.2 > 0.0) {
                *middle = (sum.0 / sum.2, sum.1 / sum.2);
            }
        }
        let spread = |of: fn(&(f64, f64)) -> f64| {
            let (low, high) = middles
                .iter()
                .map(of)
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
            high - low
        };
        if spread(|p| p.1) >= spread(|p| p.0) {
            middles.sort_by(|a, b| b.1.total_cmp(&a.1));
        } else {
            middles.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        middles.iter().map(|middle| cells[nearest(&points, *middle)]).collect()
    }

    /// Leaves every area in one piece, without two cells that touch only at a corner.
    fn tidy(&self, labels: &mut [usize]) {
        for _ in 0..12 {
            let islands = self.join_islands(labels);
            let corners = self.open_corners(labels);
            if islands + corners == 0 {
                break;
            }
        }
    }

    fn join_islands(&self, labels: &mut [usize]) -> usize {
        let mut part = vec![usize::MAX; labels.len()];
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for start in 0..labels.len() {
            if part[start] != usize::MAX {
                continue;
            }
            let mut cells = vec![start];
            part[start] = parts.len();
            let mut at = 0;
            while at < cells.len() {
                let cell = cells[at];
                at += 1;
                for next in
                    STEPS[..4].iter().filter_map(|(dx, dy, _)| self.neighbor(cell, *dx, *dy))
                {
                    if part[next] == usize::MAX && labels[next] == labels[cell] {
                        part[next] = parts.len();
                        cells.push(next);
                    }
                }
            }
            parts.push(cells);
        }
        let largest = |label: usize| {
            parts.iter().filter(|cells| labels[cells[0]] == label).map(Vec::len).max().unwrap_or(0)
        };
        let islands: Vec<_> =
            parts.iter().filter(|cells| cells.len() < largest(labels[cells[0]])).cloned().collect();
        for cells in &islands {
            let around = cells.iter().flat_map(|cell| {
                STEPS[..4].iter().filter_map(|(dx, dy, _)| self.neighbor(*cell, *dx, *dy))
            });
            let other = around
                .map(|cell| labels[cell])
                .find(|label| *label != labels[cells[0]] && *label != OUTSIDE);
            for cell in cells {
                labels[*cell] = other.unwrap_or(OUTSIDE);
            }
        }
        islands.len()
    }

    fn open_corners(&self, labels: &mut [usize]) -> usize {
        let mut opened = 0;
        for south_west in 0..labels.len() {
            let [Some(se), Some(nw), Some(ne)] =
                [(1, 0), (0, 1), (1, 1)].map(|(dx, dy)| self.neighbor(south_west, dx, dy))
            else {
                continue;
            };
            let (a, b, c, d) = (labels[south_west], labels[se], labels[nw], labels[ne]);
            if a == d && a != b && a != c {
                labels[se] = if a == OUTSIDE { b } else { a };
                if a == OUTSIDE {
                    labels[south_west] = b;
                }
                opened += 1;
            } else if b == c && b != a && b != d {
                labels[south_west] = if b == OUTSIDE { a } else { b };
                if b == OUTSIDE {
                    labels[se] = a;
                }
                opened += 1;
            }
        }
        opened
    }
}

fn nearest(points: &[(f64, f64)], to: (f64, f64)) -> usize {
    let mut best = (0, f64::INFINITY);
    for (at, point) in points.iter().enumerate() {
        let gap = (point.0 - to.0) * (point.0 - to.0) + (point.1 - to.1) * (point.1 - to.1);
        if gap < best.1 {
            best = (at, gap);
        }
    }
    best.0
}

/// The outer border of the city: a circle with bulges that takes in the seed of every quarter.
struct Rim {
    radius: f64,
    waves: Vec<(f64, f64, f64)>,
    /// Angle and distance of what must lie inside.
    seeds: Vec<(f64, f64)>,
}

fn rim(plan: &Plan, stream: &mut Stream) -> Rim {
    let waves = [
        (2.0, 0.06),
        (3.0, 0.05),
        (5.0, 0.03),
        (7.0, 0.022),
        (11.0, 0.02),
        (17.0, 0.014),
        (29.0, 0.008),
    ]
    .map(|(times, height)| {
        (times, height * stream.between(0.6, 1.1), stream.between(0.0, std::f64::consts::TAU))
    });
    let margin = 0.13 * plan.radius;
    let seeds = plan
        .quarters
        .iter()
        .map(|quarter| quarter.seed)
        .map(|(x, y)| (y.atan2(x), distance((x, y), (0.0, 0.0)) + margin));
    Rim { radius: plan.radius, waves: waves.to_vec(), seeds: seeds.collect() }
}

impl Rim {
    fn holds(&self, (x, y): (f64, f64)) -> bool {
        let far = distance((x, y), (0.0, 0.0));
        // No bulge reaches so far in: most cells need no angle.
        if far < 0.75 * self.radius {
            return true;
        }
        let angle = y.atan2(x);
        let bulge: f64 = self
            .waves
            .iter()
            .map(|(times, height, turn)| height * (times * angle + turn).sin())
            .sum();
        let needed = self.seeds.iter().map(|&(at, far)| {
            let gap = (angle - at + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU)
                - std::f64::consts::PI;
            far * (1.0 - 1.6 * gap * gap)
        });
        let reach = needed.fold(self.radius * (1.0 + bulge), f64::max);
        far < reach
    }
}

/// Smooth noise between about 0.7 and 1.5 on two scales.
fn rough(n: usize, stream: &mut Stream) -> Vec<f64> {
    let mut field = vec![1.0; n * n];
    for (cells, height) in [(20, 0.30), (7, 0.22)] {
        let knots = n / cells + 2;
        let values: Vec<f64> =
            (0..knots * knots).map(|_| stream.between(-height, height)).collect();
        for (cell, value) in field.iter_mut().enumerate() {
            let (x, y) = (cell % n, cell / n);
            let (i, j) = (x / cells, y / cells);
            let (u, v) = ((x % cells) as f64 / cells as f64, (y % cells) as f64 / cells as f64);
            let knot = |di: usize, dj: usize| values[(j + dj) * knots + i + di];
            *value += (1.0 - v) * ((1.0 - u) * knot(0, 0) + u * knot(1, 0))
                + v * ((1.0 - u) * knot(0, 1) + u * knot(1, 1));
        }
    }
    field
}
