use super::Keep;
use super::collect::Collector;
use super::limits::Limits;
use super::raw::RawTable;

const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// Why a line is no record.
enum Broken {
    /// A quote at this field is not where it may be.
    Quote(usize),
    /// A field is longer than allowed.
    Long(usize),
    /// There are more fields than allowed.
    Wide,
}

/// The sign that parts the first lines most evenly; `None` if none does.
pub(crate) fn recognise_delimiter(text: &str) -> Option<char> {
    let sample: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    let score = |sign: char| {
        let count = |line: &str| {
            let mut quoted = false;
            let inside = line.chars().take(65_536).filter(|it| {
                quoted ^= *it == '"';
                *it == sign && !quoted
            });
            inside.count()
        };
        let first = sample.first().map_or(0, |line| count(line));
        let same = sample.iter().filter(|line| count(line) == first).count();
        (first > 0).then_some((same, first))
    };
    DELIMITERS.into_iter().filter_map(|sign| Some((score(sign)?, sign))).max().map(|it| it.1)
}

/// Reads all records of a text into a table whose header is still empty.
///
/// A line that is no record is a finding and is left out; reading goes on with the next
/// line, so that a broken quote does not swallow what follows. `None` without a header.
pub(crate) fn read(
    text: &str,
    delimiter: char,
    limits: &Limits,
    (table, keep): (&mut RawTable, Keep<'_>),
    findings: &mut Collector,
) -> Option<()> {
    let newline = if text.contains('\n') { b'\n' } else { b'\r' };
    let mut reader = Reader { text, delimiter: delimiter as u8, newline, limits, at: 0, line: 1 };
    reader.header(table, findings)?;
    let mut empty = 0_u64;
    while reader.at < text.len() {
        let (start, line) = (reader.at, reader.line);
        let rest = reader.rest_of_line();
        if rest.bytes().all(|byte| byte == reader.delimiter || byte.is_ascii_whitespace()) {
            empty += u64::from(!reader.is_last());
            reader.skip_line();
            continue;
        }
        if table.len() >= limits.rows {
            findings.push(findings.error("too-many-rows").line(line).arg("limit", limits.rows));
            break;
        }
        match reader.record(table) {
            Ok(()) => {
                if reader.judge(table, start, line, findings) {
                    let done = reader.at as f64 / text.len() as f64;
                    let row = table.row(table.len() - 1);
                    if !row.is_none_or(|row| keep(table, row, done)) {
                        table.pass();
                    }
                }
            }
            Err(broken) => {
                table.drop_open();
                table.refused += 1;
                reader.report(&broken, start, line, findings);
            }
        }
    }
    if empty > 0 {
        findings.push(findings.note("empty-rows").arg("count", empty));
    }
    if !text.ends_with(['\n', '\r']) && !table.is_empty() && table.passed == 0 {
        let last = u64::from(table.lines[table.len() - 1]);
        if last + 1 >= reader.line {
            findings.push(findings.warning("no-final-newline").line(last));
        }
    }
    Some(())
}

struct Reader<'a> {
    text: &'a str,
    delimiter: u8,
    newline: u8,
    limits: &'a Limits,
    at: usize,
    line: u64,
}

impl<'a> Reader<'a> {
    fn header(&mut self, table: &mut RawTable, findings: &mut Collector) -> Option<()> {
        while self.at < self.text.len() && self.rest_of_line().trim().is_empty() {
            self.skip_line();
        }
        let line = self.line;
        if self.at >= self.text.len() {
            findings.push(findings.error("empty-file"));
            return None;
        }
        let start = self.at;
        if let Err(broken) = self.record(table) {
            self.report(&broken, start, line, findings);
            return None;
        }
        let mut names = Vec::with_capacity(table.ends.len());
        let mut from = 0;
        for end in table.ends.drain(..) {
            names.push(table.text[from..end as usize].trim().to_owned());
            from = end as usize;
        }
        table.text.clear();
        table.header = names;
        Some(())
    }

