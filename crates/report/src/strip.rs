use crate::series::scale::{Ticks, value_ticks};
use crate::svg::{Figure, escape, num, open, text_width};

/// One quarter in a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Dot<'a> {
    /// Its name.
    pub label: &'a str,
    /// The value as text ("44,6 %"), or why there is none.
    pub text: &'a str,
    /// The value; `None` if it is withheld or missing.
    pub value: Option<f64>,
    /// The range in which it may lie.
    pub range: Option<(f64, f64)>,
    /// Whether this one is meant.
    pub selected: bool,
}

/// Quarters below one another, each a point on a common scale, with the city's value as a line.
///
/// Rows stand in the order given. Public pages give them in alphabetical order, because a sorted
/// list is a ranking.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Dot, DotPlot};
///
/// let dot = |label, text, value| Dot { label, text, value, range: None, selected: false };
/// let svg = DotPlot {
///     id: "vergleich",
///     title: "Anteil der Menschen ohne deutschen Pass",
///     description: "",
///     width: 620.0,
///     dots: &[dot("Altstadt", "12,0 %", Some(12.0)), dot("Hafen", "nicht gezeigt", None)],
///     reference: Some((21.0, "Musterstadt 21,0 %")),
///     from_zero: true,
///     number: &|value, decimals| format!("{value:.decimals$}"),
///     unit: "\u{a0}%",
/// }
/// .draw();
/// assert_eq!(svg.matches("<circle").count(), 1);
/// assert!(svg.contains("nicht gezeigt"));
/// ```
#[derive(Clone, Copy)]
pub struct DotPlot<'a> {
    /// Unique in the page; ids inside begin with it.
    pub id: &'a str,
    /// What is shown, read out by screen readers.
    pub title: &'a str,
    /// What is to be seen in it, in a sentence; may be empty.
    pub description: &'a str,
    /// Width in user units; text is 14 of them high.
    pub width: f64,
    /// The rows.
    pub dots: &'a [Dot<'a>],
    /// The city's value, with its words.
    pub reference: Option<(f64, &'a str)>,
    /// Whether the axis begins at zero.
    pub from_zero: bool,
    /// Writes a tick, given the value and its decimals.
    pub number: &'a dyn Fn(f64, usize) -> String,
    /// Follows the number at the last tick ("\u{a0}%").
    pub unit: &'a str,
}

const ROW: f64 = 28.0;

impl DotPlot<'_> {
    /// Draws one row of 28 units per quarter, and the axis below.
    #[must_use]
    pub fn draw(&self) -> String {
        let head = if self.reference.is_some() { 26.0 } else { 8.0 };
        let foot = head + ROW * self.dots.len() as f64;
        let (left, right) = columns(self.dots, self.width);
        let axis = Axis::of(self.dots, self.reference, self.from_zero, left, right);

        let mut svg = open(&Figure {
            class: "punkte",
            id: self.id,
            title: self.title,
            description: self.description,
            role: "img",
            width: self.width,
            height: foot + 28.0,
        });
        svg.push_str(&axis.ticks(head, foot, self.number, self.unit));
        if let Some((value, label)) = self.reference {
            svg.push_str(&axis.reference(value, label, head, foot));
        }
        for (index, dot) in self.dots.iter().enumerate() {
            let y = head + ROW * (index as f64 + 0.5);
            svg.push_str(&row(dot, &axis, y, self.width));
        }
        svg.push_str("</svg>");
        svg
    }
}

/// Several people's points for quarters on a scale whose ends are known: from 1 to 5.
///
/// Each row has a dot at the middle and a line from the lowest to the highest. Rows stand in the
/// order given; pictures with the same scale can be laid side by side.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Dot, ScalePlot};
///
/// let dot = Dot {
///     label: "Hafen", text: "4 (2 bis 5)", value: Some(4.0), range: Some((2.0, 5.0)), selected: false,
/// };
/// let svg = ScalePlot {
///     id: "chance", title: "Chance", description: "", width: 620.0, dots: &[dot], scale: (1, 5),
/// }
/// .draw();
/// assert_eq!(svg.matches("class=\"x\"").count(), 5);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ScalePlot<'a> {
    /// Unique in the page; ids inside begin with it.
    pub id: &'a str,
    /// What is shown, read out by screen readers.
    pub title: &'a str,
    /// What is to be seen in it, in a sentence; may be empty.
    pub description: &'a str,
    /// Width in user units; text is 14 of them high.
    pub width: f64,
    /// The rows.
    pub dots: &'a [Dot<'a>],
    /// The lowest and the highest number of points.
    pub scale: (u8, u8),
}

