//! What holds for every city: outlines survive storage, reading twice changes nothing, and
//! links lose nobody.

use std::collections::HashMap;

use ankunft_disclosure::Cell;
use ankunft_formats::geometry::{crosswalk, outline_from_bytes, outline_to_bytes};
use ankunft_formats::grid::{self, GridCell, Method, Uncertainty};
use ankunft_formats::{Area, geometry};
use geo::{LineString, MultiPolygon, Polygon};
use proptest::prelude::*;

use crate::city::{Quarter, Ring, collection, read_json};

/// A star around a place in Germany: any simple ring that goes once around its middle.
fn star() -> impl Strategy<Value = Ring> {
    let arms = proptest::collection::vec(0.002..0.02_f64, 3..20);
    (6.5..14.0_f64, 48.0..54.0_f64, arms).prop_map(|(x, y, arms)| {
        let count = arms.len() as f64;
        let tip = |(index, arm): (usize, &f64)| {
            let angle = std::f64::consts::TAU * index as f64 / count;
            [x + arm * angle.cos(), y + arm * angle.sin()]
        };
        let mut ring: Ring = arms.iter().enumerate().map(tip).collect();
        ring.push(ring[0]);
        ring
    })
}

fn area(code: &str, rings: &[Ring]) -> Area {
    let line = |ring: &Ring| LineString::from(ring.clone());
    let holes = rings.iter().skip(1).map(line).collect();
    let outline = MultiPolygon(vec![Polygon::new(line(&rings[0]), holes)]);
    let area_m2 = geometry::area_m2(&outline);
    Area { code: code.to_owned(), name: code.to_owned(), parent: None, outline, area_m2 }
}

