//! What several test files need: reading outlines back, and judging the SVG.
#![allow(dead_code)]

use std::collections::BTreeMap;

use ankunft_report::MapBase;
use quick_xml::Reader;
use quick_xml::events::Event;

pub type Corner = (i64, i64);

/// The rings of a path written by the map, in absolute whole units.
pub fn rings(path: &str) -> Vec<Vec<Corner>> {
    let mut rings = Vec::new();
    let mut pen = (0, 0);
    for part in path.split_terminator('z') {
        let numbers = numbers(part.strip_prefix('m').expect("a ring begins with m"));
        assert_eq!(numbers.len() % 2, 0, "pairs in {part}");
        let mut ring = Vec::new();
        let mut at = pen;
        for step in numbers.chunks(2) {
            at = (at.0 + step[0], at.1 + step[1]);
            ring.push(at);
        }
        pen = ring[0];
        rings.push(ring);
    }
    rings
}

fn numbers(text: &str) -> Vec<i64> {
    text.replace('-', " -")
        .split_whitespace()
        .map(|it| it.parse().expect("a whole number"))
        .collect()
}

/// How often each border between two corners occurs, in either direction.
pub fn borders(map: &MapBase) -> BTreeMap<(Corner, Corner), usize> {
    let mut borders = BTreeMap::new();
    for ring in map.areas().iter().flat_map(|area| rings(&area.path)) {
        for (index, a) in ring.iter().enumerate() {
            let b = ring[(index + 1) % ring.len()];
            *borders.entry(((*a).min(b), (*a).max(b))).or_default() += 1;
        }
    }
    borders
}

/// Twice the area of a path, holes taken off.
pub fn doubled_area(path: &str) -> i64 {
    rings(path)
        .iter()
        .map(|ring| ring_area(ring))
        .enumerate()
        .fold(0, |sum, (index, area)| if index == 0 { area.abs() } else { sum - area.abs() })
}

pub fn ring_area(ring: &[Corner]) -> i64 {
    (0..ring.len())
        .map(|index| (ring[index], ring[(index + 1) % ring.len()]))
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum()
}

/// Reads the fragment as XML, checks what holds for every picture, returns its elements' names
/// and its text.
pub fn check(svg: &str) -> (Vec<String>, String) {
    let (mut names, mut words, mut ids) = (Vec::new(), String::new(), Vec::new());
    let mut reader = Reader::from_str(svg);
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {svg}")) {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("a well-formed attribute");
                    let key = attribute.key.as_ref().to_owned();
                    let value = attribute.value.to_string();
                    assert!(key != "style" && !key.starts_with("on"), "{key} in {svg}");
                    assert!(!value.contains("NaN") && !value.contains("inf"), "{key}={value}");
                    if key == "id" {
                        assert!(!ids.contains(&value), "the id {value} twice");
                        ids.push(value);
                    }
                }
                names.push(name);
                depth += 1;
            }
            Event::End(_) => {}
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(_) => {}
            other => panic!("{other:?} has no place in a fragment"),
        }
    }
    assert!(depth > 0, "no element in {svg}");
    assert_eq!(names[0], "svg");
    assert!(!names.iter().any(|it| it == "script" || it == "style" || it == "foreignObject"));
    (names, words)
}
