//! The small fund speaks for itself in its own story; here it is a part of the city.

use super::desk;

#[path = "../funds/applying.rs"]
pub mod applying;
#[path = "../funds/deciding.rs"]
#[allow(dead_code, reason = "one application is granted here, and no more")]
pub mod deciding;
#[path = "../funds/founding.rs"]
#[allow(dead_code, reason = "its rules are changed in its own story")]
pub mod founding;

pub const LIST: &str = "/musterstadt/fonds";
pub const NEW: &str = "/musterstadt/fonds/neu";
pub const FUND: &str = "/musterstadt/fonds/1";

pub fn application(number: i64) -> String {
    format!("/musterstadt/fonds/antraege/{number}")
}
