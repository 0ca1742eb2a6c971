//! `/{kommune}/fonds`: what money is there for ideas in the quarter?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::web::{Block, City, Sheet, Viewer};
use jiff::civil::Date;

use crate::funds::ledger::Ledger;
use crate::funds::model::Fund;
use crate::funds::rights::FOUND;
use crate::funds::view::Board;
use crate::funds::{PATH, address, words};
use crate::known;

/// The list.
pub fn list(viewer: &Viewer, city: &City, board: &Board, today: Date) -> Sheet {
    let t = &viewer.t;
    let open = board.funds.iter().filter(|it| it.0.terms.is_open(today)).count();
    let lead = match board.funds.len() {
        0 => t.get("fonds-leit-leer"),
        _ => t.with("fonds-leit", &[("offen", Arg::from(open))]),
    };
    let mut blocks = Vec::new();
    if board.funds.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("fonds-leer"), step: None }));
    } else {
        blocks.push(Block::Table(table(viewer, city, board, today)));
    }
    if viewer.may(FOUND) {
        let way = Link::new(t.get("fonds-anlegen"), city.at(&format!("{PATH}/neu")));
        blocks.push(Block::Ways(vec![way]));
    }
    Sheet::new(viewer.page(t.get("fonds-titel")).lead(lead), blocks)
}

fn table(viewer: &Viewer, city: &City, board: &Board, today: Date) -> Table {
    let t = &viewer.t;
    let year = i64::from(today.year());
    let row = |(fund, ledger): &(Fund, Ledger)| {
        let balance = ledger.year(year);
        Row {
            head: RowCell::link(fund.terms.name.clone(), address(city, fund.number)),
            cells: vec![
                RowCell::new(known::place(t, fund.terms.place.as_ref())),
                RowCell::new(words::call(t, &fund.terms, today)),
                RowCell::new(t.euros(balance.left())),
            ],
        }
    };
    let left = t.with("fonds-noch-frei", &[("jahr", Arg::from(year.to_string()))]);
    Table {
        caption: t.get("fonds-titel"),
        quiet_caption: true,
        columns: vec![
            Column::words(t.get("fonds-eins")),
            Column::words(t.get("fonds-feld-quartier")),
            Column::words(t.get("fonds-aufruf")),
            Column::numbers(left),
        ],
        rows: board.funds.iter().map(row).collect(),
    }
}
