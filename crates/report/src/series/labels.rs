/// Moves labels apart that would overlap, each as little as possible, within `low..=high`.
///
/// `wanted` holds the heights they would like to have; the result is in the same order. Labels
/// that touch move as one group around their common middle. If there is not enough room, they
/// are spread evenly.
pub(crate) fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
    let room = (high - low) / (wanted.len().max(2) - 1) as f64;
    let gap = gap.min(room);

    let mut groups: Vec<Group> = Vec::new();
    for index in &order {
        groups.push(Group { sum: wanted[*index], count: 1.0 });
        while let [.., before, after] = groups.as_slice() {
            if before.end(gap, low, high) + gap <= after.start(gap, low, high) {
                break;
            }
            let merged = before.merged(after, gap);
            groups.truncate(groups.len() - 2);
            groups.push(merged);
        }
    }
    let mut placed = vec![0.0; wanted.len()];
    let mut members = order.into_iter();
    for group in &groups {
        let mut at = group.start(gap, low, high);
        for index in members.by_ref().take(group.count as usize) {
            placed[index] = at;
            at += gap;
        }
    }
    placed
}

/// Labels that stand directly below one another.
struct Group {
    /// Sum of the starts that its members would like the group to have.
    sum: f64,
    count: f64,
}

impl Group {
    fn start(&self, gap: f64, low: f64, high: f64) -> f64 {
        let latest = (high - (self.count - 1.0) * gap).max(low);
        (self.sum / self.count).clamp(low, latest)
    }

    fn end(&self, gap: f64, low: f64, high: f64) -> f64 {
        self.start(gap, low, high) + (self.count - 1.0) * gap
    }

    fn merged(&self, after: &Self, gap: f64) -> Self {
        let shifted = after.sum - after.count * self.count * gap;
        Self { sum: self.sum + shifted, count: self.count + after.count }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_move_apart_around_their_middle() {
        assert_eq!(spread(&[50.0, 50.0], 16.0, 0.0, 100.0), [42.0, 58.0]);
        assert_eq!(spread(&[80.0, 20.0], 16.0, 0.0, 100.0), [80.0, 20.0]);
        assert_eq!(spread(&[99.0, 98.0], 16.0, 0.0, 100.0), [100.0, 84.0]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap(wanted in prop::collection::vec(0.0..200.0_f64, 1..9)) {
            let placed = spread(&wanted, 16.0, 0.0, 200.0);
            let mut sorted = placed.clone();
            sorted.sort_by(f64::total_cmp);
            for pair in sorted.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 16.0 - 1e-9);
            }
            prop_assert!(sorted.iter().all(|at| (-1e-9..=200.0 + 1e-9).contains(at)));
        }
    }
}
