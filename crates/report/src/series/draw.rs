use super::scale::{Ticks, time_ticks, value_ticks};
use super::{Line, LineRole, Point, SeriesChart, labels, runs};
use crate::svg::{Figure, escape, num, open, text_width};

const TOP: f64 = 14.0;
const BOTTOM: f64 = 30.0;
const LABEL_GAP: f64 = 18.0;
const NOTE_ROW: f64 = 18.0;

/// A line's pieces, ready to be drawn.
type Runs = Vec<Vec<(Point, f64)>>;

pub(super) fn chart(chart: &SeriesChart<'_>) -> String {
    let bounds: Vec<f64> = chart.breaks.iter().map(|it| it.at).collect();
    let runs: Vec<Runs> = chart.lines.iter().map(|line| runs(line.points, &bounds)).collect();
    let plot = Plot::of(chart, &runs);

    let mut svg = open(&Figure {
        class: "reihe",
        id: chart.id,
        title: chart.title,
        description: chart.description,
        role: "img",
        width: chart.width,
        height: chart.height,
    });
    svg.push_str(&plot.axes(chart));
    svg.push_str(&plot.breaks(chart));
    for (line, runs) in chart.lines.iter().zip(&runs) {
        svg.push_str(&plot.band(runs));
        svg.push_str(&plot.line(line.role, runs));
    }
    svg.push_str(&plot.labels(chart.lines, &runs));
    svg.push_str("</svg>");
    svg
}

/// The rectangle in which lines are drawn, and its two scales.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    times: Vec<f64>,
    ticks: Ticks,
}

impl Plot {
    fn of(chart: &SeriesChart<'_>, runs: &[Runs]) -> Self {
        let mut times: Vec<f64> =
            chart.lines.iter().flat_map(|it| it.points).map(|it| it.at).collect();
        times.retain(|at| at.is_finite());
        times.sort_by(f64::total_cmp);
        times.dedup();

        let known = || runs.iter().flatten().flatten();
        let ends = |(point, value): &(Point, f64)| {
            let (low, high) = point.range.unwrap_or((*value, *value));
            [low, high, *value]
        };
        let zero = chart.from_zero.then_some(0.0);
        let values = || known().flat_map(ends).filter(|it| it.is_finite()).chain(zero);
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
        let ticks = value_ticks(low, high, (chart.height / 50.0).clamp(2.0, 6.0) as usize);

        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let left =
            widest(&mut (0..ticks.values.len()).map(|at| text_width(&tick(chart, &ticks, at))));
        let right = widest(&mut chart.lines.iter().map(|line| text_width(line.label)));
        let right = if right > 0.0 { right + 14.0 } else { 8.0 };
        let rows = note_rows(chart) as f64;
        Self {
            left: left + 10.0,
            right: (chart.width - right).max(left + 50.0),
            top: TOP + rows * NOTE_ROW,
            bottom: (chart.height - BOTTOM).max(TOP + rows * NOTE_ROW + 20.0),
            times,
            ticks,
        }
    }

    fn x(&self, at: f64) -> f64 {
        let (Some(first), Some(last)) = (self.times.first(), self.times.last()) else {
            return self.left;
        };
        let (left, right) = (self.left + 6.0, self.right - 6.0);
        match first < last {
            true => left + (right - left) * (at - first) / (last - first),
            false => f64::midpoint(left, right),
        }
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.ticks.ends();
        self.bottom - (self.bottom - self.top) * (value - low) / (high - low)
    }

    fn axes(&self, chart: &SeriesChart<'_>) -> String {
        let mut svg = String::new();
        let (left, right) = (num(self.left), num(self.right));
        for (index, value) in self.ticks.values.iter().enumerate() {
            let y = self.y(*value);
            let class = if *value == 0.0 { "netz null" } else { "netz" };
            svg.push_str(&format!("<path class=\"{class}\" d=\"M{left} {}H{right}\"/>", num(y)));
            svg.push_str(&format!(
                "<text class=\"y\" x=\"{}\" y=\"{}\">{}</text>",
                num(self.left - 8.0),
                num(y + 4.5),
                escape(&tick(chart, &self.ticks, index)),
            ));
        }
        let widest =
            self.times.iter().map(|at| text_width(&(chart.time)(*at))).fold(28.0, f64::max);
        let room = ((self.right - self.left) / (widest + 22.0)) as usize;
        for at in time_ticks(&self.times, room) {
            svg.push_str(&format!(
                "<text class=\"x\" x=\"{}\" y=\"{}\">{}</text>",
                num(self.x(at)),
                num(self.bottom + 21.0),
                escape(&(chart.time)(at)),
            ));
        }
        svg
    }

