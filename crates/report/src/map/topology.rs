use std::collections::{BTreeMap, HashMap};

use rstar::{AABB, RTree};

/// A corner on the fine grid on which borders are compared.
pub(super) type Fine = (i64, i64);

/// Corners nearer than this, in steps of the fine grid, are one.
const NEAR: i64 = 2;

/// Rings cut into arcs where borders part; an arc that two areas share exists once.
pub(super) struct Topology {
    pub(super) arcs: Vec<Vec<Fine>>,
    /// Per ring its arcs in order; `true` where an arc is walked backwards.
    pub(super) rings: Vec<Vec<(usize, bool)>>,
}

impl Topology {
    /// Builds the arcs of closed rings (the first corner is not repeated at the end).
    ///
    /// The result does not depend on the order of rings, except for the numbering of arcs.
    pub(super) fn of(rings: &[Vec<Fine>]) -> Self {
        let joined = join(rings);
        let junctions = Junctions::of(&joined);
        let mut arcs = Vec::new();
        let mut known: BTreeMap<Vec<Fine>, usize> = BTreeMap::new();
        let mut cut = |piece: Vec<Fine>| {
            let mut reversed = piece.clone();
            reversed.reverse();
            let backwards = reversed < piece;
            let arc = if backwards { reversed } else { piece };
            let index = *known.entry(arc).or_insert_with_key(|arc| {
                arcs.push(arc.clone());
                arcs.len() - 1
            });
            (index, backwards)
        };
        let rings = joined
            .iter()
            .map(|ring| pieces(ring, &junctions).into_iter().map(&mut cut).collect())
            .collect();
        Self { arcs, rings }
    }
}

/// Rings whose corners and borders coincide where they nearly do.
///
/// Official outlines agree to the centimetre at most, and a corner of one area may lie on a
/// straight border of its neighbour. Nearby corners become one, and borders take up the corners
/// that lie on them.
fn join(rings: &[Vec<Fine>]) -> Vec<Vec<Fine>> {
    let canonical = canonical(rings);
    let mut corners: Vec<Fine> = rings.iter().flatten().map(|it| canonical[it]).collect();
    corners.sort_unstable();
    corners.dedup();
    let tree = RTree::bulk_load(corners.iter().map(|it| [it.0, it.1]).collect());
    rings
        .iter()
        .map(|ring| {
            let mut joined: Vec<Fine> = Vec::with_capacity(ring.len());
            for (index, from) in ring.iter().enumerate() {
                let (from, to) = (canonical[from], canonical[&ring[(index + 1) % ring.len()]]);
                joined.push(from);
                joined.extend(between(&tree, from, to));
            }
            without_spikes(joined)
        })
        .collect()
}

/// For each corner the one that stands for it and its near neighbours.
fn canonical(rings: &[Vec<Fine>]) -> HashMap<Fine, Fine> {
    let mut corners: Vec<Fine> = rings.iter().flatten().copied().collect();
    corners.sort_unstable();
    corners.dedup();
    let mut chosen: HashMap<Fine, Fine> = HashMap::with_capacity(corners.len());
    let mut cells: HashMap<Fine, Vec<Fine>> = HashMap::new();
    for corner in corners {
        let cell = (corner.0.div_euclid(NEAR), corner.1.div_euclid(NEAR));
        let near = (-1..=1)
            .flat_map(|x| (-1..=1).map(move |y| (cell.0 + x, cell.1 + y)))
            .filter_map(|cell| cells.get(&cell))
            .flatten()
            .map(|it| (square(*it, corner), *it))
            .filter(|(distance, _)| *distance <= NEAR * NEAR)
            .min();
        match near {
            Some((_, it)) => _ = chosen.insert(corner, it),
            None => {
                chosen.insert(corner, corner);
                cells.entry(cell).or_default().push(corner);
            }
        }
    }
    chosen
}

/// Corners that lie on the border from `from` to `to`, in its direction.
fn between(tree: &RTree<[i64; 2]>, from: Fine, to: Fine) -> Vec<Fine> {
    let length = square(from, to);
    if length <= NEAR * NEAR {
        return Vec::new();
    }
    let low = [from.0.min(to.0) - NEAR, from.1.min(to.1) - NEAR];
    let high = [from.0.max(to.0) + NEAR, from.1.max(to.1) + NEAR];
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let mut on: Vec<(i64, Fine)> = tree
        .locate_in_envelope(AABB::from_corners(low, high))
        .map(|it| (it[0], it[1]))
        .filter(|it| *it != from && *it != to)
        .filter_map(|it| {
            let along = (it.0 - from.0) * dx + (it.1 - from.1) * dy;
            let across = i128::from((it.0 - from.0) * dy - (it.1 - from.1) * dx);
            let near = across * across <= i128::from(NEAR * NEAR) * i128::from(length);
            (near && along > 0 && along < length).then_some((along, it))
        })
        .collect();
    on.sort_unstable();
    on.into_iter().map(|(_, it)| it).collect()
}

/// The ring without repeated corners and without ways that turn back at once.
fn without_spikes(ring: Vec<Fine>) -> Vec<Fine> {
    let mut clean: Vec<Fine> = Vec::with_capacity(ring.len());
    for corner in ring {
        if clean.last() == Some(&corner) {
            continue;
        }
        if clean.len() >= 2 && clean[clean.len() - 2] == corner {
            clean.pop();
            continue;
        }
        clean.push(corner);
    }
    while clean.len() >= 2 {
        let n = clean.len();
        if clean[0] == clean[n - 1] || clean[1] == clean[n - 1] {
            clean.pop();
        } else if clean[0] == clean[n - 2] {
            clean.truncate(n - 1);
        } else {
            break;
        }
    }
    clean
}

/// Corners at which borders part: those with other than two neighbours in all rings together.
struct Junctions {
    neighbours: HashMap<Fine, Vec<Fine>>,
}

impl Junctions {
    fn of(rings: &[Vec<Fine>]) -> Self {
        let mut neighbours: HashMap<Fine, Vec<Fine>> = HashMap::new();
        for ring in rings {
            for (index, corner) in ring.iter().enumerate() {
                let next = ring[(index + 1) % ring.len()];
                for (one, other) in [(*corner, next), (next, *corner)] {
                    let known = neighbours.entry(one).or_default();
                    if !known.contains(&other) {
                        known.push(other);
                    }
                }
            }
        }
        Self { neighbours }
    }

    fn has(&self, corner: Fine) -> bool {
        self.neighbours.get(&corner).is_some_and(|it| it.len() != 2)
    }
}

/// The ring cut at junctions; without any, one closed piece that begins at its lowest corner.
fn pieces(ring: &[Fine], junctions: &Junctions) -> Vec<Vec<Fine>> {
    if ring.len() < 3 {
        return Vec::new();
    }
    let first = (0..ring.len()).find(|index| junctions.has(ring[*index]));
    let start = first.or_else(|| (0..ring.len()).min_by_key(|index| ring[*index])).unwrap_or(0);
    let mut pieces = Vec::new();
    let mut piece = vec![ring[start]];
    for step in 1..=ring.len() {
        let corner = ring[(start + step) % ring.len()];
        piece.push(corner);
        if junctions.has(corner) || step == ring.len() {
            pieces.push(std::mem::replace(&mut piece, vec![corner]));
        }
    }
    pieces
}

fn square(a: Fine, b: Fine) -> i64 {
    (a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)
}
