/// People who moved from one area of a city to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moves {
    /// The position of the area that they left.
    pub from: usize,
    /// The position of the area that they went to.
    pub to: usize,
    /// How many they were.
    pub people: u64,
}

/// Where those went who left an area for another of the same city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permeability {
    /// Who went to an area of a better group.
    pub better: u64,
    /// Who went to an area of the same group.
    pub same: u64,
    /// Who went to an area of a worse group.
    pub worse: u64,
}

impl Permeability {
    /// The share that went to a better group; `None` if nobody left.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let all = self.better + self.same + self.worse;
        (all > 0).then(|| self.better as f64 / all as f64)
    }

    /// Whether at least two thirds went to a better group; `None` if nobody left.
    #[must_use]
    pub fn is_permeable(&self) -> Option<bool> {
        let all = u128::from(self.better) + u128::from(self.same) + u128::from(self.worse);
        (all > 0).then(|| 3 * u128::from(self.better) >= 2 * all)
    }
}

/// Counts for each area where those went who left it for another area of the city.
///
/// A quarter is permeable if at least two thirds of them go to an area of a better group: arriving
/// there was a step and not an end. Moves within an area, and from or to an area without group, are
/// not counted. Choose it where a table of moves within the city is there.
///
/// # Units
///
/// - `groups`: the group of each area by an index of disadvantage; **lower is better**, as for
///   [`quantile_points`](crate::quantile_points) of such features.
/// - `moves`: persons of one or several years.
/// - returns: persons, one entry an area.
///
/// # Errors
///
/// None; a move from or to a position beyond the areas is not counted.
///
/// # Accuracy
///
/// Whole numbers. A better group says nothing of the persons: who moves up and who moves out cannot
/// be told apart. Areas in the best group can have nobody who goes to a better one.
///
/// # Complexity
///
/// O(_n_ + _m_) for _n_ areas and _m_ moves.
///
/// # Examples
///
/// ```
/// use ankunft_arrival::{Moves, permeability};
///
/// let groups = [Some(5), Some(2), Some(5), None];
/// let of = |from, to, people| Moves { from, to, people };
/// let all = permeability(&groups, &[of(0, 1, 20), of(0, 2, 10), of(0, 0, 70), of(0, 3, 5)]);
/// assert_eq!(all[0].share(), Some(2.0 / 3.0));
/// assert_eq!(all[0].is_permeable(), Some(true));
///
/// // Nobody left the second one.
/// assert_eq!(all[1].is_permeable(), None);
/// ```
///
/// # References
///
/// - Kurtenbach, S. (2012). _Urbane Integrationsschleuse_ (master's thesis), p. 80–87.
///   Ruhr-Universität Bochum.
#[must_use]
#[doc(alias = "Verteilerfunktion")]
pub fn permeability(groups: &[Option<u32>], moves: &[Moves]) -> Vec<Permeability> {
    let mut all = vec![Permeability { better: 0, same: 0, worse: 0 }; groups.len()];
    let group = |area: usize| groups.get(area).copied().flatten();
    for it in moves.iter().filter(|it| it.from != it.to) {
        let (Some(from), Some(to)) = (group(it.from), group(it.to)) else { continue };
        let area = &mut all[it.from];
        match to.cmp(&from) {
            std::cmp::Ordering::Less => area.better += it.people,
            std::cmp::Ordering::Equal => area.same += it.people,
            std::cmp::Ordering::Greater => area.worse += it.people,
        }
    }
    all
}
