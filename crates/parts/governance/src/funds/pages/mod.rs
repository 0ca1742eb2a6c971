//! The pages of funds, in words.

pub mod application;
pub mod apply;
pub mod form;
pub mod fund;
pub mod list;
pub mod one_forms;
pub mod status;
pub mod year;

use ankunft_platform::languages::Texts;
use ankunft_platform::page::components::{Column, Row, RowCell, Table};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};

use super::model::{Cost, Fund, sum};
use super::{PATH, address};

/// The frame of a page below the list of funds.
pub(super) fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let crumbs = vec![Link::new(viewer.t.get("fonds-titel"), city.at(PATH))];
    viewer.page(title).lead(lead).crumbs(crumbs)
}

/// The frame of a page below a fund.
pub(super) fn frame_of(
    viewer: &Viewer,
    city: &City,
    fund: &Fund,
    (title, lead): (String, String),
) -> Shell {
    let crumbs = vec![
        Link::new(viewer.t.get("fonds-titel"), city.at(PATH)),
        Link::new(fund.terms.name.clone(), address(city, fund.number)),
    ];
    viewer.page(title).lead(lead).crumbs(crumbs)
}

/// What something costs, row by row, with the sum.
pub(super) fn costs(t: &Texts, caption: String, costs: &[Cost]) -> Table {
    let row = |what: String, cents: i64| Row {
        head: RowCell::new(what),
        cells: vec![RowCell::new(t.euros(cents))],
    };
    let total = row(t.get("antrag-summe"), sum(costs));
    Table {
        caption,
        quiet_caption: false,
        columns: vec![
            Column::words(t.get("antrag-posten")),
            Column::numbers(t.get("antrag-betrag")),
        ],
        rows: costs.iter().map(|it| row(it.what.clone(), it.cents)).chain([total]).collect(),
    }
}
