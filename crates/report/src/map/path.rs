/// A corner in whole units of the map.
pub(super) type Corner = (i32, i32);

/// Writes closed rings as relative path commands, as short as they can be.
///
/// The first pair of `m` is a move, all that follow are lines: `m10 10 5-3 2 8z`. After `z` the
/// pen stands where the ring began, so the next `m` is relative to that.
pub(super) fn rings(rings: &[Vec<Corner>]) -> String {
    let mut path = String::new();
    let mut pen = (0, 0);
    for ring in rings {
        let Some(&first) = ring.first() else { continue };
        path.push('m');
        pair(&mut path, (first.0 - pen.0, first.1 - pen.1), true);
        lines(&mut path, ring);
        path.push('z');
        pen = first;
    }
    path
}

/// Writes an open line: `M10 10l5-3`. After `M`, pairs without a letter would be absolute.
pub(super) fn line(corners: &[Corner], path: &mut String) {
    let [first, second, ..] = corners else { return };
    path.push('M');
    pair(path, *first, true);
    path.push('l');
    pair(path, (second.0 - first.0, second.1 - first.1), true);
    lines(path, &corners[1..]);
}

fn lines(path: &mut String, corners: &[Corner]) {
    for step in corners.windows(2) {
        pair(path, (step[1].0 - step[0].0, step[1].1 - step[0].1), false);
    }
}

/// A minus sign separates as well as a space does.
fn pair(path: &mut String, (x, y): Corner, after_letter: bool) {
    if x >= 0 && !after_letter {
        path.push(' ');
    }
    path.push_str(&x.to_string());
    if y >= 0 {
        path.push(' ');
    }
    path.push_str(&y.to_string());
}

/// Whether `text` holds nothing but path commands and numbers.
pub(super) fn is_path(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'm' | b'z' | b' ' | b'-' | b'0'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_written_relative_to_one_another() {
        let outer = vec![(10, 10), (20, 10), (20, 5)];
        let hole = vec![(12, 9), (13, 9), (13, 8)];
        assert_eq!(rings(&[outer, hole]), "m10 10 10 0 0-5zm2-1 1 0 0-1z");
        let mut open = String::new();
        line(&[(10, 10), (15, 7), (16, 7)], &mut open);
        assert_eq!(open, "M10 10l5-3 1 0");
        assert!(is_path("m10 10 10 0 0-5z"));
        assert!(!is_path("m1 1\"/><script>"));
    }
}
