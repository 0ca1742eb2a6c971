use super::{Point, runs};
use crate::bars::share;
use crate::svg::{escape, num};

/// A small line without axes, for a row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Sparkline<'a> {
    /// The values, in any order; what is missing makes a gap.
    pub points: &'a [Point],
    /// Times at which values stop being comparable; they make a gap too.
    pub breaks: &'a [f64],
    /// Values at the lower and upper edge; `None` fits the line to its own values.
    pub scale: Option<(f64, f64)>,
    /// What it says, in words; empty if the words stand beside it.
    pub label: &'a str,
}

/// Draws a line of 120 × 32 units with a point at its last value.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Point, Sparkline, sparkline};
///
/// let point = |at, value| Point { at, value: Some(value), range: None };
/// let points = [point(2019.0, 10.0), point(2020.0, 30.0)];
/// let svg = sparkline(&Sparkline { points: &points, breaks: &[], scale: None, label: "" });
/// assert!(svg.contains(r#"<path d="M6 26L114 6"/><circle cx="114" cy="6" r="3.4"/>"#));
/// ```
#[must_use]
pub fn sparkline(sparkline: &Sparkline<'_>) -> String {
    let runs = runs(sparkline.points, sparkline.breaks);
    let values = || runs.iter().flatten();
    let least = |of: fn(&(Point, f64)) -> f64| values().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&(Point, f64)) -> f64| values().map(of).fold(f64::NEG_INFINITY, f64::max);
    let (from, to) = (least(|it| it.0.at), most(|it| it.0.at));
    let (low, high) = sparkline.scale.unwrap_or((least(|it| it.1), most(|it| it.1)));
    let x = |at: f64| if from < to { 6.0 + 108.0 * share(at, from, to) } else { 114.0 };
    let y = |value: f64| if low < high { 26.0 - 20.0 * share(value, low, high) } else { 16.0 };

    let access = match sparkline.label.is_empty() {
        true => "aria-hidden=\"true\" focusable=\"false\"".to_owned(),
        false => format!("role=\"img\" aria-label=\"{}\"", escape(sparkline.label)),
    };
    let mut svg = format!(
        "<svg class=\"funke\" viewBox=\"0 0 120 32\" width=\"120\" height=\"32\" {access}>"
    );
    let mut path = String::new();
    for run in &runs {
        if let [(point, value)] = run.as_slice() {
            // A stroke without length, with round ends, is a point.
            path.push_str(&format!("M{} {}h0", num(x(point.at)), num(y(*value))));
            continue;
        }
        for (index, (point, value)) in run.iter().enumerate() {
            let sign = if index == 0 { 'M' } else { 'L' };
            path.push_str(&format!("{sign}{} {}", num(x(point.at)), num(y(*value))));
        }
    }
    if !path.is_empty() {
        svg.push_str(&format!("<path d=\"{path}\"/>"));
    }
    if let Some((point, value)) = runs.last().and_then(|run| run.last()) {
        let (cx, cy) = (num(x(point.at)), num(y(*value)));
        svg.push_str(&format!("<circle cx=\"{cx}\" cy=\"{cy}\" r=\"3.4\"/>"));
    }
    svg.push_str("</svg>");
    svg
}
