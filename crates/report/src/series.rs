mod draw;
mod labels;
pub(crate) mod scale;
mod spark;

pub use spark::{Sparkline, sparkline};

/// One value of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// When, in years: 2020.0 is the first of January 2020, 2020.5 the middle of the year.
    pub at: f64,
    /// The value; `None` if it is withheld or missing, which makes a gap.
    pub value: Option<f64>,
    /// The range in which the value may lie, drawn as a band.
    pub range: Option<(f64, f64)>,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LineRole {
    /// What the chart is about.
    Main,
    /// What it is compared with (the city), drawn thin.
    Reference,
    /// Another line of equal standing; the number (0 to 3) chooses its stroke.
    Other(u8),
}

/// A line over time.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The words at its end ("Nordstadt 44,6 %").
    pub label: &'a str,
    /// What it stands for.
    pub role: LineRole,
    /// Its values, in any order.
    pub points: &'a [Point],
}

/// A moment after which values cannot be compared with those before.
#[derive(Clone, Copy, Debug)]
pub struct Break<'a> {
    /// When, in years, between the last value before and the first after.
    pub at: f64,
    /// Why ("neue Grenzen 2021").
    pub note: &'a str,
}

/// A chart of lines over time.
///
/// Lines carry their names at their ends, so there is no legend. A break parts every line and
/// stands as a dashed vertical with its note; a value that is not there is a gap, and one that
/// stands alone between gaps is a point. Time runs from left to right in every language.
///
/// # Examples
///
/// ```
/// use ankunft_report::{Line, LineRole, Point, SeriesChart};
///
/// let points = [(2019.0, 36.2), (2020.0, 36.4), (2021.0, 38.1)];
/// let points = points.map(|(at, value)| Point { at, value: Some(value), range: None });
/// let svg = SeriesChart {
///     id: "reihe",
///     title: "Anteil der Menschen ohne deutschen Pass",
///     description: "Von 36,2 auf 38,1 Prozent.",
///     width: 620.0,
///     height: 260.0,
///     lines: &[Line { label: "Nordstadt 38,1 %", role: LineRole::Main, points: &points }],
///     breaks: &[],
///     from_zero: true,
///     number: &|value, decimals| format!("{value:.decimals$}").replace('.', ","),
///     unit: "\u{a0}%",
///     time: &|years| format!("{years:.0}"),
/// }
/// .draw();
/// assert!(svg.starts_with(r#"<svg class="reihe""#));
/// assert!(svg.contains(">Nordstadt 38,1 %</text>"));
/// ```
#[derive(Clone, Copy)]
pub struct SeriesChart<'a> {
    /// Unique in the page; ids inside begin with it.
    pub id: &'a str,
    /// What is shown, read out by screen readers.
    pub title: &'a str,
    /// What is to be seen in it, in a sentence; may be empty.
    pub description: &'a str,
    /// Width in user units; text is 14 of them high.
    pub width: f64,
    /// Height in user units.
    pub height: f64,
    /// The lines, the most important one last, so that it lies on top.
    pub lines: &'a [Line<'a>],
    /// Where values stop being comparable.
    pub breaks: &'a [Break<'a>],
    /// Whether the axis begins at zero; right for shares and counts.
    pub from_zero: bool,
    /// Writes a tick, given the value and its decimals.
    pub number: &'a dyn Fn(f64, usize) -> String,
    /// Follows the number at the topmost tick ("\u{a0}%").
    pub unit: &'a str,
    /// Writes a time, given in years.
    pub time: &'a dyn Fn(f64) -> String,
}

impl SeriesChart<'_> {
    /// Draws the chart; without any value it holds the axes' frame only.
    ///
    /// # Complexity
    ///
    /// O(_p_ log _p_) for _p_ points.
    #[must_use]
    pub fn draw(&self) -> String {
        draw::chart(self)
    }
}

/// A line's values in the order of time, cut where nothing is known and at breaks.
fn runs(points: &[Point], breaks: &[f64]) -> Vec<Vec<(Point, f64)>> {
    let mut sorted: Vec<Point> = points.iter().copied().filter(|it| it.at.is_finite()).collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut runs: Vec<Vec<(Point, f64)>> = vec![Vec::new()];
    let mut before: Option<f64> = None;
    for point in sorted {
        let crossed = |bound: &f64| before.is_some_and(|at| at < *bound && *bound <= point.at);
        if point.value.is_none_or(|value| !value.is_finite()) || breaks.iter().any(crossed) {
            runs.push(Vec::new());
        }
        before = Some(point.at);
        if let (Some(value), Some(run)) = (point.value, runs.last_mut())
            && value.is_finite()
        {
            run.push((point, value));
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
