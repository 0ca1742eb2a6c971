//! Laws of the map: neighbours keep touching, nothing vanishes, order changes nothing.

mod support;

use ankunft_report::{Area, Detail, MapBase, MapError};
use geo::{Coord, LineString, MultiPolygon, Polygon};
use proptest::prelude::*;
use support::{borders, doubled_area, ring_area, rings};

/// A town of `columns` × `rows` areas whose borders wiggle; each border is drawn once and used by
/// both sides. The outer border is straight, the corners of the areas stay in place.
#[derive(Debug)]
struct Town {
    columns: usize,
    rows: usize,
    wiggles: Vec<f64>,
}

const STEPS: usize = 12;
const SIDE: f64 = 0.01;

impl Town {
    /// Less than a step, so that the borders that meet in a corner never cross: areas of a town
    /// do not overlap.
    fn wiggle(&self, line: usize, step: usize) -> f64 {
        if step.is_multiple_of(STEPS) {
            return 0.0;
        }
        self.wiggles[(line * 31 + step * 7) % self.wiggles.len()] * SIDE * 0.08
    }

    /// A corner on the horizontal line `row`, `step` steps from the left.
    fn on_row(&self, row: usize, step: usize) -> Coord<f64> {
        let inner = row > 0 && row < self.rows;
        let off = if inner { self.wiggle(row, step) } else { 0.0 };
        Coord { x: 13.0 + SIDE * step as f64 / STEPS as f64, y: 52.0 + SIDE * row as f64 + off }
    }

    fn on_column(&self, column: usize, step: usize) -> Coord<f64> {
        let inner = column > 0 && column < self.columns;
        let off = if inner { self.wiggle(100 + column, step) } else { 0.0 };
        Coord { x: 13.0 + SIDE * column as f64 + off, y: 52.0 + SIDE * step as f64 / STEPS as f64 }
    }

    fn areas(&self) -> Vec<(String, MultiPolygon<f64>)> {
        let mut areas = Vec::new();
        for row in 0..self.rows {
            for column in 0..self.columns {
                let (x, y) = (column * STEPS, row * STEPS);
                let bottom = (x..x + STEPS).map(|step| self.on_row(row, step));
                let right = (y..y + STEPS).map(|step| self.on_column(column + 1, step));
                let top = (x + 1..=x + STEPS).rev().map(|step| self.on_row(row + 1, step));
                let left = (y + 1..=y + STEPS).rev().map(|step| self.on_column(column, step));
                let ring: Vec<Coord<f64>> = bottom.chain(right).chain(top).chain(left).collect();
                let polygon = Polygon::new(LineString::new(ring), vec![]);
                areas.push((format!("{row}-{column}"), MultiPolygon::new(vec![polygon])));
            }
        }
        areas
    }
}

fn town() -> impl Strategy<Value = Town> {
    (1..5_usize, 1..5_usize, prop::collection::vec(-1.0..1.0_f64, 40))
        .prop_map(|(columns, rows, wiggles)| Town { columns, rows, wiggles })
}

fn map(areas: &[(String, MultiPolygon<f64>)], width: u32, detail: Detail) -> MapBase {
    let areas: Vec<Area<'_>> =
        areas.iter().map(|(code, shape)| Area { code, name: code, shape }).collect();
    MapBase::new(&areas, width, detail).expect("a map")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn neighbours_share_their_borders(town in town(), tolerance in 0.0..3000.0_f64) {
        let map = map(&town.areas(), 1000, Detail::Tolerance(tolerance));
        let (width, height) = map.size();
        let edge = |it: &support::Corner| {
            let (x, y) = (it.0, it.1);
            (x - 4).abs() <= 1 || (y - 4).abs() <= 1
                || (x + 4 - i64::from(width)).abs() <= 1 || (y + 4 - i64::from(height)).abs() <= 1
        };
        for ((a, b), uses) in borders(&map) {
            prop_assert!(uses == 2 || (uses == 1 && edge(&a) && edge(&b)), "{a:?} {b:?} {uses}");
        }
    }

    #[test]
    fn no_area_vanishes(town in town(), tolerance in 0.0..1e6_f64, width in 200..1200_u32) {
        let map = map(&town.areas(), width, Detail::Tolerance(tolerance));
        for area in map.areas() {
            prop_assert!(rings(&area.path)[0].len() >= 3);
            prop_assert!(doubled_area(&area.path) > 0, "{}", area.path);
        }
    }

    #[test]
    fn the_order_of_areas_changes_no_outline(town in town(), turn in 0..16_usize) {
        let areas = town.areas();
        let mut turned = areas.clone();
        turned.rotate_left(turn % areas.len());
        let (one, other) = (map(&areas, 900, Detail::Tolerance(4.0)), map(&turned, 900, Detail::Tolerance(4.0)));
        for area in one.areas() {
            let twin = other.areas().iter().find(|it| it.code == area.code).expect("the same areas");
            prop_assert_eq!(area, twin);
        }
    }

    #[test]
    fn labels_lie_inside(town in town()) {
        for area in map(&town.areas(), 1000, Detail::Tolerance(2.0)).areas() {
            let (x, y) = (f64::from(area.label.0), f64::from(area.label.1) + 0.01);
            let crossings = rings(&area.path).iter().flat_map(|ring| {
                (0..ring.len()).map(|at| (ring[at], ring[(at + 1) % ring.len()])).collect::<Vec<_>>()
            }).filter(|(a, b)| {
                let (ax, ay, bx, by) = (a.0 as f64, a.1 as f64, b.0 as f64, b.1 as f64);
                (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
            }).count();
            prop_assert_eq!(crossings % 2, 1);
            prop_assert!(area.label_room > 10);
        }
    }

    #[test]
    fn a_stored_map_is_the_same_map(town in town()) {
        let map = map(&town.areas(), 1000, Detail::Tolerance(2.0));
        let stored = map.to_json().expect("text");
        prop_assert_eq!(MapBase::from_json(&stored).expect("the map"), map);
    }
}

fn square(x: f64, y: f64, side: f64) -> LineString<f64> {
    let at = |dx: f64, dy: f64| Coord {
        x: 7.0 + (x + dx * side) / 100.0,
        y: 49.0 + (y + dy * side) / 100.0,
    };
    LineString::new(vec![at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0), at(0.0, 0.0)])
}

