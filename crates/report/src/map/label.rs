use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::path::Corner;

/// The point inside rings that is farthest from them, to a unit, and how far that is.
///
/// A quadtree search: squares that cannot hold a better point are left out.
pub(super) fn pole(rings: &[Vec<Corner>]) -> (Corner, i32) {
    let corners = || rings.iter().flatten();
    let ends = |of: fn(&Corner) -> i32| {
        (corners().map(of).min().unwrap_or(0), corners().map(of).max().unwrap_or(0))
    };
    let ((west, east), (north, south)) = (ends(|it| it.0), ends(|it| it.1));
    let side = f64::from((east - west).min(south - north).max(1));
    let mut queue = BinaryHeap::new();
    let steps = |from: i32, to: i32| (f64::from(to - from) / side).ceil().max(1.0) as usize;
    for column in 0..steps(west, east) {
        for row in 0..steps(north, south) {
            let x = f64::from(west) + side * (column as f64 + 0.5);
            let y = f64::from(north) + side * (row as f64 + 0.5);
            queue.push(Square::of(x, y, side / 2.0, rings));
        }
    }
    let middle =
        (f64::midpoint(west.into(), east.into()), f64::midpoint(north.into(), south.into()));
    let mut best = Square::of(middle.0, middle.1, 0.0, rings);
    while let Some(square) = queue.pop() {
        if square.distance > best.distance {
            best = square;
        }
        if square.most() - best.distance <= 0.5 {
            break;
        }
        let half = square.half / 2.0;
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            queue.push(Square::of(square.x + dx, square.y + dy, half, rings));
        }
    }
    ((best.x.round() as i32, best.y.round() as i32), best.distance.max(0.0).floor() as i32)
}

/// A square of the search, with the distance of its middle to the rings; negative outside.
#[derive(Clone, Copy)]
struct Square {
    x: f64,
    y: f64,
    half: f64,
    distance: f64,
}

impl Square {
    fn of(x: f64, y: f64, half: f64, rings: &[Vec<Corner>]) -> Self {
        let mut inside = false;
        let mut nearest = f64::INFINITY;
        for ring in rings {
            for index in 0..ring.len() {
                let wide = |corner: Corner| (f64::from(corner.0), f64::from(corner.1));
                let (a, b) = (wide(ring[index]), wide(ring[(index + 1) % ring.len()]));
                if (a.1 > y) != (b.1 > y) && x < (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0 {
                    inside = !inside;
                }
                nearest = nearest.min(to_segment((x, y), a, b));
            }
        }
        let nearest = nearest.sqrt();
        Self { x, y, half, distance: if inside { nearest } else { -nearest } }
    }

    /// The most that any point of the square can have.
    fn most(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

fn to_segment(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = ((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length.max(f64::MIN_POSITIVE);
    let along = along.clamp(0.0, 1.0);
    let (x, y) = (p.0 - a.0 - along * dx, p.1 - a.1 - along * dy);
    x * x + y * y
}

impl Ord for Square {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_position = || other.x.total_cmp(&self.x).then(other.y.total_cmp(&self.y));
        self.most().total_cmp(&other.most()).then_with(by_position)
    }
}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for Square {}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pole_of_a_hook_lies_in_its_thick_part() {
        let hook = vec![(0, 0), (100, 0), (100, 100), (60, 100), (60, 10), (0, 10)];
        let (point, room) = pole(&[hook]);
        assert!((60..100).contains(&point.0) && point.1 > 10, "{point:?}");
        assert!((19..=22).contains(&room), "{room}");
    }

    #[test]
    fn a_hole_is_not_inside() {
        let outer = vec![(0, 0), (90, 0), (90, 90), (0, 90)];
        let hole = vec![(10, 10), (80, 10), (80, 60), (10, 60)];
        let (point, _) = pole(&[outer, hole]);
        assert!(point.1 > 60, "{point:?}");
    }
}
