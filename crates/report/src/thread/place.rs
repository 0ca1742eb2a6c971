//! Where boxes and lines of a thread stand, and the lines of their words.

use super::{BETWEEN, GAP, LINE, PAD, ThreadBox, ThreadPlace, ThreadStage};
use crate::svg::{num, text_width};

/// A title has so many lines at most.
const MOST_LINES: usize = 4;

/// A box with its place.
pub(super) struct Placed<'a> {
    pub(super) of: Option<&'a ThreadBox<'a>>,
    pub(super) title: Vec<String>,
    pub(super) note: Vec<String>,
    pub(super) y: f64,
    pub(super) height: f64,
}

impl Placed<'_> {
    pub(super) fn middle(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

/// A place among so many, from 0 to 1.
pub(super) fn share(at: usize, of: usize) -> f64 {
    (at as f64 + 0.5) / of.max(1) as f64
}

/// The boxes of a stage in an order; one that says that there is nothing where there is nothing.
pub(super) fn boxes<'a>(stage: &ThreadStage<'a>, order: &[usize], room: f64) -> Vec<Placed<'a>> {
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

pub(super) fn height(all: &[Placed<'_>]) -> f64 {
    let boxes: f64 = all.iter().map(|it| it.height).sum();
    boxes + BETWEEN * all.len().saturating_sub(1) as f64
}

/// A line between two boxes, the left one first.
pub(super) fn line(
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
