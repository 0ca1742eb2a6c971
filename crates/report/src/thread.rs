mod place;

use place::{Placed, boxes, height, line, share};

use crate::svg::{Figure, escape, num, open, safe_href};

/// A thing on a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreadBox<'a> {
    /// What it is called.
    pub title: &'a str,
    /// More about it, in a few words; may be empty.
    pub note: &'a str,
    /// Where a click leads.
    pub href: &'a str,
    /// How it stands there.
    pub role: BoxRole,
}

/// How a thing stands on a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxRole {
    /// The one that was asked for.
    Start,
    /// One of the others.
    Thing,
    /// Several that have no room of their own.
    More,
}

/// A stage of a thread.
#[derive(Clone, Copy, Debug)]
pub struct ThreadStage<'a> {
    /// What it is called.
    pub label: &'a str,
    /// What is said where it has nothing.
    pub empty: &'a str,
    /// Its things.
    pub boxes: &'a [ThreadBox<'a>],
}

/// Where a thing stands: its stage, and its place within it.
pub type ThreadPlace = (usize, usize);

/// Things in columns, one a stage, and lines between those that rest on one another.
///
/// Boxes are ordered within their column so that few lines cross; a line that passes a column goes
/// between its boxes. The same input gives the same bytes.
///
/// # Complexity
///
/// O(lines × boxes of a column).
///
/// # Examples
///
/// ```
/// use ankunft_report::{BoxRole, ThreadBox, ThreadPicture, ThreadStage};
///
/// let thing = |title, role| ThreadBox { title, note: "2027", href: "/m", role };
/// let found = [thing("Anteil 44,6 %", BoxRole::Thing)];
/// let done = [thing("Sprechstunde", BoxRole::Start)];
/// let svg = ThreadPicture {
///     id: "faden",
///     title: "Der rote Faden als Bild",
///     description: "Eine Maßnahme stützt sich auf einen Befund.",
///     language: "de",
///     width: 600.0,
///     stages: &[
///         ThreadStage { label: "Befund", empty: "", boxes: &found },
///         ThreadStage { label: "Maßnahme", empty: "", boxes: &done },
///         ThreadStage { label: "Wirkung", empty: "Noch nicht bekannt.", boxes: &[] },
///     ],
///     lines: &[((0, 0), (1, 0))],
/// }
/// .draw();
/// assert_eq!(svg.matches("<a ").count(), 2);
/// assert!(svg.contains("Noch nicht"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ThreadPicture<'a> {
    /// Unique in the page; ids inside begin with it. The box that was asked for is `<id>-hier`, so that
    /// an address can lead to it.
    pub id: &'a str,
    /// What is shown, read out by screen readers.
    pub title: &'a str,
    /// What is to be seen in it, in a sentence; may be empty.
    pub description: &'a str,
    /// The language of what boxes say.
    pub language: &'a str,
    /// Width in user units; titles are 14 of them high.
    pub width: f64,
    /// The stages from left to right.
    pub stages: &'a [ThreadStage<'a>],
    /// Pairs of things that belong together, each as stage and place within it. What names none is
    /// not drawn.
    pub lines: &'a [(ThreadPlace, ThreadPlace)],
}

/// Between two columns.
const GAP: f64 = 60.0;
/// Between two boxes of a column.
const BETWEEN: f64 = 16.0;
/// Where the first box begins.
const HEAD: f64 = 54.0;
/// A short column begins at most so far below the others: on a phone it stands first.
const LOWEST: f64 = 90.0;
/// The height of a line of a title, and of a note.
const LINE: f64 = 18.0;
/// Within a box, on all sides.
const PAD: f64 = 11.0;

