//! The pages of one measure, in words.

pub mod form;
mod history;
pub mod measure;
pub mod paste;

use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};

use super::{PATH, address};

/// The frame of a page below the board; never public.
pub(crate) fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let crumbs = vec![Link::new(viewer.t.get("nav-steuerung"), city.at(PATH))];
    viewer.page(title).lead(lead).crumbs(crumbs).mark(viewer.t.get("massnahme-nur-intern"))
}

/// The frame of a page below a measure.
pub(crate) fn frame_of(
    viewer: &Viewer,
    city: &City,
    (number, name): (i64, &str),
    (title, lead): (String, String),
) -> Shell {
    let crumbs = vec![
        Link::new(viewer.t.get("nav-steuerung"), city.at(PATH)),
        Link::new(name.to_owned(), address(city, number)),
    ];
    viewer.page(title).lead(lead).crumbs(crumbs).mark(viewer.t.get("massnahme-nur-intern"))
}
