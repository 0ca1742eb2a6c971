//! Profiles of candidates side by side, on their page and on paper: what the assessment says, of
//! which kind the quarter may be and why, whether its mean hides its parts, where it lies, and the
//! key measures beside the city.

pub mod doors;
mod page;
mod paper;

use ankunft_platform::page::components::Pair;
use ankunft_platform::store::StoreError;
use sqlx::AnyConnection;

use super::pages::day;
use super::pages::register::state;
use super::store::register::Candidate;
use super::view::Register;
use crate::assess::{self, About, told};
use crate::pages::key::{self, KeyRow};
use crate::pages::overview::Setting;
use crate::pages::profile;
use crate::view::overview::{Asker, Origin};
use crate::view::profile::Profile;

pub use page::panel;
pub use paper::paper;

/// What of the assessments is needed beside the register: one answer for each geography.
#[derive(Debug)]
pub struct Sides<'a> {
    view: &'a Register,
    known: Vec<(String, About)>,
}

/// One candidate in words.
#[derive(Clone, Debug)]
pub struct Side {
    /// Its number.
    pub number: i64,
    /// Its name.
    pub name: String,
    /// How it stands, what the assessment says, of which kind it may be.
    pub pairs: Vec<Pair>,
    /// That the mean hides how different its parts are.
    pub warning: Option<String>,
    /// Where it lies, drawn.
    pub map: Option<String>,
    /// The key measures.
    pub rows: Vec<KeyRow>,
}

impl<'a> Sides<'a> {
    /// Looks up what is known of the geographies of candidates, for who may see ranks and
    /// probabilities or may not.
    ///
    /// # Errors
    ///
    /// - [`StoreError`] if the database refuses it, or what is kept was altered.
    pub async fn read(
        connection: &mut AnyConnection,
        asker: Asker<'_>,
        (view, may): (&'a Register, bool),
    ) -> Result<Self, StoreError> {
        let mut known: Vec<(String, About)> = Vec::new();
        for (candidate, _) in &view.rows {
            let code = &candidate.geography;
            if !known.iter().any(|it| it.0 == *code) {
                let about = assess::about(connection, asker, (code, may)).await?;
                known.push((code.clone(), about));
            }
        }
        Ok(Self { view, known })
    }

    /// The candidates in words, in the order of the register.
    #[must_use]
    pub fn words(&self, setting: &Setting<'_>) -> Vec<Side> {
        let rows = self.view.rows.iter();
        rows.map(|(candidate, found)| self.side(setting, candidate, found.as_ref())).collect()
    }

    /// Where all figures come from.
    #[must_use]
    pub fn sources(&self) -> Vec<Origin> {
        let profiles = self.view.rows.iter().filter_map(|it| it.1.as_ref());
        let own = profiles.flat_map(|it| &it.sources);
        own.chain(self.known.iter().flat_map(|it| it.1.sources())).cloned().collect()
    }

    fn side(&self, setting: &Setting<'_>, candidate: &Candidate, found: Option<&Profile>) -> Side {
        let t = setting.t;
        let since = [("tag", day(t, &candidate.since).into())];
        let stand = format!("{}, {}", state(t, candidate.state), t.with("kandidat-seit", &since));
        let mut pairs = vec![Pair::new(t.get("kandidat-stand"), stand)];
        let about = self.known.iter().find(|it| it.0 == candidate.geography);
        if let Some(((_, about), found)) = about.zip(found) {
            let parts = about.told(t, setting.reader, &found.place);
            pairs.extend(told::pairs(t, parts));
        }
        let zones = found.and_then(|it| profile::zones(setting, it));
        let id = format!("lage-{}", candidate.number);
        Side {
            number: candidate.number,
            name: candidate.name.clone(),
            pairs,
            warning: zones.and_then(|it| it.warning),
            map: found.and_then(|it| profile::map_as(setting, it, &id)),
            rows: found.map(|it| key::rows(setting, it)).unwrap_or_default(),
        }
    }
}
