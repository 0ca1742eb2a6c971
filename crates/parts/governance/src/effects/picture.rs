//! The target path of an indicator as a line, and what was reached as points on another.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_report::{Line, LineRole, Point, SeriesChart};
use jiff::civil::Date;

use super::model::{Hundredths, Kind, Value, together};
use super::view::Stand;
use super::words;

/// Width and height in a column, and on a phone, where it would shrink beyond reading.
const SIZES: [(f64, f64); 2] = [(640.0, 250.0), (350.0, 230.0)];

/// The drawing in both sizes; none where there are fewer than two points to draw.
pub fn path(t: &Texts, stand: &Stand) -> Option<[String; 2]> {
    let says = &stand.known.says;
    let start = says.baseline.map(|(value, day)| (day, value));
    let path: Vec<(Date, Hundredths)> =
        start.into_iter().chain(says.targets.iter().copied()).collect();
    let values = stand.values();
    let until = |at: usize| together(says.rule, &values[..=at]).and_then(Value::shown);
    let reached: Vec<(Date, Hundredths)> =
        (0..values.len()).filter_map(|at| Some((values[at].0.last(), until(at)?))).collect();
    draw(t, (&says.name, says.kind), (&path, &reached))
}

/// Days in rising order, each with its value.
pub type Course<'a> = &'a [(Date, Hundredths)];

/// A path and what was reached of it, in both sizes; none where there are fewer than two points.
pub fn draw(
    t: &Texts,
    (name, kind): (&str, Kind),
    (path, reached): (Course<'_>, Course<'_>),
) -> Option<[String; 2]> {
    let point = |it: &(Date, Hundredths)| Point {
        at: years(it.0),
        value: Some(words::as_f64(it.1)),
        range: None,
    };
    let path: Vec<Point> = path.iter().map(point).collect();
    let reached: Vec<Point> = reached.iter().map(point).collect();
    if path.len() + reached.len() < 2 {
        return None;
    }
    let last = |points: &[Point]| points.last().and_then(|it| it.value);
    let label = |text: &str, points: &[Point]| {
        let value = last(points).map_or_else(String::new, |it| t.decimal(it, decimals(it)));
        t.with(text, &[("wert", Arg::from(value))])
    };
    let labels = [label("bild-ziel", &path), label("bild-erreicht", &reached)];
    let mut lines = Vec::new();
    if !path.is_empty() {
        lines.push(Line { label: &labels[0], role: LineRole::Reference, points: &path });
    }
    if !reached.is_empty() {
        lines.push(Line { label: &labels[1], role: LineRole::Main, points: &reached });
    }
    let draw = |id: &str, (width, height): (f64, f64)| {
        SeriesChart {
            id,
            title: name,
            description: &labels[1],
            width,
            height,
            lines: &lines,
            breaks: &[],
            from_zero: true,
            number: &|value, decimals| t.decimal(value, u8::try_from(decimals).unwrap_or(2)),
            unit: if kind == Kind::Share { "\u{a0}%" } else { "" },
            time: &month,
        }
        .draw()
    };
    Some([draw("zielpfad", SIZES[0]), draw("zielpfad-schmal", SIZES[1])])
}

fn decimals(value: f64) -> u8 {
    if value.fract() == 0.0 { 0 } else { 1 }
}

/// A time of the axis as month and year: `06/26`.
#[expect(clippy::cast_possible_truncation, reason = "years of a calendar")]
fn month(years: f64) -> String {
    let (year, part) = (years.floor(), years.fract());
    // The last day of a month is said as that month.
    let month = ((part * 12.0 - 0.02).floor() as i64).clamp(0, 11) + 1;
    format!("{month:02}/{:02}", (year as i64).rem_euclid(100))
}

/// A day on the axis of time, in years.
fn years(day: Date) -> f64 {
    f64::from(day.year()) + f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year())
}
