//! What cannot be read by everybody is refused, in both formats alike.

use ankunft_report::paper::{Block, Day, Level, Paper, PaperError, Picture, Text, docx, pdf};

use super::sample::{FONTS, map, paper, table, trend};

fn refusal(paper: &Paper) -> PaperError {
    let (pdf, docx) = (pdf(paper, &FONTS), docx(paper, &FONTS));
    let pdf = pdf.expect_err("it is refused");
    assert_eq!(docx.expect_err("it is refused"), pdf);
    pdf
}

#[test]
fn a_picture_without_alternative_text() {
    let picture = Picture { alt: "  ".to_owned(), ..map() };
    let paper = paper(vec![Block::PageBreak, Block::Picture(picture)]);
    assert_eq!(refusal(&paper), PaperError::NoAlternative { block: 1 });
}

#[test]
fn a_drawing_without_words() {
    let text = Text::from("steigt ").drawing(trend(), 14, " ");
    assert_eq!(refusal(&paper(vec![Block::paragraph(text)])), PaperError::NoWords);
}

#[test]
fn headings_that_skip_a_level_or_say_nothing() {
    let skipped = |levels: &[Level]| {
        paper(levels.iter().map(|level| Block::heading(*level, format!("{level:?}"))).collect())
    };
    let text = "Two".to_owned();
    assert_eq!(refusal(&skipped(&[Level::Two])), PaperError::SkippedHeading { text });
    let text = "Three".to_owned();
    let deep = skipped(&[Level::One, Level::Two, Level::One, Level::Three]);
    assert_eq!(refusal(&deep), PaperError::SkippedHeading { text });
    let empty = paper(vec![Block::heading(Level::One, " ")]);
    assert_eq!(refusal(&empty), PaperError::EmptyHeading { block: 0 });
}

#[test]
fn tables_without_form() {
    let mut bare = table();
    bare.columns.clear();
    let caption = bare.caption.clone();
    let bare = paper(vec![Block::Table(bare)]);
    assert_eq!(refusal(&bare), PaperError::NoColumns { caption: caption.clone() });
    let mut ragged = table();
    ragged.rows[1].cells.push("zu viel".into());
    let ragged = paper(vec![Block::Table(ragged)]);
    let wanted = PaperError::RaggedRow { caption, row: 1, cells: 3, columns: 2 };
    assert_eq!(refusal(&ragged), wanted);
}

#[test]
fn links_that_lead_nowhere_or_do_something_else() {
    for href in [
        "/musterstadt",
        "javascript:alert(1)",
        "https://",
        "http://a b",
        "file:///etc/passwd",
        "https://a\"b",
    ] {
        let paper = paper(vec![Block::paragraph(Text::default().link("hier", href))]);
        assert_eq!(refusal(&paper), PaperError::Link { href: href.to_owned() }, "{href}");
    }
}

#[test]
fn papers_without_title_language_or_day() {
    let mut wrong = paper(Vec::new());
    wrong.title = "\t".to_owned();
    assert_eq!(refusal(&wrong), PaperError::NoTitle);
    for code in ["", "d", "DE", "de-DE", "a\"b"] {
        let mut wrong = paper(Vec::new());
        wrong.language = code.to_owned();
        assert_eq!(refusal(&wrong), PaperError::Language { code: code.to_owned() });
    }
    for (year, month, day) in [(2026, 2, 29), (0, 1, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0)]
    {
        let mut wrong = paper(Vec::new());
        wrong.date = Day { year, month, day };
        assert_eq!(refusal(&wrong), PaperError::NoSuchDay { year, month, day });
    }
    let mut leap = paper(Vec::new());
    leap.date = Day { year: 2028, month: 2, day: 29 };
    assert!(pdf(&leap, &FONTS).is_ok());
}

#[test]
fn pictures_that_are_none() {
    let picture = Picture { svg: "<svg viewBox=\"0 0".to_owned(), ..map() };
    let paper = paper(vec![Block::Picture(picture)]);
    assert!(matches!(docx(&paper, &FONTS), Err(PaperError::Picture { block: 0, .. })));
    assert!(pdf(&paper, &FONTS).is_err());
}