/// `columns` × `rows` squares over one rectangle of 0.1 degrees.
fn tiles(columns: usize, rows: usize) -> Vec<Area> {
    let (width, height) = (0.1 / columns as f64, 0.1 / rows as f64);
    (0..columns * rows)
        .map(|index| {
            let (column, row) = ((index % columns) as f64, (index / columns) as f64);
            let [x, y] = [8.3 + column * width, 49.4 + row * height];
            let ring =
                vec![[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]];
            area(&index.to_string(), &[ring])
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_simple_ring_is_read_as_it_is(ring in star(), backwards: bool, swapped: bool, open: bool) {
        let mut written = ring.clone();
        if backwards {
            written.reverse();
        }
        if open {
            written.pop();
        }
        if swapped {
            written.iter_mut().for_each(|at| at.swap(0, 1));
        }
        let quarter = Quarter { code: "1".to_owned(), name: "x".to_owned(), rings: vec![written] };
        let (file, findings) = read_json(&collection(&[quarter])).expect("no errors");
        let wanted = area("1", &[ring]);
        prop_assert!((file.areas[0].area_m2 / wanted.area_m2 - 1.0).abs() < 1e-9);
        let said = |code: &str| findings.iter().any(|it| it.code == code);
        prop_assert_eq!(said("axes-swapped"), swapped);
        prop_assert_eq!(said("ring-unclosed"), open);
        prop_assert_eq!(said("ring-order"), backwards);
        prop_assert!(!said("self-intersection-repaired"));
        // Reading what was read gives the same again.
        let exterior = file.areas[0].outline.0[0].exterior();
        let rings = vec![exterior.coords().map(|at| [at.x, at.y]).collect()];
        let again = Quarter { code: "1".to_owned(), name: "x".to_owned(), rings };
        let (second, findings) = read_json(&collection(&[again])).expect("no errors");
        prop_assert_eq!(findings, vec![]);
        let (first, second) = (&file.areas[0].outline.0[0], &second.areas[0].outline.0[0]);
        for (one, other) in first.exterior().coords().zip(second.exterior().coords()) {
            prop_assert!((one.x - other.x).abs() < 1e-13 && (one.y - other.y).abs() < 1e-13);
        }
    }

    #[test]
    fn outlines_survive_storage_bit_by_bit(one in star(), other in star()) {
        let outline = MultiPolygon(vec![area("", &[one.clone(), other]).outline.0[0].clone(), area("", &[one]).outline.0[0].clone()]);
        let bytes = outline_to_bytes(&outline);
        prop_assert_eq!(outline_from_bytes(&bytes), Some(outline));
        for length in 0..bytes.len().min(400) {
            prop_assert_eq!(outline_from_bytes(&bytes[..length]), None);
        }
    }

    #[test]
    fn no_bytes_make_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = outline_from_bytes(&bytes);
        for head in [&b"PK\x03\x04"[..], b"SQLite format 3\0", b"{", b"\0\0\x27\x0a"] {
            let _ = crate::city::read(&[head, &bytes].concat());
        }
    }

    #[test]
    fn links_by_overlay_lose_nobody(
        (columns, rows, more_columns, more_rows) in (1..6_usize, 1..6_usize, 1..6_usize, 1..6_usize),
        people in proptest::collection::vec(0..5_000_u32, 36),
    ) {
        let (from, to) = (tiles(columns, rows), tiles(more_columns, more_rows));
        let links = crosswalk::by_overlay(&from, &to);
        for area in &from {
            let own: Vec<_> = links.iter().filter(|it| it.from == area.code).collect();
            let sum: f64 = own.iter().map(|it| it.weight).sum();
            prop_assert!((sum - 1.0).abs() < 1e-12, "{sum}");
            prop_assert!(own.iter().all(|it| it.weight > 0.0));
        }
        let values: HashMap<String, f64> = from
            .iter()
            .zip(&people)
            .map(|(area, people)| (area.code.clone(), f64::from(*people)))
            .collect();
        let before: f64 = from.iter().filter_map(|it| values.get(&it.code)).sum();
        let after: f64 = crosswalk::carry(&links, &values).values().sum();
        prop_assert!((before - after).abs() < 1e-6 * before.max(1.0), "{before} {after}");
        // A version laid over itself changes nothing.
        let same = crosswalk::by_overlay(&from, &from);
        prop_assert_eq!(same.len(), from.len());
        prop_assert!(same.iter().all(|it| it.from == it.to && it.weight == 1.0));
    }

    #[test]
    fn a_cell_is_read_as_it_is_written(width in 0..3_usize, north in 0..900_u32, east in 0..900_u32) {
        let width = [100, 1_000, 10_000][width];
        let cell = GridCell::new(width, north * width, east * width).expect("on the grid");
        prop_assert_eq!(cell.to_string().parse::<GridCell>(), Ok(cell));
        let short = match width { 100 => "100m", 1_000 => "1km", _ => "10km" };
        prop_assert_eq!(format!("{short}N{north}E{east}").parse::<GridCell>(), Ok(cell));
    }

    #[test]
    fn cells_lose_nobody_and_bands_hold_the_value(
        people in proptest::collection::vec(proptest::option::of(0..400_u32), 100),
        noise in 0.0..5.0_f64,
        variance in 0.0..4.0_f64,
    ) {
        // Cells of 1 km under the tiles: those at the border lie partly outside.
        let cells: Vec<(GridCell, Cell)> = people
            .iter()
            .enumerate()
            .map(|(index, people)| {
                let (north, east) = (2_930_000 + index as u32 / 10 * 1_000, 4_198_000 + index as u32 % 10 * 1_000);
                let content = people.map_or(Cell::SUPPRESSED, |it| Cell::of(f64::from(it)).expect("finite"));
                (GridCell::new(1_000, north, east).expect("on the grid"), content)
            })
            .collect();
        let uncertainty = Uncertainty { greatest_noise: noise, noise_variance: variance, unpublished_most: 2.0 };
        let areas = tiles(3, 2);
        for method in [Method::Centre, Method::AreaShare] {
            let found = grid::to_areas(&cells, &areas, method, uncertainty);
            let most: f64 = people.iter().flatten().map(|it| f64::from(*it)).sum();
            let sum: f64 = found.areas.iter().map(|it| it.value).sum();
            prop_assert!(sum <= most + 1e-6);
            for it in &found.areas {
                prop_assert!(it.surely.low <= it.likely.low && it.likely.low <= it.value + 1e-9);
                prop_assert!(it.value <= it.likely.high + 1e-9 && it.likely.high <= it.surely.high);
            }
            if method == Method::Centre {
                let cells: usize = found.areas.iter().map(|it| it.published + it.unpublished).sum();
                prop_assert_eq!(cells + found.outside, 100);
            }
        }
    }
}

#[test]
fn a_list_must_say_where_all_of_everybody_goes() {
    let row = |line, from: &str, to: &str, weight| crosswalk::ListRow {
        line,
        from: from.to_owned(),
        to: to.to_owned(),
        weight,
    };
    let good =
        [row(1, "a", "x", None), row(2, "b", "y", Some(0.333)), row(3, "b", "x", Some(0.666))];
    let links = crosswalk::by_list("list.csv", &good).expect("no errors");
    let sum: f64 = links.iter().filter(|it| it.from == "b").map(|it| it.weight).sum();
    assert_eq!((links.len(), links[0].weight), (3, 1.0));
    assert!((sum - 1.0).abs() < 1e-15);
    let cases = [
        (vec![row(1, "a", "x", None), row(2, "a", "y", None)], "crosswalk-weight-missing", 1),
        (
            vec![row(1, "a", "x", Some(0.5)), row(2, "a", "y", Some(0.4))],
            "crosswalk-sum-not-one",
            1,
        ),
        (vec![row(1, "a", "x", None), row(2, "a", "x", None)], "crosswalk-pair-twice", 2),
        (vec![row(1, "a", "x", Some(25.0))], "crosswalk-weight-no-share", 1),
        (vec![row(1, "a", "", None)], "crosswalk-key-missing", 1),
    ];
    for (rows, code, line) in cases {
        let all = crosswalk::by_list("list.csv", &rows).expect_err(code);
        assert_eq!((all[0].code.as_str(), all[0].line, all.len()), (code, Some(line), 1));
        crate::texts::assert_sayable(&all[0]);
    }
}
