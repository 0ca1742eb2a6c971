use geo::coordinate_position::{CoordPos, CoordinatePosition};
use geo::{Coord, Polygon};
use rstar::{AABB, RTreeObject};

use super::plane::{box_tree, line};
use super::raw::Ring;

/// Rings put together to polygons: a ring within an odd number of others is a hole in the
/// smallest of them.
pub(super) fn nest(rings: Vec<Ring>) -> Vec<Vec<Ring>> {
    let solids: Vec<Polygon> =
        rings.iter().map(|ring| Polygon::new(line(ring), Vec::new())).collect();
    let tree = box_tree(&solids);
    let around: Vec<Vec<usize>> = (0..rings.len())
        .map(|index| {
            let Some(first) = rings[index].first() else { return Vec::new() };
            let near = tree.locate_in_envelope_intersecting(AABB::from_point(*first));
            let others = near.map(|it| it.data).filter(|other| *other != index);
            others.filter(|other| surrounds(&solids[*other], &rings[index])).collect()
        })
        .collect();
    let mut polygons: Vec<Vec<Ring>> = Vec::new();
    let mut place = vec![None; rings.len()];
    for (index, ring) in rings.iter().enumerate() {
        if around[index].len().is_multiple_of(2) {
            place[index] = Some(polygons.len());
            polygons.push(vec![ring.clone()]);
        }
    }
    for (index, ring) in rings.into_iter().enumerate() {
        if around[index].len() % 2 == 1 {
            // The innermost ring around it is the one that most rings surround.
            let parent = around[index].iter().max_by_key(|other| around[**other].len());
            if let Some(polygon) = parent.and_then(|it| place[*it]) {
                polygons[polygon].push(ring);
            }
        }
    }
    polygons
}

fn surrounds(solid: &Polygon, ring: &Ring) -> bool {
    let places = ring.iter().map(|at| solid.coordinate_position(&Coord::from(*at)));
    places.into_iter().find(|it| *it != CoordPos::OnBoundary) == Some(CoordPos::Inside)
}

/// Whether the boxes of any two polygons have a surface in common.
pub(super) fn boxes_meet(polygons: &[Polygon]) -> bool {
    let tree = box_tree(polygons);
    tree.iter().any(|one| {
        let mut near = tree.locate_in_envelope_intersecting(one.envelope());
        near.any(|other| other.data != one.data)
    })
}
