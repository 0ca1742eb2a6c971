//! Tables as they are pasted out of a spreadsheet: rows of cells.

/// What stands between cells where they come out of a spreadsheet.
const TAB: char = '\t';
const MARK: char = '"';

/// A row of a pasted table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line in which it begins, counted from 1.
    pub line: usize,
    /// Its cells, without what stood around them.
    pub cells: Vec<String>,
    /// Whether a quotation mark is opened in it and not closed: then its cells say nothing.
    pub is_open: bool,
}

/// The rows of a table in which something stands. Cells stand between tabs, or between semicolons or
/// commas where there are no tabs. A cell in quotation marks can hold what stands between cells, and
/// lines; marks around a word of a cell are its own.
///
/// What is not closed ends with its line, so that it does not swallow what follows.
#[must_use]
pub fn rows(text: &str) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let delimiter = delimiter(&text);
    let mut rows = Vec::new();
    let (mut rest, mut line) = (text.as_str(), 1);
    while !rest.is_empty() {
        let (row, after) = row(rest, delimiter, line);
        let read = &rest[..rest.len() - after.len()];
        line += read.matches('\n').count();
        rest = after;
        if row.is_open || row.cells.iter().any(|it| !it.is_empty()) {
            rows.push(row);
        }
    }
    rows
}

/// What stands between the cells of a table: tabs, or what the first line with any has the most of.
fn delimiter(text: &str) -> char {
    let first = first_line(text);
    let count = |sign: char| first.matches(sign).count();
    match (count(TAB), count(';'), count(',')) {
        (1.., _, _) => TAB,
        (_, semicolons @ 1.., commas) if semicolons >= commas => ';',
        (_, _, 1..) => ',',
        _ => ';',
    }
}

/// The first line that has cells, without what stands in quotation marks: a cell can be a whole
/// sentence. Where that leaves none, a mark is not closed, and the line counts as it stands.
fn first_line(text: &str) -> String {
    let has_cells = |line: &str| line.contains([TAB, ';', ',']);
    let (mut first, mut is_marked) = (String::new(), false);
    for sign in text.chars() {
        match sign {
            MARK => is_marked = !is_marked,
            _ if is_marked => {}
            '\n' if has_cells(&first) => break,
            _ => first.push(sign),
        }
    }
    if has_cells(&first) {
        return first;
    }
    text.lines().find(|it| has_cells(it)).unwrap_or_default().to_owned()
}

/// The first row of a text, and what follows it.
fn row(text: &str, delimiter: char, line: usize) -> (Row, &str) {
    let mut row = Row { line, ..Row::default() };
    let mut rest = text;
    loop {
        let after = match cell(rest, delimiter) {
            Cell::Read(cell, after) => {
                row.cells.push(cell.trim().to_owned());
                after
            }
            Cell::Open => {
                row.is_open = true;
                return (row, rest.split_once('\n').map_or("", |it| it.1));
            }
        };
        match after.strip_prefix(delimiter) {
            Some(next) => rest = next,
            None => return (row, after.strip_prefix('\n').unwrap_or(after)),
        }
    }
}

/// What was found at the beginning of a cell.
enum Cell<'a> {
    /// A cell, and what follows it.
    Read(String, &'a str),
    /// A quotation mark that nothing closes.
    Open,
}

fn cell(text: &str, delimiter: char) -> Cell<'_> {
    let end = text.find([delimiter, '\n']).unwrap_or(text.len());
    let plain = || Cell::Read(text[..end].to_owned(), &text[end..]);
    let Some(mut rest) = text.strip_prefix(MARK) else { return plain() };
    let mut cell = String::new();
    loop {
        let Some((piece, after)) = rest.split_once(MARK) else { return Cell::Open };
        // No spreadsheet has a tab in a cell: it stands between the next ones.
        if delimiter == TAB && piece.contains(TAB) {
            return Cell::Open;
        }
        cell.push_str(piece);
        match after.strip_prefix(MARK) {
            Some(more) => {
                cell.push(MARK);
                rest = more;
            }
            None if after.is_empty() || after.starts_with([delimiter, '\n']) => {
                return Cell::Read(cell, after);
            }
            // The marks stand around a word, unless that would be one of another cell.
            None if cell.contains([delimiter, '\n']) => return Cell::Open,
            None => return plain(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).into_iter().map(|it| it.cells).collect()
    }

    #[test]
    fn marks_around_a_word_stay_and_marks_around_a_cell_go() {
        for (text, read) in [
            ("\"Tandem\" für alle\tNord", vec!["\"Tandem\" für alle", "Nord"]),
            ("Chor \"Klang\"\tNord", vec!["Chor \"Klang\"", "Nord"]),
            ("\"Viele,\nund wieder\"\tNord", vec!["Viele,\nund wieder", "Nord"]),
            ("\"\"\"Tandem\"\"\nfür alle\"\tNord", vec!["\"Tandem\"\nfür alle", "Nord"]),
            ("\"a;b\";\"Tandem\" für alle;c", vec!["a;b", "\"Tandem\" für alle", "c"]),
            ("Hof, Garten; Nord ", vec!["Hof, Garten", "Nord"]),
            ("a\t\tb", vec!["a", "", "b"]),
        ] {
            assert_eq!(cells(text), [read], "{text}");
        }
    }

    #[test]
    fn what_is_not_closed_ends_with_its_line() {
        for open in ["\"Tandem für alle\tNord\tJugend", "a\t\"b\tc \"d\"", "a\t\"b"] {
            let text = format!("Titel\tOrt\r\n\r\n{open}\r\nHof\tSüd\r\n");
            let read = rows(&text);
            let told: Vec<_> = read.iter().map(|it| (it.line, it.is_open)).collect();
            assert_eq!(told, [(1, false), (3, true), (4, false)], "{open}");
            assert_eq!(read[2].cells, ["Hof", "Süd"]);
        }
        let lines = rows("a\t\"b\nc\"\nd\te");
        assert_eq!(lines.iter().map(|it| it.line).collect::<Vec<_>>(), [1, 3]);
    }

    proptest! {
        /// What a program writes in quotation marks is read as it was.
        #[test]
        fn what_was_written_is_read(
            rows in prop::collection::vec(prop::collection::vec("[a-z\"\n]{0,6}x", 2..4), 1..4)
        ) {
            let quoted = |it: &String| format!("\"{}\"", it.replace('"', "\"\""));
            let line = |it: &Vec<String>| it.iter().map(quoted).collect::<Vec<_>>().join("\t");
            let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
            let trimmed = |it: &Vec<String>| it.iter().map(|it| it.trim().to_owned()).collect();
            let wanted: Vec<Vec<String>> = rows.iter().map(trimmed).collect();
            prop_assert_eq!(cells(&text), wanted);
        }
    }
}
