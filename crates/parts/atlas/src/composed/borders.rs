//! Whether area units lie beside one another.

use geo::{BoundingRect, Distance, Euclidean, MultiPolygon};

/// Outlines nearer than this touch, in degrees: two metres, since official outlines agree to the
/// centimetre at best.
const NEAR: f64 = 2e-5;

/// Into how many pieces these outlines fall; `None` if one of them is not known.
///
/// # Complexity
///
/// O(_n_²) comparisons of bounds, and one distance for each pair whose bounds touch.
#[must_use]
pub(super) fn pieces(outlines: &[&MultiPolygon<f64>]) -> Option<usize> {
    let bounds: Vec<geo::Rect<f64>> =
        outlines.iter().map(|it| it.bounding_rect()).collect::<Option<_>>()?;
    let mut of: Vec<usize> = (0..outlines.len()).collect();
    for (a, at) in bounds.iter().enumerate() {
        for (b, other) in bounds.iter().enumerate().skip(a + 1) {
            let is_known = of[a] == of[b];
            if !is_known && touch(at, other) && near(outlines[a], outlines[b]) {
                let (from, to) = (of[b], of[a]);
                of.iter_mut().filter(|it| **it == from).for_each(|it| *it = to);
            }
        }
    }
    of.sort_unstable();
    of.dedup();
    Some(of.len())
}

fn touch(a: &geo::Rect<f64>, b: &geo::Rect<f64>) -> bool {
    let apart = |a: (f64, f64), b: (f64, f64)| a.1 + NEAR < b.0 || b.1 + NEAR < a.0;
    let (x, y) = (
        |it: &geo::Rect<f64>| (it.min().x, it.max().x),
        |it: &geo::Rect<f64>| (it.min().y, it.max().y),
    );
    !apart(x(a), x(b)) && !apart(y(a), y(b))
}

fn near(a: &MultiPolygon<f64>, b: &MultiPolygon<f64>) -> bool {
    Euclidean.distance(a, b) <= NEAR
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64) -> MultiPolygon<f64> {
        let ring = vec![(x, y), (x + 0.01, y), (x + 0.01, y + 0.01), (x, y + 0.01), (x, y)];
        MultiPolygon(vec![geo::Polygon::new(ring.into(), Vec::new())])
    }

    #[test]
    fn what_touches_is_one_piece() {
        // The second lies at the middle of a side of the first, without a corner in common.
        let (a, b, c) = (square(7.0, 50.0), square(7.01, 50.003), square(7.03, 50.0));
        assert_eq!(pieces(&[&a, &b]), Some(1));
        assert_eq!(pieces(&[&a, &b, &c]), Some(2));
        assert_eq!(pieces(&[&c, &a, &b]), Some(2));
        let bridge = square(7.02, 50.0);
        assert_eq!(pieces(&[&a, &c, &b, &bridge]), Some(1));
        assert_eq!(pieces(&[&a, &MultiPolygon(Vec::new())]), None);
    }
}
