use crate::{LineKind, plan};

/// A line of the plan, drawn smoothly.
pub(super) struct Course {
    pub name: String,
    pub kind: LineKind,
    pub barrier: f64,
    /// Points in kilometres.
    pub points: Vec<(f64, f64)>,
    /// Distance along the line to each point.
    along: Vec<f64>,
    /// The line with the way back outside the city: what lies inside is on its left.
    side: Vec<(f64, f64)>,
    closed: bool,
    shown_from: usize,
}

/// Pieces that a stretch between two points of the plan is drawn with.
const PIECES: usize = 10;

pub(super) fn courses(plans: &[plan::Course]) -> Vec<Course> {
    plans.iter().map(course).collect()
}

fn course(plan: &plan::Course) -> Course {
    let points = smooth(&plan.points, plan.closed);
    let mut along = vec![0.0];
    for pair in points.windows(2) {
        along.push(along.last().copied().unwrap_or(0.0) + distance(pair[0], pair[1]));
    }
    let mut side = points.clone();
    if !plan.closed {
        side.extend(way_back(&points));
    }
    Course {
        name: plan.name.clone(),
        kind: plan.kind,
        barrier: plan.barrier,
        along,
        side,
        closed: plan.closed,
        shown_from: plan.shown_from * PIECES,
        points,
    }
}

impl Course {
    /// Where the border of what lies left (or inside) crosses a line from west to east, sorted:
    /// a point is left of the course if an odd number of crossings lies east of it.
    pub fn crossings(&self, y: f64) -> Vec<f64> {
        let mut crossings = Vec::new();
        let mut before = self.side[self.side.len() - 1];
        for &point in &self.side {
            if (point.1 > y) != (before.1 > y) {
                crossings
                    .push((before.0 - point.0) * (y - point.1) / (before.1 - point.1) + point.0);
            }
            before = point;
        }
        crossings.sort_by(f64::total_cmp);
        crossings
    }

    /// The place along the line nearest to a point, and the point there.
    pub fn nearest(&self, p: (f64, f64)) -> (f64, (f64, f64)) {
        let mut best = (f64::INFINITY, 0.0, p);
        for (at, pair) in self.points.windows(2).enumerate() {
            let (a, b) = (pair[0], pair[1]);
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let length = dx * dx + dy * dy;
            let t = if length > 0.0 {
                (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0)
            } else {
                0.0
            };
            let foot = (a.0 + t * dx, a.1 + t * dy);
            let gap = distance(p, foot);
            if gap < best.0 {
                best = (gap, self.along[at] + t * (self.along[at + 1] - self.along[at]), foot);
            }
        }
        (best.1, best.2)
    }

    /// The points of the line strictly between two places, in the direction from the first to the second.
    pub fn between(&self, from: f64, to: f64) -> Vec<(f64, f64)> {
        let whole = self.along[self.along.len() - 1];
        if self.closed && (from - to).abs() > whole / 2.0 {
            return self.around(from, to, whole);
        }
        let (low, high) = if from < to { (from, to) } else { (to, from) };
        let inner = self
            .points
            .iter()
            .zip(&self.along)
            .filter(|(_, s)| **s > low + 0.02 && **s < high - 0.02);
        let mut inner: Vec<_> = inner.map(|(point, _)| *point).collect();
        if from > to {
            inner.reverse();
        }
        inner
    }

    fn around(&self, from: f64, to: f64, whole: f64) -> Vec<(f64, f64)> {
        if from > to {
            let mut path = self.between(from.min(whole), whole);
            path.extend(self.between(0.0, to));
            return path;
        }
        let mut path = self.around(to, from, whole);
        path.reverse();
        path
    }

    /// What the base map shows: the stretch within a distance of the city's middle.
    pub fn shown(&self, radius: f64) -> Vec<(f64, f64)> {
        let near = |point: &&(f64, f64)| distance(**point, (0.0, 0.0)) < radius;
        self.points.iter().skip(self.shown_from).filter(near).copied().collect()
    }
}

/// A Catmull-Rom curve through the points.
fn smooth(points: &[(f64, f64)], closed: bool) -> Vec<(f64, f64)> {
    let n = points.len();
    let at = |index: isize| {
        if closed {
            points[index.rem_euclid(n as isize) as usize]
        } else {
            points[index.clamp(0, n as isize - 1) as usize]
        }
    };
    let stretches = if closed { n } else { n - 1 };
    let mut curve = Vec::with_capacity(stretches * PIECES + 1);
    for stretch in 0..stretches as isize {
        let (a, b, c, d) = (at(stretch - 1), at(stretch), at(stretch + 1), at(stretch + 2));
        for piece in 0..PIECES {
            let t = piece as f64 / PIECES as f64;
            let blend = |a: f64, b: f64, c: f64, d: f64| {
                0.5 * (2.0 * b
                    + (c - a) * t
                    + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
                    + (3.0 * b - a - 3.0 * c + d) * t * t * t)
            };
            curve.push((blend(a.0, b.0, c.0, d.0), blend(a.1, b.1, c.1, d.1)));
        }
    }
    curve.push(at(if closed { 0 } else { n as isize - 1 }));
    curve
}

/// From the line's end around the outside to its beginning, against the clock.
fn way_back(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let (first, last) = (points[0], points[points.len() - 1]);
    let (start, mut end) = (last.1.atan2(last.0), first.1.atan2(first.0));
    if end <= start {
        end += std::f64::consts::TAU;
    }
    let steps = 24;
    (0..=steps)
        .map(|step| start + (end - start) * f64::from(step) / f64::from(steps))
        .map(|angle| (60.0 * angle.cos(), 60.0 * angle.sin()))
        .collect()
}

pub(super) fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (a.0 - b.0, a.1 - b.1);
    (dx * dx + dy * dy).sqrt()
}
