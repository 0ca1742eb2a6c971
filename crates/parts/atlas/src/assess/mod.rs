//! Which quarters are arrival quarters: released figures in, an assessment out.
//!
//! [`inputs`] chooses the best measure of each dimension, [`ankunft_arrival::identify`] judges,
//! the worker keeps the [`Assessment`] under a key made from everything that it depends on
//! ([`job`]), and pages read it. An assessment is made for the public and for the administration
//! apart, each from what these may see, so that nobody learns from a class what was not released
//! for them.

mod bridge;
mod change;
pub(crate) mod doors;
mod inputs;
mod job;
mod kind;
mod known;
mod measures;
mod noise;
pub(crate) mod open;
pub mod pages;
pub(crate) mod panel;
mod result;
pub(crate) mod source;
mod standing;
pub(crate) mod told;
pub(crate) mod words;

use ankunft_arrival::{Noise, Settings, identify};
use ankunft_disclosure::{Audience, Nutzung};
use ankunft_platform::derived::{self, Name};
use ankunft_platform::register::areas::Geography;
use ankunft_platform::store::{Change, StoreError};
use serde_json::json;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

pub use change::{Before, Earlier};
pub(crate) use job::Assess;
pub use job::bring_up_to_date;
pub(crate) use known::{Assessments, read};
pub use known::{Known, Ready};
pub use result::{Assessment, Class, Judged, Plan, Sign, Stands, Suggested, Used};
pub(crate) use source::{rate_base, rate_link};
pub use standing::{Measured, measured, standing};
pub(crate) use told::detail;
pub use told::{About, Told, about};
pub(crate) use words::{hundredths, period_words, rate, rate_head};

use crate::model::catalogue::WHOLE;
use crate::store::Shelf;
use crate::view::overview::Asker;
use inputs::Inputs;

/// The kind under which assessments are kept.
const KIND: &str = "arrival";

/// What is kept has this shape; another one is computed anew.
const SHAPE: u32 = 1;

/// For whom assessments are made. Who is between the two reads that of the wider circle.
pub(crate) const READERS: [Audience; 2] = [Audience::Public, Audience::Administration];

/// The assessment that this reader is shown.
pub(crate) const fn made_for(reader: Audience) -> Audience {
    match reader {
        Audience::StatisticsOffice | Audience::Administration => Audience::Administration,
        Audience::Programme | Audience::Public => Audience::Public,
    }
}

fn reader_of(circle: Nutzung) -> Option<Audience> {
    READERS.into_iter().find(|it| circle_of(*it) == circle)
}

pub(crate) const fn circle_of(reader: Audience) -> Nutzung {
    match reader {
        Audience::StatisticsOffice => Nutzung::StatisticsOffice,
        Audience::Administration => Nutzung::Administration,
        Audience::Programme => Nutzung::Programme,
        Audience::Public => Nutzung::Public,
    }
}

/// An assessment that can be made, whether or not it has been.
#[derive(Debug)]
struct Prepared {
    inputs: Inputs,
    reader: Nutzung,
    key: String,
}

/// The choices, as the command line has them by default.
fn settings(noise: Noise) -> Settings {
    Settings { noise, ..Settings::default() }
}

/// The geographies that are assessed: all that are more than the city.
fn geographies(shelf: &Shelf) -> impl Iterator<Item = &str> {
    shelf.geographies_with_figures().map(|it| it.code.as_str()).filter(|code| *code != WHOLE)
}

/// Whether something is released in a geography by which arrival could be measured.
pub(crate) fn is_possible(shelf: &Shelf, geography: &Geography) -> bool {
    let Some(holdings) = shelf.holdings.get(&geography.id) else { return false };
    let is_there = |code: &&str| holdings.stored.contains_key(*code);
    geography.code != WHOLE && measures::WAYS.iter().any(|it| it.codes.iter().all(is_there))
}

/// What can be assessed in a geography, from what this reader is shown of it.
async fn prepare(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    shelf: &Shelf,
    geography: &str,
) -> Result<Option<Prepared>, StoreError> {
    let mut geographies = shelf.geographies_with_figures().filter(|it| it.code != WHOLE);
    let Some(geography) = geographies.find(|it| it.code == geography) else { return Ok(None) };
    let reader = circle_of(asker.audience);
    let inputs = inputs::read(connection, asker, shelf, geography).await?;
    Ok(inputs.map(|inputs| Prepared { key: key(&inputs, reader), inputs, reader }))
}

/// A hash of everything that an assessment depends on. The figures are named by their releases,
/// which never change; carried ones are in it, because crosswalks may.
fn key(inputs: &Inputs, reader: Nutzung) -> String {
    let plan = Plan::of(&settings(inputs.error.noise), inputs.error.rule);
    let carried = inputs.panel.as_ref().map(|it| format!("{it:?}"));
    let audience = reader_of(reader).unwrap_or(Audience::Public);
    let figures = carried.show(audience).map(|it| Sha256::digest(it).to_vec());
    let all = json!({
        "shape": SHAPE,
        "program": env!("CARGO_PKG_VERSION"),
        "geography": inputs.geography.code,
        "area_version": inputs.version.id,
        "reader": reader.code(),
        "releases": inputs.releases,
        "figures": figures,
        "plan": plan,
    });
    let hash = Sha256::digest(all.to_string());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Prepared {
    fn subject(&self) -> String {
        format!("{}/{}", self.inputs.geography.code, self.reader.code())
    }

    fn reader_audience(&self) -> Audience {
        reader_of(self.reader).unwrap_or(Audience::Public)
    }

    const fn name<'a>(&'a self, subject: &'a str) -> Name<'a> {
        Name { kind: KIND, subject, key: self.key.as_str() }
    }

    /// Computes it, as it is kept.
    fn compute(&self, reader: Audience, threads: usize) -> Vec<u8> {
        let settings = Settings { threads, ..settings(self.inputs.error.noise) };
        let shown = (self.inputs.panel.show(reader), self.inputs.features.show(reader));
        let (Some(panel), Some(features)) = shown else { return Vec::new() };
        // A panel that cannot be judged is kept as such, so that nobody tries again.
        let found = identify(panel, &settings).ok();
        let assessment = found.map(|found| {
            Assessment::of(&self.inputs, &settings, (panel, features.as_slice()), &found)
        });
        json!(assessment).to_string().into_bytes()
    }

    async fn keep(
        &self,
        change: &mut Change,
        asker: Asker<'_>,
        content: &[u8],
    ) -> Result<(), StoreError> {
        let subject = self.subject();
        let name = self.name(&subject);
        let made = (content, self.inputs.releases.as_slice());
        derived::keep(change, asker.tenant, asker.key, name, made).await
    }
}
