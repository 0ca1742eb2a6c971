//! The pages of the exchange.

pub mod bring;
pub mod form;
pub mod gotten;
pub mod grant;
pub mod overview;
pub mod partners;
pub mod register;

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::Pair;
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::web::{City, Viewer};
use jiff::Timestamp;

use super::make::{Sharable, indicator_name};
use super::{PATH, at};

/// A page one step below the exchange.
fn frame(viewer: &Viewer, city: &City, (title, lead): (String, String)) -> Shell {
    let t = &viewer.t;
    let crumbs = vec![Link::new(t.get("nav-austausch"), city.at(PATH))];
    viewer.page_with_form(title).lead(lead).crumbs(crumbs).mark(t.get("austausch-intern"))
}

fn moment(t: &Texts, at: i64) -> String {
    t.instant(Timestamp::from_microsecond(at).unwrap_or_default())
}

/// A hash as people read it.
fn short(hash: &[u8]) -> String {
    let digits = ankunft_platform::secrets::hex(hash);
    digits.get(..16).unwrap_or(&digits).to_owned()
}

/// What a package holds.
fn content(t: &Texts, what: &Sharable) -> Vec<Pair> {
    let names: Vec<String> = what.indicators.iter().map(|it| indicator_name(t, it, None)).collect();
    let (first, last) = &what.periods;
    let periods = if first == last {
        t.period(first)
    } else {
        let args = [("von", Arg::from(t.period(first))), ("bis", Arg::from(t.period(last)))];
        t.with("austausch-von-bis", &args)
    };
    vec![
        Pair::new(t.get("austausch-merkmale"), t.list(&names)),
        Pair::new(t.get("austausch-zeiten"), periods),
    ]
}

/// The address of a Weitergabe.
fn grant_address(city: &City, number: i64) -> String {
    at(city, &format!("/weitergaben/{number}"))
}