    fn breaks(&self, chart: &SeriesChart<'_>) -> String {
        let mut svg = String::new();
        let rows = note_rows(chart);
        for (index, it) in chart.breaks.iter().enumerate() {
            let x = self.x(it.at).clamp(self.left, self.right);
            let y = self.top - NOTE_ROW * (rows.max(1) - 1 - index % rows.max(1)) as f64;
            let top = if it.note.is_empty() { self.top } else { y - NOTE_ROW };
            let (path_top, bottom) = (num(top + 2.0), num(self.bottom));
            svg.push_str(&format!("<path class=\"bruch\" d=\"M{} {path_top}V{bottom}\"/>", num(x)));
            let fits = x + 6.0 + text_width(it.note) <= chart.width;
            let (class, at) = if fits { ("hinweis", x + 6.0) } else { ("hinweis ende", x - 6.0) };
            svg.push_str(&format!(
                "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
                num(at),
                num(y - 5.0),
                escape(it.note),
            ));
        }
        svg
    }

    fn band(&self, runs: &Runs) -> String {
        let mut svg = String::new();
        for run in runs {
            let ends: Vec<(f64, f64, f64)> = run
                .iter()
                .filter_map(|(point, _)| point.range.map(|(low, high)| (point.at, low, high)))
                .filter(|(_, low, high)| low.is_finite() && high.is_finite())
                .collect();
            if let [(at, low, high)] = ends.as_slice() {
                let (x, from, to) = (num(self.x(*at)), num(self.y(*low)), num(self.y(*high)));
                svg.push_str(&format!("<path class=\"spanne\" d=\"M{x} {from}V{to}\"/>"));
            }
            if ends.len() < 2 {
                continue;
            }
            let upper = ends.iter().map(|(at, _, high)| (*at, *high));
            let lower = ends.iter().rev().map(|(at, low, _)| (*at, *low));
            let path = self.path(upper.chain(lower));
            svg.push_str(&format!("<path class=\"band\" d=\"{path}z\"/>"));
        }
        svg
    }

    fn line(&self, role: LineRole, runs: &Runs) -> String {
        let class = class(role);
        let mut path = String::new();
        let mut alone = String::new();
        for run in runs {
            match run.as_slice() {
                [(point, value)] => alone.push_str(&format!(
                    "<circle class=\"{class} punkt\" cx=\"{}\" cy=\"{}\" r=\"4\"/>",
                    num(self.x(point.at)),
                    num(self.y(*value)),
                )),
                _ => path.push_str(&self.path(run.iter().map(|(point, value)| (point.at, *value)))),
            }
        }
        match path.is_empty() {
            true => alone,
            false => format!("<path class=\"{class}\" d=\"{path}\"/>{alone}"),
        }
    }

    fn path(&self, points: impl Iterator<Item = (f64, f64)>) -> String {
        let mut path = String::new();
        for (index, (at, value)) in points.enumerate() {
            let sign = if index == 0 { 'M' } else { 'L' };
            path.push_str(&format!("{sign}{} {}", num(self.x(at)), num(self.y(value))));
        }
        path
    }

    fn labels(&self, lines: &[Line<'_>], runs: &[Runs]) -> String {
        let ends: Vec<(&Line<'_>, f64, f64)> = lines
            .iter()
            .zip(runs)
            .filter(|(line, _)| !line.label.is_empty())
            .filter_map(|(line, runs)| {
                let (point, value) = runs.last()?.last()?;
                Some((line, self.x(point.at), self.y(*value)))
            })
            .collect();
        let wanted: Vec<f64> = ends.iter().map(|(_, _, y)| *y).collect();
        let heights = labels::spread(&wanted, LABEL_GAP, self.top, self.bottom);
        let mut svg = String::new();
        for ((line, x, y), height) in ends.iter().zip(heights) {
            let text_x = self.right + 8.0;
            if self.right - x > 12.0 || (height - y).abs() > 5.0 {
                let (from, to) = (format!("{} {}", num(x + 4.0), num(*y)), num(height));
                let bend = num(self.right - 2.0);
                svg.push_str(&format!(
                    "<path class=\"zeiger\" d=\"M{from}L{bend} {to}H{}\"/>",
                    num(text_x - 2.0)
                ));
            }
            svg.push_str(&format!(
                "<text class=\"wort {}\" x=\"{}\" y=\"{}\">{}</text>",
                class(line.role),
                num(text_x),
                num(height + 4.5),
                escape(line.label),
            ));
        }
        svg
    }
}

/// How many rows the notes of breaks need so that none lies on another.
fn note_rows(chart: &SeriesChart<'_>) -> usize {
    let notes = chart.breaks.iter().filter(|it| !it.note.is_empty()).count();
    notes.min(3)
}

fn tick(chart: &SeriesChart<'_>, ticks: &Ticks, index: usize) -> String {
    let value = ticks.values.get(index).copied().unwrap_or(0.0);
    let unit = if index + 1 == ticks.values.len() { chart.unit } else { "" };
    format!("{}{unit}", (chart.number)(value, ticks.decimals))
}

fn class(role: LineRole) -> &'static str {
    match role {
        LineRole::Main => "q",
        LineRole::Reference => "s",
        LineRole::Other(0) => "o o-0",
        LineRole::Other(1) => "o o-1",
        LineRole::Other(2) => "o o-2",
        LineRole::Other(_) => "o o-3",
    }
}
