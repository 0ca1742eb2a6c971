//! An invented city of any size: outlines that fit together, and figures for each half-year.

use ankunft_formats::{Kind, indicators};
use ankunft_numerics::{Stream, exp};
use serde_json::{Value, json};

/// The geography of the judged city.
pub const PLANNING: &str = "planungsraum";
/// A coarser geography beside it.
pub const FORECAST: &str = "prognoseraum";

/// How much is made up.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Area units of the finer geography.
    pub areas: usize,
    /// Half-years, from the first of 2015 on.
    pub halves: usize,
    /// Stored indicators.
    pub indicators: usize,
}

impl Size {
    /// The size at which the overview is judged.
    pub const JUDGED: Self = Self { areas: 542, halves: 18, indicators: 190 };

    /// The half-years as tables write them: `2015h1`.
    #[must_use]
    pub fn periods(self) -> Vec<String> {
        (0..self.halves).map(|it| format!("{}h{}", 2015 + it / 2, it % 2 + 1)).collect()
    }

    /// Codes of the stored indicators: counts of the catalogue, the most asked for first.
    #[must_use]
    pub fn codes(self) -> Vec<String> {
        let counts = indicators().iter().filter(|it| it.kind == Kind::Count);
        let known: Vec<String> = counts.map(|it| it.code.clone()).take(self.indicators).collect();
        let own = (known.len()..self.indicators).map(|it| format!("merkmal_{it:03}"));
        known.iter().cloned().chain(own).collect()
    }
}

/// Points of a border between two corners of the raster, both sides' the same.
const STEPS: usize = 10;
/// The width of an area unit in degrees; about a kilometre.
const WIDTH: f64 = 0.012;

/// The outlines of `count` area units as GeoJSON, in rows of a square raster with crooked borders.
#[must_use]
pub fn outlines(count: usize, seed: u64) -> Vec<u8> {
    let columns = (1..).find(|it| it * it >= count).unwrap_or(1);
    let features: Vec<Value> = (0..count)
        .map(|at| {
            let (row, column) = (at / columns, at % columns);
            json!({
                "type": "Feature",
                "properties": { "id": code(at), "name": name(at, seed) },
                "geometry": { "type": "Polygon", "coordinates": [ring(row, column, seed)] },
            })
        })
        .collect();
    json!({ "type": "FeatureCollection", "features": features }).to_string().into_bytes()
}

/// The key of an area unit.
#[must_use]
pub fn code(at: usize) -> String {
    format!("{:08}", 1_000_001 + at)
}

const BEGINNINGS: [&str; 24] = [
    "Linden", "Birken", "Mühlen", "Kirch", "Schloss", "Garten", "Wiesen", "Hafen", "Markt", "Berg",
    "Brunnen", "Eichen", "Rosen", "Weiher", "Kanal", "Feld", "Ufer", "Park", "Stein", "Heide",
    "Neuen", "Alten", "Krumm", "Hohen",
];
const ENDINGS: [&str; 24] = [
    "straße", "platz", "allee", "viertel", "hof", "weg", "damm", "siedlung", "park", "ring", "tor",
    "höhe", "grund", "brücke", "kiez", "insel", "feld", "winkel", "aue", "berg", "see", "steig",
    "garten", "ufer",
];

fn name(at: usize, seed: u64) -> String {
    // Each pair once, in an order without pattern.
    let mut pairs: Vec<usize> = (0..BEGINNINGS.len() * ENDINGS.len()).collect();
    Stream::named(seed, "names").shuffle(&mut pairs);
    let pair = pairs[at % pairs.len()];
    let again = at / pairs.len();
    let number = if again == 0 { String::new() } else { format!(" {}", again + 1) };
    format!("{}{}{number}", BEGINNINGS[pair / ENDINGS.len()], ENDINGS[pair % ENDINGS.len()])
}

