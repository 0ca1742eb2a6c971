//! The pages of enquiries, in words.

pub mod board;
pub mod case;
pub(crate) mod filing;
pub mod form;
pub mod one;

use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};

use super::{PATH, address};

/// The frame of a page below the list; never public.
fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let crumbs = vec![Link::new(viewer.t.get("anfragen-titel"), city.at(PATH))];
    viewer.page(title).lead(lead).crumbs(crumbs).mark(viewer.t.get("anfrage-nur-intern"))
}

/// The frame of a page below an enquiry.
fn frame_of(
    viewer: &Viewer,
    city: &City,
    (number, subject): (i64, &str),
    (title, lead): (String, String),
) -> Shell {
    let crumbs = vec![
        Link::new(viewer.t.get("anfragen-titel"), city.at(PATH)),
        Link::new(subject.to_owned(), address(city, number)),
    ];
    viewer.page(title).lead(lead).crumbs(crumbs).mark(viewer.t.get("anfrage-nur-intern"))
}