impl ScalePlot<'_> {
    /// Draws one row of 28 units per quarter, and a tick at every number of points.
    #[must_use]
    pub fn draw(&self) -> String {
        let foot = 8.0 + ROW * self.dots.len() as f64;
        let (left, right) = columns(self.dots, self.width);
        let values = (self.scale.0..=self.scale.1).map(f64::from).collect();
        let axis = Axis { left, right, ticks: Ticks { values, decimals: 0 } };
        let mut svg = open(&Figure {
            class: "punkte",
            id: self.id,
            title: self.title,
            description: self.description,
            role: "img",
            width: self.width,
            height: foot + 28.0,
        });
        svg.push_str(&axis.ticks(8.0, foot, &|value, _| format!("{value:.0}"), ""));
        for (index, dot) in self.dots.iter().enumerate() {
            svg.push_str(&row(dot, &axis, 8.0 + ROW * (index as f64 + 0.5), self.width));
        }
        svg.push_str("</svg>");
        svg
    }
}

/// Where the axis lies between names and values.
fn columns(dots: &[Dot<'_>], width: f64) -> (f64, f64) {
    let names = dots.iter().map(|it| text_width(it.label)).fold(0.0, f64::max);
    let texts = dots.iter().map(|it| text_width(it.text)).fold(0.0, f64::max);
    let left = (names + 16.0).min(width * 0.45);
    (left, (width - texts - 16.0).max(left + 40.0))
}

/// All quarters as short lines on one axis, with one of them and the city's value named.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Dot, Strip};
///
/// let dot = |value, selected| Dot {
///     label: "Hafen", text: "44,6 %", value: Some(value), range: None, selected,
/// };
/// let svg = Strip {
///     id: "lage",
///     title: "Hafen im Vergleich der Quartiere",
///     description: "Höher als 22 von 24 Quartieren.",
///     width: 620.0,
///     dots: &[dot(12.0, false), dot(44.6, true)],
///     reference: Some((21.0, "Musterstadt 21,0 %")),
///     from_zero: true,
///     number: &|value, decimals| format!("{value:.decimals$}"),
///     unit: "\u{a0}%",
/// }
/// .draw();
/// assert!(svg.contains(">Hafen 44,6 %</text>"));
/// ```
#[derive(Clone, Copy)]
pub struct Strip<'a> {
    /// Unique in the page; ids inside begin with it.
    pub id: &'a str,
    /// What is shown, read out by screen readers.
    pub title: &'a str,
    /// What is to be seen in it, in a sentence; may be empty.
    pub description: &'a str,
    /// Width in user units; text is 14 of them high.
    pub width: f64,
    /// The quarters; the selected one is named.
    pub dots: &'a [Dot<'a>],
    /// The city's value, with its words.
    pub reference: Option<(f64, &'a str)>,
    /// Whether the axis begins at zero.
    pub from_zero: bool,
    /// Writes a tick, given the value and its decimals.
    pub number: &'a dyn Fn(f64, usize) -> String,
    /// Follows the number at the last tick ("\u{a0}%").
    pub unit: &'a str,
}

impl Strip<'_> {
    /// Draws the axis, 96 units high.
    #[must_use]
    pub fn draw(&self) -> String {
        let (head, foot) = (46.0, 70.0);
        let axis = Axis::of(self.dots, self.reference, self.from_zero, 20.0, self.width - 40.0);
        let mut svg = open(&Figure {
            class: "streifen",
            id: self.id,
            title: self.title,
            description: self.description,
            role: "img",
            width: self.width,
            height: 98.0,
        });
        svg.push_str(&axis.ticks(head, foot, self.number, self.unit));
        for dot in self.dots.iter().filter(|it| !it.selected) {
            if let Some(value) = dot.value {
                let x = num(axis.x(value));
                svg.push_str(&format!("<path class=\"einer\" d=\"M{x} {}v16\"/>", num(head + 4.0)));
            }
        }
        if let Some((value, label)) = self.reference {
            svg.push_str(&axis.reference(value, label, head, foot));
        }
        for dot in self.dots.iter().filter(|it| it.selected) {
            if let Some(value) = dot.value {
                let x = axis.x(value);
                let (cx, cy) = (num(x), num(head + 12.0));
                svg.push_str(&format!(
                    "<circle class=\"gewaehlt\" cx=\"{cx}\" cy=\"{cy}\" r=\"6\"/>"
                ));
                svg.push_str(&axis.text("wort", &format!("{} {}", dot.label, dot.text), x, 16.0));
            }
        }
        svg.push_str("</svg>");
        svg
    }
}