fn ring(row: usize, column: usize, seed: u64) -> Vec<[f64; 2]> {
    let sides = [
        border((row, column), (row + 1, column), seed),
        border((row + 1, column), (row + 1, column + 1), seed),
        border((row + 1, column + 1), (row, column + 1), seed),
        border((row, column + 1), (row, column), seed),
    ];
    let mut ring: Vec<[f64; 2]> = sides.into_iter().flatten().collect();
    ring.push(ring[0]);
    ring
}

/// The points from a corner up to the next, without it.
fn border(from: (usize, usize), to: (usize, usize), seed: u64) -> Vec<[f64; 2]> {
    let forwards = from < to;
    let (low, high) = if forwards { (from, to) } else { (to, from) };
    let (a, b) = (corner(low, seed), corner(high, seed));
    let mut chance = Stream::named(seed, &format!("border/{low:?}/{high:?}"));
    let mut points: Vec<[f64; 2]> = (0..=STEPS)
        .map(|step| {
            #[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
            let along = step as f64 / STEPS as f64;
            let is_end = step == 0 || step == STEPS;
            let mut wobble = || if is_end { 0.0 } else { chance.between(-0.02, 0.02) * WIDTH };
            [a[0] + (b[0] - a[0]) * along + wobble(), a[1] + (b[1] - a[1]) * along + wobble()]
        })
        .map(|it| it.map(|degrees| (degrees * 1e7).round() / 1e7))
        .collect();
    if !forwards {
        points.reverse();
    }
    points.pop();
    points
}

fn corner((row, column): (usize, usize), seed: u64) -> [f64; 2] {
    let mut chance = Stream::named(seed, &format!("corner/{row}/{column}"));
    let mut shifted = |at: usize| {
        #[expect(clippy::cast_precision_loss, reason = "some dozen rows")]
        let at = at as f64;
        (at + chance.between(-0.2, 0.2)) * WIDTH
    };
    let (x, y) = (shifted(column), shifted(row));
    [13.1 + x, 52.65 - y * 0.62]
}

/// One half-year of counts for every area unit as CSV, all multiples of five. Another `edition`
/// is a correction: the same areas and columns with other figures.
#[must_use]
pub fn table(size: Size, areas: usize, half: usize, edition: u64, seed: u64) -> Vec<u8> {
    let mut text = String::from("id;period");
    for code in size.codes() {
        text.push(';');
        text.push_str(&code);
    }
    let period = size.periods()[half].clone();
    for at in 0..areas {
        text.push_str(&format!("\n{};{period}", code(at)));
        for number in counts(size, at, half, edition, seed) {
            text.push_str(&format!(";{number}"));
        }
    }
    text.push('\n');
    text.into_bytes()
}

/// The counts of an area unit: the first is its population, the others parts of it.
#[must_use]
pub fn counts(size: Size, at: usize, half: usize, edition: u64, seed: u64) -> Vec<u64> {
    let mut place = Stream::named(seed, &format!("area/{at}"));
    let mut now = Stream::named(seed, &format!("area/{at}/{half}/{edition}"));
    let population = 6000.0 * exp(place.normal(0.0, 0.5)) * now.between(0.98, 1.02);
    let parts = (1..size.indicators).map(|_| {
        let share = place.between(0.002, 0.6) * place.uniform();
        five(population * share * now.between(0.9, 1.1))
    });
    std::iter::once(five(population)).chain(parts).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of people")]
fn five(count: f64) -> u64 {
    (count / 5.0).round().max(0.0) as u64 * 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use ankunft_formats::geometry::{self, GeometryOptions};

    #[test]
    fn outlines_fit_together_and_tables_fit_them() {
        let file = outlines(30, 1);
        let (read, findings) =
            geometry::read(&file, "city.geojson", &GeometryOptions::default()).unwrap();
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(read.areas.len(), 30);
        let size = Size { areas: 30, halves: 2, indicators: 7 };
        let text = String::from_utf8(table(size, 30, 1, 0, 1)).unwrap();
        assert_eq!(text.lines().count(), 31);
        assert!(text.lines().skip(1).all(|it| it.split(';').nth(1) == Some("2015h2")));
        assert_ne!(table(size, 30, 1, 1, 1), table(size, 30, 1, 0, 1));
    }
}
