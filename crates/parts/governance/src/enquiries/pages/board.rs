//! `/{kommune}/anfragen`: what was asked, by when, and what did we answer?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::civil::Date;

use crate::enquiries::model::Enquiry;
use crate::enquiries::permissions::ANSWER;
use crate::enquiries::view::Board;
use crate::enquiries::{PATH, address, words};
use crate::known;

/// The list: what waits first, the nearest deadline on top; then what was answered.
pub fn board(viewer: &Viewer, city: &City, board: &Board, today: Date) -> Sheet {
    let t = &viewer.t;
    let (open, done): (Vec<&Enquiry>, Vec<&Enquiry>) =
        board.enquiries.iter().partition(|it| !board.sent.contains_key(&it.number));
    let late = open.iter().filter(|it| it.frame.due < today).count();
    let mut lead = t.with("anfragen-leit", &[("offen", Arg::from(open.len()))]);
    if late > 0 {
        let late = t.with("anfragen-leit-spaet", &[("anzahl", Arg::from(late))]);
        lead = format!("{lead} {late}");
    }
    let shell = viewer.page(t.get("anfragen-titel")).lead(lead);
    let shell = shell.mark(t.get("anfrage-nur-intern"));
    let mut blocks = Vec::new();
    if board.enquiries.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("anfragen-leer"), step: None }));
    }
    if !open.is_empty() {
        blocks.push(Block::Heading(t.get("anfragen-offen")));
        blocks.push(Block::Table(table(viewer, city, board, (&open, today), "anfragen-offen")));
    }
    if !done.is_empty() {
        // The newest answer is the one that somebody looks for.
        let done: Vec<&Enquiry> = done.into_iter().rev().collect();
        blocks.push(Block::Heading(t.get("anfragen-beantwortet")));
        let table = table(viewer, city, board, (&done, today), "anfragen-beantwortet");
        blocks.push(Block::Table(table));
    }
    if viewer.may(ANSWER) {
        let way = Link::new(t.get("anfrage-aufnehmen"), city.at(&format!("{PATH}/neu")));
        blocks.push(Block::Ways(vec![way]));
    }
    Sheet::new(shell, blocks)
}

fn table(
    viewer: &Viewer,
    city: &City,
    board: &Board,
    (all, today): (&[&Enquiry], Date),
    caption: &str,
) -> Table {
    let t = &viewer.t;
    let row = |it: &&Enquiry| {
        let frame = &it.frame;
        let asker = t.get(&format!("anfrage-von-{}", frame.asker.code()));
        let time = words::time(t, frame, board.sent.get(&it.number), today);
        Row {
            head: RowCell::link(frame.subject.clone(), address(city, it.number))
                .note(frame.file_number.clone()),
            cells: vec![
                RowCell::new(frame.asker_name.clone()).note(asker),
                RowCell::new(known::place(t, frame.place.as_ref())),
                RowCell::new(known::post(t, &board.names, frame.lead)),
                RowCell::new(t.date(frame.due)).note(time),
            ],
        }
    };
    let columns = [
        "anfrage",
        "anfrage-feld-wer-fragt",
        "anfrage-feld-quartier",
        "anfrage-feld-federfuehrung",
        "anfrage-feld-frist",
    ];
    Table {
        caption: t.get(caption),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: all.iter().map(row).collect(),
    }
}
