use super::path::Corner;

/// Twice the signed area of a ring.
pub(super) fn doubled_area(ring: &[Corner]) -> i64 {
    let wide = |corner: Corner| (i64::from(corner.0), i64::from(corner.1));
    (0..ring.len())
        .map(|index| (wide(ring[index]), wide(ring[(index + 1) % ring.len()])))
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum()
}

/// A triangle of a few units that stands for an area too small to have an outline.
pub(super) fn triangle(middle: (f64, f64)) -> Vec<Corner> {
    let (x, y) = (middle.0.round() as i32, middle.1.round() as i32);
    vec![(x - 2, y + 1), (x + 2, y + 1), (x, y - 2)]
}
