use std::collections::BTreeSet;

use geo::{LineString, MultiPolygon};

use super::path::{self, Corner};
use super::project::Projection;
use super::topology::{Fine, Topology};
use super::{Area, Detail, MapBase, MapError, Shape, label, simplify, tiny};

/// Steps of the fine grid in one unit of the map.
const STEPS: f64 = 64.0;

/// Twice the square steps in one square unit.
const DOUBLED: f64 = 2.0 * STEPS * STEPS;

pub(super) fn build(areas: &[Area<'_>], width: u32, detail: Detail) -> Result<MapBase, MapError> {
    let bounds = checked_bounds(areas)?;
    let (projection, height) = Projection::fit(bounds, width).ok_or(MapError::NoExtent)?;
    let outlines = Outlines::of(areas, &projection);
    let shapes = match detail {
        Detail::Tolerance(tolerance) => outlines.shapes(areas, tolerance),
        Detail::Bytes(most) => {
            let mut tolerance = 0.5;
            let mut shapes = outlines.shapes(areas, tolerance);
            while bytes(&shapes) > most && tolerance < 1e4 {
                tolerance *= 1.25;
                shapes = outlines.shapes(areas, tolerance);
            }
            shapes
        }
    };
    Ok(MapBase { width, height, projection, areas: labelled(areas, shapes) })
}

/// West, south, east and north of all areas.
fn checked_bounds(areas: &[Area<'_>]) -> Result<[f64; 4], MapError> {
    let mut codes = BTreeSet::new();
    let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    for area in areas {
        let code = || area.code.to_owned();
        if !codes.insert(area.code) {
            return Err(MapError::DoubleCode { code: code() });
        }
        if !rings_of(area.shape).any(|ring| open_ring(ring).len() >= 3) {
            return Err(MapError::NoOutline { code: code() });
        }
        for at in rings_of(area.shape).flat_map(LineString::coords) {
            let (x, y) = (at.x, at.y);
            if !((-180.0..=180.0).contains(&x) && (-90.0..=90.0).contains(&y)) {
                return Err(MapError::NotDegrees { code: code(), x, y });
            }
            bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        }
    }
    if areas.is_empty() { Err(MapError::NoAreas) } else { Ok(bounds) }
}

fn rings_of(shape: &MultiPolygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    shape.iter().flat_map(|it| std::iter::once(it.exterior()).chain(it.interiors()))
}

/// The corners of a ring, without the last that repeats the first.
fn open_ring(ring: &LineString<f64>) -> &[geo::Coord<f64>] {
    match ring.0.split_last() {
        Some((last, rest)) if rest.first() == Some(last) => rest,
        _ => &ring.0,
    }
}

/// The arcs of all areas with the weight of each corner; any tolerance can be drawn from it.
struct Outlines {
    topology: Topology,
    weights: Vec<Vec<i64>>,
    /// How many rings use each arc.
    uses: Vec<usize>,
    /// Per area the numbers of its rings, the largest first.
    rings: Vec<Vec<usize>>,
    /// Per area the middle of its largest ring, in units.
    middles: Vec<(f64, f64)>,
}

impl Outlines {
    fn of(areas: &[Area<'_>], projection: &Projection) -> Self {
        let mut all: Vec<Vec<Fine>> = Vec::new();
        let mut rings = Vec::with_capacity(areas.len());
        let mut middles = Vec::with_capacity(areas.len());
        for area in areas {
            let mut own: Vec<Vec<Fine>> =
                rings_of(area.shape).map(|ring| fine_ring(ring, projection)).collect();
            own.sort_by_key(|ring| std::cmp::Reverse(extent(ring)));
            middles.push(own.first().map_or((0.0, 0.0), |ring| middle(ring)));
            rings.push((all.len()..all.len() + own.len()).collect());
            all.append(&mut own);
        }
        let topology = Topology::of(&all);
        let weights = topology.arcs.iter().map(|arc| simplify::weights(arc)).collect();
        let mut uses = vec![0; topology.arcs.len()];
        for (arc, _) in topology.rings.iter().flatten() {
            uses[*arc] += 1;
        }
        Self { topology, weights, uses, rings, middles }
    }

    /// The rings of each area in whole units, at a tolerance in square units.
    fn shapes(&self, areas: &[Area<'_>], tolerance: f64) -> Vec<Vec<Vec<Corner>>> {
        let start = (tolerance.max(0.0) * DOUBLED).min(1e15) as i64;
        let mut limits = vec![start; self.topology.arcs.len()];
        let mut arcs: Vec<Vec<Corner>> =
            (0..limits.len()).map(|arc| self.arc(arc, limits[arc])).collect();
        // An area whose border has shrunk to a line gets its bends back, and so do its neighbours.
        loop {
            let mut flat: BTreeSet<usize> = BTreeSet::new();
            for rings in &self.rings {
                let Some(main) = rings.first() else { continue };
                if tiny::doubled_area(&self.ring(*main, &arcs)) == 0 {
                    flat.extend(self.topology.rings[*main].iter().map(|(arc, _)| *arc));
                }
            }
            flat.retain(|arc| limits[*arc] > 0);
            if flat.is_empty() {
                break;
            }
            for arc in flat {
                limits[arc] /= 4;
                arcs[arc] = self.arc(arc, limits[arc]);
            }
        }
        (0..areas.len()).map(|area| self.area(area, &arcs)).collect()
    }

    /// An arc in whole units: corners that matter, without repetitions and without corners on
    /// a straight line.
    fn arc(&self, arc: usize, limit: i64) -> Vec<Corner> {
        let unit = |value: i64| (value as f64 / STEPS).round() as i32;
        let weights = &self.weights[arc];
        let kept = self.topology.arcs[arc].iter().zip(weights).filter(|(_, it)| **it >= limit);
        let mut corners: Vec<Corner> = Vec::new();
        for (x, y) in kept.map(|(it, _)| (unit(it.0), unit(it.1))) {
            while let [.., a, b] = corners.as_slice() {
                if tiny::doubled_area(&[*a, *b, (x, y)]) != 0 || turns_back(*a, *b, (x, y)) {
                    break;
                }
                corners.pop();
            }
            if corners.last() != Some(&(x, y)) {
                corners.push((x, y));
            }
        }
        corners
    }

    /// A ring put together from its arcs.
    fn ring(&self, ring: usize, arcs: &[Vec<Corner>]) -> Vec<Corner> {
        let mut corners: Vec<Corner> = Vec::new();
        let mut add = |corner: &Corner| {
            if corners.last() != Some(corner) {
                corners.push(*corner);
            }
        };
        for (arc, backwards) in &self.topology.rings[ring] {
            match backwards {
                true => arcs[*arc].iter().rev().for_each(&mut add),
                false => arcs[*arc].iter().for_each(&mut add),
            }
        }
        while corners.len() > 1 && corners.first() == corners.last() {
            corners.pop();
        }
        corners
    }

    /// The rings of an area that are worth drawing; a triangle if there is none.
    fn area(&self, area: usize, arcs: &[Vec<Corner>]) -> Vec<Vec<Corner>> {
        let mut drawn = Vec::new();
        for (position, ring) in self.rings[area].iter().enumerate() {
            let corners = self.ring(*ring, arcs);
            let extent = tiny::doubled_area(&corners).abs();
            let shared = self.topology.rings[*ring].iter().any(|(arc, _)| self.uses[*arc] > 1);
            if extent > 0 && (extent >= 4 || position == 0 || shared) {
                drawn.push(corners);
            }
        }
        if drawn.is_empty() {
            drawn.push(tiny::triangle(self.middles[area]));
        }
        drawn
    }
}

fn turns_back(a: Corner, b: Corner, c: Corner) -> bool {
    let (dx, dy) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
    dx * i64::from(c.0 - b.0) + dy * i64::from(c.1 - b.1) < 0
}

fn fine_ring(ring: &LineString<f64>, projection: &Projection) -> Vec<Fine> {
    let fine = |at: &geo::Coord<f64>| {
        let (x, y) = projection.point(at.x, at.y);
        ((x * STEPS).round() as i64, (y * STEPS).round() as i64)
    };
    open_ring(ring).iter().map(fine).collect()
}

/// Twice the area of a ring on the fine grid.
fn extent(ring: &[Fine]) -> i128 {
    let wide = |corner: Fine| (i128::from(corner.0), i128::from(corner.1));
    let cross = |index: usize| {
        let (a, b) = (wide(ring[index]), wide(ring[(index + 1) % ring.len()]));
        a.0 * b.1 - b.0 * a.1
    };
    (0..ring.len()).map(cross).sum::<i128>().abs()
}

/// The middle of a ring's corners, in units.
fn middle(ring: &[Fine]) -> (f64, f64) {
    let n = ring.len().max(1) as f64 * STEPS;
    let sum = ring.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    (sum.0 as f64 / n, sum.1 as f64 / n)
}

fn bytes(shapes: &[Vec<Vec<Corner>>]) -> usize {
    shapes.iter().map(|rings| path::rings(rings).len()).sum()
}

fn labelled(areas: &[Area<'_>], shapes: Vec<Vec<Vec<Corner>>>) -> Vec<Shape> {
    let shape = |(area, rings): (&Area<'_>, Vec<Vec<Corner>>)| {
        let (label, label_room) = label::pole(&rings);
        Shape {
            code: area.code.to_owned(),
            name: area.name.to_owned(),
            path: path::rings(&rings),
            label,
            label_room,
        }
    };
    areas.iter().zip(shapes).map(shape).collect()
}
