use crate::svg::{Figure, escape, num, open, safe_href, text_width};

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
    /// Unique in the page; ids inside begin with it.
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
/// A title has so many lines at most.
const MOST_LINES: usize = 4;

/// A box with its place.
struct Placed<'a> {
    of: Option<&'a ThreadBox<'a>>,
    title: Vec<String>,
    note: Vec<String>,
    y: f64,
    height: f64,
}

impl Placed<'_> {
    fn middle(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

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
            let current = if of.role == BoxRole::Start { " aria-current=\"true\"" } else { "" };
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

/// A place among so many, from 0 to 1.
fn share(at: usize, of: usize) -> f64 {
    (at as f64 + 0.5) / of.max(1) as f64
}

/// The boxes of a stage in an order; one that says that there is nothing where there is nothing.
fn boxes<'a>(stage: &ThreadStage<'a>, order: &[usize], room: f64) -> Vec<Placed<'a>> {
    let place = |of: Option<&'a ThreadBox<'a>>, title: &str, note: &str| {
        let title = wrap(title, room, MOST_LINES);
        let note = if note.is_empty() { Vec::new() } else { wrap(note, room * 1.08, 2) };
        let lines = (title.len() + note.len()).max(1) as f64;
        Placed { of, title, note, y: 0.0, height: 2.0 * PAD + lines * LINE - 2.0 }
    };
    if stage.boxes.is_empty() {
        return vec![place(None, stage.empty, "")];
    }
    let each = order.iter().map(|it| &stage.boxes[*it]);
    each.map(|it| place(Some(it), it.title, it.note)).collect()
}

fn height(all: &[Placed<'_>]) -> f64 {
    let boxes: f64 = all.iter().map(|it| it.height).sum();
    boxes + BETWEEN * all.len().saturating_sub(1) as f64
}

/// A line between two boxes, the left one first.
fn line(
    columns: &[Vec<Placed<'_>>],
    (a, b): (ThreadPlace, ThreadPlace),
    (left, column): (&dyn Fn(usize) -> f64, f64),
    is_start: bool,
) -> String {
    let class = if is_start { "strang eigen" } else { "strang" };
    let (from, to) = (&columns[a.0][a.1], &columns[b.0][b.1]);
    let (mut x, mut y) = (left(a.0) + column, from.middle());
    let mut path = format!("M{} {}", num(x), num(y));
    if a.0 == b.0 {
        let bend = num(x + GAP * 0.55);
        path.push_str(&format!(
            "C{bend} {} {bend} {} {} {}",
            num(y),
            num(to.middle()),
            num(x),
            num(to.middle())
        ));
        return format!("<path class=\"{class}\" d=\"{path}\"/>");
    }
    let steps = (b.0 - a.0) as f64;
    let mut curve = |path: &mut String, to_x: f64, to_y: f64| {
        let bend = (to_x - x) * 0.5;
        let (first, second) = (num(x + bend), num(to_x - bend));
        path.push_str(&format!(
            "C{first} {} {second} {} {} {}",
            num(y),
            num(to_y),
            num(to_x),
            num(to_y)
        ));
        (x, y) = (to_x, to_y);
    };
    for (between, passed) in columns.iter().enumerate().take(b.0).skip(a.0 + 1) {
        let part = (between - a.0) as f64 / steps;
        let wanted = from.middle() + (to.middle() - from.middle()) * part;
        let free = free(passed, wanted);
        curve(&mut path, left(between), free);
        // Straight on through the column.
        curve(&mut path, left(between) + column, free);
    }
    curve(&mut path, left(b.0), to.middle());
    let end = format!(
        "<circle class=\"{class} ende\" cx=\"{}\" cy=\"{}\" r=\"3\"/>",
        num(left(b.0)),
        num(to.middle())
    );
    format!("<path class=\"{class}\" d=\"{path}\"/>{end}")
}

/// The height nearest to this one at which a line passes a column without touching a box.
fn free(all: &[Placed<'_>], wanted: f64) -> f64 {
    let above = all.first().map_or(wanted, |it| it.y - BETWEEN / 2.0);
    let below = all.iter().map(|it| it.y + it.height + BETWEEN / 2.0);
    let outside = |it: &Placed<'_>| wanted < it.y - 3.0 || wanted > it.y + it.height + 3.0;
    if all.iter().all(outside) {
        return wanted;
    }
    let near = |a: &f64, b: &f64| (a - wanted).abs().total_cmp(&(b - wanted).abs());
    std::iter::once(above).chain(below).min_by(near).unwrap_or(wanted)
}

/// A text in lines of this width; what has no room ends with an ellipsis.
fn wrap(text: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut here = String::new();
    // What a no-break space holds together stays together.
    let ends = |it: char| it.is_whitespace() && !matches!(it, '\u{a0}' | '\u{202f}');
    for word in text.split(ends).filter(|it| !it.is_empty()) {
        for piece in pieces(word, room) {
            let longer = if here.is_empty() { piece.clone() } else { format!("{here} {piece}") };
            if here.is_empty() || text_width(&longer) <= room {
                here = longer;
            } else {
                lines.push(std::mem::replace(&mut here, piece));
            }
        }
    }
    if !here.is_empty() {
        lines.push(here);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while text_width(last) + 8.0 > room && last.pop().is_some() {}
            *last = format!("{}…", last.trim_end());
        }
    }
    lines
}

/// A word in pieces that fit: a German word can be wider than a column.
fn pieces(word: &str, room: f64) -> Vec<String> {
    let mut all = Vec::new();
    let mut here = String::new();
    for sign in word.chars() {
        if !here.is_empty() && text_width(&here) + 12.0 > room {
            here.push('\u{2010}');
            all.push(std::mem::take(&mut here));
        }
        here.push(sign);
    }
    all.push(here);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_to_their_room() {
        let long = "Quartiersentwicklungsgesellschaftsversammlung im Stadtteilbüro am Nordmarkt";
        for room in [60.0, 120.0, 260.0] {
            let lines = wrap(long, room, 3);
            assert!(lines.len() <= 3);
            assert!(lines.iter().all(|it| text_width(it) <= room + 8.0), "{lines:?}");
        }
        assert_eq!(wrap("kurz", 100.0, 3), ["kurz"]);
        assert!(wrap("", 100.0, 3).is_empty());
    }

    #[test]
    fn a_line_passes_between_boxes() {
        let placed = |y: f64| Placed { of: None, title: vec![], note: vec![], y, height: 40.0 };
        let all = [placed(50.0), placed(106.0)];
        for wanted in [0.0, 60.0, 95.0, 99.0, 130.0, 500.0] {
            let it = free(&all, wanted);
            assert!(all.iter().all(|other| it < other.y || it > other.y + other.height), "{it}");
        }
        assert!((free(&all, 500.0) - 500.0).abs() < 1e-9, "nobody stands there");
    }
}
