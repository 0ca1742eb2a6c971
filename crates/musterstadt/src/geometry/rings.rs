use std::collections::BTreeMap;

use geo::{Coord, LineString, Polygon};

use super::arcs::Arc;

/// An outline in kilometres: outer ring against the clock, holes with it.
pub(super) struct Shape {
    outer: Vec<(f64, f64)>,
    holes: Vec<Vec<(f64, f64)>>,
}

impl Shape {
    /// Square kilometres.
    pub fn area(&self) -> f64 {
        signed_area(&self.outer) + self.holes.iter().map(|hole| signed_area(hole)).sum::<f64>()
    }

    pub fn polygon(&self, project: impl Fn((f64, f64)) -> Coord<f64>) -> Polygon<f64> {
        let ring = |points: &[(f64, f64)]| {
            LineString(points.iter().map(|point| project(*point)).collect())
        };
        Polygon::new(ring(&self.outer), self.holes.iter().map(|hole| ring(hole)).collect())
    }
}

/// The outlines of all atoms that `inside` names, put together from borders that are not inside.
pub(super) fn polygons(arcs: &[Arc], inside: impl Fn(usize) -> bool) -> Vec<Shape> {
    let mut starts: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for (at, arc) in arcs.iter().enumerate() {
        match (inside(arc.left), inside(arc.right)) {
            (true, false) => starts.entry(arc.from).or_default().push((at, true)),
            (false, true) => starts.entry(arc.to).or_default().push((at, false)),
            _ => {}
        }
    }
    let mut rings = Vec::new();
    while let Some(start) =
        starts.iter().find(|(_, arcs)| !arcs.is_empty()).map(|(start, _)| *start)
    {
        rings.push(ring(arcs, &mut starts, start));
    }
    let (outer, holes): (Vec<_>, Vec<_>) =
        rings.into_iter().partition(|ring| signed_area(ring) > 0.0);
    let mut shapes: Vec<Shape> =
        outer.into_iter().map(|outer| Shape { outer, holes: Vec::new() }).collect();
    for hole in holes {
        let home = shapes.iter().position(|shape| holds(&shape.outer, hole[0])).unwrap_or(0);
        if let Some(shape) = shapes.get_mut(home) {
            shape.holes.push(hole);
        }
    }
    shapes
}

fn ring(
    arcs: &[Arc],
    starts: &mut BTreeMap<usize, Vec<(usize, bool)>>,
    start: usize,
) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    let mut node = start;
    while let Some(ways) = starts.get_mut(&node).filter(|ways| !ways.is_empty()) {
        let pick = leftmost(arcs, ways, points.last_chunk::<2>());
        let (at, forward) = ways.swap_remove(pick);
        let arc = &arcs[at];
        points.pop();
        if forward {
            points.extend(&arc.points);
            node = arc.to;
        } else {
            points.extend(arc.points.iter().rev());
            node = arc.from;
        }
        if node == start {
            break;
        }
    }
    points
}

/// Where two ways lead on, the one that turns left most keeps the ring simple.
fn leftmost(arcs: &[Arc], ways: &[(usize, bool)], came: Option<&[(f64, f64); 2]>) -> usize {
    let (Some([before, here]), true) = (came, ways.len() > 1) else { return 0 };
    let back = (before.1 - here.1).atan2(before.0 - here.0);
    let turn = |&(at, forward): &(usize, bool)| {
        let points = &arcs[at].points;
        let to = if forward { points[1] } else { points[points.len() - 2] };
        let angle = (to.1 - here.1).atan2(to.0 - here.0);
        (back - angle).rem_euclid(std::f64::consts::TAU)
    };
    let mut best = 0;
    for at in 1..ways.len() {
        if turn(&ways[at]) < turn(&ways[best]) {
            best = at;
        }
    }
    best
}

fn signed_area(ring: &[(f64, f64)]) -> f64 {
    ring.windows(2).map(|pair| pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1).sum::<f64>() / 2.0
}

fn holds(ring: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    ring.windows(2).fold(false, |inside, pair| {
        let (a, b) = (pair[0], pair[1]);
        let crosses = (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0;
        inside != crosses
    })
}
