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

/// Fewest corners for which a border follows a course.
const FOLLOWS: usize = 5;

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
            let mut corners: Vec<Corner> =
                (0..path.len()).map(|at| borders.corner(&path, at, courses)).collect();
            loosen(&mut corners, |at| borders.place(path[at]));
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

    /// Cells left and right of a step between two neighbouring corners.
    fn cells(&self, from: usize, to: usize) -> [Option<usize>; 2] {
        let (x, y) = (from % self.n, from / self.n);
        let [west, south] = [x.checked_sub(1), y.checked_sub(1)];
        let (x, y) = (Some(x), Some(y));
        if to == from + 1 {
            [self.cell(x, y), self.cell(x, south)]
        } else if to + 1 == from {
            [self.cell(west, south), self.cell(west, y)]
        } else if to > from {
            [self.cell(west, y), self.cell(x, y)]
        } else {
            [self.cell(x, south), self.cell(west, south)]
        }
    }

    /// Atoms left and right of a step.
    fn sides(&self, from: usize, to: usize) -> (usize, usize) {
        let [left, right] =
            self.cells(from, to).map(|cell| cell.map_or(OUTSIDE, |cell| self.grid.labels[cell]));
        (left, right)
    }

    /// The courses that a step runs along, one bit each.
    fn followed(&self, from: usize, to: usize) -> u32 {
        match self.cells(from, to) {
            [Some(left), Some(right)] => self.grid.sides[left] ^ self.grid.sides[right],
            _ => 0,
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

    /// Where a corner of a border is drawn: on the course that the border follows there, else on
    /// the grid. Ends lie on the first course that is near, whichever border asks.
    fn corner(&self, path: &[usize], at: usize, courses: &[Course]) -> Corner {
        let corner = path[at];
        let inner = at > 0 && at + 1 < path.len();
        let near = if inner {
            self.followed(path[at - 1], corner) | self.followed(corner, path[at + 1])
        } else {
            self.around(corner)
        };
        let place = self.place(corner);
        if near == 0 {
            return (place, None);
        }
        let course = near.trailing_zeros() as usize;
        let (along, foot) = courses[course].nearest(place);
        (foot, Some((course, along)))
    }

    fn place(&self, corner: usize) -> (f64, f64) {
        self.grid.place((corner % self.n) as f64, (corner / self.n) as f64)
    }

    /// The courses between the four cells around a corner, one bit each.
    fn around(&self, corner: usize) -> u32 {
        let (x, y) = (corner % self.n, corner / self.n);
        let around = [x.checked_sub(1), Some(x)]
            .into_iter()
            .flat_map(|x| [(x, y.checked_sub(1)), (x, Some(y))])
            .filter_map(|(x, y)| self.cell(x, y))
            .map(|cell| self.grid.sides[cell]);
        let (any, all) = around.fold((0, u32::MAX), |(any, all), side| (any | side, all & side));
        any & !all
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

/// Corners that follow a course for a few steps only are let go: a border that merely touches it
/// would turn back on itself.
fn loosen(corners: &mut [Corner], place: impl Fn(usize) -> (f64, f64)) {
    let course = |corner: &Corner| corner.1.map(|(course, _)| course);
    let mut at = 1;
    while at + 1 < corners.len() {
        let mut end = at + 1;
        while end + 1 < corners.len() && course(&corners[end]) == course(&corners[at]) {
            end += 1;
        }
        if end - at < FOLLOWS {
            for (inner, corner) in corners.iter_mut().enumerate().take(end).skip(at) {
                *corner = (place(inner), None);
            }
        }
        at = end;
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
