//! Kinds of faults, each a function that plants one.

use std::io::Write as _;

use crate::good::{Good, HEADER, Random, zip};

pub struct Planted {
    pub bytes: Vec<u8>,
    pub file: String,
    /// The codes that name the fault, any of them.
    pub codes: Vec<&'static str>,
    pub line: Option<u64>,
    pub column: Option<u64>,
}

type Plant = fn(&Good, &mut Random) -> Planted;

pub const KINDS: &[(&str, Plant)] = &[
    ("open quote", open_quote),
    ("quote behind text", late_quote),
    ("missing field", missing_field),
    ("extra field", extra_field),
    ("wrong decimal sign", wrong_decimal),
    ("thousands sign", thousands),
    ("thousands space", thousands_space),
    ("double key", double_key),
    ("unknown id", unknown_id),
    ("negative count", |good, random| cell(good, random, &[3, 4, 5], "-17", &["negative-count"])),
    ("fraction in a count", fraction),
    ("count too large", |good, random| {
        cell(good, random, &[3, 4, 5], "99999999999", &["impossible-count"])
    }),
    ("percent beyond 100", |good, random| cell(good, random, &[6, 7], "131", &["percent-range"])),
    ("percent below 0", |good, random| cell(good, random, &[6, 7], "-3", &["percent-range"])),
    ("not a number", |good, random| {
        cell(good, random, &[3, 4, 5, 6, 7, 8], "NaN", &["not-finite"])
    }),
    ("infinite", |good, random| cell(good, random, &[3, 6, 8], "inf", &["not-finite"])),
    ("too large for a number", |good, random| {
        cell(good, random, &[3, 6, 8], "1e999", &["not-finite"])
    }),
    ("words", |good, random| cell(good, random, &[3, 4, 5, 6, 7, 8], "viele", &["not-a-number"])),
    ("letter for digit", |good, random| {
        cell(good, random, &[3, 4, 5, 6, 7, 8], "1O2", &["not-a-number"])
    }),
    ("empty", |good, random| cell(good, random, &[3, 4, 5, 6, 7, 8], "", &["empty-cell"])),
    ("broken period", |good, random| {
        cell(good, random, &[0], "32.13.2024", &["period-unreadable"])
    }),
    ("formula", |good, random| cell(good, random, &[2], "=HYPERLINK(A1)", &["formula-in-text"])),
    ("formula at", |good, random| cell(good, random, &[2], "@SUM(A1:A9)", &["formula-in-text"])),
    ("mojibake", |good, random| cell(good, random, &[2], "MÃ¼hlenstraÃŸe", &["mojibake"])),
    ("wrong sum", wrong_sum),
    ("cut file", cut_file),
    ("mixed encoding", mixed_encoding),
    ("broken UTF-16", broken_utf16),
    ("NUL byte", nul_byte),
    ("double column", double_column),
    ("missing column", missing_column),
    ("missing row", missing_row),
    ("cut archive", cut_archive),
    ("cut gzip", cut_gzip),
    ("error in a workbook", error_value),
    ("formula without value", empty_formula),
    ("text in a workbook", text_in_workbook),
];

