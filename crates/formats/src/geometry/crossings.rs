use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Line};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{RTree, RTreeObject};

use super::raw::Ring;

/// A place where two edges of a polygon meet that are no neighbours.
pub(super) struct Meeting {
    /// The rings of the two edges, the lesser number first.
    pub(super) rings: (usize, usize),
    /// Where.
    pub(super) at: [f64; 2],
    /// Whether they only touch in a point that is the end of one of them.
    pub(super) touches: bool,
}

struct Edge {
    ring: usize,
    index: usize,
    last: usize,
    line: Line,
}

/// So many are enough to say that a polygon is broken; the search ends there.
pub(super) const ENOUGH: usize = 10_000;

/// The meetings of the edges of closed rings without repeated positions.
///
/// # Complexity
///
/// O(n log n) for n edges that rarely meet.
pub(super) fn find(rings: &[Ring]) -> Vec<Meeting> {
    let edges: Vec<Edge> = rings
        .iter()
        .enumerate()
        .flat_map(|(ring, positions)| {
            positions.windows(2).enumerate().map(move |(index, ends)| Edge {
                ring,
                index,
                last: positions.len() - 2,
                line: Line::new(Coord::from(ends[0]), Coord::from(ends[1])),
            })
        })
        .collect();
    let boxes = edges.iter().enumerate().map(|(number, edge)| {
        let ends = [edge.line.start, edge.line.end].map(|at| [at.x, at.y]);
        GeomWithData::new(Rectangle::from_corners(ends[0], ends[1]), number)
    });
    let tree = RTree::bulk_load(boxes.collect());
    let mut meetings = Vec::new();
    for entry in &tree {
        let one = &edges[entry.data];
        for other in tree.locate_in_envelope_intersecting(entry.envelope()) {
            if other.data > entry.data {
                meetings.extend(meeting(one, &edges[other.data]));
            }
        }
        if meetings.len() >= ENOUGH {
            break;
        }
    }
    meetings
}

fn meeting(one: &Edge, other: &Edge) -> Option<Meeting> {
    let same_ring = one.ring == other.ring;
    let neighbours = same_ring
        && (one.index + 1 == other.index || (one.index == 0 && other.index == other.last));
    let (at, touches) = match line_intersection(one.line, other.line)? {
        LineIntersection::SinglePoint { .. } if neighbours => return None,
        LineIntersection::SinglePoint { intersection, is_proper } => (intersection, !is_proper),
        LineIntersection::Collinear { intersection } if intersection.start == intersection.end => {
            if neighbours {
                return None;
            }
            (intersection.start, true)
        }
        LineIntersection::Collinear { intersection } => (intersection.start, false),
    };
    let rings = (one.ring.min(other.ring), one.ring.max(other.ring));
    Some(Meeting { rings, at: [at.x, at.y], touches })
}
