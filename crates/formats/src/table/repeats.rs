/// How many cells the sheets of an ODS content unfold to, repeated ones included.
///
/// A few bytes can ask for billions of cells, so this is counted before anybody unfolds
/// them. Empty cells and rows at the end cost nothing and are not counted.
pub(crate) fn cells(content: &[u8]) -> u64 {
    let mut sum = 0_u64;
    let (mut sheet, mut row) = (Span::default(), Span::default());
    let mut widest = 0_u64;
    let mut row_repeats = 1;
    for tag in content.split(|byte| *byte == b'<') {
        if tag.starts_with(b"table:table-row") {
            row = Span::default();
            row_repeats = repeats(tag, b"table:number-rows-repeated=\"");
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered") {
            let filled = find(tag, b"office:").or_else(|| find(tag, b"table:formula"));
            let open = !tag.trim_ascii_end().ends_with(b"/>");
            let times = repeats(tag, b"table:number-columns-repeated=\"");
            row.add(times, filled.is_some() || open);
        } else if tag.starts_with(b"/table:table-row") {
            widest = widest.max(row.used);
            sheet.add(row_repeats, row.used > 0);
            // Every row is kept as it is first, and the sheet then as one rectangle.
            sum = sum.saturating_add(row.used);
        } else if tag.starts_with(b"/table:table>") {
            sum = sum.saturating_add(sheet.used.saturating_mul(widest));
            sheet = Span::default();
            widest = 0;
        }
    }
    sum
}

/// How far something goes, up to the last part that is not empty.
#[derive(Default)]
struct Span {
    all: u64,
    used: u64,
}

impl Span {
    fn add(&mut self, times: u64, filled: bool) {
        self.all = self.all.saturating_add(times);
        if filled {
            self.used = self.all;
        }
    }
}

fn find(tag: &[u8], text: &[u8]) -> Option<usize> {
    tag.windows(text.len()).position(|it| it == text).map(|at| at + text.len())
}

fn repeats(tag: &[u8], attribute: &[u8]) -> u64 {
    let digits = find(tag, attribute).map_or(&[][..], |at| &tag[at..]);
    let end = digits.iter().position(|it| !it.is_ascii_digit()).unwrap_or(digits.len());
    let number = std::str::from_utf8(&digits[..end]).unwrap_or("");
    if number.is_empty() { 1 } else { number.parse().unwrap_or(u64::MAX) }
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn counts_what_unfolds() {
        let sheet = |rows: &str| format!("<table:table table:name=\"a\">{rows}</table:table>");
        let small = sheet(
            "<table:table-row><table:table-cell office:value=\"1\"/>\
             <table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>\
             <table:table-row table:number-rows-repeated=\"1048575\">\
             <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        );
        assert_eq!(cells(small.as_bytes()), 2);
        let bomb = sheet(
            "<table:table-row table:number-rows-repeated=\"1000000\">\
             <table:table-cell office:value=\"1\" table:number-columns-repeated=\"16384\"/>\
             </table:table-row>",
        );
        assert!(cells(bomb.as_bytes()) > 10_000_000_000);
    }
}
