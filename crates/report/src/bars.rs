use crate::svg::{escape, num};

/// The small bar before a figure in a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The value, in the unit of `full`.
    pub value: f64,
    /// What a bar of full length stands for; the same in all rows that are compared.
    pub full: f64,
    /// A value to compare with, drawn as a thin mark (the city's).
    pub reference: Option<f64>,
}

/// Draws a bar of at most 100 × 10 units.
///
/// It is hidden from screen readers, because the figure stands beside it. Values below zero give
/// no bar, values above `full` one of full length.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Bar, bar};
///
/// let svg = bar(Bar { value: 14.2, full: 58.1, reference: None });
/// assert!(svg.contains(r#"<rect width="24.4" height="10" rx="2"/>"#));
/// ```
#[must_use]
pub fn bar(bar: Bar) -> String {
    let at = |value: f64| share(value, 0.0, bar.full) * 100.0;
    let mut svg = String::from(
        "<svg class=\"balken\" viewBox=\"0 0 100 10\" width=\"100\" height=\"10\" \
         aria-hidden=\"true\" focusable=\"false\">",
    );
    svg.push_str(&format!("<rect width=\"{}\" height=\"10\" rx=\"2\"/>", num(at(bar.value))));
    if let Some(reference) = bar.reference {
        svg.push_str(&format!("<path class=\"bezug\" d=\"M{} 0v10\"/>", num(at(reference))));
    }
    svg.push_str("</svg>");
    svg
}

/// A value with the range in which it may lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval<'a> {
    /// The value.
    pub value: f64,
    /// The lower end of its range.
    pub low: f64,
    /// The upper end of its range.
    pub high: f64,
    /// Values at the left and right end of the drawing.
    pub scale: (f64, f64),
    /// What it says, in words; empty if the words stand beside it.
    pub label: &'a str,
}

/// Draws a point on its range, 96 × 14 units.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Interval, interval};
///
/// let svg = interval(&Interval { value: 2.0, low: 1.0, high: 4.0, scale: (0.0, 10.0), label: "" });
/// assert!(svg.contains(r#"<circle cx="22.8" cy="7" r="5"/>"#));
/// assert!(svg.contains(r#"aria-hidden="true""#));
/// ```
#[must_use]
pub fn interval(interval: &Interval<'_>) -> String {
    let Interval { value, low, high, scale, label } = interval;
    let at = |value: f64| num(6.0 + 84.0 * share(value, scale.0, scale.1));
    let access = match label.is_empty() {
        true => "aria-hidden=\"true\" focusable=\"false\"".to_owned(),
        false => format!("role=\"img\" aria-label=\"{}\"", escape(label)),
    };
    format!(
        "<svg class=\"intervall\" viewBox=\"0 0 96 14\" width=\"96\" height=\"14\" {access}>\
         <path d=\"M{} 7H{}\"/><circle cx=\"{}\" cy=\"7\" r=\"5\"/></svg>",
        at(*low),
        at(*high),
        at(*value),
    )
}

/// Where `value` lies between `low` and `high`, from 0 to 1; 0 if there is no between.
pub(crate) fn share(value: f64, low: f64, high: f64) -> f64 {
    let share = (value - low) / (high - low);
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}
