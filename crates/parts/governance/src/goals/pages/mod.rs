//! The pages of goals, in words.

pub mod discard;
pub mod form;
pub mod goal;
pub mod paste;
pub mod tree;

use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};

use super::at;
use crate::measures;

/// The frame of a page below the tree; never public.
pub(super) fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![
        Link::new(t.get("nav-steuerung"), city.at(measures::PATH)),
        Link::new(t.get("nav-ziele"), at(city, "")),
    ];
    viewer.page(title).lead(lead).crumbs(crumbs).mark(t.get("massnahme-nur-intern"))
}
