//! The PDF as other programs read it.

use std::io::Write;
use std::process::{Command, Stdio};

use ankunft_report::paper::{Attached, Block, Level, Paper, Text, archive, pdf};
use proptest::prelude::*;

use super::sample::{FONTS, everything, paper, table};

/// What a program of poppler prints about a file; none where poppler is not installed.
fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let started = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else {
        assert!(std::env::var_os("CI").is_none(), "no {program}, and CI needs it");
        eprintln!("skipped: no {program}");
        return None;
    };
    let mut stdin = child.stdin.take().expect("a pipe");
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("no panic").expect("it reads all");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn text(pdf: &[u8]) -> Option<String> {
    poppler("pdftotext", &["-", "-"], pdf)
}

#[test]
fn a_paper_for_an_archive_carries_its_files() {
    let file = |name: &str| Attached {
        name: name.to_owned(),
        media_type: "text/csv".to_owned(),
        description: "Zahlen – „öffentlich“".to_owned(),
        bytes: b"a;b\n1;2\n".to_vec(),
    };
    let files = [file("eins.csv"), file("zwei.csv")];
    let made = archive(&everything(), &FONTS, &files).expect("a paper");
    let has = |text: &[u8]| made.windows(text.len()).any(|it| it == text);
    // What a file claims to be stands uncompressed in its metadata.
    assert!(has(b"<pdfaid:part>3</pdfaid:part>"), "PDF/A-3");
    assert!(has(b"<pdfaid:conformance>A</pdfaid:conformance>"), "level A");
    assert!(has(b"<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
    assert_eq!(archive(&everything(), &FONTS, &files), Ok(made.clone()), "the same bytes");
    assert!(text(&made).is_none_or(|it| it.contains("Quartiersprofil")));
    let twice = [file("eins.csv"), file("eins.csv")];
    assert!(archive(&everything(), &FONTS, &twice).is_err(), "one name, one file");
    assert!(!pdf(&everything(), &FONTS).expect("a paper").windows(8).any(|it| it == b"eins.csv"));
}

#[test]
fn every_block_is_there_and_the_file_says_what_it_is() {
    let made = pdf(&everything(), &FONTS).expect("a paper");
    let Some(info) = poppler("pdfinfo", &["-"], &made) else { return };
    let line = |name: &str| {
        let line = info.lines().find_map(|it| it.strip_prefix(name)).unwrap_or_default();
        line.trim().to_owned()
    };
    assert_eq!(line("Title:"), "Hafen");
    assert_eq!(line("Author:"), "Stadt Musterstadt");
    assert_eq!(line("Keywords:"), "Ankunftsquartier, Musterstadt");
    assert_eq!((line("Tagged:"), line("Pages:")), ("yes".to_owned(), "3".to_owned()));
    assert!(line("Page size:").contains("A4"), "{info}");
    let words = text(&made).expect("poppler is there");
    for part in [
        "Quartiersprofil",
        "Nur intern",
        "5.120 Menschen",
        "Zuzüge aus dem Ausland",
        "44,6 %",
        "Bruch 2019",
        "Hafen 40,8 %",
        "2019: neue Grenzen",
        "2.",
        "zweitens",
        "Süd",
        "nicht gezeigt",
        "Vorsicht",
        "Wo der Hafen liegt",
        "unter 10 %",
        "Daneben & fett",
        "Fundstellen: https://ankunft.example/f/",
        "Seite 3 von 3",
    ] {
        assert!(words.contains(part), "no {part:?} in\n{words}");
    }
}

/// The structure as poppler reads it, which a screen reader follows.
#[test]
fn the_structure_has_headings_tables_and_alternatives() {
    let made = pdf(&everything(), &FONTS).expect("a paper");
    let Some(tree) = poppler("pdfinfo", &["-struct-text", "-"], &made) else { return };
    let count = |tag: &str| {
        let name = |line: &str| line.trim().split([' ', ':']).next() == Some(tag);
        tree.lines().filter(|it| name(it)).count()
    };
    assert_eq!((count("H1"), count("H2"), count("H3")), (2, 1, 1), "{tree}");
    assert_eq!((count("Table"), count("TR"), count("TH"), count("TD")), (1, 5, 6, 4), "{tree}");
    assert_eq!((count("L"), count("LI")), (2, 4), "{tree}");
    assert_eq!((count("Figure"), count("Caption"), count("Link")), (3, 3, 7), "{tree}");
}

#[test]
fn the_same_paper_is_the_same_file() {
    let first = pdf(&everything(), &FONTS).expect("a paper");
    let other = paper(vec![Block::paragraph("dazwischen")]);
    assert_ne!(pdf(&other, &FONTS).expect("a paper"), first);
    assert!(pdf(&everything(), &FONTS).expect("a paper") == first, "two files");
}

const MARKUP: &str =
    "#panic() *fett* _schräg_ $x^2$ = Titel ] [ } { \\ @ref <label> `code` // -- \"a\" 'b' ~ …";

#[test]
fn a_page_can_lie_on_its_side() {
    let mut it = everything();
    let upright = pdf(&it, &FONTS).expect("a paper");
    it.landscape = true;
    let turned = pdf(&it, &FONTS).expect("a paper");
    let size = |of: &[u8]| {
        let info = poppler("pdfinfo", &["-"], of)?;
        Some(info.lines().find(|it| it.starts_with("Page size"))?.to_owned())
    };
    assert!(size(&upright).is_none_or(|it| it.contains("595.276 x 841.89")));
    assert!(size(&turned).is_none_or(|it| it.contains("841.89 x 595.276")));
    assert!(text(&turned).is_none_or(|it| it.contains("Quartiersprofil")));
}

/// A caption that only repeats the heading above is said once; any other stands above its table.
#[test]
fn a_caption_says_more_than_its_heading() {
    let caption = table().caption;
    let under = |heading: &str| {
        let blocks = vec![Block::heading(Level::One, heading), Block::Table(table())];
        text(&pdf(&paper(blocks), &FONTS).expect("a paper"))
    };
    let count = |it: Option<String>| it.map(|it| it.matches(&caption).count());
    assert!(count(under(&caption)).is_none_or(|it| it == 1));
    assert!(count(under("Zahlen")).is_none_or(|it| it == 1));
}

#[test]
fn text_is_never_markup() {
    let mut made = everything();
    every_text(&mut made, MARKUP);
    let Some(words) = text(&pdf(&made, &FONTS).expect("a paper")) else { return };
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = MARKUP.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.matches(&wanted).count() >= 5, "{flat}");
}

/// Puts words into every place of a paper that takes some.
fn every_text(paper: &mut Paper, words: &str) {
    let text = || Text::from(words).strong(words).link(words, "https://ankunft.example/");
    paper.title = words.to_owned();
    paper.subtitle = words.to_owned();
    paper.mark = Some(words.to_owned());
    paper.author = words.to_owned();
    paper.date_words = words.to_owned();
    paper.keywords = vec![words.to_owned()];
    for block in &mut paper.blocks {
        match block {
            Block::Heading { text, .. } => *text = words.to_owned(),
            Block::Paragraph { text: it } => *it = text(),
            Block::List { items, .. } => items.fill(text()),
            Block::Table(it) => {
                it.caption = words.to_owned();
                it.columns.iter_mut().for_each(|it| it.title = words.to_owned());
                it.rows.iter_mut().for_each(|it| it.cells.fill(text()));
                it.notes.fill(text());
            }
            Block::Picture(it) => {
                it.alt = words.to_owned();
                it.caption = text();
                it.legend.iter_mut().for_each(|it| it.text = words.to_owned());
            }
            Block::KeyFigures { figures } => {
                for figure in figures {
                    figure.name = words.to_owned();
                    figure.value = text();
                    figure.notes.fill(text());
                }
            }
            Block::Note(it) => {
                it.title = words.to_owned();
                it.text.fill(text());
            }
            Block::Sources { lines } => lines.fill(text()),
            Block::PageBreak => {}
        }
    }
}

#[test]
fn names_of_the_world_are_printed() {
    let names = "Şahin Łukasz Đặng Ђорђе Γιώργος Шевченко محمد العلي فارسی";
    let made = pdf(&paper(vec![Block::heading(Level::One, names)]), &FONTS).expect("a paper");
    let Some(words) = text(&made) else { return };
    for name in ["Şahin", "Łukasz", "Đặng", "Ђорђе", "Γιώργος", "Шевченко", "محمد"]
    {
        assert!(words.contains(name), "no {name} in {words}");
    }
}

#[test]
fn what_no_font_has_is_replaced_and_the_paper_printed() {
    for text in [
        "王小明 🏠",
        "a\u{300}\u{591}b",
        "\u{301}",
        "नमस्ते",
        "\u{0}\u{7f}\u{fffe}\u{e000}",
        "ไทย\u{200d}",
    ] {
        let made = pdf(&paper(vec![Block::paragraph(text)]), &FONTS);
        assert!(made.is_ok(), "{text:?}: {made:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_text_keeps_a_paper_from_being_printed(words in "\\PC{0,40}|.{0,40}") {
        let block = Block::paragraph(Text::from(words.as_str()).strong(words.as_str()));
        let made = pdf(&paper(vec![block]), &FONTS);
        prop_assert!(made.is_ok(), "{words:?}: {:?}", made.err());
    }
}
