use super::{
    courses::{Course, distance},
    grid::{Grid, OUTSIDE},
};

/// A stretch of border between two places where three areas meet, or a closed one.
pub(super) struct Arc {
    /// Keys of its ends; equal for a closed one.
    pub from: usize,
    pub to: usize,
    /// Atom on the left and on the right, [`OUTSIDE`] beyond the city.
    pub left: usize,
    pub right: usize,
    /// Points in kilometres, both ends included.
    pub points: Vec<(f64, f64)>,
}

/// Borders are drawn straight where they stay this close, in kilometres (for a radius of 6 km).
const STRAIGHT: f64 = 0.032;

/// Corner of the grid with the course that it lies on.
type Corner = ((f64, f64), Option<(usize, f64)>);

/// All borders of a grid, each once, smoothed and laid onto the courses.
pub(super) fn trace(grid: &Grid, courses: &[Course]) -> Vec<Arc> {
    let borders = Borders::new(grid);
    let tolerance = STRAIGHT * grid.step / 0.075;
    borders
        .walk()
        .into_iter()
        .map(|path| {
            let (left, right) = borders.sides(path[0], path[1]);
            let corners: Vec<Corner> = path.iter().map(|&corner| borders.corner(corner, courses)).collect();
            let closed = path[0] == path[path.len() - 1];
            let points = draw(&corners, courses, tolerance, closed);
            Arc { from: path[0], to: path[path.len() - 1], left, right, points }
        })
        .collect()
}

struct Borders<'a> {
    grid: &'a Grid,
    /// Corners along one edge of the grid.
    n: usize,
}

impl<'a> Borders<'a> {
    fn new(grid: &'a Grid) -> Self {
        Self { grid, n: grid.n + 1 }
    }

    fn cell(&self, x: Option<usize>, y: Option<usize>) -> Option<usize> {
        let inside = |value: &usize| *value < self.grid.n;
        Some(y.filter(inside)? * self.grid.n + x.filter(inside)?)
    }

    fn label(&self, x: Option<usize>, y: Option<usize>) -> usize {
        self.cell(x, y).map_or(OUTSIDE, |cell| self.grid.labels[cell])
    }

    /// Atoms left and right of a step between two neighbouring corners.
    fn sides(&self, from: usize, to: usize) -> (usize, usize) {
        let (x, y) = (from % self.n, from / self.n);
        if to == from + 1 {
            (self.label(Some(x), Some(y)), self.label(Some(x), y.checked_sub(1)))
        } else if to + 1 == from {
            (self.label(x.checked_sub(1), y.checked_sub(1)), self.label(x.checked_sub(1), Some(y)))
        } else if to > from {
            (self.label(x.checked_sub(1), Some(y)), self.label(Some(x), Some(y)))
        } else {
            (self.label(Some(x), y.checked_sub(1)), self.label(x.checked_sub(1), y.checked_sub(1)))
        }
    }

    /// Corners that a border leads to from here.
    fn next(&self, corner: usize) -> Vec<usize> {
        let (x, y) = (corner % self.n, corner / self.n);
        let mut next = Vec::with_capacity(4);
        if x + 1 < self.n {
            next.push(corner + 1);
        }
        if y + 1 < self.n {
            next.push(corner + self.n);
        }
        if x > 0 {
            next.push(corner - 1);
        }
        if y > 0 {
            next.push(corner - self.n);
        }
        next.retain(|&to| {
            let (left, right) = self.sides(corner, to);
            left != right
        });
        next
    }

    fn walk(&self) -> Vec<Vec<usize>> {
        let next: Vec<Vec<usize>> = (0..self.n * self.n).map(|corner| self.next(corner)).collect();
        let mut seen = vec![[false; 4]; next.len()];
        let mut paths = Vec::new();
        let nodes = (0..next.len()).filter(|&corner| next[corner].len() > 2);
        let plain = (0..next.len()).filter(|&corner| next[corner].len() == 2);
        for start in nodes.chain(plain) {
            for first in 0..next[start].len() {
                if !seen[start][first] {
                    paths.push(follow(&next, &mut seen, start, first));
                }
            }
        }
        paths
    }