    /// Says what is wrong with a record that was read, and keeps it if nothing is; whether it
    /// was kept.
    fn judge(
        &self,
        table: &mut RawTable,
        start: usize,
        line: u64,
        findings: &mut Collector,
    ) -> bool {
        let (have, want) = (table.open_fields(), table.header.len());
        let raw = &self.text[start..self.at];
        let first = raw.lines().next().unwrap_or("");
        let finding = if have != want && self.is_cut() {
            findings.error("cut-file")
        } else if have != want && self.line > line + 1 {
            findings.error("broken-quote").column(1)
        } else if have != want {
            findings.error("field-count").column(have.min(want) as u64)
        } else if let Some(before) = raw.find('\0') {
            let column = raw[..before].bytes().filter(|it| *it == self.delimiter).count() + 1;
            findings.error("nul-byte").column(column as u64)
        } else {
            table.close_row(line);
            return true;
        };
        table.drop_open();
        table.refused += 1;
        let finding = finding.line(line).arg("have", have).arg("want", want);
        findings.push(finding.excerpt(&first.replace('\0', "\u{2400}")));
        false
    }

    fn report(&mut self, broken: &Broken, start: usize, line: u64, findings: &mut Collector) {
        self.at = start;
        self.line = line;
        let raw = self.rest_of_line();
        let finding = match broken {
            Broken::Quote(field) => findings.error("broken-quote").column(*field as u64 + 1),
            Broken::Long(field) => findings
                .error("cell-too-long")
                .column(*field as u64 + 1)
                .arg("limit", self.limits.cell_bytes),
            Broken::Wide => findings.error("too-many-columns").arg("limit", self.limits.columns),
        };
        findings.push(finding.line(line).excerpt(raw));
        self.skip_line();
    }

    /// Whether the text ends here without the end of a line.
    fn is_cut(&self) -> bool {
        self.at >= self.text.len() && !self.text.as_bytes().ends_with(&[self.newline])
    }

    fn is_last(&self) -> bool {
        self.at + self.rest_of_line().len() + 2 >= self.text.len()
    }

    fn rest_of_line(&self) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.find(self.newline as char).unwrap_or(rest.len());
        rest[..end].trim_end_matches('\r')
    }

    fn skip_line(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find(self.newline as char).map_or(rest.len(), |end| end + 1);
        self.line += 1;
    }

    /// Writes the fields of the record that begins here and goes behind it.
    fn record(&mut self, table: &mut RawTable) -> Result<(), Broken> {
        let line = self.rest_of_line();
        if !line.contains('"') {
            for (at, field) in line.split(self.delimiter as char).enumerate() {
                self.push(table, at, field)?;
            }
            self.skip_line();
            return Ok(());
        }
        let mut fields = 0;
        loop {
            let more = if self.text.as_bytes().get(self.at) == Some(&b'"') {
                self.quoted(table, fields)?
            } else {
                self.bare(table, fields)?
            };
            fields += 1;
            if !more {
                return Ok(());
            }
        }
    }

    /// A field without quotes around it. Whether another follows in the line.
    fn bare(&mut self, table: &mut RawTable, field: usize) -> Result<bool, Broken> {
        let line = self.rest_of_line();
        let end = line.find(self.delimiter as char);
        let text = &line[..end.unwrap_or(line.len())];
        if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
            return Err(Broken::Quote(field));
        }
        self.push(table, field, text)?;
        match end {
            Some(end) => self.at += end + 1,
            None => self.skip_line(),
        }
        Ok(end.is_some())
    }

    /// A field in quotes, which may go over several lines.
    fn quoted(&mut self, table: &mut RawTable, field: usize) -> Result<bool, Broken> {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[at..];
            let end = rest.find('"').ok_or(Broken::Quote(field))?;
            if text.len() + end > self.limits.cell_bytes {
                return Err(Broken::Quote(field));
            }
            text.push_str(&rest[..end]);
            at += end + 1;
            if bytes.get(at) != Some(&b'"') {
                break;
            }
            text.push('"');
            at += 1;
        }
        self.line += text.bytes().filter(|byte| *byte == self.newline).count() as u64;
        self.push(table, field, &text)?;
        self.at = at;
        match bytes.get(at) {
            Some(byte) if *byte == self.delimiter => {
                self.at += 1;
                Ok(true)
            }
            _ if self.rest_of_line().is_empty() => {
                self.skip_line();
                Ok(false)
            }
            _ => Err(Broken::Quote(field)),
        }
    }

    fn push(&self, table: &mut RawTable, at: usize, field: &str) -> Result<(), Broken> {
        if at >= self.limits.columns {
            return Err(Broken::Wide);
        }
        if field.len() > self.limits.cell_bytes {
            return Err(Broken::Long(at));
        }
        table.push_field(super::guard::bare(field.trim_matches([' ', '\u{a0}'])));
        Ok(())
    }
}
