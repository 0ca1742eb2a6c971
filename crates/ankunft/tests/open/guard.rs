//! What begins like a formula is guarded in every CSV file, and an import takes the guard away.

use ankunft_formats::{ReadOptions, table};
use ankunft_platform::web::file;

const TEXTS: [&str; 12] = [
    "=HYPERLINK(\"x\")",
    "+cmd|' /C calc'!A0",
    "-Nord",
    "@SUM(A1)",
    "'=schon geschützt",
    "''@zweimal",
    "'s Gravenhage",
    "-12.5",
    "+49",
    "-",
    "=",
    "Süd, \"alt\"",
];

#[test]
fn what_is_written_comes_back_and_nothing_in_between_can_be_run() {
    let records = TEXTS.iter().map(|it| vec![*it, "1"]);
    let text = file::csv(std::iter::once(vec!["name", "value"]).chain(records));
    let mut written = csv::Reader::from_reader(text.as_bytes());
    for record in written.records().map(Result::unwrap) {
        let begins = record[0].starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!begins || record[0].parse::<f64>().is_ok(), "{}", &record[0]);
    }
    let (read, _) = table::read(text.as_bytes(), "a.csv", &ReadOptions::default()).unwrap();
    let names: Vec<&str> = read.rows().map(|it| it.field(0)).collect();
    assert_eq!(names, TEXTS);
}
