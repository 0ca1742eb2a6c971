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
mod measures;
mod noise;
pub(crate) mod open;
pub mod pages;
pub(crate) mod panel;
mod result;
pub(crate) mod words;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use ankunft_arrival::{Noise, Panel, Settings, identify};
use ankunft_disclosure::{Audience, Nutzung, Released};
use ankunft_platform::derived::{self, Name};
use ankunft_platform::register::areas::Geography;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;
use serde_json::json;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

pub use change::{Before, Earlier};
pub(crate) use job::Assess;
pub use job::bring_up_to_date;
pub use result::{Assessment, Class, Judged, Plan, Sign, Stands, Suggested, Used};
pub(crate) use words::{hundredths, period_words};

use crate::methods::{self, Variant};
use crate::model::catalogue::WHOLE;
use crate::store::Ground;
use crate::view::overview::{Asker, Origin};
use inputs::Inputs;

/// The kind under which assessments are kept.
const KIND: &str = "arrival";

/// What is kept has this shape; another one is computed anew.
const SHAPE: u32 = 1;

/// For whom assessments are made. Who is between the two reads that of the wider circle.
const READERS: [Audience; 2] = [Audience::Public, Audience::Administration];

/// The assessment that this reader is shown.
const fn made_for(reader: Audience) -> Audience {
    match reader {
        Audience::StatisticsOffice | Audience::Administration => Audience::Administration,
        Audience::Programme | Audience::Public => Audience::Public,
    }
}

fn reader_of(circle: Nutzung) -> Option<Audience> {
    READERS.into_iter().find(|it| circle_of(*it) == circle)
}

const fn circle_of(reader: Audience) -> Nutzung {
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

/// What can be assessed for a reader: in one geography, or in all that are more than the city.
async fn prepare(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: Option<&str>,
) -> Result<Vec<Prepared>, StoreError> {
    let asker = Asker { audience: made_for(asker.audience), ..asker };
    let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
    let is_wanted = |it: &&Geography| geography.is_none_or(|code| code == it.code);
    let geographies = shelf.geographies_with_figures().filter(|it| it.code != WHOLE);
    let mut prepared = Vec::new();
    for geography in geographies.filter(is_wanted) {
        let found = inputs::read(connection, asker, &shelf, geography).await?;
        let reader = circle_of(asker.audience);
        let of = |inputs: Inputs| Prepared { key: key(&inputs, reader), inputs, reader };
        prepared.extend(found.map(of));
    }
    Ok(prepared)
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

    async fn is_kept(
        &self,
        connection: &mut AnyConnection,
        asker: Asker<'_>,
    ) -> Result<bool, StoreError> {
        let subject = self.subject();
        let name = Name { kind: KIND, subject: &subject, key: &self.key };
        Ok(derived::find(connection, asker.tenant, asker.key, name).await?.is_some())
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
        let name = Name { kind: KIND, subject: &subject, key: &self.key };
        let made = (content, self.inputs.releases.as_slice());
        derived::keep(change, asker.tenant, asker.key, name, made).await
    }
}

/// What is known of the arrival quarters of a geography.
#[derive(Clone, Debug)]
pub enum Known {
    /// Nothing was released from which it could be told.
    Nothing,
    /// It is being computed.
    Waiting,
    /// It was computed.
    Ready(Arc<Ready>),
}

/// A computed assessment with what pages show beside it.
#[derive(Debug)]
pub struct Ready {
    /// The geography.
    pub geography: Geography,
    /// Its units and their map.
    pub ground: Arc<Ground>,
    /// The assessment.
    pub assessment: Released<Assessment>,
    /// The figures that it was made from.
    pub panel: Released<Panel>,
    /// Where its figures come from.
    pub sources: Vec<Origin>,
    /// When it was computed, in microseconds UTC.
    pub made_at: i64,
    /// The hash under which it is kept.
    pub key: String,
    /// What other choices would change, computed when somebody asks for it first.
    variants: OnceLock<Released<Vec<Variant>>>,
}

impl Ready {
    /// What other choices would change. A tenth of a second for a large city, once.
    pub(crate) fn variants(&self) -> &Released<Vec<Variant>> {
        self.variants.get_or_init(|| {
            let both = self.panel.as_ref().zip(self.assessment.as_ref());
            both.map(|(panel, assessment)| methods::arrival(panel, assessment))
        })
    }
}

/// What is known, by city, reader and geography, each with the state of the city in which it was
/// read. Clones share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assessments(Arc<RwLock<HashMap<Place, (i64, Known)>>>);

type Place = (Tenant, Audience, String);

/// What is known of the arrival quarters of a geography, for a reader.
///
/// # Errors
///
/// - [`StoreError`] if the database refuses it, or what is kept was altered.
pub(crate) async fn read(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: &str,
) -> Result<Known, StoreError> {
    let shelf = asker.memory.shelf(connection, asker.tenant, asker.audience).await?;
    let place = (asker.tenant, made_for(asker.audience), geography.to_owned());
    let Assessments(all) = &asker.memory.assessments;
    let found = all.read().unwrap_or_else(PoisonError::into_inner).get(&place).cloned();
    if let Some((_, known)) = found.filter(|it| it.0 == shelf.stamp) {
        return Ok(known);
    }
    let known = read_anew(connection, asker, geography).await?;
    let newest = (shelf.stamp, known.clone());
    all.write().unwrap_or_else(PoisonError::into_inner).insert(place, newest);
    Ok(known)
}

async fn read_anew(
    connection: &mut AnyConnection,
    asker: Asker<'_>,
    geography: &str,
) -> Result<Known, StoreError> {
    let Some(prepared) = prepare(connection, asker, Some(geography)).await?.into_iter().next()
    else {
        return Ok(Known::Nothing);
    };
    let subject = prepared.subject();
    let name = Name { kind: KIND, subject: &subject, key: &prepared.key };
    let Some(kept) = derived::find(connection, asker.tenant, asker.key, name).await? else {
        return Ok(Known::Waiting);
    };
    let Prepared { inputs, key, .. } = prepared;
    let unreadable =
        || StoreError::Unreadable { what: "an assessment", text: format!("{KIND} {key}") };
    let content = kept.content.ok_or(StoreError::Withdrawn)?;
    let read: Option<Assessment> = serde_json::from_slice(&content).map_err(|_| unreadable())?;
    let Some(read) = read else { return Ok(Known::Nothing) };
    Ok(Known::Ready(Arc::new(Ready {
        geography: inputs.geography,
        ground: inputs.ground,
        assessment: inputs.panel.as_ref().map(|_| read),
        panel: inputs.panel,
        sources: inputs.sources,
        made_at: kept.made_at,
        key,
        variants: OnceLock::new(),
    })))
}
