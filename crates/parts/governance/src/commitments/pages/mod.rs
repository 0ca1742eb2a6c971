//! The pages of commitments, in words.

pub mod form;
pub mod list;
pub mod one;

use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};

use super::at;
use crate::measures;

/// The frame of a page below the list; never public.
fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![
        Link::new(t.get("nav-steuerung"), city.at(measures::PATH)),
        Link::new(t.get("nav-zusagen"), at(city, "")),
    ];
    viewer.page(title).lead(lead).crumbs(crumbs).mark(t.get("massnahme-nur-intern"))
}