impl ThreadPicture<'_> {
    /// Draws it; as high as its fullest column.
    #[must_use]
    pub fn draw(&self) -> String {
        let count = self.stages.len().max(1) as f64;
        let column = (self.width - 2.0 - GAP * (count - 1.0)) / count;
        let order = self.order();
        let mut columns: Vec<Vec<Placed<'_>>> = self
            .stages
            .iter()
            .zip(&order)
            .map(|(stage, order)| boxes(stage, order, column - 2.0 * PAD))
            .collect();
        let tallest = columns.iter().map(|it| height(it)).fold(0.0, f64::max);
        for all in &mut columns {
            let mut y = HEAD + ((tallest - height(all)) / 2.0).min(LOWEST);
            for it in all.iter_mut() {
                it.y = y;
                y += it.height + BETWEEN;
            }
        }
        let mut svg = open(&Figure {
            class: "fadenbild",
            id: self.id,
            title: self.title,
            description: self.description,
            role: "group",
            width: self.width,
            height: HEAD + tallest + 4.0,
        });
        let left = |at: usize| 1.0 + at as f64 * (column + GAP);
        svg.push_str(&self.heads(&left));
        let place = |(stage, at): ThreadPlace| {
            let at = order.get(stage)?.iter().position(|it| *it == at)?;
            Some((stage, at))
        };
        // What belongs to the start is drawn last, over the others.
        let mut lines: Vec<(bool, String)> = Vec::new();
        for (a, b) in self.lines {
            let (Some(a), Some(b)) = (place(*a), place(*b)) else { continue };
            let (a, b) = if a <= b { (a, b) } else { (b, a) };
            let is_start = [a, b]
                .iter()
                .any(|it| columns[it.0][it.1].of.is_some_and(|it| it.role == BoxRole::Start));
            lines.push((is_start, line(&columns, (a, b), (&left, column), is_start)));
        }
        lines.sort();
        lines.dedup();
        for (_, line) in lines {
            svg.push_str(&line);
        }
        for (at, all) in columns.iter().enumerate() {
            for it in all {
                svg.push_str(&self.draw_box(it, left(at), column));
            }
        }
        svg.push_str("</svg>");
        svg
    }

    /// In which order the things of each stage stand: each near the middle of what it is joined to.
    fn order(&self) -> Vec<Vec<usize>> {
        let mut order: Vec<Vec<usize>> =
            self.stages.iter().map(|it| (0..it.boxes.len()).collect()).collect();
        for sweep in 0..6 {
            let stages: Vec<usize> = match sweep % 2 {
                0 => (0..order.len()).collect(),
                _ => (0..order.len()).rev().collect(),
            };
            for stage in stages {
                let mut weighed: Vec<(bool, f64, usize)> = order[stage]
                    .iter()
                    .enumerate()
                    .map(|(at, it)| {
                        let is_more = self.stages[stage].boxes[*it].role == BoxRole::More;
                        (
                            is_more,
                            self.pull(&order, (stage, *it))
                                .unwrap_or(share(at, order[stage].len())),
                            *it,
                        )
                    })
                    .collect();
                weighed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
                order[stage] = weighed.into_iter().map(|it| it.2).collect();
            }
        }
        order
    }

    /// Where a thing would stand if it could, from 0 to 1: the middle of its neighbours.
    fn pull(&self, order: &[Vec<usize>], thing: ThreadPlace) -> Option<f64> {
        let neighbours = self.lines.iter().filter_map(|(a, b)| match (*a == thing, *b == thing) {
            (true, false) => Some(*b),
            (false, true) => Some(*a),
            _ => None,
        });
        let places: Vec<f64> = neighbours
            .filter(|it| it.0 != thing.0)
            .filter_map(|(stage, it)| {
                let all = order.get(stage)?;
                Some(share(all.iter().position(|other| *other == it)?, all.len()))
            })
            .collect();
        (!places.is_empty()).then(|| places.iter().sum::<f64>() / places.len() as f64)
    }

    /// The names of the stages over a thread that runs through all of them.
    fn heads(&self, left: &dyn Fn(usize) -> f64) -> String {
        let mut svg = String::new();
        let last = self.stages.len().saturating_sub(1);
        let (from, to) = (num(left(0) + 7.0), num(left(last) + 7.0));
        svg.push_str(&format!("<path class=\"garn\" d=\"M{from} 30H{to}\"/>"));
        for (at, stage) in self.stages.iter().enumerate() {
            let x = left(at);
            let class = if stage.boxes.is_empty() { "knoten offen" } else { "knoten" };
            svg.push_str(&format!(
                "<circle class=\"{class}\" cx=\"{}\" cy=\"30\" r=\"6\"/><text class=\"stufe-wort\" x=\"{}\" y=\"16\">{}</text>",
                num(x + 7.0),
                num(x),
                escape(stage.label),
            ));
        }
        svg
    }

    fn draw_box(&self, it: &Placed<'_>, x: f64, width: f64) -> String {
        let class = match it.of.map(|it| it.role) {
            None => "kasten leer",
            Some(BoxRole::Start) => "kasten hier",
            Some(BoxRole::Thing) => "kasten",
            Some(BoxRole::More) => "kasten mehr",
        };
        let mut svg = String::new();
        if let Some(of) = it.of {
            let label = [of.title, of.note].into_iter().filter(|it| !it.is_empty());
            let label = label.collect::<Vec<_>>().join(", ");
            let current = match of.role {
                BoxRole::Start => format!(" id=\"{}-hier\" aria-current=\"true\"", escape(self.id)),
                BoxRole::Thing | BoxRole::More => String::new(),
            };
            svg.push_str(&format!(
                "<a href=\"{}\" lang=\"{}\"{current}><title>{}</title>",
                safe_href(of.href),
                escape(self.language),
                escape(&label),
            ));
        }
        svg.push_str(&format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
            num(x),
            num(it.y),
            num(width),
            num(it.height),
        ));
        let mut y = it.y + PAD + 13.0;
        for (class, lines) in [("name", &it.title), ("notiz", &it.note)] {
            let class = if it.of.is_none() { "notiz" } else { class };
            for line in lines {
                let (x, text) = (num(x + PAD), escape(line));
                svg.push_str(&format!(
                    "<text class=\"{class}\" x=\"{x}\" y=\"{}\">{text}</text>",
                    num(y)
                ));
                y += LINE;
            }
        }
        if it.of.is_some() {
            svg.push_str("</a>");
        }
        svg
    }
}