fn alone(ring: LineString<f64>, holes: Vec<LineString<f64>>) -> MultiPolygon<f64> {
    MultiPolygon::new(vec![Polygon::new(ring, holes)])
}

#[test]
fn a_corner_on_a_straight_border_belongs_to_both_sides() {
    // The left square's right side knows nothing of the corner where its two neighbours meet.
    let areas = [
        ("left".to_owned(), alone(square(0.0, 0.0, 10.0), vec![])),
        ("below".to_owned(), alone(square(10.0, 0.0, 5.0), vec![])),
        ("above".to_owned(), alone(square(10.0, 5.000_01, 4.999_99), vec![])),
    ];
    let map = map(&areas, 1000, Detail::Tolerance(1.0));
    let shared = borders(&map).values().filter(|uses| **uses == 2).count();
    assert_eq!(shared, 3, "left–below, left–above, below–above: {:?}", map.areas());
}

#[test]
fn an_enclave_fills_its_hole_exactly() {
    let enclave = square(4.0, 4.0, 2.0);
    let areas = [
        ("around".to_owned(), alone(square(0.0, 0.0, 10.0), vec![enclave.clone()])),
        ("enclave".to_owned(), alone(enclave, vec![])),
    ];
    let map = map(&areas, 1000, Detail::Tolerance(9.0));
    let (hole, inside) = (&rings(&map.areas()[0].path)[1], &rings(&map.areas()[1].path)[0]);
    assert_eq!(ring_area(hole).abs(), ring_area(inside).abs());
    assert!(hole.iter().all(|corner| inside.contains(corner)));
}

#[test]
fn an_area_smaller_than_a_unit_is_still_drawn() {
    let areas = [
        ("town".to_owned(), alone(square(0.0, 0.0, 100.0), vec![])),
        ("hut".to_owned(), alone(square(130.0, 50.0, 0.001), vec![])),
        ("islet".to_owned(), alone(square(140.0, 50.0, 0.3), vec![])),
    ];
    for tolerance in [0.5, 50.0, 5e5] {
        let map = map(&areas, 400, Detail::Tolerance(tolerance));
        for area in map.areas() {
            assert!(doubled_area(&area.path) > 0, "{area:?}");
        }
    }
}

#[test]
fn what_cannot_be_drawn_is_named() {
    let good = alone(square(0.0, 0.0, 10.0), vec![]);
    let flat = MultiPolygon::new(vec![Polygon::new(LineString::new(vec![]), vec![])]);
    let metres = alone(
        LineString::from(vec![
            (389_000.0, 5_820_000.0),
            (390_000.0, 5_820_000.0),
            (389_000.0, 5_821_000.0),
        ]),
        vec![],
    );
    let area = |code, shape| Area { code, name: code, shape };
    let new = |areas: &[Area<'_>]| MapBase::new(areas, 1000, Detail::Tolerance(1.0));

    assert_eq!(new(&[]), Err(MapError::NoAreas));
    assert_eq!(
        new(&[area("1", &good), area("1", &good)]),
        Err(MapError::DoubleCode { code: "1".to_owned() })
    );
    assert_eq!(new(&[area("2", &flat)]), Err(MapError::NoOutline { code: "2".to_owned() }));
    assert!(matches!(new(&[area("3", &metres)]), Err(MapError::NotDegrees { .. })));
    assert!(MapBase::from_json("{}").is_err());
}
