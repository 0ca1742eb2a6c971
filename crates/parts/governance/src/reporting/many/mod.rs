//! Reports of many measures, asked for with one press: a round for each measure that has none for the
//! Berichtszeitraum yet, in one change, and one letter for each of those who are asked, however many
//! reports they write.

pub(super) mod doors;
mod model;
mod pages;
mod store;

use ankunft_platform::web::City;

/// Where many are asked, behind the address of their city.
pub(super) const PATH: &str = "/steuerung/berichte/anfragen";

/// Where many are asked.
pub(super) fn address(city: &City) -> String {
    city.at(PATH)
}
