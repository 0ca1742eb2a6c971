//! The doors of candidates: extract, ask, change, render.

pub mod criteria;
pub mod decide;
pub mod decisions;
pub mod public;
pub mod register;
pub mod result;
pub mod rounds;
pub mod scores;

use ankunft_platform::web::{App, City, Viewer};
use serde::Deserialize;

use crate::pages::overview::Setting;
use crate::state::Atlas;
use crate::view::overview::Asker;

/// The number of a candidate or a decision in the address.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Number {
    number: i64,
}

/// The longest text that a person writes here: reasons are read by auditors years later.
const LONGEST_TEXT: usize = 20_000;
/// The longest line: a name, a body, an Aktenzeichen.
const LONGEST_LINE: usize = 200;

pub(super) fn asker<'a>(app: &'a App, atlas: &'a Atlas, city: &City, viewer: &Viewer) -> Asker<'a> {
    Asker {
        tenant: city.tenant(),
        audience: viewer.actor.audience(),
        key: &app.keys.release,
        memory: &atlas.memory,
    }
}

fn setting<'a>(viewer: &'a Viewer, city: &'a City, base: &'a str) -> Setting<'a> {
    let reader = viewer.actor.audience();
    Setting { t: &viewer.t, reader, base, city: &city.name, classes: None }
}

/// The sent value of this name, without space around it; empty if there is none.
fn sent<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|it| it.0 == name).map_or("", |it| it.1.trim())
}

/// All sent values of this name.
fn all_sent<'a>(pairs: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    pairs.iter().filter(|it| it.0 == name).map(|it| it.1.trim()).collect()
}