    /// Where a corner is drawn: on the first course that separates the cells around it, else on the grid.
    fn corner(&self, corner: usize, courses: &[Course]) -> Corner {
        let (x, y) = (corner % self.n, corner / self.n);
        let around = [(x.checked_sub(1), y.checked_sub(1)), (Some(x), y.checked_sub(1)), (x.checked_sub(1), Some(y)), (Some(x), Some(y))];
        let sides = around.into_iter().filter_map(|(x, y)| self.cell(x, y)).map(|cell| self.grid.sides[cell]);
        let (any, all) = sides.fold((0, u32::MAX), |(any, all), side| (any | side, all & side));
        let place = self.grid.place(x as f64, y as f64);
        let parted = any & !all;
        if parted == 0 {
            return (place, None);
        }
        let course = parted.trailing_zeros() as usize;
        let (along, foot) = courses[course].nearest(place);
        (foot, Some((course, along)))
    }
}

/// Walks from a corner until the next one where three areas meet, or back to the start.
fn follow(next: &[Vec<usize>], seen: &mut [[bool; 4]], start: usize, first: usize) -> Vec<usize> {
    let mut path = vec![start];
    let (mut at, mut way) = (start, first);
    loop {
        let to = next[at][way];
        seen[at][way] = true;
        if let Some(back) = next[to].iter().position(|&corner| corner == at) {
            seen[to][back] = true;
        }
        path.push(to);
        if next[to].len() > 2 || to == start {
            return path;
        }
        way = usize::from(next[to][0] == at);
        at = to;
    }
}

/// Stretches on one course are replaced by the course itself, the rest is smoothed.
fn draw(corners: &[Corner], courses: &[Course], tolerance: f64, closed: bool) -> Vec<(f64, f64)> {
    let mut drawn: Vec<(f64, f64)> = Vec::with_capacity(corners.len());
    let mut at = 0;
    while at < corners.len() {
        let course = corners[at].1.map(|(course, _)| course);
        let mut end = at + 1;
        while end < corners.len() && corners[end].1.map(|(course, _)| course) == course {
            end += 1;
        }
        match (corners[at].1, corners[end - 1].1) {
            (Some((course, from)), Some((_, to))) => {
                drawn.push(corners[at].0);
                drawn.extend(courses[course].between(from, to));
                if end > at + 1 {
                    drawn.push(corners[end - 1].0);
                }
            }
            _ => {
                let before = at.saturating_sub(1);
                let after = (end + 1).min(corners.len());
                let loose: Vec<_> = corners[before..after].iter().map(|corner| corner.0).collect();
                let smooth = simplify(&relax(loose), tolerance);
                let inner = usize::from(at > 0)..smooth.len() - usize::from(end < corners.len());
                drawn.extend_from_slice(&smooth[inner]);
            }
        }
        at = end;
    }
    drawn.dedup_by(|a, b| distance(*a, *b) < 1e-4);
    if drawn.len() < 2 || (closed && drawn.len() < 4) {
        return corners.iter().map(|corner| corner.0).collect();
    }
    drawn
}

/// Takes the steps out of a border; its ends stay.
fn relax(mut points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    for _ in 0..5 {
        let old = points.clone();
        for at in 1..old.len().saturating_sub(1) {
            points[at] = (
                (old[at - 1].0 + 2.0 * old[at].0 + old[at + 1].0) / 4.0,
                (old[at - 1].1 + 2.0 * old[at].1 + old[at + 1].1) / 4.0,
            );
        }
    }
    points
}

/// Douglas and Peucker; a closed line is cut at its farthest point first.
fn simplify(points: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
    if points.len() < 3 {
        return points.to_vec();
    }
    let (a, b) = (points[0], points[points.len() - 1]);
    let chord = distance(a, b);
    let gap = |p: (f64, f64)| {
        if chord < 1e-9 {
            distance(p, a)
        } else {
            ((b.0 - a.0) * (a.1 - p.1) - (a.0 - p.0) * (b.1 - a.1)).abs() / chord
        }
    };
    let mut far = (0, 0.0);
    for (at, point) in points.iter().enumerate().take(points.len() - 1).skip(1) {
        if gap(*point) > far.1 {
            far = (at, gap(*point));
        }
    }
    if far.1 <= tolerance {
        return vec![a, b];
    }
    let mut line = simplify(&points[..=far.0], tolerance);
    line.pop();
    line.extend(simplify(&points[far.0..], tolerance));
    line
}
