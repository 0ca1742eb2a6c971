//! The pages of indicators of goals, in words.

pub mod edit;
pub mod indicator;

use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};

use crate::goals::{address, at};
use crate::measures;

/// The frame of a page below a goal; never public.
fn frame(
    viewer: &Viewer,
    city: &City,
    (number, name): (i64, &str),
    (title, lead): (String, String),
) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![
        Link::new(t.get("nav-steuerung"), city.at(measures::PATH)),
        Link::new(t.get("nav-ziele"), at(city, "")),
        Link::new(name, address(city, number)),
    ];
    viewer.page(title).lead(lead).crumbs(crumbs).mark(t.get("massnahme-nur-intern"))
}
