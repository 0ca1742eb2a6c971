use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::topology::Fine;

/// How much each corner of an arc matters: the area of the bend that goes with it, in doubled
/// square steps of the fine grid. The ends matter without limit.
///
/// After Visvalingam and Whyatt: the corner with the smallest triangle goes first, its
/// neighbours' triangles grow, and no corner counts less than one that went before it. So any
/// tolerance can be applied afterwards by comparing alone.
pub(super) fn weights(arc: &[Fine]) -> Vec<i64> {
    let n = arc.len();
    let mut weights = vec![i64::MAX; n];
    let mut before: Vec<usize> = (0..n).map(|index| index.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (0..n).map(|index| (index + 1).min(n - 1)).collect();
    let mut current: Vec<i64> = vec![i64::MAX; n];
    let mut queue = BinaryHeap::new();
    for index in 1..n.saturating_sub(1) {
        current[index] = triangle(arc[index - 1], arc[index], arc[index + 1]);
        queue.push(Reverse((current[index], index)));
    }
    let mut floor = 0;
    while let Some(Reverse((area, index))) = queue.pop() {
        if area != current[index] || weights[index] != i64::MAX {
            continue;
        }
        floor = floor.max(area);
        weights[index] = floor;
        let (left, right) = (before[index], after[index]);
        after[left] = right;
        before[right] = left;
        for side in [left, right] {
            if side > 0 && side < n - 1 {
                current[side] = triangle(arc[before[side]], arc[side], arc[after[side]]);
                queue.push(Reverse((current[side], side)));
            }
        }
    }
    weights
}

/// Twice the area of a triangle.
fn triangle(a: Fine, b: Fine, c: Fine) -> i64 {
    ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_bends_matter_least() {
        let arc = [(0, 0), (10, 1), (20, 0), (30, 40), (40, 0)];
        let weights = weights(&arc);
        assert_eq!([weights[0], weights[4]], [i64::MAX, i64::MAX]);
        assert_eq!(weights[1], 20);
        assert!(weights[3] > weights[2] && weights[2] > weights[1]);
    }
}