fn row(dot: &Dot<'_>, axis: &Axis, y: f64, width: f64) -> String {
    let chosen = if dot.selected { " gewaehlt" } else { "" };
    let text_y = num(y + 4.5);
    let mut svg =
        format!("<text class=\"name{chosen}\" x=\"0\" y=\"{text_y}\">{}</text>", escape(dot.label));
    svg.push_str(&format!(
        "<path class=\"zeile\" d=\"M{} {}H{}\"/>",
        num(axis.left),
        num(y),
        num(axis.right)
    ));
    if let Some((low, high)) = dot.range {
        let (low, high) = (num(axis.x(low)), num(axis.x(high)));
        svg.push_str(&format!("<path class=\"spanne\" d=\"M{low} {}H{high}\"/>", num(y)));
    }
    if let Some(value) = dot.value {
        let (cx, cy) = (num(axis.x(value)), num(y));
        svg.push_str(&format!("<circle class=\"p{chosen}\" cx=\"{cx}\" cy=\"{cy}\" r=\"5\"/>"));
    }
    svg.push_str(&format!(
        "<text class=\"wert{chosen}\" x=\"{}\" y=\"{text_y}\">{}</text>",
        num(width),
        escape(dot.text)
    ));
    svg
}

/// A horizontal scale between two edges.
struct Axis {
    left: f64,
    right: f64,
    ticks: Ticks,
}

impl Axis {
    fn of(
        dots: &[Dot<'_>],
        reference: Option<(f64, &str)>,
        from_zero: bool,
        left: f64,
        right: f64,
    ) -> Self {
        let zero = from_zero.then_some(0.0);
        let ends = |dot: &Dot<'_>| {
            let range = dot.range.map(|(low, high)| [low, high]);
            dot.value.into_iter().chain(range.into_iter().flatten()).collect::<Vec<_>>()
        };
        let all = dots.iter().flat_map(ends).chain(reference.map(|it| it.0)).chain(zero);
        let all: Vec<f64> = all.filter(|value| value.is_finite()).collect();
        let low = all.iter().copied().fold(f64::INFINITY, f64::min);
        let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
        let wanted = ((right - left) / 80.0).clamp(2.0, 6.0) as usize;
        Self { left, right, ticks: value_ticks(low, high, wanted) }
    }

    fn x(&self, value: f64) -> f64 {
        let (low, high) = self.ticks.ends();
        let at = self.left + (self.right - self.left) * (value - low) / (high - low);
        at.clamp(self.left, self.right)
    }

    fn ticks(
        &self,
        head: f64,
        foot: f64,
        number: &dyn Fn(f64, usize) -> String,
        unit: &str,
    ) -> String {
        let mut svg = String::new();
        for (index, value) in self.ticks.values.iter().enumerate() {
            let x = num(self.x(*value));
            let unit = if index + 1 == self.ticks.values.len() { unit } else { "" };
            let text = format!("{}{unit}", number(*value, self.ticks.decimals));
            let (from, to) = (num(head), num(foot));
            svg.push_str(&format!("<path class=\"netz\" d=\"M{x} {from}V{to}\"/>"));
            svg.push_str(&format!(
                "<text class=\"x\" x=\"{x}\" y=\"{}\">{}</text>",
                num(foot + 20.0),
                escape(&text)
            ));
        }
        svg
    }

    fn reference(&self, value: f64, label: &str, head: f64, foot: f64) -> String {
        let x = self.x(value);
        let line =
            format!("<path class=\"bezug\" d=\"M{} {}V{}\"/>", num(x), num(head - 6.0), num(foot));
        line + &self.text("hinweis", label, x, head - 10.0)
    }

    /// Words centred over `x`, kept inside the picture.
    fn text(&self, class: &str, text: &str, x: f64, y: f64) -> String {
        let half = text_width(text) / 2.0;
        let latest = (self.right + 40.0 - half).max(half);
        format!(
            "<text class=\"{class} mitte\" x=\"{}\" y=\"{}\">{}</text>",
            num(x.clamp(half, latest)),
            num(y),
            escape(text)
        )
    }
}