/// The lines of a file with one line changed.
fn with_lines(
    good: &Good,
    lines: &[String],
    codes: &[&'static str],
    line: Option<u64>,
    column: Option<u64>,
) -> Planted {
    let bytes = good.encode(&good.text(lines));
    Planted { bytes, file: good.name(), codes: codes.to_vec(), line, column }
}

fn line_of(row: usize) -> Option<u64> {
    Some(row as u64 + 2)
}

/// One cell with another text.
fn cell(
    good: &Good,
    random: &mut Random,
    columns: &[usize],
    text: &str,
    codes: &[&'static str],
) -> Planted {
    let (row, column) = (random.below(good.rows.len()), random.of(columns));
    let mut changed = good.clone();
    text.clone_into(&mut changed.rows[row][column]);
    with_lines(&changed, &changed.lines(), codes, line_of(row), Some(column as u64 + 1))
}

fn open_quote(good: &Good, random: &mut Random) -> Planted {
    let (row, column) = (random.below(good.rows.len()), random.of(&[0, 1, 2, 3, 8]));
    let mut changed = good.clone();
    changed.rows[row][column].insert(0, '"');
    let column = Some(column as u64 + 1);
    with_lines(&changed, &changed.lines(), &["broken-quote"], line_of(row), column)
}

fn late_quote(good: &Good, random: &mut Random) -> Planted {
    let (row, column) = (random.below(good.rows.len()), random.below(9));
    let mut changed = good.clone();
    changed.rows[row][column].push('"');
    let column = Some(column as u64 + 1);
    with_lines(&changed, &changed.lines(), &["broken-quote"], line_of(row), column)
}

fn missing_field(good: &Good, random: &mut Random) -> Planted {
    let row = random.below(good.rows.len());
    let mut changed = good.clone();
    changed.rows[row].remove(random.below(9));
    with_lines(&changed, &changed.lines(), &["field-count"], line_of(row), None)
}

fn extra_field(good: &Good, random: &mut Random) -> Planted {
    let row = random.below(good.rows.len());
    let mut changed = good.clone();
    changed.rows[row].insert(random.below(10), "7".to_owned());
    with_lines(&changed, &changed.lines(), &["field-count"], line_of(row), None)
}

fn wrong_decimal(good: &Good, random: &mut Random) -> Planted {
    let other = if good.decimal == ',' { "12.5" } else { "12,5" };
    // A comma in a comma file is one field more.
    let codes: &[&str] =
        if good.delimiter == ',' { &["field-count"] } else { &["wrong-decimal-sign"] };
    let mut planted = cell(good, random, &[6, 7, 8], other, codes);
    if good.delimiter == ',' {
        planted.column = None;
    }
    planted
}

fn thousands(good: &Good, random: &mut Random) -> Planted {
    let text = if good.delimiter == ',' { "1.234" } else { random.of(&["1.234", "1,234"]) };
    cell(good, random, &[3, 4, 5], text, &["ambiguous-number", "fraction-in-count"])
}

fn thousands_space(good: &Good, random: &mut Random) -> Planted {
    let codes = if good.encoding == "windows-1252" {
        "1 234"
    } else {
        random.of(&["1 234", "1\u{202f}234"])
    };
    cell(good, random, &[3, 4, 5], codes, &["ambiguous-number"])
}

fn double_key(good: &Good, random: &mut Random) -> Planted {
    let first = random.below(good.rows.len() - 1);
    let second = first + 1 + random.below(good.rows.len() - 1 - first);
    let mut changed = good.clone();
    changed.rows[second][1] = good.rows[first][1].clone();
    with_lines(&changed, &changed.lines(), &["duplicate-key"], line_of(second), Some(2))
}

fn unknown_id(good: &Good, random: &mut Random) -> Planted {
    let text = random.of(&["99999999", "", "01O10101", "12.345.678"]);
    cell(good, random, &[1], text, &["unknown-area"])
}

fn fraction(good: &Good, random: &mut Random) -> Planted {
    let text = format!("12{}5", good.decimal);
    cell(good, random, &[3, 4, 5], &text, &["fraction-in-count"])
}

fn wrong_sum(good: &Good, random: &mut Random) -> Planted {
    let row = random.below(good.rows.len());
    let mut changed = good.clone();
    let column = 3 + random.below(3);
    let number: u64 = changed.rows[row][column].parse().unwrap();
    changed.rows[row][column] = (number + 1 + random.below(900) as u64).to_string();
    with_lines(&changed, &changed.lines(), &["sum-mismatch"], line_of(row), Some(4))
}

fn cut_file(good: &Good, random: &mut Random) -> Planted {
    let lines = good.lines();
    let row = random.below(good.rows.len());
    let line = &lines[row + 1];
    let characters: Vec<char> = line.chars().collect();
    let cut: String = characters[..1 + random.below(characters.len() - 1)].iter().collect();
    let text = good.text(&lines[..=row]) + &cut;
    let bytes = good.encode(&text);
    let codes = vec!["cut-file", "no-final-newline"];
    Planted { bytes, file: good.name(), codes, line: line_of(row), column: None }
}

fn mixed_encoding(good: &Good, random: &mut Random) -> Planted {
    let mut changed = good.clone();
    changed.encoding = random.of(&["utf-8", "utf-8-bom"]);
    let row = random.below(good.rows.len());
    let lines = changed.lines();
    let before = changed.encode(&changed.text(&lines[..=row]));
    let mut bytes = before;
    let mut wrong = changed.clone();
    wrong.encoding = "windows-1252";
    wrong.rows[row][2] = "Größe".to_owned();
    bytes.extend(wrong.encode(&wrong.text(&[wrong.lines()[row + 1].clone()])));
    bytes.extend(changed.text(&lines[row + 2..]).as_bytes());
    let codes = vec!["mixed-encoding"];
    Planted { bytes, file: good.name(), codes, line: line_of(row), column: None }
}

fn broken_utf16(good: &Good, random: &mut Random) -> Planted {
    let mut changed = good.clone();
    changed.encoding = "utf-16le";
    let row = random.below(good.rows.len());
    changed.rows[row][2] = "\u{e000}".to_owned();
    let mut bytes = changed.render().0;
    // A private letter stands where half a pair is put: no Rust string can hold one.
    let at = bytes.chunks(2).position(|it| it == [0x00, 0xe0]).unwrap() * 2;
    bytes[at + 1] = 0xd8;
    let codes = vec!["wrong-encoding"];
    Planted { bytes, file: good.name(), codes, line: line_of(row), column: None }
}

fn nul_byte(good: &Good, random: &mut Random) -> Planted {
    let (row, column) = (random.below(good.rows.len()), random.below(9));
    let mut changed = good.clone();
    changed.encoding = "utf-8";
    changed.rows[row][column].push('\0');
    let column = Some(column as u64 + 1);
    with_lines(&changed, &changed.lines(), &["nul-byte"], line_of(row), column)
}

fn double_column(good: &Good, random: &mut Random) -> Planted {
    let (first, second) = random.of(&[(3, 4), (4, 8), (0, 2), (5, 6)]);
    let mut lines = good.lines();
    let mut header = HEADER;
    header[second] = header[first];
    lines[0] = header.join(&good.delimiter.to_string());
    with_lines(good, &lines, &["duplicate-column"], Some(1), Some(second as u64 + 1))
}

fn missing_column(good: &Good, random: &mut Random) -> Planted {
    let mut lines = good.lines();
    let mut header = HEADER;
    header[random.of(&[0, 1, 3, 4, 5, 8])] = "anders";
    lines[0] = header.join(&good.delimiter.to_string());
    with_lines(good, &lines, &["missing-column"], Some(1), None)
}

fn missing_row(good: &Good, random: &mut Random) -> Planted {
    let mut changed = good.clone();
    changed.rows.remove(random.below(good.rows.len()));
    with_lines(&changed, &changed.lines(), &["areas-missing"], None, None)
}

fn cut_archive(good: &Good, random: &mut Random) -> Planted {
    let mut bytes = zip(&[("einwohner.csv", &good.render().0)]);
    bytes.truncate(bytes.len() / 3 + random.below(bytes.len() / 2));
    let codes = vec!["archive-broken"];
    Planted { bytes, file: "einwohner.zip".to_owned(), codes, line: None, column: None }
}

fn cut_gzip(good: &Good, random: &mut Random) -> Planted {
    let mut bytes = gzip(&good.render().0);
    bytes.truncate(bytes.len() / 3 + random.below(bytes.len() / 2));
    let codes = vec!["archive-broken"];
    Planted { bytes, file: "einwohner.csv.gz".to_owned(), codes, line: None, column: None }
}

fn workbook(
    good: &Good,
    random: &mut Random,
    columns: &[usize],
    xml: &str,
    code: &'static str,
) -> Planted {
    let (row, column) = (random.below(good.rows.len()), random.of(columns));
    let bytes = good.workbook(&[(row, column, xml)]);
    let column = Some(column as u64 + 1);
    Planted {
        bytes,
        file: "einwohner.xlsx".to_owned(),
        codes: vec![code],
        line: line_of(row),
        column,
    }
}

fn error_value(good: &Good, random: &mut Random) -> Planted {
    let error = random.of(&["#REF!", "#DIV/0!", "#N/A", "#VALUE!"]);
    let xml = format!(" t=\"e\"><f>A1/0</f><v>{error}</v>");
    workbook(good, random, &[3, 4, 6, 8], &xml, "error-value")
}

fn empty_formula(good: &Good, random: &mut Random) -> Planted {
    workbook(good, random, &[3, 4, 6, 8], "><f>SUM(A1:A3)</f>", "formula-without-value")
}

fn text_in_workbook(good: &Good, random: &mut Random) -> Planted {
    let xml = " t=\"inlineStr\"><is><t>12,5</t></is>";
    workbook(good, random, &[6, 7, 8], xml, "wrong-decimal-sign")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

/// Files that would fill the memory if anybody believed them.
pub fn monsters() -> Vec<(&'static str, Vec<u8>, String, Vec<&'static str>)> {
    let zeros = vec![b'0'; 96 << 20];
    let bomb = zip(&[("bombe.csv", &zeros)]);
    let gz_bomb = gzip(&zeros);
    drop(zeros);
    let nested = zip(&[("innen.zip", &bomb)]);
    let named = zip(&[("innen.csv", &zip(&[("tabelle.csv", b"a;b\n1;2\n")]))]);
    let many: Vec<String> = (0..2_000).map(|it| format!("{it}.csv")).collect();
    let members: Vec<(&str, &[u8])> = many.iter().map(|it| (it.as_str(), &b"a;b\n"[..])).collect();
    let cells = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">{cells}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let ods = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    let wide = "spalte;".repeat(10_000_000).into_bytes();
    let quotes = format!("a;b\n{}", "\"a;b\n".repeat(300_000)).into_bytes();
    let long = [b"a;b\n", "x".repeat(10 << 20).as_bytes(), b";1\n"].concat();
    vec![
        ("zip bomb", bomb, "bombe.zip".to_owned(), vec!["archive-bomb"]),
        ("gzip bomb", gz_bomb, "bombe.csv.gz".to_owned(), vec!["archive-bomb"]),
        ("nested bomb", nested, "schachtel.zip".to_owned(), vec!["archive-nested", "archive-bomb"]),
        ("nested archive", named, "schachtel.zip".to_owned(), vec!["archive-nested"]),
        ("many members", zip(&members), "viele.zip".to_owned(), vec!["archive-bomb"]),
        ("repeated cells", ods, "bombe.ods".to_owned(), vec!["sheet-too-large"]),
        ("ten million columns", wide, "breit.csv".to_owned(), vec!["too-many-columns"]),
        ("broken quotes everywhere", quotes, "zitat.csv".to_owned(), vec!["broken-quote"]),
        ("ten megabytes in a cell", long, "lang.csv".to_owned(), vec!["cell-too-long"]),
    ]
}
